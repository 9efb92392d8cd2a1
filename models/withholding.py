"""Which judgements, counts and reviews are missing because their files are withheld, as far as paths and readable parts tell.

What is lost with a withheld source is told by `rules/dangling`; here it is what cannot be read or breaks a rule itself.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection, Iterable, Iterator
from typing import Any

from models.reading.problems import Location
from models.reading.shaping import Entry
from models.records import places
from models.records.dates import PartialDate
from models.records.notes import Note
from models.register.withheld import WithheldCount, WithheldNote, WithheldReview

COMMITMENT = re.compile(rf"{places.COMMITMENT}(?![a-z])", re.ASCII | re.IGNORECASE)
DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
RECORD = re.compile(r"\.ya?ml|^\d{4}-\d{2}-\d{2}", re.IGNORECASE | re.ASCII)
"""How a file is called that may be a record, also one with a slip in its name; others lie beside the records."""


def notes(entries: Iterable[Entry], unread: Iterable[str], closed: Iterable[str], bodies: Collection[str]) -> tuple[WithheldNote, ...]:
    """The withheld notes: those with a mistake, those in files that were not read, and those in folders that could not be.

    `unread` and `closed` are paths below the folder of records.
    """
    written = [entry for entry in entries if entry.kind == "notes"]
    known = {_below(entry.document.path) for entry in written}
    found = [_with_a_mistake(entry, bodies) for entry in written if entry.gone]
    found += [_meant(path) for path in unread if _holds_notes(path) and RECORD.search(_name(path)) and not _is_copy(path, known)]
    found += [_meant(path) for path in closed if _holds_notes(path)]
    return tuple(found)


def counts(entries: Iterable[Entry], unread: Iterable[str], closed: Iterable[str]) -> tuple[WithheldCount, ...]:
    """The withheld counts, and whole measures in files or folders that were not read."""
    found = [count for entry in entries if entry.kind == "measures" for count in _counts(entry)]
    found += [WithheldCount(_name(path).partition(".")[0]) for path in unread if re.fullmatch(r"measures/[^/]+\.yaml", path)]
    found += [WithheldCount() for path in closed if path in ("", "measures")]
    return tuple(found)


def reviews(entries: Iterable[Entry], unread: Iterable[str], closed: Iterable[str]) -> tuple[WithheldReview, ...]:
    """The withheld reviews: those with a mistake, those in files that were not read, and those in folders that could not be."""
    written = [entry for entry in entries if entry.kind == "reviews"]
    known = {_below(entry.document.path) for entry in written}
    found = [review for entry in written for review in _reviews(entry)]
    found += [
        WithheldReview(_name(path).partition(".")[0], _day(path), whole=True)
        for path in unread
        if path.startswith("reviews/") and RECORD.search(_name(path)) and not _is_copy(path, known)
    ]
    found += [WithheldReview(whole=True) for path in closed if path.partition("/")[0] in ("", "reviews")]
    return tuple(found)


def _reviews(entry: Entry) -> Iterator[WithheldReview]:
    """The reviews that are withheld from one file; what they are of is known where that much could be read."""
    data, name, day = entry.document.data, entry.name, _day(entry.name)
    listed = data.get("sources") if isinstance(data, dict) else None
    if not isinstance(listed, list):
        yield WithheldReview(name, day, whole=True)
        return
    for index, review in enumerate(listed):
        if entry.gone or ("sources", index) in entry.withheld:
            named = review.get("source") if isinstance(review, dict) else None
            yield WithheldReview(name, day, named if isinstance(named, str) else "")


def _below(path: str) -> str:
    """A path as problems name it, without the folder of records itself."""
    return path.partition("/")[2]


def _name(path: str) -> str:
    return path.rpartition("/")[2]


def _holds_notes(path: str) -> bool:
    """Whether it lies where notes live, or is the folder that holds everything."""
    return path.partition("/")[0] in ("", "notes")


def _is_copy(path: str, known: Collection[str]) -> bool:
    """Whether it is what an editor or a backup leaves beside a note that is read: the same name with something after it."""
    folder, _, name = path.rpartition("/")
    return f"{folder}/{name.partition('.')[0]}.yaml" in known


def _meant(path: str) -> WithheldNote:
    """What a file or folder that cannot be read may hold: a note on a commitment as of a day, as far as its path tells."""
    place = COMMITMENT.search(path)
    return WithheldNote(path or ".", place[0].lower() if place else "", _day(path))


def _day(path: str) -> dt.date | None:
    """The day that a file is named by."""
    written = DAY.search(_name(path))
    try:
        return dt.date.fromisoformat(written[0]) if written else None
    except ValueError:
        return None  # no day of the calendar: it may speak of any


def _with_a_mistake(entry: Entry, bodies: Collection[str]) -> WithheldNote:
    """A note whose file says what is wrong with it; what it is about is known where that much could be read."""
    path, data, record = _below(entry.document.path), entry.document.data, entry.record
    meant = _meant(path)
    if isinstance(record, Note):
        sure = record.actor is None or record.actor in bodies
        return WithheldNote(path, record.commitment, record.as_of, record.actor, sure, record)
    named = data.get("actor") if isinstance(data, dict) else None
    actor = named if isinstance(named, str) else None
    return WithheldNote(path, meant.commitment, meant.as_of, actor, actor in bodies)


def _counts(entry: Entry) -> Iterator[WithheldCount]:
    """What is withheld of one measure: all of it, a series, or single counts."""
    for place in sorted(entry.withheld, key=str):
        if not place:
            yield WithheldCount(entry.name)
        elif place[0] == "series" and not any(place[:length] in entry.withheld for length in range(len(place))):
            series = _at(entry.document.data, place[:2])
            id_ = str(series.get("id", "")) if isinstance(series, dict) else ""
            point = _at(entry.document.data, place) if len(place) == 4 else None
            yield WithheldCount(entry.name, id_, _when(point))


def _at(data: Any, place: Location) -> Any:
    for step in place:
        data = data[step]
    return data


def _when(point: object) -> PartialDate | None:
    try:
        return PartialDate(str(point["on"])) if isinstance(point, dict) and "on" in point else None
    except ValueError:
        return None  # not a date: it may be a count of any day
