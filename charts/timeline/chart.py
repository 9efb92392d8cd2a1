"""The timeline across: forums, pledges, due dates, changes of status and sources on one calendar.

The page's drawing is as tall as its rows need; the slide's keeps to one screen and says what it leaves out.
"""

from __future__ import annotations

from dataclasses import replace

from charts import typeface
from charts.canvas import Canvas
from charts.theme import HEIGHT, LEFT, RIGHT, Theme
from charts.timeline import axis as calendar
from charts.timeline.axis import FORUMS_HIGH, YEARS_HIGH, Axis
from charts.timeline.changes import change_lane, stacked
from charts.timeline.due import due_lane
from charts.timeline.key import draw_key
from charts.timeline.lanes import GAP, HEAD, LEVEL, ROOMY, SOURCES_HIGH, Plan, Sheet, source_lane
from charts.timeline.pledges import pledge_lane
from charts.timeline.told import Pledge, Told

LABELS = {False: 290, True: 230}
"""The most that the names of the rows take, on a slide and in less room."""
DAY_HIGH = 26
ROWS = ((ROOMY, 28), (ROOMY, 24), (27, 27), (26, 23))
"""Heights of a row with a due date and of a pledge's, from roomy to tight."""
FEW = 5
"""Fewer pledges than this are no picture of how pledges return: then the slide leaves that lane out."""


def draw(told: Told, theme: Theme, most: int | None = None, right: float = RIGHT) -> Canvas:
    """All rows for a page, of pledges the first `most`."""
    return _draw(told, theme, told.pledges[:most], right, tall=True)


def slide(told: Told, theme: Theme) -> Canvas:
    """As many rows as one screen has room for."""
    return _draw(told, theme, told.pledges, RIGHT, tall=False)


def _draw(told: Told, theme: Theme, pledges: tuple[Pledge, ...], right: float, tall: bool) -> Canvas:
    canvas = Canvas.of(told, theme, right)
    layers = told.layers
    if right != RIGHT:
        canvas.plot_top = 0
    start = canvas.plot_top
    top = draw_key(canvas, start, told)
    names = [row.name for row in told.due] + [pledge.title for pledge in pledges] + [told.words.changes, told.words.evidence[:24]]
    if "changes" in layers:
        names.append(told.changes_named(told.moves))
    labels = min(LABELS[right != RIGHT], max(typeface.width(name, 18, 500) for name in names) + 12)
    axis = Axis(*told.years, LEFT + max(labels, 150), right)
    signs = stacked(axis, told.moves)
    levels = 1 + max((sign.level for sign in signs), default=0)
    fixed = DAY_HIGH + YEARS_HIGH + (FORUMS_HIGH if "forums" in layers else 0) + (SOURCES_HIGH + GAP if "evidence" in layers else 0)
    plan = _plan(told, pledges, levels, None if tall else canvas.foot - 8 - top - fixed)
    if not tall and len(plan.pledges) < min(FEW, len(pledges)) and {"due", "changes"} & set(layers):
        return _draw(replace(told, layers=tuple(layer for layer in layers if layer != "pledges")), theme, (), right, tall)
    sheet = Sheet(canvas, axis, told, top)
    sheet.bottom = top + fixed + _high(layers, plan)
    canvas.height = max(HEIGHT, sheet.bottom + 8 + 38)
    canvas.plot_bottom = sheet.bottom + 4
    _calendar(sheet)
    if "due" in layers:
        due_lane(sheet, plan)
    if "pledges" in layers:
        pledge_lane(sheet, plan)
    if "changes" in layers:
        change_lane(sheet, signs, plan.levels)
    if "evidence" in layers:
        source_lane(sheet)
    return canvas


def _plan(told: Told, pledges: tuple[Pledge, ...], levels: int, room: float | None) -> Plan:
    """All rows, roomy, where the drawing may grow; else as high as fits, then pledges are left out, then due dates."""
    if room is None:
        return Plan(told.due, pledges, ROOMY, 28, min(levels, 16))
    for due_high, pledge_high in ROWS:
        for most in (8, 5, 3):
            plan = Plan(told.due, pledges, due_high, pledge_high, min(levels, most))
            if _high(told.layers, plan) <= room:
                return plan
    spare = room - _high(told.layers, replace(plan, pledges=pledges[:1]))
    kept = pledges[: 1 + max(0, int(spare // plan.pledge_high))]
    while (spare := room - _high(told.layers, replace(plan, pledges=kept))) < 0 and len(plan.due) > 1:
        plan = replace(plan, due=plan.due[1:])
    return replace(plan, pledges=kept)


def _high(layers: tuple[str, ...], plan: Plan) -> float:
    """What the lanes with rows take together."""
    high = 0.0
    if "due" in layers:
        high += HEAD + max(1, len(plan.due)) * plan.due_high + GAP
    if "pledges" in layers:
        high += HEAD + max(1, len(plan.pledges)) * plan.pledge_high + GAP
    if "changes" in layers:
        high += max(2, plan.levels) * LEVEL + GAP
    return high


def _calendar(sheet: Sheet) -> None:
    canvas, axis, told = sheet.canvas, sheet.axis, sheet.told
    calendar.draw_day(canvas, axis, sheet.top, sheet.bottom, told.on, told.words.day)
    sheet.top += DAY_HIGH
    calendar.draw_years(canvas, axis, sheet.top, sheet.bottom, {forum.year for forum in told.forums if forum.state == "on-record"})
    sheet.top += YEARS_HIGH
    if "forums" in told.layers:
        sheet.label(sheet.top + 9, told.words.forum, size=17)
        calendar.draw_forums(canvas, axis, sheet.top, sheet.bottom, told.forums)
        sheet.top += FORUMS_HIGH
