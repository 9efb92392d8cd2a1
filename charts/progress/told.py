"""Everything that the chart of a measure says, in one language: told once, then drawn at every size."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from charts import filtered, hall
from charts.filtered import Filter
from charts.progress.words import alternative, arithmetic, counted, figure, finding, foot, latest, subtitle
from models.labels import Say
from models.register.frames.progress import Goal, Pace, Progress
from models.register.frames.rows import rows

MOST: Final = 6
"""More panels than this are too small to read; the other kinds are in the table."""


@dataclass(frozen=True, slots=True)
class Count:
    """One count: when and how much (`first` to `last` is the time it is dated to), and in words: alone, with its unit, its date."""

    point: int
    date: str
    first: dt.date
    last: dt.date
    value: float
    of: float | None
    at_least: bool
    approx: bool
    differs: bool
    bare: str
    label: str
    dated: str
    said: str
    """With its unit, and that sources differ where they do, for a list."""
    tip: str


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of count, oldest first: its name, what stands below that, and what is said of the time after its last count."""

    series: str
    name: str
    below: str
    counts: tuple[Count, ...]
    hidden: bool
    """Whether a count may be withheld that is newer than the last one here."""
    since: tuple[str, ...]
    """The longest first: as much is said as there is room for."""
    goal: Goal | None
    pace: Pace | None


@dataclass(frozen=True, slots=True)
class Told:
    """The finding, the kinds that are drawn, the target and the pace in words, and the signs that occur, each with its words."""

    lang: str
    on: dt.date
    finding: str
    subtitle: str
    foot: str
    product: str
    alt: str
    continued: str
    kinds: tuple[Kind, ...]
    beside: str
    """The kind that the target is set beside."""
    joined: tuple[tuple[int, int], ...]
    target: str
    day: str
    pace: str
    signs: tuple[tuple[str, str], ...]
    lines: tuple[tuple[str, ...], ...]
    """Every count, also of the kinds that are not drawn, and after them the target: kind, date, value, of how many, sources, note."""


def tell(data: Progress, say: Say, filters: Sequence[Filter] = ()) -> Told:
    """`data` is of models.register.frames.progress and has at least one count; `filters` say whose measure it is, where one was chosen."""
    kinds = drawn_kinds(data)
    goal = data.goal
    target = ""
    if goal:
        target = say("progress.target", target=say("progress.goal", value=figure(goal.value), unit=goal.unit), by=say.partial(goal.date))
    return Told(
        lang=say.lang,
        on=data.on,
        finding=filtered.title(finding(data, say), filters, say),
        subtitle=subtitle(data, len(kinds), say),
        foot=foot(data, say),
        product=say("frame.product_short"),
        alt=alternative(data, len(kinds), say),
        continued=hall.tell(say),
        kinds=tuple(_kind(kind, data, say) for kind in kinds),
        beside=goal.beside if goal else "",
        joined=data.joined,
        target=target,
        day=say("progress.key_day", date=say.date(data.on)),
        pace=arithmetic(data, say, short=True),
        signs=_signs(data, [point for kind in kinds for point in data.of_kind(kind["series"])], say),
        lines=tuple(_lines(data, say)),
    )


def drawn_kinds(data: Progress) -> list[dict[str, Any]]:
    """The kinds that get a panel: the one that the title names first, then those with most counts; in the order of the record."""
    kinds = rows(data.kinds)
    named = data.goal.beside if data.goal else latest(data)["series"]
    chosen = sorted(kinds, key=lambda kind: (kind["series"] != named, -kind["counts"]))[:MOST]
    return [kind for kind in kinds if kind in chosen]


def _kind(kind: dict[str, Any], data: Progress, say: Say) -> Kind:
    series, unit = kind["series"], str(kind["unit"])
    goal = data.goal if data.goal and data.goal.beside == series else None
    points = data.of_kind(series)
    below = [say("progress.unit", unit=unit)] if unit else []
    below += [say("progress.target_other")] if goal and not goal.same else []
    # A unit stands beside the number where it is a sign or short; else the heading has it.
    short = unit if goal or len(unit) <= 2 else ""
    last = max(points, key=lambda point: point["last"])
    hidden = series in data.hidden
    since = (say("progress.since", date=say.partial(last["date"])), say("progress.since_short"))
    return Kind(
        series=series,
        name=kind["kind"],
        below=" · ".join(below),
        counts=tuple(_count(point, kind["kind"], unit, short, say) for point in points),
        hidden=hidden,
        since=(say("progress.since_withheld"),) if hidden else since,
        goal=goal,
        pace=data.pace if goal else None,
    )


def _count(point: dict[str, Any], kind: str, unit: str, short: str, say: Say) -> Count:
    date = say.partial(point["date"])
    first = say("progress.alt_count", value=counted(point, unit, say), date=date)
    return Count(
        point=point["point"],
        date=point["date"],
        first=point["first"],
        last=point["last"],
        value=point["value"],
        of=point["of"],
        at_least=point["at_least"],
        approx=point["approx"],
        differs=point["differs"],
        bare=counted(point, "", say),
        label=counted(point, short, say),
        dated=date,
        said=say("progress.differs", value=counted(point, unit, say)) if point["differs"] else counted(point, unit, say),
        tip="\n".join(line for line in [kind, first, point["note"], *_sources(point, say)] if line),
    )


def _lines(data: Progress, say: Say) -> Iterator[tuple[str, ...]]:
    for kind in rows(data.kinds):
        for point in data.of_kind(kind["series"]):
            value = counted({**point, "of": None}, kind["unit"], say)
            yield (
                kind["kind"],
                say.partial(point["date"]),
                say("progress.differs", value=value) if point["differs"] else value,
                "–" if point["of"] is None else figure(point["of"]),
                "; ".join(_sources(point, say)),
                point["note"],
            )
    if data.goal:
        goal = say("progress.goal", value=figure(data.goal.value), unit=data.goal.unit)
        yield say("progress.target_row"), say.partial(data.goal.date), goal, "–", "", ""


def _sources(point: dict[str, Any], say: Say) -> list[str]:
    return [say("progress.source", title=title, publisher=publisher) for title, publisher in point["sources"]]


def _signs(data: Progress, shown: list[dict[str, Any]], say: Say) -> tuple[tuple[str, str], ...]:
    """Only the signs that occur, in the order of the key."""
    ids = {point["point"] for point in shown}
    beside = data.goal is not None and data.goal.beside in {point["series"] for point in shown}
    signs = [
        ("circle", "progress.key_exact", any(not (point["at_least"] or point["approx"]) for point in shown)),
        ("circle-open", "progress.key_about", any(point["approx"] for point in shown)),
        ("triangle-up", "progress.key_more", any(point["at_least"] for point in shown)),
        ("whisker", "progress.key_month", any(point["first"] != point["last"] for point in shown)),
        ("differs", "progress.key_differs", any(point["differs"] for point in shown)),
        ("joined", "progress.key_joined", any(set(pair) <= ids for pair in data.joined)),
        ("of", "progress.key_of", any(point["of"] is not None for point in shown)),
        ("diamond", "progress.key_target", beside and data.goal is not None and data.goal.same),
        ("diamond-open", "progress.key_target_other", beside and data.goal is not None and not data.goal.same),
        ("pace", "progress.key_pace", beside and data.pace is not None),
        ("hatch", "progress.key_since", any(point["series"] not in data.hidden for point in shown)),
        ("bars", "progress.key_withheld", any(point["series"] in data.hidden for point in shown)),
    ]
    found = [(sign, say(words)) for sign, words, occurs in signs if occurs]
    return (*found, *([] if beside else [("day", say("progress.key_day", date=say.date(data.on)))]))
