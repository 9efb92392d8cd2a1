"""Slides for a hall: as many as it takes, for nothing on them is made smaller or cut to fit (docs/look.md).

A drawing says how high each of its rows is and how much room a slide has for them; here they are dealt out, and each slide gets the
finding as its title, with which slide of how many it is.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final, TypeVar

from charts.canvas import Canvas, Said
from charts.theme import Theme
from models.labels import Say

Row = TypeVar("Row")

HEAD: Final = 19
"""What one looks up: heads of columns, numbers of forums, places."""
_FINDING, _N, _OF = "\ue000", "\ue001", "\ue002"
_WIDEST: Final = 88
"""Until it is known how many slides there are, their titles are taken to be as wide as with this number."""


def tell(say: Say) -> str:
    """How the title of one slide of several is put; which and of what is filled in where it is drawn."""
    return say("chart.continued", finding=_FINDING, n=_N, of=_OF)


def canvas(told: Said, theme: Theme, address: str, n: int = 1, of: int = 1) -> Canvas:
    """An empty slide, the `n`th `of` several."""
    found = Canvas.of(told, theme, hall=True, address=address)
    if of == 1:
        return found
    title = told.continued.replace(_N, str(n)).replace(_OF, str(of)).replace(_FINDING, told.finding)
    return replace(found, title=title, plot_top=0, plot_bottom=0)


def slides(
    told: Said,
    theme: Theme,
    address: str,
    dealt: Callable[[Canvas], list[list[Row]]],
    draw: Callable[[Canvas, list[Row]], None],
) -> list[Canvas]:
    """One canvas for each part that `dealt` makes for a canvas like it; at least one, though it be empty."""
    parts = dealt(canvas(told, theme, address))
    if len(parts) > 1:
        parts = dealt(canvas(told, theme, address, _WIDEST, _WIDEST))
    found = []
    for n, part in enumerate(parts or [[]], start=1):
        sheet = canvas(told, theme, address, n, max(len(parts), 1))
        draw(sheet, part)
        found.append(sheet)
    return found


def parted(rows: Sequence[Row], heights: Sequence[float], room: float, most: int | None = None) -> list[list[Row]]:
    """The rows in their order on as few slides as they need, none with more than `most`, and no slide with a few that are left over."""
    limit = len(rows) if most is None else most
    parts = _filled(rows, heights, room, limit)
    even = math.ceil(len(rows) / max(len(parts), 1))
    fewer = (_filled(rows, heights, room, count) for count in range(even, limit))
    return next((found for found in fewer if len(found) == len(parts)), parts)


def _filled(rows: Sequence[Row], heights: Sequence[float], room: float, most: int) -> list[list[Row]]:
    parts: list[list[Row]] = []
    used = math.inf
    for row, high in zip(rows, heights, strict=True):
        if used + high > room or len(parts[-1]) >= most:
            parts.append([])
            used = 0
        parts[-1].append(row)
        used += high
    return parts
