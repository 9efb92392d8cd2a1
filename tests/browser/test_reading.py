"""What a reader does in a real browser, on the real records."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Page, expect

from tests.browser.conftest import Opened, Served, query
from tests.browser.waiting import rewritten, settled

pytestmark = pytest.mark.xdist_group("browser")


def test_a_cold_deep_link_shows_the_frame_and_the_pledge(opened: Opened) -> None:
    page = opened("/pledge?id=human-rights-education&lang=ko")
    expect(page.get_by_role("link", name="한눈에 보기")).to_be_visible()
    expect(page.get_by_role("heading", level=1)).to_contain_text("인권교육")


def test_the_language_is_kept_from_page_to_page(opened: Opened) -> None:
    page = opened("/")
    page.get_by_role("radio", name="한국어").click()
    settled(page)
    assert query(page)["lang"] == ["ko"]
    for name in ("찾기", "의제 흐름", "연표", "선언문", "이행 점검", "도시별", "작성 기준"):
        page.get_by_role("link", name=name, exact=True).first.click()
        settled(page)
        assert query(page)["lang"] == ["ko"], name
        expect(page.get_by_role("link", name="한눈에 보기")).to_be_visible()


@pytest.mark.parametrize(
    ("path", "control"),
    [
        ("/pledges?on=2024-10-10&theme=networks", re.compile("how long|기간")),
        ("/find?on=2024-10-10&theme=networks", re.compile("Promises|약속")),
        ("/follow_through?on=2018-10-18&theme=networks&sort=standing", re.compile("^Never assessed|^미평가")),
    ],
)
def test_another_language_changes_no_filter_and_not_the_day(opened: Opened, path: str, control: re.Pattern[str]) -> None:
    """A drop-down answers in the words that it showed first; after a switch these are another language's."""
    page = opened(f"{path}&lang=ko")
    asked = {name: value for name, value in query(page).items() if name != "lang"}
    for language in ("English", "한국어", "English"):
        page.get_by_role("radio", name=language).click()
        settled(page)
        page.get_by_role("radio", name=control).or_(page.get_by_role("button", name=control)).first.click()
        settled(page)
        assert {name: value for name, value in query(page).items() if name in asked} == asked
    day = page.locator(".st-key-masthead-day input").input_value()
    assert "기준" not in day
    assert asked["on"][0][:4] in day


def test_a_filter_goes_into_the_address_and_comes_back_on_reload(opened: Opened) -> None:
    page = opened("/pledges?lang=en")
    before = page.locator("h2.finding").inner_text()
    page.get_by_role("combobox", name=re.compile("Theme")).click()
    page.get_by_role("option", name="Climate").first.click()
    settled(page)
    assert query(page)["theme"] == ["climate"]
    filtered = page.locator("h2.finding").inner_text()
    assert filtered != before
    page.reload()
    settled(page)
    assert page.locator("h2.finding").inner_text() == filtered
    page.go_back()
    settled(page)
    assert "theme" not in query(page)
    expect(page.locator("h2.finding")).to_have_text(before)


def test_the_chart_draws_what_fits_a_room_and_all_on_demand(opened: Opened) -> None:
    page = opened("/pledges?lang=en", height=900)
    shown = page.locator(".picture svg text")
    expect(shown.filter(has_text="Civic participation")).to_be_visible()
    expect(shown.filter(has_text="Ageism and old-age poverty")).to_have_count(0)
    expect(page.get_by_text("17 of 41 pledges shown")).to_be_visible()
    page.get_by_role("radio", name="all 41").click()
    settled(page)
    assert query(page)["rows"] == ["all"]
    expect(shown.filter(has_text="Ageism and old-age poverty")).to_be_attached()
    expect(page.get_by_text("17 of 41 pledges shown")).to_have_count(0)


def test_the_data_of_a_chart_opens_as_a_table(opened: Opened) -> None:
    page = opened("/pledges?lang=en")
    expect(page.locator("table caption")).to_have_count(0)
    page.get_by_text("The data of this chart as a table").click()
    settled(page)
    table = page.locator("table", has=page.locator("caption")).last
    expect(table.locator("tbody tr")).to_have_count(41)
    expect(table.get_by_role("link", name="Human rights education")).to_be_visible()


def test_an_unknown_id_is_said_and_the_others_are_offered(opened: Opened) -> None:
    page = opened("/pledge?id=no-such-pledge&lang=en")
    expect(page.get_by_text("There is no pledge “no-such-pledge”")).to_be_visible()
    assert page.get_by_role("link").count() > 15
    page = opened("/declarations?id=1999&lang=en")
    expect(page.get_by_text("No declaration “1999” is on record")).to_be_visible()
    assert page.get_by_text("2024").count() > 0


def test_a_broken_record_is_a_banner_and_the_rest_is_served(opened: Opened, served_copy: Served) -> None:
    path = served_copy.records / "declarations" / "2024.yaml"
    whole = path.read_text(encoding="utf-8")
    assert "force: undertakes" in whole
    try:
        rewritten(path, whole.replace("force: undertakes", "force: undertaken", 1))
        page = opened("/declarations?id=2024&lang=en", address=served_copy.address)
        expect(page.get_by_text("1 record or whole file of records is not shown")).to_be_visible()
        page.get_by_text("What is wrong and where").click()
        expect(page.get_by_text("“undertaken” is not allowed")).to_be_visible()
        page = opened("/method?lang=ko", address=served_copy.address)
        expect(page.get_by_text("기록 또는 파일 1건에 오류가 있어")).to_be_visible()
    finally:
        rewritten(path, whole)


def test_markup_in_a_record_is_shown_as_text_everywhere(opened: Opened, served_copy: Served) -> None:
    evil = '<img src=x onerror="window.pwned=1"><a href="https://example.org">x</a> **bold** ![](https://example.org/p.png) :smile:'
    path = served_copy.records / "pledges" / "10-100-1000-campaign.yaml"
    whole = path.read_text(encoding="utf-8")
    try:
        lines = whole.split("\n")
        start = next(i for i, line in enumerate(lines) if line.startswith("title:"))
        end = next(i for i, line in enumerate(lines[start + 1 :], start + 1) if line and not line.startswith(" "))
        lines[start:end] = ["title:", f"  en: 'Evil {evil}'", f"  ko: '나쁜 {evil}'"]
        rewritten(path, "\n".join(lines))
        for address in (
            "/",
            "/pledges",
            "/pledge?id=10-100-1000-campaign",
            "/pledge?id=human-rights-education",
            "/timeline",
            "/declarations?id=2024",
            "/follow_through",
        ):
            page = opened(address, address=served_copy.address)
            requests: list[str] = []
            page.on("request", lambda request, seen=requests: seen.append(request.url))
            page.mouse.move(640, 400)
            page.wait_for_timeout(300)
            assert page.evaluate("window.pwned") is None, address
            assert page.locator("img[src='x'], img[src*='example.org'], a[href*='example.org']").count() == 0, address
            assert not [url for url in requests if "example.org" in url], address
    finally:
        rewritten(path, whole)


def test_a_chart_can_be_taken_along_large_enough_for_a_slide(opened: Opened) -> None:
    page = opened("/pledges?lang=ko", height=900)
    with page.expect_download() as download:
        page.get_by_role("button", name="발표용 그림(PNG)").first.click()
    image = Image.open(io.BytesIO(Path(download.value.path()).read_bytes()))
    assert image.width >= 3840
    with page.expect_download() as download:
        page.get_by_role("button", name="편집용 그림(SVG)").first.click()
    svg = Path(download.value.path()).read_text(encoding="utf-8")
    assert svg.startswith(("<svg", "<?xml"))
    assert "의제" in svg


def test_the_chart_is_there_for_who_cannot_see_it(opened: Opened) -> None:
    page = opened("/pledges?lang=en", height=900)
    picture = page.locator(".picture svg").first
    assert "pledges return" in (picture.get_attribute("aria-label") or "")
    assert "2011" in (picture.locator("desc").first.text_content() or "")
    page.get_by_text("The data of this chart as a table").click()
    expect(page.locator("[data-testid='stExpander'] table.ours")).to_be_visible()


# parts of a page that open: short to look at, opened by the keyboard alone, found open by a link, and printed whole ----

DRAWN = "element => element.checkVisibility() ? element.getBoundingClientRect().height : 0"


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
