"""Declarations in columns: how each pledge runs through the chosen texts, and what every text does with those before it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from models.records.forums import Forum
from models.records.places import text_of
from models.records.pledges import Mention, Pledge
from models.records.texts import Declaration
from models.register.lineage import Change
from models.register.passages import Subject, covers, may_say_not_carried, on_subject, places_on
from models.register.register import Register


@dataclass(frozen=True, slots=True)
class Tie:
    """What joins a mention to an earlier column; a label only where the curators' own link ends in one of the columns."""

    pledge: Pledge
    source: str
    mention: Mention | None = None
    change: Change | None = None


@dataclass(frozen=True, slots=True)
class Saying:
    """One passage in a column, with what joins it to the columns before."""

    place: str
    ties: tuple[Tie, ...]


@dataclass(frozen=True, slots=True)
class Thread:
    """Pledges that stand in the same passages, column by column; an empty cell means on record and not mentioned."""

    pledges: tuple[Pledge, ...]
    cells: tuple[tuple[Saying, ...], ...]


@dataclass(frozen=True, slots=True)
class Step:
    """What one text does with the pledges of the chosen texts before it."""

    later: Declaration
    earlier: tuple[Declaration, ...]
    carried: tuple[Tie, ...]
    """Mentioned here and in an earlier column, by the strongest words of this text."""
    new: tuple[Pledge, ...]
    """Mentioned here and in no earlier column."""
    silent: tuple[Pledge, ...]
    """Mentioned in the column just before and not here, with forums between or records withheld: nothing follows from it."""
    not_carried: tuple[Pledge, ...]
    """The same between two consecutive forums."""

    @property
    def before(self) -> Declaration:
        return self.earlier[-1]

    @property
    def mentioned(self) -> int:
        """How many pledges on the subject this text mentions."""
        return len(self.carried) + len(self.new)


def threads(register: Register, declarations: tuple[Declaration, ...], subject: Subject) -> tuple[Thread, ...]:
    """The pledges on the subject, each with all its own mentions in the chosen texts, in the order of the pledges.

    A pledge is followed if two of the texts mention it on the subject, or if the reader named it. Its other mentions in
    these texts are there too, or an empty cell would say that a text is silent when it speaks of the pledge elsewhere.
    """
    places = {each.id: places_on(register, each, subject) for each in declarations}
    together: dict[tuple[tuple[str, ...], ...], list[Pledge]] = {}
    for pledge in register.pledges:
        if _followed(register, pledge, places, subject):
            cells = tuple(tuple(mention.at for mention in _own(pledge, each.id)) for each in declarations)
            together.setdefault(cells, []).append(pledge)
    return tuple(
        Thread(
            pledges=tuple(pledges),
            cells=tuple(tuple(Saying(place, _ties_at(register, pledges, place, declarations)) for place in cell) for cell in cells),
        )
        for cells, pledges in together.items()
    )


def alone(
    register: Register, declarations: tuple[Declaration, ...], subject: Subject, found: tuple[Thread, ...]
) -> tuple[tuple[str, ...], ...]:
    """The passages on the subject that stand in no thread, column by column."""
    shown = [saying.place for thread in found for cell in thread.cells for saying in cell]
    return tuple(
        tuple(place for place in places_on(register, each, subject) if not covers(register, shown, place)) for each in declarations
    )


def steps(register: Register, declarations: tuple[Declaration, ...], subject: Subject) -> tuple[Step, ...]:
    """For every text after the first: what it carries, what is new in it, and what of the text just before it leaves out."""
    places = {each.id: places_on(register, each, subject) for each in declarations}
    followed = [pledge for pledge in register.pledges if _followed(register, pledge, places, subject)]
    found = []
    for number, (before, later) in enumerate(pairwise(declarations), start=1):
        earlier = declarations[:number]
        carried, new, silent = [], [], []
        for pledge in register.pledges:
            years = register.recurrence(pledge)
            mention = register.strongest_mention(pledge, later.id)
            if mention is None:
                if before.id in years and (pledge in followed or on_subject(register, subject, pledge, before.id, places[before.id])):
                    silent.append(pledge)
            elif tie := _tie(register, pledge, mention, declarations):
                carried += [tie] if pledge in followed else []
            elif pledge in followed or on_subject(register, subject, pledge, later.id, places[later.id]):
                new.append(pledge)
        not_carried = tuple(pledge for pledge in silent if may_say_not_carried(register, before.id, later.id, pledge))
        rest = tuple(pledge for pledge in silent if pledge not in not_carried)
        found.append(Step(later, earlier, tuple(carried), tuple(new), rest, not_carried))
    return tuple(found)


def last_on_record(register: Register, pledge: Pledge, before: str) -> str | None:
    """The latest text before `before` that mentions the pledge itself."""
    return max((year for year in register.recurrence(pledge) if year < before), default=None)


def gaps(register: Register, declarations: tuple[Declaration, ...]) -> tuple[tuple[Forum, ...], ...]:
    """The forums without a text on record, run by run, between each column and the next."""
    runs: list[tuple[Forum, ...]] = []
    for before, later in pairwise(declarations):
        run: list[Forum] = []
        for forum in register.forums_between(before.id, later.id):
            if register.declaration_of(forum.number) is None:
                run.append(forum)
            elif run:
                runs.append(tuple(run))
                run = []
        if run:
            runs.append(tuple(run))
    return tuple(runs)


def _own(pledge: Pledge, year: str) -> list[Mention]:
    return [mention for mention in pledge.mentions if mention.declaration == year and not mention.background]


def _followed(register: Register, pledge: Pledge, places: dict[str, tuple[str, ...]], subject: Subject) -> bool:
    years = {
        mention.declaration
        for year, found in places.items()
        for mention in _own(pledge, year)
        if (pledge.id in subject.pledges if subject.pledges else covers(register, found, mention.at))
    }
    return len(years) >= (1 if subject.pledges else 2)


def _tie(register: Register, pledge: Pledge, mention: Mention, declarations: tuple[Declaration, ...]) -> Tie | None:
    """The curators' link if it ends in a column, else the strongest words in the latest column before; None if there are none."""
    earlier = [each.id for each in declarations if each.id < mention.declaration]
    if mention.source and text_of(mention.source) in earlier:
        return Tie(pledge, mention.source, mention, register.change_at(mention))
    for year in reversed(earlier):
        before = register.strongest_mention(pledge, year)
        if before:
            return Tie(pledge, before.at)
    return None


def _ties_at(register: Register, pledges: list[Pledge], place: str, declarations: tuple[Declaration, ...]) -> tuple[Tie, ...]:
    found = (
        _tie(register, pledge, mention, declarations)
        for pledge in pledges
        for mention in _own(pledge, text_of(place))
        if mention.at == place
    )
    return tuple(tie for tie in found if tie)
