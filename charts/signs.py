"""Which shipped typeface has a sign: Pretendard, else one of the second typefaces; what none has is named by its code point.

What is drawn without a browser (the PDF, the picture for a slide) can use shipped typefaces alone. An empty box would be read
as a sign, and a PDF for everybody may not be made with one; so a sign that no typeface has is written `[U+13000]`.
"""

from __future__ import annotations

import re
import struct
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from pathlib import Path
from typing import Final

FONTS: Final = Path(__file__).parent.parent / "static" / "fonts"
MAIN: Final = "Pretendard"
_SECOND: Final = {
    "Noto Sans CJK KR": "NotoSansCJKkr-Regular.otf",
    "Noto Emoji": "NotoEmoji-Regular.ttf",
    "Noto Sans": "NotoSans-Regular.ttf",
    **{
        f"Noto Sans {name}": f"NotoSans{name}-Regular.ttf"
        for name in (
            *("Arabic", "Hebrew", "Devanagari", "Bengali", "Tamil", "Sinhala", "Thai", "Lao", "Khmer", "Myanmar", "Georgian"),
            *("Armenian", "Ethiopic", "Symbols", "Symbols2", "Math"),
        )
    },
}
FAMILIES: Final = (MAIN, *_SECOND)
"""The typefaces in the order in which a sign is looked for."""

_UNSEEN: Final = (
    r"\u00ad\u034f\u061c\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\U000e0000-\U000e0fff"
)
"""Signs that have no look of their own: no typeface needs to have them."""
_BREAKS: Final = "\t\n"
_JAMO: Final = r"[\u1100-\u115f]+[\u1160-\u11a7]+[\u11a8-\u11ff]*"
_FORBIDDEN: Final = r"\x00-\x08\x0b-\x1f\x7f-\x9f\ufeff\ufff9-\ufffc\ufffe\uffff\ud800-\udfff\ue000-\uf8ff\U000f0000-\U0010ffff"
"""Signs that no file can hold, or that mean something else in every typeface, whatever a typeface has in their place."""
MARKS: Final = "".join(chr(code) for code in range(0x300, 0x1F000) if unicodedata.category(chr(code)).startswith("M"))
_TOGETHER: Final = re.compile(
    rf"(?:{_JAMO}|[\U0001f1e6-\U0001f1ff]{{2}}|.)(?:[{_UNSEEN}{MARKS}\U0001f3fb-\U0001f3ff]|(?<=\u200d).)*", re.DOTALL
)
"""Signs that are drawn as one: a letter with what stands on it, a syllable in parts, a picture made of pictures."""
_OTHER: Final = re.compile(r".?[^ -~]+", re.DOTALL)
"""All but plain letters, each with the sign before it, on which it may stand."""


@dataclass(frozen=True)
class Face:
    """A shipped typeface and the signs that it has."""

    family: str
    has: frozenset[str]


def file(family: str, weight: str = "Regular") -> Path:
    """The file of a typeface; only the main one has other weights."""
    return FONTS / "second" / _SECOND[family] if family in _SECOND else FONTS / f"{family}-{weight}.otf"


@lru_cache(maxsize=1)
def faces() -> tuple[Face, ...]:
    """All shipped typefaces in their order. The four weights of Pretendard have the same signs."""
    forbidden = re.compile(f"[{_FORBIDDEN}]")
    return tuple(
        Face(family, frozenset(sign for sign in map(chr, _mapped(file(family).read_bytes())) if not forbidden.match(sign)))
        for family in FAMILIES
    )


def _mapped(font: bytes) -> Iterator[int]:
    """The code points in the character map of a font file: its table `cmap`, in the forms 4 and 12 (OpenType 1.9)."""
    (tables,) = struct.unpack_from(">H", font, 4)
    where = {font[at : at + 4]: struct.unpack_from(">II", font, at + 4)[1] for at in range(12, 12 + 16 * tables, 16)}
    cmap = where[b"cmap"]
    (count,) = struct.unpack_from(">H", font, cmap + 2)
    for number in range(count):
        (offset,) = struct.unpack_from(">I", font, cmap + 4 + 8 * number + 4)
        (form,) = struct.unpack_from(">H", font, cmap + offset)
        if form == 12:
            yield from _groups(font, cmap + offset)
        elif form == 4:
            yield from _segments(font, cmap + offset)


def _groups(font: bytes, at: int) -> Iterator[int]:
    (count,) = struct.unpack_from(">I", font, at + 12)
    for number in range(count):
        first, last, glyph = struct.unpack_from(">III", font, at + 16 + 12 * number)
        yield from range(first if glyph else first + 1, last + 1)


def _segments(font: bytes, at: int) -> Iterator[int]:
    (twice,) = struct.unpack_from(">H", font, at + 6)
    ends, starts, deltas, offsets = (at + 14 + shift for shift in (0, twice + 2, 2 * twice + 2, 3 * twice + 2))
    for step in range(0, twice, 2):
        (last,), (first,) = struct.unpack_from(">H", font, ends + step), struct.unpack_from(">H", font, starts + step)
        (delta,), (offset,) = struct.unpack_from(">H", font, deltas + step), struct.unpack_from(">H", font, offsets + step)
        for code in range(first, min(last, 0xFFFE) + 1):
            glyph = code if not offset else struct.unpack_from(">H", font, offsets + step + offset + 2 * (code - first))[0]
            if glyph and (offset or (glyph + delta) % 0x10000):
                yield code


def plain(text: str) -> bool:
    """Whether Pretendard has all of a text."""
    return faces()[0].has.issuperset(text)


def runs(text: str) -> Iterator[tuple[str, str]]:
    """A text cut where its typeface changes, each piece after the name of its typeface; Pretendard where none has it."""
    if plain(text):
        yield MAIN, text
        return
    for face, together in groupby(_TOGETHER.findall(text), key=_face):
        yield face.family if face else MAIN, "".join(together)


@lru_cache(maxsize=20_000)
def _face(together: str) -> Face | None:
    seen = re.sub(f"[{_UNSEEN}{_BREAKS}]", "", together)
    whole = unicodedata.normalize("NFC", seen)
    return next((face for face in faces() if face.has.issuperset(seen) or face.has.issuperset(whole)), None)


def named(text: str) -> str:
    """The text with every sign that no shipped typeface has written as its code point; all else stays as it is."""
    if plain(text):
        return text
    return _OTHER.sub(lambda found: "".join(part if _face(part) else _codes(part) for part in _TOGETHER.findall(found.group())), text)


def _codes(together: str) -> str:
    """A letter that has a typeface stays; what stands on it and has none with it, and any other sign, is named."""
    first, rest = together[0], together[1:]
    return "".join([first if _face(first) and rest else f"[U+{ord(first):04X}]", *(f"[U+{ord(sign):04X}]" for sign in rest)])
