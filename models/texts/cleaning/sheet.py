"""A source as it is cleaned: its lines, and of every character whether it still stands or why it was taken away.

What somebody put back stands whatever the rules say; what somebody took away by hand goes first.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cached_property

from models.texts.parts import LeftOut, Why
from models.texts.source import Line, Source, Stretch

_WHYS = tuple(Why)
_STANDS = 255
_RUN = re.compile(rb"([^\xff])\1*", re.DOTALL)
"""Characters in a row that went for the same reason."""
_IN_BLOCKS = (Why.MENU, Why.SHARE, Why.FORM, Why.COMMENT, Why.CONTACT, Why.SECOND_COPY, Why.OTHER_LANGUAGE, Why.BY_HAND)
"""What is listed as one piece where it goes over several lines; everything else is listed line by line."""


@dataclass(slots=True, eq=False)
class Row:
    """A line of the source with its place in it."""

    index: int
    line: Line
    at: Stretch
    words: str
    """What stands of it, with one blank between words; empty once it was taken away."""
    why: Why | None = None
    held: bool = False
    """Somebody put back a part of it."""


class Sheet:
    """What stands of a source and what was taken away."""

    def __init__(self, source: Source, put_back: Collection[Stretch] = (), taken_away: Collection[Stretch] = ()) -> None:
        self.source = source
        self.text = source.text
        self._whys = bytearray([_STANDS]) * len(self.text)
        self._held = bytearray(len(self.text))
        self.single: set[int] = set()
        """Characters that were put back by themselves: a hyphen, an invisible sign, the end of a line."""
        self.rows = [Row(index, line, at, " ".join(line.text.split())) for index, (at, line) in enumerate(source.placed())]
        for back in put_back:
            self._put_back(back)
        for away in taken_away:
            self.take(away, Why.BY_HAND)
        if taken_away:
            for row in self.rows:
                row.words = " ".join("".join(self.text[at] for at in range(row.at.start, row.at.end) if self.stands(at)).split())
                row.why = None if row.words or not row.line.text.strip() else Why.BY_HAND

    def _put_back(self, back: Stretch) -> None:
        start, end = max(0, back.start), min(len(self.text), back.end)
        piece = self.text[start:end]
        if start >= end:
            return
        if not piece.strip() or len(piece) <= 3:
            self.single.update(range(start, end))
        self._held[start:end] = b"\1" * (end - start)
        for row in self.rows:
            if row.at.start < end and start < row.at.end and self.text[max(start, row.at.start) : min(end, row.at.end)].strip():
                row.held = True

    def stands(self, at: int) -> bool:
        """Whether a character still stands."""
        return self._whys[at] == _STANDS

    def take(self, at: Stretch, why: Why) -> None:
        """Take characters away, but for what was put back and what is gone already."""
        start, end = max(0, at.start), min(len(self.text), at.end)
        code = _WHYS.index(why)
        if start >= end:
            return
        if self._held.find(1, start, end) < 0 and self._whys.count(_STANDS, start, end) == end - start:
            self._whys[start:end] = bytes([code]) * (end - start)
            return
        for each in range(start, end):
            if not self._held[each] and self._whys[each] == _STANDS:
                self._whys[each] = code

    def take_sign(self, at: Stretch, why: Why) -> None:
        """Take away signs within the text, also in words that were put back as a whole, but for signs put back by themselves."""
        for each in range(at.start, min(at.end, len(self.text))):
            if each not in self.single and self._whys[each] == _STANDS:
                self._whys[each] = _WHYS.index(why)

    def take_row(self, row: Row, why: Why) -> None:
        """Take a whole line away; what was put back of it stays."""
        self.take(row.at, why)
        if row.held:
            row.words = " ".join("".join(self.text[at] for at in range(row.at.start, row.at.end) if self.stands(at)).split())
        else:
            row.words, row.why = "", why

    def whole(self, row: Row) -> bool:
        """Whether nothing of a line is gone."""
        return self._whys.count(_STANDS, row.at.start, row.at.end) == len(row.at)

    @property
    def standing(self) -> list[Row]:
        """The lines that have words and still stand."""
        return [row for row in self.rows if row.words]

    @cached_property
    def pages(self) -> list[list[Row]]:
        """The lines of each page, where the file has pages."""
        found: dict[int, list[Row]] = {}
        for row in self.rows:
            if row.line.page is not None:
                found.setdefault(row.line.page, []).append(row)
        return [found[page] for page in sorted(found)]

    def left_out(self) -> tuple[LeftOut, ...]:
        """All that was taken away, in order."""
        return tuple(LeftOut(at, self.text[at.start : at.end], why) for at, why in self._runs())

    def _runs(self) -> Iterator[tuple[Stretch, Why]]:
        start, end, code = 0, 0, _STANDS
        for run in _RUN.finditer(self._whys):
            if run[1][0] == code and _WHYS[code] in _IN_BLOCKS and not self.text[end : run.start()].strip("\n"):
                end = run.end()
                continue
            if code != _STANDS:
                yield self._trimmed(start, end, _WHYS[code])
            (start, end), code = run.span(), run[1][0]
        if code != _STANDS:
            yield self._trimmed(start, end, _WHYS[code])

    def _trimmed(self, start: int, end: int, why: Why) -> tuple[Stretch, Why]:
        """A stretch without the line breaks on which it ends, where it is not these that were taken away."""
        while end > start + 1 and why is not Why.LINE_BREAK and self.text[end - 1] == "\n":
            end -= 1
        return Stretch(start, end), why
