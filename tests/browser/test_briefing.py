"""The whole way in a real browser: choose a theme, read its brief, follow a source, take the files along, print."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import pytest

from exports.brief import files
from models.brief.facts import Kind, Subject
from tests.browser.conftest import Opened
from tests.browser.waiting import settled
from widgets.parts.view import today

pytestmark = pytest.mark.xdist_group("browser")


def test_from_a_theme_to_its_files(opened: Opened) -> None:
    page = opened("/briefing?lang=en")
    page.get_by_role("combobox", name="Themes").click()
    page.keyboard.type("Human rights education")
    page.keyboard.press("Enter")
    page.wait_for_url("**about=theme*human-rights-education*")
    page.keyboard.press("Escape")
    settled(page)
    assert page.locator("article.brief h1").inner_text().startswith("Human rights education: ")
    for button, start, ending in (("Word file (DOCX)", b"PK", ".docx"), ("PDF", b"%PDF-", ".pdf")):
        with page.expect_download() as waiting:
            page.get_by_role("button", name=button, exact=True).click()
        taken = waiting.value
        assert taken.suggested_filename == files.name(Subject(Kind.THEME, "human-rights-education"), "en", today(), ending[1:])
        content = Path(taken.path()).read_bytes()
        assert content.startswith(start)
        if ending == ".docx":
            assert docx.Document(io.BytesIO(content)).paragraphs[0].text == page.locator("article.brief h1").inner_text()


def test_a_second_subject_is_chosen_beside_the_first_and_taken_out_again(opened: Opened) -> None:
    page = opened("/briefing?lang=en&about=theme:poverty")
    page.get_by_role("combobox", name="Themes").click()
    page.keyboard.type("housing")
    page.keyboard.press("Enter")
    page.wait_for_url("**about=theme*poverty%2Btheme*right-to-the-city*")
    settled(page)
    both = "Poverty and economic inequality / Right to the city and housing: "
    assert page.locator("article.brief h1").inner_text().startswith(both)
    page.reload()
    settled(page)
    assert page.locator("article.brief h1").inner_text().startswith(both)
    for tag in page.locator(".st-key-brief-boxes [data-tag] > span").all():
        assert tag.evaluate("tag => tag.scrollWidth <= tag.clientWidth"), "what is chosen stands there whole"
    page.get_by_role("button", name="Remove Poverty and economic inequality").click()
    page.wait_for_url(lambda url: "poverty" not in url)
    settled(page)
    assert page.locator("article.brief h1").inner_text().startswith("Right to the city and housing: ")
    page.go_back()
    settled(page)
    assert page.locator("article.brief h1").inner_text().startswith(both)
    page.get_by_role("combobox", name="Forums").click()
    page.keyboard.type("13th")
    page.keyboard.press("Enter")
    page.wait_for_url("**about=theme*poverty%2Btheme*right-to-the-city%2Bforum*13*")
    page.keyboard.press("Escape")
    settled(page)
    assert page.locator("article.brief h1").inner_text().startswith(f"{both.removesuffix(': ')} · 13th forum (2023): ")


def test_from_a_promise_to_its_page_and_from_a_number_to_its_source(opened: Opened) -> None:
    page = opened("/briefing?about=forum:14&lang=ko")
    page.locator("article.brief .refs a").first.click()
    assert page.url.endswith("#brief-source-1")
    assert page.locator("#brief-source-1").is_visible()
    page.locator("#brief-promised + ol a[data-path]").first.click()
    page.wait_for_url("**/commitment?*id=2024-c2a*")
    assert "lang=ko" in page.url


def test_on_paper_there_is_the_brief_and_nothing_else(opened: Opened) -> None:
    page = opened("/briefing?about=forum:14&lang=en")
    page.emulate_media(media="print")
    assert page.locator("article.brief h1").is_visible()
    assert not page.locator(".st-key-brief-choice").is_visible()
    assert not page.locator(".st-key-brief-take").is_visible()
    shown = page.locator("#brief-promised + ol a[data-path]").first.evaluate("link => getComputedStyle(link, '::after').content")
    assert "/commitment?id=2024-c2a" in shown
