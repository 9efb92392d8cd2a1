"""The signs of the timeline and the key that names them, made of the same cells as the plot."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from charts import typeface
from charts.canvas import Canvas
from charts.theme import FORCE_SYMBOL, LEFT, RIGHT, STANDING_GLYPH
from charts.timeline.axis import CELL, DOTTED, TALL, forum_cell
from models.labels import Say
from models.records.terms import Force
from models.register.frames.timeline import Timeline
from models.register.standing import Standing

LINE = 30
CHIP = 30
AHEAD = "2px 3px"

Sign = Callable[[Canvas, float, float], None]


def force_width(word: str) -> float:
    """How wide a cell with mark and word is; without a word it is 24."""
    return 24 + (typeface.width(word, 16, 600) + 8 if word else 0)


def force_cell(canvas: Canvas, x: float, y: float, force: Force, word: str, high: float = 20) -> None:
    """The force as a cell: its mark, and its word where there is room."""
    paint = canvas.theme.force[force]
    canvas.box(x, y - high / 2, force_width(word), high, paint.fill, paint.edge)
    canvas.mark(x + 12, y, FORCE_SYMBOL[force], 10, paint.text, 2)
    if word:
        canvas.text(x + 24, y, word, 16, 600, paint.text)


def standing_chip(canvas: Canvas, x: float, y: float, standing: Standing) -> None:
    """A standing as a small sign; not assessed is hatched, withheld is barred, no evidence is hollow, each with its own glyph."""
    paint = canvas.theme.standing[standing]
    if standing is Standing.NOT_ASSESSED:
        canvas.hatch(x, y - 11, CHIP, 22, paint.edge, 1.5)
        canvas.box(x + 9, y - 9, 12, 18, canvas.theme.bg)
    elif standing is Standing.WITHHELD:
        canvas.bars(x, y - 11, CHIP, 22, paint.edge)
        canvas.box(x + 9, y - 9, 12, 18, canvas.theme.bg)
    else:
        canvas.box(x, y - 11, CHIP, 22, paint.fill, paint.edge, 3 if standing is Standing.NO_EVIDENCE else 1)
    canvas.text(x + CHIP / 2, y, STANDING_GLYPH[standing], 16, 700, paint.text, "middle")


def _items(say: Say, layers: Sequence[str], data: Timeline) -> Iterator[tuple[float, Sign, str]]:
    """Each sign that is in the plot: how wide it is, how it is drawn, what it means."""
    if "forums" in layers:
        for state in ("on-record", "not-on-record", "announced"):
            if state in set(data.forums["state"]):
                yield CELL, _forum_sign(state), say(f"timeline.key_{state.replace('-', '_')}")
    if "pledges" in layers and len(data.marks):
        yield 10, lambda canvas, x, y: canvas.mark(x + 5, y, "circle", 5, canvas.theme.edge, 0), say("timeline.key_not_mentioned")
        if any(data.marks["background"]):
            yield 10, lambda canvas, x, y: canvas.mark(x + 5, y, "circle-open", 8, canvas.theme.edge, 1.2), say("timeline.key_background")
        if not all(data.stretches["unbroken"]):
            yield 34, lambda canvas, x, y: canvas.line([(x, y), (x + 34, y)], canvas.theme.ink2, 2, DOTTED), say("timeline.key_across")
    if "due" in layers and any(day > data.on for day in data.due["due"]):
        yield 34, lambda canvas, x, y: canvas.frame(x, y - 4, 34, 8, canvas.theme.ink2, 1.5, AHEAD), say("timeline.key_ahead")
    found = set(data.moves["after"]) if "changes" in layers else set()
    found |= set(data.due["standing"]) if "due" in layers else set()
    for standing in Standing:
        if standing in found:
            yield CHIP, _standing_sign(standing), say(f"terms.standing_{standing}")


def _forum_sign(state: str) -> Sign:
    return lambda canvas, x, y: forum_cell(canvas, x, y - TALL / 2, state)


def _standing_sign(standing: Standing) -> Sign:
    return lambda canvas, x, y: standing_chip(canvas, x, y, standing)


def _placed(say: Say, layers: Sequence[str], data: Timeline) -> Iterator[tuple[float, float, Sign, str]]:
    """The signs after one another, in as many lines as they need; the first is the scale of forces."""
    x, y = float(LEFT), 0.0
    if _has_forces(layers, data):
        x += typeface.width(say("timeline.key_force"), 16, 400) + 10
        x += sum(force_width(say(f"terms.force_{force}")) + 3 for force in Force) + 22
    for wide, sign, words in _items(say, layers, data):
        whole = wide + 7 + typeface.width(words, 16, 400)
        if x + whole > RIGHT:
            x, y = float(LEFT), y + LINE
        yield x, y, _with_words(sign, wide, words), words
        x += whole + 22


def _with_words(sign: Sign, wide: float, words: str) -> Sign:
    def drawn(canvas: Canvas, x: float, y: float) -> None:
        sign(canvas, x, y)
        canvas.text(x + wide + 7, y, words, 16, 400, canvas.theme.ink2)

    return drawn


def _has_forces(layers: Sequence[str], data: Timeline) -> bool:
    return ("pledges" in layers and len(data.marks) > 0) or ("due" in layers and len(data.due) > 0)


def key_high(say: Say, layers: Sequence[str], data: Timeline) -> float:
    """How high the key is."""
    lines = [y for _, y, _, _ in _placed(say, layers, data)]
    return max(lines, default=0.0) + LINE + 4 if lines or _has_forces(layers, data) else 0


def draw_key(canvas: Canvas, top: float, say: Say, layers: Sequence[str], data: Timeline) -> None:
    """The scale of forces, then every other sign in the plot with its meaning."""
    middle = top + 12
    if _has_forces(layers, data):
        x = LEFT + typeface.width(say("timeline.key_force"), 16, 400) + 10
        canvas.text(x - 10, middle, say("timeline.key_force"), 16, 400, canvas.theme.ink2, "right")
        for force in Force:
            word = say(f"terms.force_{force}")
            force_cell(canvas, x, middle, force, word, 22)
            x += force_width(word) + 3
    for x, y, sign, _ in _placed(say, layers, data):
        sign(canvas, x, middle + y)
