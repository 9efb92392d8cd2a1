"""Plain text, from a file or pasted: its lines as they are, told apart into paragraphs and lines that a program broke by their length."""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Callable, Iterator
from typing import Final

from models.texts.files.drawn.setting import composed
from models.texts.files.refusing import Refused
from models.texts.source import FileKind, Line, Source

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_BREAK: Final = re.compile("\r\n|[\n\r\v\x1c-\x1e\x85\u2028\u2029]")
_WIDEST: Final = 120
"""No program that breaks lines makes them longer, in columns of Latin letters."""
_TAB, _COLUMN = 8, 6.0
_MARKED: Final = re.compile(r"\s*(?:\(?\w{1,3}[.)]|[^\w\s\"'“‘(]|제\d)")
"""A line that begins with a number or a bullet: whether the one before it was broken cannot be told by it."""
_NARROWEST: Final = 36
"""And few make them all shorter: lines of a short text that are about as long as one another are lines of their own."""
_ENDED: Final = re.compile(r"[.!?;:。][\"'”’)\]]*\s*$")
_USUAL: Final = 0xA1
"""Both bytes of the 2,350 usual syllables of the Korean code page are at least this."""
_FAR: Final = 200
"""Blanks beyond so many set a line no further off."""


def source(data: bytes, name: str) -> Source:
    """What the reader of a text file sees. Refused where nobody can say which letters its bytes are."""
    return _read(decoded(data), name)


def pasted(text: str) -> Source:
    """What somebody pasted."""
    return _read(text.encode("utf-16", "surrogatepass").decode("utf-16", "replace"), "")


def decoded(data: bytes) -> str:
    """The letters of a text file: UTF-8, UTF-16 either way round, or the Korean code page 949."""
    for mark, code in _MARKS:
        if data.startswith(mark):
            return _as(data[len(mark) :], code)
    if b"\0" in data:
        # Latin letters, digits and blanks have a zero in one of their two bytes, and every text has some of them.
        even, odd = data[::2].count(0), data[1::2].count(0)
        return _as(data, "utf-16-le" if odd > even else "utf-16-be")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _korean(_as(data, "cp949"))


def _korean(text: str) -> str:
    """The text, if it is Korean: an apostrophe and a letter of another code page are a syllable of this one that no word has."""
    others = [sign for sign in text if sign > "\x7f"]
    usual = sum(1 for sign in others if min(sign.encode("cp949")) >= _USUAL)
    if usual * 10 < len(others) * 9:
        raise Refused("encoding")
    return text


def _as(data: bytes, code: str) -> str:
    try:
        text = data.decode(code)
    except UnicodeDecodeError as wrong:
        raise Refused("encoding") from wrong
    if "\0" in text:
        raise Refused("encoding")
    return text


def _read(text: str, name: str) -> Source:
    text = text.removeprefix("\ufeff")
    pages = text.split("\f")
    printed = [(number, line) for number, page in enumerate(pages, 1) for line in _BREAK.split(page)]
    goes_on = _broken([line for _, line in printed])
    paged = len(pages) > 1
    lines = []
    for (page, line), broken in zip(printed, goes_on, strict=True):
        words, _ = composed(line.strip())
        lines.append(Line(words, whole=not broken, indent=_indent(line), page=page if paged else None))
    return Source(FileKind.PLAIN, name, tuple(_parted(lines)), pages=len(pages) if paged else None)


def _parted(lines: list[Line]) -> Iterator[Line]:
    """The lines, one empty line where there are several, and none at either end."""
    waiting: Line | None = None
    begun = False
    for line in lines:
        if line.text:
            if waiting is not None and begun:
                yield waiting
            waiting, begun = None, True
            yield line
        else:
            waiting = line


def _broken(lines: list[str]) -> list[bool]:
    """Of each line whether it may go on in the next: the first word of that one would not have had room in it.

    Programs break lines by their columns, and some by their letters, of which Korean ones take two columns.
    """
    by_columns, share = _filled(lines, _columns)
    if all(line.isascii() for line in lines):
        return by_columns
    by_letters, other = _filled(lines, len)
    return by_letters if other > share else by_columns


def _filled(lines: list[str], measure: Callable[[str], int]) -> tuple[list[bool], float]:
    """Of each line whether it is full, and the share of the full ones.

    Only where most lines that end inside a sentence are filled so is the text broken by length; else somebody ended each line
    where it ends.
    """
    widths = [measure(line.rstrip()) for line in lines]
    filled = sorted(width for width in widths if width)
    none = [False] * len(lines)
    if len(filled) < 2:
        return none, 0.0
    # One line in twenty may stand out: an address that cannot be broken.
    width = filled[max(0, len(filled) - 1 - len(filled) // 20)]
    if width > _WIDEST:
        return none, 0.0
    found, followed, full = list(none), 0, 0
    for at in range(len(lines) - 1):
        after = lines[at + 1].split(None, 1)
        if widths[at] and after:
            found[at] = width >= widths[at] > width - 1 - measure(after[0][:_WIDEST])
            if not _MARKED.match(lines[at + 1]) and not _ENDED.search(lines[at][-12:]):
                followed += 1
                full += found[at]
    small = any(found[at] and lines[at + 1].lstrip()[:1].islower() for at in range(len(lines) - 1))
    narrow = not small and max(_columns(line.rstrip()) for line in lines) < _NARROWEST
    return (found, full / followed) if full and full * 2 >= followed and not narrow else (none, 0.0)


def _columns(text: str) -> int:
    """How wide it is: Korean and Chinese letters take two columns."""
    if text.isascii() or len(text) > 4 * _WIDEST:
        return len(text)
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in unicodedata.normalize("NFC", text))


def _indent(line: str) -> float:
    column = 0
    for sign in line[: len(line) - len(line.lstrip())][:_FAR]:
        column += _TAB - column % _TAB if sign == "\t" else 1
    return column * _COLUMN
