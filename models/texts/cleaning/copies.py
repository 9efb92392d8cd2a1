"""A text that a file holds twice: the second copy, or the shorter of the two, is taken away.

Two passages are the same where their letters are, whatever their blanks, quotation marks and line breaks. Single sentences that come
back are no copy: a copy has several lines of some length and makes up a good part of what stands before it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate

from models.texts.cleaning.sheet import Sheet
from models.texts.parts import Why

_BETWEEN = re.compile(r"[\W_]+")
_GRAM, _STEP = 20, 10
_LONG = 30
"""A line with so many letters is compared by them; a shorter one only as a whole."""
_LEAST, _SHARE, _ALIKE = 180, 0.25, 0.8


def second(sheet: Sheet) -> None:
    """Take the second copy of a text away."""
    rows = sheet.standing
    letters = [_BETWEEN.sub("", row.words.casefold()) for row in rows]
    again = _again(letters)
    copy = _longest_run(letters, again)
    if copy is None:
        return
    start, end = copy
    before = _copied(letters[:start], letters[start:end])
    if before is not None and sum(map(len, letters[start:end])) > 1.1 * sum(map(len, letters[before:start])):
        start, end = before, start  # what stands first is a part of what follows
    for row in rows[start:end]:
        sheet.take_row(row, Why.SECOND_COPY)


def _again(letters: Sequence[str]) -> list[float]:
    """Of each line, how much of it stood in earlier lines."""
    text = "".join(letters)
    ends = list(accumulate(map(len, letters)))
    first: dict[str, int] = {}
    whole: set[str] = set()
    covered = bytearray(len(text))
    start = 0
    for line, end in zip(letters, ends, strict=True):
        if line in whole:
            covered[start:end] = b"\1" * len(line)
        whole.add(line)
        start = end
    for at in range(len(text) - _GRAM + 1):
        gram = text[at : at + _GRAM]
        known = first.get(gram)
        if known is not None and known <= at - _GRAM:
            covered[at : at + _GRAM] = b"\1" * _GRAM
        elif known is None and at % _STEP == 0:
            first[gram] = at
    return [covered.count(1, end - len(line), end) / len(line) if line else 0.0 for line, end in zip(letters, ends, strict=True)]


def _longest_run(letters: Sequence[str], again: Sequence[float]) -> tuple[int, int] | None:
    """The lines of the longest passage that stood there before; single short lines in it need not have."""
    best: tuple[int, int] | None = None
    most, start, end, size, long = 0, 0, 0, 0, 0
    before = list(accumulate(map(len, letters), initial=0))
    for at, share in enumerate([*again, 0.0]):
        if at < len(letters) and share >= _ALIKE:
            if end < at - 2 or not size:
                start, size, long = at, 0, 0
            end, size, long = at + 1, size + len(letters[at]), long + (len(letters[at]) >= _LONG)
            if size > most and size >= _LEAST and long >= 3 and size >= _SHARE * before[start]:
                best, most = (start, end), size
        elif at < len(letters) and len(letters[at]) >= 2 * _LONG:
            size = 0
    return best


def _copied(first: Sequence[str], second: Sequence[str]) -> int | None:
    """Where in the first passage that begins of which the second has nearly everything; None where it lacks some."""
    shares = _again([*second, *first])[len(second) :]
    for start in range(len(first)):
        if shares[start] >= _ALIKE:
            size = sum(map(len, first[start:]))
            said = sum(len(line) * share for line, share in zip(first[start:], shares[start:], strict=True))
            return start if size and said >= 0.9 * size else None
    return None
