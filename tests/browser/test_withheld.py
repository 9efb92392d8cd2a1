"""Pages over records with a mistake in them, in a real browser: no barrier, nothing cut off, and mended at the next click."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import expect

from tests.browser.barriers import barriers, out_of_sight
from tests.browser.conftest import Opened, Served
from tests.browser.waiting import rewritten, settled
from tests.samples.withheld import SOURCES

PAGES = ("/?", "/follow_through?", "/commitment?id=2024-c4a", "/timeline?", "/find?standing=withheld", "/briefing?about=city:gwangju")


@contextmanager
def broken_sources(served: Served) -> Iterator[None]:
    """One line in a file of sources that is no YAML; the server looks at the files once a second."""
    path = served.records / SOURCES
    whole = path.read_text(encoding="utf-8")
    rewritten(path, f"{whole}\n\tx: [\n")
    time.sleep(1.1)
    try:
        yield
    finally:
        rewritten(path, whole)
        time.sleep(1.1)


@pytest.fixture
def broken(served_copy: Served) -> Iterator[Served]:
    with broken_sources(served_copy):
        yield served_copy


@pytest.mark.parametrize(("lang", "dark"), [("en", False), ("ko", True)])
@pytest.mark.parametrize("path", PAGES)
def test_a_page_with_withheld_judgements_has_no_barrier_and_nothing_is_cut_off(
    opened: Opened, broken: Served, path: str, lang: str, dark: bool
) -> None:
    page = opened(f"{path}&lang={lang}", dark=dark, address=broken.address, width=1280, height=720)
    assert page.locator(".standing-withheld").count() or "briefing" in path
    found = barriers(page)
    assert not found, "\n".join(found)
    page.set_viewport_size({"width": 390, "height": 844})
    settled(page)
    assert not out_of_sight(page)


def test_what_was_mended_is_shown_again(opened: Opened, served_copy: Served) -> None:
    address = "/commitment?id=2024-c4a&lang=en"
    with broken_sources(served_copy):
        page = opened(address, address=served_copy.address)
        expect(page.get_by_text("The judgement is withheld")).to_be_visible()
        expect(page.locator("p.lede")).to_contain_text(": withheld.")
    page = opened(address, address=served_copy.address)
    expect(page.locator("p.lede")).to_contain_text(": done.")
    assert page.locator(".standing-withheld").count() == 0
