"""A list of commitments as a table: one slide of them where a set tells of more than one thing, else all."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from decks.deck import Slide, Table

Tell = Callable[[int], list[Slide]]


def on_one(tell: Tell, count: int) -> list[Slide]:
    """As many of `count` rows as one slide holds; `tell` makes the slides of the first so many."""
    shown, slides = count, tell(count)
    while len(slides) > 1 and shown > 1:
        body = slides[0].body
        shown = max(min(shown - 1, len(body.rows) if isinstance(body, Table) else shown - 1), 1)
        slides = tell(shown)
    # rows of several slides are parted evenly, so one slide may hold more of them than the first of several did
    while len(slides) == 1 and shown < count:
        more = tell(shown + 1)
        if len(more) > 1:
            break
        shown, slides = shown + 1, more
    return slides


def fitting(tell: Tell, items: Sequence[object], whole: bool) -> list[Slide]:
    """All of them on as many slides as it takes, or as many as one slide holds; nothing where there are none."""
    if not items:
        return []
    return tell(len(items)) if whole else on_one(tell, len(items))
