"""The words of a commitment, taken from those of its provision: a stretch of sentences and clauses, or words that are typed and found."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from markupsafe import Markup

from models.writing.works.coding import ChosenUnit

LONG = 6
"""A clause of more words than this is cut before the words at which commitments often begin or end."""
LEAST = 3
"""No piece of a clause has fewer words."""
MOST_VERBS = 400
"""So many stretches of words are offered as the governing ones."""
BEFORE = frozenset(
    ["and", "or", "to", "that", "which", "who", "while", "by", "in", "through", "so", "also", "further", "및", "그리고", "또한"]
)
_END = re.compile(r"[.;:,!?…]+[)”’\"']*(?=\s)|$")
_LOOSE = " ,;:"
"""What stands at the end of a clause and is no word of a commitment."""

Stretch = tuple[int, int]


def clauses(text: str) -> list[Stretch]:
    """The sentences and clauses of a text in their order; together they hold every word of it."""
    found: list[Stretch] = []
    start = 0
    for end in (match.end() for match in _END.finditer(text)):
        if text[start:end].strip():
            found += _shorter(text, _trimmed(text, start, end))
        start = max(start, end)
    return found


def _shorter(text: str, stretch: Stretch) -> list[Stretch]:
    start, end = stretch
    words = [(start + word.start(), start + word.end()) for word in re.finditer(r"\S+", text[start:end])]
    if len(words) <= LONG:
        return [stretch]
    cuts, last = [start], 0
    for index, (at, until) in enumerate(words):
        if text[at:until].strip(",").casefold() in BEFORE and index - last >= LEAST and len(words) - index >= LEAST:
            cuts.append(at)
            last = index
    return [_trimmed(text, one, other) for one, other in zip(cuts, [*cuts[1:], end], strict=True)]


def _trimmed(text: str, start: int, end: int) -> Stretch:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())


def chosen(pieces: Sequence[Stretch], text: str, quote: str) -> list[int]:
    """Which clauses a quote takes in, wholly or in part."""
    start = text.find(quote) if quote else -1
    return [n for n, (a, b) in enumerate(pieces) if start >= 0 and a < start + len(quote) and start < b]


def extended(before: Sequence[int], now: Sequence[int]) -> list[int]:
    """The stretch after one more clause was clicked, or one fewer: what lies between is taken in, and a click inside ends it there."""
    gone, new = [n for n in before if n not in now], [n for n in now if n not in before]
    if not now:
        return []
    if gone and not new:
        left = gone[0]
        kept = [n for n in before if n < left] or [n for n in before if n > left]
        return kept if left not in (min(before), max(before)) else [n for n in before if n != left]
    return list(range(min(now), max(now) + 1))


def quoted(pieces: Sequence[Stretch], text: str, taken: Sequence[int]) -> str:
    """The words of a stretch of clauses, without the comma that ends it."""
    return text[pieces[min(taken)][0] : pieces[max(taken)][1]].rstrip(_LOOSE) if taken else ""


def found(text: str, typed: str) -> str:
    """The words that were typed as they stand in the text; unchanged where they do not stand there but for spaces and quotation marks."""
    words = " ".join(typed.split())
    if not words or words in text:
        return words
    at = _plain(text).find(_plain(words))
    return text[at : at + len(words)] if at >= 0 else words


def _plain(words: str) -> str:
    """One sign for one sign, so that places stay."""
    return words.translate(str.maketrans("“”‘’‐‑–—\u00a0", "\"\"''---- "))


def rest(text: str, units: Sequence[ChosenUnit]) -> str:
    """What comes after the last commitment that is marked; all of it where nothing does."""
    ends = [text.find(unit.quote) + len(unit.quote) for unit in units if unit.quote and unit.quote in text]
    after = text[max(ends, default=0) :].strip(_LOOSE + ".")
    return text[max(ends, default=0) :].strip(_LOOSE) if after else ""


def verbs(quote: str) -> list[str]:
    """The stretches of one to four words from which the governing words are chosen, in their order."""
    words = [(match.start(), match.end()) for match in re.finditer(r"[^\s,.;:!?()“”\"]+", quote)]
    found_ = [quote[a:b] for n, (a, _) in enumerate(words) for _, b in words[n : n + 4]]
    return list(dict.fromkeys(each for each in found_ if not re.search(r"[,.;:!?()“”]", each)))[:MOST_VERBS]


def marked(text: str, units: Sequence[ChosenUnit], open_: int | None = None) -> Markup:
    """The provision with its commitments marked; the one that is being coded stands out."""
    taken = [(text.find(unit.quote), unit, n) for n, unit in enumerate(units) if unit.quote and unit.quote in text]
    edges = {0, len(text), *(at for at, _, _ in taken), *(at + len(unit.quote) for at, unit, _ in taken)}
    cuts, pieces = sorted(edges), []
    for start, end in pairwise(cuts):
        over = [(n, unit, at) for at, unit, n in taken if at <= start and end <= at + len(unit.quote)]
        if not over:
            pieces.append(Markup("{}").format(text[start:end]))
            continue
        n, unit, at = next((each for each in over if each[0] == open_), over[0])
        letter = Markup("<b class='letter'>({})</b> ").format(chr(ord("a") + n)) if at == start and len(units) > 1 else ""
        force = unit.force.value if unit.force else "none"
        now = " now" if n == open_ and len(units) > 1 else ""
        pieces.append(Markup("<mark class='said said-{}{}'>{}{}</mark>").format(force, now, letter, text[start:end]))
    return Markup("").join(pieces)
