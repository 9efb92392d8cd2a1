"""A list of commitments as a table: one slide of them where a set tells of more than one thing, else all."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from decks.deck import Slide, Table

Tell = Callable[[int], list[Slide]]


def on_one(tell: Tell, count: int) -> list[Slide]:
    """As many of `count` rows as one slide holds; `tell` makes the slides of the first so many."""
    shown = count
    while True:
        slides = tell(shown)
        if len(slides) == 1 or shown == 1:
            return slides
        body = slides[0].body
        shown = max(min(shown - 1, len(body.rows) if isinstance(body, Table) else shown - 1), 1)


def fitting(tell: Tell, items: Sequence[object], whole: bool) -> list[Slide]:
    """All of them on as many slides as it takes, or as many as one slide holds; nothing where there are none."""
    if not items:
        return []
    return tell(len(items)) if whole else on_one(tell, len(items))
