"""One kind of count as a panel: its marks from zero, the target and the pace, and as many words as have room."""

from __future__ import annotations

import datetime as dt
import math
from dataclasses import dataclass, field
from typing import Final

from charts import typeface
from charts.canvas import Anchor, Canvas
from charts.progress.told import Count, Kind, Told
from charts.progress.words import figure

CROWDED: Final = 6
"""From so many counts in one panel on, a row has no more than two panels, and labels have no dates."""


@dataclass(frozen=True, slots=True)
class Type:
    """The type roles of a panel; in a hall all are larger, and a heading has as many lines as it takes."""

    head: float
    head_row: float
    small: float
    """Ticks, years, units, what is said of the time that nobody has counted."""
    target: float
    value_beside_target: float
    value: float
    crowded: float
    dated: float
    pace: float
    scale: float
    """Of the marks."""
    above: float
    """Room for words above the highest mark."""
    heading_most: int
    """Lines of a heading before it is cut; in a hall none is."""


PAGE: Final = Type(22, 18, 16, 19, 21, 19, 16, 16, 17, 1, 30, 3)
HALL: Final = Type(27, 27, 19, 27, 27, 27, 25, 25, 20, 1.5, 78, 99)
DOTTED: Final = "2px 5px"

Words = tuple[str, float, int]
"""A line of a label: words, size, weight."""
Spot = tuple[float, float, Anchor]
"""The upper left corner of a label, and the end at which it is held: the one next to its mark, for other typefaces are wider."""


def bracket(canvas: Canvas, x: float, top: float, bottom: float) -> None:
    """A bracket beside the figures that sources give for one date."""
    canvas.line([(x + 3, top), (x - 3, top), (x - 3, bottom), (x + 3, bottom)], canvas.theme.ink2, 1.5)


# the panel -----------------------------------------------------------------------------------------------------------


@dataclass
class Panel:
    """One kind of count between `x` and `x + w`; `draw` places it."""

    canvas: Canvas
    told: Told
    kind: Kind
    x: float
    w: float
    start: dt.date
    size: str
    type: Type = PAGE
    unnamed: bool = False
    """Whether a count, the target or the pace found no room for its words."""
    top: float = 0
    bottom: float = 0
    taken: list[tuple[float, float, float, float]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.points = self.kind.counts
        self.goal, self.pace = self.kind.goal, self.kind.pace
        self.end = max(self.told.on, self.goal.by) if self.goal else self.told.on
        highest = max([self.goal.value if self.goal else 0, *(point.of or point.value for point in self.points)])
        self.ticks = even_steps(highest)
        self.left = self.x + max(typeface.width(figure(tick), self.type.small) for tick in self.ticks) + 12
        self.right = self.x + self.w - 8
        self.heading = self._heading()
        self.head = sum(size * 1.28 for _, size, _ in self.heading) + 8

    def _heading(self) -> list[Words]:
        lead = self.size != "row"
        size, most = self.type.head if lead else self.type.head_row, self.type.heading_most
        whole = typeface.wrap(self.kind.name, size, 600, self.w, self.told.lang)
        lines = whole[:most]
        if len(whole) > most:
            lines[-1] = typeface.fit(" ".join(whole[most - 1 :]), size, 600, self.w)
        found: list[Words] = [(line, size, 600) for line in lines]
        small = self.type.small
        return found + [(line, small, 400) for line in typeface.wrap(self.kind.below, small, 400, self.w, self.told.lang)]

    def at(self, day: dt.date) -> float:
        return self.left + 10 + (day - self.start).days / max((self.end - self.start).days, 1) * (self.right - self.left - 20)

    def level(self, value: float) -> float:
        return self.bottom - value / self.ticks[-1] * (self.bottom - self.top - (self.type.above + (16 if self.goal else 0)))

    def draw(self, top: float, head: float, high: float) -> None:
        """The panel with its heading from `top` on; plots of one row begin at the same height."""
        canvas, theme = self.canvas, self.canvas.theme
        y = top
        for words, size, weight in self.heading:
            canvas.text(self.x, y + size * 0.64, words, size, weight, theme.ink if weight > 400 else theme.ink2)
            y += size * 1.28
        self.top, self.bottom = top + head, top + head + high
        self._axes()
        self._unknown()
        self._marks()
        self._labels()

    def _axes(self) -> None:
        canvas, theme, small = self.canvas, self.canvas.theme, self.type.small
        ticks = (
            self.ticks
            if (self.level(self.ticks[0]) - self.level(self.ticks[1])) >= self.type.small * 1.5
            else [self.ticks[0], self.ticks[-1]]
        )
        for tick in ticks:
            canvas.rule(self.left, self.level(tick), self.right - self.left, 1)
            canvas.text(self.left - 8, self.level(tick), figure(tick), small, 400, theme.ink3, "right")
        canvas.box(self.left, self.bottom - 1, self.right - self.left, 2, theme.edge)
        years = list(range(self.start.year, self.end.year + 1))
        apart = typeface.width("2000", small) + 14
        step = next((s for s in (1, 2, 5, 10) if self._year_wide() * s >= apart), 20)
        for year in years[::step]:
            x = self.at(dt.date(year, 1, 1))
            canvas.box(x - 0.5, self.bottom, 1, 6, theme.edge)
            canvas.text(min(x, self.right - apart / 2 + 7), self.bottom + small, str(year), small, 400, theme.ink3, "middle")

    def _year_wide(self) -> float:
        return 365.25 / max((self.end - self.start).days, 1) * (self.right - self.left - 20)

    def _unknown(self) -> None:
        canvas = self.canvas
        last, now = max(point.last for point in self.points), self.at(self.told.on)
        if now - self.at(last) > 1 and self.kind.hidden:
            canvas.bars(self.at(last), self.top, now - self.at(last), self.bottom - self.top - 1, canvas.theme.hatch)
        elif now - self.at(last) > 1:
            wide, high = now - self.at(last), self.bottom - self.top - 1
            canvas.hatch(self.at(last), self.top, wide, high, hover=self.kind.since[0], id=self.kind.series)
        canvas.box(now - 1, self.top - 4, 2, self.bottom - self.top + 4, canvas.theme.ink)
        self._take(now - 3, self.top - 4, 6, self.bottom - self.top)

    def _marks(self) -> None:
        canvas, theme, k = self.canvas, self.canvas.theme, self.type.scale
        places = {point.point: self._place(point) for point in self.points}
        for pair in self.told.joined:
            if set(pair) <= set(places):
                canvas.line([places[each] for each in pair], theme.ink, 2.4)
                self._take_line(*(places[each] for each in pair))
        if self.goal:
            diamond = (self.at(self.goal.by), self.level(self.goal.value))
            if self.pace:
                start = (self.at(self.pace.start), self.level(self.pace.value))
                canvas.line([start, diamond], theme.ink, 2.4, DOTTED)
                self._take_line(start, diamond)
            canvas.mark(*diamond, "diamond", 15 * k, theme.bg, 2.6)
            canvas.mark(*diamond, "diamond" if self.goal.same else "diamond-open", 15 * k, theme.ink, 2.6)
            self._take(diamond[0] - 12 * k, diamond[1] - 12 * k, 24 * k, 24 * k)
        for date in dict.fromkeys(point.date for point in self.points if point.differs):
            spots = [places[point.point] for point in self.points if point.date == date]
            above, below = min(y for _, y in spots) - 5 * k, max(y for _, y in spots) + 5 * k
            left = min(x for x, _ in spots) - 10 * k
            bracket(canvas, left, above, below)
            self._take(left - 4, above, 8, below - above)
        for point in self.points:
            x, y = places[point.point]
            if point.first != point.last:
                canvas.line([(self.at(point.first), y), (self.at(point.last), y)], theme.ink2, 1.5)
                self._take(self.at(point.first), y - 3, self.at(point.last) - self.at(point.first), 6)
            if point.of is not None:
                canvas.mark(x, self.level(point.of), "line-ew", 11 * k, theme.ink2, 2.4)
                self._take(x - 9 * k, self.level(point.of) - 4, 18 * k, 8)
            # The page's colour under an open mark keeps hatch and lines out of it.
            symbol = "triangle-up" if point.at_least else "circle-open" if point.approx else "circle"
            canvas.mark(x, y, symbol.removesuffix("-open"), 15 * k, theme.bg, 0)
            canvas.mark(x, y, symbol, 11 * k, theme.ink, 2.4)
            self._take(x - 8 * k, y - 8 * k, 16 * k, 16 * k)
            canvas.target(x - 9, y - 9, 18, 18, f"{self.kind.series}|{point.point}", point.tip)

    def _place(self, point: Count) -> tuple[float, float]:
        """The middle of the time it is dated to; figures for one date that would hide each other stand side by side."""
        here = [other for other in self.points if other.date == point.date and point.differs] or [point]
        levels = [self.level(other.value) for other in here]
        hidden = max(levels) - min(levels) < 13 * self.type.scale
        aside = ([other.point for other in here].index(point.point) - (len(here) - 1) / 2) * 13 * self.type.scale if hidden else 0
        return (self.at(point.first) + self.at(point.last)) / 2 + aside, self.level(point.value)

    # words in the plot: as many as have room, the weightiest first -------------------------------------------------

    def _take(self, x: float, y: float, w: float, h: float) -> None:
        self.taken.append((x, y, x + w, y + h))

    def _take_line(self, start: tuple[float, float], end: tuple[float, float]) -> None:
        """What lies along a line, in small steps, but not its ends: those are the marks'."""
        steps = max(int(max(abs(end[0] - start[0]), abs(end[1] - start[1])) / 5), 1)
        for step in range(1, steps):
            x, y = (start[i] + (end[i] - start[i]) * step / steps for i in (0, 1))
            self._take(x - 2, y - 2, 4, 4)

    def _labels(self) -> None:
        goal, type_ = self.goal, self.type
        if goal:
            size, lines = type_.target, [self.told.target]
            if type_.heading_most > 3:  # where words are as large as in a hall, they take two lines rather than none
                lines = typeface.balance(self.told.target, size, 700, self.right - self.at(self.told.on) - 12, self.told.lang)
            wide, high = max(typeface.width(line, size, 700) for line in lines), len(lines) * size * 1.22 + 15 * type_.scale
            named = [(line, size, 700) for line in lines]
            if not self._put(named, [(self.right - wide, self.level(goal.value) - high, "right")]):
                self.unnamed = True
            day, small = self.told.day, type_.small
            self._put([(day, small, 500)], [(self.at(self.told.on) - typeface.width(day, small, 500) - 8, self.top + 4, "right")])
        few = len(self.points) < CROWDED
        order = sorted(range(len(self.points)), key=lambda at: (at not in (0, len(self.points) - 1), -self.points[at].value))
        for at in order:
            self._name(self.points[at], few)
        if goal:
            self._arithmetic()
        last = max(self.points, key=lambda point: point.last)
        left, right = self.at(last.last) + 8, self.at(self.told.on) - 8
        for words in self.kind.since:
            wide = typeface.width(words, type_.small, 500)
            spots: list[Spot] = [
                ((left + right - wide) / 2 - 4, self.top + (self.bottom - self.top) * share - 11, "middle") for share in (0.8, 0.5, 0.3)
            ]
            if wide + 8 <= right - left and self._put([(words, type_.small, 500)], spots):
                break

    def _name(self, point: Count, few: bool) -> None:
        x, y = self._place(point)
        type_, k = self.type, self.type.scale
        big = type_.value_beside_target if self.goal else type_.value if few else type_.crowded
        label: list[Words] = [(point.label if few else point.bare, big, 700 if few else 500)]
        dated = [*label, (point.dated, type_.dated, 400)]
        for lines in [dated, label] if few else [label]:
            wide = max(typeface.width(*line) for line in lines)
            high = sum(size * 1.22 for _, size, _ in lines)
            beside = y - high / 2
            spots: list[Spot] = [
                (x - wide / 2, y - high - 11 * k, "middle"),
                (x - 4, y - high - 11 * k, "left"),
                (x - wide + 4, y - high - 11 * k, "right"),
                (x + 13 * k, beside, "left"),
                (x - wide - 17 * k, beside, "right"),
                (x - wide / 2, y + 11 * k, "middle"),
            ]
            if self.goal:
                spots += [(x - 40, y - high - up, "left") for up in (22, 30, 38, 46)]
                spots += [(x - 40 * at, y - high - 24 * up, "left") for up in range(2, 9) for at in (1, 0)] if k > 1 else []
            if self._put(lines, spots):
                return
        self.unnamed = True

    def _arithmetic(self) -> None:
        """The pace in words, in the corner under its line; where that is too small, the text around the picture has it."""
        words = self.told.pace
        left, right = self.at(self.told.on) + 14, self.right
        if not words or self.pace is None or right - left < 200:
            self.unnamed = self.unnamed or bool(words)
            return
        size = self.type.pace
        lines = typeface.wrap(words, size, 400, right - left, self.told.lang)
        share = (self.at(self.told.on) - self.at(self.pace.start)) / max(self.at(self.end) - self.at(self.pace.start), 1)
        line = self.level(self.pace.value) + share * (self.level(self.goal.value if self.goal else 0) - self.level(self.pace.value))
        high = len(lines) * size * 1.22
        spots: list[Spot] = [(left, self.bottom - 3 - high, "left")] if self.bottom - 3 - high >= line + 6 else []
        if not self._put([(each, size, 400) for each in lines], spots):
            self.unnamed = True

    def _put(self, lines: list[Words], spots: list[Spot]) -> bool:
        """The lines at the first spot where they touch nothing; the hatch is cleared behind them."""
        wide = max(typeface.width(*line) for line in lines)
        high = sum(size * 1.22 for _, size, _ in lines)
        for x, y, anchor in spots:
            x0, y0, x1, y1 = x - 3, y, x + wide + 3, y + high
            inside = x0 >= self.left and x1 <= self.right + 4 and y0 >= self.top - 4 and y1 <= self.bottom - 2
            if inside and not any(x0 < right and left < x1 and y0 < bottom and above < y1 for left, above, right, bottom in self.taken):
                self.canvas.box(x0, y0, x1 - x0, high, self.canvas.theme.bg)
                at = x + wide * {"left": 0, "middle": 0.5, "right": 1}[anchor]
                for words, size, weight in lines:
                    color = self.canvas.theme.ink if weight > 400 else self.canvas.theme.ink2
                    self.canvas.text(at, y + size * 0.61, words, size, weight, color, anchor)
                    y += size * 1.22
                self._take(x0, y0, x1 - x0, high)
                return True
        return False


def even_steps(highest: float) -> list[float]:
    """Zero and two to four even steps that reach the highest number."""
    if highest <= 0:
        return [0.0, 1.0]
    unit = 10 ** math.floor(math.log10(highest))
    step = next(step for step in (unit * share for share in (0.25, 0.5, 1, 2.5, 5)) if highest / step <= 4)
    if highest >= 4:
        step = max(1.0, math.ceil(step))
    return [step * at for at in range(math.ceil(highest / step - 1e-9) + 1)]
