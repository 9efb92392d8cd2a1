"""A measure through time: one panel for each kind of count, from zero, with the target where there is one.

Nothing is joined across kinds, a precision that the source does not have is a sign of its own, and the time after the
last count is hatched: nobody knows it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any, Final

from charts import typeface
from charts.canvas import Canvas
from charts.progress.panel import CROWDED, DOTTED, Panel, bracket
from charts.progress.words import alternative, finding, foot, latest, subtitle
from charts.theme import HEIGHT, LEFT, RIGHT, Theme
from models.labels import Say
from models.register.frames.progress import Progress
from models.register.frames.rows import rows

MOST: Final = 6
"""More panels than this are too small to read; the other kinds are in the table."""
GAP: Final = 32
NATURAL: Final = {"lead": 250, "only": 390, "row": 150, "crowded": 210}
LEAST: Final = 66
MORE: Final = 1.6
"""The least height of a plot, and by how much plots may grow where there is room."""
YEARS: Final = 26


def chart(data: Progress, say: Say, theme: Theme) -> Canvas:
    """The measure as panels; `data` is of models.register.frames.progress and has at least one count."""
    page = _draw(data, say, theme, tall=True)
    if page.height > HEIGHT:
        page.slide = _draw(data, say, theme, tall=False)
    return page


def drawn_kinds(data: Progress) -> list[dict[str, Any]]:
    """The kinds that get a panel: the one that the title names first, then those with most counts; in the order of the record."""
    kinds = rows(data.kinds)
    named = data.goal.beside if data.goal else latest(data)["series"]
    chosen = sorted(kinds, key=lambda kind: (kind["series"] != named, -kind["counts"]))[:MOST]
    return [kind for kind in kinds if kind in chosen]


# the sheet ---------------------------------------------------------------------------------------------------------


def _draw(data: Progress, say: Say, theme: Theme, tall: bool) -> Canvas:
    kinds = drawn_kinds(data)
    canvas = Canvas(
        finding(data, say), subtitle(data, len(kinds), say), foot_left=foot(data, say), foot_right=say("frame.product_short"),
        alt=alternative(data, len(kinds), say), theme=theme, lang=say.lang,
    )  # fmt: skip
    beside = data.goal.beside if data.goal else ""
    lead = [kind for kind in kinds if kind["series"] == beside]
    others = [kind for kind in kinds if kind["series"] != beside]
    shown = [point for kind in kinds for point in data.of_kind(kind["series"])]
    across = _across(others, bool(lead))
    lines = ([lead] if lead else []) + [others[at : at + across] for at in range(0, len(others), across)]
    start = dt.date(min(point["first"] for point in shown).year, 1, 1)
    top = _key(canvas, data, shown, say) + 16
    sheets = []
    for line in lines:
        size = "lead" if line is lead else "only" if len(kinds) == 1 else "row"
        wide = (RIGHT - LEFT - GAP * (_columns(line, lead, across) - 1)) / _columns(line, lead, across)
        panels = [Panel(canvas, data, say, kind, LEFT + at * (wide + GAP), wide, start, size) for at, kind in enumerate(line)]
        head = max(panel.head for panel in panels)
        crowded = size == "row" and any(kind["counts"] > CROWDED for kind in others)
        sheets.append((panels, head, NATURAL["crowded" if crowded else size]))
    fixed = sum(head + YEARS for _, head, _ in sheets) + 18 * (len(sheets) - 1)
    natural = sum(high for _, _, high in sheets)
    room = HEIGHT - 38 - 10 - top - fixed
    scale = min(max(room / natural, 1.0 if tall else LEAST / max(high for _, _, high in sheets)), MORE)
    for panels, head, high in sheets:
        for panel in panels:
            panel.draw(top, head, high * scale)
        top += head + high * scale + YEARS + 18
    canvas.height = max(HEIGHT, top - 18 + 10 + 38) if tall else HEIGHT
    canvas.plot_top, canvas.plot_bottom = canvas.head, top - 14
    return canvas


def _across(others: Sequence[dict[str, Any]], lead: bool) -> int:
    """How many panels stand side by side."""
    if any(kind["counts"] > CROWDED for kind in others):
        return min(len(others), 2)
    if len(others) == 4:
        return 4 if lead else 2
    return max(1, min(len(others), 3))


def _columns(line: list[dict[str, Any]], lead: list[dict[str, Any]], across: int) -> int:
    return 1 if line is lead else across


# the key -----------------------------------------------------------------------------------------------------------


def _key(canvas: Canvas, data: Progress, shown: list[dict[str, Any]], say: Say) -> float:
    """Only the signs that occur, on as many lines as they need; returns where it ends."""
    ids = {point["point"] for point in shown}
    beside = data.goal is not None and data.goal.beside in {point["series"] for point in shown}
    signs = [
        ("circle", say("progress.key_exact"), any(not (point["at_least"] or point["approx"]) for point in shown)),
        ("circle-open", say("progress.key_about"), any(point["approx"] for point in shown)),
        ("triangle-up", say("progress.key_more"), any(point["at_least"] for point in shown)),
        ("whisker", say("progress.key_month"), any(point["first"] != point["last"] for point in shown)),
        ("differs", say("progress.key_differs"), any(point["differs"] for point in shown)),
        ("joined", say("progress.key_joined"), any(set(pair) <= ids for pair in data.joined)),
        ("of", say("progress.key_of"), any(point["of"] is not None for point in shown)),
        ("diamond", say("progress.key_target"), beside and data.goal is not None and data.goal.same),
        ("diamond-open", say("progress.key_target_other"), beside and data.goal is not None and not data.goal.same),
        ("pace", say("progress.key_pace"), beside and data.pace is not None),
        ("hatch", say("progress.key_since"), any(point["series"] not in data.hidden for point in shown)),
        ("bars", say("progress.key_withheld"), any(point["series"] in data.hidden for point in shown)),
        ("day", say("progress.key_day", date=say.date(data.on)), not beside),
    ]
    theme, x, y = canvas.theme, float(LEFT), canvas.head + 2
    for sign, words, occurs in signs:
        if not occurs:
            continue
        wide = 40 if sign in ("hatch", "bars", "pace", "joined", "whisker") else 20
        if x > LEFT and x + wide + typeface.width(words, 16) > RIGHT:
            x, y = float(LEFT), y + 28
        if sign == "hatch":
            canvas.hatch(x, y + 1, 34, 20, theme.edge, 1)
        elif sign == "bars":
            canvas.bars(x, y + 1, 34, 20, theme.hatch)
        elif sign == "day":
            canvas.box(x + 7, y + 1, 2, 20, theme.ink)
        elif sign in ("pace", "joined"):
            canvas.line([(x, y + 11), (x + 34, y + 11)], theme.ink, 2.4, DOTTED if sign == "pace" else "")
        elif sign == "whisker":
            canvas.line([(x, y + 11), (x + 34, y + 11)], theme.ink2, 1.5)
            canvas.mark(x + 17, y + 11, "circle", 10, theme.ink)
        elif sign == "differs":
            bracket(canvas, x + 8, y + 2, y + 20)
        elif sign == "of":
            canvas.mark(x + 8, y + 11, "line-ew", 11, theme.ink2, 2.4)
        else:
            canvas.mark(x + 8, y + 11, sign, 11, theme.ink, 2.4)
        canvas.text(x + wide, y + 11, words, 16, 400, theme.ink2)
        x += wide + typeface.width(words, 16) + 20
    return y + 22
