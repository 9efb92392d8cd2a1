"""A measure through time: one panel for each kind of count, from zero, with the target where there is one.

Nothing is joined across kinds, a precision that the source does not have is a sign of its own, and the time after the
last count is hatched: nobody knows it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Final

from charts.canvas import Canvas
from charts.progress.key import draw_key
from charts.progress.panel import CROWDED, Panel
from charts.progress.told import Kind, Told
from charts.room import TABLET
from charts.theme import HEIGHT, LEFT, RIGHT, Theme

GAP: Final = 32
NATURAL: Final = {"lead": 250, "only": 390, "row": 150, "crowded": 210}
LEAST: Final = 66
MORE: Final = 1.6
"""The least height of a plot, and by how much plots may grow where there is room."""
YEARS: Final = 26


def draw(told: Told, theme: Theme, right: float = RIGHT) -> Canvas:
    """The measure as panels for a page, as high as they need; below each other where there is less room than on a desk."""
    return _draw(told, theme, right, tall=True)


def slide(told: Told, theme: Theme) -> Canvas:
    """The same for a slide: panels are as low as it takes."""
    return _draw(told, theme, RIGHT, tall=False)


# the sheet ---------------------------------------------------------------------------------------------------------


def _draw(told: Told, theme: Theme, right: float, tall: bool) -> Canvas:
    kinds = told.kinds
    canvas = Canvas.of(told, theme, right)
    canvas.plot_top = canvas.head if right == RIGHT else 0
    lead = [kind for kind in kinds if kind.series == told.beside]
    others = [kind for kind in kinds if kind.series != told.beside]
    across = min(_across(others, bool(lead)), 4 if right == RIGHT else 2 if right == TABLET else 1)
    lines = ([lead] if lead else []) + [others[at : at + across] for at in range(0, len(others), across)]
    start = dt.date(min(count.first for kind in kinds for count in kind.counts).year, 1, 1)
    top = draw_key(canvas, told) + 16
    sheets = []
    for line in lines:
        size = "lead" if line is lead else "only" if len(kinds) == 1 else "row"
        wide = (canvas.wide - GAP * (_columns(line, lead, across) - 1)) / _columns(line, lead, across)
        panels = [Panel(canvas, told, kind, LEFT + at * (wide + GAP), wide, start, size) for at, kind in enumerate(line)]
        head = max(panel.head for panel in panels)
        crowded = size == "row" and any(len(kind.counts) > CROWDED for kind in others)
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
    canvas.plot_bottom = top - 14
    return canvas


def _across(others: Sequence[Kind], lead: bool) -> int:
    """How many panels stand side by side."""
    if any(len(kind.counts) > CROWDED for kind in others):
        return min(len(others), 2)
    if len(others) == 4:
        return 4 if lead else 2
    return max(1, min(len(others), 3))


def _columns(line: list[Kind], lead: list[Kind], across: int) -> int:
    return 1 if line is lead else across
