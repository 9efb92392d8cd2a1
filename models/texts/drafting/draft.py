"""What is said of a draft: its parts in order, what the words of each seem to do, what was said before, and remarks on them.

All of it is suggested by rules and by the records, and a drafter may know better. Places of the draft are short (`c2a`), those on record
full (`2024-c2a`). Promises, asks and hopes are told apart everywhere and never added together.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from models.records.terms import Force, Ledger, Precision
from models.register.lineage import Change
from models.texts.parts import Part, Reading
from models.texts.source import Stretch
from models.texts.suggestions import Context, InPledge, Nearest, Suggested, SuggestedCommitment, SuggestedProvision


class Kind(StrEnum):
    """What is remarked on words of a draft. Those from `NO_EVIDENCE` to `CONTRARY` speak of an earlier wording of the same pledge."""

    WEAKER = "weaker"
    FIRMER = "firmer"
    SHIFTED = "shifted"
    """One of force and precision is higher than before, the other lower."""
    NAME_ONLY = "name-only"
    NO_ADDRESSEE = "no-addressee"
    NOT_CHECKABLE = "not-checkable"
    NO_DATE = "no-date"
    NOT_THERE = "not-there"
    """Who is asked is not among those who speak, so that the text cannot bind them."""
    NO_UNIT = "no-unit"
    NO_EVIDENCE = "no-evidence"
    """Somebody looked and found nothing."""
    NOT_ASSESSED = "not-assessed"
    """Nobody has looked."""
    OVERDUE = "overdue"
    WITHHELD = "withheld"
    """Somebody looked, and a mistake in the records hides what was found."""
    CONTRARY = "contrary"


@dataclass(frozen=True, slots=True)
class Remark:
    """One remark, to be told by `telling.remark`."""

    kind: Kind
    ledger: Ledger | None = None
    """Whether the earlier words promised, asked or hoped; None where no earlier words are spoken of."""
    words: Mapping[str, str] = field(default_factory=dict)
    """What fills the sentence, as codes: `place`, `precision`, `due`, `now` and `before` (`undertakes checkable`); `words` and `who` are quoted."""
    at: Stretch | None = None
    """The characters of the part's text that are remarked on; None for the passage as a whole."""

    @property
    def key(self) -> str:
        """The label that says it."""
        return f"draft.remark_{self.kind}_{self.ledger}" if self.ledger else f"draft.remark_{self.kind}"


@dataclass(frozen=True, slots=True)
class Unit:
    """A commitment of the draft, or the words of a provision that has none."""

    place: str
    """`c2a`, or `p5` for a provision without commitments."""
    quote: str
    at: Stretch
    """Where the words stand in the text of the part."""
    force: Suggested[Force]
    precision: Suggested[Precision | None] | None
    """None for what promises, asks and hopes nothing."""
    suggested: SuggestedCommitment | SuggestedProvision
    pledges: tuple[InPledge, ...] = ()
    nearest: tuple[Nearest, ...] = ()
    before: Nearest | None = None
    """The earlier wording that it is compared with."""
    change: Change | None = None
    """What became of the earlier wording; None where it is compared with none."""
    remarks: tuple[Remark, ...] = ()

    @property
    def ledger(self) -> Ledger | None:
        """The ledger that it would count in."""
        if self.force.value is Force.UNDERTAKES:
            return Ledger.PROMISES
        if self.force.value in (Force.ASKS, Force.URGES):
            return Ledger.ASKS
        return Ledger.HOPES if self.force.value is Force.HOPES else None


@dataclass(frozen=True, slots=True)
class Passage:
    """A part of the draft with what is said of it; nothing is said of titles, headings, epigraphs and footnotes."""

    part: Part
    units: tuple[Unit, ...] = ()
    remarks: tuple[Remark, ...] = ()
    """On the provision as a whole."""


@dataclass(frozen=True, slots=True)
class Carried:
    """A pledge that the draft carries on: its strongest words in the draft against the strongest ones in the latest text that has it."""

    pledge: str
    place: str
    """In the draft."""
    before: str
    """On record."""
    change: Change


@dataclass(frozen=True, slots=True)
class NotInDraft:
    """A promise, ask or hope of the last declaration on record that nothing in the draft seems to carry on, or not all of it."""

    place: str
    ledger: Ledger
    pledges: tuple[str, ...]
    """What of it is not in the draft, as pledges; empty for words that belong to none."""
    elsewhere: tuple[str, ...]
    """The pledges of the same words that the draft does carry on; empty where nothing of them is in it."""
    standing: str
    """How it stands on the day that is looked at, as the register says it."""
    overdue: bool


@dataclass(frozen=True)
class Draft:
    """A draft read against the register."""

    reading: Reading
    context: Context
    passages: tuple[Passage, ...]
    last: str | None
    """The last declaration on record before the draft; None where there is none."""
    between: tuple[int, ...] = ()
    """The forums between that declaration and the draft: of what they said nothing can be read here."""
    carried: tuple[Carried, ...] = ()
    new: tuple[str, ...] = ()
    """Places of promises, asks and hopes of the draft to which nothing on record comes near."""
    not_in_draft: tuple[NotInDraft, ...] = ()

    @property
    def units(self) -> tuple[Unit, ...]:
        """All units of the draft in order."""
        return tuple(unit for passage in self.passages for unit in passage.units)

    def of(self, ledger: Ledger) -> tuple[Unit, ...]:
        """The units of one ledger."""
        return tuple(unit for unit in self.units if unit.ledger is ledger)
