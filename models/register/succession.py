"""What one declaration did with the commitments of the forum just before it, and what is new in it.

A commitment is followed through the pledges it stands in, and it may stand in several. The rule for the count: it is
carried forward if the later text mentions at least one of them by more than its topic; its topic is touched if the later
text does no more than that; else it is not mentioned. Only two consecutive forums are ever compared in this way.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from enum import StrEnum

from models.records.places import text_of
from models.records.pledges import Mention, Pledge
from models.records.terms import Ledger
from models.records.texts import Commitment, Declaration
from models.register.lineage import Change
from models.register.passages import unthreaded
from models.register.register import Register
from models.register.threads import last_on_record


class Outcome(StrEnum):
    """What the later text does with one commitment."""

    CARRIED = "carried"
    TOPIC = "topic"
    SILENT = "silent"
    UNTRACED = "untraced"
    """It stands in no pledge, so that nothing can be said."""
    UNSURE = "unsure"
    """Records are withheld, so that silence means nothing."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the later text says of one pledge that the commitment stands in."""

    pledge: Pledge
    mentions: tuple[Mention, ...]
    topics: tuple[Mention, ...]
    """Mentions that only touch the topic; they do not count."""


@dataclass(frozen=True, slots=True)
class Fate:
    """One commitment of the earlier text and what became of it in the later one."""

    commitment: Commitment
    answers: tuple[Answer, ...]
    outcome: Outcome
    labels: frozenset[Change]
    """Those of the strongest later mention of each pledge, where the link goes to this very commitment."""

    @property
    def label(self) -> Change | None:
        """The one label it counts under; None where no link goes to its own words, or the labels differ by pledge."""
        return next(iter(self.labels)) if len(self.labels) == 1 else None

    @property
    def carried(self) -> tuple[Answer, ...]:
        return tuple(answer for answer in self.answers if answer.mentions)

    def linked(self, mention: Mention) -> bool:
        """Whether the curators compared the later mention with this very commitment."""
        return mention.source in (self.commitment.id, self.commitment.provision)


@dataclass(frozen=True, slots=True)
class Newcomer:
    """A pledge that the earlier text does not mention."""

    pledge: Pledge
    last: str | None
    """The latest text on record before that mentions it."""
    topics: tuple[Mention, ...]
    """Where the earlier text touches its topic."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """One commitment of the later text, its pledges parted by whether the earlier text mentions them."""

    commitment: Commitment
    new: tuple[Newcomer, ...]
    known: tuple[Pledge, ...]

    @property
    def wholly(self) -> bool:
        return bool(self.new) and not self.known


@dataclass(frozen=True, slots=True)
class Succession:
    """Two consecutive declarations; the ledgers are kept apart everywhere."""

    earlier: Declaration
    later: Declaration
    fates: tuple[Fate, ...]
    arrivals: tuple[Arrival, ...]
    stated: tuple[Newcomer, ...]
    """Pledges that only the provisions without commitments of the later text mention."""
    whole: bool
    """No record is withheld that could break a silence, and the later text was compared with the pledges."""

    def fates_in(self, ledger: Ledger) -> tuple[Fate, ...]:
        return tuple(fate for fate in self.fates if fate.commitment.ledger is ledger)

    def arrivals_in(self, ledger: Ledger) -> tuple[Arrival, ...]:
        """All commitments of the later text in one ledger, also those with nothing new in them."""
        return tuple(arrival for arrival in self.arrivals if arrival.commitment.ledger is ledger)

    def outcomes(self, ledger: Ledger) -> Counter[Outcome]:
        return Counter(fate.outcome for fate in self.fates_in(ledger))

    def labels(self, ledger: Ledger) -> Counter[Change | None]:
        """The labels of those carried forward; None counts those without one label of their own."""
        return Counter(fate.label for fate in self.fates_in(ledger) if fate.outcome is Outcome.CARRIED)


def predecessor(register: Register, later: Declaration) -> Declaration | None:
    """The text of the forum just before, if it is on record."""
    return register.declaration_of(later.forum - 1)


def succession(register: Register, earlier: Declaration, later: Declaration) -> Succession:
    """Follow every commitment of the earlier text into the later one; refuses two texts with a forum between them."""
    if not register.consecutive(earlier.id, later.id):
        raise ValueError(f"{earlier.id} and {later.id} are not consecutive, so silence means nothing")
    whole = later.id not in unthreaded(register) and not any(_may_matter(id_, earlier.id, later.id) for id_ in register.lost)
    arrivals = tuple(_arrival(register, each, earlier.id, later.id) for each in _counted(later))
    committed = {pledge.id for arrival in arrivals for pledge in (*arrival.known, *(each.pledge for each in arrival.new))}
    stated = tuple(
        _newcomer(register, pledge, earlier.id, later.id)
        for pledge in register.pledges
        if pledge.id not in committed and later.id in (years := register.recurrence(pledge)) and earlier.id not in years
    )
    fates = tuple(_fate(register, each, later.id, whole) for each in _counted(earlier))
    return Succession(earlier, later, fates, arrivals, stated, whole)


def _counted(declaration: Declaration) -> list[Commitment]:
    """The commitments that stand in a ledger; a promise in name only stands in none."""
    return [each for provision in declaration.provisions for each in provision.commitments if each.ledger]


def _fate(register: Register, commitment: Commitment, later: str, whole: bool) -> Fate:
    answers = tuple(
        Answer(
            pledge,
            tuple(mention for mention in pledge.mentions if mention.declaration == later and not mention.background),
            tuple(mention for mention in pledge.mentions if mention.declaration == later and mention.background),
        )
        for pledge in _pledges(register, commitment)
    )
    fate = Fate(commitment, answers, _outcome(answers, whole), frozenset())
    strongest = [found for answer in fate.carried if (found := register.strongest_mention(answer.pledge, later))]
    labels = (register.change_at(mention) for mention in strongest if fate.linked(mention))
    return Fate(commitment, answers, fate.outcome, frozenset(label for label in labels if label))


def _outcome(answers: tuple[Answer, ...], whole: bool) -> Outcome:
    if any(answer.mentions for answer in answers):
        return Outcome.CARRIED
    if not whole:
        return Outcome.UNSURE
    if not answers:
        return Outcome.UNTRACED
    return Outcome.TOPIC if any(answer.topics for answer in answers) else Outcome.SILENT


def _arrival(register: Register, commitment: Commitment, earlier: str, later: str) -> Arrival:
    pledges = _pledges(register, commitment)
    known = tuple(pledge for pledge in pledges if earlier in register.recurrence(pledge))
    return Arrival(commitment, tuple(_newcomer(register, pledge, earlier, later) for pledge in pledges if pledge not in known), known)


def _newcomer(register: Register, pledge: Pledge, earlier: str, later: str) -> Newcomer:
    topics = tuple(mention for mention in pledge.mentions if mention.declaration == earlier and mention.background)
    return Newcomer(pledge, last_on_record(register, pledge, later), topics)


def _pledges(register: Register, commitment: Commitment) -> tuple[Pledge, ...]:
    """The pledges that the commitment stands in by more than their topic."""
    found = (*register.pledges_at(commitment.id), *register.pledges_at(commitment.provision))
    return tuple({pledge.id: pledge for pledge, mention in found if not mention.background}.values())


def _may_matter(lost: str, earlier: str, later: str) -> bool:
    """Whether a withheld record may be one of the two texts or a pledge; a bare name may be that of a pledge."""
    kind, slash, _ = lost.partition("/")
    if slash:
        return kind in ("pledges", "declarations")
    return text_of(lost) in (earlier, later) if re.match(r"\d{4}", lost) else not lost.isdigit()
