"""The printed lines of a PDF in the order of reading: with where they stand, their size as a heading, and what is a footnote."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from models.texts.files.printed import columns
from models.texts.files.printed.rows import Row, rows
from models.texts.files.printed.signs import Page, Run, Sign

_HEADING: Final = 1.14
"""A heading is so many times larger than most of the text."""
_MUCH: Final = 0.3
"""Of all letters, so many make a size that of the text, where another has more, as notes may."""
_NOTE: Final = 0.93
"""A footnote is at most so large."""
_NOTE_TOP: Final = 0.35
"""Higher on the page no footnote begins."""
_WIDE_LEADING: Final = 2.1
"""Of its size: so much further below the line before it, something is no footnote any more but the foot of the page."""
_EDGE: Final = 0.1
"""Of a page: so near to its edge stand headers and footers."""
_MARGIN: Final = 0.06
"""Of a page: so near to its edge nothing stands but a header or a footer, also where it is as large as the text."""
_FOOT: Final = 0.075
_FEW: Final = 4
"""A page with fewer lines has no header that could be told from them."""
_BLANK: Final = 0.16
"""Of its size: a gap that is read as a blank."""
_AUTOSPACING: Final = 0.28
"""The same between Korean and Latin letters, which programs set a little apart."""
_NOTE_MARK: Final = re.compile(r"[(\[]?(\d{1,3}|[ivx]{1,5}(?=[).\]]))[)\].]?|[*†‡§¶]{1,3}|[①-⑳]|[¹²³⁰⁴-⁹]{1,3}|주\s?\d{0,3}\)")
_BEHIND_WORD: Final = re.compile(r"(?<=[^\s\d*])([*†‡§¶]{1,3}|[¹²³⁰⁴-⁹]{1,3})")
_PAGE_NUMBER: Final = re.compile(r"[-–—\s|/]*\d{1,4}([-–—\s|/]+\d{0,4})?[-–—\s|]*")


@dataclass(slots=True)
class Setting:
    """Signs of a line that are set alike."""

    text: str
    bold: bool
    raised: bool


@dataclass(slots=True)
class Printed:
    """A printed line."""

    pieces: list[Setting]
    size: float
    page: int
    left: float
    top: float
    """0 at the upper edge of the paper, 1 at the lower one."""
    height: float
    """Of its size, by that of the paper."""
    upright: bool = True
    heading: int | None = None
    footnote: bool = False
    header: bool = False
    footer: bool = False
    indent: float = 0.0
    right: float = 0.0
    ends: float | None = None

    @property
    def text(self) -> str:
        """What it says."""
        return "".join(piece.text for piece in self.pieces)


def printed(pages: Sequence[Page]) -> tuple[list[Printed], bool]:
    """All lines, and whether columns decided their order."""
    found: list[Printed] = []
    moved = False
    for number, page in enumerate(pages, 1):
        upright = _commonest_turn(page)
        straight = [run for run in page.runs if run.setting.turned == upright]
        order, by_columns = columns.ordered(rows(straight))
        moved = moved or by_columns
        of_page = [_line(row, page, number, upright) for row in order]
        _tell_ends(of_page, page, by_columns or upright != 0)
        found.extend(of_page)
        for turned in sorted({run.setting.turned for run in page.runs} - {upright}):
            others = rows([run for run in page.runs if run.setting.turned == turned])
            found.extend(_line(row, page, number, turned, upright=False) for row in others)
    _tell_headings(found)
    return found, moved


def _commonest_turn(page: Page) -> int:
    turns = Counter[int]()
    for run in page.runs:
        turns[run.setting.turned] += len(run.signs)
    return turns.most_common(1)[0][0] if turns else 0


def _line(row: Row, page: Page, number: int, turned: int, upright: bool = True) -> Printed:
    left, bottom, right, top = page.box
    start, end = {90: (-right, -left), 180: (-top, -bottom), 270: (left, right)}.get(turned, (bottom, top))
    paper = max(end - start, 1.0)
    at = min(max((end - row.base - 0.75 * row.size) / paper, 0.0), 1.0)
    size = max((sum(len(run.signs) for run in row.runs if run.setting.size == size), size) for size in {r.setting.size for r in row.runs})[
        1
    ]
    return Printed(list(_pieces(row.runs)), size, number, row.left, round(at, 4), row.size / paper, upright, right=row.right)


def _tell_ends(lines: Sequence[Printed], page: Page, by_columns: bool) -> None:
    """Say of the lines of a page where they end between its margins."""
    left, _, right, _ = page.box
    edge = min((line.left for line in lines), default=left)
    width = right - left - 2 * (edge - left)
    if not by_columns and width > (right - left) / 4:
        for line in lines:
            line.ends = round((line.right - edge) / width, 3)


def _pieces(runs: list[Run]) -> Iterator[Setting]:
    """The signs of a line, with a blank in every gap that has none."""
    last: Setting | None = None
    end, blank, before = 0.0, True, ""
    for sign in _but_autospacing([sign for run in runs for sign in run.signs]):
        if sign.text == " " and blank:
            end = max(end, sign.right)
            continue
        least = _AUTOSPACING if _changes_script(before, sign.text) else _BLANK
        gap = not blank and sign.text != " " and sign.left - end > least * sign.size
        text = (" " if gap else "") + sign.text
        if last and (last.bold, last.raised) == (sign.bold, sign.raised):
            last.text += text
        else:
            if last:
                last.text += " " if gap else ""
                yield last
            last = Setting(sign.text if last else text, sign.bold, sign.raised)
        blank, end, before = sign.text == " ", sign.right, sign.text
    if last:
        yield last


def _but_autospacing(signs: list[Sign]) -> Iterator[Sign]:
    """The signs without blanks that nobody drew where a program only set Korean letters apart from Latin ones."""
    for at, sign in enumerate(signs):
        if sign.text == " " and sign.right <= sign.left and 0 < at < len(signs) - 1:
            one, two = signs[at - 1], signs[at + 1]
            if _changes_script(one.text, two.text) and two.left - one.right <= _AUTOSPACING * two.size:
                continue
        yield sign


def _changes_script(before: str, after: str) -> bool:
    """Whether a Korean letter stands beside a Latin one or a digit, which programs set a little apart."""
    return (before >= "\u1100") != (after >= "\u1100") and before[-1:].isalnum() and after[:1].isalnum()


def _tell_headings(lines: list[Printed]) -> None:
    """Say of every line whether it is a heading or a footnote, and how far it is indented, by what most of the text is like."""
    sizes = Counter[float]()
    for line in lines:
        sizes[line.size] += len(line.text)
    if not sizes:
        return
    body = max(size for size, letters in sizes.items() if letters >= _MUCH * sizes.total() or size == sizes.most_common(1)[0][0])
    larger = sorted({line.size for line in lines if line.size >= _HEADING * body and line.upright}, reverse=True)
    by_page: dict[int, list[Printed]] = {}
    for line in lines:
        by_page.setdefault(line.page, []).append(line)
        if line.size in larger and line.upright:
            line.heading = min(larger.index(line.size) + 1, 6)
    edge = min((line.left for line in lines if line.upright), default=0.0)
    for line in lines:
        line.indent = round(max(line.left - edge, 0.0), 1)
    for page in by_page.values():
        upright = [line for line in page if line.upright]
        _tell_footnotes(upright, body)
        _tell_edges(upright, body)


def _tell_edges(page: Sequence[Printed], body: float) -> None:
    """Small type alone at the upper or lower edge of a page, set off from what stands on it."""
    if len(page) < _FEW:
        return
    first, second, *_ = page
    above_title = first.top < _MARGIN and first.heading is None and second.heading is not None and _is_far(first, second)
    first.header = first.top < _EDGE and (_is_apart(first, second, body) or above_title)
    *_, last_but_one, last = page
    below_all = last.top > 1 - _FOOT and last.heading is None and _is_far(last, last_but_one)
    last.footer = last.top > 1 - _EDGE and not last.footnote and (_is_apart(last, last_but_one, body) or below_all)


def _is_apart(line: Printed, next_: Printed, body: float) -> bool:
    return line.size <= _NOTE * body and _is_far(line, next_)


def _is_far(line: Printed, next_: Printed) -> bool:
    return abs(line.top - next_.top) > _WIDE_LEADING * line.height


def _tell_footnotes(page: list[Printed], body: float) -> None:
    """Small type at the foot of a column of a page, from the first line on that begins with a mark which hangs on a word above."""
    block: list[Printed] = []
    hanging: set[str] = set()
    for line in [*page, None]:
        if line and line.size <= _NOTE * body and (not block or line.top >= block[-1].top):
            block.append(line)
            continue
        _tell_block(block, hanging)
        block = []
        if line and line.size <= _NOTE * body:
            block = [line]
        elif line:
            hanging |= _hanging(line)


def _hanging(line: Printed) -> set[str]:
    """The marks that may lead to a footnote: what is set raised, and signs that stand behind a word."""
    raised = {_bare(piece.text) for piece in line.pieces if piece.raised}
    return raised | {_bare(mark) for mark in _BEHIND_WORD.findall(line.text)}


def _bare(mark: str) -> str:
    return mark.strip(" ()[].,;")


def _tell_block(block: list[Printed], hanging: set[str]) -> None:
    began: Printed | None = None
    for line in block:
        text = line.text.strip()
        if began and line.top - began.top > _WIDE_LEADING * line.height:
            return
        marked = _NOTE_MARK.match(text)
        if began or (line.top >= _NOTE_TOP and marked and marked.end() < len(text) and _bare(marked[0]) in hanging):
            if _PAGE_NUMBER.fullmatch(text):
                return
            line.footnote = True
            began = line
