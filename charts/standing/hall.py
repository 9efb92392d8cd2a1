"""Where the commitments stand, for a hall: the same bars on the same scale, every number legible, the names in the key."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from charts import hall, typeface
from charts.canvas import MESSAGE, Canvas
from charts.standing.bars import CLEARED, fill, rule
from charts.standing.told import IN_BAR, Bar, Segment, Standings
from charts.theme import LEFT, STANDING_GLYPH, Theme
from models.register.standing import STARTED_OR_FURTHER, Standing

_BAR: Final = 58
_GAP: Final = 3
_DROP: Final = 16
_APART: Final = 92
_STEP: Final = 32
_KEY: Final = 38
_BELOW: Final = 40
"""Room for numbers that have none in their segments, below the bar, each at the end of a line from its segment."""
_WIDEST_UNIT: Final = 38
_BETWEEN: Final = 22


def draw(told: Standings, theme: Theme, address: str = "") -> list[Canvas]:
    """All ledgers on one slide where there is room, for they are to be compared; else on several, in the same scale."""

    def dealt(canvas: Canvas) -> list[list[Bar]]:
        heights = [_high(canvas, bar, told) + _BETWEEN for bar in told.bars]
        return hall.parted(told.bars, heights, canvas.foot - _first(canvas, told) + _BETWEEN)

    def drawn(canvas: Canvas, bars: list[Bar]) -> None:
        y, bottom = _key(canvas, told, drawing=True) + 16, canvas.head
        spare = canvas.foot - y - sum(_high(canvas, bar, told) for bar in bars)
        between = min(max(spare / max(len(bars), 1), _BETWEEN), 44)
        for bar in bars:
            bottom = _bar(canvas, bar, told, y)
            y += _high(canvas, bar, told) + between
        canvas.plot_bottom = bottom

    return hall.slides(told, theme, address, dealt, drawn)


def _first(canvas: Canvas, told: Standings) -> float:
    return _key(canvas, told, drawing=False) + 16


def _key(canvas: Canvas, told: Standings, *, drawing: bool) -> float:
    """The standings in their order, in as many lines as it takes; what cannot be judged stands apart from them."""
    x, y, theme = float(LEFT), canvas.head, canvas.theme
    apart = [Standing.NOT_ASSESSABLE] if any(bar.apart for bar in told.bars) else []
    for standing in [*told.shown, *apart]:
        name, glyph = told.names[standing], STANDING_GLYPH[standing]
        head = typeface.width(glyph, MESSAGE, 700) + 8 if glyph else 0
        w = head + typeface.width(name, MESSAGE, 600) + 24
        if x > LEFT and x + w > canvas.right:
            x, y = float(LEFT), y + _KEY + 6
        if drawing:
            middle, paint = y + _KEY / 2, theme.standing[standing]
            fill(canvas, standing, x, y, w, _KEY)
            if standing in CLEARED:
                canvas.box(x + 8, y + 4, w - 16, _KEY - 8, theme.bg)
            canvas.text(x + 12, middle, glyph, MESSAGE, 700, paint.text)
            canvas.text(x + 12 + head, middle, name, MESSAGE, 600, paint.text)
        x += w + 8
    return y + _KEY


def _unit(canvas: Canvas, told: Standings) -> float:
    """How long one commitment is, on all slides."""
    return min((canvas.wide - _APART - 30) / max(told.longest, 1), _WIDEST_UNIT)


def _range(canvas: Canvas, told: Bar) -> list[list[tuple[str, int]]]:
    """The range beside the name of the ledger, or below it in as many lines as it takes."""
    beside = canvas.wide - typeface.width(told.name, 30, 700) - 18
    lines = typeface.wrap_runs(told.range, MESSAGE, beside)
    return lines if len(lines) == 1 else typeface.wrap_runs(told.range, MESSAGE, canvas.wide)


def _high(canvas: Canvas, told: Bar, every: Standings) -> float:
    """What a ledger takes: its name and range, the rule, the bar, and what hangs below it."""
    outside = any(not _inside(segment, _unit(canvas, every)) for segment in told.segments)
    contrary = any(segment.standing is Standing.CONTRARY for segment in told.segments)
    below = _BELOW if outside else 0
    return _head(canvas, told) + _BAR + (_DROP if contrary else 0) + below


def _head(canvas: Canvas, told: Bar) -> float:
    lines = len(_range(canvas, told))
    return 36 + (_STEP * lines if lines > 1 else 0) + 16


def _inside(segment: Segment, unit: float) -> bool:
    """Whether the number has room within its segment."""
    edge = 10 if segment.standing is Standing.NO_EVIDENCE else 4
    return typeface.width(str(segment.count), 28, 700) + edge <= unit * segment.count - _GAP


def _bar(canvas: Canvas, told: Bar, every: Standings, top: float) -> float:
    """One ledger from `top` down; returns where it ends."""
    theme, unit = canvas.theme, _unit(canvas, every)
    canvas.text(LEFT, top + 16, told.name, 30, 700)
    lines = _range(canvas, told)
    beside = len(lines) == 1
    for position, line in enumerate(lines):
        x = LEFT + typeface.width(told.name, 30, 700) + 18 if beside else LEFT
        canvas.text(x, top + (17 if beside else 16 + 36 + position * _STEP), line, MESSAGE, 400, theme.ink2)
    y = top + _head(canvas, told)
    x, bottom = float(LEFT), y + _BAR
    ends: dict[Standing, float] = {}
    outside: list[tuple[Segment, float, float]] = []
    counts = {segment.standing: segment for segment in told.segments}
    for standing in IN_BAR:
        if segment := counts.get(standing):
            down = _DROP if standing is Standing.CONTRARY else 0
            w = max(unit * segment.count - _GAP, 1)
            fill(canvas, standing, x, y + down, w, _BAR)
            if _inside(segment, unit):
                _number(canvas, segment, x, y + down, w)
            else:
                outside.append((segment, x + w / 2, y + down + _BAR))
            bottom = max(bottom, y + down + _BAR)
            x += unit * segment.count
        ends[standing] = x - _GAP if x > LEFT else x
    rule(canvas, ends[STARTED_OR_FURTHER[-1]], ends[Standing.WITHHELD], y - 12)
    if told.apart:
        canvas.frame(canvas.right - _APART, y, _APART, _BAR, theme.edge, 1.5)
        canvas.text(canvas.right - _APART / 2, y + _BAR / 2, f"+ {told.apart.count}", 28, 600, theme.ink2, "middle")
    return _outside(canvas, outside, bottom) if outside else bottom


def _number(canvas: Canvas, segment: Segment, x: float, y: float, w: float) -> None:
    paint, glyph, number = canvas.theme.standing[segment.standing], STANDING_GLYPH[segment.standing], str(segment.count)
    sign = typeface.width(glyph, MESSAGE, 700) if glyph else 0
    both = typeface.width(number, 28, 700) + sign + 8
    beside = bool(glyph) and both + 12 <= w
    wide = both if beside else typeface.width(number, 28, 700)
    left = x + (w - wide) / 2
    if segment.standing in CLEARED:
        canvas.box(max(left - 8, x + 2), y + 8, min(wide + 16, w - 4), _BAR - 16, canvas.theme.bg)
    if beside:
        canvas.text(left, y + _BAR / 2, glyph, MESSAGE, 700, paint.text)
    canvas.text(left + wide, y + _BAR / 2, number, 28, 700, paint.text, "right")


def _outside(canvas: Canvas, segments: list[tuple[Segment, float, float]], bottom: float) -> float:
    """Numbers below the bar, side by side in the order of their segments; returns where they end."""
    words = [f"{STANDING_GLYPH[segment.standing]} {segment.count}".strip() for segment, _, _ in segments]
    wides = [typeface.width(each, MESSAGE, 700) for each in words]
    lefts = [max(middle - wide / 2, LEFT) for (_, middle, _), wide in zip(segments, wides, strict=True)]
    for earlier, later in pairwise(range(len(lefts))):
        lefts[later] = max(lefts[later], lefts[earlier] + wides[earlier] + 16)
    latest = canvas.right
    for at in reversed(range(len(lefts))):
        lefts[at] = min(lefts[at], latest - wides[at])
        latest = lefts[at] - 16
    y = bottom + _BELOW - 14
    for (_, middle, low), text, left, wide in zip(segments, words, lefts, wides, strict=True):
        canvas.line([(middle, low), (left + wide / 2, y - 14)], canvas.theme.ink2, 1.5)
        canvas.text(left, y, text, MESSAGE, 700)
    return y + 12
