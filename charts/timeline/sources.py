"""The lane of sources: how many speak of each year."""

from __future__ import annotations

import datetime as dt

from charts import typeface
from charts.timeline.lanes import GAP, SOURCES_HIGH, Sheet, clear, empty


def source_lane(sheet: Sheet, *, named: bool = True) -> None:
    """How many sources speak of each year; sources are no achievements, and more of them do not mean that more was done.

    Not `named` where its name stands above it.
    """
    canvas, axis, theme, told = sheet.canvas, sheet.axis, sheet.theme, sheet.told
    if named:
        sheet.label(sheet.top + SOURCES_HIGH / 2, told.words.evidence, lines=3, size=17, weight=700)
    if not told.sources:
        empty(sheet, sheet.top + SOURCES_HIGH / 2)
    base, most = sheet.top + SOURCES_HIGH - 4, max((each.n for each in told.sources), default=1)
    for each in told.sources:
        middle = (axis.x(dt.date(each.year, 1, 1)) + axis.x(dt.date(each.year, 12, 31))) / 2
        tall, wide = max(2, each.n / most * (SOURCES_HIGH - 26)), min(30, axis.year_wide * 0.6)
        canvas.box(middle - wide / 2, base - tall, wide, tall, theme.rule, theme.edge)
        number = typeface.width(str(each.n), 16, 500)
        if number + 2 <= axis.year_wide:
            clear(sheet, middle - number / 2, base - tall - 11, number, 16)
            canvas.text(middle, base - tall - 11, str(each.n), 16, 500, anchor="middle")
        canvas.target(middle - wide / 2, sheet.top, wide, SOURCES_HIGH, f"sources:{each.year}", each.tip)
    sheet.top += SOURCES_HIGH + GAP
