"""The matrix of pledges and forums, with honest gaps: for a page, a tablet and a slide, and planned for a hall, which takes several."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
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
    """Every row of what is told. A page grows with its rows; a slide shortens the names before it grows. For a hall see hall.py."""
    canvas = Canvas.of(told, theme, TABLET if variant == "tablet" else RIGHT)
    bottom = fill(canvas, told, plan(canvas, told, variant, told.rows))
    if bottom > canvas.foot - 8:
        canvas.height = bottom + 8 + (canvas.height - canvas.foot)
    canvas.plot_bottom = bottom + 2
    return canvas


@dataclass(frozen=True)
class Plan:
    """Where everything goes: the heads, the columns, the names in their lines, and how high each row is at least."""

    sizes: _Sizes
    words: Mapping[Force, str]
    """What stands in the cells; nothing where there is room for marks alone."""
    earlier: int
    placed: tuple[Column, ...]
    label: float
    numbers: float
    heads: float
    first: float
    """Where the rows begin, and `room` for them down to the foot."""
    room: float
    names: tuple[tuple[str, ...], ...]
    least: tuple[float, ...]


def plan(canvas: Canvas, told: Recurrence, variant: Variant, rows: Sequence[Row], least_label: float = _LEAST_LABEL) -> Plan:
    """How `rows` are drawn on a canvas like this; names of a slide are shortened if its rows would be too high, those of a hall never."""
    sizes, hall = _SIZES[variant], variant == "hall"
    top = key.scale(replace(canvas, boxes=[], hatches=[], marks=[], texts=[]), canvas.head, told.scale) + 12
    numbers, heads = top + sizes.head * 0.5, top + sizes.head + 8 + sizes.year * 0.4
    first = math.ceil(heads + sizes.year * 0.62 + 2)

    words = dict.fromkeys(Force, "") if hall else dict(told.scale.forces)
    year = typeface.width("2024", sizes.year, 700)
    wide = year + 8 if hall else max(key.cell_width(each, sizes.cell) for each in words.values())
    right = canvas.right - max(typeface.width(told.count, sizes.head), 24) - 10
    narrow = max([typeface.width(column.head, sizes.head) for column in told.columns], default=0) + 2 if hall else forum_columns.NARROWEST
    drawn = forum_columns.newest(told.columns, year + 2, narrow, forum_columns.GAP, right - LEFT - least_label - 18)
    order = list(drawn.columns)
    taken = sum(wide if column.declaration is not None else narrow for column in order) + forum_columns.GAP * max(len(order) - 1, 0)
    on_record = sum(column.declaration is not None for column in order)
    lacking = taken + least_label + 18 - (right - LEFT)
    if on_record and lacking > 0 and not hall:
        # Too many texts on record for words in the cells: marks alone, the key above has the words.
        words = dict.fromkeys(Force, "")
        wide, taken = max(wide - lacking / on_record, year + 2), taken - lacking
    longest = max((typeface.width(row.title, sizes.label, 500) for row in rows), default=0.0)
    longest = max(longest, *(typeface.width(head, sizes.head) for head in (told.forum, told.year)))
    label = min(longest, max(sizes.label_most, least_label), right - LEFT - taken - 18)
    spare = right - LEFT - label - 18 - taken - _BAND_EXTRA * (len(order) - on_record)
    if on_record and spare > 0 and not hall:
        wide = max(wide, min(wide + spare / on_record, _WIDEST))
    placed = forum_columns.spread(order, LEFT + label + 18, right, wide, narrow)

    room = max(canvas.foot - 12 - first - (2 * sizes.head if hall and drawn.earlier else 0), 0)
    names = [typeface.balance(row.title, sizes.label, 500, label, canvas.lang) for row in rows]
    if not hall:
        names = [_shortened(lines, sizes.label, label) for lines in names]
    least = [max(sizes.row_least, math.ceil(len(lines) * (sizes.label + 3)) + 10) for lines in names]
    if variant == "slide" and sum(least) > room:
        names = [[typeface.fit(" ".join(lines), sizes.label, 500, label)] for lines in names]
        least = [sizes.row_least] * len(names)
    return Plan(
        sizes, words, drawn.earlier, tuple(placed), label, numbers, heads, first, room, tuple(tuple(lines) for lines in names), tuple(least)
    )


def fill(canvas: Canvas, told: Recurrence, planned: Plan) -> float:
    """The rows of what is told as they are planned, as high as there is room for; returns where they end."""
    theme, sizes, edge = canvas.theme, planned.sizes, canvas.right
    key.scale(canvas, canvas.head, told.scale)
    share = planned.room / max(len(told.rows), 1)
    pitch = math.floor(min(max(share, sizes.row_least), sizes.row_most))
    heights = [max(pitch, least) for least in planned.least]
    if canvas.hall and sum(heights) > planned.room:
        heights = list(planned.least)
    bottom = planned.first + sum(heights)
    _heads(canvas, told, planned, bottom)
    y = planned.first
    for row, lines, height in zip(told.rows, planned.names, heights, strict=True):
        middle = y + (height - sizes.gap) / 2
        for position, line in enumerate(lines):
            down = (position - (len(lines) - 1) / 2) * (sizes.label + 3)
            canvas.text(LEFT + planned.label, middle + down, line, sizes.label, 500, theme.ink, "right")
        canvas.target(LEFT, y, planned.label + 8, height - sizes.gap, f"{row.pledge}|", row.tip)
        for column in planned.placed:
            if column.declaration is not None:
                _cell(canvas, column, y, height - sizes.gap, row, row.cells[column.declaration], planned.words, sizes)
        canvas.text(edge, middle, str(row.count), sizes.count, 700, theme.ink, "right")
        y += height
        canvas.rule(LEFT, y - sizes.gap // 2, edge - LEFT)
    if planned.earlier:
        canvas.text(LEFT, bottom + sizes.head, told.earlier[planned.earlier], sizes.head, 400, theme.ink2)
        bottom += round(2 * sizes.head)
    return bottom


def _shortened(lines: list[str], size: float, most: float) -> list[str]:
    return lines if len(lines) < 3 else [lines[0], typeface.fit(" ".join(lines[1:]), size, 500, most)]


def _heads(canvas: Canvas, told: Recurrence, planned: Plan, bottom: float) -> None:
    theme, sizes, placed, numbers, heads = canvas.theme, planned.sizes, planned.placed, planned.numbers, planned.heads
    canvas.text(LEFT + planned.label, numbers, told.forum, sizes.head, 400, theme.ink3, "right")
    if not canvas.hall:
        canvas.text(LEFT + planned.label, heads, told.year, sizes.head, 400, theme.ink3, "right")
    canvas.text(canvas.right, heads, told.count, sizes.head, 400, theme.ink3, "right")
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
        forum_columns.hatched(canvas, column, planned.first, bottom - sizes.gap)


def _cell(
    canvas: Canvas, column: Column, y: float, height: float, row: Row, cell: Cell, words: Mapping[Force, str], sizes: _Sizes
) -> None:  # fmt: skip
    if cell.force is not None:
        key.cell(canvas, column.x, y, column.w, height, cell.force, words[cell.force], sizes.cell)
    elif cell.says == "background":
        key.ring(canvas, column.middle, y + height / 2)
    else:
        canvas.mark(column.middle, y + height / 2, "circle", 8 if canvas.hall else 5, canvas.theme.edge, 0)
    canvas.target(column.x, y, column.w, height, f"{row.pledge}|{column.declaration}", cell.tip)
