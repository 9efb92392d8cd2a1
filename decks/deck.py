"""What a deck and its slides are, whatever they are written as: a page on the wall, PowerPoint, PDF, one file."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from charts.canvas import Canvas
from models.records.terms import Force
from models.register.standing import Standing

Align = Literal["left", "right"]


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of a declaration, to the letter, where they stand, and how firm they are (`firm` says the `force` in words).

    `words` are pairs of words and weight, the deciding verb bold, quotation marks included; a long quote goes on on the
    next slide, and then its parts, parted by a blank, are the words. `ours` is our own rendering for readers of another
    language, with the words that say so.
    """

    words: tuple[tuple[str, int], ...]
    place: str
    firm: str = ""
    force: Force | None = None
    lang: str = "en"
    ours: str = ""

    @property
    def text(self) -> str:
        return "".join(words for words, _ in self.words)


@dataclass(frozen=True, slots=True)
class Quotes:
    """One or more quotes, below one another."""

    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a table; with a `standing` or a `force` its mark stands before the words."""

    words: str
    standing: Standing | None = None
    force: Force | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A short table: heads, rows, and of each column its share of the width and its side."""

    heads: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    shares: tuple[float, ...]
    sides: tuple[Align, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A number, out of how many, and what it counts; or, without a number, a sentence."""

    number: str
    words: str


@dataclass(frozen=True, slots=True)
class Figures:
    """Numbers or sentences, below one another."""

    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a bar: how many, as what. The unknown is hatched, the withheld barred, the empty only an outline."""

    name: str
    standing: Standing
    value: int


@dataclass(frozen=True, slots=True)
class Bars:
    """Stacked bars on one scale, for whoever writes them as a chart of its own kind: of each bar its name and its parts.

    `said` is what a chart cannot show, bar by bar: the range, and what stands apart; as pairs of words and weight.
    """

    bars: tuple[tuple[str, tuple[Part, ...]], ...]
    said: tuple[tuple[tuple[str, int], ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Course:
    """Counts over time, and the target, for whoever writes them as a chart of its own kind; of each series its name and points."""

    unit: str
    series: tuple[tuple[str, tuple[tuple[dt.date, float], ...]], ...]
    target: tuple[str, dt.date, float] | None = None


Body = Quotes | Table | Figures | Bars | Course


@dataclass(frozen=True, slots=True)
class Slide:
    """One message: drawn on a canvas (title, subtitle, sources, address and alternative text are the canvas's).

    `id` names it within its set and stays the same from day to day; what goes on on a second slide is `words-2024.2`.
    `body` says again, as data, what the plot shows, where a form has something better for it than shapes; None is a
    picture that is nothing but shapes. `notes` are what whoever presents may say, paragraph by paragraph.
    """

    id: str
    canvas: Canvas
    notes: tuple[str, ...]
    body: Body | None = None

    @property
    def title(self) -> str:
        return self.canvas.title

    @property
    def address(self) -> str:
        return self.canvas.address


@dataclass(frozen=True, slots=True)
class Deck:
    """Slides in their order. `set` is what was asked for, as the address says it; `fingerprint` names the records."""

    set: str
    title: str
    lang: str
    on: dt.date
    address: str
    """The full address of the deck; from the terminal without a known address, the path and what follows it."""
    slides: tuple[Slide, ...]

    @property
    def name(self) -> str:
        """What a file of it is called, without its ending; safe on every system."""
        plain = "".join(letter if letter.isascii() and letter.isalnum() else "-" for letter in self.set)
        return f"{'-'.join(filter(None, plain.split('-')))[:80]}-{self.lang}-{self.on.isoformat()}"


def numbered(slides: Sequence[Slide]) -> tuple[Slide, ...]:
    """The slides, each with its number and out of how many."""
    return tuple(
        replace(slide, canvas=replace(slide.canvas, number=f"{position} / {len(slides)}")) for position, slide in enumerate(slides, 1)
    )
