"""The lane of due dates: a bar from adoption to the due day, with the standing and what is to be reached."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from charts import typeface
from charts.canvas import Anchor
from charts.theme import LEFT, RIGHT
from charts.timeline import axis as calendar
from charts.timeline.axis import GUTTER, Axis
from charts.timeline.key import AHEAD, CHIP, force_cell, standing_chip
from charts.timeline.lanes import GAP, ROOMY, Plan, Sheet, clear, empty
from charts.timeline.words import dated
from models.records.terms import Force
from models.register.standing import Standing


def due_lane(sheet: Sheet, plan: Plan) -> None:
    """Every due date in the years that are drawn, and the targets with a day of their own."""
    counts = dated(plan.due, sheet.data.due, sheet.say)
    sheet.heading(sheet.say("timeline.lane_due_n", counts=counts) if counts else sheet.say("timeline.lane_due"))
    for row in plan.due:
        y = sheet.top + plan.due_high / 2
        if "due" in row:
            _due_row(sheet, row, y, plan.due_high >= ROOMY)
            sheet.canvas.target(LEFT, sheet.top, RIGHT - LEFT, plan.due_high, row["commitment"], _due_hover(sheet, row))
        else:
            _target_row(sheet, row, y, 2 if plan.due_high >= ROOMY else 1)
        sheet.top += plan.due_high
    if not plan.due:
        empty(sheet, sheet.top + plan.due_high / 2)
        sheet.top += plan.due_high
    sheet.top += GAP


def _flag(sheet: Sheet, row: Mapping[str, Any]) -> str:
    say = sheet.say
    flag = say(f"timeline.flag_{row['timing']}", date=say.date(row["due"]), standing=say(f"terms.standing_{row['standing']}"))
    return say("timeline.flag_target", flag=flag, value=f"{row['target']:,}", unit=row["unit"]) if row["target"] else flag


def _due_hover(sheet: Sheet, row: Mapping[str, Any]) -> str:
    return f"{sheet.say('timeline.hover_due', place=sheet.say.place(row['commitment']), summary=row['summary'])}\n{_flag(sheet, row)}"


def _due_row(sheet: Sheet, row: Mapping[str, Any], y: float, roomy: bool) -> None:
    """A bar from adoption to the due day, solid up to the as-of line, dotted after, with its standing as the flag on that day.

    Only words stand aside: a sign on a calendar means the day on which it stands.
    """
    canvas, axis, theme, on = sheet.canvas, sheet.axis, sheet.theme, sheet.data.on
    sheet.label(y, row["words"], sheet.say.place(row["commitment"]) if roomy else "")
    left, right = axis.clipped(row["adopted"]), axis.clipped(row["due"])
    chip = right - CHIP if right + CHIP > axis.right or row["due"] > axis.end else right
    # Adopted and due within weeks: the force gives way, so that neither sign covers the other.
    cell = min(left, chip - 14)
    words, at, anchor = _beside(axis, (cell - 12, max(right, chip + CHIP)), (cell + 12, min(right, chip)), _flag(sheet, row))
    wide = typeface.width(words, 17, 600)
    begin = at - wide if anchor == "right" else at
    now = min(max(axis.clipped(on), left), right)
    paint = theme.force[Force(row["force"])]
    for start, end, solid in ((left, now, True), (now, right, False)):
        parts = [part for piece in _without(start, end, chip, chip + CHIP) for part in _without(*piece, begin - 6, begin + wide + 6)]
        for a, b in parts:
            if solid:
                canvas.box(a, y - 4, b - a, 8, paint.fill, paint.edge)
            else:
                canvas.frame(a, y - 4, b - a, 8, theme.ink2, 1.5, AHEAD)
    if axis.holds(row["due"]):
        canvas.line([(right, y - 12), (right, y + 12)], theme.ink, 2)
    if axis.holds(row["adopted"]):
        force_cell(canvas, cell - 12, y, Force(row["force"]), "")
    calendar.draw_edges(canvas, axis, y, row["adopted"], row["due"])
    clear(sheet, begin, y, wide)
    standing_chip(canvas, chip, y, Standing(row["standing"]))
    canvas.text(at, y, words, 17, 600, anchor=anchor)


def _beside(axis: Axis, signs: tuple[float, float], bar: tuple[float, float], words: str) -> tuple[str, float, Anchor]:
    """Where the words of a flag go: right of its signs, else left of them, else into the bar, which then makes room.

    Words are held at the end that is next to a sign, or those of a wider typeface would run into it. Where they fit
    nowhere, they go where most of them fit and are cut, with an ellipsis.
    """
    first, last = axis.left + GUTTER, axis.right - GUTTER
    after, before, inside = (signs[1] + 7, last), (first, signs[0] - 10), (max(bar[0] + 8, first), min(bar[1] - 8, last))
    room = next((room for room in (after, before, inside) if room[1] - room[0] >= typeface.width(words, 17, 600)), None)
    if room is None:
        room = max((after, before, inside), key=lambda each: each[1] - each[0])
        words = typeface.fit(words, 17, 600, room[1] - room[0])
    return (words, room[0], "left") if room is after else (words, room[1], "right")


def _without(start: float, end: float, left: float, right: float) -> list[tuple[float, float]]:
    """The stretch without what lies between `left` and `right`."""
    return [(a, b) for a, b in ((start, min(end, left)), (max(start, right), end)) if b - a > 0.5]


def _target_row(sheet: Sheet, row: Mapping[str, Any], y: float, lines: int) -> None:
    """A number to be reached that no due date on record names: a full lozenge on its day."""
    canvas, axis, theme, say = sheet.canvas, sheet.axis, sheet.theme, sheet.say
    sheet.label(y, say("timeline.target_row", words=row["words"]), lines=lines)
    x = axis.x(row["by"])
    flag = say(
        "timeline.flag_target", flag=say("timeline.flag_day", date=say.date(row["by"])), value=f"{row['value']:,.0f}", unit=row["unit"]
    )
    words, at, anchor = _beside(axis, (x - 9, x + 9), (x, x), flag)
    wide = typeface.width(words, 17, 600)
    clear(sheet, at - wide if anchor == "right" else at, y, wide)
    canvas.mark(x, y, "diamond", 12, theme.ink)
    canvas.text(at, y, words, 17, 600, anchor=anchor)
