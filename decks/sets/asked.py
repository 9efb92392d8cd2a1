"""Which set of slides is asked for: `forum`, `since`, `due`, `unknown`, `turn:2023-2024`, `quote:2024-c2a`,
`measure:campaign`, or what a brief can be about."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from models.brief import facts
from models.brief.facts import About
from models.register.register import Register


class Kind(StrEnum):
    """The kinds of ready sets."""

    FORUM = "forum"
    """The forum in ten slides."""
    SINCE = "since"
    """What changed since the last forum."""
    DUE = "due"
    UNKNOWN = "unknown"
    """What the register does not know."""
    TURN = "turn"
    """One declaration against the next on record."""
    QUOTE = "quote"
    """The words at one place."""
    MEASURE = "measure"
    """One measure: what is counted, and the target."""
    ABOUT = "about"
    """A pledge, a theme, a group of people, a city, a forum, or several of them, as a brief reads it."""
    OWN = "own"
    """Nothing but what somebody chose."""


AT_HAND: Final = (Kind.FORUM, Kind.SINCE, Kind.DUE, Kind.UNKNOWN)
"""The sets that a meeting asks for most."""
ALONE: Final = (*AT_HAND, Kind.OWN)
"""Sets that need nothing named."""
EVERYTHING: Final = About(())
"""No subject in particular: the whole register."""
NARROWED: Final = (Kind.SINCE, Kind.DUE, Kind.UNKNOWN)
"""Sets that subjects narrow: `due+theme:poverty`."""


class Why(StrEnum):
    """Why there is no such set."""

    UNKNOWN = "unknown"
    """There is nothing of that name."""
    NOT_NARROWED = "not-narrowed"
    SUBJECTS = "subjects"
    """The subjects cannot be told together: several cities, or too many."""
    SLIDE = "slide"
    """The set has no slide of that name."""
    MANY = "many"
    """More slides than a meeting has patience for."""


@dataclass(frozen=True, slots=True)
class Refused:
    """That there are no such slides, and what of the address stands in the way."""

    why: Why
    given: str


@dataclass(frozen=True, slots=True)
class Asked:
    """One set: its kind, what it names (a place, two years, a measure), and the subjects that it is about or narrowed to."""

    kind: Kind
    id: str = ""
    about: About = EVERYTHING

    @property
    def address(self) -> str:
        if self.kind is Kind.ABOUT:
            return self.about.address
        named = f"{self.kind}:{self.id}" if self.id else self.kind.value
        return facts.AND.join(filter(None, [named, self.about.address]))


def asked(register: Register, address: str) -> Asked | Refused:
    """What an address asks for, or why there is no such set; the register is the one as of the day."""
    head, _, rest = facts.in_link(address).partition(facts.AND)
    kind, _, id_ = head.partition(":")
    if head in ALONE:
        found = Kind(head)
        if not rest:
            return Asked(found)
        if found not in NARROWED:
            return Refused(Why.NOT_NARROWED, head)
        about = _about(register, rest)
        return about if isinstance(about, Refused) else Asked(found, about=about)
    if kind == Kind.TURN and not rest:
        return _turn(register, id_)
    if kind == Kind.QUOTE and not rest:
        known = id_ in register.commitment_by_id or id_ in register.provision_by_id
        return Asked(Kind.QUOTE, id_) if known else Refused(Why.UNKNOWN, head)
    if kind == Kind.MEASURE and not rest:
        return Asked(Kind.MEASURE, id_) if id_ in register.measure_by_id else Refused(Why.UNKNOWN, head)
    if kind == "declaration" and not rest:
        declaration = register.declaration_by_id.get(id_)
        if declaration is None:
            return Refused(Why.UNKNOWN, head)
        address = f"forum:{declaration.forum}"
    about = _about(register, address)
    return about if isinstance(about, Refused) else Asked(Kind.ABOUT, about=about)


def _about(register: Register, address: str) -> About | Refused:
    found = facts.about(register, address)
    if isinstance(found, About):
        return found
    named = facts.AND.join(found.named)
    return Refused(Why.UNKNOWN if found.why is facts.Why.UNKNOWN else Why.SUBJECTS, named)


def _turn(register: Register, id_: str) -> Asked | Refused:
    """Two declarations on record, the earlier first."""
    earlier, _, later = id_.partition("-")
    texts = list(register.declaration_by_id)
    known = earlier in texts and later in texts and texts.index(earlier) < texts.index(later)
    return Asked(Kind.TURN, id_) if known else Refused(Why.UNKNOWN, f"{Kind.TURN}:{id_}")
