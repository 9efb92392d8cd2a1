"""What a question finds: the one answer that the page and the command give."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from models.search.entries import Kind
from models.search.facets import Chosen, fits
from models.search.index import Found, Hit, Index
from models.search.query import MAX_LENGTH


@dataclass(frozen=True)
class Answer:
    """A question, what was made of it, and what fits, best first within each kind."""

    asked: str
    found: Found
    hits: Mapping[Kind, Sequence[Hit]]
    cut: bool = False
    """The question is longer than what is read of it."""

    def complete(self, kind: Kind) -> int:
        """How many of what fits hold every word of the question; they stand first."""
        return self.found.complete(self.hits[kind])


def answer(known: Index, typed: str, chosen: Chosen | None = None) -> Answer:
    """What is found for what was typed, among the records that meet the choices."""
    line = " ".join(typed.split())
    asked = line[:MAX_LENGTH].rstrip()
    found = known.answer(asked)
    inside = known.facets.fitting(chosen or {})
    hits: dict[Kind, Sequence[Hit]] = {Kind.COMMITMENT: [hit for hit in found.of(Kind.COMMITMENT) if inside[hit.row]]}
    hits |= {kind: [hit for hit in found.of(kind) if fits(hit.entry.under, chosen or {})] for kind in Kind if kind not in hits}
    return Answer(asked, found, hits, cut=len(line) > MAX_LENGTH)
