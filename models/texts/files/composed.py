"""A line put together out of pieces that are set alike: composed (NFC), without line breaks, and with its bold and raised places counted."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypedDict, Unpack

from models.texts.source import Line, Role, Stretch


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters that are set alike."""

    text: str
    bold: bool = False
    raised: bool = False
    link: bool = False


class Told(TypedDict, total=False):
    """What else the file says of a line, by the names that `Line` has for it."""

    role: Role
    whole: bool
    heading: int | None
    listed: int
    level: int
    indent: float
    page: int | None
    top: float | None
    ends: float | None


def line(pieces: Iterable[Piece], **told: Unpack[Told]) -> Line | None:
    """The line, without blanks at its ends; None where nothing is left. What is `listed` is counted as it stands in the pieces."""
    signs = list(_trimmed([each for piece in pieces for each in _signs(piece)]))
    text = "".join(sign for sign, _ in signs)
    if not text:
        return None
    return Line(text, bold=_leading_bold(signs), raised=tuple(_raised(signs)), links=sum(len(s) for s, p in signs if p.link), **told)


def _signs(piece: Piece) -> Iterator[tuple[str, Piece]]:
    """Each sign that is to be seen; a tab or a line break is a blank, and what steers machines is nothing."""
    for sign in piece.text:
        if sign.isspace():
            yield (sign if sign in " \u00a0\u3000" else " "), piece
        elif unicodedata.category(sign) == "Cs":
            yield "\ufffd", piece
        elif unicodedata.category(sign) != "Cc":
            yield sign, piece


def _trimmed(signs: list[tuple[str, Piece]]) -> Iterator[tuple[str, Piece]]:
    start, end = 0, len(signs)
    while start < end and signs[start][0].isspace():
        start += 1
    while end > start and signs[end - 1][0].isspace():
        end -= 1
    return _composed(signs[start:end])


def _composed(signs: list[tuple[str, Piece]]) -> Iterator[tuple[str, Piece]]:
    """The signs with what combines joined to what it combines with; such a sign is set as its first one."""
    if unicodedata.is_normalized("NFC", "".join(sign for sign, _ in signs)):
        yield from signs
        return
    held: list[str] = []
    of: Piece | None = None
    for sign, piece in signs:
        if of is not None and not _combines(sign):
            yield unicodedata.normalize("NFC", "".join(held)), of
            held, of = [], None
        held.append(sign)
        of = of or piece
    if of is not None:
        yield unicodedata.normalize("NFC", "".join(held)), of


def _combines(sign: str) -> bool:
    """Whether a sign may become one with the sign before it: an accent, or a vowel or final of a Korean syllable."""
    return unicodedata.category(sign).startswith("M") or "\u1160" <= sign <= "\u11ff" or "\ud7b0" <= sign <= "\ud7ff"


def _leading_bold(signs: list[tuple[str, Piece]]) -> int:
    bold = 0
    for sign, piece in signs:
        if not piece.bold and not sign.isspace():
            break
        bold += len(sign)
    return bold if any(piece.bold for _, piece in signs) else 0


def _raised(signs: list[tuple[str, Piece]]) -> Iterator[Stretch]:
    at, start = 0, None
    for sign, piece in signs:
        if piece.raised and start is None:
            start = at
        if not piece.raised and start is not None:
            yield Stretch(start, at)
            start = None
        at += len(sign)
    if start is not None:
        yield Stretch(start, at)
