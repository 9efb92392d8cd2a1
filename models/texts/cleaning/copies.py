"""A text that a file holds twice: the second copy, or the shorter of the two, is taken away.

Two passages are the same where their letters are, whatever their blanks, quotation marks and line breaks. Single sentences that come
back are no copy: a copy has several lines of some length and makes up a good part of what stands before it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from models.texts.cleaning.sheet import Sheet
from models.texts.parts import Why

_BETWEEN = re.compile(r"[\W_]+")
_GRAM, _STEP = 20, 10
_ALL = b"\1" * _GRAM
_LONG = 30
"""A line with so many letters is compared by them; a shorter one only as a whole."""
_LEAST, _SHARE, _ALIKE, _EXACT = 180, 0.25, 0.8, 0.99
_DIGIT = re.compile(r"\d")
_SURE = 600
"""A passage that begins inside a sentence, as lines of one pattern do, has to be as long as this."""


def second(sheet: Sheet) -> None:
    """Take the second copy of a text away."""
    rows = sheet.standing
    letters = [_BETWEEN.sub("", row.words.casefold()) for row in rows]
    copy = _longest_run(letters, [row.words[0].islower() for row in rows], *_again(letters))
    if copy is None:
        return
    start, end = copy
    before = _copied(letters[:start], letters[start:end])
    if before is not None and sum(map(len, letters[start:end])) > 1.1 * sum(map(len, letters[before:start])):
        start, end = before, start  # what stands first is a part of what follows
    for row in rows[start:end]:
        sheet.take_row(row, Why.SECOND_COPY)


def _again(letters: Sequence[str]) -> tuple[list[float], list[int]]:
    """Of each line how much of it stood before, and how far down the last of that first stood."""
    text = "".join(letters)
    first: dict[str, int] = {}
    whole: dict[str, int] = {}
    covered = bytearray(len(text))
    shares, places = [], []
    start = 0
    for line in letters:
        end, place = start + len(line), -1
        if line in whole:
            covered[start:end], place = b"\1" * len(line), whole[line]
        whole.setdefault(line, start)
        for at in range(start, min(end, len(text) - _GRAM + 1)):
            gram = text[at : at + _GRAM]
            known = first.get(gram)
            if known is None:
                if at % _STEP == 0 and not covered[at]:
                    first[gram] = at
            elif known <= at - _GRAM:
                covered[at : at + _GRAM] = _ALL
                place = max(place, known)
        start = end
        places.append(place)
    start = 0
    for line in letters:
        shares.append(covered.count(1, start, start + len(line)) / len(line) if line else 0.0)
        start += len(line)
    return shares, places


def _longest_run(letters: Sequence[str], within: Sequence[bool], again: Sequence[float], places: Sequence[int]) -> tuple[int, int] | None:
    """The lines of the longest passage that stood there before in the same order; single short lines in it need not have."""
    best: tuple[int, int] | None = None
    most, run = _LEAST - 1, _Run()
    before = list(accumulate(map(len, letters), initial=0))
    for at, share in enumerate(again):
        if share >= _ALIKE:
            if run.end < at - 2 or not run.size:
                run = _Run(at, above=before[at], within=within[at])
            run.take(at, len(letters[at]), places[at])
            if at > run.start and _DIGIT.search(letters[at]):
                run.counted += 1
                run.exact += share >= _EXACT
            if run.size > most and run.size >= _SHARE * before[run.start] and run.is_copy:
                best, most = (run.start, run.end), run.size
        elif len(letters[at]) >= 2 * _LONG:
            run = _Run()
    return best


@dataclass(slots=True)
class _Run:
    """Lines one below the other that stood there before."""

    start: int = 0
    above: int = 0
    """So many letters stand above it."""
    within: bool = False
    """It begins inside a sentence."""
    end: int = 0
    size: int = 0
    long: int = 0
    rising: int = 0
    higher: int = 0
    place: int = -1
    counted: int = 0
    exact: int = 0
    """So many of its lines have digits, and so many of these stood there before with the same ones."""
    stood: set[int] = field(default_factory=set)
    """Where its lines stood before."""

    def take(self, at: int, size: int, place: int) -> None:
        """The next line of it."""
        self.end, self.size = at + 1, self.size + size
        if size >= _LONG:
            self.long += 1
            self.rising += place > self.place
            self.higher += place < self.above
            self.place = place
            self.stood.add(place)

    @property
    def is_copy(self) -> bool:
        """Whether its lines follow one another as those above it do of which they are copies, each another one; lines of one pattern do not."""
        in_order = self.rising >= 0.95 * self.long - 1 and len(self.stood) >= 0.8 * self.long and self.higher >= 0.75 * self.long
        alike = 2 * self.exact >= self.counted
        return self.long >= 3 and in_order and alike and (not self.within or self.size >= _SURE)


def _copied(first: Sequence[str], second: Sequence[str]) -> int | None:
    """Where in the first passage that begins of which the second has nearly everything; None where it lacks some."""
    shares = _again([*second, *first])[0][len(second) :]
    for start in range(len(first)):
        if shares[start] >= _ALIKE:
            size = sum(map(len, first[start:]))
            said = sum(len(line) * share for line, share in zip(first[start:], shares[start:], strict=True))
            return start if size and said >= 0.9 * size else None
    return None
