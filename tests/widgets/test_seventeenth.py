"""A seventeenth text with longer ids, adopted in the year of another and coded once, on every page that shows or counts its words."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.pages.opening import drawn, opened, title, words
from tests.samples.registers import say
from tests.samples.seventeenth import beside_the_real_ones
from widgets.parts.view import look_again

LANGUAGES = ("en", "ko")
PLACES = {
    "en": ("2026b, Article 1, paragraph 1 (a)", "2026b, section 2, commitment 1 (a)"),
    "ko": ("2026b년 제1조 제1항 (a)", "2026b년 제2절 실천 약속 1 (a)"),
}


@pytest.fixture(scope="module")
def records(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return beside_the_real_ones(tmp_path_factory.mktemp("seventeenth"))


@pytest.fixture(autouse=True)
def served(records: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REGISTER_RECORDS", str(records))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_text_is_read_with_its_articles_and_sections(lang: str) -> None:
    page = drawn("declarations", lang, id="2026b", at="2026b-a1-2-1")
    shown = words(page)
    assert PLACES[lang][0].removesuffix(" (a)") in page
    assert say(lang).coded_once(["2026b"]) in shown
    assert say(lang)("declarations.contents_articles") in shown
    assert say(lang)("declarations.contents_section", number=2) in shown
    assert "Article 1. Quays" in shown
    assert page.index("id='2026b-a1-1'") < page.index("id='2026b-a1-2'") < page.index("id='2026b-a1-2-1'") < page.index("id='2026b-s1-c1'")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_commitment_of_an_article_has_its_page_and_its_pledge(lang: str) -> None:
    page = opened("commitment", lang, id="2026b-a1-1a")
    assert PLACES[lang][0] in words(page)
    assert say(lang).coded_once(["2026b"]) in words(page)
    pledge = words(opened("pledge", lang, id="open-quays"))
    assert PLACES[lang][0] in pledge
    assert say(lang).coded_once(["2026b"]) in pledge


@pytest.mark.parametrize("lang", LANGUAGES)
def test_it_is_found_by_its_words_and_by_its_id(lang: str) -> None:
    for asked in ("quays", "2026b-s2-c1a" if lang == "en" else "2026b-a1-1a"):
        assert any(place in words(opened("find", lang, q=asked)) for place in PLACES[lang]), asked


@pytest.mark.parametrize("lang", LANGUAGES)
def test_texts_on_record_are_counted_with_it_and_agreement_without_it(lang: str) -> None:
    counted = {"en": "The texts of 7 of 17 forums", "ko": "포럼 전체 17개 회차 중 선언문 7건"}[lang]
    assert counted in title(opened("overview", lang))
    method = words(opened("method", lang))
    assert say(lang)("method.agreement_missing_second", year="2026b") in method
    assert say(lang)("terms.text_known") in method
    assert {"en": "The harbour text was not found.", "ko": "항구 선언문은 찾지 못하였다."}[lang] not in method


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("page", ["pledges", "follow_through", "city", "timeline", "briefing", "slides"])
def test_every_page_says_that_it_was_coded_once(page: str, lang: str) -> None:
    query = {"city": {"id": "harbour-town"}, "briefing": {"about": "city:harbour-town"}}.get(page, {})
    assert say(lang).coded_once(["2026b"]) in words(opened(page, lang, **query))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_until_it_is_compared_with_the_pledges_every_page_says_that_its_silence_means_nothing(
    lang: str, records: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = shutil.copytree(records, tmp_path / "commitments")
    (copy / "pledges" / "open-quays.yaml").unlink()
    monkeypatch.setenv("REGISTER_RECORDS", str(copy))
    look_again()
    assert say(lang).unthreaded(["2026", "2026b"]) in words(opened("pledges", lang))


def test_of_a_text_that_a_pledge_mentions_no_page_says_so() -> None:
    look_again()
    assert say("en").unthreaded(["2026"]) in words(opened("pledges", "en"))
