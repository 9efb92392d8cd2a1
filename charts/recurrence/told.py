"""Everything that the recurrence chart says, in one language: told once, then drawn at every size."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

import pandas as pd

from charts import filtered, forum_columns, hall, key, typeface
from charts.filtered import Filter
from charts.forum_columns import Column
from charts.key import Scale
from models.labels import Say
from models.records.terms import Force
from models.register.frames.rows import rows

_BACKGROUND = "background"


@dataclass(frozen=True, slots=True)
class Cell:
    """What one declaration says of a pledge: `words` of a force, the `background` alone, or `nothing`."""

    says: Literal["words", "background", "nothing"]
    force: Force | None
    tip: str
    """Place, force and words, line by line, for whoever points at it."""


@dataclass(frozen=True, slots=True)
class Row:
    """One pledge: its name, in how many declarations it is, and what each of them says of it, by the declaration's id."""

    pledge: str
    title: str
    count: int
    counted: str
    """The same in words, out of how many."""
    tip: str
    cells: Mapping[str, Cell]


@dataclass(frozen=True, slots=True)
class Recurrence:
    """The finding, the rows in their order, and the words around them.

    `columns` are the forums from left to right, not yet placed; `rows` are those that are drawn, the finding and the foot
    speak of all pledges that were given.
    """

    lang: str
    finding: str
    subtitle: str
    foot: str
    product: str
    alt: str
    continued: str
    forum: str
    year: str
    count: str
    """What stands above the counts, as in "of 5"."""
    not_on_record: str
    columns: tuple[Column, ...]
    earlier: tuple[str, ...]
    """What is said where the first so many declarations find no room."""
    rows: tuple[Row, ...]
    scale: Scale


def finding(pledges: pd.DataFrame, say: Say) -> str:
    """The sentence above the chart, computed from what is shown."""
    if pledges.empty:
        return say("chart.recurrence_title_none")
    of = int(pledges["of"].iloc[0])
    if of == 1:
        return say.count("chart.recurrence_title_only", len(pledges))
    least = 3 if of > 3 else 2
    count = int((pledges["declarations"] >= least).sum())
    return say.count(
        "chart.recurrence_title", count, all=len(pledges), least=forum_columns.number(least, say), of=forum_columns.number(of, say)
    )  # fmt: skip


def tell(
    pledges: pd.DataFrame, mentions: pd.DataFrame, forums: pd.DataFrame, day: dt.date, say: Say, most: int | None = None,
    filters: Sequence[Filter] = (),
) -> Recurrence:  # fmt: skip
    """The pledges in the order that they have, the first `most` of them; the frames are those of models.register.frames.recurrence.

    `filters` say by what the pledges that are given were chosen.
    """
    shown = pledges if most is None else pledges.head(most)
    years = forums["year"]
    subtitle = [forum_columns.missing(forums, say)]
    if len(years):
        subtitle.insert(0, say("chart.recurrence_subtitle", years=say.stretch(int(years.min()), int(years.max()))))
    cells = _cells(mentions, shown)
    on_record = forum_columns.years_of(forums)
    drawn = tuple(_row(row, cells, on_record, say) for row in rows(shown))
    touched = any(cell.says == "background" for row in drawn for cell in row.cells.values())
    columns = tuple(forum_columns.runs(forums, say))
    return Recurrence(
        lang=say.lang,
        finding=filtered.title(finding(pledges, say), filters, say),
        subtitle=" ".join(subtitle),
        foot=_foot(pledges, len(shown), forums, day, say),
        product=say("frame.product_short"),
        alt=_alt(shown, cells, on_record, say),
        continued=hall.tell(say),
        forum=say("chart.forum"),
        year=say("chart.year"),
        count=say("chart.of", n=int(shown["of"].iloc[0]) if len(shown) else 0),
        not_on_record=say("chart.not_on_record"),
        columns=columns,
        earlier=forum_columns.told_earlier(columns, say),
        rows=drawn,
        scale=key.tell(
            say,
            background=touched,
            gaps=any(column.is_gap for column in columns),
            announced=any(column.announced for column in columns),
        ),
    )


def _cells(mentions: pd.DataFrame, pledges: pd.DataFrame) -> dict[tuple[str, str], dict[str, Any]]:
    asked = set(pledges["pledge"])
    return {(row["pledge"], row["declaration"]): row for row in rows(mentions) if row["pledge"] in asked}


def _row(row: dict[str, Any], cells: dict[tuple[str, str], dict[str, Any]], on_record: list[str], say: Say) -> Row:
    about = say("chart.hover_pledge", n=row["declarations"], of=row["of"], years=say.stretch(row["first"], row["last"]))
    return Row(
        row["pledge"],
        str(row["title"]),
        int(row["declarations"]),
        say("recurrence.count_words", n=row["declarations"], texts=row["of"]),
        f"{row['title']}\n{about}",
        {year: _cell(str(row["title"]), year, cells.get((row["pledge"], year)), say) for year in on_record},
    )


def _cell(title: str, year: str, found: dict[str, Any] | None, say: Say) -> Cell:
    if found is None:
        return Cell("nothing", None, f"{title}\n{say('chart.hover_not_mentioned', year=year)}")
    if found[_BACKGROUND]:
        return Cell("background", None, f"{title}\n{say('chart.hover_background', place=say.place(found['place']))}")
    return Cell("words", Force(found["force"]), "\n".join([title, *_said(found, say)]))


def _said(cell: dict[str, Any], say: Say) -> list[str]:
    kind = say(f"terms.force_{cell['force']}")
    if cell["precision"]:
        precision = cell["precision"]
        kind = f"{kind}, {say(f'terms.precision_{precision}')}"
    found = [say("chart.hover_words", place=say.place(cell["place"]), force=kind), f"“{typeface.fit(cell['words'], 15, 400, 750)}”"]
    if cell["change"]:
        found.append(say("chart.hover_change", change=say(f"terms.change_{cell['change']}"), year=cell["since"]))
    if cell["mentions"] > 1:
        found.append(say("chart.hover_more", n=int(cell["mentions"]) - 1))
    return found


def _foot(pledges: pd.DataFrame, shown: int, forums: pd.DataFrame, day: dt.date, say: Say) -> str:
    counted = say.count("chart.mentions", int(pledges["mentions"].sum()))
    n = say("chart.n_pledges", pledges=say.count("chart.pledges", len(pledges)), mentions=counted)
    if shown < len(pledges):
        n = f"{n} · {say('chart.pledges_shown', shown=shown, all=len(pledges))}"
    return say("chart.foot_declarations", years=forum_columns.listed_years(forums, say), date=say.date(day), n=n)


def _alt(shown: pd.DataFrame, cells: dict[tuple[str, str], dict[str, Any]], on_record: list[str], say: Say) -> str:
    said = []
    for row in rows(shown):
        here = [cells[row["pledge"], year] for year in on_record if (row["pledge"], year) in cells]
        where = [say("chart.where", force=say(f"terms.force_{cell['force']}"), year=cell["year"]) for cell in here if not cell[_BACKGROUND]]
        said.append(say("chart.recurrence_row", title=row["title"], n=row["declarations"], of=row["of"], where=", ".join(where)))
    return say("chart.recurrence_alt", rows=" ".join(said))
