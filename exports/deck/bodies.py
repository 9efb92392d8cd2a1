"""Quotes, tables and figures as what PowerPoint has for them: text boxes that can be written in, and a table of cells.

They stand where the canvas has them and at its sizes; what breaks where is left to PowerPoint.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import Final

from charts import key, typeface
from charts.canvas import MESSAGE, Canvas
from charts.theme import LEFT, RIGHT, STANDING_GLYPH, STANDING_TEXTURE, Paint
from decks import drawing
from decks.deck import Cell, Figures, Quote, Quotes, Table
from exports.deck.places import Places
from exports.deck.shapes import NO_EDGE, NO_FILL, edge, hatching, rule, shape, solid
from exports.deck.words import Algn, Say, attribute, body, paragraph
from models.records.terms import Force

_FORCE_GLYPH: Final = {
    Force.RECORDS: "—",
    Force.STATES: "○",
    Force.HOPES: "◇",
    Force.ASKS: "▷",
    Force.URGES: "▶",
    Force.UNDERTAKES: "■",
}
"""The marks of the forces as characters, for text: the shipped typeface has them all, and so have others."""
_SPARE: Final = 24
"""How much wider a text box is than the lines of the canvas, so that another typeface has as many lines."""
_HIGHER: Final = 4
"""PowerPoint gives the air of a line to its upper side, the canvas to both."""
_NO_STYLE: Final = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
"""PowerPoint's table without style and without grid: everything that is seen of a cell is its own."""
_PAD: Final = 10
_GAP: Final = 4
"""The page seen between filled cells that stand below one another."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is written on: the canvas of the slide, its places, its name, and the numbers of its shapes."""

    canvas: Canvas
    places: Places
    name: str
    ids: Iterator[int]

    def at(self, x: float, y: float, w: float, h: float) -> tuple[int, int, int, int]:
        left, top = self.places.x(x), self.places.y(y)
        return left, top, self.places.x(x + w) - left, self.places.y(y + h) - top

    def say(self, words: str, size: float, weight: int, color: str, lang: str = "") -> Say:
        return Say(words, lang or self.canvas.lang, self.places.long(size), weight, color)

    def text(self, x: float, y: float, w: float, h: float, paragraphs: list[str], anchor: str = "t", wrap: bool = True) -> str:
        id_ = next(self.ids)
        return shape(id_, f"{self.name} {id_}", self.at(x, y, w, h), NO_FILL + NO_EDGE, words=body(paragraphs, wrap=wrap, anchor=anchor))

    def rule(self, x: float, y: float, w: float, h: float, color: str) -> str:
        return rule(next(self.ids), self.at(x, y, w, h), color)


# quotes ------------------------------------------------------------------------------------------------------------


def quotes(sheet: Sheet, given: Quotes) -> list[str]:
    """Of each quote how firm it is and where it stands, then its words and ours in one text box."""
    found: list[str] = []
    y = sheet.canvas.head + 6
    for quote in given.quotes:
        y = _quote(sheet, quote, y, found) + drawing.BETWEEN
    return found


def _quote(sheet: Sheet, quote: Quote, y: float, found: list[str]) -> float:
    theme, x, lang = sheet.canvas.theme, float(LEFT), sheet.canvas.lang
    if quote.force:
        paint, wide = theme.force[quote.force], key.cell_width(quote.firm, drawing.PLACE) + 6
        words = [sheet.say(f"{_FORCE_GLYPH[quote.force]} {quote.firm}", drawing.PLACE, 600, paint.text)]
        look = solid(paint.fill) + edge(paint.edge, sheet.places.long(1))
        id_ = next(sheet.ids)
        found.append(
            shape(
                id_, f"{sheet.name} {id_}", sheet.at(x, y, wide, 36), look, words=body([paragraph(words, "ctr")], wrap=False, anchor="ctr")
            )
        )
        x += wide + 16
    found.append(sheet.text(x, y, RIGHT - x, 36, [paragraph([sheet.say(quote.place, drawing.PLACE, 600, theme.ink2)])], "ctr"))
    y += drawing.PLACE_HIGH
    lines = len(typeface.wrap_runs(quote.words, drawing.WORDS, drawing.WORDS_WIDE)) if quote.text.strip() else 0
    ours = len(typeface.wrap(quote.ours, MESSAGE, 400, drawing.WORDS_WIDE, lang))
    # Words wider than a line are cut between letters, and need more lines than they have blanks.
    lines = max(lines, -int(-typeface.width(quote.text, drawing.WORDS) // drawing.WORDS_WIDE))
    high = lines * drawing.WORDS_STEP + ours * drawing.OURS_STEP
    said = []
    if quote.text.strip():
        weights = [(weight, "".join(part for part, _ in parts)) for weight, parts in groupby(quote.words, key=itemgetter(1))]
        runs = [sheet.say(words, drawing.WORDS, weight, theme.ink, quote.lang) for weight, words in weights]
        said.append(paragraph(runs, step=sheet.places.long(drawing.WORDS_STEP)))
    if quote.ours:
        said.append(paragraph([sheet.say(quote.ours, MESSAGE, 400, theme.ink2)], step=sheet.places.long(drawing.OURS_STEP)))
    found.append(sheet.rule(LEFT, y, 4, high - 4, theme.edge))
    found.append(sheet.text(LEFT + 22, y - _HIGHER, drawing.WORDS_WIDE + _SPARE, high, said))
    return y + high


# figures -----------------------------------------------------------------------------------------------------------


def figures(sheet: Sheet, given: Figures) -> list[str]:
    """Of each figure its number and what it counts; rules between them, as far apart as the canvas has room for."""
    canvas, lang = sheet.canvas, sheet.canvas.lang
    wide = max((typeface.width(each.number, drawing.NUMBER, 700) for each in given.figures), default=0.0)
    indent = wide + 28 if wide else 0.0
    room = min(RIGHT - LEFT - indent, drawing.WORDS_WIDE)
    lines = [len(typeface.wrap(each.words, drawing.WORDS, 500, room, lang)) for each in given.figures]
    highs = [drawing.figure_high(each, n) for each, n in zip(given.figures, lines, strict=True)]
    top, between = canvas.head + 6, drawing.between(canvas, highs)
    found: list[str] = []
    y = top + between / 2
    for position, (each, high) in enumerate(zip(given.figures, highs, strict=True)):
        if each.number:
            number = paragraph([sheet.say(each.number, drawing.NUMBER, 700, canvas.theme.ink)], "r")
            found.append(sheet.text(LEFT - 12, y - 4, wide + 12, high, [number], "ctr", wrap=False))
        words = paragraph([sheet.say(each.words, drawing.WORDS, 500, canvas.theme.ink)], step=sheet.places.long(drawing.WORDS_STEP))
        found.append(sheet.text(LEFT + indent, y - 4, min(room + _SPARE, RIGHT - LEFT - indent + 20), high, [words], "ctr"))
        y += high + between
        if position < len(highs) - 1:
            found.append(sheet.rule(LEFT, y - between / 2 - 4, RIGHT - LEFT, 1, canvas.theme.rule))
    return found


# tables ------------------------------------------------------------------------------------------------------------


def table(sheet: Sheet, given: Table) -> str:
    """A table whose first row is its heads; cells with a standing or a force have its colour or texture and its mark."""
    canvas, places = sheet.canvas, sheet.places
    columns = _columns(given)
    grid = "".join(f'<a:gridCol w="{places.long(column.wide)}"/>' for column in columns)
    heads = "".join(
        _cell(sheet, column, paragraph([sheet.say(head, drawing.HEAD, 400, canvas.theme.ink3)], column.side), canvas.theme.edge, head=True)
        for head, column in zip(given.heads, columns, strict=True)
    )
    highs = [_row_high(sheet, row, columns) for row in given.rows]
    rows = "".join(
        f'<a:tr h="{places.long(high)}">{"".join(_body_cell(sheet, *each) for each in zip(row, columns, strict=True))}</a:tr>'
        for row, high in zip(given.rows, highs, strict=True)
    )
    x, y = places.x(LEFT), places.y(canvas.head + 2)
    wide, high = sum(places.long(column.wide) for column in columns), places.long(drawing.HEAD_HIGH + sum(highs))
    return (
        f'<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="{next(sheet.ids)}" name="{attribute(sheet.name)}" descr="{attribute(canvas.alt)}"/>'
        '<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>'
        f'<p:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{wide}" cy="{high}"/></p:xfrm><a:graphic>'
        '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table"><a:tbl><a:tblPr firstRow="1">'
        f"<a:tableStyleId>{_NO_STYLE}</a:tableStyleId></a:tblPr><a:tblGrid>{grid}</a:tblGrid>"
        f'<a:tr h="{places.long(drawing.HEAD_HIGH)}">{heads}</a:tr>{rows}</a:tbl></a:graphicData></a:graphic></p:graphicFrame>'
    )


@dataclass(frozen=True, slots=True)
class _Column:
    """How wide a column is, what of it is left free at either side, and at which side its words stand."""

    wide: float
    left: float
    right: float
    side: Algn

    @property
    def room(self) -> float:
        return self.wide - self.left - self.right


def _columns(given: Table) -> list[_Column]:
    """The columns of the canvas without gaps: a gap belongs to the column before it, where that is filled half to the one behind it."""
    last = len(given.shares) - 1
    room = RIGHT - LEFT - drawing.GUTTER * last
    filled = [any(row[at].standing or row[at].force for row in given.rows) for at in range(last + 1)]
    found = []
    for at, (share, side) in enumerate(zip(given.shares, given.sides, strict=True)):
        behind = bool(at) and filled[at - 1]
        wide = room * share / sum(given.shares) + (drawing.GUTTER if at < last else 0)
        wide += (_PAD if behind else 0) - (_PAD if filled[at] and at < last else 0)
        left = _PAD if filled[at] or behind else 0
        right = _PAD if filled[at] else drawing.GUTTER if at < last else 0
        found.append(_Column(wide, left, right, "r" if side == "right" else "l"))
    return found


def _words(cell: Cell) -> str:
    """The words of a cell after its mark."""
    glyph = STANDING_GLYPH[cell.standing] if cell.standing else _FORCE_GLYPH[cell.force] if cell.force else ""
    return f"{glyph} {cell.words}" if glyph else cell.words


def _row_high(sheet: Sheet, row: tuple[Cell, ...], columns: list[_Column]) -> float:
    """As high as its longest cell."""
    lang = sheet.canvas.lang
    lines = (
        len(typeface.wrap(_words(cell), MESSAGE, _weight(cell), max(column.room, MESSAGE), lang))
        for cell, column in zip(row, columns, strict=True)
    )
    return drawing.ROW_STEP * max(1, *lines) + drawing.ROW_PAD


def _weight(cell: Cell) -> int:
    return 600 if cell.standing or cell.force else 500


def _body_cell(sheet: Sheet, cell: Cell, column: _Column) -> str:
    theme, fill, color = sheet.canvas.theme, "", sheet.canvas.theme.ink
    line = theme.rule
    if cell.standing:
        paint, texture = theme.standing[cell.standing], STANDING_TEXTURE[cell.standing]
        fill, color = _standing_fill(paint, texture, theme.rule), paint.text
        line = paint.edge if fill == NO_FILL else line
    elif cell.force:
        fill, color = solid(theme.force[cell.force].fill), theme.force[cell.force].text
    said = [sheet.say(_words(cell), MESSAGE, _weight(cell), color)]
    words = paragraph(said, column.side, sheet.places.long(drawing.ROW_STEP))
    return _cell(sheet, column, words, line, fill=fill)


def _standing_fill(paint: Paint, texture: str, pale: str) -> str:
    """The colour or texture of a standing behind words: textures pale, for words have to be read on them."""
    match texture:
        case "hatched":
            return hatching(pale, paint.fill)
        case "barred":
            return hatching(pale, paint.fill, "horz")
        case "hollow" | "apart":
            return NO_FILL
        case _:
            return solid(paint.fill)


def _cell(sheet: Sheet, column: _Column, words: str, line: str, *, head: bool = False, fill: str = "") -> str:
    """A cell with a line below it; a filled one is parted from the next by the page, an empty one that means something has an outline."""
    long, bg = sheet.places.long, sheet.canvas.theme.bg
    none = "".join(f"<a:{side}><a:noFill/></a:{side}>" for side in ("lnL", "lnR", "lnT"))
    if fill == NO_FILL:
        borders = "".join(edge(line, long(2), tag=f"a:{side}") for side in ("lnL", "lnR", "lnT", "lnB"))
    elif fill:
        borders = none + edge(bg, long(_GAP), tag="a:lnB")
    else:
        borders = none + edge(line, long(1), tag="a:lnB")
    above = long(4 if head else drawing.ROW_PAD / 2)
    return (
        f'<a:tc><a:txBody><a:bodyPr wrap="square"/><a:lstStyle/>{words}</a:txBody><a:tcPr marL="{long(column.left)}" '
        f'marR="{long(column.right)}" marT="{above}" marB="{above}" anchor="{"b" if head else "t"}">{borders}{fill or NO_FILL}</a:tcPr></a:tc>'
    )
