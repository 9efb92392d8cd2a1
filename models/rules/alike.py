"""Words that differ from a text only by a sign that is hard to see: which sign, by its code point."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from models.reading.signs import described

_SAME = {
    **dict.fromkeys('‘’‚‛“”„‟′″`´ʼ«»‹›「」『』"', "'"),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    **dict.fromkeys("ㆍ‧∙•・", "·"),
}
"""Quotation marks, dashes and dots that one is mistaken for another."""


def difference(words: str, text: str, where: str) -> str | None:
    """The signs in which `words` differ from what stands in `text`, if they differ in nothing that is easily seen; None else."""
    sought, _ = _folded(words)
    folded, origin = _folded(text)
    at = folded.find(sought) if sought else -1
    if at < 0:
        return None
    found = text[origin[at] : origin[at + len(sought) - 1] + 1]
    pairs = list(dict.fromkeys(_pairs(words.strip(), found)))
    said = "; ".join(f"{_shown(mine)} stands where {where} has {_shown(theirs)}" for mine, theirs in pairs[:3])
    more = f"; and {len(pairs) - 3} more" if len(pairs) > 3 else ""
    return f"these words differ from {where} by a sign: {said}{more}; copy them anew" if said else None


def _shown(sign: str) -> str:
    return " ".join(described(each) for each in sign) or "nothing"


@lru_cache(maxsize=64)
def _folded(words: str) -> tuple[str, tuple[int, ...]]:
    """The words without spaces and what else is hard to see, and where each of the remaining letters stands."""
    folded: list[str] = []
    origin: list[int] = []
    for index, character in enumerate(words):
        plain = _SAME.get(character) or unicodedata.normalize("NFKC", character).casefold()
        plain = "".join(_SAME.get(each, each) for each in plain if each.isprintable() and not each.isspace())
        folded.extend(plain)
        origin.extend([index] * len(plain))
    return "".join(folded), tuple(origin)


def _pairs(words: str, found: str) -> list[tuple[str, str]]:
    """What stands in `words` where `found` has something else, sign by sign."""
    pairs: list[tuple[str, str]] = []
    i = j = 0
    while i < len(words) or j < len(found):
        mine, theirs = words[i : i + 1], found[j : j + 1]
        if mine == theirs:
            i, j = i + 1, j + 1
            continue
        if mine and theirs and _folded(mine)[0] == _folded(theirs)[0]:
            i, j = i + 1, j + 1
            pairs.append((mine, theirs))
        elif mine and (not theirs or not _folded(mine)[0]):
            i += 1
            pairs.append((mine, ""))
        else:
            j += 1
            pairs.append(("", theirs))
    return pairs
