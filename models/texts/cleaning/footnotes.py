"""Footnotes and endnotes: their words at the foot of a page or of the text, and their marks, glued to words.

A digit is a mark where it is set higher, or where a footnote with that mark stands below; years, decimals and names such as "SDG16"
are none. The marks of notes follow one another, in the text as below it.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from models.texts.cleaning import wording
from models.texts.cleaning.sheet import Row, Sheet
from models.texts.source import Role, Stretch

_SIGN = r"\d{1,3}|[*＊]{1,3}|[†‡§]|[¹²³⁰⁴-⁹]{1,3}"
_AT_START = re.compile(rf"(?:(?P<bracket>[\[(])(?P<inner>{_SIGN})[\])]|(?P<sign>{_SIGN})(?!\d)(?P<after>[.)]?))\s*(?=\S)")
_GLUED = re.compile(rf"(?<=[^\W\d_]|[’”\"'»)\]」』,.;:%])(?:\[(?P<inner>{_SIGN})\]|(?P<sign>{_SIGN})(?P<after>\)?))(?![\w%])")
_GLUED_KOREAN = re.compile(r"(?<=[가-힣’”」』)])(?P<sign>\d{1,3}|[*＊]{1,3})(?P<after>\))(?=[가-힣])")
_RAISED = re.compile(rf"\(?(?:{_SIGN})\)?|\[(?:{_SIGN})\]")
_UNITS = re.compile(r"(?:^|[\s\d(])(?:[kcm]?m|CO|H|km)$")
_MOST = 400


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote: its mark and its lines, the first with the mark."""

    mark: str
    rows: list[Row]


@dataclass(slots=True)
class Notes:
    """The footnotes of a text and the places of their marks in it."""

    notes: list[Note] = field(default_factory=list)
    marks: dict[int, tuple[Stretch, str]] = field(default_factory=dict)
    """By the character with which the mark begins."""
    signs: set[str] = field(default_factory=set)
    """The marks that are set higher."""
    _sorted: list[int] = field(default_factory=list)

    def within(self, at: Stretch) -> list[int]:
        """Where marks begin in a stretch."""
        if len(self._sorted) != len(self.marks):
            self._sorted = sorted(self.marks)
        return self._sorted[bisect_left(self._sorted, at.start) : bisect_left(self._sorted, at.end)]

    @property
    def rows(self) -> set[int]:
        """The lines that are words of a footnote."""
        return {row.index for note in self.notes for row in note.rows}


def found(sheet: Sheet) -> Notes:
    """The footnotes of what stands of a text."""
    rows = sheet.standing
    notes = Notes()
    _said(rows, notes)
    _raised_at_start(rows, notes)
    taken = notes.rows
    body = [row for row in rows if row.index not in taken and row.line.role is not Role.FOOTNOTE]
    _raised(sheet, body, notes)
    notes.signs = {sign for _, sign in notes.marks.values()}
    glued = _glued(body)
    for note in notes.notes:
        _placed(note.mark, note.rows[0].at.start, glued, notes)
    known = {note.mark for note in notes.notes}
    for group in _below(sheet, body):
        if not any(note.mark in known for note in group):  # the file says itself where these are; numbers of the text are none
            _accept(group, glued, notes)
    notes.notes = _in_order(notes.notes)
    return notes


def _in_order(notes: Sequence[Note]) -> list[Note]:
    """The notes as they stand; a line goes with the note that began last above it."""
    begun = {note.rows[0].index: note.mark for note in notes}
    found: list[Note] = []
    for row in sorted((row for note in notes for row in note.rows), key=lambda row: row.index):
        if row.index in begun:
            found.append(Note(begun[row.index], [row]))
        else:
            found[-1].rows.append(row)
    return found


def plain_mark(sign: str) -> str:
    """A mark without its brackets."""
    return sign.strip("()[]. ")


def _start(row: Row) -> tuple[str, str] | None:
    """The mark with which a line begins, and how it is written."""
    match = _AT_START.match(row.words)
    if not match:
        return None
    sign = match["inner"] or match["sign"]
    return sign, match["bracket"] or match["after"] or ""


def _said(rows: Sequence[Row], notes: Notes) -> None:
    """Footnotes by what the file says of its lines."""
    for row in rows:
        if row.line.role is Role.FOOTNOTE:
            start = _start(row)
            if start or not notes.notes or notes.notes[-1].rows[-1].index != row.index - 1:
                notes.notes.append(Note(start[0] if start else "", [row]))
            else:
                notes.notes[-1].rows.append(row)


def _raised_at_start(rows: Sequence[Row], notes: Notes) -> None:
    """Lines that begin with a raised mark, with the printed lines in which they go on."""
    for at, row in enumerate(rows):
        blank = len(row.line.text) - len(row.line.text.lstrip())
        first = next((each for each in row.line.raised if each.start <= blank), None)
        sign = row.line.text[first.start : first.end].strip() if first else ""
        if row.line.role is Role.FOOTNOTE or not first or not _RAISED.fullmatch(sign) or not row.line.text[first.end :].strip():
            continue
        note = Note(plain_mark(sign), [row])
        for before, after in zip(rows[at:], rows[at + 1 :], strict=False):
            if (
                before.line.whole
                or after.line.role is not row.line.role
                or after.line.page != row.line.page
                or after.index != before.index + 1
                or (after.line.raised[:1] and after.line.raised[0].start == 0)
            ):
                break
            note.rows.append(after)
        notes.notes.append(note)


def _raised(sheet: Sheet, body: Sequence[Row], notes: Notes) -> None:
    """Marks that are set higher than the words before them; behind a digit only where a note has such a mark and no other place."""
    behind_digit: list[Stretch] = []
    for row in body:
        for raised in row.line.raised:
            sign = row.line.text[raised.start : raised.end].strip()
            before = row.line.text[max(0, raised.start - 8) : raised.start]
            if sign and before.strip() and _RAISED.fullmatch(sign) and not _UNITS.search(before):
                start = row.at.start + raised.start + row.line.text[raised.start : raised.end].index(sign)
                if before[-1].isdigit():
                    behind_digit.append(Stretch(start, start + len(sign)))
                else:
                    _mark(sheet.text, Stretch(start, start + len(sign)), notes)
    lacking = {note.mark for note in notes.notes} - {sign for _, sign in notes.marks.values()}
    for at in behind_digit:
        if plain_mark(sheet.text[at.start : at.end]) in lacking:
            _mark(sheet.text, at, notes)


def _mark(text: str, at: Stretch, notes: Notes) -> None:
    notes.marks[at.start] = (at, plain_mark(text[at.start : at.end]))


def _glued(body: Sequence[Row]) -> dict[str, list[Stretch]]:
    """Signs in the text that could be marks of footnotes, by what they would be the mark of."""
    places: dict[str, list[Stretch]] = {}
    for row in body:
        text = row.line.text
        for pattern in (_GLUED, _GLUED_KOREAN):
            for match in pattern.finditer(text):
                sign = match["sign"] if "inner" not in pattern.groupindex else match["inner"] or match["sign"]
                before = text[max(0, match.start() - 2) : match.start()]
                number = len(before) == 2 and before[1] in ".,:" and before[0].isdigit()
                opened = "(" in text[max(0, match.start() - 40) : match.start()].rpartition(")")[2] and match[0].endswith(")")
                end = match.end() - 1 if opened else match.end()
                if not number and not _UNITS.search(text[max(0, match.start() - 4) : match.start()]):
                    places.setdefault(sign, []).append(Stretch(row.at.start + match.start(), row.at.start + end))
    return {sign: sorted(stretches, key=lambda each: each.start) for sign, stretches in places.items()}


def _placed(mark: str, before: int, glued: dict[str, list[Stretch]], notes: Notes) -> bool:
    """Whether the mark of a note stands in the text; where no raised one does, the glued one that fits the order is taken."""
    if not mark:
        return False
    if mark not in glued and mark not in notes.signs:
        return False
    if mark in notes.signs or any(sign == mark for _, sign in notes.marks.values()):
        return True
    after = max((at for at, (_, sign) in notes.marks.items() if _earlier(sign, mark)), default=-1)
    place = next((each for each in glued.get(mark, ()) if after < each.start < before), None)
    if place is None:
        return False
    notes.marks[place.start] = (place, mark)
    return True


def _earlier(sign: str, mark: str) -> bool:
    before, here = _counted(sign), _counted(mark)
    return before is not None and here is not None and before < here


def _counted(mark: str) -> int | None:
    """What a mark of digits counts, raised ones such as ¹² among them; None for other signs."""
    return int("".join(str(unicodedata.digit(sign)) for sign in mark)) if mark.isdigit() else None


def _below(sheet: Sheet, body: Sequence[Row]) -> list[list[Note]]:
    """What could be notes: the marked lines at the end of each page, and those at the end of the text."""
    pages = [[row for row in page if row.words] for page in sheet.pages]
    allowed = {row.index for row in body}
    groups = [group for page in pages if (group := _last_marked([row for row in page if row.index in allowed]))]
    if not pages and (group := _last_marked(body)):
        groups.append(group)
    return groups


def _last_marked(rows: Sequence[Row]) -> list[Note]:
    """The last lines with marks that rise one by one, each with the lines in which it goes on."""
    found: list[Note] = []
    rest: list[Row] = []
    for row in reversed(rows[-_MOST:]):
        start = _start(row)
        if start is None or row.line.heading is not None:
            rest.insert(0, row)
            if len(rest) > 12:
                break
            continue
        if found and not _follows(start[0], found[0].mark):
            break
        found.insert(0, Note(start[0], [row, *rest]))
        rest = []
        if _counted(start[0]) == 1 or start[0] == "*":
            break
    return found


def _follows(mark: str, after: str) -> bool:
    here, next_ = _counted(mark), _counted(after)
    if here is not None and next_ is not None:
        return next_ == here + 1
    return here is None and len(after) == len(mark) + 1


def _accept(group: list[Note], glued: dict[str, list[Stretch]], notes: Notes) -> None:
    """Take lines as notes where their marks stand in the text above them, in the same order."""
    taken = dict(notes.marks)
    while group:
        first = group[0].rows[0].at.start
        placed = [_placed(note.mark, first, glued, notes) for note in group]
        if placed[0] and (2 * sum(placed) > len(placed)) and all(len(note.rows) == 1 or not _ends(note) for note in group):
            notes.notes.extend(group)
            return
        notes.marks = dict(taken)
        group = group[1:]


def _ends(note: Note) -> bool:
    """Whether a note goes on over a paragraph of the text, so that it cannot be the last thing of a page."""
    return any(row.line.heading is not None or (wording.MARK.match(row.words) and not row.words[0].isdigit()) for row in note.rows[1:])
