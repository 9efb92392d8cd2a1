"""How alike the first and the second, blind judgement of the same commitments are (codebook, 4).

The first judgement is the note that decided before the second was made, also where it was corrected since; the second is
on record as it was given. Agreement is measured as for the two codings (`agreement`), with the five things that a note can
find as an ordinal scale.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from models.records.judgements import Judgements, SecondJudgement
from models.records.terms import Status
from models.register import standing
from models.register.agreement import Alike, alike
from models.register.register import Register

SCALE = (Status.CONTRARY, Status.NO_EVIDENCE, Status.STARTED, Status.PARTLY_DONE, Status.DONE)
"""What a note can find, from against the words to what the test asks."""


@dataclass(frozen=True, slots=True)
class TwiceJudged:
    """One commitment, as a whole or as one body's own record, with both judgements.

    `first` is None where there was no note, and where it is `withheld`: then nobody can read what it said.
    """

    second: SecondJudgement
    first: Status | None
    withheld: bool = False

    @property
    def differs(self) -> bool:
        return self.first is not self.second.status


def twice_judged(register: Register) -> tuple[TwiceJudged, ...]:
    """Everything that was judged a second time, in the order of the texts."""
    return tuple(
        _both(register, judgements, second)
        for judgements in register.judgements
        for second in judgements.judgements
        if second.commitment in register.commitment_by_id
    )


def agreement_of(pairs: Sequence[TwiceJudged], *, whole: bool) -> Alike:
    """Agreement on commitments as a whole, or on single bodies' own records; what had no first note is left out."""
    chosen = [pair for pair in pairs if (pair.second.actor is None) is whole]
    return alike([(pair.first, pair.second.status) for pair in chosen if pair.first is not None], SCALE)


def _both(register: Register, judgements: Judgements, second: SecondJudgement) -> TwiceJudged:
    """The second judgement with the note that decided before it, corrected since or not."""
    kept = (*register.notes_of(second.commitment), *register.set_aside(second.commitment))
    before = [note for note in kept if note.actor == second.actor and note.written < judgements.judged]
    withheld = [note for note in register.ever_withheld_of(second.commitment) if note.note is None or note.note.written < judgements.judged]
    if standing.hiding(before, dt.date.max, withheld, second.actor):
        return TwiceJudged(second, None, withheld=True)
    return TwiceJudged(second, max(before, key=standing.order).status if before else None)
