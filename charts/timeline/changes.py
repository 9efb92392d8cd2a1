"""The lane of changes: to which standing a judgement led, on the day it speaks of."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from charts import typeface
from charts.timeline.axis import GUTTER, Axis
from charts.timeline.key import standing_chip
from charts.timeline.lanes import GAP, LEVEL, Sheet, clear, empty
from charts.timeline.words import changed
from models.register.standing import Standing


@dataclass(frozen=True)
class Move:
    """Changes to one standing on one day, and where their sign stands: on its day, above those it would cover."""

    rows: list[dict[Any, Any]]
    x: float
    level: int

    @property
    def count(self) -> str:
        return f"× {len(self.rows)}" if len(self.rows) > 1 else ""

    @property
    def count_wide(self) -> float:
        return typeface.width(self.count, 16, 600) + 5 if self.count else 0


def stacked(axis: Axis, moves: list[dict[Any, Any]]) -> list[Move]:
    """The changes in the window, those of one day to one standing together."""
    groups: dict[tuple[Any, Any], list[dict[Any, Any]]] = {}
    for row in moves:
        groups.setdefault((row["as_of"], row["after"]), []).append(row)
    ends: list[float] = []
    found: list[Move] = []
    for (day, _), rows in groups.items():
        move = Move(rows, axis.x(day), 0)
        start = move.x - 16 - (move.count_wide if _count_left(axis, move) else 0)
        level = next((level for level, end in enumerate(ends) if end <= start), len(ends))
        ends[level : level + 1] = [move.x + 17 + (0 if _count_left(axis, move) else move.count_wide)]
        found.append(replace(move, level=level))
    return found


def _count_left(axis: Axis, move: Move) -> bool:
    """At the right edge the number stands before its sign."""
    return move.x + 19 + move.count_wide > axis.right


def change_lane(sheet: Sheet, moves: list[Move], levels: int) -> None:
    """The standing that each change led to, on the day it speaks of; hatched where nobody has judged anything yet, barred where that is withheld."""
    canvas, axis, say = sheet.canvas, sheet.axis, sheet.say
    high = max(2, levels) * LEVEL
    middle = sheet.top + high / 2
    drawn = [move for move in moves if move.level < levels]
    some = [row for move in drawn for row in move.rows]
    whole = len(some) == len(sheet.data.moves)
    counts = changed(sheet.data.moves, say, None if whole else some)
    named = say("timeline.lane_changes" if whole else "timeline.lane_changes_of", counts=counts)
    sheet.label(middle, named if counts else say("timeline.layer_changes"), lines=4 if high >= 3 * LEVEL else 3, weight=700)
    if not len(sheet.data.changes):
        end = max(axis.left + 60, axis.clipped(sheet.data.on))
        if sheet.data.withheld:
            canvas.bars(axis.left + GUTTER, middle - 15, end - axis.left - GUTTER, 30, sheet.theme.ink2)
        else:
            canvas.hatch(axis.left + GUTTER, middle - 15, end - axis.left - GUTTER, 30)
        words = say("timeline.no_changes_withheld" if sheet.data.withheld else "timeline.no_changes")
        clear(sheet, axis.left + 40, middle, typeface.width(words, 17, 500), 24)
        canvas.text(axis.left + 40, middle, words, 17, 500)
    elif not moves:
        empty(sheet, middle)
    for move in drawn:
        y = sheet.top + high - move.level * LEVEL - LEVEL / 2
        standing_chip(canvas, move.x - 15, y, Standing(move.rows[0]["after"]))
        if move.count:
            before, wide = _count_left(axis, move), typeface.width(move.count, 16, 600)
            at = move.x - 20 if before else move.x + 19
            clear(sheet, at - wide if before else at, y, wide)
            canvas.text(at, y, move.count, 16, 600, anchor="right" if before else "left")
        canvas.target(move.x - 15, y - 11, 30, 22, _moved_id(move), _move_hover(sheet, move))
    sheet.top += high + GAP


def _moved_id(move: Move) -> str:
    row = move.rows[0]
    return str(row["commitment"]) if len(move.rows) == 1 else f"changes:{row['as_of'].isoformat()}:{row['after']}"


def _move_hover(sheet: Sheet, move: Move) -> str:
    say, most = sheet.say, 6
    lines = []
    for row in move.rows[:most]:
        before, after = say(f"terms.standing_{row['before']}"), say(f"terms.standing_{row['after']}")
        lines.append(
            say("timeline.hover_change", date=say.date(row["as_of"]), place=say.place(row["commitment"]), before=before, after=after)
        )
    if len(move.rows) == 1:
        lines.append(move.rows[0]["summary"])
    if len(move.rows) > most:
        lines.append(say("timeline.hover_more", n=len(move.rows) - most))
    return "\n".join(lines)
