"""What a suggestion says: the coding that rules and records propose for a provision, how sure it is, and why.

None of it is a record. A coder decides; a suggestion is laid beside the words and can be wrong.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Generic, TypeVar

from models.records.dates import PartialDate
from models.records.terms import Force, Precision, Scope
from models.texts.source import Stretch

Value = TypeVar("Value")


class Sure(StrEnum):
    """How sure a suggestion is: `sure` rests on one rule that fits and no other, `likely` on a rule with a rival, `guess` on little."""

    SURE = "sure"
    LIKELY = "likely"
    GUESS = "guess"


@dataclass(frozen=True, slots=True)
class Reason:
    """Why something is suggested: the label `texts.because_<rule>` filled with `words`, which quote what decided."""

    rule: str
    words: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Suggested(Generic[Value]):
    """A value that is suggested."""

    value: Value
    sure: Sure
    why: Reason
    at: Stretch | None = None
    """The characters of the provision's text that decided."""


@dataclass(frozen=True, slots=True)
class Due:
    """A day by which something is to be done, and the words that set it."""

    words: str
    day: dt.date | None = None
    within: PartialDate | None = None
    """The month or year that the words name, where no day can be known."""
    forum: int | None = None
    """The edition at which it is to be done, where the words name one."""


@dataclass(frozen=True, slots=True)
class Target:
    """A number to reach, with what it counts in the words of the text."""

    value: int
    unit: str
    words: str


@dataclass(frozen=True, slots=True)
class InPledge:
    """A pledge that the words may belong to; the best comes first."""

    pledge: str
    likeness: float
    """0 to 1; only its order means something."""
    sure: Sure
    why: Reason
    background: bool = False
    """It only touches the topic."""
    scope: Scope | None = None
    nearest: str | None = None
    """The latest earlier mention of that pledge, as a place such as `2024-c2a`."""


@dataclass(frozen=True, slots=True)
class Nearest:
    """An earlier wording that comes near."""

    place: str
    """`2024-c2a`, or `2024-p7` for a provision that promises nothing."""
    likeness: float
    force: Force
    precision: Precision | None
    standing: str | None
    """How it stands on the day that is looked at, as the register says it; None for what cannot be judged."""
    shared: tuple[str, ...] = ()
    """The telling words that both have."""


@dataclass(frozen=True, slots=True)
class SuggestedCommitment:
    """One commitment that a provision seems to hold."""

    quote: str
    at: Stretch
    """Where the quote stands in the text of the provision."""
    verb: str
    force: Suggested[Force]
    precision: Suggested[Precision | None]
    by: tuple[str, ...] = ()
    to: tuple[str, ...] = ()
    to_words: str | None = None
    """Who is asked, in the words of the text, also where no body of the vocabulary has that name."""
    partners: tuple[str, ...] = ()
    due: Due | None = None
    target: Target | None = None
    themes: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    items: tuple[str, ...] = ()
    """The checklist that one verb with several nouns makes, in the words of the text."""
    items_closed: bool = False
    pledges: tuple[InPledge, ...] = ()
    nearest: tuple[Nearest, ...] = ()
    split: Reason | None = None
    """Why it is a commitment of its own beside another of the same provision."""


@dataclass(frozen=True, slots=True)
class SuggestedProvision:
    """What is suggested for one provision: a force of its own, or the commitments in it."""

    place: str
    text: str
    force: Suggested[Force]
    """Its own force where there are no commitments, else that of the strongest."""
    themes: tuple[str, ...] = ()
    commitments: tuple[SuggestedCommitment, ...] = ()
    pledges: tuple[InPledge, ...] = ()
    """Of a provision without commitments."""
    nearest: tuple[Nearest, ...] = ()


@dataclass(frozen=True, slots=True)
class Context:
    """What is known of the text besides its words."""

    language: str | None = "en"
    adopted: dt.date | None = None
    forum: int | None = None
    on: dt.date | None = None
    """The day whose standings are told; the day of the register where nothing is said."""
    without: str | None = None
    """A declaration whose own records are held out, so that a text on record can be suggested for honestly."""
    leads: Mapping[str, str] = field(default_factory=dict, hash=False)
    """Of each place that stands under one: the line that governs it, such as "We call on governments to:" (`leading.leads`)."""
