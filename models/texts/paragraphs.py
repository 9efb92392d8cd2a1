"""What is left of a source once everything that is no text of it was taken away: its paragraphs, each joined out of printed lines.

Every character of a paragraph knows where in the source it stands, so that whatever is cut out of one can be shown there.
"""

from __future__ import annotations

from dataclasses import dataclass

from models.texts.parts import LeftOut, Warning
from models.texts.source import Line, Source, Stretch

INSERTED = -1
"""The origin of a blank that stands where a line ended."""


@dataclass(frozen=True, slots=True)
class NoteMark:
    """The mark of a footnote that was taken out of the words it was glued to."""

    mark: str
    after: int
    """So many characters of the paragraph stand before it."""
    at: Stretch


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the text."""

    text: str
    origin: tuple[int, ...]
    """Where in the source each character of `text` stands; `INSERTED` for a blank that stands in place of the end of a line."""
    line: Line
    """The first line of it, with what the file said of that line; its fields count characters of the line and not of `text`."""
    marks: tuple[NoteMark, ...] = ()
    breaks: tuple[int, ...] = ()
    """How many characters of `text` stand before each printed line of it but the first."""

    def stretches(self, start: int, end: int) -> tuple[Stretch, ...]:
        """The characters of the source that `text[start:end]` is, in order, neighbours joined."""
        found: list[Stretch] = []
        for at in self.origin[start:end]:
            if at == INSERTED:
                continue
            if found and found[-1].end == at + 1:
                continue  # one sign of the source that is written with several letters
            if found and found[-1].end == at:
                found[-1] = Stretch(found[-1].start, at + 1)
            else:
                found.append(Stretch(at, at + 1))
        return tuple(found)


@dataclass(frozen=True)
class Cleaned:
    """A source without what is no text: the paragraphs in order, the footnotes, and all that was left out.

    Every character of the source that is not blank stands in exactly one place: in a paragraph, in a footnote, or in what was left out;
    of the marks of footnotes among the last each paragraph tells its own. A letter of another form, such as a ligature, stands where
    the letters do that are written for it, which all have its place.
    """

    source: Source
    paragraphs: tuple[Paragraph, ...]
    footnotes: tuple[Paragraph, ...]
    """Paragraphs that are words of a footnote; each begins with its mark."""
    left_out: tuple[LeftOut, ...]
    warnings: tuple[Warning, ...] = ()
