"""What a brief can be about, and what it holds: commitments with their standing, counts, strongest wordings, questions.

models/brief/gathering.py gathers everything that could be told, the important first; how much of it two pages hold is
settled later, and the sentences are made in models/brief/telling.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from models.records.evidence import Evidence
from models.records.forums import Forum
from models.records.notes import Note
from models.records.pledges import Pledge
from models.records.terms import Grade, Ledger
from models.records.texts import Commitment
from models.register import answering, standing
from models.register.answering import Capacity
from models.register.lineage import Wording
from models.register.register import Register
from models.register.standing import Standing

QUESTIONS = 3
"""How many questions the reader is told to expect."""
AND: Final = "+"
"""What stands between the subjects of one brief: `theme:poverty+theme:health`."""
MOST: Final = 5
"""No brief names more subjects: its title names them all."""


class Kind(StrEnum):
    """What a brief can be about."""

    CITY = "city"
    """A city or another body that has to answer for something."""
    THEME = "theme"
    GROUP = "group"
    PLEDGE = "pledge"
    FORUM = "forum"


@dataclass(frozen=True, slots=True)
class Subject:
    """One thing that a brief can be about, as the address names it: `city:gwangju`, `forum:14`."""

    kind: Kind
    id: str

    @property
    def address(self) -> str:
        return f"{self.kind}:{self.id}"


@dataclass(frozen=True, slots=True)
class About:
    """What one brief is about, in the order of the register.

    Of several subjects of one kind a commitment is on any, of several kinds it is on one of each: as the filters of the pages read it.
    """

    subjects: tuple[Subject, ...]

    @property
    def address(self) -> str:
        return AND.join(subject.address for subject in self.subjects)

    @property
    def kinds(self) -> tuple[Kind, ...]:
        return tuple(dict.fromkeys(subject.kind for subject in self.subjects))

    @property
    def body(self) -> str | None:
        """The city or body that has to answer for what is told, where it is about one."""
        return next(iter(self.of(Kind.CITY)), None)

    @property
    def forum(self) -> int | None:
        """The one forum that it is about, and about nothing else."""
        forums = self.of(Kind.FORUM)
        return int(forums[0]) if len(forums) == len(self.subjects) == 1 else None

    def of(self, kind: Kind) -> tuple[str, ...]:
        """The ids of its subjects of one kind."""
        return tuple(subject.id for subject in self.subjects if subject.kind is kind)


class Why(StrEnum):
    """Why there is no brief about what was asked for."""

    UNKNOWN = "unknown"
    BODIES = "bodies"
    """Several cities or bodies: what binds each, and its own record, are told of one at a time."""
    MANY = "many"


@dataclass(frozen=True, slots=True)
class Refused:
    """That there is no brief about this, and what of it stands in the way."""

    why: Why
    named: tuple[str, ...]


@dataclass(frozen=True)
class Item:
    """One commitment as the brief needs it: its words are in it, where it stands and on what beside it."""

    commitment: Commitment
    standing: Standing
    note: Note | None
    """The note that decides where it stands as a whole."""
    overdue: bool = False
    punctuality: str | None = None
    capacity: Capacity | None = None
    """As what the body is bound, where the brief is about a body."""
    hosted: bool = False
    """Whether the body hosted the forum that said so, and so was there."""
    by_name: bool = False
    """Whether an ask names the body the brief is about."""
    own: Note | None = None
    """The newest note on the body's own record, never counted as the whole."""
    own_withheld: bool = False
    """Whether a note on the body's own record is withheld that may be newer than what can be read."""
    against: Note | None = None
    """The newest note that found an act against the words, by whomever."""
    self_reported: bool = False
    only: str | None = None
    """The one city on whose own record the judgement of all rests."""

    @property
    def telling(self) -> Note | None:
        """The note that the brief tells: the body's own record where there is one."""
        return self.own or self.note


@dataclass(frozen=True)
class Tally:
    """One ledger counted for itself."""

    ledger: Ledger
    n: int
    by: Mapping[Standing, int]

    @property
    def assessable(self) -> int:
        return self.n - self.by[Standing.NOT_ASSESSABLE]

    @property
    def begun(self) -> int:
        return sum(self.by[each] for each in standing.STARTED_OR_FURTHER)


@dataclass(frozen=True)
class Agreed:
    """The strongest wording of one or more pledges, the newest of equals; `since` is a newer text that says less."""

    place: str
    wording: Wording
    pledges: tuple[Pledge, ...]
    since: tuple[str, Wording] | None = None


class Asking(StrEnum):
    """Why a question is to be expected; the first that apply are taken, each kind once."""

    CONTRARY = "contrary"
    OVERDUE = "overdue"
    WEAKENED = "weakened"
    COMING = "coming"
    NO_EVIDENCE = "no-evidence"
    DROPPED = "dropped"
    SELF_REPORTED = "self-reported"
    FINISHED = "finished"
    FIRM = "firm"
    NOT_ON_RECORD = "not-on-record"
    VAGUE = "vague"
    CALLED = "called"


@dataclass(frozen=True)
class Question:
    """One question with what its answer needs."""

    why: Asking
    item: Item | None = None
    pledge: Pledge | None = None
    earlier: str = ""
    later: str = ""

    @property
    def places(self) -> set[str]:
        """The commitments and provisions that it is about."""
        named = {self.earlier, self.later} if self.why is Asking.WEAKENED else {self.earlier}
        return ({self.item.commitment.id} if self.item else set()) | (named - {""})


@dataclass(frozen=True)
class Brief:
    """Everything on record about what was asked for as of one day, the important first."""

    about: About
    on: dt.date
    register: Register = field(repr=False)
    promised: tuple[Item, ...]
    asked: tuple[Item, ...]
    due: tuple[Item, ...]
    tallies: tuple[Tally, ...]
    in_name_only: tuple[Item, ...]
    """Numbered commitments on the subject that bind nobody, and so are in no ledger."""
    agreed: tuple[Agreed, ...]
    forums: tuple[Forum, ...]
    """The forums that had begun, or were announced, by the day."""
    unnamed: tuple[Subject, ...] = ()
    """The themes, groups and pledges among its subjects that no commitment on record names."""
    perhaps: bool = False
    """About a city that the promises bind only if it took part, which is not on record."""
    questions: tuple[Question, ...] = ()
    withheld: int = 0
    """How many records of the register are missing because something is wrong with them."""
    root: str = ""
    """The full address of the register, without a stroke at its end, where it is known."""

    @property
    def items(self) -> tuple[Item, ...]:
        return (*self.promised, *self.asked)

    @property
    def empty(self) -> bool:
        return not self.items

    @property
    def textless(self) -> tuple[Subject, ...]:
        """The forums among its subjects whose declarations are not on record."""
        forums = (subject for subject in self.about.subjects if subject.kind is Kind.FORUM)
        return tuple(forum for forum in forums if self.register.declaration_of(int(forum.id)) is None)

    @property
    def all_unnamed(self) -> bool:
        """About nothing that a commitment on record names."""
        return self.empty and not self.in_name_only and self.unnamed == self.about.subjects

    @property
    def without_text(self) -> bool:
        """About forums whose declarations are not on record, all of them."""
        return bool(self.textless) and len(self.textless) == len(self.about.of(Kind.FORUM))

    @property
    def begins(self) -> dt.date | None:
        """The first day of the body that the brief is about, where it answers to nothing from before."""
        return self.register.body_by_id[self.about.body].begins if self.about.body else None

    @property
    def on_one_city(self) -> tuple[str, ...]:
        """For each promise known to be started or further on the own record of one city only: that city."""
        return tuple(item.only for item in self.promised if item.only)

    @property
    def not_on_record(self) -> tuple[Forum, ...]:
        return tuple(forum for forum in self.forums if self.register.declaration_of(forum.number) is None)

    @property
    def declarations(self) -> tuple[str, ...]:
        """The declarations that say something about the subject, oldest first."""
        return tuple(sorted({item.commitment.declaration for item in self.items}))

    @property
    def judged(self) -> tuple[Item, ...]:
        """What is told with its evidence: acts against the words first, then promises before asks, the newest and firmest first."""
        found = [item for item in self.items if item.telling]
        return tuple(sorted(found, key=lambda item: item.against is None))

    def tally(self, ledger: Ledger) -> Tally:
        return next(tally for tally in self.tallies if tally.ledger is ledger)

    def own(self, ledger: Ledger) -> tuple[Item, ...]:
        return tuple(item for item in self.items if item.own and item.commitment.ledger is ledger)


def subjects(register: Register) -> tuple[Subject, ...]:
    """Everything a brief can be about."""
    return (
        *(Subject(Kind.CITY, body.id) for body in answering.answering(register)),
        *(Subject(Kind.THEME, theme.id) for theme in register.themes),
        *(Subject(Kind.GROUP, group.id) for group in register.groups),
        *(Subject(Kind.PLEDGE, pledge.id) for pledge in register.pledges),
        *(Subject(Kind.FORUM, str(forum.number)) for forum in reversed(register.forums)),
    )


def named(address: str) -> tuple[str, ...]:
    """The subjects that an address names, each once."""
    return tuple(dict.fromkeys(each for each in address.split(AND) if each)) or (address,)


def in_link(said: str) -> str:
    """The address in what a link says of it: in a link that was typed a + stands for a space, and so comes as one."""
    return AND.join(said.split())


def about(register: Register, address: str) -> About | Refused:
    """What an address asks a brief about, or why there is none."""
    asked, every = named(address), {subject.address: subject for subject in subjects(register)}
    unknown = tuple(each for each in asked if each not in every)
    if unknown:
        return Refused(Why.UNKNOWN, unknown)
    found = About(tuple(subject for subject in every.values() if subject.address in asked))
    if len(found.of(Kind.CITY)) > 1:
        return Refused(Why.BODIES, tuple(f"{Kind.CITY}:{id_}" for id_ in found.of(Kind.CITY)))
    return Refused(Why.MANY, asked) if len(asked) > MOST else found


def best_sources(register: Register, note: Note) -> tuple[Evidence, ...]:
    """The evidence of a note, nearest to the act first."""
    cited = [register.evidence_by_id[id_] for id_ in note.evidence if id_ in register.evidence_by_id]
    return tuple(sorted(cited, key=lambda source: list(Grade).index(register.grade_of(source))))


def addressees(register: Register, commitment: Commitment) -> tuple[str, ...]:
    """Whom an ask or a hope speaks to, as ids of bodies."""
    return tuple(id_ for id_ in commitment.to if id_ in register.body_by_id)
