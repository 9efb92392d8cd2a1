"""What is no chart, drawn for a hall: quoted words, tables and figures, each on as many slides as it takes at one size."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from charts import hall, key, typeface
from charts.canvas import MESSAGE, Canvas
from charts.standing.bars import fill
from charts.theme import FORCE_SYMBOL, LEFT, RIGHT, STANDING_GLYPH
from decks.deck import Body, Cell, Figure, Figures, Quote, Quotes, Slide, Table
from decks.showing import Frame
from models.records.terms import Force
from models.register.standing import Standing

WORDS: Final = 28
WORDS_STEP: Final = 38
WORDS_WIDE: Final = 1120
"""Lines longer than this are not found again from the back of a room."""
PLACE: Final = 25
PLACE_HIGH: Final = 46
OURS_STEP: Final = 34
BETWEEN: Final = 26
HEAD: Final = 20
HEAD_HIGH: Final = 34
ROW_STEP: Final = 33
ROW_PAD: Final = 10
SIGN: Final = 32
"""Side of the sign of a standing before its words."""
NUMBER: Final = 60
APART: Final = 18
LOOSEST: Final = 44
GUTTER: Final = 24

Runs = list[tuple[str, int]]
_PLACE: Final = re.compile(r"(?<=¶) (?=\d)|(?<=\d) (?=\([a-z]\))")


@dataclass(frozen=True, slots=True)
class _Line:
    """One line of a quote: of its words or of ours."""

    runs: Runs
    ours: bool
    step: int


def kept(words: str) -> str:
    """Words in which a place stays in one line: ¶ 12 (a)."""
    return _PLACE.sub("\u00a0", words)


def slides(frame: Frame, canvases: Sequence[Canvas], bodies: Sequence[Body | None] = ()) -> list[Slide]:
    """Slides of what was drawn on one canvas or, where it did not fit, on several; only the first repeats what may be said."""
    found = []
    for position, canvas in enumerate(canvases):
        id_ = frame.id if position == 0 else f"{frame.id}.{position + 1}"
        body = bodies[position] if position < len(bodies) else None
        found.append(Slide(id_, canvas, frame.notes, body))
    return found


def _breaks(heights: Sequence[float], room: float) -> set[int]:
    """Before which rows a new slide begins so that none has a few that are left over; where one is higher than a slide, nowhere."""
    if any(high > room for high in heights):
        return set()
    parts = hall.parted(range(len(heights)), heights, room)
    return {part[0] for part in parts[1:]}


def _room(frame: Frame) -> tuple[float, float]:
    """From where to where a slide has room, with the longest title that it may get."""
    canvas = frame.canvas(88, 88)
    return canvas.head + 6, canvas.foot - 16


# quotes ------------------------------------------------------------------------------------------------------------


def quoted(words: str, verb: str = "") -> tuple[tuple[str, int], ...]:
    """Words between quotation marks, the deciding verb in bold."""
    whole = f"“{' '.join(words.split())}”"
    found = re.search(rf"(?<!\w){re.escape(verb)}(?!\w)", whole) if verb else None
    if found is None:
        return ((whole, 400),)
    parts = ((whole[: found.start()], 400), (found[0], 700), (whole[found.end() :], 400))
    return tuple((part, weight) for part, weight in parts if part)


def quotes(frame: Frame, given: Sequence[Quote]) -> list[Slide]:
    """Quotes whole, to the letter; one that is longer than a slide goes on on the next."""
    top, bottom = _room(frame)
    pages: list[list[tuple[Quote, list[_Line]]]] = [[]]
    y = top
    for quote in given:
        rest = _lines(frame, quote)
        if y > top and y + PLACE_HIGH + sum(line.step for line in rest) > bottom:
            pages.append([])
            y = top
        while rest:
            taken = _fitting([line.step for line in rest], bottom - y - PLACE_HIGH)
            pages[-1].append((quote, rest[:taken]))
            y += PLACE_HIGH + sum(line.step for line in rest[:taken]) + BETWEEN
            rest = rest[taken:]
            if rest:
                pages.append([])
                y = top
    canvases, bodies = [], []
    for number, page in enumerate(pages, 1):
        canvas = frame.canvas(number, len(pages))
        y = canvas.head + 6
        for quote, lines in page:
            y = _quote(canvas, quote, lines, y) + BETWEEN
        canvases.append(canvas)
        bodies.append(Quotes(tuple(_part(quote, lines) for quote, lines in page)))
    return slides(frame, canvases, bodies)


def _fitting(steps: Sequence[float], room: float) -> int:
    """So many lines fit; at least one, or nothing would ever end."""
    count, high = 0, 0.0
    while count < len(steps) and high + steps[count] <= room:
        high += steps[count]
        count += 1
    return max(count, 1)


def _lines(frame: Frame, quote: Quote) -> list[_Line]:
    """The words in lines, and below them ours, where there are any."""
    found = [_Line(line, False, WORDS_STEP) for line in _wrapped(quote.words, WORDS, WORDS_WIDE)]
    return found + [_Line([(line, 400)], True, OURS_STEP) for line in typeface.wrap(quote.ours, MESSAGE, 400, WORDS_WIDE, frame.lang)]


def _wrapped(runs: Sequence[tuple[str, int]], size: float, most: float) -> list[Runs]:
    """Lines of mixed weights; a word wider than a line is cut between letters, for nothing else is left to do."""
    lines: list[Runs] = []
    for line in typeface.wrap_runs(runs, size, most):
        if sum(typeface.width(words, size, weight) for words, weight in line) <= most:
            lines.append(line)
        else:
            lines += [[(part, weight)] for words, weight in line for part in typeface.wrap(words, size, weight, most)]
    return lines


def _part(quote: Quote, lines: Sequence[_Line]) -> Quote:
    """What of a quote stands on one slide: all of it as it was told, or the lines of it."""
    drawn = "".join(words for line in lines if not line.ours for words, _ in line.runs)
    if "".join(drawn.split()) == "".join(quote.text.split()) and any(line.ours for line in lines) == bool(quote.ours):
        return quote
    words: Runs = []
    for position, line in enumerate(line for line in lines if not line.ours):
        (first, weight), *rest = line.runs
        words += [(f" {first.lstrip()}" if position else first.lstrip(), weight), *rest]
    return replace(quote, words=tuple(words), ours=" ".join(words for line in lines if line.ours for words, _ in line.runs))


def _quote(canvas: Canvas, quote: Quote, lines: Sequence[_Line], y: float) -> float:
    """How firm it is and where it stands, then the words; returns where it ends."""
    theme, x = canvas.theme, float(LEFT)
    if quote.force:
        wide = key.cell_width(quote.firm, PLACE)
        key.cell(canvas, x, y, wide, 36, quote.force, quote.firm, PLACE)
        x += wide + 16
    canvas.text(x, y + 18, quote.place, PLACE, 600, theme.ink2)
    y += PLACE_HIGH
    canvas.rule(LEFT, y, 4, sum(line.step for line in lines) - 4, theme.edge)
    for line in lines:
        size, color = (MESSAGE, theme.ink2) if line.ours else (WORDS, theme.ink)
        canvas.text(LEFT + 22, y + line.step / 2 - 2, line.runs, size, 400, color)
        y += line.step
    return y


# tables ------------------------------------------------------------------------------------------------------------


def table(frame: Frame, given: Table) -> list[Slide]:
    """A table at a size that is read from the back row; the heads stand on each slide that it takes."""
    top, bottom = _room(frame)
    lefts, wides = _columns(given)
    whole = [[_cell_lines(cell, wide, frame.lang) for cell, wide in zip(row, wides, strict=True)] for row in given.rows]
    breaks = _breaks([_high(lines) for lines in whole], bottom - top - HEAD_HIGH)
    pages: list[list[tuple[int, list[list[str]]]]] = [[]]
    y = top + HEAD_HIGH
    for number, rest in enumerate(whole):
        if y > top + HEAD_HIGH and (number in breaks or y + _high(rest) > bottom):
            pages.append([])
            y = top + HEAD_HIGH
        while any(rest):
            taken = _fitting([float(ROW_STEP)] * max(map(len, rest)), bottom - y - ROW_PAD)
            part = [lines[:taken] for lines in rest]
            pages[-1].append((number, part))
            y += _high(part)
            rest = [lines[taken:] for lines in rest]
            if any(rest):
                pages.append([])
                y = top + HEAD_HIGH
    canvases, bodies = [], []
    for number, page in enumerate(pages, 1):
        canvas = frame.canvas(number, len(pages))
        _heads(canvas, given, lefts, wides)
        y = canvas.head + 6 + HEAD_HIGH
        for position, lines in page:
            y = _row(canvas, given, position, lines, (lefts, wides), y)
        canvases.append(canvas)
        bodies.append(replace(given, rows=tuple(_said(given.rows[position], lines) for position, lines in page)))
    return slides(frame, canvases, bodies)


def _columns(given: Table) -> tuple[list[float], list[float]]:
    """Where each column begins, and how wide it is."""
    room = RIGHT - LEFT - GUTTER * (len(given.shares) - 1)
    wides = [room * share / sum(given.shares) for share in given.shares]
    lefts = [LEFT + sum(wides[:position]) + GUTTER * position for position in range(len(wides))]
    return lefts, wides


def _sign(cell: Cell) -> float:
    """How much room the sign of a cell takes."""
    return SIGN + 10 if cell.standing or cell.force else 0


def _cell_lines(cell: Cell, wide: float, lang: str) -> list[str]:
    return typeface.wrap(kept(cell.words), MESSAGE, 500, wide - _sign(cell), lang)


def _high(lines: Sequence[Sequence[str]]) -> float:
    return ROW_STEP * max(1, *(len(each) for each in lines)) + ROW_PAD


def _said(row: tuple[Cell, ...], lines: Sequence[Sequence[str]]) -> tuple[Cell, ...]:
    """What of a row stands on one slide; whole, unless it goes on on the next."""
    return tuple(replace(cell, words=_whole(cell.words, said)) for cell, said in zip(row, lines, strict=True))


def _whole(words: str, lines: Sequence[str]) -> str:
    """The words as they were told, if all of them are in these lines; where a word was cut to fit, lines joined have blanks in it."""
    return kept(words) if "".join(words.split()) == "".join("".join(lines).split()) else " ".join(lines)


def _heads(canvas: Canvas, given: Table, lefts: Sequence[float], wides: Sequence[float]) -> None:
    y = canvas.head + 6 + HEAD / 2
    for head, side, left, wide in zip(given.heads, given.sides, lefts, wides, strict=True):
        canvas.text(left if side == "left" else left + wide, y, head, HEAD, 400, canvas.theme.ink3, side)
    canvas.rule(LEFT, canvas.head + 2 + HEAD_HIGH, RIGHT - LEFT, 1, canvas.theme.edge)


def _row(
    canvas: Canvas, given: Table, number: int, lines: Sequence[Sequence[str]], at: tuple[Sequence[float], Sequence[float]], y: float
) -> float:
    theme = canvas.theme
    for position, (cell, said) in enumerate(zip(given.rows[number], lines, strict=True)):
        left, wide, side = at[0][position], at[1][position], given.sides[position]
        middle = y + ROW_PAD / 2 + ROW_STEP / 2
        if said and cell.standing:
            standing(canvas, cell.standing, left, middle)
        elif said and cell.force:
            force(canvas, cell.force, left, middle)
        for line in said:
            canvas.text(left + _sign(cell) if side == "left" else left + wide, middle, line, MESSAGE, 500, theme.ink, side)
            middle += ROW_STEP
    bottom = y + _high(lines)
    canvas.rule(LEFT, bottom - 2, RIGHT - LEFT)
    return bottom


def standing(canvas: Canvas, where: Standing, x: float, middle: float) -> None:
    """The sign of a standing: its colour or texture and its mark; what nothing was found for is empty."""
    paint, glyph = canvas.theme.standing[where], STANDING_GLYPH[where]
    y = middle - SIGN / 2
    if where is Standing.NOT_ASSESSABLE:
        canvas.frame(x, y, SIGN, SIGN, paint.edge, 1.5)
    else:
        fill(canvas, where, x, y, SIGN, SIGN)
    if where in (Standing.NOT_ASSESSED, Standing.WITHHELD):
        canvas.box(x + 7, y + 4, SIGN - 14, SIGN - 8, canvas.theme.bg)
    canvas.text(x + SIGN / 2, middle, glyph, HEAD, 700, paint.text, "middle")


def force(canvas: Canvas, which: Force, x: float, middle: float) -> None:
    """The sign of a force: its colour around its mark; the mark is small, or a promise would look like an empty box."""
    paint = canvas.theme.force[which]
    canvas.box(x, middle - SIGN / 2, SIGN, SIGN, paint.fill, paint.edge)
    canvas.mark(x + SIGN / 2, middle, FORCE_SYMBOL[which], 12, paint.text)


# figures -----------------------------------------------------------------------------------------------------------


def figures(frame: Frame, given: Figures) -> list[Slide]:
    """Numbers, each with what it counts; a sentence without a number stands in line with their words."""
    top, bottom = _room(frame)
    wide = max((typeface.width(each.number, NUMBER, 700) for each in given.figures), default=0.0)
    indent = wide + 28 if wide else 0.0
    room = min(RIGHT - LEFT - indent, WORDS_WIDE)
    whole = [typeface.wrap(kept(each.words), WORDS, 500, room, frame.lang) for each in given.figures]
    breaks = _breaks([figure_high(each, len(lines)) for each, lines in zip(given.figures, whole, strict=True)], bottom - top)
    pages: list[list[tuple[Figure, list[str]]]] = [[]]
    y = top
    for position_of, (each, rest) in enumerate(zip(given.figures, whole, strict=True)):
        if y > top and (position_of in breaks or y + figure_high(each, len(rest)) > bottom):
            pages.append([])
            y = top
        number = each.number
        while rest:
            taken = _fitting([float(WORDS_STEP)] * len(rest), bottom - y - BETWEEN)
            pages[-1].append((replace(each, number=number), rest[:taken]))
            y += figure_high(each, taken)
            rest, number = rest[taken:], ""
            if rest:
                pages.append([])
                y = top
    canvases, bodies = [], []
    for number_of, page in enumerate(pages, 1):
        canvas = frame.canvas(number_of, len(pages))
        apart = between(canvas, [figure_high(each, len(lines)) for each, lines in page])
        y = canvas.head + 6 + apart / 2
        for each, lines in page:
            high = figure_high(each, len(lines))
            first = y + high / 2 - WORDS_STEP * (len(lines) - 1) / 2 - 4
            canvas.text(LEFT + wide, first if len(lines) > 1 else y + high / 2 - 4, each.number, NUMBER, 700, None, "right")
            for position, line in enumerate(lines):
                canvas.text(LEFT + indent, first + position * WORDS_STEP, line, WORDS, 500)
            y += high + apart
            if each is not page[-1][0]:
                canvas.rule(LEFT, y - apart / 2 - 4, RIGHT - LEFT)
        canvases.append(canvas)
        bodies.append(Figures(tuple(replace(each, words=_whole(each.words, lines)) for each, lines in page)))
    return slides(frame, canvases, bodies)


def figure_high(each: Figure, lines: int) -> float:
    """How high a figure is whose words take so many lines."""
    return max(NUMBER + 16 if each.number else 0, WORDS_STEP * lines + APART)


def between(canvas: Canvas, highs: Sequence[float]) -> float:
    """What the room that figures leave puts between them."""
    spare = canvas.foot - 16 - canvas.head - 6 - sum(highs)
    return min(max(spare / max(len(highs), 1), 0), LOOSEST)
