"""What a text was found to consist of: its provisions, headings and footnotes; what was taken away; and what a reader must be told.

Every character of the source that is not blank stands in exactly one place: in the words of a part, in its mark, or in what is left out.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from models.texts.source import Source, Stretch


class Kind(StrEnum):
    """What a part of a text is (codebook, 1)."""

    TITLE = "title"
    """What the text calls itself, with place and day where they are printed below it."""
    EPIGRAPH = "epigraph"
    HEADING = "heading"
    """A heading, or the line that says who is speaking."""
    INTRO = "intro"
    PARAGRAPH = "p"
    COMMITMENT = "c"
    ARTICLE = "article"
    CLOSE = "close"
    FOOTNOTE = "footnote"

    @property
    def is_provision(self) -> bool:
        """Whether it is recorded as a provision; titles, epigraphs, headings and footnotes are fields of the declaration."""
        return self in (Kind.INTRO, Kind.PARAGRAPH, Kind.COMMITMENT, Kind.ARTICLE, Kind.CLOSE)


class Why(StrEnum):
    """Why something of the source is no text of the declaration."""

    HEADER = "header"
    FOOTER = "footer"
    PAGE_NUMBER = "page-number"
    MENU = "menu"
    SHARE = "share"
    FORM = "form"
    COMMENT = "comment"
    CONTACT = "contact"
    """Addresses, telephone numbers and rights of whoever runs the page."""
    AROUND = "around"
    """Words of the page before the text begins or after it ends."""
    SECOND_COPY = "second-copy"
    HYPHEN = "hyphen"
    """A hyphen that only parts a word at the end of a line."""
    FOOTNOTE_MARK = "footnote-mark"
    """The digit of a footnote, glued to a word."""
    LINE_BREAK = "line-break"
    """The end of a printed line inside a sentence; a space stands in its place, or nothing between Chinese and Japanese signs."""
    BLANKS = "blanks"
    """More blanks in a row than one."""
    INVISIBLE = "invisible"
    """Signs that nobody sees: soft hyphens, zero-width spaces, marks of direction, and of the notation, such as Markdown's."""
    OTHER_LANGUAGE = "other-language"
    """The same text in another language; the one that stands first is read."""
    BY_HAND = "by-hand"
    """What somebody took away who read it."""

    @property
    def label(self) -> str:
        """The key of the words that say it."""
        return f"texts.why_{self.value}"


class Caution(StrEnum):
    """What a reader must be told of the marks of a text."""

    GAP = "gap"
    """A number is followed by one that leaves some out; `after`, `next`, `missing`."""
    REPEAT = "repeat"
    """A number stands twice; `number`."""
    BACKWARDS = "backwards"
    """A number is followed by a lower one, under no new heading; `after`, `next`."""
    RESTART = "restart"
    """The numbers begin again, under a heading or inside a paragraph; `number`, `heading`."""
    COUNTED = "counted"
    """An id counts another number than the one that is printed, as ids count up by order; `number`, `place`."""
    MARK = "mark"
    """A mark is not written like the others: "11," or "24.We"; `mark`."""
    INLINE = "inline"
    """Marks stand in one line and were taken for parts of their own; `marks`."""
    UNMARKED = "unmarked"
    """The text has no marks at all and was parted by its paragraphs."""
    LONG = "long"
    """A part is so long that marks may have been lost in it; `number`, `letters`."""
    FOOTNOTE = "footnote"
    """A footnote has no place in the text, or a mark no footnote; `mark`."""
    ODD_LANGUAGE = "odd-language"
    """Most of it is neither English nor Korean, so nothing is suggested; `language`."""
    REORDERED = "reordered"
    """The file has columns or boxes, so that their order may be another; `page`."""
    PLAIN_FORM = "plain-form"
    """Letters of another form, such as ligatures or wide ones, were written plainly; `signs`."""
    JOINED = "joined"
    """Whether words go together across the end of a line could not be told from the text; `words`."""
    FILE = "file"
    """Something of the file as such; `key`, a label of its own."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Something of the source that was taken away, and why. It can be put back by its stretch."""

    at: Stretch
    text: str
    why: Why


@dataclass(frozen=True, slots=True)
class Warning:
    """A sentence that a reader must be told: the label `texts.caution_…` filled with `words`."""

    caution: Caution
    words: Mapping[str, str] = field(default_factory=dict)
    at: Stretch | None = None

    @property
    def label(self) -> str:
        """The key of its sentence; what is said of a file as such has one of its own."""
        return self.words["key"] if self.caution is Caution.FILE else f"texts.caution_{self.caution}"


@dataclass(frozen=True, slots=True)
class Part:
    """A provision, a heading or a footnote, with the characters of the source that it is."""

    kind: Kind
    text: str
    at: tuple[Stretch, ...]
    """The characters of the source that are its words, in order; what lies between them was left out."""
    number: str | None = None
    """As printed, without what only sets it off: `11`, `01`, `IV`, `①`, `제1조`, `가`, `First`; None for an unnumbered part or a bullet."""
    mark: str = ""
    """The whole mark as printed, such as `11,` or `(1)` or `•`; empty where there is none."""
    marked: Stretch | None = None
    """The characters of the source that are the mark."""
    level: int = 1
    """1 for what stands alone, 2 for what is part of a numbered part, and so on; of headings their depth."""
    place: str | None = None
    """The id it would have in the declaration, such as `p5`, `c2`, `c2-1`, `a3` or `s2-c1`; None for what is no provision."""
    title: str | None = None
    """The heading of an article or a bold lead-in that stands in front of its words (and is part of `text` where it is a lead-in)."""
    hangs_on: int | None = None
    """Of a footnote: the index of the part on which it hangs; of a heading: None."""
    after: str | None = None
    """Of a footnote: the words after which its mark stands."""


@dataclass(frozen=True)
class Reading:
    """A file, read: its parts in order, what was left out, and what its reader must be told."""

    source: Source
    parts: tuple[Part, ...]
    left_out: tuple[LeftOut, ...]
    warnings: tuple[Warning, ...] = ()
    language: str | None = None
    """`en` or `ko`, or another code where it is a third language; None where nobody can say."""

    @property
    def provisions(self) -> tuple[Part, ...]:
        """What is recorded as provisions."""
        return tuple(part for part in self.parts if part.kind.is_provision)
