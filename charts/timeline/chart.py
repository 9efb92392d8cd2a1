"""The timeline: forums, pledges, due dates, changes of status and sources on one calendar, 2011 to 2030.

The page's drawing is as tall as its rows need; the slide's keeps to one screen and says what it leaves out.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from charts import typeface
from charts.canvas import Canvas
from charts.theme import HEIGHT, LEFT, LIGHT, RIGHT, Theme
from charts.timeline import axis as calendar
from charts.timeline.axis import FORUMS_HIGH, YEARS_HIGH, Axis
from charts.timeline.changes import change_lane, stacked
from charts.timeline.due import due_lane
from charts.timeline.key import draw_key, key_high
from charts.timeline.lanes import GAP, HEAD, LEVEL, ROOMY, SOURCES_HIGH, Plan, Sheet
from charts.timeline.pledges import pledge_lane
from charts.timeline.sources import source_lane
from charts.timeline.words import changed, finding, foot, subtitle
from models.labels import Say
from models.register.frames.timeline import Timeline

LAYERS = ("forums", "pledges", "due", "changes", "evidence")
YEARS = (2011, 2030)
LABELS = 290
DAY_HIGH = 26
ROWS = ((ROOMY, 28), (ROOMY, 24), (27, 27), (26, 23))
"""Heights of a row with a due date and of a pledge's, from roomy to tight."""
FEW = 5
"""Fewer pledges than this are no picture of how pledges return: then the slide leaves that lane out."""


@dataclass(frozen=True)
class _Asked:
    """What a reader asked to see."""

    layers: tuple[str, ...]
    years: tuple[int, int]
    themes: Sequence[str]
    today: dt.date | None
    most: int | None


def timeline(
    data: Timeline, say: Say, theme: Theme = LIGHT, layers: Sequence[str] = LAYERS[:4], years: tuple[int, int] = YEARS,
    themes: Sequence[str] = (), today: dt.date | None = None, most: int | None = None,
) -> Canvas:  # fmt: skip
    """The timeline from the first to the last of `years`; `themes` are the names of those it is narrowed to, if any,
    and `most` is how many pledges the page shows."""
    asked = _Asked(tuple(layer for layer in LAYERS if layer in layers), years, themes, today, most)
    page = _draw(data, say, theme, asked, tall=True)
    if page.height > HEIGHT:
        page.slide = _draw(data, say, theme, asked, tall=False)
    return page


def _draw(data: Timeline, say: Say, theme: Theme, asked: _Asked, tall: bool) -> Canvas:
    layers, years, themes, most = asked.layers, asked.years, asked.themes, asked.most
    title, below = finding(data, layers, themes, say), subtitle(data, layers, years, say)
    canvas = Canvas(
        title=title, subtitle=below, theme=theme, lang=say.lang, foot_left=foot(data, layers, say), foot_right=say("frame.product_short"),
        alt=say("timeline.alt", years=say.stretch(*years), finding=title, subtitle=below),
    )  # fmt: skip
    top = canvas.head + key_high(say, layers, data)
    due, pledges = _rows(data, layers, years)
    names = [row["words"] for row in due] + [row["title"] for row in data.marks.to_dict("records") if row["pledge"] in pledges[:most]]
    names += [say("timeline.layer_changes"), say("timeline.layer_evidence")]
    held = [move for move in data.moves.to_dict("records") if years[0] <= move["as_of"].year <= years[1]] if "changes" in layers else []
    if "changes" in layers:
        names.append(changed(data.moves, say, None if len(held) == len(data.moves) else held))
    labels = min(LABELS, max(typeface.width(name, 18, 500) for name in names) + 12)
    axis = Axis(*years, LEFT + max(labels, 150), RIGHT)
    moves = stacked(axis, held)
    levels = 1 + max((move.level for move in moves), default=0)
    fixed = DAY_HIGH + YEARS_HIGH + (FORUMS_HIGH if "forums" in layers else 0) + (SOURCES_HIGH + GAP if "evidence" in layers else 0)
    plan = _plan(layers, due, pledges[:most], levels, None if tall else canvas.foot - 8 - top - fixed)
    if not tall and len(plan.pledges) < min(FEW, len(pledges)) and {"due", "changes"} & set(layers):
        return _draw(data, say, theme, replace(asked, layers=tuple(layer for layer in layers if layer != "pledges")), tall)
    sheet = Sheet(canvas, axis, data, say, top)
    sheet.bottom = top + fixed + _high(layers, plan)
    canvas.height = max(HEIGHT, sheet.bottom + 8 + 38)
    canvas.plot_top, canvas.plot_bottom = canvas.head, sheet.bottom + 4
    draw_key(canvas, canvas.head, say, layers, data)
    _calendar(sheet, layers, asked.today)
    if "due" in layers:
        due_lane(sheet, plan)
    if "pledges" in layers:
        pledge_lane(sheet, plan, data.marks["pledge"].nunique(), len(pledges))
    if "changes" in layers:
        change_lane(sheet, moves, plan.levels)
    if "evidence" in layers:
        source_lane(sheet, bool(themes))
    return canvas


def _loose(data: Timeline) -> list[dict[Any, Any]]:
    """Targets with a day that no commitment with a due date names: rows of their own."""
    named = set(data.due["commitment"])
    return [row for row in data.targets.to_dict("records") if row["by"] is not None and row["commitment"] not in named]


def _rows(data: Timeline, layers: Sequence[str], years: tuple[int, int]) -> tuple[list[dict[Any, Any]], list[str]]:
    """The rows that reach into the years: due dates with the loose targets after them, and pledges."""
    axis = Axis(*years, 0, 1)
    due: list[dict[Any, Any]] = []
    pledges: list[str] = []
    if "due" in layers:
        due = [row for row in data.due.to_dict("records") if axis.touches(row["adopted"], max(row["due"], row["adopted"]))]
        due += [row for row in _loose(data) if axis.holds(row["by"])]
    if "pledges" in layers:
        for pledge, rows in data.own_marks.groupby("pledge", sort=False):
            if axis.touches(min(rows["day"]), max(rows["day"])):
                pledges.append(str(pledge))
    return due, pledges


def _plan(layers: Sequence[str], due: list[dict[Any, Any]], pledges: list[str], levels: int, room: float | None) -> Plan:
    """All rows, roomy, where the drawing may grow; else as high as fits, then pledges are left out, then due dates."""
    if room is None:
        return Plan(due, pledges, ROOMY, 28, min(levels, 16))
    for due_high, pledge_high in ROWS:
        for most in (8, 5, 3):
            plan = Plan(due, pledges, due_high, pledge_high, min(levels, most))
            if _high(layers, plan) <= room:
                return plan
    spare = room - _high(layers, replace(plan, pledges=pledges[:1]))
    kept = pledges[: 1 + max(0, int(spare // plan.pledge_high))]
    while (spare := room - _high(layers, replace(plan, pledges=kept))) < 0 and len(plan.due) > 1:
        plan = replace(plan, due=plan.due[1:])
    return replace(plan, pledges=kept)


def _high(layers: Sequence[str], plan: Plan) -> float:
    """What the lanes with rows take together."""
    high = 0.0
    if "due" in layers:
        high += HEAD + max(1, len(plan.due)) * plan.due_high + GAP
    if "pledges" in layers:
        high += HEAD + max(1, len(plan.pledges)) * plan.pledge_high + GAP
    if "changes" in layers:
        high += max(2, plan.levels) * LEVEL + GAP
    return high


def _calendar(sheet: Sheet, layers: Sequence[str], today: dt.date | None) -> None:
    canvas, axis, data, say = sheet.canvas, sheet.axis, sheet.data, sheet.say
    words = "timeline.today_line" if today == data.on else "timeline.as_of_line"
    calendar.draw_day(canvas, axis, sheet.top, sheet.bottom, data.on, say(words, date=say.date(data.on)))
    sheet.top += DAY_HIGH
    forums = data.forums.to_dict("records")
    calendar.draw_years(canvas, axis, sheet.top, sheet.bottom, {forum["year"] for forum in forums if forum["state"] == "on-record"})
    sheet.top += YEARS_HIGH
    if "forums" in layers:
        sheet.label(sheet.top + 9, say("timeline.lane_forum"), size=17)
        calendar.draw_forums(canvas, axis, sheet.top, sheet.bottom, forums, say)
        sheet.top += FORUMS_HIGH
