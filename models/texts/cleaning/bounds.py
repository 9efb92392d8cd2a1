"""Where the declaration begins and where it ends on a page that holds more: what stands around it is taken away.

Both ends are cut only on good grounds: the beginning where furniture of a page or a report stands before the title or the opening
words, the end where a page says that it is over. In doubt a line stays in; title, place, day, theme and epigraph always do.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from models.texts.cleaning import wording
from models.texts.cleaning.joining import wide
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
    postings = [rows[at] for at in range(begin, anchor or begin) if _is_posting(rows, known, at)]
    for row in rows[begin:end]:
        if row.index in known:
            sheet.take_row(row, known[row.index])
    for row in postings:
        sheet.take_row(row, Why.MENU)


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
    if not _is_sentence(words) or wide(words) < _PROSE:
        return len(words) > 3 * _REPORT
    return len(words.split()) >= 8 or not words.isascii()


def _is_sentence(words: str) -> bool:
    """Whether a line ends like a sentence and quotes nothing."""
    return words.endswith((".", "!", "?")) and not any(sign in words for sign in '“”‘’「」"')


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
            while titles and titles[-1] >= at - 1:
                titles.pop()
            if not titles or titles[-1] <= above:
                return next((each for each in range(at, title) if not _is_sentence(rows[each].words)), title)
            at = titles[-1] + 1
        at -= 1
    return _below_menu(rows, at, title) if above >= 0 else at


def _stops(rows: Sequence[Row], known: dict[int, Why], at: int) -> bool:
    """Whether a line before the opening words shows that a page, and not the declaration, is speaking."""
    row = rows[at]
    if row.index in known or wording.CAPTION.fullmatch(row.words) or (len(row.words) <= _LONGEST and wording.PICTURES.fullmatch(row.words)):
        return True
    return _is_posting(rows, known, at) if wording.DAY.fullmatch(row.words.casefold()) else _aside(row) is not None


def _is_posting(rows: Sequence[Row], known: dict[int, Why], at: int) -> bool:
    """Whether a day is that of a posting, as one beside a counter of views is, and not that of the declaration."""
    if len(rows[at].words) > _LONGEST or not wording.DAY.fullmatch(rows[at].words.casefold()):
        return False
    return any(rows[each].index in known for each in range(max(0, at - 2), min(len(rows), at + 3)))


def _below_menu(rows: Sequence[Row], at: int, title: int) -> int:
    """Without the single words that go on from a menu above a title."""
    while at < title and len(rows[at].words.split()) <= 2 and not wording.FORUM.search(rows[at].words) and rows[at].words.isalpha():
        at += 1
    return at


def _end(rows: Sequence[Row], known: dict[int, Why], begin: int) -> int:
    """The line after the last one of the declaration."""
    marks = [at for at in range(begin, len(rows)) if wording.MARK.match(rows[at].words) and rows[at].index not in known]
    letters = list(accumulate((len(row.words) for row in rows), initial=0))
    own = list(accumulate((0 if row.index in known else len(row.words) for row in rows), initial=0))
    for at in range(begin + 1, len(rows)):
        closes = len(rows[at].words) <= _LONGEST and wording.CLOSING.fullmatch(rows[at].words.casefold()) is not None
        if rows[at].index not in known and not closes:
            continue
        before, after = letters[at] - letters[begin], own[-1] - own[at]
        numbered = bool(marks) and marks[-1] > at
        if (closes and (not numbered or before >= after) and bool(marks) and marks[0] < at) or (not numbered and 4 * after <= before):
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
