"""A picture within a page: drawn for every width, read by mouse, finger and keyboard, and what it leads to or opens."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.barriers import out_of_sight
from tests.browser.conftest import Opened
from tests.browser.waiting import settled

PAGES = {"/?": 1, "/pledges?": 1, "/pledge?id=10-100-1000-campaign": 2, "/timeline?": 1, "/city?id=gwangju&part=city": 2}
"""Each page with pictures, and how many it has at least."""
WIDTHS = (360, 700, 768, 1024, 1280, 1920)
MEASURED = """() => [...document.querySelectorAll('.picture svg')].filter(svg => svg.checkVisibility()).map(svg => {
  const frame = svg.getBoundingClientRect(), scale = frame.width / svg.viewBox.baseVal.width;
  const texts = [...svg.querySelectorAll('text')].map(text => {
    const box = text.getBoundingClientRect();
    return {words: text.textContent, size: parseFloat(getComputedStyle(text).fontSize) * scale, l: box.left, r: box.right, t: box.top, b: box.bottom};
  });
  const outside = texts.filter(x => x.l < frame.left - 2 || x.r > frame.right + 2 || x.t < frame.top - 4 || x.b > frame.bottom + 4);
  const over = [];
  for (let i = 0; i < texts.length; i++) for (let j = i + 1; j < texts.length; j++) {
    const [a, b] = [texts[i], texts[j]], wide = Math.min(a.r, b.r) - Math.max(a.l, b.l), high = Math.min(a.b, b.b) - Math.max(a.t, b.t);
    if (wide > 1.5 && high > 0.45 * Math.min(a.b - a.t, b.b - b.t)) over.push(`${a.words} / ${b.words}`);
  }
  return {wide: frame.width, high: frame.height, least: Math.min(...texts.map(x => x.size)), outside: outside.map(x => x.words), over};
})"""


@pytest.mark.parametrize("lang", ["en", "ko"])
@pytest.mark.parametrize("path", PAGES)
def test_a_picture_is_there_at_every_width_and_all_of_it_can_be_read(opened: Opened, path: str, lang: str) -> None:
    page = opened(f"{path}&lang={lang}", width=WIDTHS[0], height=900)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        settled(page)
        found = page.evaluate(MEASURED)
        assert len(found) >= PAGES[path], width
        for picture in found:
            assert picture["wide"] > 0.85 * min(width - 32, 1840), width
            assert picture["least"] >= (11 if width == 360 else 12), width
            assert picture["outside"] == [], width
            assert picture["over"] == [], width
        assert not out_of_sight(page), width


def cell(page: Page, pledge: str, year: str) -> None:
    page.locator(f".picture [data-row='{pledge}'] [data-id='{year}']").click()
    settled(page)


@pytest.mark.parametrize("width", [1280, 1024, 360])
def test_what_was_chosen_opens_right_below_its_row_and_in_view(opened: Opened, width: int) -> None:
    page = opened("/pledges?lang=en", width=width, height=740)
    cell(page, "human-rights-education", "2024")
    words = page.locator("[class*='st-key-behind-']")
    expect(words.locator("blockquote q").first).to_be_visible()
    place = page.evaluate(
        """() => { const mark = document.querySelector('.picture .at.open').getBoundingClientRect();
        const words = document.querySelector('[class*=st-key-behind-]').getBoundingClientRect();
        return [words.top - mark.bottom, words.top, innerHeight]; }"""
    )
    assert 0 <= place[0] < 60, "right below the row"
    assert 0 <= place[1] < place[2], "in view"
    page.wait_for_timeout(600)
    assert page.locator(".picture svg").count() == 2, "the rows go on below"
    cell(page, "human-rights-education", "2024")
    expect(words).to_have_count(0)


def test_silence_says_so_when_it_is_chosen_and_strong_words_come_first(opened: Opened) -> None:
    page = opened("/pledges?lang=en", height=900)
    cell(page, "human-rights-education", "2023")
    expect(page.locator("[class*='st-key-behind-']")).to_contain_text("not mentioned")
    cell(page, "human-rights-in-local-practice", "2024")
    heads = page.locator("[class*='st-key-behind-'] .mention-head").all_inner_texts()
    order = ["promises", "urges", "asks", "hopes", "states", "records", "touches the topic only"]
    ranks = [next(rank for rank, word in enumerate(order) if head.startswith(word)) for head in heads]
    assert ranks == sorted(ranks)


def test_a_name_leads_to_its_pledge_without_loading_anew_and_back_leads_back(opened: Opened) -> None:
    page = opened("/pledges?lang=ko&theme=climate", height=900)
    page.evaluate("window.kept = true")
    finding = page.locator(".finding").first.inner_text()
    page.locator(".picture a.at").first.click()
    settled(page)
    assert "/pledge?" in page.url
    assert "lang=ko" in page.url
    assert page.evaluate("window.kept") is True, "the page was loaded anew"
    page.go_back()
    settled(page)
    assert page.url.endswith("/pledges?lang=ko&theme=climate")
    assert page.locator(".finding").first.inner_text() == finding


def test_a_part_of_a_bar_leads_to_exactly_those_commitments(opened: Opened) -> None:
    page = opened("/?lang=en", height=900)
    page.locator(".picture a.at[href*='ledger=promises'][href*='standing=done']").click()
    settled(page)
    assert re.search(r"/find\?.*standing=done", page.url)
    expect(page.locator("article.hit")).to_have_count(3)


@pytest.mark.parametrize("path", PAGES)
def test_the_keyboard_alone_reaches_and_reads_every_mark(opened: Opened, path: str) -> None:
    page = opened(f"{path}&lang=en", height=900)
    picture = page.locator(".picture").first
    assert picture.locator(".at[tabindex='0']").count() == 1, "one stop for the tab key"
    picture.locator(".at[tabindex='0']").focus()
    page.keyboard.press("Home")
    read = """() => { const at = document.activeElement, tip = [...document.querySelectorAll('.picture-tip')].find(each => !each.hidden);
      return [[...document.querySelectorAll('.picture')][0].contains(at) ? at.getAttribute('aria-label') : '', tip ? tip.innerText : '',
        at.getBoundingClientRect().top - document.querySelector('.picture').getBoundingClientRect().top]; }"""
    walked = []
    for _ in range(picture.locator(".at").count()):
        name, tip, _ = page.evaluate(read)
        assert name.split("\n")[0] in tip, name
        assert name
        walked.append(page.evaluate("[...document.querySelector('.picture').querySelectorAll('.at')].indexOf(document.activeElement)"))
        page.keyboard.press("ArrowRight")
    assert walked == list(range(len(walked))), "every mark, each once"
    page.keyboard.press("Home")
    _, _, before = page.evaluate(read)
    page.keyboard.press("ArrowDown")
    _, _, below = page.evaluate(read)
    assert below > before or path.startswith(("/pledge?", "/city?")), "one row has nothing below it"
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Escape")
    assert page.locator(".picture-tip:visible").count() == 0


def test_a_finger_reads_what_it_taps(opened: Opened) -> None:
    page = opened("/pledges?lang=en", width=360, height=740)
    mark = page.locator(".picture [data-row='human-rights-education'] [data-id='2020']")
    mark.dispatch_event("click")
    settled(page)
    expect(page.locator("[class*='st-key-behind-'] blockquote").first).to_be_visible()


def test_a_picture_turns_dark_with_the_page(opened: Opened) -> None:
    page = opened("/pledges?lang=en")
    ink = "getComputedStyle(document.querySelector('.picture svg text')).fill"
    light = page.evaluate(ink)
    page.emulate_media(color_scheme="dark")
    settled(page)
    assert page.evaluate(ink) != light


@pytest.mark.parametrize("path", ["/timeline?", "/pledge?id=10-100-1000-campaign"])
def test_an_axis_that_can_be_zoomed_is_fetched_only_when_asked_for(opened: Opened, path: str) -> None:
    page = opened(f"{path}&lang=en", height=900)
    assert page.locator(".js-plotly-plot").count() == 0
    page.get_by_text("Explore along the calendar").first.click()
    page.wait_for_selector(".js-plotly-plot .scatterlayer")
    settled(page)
    assert page.locator(".js-plotly-plot").count() == 1
