"""The lane of pledges: a line from first to last mention, broken where no text is on record."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from typing import Any

from charts.theme import LEFT
from charts.timeline import axis as calendar
from charts.timeline.axis import DOTTED
from charts.timeline.key import force_cell, force_width
from charts.timeline.lanes import GAP, Plan, Sheet, empty
from models.records.terms import Force


def pledge_lane(sheet: Sheet, plan: Plan, total: int, reaching: int) -> None:
    """The pledges of the plan, out of `total`, of which `reaching` reach into the years that are drawn."""
    say, shown = sheet.say, len(plan.pledges)
    if shown == total:
        sheet.heading(say("timeline.lane_pledges"))
    else:
        sheet.heading(say("timeline.lane_pledges_of" if shown < reaching else "timeline.lane_pledges_in", shown=shown, total=total))
    days = sorted(day for day in sheet.data.forums["adopted"] if day is not None)
    spread = [sheet.axis.x(later) - sheet.axis.x(earlier) for earlier, later in pairwise(days)]
    wide = max(force_width(say(f"terms.force_{force}")) for force in Force) + 4
    inside = [sheet.axis.x(day) for day in days if sheet.axis.holds(day)]
    fits = all(sheet.axis.left + wide / 2 <= x <= sheet.axis.right - wide / 2 for x in inside)
    worded = fits and min(spread, default=wide) >= wide
    marks = sheet.data.marks.to_dict("records")
    stretches = sheet.data.stretches.to_dict("records")
    for pledge in plan.pledges:
        own = [mark for mark in marks if mark["pledge"] == pledge]
        _pledge_row(
            sheet, own, [way for way in stretches if way["pledge"] == pledge], sheet.top + plan.pledge_high / 2, plan.pledge_high, worded
        )
        sheet.top += plan.pledge_high
    if not plan.pledges:
        empty(sheet, sheet.top + plan.pledge_high / 2)
        sheet.top += plan.pledge_high
    sheet.top += GAP


def _pledge_row(sheet: Sheet, marks: list[dict[Any, Any]], ways: list[dict[Any, Any]], y: float, high: float, worded: bool) -> None:
    """A thin line from first to last mention, dotted across forums not on record, with the force at each mention."""
    canvas, axis, theme, say = sheet.canvas, sheet.axis, sheet.theme, sheet.say
    sheet.label(y, marks[0]["title"])
    canvas.target(LEFT, y - high / 2, axis.left - LEFT, high, marks[0]["pledge"], marks[0]["title"])
    halves = {mark["day"]: _half(sheet, mark, worded) for mark in marks}
    for way in ways:
        start, end = (axis.clipped(way[edge]) for edge in ("start", "end"))
        start += halves.get(way["start"], 5) if axis.holds(way["start"]) else 0
        end -= halves.get(way["end"], 5) if axis.holds(way["end"]) else 0
        if axis.touches(way["start"], way["end"]) and end > start:
            canvas.line([(start, y), (end, y)], theme.ink2, 2, "" if way["unbroken"] else DOTTED)
    said = {mark["declaration"] for mark in marks}
    for forum in sheet.data.forums.to_dict("records"):
        if forum["adopted"] is not None and forum["declaration"] not in said and axis.holds(forum["adopted"]):
            _dot(sheet, axis.x(forum["adopted"]), y)
    for mark in marks:
        if not axis.holds(mark["day"]):
            continue
        x = axis.x(mark["day"])
        place = say.place(mark["place"])
        if mark["background"]:
            canvas.box(x - 7, y - 7, 14, 14, theme.bg)
            canvas.mark(x, y, "circle-open", 8, theme.edge, 1.2)
            hover = say("timeline.hover_background", title=mark["title"], place=place)
        else:
            word = say(f"terms.force_{mark['force']}")
            force_cell(canvas, x - halves[mark["day"]], y, Force(mark["force"]), word if worded else "", min(20, high - 4))
            hover = say("timeline.hover_mention", title=mark["title"], force=word, place=place)
        canvas.target(x - 12, y - high / 2, 24, high, mark["place"], hover)
    own = [mark["day"] for mark in marks if not mark["background"]]
    calendar.draw_edges(canvas, axis, y, min(own), max(own))


def _half(sheet: Sheet, mark: Mapping[str, Any], worded: bool) -> float:
    """Half the width of a mention's sign."""
    if mark["background"]:
        return 7
    return force_width(sheet.say(f"terms.force_{mark['force']}") if worded else "") / 2


def _dot(sheet: Sheet, x: float, y: float) -> None:
    sheet.canvas.box(x - 5, y - 5, 10, 10, sheet.theme.bg)
    sheet.canvas.mark(x, y, "circle", 5, sheet.theme.edge, 0)
