"""What all lanes of the timeline are drawn on: a sheet that grows downwards, with headings, names of rows and empty rows.

The lanes themselves are due.py, pledges.py and changes.py; each draws itself and moves the sheet down. The last and least, of
sources, is here.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from charts import typeface
from charts.canvas import Canvas
from charts.theme import LEFT, Theme
from charts.timeline.axis import GUTTER, Axis
from charts.timeline.told import Dated, Pledge, Told

HEAD, LEVEL, SOURCES_HIGH, GAP = 30, 26, 58, 8
ROOMY = 48
"""A row with a due date that has room for its place in the declaration, and for its words below the bar."""


@dataclass
class Sheet:
    """One drawing of the timeline while it grows downwards."""

    canvas: Canvas
    axis: Axis
    told: Told
    top: float
    bottom: float = 0

    @property
    def theme(self) -> Theme:
        return self.canvas.theme

    def heading(self, words: str) -> None:
        beyond = LEFT + typeface.width(words, 18, 700) - self.axis.left
        if beyond > 0:
            self.canvas.box(self.axis.left, self.top + HEAD - 22, beyond + 4, 19, self.theme.bg)
        self.canvas.text(LEFT, self.top + HEAD - 12, words, 18, 700)
        self.canvas.rule(LEFT, self.top + HEAD - 2, self.canvas.wide)
        self.top += HEAD

    def label(self, y: float, words: str, below: str = "", lines: int = 1, size: float = 18, weight: int = 500) -> None:
        """The name of a row, flush with the calendar, with its place in the declaration below where there is room."""
        room = self.axis.left - LEFT - 10
        broken = typeface.wrap(words, size, weight, room, self.told.lang)
        while len(broken) > lines and size > 16:
            size -= 1
            broken = typeface.wrap(words, size, weight, room, self.told.lang)
        shown = [(line, size, weight, self.theme.ink) for line in broken]
        if len(broken) > lines:
            shown = [*shown[: lines - 1], (typeface.fit(" ".join(broken[lines - 1 :]), size, weight, room), size, weight, self.theme.ink)]
        if below:
            shown.append((typeface.fit(below, 16, 400, room), 16, 400, self.theme.ink3))
        for position, (line, each, heavy, color) in enumerate(shown):
            down = (position - (len(shown) - 1) / 2) * (size + 2)
            self.canvas.text(self.axis.left - 10, y + down, line, each, heavy, color, "right")


@dataclass(frozen=True)
class Plan:
    """Which rows are drawn and how high they are."""

    due: tuple[Dated, ...]
    pledges: tuple[Pledge, ...]
    due_high: float
    pledge_high: float
    levels: int


def clear(sheet: Sheet, x: float, y: float, wide: float, high: float = 20) -> None:
    """Keep the calendar's lines out of words."""
    sheet.canvas.box(x - 3, y - high / 2, wide + 6, high, sheet.theme.bg)


def empty(sheet: Sheet, y: float) -> None:
    """Say in a row that nothing falls into the years that are drawn."""
    words = sheet.told.words.nothing
    clear(sheet, sheet.axis.left + GUTTER, y, typeface.width(words, 17, 400))
    sheet.canvas.text(sheet.axis.left + GUTTER, y, words, 17, 400, sheet.theme.ink2)


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
