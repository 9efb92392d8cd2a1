"""What a reader of a file sees: its lines in order, each with what the file says of it, as one text whose characters can be counted.

Everything that follows speaks of stretches of this one text. It is composed (NFC) and has line breaks between its lines and none in them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property


class FileKind(StrEnum):
    """What a file is, found out from what is in it and never from its name alone."""

    PDF = "pdf"
    DOCX = "docx"
    ODT = "odt"
    HWPX = "hwpx"
    HWP = "hwp"
    HTML = "html"
    MARKDOWN = "markdown"
    PLAIN = "plain"


class Role(StrEnum):
    """What a line is where the file itself says so; most lines are `body`."""

    BODY = "body"
    HEADER = "header"
    FOOTER = "footer"
    FOOTNOTE = "footnote"
    """The words of a footnote or an endnote; its mark stands at their beginning."""
    MENU = "menu"
    """Navigation, buttons, what a web page has around its text."""
    FORM = "form"
    """Fields and labels of a form, such as one for comments."""
    COMMENT = "comment"
    """What somebody remarked on the text: comments and what was struck out in a file with changes tracked."""
    TABLE = "table"


@dataclass(frozen=True, slots=True)
class Stretch:
    """Characters of the source text, from `start` up to but without `end`."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph of a file, or a printed line of one that knows no paragraphs.

    `text` has what the program draws before it as well: a number or a bullet of an automatic list, followed by a space. The other
    fields count characters of `text`.
    """

    text: str
    role: Role = Role.BODY
    whole: bool = True
    """A paragraph of its own; false for a printed line that may go on in the next one (PDF, hard-wrapped plain text)."""
    heading: int | None = None
    """1 to 6 where the file says that it is a heading."""
    bold: int = 0
    """So many characters at its beginning are set bold; all of them for a line that is bold throughout."""
    raised: tuple[Stretch, ...] = ()
    """Stretches set higher than the rest, such as the digits of footnotes."""
    listed: int = 0
    """So many characters at its beginning are the number or bullet of an automatic list, with the space after it."""
    level: int = 0
    """How deep it stands in lists; 0 outside of them."""
    indent: float = 0.0
    """How far from the left edge of the text it begins, in points; only its order matters."""
    page: int | None = None
    """The page it stands on, counted from 1, where the file has pages."""
    top: float | None = None
    """Where on the page it stands: 0 at the upper edge of the paper, 1 at the lower one."""
    ends: float | None = None
    """Where a printed line ends: 0 at the left margin, 1 at a right margin as wide as the left one; unknown in columns."""
    links: int = 0
    """So many of its characters are links, as in a menu."""


@dataclass(frozen=True)
class Source:
    """A file as its reader sees it."""

    kind: FileKind
    name: str
    """The name of the file; empty where the text was pasted."""
    lines: tuple[Line, ...]
    pages: int | None = None
    title: str | None = None
    """What the file calls itself in its properties."""
    said: tuple[str, ...] = field(default=())
    """Label keys of what a reader should know of the file as such, as that changes were tracked in it (`texts.file_…`)."""

    @cached_property
    def text(self) -> str:
        """All lines, a line break between one and the next."""
        return "\n".join(line.text for line in self.lines)

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """Where in `text` each line begins."""
        found, at = [], 0
        for line in self.lines:
            found.append(at)
            at += len(line.text) + 1
        return tuple(found)

    def placed(self) -> Iterator[tuple[Stretch, Line]]:
        """Each line with the characters of `text` that it is."""
        for start, line in zip(self.starts, self.lines, strict=True):
            yield Stretch(start, start + len(line.text)), line
