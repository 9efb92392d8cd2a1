"""Letters as the search compares them: whatever a keyboard, a font or a file made of a sign, it is the plain one.

Small and without accents; strokes, ligatures, full width and other digits made plain; every dot between words one dot and
every hyphen one hyphen; what cannot be seen is not there; Hangul in whole syllables, and single consonants as they were typed.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

DOTS = "·ㆍ・･‧∙•⋅ᆞ⸱⸳ꞏ᛫𐄁ᐧ◦"
"""The dot between words, as keyboards and word processors know it; 5ㆍ18 is typed with the old Korean vowel."""
HYPHENS = "-‐‑‒–−﹣－⁃˗֊᠆⸗"
APOSTROPHES = "'’‘‛ʼʻ′＇`´"
_NAMED = {"ß": "ss", "ı": "i", "ð": "d", "þ": "th", "ŋ": "n", "ĸ": "k", "ə": "e"}
_STROKED = re.compile(r"LATIN SMALL (?:LETTER|LIGATURE) ([A-Z]{1,2})(?: WITH .+)?")
_FILLERS = "\u034f\u115f\u1160\u3164\uffa0"


def invisible(letter: str) -> bool:
    """Whether nobody can see it: soft hyphens, zero width, marks of direction, variants, fillers of Hangul."""
    return unicodedata.category(letter) == "Cf" or letter in _FILLERS or "\ufe00" <= letter <= "\ufe0f"


def _jamo() -> dict[str, str]:
    """The parts of a syllable, first, middle and last, as the single letters that a keyboard types."""
    found = {}
    for code in range(0x1100, 0x1200):
        name = unicodedata.name(chr(code), "").split(" ", 2)
        if len(name) == 3:
            try:
                found[chr(code)] = unicodedata.lookup(f"HANGUL LETTER {name[2]}")
            except KeyError:  # an old letter that no keyboard has
                continue
    return found


_JAMO = _jamo()


def _plain(letter: str) -> str:
    """One sign made plain: none, one or several letters."""
    if letter in DOTS:
        return "·"
    if letter in HYPHENS:
        return "-"
    if letter in APOSTROPHES:
        return "'"
    if invisible(letter) or unicodedata.combining(letter):
        return ""
    if unicodedata.category(letter) == "Nd":
        return str(unicodedata.decimal(letter))
    whole = "".join(each for each in unicodedata.normalize("NFKD", letter) if not unicodedata.combining(each))
    return "".join(_one(each) for each in unicodedata.normalize("NFC", whole).lower())


def _one(letter: str) -> str:
    if letter.isascii():
        return letter
    stroked = _STROKED.fullmatch(unicodedata.name(letter, ""))
    return _NAMED.get(letter) or _JAMO.get(letter) or (stroked[1].lower() if stroked else letter)


class _Folding(dict[int, str]):
    """The plain form of each letter, found once; `uneven` are those that are not one letter for one."""

    uneven: set[str]

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        self[code] = _plain(letter)
        if len(self[code]) != 1 or _joins(letter):
            self.uneven.add(letter)
        return self[code]


_FOLDING = _Folding({syllable: chr(syllable) for syllable in range(ord("가"), ord("힣") + 1)})
_FOLDING.uneven = set()


class Folded(NamedTuple):
    """A text in plain letters; `starts` and `ends` say where each of them stands in the text, unless it is letter for letter."""

    text: str
    starts: Sequence[int] = ()
    ends: Sequence[int] = ()

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where the letters from `start` to `end` stand in the text as it was written."""
        return (self.starts[start], self.ends[end - 1]) if self.starts else (start, end)


def folded(text: str) -> Folded:
    """The text in plain letters."""
    if text.isascii():
        return Folded(text.lower())
    plain = text.translate(_FOLDING)
    return Folded(plain) if _FOLDING.uneven.isdisjoint(text) else _pieced(text)


def _pieced(text: str) -> Folded:
    """The text in plain letters where some are written with several signs, or several with one."""
    plain: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    at = 0
    while at < len(text):
        end = at + 1
        while end < len(text) and _joins(text[end]):
            end += 1
        seen = "".join(letter for letter in text[at:end] if not invisible(letter))
        made = "".join(_FOLDING[ord(letter)] for letter in unicodedata.normalize("NFC", seen))
        plain += made
        starts += [at] * len(made)
        ends += [end] * len(made)
        at = end
    return Folded("".join(plain), starts, ends)


def _joins(letter: str) -> bool:
    """Whether a sign belongs to the letter before it: an accent, the vowel or last consonant of a syllable, the invisible."""
    return bool(unicodedata.combining(letter)) or ("\u1160" <= letter <= "\u11ff" and letter not in DOTS) or invisible(letter)


def shown(text: str) -> str:
    """What somebody typed, as it can be shown to them again: the same letters, each in its usual form."""
    usual = (
        "·" if each in DOTS else "-" if each in HYPHENS else unicodedata.normalize("NFKC", each) if _in_disguise(each) else each
        for each in unicodedata.normalize("NFC", text)
        if not invisible(each)
    )
    return unicodedata.normalize("NFC", "".join(_JAMO.get(each, each) for each in usual))


def _in_disguise(letter: str) -> bool:
    """Full or half width, or a ligature that a font made."""
    return "\uff00" <= letter <= "\uffef" or "\ufb00" <= letter <= "\ufb06"
