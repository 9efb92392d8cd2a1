"""The timeline in words: its finding, its lanes and its foot, each count with its denominator and no ledger with another."""

from __future__ import annotations

import datetime as dt

import pytest

from charts.svg import around
from charts.timeline.told import LAYERS
from models.register.frames import timeline as tables
from models.register.register import Register
from tests.charts.timeline.drawings import timeline
from tests.pages.opening import with_table
from tests.samples.dated import ON, note, register
from tests.samples.registers import real, say


def test_the_finding_has_its_denominator_and_keeps_ledgers_apart() -> None:
    canvas = timeline(tables.timeline(register(notes=(note("2011-c1a", "2012-10-04", "done"),)), ON, "en"), say("en"), today=ON)
    assert canvas.title == "By 21 Nov 2026, 2 of 3 promises with a date had come due: 1 done on time, 1 not assessed"
    words = [text.words for text in canvas.texts]
    assert "Commitments with a date: 3 promises and 1 hope" in words
    assert "today, 21 Nov 2026" in words


def test_the_day_is_named_as_of_when_it_is_not_today() -> None:
    canvas = timeline(tables.timeline(register(), dt.date(2014, 12, 1), "en"), say("en"), today=ON)
    assert "as of 1 Dec 2014" in [text.words for text in canvas.texts]


def test_without_notes_the_lane_of_changes_is_hatched_and_named() -> None:
    canvas = timeline(tables.timeline(register(), ON, "en"), say("en"))
    assert "no status note yet: not assessed" in [text.words for text in canvas.texts]
    assert any(hatch.h == 30 for hatch in canvas.hatches)


@pytest.mark.parametrize("layers", [("forums",), ("pledges",), ("due",), ("changes",), ("evidence",)])
@pytest.mark.parametrize("lang", ["en", "ko"])
def test_every_layer_alone_has_a_finding(layers: tuple[str, ...], lang: str) -> None:
    assert timeline(tables.timeline(register(), ON, lang), say(lang), layers=layers).title


def test_what_runs_past_the_window_has_an_arrow() -> None:
    canvas = timeline(tables.timeline(register(), ON, "en"), say("en"), layers=("due",), years=(2014, 2020))
    words = [text.words for text in canvas.texts]
    assert words.count("←") == 2
    assert words.count("→") == 1
    assert "today, 21 Nov 2026 →" in words or "as of 21 Nov 2026 →" in words
    assert "Commitments with a date: 2 of 3 promises shown and 1 hope" in words


def moved() -> Register:
    """Two changes of promises and one of a hope."""
    return register(
        notes=(note("2011-c1a", "2012-01-01", "started"), note("2011-c1a", "2013-01-01", "done"), note("2013-c1b", "2015-01-01", "done"))
    )


@pytest.mark.parametrize(
    ("lang", "first", "counts"),
    [("en", 2011, "promises 2 · hopes 1"), ("ko", 2011, "약속 2회 · 기대 1회"), ("en", 2013, "promises 1 of 2 · hopes 1 of 1")],
)
def test_changes_of_status_are_counted_by_ledger_and_never_together(lang: str, first: int, counts: str) -> None:
    canvas = timeline(tables.timeline(moved(), ON, lang), say(lang), layers=("changes",), years=(first, 2030))
    lane = " ".join(text.words for text in canvas.texts if text.anchor == "right").replace("\u00a0", " ")
    assert counts in lane
    assert canvas.foot_left.replace("\u00a0", " ").endswith("약속 2회 · 기대 1회" if lang == "ko" else "promises 2 · hopes 1")


@pytest.mark.parametrize("lang", ["en", "ko"])
@pytest.mark.parametrize("years", [(2011, 2030), (2024, 2024), (2028, 2030)])
def test_the_counts_of_changes_are_never_cut_off(lang: str, years: tuple[int, int]) -> None:
    data = tables.timeline(real(), ON, lang)
    for canvas in (timeline(data, say(lang), layers=layers, years=years) for layers in (LAYERS[:4], ("changes",))):
        for sheet in (canvas, canvas.slide or canvas):
            assert not [text.words for text in sheet.texts if text.runs[0].weight == 700 and "…" in text.words]


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_the_foot_is_whole_and_a_date_that_has_come_is_not_parted(lang: str) -> None:
    for layers in (LAYERS, LAYERS[:4], ("due", "changes"), ("pledges", "changes")):
        canvas = timeline(tables.timeline(real(), ON, lang), say(lang), layers=layers)
        assert canvas.foot_left in [text.words for text in around(canvas)]
    assert "기한\u00a0도래" in say("ko").count("timeline.due_promises", 5, date="", total=6, parts="")


@pytest.mark.parametrize(("lang", "begin"), [("en", "Forums, 2024. "), ("ko", "2024년 포럼. ")])
def test_one_year_is_named_once(lang: str, begin: str) -> None:
    canvas = timeline(tables.timeline(real(), ON, lang), say(lang), layers=("forums",), years=(2024, 2024))
    assert canvas.subtitle.startswith(begin)
    assert "2024–2024" not in canvas.alt


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_the_column_of_places_holds_places_only(lang: str) -> None:
    page = with_table("timeline", "timeline", lang, show="forums")
    assert say(lang)("timeline.key_not_on_record") in page
    assert f"<td data-label='{say(lang)('timeline.col_where')}'></td>" in page
    for state in ("on_record", "not_on_record", "announced"):
        assert f"<td data-label='{say(lang)('timeline.col_where')}'>{say(lang)(f'timeline.key_{state}')}" not in page
