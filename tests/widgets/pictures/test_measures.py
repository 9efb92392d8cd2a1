"""Measures on the pages of their pledge and their city."""

from __future__ import annotations

import pytest

from models.labels import Say, load_labels
from tests.pages.opening import opened, words

EN, KO = (Say(load_labels(), lang) for lang in ("en", "ko"))
PUBLISHERS = {"a": "The city", "b": "A paper", "c": "A body (UCLG-X)"}


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_the_pledge_shows_its_measure_with_what_was_not_found(lang: str) -> None:
    text = words(opened("pledge", lang=lang, id="10-100-1000-campaign"))
    assert ("no series on record counts members" if lang == "en" else "회원 수를 집계한 자료는 확인되지 않았습니다") in text
    assert (
        "That none was found does not mean that none was published"
        if lang == "en"
        else "찾지 못하였다는 것이 공개되지 않았다는 뜻은 아니다"
    ) in text
    assert ("more than 70 forms" if lang == "en" else "70건 초과") in text


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_the_host_city_has_its_numbers_and_those_of_the_forum(lang: str) -> None:
    page = opened("city", lang, id="gwangju")
    text, say = words(page), EN if lang == "en" else KO
    assert {say("progress.city"), say("progress.forum")} < {part.label for part in page.expander}
    assert ("20.9 per cent" if lang == "en" else "20.9%") in text


def test_an_earlier_day_leaves_later_counts_out_and_says_so() -> None:
    text = words(opened("city", lang="en", id="gwangju", on="2018-01-01"))
    assert "of a later time than 1 Jan 2018" in text
    assert "20.9 per cent" not in text
