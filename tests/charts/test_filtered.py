"""What a picture is narrowed by stands before its finding, and in the name of its file."""

from __future__ import annotations

import datetime as dt

import pytest

from charts import filtered
from charts.canvas import Canvas
from charts.progress import told as progress
from charts.recurrence import matrix
from charts.recurrence import told as recurrence
from charts.standing import told as standing
from charts.svg import slide
from charts.theme import LIGHT
from charts.timeline import telling
from models.register.frames import progress as counts
from models.register.frames import recurrence as pledges
from models.register.frames import standing as ledgers
from models.register.frames import timeline as dated
from models.register.register import Register
from tests.samples.registers import LATEST, real, say

REGISTER = real()


def test_one_filter_is_named_two_are_joined_and_of_more_it_is_said_how_many() -> None:
    for ids, en, ko in (
        (["peace"], "Peace", "평화"),
        (["peace", "health"], "Peace or Health and care", "평화·건강과 돌봄"),
        (["peace", "health", "climate"], "Peace and 2 more themes", "평화 외 주제 2개"),
    ):
        assert [each.words for each in filtered.by_theme(REGISTER, ids, say("en"))] == [en]
        assert [each.words for each in filtered.by_theme(REGISTER, ids, say("ko"))] == [ko]
    several = [*filtered.by_theme(REGISTER, ["peace"], say("en")), *filtered.by_group(REGISTER, ["women"], say("en"))]
    several += filtered.by_force(["asks", "urges"], say("en"))
    assert filtered.title("none", several, say("en")) == "Peace · Women · Strongest force “asks” or “urges”: none"
    assert filtered.title("none", filtered.by_theme(REGISTER, [], say("en")), say("en")) == "none"


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_every_chart_says_its_filter_where_its_slide_does(lang: str) -> None:
    words = say(lang)
    peace = filtered.by_theme(REGISTER, ["peace"], words)
    tables = pledges.pledges(REGISTER, LATEST, lang), pledges.mentions(REGISTER, LATEST, lang), pledges.forums(REGISTER, LATEST)
    found = [
        recurrence.tell(*tables, LATEST, words, 17, peace).finding,
        standing.tell(ledgers.ledgers(REGISTER, LATEST), LATEST, words, peace).finding,
        telling.tell(dated.timeline(REGISTER, LATEST, lang, ["peace"]), words, filters=peace).finding,
    ]
    assert all(each.startswith(words("chart.filtered", filter=peace[0].words, finding="").rstrip()) for each in found), found
    canvas = matrix.draw(recurrence.tell(*tables, LATEST, words, 17, peace), LIGHT, "slide")
    assert canvas.title == found[0]
    assert f'<title id="title">{found[0]}</title>' in slide(canvas)


def test_what_no_theme_narrows_is_not_said_to_be_narrowed() -> None:
    data, peace = dated.timeline(REGISTER, LATEST, "en", ["peace"]), filtered.by_theme(REGISTER, ["peace"], say("en"))
    assert telling.tell(data, say("en"), ("forums",), filters=peace).finding.startswith("The texts of 5 of ")
    assert telling.tell(data, say("en"), ("evidence",), filters=peace).finding.startswith("Peace: ")


def test_years_that_are_not_drawn_are_counted_all_the_same_and_the_title_says_so() -> None:
    data, years = dated.timeline(REGISTER, LATEST, "en"), filtered.by_years((2018, 2024), say("en"))
    whole, part = telling.tell(data, say("en")).finding, telling.tell(data, say("en"), years=(2018, 2024), filters=years).finding
    assert part == f"Only 2018–2024 drawn, all years counted: {whole}"


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_a_city_is_named_where_the_finding_does_not_name_it(lang: str) -> None:
    words, name = say(lang), REGISTER.body_by_id["gwangju"].name[lang]
    city = filtered.by_city(REGISTER, "gwangju", words)
    for id_, twice in (("training", False), ("women-officials", True), ("gwangju-indicators", True)):
        told = progress.tell(counts.progress(REGISTER, REGISTER.measure_by_id[id_], LATEST, lang), words, city)
        assert told.finding.startswith(f"{name}: ") is not twice, told.finding


def test_a_name_of_a_file_tells_the_filters_in_no_language_and_is_not_too_long() -> None:
    peace = filtered.by_theme(REGISTER, ["peace"], say("ko"))
    assert filtered.file_name("standing", peace, "ko", dt.date(2026, 11, 29)) == "standing-theme-peace-ko-2026-11-29"
    assert filtered.file_name("standing", [], "en", dt.date(2026, 11, 29)) == "standing-en-2026-11-29"
    every = [*filtered.by_theme(REGISTER, REGISTER.theme_by_id, say("en")), *filtered.by_group(REGISTER, REGISTER.group_by_id, say("en"))]
    name = filtered.file_name("pledges", every, "en", dt.date(2026, 11, 29))
    assert len(name) < 200
    assert "-more-group-inhabitants-women-" in name
    long = filtered.Filter("theme", ("a" * 80, "b" * 80), "long")
    assert filtered.file_name("pledges", [long], "en", 0) == f"pledges-theme-{'a' * 80}-and-1-more-en-0"


def test_a_long_name_of_a_theme_is_wholly_in_the_title() -> None:
    theme = REGISTER.theme_by_id["peace"]
    long = "An exceedingly long name of a theme " * 6
    named = theme.model_copy(update={"name": theme.name.model_copy(update={"en": long.strip()})})
    register = Register(**{**{each: getattr(REGISTER, each) for each in ("forums", "declarations")}, "themes": (named,)})
    words = filtered.title("none", filtered.by_theme(register, ["peace"], say("en")), say("en"))
    assert " ".join(Canvas(words).title_lines) == words
