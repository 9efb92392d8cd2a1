"""The checklist that one verb with several nouns makes (codebook, 1, rule 3)."""

from __future__ import annotations

from collections.abc import Sequence

from models.texts.suggesting.clauses import rules
from models.texts.suggesting.clauses.lexicon import lexicon
from models.texts.suggesting.clauses.splitting import Piece
from models.texts.suggesting.clauses.words import Phrases, Word

_OPEN = Phrases.of(
    (phrase, phrase)
    for phrase in ("including", "such as", "could include", "can include", "may include", "for example", "for instance", "e.g.", "like")
)
_LEAST, _MOST, _LONGEST = 3, 20, 30
_NO_ITEM = rules.words("prepositions") | {"and", "or", "both", "first", "again", "more", "as"}
_STOPS = rules.words("list_ends")


def items(text: str, found: Sequence[Word], piece: Piece) -> tuple[tuple[str, ...], bool]:
    """The things that are listed, in the words of the text, and whether the list is closed."""
    for start in range(piece.deed, piece.last):
        if not found[start].apart and (hit := _OPEN.at(found, start, piece.last)):
            listed = _members(text, found, start + hit[0], piece.last)
            if len(listed) >= _LEAST:
                return listed, False
    verb_end = piece.verb[1] if piece.rule else piece.deed
    if hit := lexicon().deeds.at(found, verb_end, piece.last):
        verb_end += hit[0]
    listed = _members(text, found, _object(found, verb_end, piece.last), piece.last)
    return (listed, True) if len(listed) >= _LEAST else ((), False)


def _object(found: Sequence[Word], at: int, last: int) -> int:
    """Past the last "to" + verb before the first comma: there the list begins."""
    comma = next((k for k in range(at, last) if found[k].low == "," and not found[k].apart), last)
    to = next((k for k in range(comma - 1, at - 1, -1) if found[k].low == "to"), None)
    if to is not None:
        return min(to + 2, last)
    joint = next((k for k in range(comma - 1, at - 1, -1) if found[k].low in ("joining", "on", "for", "of")), None)
    return joint + 1 if joint is not None else at


def _members(text: str, found: Sequence[Word], first: int, last: int) -> tuple[str, ...]:
    cuts: list[tuple[int, int]] = []
    start, closed = first, False
    for at in range(first, last):
        low = found[at].low
        if found[at].apart:
            continue
        if low in _STOPS or (closed and low == ","):
            last = at
            break
        if low == "," or (low in ("and", "or") and cuts):
            if at > start:
                cuts.append((start, at))
            closed = closed or low in ("and", "or")
            start = at + 1
            if low == "," and start < last and found[start].low in ("and", "or"):
                continue
    if start < last and closed:
        cuts.append((start, last))
    if any(found[a].low in _NO_ITEM for a, _ in cuts) or any(
        found[b].low in _NO_ITEM and found[b - 1].low == "," for _, b in cuts if b < last
    ):
        return ()  # phrases that are joined, and no things
    if not closed or not _LEAST <= len(cuts) <= _MOST or any(b - a > _LONGEST for a, b in cuts):
        return ()
    return tuple(text[found[a].start : found[b - 1].end] for a, b in cuts)
