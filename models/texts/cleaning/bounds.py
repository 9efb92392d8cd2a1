"""Where the declaration begins and where it ends on a page that holds more: what stands around it is taken away.

Both ends are cut only on good grounds: the beginning where furniture of a page or a report stands before the title or the opening
words, the end where a page says that it is over. In doubt a line stays in; title, place, day, theme and epigraph always do.
"""

from __future__ import annotations

from collections.abc import Sequence

from models.texts.cleaning import wording
from models.texts.cleaning.sheet import Row, Sheet
from models.texts.parts import Why

_LONGEST = 200
"""Furniture is never longer."""
_TITLE, _PROSE, _REPORT = 160, 60, 200


def around(sheet: Sheet) -> None:
    """Take away what the page has around the declaration, and its buttons and forms wherever they stand."""
    rows = [row for row in sheet.standing if row.line.role.value == "body"]
    known = {row.index: why for row in rows if (why := furniture(row)) is not None}
    anchor = _anchor(rows, known)
    begin = _begin(rows, known, anchor)
    for row in rows[:begin]:
        sheet.take_row(row, known.get(row.index) or _aside(row) or Why.AROUND)
    end = _end(rows, known, max(begin, anchor if anchor is not None else begin))
    for at in range(end, len(rows)):
        near = any(known.get(row.index) is Why.CONTACT for row in rows[at + 1 : at + 4]) and _names_organiser(rows[at].words)
        sheet.take_row(rows[at], known.get(rows[at].index) or _aside(rows[at]) or (Why.CONTACT if near else Why.AROUND))
    for row in rows[begin:end]:
        if row.index in known:
            sheet.take_row(row, known[row.index])


def furniture(row: Row) -> Why | None:
    """Why a line is furniture of a page wherever it stands; None where it may be words of the text."""
    words = row.words.casefold()
    numbered = wording.FIRST.match(words) or wording.MARK.match(words)
    if len(words) > _LONGEST or (row.line.heading is not None and wording.TITLE.search(words)) or (numbered and words[0].isalnum()):
        return None
    return next((why for why, pattern in wording.ANYWHERE.items() if pattern.fullmatch(words)), None)


def _aside(row: Row) -> Why | None:
    """Why a line outside of the text is furniture of a page."""
    if len(row.words) > _LONGEST:
        return None
    words = row.words.casefold()
    if wording.DAY.fullmatch(words):
        return Why.MENU
    if row.line.links and row.line.links >= 0.8 * len(row.line.text.strip()):
        return Why.MENU
    return next((why for why, pattern in wording.AROUND.items() if pattern.fullmatch(words)), None)


def _is_title(row: Row) -> bool:
    words = row.words
    return (
        len(words) <= _TITLE
        and wording.TITLE.search(words) is not None
        and not words.endswith((".", ";", ",", ":"))
        and not wording.CAPTION.fullmatch(words)
        and not wording.MARK.match(words)
    )


def _is_report(row: Row) -> bool:
    """Whether a line tells something in a sentence, as the report above a declaration does, and is no epigraph."""
    words = row.words
    if not words.endswith((".", "다.", "!", "?")) or len(words) < _PROSE or any(sign in words for sign in '“”‘’「」"'):
        return len(words) > 3 * _REPORT
    return len(words.split()) >= 8


def _anchor(rows: Sequence[Row], known: dict[int, Why]) -> int | None:
    """The line with the opening words, or the first numbered paragraph."""
    opening = numbered = None
    for at, row in enumerate(rows):
        if row.index in known:
            continue
        if opening is None and (wording.OPENING.match(row.words) or wording.OPENING_WITHIN.search(row.words[:3000])):
            opening = at
        if numbered is None and wording.FIRST.match(row.words):
            numbered = at
    found = sorted(at for at in (opening, numbered) if at is not None)
    titled = [at for at in found if any(_is_title(row) and row.index not in known for row in rows[:at])]
    return titled[0] if titled else opening if opening is not None else numbered


def _begin(rows: Sequence[Row], known: dict[int, Why], anchor: int | None) -> int:
    """The first line of the declaration."""
    last = anchor if anchor is not None else next((at for at, row in enumerate(rows) if _is_title(row) and row.index not in known), None)
    if last is None:
        return 0
    stops = [at for at in range(last) if _stops(rows, known, at)]
    titles = [at for at in range(last + 1) if _is_title(rows[at]) and at not in stops]
    if not titles:
        return stops[-1] + 1 if stops else 0
    title = titles[-1]
    above = max((at for at in stops if at < title), default=-1)
    at = title
    while at - 1 > above:
        if _is_report(rows[at - 1]):
            higher = [each for each in titles if above < each < at - 1]
            if not higher:
                return at
            at = higher[-1] + 1
        at -= 1
    return _below_menu(rows, at, title) if above >= 0 else at


def _stops(rows: Sequence[Row], known: dict[int, Why], at: int) -> bool:
    """Whether a line before the opening words shows that a page, and not the declaration, is speaking."""
    row = rows[at]
    if row.index in known or wording.CAPTION.fullmatch(row.words) or (len(row.words) <= _LONGEST and wording.PICTURES.fullmatch(row.words)):
        return True
    why = _aside(row)
    if why is Why.MENU and wording.DAY.fullmatch(row.words.casefold()):
        return any(rows[each].index in known for each in range(max(0, at - 2), min(len(rows), at + 3)))
    return why is not None


def _below_menu(rows: Sequence[Row], at: int, title: int) -> int:
    """Without the single words that go on from a menu above a title."""
    while at < title and len(rows[at].words.split()) <= 2 and not wording.FORUM.search(rows[at].words) and rows[at].words.isalpha():
        at += 1
    return at


def _end(rows: Sequence[Row], known: dict[int, Why], begin: int) -> int:
    """The line after the last one of the declaration."""
    sizes = [len(row.words) for row in rows]
    marks = [at for at in range(begin, len(rows)) if wording.MARK.match(rows[at].words) and rows[at].index not in known]
    for at in range(begin + 1, len(rows)):
        closes = len(rows[at].words) <= _LONGEST and wording.CLOSING.fullmatch(rows[at].words.casefold()) is not None
        if rows[at].index not in known and not closes:
            continue
        before, after = sum(sizes[begin:at]), sum(size for size, row in zip(sizes[at:], rows[at:], strict=True) if row.index not in known)
        numbered = any(mark > at for mark in marks)
        if (closes and (not numbered or before >= after) and any(mark < at for mark in marks)) or (not numbered and 4 * after <= before):
            return _above_contact(rows, at, begin) if known.get(rows[at].index) is Why.CONTACT else at
    return len(rows)


def _above_contact(rows: Sequence[Row], at: int, begin: int) -> int:
    """With the name and the address of whoever runs the page, where they stand above a telephone number."""
    for _ in range(3):
        words = rows[at - 1].words
        if at - 1 <= begin or wording.MARK.match(words) or not _names_organiser(words) or words.endswith((".", ",", ";")):
            break
        at -= 1
    return at


def _names_organiser(words: str) -> bool:
    """Whether a line is the name or the address of whoever runs a page."""
    return len(words) <= 120 and (wording.ORGANISER.search(words) or wording.ADDRESS.search(words)) is not None
