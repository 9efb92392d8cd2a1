"""How two printed lines go together: with a blank, without one, and with or without the hyphen at the end of the first.

The text itself decides, by the words that stand elsewhere in it; where it does not, a rule does, and that is told.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass

from models.texts.cleaning import wording

_HYPHENS = "-\u2010\u2011\xad"
_TOKEN = re.compile(r"[^\W_]+(?:[-\u2010\u2011][^\W_]+)*")
_LAST, _FIRST = re.compile(r"[^\s“”‘’\"'()]{1,60}$"), re.compile(r"[^\s“”‘’\"'()]{1,60}")
_KOREAN, _KOREAN_WORD = re.compile("[가-힣]"), re.compile("[가-힣]{1,40}")
_CHINESE = re.compile("[\u3005-\u30ff\u3400-\u9fff\uf900-\ufaff，。、；：？！]")
_AFTER_PLACE = frozenset(("게", "게서", "게는", "서", "서의", "서는", "서도", "는", "도"))
"""What goes on in the particle that ends the line above: 시민에/게."""
_ENDINGS = frozenset(("다", "며", "고", "요", "여", "음", "함", "됨"))
"""What ends a verb and a clause, and is no word: 만든/다."""
_FULL, _LONGEST_WORD = 0.93, 60


@dataclass(frozen=True, slots=True)
class Joint:
    """How a line goes on in the next one."""

    blank: bool
    hyphen: int = 0
    """So many signs at the end of the first line only part a word."""
    guessed: str = ""
    """The words that came of it, where the text does not say so elsewhere."""


class Words:
    """The words of a text, but for those at the ends of its lines, which may be pieces."""

    def __init__(self, lines: Iterable[tuple[str, bool]]) -> None:
        self.known: set[str] = set()
        self.parts: set[str] = set()
        """Also the parts of words with hyphens."""
        over = False
        for line, printed in lines:
            found = [word.casefold().replace("\u2010", "-").replace("\u2011", "-") for word in _TOKEN.findall(line)]
            goes_on = (printed and line[-1:].isalnum()) or line[-1:] in _HYPHENS
            found = found[1 if over else 0 : -1 if goes_on else None]
            over = goes_on
            self.known.update(found)
            self.parts.update(part for word in found for part in word.split("-"))
        self._sorted = sorted(self.known)

    def begins(self, letters: str) -> bool:
        """Whether a word of the text begins with these letters."""
        at = bisect_left(self._sorted, letters)
        return at < len(self._sorted) and self._sorted[at].startswith(letters)


def joint(left: str, right: str, words: Words, width: float, trailing: bool) -> Joint:
    """How `left` goes on in `right`; `width` is how full the first line was, `trailing` whether a blank stood at its end."""
    if not left or not right:
        return Joint(blank=False)
    if left[-1] == "\xad":
        return Joint(blank=False, hyphen=1)
    if left[-1] in _HYPHENS and len(left) > 1 and not trailing and (left[-2].isalnum() or left[-2] == ")"):
        return _hyphen(left, right, words)
    if left[-1] in "-–—/" and len(left) > 1 and left[-2].isalnum() and left[-1] != "-" and right[0].isalnum() and not trailing:
        return Joint(blank=False) if left[-1] == "/" else Joint(blank=True)
    if _CHINESE.match(left[-1]) and _CHINESE.match(right[0]):
        return Joint(blank=False)
    if _KOREAN.match(left[-1]) and _KOREAN.match(right[0]) and not trailing:
        return _korean(left, right, words, width)
    return Joint(blank=True)


def _hyphen(left: str, right: str, words: Words) -> Joint:
    if not (left[-2].islower() and right[0].islower()):
        return Joint(blank=False)
    last, first = _LAST.search(left[-_LONGEST_WORD:-1]), _FIRST.match(right)
    token = _TOKEN.match(first[0]) if first else None
    if last is None or token is None:
        return Joint(blank=False)
    before, after = re.split(r"[^\w-]", last[0].casefold())[-1], token[0].casefold()
    if f"{before}-{after}" in words.known:
        return Joint(blank=False)
    if f"{before}{after}" in words.known:
        return Joint(blank=False, hyphen=1)
    piece = before.split("-")[-1]
    keeps = after not in wording.SUFFIXES and (
        "-" in before
        or piece in wording.HYPHENED
        or after.split("-")[0] in wording.HYPHENED_LAST
        or (len(piece) > 2 and len(after) > 2 and piece in words.parts and after.split("-")[0] in words.parts)
    )
    return Joint(blank=False, hyphen=0 if keeps else 1, guessed=f"{before}-{after}" if keeps else f"{before}{after}")


def _korean(left: str, right: str, words: Words, width: float) -> Joint:
    before, after = _KOREAN_WORD.match(left[: -_LONGEST_WORD - 1 : -1]), _KOREAN_WORD.match(right)
    last, first = (before[0][::-1] if before else ""), (after[0] if after else "")
    verbal = first in wording.VERBAL and last[-1:] not in wording.PARTICLE_ENDS
    parted = last.endswith("에") and first in _AFTER_PLACE
    ending = first in _ENDINGS and right[len(first) : len(first) + 1] in (".", ",", ";", "")
    if first in wording.PARTICLES or verbal or parted or ending or last + first in words.known:
        return Joint(blank=False)
    if width < _FULL or last in words.known or first in words.known or last in wording.ALONE:
        return Joint(blank=True)
    if words.begins(last + first[:1]):
        return Joint(blank=False, guessed=last + first)
    if len(last) > 1 and last[-1] in wording.PARTICLE_ENDS:
        return Joint(blank=True)
    return Joint(blank=True, guessed=f"{last} {first}")
