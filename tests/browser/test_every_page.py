"""What holds of every page: no barrier, nothing cut off on a telephone, one title and no error, no other host."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, ViewportSize

from tests.browser.barriers import barriers, out_of_sight
from tests.browser.conftest import Opened, Served, query
from tests.browser.waiting import settled, watched

PAGES = (
    "/?",
    "/pledges?",
    "/pledge?id=human-rights-education",
    "/timeline?",
    "/declarations?id=2024",
    "/declarations?id=2023&with=2020&with=2024&theme=human-rights-cities",
    "/declarations?follow=2024",
    "/find?",
    "/find?q=education&theme=networks",
    "/find?q=zzzyx&theme=climate",
    "/find?q=climate&kind=note",
    "/commitment?id=2024-c2a",
    "/commitment?id=none",
    "/city?id=gwangju",
    "/briefing?about=city:gwangju",
    "/follow_through?",
    "/method?",
)
DESK: ViewportSize = {"width": 1280, "height": 720}
TELEPHONE: ViewportSize = {"width": 390, "height": 844}
LANGUAGES = {"en": "English", "ko": "한국어"}
VIEWS = [(lang, dark) for dark in (False, True) for lang in LANGUAGES]
# A group of its own, so that the other worker does what readers do meanwhile.
pytestmark = pytest.mark.xdist_group("every-page")


class Visit:
    """One page, opened once and then looked at in both languages, in the light and in the dark."""

    def __init__(self, opened: Opened, path: str) -> None:
        self.opened, self.path = opened, path
        self.page: Page | None = None
        self.lang = ""

    def look(self, lang: str, dark: bool) -> Page:
        """The page as it is drawn anew for this language and this light, at a desk."""
        if self.page is None:
            self.page = self.opened(f"{self.path}&lang={lang}", dark=dark)
        else:
            self.page.set_viewport_size(DESK)
            self.page.emulate_media(color_scheme="dark" if dark else "light")
            settled(self.page)
            if lang == self.lang:
                self.page.reload()
            else:
                self.page.get_by_role("radio", name=LANGUAGES[lang]).click()
            settled(self.page)
        assert query(self.page)["lang"] == [lang]
        self.lang = lang
        return self.page


@pytest.fixture(scope="module", params=PAGES)
def visit(opened_by_module: Opened, request: pytest.FixtureRequest) -> Iterator[Visit]:
    seen = Visit(opened_by_module, request.param)
    yield seen
    if seen.page:
        seen.page.close()


@pytest.mark.parametrize(("lang", "dark"), VIEWS, ids=[f"{lang}-{'dark' if dark else 'light'}" for lang, dark in VIEWS])
def test_no_page_has_a_barrier_and_nothing_is_cut_off_on_a_telephone(visit: Visit, lang: str, dark: bool) -> None:
    page = visit.look(lang, dark)
    assert page.locator("[data-testid='stApp']").evaluate("app => getComputedStyle(app).colorScheme") == ("dark" if dark else "light")
    found = barriers(page)
    assert not found, "\n".join(found)
    assert page.locator("[data-testid='stException'], [data-testid='stAlertContentError']").count() == 0
    assert page.locator("h1").count() == 1
    assert page.locator("[data-testid='stMainMenu']").count() == 0
    page.set_viewport_size(TELEPHONE)
    settled(page)
    assert not out_of_sight(page)


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
