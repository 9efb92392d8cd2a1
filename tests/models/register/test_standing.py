"""Where a commitment stands is folded from its notes: on hand-made histories and by properties."""

from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as some

from models.records.notes import Note
from models.records.terms import Force, Precision, Status
from models.records.texts import Commitment
from models.register.standing import Standing, deciding, is_overdue, notes_until, punctuality, standing

DAY = dt.date(2015, 8, 7)


def commitment(
    precision: Precision | None = Precision.CHECKABLE, due: dt.date | None = None, force: Force = Force.UNDERTAKES
) -> Commitment:
    return Commitment.model_construct(id="2011-p16a", precision=precision, due=due, force=force)


def note(as_of: dt.date, status: Status, written: dt.date = dt.date(2026, 11, 21), actor: str | None = None, suffix: str = "") -> Note:
    return Note(
        id=f"2011-p16a/{as_of}{suffix}",
        commitment="2011-p16a",
        as_of=as_of,
        status=status,
        written=written,
        reason={"en": "Because.", "ko": "이유."},
        by="test",
        actor=actor,
    )


notes_lists = some.lists(
    some.builds(
        note,
        some.dates(dt.date(2011, 5, 17), dt.date(2026, 11, 21)),
        some.sampled_from(Status),
        written=some.dates(dt.date(2026, 11, 1), dt.date(2026, 11, 21)),
        actor=some.sampled_from([None, None, "gwangju"]),
        suffix=some.sampled_from(["", "-2", "-3"]),
    ),
    max_size=8,
    unique_by=lambda each: each.id,
)
days = some.dates(dt.date(2011, 5, 1), dt.date(2027, 1, 1))


def test_a_study_asked_for_in_2011_is_started_in_2013_and_done_in_2015() -> None:
    history = [note(DAY, Status.DONE), note(dt.date(2013, 9, 26), Status.STARTED)]
    assert standing(commitment(), history, dt.date(2013, 9, 25)) is Standing.NOT_ASSESSED
    assert standing(commitment(), history, dt.date(2013, 9, 26)) is Standing.STARTED
    assert standing(commitment(), history, dt.date(2015, 8, 6)) is Standing.STARTED
    assert standing(commitment(), history, DAY) is Standing.DONE


def test_what_cannot_be_judged_is_not_assessable_whatever_is_noted() -> None:
    for precision in (Precision.ASPIRATION, None):
        assert standing(commitment(precision), [note(DAY, Status.DONE)], DAY) is Standing.NOT_ASSESSABLE


def test_one_bodys_record_never_counts_as_the_whole() -> None:
    assert standing(commitment(), [note(DAY, Status.DONE, actor="gwangju")], DAY) is Standing.NOT_ASSESSED


def test_overdue_and_punctual() -> None:
    due = commitment(due=dt.date(2018, 10, 21))
    assert not is_overdue(due, Standing.NOT_ASSESSED, dt.date(2018, 10, 21))
    assert is_overdue(due, Standing.NOT_ASSESSED, dt.date(2018, 10, 22))
    assert is_overdue(due, Standing.NO_EVIDENCE, dt.date(2018, 10, 22))
    assert not is_overdue(due, Standing.DONE, dt.date(2018, 10, 22))
    assert punctuality(due, [note(dt.date(2018, 10, 21), Status.DONE)], dt.date(2026, 1, 1)) == "on-time"
    assert punctuality(due, [note(dt.date(2018, 10, 22), Status.DONE)], dt.date(2026, 1, 1)) == "late"
    assert punctuality(due, [note(dt.date(2018, 10, 22), Status.DONE)], dt.date(2018, 10, 21)) is None


def test_the_tenth_note_of_a_day_follows_the_ninth() -> None:
    notes = [note(DAY, Status.STARTED, suffix="-9"), note(DAY, Status.DONE, suffix="-10"), note(DAY, Status.CONTRARY)]
    assert standing(commitment(), notes, DAY) is Standing.DONE


@given(notes_lists, days, some.randoms())
def test_the_order_of_the_files_never_matters(notes: list[Note], day: dt.date, chance) -> None:  # type: ignore[no-untyped-def]
    shuffled = notes[:]
    chance.shuffle(shuffled)
    assert standing(commitment(), notes, day) is standing(commitment(), shuffled, day)


@given(notes_lists, days)
def test_a_view_of_a_day_never_looks_ahead(notes: list[Note], day: dt.date) -> None:
    until = [each for each in notes if each.as_of <= day]
    assert standing(commitment(), notes, day) is standing(commitment(), until, day)
    assert all(each.as_of <= day for each in notes_until(notes, day))


@given(notes_lists, days, some.sampled_from(Status))
def test_a_later_note_wins(notes: list[Note], day: dt.date, status: Status) -> None:
    newest = note(day, status, written=dt.date(2026, 11, 22), suffix="-9")
    assert standing(commitment(), [*notes, newest], day) is Standing(status.value)
    assert deciding([*notes, newest], day) == newest


@given(notes_lists, days)
def test_folding_follows_the_newest_collective_note(notes: list[Note], day: dt.date) -> None:
    collective = [each for each in notes if each.actor is None and each.as_of <= day]
    expected = max(collective, key=lambda each: (each.as_of, each.written, int(each.id.rpartition("/")[2][11:] or 1)), default=None)
    assert deciding(notes, day) == expected
