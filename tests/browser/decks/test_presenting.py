"""Presenting a deck in a real browser, with the network cut once it is open: on the wall, from one file, on paper."""

from __future__ import annotations

import re
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser.barriers import barriers
from tests.browser.conftest import Served
from tests.browser.waiting import comes_true

pytestmark = pytest.mark.xdist_group("browser")
SHOWN = "document.querySelector('.slides > section.present').id"
UNREADABLE = """() => [...document.querySelectorAll('.slides > section')].flatMap(slide => {
  const frame = slide.querySelector('svg').getBoundingClientRect(), found = [];
  const lines = [...slide.querySelectorAll('svg text')].filter(each => each.textContent.trim()).map(each => {
    const {left, right, top, bottom, height} = each.getBoundingClientRect(), words = each.textContent;
    if (!height || left < Math.max(frame.left, 0) || right > Math.min(frame.right, innerWidth) || top < Math.max(frame.top, 0)
        || bottom > Math.min(frame.bottom, innerHeight)) found.push(`${slide.id}: cut off: ${words}`);
    // Letters fill about the middle half of the height of a line.
    return {left, right, top: top + height / 4, bottom: bottom - height / 4, words};
  });
  lines.forEach((one, place) => lines.slice(place + 1).forEach(other => {
    if (one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom)
      found.push(`${slide.id}: over one another: ${one.words} / ${other.words}`);
  }));
  return found;
})"""
"""What of any slide is not on the screen or lies over other words: all slides lie there, and only one can be seen."""
PROJECTORS = ((1024, 768), (1280, 720), (3840, 2160))
READY = (
    "forum",
    "since",
    "due",
    "unknown",
    "pledge:human-rights-education",
    "theme:poverty",
    "group:women",
    "city:gwangju",
    "declaration:2024",
    "turn:2023-2024",
)
"""One of each kind of ready set; every set is measured line by line where no browser is needed (tests/decks/sets)."""
FILL = "getComputedStyle(document.querySelector('section.present svg rect')).fill"
BLACK = "getComputedStyle(document.querySelector('.pause-overlay')).display === 'block'"
PAGES = re.compile(rb"/Type\s*/Page[^s]")

Present = Callable[..., Page]


@pytest.fixture
def screen(browser: Browser) -> Iterator[BrowserContext]:
    """A browser at a projector. Nothing is refused by a policy, and no script fails."""
    context = browser.new_context(viewport={"width": 1280, "height": 720}, locale="en-GB", has_touch=True)
    wrong: list[str] = []
    context.on("console", lambda said: wrong.append(said.text) if said.type in ("error", "warning") else None)
    context.on("weberror", lambda error: wrong.append(str(error.error)))
    yield context
    context.close()
    assert wrong == []


@pytest.fixture
def present(screen: BrowserContext, served: Served) -> Present:
    """Open a deck at an address below /deck/, and pull the cable."""

    def opened(address: str, cut: bool = True) -> Page:
        page = screen.new_page()
        page.goto(f"{served.address}/deck/{address}")
        ready(page)
        screen.set_offline(cut)
        return page

    return opened


def ready(page: Page) -> list[str]:
    """The ids of the slides, once they can be presented."""
    page.wait_for_selector(".reveal.ready")
    ids: list[str] = page.evaluate("[...document.querySelectorAll('.slides > section')].map(each => each.id)")
    return ids


def pressed(page: Page, *keys: str) -> str:
    """The slide that is shown after some keys."""
    for key in keys:
        page.keyboard.press(key)
    shown: str = page.evaluate(SHOWN)
    return shown


def said(page: Page) -> str:
    return str(page.text_content("#deck-status"))


def test_a_deck_is_presented_to_the_end_by_keyboard_without_a_network(present: Present) -> None:
    page = present("forum?lang=en")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    ids = ready(page)
    for key in ("ArrowRight", " ", "PageDown", "ArrowDown", "n"):
        place = ids.index(page.evaluate(SHOWN))
        assert pressed(page, key) == ids[place + 1]
    assert said(page).startswith(f"Slide 6 of {len(ids)}: ")
    assert pressed(page, "ArrowLeft", "PageUp", "ArrowUp", "Shift+ ") == ids[1]
    assert [pressed(page, "Space") for _ in ids[2:]] == ids[2:]
    assert pressed(page, "ArrowRight") == ids[-1]
    assert pressed(page, "Home") == ids[0]
    assert pressed(page, "End") == ids[-1]
    for key in ("b", "."):
        page.keyboard.press(key)
        assert page.evaluate(BLACK)
        page.keyboard.press(key)
        assert not page.evaluate(BLACK)
    page.keyboard.press("Escape")
    assert page.locator("#deck-list li a").all_inner_texts() == [
        f"{place}\n{title}" for place, title in enumerate(page.locator(".slides h2").all_text_contents(), 1)
    ]
    assert pressed(page, "ArrowUp", "ArrowUp", "Enter") == ids[-3]
    assert not page.locator("#deck-list").is_visible()
    page.keyboard.press("o")
    assert barriers(page) == []
    page.keyboard.press("Escape")
    swipe(page)
    assert page.evaluate(SHOWN) == ids[-2]
    page.keyboard.press("f")
    comes_true(page, "document.fullscreenElement === document.documentElement")
    page.keyboard.press("f")
    comes_true(page, "!document.fullscreenElement")
    assert asked == []


def swipe(page: Page) -> None:
    """A finger across the screen, from the right to the left."""
    browser = page.context.new_cdp_session(page)
    for kind, x in (("touchStart", 900), ("touchMove", 700), ("touchMove", 400), ("touchEnd", None)):
        browser.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [] if x is None else [{"x": x, "y": 300}]})


def test_who_speaks_sees_the_slide_the_next_one_and_the_notes_in_step(present: Present, screen: BrowserContext) -> None:
    page = present("forum?lang=ko#/recurrence")
    ids = ready(page)
    with screen.expect_page() as opened:
        page.keyboard.press("s")
    speaker = opened.value
    assert speaker.evaluate("document.documentElement.lang") == "ko"
    for window, key in (
        (page, "PageDown"),
        (speaker, "PageDown"),
        (speaker, " "),
        (speaker, "ArrowLeft"),
        (speaker, "End"),
        (page, "Home"),
    ):
        shown = pressed(window, key) if window is page else (speaker.keyboard.press(key), page.evaluate(SHOWN))[1]
        section = page.locator(f"section[id='{shown}']")
        assert speaker.inner_text(".number").endswith(f"{ids.index(shown) + 1}/{len(ids)}")
        assert speaker.locator(".notes p").all_text_contents() == section.locator("aside p").all_text_contents()
        assert speaker.locator(".now svg text").all_text_contents() == section.locator("svg text").all_text_contents()
        coming = page.locator(f"section[id='{shown}'] + section svg text")
        assert speaker.locator(".next svg text").all_text_contents() == coming.all_text_contents()
        assert speaker.is_visible(".next p") is (shown == ids[-1])
        assert speaker.get_attribute("footer a", "href") == section.locator(".source a").get_attribute("href")
    speaker.keyboard.press("b")
    assert page.evaluate(BLACK)
    assert speaker.is_visible(".black")
    speaker.keyboard.press("b")
    page.keyboard.press("d")
    assert speaker.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(14, 21, 28)"
    assert re.fullmatch(r"\d\d:\d\d \d:\d\d", " ".join(speaker.locator("time").all_inner_texts()))
    assert barriers(speaker) == []
    page.close()
    assert speaker.is_visible(".lost")


def test_one_file_opens_without_a_server_and_asks_for_nothing(screen: BrowserContext, served: Served, tmp_path: Path) -> None:
    with urllib.request.urlopen(f"{served.address}/deck/forum.html?lang=ko") as answer:
        (tmp_path / "deck.html").write_bytes(answer.read())
    asked: list[str] = []
    screen.set_offline(True)
    screen.on("request", lambda request: asked.append(request.url))
    page = screen.new_page()
    page.goto(f"file://{tmp_path}/deck.html#/3")
    ids = ready(page)
    assert page.evaluate(SHOWN) == ids[2]
    with screen.expect_page() as opened:
        page.keyboard.press("s")
    opened.value.keyboard.press("PageDown")
    assert page.evaluate(SHOWN) == ids[3]
    assert opened.value.evaluate("[...document.fonts].map(each => each.status)").count("loaded") >= 2
    page.keyboard.press("d")
    assert pressed(page, "End") == ids[-1]
    assert asked == [f"file://{tmp_path}/deck.html"]
    page.reload()
    ready(page)
    with screen.expect_page():
        page.keyboard.press("s")


def test_on_paper_each_slide_is_one_page_in_light_colours(present: Present) -> None:
    page = present("forum?lang=en&dark")
    assert page.evaluate(FILL) == "rgb(14, 21, 28)"
    assert len(PAGES.findall(page.pdf(format="A4", landscape=True))) == len(ready(page))
    page.emulate_media(media="print")
    assert page.evaluate(FILL) == "rgb(255, 255, 255)"


@pytest.mark.parametrize("address", ["forum?lang=en&dark", "forum?lang=ko"])
def test_a_slide_fills_any_projector(present: Present, address: str) -> None:
    page = present(address)
    assert barriers(page) == []
    for width, height in PROJECTORS:
        page.set_viewport_size({"width": width, "height": height})
        picture = page.locator("section.present svg rect").first.bounding_box()
        assert picture
        assert picture["width"] == pytest.approx(width, abs=1)
        assert picture["height"] == pytest.approx(width * 9 / 16, abs=1)
        assert picture["y"] == pytest.approx((height - width * 9 / 16) / 2, abs=1)


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_no_words_of_a_ready_set_are_cut_off_or_over_others_on_any_projector(screen: BrowserContext, served: Served, lang: str) -> None:
    page = screen.new_page()
    for set_ in READY:
        page.goto(f"{served.address}/deck/{set_}?lang={lang}")
        ready(page)
        for width, height in PROJECTORS:
            page.set_viewport_size({"width": width, "height": height})
            assert page.evaluate(UNREADABLE) == [], (set_, width)


def test_the_bar_gives_way_to_the_sources_as_soon_as_a_key_is_pressed(present: Present) -> None:
    page = present("forum?lang=en")
    bar = page.locator("#deck-bar")
    assert bar.evaluate("each => getComputedStyle(each).opacity") == "1"
    pressed(page, "PageDown")
    assert bar.evaluate("each => getComputedStyle(each).opacity") == "0"
