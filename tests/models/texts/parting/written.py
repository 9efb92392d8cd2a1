"""Texts as the cleaning hands them on, written by hand: a line a paragraph.

What a file would say of a line is said by signs: `# ` in front of a heading, `**…**` around bold words at its beginning, `[^1]` for the
mark of a footnote and `[^1] …` at the beginning of a line for its words, `⏎` where a printed line ends inside a paragraph.
"""

from __future__ import annotations

import re

from models.texts.paragraphs import INSERTED, Cleaned, NoteMark, Paragraph
from models.texts.parts import LeftOut, Why
from models.texts.source import FileKind, Line, Source, Stretch

_BLANKS = re.compile(r"\s{2,}")
_NOTE = re.compile(r"\[\^([^\]]+)\]")


def cleaned(text: str, whole: bool = True) -> Cleaned:
    """A cleaned text out of lines with such signs."""
    lines: list[Line] = []
    plans: list[tuple[str, bool]] = []
    for raw in text.splitlines():
        if not raw.strip():
            continue
        heading = len(raw) - len(raw.lstrip("#")) if raw.startswith("#") else None
        said = raw.lstrip("#").strip() if heading else raw.rstrip()
        bold = 0
        if match := re.match(r"\*\*(.+?)\*\*", said):
            said, bold = match[1] + said[match.end() :], len(match[1])
        note = re.match(r"\[\^([^\]]+)\]\s+", said)
        if note:
            said = f"{note[1]} {said[note.end() :]}"
        shown = _NOTE.sub(lambda mark: mark[1], said).replace("⏎", " ")
        lines.append(Line(shown, whole=whole, heading=heading, bold=bold))
        plans.append((said, bool(note)))
    source = Source(FileKind.PLAIN, "sample.txt", tuple(lines))
    paragraphs: list[Paragraph] = []
    footnotes: list[Paragraph] = []
    left: list[LeftOut] = []
    for start, line, (said, is_note) in zip(source.starts, lines, plans, strict=True):
        paragraph = _paragraph(said, line, start, left)
        (footnotes if is_note else paragraphs).append(paragraph)
    return Cleaned(source, tuple(paragraphs), tuple(footnotes), tuple(left))


def _paragraph(said: str, line: Line, start: int, left: list[LeftOut]) -> Paragraph:
    letters: list[str] = []
    origin: list[int] = []
    marks: list[NoteMark] = []
    breaks: list[int] = []
    at, index = start, 0
    while index < len(said):
        if note := _NOTE.match(said, index):
            here = Stretch(at, at + len(note[1]))
            marks.append(NoteMark(note[1], len(letters), here))
            left.append(LeftOut(here, note[1], Why.FOOTNOTE_MARK))
            at, index = here.end, note.end()
            continue
        sign = said[index]
        if sign == "⏎":
            letters.append(" ")
            origin.append(INSERTED)
            breaks.append(len(letters))
        elif sign.isspace() and (not letters or letters[-1] == " "):
            pass
        else:
            letters.append(" " if sign.isspace() else sign)
            origin.append(at)
        at, index = at + 1, index + 1
    return Paragraph("".join(letters), tuple(origin), line, tuple(marks), tuple(breaks))
