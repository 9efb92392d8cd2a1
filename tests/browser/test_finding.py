"""The whole way in a real browser: a question, a filter, a commitment, its citation; and a list to take along."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Page, expect

from models.labels import load_labels
from tests.browser.conftest import Opened, query
from tests.browser.waiting import settled

pytestmark = pytest.mark.xdist_group("browser")


def heading(page: Page) -> str:
    return page.locator("h1.title").inner_text().replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("lang", "asked", "choice", "ledger", "standing"),
    [
        ("en", "What did we promise about human rights education?", "Promises", "promises", "Standing as of"),
        ("ko", "인권교육에 대해 무엇을 약속했나요?", "약속", "promises", "이행 상황"),
    ],
)
def test_from_a_question_to_a_citation(opened: Opened, lang: str, asked: str, choice: str, ledger: str, standing: str) -> None:
    page = opened(f"/find?lang={lang}")
    everything = heading(page)
    box = page.get_by_role("textbox", name=re.compile("Search|검색"))
    box.fill(asked)
    box.press("Enter")
    settled(page)
    assert query(page)["q"] == [asked]
    asked_for = heading(page)
    assert asked_for != everything
    group = page.locator(".st-key-find-layout [data-testid=stButtonGroup]").filter(has_text=re.compile("Ledger|유형")).first
    group.get_by_role("button", name=re.compile(f"^{choice}")).first.click()
    settled(page)
    assert query(page)["ledger"] == [ledger]
    narrowed = heading(page)
    assert narrowed != asked_for
    page.go_back()
    settled(page)
    assert "ledger" not in query(page)
    assert heading(page) == asked_for
    page.go_forward()
    settled(page)
    assert heading(page) == narrowed
    page.locator("article.hit h3 a").first.click()
    settled(page)
    assert "/commitment?" in page.url
    assert query(page)["lang"] == [lang]
    id_ = query(page)["id"][0]
    code = page.locator(".st-key-citation-" + lang + " code")
    expect(code).to_contain_text(f"/commitment?id={id_}")
    expect(code).to_contain_text(standing)
    copy = load_labels()["built_in.copy"][lang]
    assert page.locator(".st-key-citation-" + lang).get_by_role("button", name=copy).count() == 1


def test_a_list_of_choices_keeps_its_choice_while_the_counts_change(opened: Opened) -> None:
    page = opened("/find?lang=en")
    theme = page.get_by_role("combobox", name="Theme")
    # A list that the click itself scrolls into view is closed again by the scrolling.
    theme.scroll_into_view_if_needed()
    page.wait_for_timeout(300)
    theme.click()
    page.keyboard.type("Climate")
    page.get_by_role("option", name=re.compile(r"^Climate and environment \(\d+\)")).first.click()
    settled(page)
    assert query(page)["theme"] == ["climate"]
    page.keyboard.press("Escape")
    box = page.get_by_role("textbox", name="Search")
    box.fill("infectious disease")
    box.press("Enter")
    settled(page)
    assert query(page)["theme"] == ["climate"]
    assert query(page)["q"] == ["infectious disease"]
    page.reload()
    settled(page)
    assert query(page)["theme"] == ["climate"]
    expect(page.get_by_text(re.compile("^Climate and env")).first).to_be_visible()
    page.get_by_role("link", name="Clear all").first.click()
    settled(page)
    assert "theme" not in query(page)
    assert "q" not in query(page)
    assert heading(page).startswith("All ")
    expect(box).to_have_value("")


def test_pages_of_a_list_and_a_filter_that_goes_back_to_the_first(opened: Opened) -> None:
    page = opened("/find?lang=en")
    first = page.locator("article.hit h3").first.inner_text()
    page.get_by_role("link", name=re.compile("^Next 20")).click()
    settled(page)
    assert query(page)["page"] == ["2"]
    assert page.locator("article.hit h3").first.inner_text() != first
    page.locator(".st-key-find-layout [data-testid=stButtonGroup]").filter(has_text="Ledger").first.get_by_role(
        "button", name=re.compile("^Hopes")
    ).first.click()
    settled(page)
    assert "page" not in query(page)


def test_a_second_choice_in_a_list_whose_counts_have_changed_keeps_the_first(opened: Opened) -> None:
    page = opened("/find?theme=networks&lang=en")
    page.locator(".st-key-find-layout [data-testid=stButtonGroup]").filter(has_text="Ledger").first.get_by_role(
        "button", name=re.compile("^Hopes")
    ).first.click()
    settled(page)
    page.get_by_role("combobox", name=re.compile("^Theme|Theme$")).first.click()
    page.keyboard.type("Participation")
    page.keyboard.press("Enter")
    settled(page)
    assert query(page)["theme"][0] == "networks"
    assert len(query(page)["theme"]) == 2
    assert all(" " not in theme for theme in query(page)["theme"])


def test_nothing_fits_and_one_click_helps(opened: Opened) -> None:
    page = opened("/find?q=education&ledger=hopes&theme=climate&lang=en")
    assert heading(page).startswith("None of the")
    page.get_by_role("link", name=re.compile("^Leave out")).first.click()
    settled(page)
    assert page.locator("article.hit").count() > 0
    assert "theme" not in query(page)


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_what_is_taken_along_is_what_is_on_the_screen(opened: Opened, tmp_path: Path, lang: str) -> None:
    page = opened(f"/find?q=migrants&lang={lang}")
    shown = page.locator("article.hit h3 a").evaluate_all("links => links.map(link => new URL(link.href).searchParams.get('id'))")
    with page.expect_download() as waiting:
        page.get_by_role("button", name=re.compile("XLSX")).click()
    waiting.value.save_as(tmp_path / "list.xlsx")
    sheet = load_workbook(tmp_path / "list.xlsx").worksheets[0]
    assert [row[-2] for row in sheet.iter_rows(min_row=2, values_only=True)] == shown


@pytest.mark.parametrize("lang", ["en", "ko"])
@pytest.mark.parametrize("asked", ["", "&q=education&theme=networks", "&q=climate&kind=note"])
def test_on_a_telephone_the_results_stand_above_the_filters(opened: Opened, asked: str, lang: str) -> None:
    page = opened(f"/find?lang={lang}{asked}", width=390, height=844)
    results, filters = page.locator("#find-results"), page.locator("#find-filters")
    assert (results.bounding_box() or {})["y"] < (filters.bounding_box() or {})["y"]


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_what_is_taken_along_says_what_stands_under_which_heading(opened: Opened, tmp_path: Path, lang: str) -> None:
    page = opened(f"/find?q=elderly&lang={lang}")
    counted = int(re.findall(r"\d+", heading(page))[0 if lang == "en" else 1])
    listed = page.locator("article.hit").count()
    assert 0 < counted < listed
    with page.expect_download() as waiting:
        page.get_by_role("button", name=re.compile("XLSX")).click()
    waiting.value.save_as(tmp_path / "list.xlsx")
    _, *rows = load_workbook(tmp_path / "list.xlsx").worksheets[0].iter_rows(values_only=True)
    said = load_labels()["find.held_said"][lang]
    assert [row[-1] == said for row in rows] == [True] * counted + [False] * (listed - counted)


CHOSEN = {
    "find": "theme=human-rights-education&theme=un-system&pledge=human-rights-in-local-practice&pledge=gwangju-agendas-2030&by=participants",
    "timeline": "theme=human-rights-education&theme=un-system",
    "declarations": "id=2024&theme=human-rights-education&pledge=human-rights-in-local-practice",
}
CUT = """() => [...document.querySelectorAll('.stMultiSelect [data-tag], .stMultiSelect [data-tag] > span[title], .stMultiSelect [data-testid=stMultiSelectTagsContainer], .st-key-masthead-day input')]
  .filter(each => each.clientWidth && (each.scrollWidth > each.clientWidth + 1 || each.scrollHeight > each.clientHeight + 1))
  .map(each => each.textContent || each.value)"""


@pytest.mark.parametrize("width", [1280, 1024, 360])
@pytest.mark.parametrize("lang", ["en", "ko"])
def test_what_is_chosen_in_a_filter_is_read_whole(opened: Opened, lang: str, width: int) -> None:
    for name, chosen in CHOSEN.items():
        page = opened(f"/{name}?lang={lang}&on=2024-10-11&{chosen}")
        page.set_viewport_size({"width": width, "height": 800})
        settled(page)
        tags = page.locator(".stMultiSelect [data-tag]:visible")
        expect(tags.first).to_be_visible()
        assert page.evaluate(CUT) == [], (name, width)


def test_what_was_read_of_a_question_can_be_taken_out_of_the_filter(opened: Opened) -> None:
    page = opened("/find?lang=en&q=overdue")
    assert re.match(r"3 of \d+ commitments fit", heading(page))
    tag = page.locator(".stMultiSelect [data-tag]:visible", has_text="overdue")
    expect(tag).to_have_count(1)
    tag.get_by_role("button").click(force=True)
    settled(page)
    assert "q" not in query(page)
    assert "due" not in query(page)
    assert heading(page).startswith("All ")
