"""The page Brief as the app runs it, in both languages."""

from __future__ import annotations

import pytest

from tests.pages.opening import markup, opened, words

LANGUAGES = ["en", "ko"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_page_tells_the_brief_of_the_host_city_unless_another_is_asked_for(lang: str) -> None:
    text = words(opened("briefing", lang=lang))
    assert ("Gwangju Metropolitan City" if lang == "en" else "광주광역시") in text
    assert "To cooperate with UCLG-CSIPDHR to advance the “10, 100, 1000 Campaign”" in text
    assert ("Three questions to expect" if lang == "en" else "예상 질문 세 가지") in text
    assert ("Fingerprint of the data" if lang == "en" else "자료 식별값") in text


@pytest.mark.parametrize("about", ["theme:human-rights-education", "group:migrants", "forum:14", "forum:15", "city:un"])
def test_every_kind_of_subject_has_its_page(about: str) -> None:
    at = opened("briefing", lang="en", about=about)
    assert at.get("download_button"), "there are files to take along"
    assert "Not on record" in words(at)


def test_a_subject_that_does_not_exist_is_said() -> None:
    assert "nothing called “city:atlantis”" in words(opened("briefing", lang="en", about="city:atlantis"))


def test_a_past_day_is_briefed_as_of_that_day() -> None:
    text = words(opened("briefing", lang="en", about="city:gwangju", on="2020-10-06"))
    assert "as of 6 Oct 2020" in text
    assert "10, 100, 1000" not in text


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_files_are_not_said_to_be_longer_than_they_may_be(lang: str) -> None:
    assert ("At most two A4 pages" if lang == "en" else "A4 두 쪽 이내") in words(opened("briefing", lang=lang, about="city:oecd"))


def test_words_are_bold_within_their_sentence() -> None:
    assert "<b>we promise to draw up strategies</b> and implement initiatives" in markup(opened("briefing", about="theme:poverty"))


def test_raw_ids_are_not_shown() -> None:
    text = words(opened("briefing", lang="en", about="forum:14"))
    assert "2024-c" not in text
