"""The matrix for a hall: eight rows a slide and never a name cut, so that the back row can read every one."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from charts import hall
from charts.canvas import Canvas
from charts.recurrence.matrix import ROWS_HALL, Plan, fill, plan
from charts.recurrence.told import Recurrence, Row
from charts.theme import Theme

_LABELS: Final = (300, 470, 700, 950)
"""The least room for names: the next where one of them would be higher than a slide. The oldest declarations give way, and it is said."""


def draw(told: Recurrence, theme: Theme, address: str = "") -> list[Canvas]:
    """Every row of what is told, on as many slides as it takes."""

    def planned(canvas: Canvas, rows: list[Row]) -> Plan:
        # All slides have their columns in the same places, so all names count.
        plans = (plan(canvas, told, "hall", told.rows, label) for label in _LABELS)
        fits = next((found for found in plans if max(found.least, default=0) <= found.room), None)
        found = fits or plan(canvas, told, "hall", told.rows, _LABELS[-1])
        at = [told.rows.index(row) for row in rows]
        return replace(found, names=tuple(found.names[each] for each in at), least=tuple(found.least[each] for each in at))

    def dealt(canvas: Canvas) -> list[list[Row]]:
        found = planned(canvas, list(told.rows))
        return hall.parted(told.rows, found.least, found.room, ROWS_HALL)

    def drawn(canvas: Canvas, rows: list[Row]) -> None:
        canvas.plot_bottom = fill(canvas, replace(told, rows=tuple(rows)), planned(canvas, rows)) + 2

    return hall.slides(told, theme, address, dealt, drawn)
