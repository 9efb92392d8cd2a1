"""What may be wrong with a drawing: words outside it, over each other, or too small to read."""

from __future__ import annotations

from itertools import combinations

from charts.canvas import Canvas, Text
from charts.theme import LEFT


def box(text: Text) -> tuple[float, float, float, float]:
    return text.left, text.y - 0.72 * text.size, text.left + text.width, text.y


def faults(canvas: Canvas, least: float) -> list[str]:
    """Words outside the plot, words over words, and words smaller than `least` pixels."""
    top, bottom = canvas.plot_top - 2, canvas.plot_bottom + 2
    found = [
        f"outside: {text.words}"
        for text in canvas.texts
        if box(text)[0] < LEFT - 1 or box(text)[2] > canvas.right + 1 or not top <= text.y <= bottom
    ]
    found += [f"small: {text.words}" for text in canvas.texts if text.size < least]
    for one, other in combinations(canvas.texts, 2):
        a, b = box(one), box(other)
        if min(a[2], b[2]) - max(a[0], b[0]) > 0.5 and min(a[3], b[3]) - max(a[1], b[1]) > 2:
            found.append(f"over each other: {one.words} / {other.words}")
    return found
