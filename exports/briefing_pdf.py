"""The Brief as PDF: two tagged A4 pages (PDF/UA-1), and how much of it two pages hold.

Typst sets the pages from exports/briefing.typ; every word goes to it as data.
"""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import asdict
from functools import lru_cache
from pathlib import Path
from typing import Final

import typst

from exports.picture import FONTS
from models.briefing import Brief
from models.briefing_sheet import Sheet
from models.briefing_words import ladder, sheet
from models.labels import Say

PAGES: Final = 2
SPARE: Final = {"en": 20, "ko": 20}
"""Millimetres left free on the last page: Word and LibreOffice set the same words a little wider."""
_MOST: Final = 48
"""No brief has room for more than this many things."""
_TEMPLATE: Final = Path(__file__).parent / "briefing.typ"


@lru_cache(maxsize=1)
def _fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS])


def fitted(brief: Brief, say: Say, fingerprint: str) -> Sheet:
    """As much of the brief as two pages hold."""
    low, high = 0, min(len(ladder(brief)), _MOST)
    while low < high:
        middle = (low + high + 1) // 2
        if pages(sheet(brief, say, fingerprint, middle), SPARE[say.lang]) <= PAGES:
            low = middle
        else:
            high = middle - 1
    return sheet(brief, say, fingerprint, low)


def pages(told: Sheet, spare: float = 0) -> int:
    """How many pages a sheet takes when `spare` millimetres are to stay free after it."""
    compiler = typst.Compiler(_TEMPLATE.read_bytes(), font_paths=_fonts(), sys_inputs=_inputs(told, spare))
    return int(json.loads(compiler.query("<pages>", field="value", one=True)))


def pdf(told: Sheet) -> bytes:
    """The sheet as a tagged PDF; the same sheet gives the same bytes."""
    day = dt.datetime.fromisoformat(told.day).replace(hour=12, tzinfo=dt.UTC)
    compiler = typst.Compiler(_TEMPLATE.read_bytes(), font_paths=_fonts(), sys_inputs=_inputs(told))
    made = compiler.compile(format="pdf", pdf_standards=["ua-1"], timestamp=day)
    if not isinstance(made, bytes):
        raise TypeError("a PDF is one file")
    return made


def _inputs(told: Sheet, spare: float = 0) -> dict[str, str]:
    day = dt.date.fromisoformat(told.day)
    data = {**asdict(told), "year": day.year, "month": day.month, "date": day.day}
    return {"brief": json.dumps(data, ensure_ascii=False), "spare": str(spare) if spare else ""}
