"""A measure through time, for a hall: a panel or two a slide, and what has no room in its panel as a list on slides of its own."""

from __future__ import annotations

import datetime as dt
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
_DATES: Final = 260


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of a list: two words or more beside each other."""

    left: str
    right: str = ""
    weight: int = 400
    size: float = MESSAGE


@dataclass(frozen=True, slots=True)
class _Slide:
    """Panels beside each other, or else lines."""

    kinds: tuple[Kind, ...] = ()
    lines: tuple[_Line, ...] = ()


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
            lines = list(_listed(canvas, told, kind))
            parts = hall.parted(lines, [float(_STEP)] * len(lines), canvas.foot - canvas.head - 4)
            yield from (_Slide(lines=tuple(part)) for part in parts)


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
    """The name of the kind, each of its counts, the target and the pace, in lines that fit across."""
    yield from (_Line(line, weight=700) for line in typeface.wrap(kind.name, MESSAGE, 700, canvas.wide, told.lang))
    for count in kind.counts:
        first, *more = typeface.wrap(count.said, MESSAGE, 700, canvas.wide - _DATES, told.lang)
        yield _Line(count.dated, first)
        yield from (_Line("", line) for line in more)
    for words, weight in ((told.target, 700), (told.pace, 400)) if kind.goal else ():
        yield from (_Line(line, weight=weight) for line in typeface.wrap(words, MESSAGE, weight, canvas.wide, told.lang))


def _draw(canvas: Canvas, told: Told, slide: _Slide) -> None:
    y = canvas.head
    for line in slide.lines:
        canvas.text(LEFT, y + _STEP / 2, line.left, line.size, line.weight)
        canvas.text(LEFT + _DATES, y + _STEP / 2, line.right, line.size, 700)
        y += _STEP
    if slide.kinds:
        _plot(canvas, told, slide.kinds)
    canvas.plot_bottom = canvas.foot - 4 if slide.kinds else y
