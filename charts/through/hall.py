"""One pledge through time, for a hall: how firmly each declaration worded it, what changed and where; the words have slides of their own.

Where a long title leaves the six forces no room, the declarations are listed, one below the other, on as many slides as it takes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from charts import forum_columns, hall, key, typeface
from charts.canvas import MESSAGE, Canvas
from charts.forum_columns import Column
from charts.theme import LEFT, RIGHT, Theme
from charts.through.across import announced, links, placed
from charts.through.told import Silence, Through, Wording
from models.records.terms import Force

_MOST: Final = 5
"""So many declarations find room side by side for their words in 25 px."""
_STEP: Final = 31
_SMALL_STEP: Final = 24
_ROW: Final = (36, 48)
_CELL: Final = 34
_YEAR: Final = 27
_HEADS: Final = 62
_BESIDE: Final = 52
"""What the numbers of a band of forums need beside a cell."""

Group = tuple[Column, ...]
"""A declaration with the band that follows it; the first also with the band before it."""


@dataclass(frozen=True, slots=True)
class _Line:
    words: str
    size: float
    weight: int

    @property
    def step(self) -> float:
        return _STEP if self.size >= MESSAGE else _SMALL_STEP


def draw(told: Through, theme: Theme, address: str = "") -> list[Canvas]:
    """Every declaration on one of the slides, with its force and what changed."""
    groups = _groups(told.columns)
    matrix = _parts(groups)
    first = hall.canvas(told, theme, address, *((1, len(matrix)) if len(matrix) > 1 else ()))
    if all(_needed(first, told, part) <= first.foot - 8 - first.head for part in matrix):
        return hall.slides(told, theme, address, lambda _: matrix, lambda canvas, part: _matrix(canvas, told, part))

    def listed(canvas: Canvas) -> list[list[Column]]:
        heights = [_item(canvas, told, column, 0, drawing=False) for column in told.columns]
        return hall.parted(told.columns, heights, canvas.foot - canvas.head)

    return hall.slides(told, theme, address, listed, lambda canvas, columns: _list(canvas, told, columns))


def _groups(columns: Sequence[Column]) -> list[Group]:
    groups: list[list[Column]] = []
    for column in columns:
        if groups and (column.declaration is None or (groups[-1][-1].declaration is None and len(groups[-1]) == 1)):
            groups[-1].append(column)
        else:
            groups.append([column])
    return [tuple(group) for group in groups]


def _parts(groups: list[Group]) -> list[list[Group]]:
    return hall.parted(groups, [1.0] * len(groups), _MOST)


# the six forces ----------------------------------------------------------------------------------------------------


def _axis(told: Through) -> float:
    return max(key.cell_width(words, MESSAGE) for words in told.forces.values())


def _cell(told: Through, share: float) -> tuple[float, bool]:
    """How wide a cell is, and whether it has its mark beside its word: the row it is on has both."""
    marked = _axis(told)
    if marked + forum_columns.GAP + _BESIDE <= share:
        return marked, True
    return max(typeface.width(words, MESSAGE, 600) for words in told.forces.values()) + 20, False


def _columns(told: Through, part: list[Group]) -> tuple[list[Column], float, bool]:
    left = LEFT + _axis(told) + 26
    share = (RIGHT - left) / max(sum(column.declaration is not None for group in part for column in group), 1)
    cell, marked = _cell(told, share)
    return placed(tuple(column for group in part for column in group), left, cell), cell, marked


def _rooms(columns: list[Column]) -> list[tuple[Column, float]]:
    """The declarations, each with the room that its words have below it."""
    on_record = [column for column in columns if column.declaration is not None]
    shares = [*(column.x for column in on_record), float(RIGHT)]
    return [(column, later - earlier - 14) for column, (earlier, later) in zip(on_record, pairwise(shares), strict=True)]


def _below(said: Wording | Silence, room: float, lang: str, apart: bool = True) -> list[_Line]:
    """What stands below a declaration, line by line: what changed and since when, together or `apart`, then where the words stand."""
    if isinstance(said, Silence):
        changed = [_Line(line, MESSAGE, 500) for line in typeface.balance(said.words, MESSAGE, 500, room - 24, lang)]
    elif not apart:
        both = " ".join(filter(None, [said.changed, said.since]))
        changed = [_Line(line, MESSAGE, 600) for line in typeface.balance(both, MESSAGE, 600, room, lang)]
    else:
        changed = [_Line(line, MESSAGE, 600) for line in typeface.balance(said.changed, MESSAGE, 600, room, lang)]
        changed += [_Line(line, MESSAGE, 400) for line in typeface.balance(said.since, MESSAGE, 400, room, lang)]
    return changed + [_Line(line, hall.HEAD, 400) for line in typeface.balance(said.place, hall.HEAD, 400, room, lang)]


def _under(told: Through, columns: list[Column]) -> float:
    blocks = (_below(told.said[str(column.declaration)], room, told.lang) for column, room in _rooms(columns))
    return 12 + max((sum(line.step for line in block) for block in blocks), default=0)


def _needed(canvas: Canvas, told: Through, part: list[Group]) -> float:
    columns, _, _ = _columns(told, part)
    narrow = any(room < 100 for _, room in _rooms(columns))
    return float("inf") if narrow else _HEADS + _ROW[0] * len(Force) + _under(told, columns)


def _matrix(canvas: Canvas, told: Through, part: list[Group]) -> None:
    theme, axis = canvas.theme, _axis(told)
    columns, cell, marked = _columns(told, part)
    under, top = _under(told, columns), canvas.head + _HEADS
    pitch = min(max((canvas.foot - 8 - top - under) / len(Force), _ROW[0]), _ROW[1])
    bottom = top + pitch * len(Force)
    level = {force: top + pitch * (len(Force) - 1 - force.rank + 0.5) for force in Force}
    for force, y in level.items():
        canvas.rule(LEFT + axis, y - 0.5, RIGHT - LEFT - axis)
        key.cell(canvas, LEFT, y - _CELL / 2, axis, _CELL, force, told.forces[force], MESSAGE)
    for column in columns:
        if column.declaration is None:
            half = typeface.width(column.head, hall.HEAD) / 2
            canvas.text(min(column.middle, canvas.right - half), canvas.head + 14, column.head, hall.HEAD, 400, theme.ink3, "middle")
            forum_columns.hatched(canvas, column, top, bottom)
        else:
            canvas.text(column.x, canvas.head + 14, told.nth[column.declaration], hall.HEAD, 400, theme.ink3)
            canvas.text(column.x, canvas.head + 42, column.declaration, _YEAR, 700)
    steps = [(column, told.said[str(column.declaration)]) for column, _ in _rooms(columns)]
    links(canvas, steps, level, cell)
    for column, room in _rooms(columns):
        said = told.said[str(column.declaration)]
        if isinstance(said, Wording):
            y, paint = level[said.force], theme.force[said.force]
            if marked:
                key.cell(canvas, column.x, y - _CELL / 2, cell, _CELL, said.force, told.forces[said.force], MESSAGE)
            else:
                canvas.box(column.x, y - _CELL / 2, cell, _CELL, paint.fill, paint.edge)
                canvas.text(column.x + cell / 2, y, told.forces[said.force], MESSAGE, 600, paint.text, "middle")
        _words(canvas, said, column.x, bottom + 12, room)
    if any(column.announced for column in columns):
        announced(canvas, told, bottom + 16, axis + 12, hall.HEAD)
    canvas.plot_bottom = min(bottom + under + 6, canvas.foot)


def _words(canvas: Canvas, said: Wording | Silence, x: float, y: float, room: float, apart: bool = True) -> None:
    """What changed, from `y` down."""
    theme = canvas.theme
    aside = 24 if isinstance(said, Silence) else 0
    if isinstance(said, Silence) and said.place:
        key.ring(canvas, x + 9, y + _STEP / 2)
    elif isinstance(said, Silence):
        canvas.mark(x + 5, y + _STEP / 2, "circle", 8, theme.edge, 0)
    for line in _below(said, room, canvas.lang, apart):
        message = line.size >= MESSAGE
        color = theme.ink if line.weight == 600 else theme.ink2 if message else theme.ink3
        canvas.text(x + (aside if message else 0), y + line.step / 2, line.words, line.size, line.weight, color)
        y += line.step


# the same as a list ------------------------------------------------------------------------------------------------


def _list(canvas: Canvas, told: Through, columns: list[Column]) -> None:
    y = canvas.head
    for column in columns:
        y += _item(canvas, told, column, y, drawing=True)
    canvas.plot_bottom = y


def _item(canvas: Canvas, told: Through, column: Column, y: float, *, drawing: bool) -> float:
    """One declaration, or the forums not on record between two, from `y` down; returns how high it is."""
    start, wide = LEFT + 84, _axis(told)
    x = start + wide + 18
    if column.declaration is None:
        if drawing:
            forum_columns.unknown(canvas, column, start, y, wide, _CELL)
            canvas.text(LEFT, y + _CELL / 2, column.head, hall.HEAD, 400, canvas.theme.ink2)
            words = [told.not_on_record] if column.is_gap else []
            words += [told.announced] if column.announced else []
            canvas.text(x, y + _CELL / 2, " · ".join(words), hall.HEAD, 400, canvas.theme.ink2)
        return _CELL + 10
    said = told.said[column.declaration]
    room = canvas.right - x
    if drawing:
        canvas.text(LEFT, y + _CELL / 2, column.declaration, _YEAR, 700)
        if isinstance(said, Wording):
            key.cell(canvas, start, y, wide, _CELL, said.force, told.forces[said.force], MESSAGE)
        _words(canvas, said, x, y + 2, room, apart=False)
    return max(_CELL, 2 + sum(line.step for line in _below(said, room, told.lang, apart=False))) + 10
