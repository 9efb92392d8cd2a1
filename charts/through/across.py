"""One pledge through time, from left to right: how firmly each declaration worded it, and in which words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise
from typing import Final

from charts import forum_columns, key, typeface
from charts.canvas import Canvas
from charts.forum_columns import Column
from charts.theme import LEFT, RIGHT, Theme
from charts.through.told import Silence, Through, Wording
from models.records.terms import Force

QUOTE: Final = 18
QUOTE_STEP: Final = 25
SMALL: Final = 16
CELL_HEIGHT: Final = 36
ROW: Final = (36, 46)
BAND: Final = (44.0, 98.0)
GAP: Final = 10
LEAST: Final = 130
"""The least share of a declaration, for its words."""


def draw(told: Through, theme: Theme) -> Canvas:
    """Six rows for the six forces; every declaration gets an equal share of the width, for its words."""
    canvas = Canvas.of(told, theme)
    _draw(canvas, told)
    return canvas


def placed(columns: tuple[Column, ...], left: float, cell: float) -> list[Column]:
    """Every declaration gets an equal share of the width, for its words; the band that follows it stands within it."""
    order = list(columns)
    leading = bool(order) and order[0].declaration is None
    head = min(18.0 * len(order[0].forums), BAND[1]) + GAP if leading else 0.0
    count = max(sum(column.declaration is not None for column in order), 1)
    share = (RIGHT - left - head) / count
    found, x = [], left
    if leading:
        found.append(replace(order[0], x=x, w=head - GAP))
        x += head
    for column in order[1:] if leading else order:
        if column.declaration is not None:
            found.append(replace(column, x=x, w=share - GAP))
            x += share
        else:
            w = min(max(18.0 * len(column.forums), BAND[0]), BAND[1], max(share - cell - GAP - 4, share * 0.2))
            found[-1] = replace(found[-1], w=found[-1].w - w - GAP)
            end = RIGHT if column is order[-1] else x - GAP
            found.append(replace(column, x=end - w, w=w))
    return found


def _draw(canvas: Canvas, told: Through) -> None:
    theme, words = canvas.theme, told.forces
    axis = max(key.cell_width(each) for each in words.values())
    drawn = forum_columns.newest(told.columns, LEAST, 0, 0, RIGHT - LEFT - axis - 26)
    placed_ = placed(drawn.columns, LEFT + axis + 26, axis)
    on_record = [column for column in placed_ if column.declaration is not None]
    shares = [*(column.x for column in on_record), float(RIGHT)]
    rooms = [max(later - earlier - 16, 60.0) for earlier, later in pairwise(shares)]
    said = [told.said[str(column.declaration)] for column in on_record]

    quotes = [each.quote.lines(QUOTE, room, 99) for each, room in zip(said, rooms, strict=True) if isinstance(each, Wording)]
    longest = max(map(len, quotes), default=0)
    top = canvas.head + 12 + SMALL + 8 + 21 * 0.4 + 18
    foot = canvas.foot - 14
    under = 30 + 54 + 12
    pitch = min(max((foot - top - under - longest * QUOTE_STEP) / len(Force), ROW[0]), ROW[1])
    bottom = top + pitch * len(Force)
    most = max(int((foot - bottom - under) / QUOTE_STEP), 2)
    level = {force: top + pitch * (len(Force) - 1 - force.rank + 0.5) for force in Force}

    for force, y in level.items():
        canvas.rule(LEFT + axis, y - 0.5, RIGHT - LEFT - axis)
        key.cell(canvas, LEFT, y - 15, axis, 30, force, words[force])
    for column in placed_:
        number = canvas.head + 12 + SMALL * 0.4
        if column.declaration is None:
            canvas.text(column.middle, number, column.head, SMALL, 400, theme.ink3, "middle")
            if forum_columns.says_so(column, told.not_on_record, SMALL, GAP):
                canvas.text(column.middle, number + 24, told.not_on_record, SMALL, 400, theme.ink3, "middle")
            forum_columns.hatched(canvas, column, top, bottom)
            continue
        canvas.text(column.x, number, told.nth[column.declaration], SMALL, 400, theme.ink3)
        canvas.text(column.x, number + 24, column.declaration, 21, 700, theme.ink)
    if drawn.earlier:
        canvas.text(LEFT, canvas.plot_bottom - 8, told.earlier[drawn.earlier], SMALL, 400, theme.ink2)
    if any(column.announced for column in placed_):
        announced(canvas, told, bottom + 18, axis + 16, SMALL)
    links(canvas, list(zip(on_record, said, strict=True)), level, axis)
    for column, room, each in zip(on_record, rooms, said, strict=True):
        if isinstance(each, Silence):
            _silence(canvas, column, each, bottom)
        else:
            _wording(canvas, column, room, each, words, level, bottom, most, axis)


def links(canvas: Canvas, steps: list[tuple[Column, Wording | Silence]], level: dict[Force, float], axis: float) -> None:
    """Solid only from one forum to the very next; across anything unknown or silent dotted, with a halo that parts it from the hatch."""
    own = [(column, said) for column, said in steps if isinstance(said, Wording)]
    for (earlier, before), (later, after) in pairwise(own):
        ends = [(earlier.x + axis + 3, level[before.force]), (later.x - 3, level[after.force])]
        if later.forums[0] - earlier.forums[0] == 1:
            canvas.line(ends, canvas.theme.ink, 3.5)
        else:
            canvas.line(ends, canvas.theme.bg, 9)
            canvas.line(ends, canvas.theme.ink, 3.5, key.ACROSS)


def announced(canvas: Canvas, told: Through, y: float, room: float, size: float) -> None:
    """What an outline of dots means, below the names of the forces, where nothing else stands."""
    canvas.dotted(LEFT, y, 22, size + 6)
    for position, line in enumerate(typeface.wrap(told.announced, size, 400, room - 32, told.lang)):
        canvas.text(LEFT + 32, y + size / 2 + 3 + position * (size + 5), line, size, 400, canvas.theme.ink2)


def _silence(canvas: Canvas, column: Column, said: Silence, bottom: float) -> None:
    """Beside the words, not on a row: silence has no force."""
    theme, y = canvas.theme, bottom + 30
    if said.place:
        key.ring(canvas, column.x + 6, y)
        canvas.text(column.x, y + 24, said.place, SMALL, 400, theme.ink3)
    else:
        canvas.mark(column.x + 4, y, "circle", 6, theme.edge, 0)
    canvas.text(column.x + 18, y, said.words, SMALL, 400, theme.ink2)


def _wording(
    canvas: Canvas, column: Column, room: float, said: Wording, words: Mapping[Force, str], level: dict[Force, float], bottom: float, most: int, axis: float
) -> None:  # fmt: skip
    theme, y, top = canvas.theme, bottom + 30, level[said.force] - CELL_HEIGHT / 2
    key.cell(canvas, column.x, top, axis, CELL_HEIGHT, said.force, words[said.force])
    canvas.target(column.x, top, axis, CELL_HEIGHT, said.id, said.tip)
    canvas.text(column.x, y, said.changed, QUOTE, 600)
    if said.since:
        canvas.text(column.x, y + 24, said.since, SMALL, 400, theme.ink3)
    y += 54
    for line in said.quote.lines(QUOTE, room, most):
        canvas.text(column.x, y, line, QUOTE)
        y += QUOTE_STEP
    canvas.text(column.x, y + 2, typeface.fit(said.place, SMALL, 400, room), SMALL, 400, theme.ink3)
