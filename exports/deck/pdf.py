"""A deck as PDF: one tagged page for each slide (PDF/UA-1), 16:9, with text that stays text.

Typst sets the pages from exports/deck/slides.typ: the shapes as they are drawn everywhere, and over them every line of words
where it was drawn, in the shipped typefaces and in the order in which it is read.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from charts import signs, svg
from charts.theme import LEFT, RIGHT
from decks.deck import Deck, Slide
from exports import typesetting
from exports.deck.reading import CellRead, Kind, Line, Read, TableRead, read

_TEMPLATE: Final = Path(__file__).parent / "slides.typ"
_LONGEST: Final = 2_000
"""Addresses longer than this are shown and lead nowhere: readers of PDF cut them."""


def pdf(deck: Deck) -> bytes:
    """The deck as PDF; the same deck gives the same bytes."""
    data = {
        **{"title": signs.named(deck.title), "author": _author(deck), "address": signs.named(deck.address), "lang": deck.lang},
        **{"year": deck.on.year, "month": deck.on.month, "date": deck.on.day},
        "typefaces": signs.FAMILIES,
        "slides": [_slide(slide) for slide in deck.slides],
    }
    day = dt.datetime.combine(deck.on, dt.time(12), dt.UTC)
    return typesetting.pdf(_TEMPLATE.read_bytes(), {"deck": json.dumps(data, ensure_ascii=False)}, day)


def _author(deck: Deck) -> str:
    """The register, by the name that stands on every slide."""
    return next((signs.named(slide.canvas.foot_right) for slide in deck.slides), "")


def _slide(slide: Slide) -> Mapping[str, Any]:
    canvas = slide.canvas.slide or slide.canvas
    return {
        "svg": svg.wordless(slide.canvas),
        "ground": canvas.theme.bg,
        "alt": signs.named(canvas.alt or canvas.subtitle or canvas.title),
        "rule": {"x": LEFT, "y": canvas.foot, "w": RIGHT - LEFT, "color": canvas.theme.rule},
        "parts": [_part(each, slide.address) for each in read(slide)],
    }


def _part(each: Read, address: str) -> Mapping[str, Any]:
    if isinstance(each, TableRead):
        return {
            "kind": "table",
            "heads": [_cell(head) for head in each.heads],
            "rows": [[_cell(cell) for cell in row] for row in each.rows],
        }
    leads = each.kind is Kind.ADDRESS and address.startswith(("https://", "http://")) and len(address) <= _LONGEST
    return {"kind": each.kind, "lines": _lines(each.lines), "lang": each.lang, "link": address if leads else ""}


def _cell(cell: CellRead) -> Mapping[str, Any]:
    return {"lines": _lines(cell.lines), "sign": _lines(cell.sign)}


def _lines(lines: Sequence[Line]) -> list[Mapping[str, Any]]:
    """A sign without a typeface is named by its code."""
    return [
        {
            **{"x": line.text.x, "y": line.text.y, "size": line.text.size, "color": line.text.color, "anchor": line.text.anchor},
            "runs": [{"words": signs.named(run.words), "weight": run.weight} for run in line.text.runs],
            "blank": line.blank,
        }
        for line in lines
    ]
