"""Second judgements: where a commitment stands as somebody judged it who did not know the first judgement.

The first judgement is the note that decided before; a second one is kept beside it so that agreement can be computed.
"""

from __future__ import annotations

from pydantic import Field

from models.records.fields import Bilingual, CommitmentId, Day, Line, Record, Slug
from models.records.terms import Status


class SecondJudgement(Record):
    """One commitment, as a whole or as one body's own record, judged by its test and the evidence alone."""

    commitment: CommitmentId
    actor: Slug | None = None
    status: Status
    evidence: list[Slug] = Field(default_factory=list)
    why: Line


class Judgements(Record):
    """The commitments of one declaration as a second person judged them, blind, by the evidence held on one day."""

    declaration: str = ""
    judged: Day
    by: Line
    judgements: list[SecondJudgement] = Field(min_length=1)


class Ruling(Record):
    """One difference between the first and the second judgement, how it was settled and why."""

    commitment: CommitmentId
    actor: Slug | None = None
    first: Status | None = None
    second: Status
    settled: Status
    because: Bilingual


class Rulings(Record):
    """The differences between the two judgements, each settled with a reason."""

    settled: Day
    by: Line
    differences: list[Ruling]
