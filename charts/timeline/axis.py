"""The calendar that everything on the timeline hangs on: years, forums, the as-of line, and what runs past the edges."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from charts import typeface
from charts.canvas import Canvas
from charts.timeline.told import Forum

GUTTER = 20
"""Room at either end of the calendar for the arrow of what runs on beyond it."""
YEARS_HIGH, FORUMS_HIGH = 26, 42
CELL, TALL = 20, 15
DOTTED = "2px 5px"


@dataclass(frozen=True, slots=True)
class Axis:
    """The calendar from 1 January of `first` to 31 December of `last`, between `left` and `right` on the canvas."""

    first: int
    last: int
    left: float
    right: float

    @property
    def start(self) -> dt.date:
        return dt.date(self.first, 1, 1)

    @property
    def end(self) -> dt.date:
        return dt.date(self.last, 12, 31)

    @property
    def year_wide(self) -> float:
        return (self.right - self.left - 2 * GUTTER) / (self.last - self.first + 1)

    def x(self, day: dt.date) -> float:
        """Where a day begins; outside the window it may lie anywhere."""
        whole = (dt.date(self.last + 1, 1, 1) - self.start).days
        return self.left + GUTTER + (day - self.start).days / whole * (self.right - self.left - 2 * GUTTER)

    def holds(self, day: dt.date) -> bool:
        return self.start <= day <= self.end

    def touches(self, start: dt.date, end: dt.date) -> bool:
        """Whether anything from `start` to `end` falls into the window."""
        return start <= self.end and end >= self.start

    def clipped(self, day: dt.date) -> float:
        """Where the day lies, or the edge of the window it lies beyond."""
        return self.left + GUTTER if day < self.start else self.right - GUTTER if day > self.end else self.x(day)


def draw_years(canvas: Canvas, axis: Axis, top: float, bottom: float, on_record: set[int], size: float = 16) -> None:
    """A rule down from each 1 January and the years between, those with a declaration on record in bold."""
    theme = canvas.theme
    for year in range(axis.first, axis.last + 2):
        canvas.rule(axis.x(dt.date(year, 1, 1)), top + YEARS_HIGH - 4, 1, bottom - top - YEARS_HIGH + 4)
    for year in _named_years(axis, on_record, size):
        middle, here = axis.x(dt.date(year, 7, 2)), year in on_record
        wide = typeface.width(str(year), size, 700)
        canvas.box(middle - wide / 2 - 1, top, wide + 2, size + 2, theme.bg)
        canvas.text(middle, top + 1 + size / 2, str(year), size, 700 if here else 400, theme.ink if here else theme.ink3, "middle")


def _named_years(axis: Axis, on_record: set[int], size: float) -> list[int]:
    """All years where there is room; else those with a declaration, the first and last, and round ones in between, or one in so many."""
    years = list(range(axis.first, axis.last + 1))
    apart = typeface.width("2000", size, 700) + 1
    if axis.year_wide >= apart + 6:
        return years
    if not on_record:
        step = next((step for step in (2, 5, 10) if step * axis.year_wide >= apart + 6), 20)
        return years[::step]
    named: list[int] = []
    wanted = [year for year in years if year in on_record] + [axis.first, axis.last]
    for year in [*wanted, *(year for step in (10, 5, 1) for year in years if year % step == 0)]:
        if all(abs(year - other) * axis.year_wide >= (apart if year in on_record else 1.6 * apart) for other in named):
            named.append(year)
    return named


def draw_forums(canvas: Canvas, axis: Axis, top: float, bottom: float, forums: Sequence[Forum]) -> None:
    """Each forum by its number: solid with a line down where its text is on record, hatched where not, dotted where announced."""
    theme, right = canvas.theme, -1000.0
    for forum in forums:
        if not axis.holds(forum.start):
            continue
        x = axis.x(forum.start)
        words, here = str(forum.number), forum.state == "on-record"
        half = max(CELL / 2, typeface.width(words, 16, 700) / 2 + 1)
        if x - half >= right:
            canvas.text(x, top + 9, words, 16, 700 if here else 400, theme.ink if here else theme.ink3, "middle")
            right = x + half
        forum_cell(canvas, x - CELL / 2, top + 20, forum.state)
        if forum.adopted is not None:
            canvas.rule(axis.clipped(forum.adopted) - 0.5, top + 20 + TALL, 1, bottom - top - 20 - TALL, theme.edge)
        canvas.target(x - CELL / 2, top, CELL, 36, forum.id, forum.tip)


def forum_cell(canvas: Canvas, x: float, y: float, state: str) -> None:
    """The sign of a forum, by whether its text is on record."""
    theme = canvas.theme
    if state == "on-record":
        canvas.box(x, y, CELL, TALL, theme.ink)
    elif state == "announced":
        canvas.frame(x, y, CELL, TALL, theme.ink2, 1.5, "2px 2px")
    else:
        canvas.hatch(x, y, CELL, TALL, theme.edge, 1)


def draw_day(canvas: Canvas, axis: Axis, top: float, bottom: float, day: dt.date, words: str, size: float = 17) -> None:
    """The as-of line with its name above; beyond the window only the name, with an arrow towards it."""
    theme = canvas.theme
    wide = typeface.width(words, size, 600)
    if not axis.holds(day):
        before = day < axis.start
        canvas.text(
            axis.left if before else axis.right,
            top + size / 2,
            f"← {words}" if before else f"{words} →",
            size,
            600,
            theme.ink,
            "left" if before else "right",
        )
        return
    x = axis.x(day)
    canvas.rule(x - 1, top + size + 4, 2, bottom - top - size - 4, theme.ink)
    left = min(max(x - wide / 2, axis.left), axis.right - wide)
    canvas.text(left, top + size / 2, words, size, 600, theme.ink)


def draw_edges(canvas: Canvas, axis: Axis, y: float, start: dt.date, end: dt.date, size: float = 17) -> None:
    """An arrow at each edge that what lasts from `start` to `end` runs past."""
    if start < axis.start:
        canvas.text(axis.left, y, "←", size, 700, canvas.theme.ink2)
    if end > axis.end:
        canvas.text(axis.right, y, "→", size, 700, canvas.theme.ink2, "right")
