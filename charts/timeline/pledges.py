"""The lane of pledges: a line from first to last mention, broken where no text is on record."""

from __future__ import annotations

from itertools import pairwise

from charts.theme import LEFT
from charts.timeline import axis as calendar
from charts.timeline.axis import DOTTED
from charts.timeline.key import force_cell, force_width
from charts.timeline.lanes import GAP, Plan, Sheet, empty
from charts.timeline.told import Mention, Pledge


def pledge_lane(sheet: Sheet, plan: Plan) -> None:
    """The pledges of the plan."""
    axis, told = sheet.axis, sheet.told
    sheet.heading(told.pledge_headings[len(plan.pledges)])
    days = sorted(forum.adopted for forum in told.forums if forum.adopted is not None)
    spread = [axis.x(later) - axis.x(earlier) for earlier, later in pairwise(days)]
    wide = max(map(force_width, told.words.forces.values())) + 4
    inside = [axis.x(day) for day in days if axis.holds(day)]
    fits = all(axis.left + wide / 2 <= x <= axis.right - wide / 2 for x in inside)
    worded = fits and min(spread, default=wide) >= wide
    for pledge in plan.pledges:
        y, high = sheet.top + plan.pledge_high / 2, plan.pledge_high
        sheet.label(y, pledge.title)
        sheet.canvas.target(LEFT, y - high / 2, axis.left - LEFT, high, pledge.id, pledge.title)
        draw_pledge(sheet, pledge, y, high, worded)
        sheet.top += plan.pledge_high
    if not plan.pledges:
        empty(sheet, sheet.top + plan.pledge_high / 2)
        sheet.top += plan.pledge_high
    sheet.top += GAP


def draw_pledge(sheet: Sheet, pledge: Pledge, y: float, high: float, worded: bool) -> None:
    """A thin line from first to last mention, dotted across forums not on record, with the force at each mention."""
    canvas, axis, theme = sheet.canvas, sheet.axis, sheet.theme
    halves = {mention.day: _half(mention, worded) for mention in pledge.mentions}
    for way in pledge.ways:
        start, end = axis.clipped(way.start), axis.clipped(way.end)
        start += halves.get(way.start, 5) if axis.holds(way.start) else 0
        end -= halves.get(way.end, 5) if axis.holds(way.end) else 0
        if axis.touches(way.start, way.end) and end > start:
            canvas.line([(start, y), (end, y)], theme.ink2, 2, "" if way.unbroken else DOTTED)
    for day in pledge.silent:
        if axis.holds(day):
            canvas.box(axis.x(day) - 5, y - 5, 10, 10, theme.bg)
            canvas.mark(axis.x(day), y, "circle", 5, theme.edge, 0)
    for mention in pledge.mentions:
        if not axis.holds(mention.day):
            continue
        x = axis.x(mention.day)
        if mention.force is None:
            canvas.box(x - 7, y - 7, 14, 14, theme.bg)
            canvas.mark(x, y, "circle-open", 8, theme.edge, 1.2)
        else:
            force_cell(canvas, x - halves[mention.day], y, mention.force, mention.word if worded else "", min(20, high - 4))
        canvas.target(x - 12, y - high / 2, 24, high, mention.id, mention.tip)
    calendar.draw_edges(canvas, axis, y, pledge.first, pledge.last)


def _half(mention: Mention, worded: bool) -> float:
    """Half the width of a mention's sign."""
    return 7 if mention.force is None else force_width(mention.word if worded else "") / 2
