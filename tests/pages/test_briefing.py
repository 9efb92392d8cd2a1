"""The page Brief as the app runs it, in both languages."""

from __future__ import annotations

import pytest

from models.brief import facts
from tests.pages.opening import markup, opened, words
from tests.samples.registers import real

LANGUAGES = ["en", "ko"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_page_tells_the_brief_of_the_host_city_unless_another_is_asked_for(lang: str) -> None:
    text = words(opened("briefing", lang=lang))
    assert ("Gwangju Metropolitan City" if lang == "en" else "광주광역시") in text
    assert "To cooperate with UCLG-CSIPDHR to advance the “10, 100, 1000 Campaign”" in text
    assert ("Three questions to expect" if lang == "en" else "예상 질문 세 가지") in text
    assert ("Fingerprint of the data" if lang == "en" else "자료 식별값") in text


@pytest.mark.parametrize(
    "about", ["theme:human-rights-education", "group:migrants", "forum:14", "forum:15", "city:un", "pledge:civic-space"]
)
def test_every_kind_of_subject_has_its_page(about: str) -> None:
    at = opened("briefing", lang="en", about=about)
    assert at.get("download_button"), "there are files to take along"
    assert "Not on record" in words(at)


def test_a_subject_that_does_not_exist_is_said() -> None:
    assert "nothing called “city:atlantis”" in words(opened("briefing", lang="en", about="city:atlantis"))


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("about", ["theme:poverty+theme:peace", "theme:peace theme:poverty"])
def test_several_subjects_have_one_brief_that_names_them(about: str, lang: str) -> None:
    page = opened("briefing", lang=lang, about=about)
    assert ("Poverty and economic inequality / Peace: " if lang == "en" else "빈곤과 경제적 불평등 / 평화: ") in words(page)
    chosen = {box.label: box.value for box in page.multiselect}
    assert chosen["Themes" if lang == "en" else "주제"] == about.replace("+", " ").split()
    assert len(page.get("download_button")) == 2


def test_the_subjects_are_listed_by_their_kind_and_a_pledge_apart_from_a_theme_of_its_name() -> None:
    boxes = {box.label: box.options for box in opened("briefing", lang="en").multiselect}
    assert list(boxes) == ["City or body", "Themes", "Groups of people", "Pledges", "Forums"]
    assert "Human rights education" in boxes["Themes"]
    assert "Human rights education" in boxes["Pledges"]
    assert "Seoul" in boxes["City or body"]
    assert "14th forum (2024)" in boxes["Forums"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_cannot_stand_in_one_brief_is_said(lang: str) -> None:
    text = words(opened("briefing", lang=lang, about="city:gwangju+city:seoul"))
    assert ("one city or body at a time" if lang == "en" else "한 곳만 선택할 수 있음") in text
    many = "+".join(f"theme:{theme.id}" for theme in real().themes[: facts.MOST + 1])
    text = words(opened("briefing", lang=lang, about=many))
    assert (f"at most {facts.MOST} subjects; {facts.MOST + 1} are named" if lang == "en" else f"{facts.MOST}개까지") in text


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
