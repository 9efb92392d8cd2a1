"""The sentences on which the codebook was tried, in our own words, with how they were coded (docs/codebook-check.md)."""

from __future__ import annotations

from dataclasses import dataclass

from models.records.terms import Force, Precision
from models.texts.suggesting.clauses import rules


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence that is none of the five declarations'."""

    n: int
    place: str
    """Where such a sentence stands: `p1`, `c1`, `a1`."""
    words: str
    force: Force
    precision: Precision | None


def sentences() -> tuple[Sentence, ...]:
    """All of them, in the order of the page."""
    return tuple(
        Sentence(
            int(each["n"]),
            f"{each['place']}1",
            each["words"],
            Force(each["force"]),
            Precision(each["precision"]) if each.get("precision") else None,
        )
        for each in rules.data("en", "trial")
    )
