"""The signs of the counts, each with its words, in as many lines as it takes."""

from __future__ import annotations

from charts import typeface
from charts.canvas import Canvas
from charts.progress.panel import DOTTED, bracket
from charts.progress.told import Told
from charts.theme import LEFT


def draw_key(canvas: Canvas, told: Told, size: float = 16) -> float:
    """The signs on as many lines as they need; returns where it ends."""
    theme, x, y = canvas.theme, float(LEFT), canvas.plot_top + 2
    for sign, words in told.signs:
        wide = 40 if sign in ("hatch", "bars", "pace", "joined", "whisker") else 20
        if x > LEFT and x + wide + typeface.width(words, size) > canvas.right:
            x, y = float(LEFT), y + size + 12
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
        canvas.text(x + wide, y + 11, words, size, 400, theme.ink2)
        x += wide + typeface.width(words, size) + 20
    return y + 22
