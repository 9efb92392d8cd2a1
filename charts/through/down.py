"""One pledge through time, from top to bottom: for a tablet and a phone, where five columns of words have no room."""

from __future__ import annotations

from typing import Final

from charts import forum_columns, key, typeface
from charts.canvas import Canvas
from charts.forum_columns import Column
from charts.room import RIGHT as PHONE
from charts.theme import LEFT, Theme
from charts.through.told import Silence, Through, Wording

_YEAR: Final = 64
"""Room for the years, on the left."""
_QUOTE, _STEP, _SMALL = 16, 22, 16
_GAP: Final = 30
_LINES: Final = 12
"""So many lines of a quote; the page has all of it below."""


def draw(told: Through, theme: Theme, right: float = PHONE) -> Canvas:
    """The first forum at the top; what lies between two texts on record is a hatched band across."""
    canvas = Canvas.of(told, theme, right)
    canvas.plot_top = 0
    y = 4.0
    last: tuple[Column, float] | None = None
    for column in told.columns:
        if column.declaration is None:
            y = _gap(canvas, column, told, y)
            continue
        said = told.said[column.declaration]
        if isinstance(said, Wording):
            if last is not None:
                _link(canvas, last[1], y, solid=column.forums[0] - last[0].forums[0] == 1)
            last = (column, y + 30)
        y = _step(canvas, column, said, told, y) + 14
    if any(column.announced for column in told.columns):
        y = key.unknown(canvas, y, [("dotted", told.announced)], _SMALL) + 14
    canvas.plot_bottom = y
    return canvas


def _gap(canvas: Canvas, column: Column, told: Through, y: float) -> float:
    forum_columns.unknown(canvas, column, LEFT + _YEAR, y, canvas.wide - _YEAR, _GAP)
    words = f"{column.head} · {told.not_on_record}"
    wide = typeface.width(words, _SMALL)
    canvas.box(LEFT + _YEAR + 8, y + 4, wide + 12, _GAP - 8, canvas.theme.bg)
    canvas.text(LEFT + _YEAR + 14, y + _GAP / 2, words, _SMALL, 400, canvas.theme.ink2)
    return y + _GAP + 14


def _link(canvas: Canvas, start: float, end: float, *, solid: bool) -> None:
    """Beside the years: solid only from one forum to the very next."""
    x = LEFT + _YEAR - 12
    canvas.line([(x, start), (x, end + 2)], canvas.theme.ink, 3.5, "" if solid else key.ACROSS)


def _step(canvas: Canvas, column: Column, said: Wording | Silence, told: Through, y: float) -> float:
    """One declaration from `y` down; returns where it ends."""
    theme, x, year = canvas.theme, LEFT + _YEAR, str(column.declaration)
    canvas.text(LEFT, y + 14, year, 18, 700)
    if isinstance(said, Silence):
        if said.place:
            key.ring(canvas, x + 6, y + 14)
        else:
            canvas.mark(x + 4, y + 14, "circle", 6, theme.edge, 0)
        canvas.text(x + 18, y + 14, said.words, _QUOTE, 400, theme.ink2)
        if said.place:
            canvas.text(x + 18, y + 36, said.place, _SMALL, 400, theme.ink3)
        return y + (44 if said.place else 28)
    words = told.forces[said.force]
    wide = key.cell_width(words, 16)
    key.cell(canvas, x, y, wide, 28, said.force, words, 16)
    canvas.target(x, y, wide, 28, said.id, said.tip)
    beside = " ".join(filter(None, [said.changed, said.since]))
    if x + wide + 12 + typeface.width(beside, _QUOTE, 600) <= canvas.right:
        canvas.text(x + wide + 12, y + 14, beside, _QUOTE, 600)
        y += 28
    else:
        y += 28
        for line in typeface.wrap(beside, _QUOTE, 600, canvas.right - x, told.lang):
            canvas.text(x, y + 14, line, _QUOTE, 600)
            y += _STEP
    y += 16
    for parts in said.quote.lines(_QUOTE, canvas.right - x, _LINES):
        canvas.text(x, y, parts, _QUOTE)
        y += _STEP
    canvas.text(x, y + 2, f"{told.nth[year]} · {said.place}", _SMALL, 400, theme.ink3)
    return y + 12
