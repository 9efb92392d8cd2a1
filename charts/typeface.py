"""How wide words are in the shipped typeface, and where their lines break."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Final

from PIL import ImageFont

from charts import signs

CAPITAL: Final = 0.71
"""Height of a capital, in em."""
MIDDLE: Final = CAPITAL / 2
"""From the baseline up to the middle of a capital, in em; the middle of a Hangul syllable lies within a pixel of it."""
ELLIPSIS: Final = "…"

_CUTS: Final = ((400, "Regular"), (500, "Medium"), (600, "SemiBold"), (700, "Bold"))
_UNIT: Final = 1000


@lru_cache(maxsize=len(_CUTS) + len(signs.FAMILIES))
def _opened(path: Path) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(path), _UNIT, layout_engine=ImageFont.Layout.BASIC)


def _cut(family: str, weight: int) -> ImageFont.FreeTypeFont:
    return _opened(signs.file(family, next((name for least, name in reversed(_CUTS) if weight >= least), "Regular")))


@lru_cache(maxsize=20_000)
def _advance(text: str, weight: int) -> float:
    """Each sign in the typeface that has it; what none has is as wide as its code point, which is drawn in its place."""
    return sum(float(_cut(family, weight).getlength(words)) for family, words in signs.runs(signs.named(text))) / _UNIT


def width(text: str, size: float, weight: int = 400) -> float:
    """The advance width of one line in design pixels. Without kerning, so that it is an upper bound by a hair."""
    return _advance(text, weight) * size


def _pieces(text: str, lang: str) -> list[tuple[str, str]]:
    """Where a line may break: each piece with the blank before it. Korean breaks between words only (keep-all).

    A no-break space is no such place: it stays within its piece.
    """
    found: list[tuple[str, str]] = []
    for word in re.findall(r"[^ \t\n\r]+", text):
        parts = re.findall(r".+?(?:[-–—/](?=[^\W\d_])|$)", word) if lang == "en" else [word]
        found += [(" " if position == 0 else "", part) for position, part in enumerate(parts)]
    return found


def _broken(word: str, size: float, weight: int, most: float) -> list[str]:
    """A word wider than the line, cut between letters: nothing else is left to do."""
    lines, line = [], ""
    for letter in word:
        if line and width(line + letter, size, weight) > most:
            lines.append(line)
            line = ""
        line += letter
    return [*lines, line]


def wrap(text: str, size: float, weight: int, most: float, lang: str = "en") -> list[str]:
    """`text` in lines of at most `most` pixels, filled from the front."""
    lines: list[str] = []
    line = ""
    for blank, piece in _pieces(text, lang):
        if line and width(line + blank + piece, size, weight) <= most:
            line += blank + piece
            continue
        if line:
            lines.append(line)
        *full, line = _broken(piece, size, weight, most) if width(piece, size, weight) > most else [piece]
        lines += full
    return [*lines, line] if line else lines


def balance(text: str, size: float, weight: int, most: float, lang: str = "en") -> list[str]:
    """As few lines as `wrap` needs, but of even length, so that no word is left alone."""
    return list(_balanced(text, size, weight, most, lang))


@lru_cache(maxsize=2_000)
def _balanced(text: str, size: float, weight: int, most: float, lang: str) -> tuple[str, ...]:
    """The same, tried once: a drawing asks for the lines of its title wherever it has to know where its plot begins."""
    lines = wrap(text, size, weight, most, lang)
    if len(lines) < 2:
        return tuple(lines)
    low, high = most / len(lines), most
    while high - low > 1:
        middle = (low + high) / 2
        if len(wrap(text, size, weight, middle, lang)) > len(lines):
            low = middle
        else:
            high = middle
    return tuple(wrap(text, size, weight, high, lang))


def fit(text: str, size: float, weight: int, most: float) -> str:
    """`text` if it fits on one line of `most` pixels, else as many whole words as fit and an ellipsis."""
    if width(text, size, weight) <= most:
        return text
    words = text.split()
    while words:
        words.pop()
        short = " ".join(words).rstrip(" ,;:·–-") + ELLIPSIS
        if words and width(short, size, weight) <= most:
            return short
    letters = text
    while letters and width(letters + ELLIPSIS, size, weight) > most:
        letters = letters[:-1]
    return letters.rstrip() + ELLIPSIS


def wrap_runs(runs: Sequence[tuple[str, int]], size: float, most: float) -> list[list[tuple[str, int]]]:
    """Words of mixed weights in lines of at most `most` pixels; a line breaks at a blank only."""
    words: list[list[tuple[str, int]]] = [[]]
    for text, weight in runs:
        first, *rest = text.split(" ")
        words[-1] += [(first, weight)] if first else []
        words += [[(each, weight)] if each else [] for each in rest]
    lines: list[list[tuple[str, int]]] = []
    used = most
    for word in filter(None, words):
        wide = sum(width(part, size, weight) for part, weight in word)
        blank = width(" ", size, word[0][1])
        if used + blank + wide > most:
            lines.append([])
            used = wide
        else:
            lines[-1].append((" ", word[0][1]))
            used += blank + wide
        lines[-1] += word
    return lines
