"""Measures: what may be joined, what a target is set beside, and that the picture says no more than the sources do."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import cache
from itertools import combinations
from typing import Any

import pytest

from charts.canvas import Canvas, Text
from charts.progress import chart as drawing
from charts.progress import told
from charts.progress.words import arithmetic, counted
from charts.svg import around
from charts.theme import DARK, HEIGHT, LIGHT, Theme
from exports import picture
from models.labels import Say, load_labels
from models.loading import load
from models.records.evidence import Evidence
from models.records.measures import Measure, Point, Series, Target
from models.records.terms import Confidence, Grade
from models.register.frames import progress as tables
from models.register.frames.rows import rows
from models.register.register import Register
from tests.samples.registers import LATEST, RECORDS, TODAY, both, commitment, declaration, provision, register

EN, KO = (Say(load_labels(), lang) for lang in ("en", "ko"))
PUBLISHERS = {"a": "The city", "b": "A paper", "c": "A body (UCLG-X)"}


def point(on: str, value: float, source: str = "a", **fields: Any) -> Point:
    return Point.model_validate({"on": on, "value": value, "evidence": list(source), **fields})


def series(id_: str, *points: Point) -> Series:
    return Series(id=id_, kind=both(f"kind {id_}"), points=list(points))


def small(*kinds: Series, id_: str = "offices", target: dict[str, Any] | None = None) -> tuple[Register, Measure]:
    evidence = [
        Evidence(id=id_, says=both("It says."), title=f"Title {id_}", publisher=publisher, seen=TODAY, grade=Grade.PRIMARY, confidence=Confidence.HIGH)
        for id_, publisher in PUBLISHERS.items()
    ]  # fmt: skip
    aim = Target.model_validate(target) if target else None
    measure = Measure(
        id=id_, title=both("Offices"), unit=both("offices"), definition=both("Open ones (a)."), target=aim, series=list(kinds)
    )
    text = declaration("2024", 1, provision("c1", commitment("a")))
    return register(text, evidence=evidence, measures=[measure]), measure


def seen(records_: tuple[Register, Measure], on: dt.date = TODAY, lang: str = "en") -> tables.Progress:
    return tables.progress(*records_, on, lang)


def drawn(data: tables.Progress, say: Say, theme: Theme) -> Canvas:
    """The page's drawing, with the slide's where that is another one."""
    page = drawing.draw(told.tell(data, say), theme)
    if page.height > HEIGHT:
        page.slide = drawing.slide(told.tell(data, say), theme)
    return page


def symbols(canvas: Canvas) -> list[str]:
    return [mark.symbol for mark in canvas.marks if mark.color != canvas.theme.bg and mark.y > 190]


@cache
def real() -> Register:
    return load(RECORDS, LATEST).register


def real_one(id_: str, say: Say = EN, on: dt.date = TODAY) -> tables.Progress:
    return tables.progress(real().as_of(on), real().measure_by_id[id_], on, say.lang)


# what may be joined ------------------------------------------------------------------------------------------------


def test_counts_are_joined_within_a_kind_where_one_publisher_gives_both() -> None:
    data = seen(
        small(
            series("x", point("2020", 1, "a"), point("2021", 2, "ab"), point("2022", 3, "b"), point("2023", 4, "c")),
            series("y", point("2024", 5, "c")),
        )
    )
    assert data.joined == ((0, 1), (1, 2))


def test_counts_out_of_different_wholes_are_not_joined() -> None:
    data = seen(small(series("x", point("2020", 41, of=50), point("2021", 58, of=73))))
    assert data.joined == ()


def test_kinds_are_never_joined_in_the_real_records() -> None:
    for measure in real().measures:
        data = real_one(measure.id)
        kind = {row["point"]: row["series"] for row in rows(data.points)}
        assert all(kind[before] == kind[after] for before, after in data.joined), measure.id
    assert real_one("campaign").joined == ()


def test_figures_that_differ_for_one_date_are_both_shown_and_marked() -> None:
    data = seen(small(series("x", point("2020-05-18", 25, "a"), point("2020-05-18", 26, "b"), point("2021-05-18", 22, "b"))))
    assert [row["differs"] for row in rows(data.points)] == [True, True, False]
    assert data.joined == ((1, 2),)
    canvas = drawn(data, EN, LIGHT)
    assert symbols(canvas).count("circle") == 3
    assert "25 offices / 26 offices (sources differ) (18 May 2020)" in canvas.alt
    assert "25 offices / 26 offices (sources differ)" in canvas.title
    assert EN("progress.key_differs") in [text.words for text in canvas.texts]


# the day -----------------------------------------------------------------------------------------------------------


def test_a_count_is_known_once_the_time_it_is_dated_to_is_over() -> None:
    measure = small(series("x", point("2020", 1), point("2021-06", 2), point("2022-03-04", 3)))
    assert list(seen(measure, dt.date(2021, 6, 29)).points["value"]) == [1]
    assert seen(measure, dt.date(2021, 6, 29)).later == 2
    assert list(seen(measure, dt.date(2022, 3, 4)).points["value"]) == [1, 2, 3]
    assert seen(measure, dt.date(2019, 12, 31)).points.empty


def test_a_target_is_shown_from_the_day_its_words_were_adopted() -> None:
    measure = small(series("x", point("2020", 1)), target={"value": 10, "by": "2030", "provision": "2024-c1a"})
    assert seen(measure, dt.date(2024, 10, 10)).goal is None
    goal = seen(measure, dt.date(2024, 10, 11)).goal
    assert goal is not None
    assert goal.by == dt.date(2030, 12, 31)


def test_the_time_since_the_last_count_is_hatched() -> None:
    canvas = drawn(seen(small(series("x", point("2020-05-18", 1)), series("y", point("2026-11-21", 1)))), EN, LIGHT)
    hovers = [hatch.hover for hatch in canvas.hatches if hatch.hover]
    assert hovers == ["no count on record since 18 May 2020"]


# the target --------------------------------------------------------------------------------------------------------


def test_a_target_stands_full_beside_its_only_kind_and_nowhere_among_several() -> None:
    target = {"value": 10, "by": "2030"}
    one = drawn(seen(small(series("x", point("2020-01-01", 4)), target=target)), EN, LIGHT)
    assert "diamond" in symbols(one)
    two = drawn(seen(small(series("x", point("2020-01-01", 4)), series("y", point("2020-01-01", 4)), target=target)), EN, LIGHT)
    assert not {"diamond", "diamond-open"} & set(symbols(two))
    assert "no count on record can be set against it" in two.title


@pytest.mark.parametrize("say", [EN, KO])
def test_the_campaigns_target_is_open_because_no_series_counts_members(say: Say) -> None:
    data = real_one("campaign", say)
    canvas = drawn(data, say, LIGHT)
    assert symbols(canvas).count("diamond-open") == 1
    assert "diamond" not in symbols(canvas)
    assert data.goal is not None
    assert data.goal.beside == "pledges-filed"
    assert not data.goal.same
    written = " ".join(text.words for text in (canvas.slide or canvas).texts)
    assert ("no series counts members" if say is EN else "회원 수를 집계한 자료는 없음") in written
    for sheet in (canvas, canvas.slide or canvas):
        said = " ".join(text.words for text in sheet.texts)
        assert ("Arithmetic, not a forecast" if say is EN else "단순 계산") in said
        assert "112" in said
        assert "219" in said


def test_the_pace_is_arithmetic_from_the_last_count_and_from_the_day() -> None:
    data = real_one("campaign")
    assert data.pace is not None
    assert round(data.pace.yearly) == 112
    assert round(data.pace.from_now or 0) == 219
    said = arithmetic(data, EN)
    assert "from 100 on 10 Dec 2022 the target needs about 112 a year until 31 Dec 2030" in said
    assert "upper bounds" in said
    late = seen(small(series("x", point("2020-01-01", 4)), target={"value": 10, "by": "2025"}))
    assert late.pace is not None
    assert late.pace.from_now is None
    assert "needed about 1 a year" in arithmetic(late, EN)
    assert seen(small(series("x", point("2020-01-01", 12)), target={"value": 10, "by": "2030"})).pace is None


# words and signs ---------------------------------------------------------------------------------------------------


def test_every_number_keeps_its_precision_and_its_whole() -> None:
    plain = {"value": 1000.0, "of": None, "at_least": False, "approx": False}
    assert counted(plain, "pledges", EN) == "1,000 pledges"
    assert counted({**plain, "at_least": True}, "pledges", EN) == "more than 1,000 pledges"
    assert counted({**plain, "approx": True}, "", EN) == "about 1,000"
    assert counted({**plain, "value": 53.0, "of": 73.0}, "", EN) == "53 of 73"
    assert counted({**plain, "value": 15.1}, "%", KO) == "15.1%"
    assert counted({**plain, "at_least": True}, "건", KO) == "1,000건 초과"


def test_at_most_six_kinds_are_drawn_and_the_rest_is_counted_in_words() -> None:
    data = real_one("training")
    canvas = drawn(data, EN, LIGHT)
    assert len(told.drawn_kinds(data)) == 6
    assert "school-pupils-share" in [kind["series"] for kind in told.drawn_kinds(data)]
    assert "Six of the eleven kinds are drawn" in canvas.subtitle
    assert canvas.alt.count(":") >= 11


@pytest.mark.parametrize(("say", "date"), [(EN, "Sep 2025"), (KO, "2025년 9월")])
def test_the_kind_that_the_title_names_is_drawn_and_its_month_is_written_out(say: Say, date: str) -> None:
    data = real_one("training", say)
    canvas = drawn(data, say, LIGHT)
    assert canvas.title.replace("\u00a0", " ").endswith(date)
    drawn_ = {kind["series"] for kind in told.drawn_kinds(data)}
    assert max(rows(data.points), key=lambda each: each["last"])["series"] in drawn_
    assert date in [text.words for text in canvas.texts]


def test_words_left_of_a_mark_are_held_at_their_end() -> None:
    canvas = drawn(real_one("campaign"), EN, LIGHT)
    assert next(text for text in canvas.texts if text.words == "as of 21 Nov 2026").anchor == "right"


def test_an_id_in_brackets_becomes_the_publisher() -> None:
    known = {source.id: source for source in real().evidence}
    for measure in real().measures:
        said = tables.said(real(), measure.definition, "en")
        assert not any(f"({id_})" in said for id_ in known), measure.id


def test_words_of_a_record_are_never_markup() -> None:
    records_, measure = small(series("x", point("2020-01-01", 4)))
    nasty = measure.model_copy(update={"title": both("<b>x</b> & <a href='y'>z</a>")})
    svg = picture.svg(drawn(tables.progress(records_, nasty, TODAY, "en"), EN, LIGHT)).decode()
    assert "<b>" not in svg
    assert "<a " not in svg


# the picture -------------------------------------------------------------------------------------------------------


def every_drawing() -> Iterator[tuple[str, Canvas]]:
    for say, theme in ((EN, LIGHT), (KO, DARK)):
        for measure in real().measures:
            for on in (TODAY, dt.date(2024, 12, 31), dt.date(2018, 12, 31)):
                data = real_one(measure.id, say, on)
                if not data.points.empty:
                    page = drawn(data, say, theme)
                    yield f"{measure.id} {say.lang} {on}", page
                    if page.slide:
                        yield f"{measure.id} {say.lang} {on} slide", page.slide


@pytest.fixture(scope="module")
def everything() -> list[tuple[str, Canvas]]:
    return list(every_drawing())


def box(text: Text) -> tuple[float, float, float, float]:
    return text.left, text.y - text.size * 0.76, text.left + text.width, text.y + text.size * 0.1


def test_no_text_leaves_the_drawing_or_lies_on_another(everything: list[tuple[str, Canvas]]) -> None:
    for name, canvas in everything:
        boxes = [(text.words, box(text)) for text in [*canvas.texts, *around(canvas)]]
        for said, (left, top, right, bottom) in boxes:
            assert left >= 36, (name, said)
            assert right <= 1244, (name, said)
            assert top >= 0, (name, said)
            assert bottom <= canvas.height, (name, said)
        for (one, first), (other, second) in combinations(boxes, 2):
            across = min(first[2], second[2]) - max(first[0], second[0])
            down = min(first[3], second[3]) - max(first[1], second[1])
            assert across <= 1 or down <= 1, (name, one, other)


def test_slides_keep_their_size_and_nothing_is_small(everything: list[tuple[str, Canvas]]) -> None:
    for name, canvas in everything:
        slide = canvas.slide or canvas
        assert slide.height == 720, name
        assert len(slide.title_lines) <= 2, name
        assert len(slide.subtitle_lines) == 1, name
        assert slide.plot_bottom <= slide.foot, name
        assert slide.foot_left in [text.words for text in around(slide)], name
        assert min(text.size for text in [*canvas.texts, *around(canvas)]) >= 16, name


def test_every_scale_begins_at_zero(everything: list[tuple[str, Canvas]]) -> None:
    for name, canvas in everything:
        panels = sum(box.h == 2 and box.fill == canvas.theme.edge for box in canvas.boxes)
        assert [text.words for text in canvas.texts if text.anchor == "right"].count("0") == panels > 0, name


# the pages ---------------------------------------------------------------------------------------------------------
