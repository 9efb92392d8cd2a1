"""The timeline: what is dated, what has come due, and a drawing whose words neither leave the frame nor cover each other."""

from __future__ import annotations

import datetime as dt
from itertools import combinations

import pytest

from charts.canvas import Canvas, Text
from charts.figure import figure
from charts.svg import slide
from charts.theme import DARK, LIGHT
from charts.timeline.chart import LAYERS, timeline
from charts.timeline.key import CHIP
from models.records.evidence import Evidence
from models.records.fields import Bilingual
from models.records.measures import Measure
from models.records.vocabulary import Body
from models.register.frames import timeline as tables
from models.register.register import Register
from tests.samples.dated import ON, both, commitment, declaration, forum, note, pledge, register
from tests.samples.registers import real, say

# what is dated -----------------------------------------------------------------------------------------------------


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


# what is drawn -----------------------------------------------------------------------------------------------------


def _box(text: Text) -> tuple[float, float, float, float]:
    return text.left, text.y - 0.72 * text.size, text.left + text.width, text.y


def faults(canvas: Canvas) -> list[str]:
    """Words outside the frame, words over words, and words too small to read."""
    found = [
        f"outside: {text.words}" for text in canvas.texts if _box(text)[0] < 39 or _box(text)[2] > 1241 or text.y > canvas.plot_bottom + 2
    ]
    found += [f"small: {text.words}" for text in canvas.texts if text.size < 16]
    for one, other in combinations(canvas.texts, 2):
        a, b = _box(one), _box(other)
        if min(a[2], b[2]) - max(a[0], b[0]) > 0.5 and min(a[3], b[3]) - max(a[1], b[1]) > 2:
            found.append(f"over each other: {one.words} / {other.words}")
    return found


@pytest.mark.parametrize("lang", ["en", "ko"])
@pytest.mark.parametrize("years", [(2011, 2030), (2017, 2026), (2023, 2025), (2024, 2024), (2027, 2030)])
@pytest.mark.parametrize("on", [ON, dt.date(2018, 1, 1)])
def test_words_stay_in_the_frame_and_apart(lang: str, years: tuple[int, int], on: dt.date) -> None:
    data = tables.timeline(real(), on, lang)
    for layers in (LAYERS, LAYERS[:4], ("due",), ("pledges",)):
        canvas = timeline(data, say(lang), DARK if lang == "ko" else LIGHT, layers, years, today=ON)
        assert faults(canvas) == []
        assert faults(canvas.slide or canvas) == []
        assert (canvas.slide or canvas).height == 720


@pytest.mark.parametrize("lang", ["en", "ko"])
@pytest.mark.parametrize("years", [(2011, 2030), (2017, 2026), (2023, 2025), (2030, 2030)])
def test_a_standing_stands_on_the_day_that_it_is_about(lang: str, years: tuple[int, int]) -> None:
    data = tables.timeline(real(), ON, lang)
    canvas = timeline(data, say(lang), LIGHT, ("due",), years, today=ON)
    poles = [line.points for line in canvas.lines if line.width == 2 and line.points[0][0] == line.points[1][0]]
    assert len(poles) == sum(years[0] <= day.year <= years[1] for day in data.due["due"]) > 0
    signs = [shape for shape in (*canvas.boxes, *canvas.hatches) if (shape.w, shape.h) == (CHIP, 22)]
    for (x, top), (_, bottom) in poles:
        row = [sign for sign in signs if sign.y + 11 == (top + bottom) / 2]
        assert len(row) == 1
        assert x in (row[0].x, row[0].x + CHIP)
        assert row[0].x + CHIP <= 1240


def test_a_date_soon_after_adoption_leaves_both_signs_apart() -> None:
    soon = declaration(2030, 1, commitment("2030-c1a", due="2030-12-01"))
    data = tables.timeline(Register(forums=(forum(1, 2030),), declarations=(soon,)), dt.date(2030, 12, 31), "en")
    canvas = timeline(data, say("en"), layers=("due",))
    signs = sorted((box.x, box.w) for box in canvas.boxes if (box.w, box.h) == (24, 20) and box.y > canvas.head + 40)
    chips = [shape for shape in canvas.hatches if (shape.w, shape.h) == (CHIP, 22) and shape.y > canvas.head + 40]
    assert len(signs) == len(chips) == 1
    assert sum(signs[0]) <= chips[0].x
    assert faults(canvas) == []


def test_the_same_holds_for_long_names_and_crowded_days() -> None:
    notes = tuple(
        note(id_, f"2014-10-{day:02}", status)
        for id_ in ("2011-c1a", "2013-c1a", "2013-c1b", "2014-c1b")
        for day, status in ((5, "started"), (6, "partly-done"), (7, "done"), (8, "contrary"), (9, "no-evidence"))
    )
    long = tuple(
        pledge(f"p{n}", "2011-c1a", "2014-c1a").model_copy(
            update={"title": Bilingual(en="Extraordinarily long names " * 4, ko="아주 긴 이름 " * 9)}
        )
        for n in range(60)
    )
    data = tables.timeline(register(notes=notes, pledges=long), ON, "en")
    for years in ((2011, 2030), (2014, 2015)):
        canvas = timeline(data, say("en"), LIGHT, LAYERS, years, today=ON)
        assert faults(canvas) == []
        assert faults(canvas.slide or canvas) == []


def test_the_slide_names_what_it_leaves_out() -> None:
    many = tuple(pledge(f"p{n}", "2011-c1a", "2014-c1a") for n in range(60))
    canvas = timeline(tables.timeline(register(pledges=many), ON, "en"), say("en"), layers=("forums", "pledges"))
    assert canvas.slide is not None
    heading = next(text.words for text in canvas.slide.texts if text.words.startswith("Pledges ("))
    assert "of 60, most recurring first" in heading


def test_record_text_is_no_markup_in_the_picture() -> None:
    bad = pledge("x", "2011-c1a", "2014-c1a").model_copy(update={"title": Bilingual(en="<b>&</b>", ko="<b>가</b>")})
    canvas = timeline(tables.timeline(register(pledges=(bad,)), ON, "en"), say("en"))
    assert "&lt;b&gt;" in slide(canvas)
    assert "<b>" not in slide(canvas)
    assert figure(canvas) is not None
