"""A measure as of a day: its counts kind by kind, what may be joined, the target, and the pace it would take.

Kinds of count are never put on one line. Within a kind two counts are joined only where they follow each other and one
publisher gives both: else the way of counting may have changed between them, and a line would hide it.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Final

import pandas as pd

from models.records.fields import Bilingual
from models.records.measures import Measure, Point, Series
from models.records.places import text_of
from models.register.frames.rows import rows
from models.register.register import Register
from models.register.withheld import WithheldCount

KINDS: Final = ["series", "kind", "unit", "counts"]
POINTS: Final = [
    "point",
    "series",
    "date",
    "first",
    "last",
    "value",
    "of",
    "at_least",
    "approx",
    "differs",
    "note",
    "sources",
    "publishers",
]

_YEAR: Final = 365.25


@dataclass(frozen=True)
class Goal:
    """The number to be reached, by when, and the kind it is set beside: one that it counts in itself (`same`), the nearest, or none."""

    value: float
    unit: str
    by: dt.date
    date: str
    beside: str
    same: bool


@dataclass(frozen=True)
class Pace:
    """What would be needed a year: from the last count on, and from the day on with the same number. Arithmetic."""

    value: float
    at_least: bool
    start: dt.date
    date: str
    yearly: float
    from_now: float | None
    """None where the target's day has come."""


@dataclass(frozen=True)
class Progress:
    """A measure as of `on`. `joined` are pairs of points, `later` counts dated after the day, which are left out."""

    id: str
    on: dt.date
    title: str
    kinds: pd.DataFrame
    points: pd.DataFrame
    joined: tuple[tuple[int, int], ...]
    later: int
    goal: Goal | None
    pace: Pace | None
    withheld: int = 0
    """How many counts are withheld, so that nobody knows what lies between or after those that are drawn."""
    hidden: frozenset[str] = frozenset()
    """The kinds of which a withheld count may be newer than the last that is drawn."""

    def of_kind(self, series: str) -> list[dict[str, Any]]:
        """The counts of one kind, oldest first."""
        return [row for row in rows(self.points) if row["series"] == series]


def progress(register: Register, measure: Measure, on: dt.date, lang: str) -> Progress:
    """Everything that the chart of a measure draws. A count dated to a month or a year is known once that is over."""
    found: list[dict[str, Any]] = []
    kinds: list[dict[str, Any]] = []
    later = 0
    for series in measure.series:
        known = sorted((point for point in series.points if point.on.last <= on), key=lambda point: point.on)
        later += len(series.points) - len(known)
        found += [_point(register, series, point, known, len(found) + i, lang) for i, point in enumerate(known)]
        if known:
            kinds.append({"series": series.id, "kind": series.kind[lang], "unit": _unit(measure, series, lang), "counts": len(known)})
    points = pd.DataFrame(found, columns=POINTS, dtype=object)
    withheld = [count for count in register.withheld_of_measure(measure.id) if count.known_by(on)]
    kept = rows(points)
    hidden = frozenset(series.id for series in measure.series if _is_hidden(kept, series.id, withheld))
    goal = _goal(register, measure, on, lang)
    return Progress(
        id=measure.id,
        on=on,
        title=measure.title[lang],
        kinds=pd.DataFrame(kinds, columns=KINDS, dtype=object),
        points=points,
        joined=tuple(pair for series in measure.series for pair in _joined([row for row in kept if row["series"] == series.id], withheld)),
        later=later,
        goal=goal,
        # With a newer count withheld nobody knows from where the pace would have to be kept.
        pace=None if goal and goal.beside in hidden else _pace([row for row in kept if goal and row["series"] == goal.beside], goal, on),
        withheld=len(withheld),
        hidden=hidden,
    )


def _is_hidden(points: list[dict[str, Any]], series: str, withheld: list[WithheldCount]) -> bool:
    last = max((point["last"] for point in points if point["series"] == series), default=dt.date.min)
    return any(count.is_in(series) and (count.on is None or count.on.last > last) for count in withheld)


def said(register: Register, words: Bilingual, lang: str) -> str:
    """A curator's sentence with the publisher in place of a source's id in brackets."""

    def publisher(match: re.Match[str]) -> str:
        source = register.evidence_by_id.get(match[1])
        return f"({register.publisher(source.publisher, lang)})" if source else match[0]

    return re.sub(r"\(([a-z0-9]+(?:-[a-z0-9]+)+)\)", publisher, words[lang])


def _unit(measure: Measure, series: Series, lang: str) -> str:
    """A kind's own unit; the measure's only where there is no other kind, for its unit may name several things at once."""
    unit = series.unit or (measure.unit if len(measure.series) == 1 else None)
    return unit[lang] if unit else ""


def _point(register: Register, series: Series, point: Point, known: list[Point], number: int, lang: str) -> dict[str, Any]:
    sources = [register.evidence_by_id[id_] for id_ in point.evidence if id_ in register.evidence_by_id]
    same_day = {(other.value, other.of) for other in known if other.on == point.on}
    return {
        "point": number,
        "series": series.id,
        "date": point.on.text,
        "first": point.on.first,
        "last": point.on.last,
        "value": point.value,
        "of": point.of,
        "at_least": point.at_least,
        "approx": point.approx,
        "differs": len(same_day) > 1,
        "note": said(register, point.note, lang) if point.note else "",
        "sources": [(source.title, register.publisher(source.publisher, lang)) for source in sources],
        "publishers": [register.publisher(source.publisher, lang) for source in sources],
    }


def _joined(points: list[dict[str, Any]], withheld: list[WithheldCount]) -> list[tuple[int, int]]:
    """The counts that follow each other and have one publisher; not those between which one may be withheld."""
    dates: dict[str, list[dict[str, Any]]] = {}
    for point in points:
        dates.setdefault(point["date"], []).append(point)
    return [
        (before["point"], after["point"])
        for earlier, later in pairwise(dates.values())
        for before in earlier
        for after in later
        if set(before["publishers"]) & set(after["publishers"]) and before["of"] == after["of"]
        if not any(count.is_in(before["series"]) and _lies_between(count, before, after) for count in withheld)
    ]


def _lies_between(count: WithheldCount, before: dict[str, Any], after: dict[str, Any]) -> bool:
    return count.on is None or (count.on.last >= before["first"] and count.on.first <= after["last"])


def _goal(register: Register, measure: Measure, on: dt.date, lang: str) -> Goal | None:
    """The target, once the words that set it had been adopted."""
    target = measure.target
    if target is None:
        return None
    if target.provision is not None:
        declaration = register.declaration_by_id.get(text_of(target.provision))
        if declaration is None or declaration.adopted > on:
            return None
    same = len(measure.series) == 1
    known = {series.id for series in measure.series}
    beside = measure.series[0].id if same else target.nearest or ""
    return Goal(target.value, measure.unit[lang], target.by.last, target.by.text, beside if beside in known else "", same)


def _pace(points: list[dict[str, Any]], goal: Goal | None, on: dt.date) -> Pace | None:
    """From the last count; of several for that day, from the highest, which asks least of the years to come."""
    if goal is None or not points:
        return None
    last = max(points, key=lambda point: (point["last"], point["value"]))
    missing, days = goal.value - last["value"], (goal.by - last["last"]).days
    if missing <= 0 or days <= 0:
        return None
    left = (goal.by - on).days
    return Pace(
        value=last["value"],
        at_least=last["at_least"],
        start=last["last"],
        date=last["date"],
        yearly=missing / days * _YEAR,
        from_now=missing / left * _YEAR if left > 0 else None,
    )
