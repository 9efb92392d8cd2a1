"""One after the other: who asks first is served first, and whoever waits can be told how many are before and for how long."""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from statistics import median
from typing import Final

_LOOKED_BACK: Final = 20
"""From so many pieces of work of each kind it is told how long the next will take."""
_FIRST_WORD: Final = 0.3
_NEXT_WORD: Final = 0.5
"""Seconds after which whoever waits is told of it, and told again: a shorter wait is none."""


@dataclass(frozen=True)
class Wait:
    """What can be told to whoever waits."""

    before: int
    """How many are served first, the one that is being served with them; none when the turn has come."""
    seconds: float | None
    """Until one's own work will be done, by what such work took of late; None where nothing of the kind was done yet."""


@dataclass(eq=False)
class Place:
    """A place in the line."""

    work: str
    thread: int
    began: float | None = None
    counts: bool = True
    """Whether the time that it takes tells how long such work takes; not so where there was nothing left to do."""


class Turns:
    """The line. Whoever leaves it while waiting, by whatever exception, is not served and holds up nobody."""

    def __init__(self) -> None:
        self._moved = threading.Condition()
        self._line: deque[Place] = deque()
        self._took: dict[str, deque[float]] = {}

    def held(self) -> Place | None:
        """The turn that the thread which asks has now; None where it has none."""
        with self._moved:
            first = self._line[0] if self._line else None
        return first if first and first.began is not None and first.thread == threading.get_ident() else None

    @contextmanager
    def turn(self, work: str, told: Callable[[Wait], None] | None = None) -> Iterator[Place]:
        """Wait for a turn and have it. `told` is called now and then while others are before, and once more when the turn has come."""
        place = Place(work, threading.get_ident())
        with self._moved:
            self._line.append(place)
        try:
            self._wait(place, told)
            place.began = time.monotonic()
            yield place
            if place.counts:
                self._took.setdefault(work, deque(maxlen=_LOOKED_BACK)).append(time.monotonic() - place.began)
        finally:
            with self._moved:
                self._line.remove(place)
                self._moved.notify_all()

    def _wait(self, place: Place, told: Callable[[Wait], None] | None) -> None:
        pause = _FIRST_WORD
        while not self._has_come(place, None if told is None else pause):
            if told:
                told(self._told(place))
                pause = _NEXT_WORD
        if told and pause == _NEXT_WORD:
            told(self._told(place))

    def _has_come(self, place: Place, timeout: float | None) -> bool:
        with self._moved:
            return self._moved.wait_for(lambda: self._line[0] is place, timeout)

    def _told(self, place: Place) -> Wait:
        with self._moved:
            before = list(self._line)[: self._line.index(place)]
            left = [self._left(each) for each in (*before, place)]
        known = [seconds for seconds in left if seconds is not None]
        return Wait(len(before), sum(known) if len(known) == len(left) else None)

    def _left(self, place: Place) -> float | None:
        """Seconds that the work at a place will still take; never less than none, however long it has taken already."""
        took = self._took.get(place.work)
        if not took:
            return None
        gone = 0.0 if place.began is None else time.monotonic() - place.began
        return max(0.0, median(took) - gone)
