"""Everything that the chart of one pledge through time says, in one language: told once, then drawn at every size."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any, Final

import pandas as pd

from charts import forum_columns, hall, typeface
from charts.canvas import Canvas
from charts.forum_columns import Column
from charts.through.quoting import Quote
from models.labels import Say
from models.records.terms import Force
from models.register.frames.rows import rows
from models.register.lineage import Change

_ARROW: Final = {Change.STRENGTHENED.value: "↑ ", Change.WEAKENED.value: "↓ "}


@dataclass(frozen=True, slots=True)
class Wording:
    """The pledge in the words of one declaration: how firm they are, what changed and since when, and where they stand."""

    id: str
    force: Force
    changed: str
    since: str
    quote: Quote
    place: str
    tip: str


@dataclass(frozen=True, slots=True)
class Silence:
    """What may be said where a declaration on record does not speak of the pledge itself; with a `place`, it touches its subject."""

    words: str
    place: str
    in_full: str
    """The same where there is room for more words."""
    places: str
    """Every place where it touches the subject; a picture has room for one."""


@dataclass(frozen=True, slots=True)
class Through:
    """The finding, the forums from left to right (not yet placed), and of each declaration its words or its silence."""

    lang: str
    finding: str
    subtitle: str
    foot: str
    product: str
    alt: str
    continued: str
    columns: tuple[Column, ...]
    earlier: tuple[str, ...]
    """What is said where the first so many declarations find no room."""
    nth: Mapping[str, str]
    """Of each declaration the number of its forum, in words."""
    said: Mapping[str, Wording | Silence]
    forces: Mapping[Force, str]
    not_on_record: str
    announced: str


def finding(steps: pd.DataFrame, title: str, say: Say) -> str:
    """What became of the pledge, step by step; equal neighbours are told together."""
    told = []
    own = [row for row in rows(steps) if not row["background"]]
    for force, group in groupby(own, key=lambda row: str(row["force"])):
        years = [str(row["declaration"]) for row in group]
        told.append(say(f"chart.step_{force}", years="·".join(years) if say.lang == "ko" else say.listed(years)))
    if not told:
        return say("chart.through_title_none", title=title)
    whole = say("chart.through_title", title=title, steps=", ".join(told))
    short = say("chart.through_title", title=title, steps=", ".join([told[0], told[-1]]))
    return whole if len(Canvas(whole, lang=say.lang).title_lines) < 3 else short


def tell(steps: pd.DataFrame, title: str, forums: pd.DataFrame, day: dt.date, say: Say) -> Through:
    """`steps` is of models.register.frames.through, `forums` of models.register.frames.recurrence."""
    n = say("chart.n_mentions", mentions=say.count("chart.mentions", int(steps["mentions"].sum())))
    foot = say(
        "chart.foot_declarations", years=forum_columns.listed_years(forums, say), date=say.date(day), n=f"{n} · {say('chart.signs')}"
    )
    columns = tuple(forum_columns.runs(forums, say))
    on_record = [column for column in columns if column.declaration is not None]
    return Through(
        lang=say.lang,
        finding=finding(steps, title, say),
        subtitle=_subtitle(forums, say),
        foot=foot,
        product=say("frame.product_short"),
        alt=_alt(steps, say),
        continued=hall.tell(say),
        columns=columns,
        earlier=forum_columns.told_earlier(columns, say),
        nth={str(column.declaration): say("chart.nth_forum", forum=say.ordinal(column.forums[0])) for column in on_record},
        said=_said({str(row["declaration"]): row for row in rows(steps)}, on_record, say),
        forces={force: say(f"terms.force_{force}") for force in Force},
        not_on_record=say("chart.not_on_record"),
        announced=say("timeline.key_announced"),
    )


def _subtitle(forums: pd.DataFrame, say: Say) -> str:
    missing, years, of = forum_columns.missing(forums, say), forums["year"], len(forum_columns.years_of(forums))
    if not len(years):
        return missing
    span = {"years": say.stretch(int(years.min()), int(years.max())), "missing": missing}
    if of == 1:
        return say("chart.through_subtitle_only", **span)
    return say("chart.through_subtitle", of=forum_columns.number(of, say), **span)


def _alt(steps: pd.DataFrame, say: Say) -> str:
    told = []
    for row in rows(steps):
        if not row["background"]:
            where = say("chart.where", force=say(f"terms.force_{row['force']}"), year=row["year"])
            told.append(f"{where}, {_change(row, say)}" if row["change"] else where)
    return say("chart.through_alt", rows="; ".join(told))


def _change(row: dict[str, Any], say: Say) -> str:
    return say("chart.hover_change", change=say(f"terms.change_{row['change']}"), year=row["since"])


def _said(steps: dict[str, dict[str, Any]], on_record: list[Column], say: Say) -> dict[str, Wording | Silence]:
    found: dict[str, Wording | Silence] = {}
    previous: Column | None = None
    for column in on_record:
        year = str(column.declaration)
        row = steps.get(year)
        if row is not None and not row["background"]:
            found[year] = _wording(row, steps.get(str(row["since"])), say)
        elif row is not None:
            places = ", ".join(say.place(place) for place in row["touched"])
            found[year] = Silence(say("chart.background_here"), say.place(row["place"]), say("pledges.words_background"), places)
        else:
            before = found.get(str(previous.declaration)) if previous else None
            followed = previous is not None and column.forums[0] - previous.forums[0] == 1
            dropped = followed and isinstance(before, Wording)
            words = say("chart.not_carried_forward" if dropped else "chart.not_mentioned_here")
            found[year] = Silence(words, "", say("recurrence.not_mentioned"), "")
        previous = column
    return found


def _wording(row: dict[str, Any], before: dict[str, Any] | None, say: Say) -> Wording:
    change = row["change"]
    return Wording(
        id=f"{row['pledge']}|{row['declaration']}",
        force=Force(row["force"]),
        changed=_ARROW.get(change, "") + say(f"terms.change_{change}") if change else say("chart.first_on_record"),
        since=_since(row, before, say) if change else "",
        quote=Quote(" ".join(str(row["words"]).split()), str(row["verb"]), int(row["near"])),
        place=say.place(row["place"]),
        tip=_tip(row, say),
    )


def _since(row: dict[str, Any], before: dict[str, Any] | None, say: Say) -> str:
    """Against which text; and that the words changed in precision, where the force that is drawn stayed the same."""
    same = before is not None and before["force"] == row["force"]
    if same and row["change"] in _ARROW:
        return say("chart.since_in_precision", year=row["since"])
    return say("chart.since", year=row["since"])


def _tip(row: dict[str, Any], say: Say) -> str:
    found = [say("chart.hover_words", place=say.place(row["place"]), force=say(f"terms.force_{row['force']}"))]
    found.append(f"“{typeface.fit(row['words'], 15, 400, 1500)}”")
    found += [_change(row, say)] if row["change"] else []
    found += [row["because"]] if row["because"] else []
    if row["mentions"] > 1:
        found.append(say("chart.hover_more", n=int(row["mentions"]) - 1))
    return "\n".join(found)
