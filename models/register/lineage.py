"""How a pledge changed from one mention to the next: the label is computed from the coding, never typed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from models.records.terms import Force, Precision, Scope


class Change(StrEnum):
    """What the coded force, precision and scope say of a link (codebook, 5)."""

    REAFFIRMED = "reaffirmed"
    EXPANDED = "expanded"
    NARROWED = "narrowed"
    STRENGTHENED = "strengthened"
    WEAKENED = "weakened"
    MIXED = "mixed"


@dataclass(frozen=True, slots=True)
class Wording:
    """The two ordered codes of a mention's words."""

    force: Force
    precision: Precision | None

    @property
    def precision_rank(self) -> int:
        """A provision that promises nothing has no precision; that counts below `aspiration`."""
        return -1 if self.precision is None else self.precision.rank

    @property
    def rank(self) -> tuple[int, int]:
        return (self.force.rank, self.precision_rank)


def change(earlier: Wording, later: Wording, scope: Scope) -> Change:
    """The label of a link from `later` back to `earlier`."""
    steps = (later.force.rank - earlier.force.rank, later.precision_rank - earlier.precision_rank)
    higher, lower = any(step > 0 for step in steps), any(step < 0 for step in steps)
    if higher and lower:
        return Change.MIXED
    if higher:
        return Change.STRENGTHENED
    if lower:
        return Change.WEAKENED
    return {Scope.WIDER: Change.EXPANDED, Scope.NARROWER: Change.NARROWED, Scope.MIXED: Change.MIXED}.get(scope, Change.REAFFIRMED)
