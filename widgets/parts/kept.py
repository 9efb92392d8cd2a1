"""What was made once and is kept for everybody: each thing is made by whoever needs it first, while others who need it wait."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar, cast

T = TypeVar("T")


class _Place(Generic[T]):
    """Room for one thing, and who is making it."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.made = False
        self.thing: T | None = None


class Kept(Generic[T]):
    """The `most` things that were needed last, by what they are made of.

    Streamlit's own caches digest what they are asked by, at 0.2 ms a question, and a page asks for some twenty things.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._lock = threading.Lock()
        self._places: OrderedDict[Hashable, _Place[T]] = OrderedDict()

    def has(self, key: Hashable) -> bool:
        """Whether it is there already."""
        place = self._places.get(key)
        return place is not None and place.made

    def get(self, key: Hashable, make: Callable[[], T]) -> T:
        """What is kept under a key; made where there is nothing. What fails in the making is made anew by the next who asks."""
        with self._lock:
            place = self._places.setdefault(key, _Place())
            self._places.move_to_end(key)
            while len(self._places) > self._most:
                self._places.popitem(last=False)
        if not place.made:
            with place.lock:
                if not place.made:
                    place.thing, place.made = make(), True
        return cast(T, place.thing)

    def clear(self) -> None:
        """Keep nothing."""
        with self._lock:
            self._places.clear()
