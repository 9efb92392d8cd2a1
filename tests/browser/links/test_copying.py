"""The address of a page is copied from its top: by keyboard, with the day kept or moving on, and by hand where a browser refuses."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from models.labels import Say
from tests.browser.barriers import barriers, out_of_sight
from tests.browser.conftest import Opened, Served, query
from tests.browser.waiting import settled, watched
from tests.samples.registers import say


def copied(page: Page) -> str:
    found: str = page.evaluate("navigator.clipboard.readText()")
    return found


def choose(page: Page, words: Say, key: str, **values: str) -> None:
    """By keyboard alone, from the line that opens the choice."""
    page.locator(".copy-link summary").focus()
    page.keyboard.press("Enter")
    button = page.get_by_role("button", name=words(key, **values))
    page.keyboard.press("Tab")
    if key == "frame.copy_moving":
        page.keyboard.press("Tab")
    expect(button).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".copy-link [role=status]")).to_have_text(words("frame.copied"))
    page.keyboard.press("Escape")
    expect(page.locator(".copy-link summary")).to_be_focused()
    expect(button).to_be_hidden()


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_the_address_is_copied_by_keyboard_with_the_day_kept_or_moving_on(browser: Browser, served: Served, lang: str) -> None:
    words = say(lang)
    context = watched(browser.new_context(permissions=["clipboard-read", "clipboard-write"]))
    page = context.new_page()
    page.goto(f"{served.address}/pledges?lang={lang}&theme=peace")
    settled(page)
    day = page.locator(".copy-link").get_attribute("data-day")
    choose(page, words, "frame.copy_moving")
    assert copied(page) == f"{served.address}/pledges?theme=peace&lang={lang}"
    # A filter that is chosen now draws a part of the page anew, and not its top.
    page.get_by_role("radio", name=words("pledges.order_long")).click()
    page.wait_for_url("**order=long**")
    page.locator(".copy-link summary").click()
    page.locator("button[data-copy=fixed]").click()
    expect(page.locator(".copy-link [role=status]")).to_have_text(words("frame.copied"))
    there = copied(page)
    assert there.endswith(f"lang={lang}&on={day}")
    page.goto(there)
    settled(page)
    assert query(page) == {"theme": ["peace"], "order": ["long"], "lang": [lang], "on": [day]}
    context.close()


@pytest.mark.parametrize(("lang", "dark"), [("en", False), ("ko", True)])
def test_where_the_clipboard_is_refused_the_address_stands_there_selected(opened: Opened, lang: str, dark: bool) -> None:
    page = opened(f"/commitment?id=2024-c2a&lang={lang}&on=2025-01-31", width=360, height=740, dark=dark)
    page.evaluate("navigator.clipboard.writeText = () => Promise.reject(new Error()); document.execCommand = () => false")
    before = page.locator("h1").bounding_box()
    page.locator(".copy-link summary").click()
    page.locator("button[data-copy=fixed]").click()
    expect(page.locator(".copy-link [role=status]")).to_have_text(say(lang)("frame.copy_refused"))
    selected = page.evaluate(
        "(({value, selectionStart, selectionEnd}) => value.slice(selectionStart, selectionEnd))(document.activeElement)"
    )
    assert selected == f"{page.url.partition('?')[0]}?id=2024-c2a&lang={lang}&on=2025-01-31"
    assert page.locator("h1").bounding_box() == before
    assert not barriers(page)
    assert not out_of_sight(page)
