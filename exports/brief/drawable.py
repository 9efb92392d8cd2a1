"""A brief as a file can draw it: every sign that no shipped typeface has is named by its code point, and the foot says so."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass, replace
from typing import Any, Final
from urllib.parse import quote

from charts import signs
from models.brief.telling.tree import Sheet, Source

_NOT_DRAWN: Final = {"lang", "quote_lang", "text_lang", "id", "place", "address", "day", "signs", "root"}
"""What a sheet holds for machines: ids, languages, the day, where a link leads."""
_IN_ADDRESSES: Final = "%/:?#@!$&'()*+,;=-._~"
"""What stands in an address as it is. Word calls a file damaged that has anything else in a link."""

_LONGEST: Final = 2_000
"""Addresses longer than this are shown and lead nowhere: Word and browsers cut them, and typst refuses a brief with one."""


def drawable(told: Sheet) -> Sheet:
    """The same sheet, with nothing in it that a file could not hold or would draw as an empty box."""
    drawn: Sheet = _drawn(told)
    foot = told.foot if drawn == told else (*drawn.foot, told.signs)
    return replace(drawn, foot=foot, sources=tuple(_reachable(source) for source in drawn.sources), root=quote(drawn.root, _IN_ADDRESSES))


def _reachable(source: Source) -> Source:
    """The source with its address in the letters that addresses are made of, all others by their codes: 사회 is %EC%82%AC%ED%9A%8C."""
    plain = re.sub(r"%(?![0-9A-Fa-f]{2})", "%25", source.address)
    address = quote(plain, _IN_ADDRESSES, errors="replace")
    return replace(source, address=address if len(address) <= _LONGEST else "")


def _drawn(thing: Any) -> Any:
    if isinstance(thing, str):
        return signs.named(thing)
    if isinstance(thing, tuple):
        return tuple(_drawn(each) for each in thing)
    if is_dataclass(thing) and not isinstance(thing, type):
        return replace(thing, **{each.name: _drawn(getattr(thing, each.name)) for each in fields(thing) if each.name not in _NOT_DRAWN})
    return thing
