"""What a question finds: the one answer that the page and the command give."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from models.search import due
from models.search.entries import Kind, Part
from models.search.facets import Chosen, Facet, fits
from models.search.index import Found, Hit, Index
from models.search.query import MAX_LENGTH

ANSWERING = 3
"""So many pledges can answer a question; where more have its words in their titles, it asks for none of them."""
LOOKED_AT = 12


@dataclass(frozen=True)
class Answer:
    """A question, what was made of it, and what fits, best first within each kind."""

    asked: str
    found: Found
    hits: Mapping[Kind, Sequence[Hit]]
    cut: bool = False
    """The question is longer than what is read of it."""
    due: due.Read | None = None
    """What the question asks of due dates."""

    @property
    def words(self) -> str:
        """The question without what was read as a choice of a filter."""
        return self.due.rest if self.due and self.due.sure else self.asked

    @property
    def read(self) -> Sequence[str]:
        """The choices of due dates that the question was read as."""
        return self.due.values if self.due and self.due.sure else ()

    def said(self, kind: Kind) -> int:
        """How many of what fits say every word of the question themselves; they stand first, and they are what is counted."""
        return self.found.said(self.hits[kind])

    def complete(self, kind: Kind) -> int:
        """How many of what fits hold every word of the question, with those that do by a theme or a usual word alone; these stand next."""
        return self.found.complete(self.hits[kind])

    def pledges(self, known: Index) -> Sequence[Hit]:
        """The pledges that answer: those that have every word in their title, or the one that has them at all."""
        said = self.hits[Kind.PLEDGE][: self.said(Kind.PLEDGE)] if self.found.asked else ()
        titled = [hit for hit in said[:LOOKED_AT] if known.holds(self.found, hit, (Part.EN, Part.KO))]
        return (titled if len(titled) <= ANSWERING else ()) if titled else said if len(said) == 1 else ()

    def elsewhere(self) -> Sequence[Hit]:
        """The paragraphs that say every word, though no commitment in them does."""
        said = {hit.entry.id for hit in self.hits[Kind.COMMITMENT][: self.said(Kind.COMMITMENT)]}
        paragraphs = self.hits[Kind.PARAGRAPH][: self.said(Kind.PARAGRAPH)] if self.found.asked else ()
        return [hit for hit in paragraphs if not said & set(hit.entry.holds)]


def answer(known: Index, typed: str, chosen: Chosen | None = None) -> Answer:
    """What is found for what was typed, among the records that meet the choices."""
    line = " ".join(typed.split())
    asked = line[:MAX_LENGTH].rstrip()
    read = due.read(asked, known.facets.values(Facet.DUE))
    sure = read is not None and read.sure
    chosen = {**(chosen or {}), Facet.DUE: read.values} if read and sure else chosen or {}
    found = known.answer(read.rest if read and sure else asked)
    inside = known.facets.fitting(chosen)
    hits: dict[Kind, Sequence[Hit]] = {Kind.COMMITMENT: [hit for hit in found.of(Kind.COMMITMENT) if inside[hit.row]]}
    hits |= {kind: [hit for hit in found.of(kind) if fits(hit.entry.under, chosen)] for kind in Kind if kind not in hits}
    return Answer(asked, found, hits, cut=len(line) > MAX_LENGTH, due=read)
