"""A clause: a stretch of a provision with the verb that governs it, and what that verb makes of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from models.records.terms import Force
from models.texts.suggestions import Sure


class Stands(StrEnum):
    """Where a provision stands, for the same words bind in a list of commitments or an article and nowhere else (codebook, 2)."""

    BEFORE = "before"
    """A paragraph before the commitments, an opening or a closing."""
    LISTED = "listed"
    """A numbered commitment."""
    ARTICLE = "article"

    @property
    def binds(self) -> bool:
        return self is not Stands.BEFORE


def stands(place: str) -> Stands:
    """Where the provision of this id stands: `c2`, `s1-c2-1` in the list of commitments, `a3` among articles."""
    local = place.partition("-")[2] if place[:1] == "s" and place[1:2].isdigit() else place
    return {"c": Stands.LISTED, "a": Stands.ARTICLE}.get(local[:1] if local[1:2].isdigit() else "", Stands.BEFORE)


@dataclass(frozen=True, slots=True)
class Lead:
    """A line that governs what stands under it, such as "We call on governments to:"."""

    force: Force
    sure: Sure
    verb: str
    """Its governing verb, in its words."""
    line: str
    by: tuple[str, ...] = ()
    to: tuple[str, ...] = ()
    to_words: str | None = None


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause; all numbers but those of `rule` count words of the provision."""

    first: int
    last: int
    """Up to but without this word."""
    verb: tuple[int, int]
    force: Force
    sure: Sure
    rule: str
    deed: int
    """Where the words begin that say what is to be done."""
    words: Mapping[str, str] = field(default_factory=dict)
    subject: tuple[int, int] | None = None
    """Who or what is spoken of where it is not the speakers."""
    asked: tuple[int, int] | None = None
    """Who is asked or expected to act."""
    bound: bool = False
    """What is to be done follows as an infinitive or a gerund."""
