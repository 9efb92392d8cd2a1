"""A brief as a file can draw it: every sign that no shipped typeface has is named by its code point, and the foot says so."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import Any, Final

from charts import signs
from models.brief.telling.tree import Sheet

_NOT_DRAWN: Final = {"lang", "quote_lang", "text_lang", "id", "place", "address", "day", "signs"}
"""What a sheet holds for machines: ids, languages, the day, where a link leads."""


def drawable(told: Sheet) -> Sheet:
    """The same sheet, with nothing in it that a file could not hold or would draw as an empty box."""
    drawn: Sheet = _drawn(told)
    return told if drawn == told else replace(drawn, foot=(*drawn.foot, told.signs))


def _drawn(thing: Any) -> Any:
    if isinstance(thing, str):
        return signs.named(thing)
    if isinstance(thing, tuple):
        return tuple(_drawn(each) for each in thing)
    if is_dataclass(thing) and not isinstance(thing, type):
        return replace(thing, **{each.name: _drawn(getattr(thing, each.name)) for each in fields(thing) if each.name not in _NOT_DRAWN})
    return thing
