"""A paragraph as it is set: its words, piece by piece, with what the file says of their type, made into lines."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from models.texts.source import Line, Stretch

_MOST_MARKS = 30
"""More marks on one letter no language has (Unicode, stream-safe text). They are composed in parts, for in one it takes their square."""
_BREAKS = re.compile(r"[\n\v\f\x1c-\x1e\x85\u2028\u2029]")
_STEERING = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
"""What steers machines and is not seen."""
_BOLD, _RAISED, _LINK = 1, 2, 4


@dataclass
class Setting:
    """A paragraph that is being put together."""

    pieces: list[tuple[str, int]] = field(default_factory=list)

    def add(self, words: str, *, bold: bool = False, raised: bool = False, link: bool = False) -> None:
        """Words as they follow; a line break in them begins a new line."""
        if words:
            self.pieces.append((words, _BOLD * bold | _RAISED * raised | _LINK * link))

    def begin(self, mark: str) -> None:
        """Let it begin with the mark of a note."""
        self.pieces[:0] = [(mark, _RAISED), (" ", 0)]

    def __bool__(self) -> bool:
        return any(not words.isspace() for words, _ in self.pieces)

    def lines(self, like: Line, drawn: str = "") -> Iterator[Line]:
        """The lines of it, each with the fields of `like`; `drawn` is the number before the first, with what sets it off.

        Nothing is made of a paragraph in which nothing can be seen. Where it has line breaks of its own, each line but the
        last is no whole paragraph.
        """
        parts = [part for part in self._parts() if any(not words.isspace() for words, _ in part)]
        if not parts and drawn.strip():
            parts = [[]]
        for place, part in enumerate(parts):
            first = place == 0
            yield _line(part, replace(like, whole=like.whole and place == len(parts) - 1), drawn if first else "")

    def _parts(self) -> Iterator[list[tuple[str, int]]]:
        part: list[tuple[str, int]] = []
        for words, type_ in self.pieces:
            for place, run in enumerate(_BREAKS.split(words.replace("\r\n", "\n").replace("\r", "\n"))):
                if place:
                    yield part
                    part = []
                if run:
                    part.append((run, type_))
        yield part


def _line(pieces: list[tuple[str, int]], like: Line, drawn: str) -> Line:
    raw = "".join(words for words, _ in pieces)
    types = bytearray().join(bytes([type_]) * len(words) for words, type_ in pieces)
    lead = len(raw) - len(raw.lstrip())
    end = len(raw.rstrip())
    words, origins = composed(raw[lead:end])
    types = bytearray(types[lead + origin] for origin in origins)
    drawn = composed(drawn.lstrip())[0]
    if not words:
        drawn = drawn.rstrip()
    text = drawn + words
    listed = len(drawn)
    return replace(
        like,
        text=text,
        listed=listed,
        bold=_led(words, types, listed),
        raised=tuple(_stretches(types, listed)),
        links=sum(1 for type_ in types if type_ & _LINK),
    )


def _led(words: str, types: bytearray, listed: int) -> int:
    """How far the line is bold from its beginning; blanks are as bold as what is around them, and so is the number before it."""
    end = 0
    for at, type_ in enumerate(types):
        if type_ & _BOLD and not words[at].isspace():
            end = at + 1
        elif not words[at].isspace():
            break
    return listed + end if end else 0


def _stretches(types: bytearray, listed: int) -> Iterator[Stretch]:
    start: int | None = None
    for at, type_ in enumerate([*types, 0]):
        if type_ & _RAISED and start is None:
            start = at
        elif not type_ & _RAISED and start is not None:
            yield Stretch(listed + start, listed + at)
            start = None


def composed(text: str) -> tuple[str, list[int]]:
    """The text composed (NFC) without signs that steer machines, and for each character the one of `text` where it begins."""
    steering = _STEERING.search(text) is not None
    if text.isascii() and not steering:
        return text, list(range(len(text)))
    words: list[str] = []
    origins: list[int] = []
    for start, cluster in _clusters(text):
        if steering and _STEERING.match(cluster):
            cluster = cluster[1:]
            start += 1
        whole = cluster if len(cluster) == 1 and cluster < "\u0340" else unicodedata.normalize("NFC", cluster)
        words.append(whole)
        origins += [start] * len(whole)
    return "".join(words), origins


def _clusters(text: str) -> Iterator[tuple[int, str]]:
    """Letters with the marks on them, and syllables with their parts: whatever may become one character."""
    start, marks = 0, 0
    for at in range(1, len(text)):
        sign = text[at]
        if sign < "\u0300":
            goes_on = False
        elif unicodedata.combining(sign):
            marks += 1
            goes_on = marks < _MOST_MARKS
        else:
            before = text[start:at]
            # A Korean syllable in its parts, and a few vowels of India, are composed of signs that are no marks.
            goes_on = len(unicodedata.normalize("NFC", before + sign)) <= len(unicodedata.normalize("NFC", before))
        if not goes_on:
            yield start, text[start:at]
            start, marks = at, 0
    if text:
        yield start, text[start:]
