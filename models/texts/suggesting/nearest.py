"""The wordings on record, and which of them come near to new words: every commitment, and every provision that has none.

English words are compared with what was adopted, Korean ones with the Korean summaries, for no declaration on record is Korean.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from models.records.terms import Force
from models.records.texts import Commitment, Declaration, Provision
from models.register.register import Register
from models.texts.suggesting.rarity import Rarity, Telling, telling
from models.texts.suggestions import Context, InPledge, Nearest

MOST = 3
LEAST = 0.05
"""Of what is less alike than this nothing is said: any two passages of these texts are so much alike."""
BY_PLEDGE = 3
"""A wording that belongs to one of so many best pledges comes nearer by the likeness of that pledge."""


@dataclass(frozen=True)
class OnRecord:
    """A commitment or a stating provision of a declaration on record."""

    place: str
    adopted: dt.date
    said: Telling
    force: Force
    themes: tuple[str, ...]
    groups: tuple[str, ...]
    commitment: Commitment | None


@dataclass(frozen=True)
class Wordings:
    """Everything on record that new words may be compared with, in one language."""

    register: Register
    korean: bool
    passages: tuple[OnRecord, ...]
    rarity: Rarity

    @cached_property
    def by_place(self) -> dict[str, OnRecord]:
        """The passages by their places."""
        return {passage.place: passage for passage in self.passages}


def day_of(register: Register, context: Context) -> dt.date:
    """The day whose standings are told: the one asked for, else the last one that the register speaks of."""
    known = [each.adopted for each in register.declarations] + [note.written for note in register.notes]
    return context.on or max(known, default=dt.date.max)


def on_record(register: Register, without: str | None, stem: Callable[[str], str], *, korean: bool) -> tuple[OnRecord, ...]:
    """The passages of all declarations but the one that is held out."""
    found = []
    for declaration in register.declarations:
        if declaration.id != without:
            for provision in declaration.provisions:
                found += _of(declaration, provision, stem, korean=korean)
    return tuple(found)


def _of(declaration: Declaration, provision: Provision, stem: Callable[[str], str], *, korean: bool) -> list[OnRecord]:
    if not provision.commitments:
        if provision.strongest is None:
            return []
        text = provision.summary.ko if korean and provision.summary else provision.text
        said = telling(text, stem)
        return [
            OnRecord(
                provision.id,
                declaration.adopted,
                said,
                provision.strongest,
                tuple(provision.themes),
                tuple(provision.groups),
                None,
            )
        ]
    return [
        OnRecord(
            each.id,
            declaration.adopted,
            telling(each.summary.ko if korean else each.quote, stem),
            each.force,
            tuple(each.themes),
            tuple(each.groups),
            each,
        )
        for each in provision.commitments
    ]


def nearest(
    words: Telling, pledges: tuple[InPledge, ...], wordings: Wordings, context: Context, on: dt.date, most: int = MOST
) -> tuple[Nearest, ...]:
    """The earlier wordings that are most alike, each with its force and precision and how it stood on the day `on`.

    Of the text that was adopted on the same day, or of a later one, nothing is an earlier wording.
    """
    nearer: dict[str, float] = {}
    for pledge in reversed(pledges[:BY_PLEDGE]):
        own = (each.at for each in wordings.register.pledge_by_id[pledge.pledge].mentions if not each.background)
        nearer |= dict.fromkeys(own, pledge.likeness)
    earlier = (each for each in wordings.passages if context.adopted is None or each.adopted < context.adopted)
    far = ((1 - wordings.rarity.likeness(words, each.said), 1 - nearer.get(each.place, 0.0), each) for each in earlier)
    found = sorted(((1 - apart * other, each) for apart, other, each in far), key=lambda pair: (-pair[0], pair[1].place))
    return tuple(told(words, each, likeness, wordings, on) for likeness, each in found[:most] if likeness >= LEAST)


def told(words: Telling, passage: OnRecord, likeness: float, wordings: Wordings, on: dt.date) -> Nearest:
    """What is told of an earlier wording."""
    commitment = passage.commitment
    standing = wordings.register.standing_of(commitment, on).value if commitment and not commitment.in_name_only else None
    precision = commitment.precision if commitment else None
    return Nearest(passage.place, round(likeness, 3), passage.force, precision, standing, wordings.rarity.shared(words, passage.said))
