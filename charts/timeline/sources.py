"""The lane of sources: how many speak of each year."""

from __future__ import annotations

import datetime as dt

from charts import typeface
from charts.timeline.lanes import GAP, SOURCES_HIGH, Sheet, clear, empty


def source_lane(sheet: Sheet, cited: bool) -> None:
    """How many sources speak of each year; sources are no achievements, and more of them do not mean that more was done."""
    canvas, axis, theme, say = sheet.canvas, sheet.axis, sheet.theme, sheet.say
    counts = {year: list(sheet.data.sources["year"]).count(year) for year in range(axis.first, axis.last + 1)}
    words = say("timeline.lane_cited" if cited else "timeline.lane_evidence", n=sum(counts.values()))
    sheet.label(sheet.top + SOURCES_HIGH / 2, words, lines=3, size=17, weight=700)
    if not any(counts.values()):
        empty(sheet, sheet.top + SOURCES_HIGH / 2)
    base, most = sheet.top + SOURCES_HIGH - 4, max([*counts.values(), 1])
    for year, n in counts.items():
        if not n:
            continue
        middle = (axis.x(dt.date(year, 1, 1)) + axis.x(dt.date(year, 12, 31))) / 2
        tall, wide = max(2, n / most * (SOURCES_HIGH - 26)), min(30, axis.year_wide * 0.6)
        canvas.box(middle - wide / 2, base - tall, wide, tall, theme.rule, theme.edge)
        if typeface.width(str(n), 16, 500) + 2 <= axis.year_wide:
            clear(sheet, middle - typeface.width(str(n), 16, 500) / 2, base - tall - 11, typeface.width(str(n), 16, 500), 16)
            canvas.text(middle, base - tall - 11, str(n), 16, 500, anchor="middle")
        canvas.target(middle - wide / 2, sheet.top, wide, SOURCES_HIGH, f"sources:{year}", say("timeline.hover_sources", year=year, n=n))
    sheet.top += SOURCES_HIGH + GAP
