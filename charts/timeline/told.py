"""Everything that the timeline says, in one language: told once, then drawn at every size.

Rows hold days and words; where they lie on a calendar is the drawings' business. A drawing may have no room for all of them, so
headings are told for every number of rows that may be left.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from models.records.terms import Force, Ledger
from models.register.standing import Standing

LAYERS: Final = ("forums", "pledges", "due", "changes", "evidence")
YEARS: Final = (2011, 2030)

State = Literal["on-record", "not-on-record", "announced"]


@dataclass(frozen=True, slots=True)
class Forum:
    """A forum on the day it began; `adopted` is the day of its declaration where that is on record."""

    id: str
    number: int
    year: int
    start: dt.date
    adopted: dt.date | None
    state: State
    name: str
    tip: str


@dataclass(frozen=True, slots=True)
class Dated:
    """A commitment with a due day, and since when it stands as it does; or, without a commitment, a target with a day of its own."""

    id: str
    name: str
    place: str
    adopted: dt.date
    due: dt.date
    flag: str
    tip: str
    force: Force | None = None
    standing: Standing | None = None
    since: dt.date | None = None
    """None where nobody has judged it, so that its standing has no day."""
    open: bool = False
    """Whether the due day is not yet set; `due` is then the last that it can be."""

    @property
    def is_target(self) -> bool:
        return self.force is None


@dataclass(frozen=True, slots=True)
class Mention:
    """A declaration's mention of a pledge; without a force it only touches the topic."""

    id: str
    day: dt.date
    force: Force | None
    word: str
    tip: str


@dataclass(frozen=True, slots=True)
class Way:
    """From one declaration on record to the next; broken where forums between them are not on record."""

    start: dt.date
    end: dt.date
    unbroken: bool


@dataclass(frozen=True, slots=True)
class Pledge:
    """A pledge with its mentions, and the days of declarations on record that do not mention it."""

    id: str
    title: str
    mentions: tuple[Mention, ...]
    ways: tuple[Way, ...]
    silent: tuple[dt.date, ...]

    @property
    def first(self) -> dt.date:
        return min(each.day for each in self.mentions if each.force)

    @property
    def last(self) -> dt.date:
        return max(each.day for each in self.mentions if each.force)


@dataclass(frozen=True, slots=True)
class Moved:
    """Changes to one standing on one day."""

    id: str
    day: dt.date
    standing: Standing
    ledgers: tuple[Ledger, ...]
    name: str
    tip: str

    @property
    def count(self) -> str:
        return f"× {len(self.ledgers)}" if len(self.ledgers) > 1 else ""


@dataclass(frozen=True, slots=True)
class Sources:
    """How many sources speak of a year."""

    year: int
    n: int
    tip: str


@dataclass(frozen=True, slots=True)
class Words:
    """What is said in every drawing."""

    day: str
    forum: str
    changes: str
    evidence: str
    nothing: str
    no_changes: str
    key_force: str
    forces: Mapping[Force, str]


@dataclass(frozen=True, slots=True)
class Told:
    """What is drawn, in its order: `due` promises first, `pledges` those that return most often first."""

    lang: str
    on: dt.date
    years: tuple[int, int]
    layers: tuple[str, ...]
    narrowed: bool
    finding: str
    subtitle: str
    foot: str
    product: str
    alt: str
    continued: str
    forums: tuple[Forum, ...]
    due: tuple[Dated, ...]
    pledges: tuple[Pledge, ...]
    moves: tuple[Moved, ...]
    sources: tuple[Sources, ...]
    withheld: bool
    judged: bool
    """Whether anything was judged at all, in whatever years."""
    words: Words
    key: tuple[tuple[str, str], ...]
    """The signs beside the forces, each with its meaning, as `key` draws them; the standings by their own names."""
    due_headings: tuple[str, ...]
    """The heading of the due dates when so many of the first rows are left out."""
    pledge_headings: tuple[str, ...]
    """The heading of the pledges when so many are drawn."""
    changes_heading: str
    """Where all changes are drawn."""
    some_changes: tuple[str, str]
    """What stands before and after the counts where not all are."""
    all_changes: Mapping[Ledger, int]
    change_counts: Mapping[Ledger, tuple[str, ...]]
    """The words for each number of a ledger's changes that are drawn."""

    def changes_named(self, drawn: Sequence[Moved]) -> str:
        """The heading of the changes when only these are drawn."""
        shown = [ledger for move in drawn for ledger in move.ledgers]
        if not self.all_changes:
            return self.words.changes
        if len(shown) == sum(self.all_changes.values()):
            return self.changes_heading
        counts = [words[shown.count(ledger)] for ledger, words in self.change_counts.items()]
        return "\u00a0· ".join(counts).join(self.some_changes)

    @property
    def has_forces(self) -> bool:
        return bool(("pledges" in self.layers and self.pledges) or ("due" in self.layers and any(row.force for row in self.due)))
