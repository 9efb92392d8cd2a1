"""What a paged text repeats on its pages: headers, footers and page numbers.

A line is one where the file says so, where it stands at the edge of several pages in the same words, or where it counts the pages.
Its digits may run with the pages; headings that count something else, such as "Article 3" and "Article 5", do not.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from itertools import pairwise

from models.texts.cleaning import wording
from models.texts.cleaning.sheet import Row, Sheet
from models.texts.parts import Why
from models.texts.source import Role

_SAID = {Role.HEADER: Why.HEADER, Role.FOOTER: Why.FOOTER, Role.MENU: Why.MENU, Role.FORM: Why.FORM, Role.COMMENT: Why.COMMENT}
_AT_EDGE, _UPPER, _LOWER = 3, 0.14, 0.86
_NUMBERED = re.compile(
    r"(?:page|p\.|pg\.|쪽) ?(\d{1,4})(?: ?(?:of|/) ?(\d{1,4}))?"
    r"|[-–—~<\[(|·] ?(\d{1,4}) ?[-–—~>\])|·]|(\d{1,4}) ?(?:쪽|페이지)(?: ?/ ?(?:총 ?)?\d{1,4} ?(?:쪽|페이지)?)?|(\d{1,4}) ?(?:/|of) ?(\d{1,4})(?: pages?| ?쪽)?",
    re.IGNORECASE,
)
"""What can only be the number of a page."""
_BARE = re.compile(r"\d{1,4}")
_COUNTED = re.compile(r"(?:article|section|chapter|part|principle|commitment|annex|제) ?#.{0,4}", re.IGNORECASE)
_DIGITS = re.compile(r"\d{1,9}")
_LONGEST = 160
_FULL_PAGE = 8
"""A page with so many gaps between its lines shows by them how near lines of the text stand."""


def furniture(sheet: Sheet) -> None:
    """Take away what the file says is no text, and what its pages repeat."""
    said: set[str] = set()
    for row in sheet.standing:
        if row.line.role in _SAID:
            edge = row.line.role in (Role.HEADER, Role.FOOTER)
            counts = _numbered(row) is not None or (edge and _BARE.fullmatch(row.words))
            if edge and not counts:
                said.add(_DIGITS.sub("#", row.words.casefold()))
            sheet.take_row(row, Why.PAGE_NUMBER if counts and row.line.role is not Role.COMMENT else _SAID[row.line.role])
    pages = [[row for row in page if row.words] for page in sheet.pages]
    if pages:
        _count(sheet, pages)
        _repeated(sheet, [[row for row in page if row.words] for page in pages], said)
    else:
        _unpaged(sheet)


def _numbered(row: Row) -> int | None:
    """The number of a page that a line is and nothing else."""
    match = _NUMBERED.fullmatch(row.words) if len(row.words) <= 24 else None
    return int(next(group for group in match.groups() if group)) if match else None


def _edges(page: Sequence[Row]) -> tuple[list[Row], list[Row]]:
    """The lines at the upper and at the lower edge of a page."""
    upper = [row for row in page[:_AT_EDGE] if row.line.top is None or row.line.top < _UPPER or row is page[0]]
    lower = [row for row in page[-_AT_EDGE:] if row.line.top is None or row.line.top > _LOWER or row is page[-1]]
    return upper, [row for row in lower if row not in upper[: max(1, len(page) // 2)]]


def _count(sheet: Sheet, pages: Iterable[Sequence[Row]]) -> None:
    """Take away the lines that count the pages."""
    bare: dict[int, list[Row]] = defaultdict(list)
    for page in pages:
        for row in {row.index: row for edge in _edges(page) for row in edge}.values():
            if _numbered(row) is not None:
                sheet.take_row(row, Why.PAGE_NUMBER)
            elif _BARE.fullmatch(row.words) and row.line.page is not None:
                bare[int(row.words) - row.line.page].append(row)
    for ahead, rows in bare.items():
        if len({row.line.page for row in rows}) > 1 or ahead == 0:
            for row in rows:
                sheet.take_row(row, Why.PAGE_NUMBER)


def _repeated(sheet: Sheet, pages: Sequence[Sequence[Row]], said: Collection[str]) -> None:
    """Take away lines that stand at the same edge of most pages, or of three, or that are known from another page."""
    for side, why in enumerate((Why.HEADER, Why.FOOTER)):
        found: dict[str, list[tuple[int, Row]]] = defaultdict(list)
        for number, page in enumerate(pages):
            for row in _edges(page)[side] if page else ():
                if len(row.words) <= _LONGEST:
                    found[_DIGITS.sub("#", row.words.casefold())].append((number, row))
        for key, places in found.items():
            on = {number for number, _ in places}
            if key in said:
                for _, row in places:
                    sheet.take_row(row, why)
                continue
            if len(on) >= 2 and (len(on) >= 3 or 2 * len(on) >= len(pages)) and not _COUNTED.fullmatch(key) and _run_with_pages(places):
                # What stands on three pages, and on all but one of them, is repeated whatever stands beside it, if it begins as a line does.
                always = len(on) >= 3 and len(on) >= len(pages) - 1 and not places[0][1].words[0].islower()
                if not always and 2 * sum(_in_sentence(pages[number], row, side) for number, row in places) > len(places):
                    continue
                for row in _but_a_title(pages, [row for _, row in places]):
                    sheet.take_row(row, why)


def _in_sentence(page: Sequence[Row], row: Row, side: int) -> bool:
    """Whether a line at the edge of a page stands as near to the next as lines do: on a full page, or within a sentence."""
    at = page.index(row)
    if side and at:
        before, after = page[at - 1], row
    elif not side and at + 1 < len(page):
        before, after = row, page[at + 1]
    else:
        return False
    tops = [each.line.top for each in page]
    gaps = sorted(two - one for one, two in pairwise(tops) if one is not None and two is not None and two > one)
    if not gaps or before.line.top is None or after.line.top is None:
        return False
    near = after.line.top - before.line.top <= 1.3 * gaps[len(gaps) // 2]
    if near and len(gaps) >= _FULL_PAGE:
        return True
    korean = before.words[-1] >= "\uac00" and after.words[0] >= "\uac00" and not before.words.endswith("다")
    return near and (after.words[0].islower() or korean) and not wording.SENTENCE_END.search(before.words)


def _run_with_pages(places: Sequence[tuple[int, Row]]) -> bool:
    """Whether each number in lines that are otherwise alike stays as it is or counts the pages."""
    numbers = [[int(digits) for digits in _DIGITS.findall(row.words)] for _, row in places]
    for column in zip(*numbers, strict=False):
        if len(set(column)) > 1 and len({value - page for value, (page, _) in zip(column, places, strict=True)}) > 1:
            return False
    return True


def _but_a_title(pages: Sequence[Sequence[Row]], rows: list[Row]) -> list[Row]:
    """The lines without the first, where it is the only one on the first page that names the text."""
    first = rows[0]
    if first not in pages[0] or not wording.TITLE.search(first.words):
        return rows
    others = [row for row in pages[0][:12] if row not in rows and len(row.words) <= _LONGEST and wording.TITLE.search(row.words)]
    return rows if any(not wording.SENTENCE_END.search(row.words) for row in others) else rows[1:]


def _unpaged(sheet: Sheet) -> None:
    """Of a text that knows no pages: lines that count them, and what stands beside these lines again and again."""
    standing = sheet.standing
    counting = [(place, number) for place, row in enumerate(standing) if (number := _numbered(row)) is not None]
    sure = [place for place, _ in counting] if _count_up([number for _, number in counting]) else []
    if not sure:
        bare = [place for place, row in enumerate(standing) if _BARE.fullmatch(row.words)]
        split = [place for place in bare if _runs_over(standing, place)]
        if _count_up([int(standing[place].words) for place in bare]) and 2 * len(split) >= len(bare):
            sure = bare
    beside: dict[str, list[tuple[int, Row]]] = defaultdict(list)
    for number, place in enumerate(sure):
        sheet.take_row(standing[place], Why.PAGE_NUMBER)
        for row in standing[max(0, place - 2) : place] + standing[place + 1 : place + 3]:
            if row.words and len(row.words) <= _LONGEST:
                beside[_DIGITS.sub("#", row.words.casefold())].append((number, row))
    for key, places in beside.items():
        if len({row.index for _, row in places}) >= 2 and not _COUNTED.fullmatch(key) and _run_with_pages(places):
            for _, row in places:
                sheet.take_row(row, Why.HEADER if row.index > standing[sure[0]].index else Why.FOOTER)


def _count_up(numbers: Sequence[int]) -> bool:
    return len(numbers) > 1 and all(after == before + 1 for before, after in pairwise(numbers))


def _runs_over(rows: Sequence[Row], place: int) -> bool:
    """Whether a sentence runs over a line."""
    if not 0 < place < len(rows) - 1:
        return False
    return not wording.SENTENCE_END.search(rows[place - 1].words) and not wording.MARK.match(rows[place + 1].words)
