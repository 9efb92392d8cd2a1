"""Paragraphs out of their lines: joined, with single blanks, without signs that nobody sees, every character with its origin."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from models.reading import signs
from models.texts.cleaning import breaks
from models.texts.cleaning.footnotes import Notes
from models.texts.cleaning.joining import wide
from models.texts.cleaning.sheet import Row, Sheet
from models.texts.paragraphs import INSERTED, NoteMark, Paragraph
from models.texts.parts import Why
from models.texts.source import Stretch

_WORD = re.compile(r"[^\s\x1c-\x1f]+")


@dataclass(slots=True)
class Told:
    """What came up while the text was written out, for its reader to be told."""

    forms: dict[str, str] = field(default_factory=dict)
    """Signs of another form, with what was written instead."""
    guessed: list[str] = field(default_factory=list)
    """Words of which the text does not say whether they go together over the end of a line."""
    first_form: Stretch | None = None
    first_guess: Stretch | None = None


def paragraphs(
    sheet: Sheet, groups: Iterable[Sequence[Row]], notes: Notes, words: breaks.Words, width: float, told: Told
) -> list[Paragraph]:
    """The paragraphs that these lines are."""
    found = (_paragraph(sheet, rows, notes, words, width, told) for rows in groups)
    return [paragraph for paragraph in found if paragraph is not None]


def _paragraph(sheet: Sheet, rows: Sequence[Row], notes: Notes, words: breaks.Words, width: float, told: Told) -> Paragraph | None:
    text: list[str] = []
    origin: list[int] = []
    marks: list[NoteMark] = []
    line_breaks: list[int] = []
    size, before = 0, None
    for row in rows:
        piece, places, inside = _line(sheet, row, notes, told)
        if not piece and not inside:
            continue
        if before is not None:
            joint = _joint(sheet, before, row, text[-1] if text else "", piece, words, width, told)
            if origin and origin[-1] not in sheet.single:
                size -= _unhyphened(sheet, joint.hyphen, text, origin)
            if joint.blank and size:
                text.append(" ")
                origin.append(INSERTED)
                size += 1
            if size:
                line_breaks.append(size)
            _end(sheet, before, row)
        marks.extend(NoteMark(mark, size + after, at) for mark, after, at in inside)
        text.append(piece)
        origin.extend(places)
        size += len(piece)
        before = row
    if not size:
        return None
    return Paragraph("".join(text), tuple(origin), rows[0].line, tuple(marks), tuple(line_breaks))


def _line(sheet: Sheet, row: Row, notes: Notes, told: Told) -> tuple[str, list[int], list[tuple[str, int, Stretch]]]:
    """The words of a line, where each character of them stands, and the marks of footnotes in it."""
    start, raw = row.at.start, row.line.text
    plain = _plain(sheet, row, told)
    here = [notes.marks[at] for at in notes.within(row.at) if at not in sheet.single and sheet.stands(at)]
    if not plain and not here and sheet.whole(row):
        text, places = raw, range(start, start + len(raw))
        return (*_squeezed(sheet, text, places), [])
    cut = {at: stretch for stretch, _ in here for at in range(stretch.start, stretch.end)}
    signs_left: list[str] = []
    origin: list[int] = []
    anchors: list[tuple[str, int, Stretch]] = []
    for at, sign in enumerate(raw, start):
        if at in cut:
            if at == cut[at].start:
                anchors.append((notes.marks[at][1], len(origin), cut[at]))
                sheet.take_sign(cut[at], Why.FOOTNOTE_MARK)
            continue
        if not sheet.stands(at):
            continue
        for letter in plain.get(at, sign):
            signs_left.append(letter)
            origin.append(at)
    text, places_left = _squeezed(sheet, "".join(signs_left), origin)
    return text, places_left, [(mark, _before(origin, after, places_left), at) for mark, after, at in anchors]


def _before(origin: Sequence[int], after: int, left: Sequence[int]) -> int:
    """How many characters that are left stand before the mark that stood after so many of the line."""
    if after == 0:
        return 0
    last = origin[after - 1]
    return sum(1 for at in left if at <= last)


def _squeezed(sheet: Sheet, text: str, places: Sequence[int]) -> tuple[str, list[int]]:
    """A line with one blank between its words."""
    if "  " not in text and " ".join(text.split()) == text:
        return text, list(places)
    words: list[str] = []
    origin: list[int] = []
    end = None
    for match in _WORD.finditer(text):
        if end is not None:
            origin.append(places[end])
            for at in places[end + 1 : match.start()]:
                sheet.take_sign(Stretch(at, at + 1), Why.BLANKS)
        words.append(match[0])
        origin.extend(places[match.start() : match.end()])
        end = match.end()
    return " ".join(words), origin


def _plain(sheet: Sheet, row: Row, told: Told) -> dict[int, str]:
    """What is written instead of signs that no record may hold; those that nobody sees are taken away."""
    if not signs.SUSPECT.search(row.line.text):
        return {}
    found: dict[int, str] = {}
    end = row.at.start + len(row.line.text.rstrip()) - 1
    for place, plain in signs.plainly(row.line.text):
        at = row.at.start + place
        if at in sheet.single or not sheet.stands(at):
            continue
        if plain:
            found[at] = plain
            if plain != " ":
                told.forms.setdefault(sheet.text[at], plain)
                told.first_form = told.first_form or Stretch(at, at + 1)
        elif sheet.text[at] != "\xad" or at < end:
            sheet.take_sign(Stretch(at, at + 1), Why.INVISIBLE)
    return found


def _joint(sheet: Sheet, before: Row, row: Row, left: str, right: str, words: breaks.Words, width: float, told: Told) -> breaks.Joint:
    raw = before.line.text
    full = wide(before.words) / width if width else 1.0
    joint = breaks.joint(left, right, words, full, trailing=raw[-1:].isspace())
    if joint.guessed:
        told.guessed.append(joint.guessed)
        told.first_guess = told.first_guess or Stretch(before.at.end, before.at.end + 1)
    return joint


def _unhyphened(sheet: Sheet, hyphens: int, text: list[str], origin: list[int]) -> int:
    """Take away the hyphen with which the text ends so far."""
    for _ in range(hyphens):
        at = origin.pop()
        text[-1] = text[-1][:-1]
        sheet.take_sign(Stretch(at, at + 1), Why.INVISIBLE if sheet.text[at] == "\xad" else Why.HYPHEN)
    return hyphens


def _end(sheet: Sheet, before: Row, row: Row) -> None:
    """Take away the end of a line, with the blanks at it."""
    start = before.at.start + len(before.line.text.rstrip())
    end = row.at.start + len(row.line.text) - len(row.line.text.lstrip())
    if sheet.text[start:end].strip():
        end = min(before.at.end + 1, len(sheet.text))
    sheet.take_sign(Stretch(start, end), Why.LINE_BREAK)
