"""Typst, which sets briefs and draws pictures: one thing at a time, and nothing is kept of what is done.

No other module imports it. It remembers every layout for the whole life of the process, in case the same is asked again, and
a server asked for hundreds of briefs would end for want of memory; so it is made to forget after each piece of work.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import lru_cache
from typing import Any, Final

import typst

from charts import signs
from exports.turns import Place, Turns, Wait

_COMPILATIONS: Final = 11
"""Each compilation lets go of what the last ten had no use for; asking where something stands (`query`) never does."""
_NOTHING: Final = b" "
_TURNS: Final = Turns()


@contextmanager
def turn(work: str, told: Callable[[Wait], None] | None = None) -> Iterator[Place]:
    """A turn at the typesetter for a piece of work of some kind; memory is given back at its end.

    Two at once would gain little and need twice the memory; first come, first served. `told` hears how long the wait is.
    Within the turn that a thread has already, this is that turn.
    """
    if held := _TURNS.held():
        yield held
        return
    with _TURNS.turn(work, told) as place:
        try:
            yield place
        finally:
            _forget()


def place_of(template: bytes, inputs: Mapping[str, str], label: str) -> Any:
    """What a template says of itself at a label, such as where its last line ends."""
    with turn("query"):
        return json.loads(_compiler(template, inputs).query(label, field="value", one=True))


def pdf(template: bytes, inputs: Mapping[str, str], day: dt.datetime) -> bytes:
    """A template as a tagged PDF (PDF/UA-1) that says it was made on a day."""
    with turn("pdf"):
        return _one(_compiler(template, inputs).compile(format="pdf", pdf_standards=["ua-1"], timestamp=day))


def png(template: bytes, inputs: Mapping[str, str], ppi: float) -> bytes:
    """A template of one page as a picture."""
    with turn("png"):
        return _one(_compiler(template, inputs).compile(format="png", ppi=ppi))


def _one(made: bytes | list[bytes] | None) -> bytes:
    if not isinstance(made, bytes):
        raise TypeError("a PDF is one file, and a picture one page")
    return made


def _compiler(template: bytes, inputs: Mapping[str, str]) -> typst.Compiler:
    return typst.Compiler(template, font_paths=_fonts(), sys_inputs=dict(inputs))


@lru_cache(maxsize=1)
def _fonts() -> typst.Fonts:
    """The shipped typefaces, and no others: what is set looks the same on every machine."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[signs.FONTS])


def _forget() -> None:
    """Compile an empty page as often as it takes until all that was kept is let go; some 14 ms."""
    for _ in range(_COMPILATIONS):
        _compiler(_NOTHING, {}).compile(format="svg")
