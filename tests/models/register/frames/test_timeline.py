"""What has a date as tables: what has come due, what changed and when, and nothing of what came later."""

from __future__ import annotations

import datetime as dt

import pytest

from models.records.evidence import Evidence
from models.records.measures import Measure
from models.records.vocabulary import Body
from models.register.frames import timeline as tables
from models.register.register import Register
from tests.charts.timeline.drawings import timeline
from tests.samples.dated import ON, both, note, register
from tests.samples.registers import say


def test_forums_say_whether_their_text_is_on_record() -> None:
    found = tables.forums(register(), ON, "en")
    assert list(found["state"]) == ["on-record", "not-on-record", "on-record", "on-record", "announced"]


def test_an_announced_forum_is_not_there_before_its_announcement() -> None:
    assert list(tables.forums(register(), dt.date(2025, 1, 1), "en")["number"]) == [1, 2, 3, 4]


def test_a_stretch_is_unbroken_only_between_neighbouring_forums() -> None:
    data = tables.timeline(register(), ON, "en")
    often = data.stretches.loc[data.stretches["pledge"] == "often"]
    assert list(often["unbroken"]) == [False, True]
    assert list(often["missing"]) == [1, 0]


def test_background_is_no_mention_of_the_pledge() -> None:
    data = tables.timeline(register(), ON, "en")
    gap = data.marks.loc[data.marks["pledge"] == "gap"]
    assert list(gap["background"]) == [True, False]
    assert "gap" not in set(data.stretches["pledge"])
    assert next(iter(dict.fromkeys(data.marks["pledge"]))) == "often"


def test_a_past_date_without_a_note_is_not_called_overdue() -> None:
    due = tables.due_dates(register(), ON, "en").set_index("commitment")
    assert due.loc["2011-c1a", "timing"] == "past-unassessed"
    assert due.loc["2014-c1a", "timing"] == "coming"


@pytest.mark.parametrize(
    ("as_of", "status", "timing"),
    [
        ("2012-10-04", "done", "on-time"),
        ("2012-10-05", "done", "late"),
        ("2012-10-05", "started", "overdue"),
        ("2012-10-05", "no-evidence", "overdue"),
        ("2012-10-05", "contrary", "overdue"),
        ("2026-11-22", "done", "past-unassessed"),
    ],
)
def test_timing_follows_the_notes_up_to_the_day(as_of: str, status: str, timing: str) -> None:
    due = tables.due_dates(register(notes=(note("2011-c1a", as_of, status),)), ON, "en").set_index("commitment")
    assert due.loc["2011-c1a", "timing"] == timing


def test_a_due_date_is_not_past_on_its_own_day() -> None:
    assert tables.due_dates(register(), dt.date(2012, 10, 4), "en").set_index("commitment").loc["2011-c1a", "timing"] == "coming"


def test_nothing_adopted_later_is_there_yet() -> None:
    data = tables.timeline(register(), dt.date(2013, 1, 1), "en")
    assert set(data.due["commitment"]) == {"2011-c1a"}
    assert set(data.marks["declaration"]) == {"2011"}
    assert not len(data.targets)


def test_one_bodys_own_record_moves_nothing() -> None:
    body = Body.model_validate({"id": "gwangju", "name": {"en": "Gwangju", "ko": "광주"}, "kind": "city"})
    notes = (
        note("2011-c1a", "2012-01-01", "started"),
        note("2011-c1a", "2012-02-01", "done", actor="gwangju"),
        note("2011-c1a", "2013-01-01", "started"),
    )
    data = tables.timeline(register(notes=notes, bodies=(body,)), ON, "en")
    assert list(data.changes["before"]) == ["not-assessed", "not-assessed", "started"]
    assert list(data.changes["actor"]) == ["", "Gwangju", ""]
    assert list(data.moves["after"]) == ["started"]


def test_a_target_named_twice_is_one_target() -> None:
    measure = {
        "id": "cities",
        "title": both("Cities"),
        "unit": both("cities"),
        "definition": both("Cities"),
        "series": [{"id": "s", "kind": both("k"), "points": [{"on": "2022", "value": 1, "evidence": ["e"]}]}],
    }
    same = Measure.model_validate({**measure, "target": {"value": 1000, "by": "2030-12-31", "provision": "2014-c1a"}})
    other = Measure.model_validate({**measure, "id": "own", "target": {"value": 5, "by": "2028"}})
    found = tables.targets(register(measures=(same, other)), ON, "en")
    assert list(found["measure"]) == ["cities", "own"]
    assert list(found["by"]) == [dt.date(2030, 12, 31), dt.date(2028, 12, 31)]


def test_sources_out_later_are_not_there_and_announcements_are_said() -> None:
    given = {
        "says": both("It met."),
        "title": "News",
        "publisher": "Paper",
        "seen": "2026-11-21",
        "grade": "independent",
        "confidence": "high",
    }
    evidence = tuple(
        Evidence.model_validate({"id": id_, "happened": happened, "published": published, **given})
        for id_, happened, published in (
            ("plan", "2013-10", "2013-06-01"),
            ("report", "2013-10-04", "2013-10-05"),
            ("late", "2013", "2026-12"),
        )
    )
    found = tables.sources(register(evidence=evidence), ON, "en").set_index("evidence")
    assert dict(found["announced"]) == {"plan": True, "report": False}


def test_themes_narrow_everything_but_the_forums() -> None:
    data = tables.timeline(register(), ON, "en", ("peace",))
    assert set(data.due["commitment"]) == {"2013-c1b"}
    assert set(data.marks["pledge"]) == {"seldom", "gap"}
    assert len(data.forums) == 5


def test_an_empty_register_has_empty_tables() -> None:
    data = tables.timeline(Register(), ON, "en")
    assert timeline(data, say("en")).title == "No commitment on record on 21 Nov 2026 has a due date"
