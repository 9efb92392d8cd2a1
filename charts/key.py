"""The key of the forces: the scale itself, in order, made of the same cells as the chart."""

from __future__ import annotations

from typing import Final

from charts import typeface
from charts.canvas import Canvas
from charts.theme import FORCE_SYMBOL, LEFT, RIGHT
from models.labels import Say
from models.records.terms import Force

# The steps stand in three groups: what wants nothing done or only hopes, what others are to do, what the speakers will do.
_BEFORE: Final = {Force.RECORDS: 0, Force.STATES: 1, Force.HOPES: 1, Force.ASKS: 8, Force.URGES: 1, Force.UNDERTAKES: 8}

_SIGN: Final = {"dot": 16.0, "ring": 22.0, "hatch": 44.0}
_APART: Final = 20


def cell(canvas: Canvas, x: float, y: float, w: float, h: float, force: Force, words: str, size: float = 17) -> None:
    """A cell with mark and word; without a word the mark stands in the middle, larger."""
    paint = canvas.theme.force[force]
    canvas.box(x, y, w, h, paint.fill, paint.edge)
    if words:
        canvas.mark(x + 9 + size * 0.45, y + h / 2, FORCE_SYMBOL[force], size * 0.72, paint.text)
        canvas.text(x + 16 + size * 0.9, y + h / 2, words, size, 600, paint.text)
    else:
        canvas.mark(x + w / 2, y + h / 2, FORCE_SYMBOL[force], 18, paint.text, 3)


def cell_width(words: str, size: float = 17) -> float:
    """What a cell with mark and word needs."""
    return 16 + size * 0.9 + typeface.width(words, size, 600) + 10


def scale(canvas: Canvas, y: float, say: Say, background: bool = False, gaps: bool = True) -> float:
    """The scale and the signs of silence from `y` down; returns where it ends. Its own name is left out where room is scarce."""
    words = {force: say(f"terms.force_{force}") for force in Force}
    signs = [("dot", say("chart.not_mentioned_here") if canvas.hall else say("chart.not_mentioned"))]
    signs += [("ring", say("chart.background_here") if canvas.hall else say("chart.background"))] if background else []
    signs += [("hatch", say("chart.not_on_record"))] if gaps else []
    for size, small in ((22, 22), (21, 20), (20, 19)) if canvas.hall else ((17, 16),):
        cells = sum(_BEFORE[force] + cell_width(words[force], size) for force in Force)
        lengths = [_SIGN[sign] + typeface.width(text, small) for sign, text in signs]
        spare = RIGHT - LEFT - cells - _APART * len(signs) - sum(lengths)
        if spare >= 0:
            break
    theme, h = canvas.theme, size + 11
    name = typeface.width(say("chart.scale"), small) + 12
    x, top = float(LEFT), y
    if name <= spare:
        x += name
        canvas.text(x - 12, y + h / 2, say("chart.scale"), small, 400, theme.ink2, "right")
    for force, text in words.items():
        x += _BEFORE[force]
        cell(canvas, x, y, cell_width(text, size), h, force, text, size)
        x += cell_width(text, size)
    for (sign, text), length in zip(signs, lengths, strict=True):
        x += _APART
        if x + length > RIGHT:
            x, y = float(LEFT), y + h + 6
        if sign == "dot":
            canvas.mark(x + 4, y + h / 2, "circle", 6 if not canvas.hall else 8, theme.edge, 0)
        elif sign == "ring":
            ring(canvas, x + 7, y + h / 2)
        else:
            canvas.hatch(x, y, 34, h)
        canvas.text(x + _SIGN[sign], y + h / 2, text, small, 400, theme.ink2)
        x += length
    return max(y, top) + h


def ring(canvas: Canvas, x: float, y: float) -> None:
    """A declaration that touches only the subject: faint, and in no count."""
    canvas.mark(x, y, "circle-open", 11 if not canvas.hall else 15, canvas.theme.edge, 1.5)
