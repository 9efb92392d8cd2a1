"""The lane of due dates: a bar from adoption to the due day, with the standing on the day since when it stands so."""

from __future__ import annotations

from charts import typeface
from charts.canvas import Anchor
from charts.theme import LEFT
from charts.timeline import axis as calendar
from charts.timeline.axis import GUTTER, Axis
from charts.timeline.key import AHEAD, CHIP, force_cell, standing_chip
from charts.timeline.lanes import GAP, ROOMY, Plan, Sheet, clear, empty
from charts.timeline.told import Dated

_SIZE = 17


def due_lane(sheet: Sheet, plan: Plan) -> None:
    """Every due date in the years that are drawn, and the targets with a day of their own."""
    sheet.heading(sheet.told.due_headings[min(len(sheet.told.due) - len(plan.due), len(sheet.told.due_headings) - 1)])
    for row in plan.due:
        middle, roomy = sheet.top + plan.due_high / 2, plan.due_high >= ROOMY
        # Where there is room the words stand on a line of their own, below the bar.
        y, below = (middle - 10, middle + 13) if roomy else (middle, None)
        if row.is_target:
            _target(sheet, row, middle)
        else:
            sheet.label(middle, row.name, row.place if roomy else "")
            _bar(sheet, row, y, below)
        sheet.canvas.target(LEFT, sheet.top, sheet.canvas.wide, plan.due_high, row.id, row.tip)
        sheet.top += plan.due_high
    if not plan.due:
        empty(sheet, sheet.top + plan.due_high / 2)
        sheet.top += plan.due_high
    sheet.top += GAP


def _bar(sheet: Sheet, row: Dated, y: float, below: float | None) -> None:
    """From adoption to the due day, solid up to the as-of line, dotted after. A sign stands on the day that it is about.

    A standing that nobody has found has no day: then its sign stands before the words.
    """
    canvas, axis, theme = sheet.canvas, sheet.axis, sheet.theme
    left, right = axis.clipped(row.adopted), axis.clipped(row.due)
    chip = _chip(axis, row, right)
    # The force gives way, so that neither sign covers the other.
    cell = left if chip is None or abs(chip + CHIP / 2 - left) >= CHIP / 2 + 14 else min(left, chip - 14)
    now = min(max(axis.clipped(sheet.told.on), left), right)
    for start, end, solid in ((left, now, True), (now, right, False)):
        for a, b in _without(start, end, chip, chip + CHIP) if chip is not None else [(start, end)]:
            if b - a <= 0.5:
                continue
            if solid:
                paint = theme.force[row.force] if row.force else theme.force[next(iter(theme.force))]
                canvas.box(a, y - 4, b - a, 8, paint.fill, paint.edge)
            else:
                canvas.frame(a, y - 4, b - a, 8, theme.ink2, 1.5, AHEAD)
    if axis.holds(row.due):
        canvas.line([(right, y - 11), (right, y + 11)], theme.ink, 2, "2px 2px" if row.open else "")
    if axis.holds(row.adopted) and row.force:
        force_cell(canvas, cell - 12, y, row.force, "")
    calendar.draw_edges(canvas, axis, y, row.adopted, row.due)
    if chip is not None and row.standing:
        standing_chip(canvas, chip, y, row.standing)
    _words(sheet, row, (min(cell - 12, left), max(right, chip + CHIP if chip is not None else right)), chip is None, y, below)


def _words(sheet: Sheet, row: Dated, signs: tuple[float, float], unfound: bool, y: float, below: float | None) -> None:
    """The flag on a line of its own where there is one, else beside all signs; never on the bar. Its standing goes before it if `unfound`."""
    canvas, axis = sheet.canvas, sheet.axis
    lead = CHIP + 8 if unfound else 0
    anchor: Anchor = "left"
    if below is None:
        at, words, anchor = _beside(axis, *signs, row.flag, lead)
        height = y
    else:
        words, height = row.flag, below
        at = max(min(signs[0], axis.right - GUTTER - lead - typeface.width(words, _SIZE, 600)), axis.left + GUTTER)
        words = typeface.fit(words, _SIZE, 600, axis.right - at - lead)
    wide = typeface.width(words, _SIZE, 600)
    start = at if anchor == "left" else at - wide - lead
    clear(sheet, start + lead, height, wide)  # not behind the sign, whose hatch would be cleared away with the lines
    if unfound and row.standing:
        standing_chip(canvas, start, height, row.standing)
    # Held at the end that is next to a sign, or the words of a wider typeface would run into it.
    canvas.text(start + lead if anchor == "left" else at, height, words, _SIZE, 600, anchor=anchor)


def _chip(axis: Axis, row: Dated, due: float) -> float | None:
    """Where the sign of the standing begins: around its day, and beside the due day where it would stand on that."""
    if row.since is None or not axis.holds(row.since):
        return None
    x = axis.x(row.since) - CHIP / 2
    if abs(x + CHIP / 2 - due) < CHIP / 2 + 2:
        x = due + 1 if row.since >= row.due else due - CHIP - 1
    return min(max(x, axis.left), axis.right - CHIP)


def _beside(axis: Axis, left: float, right: float, words: str, lead: float) -> tuple[float, str, Anchor]:
    """Where the words go: right of all signs, else left of them; where they fit nowhere they are cut, with an ellipsis."""
    after, before = axis.right - GUTTER - right - 9, left - 10 - axis.left - GUTTER
    wide = typeface.width(words, _SIZE, 600) + lead
    if wide <= after or (wide > before and after >= before):
        return right + 9, typeface.fit(words, _SIZE, 600, after - lead), "left"
    return left - 10, typeface.fit(words, _SIZE, 600, before - lead), "right"


def _without(start: float, end: float, left: float, right: float) -> list[tuple[float, float]]:
    """The stretch without what lies between `left` and `right`."""
    return [(start, min(end, left)), (max(start, right), end)]


def _target(sheet: Sheet, row: Dated, y: float) -> None:
    """A number to be reached that no due date on record names: a full lozenge on its day."""
    canvas, axis, theme = sheet.canvas, sheet.axis, sheet.theme
    sheet.label(y, row.name, lines=2)
    x = axis.x(row.due)
    at, words, anchor = _beside(axis, x - 9, x + 9, row.flag, 0)
    wide = typeface.width(words, _SIZE, 600)
    clear(sheet, at - wide if anchor == "right" else at, y, wide)
    canvas.mark(x, y, "diamond", 12, theme.ink)
    canvas.text(at, y, words, _SIZE, 600, anchor=anchor)
