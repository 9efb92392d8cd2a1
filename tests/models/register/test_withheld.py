"""What a withheld note may hide: on hand-made histories, whatever the order of days, and by properties."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as some

from models.records.notes import Note
from models.register.standing import Standing, is_overdue, is_past, punctuality, standing
from models.register.withheld import WithheldNote
from tests.samples.registers import commitment, note

ID = "2020-c1a"
PROMISE = commitment("a").model_copy(update={"id": ID})
DATED = PROMISE.model_copy(update={"due": dt.date(2022, 12, 31)})
DAY = dt.date(2026, 11, 21)


def withheld(as_of: str | None = "2022-06-01", actor: str | None = None, sure: bool = True, **fields: object) -> WithheldNote:
    day = dt.date.fromisoformat(as_of) if as_of else None
    return replace(WithheldNote(f"notes/{ID}/{as_of}.yaml", ID, day, actor, sure), **fields)  # type: ignore[arg-type]


def now(notes: list[Note], *hidden: WithheldNote, on: dt.date = DAY) -> Standing:
    return standing(PROMISE, notes, on, hidden)


STARTED, DONE = note(ID, "2021-01-01", "started"), note(ID, "2023-01-01", "done")


@pytest.mark.parametrize(
    ("notes", "hidden", "expected"),
    [
        ([], [withheld()], Standing.WITHHELD),
        ([STARTED], [withheld()], Standing.WITHHELD),
        ([STARTED, DONE], [withheld()], Standing.DONE),
        ([STARTED, DONE], [withheld(None)], Standing.WITHHELD),
        ([STARTED], [withheld(actor="gwangju")], Standing.STARTED),
        ([], [withheld(actor="gwangju")], Standing.NOT_ASSESSED),
        ([STARTED], [withheld(sure=False)], Standing.WITHHELD),
        ([STARTED], [withheld(actor="gwangjuu", sure=False)], Standing.STARTED),
        ([STARTED], [withheld(commitment="", sure=False)], Standing.STARTED),
        ([], [withheld(commitment="", sure=False)], Standing.WITHHELD),
    ],
)
def test_what_may_be_newer_hides_and_what_is_older_does_not(notes: list[Note], hidden: list[WithheldNote], expected: Standing) -> None:
    assert now(notes, *hidden) is expected


def test_before_the_day_that_it_speaks_of_a_withheld_note_changes_nothing() -> None:
    assert now([STARTED], withheld(), on=dt.date(2022, 5, 31)) is Standing.STARTED
    assert now([STARTED], withheld(), on=dt.date(2022, 6, 1)) is Standing.WITHHELD
    assert now([], withheld(), on=dt.date(2022, 5, 31)) is Standing.NOT_ASSESSED


def test_of_two_notes_on_one_day_the_later_written_decides_also_where_one_is_withheld() -> None:
    first, second = (note(ID, "2022-06-01", "started", written=dt.date(2026, 11, day)) for day in (1, 2))
    assert now([second], withheld(note=first)) is Standing.STARTED
    assert now([first], withheld(note=second)) is Standing.WITHHELD
    assert now([second], withheld()) is Standing.WITHHELD, "nobody can read when it was written"


def test_what_cannot_be_judged_stays_so() -> None:
    vague = commitment("a", precision="aspiration")
    assert standing(vague, [], DAY, [withheld()]) is Standing.NOT_ASSESSABLE


def test_of_what_is_withheld_nobody_says_that_it_is_overdue() -> None:
    assert is_past(DATED, DAY)
    assert not is_overdue(DATED, Standing.WITHHELD, DAY)
    assert is_overdue(DATED, Standing.NOT_ASSESSED, DAY)


def test_done_is_not_called_late_where_a_withheld_note_may_say_that_it_was_in_time() -> None:
    assert punctuality(DATED, [DONE], DAY) == "late"
    assert punctuality(DATED, [DONE], DAY, [withheld()]) is None
    assert punctuality(DATED, [DONE], DAY, [withheld("2023-01-01")]) == "late", "it speaks of a day after the date"
    assert punctuality(DATED, [DONE], DAY, [withheld(actor="gwangju")]) == "late"
    assert punctuality(DATED, [note(ID, "2022-01-01", "done")], DAY, [withheld()]) == "on-time"


days = some.dates(dt.date(2021, 1, 1), dt.date(2025, 12, 31))


@given(some.lists(days, max_size=5, unique=True), some.lists(days, min_size=1, max_size=3, unique=True), days)
def test_it_is_withheld_just_where_the_newest_of_all_is(read: list[dt.date], hidden: list[dt.date], day: dt.date) -> None:
    notes = [note(ID, each.isoformat(), "started") for each in read if each not in hidden]
    gone = [withheld(each.isoformat()) for each in hidden]
    known = [each for each in (*read, *hidden) if each <= day]
    found = now(notes, *gone, on=day)
    if not known:
        assert found is Standing.NOT_ASSESSED
    else:
        assert found is (Standing.WITHHELD if max(known) in hidden else Standing.STARTED)
