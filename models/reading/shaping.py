"""One record file on its way into the register: what does not fit its model is withheld, the rest is typed."""

from __future__ import annotations

import difflib
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from models.reading.documents import MAX_PROBLEMS, Document
from models.reading.problems import Location, Problem
from models.reading.sentences import sentence
from models.records import codings, evidence, forums, judgements, measures, notes, pledges, texts, vocabulary
from models.records.places import LOCAL

KINDS: dict[str, type[BaseModel]] = {
    "forums": forums.Forums,
    "vocabulary": vocabulary.Vocabulary,
    "declarations": texts.Declaration,
    "pledges": pledges.Pledge,
    "notes": notes.Note,
    "evidence": evidence.Evidence,
    "reviews": evidence.Reviews,
    "measures": measures.Measure,
    "codings": codings.Coding,
    "settlements": codings.Settlements,
    "judgements": judgements.Judgements,
    "rulings": judgements.Rulings,
}
"""What each kind of file holds; a file of the kind `evidence` is a list of such records."""

NAMED_BY_FILE: dict[str, tuple[str, ...]] = {
    "declarations": ("id",),
    "pledges": ("id",),
    "measures": ("id",),
    "codings": ("declaration",),
    "settlements": ("declaration",),
    "judgements": ("declaration",),
    "reviews": ("id", "reviewed"),
    "notes": ("id", "commitment", "as_of"),
}
"""The fields that follow from a file's name and are not written inside it."""

MAY_LACK: dict[str, tuple[str, ...]] = {"forums": ("sources",), "vocabulary": ("themes", "groups", "bodies")}
"""The lists that a file of a new edition or of new words leaves out where it has nothing for them; forums.yaml and vocabulary.yaml have them all."""

LISTS: dict[str, tuple[tuple[str | None, ...], ...]] = {
    "forums": (("forums", None), ("sources", None)),
    "vocabulary": (("themes", None), ("groups", None), ("bodies", None), ("publishers", None)),
    "declarations": (("provisions", None, "commitments", None), ("provisions", None), ("footnotes", None), ("headings", None)),
    "pledges": (("mentions", None),),
    "evidence": ((None,),),
    "measures": (("series", None, "points", None), ("series", None)),
    "settlements": (("differences", None),),
    "reviews": (("sources", None),),
    "judgements": (("judgements", None),),
    "rulings": (("differences", None),),
}
"""The records inside a file that can be withheld alone, the smallest first; None stands for a position in a list."""

FIELD_NAMES = sorted(
    {
        info.alias or name
        for module in (texts, pledges, forums, vocabulary, notes, evidence, measures)
        for model in vars(module).values()
        if isinstance(model, type) and issubclass(model, BaseModel)
        for name, info in model.model_fields.items()
    }
)


COUNTED = 1_000
"""So many errors of shape in one file are counted, and no more."""


@dataclass
class Entry:
    """One record file, with the places of what is withheld from it."""

    kind: str
    document: Document
    record: Any = None
    withheld: set[Location] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The file's name without its ending, which is the id of what it holds."""
        return Path(self.document.path).stem

    @property
    def gone(self) -> bool:
        return () in self.withheld

    @property
    def outermost(self) -> set[Location]:
        """What is withheld, without what lies inside something else that is withheld."""
        return {place for place in self.withheld if not any(place[:length] in self.withheld for length in range(len(place)))}

    def withhold(self, location: Location) -> None:
        """Take the smallest record around `location` out."""
        for pattern in LISTS.get(self.kind, ()):
            head = location[: len(pattern)]
            if len(head) == len(pattern) and all(
                isinstance(step, int) if wanted is None else step == wanted for step, wanted in zip(head, pattern, strict=True)
            ):
                self.withheld.add(head)
                return
        self.withheld.add(())


def fill_in_name(entry: Entry, **values: str) -> None:
    """Put what follows from the file's name into the data, so that the models need not know of files.

    What is written there all the same is superfluous, but not taken for anything.
    """
    data = entry.document.data
    if not isinstance(data, dict):
        return
    for name in values:
        if name in data:
            entry.problems.append(
                entry.document.problem((name,), "unknown-field", f"“{name}” follows from the file's name; remove this line", of_name=True)
            )
    entry.document.data = {**data, **values}


def shape(entry: Entry) -> None:
    """Type the plain data; whatever does not fit is withheld and said, and the rest is typed again without it."""
    model = KINDS[entry.kind]
    if entry.kind == "evidence" and not isinstance(entry.document.data, list):
        entry.problems.append(entry.document.problem((), "list-expected", "this file is to be a list of sources; begin each with a hyphen"))
        entry.withheld.add(())
    while not entry.gone:
        try:
            entry.record = _typed(entry, model)
            return
        except ValidationError:
            if not _complain(entry, model):  # a list that has become empty: its entries were reported, it is not
                entry.withheld.add(())


def _typed(entry: Entry, model: type[BaseModel]) -> Any:
    data = _prune(entry.document.data, entry.withheld) if entry.withheld else entry.document.data
    if entry.kind == "evidence":
        return [model.model_validate(item) for item in data]
    return model.model_validate(data)


def _complain(entry: Entry, model: type[BaseModel]) -> bool:
    """Say and withhold all that does not fit and is not withheld yet; whether there was anything."""
    errors = [
        (location, error)
        for location, error in islice(_errors(entry, model), COUNTED + 1)
        if not any(location[:length] in entry.withheld for length in range(len(location) + 1))
    ]
    if refuse_many(entry, len(errors)):
        errors = errors[:MAX_PROBLEMS]
    meant = _misspellings(errors)
    intended = {(*location[:-1], name) for location, name in meant.items()}
    for location, error in errors:
        if error["type"] == "missing" and location in intended:
            continue
        unknown = error["type"] == "extra_forbidden"
        code, words = sentence(error, meant.get(location) or (_similar(str(location[-1]), FIELD_NAMES, 0.75) if unknown else None))
        entry.problems.append(entry.document.problem(location, code, words, of_name=unknown))
    for location, _ in errors:
        entry.withhold(location)
    return bool(errors)


def refuse_many(entry: Entry, times: int) -> bool:
    """Withhold a whole file where more is wrong in it than anybody mends one by one, and say that there is more."""
    if times <= MAX_PROBLEMS:
        return False
    counted = f"{times:,}" if times <= COUNTED else f"more than {COUNTED:,}"
    words = f"{counted} things are wrong in this file, so all of it is left out; {MAX_PROBLEMS} of them are named"
    entry.problems.append(Problem(entry.document.path, 0, 0, "many", words))
    entry.withheld.add(())
    return True


def _errors(entry: Entry, model: type[BaseModel]) -> Iterator[tuple[Location, ErrorDetails]]:
    """All errors of shape in the file as it is written, with their places."""
    data = entry.document.data
    parts: list[tuple[Location, Any]] = [((index,), part) for index, part in enumerate(data)] if entry.kind == "evidence" else [((), data)]
    for place, part in parts:
        try:
            model.model_validate(part)
        except ValidationError as failure:
            for error in failure.errors(include_url=False):
                yield (*place, *error["loc"]), error


def _misspellings(errors: list[tuple[Location, ErrorDetails]]) -> dict[Location, str]:
    """Each unknown field that is most likely a missing one in another spelling, so that it is one mistake."""
    found: dict[Location, str] = {}
    missing = {location for location, error in errors if error["type"] == "missing"}
    for location, error in errors:
        if error["type"] != "extra_forbidden":
            continue
        here = [str(place[-1]) for place in missing if place[:-1] == location[:-1]]
        name = _similar(str(location[-1]), here, 0.6) or next(
            (each for each in here if each in ("en", "ko") and len(str(location[-1])) == 2), None
        )
        if name is not None:
            found[location] = name
            missing.discard((*location[:-1], name))
    return found


def _similar(word: str, names: list[str], cutoff: float) -> str | None:
    return next(iter(difflib.get_close_matches(word, names, 1, cutoff)), None)


def _prune(data: Any, withheld: set[Location], here: Location = ()) -> Any:
    """`data` without the withheld records."""
    if isinstance(data, dict):
        return {key: _prune(value, withheld, (*here, key)) for key, value in data.items()}
    if isinstance(data, list):
        return [_prune(value, withheld, (*here, index)) for index, value in enumerate(data) if (*here, index) not in withheld]
    return data


def in_file(location: Location, withheld: frozenset[Location], base: Location = ()) -> Location:
    """The place in the file of a place in the typed record, whose lists lack what was withheld from them."""
    if not withheld:
        return (*base, *location)
    for step in location:
        if isinstance(step, int):
            position, left = -1, step
            while left >= 0:
                position += 1
                left -= (*base, position) not in withheld
            step = position
        base = (*base, step)
    return base


def kept(entry: Entry, records_left: list[Any], *place: str | int) -> Iterator[tuple[Location, Any]]:
    """The records of one list with their places in the file."""
    position = -1
    for record in records_left:
        position += 1
        while (*place, position) in entry.withheld:
            position += 1
        yield (*place, position), record


_IDS = {
    "declarations": (LOCAL, r"[a-z]"),
    "vocabulary": (r"[a-z0-9]+(-[a-z0-9]+)*",),
    "evidence": (r"[a-z0-9]+(-[a-z0-9]+)*",),
    "forums": (r".+",),
}


def lost_in(entry: Entry) -> set[str]:
    """The ids of what is withheld; where an id cannot be read, that of what it stands in, as far as anything refers to it."""
    lost: set[str] = set()
    for location in entry.withheld:
        if entry.kind in ("pledges", "measures", "judgements", "rulings"):
            lost.add(f"{entry.kind}/{entry.name}")
        if not location:
            lost |= lost_with(entry.kind, entry.name)
            lost |= {f"codings/{Path(entry.document.path).parent.name}/{entry.name}"} if entry.kind == "codings" else set()
        if location and location[0] in ("footnotes", "headings"):
            lost.add(f"{location[0]}/{entry.name}")
        if not location or entry.kind not in _IDS or location[0] in ("footnotes", "headings"):
            continue
        id_, value = (entry.name if entry.kind == "declarations" else ""), entry.document.data
        patterns = iter(_IDS[entry.kind])
        for step in location:
            value = value[step]
            if isinstance(step, int):
                own = str(value.get("id") or value.get("number") or "").strip() if isinstance(value, dict) else ""
                if not re.fullmatch(next(patterns), own):
                    break
                id_ += f"-{own}" if entry.kind == "declarations" and len(own) > 1 else own
        lost.add(id_ or f"{entry.kind}/*")
    return lost


FORUM_SOURCES = "forum-sources/*"
"""Lost with the file of one edition: any of its sources may be one that another edition names."""


def lost_with(kind: str, name: str) -> set[str]:
    """What may be missing when a whole file is."""
    if kind in ("judgements", "rulings"):
        return {f"{kind}/{name}"}
    if kind in ("codings", "settlements", "notes", "reviews"):
        return set()  # nothing refers to them
    if kind == "forums" and name.isdigit():
        return {name, FORUM_SOURCES}
    return {f"{kind}/*"} if kind in ("forums", "vocabulary", "evidence") else {name}


def index_places(entries: list[Entry]) -> dict[str, tuple[Entry, Location]]:
    """Where each record stands: `kind:id` to its file and its place there; copies of an id have `#2` and so on."""
    places: dict[str, tuple[Entry, Location]] = {}
    copies = Counter[str]()

    def stands(key: str, entry: Entry, place: Location) -> None:
        copies[key] += 1
        places[key if copies[key] == 1 else f"{key}#{copies[key]}"] = (entry, place)

    for entry in entries:
        if entry.gone:
            continue
        record = entry.record
        if entry.kind == "declarations":
            stands(f"declaration:{record.id}", entry, ())
            for place, provision in kept(entry, record.provisions, "provisions"):
                stands(f"provision:{record.id}-{provision.id}", entry, place)
                for inner, commitment in kept(entry, provision.commitments, *place, "commitments"):
                    stands(f"commitment:{record.id}-{provision.id}{commitment.id}", entry, inner)
        elif entry.kind == "evidence":
            for place, source in kept(entry, record):
                stands(f"evidence:{source.id}", entry, place)
        elif entry.kind == "forums":
            for place, forum in kept(entry, record.forums, "forums"):
                stands(f"forum:{forum.number}", entry, place)
            for place, source in kept(entry, record.sources, "sources"):
                stands(f"forum-source:{source.id}", entry, place)
        elif entry.kind == "vocabulary":
            for name in ("themes", "groups", "bodies"):
                for place, term in kept(entry, getattr(record, name), name):
                    stands(f"{name}:{term.id}", entry, place)
        elif entry.kind == "codings":
            stands(f"coding:{record.coder}/{record.declaration}", entry, ())
        elif entry.kind == "rulings":
            stands("rulings:", entry, ())
        elif entry.kind in ("judgements", "settlements"):
            stands(f"{entry.kind}:{record.declaration}", entry, ())
        else:
            stands(f"{entry.kind[:-1]}:{record.id}", entry, ())
    return places
