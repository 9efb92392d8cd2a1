"""Where the commitments stand: three ledgers on one scale, never added up, and the range that the unassessed and the withheld leave open."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from typing import Any, Final

import pandas as pd

from charts import typeface
from charts.canvas import Canvas
from charts.theme import LEFT, RIGHT, STANDING_GLYPH, Theme
from models.labels import Say
from models.records.terms import Ledger
from models.register.frames.rows import rows
from models.register.standing import STARTED_OR_FURTHER, Standing

BAR: Final = 58
GAP: Final = 3
DROP: Final = 16
"""How far `contrary` hangs below the row: in grey it has the tone of `partly done`, its place tells them apart."""
APART: Final = 86
WIDEST_UNIT: Final = 38
_IN_BAR: Final = tuple(standing for standing in Standing if standing is not Standing.NOT_ASSESSABLE)
_CLEARED: Final = (Standing.NOT_ASSESSED, Standing.WITHHELD)
"""What is drawn as a texture; its words and numbers stand in a clear box."""
_BOLD: Final = re.compile("\ue000(.*?)\ue001")


def _bold(value: object) -> str:
    return f"\ue000{value}\ue001"


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


def _subtitle(found: dict[str, dict[str, Any]], say: Say) -> str:
    """What is drawn, and what the two kinds of the unknown are, as far as they are there."""
    withheld = [say(f"chart.withheld_{name}", n=count) for name, row in found.items() if (count := int(row[Standing.WITHHELD.value]))]
    if any(row[Standing.NOT_ASSESSED.value] for row in found.values()):
        words = say("chart.standing_subtitle")
    else:
        words = say("chart.standing_subtitle_but_withheld" if withheld else "chart.standing_subtitle_known")
    return " ".join([words, *([say("chart.standing_subtitle_withheld", counts=say.listed(withheld))] if withheld else [])])


def chart(ledgers: pd.DataFrame, day: dt.date, say: Say, theme: Theme) -> Canvas:
    """One bar a ledger; `ledgers` is of models.register.frames.standing."""
    found = {str(row["ledger"]): row for row in rows(ledgers)}
    counted = {name: say.count(f"chart.n_{name}", int(row["assessable"])) for name, row in found.items()}
    n = say("chart.n_ledgers", **counted)
    canvas = Canvas(
        finding(ledgers, say), _subtitle(found, say), foot_left=say("chart.foot_notes", date=say.date(day), n=n), foot_right=say("frame.product_short"),
        alt=_alt(found, say), theme=theme, lang=say.lang,
    )  # fmt: skip
    shown = [each for each in _IN_BAR if each is not Standing.WITHHELD or any(row[each.value] for row in found.values())]
    y = _key(canvas, canvas.head, shown, say) + 18
    pitch = min((canvas.foot - 14 - y) / max(len(found), 1), 176)
    longest = max((int(row["assessable"]) for row in found.values()), default=0)
    unit = min((RIGHT - APART - 46 - LEFT) / max(longest, 1), WIDEST_UNIT)
    for name, row in found.items():
        bottom = _ledger(canvas, Ledger(name), row, y, unit, 2 if pitch >= 170 else 1, say)
        y += pitch
        canvas.plot_bottom = bottom
    return canvas


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


def _key(canvas: Canvas, y: float, shown: Sequence[Standing], say: Say) -> float:
    x, h = float(LEFT), 30
    for standing in shown:
        name, glyph = say(f"terms.standing_{standing}"), STANDING_GLYPH[standing]
        head = typeface.width(glyph, 17, 700) + 7 if glyph else 0
        w = head + typeface.width(name, 17, 600) + 22
        paint = canvas.theme.standing[standing]
        _fill(canvas, standing, x, y, w, h)
        if standing in _CLEARED:
            canvas.box(x + 8, y + 5, w - 16, h - 10, canvas.theme.bg)
        canvas.text(x + 11, y + h / 2, glyph, 17, 700, paint.text)
        canvas.text(x + 11 + head, y + h / 2, name, 17, 600, paint.text)
        x += w + 6
    apart = f"{STANDING_GLYPH[Standing.NOT_ASSESSABLE]} {say('terms.standing_not-assessable')}"
    canvas.text(RIGHT, y + h / 2, apart, 17, 400, canvas.theme.ink2, "right")
    return y + h


def _fill(canvas: Canvas, standing: Standing, x: float, y: float, w: float, h: float) -> None:
    paint = canvas.theme.standing[standing]
    if standing is Standing.NOT_ASSESSED:
        canvas.hatch(x, y, w, h, paint.edge, 1.5)
    elif standing is Standing.WITHHELD:
        canvas.bars(x, y, w, h, paint.edge)
    elif standing is Standing.NO_EVIDENCE:
        canvas.box(x, y, w, h, paint.fill, paint.edge, 3)
    else:
        canvas.box(x, y, w, h, paint.fill)


def _ledger(canvas: Canvas, ledger: Ledger, row: dict[str, Any], top: float, unit: float, lines: int, say: Say) -> float:
    theme = canvas.theme
    name, n = say(f"terms.ledger_{ledger}"), int(row["assessable"])
    canvas.text(LEFT, top + 14, name, 28, 700)
    canvas.text(LEFT + typeface.width(name, 28, 700) + 16, top + 16, _range(row, say), 22, 400, theme.ink2)
    bar, x = top + 60, float(LEFT)
    ends: dict[Standing, float] = {}
    bottom, under = bar + BAR, float(LEFT)
    for standing in _IN_BAR:
        count = int(row[standing.value])
        if count:
            y = bar + DROP if standing is Standing.CONTRARY else bar
            _segment(canvas, ledger, standing, count, n, (x, y, unit * count - GAP), say)
            below, under = _name(canvas, standing, (x, y + BAR, unit * count - GAP), under, lines, say)
            bottom = max(bottom, below)
            x += unit * count
        ends[standing] = x - GAP if x > LEFT else x
    _rule(canvas, ends[STARTED_OR_FURTHER[-1]], ends[Standing.WITHHELD], bar - 17)
    apart = int(row[Standing.NOT_ASSESSABLE.value])
    if apart:
        canvas.frame(RIGHT - APART, bar, APART, BAR, theme.edge, 1.5)
        canvas.text(RIGHT - APART / 2, bar + BAR / 2, f"+ {apart}", 28, 600, theme.ink2, "middle")
        hover = say("chart.standing_hover_apart", ledger=name, n=apart)
        canvas.target(RIGHT - APART, bar, APART, BAR, f"{ledger}|{Standing.NOT_ASSESSABLE}", hover)
    return bottom


def _range(row: dict[str, Any], say: Say) -> list[tuple[str, int]]:
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
    return [(part, 700 if position % 2 else 400) for position, part in enumerate(_BOLD.split(words))]


def _segment(canvas: Canvas, ledger: Ledger, standing: Standing, count: int, n: int, at: tuple[float, float, float], say: Say) -> None:
    x, y, w = at
    paint, glyph, number = canvas.theme.standing[standing], STANDING_GLYPH[standing], str(count)
    _fill(canvas, standing, x, y, w, BAR)
    room = w - (10 if standing is Standing.NO_EVIDENCE else 4)
    size = next((size for size in (30, 24, 20, 16) if typeface.width(number, size, 700) <= room), 16)
    sign = bool(glyph) and typeface.width(glyph, 18, 700) <= room
    if standing in _CLEARED:
        clear = min(max(typeface.width(number, size, 700), 18) + 18, w - 4)
        canvas.box(x + (w - clear) / 2, y + 4, clear, BAR - 8, canvas.theme.bg)
    if sign:
        canvas.text(x + w / 2, y + 15, glyph, 18, 700, paint.text, "middle")
    if typeface.width(number, size, 700) <= room:
        canvas.text(x + w / 2, y + (39 if sign else BAR / 2), number, size, 700, paint.text, "middle")
    else:
        canvas.text(x + w / 2, y + BAR + 12, number, 16, 700, canvas.theme.ink, "middle")
    hover = say("chart.standing_hover", ledger=say(f"terms.ledger_{ledger}"), standing=say(f"terms.standing_{standing}"), n=count, all=n)
    canvas.target(x, y, w, BAR, f"{ledger}|{standing}", hover)


def _name(canvas: Canvas, standing: Standing, at: tuple[float, float, float], taken: float, most: int, say: Say) -> tuple[float, float]:
    """The name below a segment where it fits, on two lines if need be; else the key has it. Returns where it ends, down and across."""
    x, y, w = at
    words = say(f"terms.standing_{standing}")
    if typeface.width("8", 16, 700) > w - 4:
        return y + 22, taken
    lines = typeface.balance(words, 17, 500, max(w + 2 * GAP, 0), say.lang)
    wide = max(typeface.width(line, 17, 500) for line in lines)
    left = max(min(x + (w - wide) / 2, RIGHT - wide), LEFT)
    whole = " ".join(lines) == words
    if len(lines) > most or not whole or wide > w + 2 * GAP or left < taken:
        return y, taken
    for position, line in enumerate(lines):
        canvas.text(left + wide / 2, y + 15 + position * 20, line, 17, 500, canvas.theme.ink2, "middle")
    return y + 4 + 20 * len(lines) + 4, left + wide + 8


def _rule(canvas: Canvas, known: float, possible: float, y: float) -> None:
    """Solid up to what is known, dotted up to what is possible."""
    ink = canvas.theme.ink
    if known > LEFT:
        canvas.box(LEFT, y - 2, known - LEFT, 4, ink)
    if possible > known:
        canvas.line([(known, y), (possible, y)], ink, 4, "3px 4px")
    for x in sorted({float(LEFT), known, possible}) if possible > LEFT else []:
        canvas.box(min(max(x - 1.5, LEFT), RIGHT - 3), y - 7, 3, 14, ink)
