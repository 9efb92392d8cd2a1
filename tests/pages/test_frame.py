"""The frame around every page: the day, what cannot be shown, and what no page says."""

from __future__ import annotations

import re

import pytest

from tests.pages.opening import markup, opened, words
from widgets.parts.view import today as now

LANGUAGES = ["en", "ko"]


def test_a_day_in_the_past_shows_what_stood_then_and_says_so() -> None:
    text = words(opened("overview", lang="en", on="2020-10-06"))
    assert "where things stood on 6 Oct 2020" in text
    assert "2 of 9" in text
    assert "2024-c" not in text


@pytest.mark.parametrize("bad", ["2031-01-01", "yesterday", "2010-01-01", "<b>"])
def test_a_day_that_cannot_be_shown_is_said(bad: str) -> None:
    at = opened("overview", lang="en", on=bad)
    assert "is not a day this register can show" in words(at)


def test_ids_are_never_shown_raw_in_the_text() -> None:
    for page, query in (("overview", {}), ("pledges", {}), ("pledge", {"id": "next-forum"}), ("city", {"id": "gwangju"})):
        assert not re.search(r"\b20\d\d-[pc]\d+[a-z]?\b", words(opened(page, lang="en", **query))), page


@pytest.mark.parametrize(
    ("lang", "adopted"), [("en", "As of 11 Oct 2024, 14th text adopted"), ("ko", "2024. 10. 11. 기준(제14회 선언문 채택일)")]
)
def test_the_day_on_which_a_declaration_was_adopted_can_be_chosen(lang: str, adopted: str) -> None:
    (day,) = [each for each in opened("overview", lang).selectbox if str(each.key).startswith("pick:on:")]
    assert any(option.startswith(adopted) for option in day.options), day.options


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_today_can_be_fixed_in_the_address(lang: str) -> None:
    at = opened("overview", lang)
    (day,) = [each for each in at.selectbox if str(each.key).startswith("pick:on:")]
    assert "on" not in at.query_params
    iso = now().isoformat()
    today, fixed = day.options[:2]
    day.select(fixed).run()
    assert at.query_params["on"] in (iso, [iso])
    (day,) = [each for each in at.selectbox if str(each.key).startswith("pick:on:")]
    assert day.value == iso
    assert f"on={iso}" in markup(at)
    day.select(today).run()
    assert "on" not in at.query_params


def test_no_line_breaks_within_a_korean_date() -> None:
    page = markup(opened("overview", "ko"))
    assert "2024.\u00a010.\u00a011." in page
    assert "2024. 10. 11." not in page
