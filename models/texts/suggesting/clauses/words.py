"""The words of a text with the place of each, what stands apart in quotation marks or brackets, and its sentences."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from models.texts.suggesting.clauses import rules

Said = TypeVar("Said")

_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:[-–’'][^\W\d_]+)*|\S")
_CLOSING = {"“": "”", "‘": "’", "(": ")", "[": "]", "«": "»", '"': '"', "'": "'", "「": "」", "『": "』"}
_APART = 60
"""A quotation or a bracket that does not close within so many words is none."""
_ABBREVIATED = rules.words("abbreviated")
_ENDS = frozenset(".!?。")
_QUOTED = frozenset("”’»\"')」』")


@dataclass(frozen=True, slots=True)
class Word:
    """A word or a sign, with the characters of the text that it is."""

    low: str
    start: int
    end: int
    apart: bool = False
    """It stands in quotation marks or brackets, so that no verb in it governs anything."""
    capital: bool = False

    @property
    def is_sign(self) -> bool:
        return not self.low[0].isalnum()


def words(text: str) -> list[Word]:
    """All words and signs of a text in order."""
    found = [(match[0], match.start(), match.end()) for match in _WORD.finditer(text)]
    apart = [False] * len(found)
    at = 0
    while at < len(found):
        sign, start, end = found[at]
        closing = _CLOSING.get(sign)
        opens = closing and (start == 0 or not text[start - 1].isalnum()) and end < len(text) and not text[end].isspace()
        close = (
            next((k for k in range(at + 1, min(at + _APART, len(found))) if found[k][0] == closing and _closes(text, found[k][2])), None)
            if opens
            else None
        )
        if close is None:
            at += 1
            continue
        apart[at : close + 1] = [True] * (close + 1 - at)
        at = close + 1
    return [
        Word(word.casefold().replace("’", "'"), start, end, aside, word[0].isupper())
        for (word, start, end), aside in zip(found, apart, strict=True)
    ]


def _closes(text: str, end: int) -> bool:
    return end >= len(text) or not text[end].isalnum()


def sentences(found: Sequence[Word]) -> list[tuple[int, int]]:
    """The sentences as stretches of the list of words: from the first word of each up to but without the next."""
    parted: list[tuple[int, int]] = []
    start = at = 0
    while at < len(found):
        end = at + 1
        if found[at].low in _ENDS:
            while end < len(found) and found[end].low in _QUOTED and found[end].start == found[end - 1].end:
                end += 1
            if _ends(found, at, end):
                parted.append((start, end))
                start = end
        at = end
    if start < len(found):
        parted.append((start, len(found)))
    return parted


def _ends(found: Sequence[Word], at: int, following: int) -> bool:
    """Whether the sign at `at` ends a sentence; what follows begins at `following`."""
    if following >= len(found):
        return True
    after, before = found[following], found[at - 1] if at else None
    if (found[at].apart and following == at + 1) or after.start == found[following - 1].end:
        return False
    if found[at].low == "." and before is not None:
        initial = before.end - before.start == 1 and before.low.isascii() and before.low.isalpha()
        if before.low in _ABBREVIATED or initial:
            return False
    return after.capital or after.is_sign or after.low[0].isdigit() or not after.low.isascii()


@dataclass(frozen=True)
class Phrases(Generic[Said]):
    """Phrases of one or more words, found at a place in a list of words: the longest first."""

    by_first: dict[str, tuple[tuple[tuple[str, ...], Said], ...]]

    @classmethod
    def of(cls, said: Iterable[tuple[str, Said]]) -> Phrases[Said]:
        """From phrases and what each stands for; the first of two that are the same counts."""
        found: dict[str, dict[tuple[str, ...], Said]] = {}
        for phrase, what in said:
            parts = tuple(word.low for word in words(phrase))
            found.setdefault(parts[0], {}).setdefault(parts, what)
        return cls({first: tuple(sorted(each.items(), key=lambda item: -len(item[0]))) for first, each in found.items()})

    def at(self, found: Sequence[Word], start: int, stop: int) -> tuple[int, Said] | None:
        """How many words the longest phrase has that begins at `start`, and what it stands for."""
        for parts, what in self.by_first.get(found[start].low, ()) if start < stop else ():
            if start + len(parts) <= stop and all(found[start + k].low == part for k, part in enumerate(parts)):
                return len(parts), what
        return None

    def first(self, found: Sequence[Word], start: int, stop: int) -> tuple[int, int, Said] | None:
        """The first place from `start` on at which a phrase begins, its length in words, and what it stands for."""
        for at in range(start, stop):
            if hit := self.at(found, at, stop):
                return at, *hit
        return None


def found_low(found: Sequence[Word], at: int) -> str:
    """The word at a place, or nothing behind the last one."""
    return found[at].low if at < len(found) else ""
