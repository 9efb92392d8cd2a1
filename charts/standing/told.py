"""Everything that the chart of standings says, in one language: told once, then drawn at every size."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import pandas as pd

from charts import filtered, hall
from charts.filtered import Filter
from models.labels import Say
from models.records.terms import Ledger
from models.register.frames.rows import rows
from models.register.standing import Standing

IN_BAR: Final = tuple(standing for standing in Standing if standing is not Standing.NOT_ASSESSABLE)
_BOLD: Final = re.compile("\ue000(.*?)\ue001")


@dataclass(frozen=True, slots=True)
class Segment:
    """So many commitments of a ledger that stand alike."""

    standing: Standing
    count: int
    tip: str


@dataclass(frozen=True, slots=True)
class Bar:
    """One ledger: its segments in their order, its range in words (in bold what is counted), and what cannot be judged, apart."""

    ledger: Ledger
    name: str
    counted: int
    range: tuple[tuple[str, int], ...]
    segments: tuple[Segment, ...]
    apart: Segment | None


@dataclass(frozen=True, slots=True)
class Standings:
    """The finding, the bars, and the words around them; `names` are those of the standings, as many as are `shown` in the key."""

    lang: str
    finding: str
    subtitle: str
    foot: str
    product: str
    alt: str
    continued: str
    bars: tuple[Bar, ...]
    names: Mapping[Standing, str]
    shown: tuple[Standing, ...]

    @property
    def longest(self) -> int:
        """The most that one bar counts; all are drawn on its scale."""
        return max((bar.counted for bar in self.bars), default=0)


def finding(ledgers: pd.DataFrame, say: Say) -> str:
    """What is known of the promises, and what would be if every unassessed or withheld one turned out well."""
    row = next((row for row in rows(ledgers) if row["ledger"] == Ledger.PROMISES.value), None)
    if row is None or not row["assessable"]:
        return say("chart.standing_title_none")
    n, least, most = int(row["assessable"]), int(row["least"]), int(row["most"])
    if row[Standing.NOT_ASSESSED.value] == n:
        return say.count("chart.standing_title_unassessed", n)
    if least == most:
        done = say.count("chart.done", int(row[Standing.DONE.value]))
        return say.count("chart.standing_title_known", n, least=least, done=done)
    if withheld := int(row[Standing.WITHHELD.value]):
        return say.count("chart.standing_title_withheld", n, least=least, most=most, withheld=withheld)
    return say.count("chart.standing_title_range", n, least=least, most=most)


def tell(ledgers: pd.DataFrame, day: dt.date, say: Say, filters: Sequence[Filter] = ()) -> Standings:
    """One bar a ledger; `ledgers` is of models.register.frames.standing, and `filters` say by what it was narrowed."""
    found = {str(row["ledger"]): row for row in rows(ledgers)}
    counted = {name: say.count(f"chart.n_{name}", int(row["assessable"])) for name, row in found.items()}
    withheld = any(row[Standing.WITHHELD.value] for row in found.values())
    return Standings(
        lang=say.lang,
        finding=filtered.title(finding(ledgers, say), filters, say),
        subtitle=_subtitle(found, say),
        foot=say("chart.foot_notes", date=say.date(day), n=say("chart.n_ledgers", **counted)),
        product=say("frame.product_short"),
        alt=_alt(found, say),
        continued=hall.tell(say),
        bars=tuple(_bar(Ledger(name), row, say) for name, row in found.items()),
        names={standing: say(f"terms.standing_{standing}") for standing in Standing},
        shown=tuple(each for each in IN_BAR if each is not Standing.WITHHELD or withheld),
    )


def _bar(ledger: Ledger, row: dict[str, Any], say: Say) -> Bar:
    name, n = say(f"terms.ledger_{ledger}"), int(row["assessable"])
    segments = []
    for standing in IN_BAR:
        if count := int(row[standing.value]):
            tip = say("chart.standing_hover", ledger=name, standing=say(f"terms.standing_{standing}"), n=count, all=n)
            segments.append(Segment(standing, count, tip))
    apart = int(row[Standing.NOT_ASSESSABLE.value])
    told = Segment(Standing.NOT_ASSESSABLE, apart, say("chart.standing_hover_apart", ledger=name, n=apart)) if apart else None
    return Bar(ledger, name, n, _range(row, say), tuple(segments), told)


def _subtitle(found: dict[str, dict[str, Any]], say: Say) -> str:
    """What is drawn, and what the two kinds of the unknown are, as far as they are there."""
    withheld = [say(f"chart.withheld_{name}", n=count) for name, row in found.items() if (count := int(row[Standing.WITHHELD.value]))]
    if any(row[Standing.NOT_ASSESSED.value] for row in found.values()):
        words = say("chart.standing_subtitle")
    else:
        words = say("chart.standing_subtitle_but_withheld" if withheld else "chart.standing_subtitle_known")
    return " ".join([words, *([say("chart.standing_subtitle_withheld", counts=say.listed(withheld))] if withheld else [])])


def _alt(found: dict[str, dict[str, Any]], say: Say) -> str:
    told = []
    for name, row in found.items():
        counts = [
            say("chart.standing_count", standing=say(f"terms.standing_{each}"), n=int(row[each.value]))
            for each in Standing
            if row[each.value]
        ]
        told.append(
            say("chart.standing_row", ledger=say(f"terms.ledger_{name}"), counts=", ".join(counts) or say("chart.nothing_to_judge"))
        )
    return say("chart.standing_alt", rows=" ".join(told))


def _bold(value: object) -> str:
    return f"\ue000{value}\ue001"


def _range(row: dict[str, Any], say: Say) -> tuple[tuple[str, int], ...]:
    n, least, most = int(row["assessable"]), int(row["least"]), int(row["most"])
    if n == 0:
        words = say("chart.nothing_to_judge")
    elif row[Standing.NOT_ASSESSED.value] == n:
        words = say("chart.unassessed", n=n)
    elif least == most:
        words = say("chart.known", least=_bold(least), n=n)
    elif row[Standing.WITHHELD.value]:
        words = say("chart.range_withheld", least=_bold(least), most=_bold(most), n=n, withheld=int(row[Standing.WITHHELD.value]))
    else:
        words = say("chart.range", least=_bold(least), most=_bold(most), n=n)
    return tuple((part, 700 if position % 2 else 400) for position, part in enumerate(_BOLD.split(words)))
