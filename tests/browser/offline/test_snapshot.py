"""A snapshot from a disk, in Chromium: nothing is asked of anybody, it can be searched by keyboard in both languages, and it prints."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.exports.snapshot.reading import of_real_records
from tests.samples.registers import LATEST, real, say

pytestmark = pytest.mark.xdist_group("snapshot")


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> str:
    path: Path = tmp_path_factory.mktemp("stick") / "snapshot.html"
    path.write_bytes(of_real_records())
    return path.as_uri()


class Stick:
    """The file opened, with everything that the browser asked for or complained of."""

    def __init__(self, context: BrowserContext, file: str) -> None:
        self.context, self.file = context, file
        self.asked: list[str] = []
        self.said: list[str] = []
        context.on("request", lambda request: self.asked.append(request.url))
        self.page: Page = context.new_page()
        self.page.on("console", lambda message: self.said.append(message.text))
        self.page.on("pageerror", lambda error: self.said.append(str(error)))
        self.page.goto(file)

    @property
    def outside(self) -> list[str]:
        return [url for url in self.asked if url != self.file and not url.startswith("data:")]

    def found(self) -> str:
        return str(self.page.locator("#found").text_content())

    def look_for(self, words: str) -> str:
        """What is said of a search once it has been made."""
        self.page.keyboard.press("/")  # typed into the field where that has the focus already, and gone with what is there
        self.page.keyboard.press("ControlOrMeta+a")
        self.page.keyboard.type(words)
        self.page.keyboard.press("Enter")
        return self.found()


@pytest.fixture
def stick(browser: Browser, file: str) -> Iterator[Stick]:
    context = browser.new_context(locale="en-GB", viewport={"width": 1280, "height": 800})
    yield Stick(context, file)
    context.close()


def test_it_asks_for_nothing_searches_by_keyboard_and_shows_the_language_that_has_the_words(stick: Stick) -> None:
    page = stick.page
    assert page.evaluate("document.fonts.ready.then(() => [...document.fonts].filter((font) => font.status === 'loaded').length)") >= 2
    first, upper = stick.look_for("human rights education"), stick.look_for("HUMAN RIGHTS EDUCATION")
    assert first.startswith("1 of ")
    assert first == upper
    every = int(first.removeprefix("1 of "))
    assert every > 10
    top = page.evaluate("scrollY")
    page.keyboard.press("Enter")
    assert stick.found() == f"2 of {every}"
    assert page.evaluate("scrollY") != top
    page.keyboard.press("Shift+Enter")
    page.keyboard.press("Shift+Enter")
    assert stick.found() == f"{every} of {every}"
    here = "[...CSS.highlights.get('here')][0]"
    assert page.evaluate(f"{here}.toString().toLowerCase()") == "human rights education"
    assert page.evaluate(f"(() => {{ const box = {here}.getBoundingClientRect(); return box.top > 0 && box.bottom < innerHeight; }})()")
    reason = next(note.reason["en"] for note in real().notes if note.reason["en"] and not real().is_set_aside(note))
    assert stick.look_for(reason[:60]).startswith("1 of ")  # in a folded entry, which is opened
    assert page.evaluate(f"{here}.startContainer.parentElement.closest('details').open")
    title = next(pledge.title["ko"] for pledge in real().pledges if pledge.id == "human-rights-education")
    found = stick.look_for(title)
    assert page.locator("#part-ko").is_visible()
    assert not page.locator("#part-en").is_visible()
    assert found.endswith("건 중 1번째")
    assert stick.look_for(title.replace(" ", "")) == found
    assert stick.look_for("zzzz") == say("ko")("snapshot.hits_none")
    page.keyboard.press("Escape")
    assert stick.found() == ""
    id_ = next(iter(real().commitment_by_id))
    page.evaluate(f"location.hash = 'en-{id_}'")  # a link into the other language shows it and unfolds what it leads to
    page.locator(f"#en-{id_} .inside").wait_for()
    assert stick.outside == []
    assert stick.said == []


def test_without_a_script_the_language_can_be_chosen_and_the_text_is_whole(browser: Browser, file: str) -> None:
    context = browser.new_context(java_script_enabled=False, locale="ko-KR")
    page = context.new_page()
    page.goto(file)
    assert not page.locator("#search").is_visible()
    assert page.locator("#part-en .adopted").last.is_visible()
    page.locator("#show-ko").check()
    assert page.locator("#part-ko .adopted").count() == len(real().provision_by_id)
    assert page.locator("#part-ko .adopted").last.is_visible()
    assert not page.locator("#part-en").is_visible()
    context.close()


def test_a_phone_has_room_for_it_it_follows_light_and_dark_and_prints_unfolded_and_light(browser: Browser, file: str) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740}, color_scheme="dark", locale="ko-KR")
    page = context.new_page()
    page.goto(file)
    ground = "getComputedStyle(document.body).backgroundColor"
    assert page.locator("h1:visible").inner_text() == say("ko")("snapshot.title", date=say("ko").date(LATEST))
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    assert page.evaluate(ground) == "rgb(14, 21, 28)"
    assert page.locator("#part-ko .picture.phone svg").first.is_visible()
    assert not page.locator("#part-ko .picture.desk").first.is_visible()
    page.emulate_media(color_scheme="light")
    assert page.evaluate(ground) == "rgb(255, 255, 255)"
    page.emulate_media(color_scheme="dark", media="print")
    assert page.evaluate(ground) == "rgb(255, 255, 255)"
    assert page.locator("#part-ko details.coded .inside").first.evaluate("element => element.getBoundingClientRect().height") > 0
    assert not page.locator(".bar").is_visible()
    context.close()
