"""What the timeline says above and below itself: the finding, computed, with the unknown in words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Sequence
from typing import Any

import pandas as pd

from charts import filtered, typeface
from charts.canvas import FOOT
from charts.filtered import Filter
from charts.theme import LEFT, RIGHT
from models.labels import Say
from models.records.terms import Ledger
from models.register.frames.timeline import Timeline
from models.register.standing import Standing


def finding(data: Timeline, layers: Collection[str], filters: Sequence[Filter], say: Say) -> str:
    """The one thing that the timeline shows, about the weightiest layer that is drawn, and by what it is narrowed."""
    day = say.date(data.on)
    if "due" in layers:
        found = _due(data.due, data.on, say)
    elif "pledges" in layers:
        found = _pledges(data.own_marks, data.on, say)
    elif "changes" in layers:
        found = _changes(data, say)
    elif "evidence" in layers:
        found = say.count("timeline.title_evidence", len(data.sources), date=day)
    else:
        begun = [state for state in data.forums["state"] if state != "announced"]
        found = say.count("timeline.title_forums", begun.count("on-record"), total=len(begun), date=day)
    return filtered.title(found, narrowing(layers, filters), say)


def narrowing(layers: Collection[str], filters: Sequence[Filter]) -> list[Filter]:
    """The filters that take something away from the layers that are drawn: no theme takes a forum away."""
    return [each for each in filters if each.name != "theme" or set(layers) != {"forums"}]


def _due(due: pd.DataFrame, on: dt.date, say: Say) -> str:
    ledger = leading(due)
    if ledger is None:
        return say("timeline.none_due", date=say.date(on))
    rows = due.loc[due["ledger"] == ledger.value].to_dict("records")
    past = [row for row in rows if row["due"] < on]
    if not past:
        return say.count(f"timeline.ahead_{ledger}", len(rows), date=say.date(on))
    return say.count(f"timeline.due_{ledger}", len(past), total=len(rows), date=say.date(on), parts=", ".join(_parts(past, say)))


def leading(due: pd.DataFrame) -> Ledger | None:
    """The ledger that the title speaks of; the others are counted apart, never added."""
    return next((ledger for ledger in Ledger if ledger.value in set(due["ledger"])), None)


def _parts(past: Sequence[dict[Any, Any]], say: Say) -> list[str]:
    """What became of the past ones, all of them: done, known not to be done, not assessed."""
    words: dict[str, int] = {}
    timings = ["on-time", "late", "done", "overdue", "past-unassessed", "past-withheld"]
    standings = [each.value for each in Standing]
    for row in sorted(past, key=lambda row: (timings.index(row["timing"]), standings.index(row["standing"]))):
        done = {"on-time": "timeline.done_on_time", "late": "timeline.done_late"}.get(row["timing"])
        name = say(done) if done else say(f"terms.standing_{row['standing']}")
        words[name] = words.get(name, 0) + 1
    return [say("timeline.part", n=n, words=name) for name, n in words.items()]


def _pledges(own: pd.DataFrame, on: dt.date, say: Say) -> str:
    times = own.groupby("pledge")["declaration"].nunique()
    if times.empty:
        return say("timeline.none_pledges", date=say.date(on))
    return say.count("timeline.title_pledges", int((times > 1).sum()), total=len(times))


def _changes(data: Timeline, say: Say) -> str:
    moved = data.moves.loc[[ledger == Ledger.PROMISES for ledger in data.moves["ledger"]]]
    if not len(moved) and data.withheld:
        return say("timeline.none_changes_withheld", total=data.judged, date=say.date(data.on))
    if not len(moved):
        return say("timeline.none_changes", total=data.judged, date=say.date(data.on))
    key = "timeline.title_changes_withheld" if data.withheld else "timeline.title_changes"
    return say.count(key, len(moved), moved=moved["commitment"].nunique(), total=data.judged, date=say.date(data.on))


def subtitle(data: Timeline, layers: Sequence[str], years: tuple[int, int], say: Say) -> str:
    """What is drawn, over which years, and how many texts are unknown."""
    what = say.listed([say(f"timeline.layer_{layer}") for layer in layers])
    said = [say("timeline.shown", what=what[:1] + what[1:].lower() if say.lang == "en" else what, years=say.stretch(*years))]
    missing, whole = sum(state != "on-record" for state in data.forums["state"]), data.knows_all_forums
    if missing or not whole:
        said.append(say("timeline.unknown_texts", n=say.at_least(missing, whole), total=say.at_least(len(data.forums), whole)))
    if data.withheld and {"due", "changes"} & set(layers):
        said.append(say.count("timeline.withheld", data.withheld))
    return " ".join(said)


def dated(rows: Sequence[dict[Any, Any]], due: pd.DataFrame, say: Say) -> str:
    """How many with a date each ledger has, and how many of them are drawn: never one sum."""
    found = []
    for ledger in Ledger:
        total = list(due["ledger"]).count(ledger.value)
        shown = sum(row.get("ledger") == ledger.value for row in rows)
        if total:
            key = f"timeline.n_{ledger}" if shown == total else f"timeline.some_{ledger}"
            found.append(say.count(key, total, shown=shown))
    return say.listed(found)


def changed(moves: pd.DataFrame, say: Say, drawn: Sequence[dict[Any, Any]] | None = None) -> str:
    """How many changes of status each ledger has, and how many of them are `drawn` where that is asked: never one sum."""
    found = []
    for ledger in Ledger:
        total, shown = list(moves["ledger"]).count(ledger.value), sum(row["ledger"] == ledger for row in drawn or ())
        if total:
            found.append(say(f"timeline.changes_{'of_' if drawn is not None else ''}{ledger}", n=total, shown=shown))
    return "\u00a0· ".join(found)


def foot(data: Timeline, layers: Collection[str], say: Say) -> str:
    """Source, as-of date and the first two counts, or one where two would be cut off."""
    rows, changes = data.due.to_dict("records"), changed(data.moves, say)
    counts = [
        ("due", say("timeline.count_due", counts=dated(rows, data.due, say)) if rows else ""),
        ("pledges", say("timeline.count_pledges", n=data.marks["pledge"].nunique())),
        ("changes", say("timeline.count_changes", counts=changes) if changes else ""),
        ("evidence", say("timeline.count_sources", n=len(data.sources))),
    ]
    years = ", ".join(each for each in data.forums["declaration"] if each) or "–"
    shown = [words for layer, words in counts if layer in layers and words]
    room = RIGHT - LEFT - typeface.width(say("frame.product_short"), FOOT) - 24
    for kept in (2, 1):
        words = say("timeline.foot", years=years, date=say.date(data.on), counts=" · ".join(shown[:kept])).rstrip(" ·")
        if typeface.width(words, FOOT) <= room:
            break
    return words
