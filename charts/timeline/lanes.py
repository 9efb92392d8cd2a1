"""The lanes of the timeline: due dates, pledges, changes of status, sources; each draws itself and moves the sheet down."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from charts import typeface
from charts.canvas import Anchor, Canvas
from charts.theme import LEFT, RIGHT, Theme
from charts.timeline import axis as calendar
from charts.timeline.axis import DOTTED, GUTTER, Axis
from charts.timeline.key import AHEAD, CHIP, force_cell, force_width, standing_chip
from charts.timeline.words import changed, dated
from models.labels import Say
from models.records.terms import Force
from models.register.frames.timeline import Timeline
from models.register.standing import Standing

HEAD, LEVEL, SOURCES_HIGH, GAP = 30, 26, 58, 8
ROOMY = 44
"""A row with a due date that has room for its place in the declaration."""


@dataclass
class Sheet:
    """One drawing of the timeline while it grows downwards."""

    canvas: Canvas
    axis: Axis
    data: Timeline
    say: Say
    top: float
    bottom: float = 0

    @property
    def theme(self) -> Theme:
        return self.canvas.theme

    def heading(self, words: str) -> None:
        beyond = LEFT + typeface.width(words, 18, 700) - self.axis.left
        if beyond > 0:
            self.canvas.box(self.axis.left, self.top + HEAD - 22, beyond + 4, 19, self.theme.bg)
        self.canvas.text(LEFT, self.top + HEAD - 12, words, 18, 700)
        self.canvas.rule(LEFT, self.top + HEAD - 2, RIGHT - LEFT)
        self.top += HEAD

    def label(self, y: float, words: str, below: str = "", lines: int = 1, size: float = 18, weight: int = 500) -> None:
        """The name of a row, flush with the calendar, with its place in the declaration below where there is room."""
        room = self.axis.left - LEFT - 10
        broken = typeface.wrap(words, size, weight, room, self.say.lang)
        while len(broken) > lines and size > 16:
            size -= 1
            broken = typeface.wrap(words, size, weight, room, self.say.lang)
        shown = [(line, size, weight, self.theme.ink) for line in broken]
        if len(broken) > lines:
            shown = [*shown[: lines - 1], (typeface.fit(" ".join(broken[lines - 1 :]), size, weight, room), size, weight, self.theme.ink)]
        if below:
            shown.append((typeface.fit(below, 16, 400, room), 16, 400, self.theme.ink3))
        for position, (line, each, heavy, color) in enumerate(shown):
            down = (position - (len(shown) - 1) / 2) * (size + 2)
            self.canvas.text(self.axis.left - 10, y + down, line, each, heavy, color, "right")


@dataclass(frozen=True)
class Plan:
    """Which rows are drawn and how high they are."""

    due: list[dict[Any, Any]]
    pledges: list[str]
    due_high: float
    pledge_high: float
    levels: int


def _clear(sheet: Sheet, x: float, y: float, wide: float, high: float = 20) -> None:
    """Keep the calendar's lines out of words."""
    sheet.canvas.box(x - 3, y - high / 2, wide + 6, high, sheet.theme.bg)


def _empty(sheet: Sheet, y: float) -> None:
    words = sheet.say("timeline.no_rows")
    _clear(sheet, sheet.axis.left + GUTTER, y, typeface.width(words, 17, 400))
    sheet.canvas.text(sheet.axis.left + GUTTER, y, words, 17, 400, sheet.theme.ink2)


def due_lane(sheet: Sheet, plan: Plan) -> None:
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
        _empty(sheet, sheet.top + plan.due_high / 2)
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
    _clear(sheet, begin, y, wide)
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
    _clear(sheet, at - wide if anchor == "right" else at, y, wide)
    canvas.mark(x, y, "diamond", 12, theme.ink)
    canvas.text(at, y, words, 17, 600, anchor=anchor)


def pledge_lane(sheet: Sheet, plan: Plan, total: int, reaching: int) -> None:
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
        _empty(sheet, sheet.top + plan.pledge_high / 2)
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
    """The standing that each change led to, on the day it speaks of; hatched where nobody has judged anything yet."""
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
        canvas.hatch(axis.left + GUTTER, middle - 15, end - axis.left - GUTTER, 30)
        words = say("timeline.no_changes")
        _clear(sheet, axis.left + 40, middle, typeface.width(words, 17, 500), 24)
        canvas.text(axis.left + 40, middle, words, 17, 500)
    elif not moves:
        _empty(sheet, middle)
    for move in drawn:
        y = sheet.top + high - move.level * LEVEL - LEVEL / 2
        standing_chip(canvas, move.x - 15, y, Standing(move.rows[0]["after"]))
        if move.count:
            before, wide = _count_left(axis, move), typeface.width(move.count, 16, 600)
            at = move.x - 20 if before else move.x + 19
            _clear(sheet, at - wide if before else at, y, wide)
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


def source_lane(sheet: Sheet, cited: bool) -> None:
    """How many sources speak of each year; sources are no achievements, and more of them do not mean that more was done."""
    canvas, axis, theme, say = sheet.canvas, sheet.axis, sheet.theme, sheet.say
    counts = {year: list(sheet.data.sources["year"]).count(year) for year in range(axis.first, axis.last + 1)}
    words = say("timeline.lane_cited" if cited else "timeline.lane_evidence", n=sum(counts.values()))
    sheet.label(sheet.top + SOURCES_HIGH / 2, words, lines=3, size=17, weight=700)
    if not any(counts.values()):
        _empty(sheet, sheet.top + SOURCES_HIGH / 2)
    base, most = sheet.top + SOURCES_HIGH - 4, max([*counts.values(), 1])
    for year, n in counts.items():
        if not n:
            continue
        middle = (axis.x(dt.date(year, 1, 1)) + axis.x(dt.date(year, 12, 31))) / 2
        tall, wide = max(2, n / most * (SOURCES_HIGH - 26)), min(30, axis.year_wide * 0.6)
        canvas.box(middle - wide / 2, base - tall, wide, tall, theme.rule, theme.edge)
        if typeface.width(str(n), 16, 500) + 2 <= axis.year_wide:
            _clear(sheet, middle - typeface.width(str(n), 16, 500) / 2, base - tall - 11, typeface.width(str(n), 16, 500), 16)
            canvas.text(middle, base - tall - 11, str(n), 16, 500, anchor="middle")
        canvas.target(middle - wide / 2, sheet.top, wide, SOURCES_HIGH, f"sources:{year}", say("timeline.hover_sources", year=year, n=n))
    sheet.top += SOURCES_HIGH + GAP
