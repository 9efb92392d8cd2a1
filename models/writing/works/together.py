"""Two people's changes to one text, put together where neither takes anything from the other."""

from __future__ import annotations

from typing import TypeVar

from models.writing.works.work import Facts, Work

Value = TypeVar("Value")

PARTS = ("source", "put_back", "taken_away", "parts", "left_out", "warnings", "parted")
"""Changed together or not at all: each operation on the parts rests on all of them."""


def together(before: Work, mine: Work, theirs: Work) -> Work | None:
    """The text with what both have changed since it was `before`; None where both changed the same otherwise, so that somebody must choose."""
    parts = _one_of(*(tuple(getattr(each, name) for name in PARTS) for each in (before, mine, theirs)))
    facts = {name: _one_of(*(getattr(each.facts, name) for each in (before, mine, theirs))) for name in Facts.model_fields}
    if parts is None or any(each is None for each in facts.values()):
        return None
    of_parts = dict(zip(PARTS, parts[0], strict=True))
    return mine.model_copy(update={**of_parts, "facts": Facts(**{name: each[0] for name, each in facts.items() if each})})


def _one_of(before: Value, mine: Value, theirs: Value) -> tuple[Value] | None:
    """What it is now: whichever was changed; None where both were and not alike."""
    if mine in (before, theirs):
        return (theirs,)
    return (mine,) if theirs == before else None
