"""The secretariat's queues on hand-made registers: who waits where, what would move it, and what a day changes."""

from __future__ import annotations

import csv
import datetime as dt
import io
from dataclasses import replace
from typing import Any

import pytest

from exports.queue import queue_csv
from models.labels import Say, load_labels
from models.records.evidence import Evidence
from models.records.notes import Note
from models.records.terms import BodyKind, Ledger
from models.records.vocabulary import Body
from models.register.queues import Filter, Horizon, Need, Order, Queue, Row, horizon, queue, responsible, sizes, sort
from models.register.register import Register
from tests.samples.registers import both, commitment, declaration, forum, note, provision, register

DAY = dt.date(2026, 11, 21)
PLACE = "2023-c1a"


def source(id_: str, grade: str, publisher: str = "A publisher") -> Evidence:
    return Evidence.model_validate(
        {"id": id_, "says": both("It says so."), "title": "T", "publisher": publisher, "seen": DAY, "grade": grade, "confidence": "high"}
    )


SOURCES = (
    source("source", "independent", "One"),
    source("other", "independent", "Two"),
    source("again", "independent", "One"),
    source("primary", "primary"),
    source("own", "self-reported"),
    source("guess", "inferred"),
)
BODIES = tuple(
    Body(id=id_, name=both(id_), kind=BodyKind(kind))
    for id_, kind in (("participants", "forum"), ("hosts", "forum"), ("un", "un"), ("gwangju", "city"))
)


def world(*notes: Note, **fields: Any) -> Register:
    """One promise of 2023, with the forums of 2023 and 2024 behind it."""
    text = declaration("2023", 1, provision("c1", commitment("a", **fields)))
    return register(text, forums=[forum(1, 2023), forum(2, 2024, "not-found")], notes=notes, evidence=SOURCES, bodies=BODIES)


def announced(register_: Register, day: dt.date) -> Register:
    """The same, with the last forum announced on a day."""
    *before, last = register_.forums
    return replace(register_, forums=(*before, last.model_copy(update={"announced": day})))


def row(register_: Register, which: Queue, day: dt.date = DAY) -> Row | None:
    found = queue(register_.as_of(day), which, day)
    assert len(found) <= 1
    return found[0] if found else None


def in_queues(register_: Register, day: dt.date = DAY) -> set[str]:
    return {which.value for which in Queue if row(register_, which, day)}


def test_a_commitment_without_a_note_waits_as_never_assessed_only() -> None:
    assert in_queues(world()) == {"never"}
    found = row(world(), Queue.NEVER)
    assert found
    assert found.need is Need.FIRST_NOTE


def test_a_citys_own_note_does_not_judge_the_whole() -> None:
    assert "never" in in_queues(world(note(PLACE, "2026-01-01", "done", actor="gwangju", evidence=["primary"])))


def test_what_cannot_be_judged_waits_nowhere() -> None:
    assert in_queues(world(precision="aspiration")) == set()
    assert in_queues(world(force="states", precision=None)) == set()


@pytest.mark.parametrize(
    ("status", "waits"),
    [(None, True), ("no-evidence", True), ("started", True), ("partly-done", True), ("contrary", True), ("done", False)],
)
def test_past_its_day_everything_but_done_is_overdue(status: str | None, waits: bool) -> None:
    notes = [note(PLACE, "2026-01-01", status, evidence=["primary"])] if status else []
    assert ("overdue" in in_queues(world(*notes, precision="dated", due="2025-12-31"))) is waits


def test_on_the_due_day_itself_nothing_is_overdue() -> None:
    dated = world(precision="dated", due="2025-12-31")
    assert row(dated, Queue.OVERDUE, dt.date(2025, 12, 31)) is None
    assert row(dated, Queue.OVERDUE, dt.date(2026, 1, 1)) is not None


def test_due_before_the_next_forum_reaches_to_its_last_day() -> None:
    on_the_last_day, after = world(precision="dated", due="2024-10-11"), world(precision="dated", due="2024-10-12")
    day = dt.date(2024, 3, 1)
    assert horizon(announced(on_the_last_day, day), day).day == dt.date(2024, 10, 11)
    assert row(announced(on_the_last_day, day), Queue.DUE, day) is not None
    assert row(announced(after, day), Queue.DUE, day) is None


def test_the_next_forum_is_looked_ahead_to_from_its_announcement_on() -> None:
    known, day = announced(world(precision="dated", due="2024-10-11"), dt.date(2024, 6, 3)), dt.date(2024, 6, 2)
    assert horizon(known, day) == Horizon(dt.date(2025, 6, 2), None)
    assert horizon(known, dt.date(2024, 6, 3)).day == dt.date(2024, 10, 11)


def test_where_no_next_forum_is_known_a_year_is_looked_ahead() -> None:
    near = horizon(world(), DAY)
    assert near.forum is None
    assert near.day == dt.date(2027, 11, 21)
    assert row(world(precision="dated", due="2027-11-21"), Queue.DUE) is not None
    assert row(world(precision="dated", due="2027-11-22"), Queue.DUE) is None


def test_stale_is_what_was_not_judged_after_the_last_day_of_the_last_forum() -> None:
    assert "stale" in in_queues(world(note(PLACE, "2024-10-11", "started")))
    assert "stale" not in in_queues(world(note(PLACE, "2024-10-12", "started")))
    assert "stale" not in in_queues(world(note(PLACE, "2024-01-01", "started")), dt.date(2024, 10, 10))
    done = row(world(note(PLACE, "2024-01-01", "done", evidence=["primary"])), Queue.STALE)
    assert done
    assert done.need is Need.REVIEW


@pytest.mark.parametrize(
    ("status", "evidence", "need", "alone"),
    [
        ("no-evidence", [], Need.ANY_SOURCE, False),
        ("no-evidence", ["own"], Need.ANY_SOURCE, False),
        ("started", ["own"], Need.PRIMARY, True),
        ("started", ["own", "guess"], Need.PRIMARY, True),
        ("started", ["own", "source"], Need.ONE_MORE, False),
        ("partly-done", ["source", "again"], Need.ONE_MORE, False),
        ("partly-done", ["source", "other"], Need.ACT, False),
        ("started", ["primary"], Need.ACT, False),
        ("contrary", ["source"], Need.REVERSAL, False),
        ("done", ["primary"], Need.REVIEW, False),
    ],
)
def test_each_row_says_what_would_move_it(status: str, evidence: list[str], need: Need, alone: bool) -> None:
    judged = world(note(PLACE, "2026-01-01", status, evidence=evidence), precision="dated", due="2027-01-01")
    queues = in_queues(judged)
    assert ("self-report" in queues) is alone
    assert ("evidence" in queues) is (need in (Need.ANY_SOURCE, Need.PRIMARY, Need.ONE_MORE))
    if status != "done":
        found = row(judged, Queue.DUE)
        assert found
        assert found.need is need


def test_the_queues_as_of_a_day_know_nothing_of_later_notes() -> None:
    judged = world(note(PLACE, "2025-06-01", "done", evidence=["primary"]), precision="dated", due="2025-01-01")
    assert in_queues(judged, dt.date(2025, 5, 31)) == {"overdue", "never"}
    assert in_queues(judged, dt.date(2025, 6, 1)) == set()
    assert in_queues(judged, dt.date(2023, 1, 1)) == set()


@pytest.mark.parametrize(
    ("fields", "kind"),
    [
        ({"by": ["hosts"]}, BodyKind.FORUM),
        ({"by": ["hosts", "participants"]}, BodyKind.COLLECTIVE),
        ({"force": "urges", "to": ["un"]}, BodyKind.UN),
        ({"force": "asks"}, BodyKind.COLLECTIVE),
        ({"by": ["gwangju"]}, BodyKind.CITY),
    ],
)
def test_the_primary_source_is_looked_for_where_somebody_is_to_act(fields: dict[str, Any], kind: BodyKind) -> None:
    found = row(world(**fields), Queue.NEVER)
    assert found
    assert found.source is kind


def many() -> Register:
    promise = commitment("a", precision="dated", due="2027-01-01", themes=["institutions"])
    ask = commitment("b", force="urges", precision="direction", to=["un"], themes=["education"])
    hope = commitment("c", force="hopes", precision="checkable")
    later = declaration("2024", 2, provision("c1", commitment("a", precision="direction", by=["gwangju"])))
    notes = [note("2023-c1b", "2026-02-01", "started"), note("2023-c1c", "2026-01-01", "started")]
    return register(declaration("2023", 1, provision("c1", promise, ask, hope)), later, notes=notes, evidence=SOURCES, bodies=BODIES)


def ids(rows: list[Row]) -> list[str]:
    return [each.commitment.id for each in rows]


def test_the_ledgers_are_counted_apart() -> None:
    assert sizes(many(), Queue.NEVER, DAY) == {Ledger.PROMISES: 2, Ledger.ASKS: 0, Ledger.HOPES: 0}


def test_a_queue_is_sorted_as_asked_and_else_stays_as_the_texts_have_it() -> None:
    rows = [*queue(many(), Queue.NEVER, DAY), *queue(many(), Queue.EVIDENCE, DAY)]
    assert ids(sort(rows, Order.TEXT)) == ["2023-c1a", "2024-c1a", "2023-c1b", "2023-c1c"]
    assert ids(sort(rows, Order.URGENT)) == ["2023-c1a", "2024-c1a", "2023-c1c", "2023-c1b"]
    assert ids(sort(rows, Order.JUDGED)) == ["2023-c1a", "2024-c1a", "2023-c1c", "2023-c1b"]
    assert ids(sort(rows, Order.FIRM)) == ["2023-c1a", "2023-c1c", "2024-c1a", "2023-c1b"]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        (Filter(), ["a", "b", "c", "a"]),
        (Filter(ledgers=("asks",)), ["b"]),
        (Filter(declarations=("2024",)), ["a"]),
        (Filter(themes=("education", "nothing")), ["b"]),
        (Filter(bodies=("un",)), ["b"]),
        (Filter(bodies=("participants",)), ["a"]),
        (Filter(ledgers=("promises",), declarations=("2024",), bodies=("gwangju",)), ["a"]),
        (Filter(ledgers=("asks",), declarations=("2024",)), []),
    ],
)
def test_filters_narrow_and_never_widen(asked: Filter, found: list[str]) -> None:
    admitted = [each for each in many().commitment_by_id.values() if asked.admits(each)]
    assert [each.letter for each in admitted] == found


def test_who_is_to_act_is_the_promiser_or_the_one_who_is_asked() -> None:
    letters = many().commitment_by_id
    assert responsible(letters["2023-c1a"]) == ["participants"]
    assert responsible(letters["2023-c1b"]) == ["un"]
    assert responsible(letters["2023-c1c"]) == []


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_the_table_says_what_it_is_and_runs_nothing(lang: str) -> None:
    wicked = commitment("a", quote="=HYPERLINK(1)", summary=both("@SUM(1)"), test={"en": "+1", "ko": "+1"})
    register_ = register(declaration("2023", 1, provision("c1", wicked)), bodies=BODIES)
    say = Say(load_labels(), lang)
    rows = queue(register_, Queue.NEVER, DAY)
    text = queue_csv(register_, say, Queue.NEVER, rows, DAY, [(say("follow_through.filter_theme"), "-x")]).decode("utf-8-sig")
    lines = list(csv.reader(io.StringIO(text)))
    assert lines[0] == [say("follow_through.csv_queue"), say("follow_through.queue_never")]
    assert lines[1] == [say("follow_through.csv_as_of"), "2026-11-21"]
    assert lines[2] == [say("follow_through.filter_theme"), "'-x"]
    assert lines[3] == [say("follow_through.csv_rows"), "1"]
    assert [each for each in lines[6] if each.startswith(("=", "+", "-", "@", "\t", "\r"))] == []
    assert "'=HYPERLINK(1)" in lines[6]
    assert len(lines) == 7


def test_a_queue_of_another_day_is_another_queue() -> None:
    register_ = replace(many(), notes=())
    assert ids(queue(register_.as_of(dt.date(2024, 1, 1)), Queue.NEVER, dt.date(2024, 1, 1))) == ["2023-c1a", "2023-c1b", "2023-c1c"]
