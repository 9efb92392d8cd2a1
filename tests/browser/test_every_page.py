"""What holds of every page: no barrier, nothing cut off on a telephone, one title and no error, no other host."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, ViewportSize

from tests.browser.barriers import barriers, out_of_sight
from tests.browser.conftest import Opened, Served
from tests.browser.waiting import settled, watched

PAGES = (
    "/?",
    "/pledges?",
    "/pledge?id=human-rights-education",
    "/timeline?",
    "/declarations?id=2024",
    "/declarations?id=2018",
    "/declarations?id=2023&with=2020&with=2024&theme=human-rights-cities",
    "/declarations?follow=2024",
    "/find?",
    "/draft?",
    "/find?q=education&theme=networks",
    "/find?q=zzzyx&theme=climate",
    "/find?q=climate&kind=note",
    "/commitment?id=2024-c2a",
    "/commitment?id=none",
    "/city?id=gwangju",
    "/city?id=gwangju&part=own",
    "/briefing?about=city:gwangju",
    "/briefing?about=theme:poverty+theme:right-to-the-city+forum:13",
    "/slides?slides=recurrence,opening&mine=forum/recurrence,quote:2024-c2a/words",
    "/follow_through?",
    "/new_text?",
    "/method?",
)
DESK: ViewportSize = {"width": 1280, "height": 720}
TELEPHONE: ViewportSize = {"width": 360, "height": 740}
# A group of its own, so that the other worker does what readers do meanwhile.
pytestmark = pytest.mark.xdist_group("every-page")


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("lang", ["en", "ko"])
@pytest.mark.parametrize("path", PAGES)
def test_no_page_has_a_barrier_and_nothing_is_cut_off_on_a_telephone(opened: Opened, path: str, lang: str, dark: bool) -> None:
    """Opened at a desk in the dark and on a telephone in the light, then looked at in the other size."""
    first, then = (DESK, TELEPHONE) if dark else (TELEPHONE, DESK)
    page = opened(f"{path}&lang={lang}", dark=dark, **first)
    _look(page, first)
    page.set_viewport_size(then)
    settled(page)
    _look(page, then)


def _look(page: Page, size: ViewportSize) -> None:
    if size == TELEPHONE:
        assert not out_of_sight(page)
    found = barriers(page)
    assert not found, "\n".join(found)
    assert page.locator("[data-testid='stException'], [data-testid='stAlertContentError']").count() == 0
    assert page.locator("h1").count() == 1
    assert page.locator("[data-testid='stMainMenu']").count() == 0


def test_a_first_visit_gets_the_headers_and_the_typeface_and_asks_no_other_host(browser: Browser, served: Served) -> None:
    context = watched(browser.new_context(viewport={"width": 1280, "height": 720}))
    page = context.new_page()
    seen: list[str] = []
    refused: list[str] = []
    page.on("request", lambda request: seen.append(request.url))
    page.on("console", lambda message: refused.append(message.text) if "Content Security Policy" in message.text else None)
    response = page.goto(served.address + "/pledges")
    settled(page)
    elsewhere = [url for url in seen if not url.startswith((served.address, served.address.replace("http", "ws"), "data:", "blob:"))]
    assert not elsewhere
    assert not refused
    assert response
    headers = response.headers
    assert "default-src 'self'" in headers["content-security-policy"]
    assert "unsafe-eval" not in headers["content-security-policy"].replace("wasm-unsafe-eval", "")
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"
    assert any("/fonts/Pretendard-Regular.woff2" in url for url in seen)
    context.close()
