"""The Brief as PDF: two tagged A4 pages (PDF/UA-1), and how much of it two pages hold.

Typst sets the pages from exports/brief/brief.typ; every word goes to it as data, in the shipped typefaces.
"""

from __future__ import annotations

import datetime as dt
import json
import math
from dataclasses import asdict
from pathlib import Path
from typing import Final

from charts import signs
from exports import typesetting
from exports.brief.drawable import drawable
from models.brief.facts import Brief
from models.brief.telling.sections import ladder, sheet
from models.brief.telling.tree import Sheet
from models.labels import Say

PAGES: Final = 2
SPARE: Final = {"en": 22.0, "ko": 26.0}
"""Millimetres left free on the last page: Word and LibreOffice set the same words a little wider, Hangul above all."""
_HEIGHT: Final = 297.0
_FOOT: Final = 16.0
_STEP: Final = 13.0
_MOST: Final = 48
"""No brief has room for more than this many things."""
_TEMPLATE: Final = Path(__file__).parent / "brief.typ"


def fitted(brief: Brief, say: Say, fingerprint: str) -> Sheet:
    """As much of the brief as two pages hold. Whoever shall be told of the wait takes the turn at the typesetter before."""
    with typesetting.turn("brief"):
        return _fitted(brief, say, fingerprint)


def _fitted(brief: Brief, say: Say, fingerprint: str) -> Sheet:
    room = PAGES * _HEIGHT - _FOOT - SPARE[say.lang]
    fits, breaks = 0, min(len(ladder(brief)), _MOST) + 1
    steps = min(12, breaks - 1)
    while breaks - fits > 1:
        end = _end(sheet(brief, say, fingerprint, steps), draft=True)
        if end <= room:
            fits = steps
        else:
            breaks = steps
        # The next guess goes straight to where the page would be full if every further thing took 13 mm.
        guess = steps + int((room - end) / _STEP)
        steps = min(max(guess, fits + 1), breaks - 1)
    told = sheet(brief, say, fingerprint, fits)
    while fits and _end(told) > room:
        fits -= 1
        told = sheet(brief, say, fingerprint, fits)
    return told


def pages(told: Sheet) -> int:
    """How many pages a sheet takes."""
    return math.ceil(_end(told) / _HEIGHT)


def _end(told: Sheet, draft: bool = False) -> float:
    """Where the last line ends, in millimetres from the top of the first page."""
    end = typesetting.place_of(_TEMPLATE.read_bytes(), _inputs(told, draft), "<end>")
    return (int(end["page"]) - 1) * _HEIGHT + float(end["bottom"])


def pdf(told: Sheet) -> bytes:
    """The sheet as a tagged PDF; the same sheet gives the same bytes."""
    day = dt.datetime.fromisoformat(told.day).replace(hour=12, tzinfo=dt.UTC)
    return typesetting.pdf(_TEMPLATE.read_bytes(), _inputs(told), day)


def _inputs(told: Sheet, draft: bool = False) -> dict[str, str]:
    day = dt.date.fromisoformat(told.day)
    data = {**asdict(drawable(told)), "year": day.year, "month": day.month, "date": day.day, "typefaces": signs.FAMILIES}
    return {"brief": json.dumps(data, ensure_ascii=False), "draft": "yes" if draft else ""}
