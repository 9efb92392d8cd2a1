"""What can be zoomed says what the pictures say: the same days and counts, the same words, nothing as markup."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from charts import explore
from charts.progress import told as measured
from charts.theme import DARK, LIGHT
from charts.timeline import telling
from charts.timeline.told import LAYERS
from models.records.fields import Bilingual
from models.register.frames import progress
from models.register.frames import timeline as dated
from tests.samples.dated import ON, note, pledge, register
from tests.samples.registers import LATEST, real, say


def marks(figure: Any) -> list[tuple[Any, str]]:
    """Every mark's place along the axis, and its tip."""
    return [(x, tip) for trace in figure.data if trace.hovertext for x, tip in zip(trace.x, trace.hovertext, strict=True)]


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_everything_dated_stands_on_its_day(lang: str) -> None:
    told = telling.tell(dated.timeline(real(), LATEST, lang), say(lang), LAYERS)
    days = {day for day, _ in marks(explore.timeline(told, LIGHT))}
    assert {forum.start for forum in told.forums} <= days
    assert {row.due for row in told.due} <= days
    assert {row.since for row in told.due if row.since} <= days
    assert {mention.day for each in told.pledges for mention in each.mentions} <= days
    assert {move.day for move in told.moves} <= days


def test_what_is_broken_by_forums_not_on_record_is_dotted_and_what_is_ahead_too() -> None:
    told = telling.tell(dated.timeline(register(notes=(note("2011-c1a", "2012-01-01", "started"),)), ON, "en"), say("en"))
    dashes = {trace.line.dash for trace in explore.timeline(told, DARK).data if trace.mode == "lines"}
    assert "dot" in dashes


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_each_count_of_a_measure_is_there_and_only_what_the_picture_joins_is_joined(lang: str) -> None:
    for measure in real().measures:
        told = measured.tell(progress.progress(real(), measure, LATEST, lang), say(lang))
        figure = explore.measure(told, LIGHT)
        counts = sum(len(kind.counts) for kind in told.kinds)
        assert len(marks(figure)) == counts + sum(kind.goal is not None for kind in told.kinds), measure.id
        drawn = {each.point for kind in told.kinds for each in kind.counts}
        assert sum(trace.mode == "lines" for trace in figure.data) == sum(set(pair) <= drawn for pair in told.joined)


def test_words_of_a_record_are_text() -> None:
    bad = pledge("x", "2011-c1a", "2014-c1a").model_copy(update={"title": Bilingual(en="<b>&</b> <a href='y'>z</a>", ko="<b>가</b>")})
    figure = explore.timeline(telling.tell(dated.timeline(register(pledges=(bad,)), ON, "en"), say("en")), LIGHT)
    said = [*figure.layout.yaxis.ticktext, *(tip for _, tip in marks(figure))]
    assert any(words.startswith("&lt;b&gt;&amp;") for words in said)
    assert not any("<b>" in words or "<a" in words for words in said)


def test_nothing_at_all_is_drawn_as_an_empty_calendar() -> None:
    told = telling.tell(dated.timeline(register(), dt.date(2010, 1, 1), "en"), say("en"))
    assert explore.timeline(told, LIGHT).layout.height
