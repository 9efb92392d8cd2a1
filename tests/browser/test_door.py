"""The door in a real browser: a wrong address, no connection, the language of the page, Streamlit's own words."""

from __future__ import annotations

import html
import re
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import streamlit
import yaml
from playwright.sync_api import Browser, BrowserContext, Page, WebSocketRoute

from models.labels import Say, load_labels
from tests.browser.barriers import barriers
from tests.browser.conftest import Opened, Served
from tests.browser.waiting import settled, watched

WORDS: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parents[1] / "cases" / "door.yaml").read_text(encoding="utf-8"))["own_words"]
SAYS = {lang: Say(load_labels(), lang) for lang in ("en", "ko")}
ENGLISH = """() => {
  const found = [], latin = /[A-Za-z]{2}/, korean = /[가-힣]/;
  const ours = node => node.closest('[data-testid=stHtml], [data-testid=stMarkdownContainer], .js-plotly-plot, [role=option][data-key], [data-testid=stCode], #door');
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const {nodeValue, parentElement} = walk.currentNode;
    if (['SCRIPT', 'STYLE', 'NOSCRIPT'].includes(parentElement.tagName) || parentElement.closest('[data-testid=stIconMaterial]')) continue;
    if (latin.test(nodeValue) && !korean.test(nodeValue) && !ours(parentElement)) found.push(nodeValue.trim());
  }
  for (const name of ['aria-label', 'title', 'placeholder'])
    for (const node of document.querySelectorAll(`[${name}]`)) {
      const said = node.getAttribute(name);
      if (latin.test(said) && !korean.test(said) && !ours(node)) found.push(`${name}: ${said}`);
    }
  return found;
}"""
"""What stands on the page in English and is neither ours nor a record's."""
pytestmark = pytest.mark.xdist_group("browser")
SHOWN = "() => [document.documentElement.dataset.door, getComputedStyle(document.getElementById('door')).visibility]"


@pytest.fixture
def fresh(browser: Browser) -> Iterator[BrowserContext]:
    """A profile of its own, in English."""
    context = watched(browser.new_context(viewport={"width": 1280, "height": 720}, locale="en-GB"))
    yield context
    context.close()


# a wrong address -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("lang", "dark"), [("en", True), ("ko", False)])
def test_a_wrong_address_is_a_page_without_barriers_from_which_one_goes_on(
    fresh: BrowserContext, served: Served, lang: str, dark: bool
) -> None:
    page, elsewhere, refused = fresh.new_page(), [], []
    page.emulate_media(color_scheme="dark" if dark else "light")
    page.on("request", lambda request: elsewhere.append(request.url) if not request.url.startswith(served.address) else None)
    page.on("console", lambda said: refused.append(said.text) if "Content Security Policy" in said.text else None)
    answer = page.goto(f"{served.address}/pledge/human-rights-education?lang={lang}")
    assert answer
    assert answer.status == 404
    assert page.locator("h1").inner_text() == SAYS[lang]("door.wrong_title")
    assert page.evaluate("document.documentElement.lang") == lang
    assert barriers(page) == []
    page.set_viewport_size({"width": 360, "height": 740})
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert (elsewhere, refused) == ([], [])
    if lang == "ko":
        page.locator("main a").first.click()
        page.wait_for_selector("h1.title", timeout=60_000)
        assert "/pledge?id=human-rights-education&lang=ko" in page.url


def test_what_is_no_page_is_answered_as_before_by_the_whole_server(served: Served) -> None:
    def status(path: str) -> int:
        try:
            return int(urllib.request.urlopen(served.address + path, timeout=20).status)
        except urllib.error.HTTPError as error:
            return int(error.code)

    found = {path: status(path) for path in ("/_stcore/health", "/_stcore/host-config", "/favicon.png", "/pledges/", "/door/icon.png")}
    assert found == dict.fromkeys(found, 200)
    gone = ("/nope", "/a/b/c", "/media/nope.csv", "/component/nope", "/pledge/_stcore/health", "/_stcore/nope", "/static/js/nope.js")
    assert {path: status(path) for path in gone} == dict.fromkeys(gone, 404)


# the connection --------------------------------------------------------------------------------------------------


def test_a_refused_connection_is_said_in_both_languages_with_the_way_to_the_data(fresh: BrowserContext, served: Served) -> None:
    page = fresh.new_page()
    page.clock.install()
    page.route_web_socket(re.compile("stream"), lambda socket: socket.close())
    page.goto(f"{served.address}/pledges?lang=ko")
    page.wait_for_selector("[data-testid=stApp]", timeout=60_000)
    page.clock.run_for(2000)
    assert page.evaluate(SHOWN)[1] == "hidden", "not at once: it may only be slow"
    page.clock.run_for(8000)
    assert page.evaluate(SHOWN) == ["refused", "visible"]
    _is_said(page, "refused")
    assert barriers(page) == []


def test_a_lost_connection_is_said_and_the_page_stays(fresh: BrowserContext, served: Served) -> None:
    page, sockets, cut = fresh.new_page(), [], []
    page.clock.install()

    def connect(socket: WebSocketRoute) -> None:
        if cut:
            socket.close()
        else:
            socket.connect_to_server()
            sockets.append(socket)

    page.route_web_socket(re.compile("stream"), connect)
    page.goto(f"{served.address}/pledge?id=human-rights-education&lang=en")
    page.wait_for_selector("h1.title", timeout=60_000)
    page.clock.run_for(1000)
    assert page.evaluate(SHOWN) == ["open", "hidden"]
    cut.append(True)
    sockets[0].close()
    page.wait_for_function("() => document.querySelector('[data-testid=stApp]').dataset.testConnectionState !== 'CONNECTED'")
    page.clock.run_for(6000)
    assert page.evaluate(SHOWN) == ["lost", "visible"]
    _is_said(page, "lost")
    assert page.locator("h1.title").is_visible(), "what was read stays"
    assert page.locator("[data-testid=stDialog]").count() == 0, "one sentence, not two"
    cut.clear()
    page.clock.run_for(60_000)
    page.wait_for_function("() => document.querySelector('[data-testid=stApp]').dataset.testConnectionState === 'CONNECTED'")
    page.clock.run_for(1000)
    assert page.evaluate(SHOWN) == ["open", "hidden"]


def _is_said(page: Page, key: str) -> None:
    said = page.locator(f"#door .{key}").inner_text()
    for lang in ("en", "ko"):
        assert SAYS[lang](f"door.{key}_title") in said
        assert SAYS[lang](f"door.{key}") in said
    assert page.locator(f"#door .{key} a[href='./data/register.json']").first.is_visible()


def test_without_a_script_the_page_says_so(browser: Browser, served: Served) -> None:
    context = browser.new_context(java_script_enabled=False, locale="ko-KR")
    page = context.new_page()
    page.goto(f"{served.address}/pledges")
    said = page.locator(".door-scriptless")
    assert said.is_visible()
    assert all(SAYS[lang]("door.scriptless_title") in said.inner_text() for lang in ("en", "ko"))
    assert not page.locator("#door").is_visible()
    context.close()


# the language ----------------------------------------------------------------------------------------------------


def test_the_page_is_of_the_language_that_the_reader_chooses_and_is_called_as_the_server_did(opened: Opened, served: Served) -> None:
    page = opened("/pledge?id=human-rights-education&lang=en")

    def here() -> tuple[str, str, str]:
        served_page = urllib.request.urlopen(page.url, timeout=20).read().decode()
        called = html.unescape(re.findall(r"<title>(.*?)</title>", served_page)[0])
        assert page.title() == called
        return page.evaluate("document.documentElement.lang"), page.locator("[data-testid=stSkipToContent]").text_content() or "", called

    assert here()[:2] == ("en", "Skip to main content")
    page.get_by_text("한국어", exact=True).first.click()
    page.wait_for_function("() => document.documentElement.lang === 'ko'")
    settled(page)
    assert here()[:2] == ("ko", SAYS["ko"]("built_in.skip"))
    page.get_by_text("English", exact=True).first.click()
    page.wait_for_function("() => document.documentElement.lang === 'en'")
    settled(page)
    assert here()[:2] == ("en", "Skip to main content")


@pytest.mark.parametrize("path", sorted({case["page"] for case in WORDS}))
def test_streamlits_own_words_are_korean_on_korean_pages(opened: Opened, path: str) -> None:
    page = opened(f"{path}{'&' if '?' in path else '?'}lang=ko")
    for case in (each for each in WORDS if each["page"] == path):
        if case["do"] != "look":
            page.keyboard.press("Escape")
            field = page.locator(f"[data-testid={case['do']['into']}] input").first
            field.click()
            field.fill(case["do"]["type"])
        if "reads" in case:
            page.wait_for_function("words => document.body.textContent.includes(words)", arg=case["reads"], timeout=10_000)
        else:
            page.wait_for_selector(f"[aria-label='{case['named']}']", state="attached", timeout=10_000)
        assert page.evaluate(ENGLISH) == []
        assert page.locator(f"[aria-label='{case['never']}'], [placeholder='{case['never']}']").count() == 0
        assert case["never"] not in page.evaluate("() => document.body.innerText")


def test_the_words_are_streamlits_to_the_letter() -> None:
    """A newer Streamlit that says it otherwise is noticed; what it puts together is looked for piece by piece."""
    static = Path(streamlit.__file__).parent / "static" / "static" / "js"
    said = b"\n".join(path.read_bytes() for path in static.glob("*.js"))
    said += (Path(streamlit.__file__).parent / "runtime" / "backend_operation_handler.py").read_bytes()
    for key, words in load_labels().items():
        if key.startswith("built_in."):
            pieces = re.split(r"\{\w+\}|Ctrl|⌘|apply|options?(?= available|\.)", words.en)
            assert all(piece.strip().encode() in said for piece in pieces), key


def test_no_words_of_a_record_are_touched(opened: Opened) -> None:
    """A quote that says what a button says stays as it is."""
    page = opened("/find?q=education&lang=ko")
    page.evaluate("""() => {
      const quote = document.createElement('p');
      quote.id = 'quote'; quote.textContent = 'No results'; quote.title = 'Clear all';
      document.querySelector('[data-testid=stHtml]').append(quote);
    }""")
    settled(page)
    assert page.evaluate("(q => [q.textContent, q.title])(document.getElementById('quote'))") == ["No results", "Clear all"]
