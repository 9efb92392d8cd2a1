"""Who asks first is served first, hears how long the wait is, and whoever goes away holds up nobody."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

import pytest

from exports.turns import Turns, Wait


@contextmanager
def taken(turns: Turns, work: str = "brief") -> Iterator[None]:
    """Somebody else has the turn meanwhile."""
    got, done = threading.Event(), threading.Event()

    def hold() -> None:
        with turns.turn(work):
            got.set()
            assert done.wait(20)

    holder = threading.Thread(target=hold)
    holder.start()
    assert got.wait(20)
    try:
        yield
    finally:
        done.set()
        holder.join(20)
        assert not holder.is_alive()


def until_waiting(turns: Turns, n: int) -> None:
    """Until so many stand in the line, the one whose turn it is with them."""
    for _ in range(2000):
        if len(turns._line) == n:
            return
        time.sleep(0.005)
    raise AssertionError(f"{len(turns._line)} wait, not {n}")


def test_a_hundred_who_ask_at_once_are_served_in_their_order_one_at_a_time() -> None:
    turns, served, inside = Turns(), list[int](), list[int]()

    def ask(number: int) -> None:
        with turns.turn("brief"):
            inside.append(number)
            assert len(inside) == 1, "two at once"
            served.append(number)
            inside.pop()

    with ThreadPoolExecutor(100) as readers:
        with taken(turns):
            asked = []
            for number in range(100):
                asked.append(readers.submit(ask, number))
                until_waiting(turns, number + 2)
        for each in asked:
            each.result(20)
    assert served == list(range(100))
    assert not turns._line


def test_whoever_waits_hears_how_many_are_before_and_how_long_it_takes_by_what_it_took_of_late() -> None:
    turns, heard = Turns(), list[Wait]()
    for seconds in (0.2, 0.2, 0.2):
        with turns.turn("brief"):
            time.sleep(seconds)

    def wait(told: list[Wait] | None) -> None:
        with turns.turn("brief", None if told is None else told.append):
            time.sleep(0.2)

    with ThreadPoolExecutor(2) as readers:
        with taken(turns):
            first = readers.submit(wait, None)
            until_waiting(turns, 2)
            second = readers.submit(wait, heard)
            until_waiting(turns, 3)
            time.sleep(0.5)
        first.result(20)
        second.result(20)
    assert heard[0].before == 2
    assert heard[0].seconds == pytest.approx(0.4, abs=0.15), "one that is nearly done, one other, one's own"
    assert [wait.before for wait in heard] == sorted((wait.before for wait in heard), reverse=True)
    assert heard[-1].before == 0, "and that the turn has come"


def test_no_time_is_told_where_none_was_taken_yet() -> None:
    turns, heard = Turns(), list[Wait]()

    def wait() -> None:
        with turns.turn("brief", heard.append):
            pass

    with ThreadPoolExecutor(1) as readers:
        with taken(turns, "png"):
            waiting = readers.submit(wait)
            time.sleep(0.5)
        waiting.result(20)
    assert heard[0] == Wait(1, None)


def test_who_need_not_wait_is_not_told_of_it() -> None:
    heard = list[Wait]()
    with Turns().turn("brief", heard.append):
        pass
    assert heard == []


def test_what_needed_no_work_does_not_make_the_next_seem_quick() -> None:
    turns = Turns()
    with turns.turn("brief"):
        time.sleep(0.1)
    for _ in range(30):
        with turns.turn("brief") as place:
            place.counts = False
    assert min(turns._took["brief"]) >= 0.1


class Gone(BaseException):
    """As Streamlit ends a run."""


def test_a_reader_who_goes_away_while_waiting_is_not_served_and_holds_up_nobody() -> None:
    turns, served = Turns(), list[str]()

    def leave(_: Wait) -> None:
        raise Gone

    def ask(who: str, leaves: bool) -> None:
        try:
            with turns.turn("brief", leave if leaves else None):
                served.append(who)
        except Gone:
            pass

    with ThreadPoolExecutor(2) as readers:
        with taken(turns):
            gone = readers.submit(ask, "gone", True)
            until_waiting(turns, 2)
            here = readers.submit(ask, "here", False)
            gone.result(20)
            until_waiting(turns, 2)
        here.result(20)
    assert served == ["here"]


@pytest.mark.parametrize("error", [ValueError, Gone])
def test_work_that_fails_gives_its_turn_on_and_says_why(error: type[BaseException]) -> None:
    turns = Turns()
    with pytest.raises(error), turns.turn("brief"):
        raise error
    with turns.turn("brief"):
        assert turns.held()
    assert not turns._line
