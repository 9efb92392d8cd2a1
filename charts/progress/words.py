"""What a measure says around its panels: the finding, the counts and the pace in words, all computed."""

from __future__ import annotations

import re
from typing import Any

from charts import typeface
from charts.forum_columns import number
from charts.theme import LEFT, RIGHT
from models.labels import Say
from models.register.frames.progress import Progress
from models.register.frames.rows import rows


def figure(value: float) -> str:
    """A number as one writes it: 1,000; 15.1."""
    return f"{value:,.1f}".removesuffix(".0")


def counted(point: dict[str, Any], unit: str, say: Say) -> str:
    """A count with its precision, its whole and its unit: more than 100 pledges; 53 of 73."""
    shown = figure(point["value"])
    if point["of"] is not None:
        # In Korean a number has its unit wherever it stands: 전체 50개 중 41개.
        whole = say("progress.exact", value=figure(point["of"]), unit=unit if say.lang == "ko" else "").strip()
        shown = say("progress.out_of", value=shown, of=whole)
    key = "progress.more" if point["at_least"] else "progress.about" if point["approx"] else "progress.exact"
    return " ".join(say(key, value=shown, unit=unit).split())


def by_date(points: list[dict[str, Any]], unit: str, say: Say) -> list[tuple[str, str]]:
    """The counts of one kind with their dates; figures that differ for one date are told together, none preferred."""
    dates: dict[str, list[str]] = {}
    for point in points:
        dates.setdefault(point["date"], []).append(counted(point, unit, say))
    return [(told[0] if len(told) == 1 else say("progress.differs", value=" / ".join(told)), date) for date, told in dates.items()]


def _day(date: str, say: Say) -> str:
    """A time for a title; in Korean no line breaks within it."""
    return say.partial(date).replace(" ", "\u00a0") if say.lang == "ko" else say.partial(date)


def latest(data: Progress) -> dict[str, Any]:
    """The last of all counts, whatever its kind."""
    return max(rows(data.points), key=lambda point: (point["last"], point["first"]))


def finding(data: Progress, say: Say) -> str:
    """The last count against the target; without a target what was counted first and last, or how many kinds there are."""
    units = {row["series"]: row["unit"] for row in rows(data.kinds)}
    points = rows(data.points)
    if data.goal:
        target = {"target": say("progress.goal", value=figure(data.goal.value), unit=data.goal.unit), "by": _day(data.goal.date, say)}
        if data.goal.beside in units:
            value, date = by_date(data.of_kind(data.goal.beside), units[data.goal.beside], say)[-1]
            key = "progress.title_target_withheld" if data.goal.beside in data.hidden else "progress.title_target"
            return say(key, value=value, date=_day(date, say), **target)
        return say("progress.title_target_apart", title=data.title, **target)
    if len(units) > 1:
        return say("progress.title_kinds", title=data.title, n=len(units), date=_day(latest(data)["date"], say))
    told = by_date(points, next(iter(units.values())), say)
    (first, early), (last, late) = told[0], told[-1]
    if len(told) == 1:
        return say("progress.title_only", title=data.title, value=first, date=_day(early, say))
    return say("progress.title_two", title=data.title, first=first, early=_day(early, say), last=last, late=_day(late, say))


def arithmetic(data: Progress, say: Say, short: bool = False) -> str:
    """The pace needed, in words; empty where none can be computed. The `short` form is for the picture."""
    pace, goal = data.pace, data.goal
    if pace is None or goal is None:
        return ""
    values: dict[str, object] = {"value": figure(pace.value), "date": say.partial(pace.date), "by": say.date(goal.by)}
    values["yearly"] = f"{pace.yearly:,.0f}"
    if short and pace.from_now is not None:
        return say("progress.pace_short", on=say.date(data.on), now=f"{pace.from_now:,.0f}", **values)
    if pace.from_now is None:
        words = say("progress.pace_past", **values)
    else:
        words = say("progress.pace", on=say.date(data.on), now=f"{pace.from_now:,.0f}", **values)
    return f"{words} {say('progress.pace_upper')}" if pace.at_least else words


def subtitle(data: Progress, drawn: int, say: Say) -> str:
    """What is drawn, and how many kinds are left to the table."""
    many = len(data.kinds) > 1
    said = [say("progress.subtitle_kinds" if many else "progress.subtitle_only")]
    if drawn < len(data.kinds):
        words = say("progress.drawn", drawn=number(drawn, say), all=number(len(data.kinds), say))
        said.append(words[0].upper() + words[1:])
    if data.withheld:
        said.append(say.count("progress.withheld", data.withheld))
    rest = " ".join(said)
    return say("progress.subtitle_of", title=data.title, rest=rest) if data.goal and data.goal.beside in set(data.kinds["series"]) else rest


def foot(data: Progress, say: Say) -> str:
    """As many publishers as fit, the day, and how many counts."""
    # A publisher's own abbreviation, in brackets after its name, is enough here; the table has the name.
    names_of = (re.sub(r"^.* \(([A-Z][A-Z-]+)\)$", r"\1", publisher) for row in rows(data.points) for publisher in row["publishers"])
    publishers = list(dict.fromkeys(names_of))
    n = say.count("progress.counts", len(data.points))
    right = typeface.width(say("frame.product_short"), 16) + 24
    for kept in range(len(publishers), 0, -1):
        names = ", ".join(publishers[:kept])
        if kept < len(publishers):
            names = say("progress.foot_more", sources=names, n=len(publishers) - kept)
        words = say("progress.foot", sources=names, date=say.date(data.on), n=n)
        if typeface.width(words, 16) <= RIGHT - LEFT - right:
            break
    return words


def alternative(data: Progress, panels: int, say: Say) -> str:
    """Every count in words, for whoever does not see the picture."""
    told = []
    for kind in rows(data.kinds):
        counts = [
            say("progress.alt_count", value=value, date=say.partial(date))
            for value, date in by_date(data.of_kind(kind["series"]), kind["unit"], say)
        ]
        told.append(say("progress.alt_kind", kind=kind["kind"], counts=", ".join(counts)))
    target = ""
    if data.goal:
        goal = say("progress.goal", value=figure(data.goal.value), unit=data.goal.unit)
        target = say("progress.target", target=goal, by=say.date(data.goal.by))
    return say.count("progress.alt", panels, counts=" ".join(told), target=target).strip()
