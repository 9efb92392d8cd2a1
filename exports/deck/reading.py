"""What is read on a slide, in which order and as what: its lines, found again among those that were drawn.

A canvas knows where each line of words stands, the slide what the words are. Both together make a page on which every word
stands where it was drawn, and is read as a heading, a quote, a cell of a table or the words of a picture.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from charts.canvas import Text
from charts.svg import around
from charts.theme import STANDING_GLYPH
from decks.deck import Cell, Figures, Quotes, Slide, Table


class Kind(StrEnum):
    """As what lines are read."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    QUOTE = "quote"
    """Words of a declaration, in their own language."""
    PICTURE = "picture"
    """All that is drawn, with its words, told by the text alternative."""
    ADDRESS = "address"
    """Where it can be read; leads there."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line where it was drawn; `blank` says that a blank parts it from the next, which the end of a line does not show."""

    text: Text
    blank: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """Lines that are read as one thing; `lang` is that of the slide unless it is named."""

    kind: Kind
    lines: tuple[Line, ...]
    lang: str = ""


@dataclass(frozen=True, slots=True)
class CellRead:
    """A cell: its words, and the sign before them, which says the same again and is not read."""

    lines: tuple[Line, ...]
    sign: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class TableRead:
    """A table, row by row."""

    heads: tuple[CellRead, ...]
    rows: tuple[tuple[CellRead, ...], ...]


Read = Part | TableRead


class _Drawn:
    """The lines in the order in which they were drawn; each is taken once."""

    def __init__(self, texts: Sequence[Text]) -> None:
        self._texts, self._next = texts, 0

    def take(self, words: str) -> tuple[Line, ...]:
        """The next lines, as far as these words go on in them."""
        found: list[Line] = []
        at = 0
        while self._next < len(self._texts) and words[at:].strip():
            text = self._texts[self._next]
            end = _end(words, at, text.words)
            if end is None:
                break
            at = end
            found.append(Line(text, blank=bool(words[at:].strip()) and words[at].isspace()))
            self._next += 1
        return tuple(found)

    def rest(self) -> list[Read]:
        """Lines that were drawn and are nothing of what is told: read all the same, each by itself."""
        left = self._texts[self._next :]
        self._next = len(self._texts)
        return [Part(Kind.PARAGRAPH, (Line(text),)) for text in left]


def _end(words: str, start: int, line: str) -> int | None:
    """Where a line ends within the words that begins at `start`, whatever the blanks; None where it is none of them."""
    for letter in line:
        if letter.isspace():
            continue
        while start < len(words) and words[start].isspace():
            start += 1
        if start == len(words) or words[start] != letter:
            return None
        start += 1
    return start


def read(slide: Slide) -> list[Read]:
    """All that is said on a slide, in the order in which it is read; no line is left out and none is there twice."""
    canvas = slide.canvas.slide or slide.canvas
    drawn = _Drawn(around(canvas, slide.canvas.lacking))
    title = Part(Kind.HEADING, drawn.take(canvas.title))
    subtitle = Part(Kind.PARAGRAPH, drawn.take(canvas.subtitle))
    foot = [
        Part(Kind.PARAGRAPH, drawn.take(canvas.foot_left)),
        Part(Kind.PARAGRAPH, drawn.take(slide.canvas.lacking)),
        Part(Kind.ADDRESS, drawn.take(canvas.address)),
    ]
    found: list[Read] = [title, subtitle, *_body(slide, _Drawn(canvas.texts)), *foot, *drawn.rest()]
    return [each for each in found if isinstance(each, TableRead) or each.lines or each.kind is Kind.PICTURE]


def _body(slide: Slide, drawn: _Drawn) -> list[Read]:
    canvas = slide.canvas.slide or slide.canvas
    found: list[Read] = []
    match slide.body:
        case Quotes(quotes):
            for quote in quotes:
                found += [
                    Part(Kind.PARAGRAPH, drawn.take(quote.firm)),
                    Part(Kind.PARAGRAPH, drawn.take(quote.place)),
                    Part(Kind.QUOTE, drawn.take(quote.text), quote.lang),
                    Part(Kind.PARAGRAPH, drawn.take(quote.ours)),
                ]
        case Table(heads, rows):
            first = tuple(CellRead(drawn.take(head)) for head in heads)
            found.append(TableRead(first, tuple(tuple(_cell(cell, drawn) for cell in row) for row in rows)))
        case Figures(figures):
            for figure in figures:
                number = [Line(line.text, True) for line in drawn.take(figure.number)]
                found.append(Part(Kind.PARAGRAPH, (*number, *drawn.take(figure.words))))
        case _:
            return [Part(Kind.PICTURE, tuple(Line(text, True) for text in canvas.texts))]
    return [*found, *drawn.rest()]


def _cell(cell: Cell, drawn: _Drawn) -> CellRead:
    sign = drawn.take(STANDING_GLYPH[cell.standing]) if cell.standing else ()
    return CellRead(drawn.take(cell.words), sign)
