"""What has a date, for a hall: a bar a commitment, its name whole, and in words what is due when and where it stands.

Of the layers of the timeline it draws the due dates alone; the pledges and the changes have charts of their own. Years before the
first commitment and after the last day of any are left away, so that the bars are as long as can be.
"""

from __future__ import annotations

from typing import Final

from charts import hall, typeface
from charts.canvas import MESSAGE, Canvas
from charts.theme import LEFT, RIGHT, Theme
from charts.timeline import axis as calendar
from charts.timeline.axis import Axis
from charts.timeline.key import AHEAD, CHIP, force_cell, standing_chip
from charts.timeline.told import Dated, Told
from models.records.terms import Force
from models.register.standing import Standing

_NAMES: Final = 400
"""The most room for names, left of the calendar; a name of more than `_LINES` lines stands above its bar instead, across the slide."""
_LINES: Final = 3
_STEP: Final = 30
_SMALL: Final = hall.HEAD
_SIGN: Final = 1.5
"""Signs of standings are so much larger than on a page, and as high as the cells of the forces."""
_HIGH: Final = 33
_FORCE: Final = 24.0
_BAR: Final = 12
_KEY: Final = 40
_HEADS: Final = 56
_BETWEEN: Final = 16


def draw(told: Told, theme: Theme, address: str = "") -> list[Canvas]:
    """Every commitment with a due day that is told, and the targets with a day of their own, on as many slides as it takes."""

    def dealt(canvas: Canvas) -> list[list[Dated]]:
        first = _key(canvas, told, drawing=False) + _HEADS
        axis = _axis(canvas, told)
        return hall.parted(told.due, [_high(canvas, axis, row) + _BETWEEN for row in told.due], canvas.foot - 4 - first)

    return hall.slides(told, theme, address, dealt, lambda canvas, rows: _draw(canvas, told, rows))


def _axis(canvas: Canvas, told: Told) -> Axis:
    first, last = told.years
    if told.due:
        first = max(first, min(row.adopted.year for row in told.due))
        last = min(last, max(told.on.year, *(day.year for row in told.due for day in (row.due, row.since or row.due))))
    beside = [line for row in told.due for lines, above in [_name(canvas, row)] if not above for line in lines]
    names = max([typeface.width(line, MESSAGE, 600) for line in beside], default=0.0)
    places = max([typeface.width(row.place, _SMALL) for row in told.due], default=0.0)
    return Axis(first, max(last, first), LEFT + min(max(names, places), _NAMES) + 24, canvas.right)


def _draw(canvas: Canvas, told: Told, rows: list[Dated]) -> None:
    axis = _axis(canvas, told)
    top = _key(canvas, told, drawing=True)
    bottom = top + _HEADS + sum(_high(canvas, axis, row) + _BETWEEN for row in rows) if rows else top + _HEADS + 60
    spare = max(canvas.foot - 4 - bottom, 0) / max(len(rows), 1)
    apart = min(spare, 24)
    bottom += apart * len(rows)
    calendar.draw_day(canvas, axis, top, bottom, told.on, told.words.day, 21)
    calendar.draw_years(canvas, axis, top + 28, bottom, set(), _SMALL)
    y = top + _HEADS
    for row in rows:
        canvas.rule(LEFT, y, canvas.wide)
        _row(canvas, axis, told, row, y + (_BETWEEN + apart) / 2)
        y += _high(canvas, axis, row) + _BETWEEN + apart
    if not rows:
        _clear(canvas, LEFT, y + 30, typeface.width(told.words.nothing, MESSAGE), 30)
        canvas.text(LEFT, y + 30, told.words.nothing, MESSAGE, 400, canvas.theme.ink2)
    canvas.plot_bottom = bottom


# the key -----------------------------------------------------------------------------------------------------------


def _key(canvas: Canvas, told: Told, *, drawing: bool) -> float:
    """The forces that occur, then every other sign with its meaning, in as many lines as it takes; returns where it ends."""
    size = 20
    occurring = {row.force for row in told.due}
    signs: list[tuple[str, float]] = [(force.value, 30.0) for force in Force if force in occurring]
    signs += [(sign, 40.0 if sign == "ahead" else CHIP * _SIGN) for sign, _ in told.key if sign == "ahead" or sign in set(Standing)]
    words = {**{force.value: words for force, words in told.words.forces.items()}, **dict(told.key)}
    x, y = float(LEFT), canvas.head + _HIGH / 2
    for sign, wide in signs:
        whole = wide + 8 + typeface.width(words[sign], size)
        if x > LEFT and x + whole > canvas.right:
            x, y = float(LEFT), y + _KEY
        if drawing:
            if sign == "ahead":
                canvas.frame(x, y - _BAR / 2, wide, _BAR, canvas.theme.ink2, 1.5, AHEAD)
            elif sign in set(Standing):
                standing_chip(canvas, x, y, Standing(sign), _SIGN)
            else:
                force_cell(canvas, x + 3, y, Force(sign), "", _HIGH)
            canvas.text(x + wide + 8, y, words[sign], size, 400, canvas.theme.ink2)
        x += whole + 20
    return y - _HIGH / 2 + _KEY if signs else canvas.head


# a row -------------------------------------------------------------------------------------------------------------


def _name(canvas: Canvas, row: Dated) -> tuple[list[str], bool]:
    """The name in its lines, and whether it stands above the bar."""
    lines = typeface.balance(row.name, MESSAGE, 600, _NAMES, canvas.lang)
    if len(lines) <= _LINES:
        return lines, False
    return typeface.wrap(row.name, MESSAGE, 600, canvas.wide, canvas.lang), True


def _flag(axis: Axis, row: Dated, lang: str) -> list[str]:
    lead = CHIP * _SIGN + 10 if row.since is None and row.standing else 0
    return typeface.balance(row.flag, MESSAGE, 400, axis.right - axis.left - lead, lang)


def _place(canvas: Canvas, row: Dated, above: bool) -> list[str]:
    return typeface.wrap(row.place, _SMALL, 400, canvas.wide if above else _NAMES, canvas.lang)


def _high(canvas: Canvas, axis: Axis, row: Dated) -> float:
    lines, above = _name(canvas, row)
    named = len(lines) * _STEP + len(_place(canvas, row, above)) * (_SMALL + 5)
    bar = _HIGH + 4 + len(_flag(axis, row, canvas.lang)) * _STEP
    return named + 6 + bar if above else max(named, bar)


def _row(canvas: Canvas, axis: Axis, told: Told, row: Dated, y: float) -> None:
    """The name and where it stands, the bar with its signs, and below that the words about both."""
    theme = canvas.theme
    lines, above = _name(canvas, row)
    for line in lines:
        _clear(canvas, LEFT, y + _STEP / 2, typeface.width(line, MESSAGE, 600), _STEP)
        canvas.text(LEFT, y + _STEP / 2, line, MESSAGE, 600)
        y += _STEP
    for line in _place(canvas, row, above):
        _clear(canvas, LEFT, y + 11, typeface.width(line, _SMALL), _SMALL + 5)
        canvas.text(LEFT, y + 11, line, _SMALL, 400, theme.ink3)
        y += _SMALL + 5
    # Beside its name the bar begins with it, below a long one it follows.
    y = y + 6 if above else y - len(lines) * _STEP - len(_place(canvas, row, above)) * (_SMALL + 5)
    middle = y + _HIGH / 2
    begins = _target(canvas, axis, row, middle) if row.is_target else _bar(canvas, axis, told, row, middle)
    lead = CHIP * _SIGN + 10 if row.since is None and row.standing else 0
    flag = _flag(axis, row, canvas.lang)
    wide = max(typeface.width(line, MESSAGE, 400) for line in flag) + lead
    x = max(min(begins, axis.right - wide), axis.left)
    y += _HIGH + 4
    for position, line in enumerate(flag):
        _clear(canvas, x + lead, y + _STEP / 2, typeface.width(line, MESSAGE, 400), _STEP)
        if lead and position == 0 and row.standing:
            # A standing that nobody has found has no day: it stands with the words, on no bar.
            standing_chip(canvas, x, y + _STEP / 2, row.standing, _SIGN * 0.9)
        canvas.text(x + lead, y + _STEP / 2, line, MESSAGE, 400)
        y += _STEP


def _bar(canvas: Canvas, axis: Axis, told: Told, row: Dated, y: float) -> float:
    """From adoption to the due day, solid up to the as-of line, dotted after; returns where its signs begin."""
    theme, chip = canvas.theme, CHIP * _SIGN
    left, right = axis.clipped(row.adopted), axis.clipped(row.due)
    sign = _sign(axis, row, right)
    # The force gives way, so that neither sign covers the other.
    cell = left if sign is None or abs(sign + chip / 2 - left) >= chip / 2 + _FORCE / 2 + 2 else min(left, sign - _FORCE / 2 - 2)
    now = min(max(axis.clipped(told.on), left), right)
    for start, end, solid in ((left, now, True), (now, right, False)):
        gaps = [(start, end)] if sign is None else [(start, min(end, sign)), (max(start, sign + chip), end)]
        for a, b in gaps:
            if b - a <= 0.5:
                continue
            if solid and row.force:
                canvas.box(a, y - _BAR / 2, b - a, _BAR, theme.force[row.force].fill, theme.force[row.force].edge)
            elif not solid:
                canvas.frame(a, y - _BAR / 2, b - a, _BAR, theme.ink2, 1.5, AHEAD)
    if axis.holds(row.due):
        canvas.line([(right, y - _HIGH / 2), (right, y + _HIGH / 2)], theme.ink, 3, "2px 2px" if row.open else "")
    if axis.holds(row.adopted) and row.force:
        force_cell(canvas, cell - _FORCE / 2, y, row.force, "", _HIGH)
    calendar.draw_edges(canvas, axis, y, row.adopted, row.due, 20)
    if sign is not None and row.standing:
        standing_chip(canvas, sign, y, row.standing, _SIGN)
    return min(cell - _FORCE / 2, left, sign if sign is not None else left)


def _sign(axis: Axis, row: Dated, due: float) -> float | None:
    """Where the sign of the standing begins: around its day, and beside the due day where it would stand on that."""
    if row.since is None or not axis.holds(row.since):
        return None
    chip = CHIP * _SIGN
    x = axis.x(row.since) - chip / 2
    if abs(x + chip / 2 - due) < chip / 2 + 3:
        x = due + 2 if row.since >= row.due else due - chip - 2
    return min(max(x, axis.left), RIGHT - chip)


def _target(canvas: Canvas, axis: Axis, row: Dated, y: float) -> float:
    """A number to be reached that no due date on record names: a full lozenge on its day."""
    x = axis.clipped(row.due)
    canvas.mark(x, y, "diamond", 18, canvas.theme.ink)
    return x - 12


def _clear(canvas: Canvas, x: float, y: float, wide: float, high: float) -> None:
    """Keep the calendar's lines out of words."""
    canvas.box(x - 3, y - high / 2, wide + 6, high, canvas.theme.bg)
