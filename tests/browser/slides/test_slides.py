"""From the first page to a deck in two clicks, and one's own slides: put in, kept over a reload, moved and left out by keyboard."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Opened, query
from tests.browser.waiting import settled

pytestmark = pytest.mark.xdist_group("browser")


def pictures(page: Page) -> list[str]:
    return [str(each.get_attribute("alt")) for each in page.locator("article.slide img").all()]


def test_a_deck_is_two_clicks_away_and_is_made_of_what_a_reader_met(opened: Opened, tmp_path: Path) -> None:
    page = opened("/?lang=en")
    page.get_by_role("link", name="Slides", exact=True).click()
    settled(page)
    present = page.get_by_role("link", name="Present", exact=True)
    with page.context.expect_page() as wall:
        present.click()
    wall.value.wait_for_load_state()
    assert "/deck/forum?lang=en" in wall.value.url
    expect(wall.value.locator("body")).to_contain_text(pictures(page)[0])
    wall.value.close()
    assert all(page.evaluate("[...document.querySelectorAll('article.slide img')].map(each => each.complete && each.naturalWidth > 0)"))

    page.get_by_role("link", name="Overview", exact=True).click()
    settled(page)
    chart = page.get_by_role("link", name=re.compile("^Add to my slides"))
    chart.scroll_into_view_if_needed()
    before = chart.evaluate("each => each.getBoundingClientRect().top")
    chart.click()
    settled(page)
    out = page.get_by_role("link", name=re.compile("^In my slides – take out"))
    expect(out).to_be_focused()
    assert abs(out.evaluate("each => each.getBoundingClientRect().top") - before) < 40
    page.get_by_role("link", name="Find", exact=True).click()
    settled(page)
    page.get_by_role("link", name=re.compile("^Add to my slides")).first.click()
    settled(page)
    chosen = query(page)["mine"][0].split(",")
    assert chosen[0] == "forum/standing"
    assert chosen[1].startswith("quote:")
    page.reload()
    settled(page)

    page.get_by_role("link", name="My slides (2)").first.click()
    settled(page)
    first, second, last = pictures(page)
    later = page.get_by_role("link", name=f"Later: {first}")
    later.focus()
    page.keyboard.press("Enter")
    settled(page)
    assert pictures(page) == [second, first, last]
    expect(page.get_by_role("link", name=f"Later: {first}")).to_be_focused()
    assert query(page)["mine"] == [",".join(reversed(chosen))]

    page.get_by_role("link", name="The forum in ten slides").first.click()
    settled(page)
    every = pictures(page)
    page.get_by_role("link", name=f"Leave out: {every[1]}").focus()
    page.keyboard.press("Enter")
    settled(page)
    assert pictures(page) == [every[0], *every[2:]]
    expect(page.get_by_role("link", name=f"Put back: {every[1]}")).to_be_focused()
    with page.expect_download() as taken:
        page.get_by_role("button", name="One HTML file").click()
    whole = taken.value.path().read_text(encoding="utf-8")
    assert 'fill="#' not in whole, "its pictures turn from light to dark with the rest of it"
    with page.expect_download() as found:
        page.get_by_role("button", name="Save my slides").click()
    file = tmp_path / "slides.json"
    found.value.save_as(file)
    assert "recurrence" not in json.loads(file.read_text(encoding="utf-8"))["slides"]
    page.keyboard.press("Enter")
    settled(page)
    page.get_by_label("A file of saved slides").set_input_files(file)
    page.get_by_role("button", name="Open the file").click()
    page.wait_for_url("**/slides?*slides=*")
    page.wait_for_selector("article.slide")
    settled(page)
    assert pictures(page) == [every[0], *every[2:]]
    assert query(page)["mine"] == [",".join(reversed(chosen))]
