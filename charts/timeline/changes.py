"""The lane of changes: to which standing a judgement led, on the day it speaks of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from charts import typeface
from charts.timeline.axis import GUTTER, Axis
from charts.timeline.key import standing_chip
from charts.timeline.lanes import GAP, LEVEL, Sheet, clear, empty
from charts.timeline.told import Moved


@dataclass(frozen=True)
class Sign:
    """The sign of changes to one standing on one day: on its day, above those it would cover."""

    told: Moved
    x: float
    level: int

    @property
    def count_wide(self) -> float:
        return typeface.width(self.told.count, 16, 600) + 5 if self.told.count else 0

    def counts_left(self, axis: Axis) -> bool:
        """At the right edge the number stands before its sign."""
        return self.x + 19 + self.count_wide > axis.right


def stacked(axis: Axis, moves: Sequence[Moved]) -> list[Sign]:
    """Where the signs of the changes stand."""
    ends: list[float] = []
    found: list[Sign] = []
    for told in moves:
        sign = Sign(told, axis.x(told.day), 0)
        left = sign.counts_left(axis)
        start = sign.x - 16 - (sign.count_wide if left else 0)
        level = next((level for level, end in enumerate(ends) if end <= start), len(ends))
        ends[level : level + 1] = [sign.x + 17 + (0 if left else sign.count_wide)]
        found.append(replace(sign, level=level))
    return found


def change_lane(sheet: Sheet, signs: list[Sign], levels: int) -> None:
    """The standing that each change led to, on the day it speaks of; hatched where nobody has judged anything yet, barred where that is withheld."""
    canvas, axis, told = sheet.canvas, sheet.axis, sheet.told
    high = max(2, levels) * LEVEL
    middle = sheet.top + high / 2
    drawn = [sign for sign in signs if sign.level < levels]
    sheet.label(middle, told.changes_named([sign.told for sign in drawn]), lines=4 if high >= 3 * LEVEL else 3, weight=700)
    if not told.judged:
        end = max(axis.left + 60, axis.clipped(told.on))
        if told.withheld:
            canvas.bars(axis.left + GUTTER, middle - 15, end - axis.left - GUTTER, 30, sheet.theme.ink2)
        else:
            canvas.hatch(axis.left + GUTTER, middle - 15, end - axis.left - GUTTER, 30)
        clear(sheet, axis.left + 40, middle, typeface.width(told.words.no_changes, 17, 500), 24)
        canvas.text(axis.left + 40, middle, told.words.no_changes, 17, 500)
    elif not signs:
        empty(sheet, middle)
    for sign in drawn:
        y = sheet.top + high - sign.level * LEVEL - LEVEL / 2
        standing_chip(canvas, sign.x - 15, y, sign.told.standing)
        if sign.told.count:
            before, wide = sign.counts_left(axis), typeface.width(sign.told.count, 16, 600)
            at = sign.x - 20 if before else sign.x + 19
            clear(sheet, at - wide if before else at, y, wide)
            canvas.text(at, y, sign.told.count, 16, 600, anchor="right" if before else "left")
        canvas.target(sign.x - 15, y - 11, 30, 22, sign.told.id, sign.told.tip)
    sheet.top += high + GAP
