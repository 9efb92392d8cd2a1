"""The key of the forces: the scale itself, in order, made of the same cells as the chart."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from charts import typeface
from charts.canvas import Canvas
from charts.theme import FORCE_SYMBOL, LEFT
from models.labels import Say
from models.records.terms import Force

# The steps stand in three groups: what wants nothing done or only hopes, what others are to do, what the speakers will do.
_BEFORE: Final = {Force.RECORDS: 0, Force.STATES: 1, Force.HOPES: 1, Force.ASKS: 8, Force.URGES: 1, Force.UNDERTAKES: 8}

_SIGN: Final = {"dot": 16.0, "ring": 22.0, "hatch": 44.0, "dotted": 32.0, "across": 44.0}
ACROSS: Final = "3.5px 6px"
"""The dashes of a link across what is not known or not said."""
_APART, _APART_HALL = 20, 14


def cell(canvas: Canvas, x: float, y: float, w: float, h: float, force: Force, words: str, size: float = 17) -> None:
    """A cell with mark and word; without a word the mark stands in the middle, larger."""
    paint = canvas.theme.force[force]
    canvas.box(x, y, w, h, paint.fill, paint.edge)
    if words:
        canvas.mark(x + 9 + size * 0.45, y + h / 2, FORCE_SYMBOL[force], size * 0.72, paint.text)
        canvas.text(x + 16 + size * 0.9, y + h / 2, words, size, 600, paint.text)
    else:
        canvas.mark(x + w / 2, y + h / 2, FORCE_SYMBOL[force], 18, paint.text, 3)


def cell_width(words: str, size: float = 17) -> float:
    """What a cell with mark and word needs."""
    return 16 + size * 0.9 + typeface.width(words, size, 600) + 10


@dataclass(frozen=True, slots=True)
class Scale:
    """The words of the scale and of the signs of silence; the `short` ones are for a hall. What is empty is not in the picture."""

    name: str
    forces: Mapping[Force, str]
    silence: str
    silence_short: str
    background: str
    background_short: str
    gap: str
    announced: str

    def signs(self, short: bool) -> list[tuple[str, str]]:
        """Each sign of silence and of what is not known, with what it means."""
        every = (
            ("dot", self.silence_short if short else self.silence),
            ("ring", self.background_short if short else self.background),
            ("hatch", self.gap),
            ("dotted", self.announced),
        )
        return [(sign, words) for sign, words in every if words]


def tell(say: Say, background: bool = False, gaps: bool = True, announced: bool = False) -> Scale:
    """The scale in a language, for a picture that has `background`, `gaps` or `announced` forums or not."""
    return Scale(
        name=say("chart.scale"),
        forces={force: say(f"terms.force_{force}") for force in Force},
        silence=say("chart.not_mentioned"),
        silence_short=say("chart.not_mentioned_here"),
        background=say("chart.background") if background else "",
        background_short=say("chart.background_here") if background else "",
        gap=say("chart.not_on_record") if gaps else "",
        announced=say("timeline.key_announced") if announced else "",
    )


def scale(canvas: Canvas, y: float, told: Scale, small: bool = False) -> float:
    """The scale and the signs of silence from `y` down; returns where it ends. Where room is scarce its own name is left out, then words.

    With `small` it is for a phone: in as many lines as it takes. In a hall it is on one line if it can be, else at its middle size on more.
    """
    words = told.forces
    tries = (
        ((22, 22, True), (21, 20, True), (20, 19, True), (19, 18, True), (21, 20, True))
        if canvas.hall
        else ((14, 13, False),)
        if small
        else ((17, 16, False), (17, 16, True))
    )
    apart = _APART if not canvas.hall else _APART_HALL
    for size, signed, short in tries:
        signs = told.signs(short)
        cells = sum(_BEFORE[force] + cell_width(words[force], size) for force in Force)
        lengths = [_SIGN[sign] + typeface.width(text, signed) for sign, text in signs]
        spare = canvas.wide - cells - apart * len(signs) - sum(lengths)
        if spare >= 0:
            break
    theme, h = canvas.theme, size + 11
    name = typeface.width(told.name, signed) + 12
    x, top = float(LEFT), y
    if name <= spare:
        x += name
        canvas.text(x - 12, y + h / 2, told.name, signed, 400, theme.ink2, "right")
    for force, text in words.items():
        w = cell_width(text, size)
        x += _BEFORE[force]
        if x + w > canvas.right:
            x, y = float(LEFT), y + h + 6
        cell(canvas, x, y, w, h, force, text, size)
        x += w
    for (sign, text), length in zip(signs, lengths, strict=True):
        x += apart if x > LEFT else 0
        if x + length > canvas.right:
            x, y = float(LEFT), y + h + 6
        _sign(canvas, sign, x, y, h)
        canvas.text(x + _SIGN[sign], y + h / 2, text, signed, 400, theme.ink2)
        x += length
    return max(y, top) + h


def unknown(canvas: Canvas, y: float, signs: Sequence[tuple[str, str]], size: float = 16) -> float:
    """The signs of what is not known or not said alone, each with its meaning, from `y` down; returns where they end."""
    x, h = float(LEFT), size + 8
    for sign, words in signs:
        length = _SIGN[sign] + typeface.width(words, size)
        if x > LEFT and x + length > canvas.right:
            x, y = float(LEFT), y + h + 6
        _sign(canvas, sign, x, y, h)
        canvas.text(x + _SIGN[sign], y + h / 2, words, size, 400, canvas.theme.ink2)
        x += length + _APART
    return y + h


def _sign(canvas: Canvas, sign: str, x: float, y: float, h: float) -> None:
    if sign == "dot":
        canvas.mark(x + 4, y + h / 2, "circle", 6 if not canvas.hall else 8, canvas.theme.edge, 0)
    elif sign == "ring":
        ring(canvas, x + 7, y + h / 2)
    elif sign == "hatch":
        canvas.hatch(x, y, 34, h)
    elif sign == "across":
        canvas.line([(x, y + h / 2), (x + 34, y + h / 2)], canvas.theme.ink, 3.5, ACROSS)
    else:
        canvas.dotted(x, y, 22, h)


def ring(canvas: Canvas, x: float, y: float) -> None:
    """A declaration that touches only the subject: faint, and in no count."""
    canvas.mark(x, y, "circle-open", 11 if not canvas.hall else 15, canvas.theme.edge, 1.5)
