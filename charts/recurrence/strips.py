"""The pledges for a phone: each by its whole name, below it a strip of the forums with a mark for each declaration."""

from __future__ import annotations

from typing import Final

from charts import forum_columns, key, typeface
from charts.canvas import Canvas
from charts.forum_columns import Column
from charts.recurrence.told import Cell, Recurrence, Row
from charts.room import RIGHT
from charts.theme import LEFT, Theme

_NAME: Final = 16
_STEP: Final = 21
_COUNT: Final = 13
_SMALL: Final = 12
_CELL: Final = 30
_WIDE: Final = 44
_BAND: Final = 8
_LEAST: Final = typeface.width("2024", _SMALL) + 2


def draw(told: Recurrence, theme: Theme) -> Canvas:
    """Every row of what is told, one below the other."""
    canvas = Canvas.of(told, theme, RIGHT)
    canvas.plot_top = 0
    y = key.scale(canvas, 0, told.scale, small=True) + 16
    drawn = forum_columns.newest(told.columns, _LEAST, _BAND, 2, RIGHT - LEFT)
    placed = _placed(drawn.columns)
    for row in told.rows:
        y = _row(canvas, row, y, placed, told, first=row is told.rows[0]) + 12
        canvas.rule(LEFT, y - 6, canvas.wide)
    if drawn.earlier:
        for line in typeface.wrap(told.earlier[drawn.earlier], _COUNT, 400, canvas.wide, told.lang):
            y += _STEP
            canvas.text(LEFT, y - 5, line, _COUNT, 400, theme.ink2, baseline=True)
    canvas.plot_bottom = y
    canvas.height = y + 60
    return canvas


def _placed(columns: tuple[Column, ...]) -> list[Column]:
    """Columns on record as wide as a finger; the bands share what is left in proportion to their forums."""
    order = list(columns)
    on_record = sum(column.declaration is not None for column in order)
    bands = len(order) - on_record
    room = RIGHT - LEFT - 2 * max(len(order) - 1, 0)
    wide = min(_WIDE, (room - _BAND * bands) / max(on_record, 1))
    each = (room - wide * on_record) / max(sum(len(column.forums) for column in order if column.declaration is None), 1)
    widths = [wide if column.declaration is not None else each * len(column.forums) for column in order]
    return forum_columns.placed(order, widths, LEFT, gap=2)


def _row(canvas: Canvas, row: Row, y: float, placed: list[Column], told: Recurrence, *, first: bool) -> float:
    """From `y` down to where it ends."""
    theme, top = canvas.theme, y
    for line in typeface.wrap(row.title, _NAME, 600, canvas.wide, told.lang):
        y += _STEP
        canvas.text(LEFT, y - 5, line, _NAME, 600, theme.ink, baseline=True)
    y += 17
    canvas.text(LEFT, y - 4, row.counted, _COUNT, 400, theme.ink3, baseline=True)
    canvas.target(LEFT, top, canvas.wide, y - top, f"{row.pledge}|", row.tip)
    y += 6
    for column in placed:
        if column.declaration is None:
            forum_columns.hatched(canvas, column, y, y + _CELL, says_why=first)
            continue
        _cell(canvas, column, y, row, row.cells[column.declaration])
        canvas.text(column.middle, y + _CELL + 9, column.declaration, _SMALL, 400, theme.ink3, "middle")
    return y + _CELL + 16


def _cell(canvas: Canvas, column: Column, y: float, row: Row, cell: Cell) -> None:
    if cell.force is not None:
        key.cell(canvas, column.x, y, column.w, _CELL, cell.force, "")
    elif cell.says == "background":
        key.ring(canvas, column.middle, y + _CELL / 2)
    else:
        canvas.mark(column.middle, y + _CELL / 2, "circle", 6, canvas.theme.edge, 0)
    canvas.target(column.x, y, column.w, _CELL, f"{row.pledge}|{column.declaration}", cell.tip)
