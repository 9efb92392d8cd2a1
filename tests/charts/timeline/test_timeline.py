"""The drawing of the timeline: its words neither leave the frame nor cover each other, and a sign stands on its day."""

from __future__ import annotations

import datetime as dt
from collections import Counter

import pytest

from charts.canvas import Box, Canvas, Hatch
from charts.svg import slide
from charts.theme import DARK, LEFT, LIGHT
from charts.timeline import events, telling
from charts.timeline.key import CHIP
from charts.timeline.told import LAYERS
from models.records.fields import Bilingual
from models.register.frames import timeline as tables
from models.register.register import Register
from tests.charts.faults import box, faults
from tests.charts.timeline.drawings import timeline
from tests.samples.dated import ON, commitment, declaration, forum, note, pledge, register
from tests.samples.registers import LATEST, real, say

# what is drawn -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", ["en", "ko"])
@pytest.mark.parametrize("years", [(2011, 2030), (2017, 2026), (2023, 2025), (2024, 2024), (2027, 2030)])
@pytest.mark.parametrize("on", [ON, dt.date(2018, 1, 1)])
def test_words_stay_in_the_frame_and_apart(lang: str, years: tuple[int, int], on: dt.date) -> None:
    data = tables.timeline(real(), on, lang)
    for layers in (LAYERS, LAYERS[:4], ("due",), ("pledges",)):
        canvas = timeline(data, say(lang), DARK if lang == "ko" else LIGHT, layers, years, today=ON)
        assert faults(canvas, 16) == []
        assert faults(canvas.slide or canvas, 16) == []
        assert (canvas.slide or canvas).height == 720


def signs_of(canvas: Canvas) -> list[Box | Hatch]:
    """The signs of standings in the plot."""
    return [shape for shape in (*canvas.boxes, *canvas.hatches) if (shape.w, shape.h) == (CHIP, 22) and shape.y > canvas.head + 60]


def poles(canvas: Canvas) -> list[tuple[float, float]]:
    """Where due days stand: how far along, and at which height."""
    found = [line.points for line in canvas.lines if line.width == 2 and line.points[0][0] == line.points[1][0]]
    return [(x, (top + bottom) / 2) for (x, top), (_, bottom) in found]


@pytest.mark.parametrize("lang", ["en", "ko"])
@pytest.mark.parametrize("years", [(2011, 2030), (2017, 2026), (2023, 2025), (2030, 2030)])
def test_a_due_day_has_its_pole_and_the_standing_stands_on_the_day_since_when(lang: str, years: tuple[int, int]) -> None:
    data = tables.timeline(real(), ON, lang)
    canvas = timeline(data, say(lang), LIGHT, ("due",), years, today=ON)
    assert len(poles(canvas)) == sum(years[0] <= day.year <= years[1] for day in data.due["due"]) > 0
    for sign in signs_of(canvas):
        assert sign.x >= LEFT
        assert sign.x + CHIP <= 1240
    found = [(row["since"], row["due"]) for row in data.due.to_dict("records") if row["since"] and row["since"] < row["due"]]
    if years == (2011, 2030):
        assert found, "no standing on record is older than its due day: this says nothing"


def test_what_began_before_its_due_day_is_drawn_where_it_became_true() -> None:
    notes = (note("2011-c1a", "2012-01-01", "started"), note("2011-c1a", "2012-03-01", "started"))
    data = tables.timeline(register(notes=notes), ON, "en")
    row = next(row for row in data.due.to_dict("records") if row["commitment"] == "2011-c1a")
    assert row["since"] == dt.date(2012, 1, 1)
    canvas = timeline(data, say("en"), layers=("due",), years=(2011, 2016))
    pole, height = next(each for each in poles(canvas))
    (sign,) = [each for each in signs_of(canvas) if abs(each.y + 11 - height) < 1]
    assert sign.x + CHIP < pole


def test_a_standing_that_nobody_found_has_no_day_and_stands_before_the_words() -> None:
    canvas = timeline(tables.timeline(register(), ON, "en"), say("en"), layers=("due",), years=(2011, 2016))
    for _, height in poles(canvas):
        assert not [each for each in signs_of(canvas) if abs(each.y + 11 - height) < 1]
    assert signs_of(canvas)


@pytest.mark.parametrize("lang", ["en", "ko"])
@pytest.mark.parametrize("years", [(2011, 2030), (2017, 2026), (2024, 2025)])
def test_words_never_cover_the_bar_that_they_name(lang: str, years: tuple[int, int]) -> None:
    page = timeline(tables.timeline(real(), ON, lang), say(lang), today=ON, years=years)
    for canvas in (page, page.slide or page):
        bars = [box for box in canvas.boxes if box.h == 8 and box.edge]
        words = [text for text in canvas.texts if text.size == 17 and text.runs[0].weight == 600]
        for bar in bars:
            for text in words:
                left, top, right, bottom = box(text)
                apart = right <= bar.x + 0.5 or left >= bar.x + bar.w - 0.5 or bottom <= bar.y or top >= bar.y + bar.h
                assert apart, text.words


def test_a_date_soon_after_adoption_leaves_both_signs_apart() -> None:
    soon = declaration(2030, 1, commitment("2030-c1a", due="2030-12-01"))
    records = Register(forums=(forum(1, 2030),), declarations=(soon,), notes=(note("2030-c1a", "2030-11-20", "started"),))
    canvas = timeline(tables.timeline(records, dt.date(2030, 12, 31), "en"), say("en"), layers=("due",))
    signs = sorted((box.x, box.w) for box in canvas.boxes if (box.w, box.h) == (24, 20) and box.y > canvas.head + 40)
    chips = signs_of(canvas)
    assert len(signs) == len(chips) == 1
    assert sum(signs[0]) <= chips[0].x
    assert faults(canvas, 16) == []


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
        assert faults(canvas, 16) == []
        assert faults(canvas.slide or canvas, 16) == []


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


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_the_table_below_the_picture_has_what_the_picture_has(lang: str) -> None:
    data, years = tables.timeline(real(), LATEST, lang), (2011, 2030)
    told = telling.tell(data, say(lang), LAYERS, years)
    found = events.events(data, say(lang), LAYERS, years)
    of = {layer: [event for event in found if event.layer == layer] for layer in LAYERS}
    assert [event.day for event in found] == sorted(event.day for event in found)
    assert [event.day for event in of["forums"]] == [forum.start for forum in told.forums]
    drawn = {(pledge.id, mention.day, mention.force) for pledge in told.pledges for mention in pledge.mentions}
    assert {(event.leads, event.day, event.force) for event in of["pledges"]} == drawn
    assert {(event.place, event.day, event.standing) for event in of["due"] if event.standing} == {
        (row.id, row.due, row.standing) for row in told.due if not row.is_target
    }
    moved = Counter((event.day, event.place) for event in of["changes"])
    assert {(row["as_of"], row["commitment"]) for row in data.moves.to_dict("records")} <= set(moved)
    assert len(of["evidence"]) == sum(year.n for year in told.sources)
