"""The timeline turned upright, for a phone: what is dated from top to bottom, then each pledge on a small calendar of its own."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from charts import typeface
from charts.canvas import Canvas
from charts.room import RIGHT
from charts.theme import LEFT, Theme
from charts.timeline import axis as calendar
from charts.timeline.axis import CELL, TALL, Axis, forum_cell
from charts.timeline.key import CHIP, draw_key, force_cell, standing_chip
from charts.timeline.lanes import Sheet, source_lane
from charts.timeline.pledges import draw_pledge
from charts.timeline.told import Told

_SIZE, _STEP, _SMALL = 15, 20, 13
_SPINE: Final = LEFT + 66
"""The line on which everything hangs; the years stand left of it."""
_WORDS: Final = LEFT + 92


@dataclass(frozen=True)
class _Item:
    """What stands on a day: its sign, its words, strongest first, and where it leads."""

    day: dt.date
    sign: Callable[[Canvas, float], None]
    words: tuple[tuple[str, int], ...]
    id: str
    tip: str


def draw(told: Told, theme: Theme, most: int | None = None) -> Canvas:
    """All that is told, of pledges the first `most`."""
    canvas = Canvas.of(told, theme, RIGHT)
    canvas.plot_top = 0
    y = draw_key(canvas, 0, told, _SMALL) + 6
    y = _dated(canvas, told, sorted(_items(told), key=lambda item: item.day), y)
    if "changes" in told.layers and not told.judged:
        y = _lines(canvas, told.words.no_changes, 500, y + 14, LEFT) + 6
    if "pledges" in told.layers:
        y = _pledges(canvas, told, most, y + 12)
    if "evidence" in told.layers:
        axis = Axis(*told.years, LEFT, RIGHT)
        y = _lines(canvas, told.words.evidence, 700, y + 18, LEFT) + 4
        calendar.draw_years(canvas, axis, y, y + 90, set())
        sheet = Sheet(canvas, axis, told, y + 26)
        source_lane(sheet, named=False)
        y = sheet.top
    canvas.plot_bottom = y + 4
    return canvas


def _items(told: Told) -> Iterator[_Item]:
    first, last = dt.date(told.years[0], 1, 1), dt.date(told.years[1], 12, 31)
    if "forums" in told.layers:
        for forum in told.forums:
            if first <= forum.start <= last:
                held = lambda canvas, y, state=forum.state: forum_cell(canvas, _SPINE - CELL / 2, y - TALL / 2, state)  # noqa: E731
                weight = 600 if forum.state == "on-record" else 400
                yield _Item(forum.start, held, ((forum.name, weight),), forum.id, forum.tip)
    for row in told.due:
        if first <= row.due <= last and row.force:
            due = lambda canvas, y, force=row.force: force_cell(canvas, _SPINE - 12, y, force, "")  # noqa: E731
            yield _Item(row.due, due, ((row.name, 600), (row.flag, 400)), row.id, row.tip)
        elif first <= row.due <= last:
            target = lambda canvas, y: canvas.mark(_SPINE, y, "diamond", 12, canvas.theme.ink)  # noqa: E731
            yield _Item(row.due, target, ((row.name, 600), (row.flag, 400)), row.id, row.tip)
    for move in told.moves:
        chip = lambda canvas, y, standing=move.standing: standing_chip(canvas, _SPINE - CHIP / 2, y, standing)  # noqa: E731
        yield _Item(move.day, chip, ((f"{move.name} {move.count}".strip(), 400),), move.id, move.tip)


def _dated(canvas: Canvas, told: Told, items: list[_Item], y: float) -> float:
    """Everything in its order, each year named once, with the as-of line between what was and what is to come."""
    theme, top, year, passed = canvas.theme, y, 0, False
    for item in items:
        if item.day > told.on and not passed:
            y, passed = _as_of(canvas, told, y), True
        if item.day.year != year:
            year = item.day.year
            canvas.text(LEFT, y + 14, str(year), 16, 700)
        begin = y
        for words, weight in item.words:
            y = _lines(canvas, words, weight, y + 14, _WORDS) - 14
        item.sign(canvas, begin + 14)
        canvas.target(_SPINE - 16, begin, canvas.right - _SPINE + 16, max(y - begin, 28), item.id, item.tip)
        y = max(y, begin + 28) + 8
    if items and not passed:
        y = _as_of(canvas, told, y)
    if items:
        canvas.rule(_SPINE - 1, top, 2, y - top, theme.rule)
    return y


def _as_of(canvas: Canvas, told: Told, y: float) -> float:
    canvas.box(LEFT, y + 4, canvas.wide, 2, canvas.theme.ink)
    canvas.text(canvas.right, y + 18, told.words.day, _SIZE, 600, anchor="right")
    return y + 34


def _lines(canvas: Canvas, words: str, weight: int, y: float, x: float) -> float:
    """Words in as many lines as they need, the first around `y`; returns where the next would stand."""
    for line in typeface.wrap(words, _SIZE, weight, canvas.right - x, canvas.lang):
        canvas.text(x, y, line, _SIZE, weight, canvas.theme.ink if weight > 400 else canvas.theme.ink2)
        y += _STEP
    return y


def _pledges(canvas: Canvas, told: Told, most: int | None, y: float) -> float:
    shown = told.pledges[:most]
    axis = Axis(*told.years, LEFT, RIGHT)
    y = _lines(canvas, told.pledge_headings[len(shown)], 700, y + 14, LEFT)
    if not shown:
        return _lines(canvas, told.words.nothing, 400, y, LEFT)
    sheet = Sheet(canvas, axis, told, y)
    for pledge in shown:
        begin = y
        y = _lines(canvas, pledge.title, 600, y + 10, LEFT)
        canvas.target(LEFT, begin, canvas.wide, y - begin, pledge.id, pledge.title)
        calendar.draw_years(canvas, axis, y, y + 50, {forum.year for forum in told.forums if forum.state == "on-record"})
        draw_pledge(sheet, pledge, y + 36, 28, worded=False)
        y += 58
    return y
