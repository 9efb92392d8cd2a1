"""The signs of the timeline and the key that names them, made of the same cells as the plot."""

from __future__ import annotations

from collections.abc import Callable

from charts import typeface
from charts.canvas import Canvas
from charts.theme import FORCE_SYMBOL, LEFT, STANDING_GLYPH
from charts.timeline.axis import CELL, DOTTED, TALL, forum_cell
from charts.timeline.told import Told
from models.records.terms import Force
from models.register.standing import Standing

LINE = 30
CHIP = 30
AHEAD = "2px 3px"

Sign = Callable[[Canvas, float, float], None]


def force_width(word: str, size: float = 16) -> float:
    """How wide a cell with mark and word is; without a word it is 24."""
    return 24 + (typeface.width(word, size, 600) + 8 if word else 0)


def force_cell(canvas: Canvas, x: float, y: float, force: Force, word: str, high: float = 20, size: float = 16) -> None:
    """The force as a cell: its mark, and its word where there is room."""
    paint = canvas.theme.force[force]
    canvas.box(x, y - high / 2, force_width(word, size), high, paint.fill, paint.edge)
    canvas.mark(x + 12, y, FORCE_SYMBOL[force], 10, paint.text, 2)
    if word:
        canvas.text(x + 24, y, word, size, 600, paint.text)


def standing_chip(canvas: Canvas, x: float, y: float, standing: Standing, scale: float = 1) -> None:
    """A standing as a small sign; not assessed is hatched, withheld is barred, no evidence is hollow, each with its own glyph."""
    paint, wide, high = canvas.theme.standing[standing], CHIP * scale, 22 * scale
    if standing is Standing.NOT_ASSESSED:
        canvas.hatch(x, y - high / 2, wide, high, paint.edge, 1.5)
        canvas.box(x + 9 * scale, y - 9 * scale, 12 * scale, 18 * scale, canvas.theme.bg)
    elif standing is Standing.WITHHELD:
        canvas.bars(x, y - high / 2, wide, high, paint.edge)
        canvas.box(x + 9 * scale, y - 9 * scale, 12 * scale, 18 * scale, canvas.theme.bg)
    else:
        canvas.box(x, y - high / 2, wide, high, paint.fill, paint.edge, 3 if standing is Standing.NO_EVIDENCE else 1)
    canvas.text(x + wide / 2, y, STANDING_GLYPH[standing], 16 * scale, 700, paint.text, "middle")


def _drawn(sign: str) -> tuple[float, Sign]:
    """How wide a sign is and how it is drawn, by the name that `told.key` has for it."""
    if sign in ("on-record", "not-on-record", "announced"):
        return CELL, lambda canvas, x, y: forum_cell(canvas, x, y - TALL / 2, sign)
    if sign == "silent":
        return 10, lambda canvas, x, y: canvas.mark(x + 5, y, "circle", 5, canvas.theme.edge, 0)
    if sign == "background":
        return 10, lambda canvas, x, y: canvas.mark(x + 5, y, "circle-open", 8, canvas.theme.edge, 1.2)
    if sign == "across":
        return 34, lambda canvas, x, y: canvas.line([(x, y), (x + 34, y)], canvas.theme.ink2, 2, DOTTED)
    if sign == "ahead":
        return 34, lambda canvas, x, y: canvas.frame(x, y - 4, 34, 8, canvas.theme.ink2, 1.5, AHEAD)
    return CHIP, lambda canvas, x, y: standing_chip(canvas, x, y, Standing(sign))


def draw_key(canvas: Canvas, top: float, told: Told, size: float = 16) -> float:
    """The scale of forces, then every other sign in the plot with its meaning, in as many lines as it takes; returns where it ends."""
    x, y = float(LEFT), top + 12
    if told.has_forces:
        name = typeface.width(told.words.key_force, size, 400) + 10
        cells = sum(force_width(word, size) + 3 for word in told.words.forces.values())
        if x + name + cells <= canvas.right:
            x += name
            canvas.text(x - 10, y, told.words.key_force, size, 400, canvas.theme.ink2, "right")
        for force, word in told.words.forces.items():
            wide = force_width(word, size)
            if x + wide > canvas.right:
                x, y = float(LEFT), y + LINE
            force_cell(canvas, x, y, force, word, 22, size)
            x += wide + 3
        x += 22
    for sign, words in told.key:
        wide, draw = _drawn(sign)
        whole = wide + 7 + typeface.width(words, size, 400)
        if x + whole > canvas.right:
            x, y = float(LEFT), y + LINE
        draw(canvas, x, y)
        canvas.text(x + wide + 7, y, words, size, 400, canvas.theme.ink2)
        x += whole + 22
    return y - 12 + LINE + 4 if told.has_forces or told.key else top
