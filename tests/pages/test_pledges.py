"""The pages Pledges and Pledge, in both languages."""

from __future__ import annotations

import re

import pytest

from exports import picture as pictures
from tests.pages.opening import drawn, markup, opened, with_table, words
from widgets.parts import download
from widgets.parts.view import today

LANGUAGES = ["en", "ko"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_pledges_are_listed_with_how_often_out_of_how_many(lang: str) -> None:
    text = words(opened("pledges", lang=lang))
    assert ("(3 of 5 on record)" if lang == "en" else "(확보 5건 중 3건)") in text


def test_filters_that_fit_nothing_say_what_to_do() -> None:
    text = words(opened("pledges", lang="en", theme="digital", force="records"))
    assert "Take one away" in text


def test_a_filter_that_does_not_exist_is_named() -> None:
    assert "theme=nonsense" in words(opened("pledges", lang="en", theme="nonsense"))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_pledge_tells_its_story_with_its_gaps(lang: str) -> None:
    text = words(opened("pledge", lang=lang, id="human-rights-education"))
    assert ("In 3 of the 5 declarations on record" if lang == "en" else "선언문 5건 중 3건") in text
    assert ("not on record" if lang == "en" else "확보하지 못했습니다") in text
    assert "We commit ourselves to develop and implement concrete human rights education and learning programs" in text


def test_not_carried_forward_is_said_only_between_neighbours() -> None:
    text = words(opened("pledge", lang="en", id="human-rights-economy"))
    assert "2024: on record, and the pledge of 2023 is not carried forward" in text
    text = words(opened("pledge", lang="en", id="right-to-the-city"))
    assert "2020: on record, and the pledge is not mentioned" in text
    assert "not carried forward" not in text


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_pledge_counts_only_forums_begun_by_the_day(lang: str) -> None:
    text = words(opened("pledge", lang=lang, id="human-rights-education", on="2012-01-01"))
    assert ("In the only declaration on record (2011)." if lang == "en" else "유일한 선언문(2011년)") in text
    assert ("The text of every forum begun by 1 Jan 2012 is on record." if lang == "en" else "본문을 모두 확보했습니다") in text
    assert "of 16" not in text
    assert "16개 회차" not in text
    text = words(opened("pledge", lang=lang, id="human-rights-education", on="2024-10-11"))
    assert ("Not on record: 9 of 14 forums." if lang == "en" else "포럼 전체 14개 회차 중 9개 회차는 본문 미확보입니다.") in text


@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_announced_forum_is_told_apart_from_those_that_met(lang: str) -> None:
    text = words(opened("pledge", lang=lang, id="human-rights-education"))
    assert ("of which the 16th is announced, not confirmed" if lang == "en" else "그 가운데 제16회는 개최 예정 발표만 있고") in text


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_year_of_the_strongest_words_is_named(lang: str) -> None:
    text = words(opened("pledge", lang=lang, id="human-rights-education"))
    assert ("it promises in 2011, 2020 and 2024." if lang == "en" else "2011, 2020, 2024년의 ‘약속’") in text
    text = words(opened("pledge", lang=lang, id="next-forum"))
    assert ("In all 5 declarations on record" if lang == "en" else "선언문 5건 모두(") in text
    assert ("it promises in 2017 and 2024." if lang == "en" else "2017, 2024년의 ‘약속’") in text


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_background_mention_is_told_with_its_place(lang: str) -> None:
    text = words(opened("pledge", lang=lang, id="human-rights-education"))
    assert (
        "2017: on record; it touches the topic only. ( 2017, ¶ 15 )" if lang == "en" else "주제만 언급되었습니다. ( 2017년 제15항 )"
    ) in text
    assert ("2017: on record, and" if lang == "en" else "2017년: 본문을 확보했으나 이 의제는") not in text
    table = words(with_table("pledge", "pledge-human-rights-education", lang, id="human-rights-education"))
    assert ("2017 touches the topic only 2017, ¶ 15" if lang == "en" else "2017 주제만 언급 2017년 제15항") in table


def test_a_background_mention_before_the_first_words_is_told_too() -> None:
    text = words(opened("pledge", lang="en", id="anti-corruption"))
    assert "2011: on record; it touches the topic only. ( 2011, ¶ 8 )" in text


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_gap_is_not_read_as_absence(lang: str) -> None:
    text = words(opened("pledge", lang=lang, id="digital-space", on="2012-01-01"))
    assert (
        "Among the declarations on record it first appears in 2024." if lang == "en" else "본문을 확보한 선언문 가운데 2024년 선언문에"
    ) in text


@pytest.mark.parametrize("lang", LANGUAGES)
def test_single_commitments_have_a_force_and_a_date_without_its_label(lang: str) -> None:
    page = markup(opened("pledge", lang=lang, id="10-100-1000-campaign")).replace("\u00a0", " ")
    assert f"<th scope='col'>{'Force' if lang == 'en' else '표현 강도'}</th>" in page
    assert re.search(r"<td data-label='(Due|기한)'>(31 Dec 2030|2030\. 12\. 31\.)</td>", page)
    assert "<td data-label='기한'>기한" not in page


@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_unknown_pledge_is_said_in_a_sentence(lang: str) -> None:
    text = words(opened("pledge", lang=lang, id="nothing-like-it"))
    assert "nothing-like-it" in text


@pytest.mark.parametrize(("lang", "name"), [("en", "Peace"), ("ko", "평화")])
def test_heading_and_files_of_a_filtered_picture_say_the_filter(lang: str, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    taken: dict[str, str] = {}
    monkeypatch.setattr(download, "button", lambda label, make, file, *_: taken.update({file: make().decode()}))
    monkeypatch.setattr(pictures, "png", lambda canvas: canvas.title.encode())
    finding = re.search(r"<h2 class='heading finding'>(.*?)</h2>", drawn("pledges", lang, theme="peace", order="long"))
    assert finding
    assert finding[1].startswith(f"{name}: ")
    day = today().isoformat()
    assert list(taken) == [f"pledges-theme-peace-order-long-{lang}-{day}.{ending}" for ending in ("png", "svg")]
    assert all(finding[1] in told for told in taken.values())
