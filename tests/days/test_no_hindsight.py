"""Nothing that was known only later is told on a day: by the document, the table, the brief, the search and the pages (codebook, 4)."""

from __future__ import annotations

import datetime as dt
import json
import re

import pytest

from charts.svg import slide
from exports.commitments import for_people
from exports.dataset import document
from models.brief.facts import About, about, subjects
from models.brief.gathering import brief
from models.labels import load_labels
from models.register.frames import timeline as tables
from models.register.queues import Queue, horizon, queue
from models.search.entries import Kind, entries
from tests.charts.timeline.drawings import timeline as drawn_timeline
from tests.days.told import Known, days
from tests.models.brief.telling.test_telling import told, words
from tests.pages import opening
from tests.samples.registers import real, say

DAYS = days()
PARTS = range(4)
OWN_WORK = {
    "forums": {"text_note", "notes"},
    "forum_sources": {"title", "published"},
    "declarations": {"source", "sealed"},
    "commitments": {"earlier_tests", "recoded"},
    "evidence": {"title", "says", "happened", "published", "seen", "conflict", "review"},
    "measures": {"not_found", "series"},
}
"""What the register found out about its sources, forums and counts: it has no day and may name a later one."""

PAGES: list[tuple[str, dict[str, str]]] = [
    ("overview", {}),
    ("follow_through", {"queue": "never"}),
    ("find", {}),
    ("pledges", {}),
    ("pledge", {"id": "next-forum"}),
    ("timeline", {}),
    ("declarations", {}),
    ("briefing", {}),
    ("slides", {"set": "due"}),
]
PUBLISHED = re.compile(r"published (?:\d{1,2} )?\w+ \d{4}|발행 \d{4}(?:\. \d{1,2}\. \d{1,2}\.|년 \d{1,2}월)")
"""A source says itself when it was published, which may be later than the day of which it tells."""
TELLING = ["2011-05-17", "2017-09-17", "2018-10-15", "2018-10-16", "2023-10-07", "2024-06-02", "2024-06-03", "2024-10-10", "2024-12-01"]
TELLING += ["2025-05-05", "2025-05-06", "2025-05-16", "2026-01-24", "2026-01-25", "2026-02-28", "2026-03-01", "2026-06-30"]
"""Days before and after something became known."""


@pytest.mark.parametrize("part", PARTS)
def test_the_document_tells_nothing_that_was_known_only_later(part: int) -> None:
    for day in DAYS[part * 2 :: len(PARTS) * 2]:
        known, found = Known(real().as_of(day), day), document(real(), day)
        for name, entries_ in found.items():
            for entry in entries_ if name != "meta" else ():
                said = {field: value for field, value in entry.items() if field not in OWN_WORK.get(name, ())}
                assert known.hindsight(json.dumps(said, ensure_ascii=False)) == [], (day, name, entry.get("id"))


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_the_table_and_the_search_tell_nothing_that_was_known_only_later(lang: str) -> None:
    for day in DAYS[::6]:
        then, labels = real().as_of(day), load_labels()
        known = Known(then, day)
        assert known.hindsight(for_people(real(), say(lang), day).decode("utf-8")) == [], day
        for entry in entries(then, day, labels):
            if entry.kind is not Kind.EVIDENCE:
                assert known.hindsight(" ".join(entry.texts.values())) == [], (day, entry.id)


@pytest.mark.parametrize("lang", ["en", "ko"])
@pytest.mark.parametrize("said", ["city:gwangju", "theme:forum", "forum:14"])
def test_the_brief_tells_nothing_that_was_known_only_later(said: str, lang: str) -> None:
    for day in map(dt.date.fromisoformat, TELLING):
        then = real().as_of(day)
        asked = about(then, said)
        assert isinstance(asked, About) or said == "forum:14"
        if isinstance(asked, About):
            sheet = told(brief(real(), asked, day), lang)
            sources = {f"{source.title} {source.words}" for source in sheet.sources}
            text = words(sheet)
            for source in sources:  # a source says itself when it was published, which may be later
                text = text.replace(source, "")
            assert Known(then, day).hindsight(text) == [], day


@pytest.mark.parametrize("day", TELLING)
def test_no_page_tells_what_was_known_only_later(day: str) -> None:
    on = dt.date.fromisoformat(day)
    known = Known(real().as_of(on), on)
    for number, (page, query) in enumerate(PAGES):
        lang = ("en", "ko")[(number + on.day) % 2]
        text = PUBLISHED.sub("", opening.words(opening.drawn(page, lang, on=day, **query)))
        assert known.hindsight(text) == [], (page, lang)


@pytest.mark.parametrize(
    ("day", "en", "ko"),
    [
        ("2024-12-01", "May 2025, day not yet set", "2025년 5월(날짜 미정)"),
        ("2025-05-05", "May 2025, day not yet set", "2025년 5월(날짜 미정)"),
        ("2025-05-06", "17 May 2025", "2025. 5. 17."),
    ],
)
@pytest.mark.parametrize("lang", ["en", "ko"])
@pytest.mark.parametrize(
    ("page", "query"),
    [
        ("commitment", {"id": "2024-c4a"}),
        ("overview", {}),
        ("follow_through", {"queue": "due"}),
        ("timeline", {}),
        ("declarations", {"id": "2024"}),
        ("city", {}),
        ("pledge", {"id": "next-forum"}),
        ("find", {"due": "2025"}),
    ],
)
def test_a_due_day_is_told_from_the_announcement_of_its_forum_on(
    page: str, query: dict[str, str], day: str, en: str, ko: str, lang: str
) -> None:
    text = opening.words(opening.drawn(page, lang, on=day, **query))
    assert (en if lang == "en" else ko) in text
    assert day == "2025-05-06" or not any(words in text for words in ("17 May 2025", "31 May 2025", "2025. 5. 17.", "2025. 5. 31."))


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_the_picture_of_the_timeline_tells_nothing_that_was_known_only_later(lang: str) -> None:
    for day in map(dt.date.fromisoformat, TELLING):
        then = real().as_of(day)
        picture = drawn_timeline(tables.timeline(then, day, lang), say(lang))
        assert Known(then, day).hindsight(opening.words(slide(picture)) + picture.alt) == [], day
    then = real().as_of(dt.date(2024, 12, 1))
    picture = drawn_timeline(tables.timeline(then, dt.date(2024, 12, 1), lang), say(lang))
    assert ("day not yet set, not assessed" if lang == "en" else "날짜 미정, 미평가") in opening.words(slide(picture))


def test_a_due_day_that_is_not_set_counts_as_the_last_it_can_be() -> None:
    day = dt.date(2024, 12, 1)
    then = real().as_of(day)
    meet = then.commitment_by_id["2024-c4a"]
    assert (meet.due, meet.due_by, str(meet.due_within)) == (None, dt.date(2025, 5, 31), "2025-05")
    assert horizon(then, day).forum is None
    assert "2024-c4a" in {row.commitment.id for row in queue(then, Queue.DUE, day)}
    (entry,) = [each for each in document(real(), day)["commitments"] if each["id"] == "2024-c4a"]
    assert (entry["due"], entry["due_within"]) == (None, "2025-05")


def test_every_subject_of_a_brief_can_be_told_on_every_day() -> None:
    for day in map(dt.date.fromisoformat, TELLING):
        for asked in subjects(real().as_of(day))[::5]:
            assert told(brief(real(), asked, day)).title


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_a_body_that_began_later_is_named_as_such(lang: str) -> None:
    text = opening.words(opening.drawn("city", lang, id="jeonnam-gwangju", on="2024-12-01"))
    assert ("it was not known yet that there would be this body" if lang == "en" else "아직 알려지지 않은 기관") in text


def test_a_second_judgement_is_not_there_before_it_was_made() -> None:
    assert not document(real(), dt.date(2026, 11, 20))["judgements"]
    assert document(real(), dt.date(2026, 11, 28))["judgements"]
