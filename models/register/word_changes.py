"""Two wordings beside each other: which words stayed, which went and which came.

The words are compared as printed; letter case and punctuation around a word make no difference, because a sentence
that moved to the middle of a paragraph has not changed. What is shown is always the printed text, space for space.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import groupby

_TOKEN = re.compile(r"\S+\s*|\s+")
_EDGES = re.compile(r"^\W+|\W+$")


class Kind(StrEnum):
    """What became of a stretch of words between the earlier and the later text."""

    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of one text, with the white space that follows it."""

    words: str
    kind: Kind


def word_changes(earlier: str, later: str) -> tuple[list[Span], list[Span]]:
    """The two texts cut into stretches: same or removed in the earlier one, same or added in the later one.

    The stretches of each side, joined, are that text again, character for character.
    """
    before, after = _TOKEN.findall(earlier), _TOKEN.findall(later)
    # autojunk would drop frequent words of long texts from the comparison, depending on their length alone.
    matcher = SequenceMatcher(None, [_key(token) for token in before], [_key(token) for token in after], autojunk=False)
    kept_before, kept_after = [False] * len(before), [False] * len(after)
    for block in matcher.get_matching_blocks():
        for step in range(block.size):
            kept_before[block.a + step] = kept_after[block.b + step] = True
    return _spans(before, kept_before, Kind.REMOVED), _spans(after, kept_after, Kind.ADDED)


def likeness(earlier: str, later: str) -> float:
    """How much of the two texts is the same words in the same order: 0 nothing, 1 everything."""
    before, after = ([_key(token) for token in _TOKEN.findall(text)] for text in (earlier, later))
    return SequenceMatcher(None, before, after, autojunk=False).ratio() if before and after else 0.0


def _key(token: str) -> str:
    """A word as it is compared; a token of punctuation alone stays what it is."""
    word = token.strip().casefold()
    return _EDGES.sub("", word) or word


def _spans(tokens: list[str], kept: list[bool], otherwise: Kind) -> list[Span]:
    """Neighbouring tokens of one kind as one stretch."""
    paired = zip(tokens, (Kind.SAME if same else otherwise for same in kept), strict=True)
    return [Span("".join(token for token, _ in run), kind) for kind, run in groupby(paired, key=lambda pair: pair[1])]
