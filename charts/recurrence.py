"""Which pledges come back: a matrix of pledges and forums, with honest gaps."""

from __future__ import annotations

import datetime as dt
import math
from dataclasses import dataclass
from typing import Any, Final, Literal

import pandas as pd

from charts import forum_columns, key, typeface
from charts.canvas import Canvas
from charts.forum_columns import Column
from charts.theme import LEFT, RIGHT, Theme
from models.labels import Say
from models.records.terms import Force
from models.register.frames.rows import rows

Variant = Literal["page", "slide", "hall"]
ROWS_SLIDE: Final = 17
"""So many rows of the least height fit below a title of two lines."""
ROWS_HALL: Final = 8
_WIDEST: Final = 116
_BAND_EXTRA: Final = 12
"""Short words leave room; it goes to what is on record first, or the unknown would fill half of the picture."""
_BACKGROUND: Final = "background"
_LEAST_LABEL: Final = 220
"""Narrower than this the pledges could not be told by their names."""
_LEAST_CELL: Final = 24


@dataclass(frozen=True, slots=True)
class _Sizes:
    """The type roles of a variant."""

    label: float
    year: float
    head: float
    count: float
    cell: float
    row_least: float
    row_most: float
    gap: float
    label_most: float


_SIZES: Final[dict[Variant, _Sizes]] = {
    "page": _Sizes(19, 21, 16, 20, 17, 30, 36, 4, 400),
    "slide": _Sizes(19, 21, 16, 20, 17, 26, 36, 4, 400),
    "hall": _Sizes(27, 27, 19, 30, 22, 44, 60, 6, 470),
}


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


def chart(
    pledges: pd.DataFrame,
    mentions: pd.DataFrame,
    forums: pd.DataFrame,
    day: dt.date,
    say: Say,
    theme: Theme,
    variant: Variant = "page",
    most: int | None = None,
) -> Canvas:
    """The matrix; rows stand in the order of `pledges`, frames are those of models.register.frames.recurrence.

    The page shows every row, or the first `most`, and grows with them; its download is then a slide of the first
    `ROWS_SLIDE`. For a hall there are the first `ROWS_HALL`, larger. The finding speaks of all pledges that were given.
    """
    shown = pledges.head({"page": most or len(pledges), "slide": ROWS_SLIDE, "hall": ROWS_HALL}[variant])
    years = forums["year"]
    subtitle = [forum_columns.missing(forums, say)]
    if len(years):
        subtitle.insert(0, say("chart.recurrence_subtitle", years=say.stretch(int(years.min()), int(years.max()))))
    cells = _cells(mentions, pledges)
    canvas = Canvas(
        finding(pledges, say), " ".join(subtitle), foot_left=_foot(pledges, len(shown), forums, day, say), foot_right=say("frame.product_short"),
        alt=_alt(shown, cells, forums, say), theme=theme, lang=say.lang, hall=variant == "hall",
    )  # fmt: skip
    bottom = _draw(canvas, shown, cells, forums, say, _SIZES[variant], variant)
    if bottom > canvas.foot - 8:
        canvas.height = bottom + 8 + (canvas.height - canvas.foot)
        canvas.slide = chart(pledges, mentions, forums, day, say, theme, "slide") if variant == "page" else None
    canvas.plot_bottom = bottom + 2
    return canvas


def _cells(mentions: pd.DataFrame, pledges: pd.DataFrame) -> dict[tuple[str, str], dict[str, Any]]:
    asked = set(pledges["pledge"])
    return {(row["pledge"], row["declaration"]): row for row in rows(mentions) if row["pledge"] in asked}


def _foot(pledges: pd.DataFrame, shown: int, forums: pd.DataFrame, day: dt.date, say: Say) -> str:
    counted = say.count("chart.mentions", int(pledges["mentions"].sum()))
    n = say("chart.n_pledges", pledges=say.count("chart.pledges", len(pledges)), mentions=counted)
    if shown < len(pledges):
        n = f"{n} · {say('chart.pledges_shown', shown=shown, all=len(pledges))}"
    return say("chart.foot_declarations", years=forum_columns.listed_years(forums, say), date=say.date(day), n=n)


def _alt(shown: pd.DataFrame, cells: dict[tuple[str, str], dict[str, Any]], forums: pd.DataFrame, say: Say) -> str:
    said = []
    for row in rows(shown):
        here = [cells[row["pledge"], year] for year in forum_columns.years_of(forums) if (row["pledge"], year) in cells]
        where = [say("chart.where", force=say(f"terms.force_{cell['force']}"), year=cell["year"]) for cell in here if not cell[_BACKGROUND]]
        said.append(say("chart.recurrence_row", title=row["title"], n=row["declarations"], of=row["of"], where=", ".join(where)))
    return say("chart.recurrence_alt", rows=" ".join(said))


def _draw(
    canvas: Canvas, shown: pd.DataFrame, cells: dict[tuple[str, str], dict[str, Any]], forums: pd.DataFrame, say: Say, sizes: _Sizes,
    variant: Variant,
) -> float:  # fmt: skip
    theme, hall = canvas.theme, canvas.hall
    touched = any(cell[_BACKGROUND] for (pledge, _), cell in cells.items() if pledge in set(shown["pledge"]))
    top = key.scale(canvas, canvas.head, say, touched, bool(forums["declaration"].isna().any())) + 12
    numbers, heads = top + sizes.head * 0.5, top + sizes.head + 8 + sizes.year * 0.4
    first = math.ceil(heads + sizes.year * 0.62 + 2)

    words = {force: "" if hall else say(f"terms.force_{force}") for force in Force}
    year = typeface.width("2024", sizes.year, 700)
    wide = year + 8 if hall else max(key.cell_width(each, sizes.cell) for each in words.values())
    count = say("chart.of", n=int(shown["of"].iloc[0]) if len(shown) else 0)
    order = forum_columns.runs(forums)
    right = RIGHT - max(typeface.width(count, sizes.head), 24) - 10
    narrow = typeface.width(say.stretch(11, 12), sizes.head) + 2 if hall else forum_columns.NARROWEST
    taken = sum(wide if column.declaration is not None else narrow for column in order) + forum_columns.GAP * max(len(order) - 1, 0)
    on_record = sum(column.declaration is not None for column in order)
    lacking = taken + _LEAST_LABEL + 18 - (right - LEFT)
    if on_record and lacking > 0 and not hall:
        # Too many texts on record for words in the cells: marks alone, the key above has the words.
        words = dict.fromkeys(Force, "")
        wide, taken = max(wide - lacking / on_record, _LEAST_CELL), taken - lacking
    longest = max((typeface.width(title, sizes.label, 500) for title in shown["title"]), default=0.0)
    longest = max(longest, *(typeface.width(head, sizes.head) for head in (say("chart.forum"), say("chart.year"))))
    label = min(longest, sizes.label_most, right - LEFT - taken - 18)
    spare = right - LEFT - label - 18 - taken - _BAND_EXTRA * (len(order) - on_record)
    if on_record and spare > 0 and not hall:
        wide = max(wide, min(wide + spare / on_record, _WIDEST))
    placed = forum_columns.spread(order, LEFT + label + 18, right, wide, narrow)

    room = max(canvas.foot - 12 - first, 0) / max(len(shown), 1)
    pitch = math.floor(min(max(room, sizes.row_least), sizes.row_most))
    lines = {row["pledge"]: _label(row["title"], sizes.label, label, canvas.lang) for row in rows(shown)}
    step = sizes.label + 3
    heights = [max(pitch, math.ceil(len(lines[pledge]) * step) + 10) for pledge in shown["pledge"]]
    if variant != "page" and sum(heights) > canvas.foot - 12 - first:
        lines = {pledge: [typeface.fit(" ".join(parts), sizes.label, 500, label)] for pledge, parts in lines.items()}
        heights = [pitch] * len(shown)
    bottom = first + sum(heights)

    _heads(canvas, placed, numbers, heads, first, bottom, label, say, sizes)
    canvas.text(RIGHT, heads, count, sizes.head, 400, theme.ink3, "right")
    y = first
    for row, height in zip(rows(shown), heights, strict=True):
        middle = y + (height - sizes.gap) / 2
        for position, line in enumerate(lines[row["pledge"]]):
            down = (position - (len(lines[row["pledge"]]) - 1) / 2) * step
            canvas.text(LEFT + label, middle + down, line, sizes.label, 500, theme.ink, "right")
        about = say("chart.hover_pledge", n=row["declarations"], of=row["of"], years=say.stretch(row["first"], row["last"]))
        canvas.target(LEFT, y, label + 8, height - sizes.gap, f"{row['pledge']}|", f"{row['title']}\n{about}")
        for column in placed:
            if column.declaration is not None:
                _cell(canvas, column, y, height - sizes.gap, cells.get((row["pledge"], column.declaration)), row, words, say, sizes)
        canvas.text(RIGHT, middle, str(row["declarations"]), sizes.count, 700, theme.ink, "right")
        y += height
        canvas.rule(LEFT, y - sizes.gap // 2, RIGHT - LEFT)
    return bottom


def _label(title: str, size: float, most: float, lang: str) -> list[str]:
    lines = typeface.balance(title, size, 500, most, lang)
    return lines if len(lines) < 3 else [lines[0], typeface.fit(" ".join(lines[1:]), size, 500, most)]


def _heads(
    canvas: Canvas, placed: list[Column], numbers: float, heads: float, first: float, bottom: float, label: float, say: Say, sizes: _Sizes
) -> None:
    theme = canvas.theme
    canvas.text(LEFT + label, numbers, say("chart.forum"), sizes.head, 400, theme.ink3, "right")
    if not canvas.hall:
        canvas.text(LEFT + label, heads, say("chart.year"), sizes.head, 400, theme.ink3, "right")
    for column in placed:
        canvas.text(column.middle, numbers, column.head(say), sizes.head, 400, theme.ink3, "middle")
        if column.declaration is not None:
            canvas.text(column.middle, heads, column.declaration, sizes.year, 700, theme.ink, "middle")
            continue
        between = column not in (placed[0], placed[-1])
        if forum_columns.says_so(column, say, sizes.head, 40 if between and not canvas.hall else 2):
            canvas.text(column.middle, heads, say("chart.not_on_record"), sizes.head, 400, theme.ink3, "middle")
        forum_columns.hatched(canvas, column, first, bottom - sizes.gap, say)


def _cell(
    canvas: Canvas, column: Column, y: float, height: float, cell: dict[str, Any] | None, row: dict[str, Any],
    words: dict[Force, str], say: Say, sizes: _Sizes,
) -> None:  # fmt: skip
    hover = [str(row["title"])]
    if cell is None:
        canvas.mark(column.middle, y + height / 2, "circle", 8 if canvas.hall else 5, canvas.theme.edge, 0)
        hover.append(say("chart.hover_not_mentioned", year=column.declaration))
    elif cell[_BACKGROUND]:
        key.ring(canvas, column.middle, y + height / 2)
        hover.append(say("chart.hover_background", place=say.place(cell["place"])))
    else:
        force = Force(cell["force"])
        key.cell(canvas, column.x, y, column.w, height, force, words[force], sizes.cell)
        hover += _said(cell, say)
    canvas.target(column.x, y, column.w, height, f"{row['pledge']}|{column.declaration}", "\n".join(hover))


def _said(cell: dict[str, Any], say: Say) -> list[str]:
    kind = say(f"terms.force_{cell['force']}")
    if cell["precision"]:
        precision = cell["precision"]
        kind = f"{kind}, {say(f'terms.precision_{precision}')}"
    found = [say("chart.hover_words", place=say.place(cell["place"]), force=kind), f"“{typeface.fit(cell['words'], 15, 400, 1100)}”"]
    if cell["change"]:
        found.append(say("chart.hover_change", change=say(f"terms.change_{cell['change']}"), year=cell["since"]))
    if cell["mentions"] > 1:
        found.append(say("chart.hover_more", n=int(cell["mentions"]) - 1))
    return found
