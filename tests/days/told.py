"""What was known on a day, and which dates and forums in a text were known only later."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from models.register.register import Register
from tests.samples.registers import LATEST, real

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAME = r"(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*"
_DAYS = (
    re.compile(r"(?P<y>20\d\d)-(?P<m>\d\d)-(?P<d>\d\d)"),
    re.compile(r"(?P<y>20\d\d)\. (?P<m>\d{1,2})\. (?P<d>\d{1,2})\."),
    re.compile(r"(?P<y>20\d\d)년 (?P<m>\d{1,2})월(?: (?P<d>\d{1,2})일)?"),
    re.compile(rf"(?:(?P<d>\d{{1,2}}) )?(?P<n>{_NAME}) (?P<y>20\d\d)"),
)
_FORUM = re.compile(r"제(\d+)회|(\d+)(?:st|nd|rd|th) (?:forum|WHRCF|World Human)")
OURS = dt.date(2026, 11, 20)
"""The register was begun then: what has a later date tells of the work on it, when a note was written or a source read again."""


def days() -> list[dt.date]:
    """Every day on which something in the real records changes, and the day before each: adopted, announced, begun, judged, due, counted."""
    register = real()
    found = {declaration.adopted for declaration in register.declarations}
    found |= {day for forum in register.forums for day in (forum.start, forum.end, forum.announced) if day}
    found |= {day for body in register.bodies for day in (body.begins, body.announced, body.note_since) if day}
    found |= {note.as_of for note in register.notes}
    found |= {each.due for each in register.commitment_by_id.values() if each.due}
    found |= {point.on.last for measure in register.measures for series in measure.series for point in series.points}
    first = register.declarations[0].adopted
    return sorted(day for each in found for day in (each - dt.timedelta(days=1), each) if first <= day <= LATEST)


def dates(text: str) -> Iterator[tuple[str, dt.date]]:
    """Every day and month in a text, with its first day."""
    for pattern in _DAYS:
        for match in pattern.finditer(text):
            given = match.groupdict()
            month = int(given["m"]) if given.get("m") else MONTHS.index(given["n"][:3].lower()) + 1
            yield match[0], dt.date(int(given["y"]), month, int(given["d"] or 1))


def forums(text: str) -> Iterator[tuple[str, int]]:
    """Every forum that a text names by its number."""
    for match in _FORUM.finditer(text):
        yield match[0], int(match[1] or match[2])


class Known:
    """What the register as of a day knows of days and forums to come."""

    def __init__(self, then: Register, day: dt.date) -> None:
        named = " ".join(_named(then))
        self.day = day
        self.forums = {forum.number for forum in then.forums} | {number for _, number in forums(named)}
        self.ahead = {date for _, date in dates(named)} | {body.begins for body in then.bodies if body.begins}
        self.ahead |= {each for forum in then.forums for each in (forum.start, forum.end)}
        for each in then.commitment_by_id.values():
            self.ahead |= {each.due} if each.due else {each.due_within.first} if each.due_within else set()

    def hindsight(self, text: str) -> list[str]:
        """The days and forums in a text that could not be known: neither announced, nor named by what had been adopted."""
        late = [words for words, date in dates(text) if self.day < date and not OURS <= date <= LATEST and date not in self.ahead]
        return late + [words for words, number in forums(text) if number not in self.forums]


def _named(then: Register) -> Iterator[str]:
    """The words that had been adopted, with what we write of each (`Register.as_of`)."""
    for provision in then.provision_by_id.values():
        yield provision.text
        for each in provision.commitments:
            yield from (each.summary.en, each.summary.ko)
            yield from (each.test.en, each.test.ko) if each.test else ()
    for body in then.bodies:
        yield from (body.note.en, body.note.ko) if body.note else ()
