"""A measure through time, for a hall: a panel or two a slide, and what has no room in its panel as a list on slides of its own."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from charts import hall, typeface
from charts.canvas import MESSAGE, Canvas
from charts.progress.chart import GAP, YEARS
from charts.progress.key import draw_key
from charts.progress.panel import CROWDED, HALL, Panel
from charts.progress.told import Kind, Told
from charts.theme import LEFT, Theme

_LEAST: Final = 170
"""A plot that is lower is no picture: then its numbers are listed."""
_KEY: Final = 19
_STEP: Final = 34
_DATES: Final = 200


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of a list: a date and what was counted then, or a sentence."""

    left: str
    right: str = ""
    weight: int = 400


@dataclass(frozen=True, slots=True)
class _Slide:
    """Panels beside each other, or else lines below a heading, in one column or two."""

    kinds: tuple[Kind, ...] = ()
    heading: tuple[str, ...] = ()
    lines: tuple[_Line, ...] = ()
    columns: int = 1


def draw(told: Told, theme: Theme, address: str = "") -> list[Canvas]:
    """Every kind that is told, the one with the target alone and first, and every count of it in words."""
    return hall.slides(
        told,
        theme,
        address,
        lambda canvas: [[each] for each in _slides(canvas, told)],
        lambda canvas, part: _draw(canvas, told, part[0]),
    )


def _slides(canvas: Canvas, told: Told) -> Iterator[_Slide]:
    waiting = sorted(told.kinds, key=lambda kind: kind.series != told.beside)
    while waiting:
        pair = tuple(waiting[:2])
        few = all(len(kind.counts) < CROWDED and kind.goal is None for kind in pair)
        if len(pair) == 2 and few and _named(canvas, told, pair):
            yield _Slide(pair)
            waiting = waiting[2:]
            continue
        kind, *waiting = waiting
        if _room(canvas, told, [kind]) >= _LEAST:
            yield _Slide((kind,))
        if not _named(canvas, told, (kind,)):
            yield from _list(canvas, told, kind)


def _list(canvas: Canvas, told: Told, kind: Kind) -> Iterator[_Slide]:
    """All counts of a kind below its name, in two columns where they are short; a name that has no room as a heading goes before them."""
    heading = tuple(typeface.wrap(kind.name, MESSAGE, 700, canvas.wide, told.lang))
    room = canvas.foot - canvas.head - 4
    half = (canvas.wide - GAP) / 2 - _DATES
    columns = 2 if kind.goal is None and all(typeface.width(count.said, MESSAGE, 700) <= half for count in kind.counts) else 1
    lines = list(_listed(canvas, told, kind))
    if len(heading) * _STEP <= room / 2:
        room -= len(heading) * _STEP
    else:
        lines, heading, columns = [*(_Line(line, weight=700) for line in heading), *lines], (), 1
    parts = hall.parted(lines, [float(_STEP)] * len(lines), room // _STEP * _STEP * columns)
    yield from (_Slide((), heading, tuple(part), columns if len(part) > 6 else 1) for part in parts)


def _panels(canvas: Canvas, told: Told, kinds: Sequence[Kind]) -> list[Panel]:
    start = dt.date(min(count.first for kind in told.kinds for count in kind.counts).year, 1, 1)
    wide = (canvas.wide - GAP * (len(kinds) - 1)) / len(kinds)
    return [Panel(canvas, told, kind, LEFT + at * (wide + GAP), wide, start, "lead", HALL) for at, kind in enumerate(kinds)]


def _scratch(canvas: Canvas) -> Canvas:
    """A canvas like it, to try on."""
    return replace(canvas, boxes=[], hatches=[], marks=[], texts=[], lines=[], targets=[])


def _room(canvas: Canvas, told: Told, kinds: Sequence[Kind]) -> float:
    """How high the plots of these kinds can be."""
    top = draw_key(_scratch(canvas), told, _KEY) + 14
    return canvas.foot - 6 - YEARS - 4 - top - max(panel.head for panel in _panels(canvas, told, kinds))


def _named(canvas: Canvas, told: Told, kinds: Sequence[Kind]) -> bool:
    """Whether all words have room on a slide with these panels."""
    if _room(canvas, told, kinds) < _LEAST:
        return False
    panels = _plot(_scratch(canvas), told, kinds)
    return not any(panel.unnamed for panel in panels)


def _plot(canvas: Canvas, told: Told, kinds: Sequence[Kind]) -> list[Panel]:
    high = _room(canvas, told, kinds)
    top = draw_key(canvas, told, _KEY) + 14
    panels = _panels(canvas, told, kinds)
    for panel in panels:
        panel.draw(top, max(each.head for each in panels), high)
    return panels


def _listed(canvas: Canvas, told: Told, kind: Kind) -> Iterator[_Line]:
    """Each count of a kind, the target and the pace, in lines that fit across."""
    for count in kind.counts:
        first, *more = typeface.wrap(count.said, MESSAGE, 700, canvas.wide - _DATES, told.lang)
        yield _Line(count.dated, first)
        yield from (_Line("", line) for line in more)
    for words, weight in ((told.target, 700), (told.pace, 400)) if kind.goal else ():
        yield from (_Line(line, weight=weight) for line in typeface.wrap(words, MESSAGE, weight, canvas.wide, told.lang))


def _draw(canvas: Canvas, told: Told, slide: _Slide) -> None:
    if slide.kinds:
        _plot(canvas, told, slide.kinds)
        canvas.plot_bottom = canvas.foot - 4
        return
    top = canvas.head
    for words in slide.heading:
        canvas.text(LEFT, top + _STEP / 2, words, MESSAGE, 700)
        top += _STEP
    each = math.ceil(len(slide.lines) / slide.columns)
    for position, line in enumerate(slide.lines):
        column, down = divmod(position, each)
        x, y = LEFT + column * (canvas.wide + GAP) / 2, top + (down + 0.5) * _STEP
        canvas.text(x, y, line.left, MESSAGE, line.weight)
        canvas.text(x + _DATES, y, line.right, MESSAGE, 700)
    canvas.plot_bottom = top + each * _STEP
