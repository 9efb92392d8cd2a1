"""The forums from left to right: wide where a declaration is on record, a hatched band where none is."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any, Final

import pandas as pd

from charts import typeface
from charts.canvas import Canvas
from models.labels import Say
from models.register.frames.rows import rows

GAP: Final = 6
NARROWEST: Final = 44
"""A band's head, as in 15~16, fits into this at 16 px."""


@dataclass(frozen=True, slots=True)
class Column:
    """One declaration on record, or the forums in a row of which none is; from `x` and `w` wide."""

    x: float
    w: float
    forums: tuple[int, ...]
    whys: tuple[str, ...]
    """Of each of its forums, why its text is not on record; nothing of one that is."""
    head: str
    """The numbers of its forums, as in 8–9."""
    declaration: str | None
    announced: tuple[int, ...] = ()
    """Those of its forums that are only announced."""

    @property
    def is_gap(self) -> bool:
        """Whether a forum of it met whose text is not on record."""
        return self.declaration is None and len(self.announced) < len(self.forums)

    @property
    def middle(self) -> float:
        return self.x + self.w / 2


def runs(forums: pd.DataFrame, say: Say) -> list[Column]:
    """The columns in order, not yet placed."""
    found = []
    for _, group in groupby(rows(forums), key=lambda row: row["declaration"] if isinstance(row["declaration"], str) else None):
        run = list(group)
        declaration = run[0]["declaration"] if isinstance(run[0]["declaration"], str) else None
        numbers = tuple(int(row["forum"]) for row in run)
        whys = () if declaration else tuple(_why(row, say) for row in run)
        announced = tuple(int(row["forum"]) for row in run if row["text"] == "announced")
        found.append(Column(0, 0, numbers, whys, say.stretch(numbers[0], numbers[-1]), declaration, announced))
    return found


def _why(row: dict[str, Any], say: Say) -> str:
    return say(f"chart.why_{row['text']}", forum=say.ordinal(int(row["forum"])), year=int(row["year"]))


def placed(columns: list[Column], widths: list[float], left: float, gap: float = GAP) -> list[Column]:
    """The columns one after another from `left`."""
    found, x = [], left
    for column, w in zip(columns, widths, strict=True):
        found.append(replace(column, x=x, w=w))
        x += w + gap
    return found


def spread(columns: list[Column], left: float, right: float, wide: float, narrow: float = NARROWEST) -> list[Column]:
    """Columns on record `wide`; the bands share what is left in proportion to their forums, none below `narrow`."""
    room = right - left - GAP * (len(columns) - 1) - wide * sum(column.declaration is not None for column in columns)
    bands = [len(column.forums) for column in columns if column.declaration is None]
    rest = max(room - narrow * len(bands), 0.0)
    extra = sum(count - 1 for count in bands)
    widths = []
    for column in columns:
        if column.declaration is not None:
            widths.append(wide)
        else:
            share = (len(column.forums) - 1) / extra if extra else 1 / len(bands)
            widths.append(narrow + rest * share)
    return placed(columns, widths, left)


@dataclass(frozen=True, slots=True)
class Newest:
    """The columns that are drawn, and how many declarations came before them."""

    columns: tuple[Column, ...]
    earlier: int


def newest(columns: tuple[Column, ...], wide: float, narrow: float, gap: float, room: float) -> Newest:
    """As many columns as have at least so much room each, from the newest back; all of them where they fit."""
    taken, first = -gap, len(columns)
    for column in reversed(columns):
        taken += gap + (narrow if column.declaration is None else wide)
        if taken > room and first < len(columns):
            break
        first -= 1
    return Newest(columns[first:], sum(column.declaration is not None for column in columns[:first]))


def told_earlier(columns: tuple[Column, ...], say: Say) -> tuple[str, ...]:
    """In words that so many earlier declarations are not drawn, from none on."""
    return ("", *(say.count("chart.earlier", n) for n in range(1, sum(column.declaration is not None for column in columns))))


def hatched(canvas: Canvas, column: Column, top: float, bottom: float, *, says_why: bool = True) -> None:
    """A band, one hatch a forum, so that each says why it is not on record; it need not where the same band did above."""
    unknown(canvas, column, column.x, top, column.w, bottom - top, says_why=says_why)


def unknown(canvas: Canvas, column: Column, x: float, y: float, w: float, h: float, *, says_why: bool = True) -> None:
    """The forums of a band side by side: hatched, or dotted where that they met is not confirmed."""
    each = w / len(column.forums)
    for position, (forum, why) in enumerate(zip(column.forums, column.whys, strict=True)):
        place, tip = x + position * each, why if says_why else ""
        if forum in column.announced:
            canvas.dotted(place + 1, y, each - 1, h, tip, str(forum))
        else:
            canvas.hatch(place, y, each, h, hover=tip, id=str(forum))


def says_so(column: Column, words: str, size: float = 16, beside: float = 2) -> bool:
    """Whether the `words` "not on record" fit over the band and what is free `beside` it."""
    return typeface.width(words, size) <= column.w + beside


def missing(forums: pd.DataFrame, say: Say) -> str:
    """How many forums' texts are not on record, in words."""
    count = int(forums["declaration"].isna().sum())
    if count == 0:
        return say("chart.missing_none")
    sentence = say.count("chart.missing", count, number=number(count, say))
    return sentence[0].upper() + sentence[1:]


def number(count: int, say: Say) -> str:
    """A small number in words, where the language writes it so."""
    return say(f"chart.number_{count}") if 1 <= count <= 12 else str(count)


def years_of(forums: pd.DataFrame) -> list[str]:
    """The declarations on record."""
    return [str(each) for each in forums["declaration"].dropna()]


def listed_years(forums: pd.DataFrame, say: Say) -> str:
    """The years of the declarations on record, as a foot names them."""
    return ("·" if say.lang == "ko" else ", ").join(years_of(forums))
