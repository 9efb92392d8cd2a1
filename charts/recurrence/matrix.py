"""The matrix of pledges and forums, with honest gaps: for a page, a tablet, a slide and a hall."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final, Literal

from charts import forum_columns, key, typeface
from charts.canvas import Canvas
from charts.forum_columns import Column
from charts.recurrence.told import Cell, Recurrence, Row
from charts.room import TABLET
from charts.theme import LEFT, RIGHT, Theme
from models.records.terms import Force

Variant = Literal["page", "tablet", "slide", "hall"]
ROWS_SLIDE: Final = 17
"""So many rows of the least height fit below a title of two lines."""
ROWS_HALL: Final = 8
_WIDEST: Final = 116
_BAND_EXTRA: Final = 12
"""Short words leave room; it goes to what is on record first, or the unknown would fill half of the picture."""
_LEAST_LABEL: Final = 220
"""Narrower than this the pledges could not be told by their names."""


@dataclass(frozen=True, slots=True)
class _Sizes:
    """The type roles of a variant."""

    label: float
    year: float
    head: float
    count: float
    cell: float
    row_least: float
    row_most: float
    gap: float
    label_most: float


_SIZES: Final[dict[Variant, _Sizes]] = {
    "page": _Sizes(19, 21, 16, 20, 17, 30, 36, 4, 400),
    "tablet": _Sizes(18, 19, 17, 19, 17, 32, 36, 4, 330),
    "slide": _Sizes(19, 21, 16, 20, 17, 26, 36, 4, 400),
    "hall": _Sizes(27, 27, 19, 30, 22, 44, 60, 6, 470),
}


def draw(told: Recurrence, theme: Theme, variant: Variant = "page") -> Canvas:
    """Every row of what is told. A page grows with its rows; a slide shortens the names before it grows."""
    canvas = Canvas.of(told, theme, TABLET if variant == "tablet" else RIGHT, hall=variant == "hall")
    bottom = _draw(canvas, told, _SIZES[variant], variant)
    if bottom > canvas.foot - 8:
        canvas.height = bottom + 8 + (canvas.height - canvas.foot)
    canvas.plot_bottom = bottom + 2
    return canvas


def _draw(canvas: Canvas, told: Recurrence, sizes: _Sizes, variant: Variant) -> float:
    theme, hall, right_edge = canvas.theme, canvas.hall, canvas.right
    top = key.scale(canvas, canvas.head, told.scale) + 12
    numbers, heads = top + sizes.head * 0.5, top + sizes.head + 8 + sizes.year * 0.4
    first = math.ceil(heads + sizes.year * 0.62 + 2)

    words = dict.fromkeys(Force, "") if hall else dict(told.scale.forces)
    year = typeface.width("2024", sizes.year, 700)
    wide = year + 8 if hall else max(key.cell_width(each, sizes.cell) for each in words.values())
    right = right_edge - max(typeface.width(told.count, sizes.head), 24) - 10
    narrow = max([typeface.width(column.head, sizes.head) for column in told.columns], default=0) + 2 if hall else forum_columns.NARROWEST
    drawn = forum_columns.newest(told.columns, year + 2, narrow, forum_columns.GAP, right - LEFT - _LEAST_LABEL - 18)
    order = list(drawn.columns)
    taken = sum(wide if column.declaration is not None else narrow for column in order) + forum_columns.GAP * max(len(order) - 1, 0)
    on_record = sum(column.declaration is not None for column in order)
    lacking = taken + _LEAST_LABEL + 18 - (right - LEFT)
    if on_record and lacking > 0 and not hall:
        # Too many texts on record for words in the cells: marks alone, the key above has the words.
        words = dict.fromkeys(Force, "")
        wide, taken = max(wide - lacking / on_record, year + 2), taken - lacking
    longest = max((typeface.width(row.title, sizes.label, 500) for row in told.rows), default=0.0)
    longest = max(longest, *(typeface.width(head, sizes.head) for head in (told.forum, told.year)))
    label = min(longest, sizes.label_most, right - LEFT - taken - 18)
    spare = right - LEFT - label - 18 - taken - _BAND_EXTRA * (len(order) - on_record)
    if on_record and spare > 0 and not hall:
        wide = max(wide, min(wide + spare / on_record, _WIDEST))
    placed = forum_columns.spread(order, LEFT + label + 18, right, wide, narrow)

    room = max(canvas.foot - 12 - first, 0) / max(len(told.rows), 1)
    pitch = math.floor(min(max(room, sizes.row_least), sizes.row_most))
    lines = {row.pledge: _label(row.title, sizes.label, label, canvas.lang) for row in told.rows}
    step = sizes.label + 3
    heights = [max(pitch, math.ceil(len(lines[row.pledge]) * step) + 10) for row in told.rows]
    if variant in ("slide", "hall") and sum(heights) > canvas.foot - 12 - first:
        lines = {pledge: [typeface.fit(" ".join(parts), sizes.label, 500, label)] for pledge, parts in lines.items()}
        heights = [pitch] * len(told.rows)
    bottom = first + sum(heights)

    _heads(canvas, told, placed, numbers, heads, first, bottom, label, sizes)
    canvas.text(right_edge, heads, told.count, sizes.head, 400, theme.ink3, "right")
    y = first
    for row, height in zip(told.rows, heights, strict=True):
        middle = y + (height - sizes.gap) / 2
        for position, line in enumerate(lines[row.pledge]):
            down = (position - (len(lines[row.pledge]) - 1) / 2) * step
            canvas.text(LEFT + label, middle + down, line, sizes.label, 500, theme.ink, "right")
        canvas.target(LEFT, y, label + 8, height - sizes.gap, f"{row.pledge}|", row.tip)
        for column in placed:
            if column.declaration is not None:
                _cell(canvas, column, y, height - sizes.gap, row, row.cells[column.declaration], words, sizes)
        canvas.text(right_edge, middle, str(row.count), sizes.count, 700, theme.ink, "right")
        y += height
        canvas.rule(LEFT, y - sizes.gap // 2, right_edge - LEFT)
    if drawn.earlier:
        canvas.text(LEFT, bottom + sizes.head, told.earlier[drawn.earlier], sizes.head, 400, theme.ink2)
        bottom += round(2 * sizes.head)
    return bottom


def _label(title: str, size: float, most: float, lang: str) -> list[str]:
    lines = typeface.balance(title, size, 500, most, lang)
    return lines if len(lines) < 3 else [lines[0], typeface.fit(" ".join(lines[1:]), size, 500, most)]


def _heads(
    canvas: Canvas, told: Recurrence, placed: list[Column], numbers: float, heads: float, first: float, bottom: float, label: float,
    sizes: _Sizes,
) -> None:  # fmt: skip
    theme = canvas.theme
    canvas.text(LEFT + label, numbers, told.forum, sizes.head, 400, theme.ink3, "right")
    if not canvas.hall:
        canvas.text(LEFT + label, heads, told.year, sizes.head, 400, theme.ink3, "right")
    spare = min([column.w for column in placed if column.declaration is not None], default=0.0) - typeface.width("2024", sizes.year, 700)
    for column in placed:
        canvas.text(column.middle, numbers, column.head, sizes.head, 400, theme.ink3, "middle")
        if column.declaration is not None:
            canvas.text(column.middle, heads, column.declaration, sizes.year, 700, theme.ink, "middle")
            continue
        between = column not in (placed[0], placed[-1])
        beside = 40 if between and spare > 40 and canvas.right == RIGHT and not canvas.hall else 2
        if forum_columns.says_so(column, told.not_on_record, sizes.head, beside):
            canvas.text(column.middle, heads, told.not_on_record, sizes.head, 400, theme.ink3, "middle")
        forum_columns.hatched(canvas, column, first, bottom - sizes.gap)


def _cell(
    canvas: Canvas, column: Column, y: float, height: float, row: Row, cell: Cell, words: dict[Force, str], sizes: _Sizes
) -> None:  # fmt: skip
    if cell.force is not None:
        key.cell(canvas, column.x, y, column.w, height, cell.force, words[cell.force], sizes.cell)
    elif cell.says == "background":
        key.ring(canvas, column.middle, y + height / 2)
    else:
        canvas.mark(column.middle, y + height / 2, "circle", 8 if canvas.hall else 5, canvas.theme.edge, 0)
    canvas.target(column.x, y, column.w, height, f"{row.pledge}|{column.declaration}", cell.tip)
