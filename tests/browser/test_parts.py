"""Parts of a page that open: short to look at, opened by the keyboard alone, found open by a link, and printed whole."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Opened
from tests.browser.waiting import settled

pytestmark = pytest.mark.xdist_group("browser")

DRAWN = "element => element.getBoundingClientRect().height"


def _height(page: Page) -> int:
    height: int = page.locator("[data-testid=stMainBlockContainer]").evaluate("element => element.scrollHeight")
    return height


@pytest.mark.parametrize(("width", "most"), [(1280, 3000), (360, 6000)])
def test_the_page_of_the_host_city_is_short_until_a_part_is_opened(opened: Opened, width: int, most: int) -> None:
    page = opened("/city?id=gwangju&lang=en", width=width)
    closed = _height(page)
    assert closed < most
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('.st-key-part-own summary')"):
            break
    page.keyboard.press("Enter")
    settled(page)
    expect(page.locator(".st-key-part-own details.chapter").first).to_be_visible()
    assert _height(page) > closed


def test_a_link_to_a_part_finds_it_open_in_view(opened: Opened) -> None:
    page = opened("/city?id=gwangju&lang=ko&part=own")
    expect(page.locator(".st-key-part-own details.chapter").first).to_be_in_viewport()
    expect(page.locator(".st-key-part-asked table")).not_to_be_visible()


def test_what_is_folded_is_printed(opened: Opened) -> None:
    page = opened("/city?id=gwangju&lang=en")
    story = page.locator(".st-key-part-own ol.notes").first
    assert story.evaluate(DRAWN) == 0
    page.emulate_media(media="print")
    assert story.evaluate(DRAWN) > 40
    assert page.locator(".st-key-part-asked table").evaluate(DRAWN) > 200
    page.emulate_media(media="screen")
