"""The whole way of adding a note in a real Chromium: from the queue to the pledge page that shows it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.barriers import barriers, out_of_sight
from tests.browser.conftest import UNWATCHED, Served, invitation, serve, stop
from tests.browser.test_sign_in import choose, fill
from tests.browser.waiting import settled, watched
from tests.samples.registers import folder
from widgets.parts.view import today

pytestmark = pytest.mark.xdist_group("adding-a-note")


@pytest.fixture(scope="module")
def curated(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A dashboard as `make curate` starts it, over small records of its own."""
    here = tmp_path_factory.mktemp("curate")
    records = folder(here)
    process, address = serve(records, here / "log.txt", REGISTER_CURATE="1", REGISTER_CURATOR="Kim Minji", **UNWATCHED)
    yield Served(address, records)
    stop(process)


@pytest.fixture
def page(browser: Browser, curated: Served) -> Iterator[Page]:
    """A browser that came by the address of the terminal."""
    context = watched(browser.new_context(viewport={"width": 1280, "height": 1400}, locale="en-GB"))
    page = context.new_page()
    page.goto(invitation(curated.records.parent / "log.txt"))
    assert "key=" not in page.url
    yield page
    context.close()


def test_an_address_of_the_terminal_opens_once_and_every_other_browser_reads(browser: Browser, curated: Served, page: Page) -> None:
    used = invitation(curated.records.parent / "log.txt")
    for address, may in ((used, True), (used, False), (f"{curated.address}/follow_through", False)):
        context = watched(browser.new_context(locale="en-GB"))
        other = context.new_page()
        other.goto(address)
        settled(other)
        assert other.get_by_text("Writing is open on this machine").count() == may
        assert other.get_by_text("open the address that “make curate” shows").count() == (not may)
        context.close()


def opens(page: Page, curated: Served, path: str) -> None:
    page.goto(curated.address + path)
    settled(page)


def test_from_the_queue_to_the_pledge_page(page: Page, curated: Served) -> None:
    opens(page, curated, "/follow_through?lang=en&queue=evidence&ledger=asks")
    page.get_by_role("radio", name="Never assessed").click()
    settled(page)
    assert "queue=never" in page.url
    page.get_by_role("link", name="Add a note on 2023, ¶ 2 (a)").click()
    settled(page)
    choose(page, "What was found", "partly done")
    fill(page, "Reason, in English", "The offices were opened <b>in Gwangju</b>.")
    assert "draft=" in page.url
    page.get_by_text("English only, Korean missing").click()
    settled(page)

    page.get_by_role("link", name="Method").click()
    settled(page)
    page.get_by_role("link", name="Follow-through").click()
    settled(page)
    page.get_by_role("button", name="Go on writing").click()
    settled(page)
    page.reload()
    settled(page)
    assert page.get_by_label("Reason, in English").input_value() == "The offices were opened <b>in Gwangju</b>."

    fill(page, "Which part is done, in English", "Gwangju alone.")
    assert page.get_by_role("button", name="Save the note").is_disabled()
    choose(page, "Evidence on record", "The city adopted an ordinance.")
    page.get_by_role("button", name="Save the note").click()
    settled(page)
    name = f"notes/2023-p2a/{today().isoformat()}.yaml"
    assert page.get_by_text(f"git add commitments/{name}").count() == 1
    assert "missing_translation: ko" in (curated.records / name).read_text(encoding="utf-8")
    assert "draft=" not in page.url

    page.get_by_role("link", name="Offices", exact=True).click()
    settled(page)
    assert "/pledge?" in page.url
    assert page.get_by_text("The offices were opened <b>in Gwangju</b>.").count() == 1
    opens(page, curated, "/pledge?lang=ko&id=offices")
    assert page.get_by_text("(번역 없음)").count() >= 1


def test_what_was_chosen_is_the_same_in_the_other_language(page: Page, curated: Served) -> None:
    opens(page, curated, "/follow_through?lang=en&note=2024-c1a")
    choose(page, "What was found", "no evidence found")
    choose(page, "Languages you searched in", "Korean")
    page.get_by_text("ordinances and resolutions", exact=True).click()
    settled(page)
    page.get_by_role("button", name="Add a new source").click()
    settled(page)
    choose(page, "Grade", "independent source")
    choose(page, "How that was judged", "research")
    choose(page, "Confidence", "medium confidence")
    for language in ("한국어", "English", "한국어"):
        page.get_by_role("radio", name=language).click()
        settled(page)
    assert page.get_by_role("combobox", name="이행 상황 판단").input_value() == "근거 미확인"
    assert page.get_by_text("남은 언어와 자료: 영어, 포럼·해당 기관 누리집, 언론, 유엔·연합체").count() == 2
    assert page.get_by_role("checkbox", name="조례·결의 등 법규").is_checked()
    assert page.get_by_role("combobox", name="등급 판단 이유").input_value() == "연구"
    assert page.get_by_role("combobox", name="신뢰도").input_value() == "신뢰도 보통"
    choose(page, "자료 등급", "자체 발표")
    page.get_by_role("radio", name="English").click()
    settled(page)
    assert page.get_by_role("combobox", name="What was found").input_value() == "no evidence found"
    assert page.get_by_role("checkbox", name="ordinances and resolutions").is_checked()
    assert not page.get_by_role("checkbox", name="press").is_checked()
    assert page.get_by_text("How that was judged: it does not fit the grade of this source.").count() == 1
    assert not barriers(page)
    assert not out_of_sight(page)
    assert page.get_by_role("combobox", name="Confidence").input_value() == "medium confidence"


def test_writing_outlives_a_short_loss_of_connection(page: Page, curated: Served) -> None:
    opens(page, curated, "/follow_through?lang=en&note=2024-c1a")
    fill(page, "Reason, in English", "Before the line went.")
    page.context.set_offline(True)
    page.get_by_label("Reason, in Korean").fill("끊긴 동안 적은 말이다.")
    page.wait_for_timeout(4000)
    page.context.set_offline(False)
    page.wait_for_timeout(4000)
    page.keyboard.press("Tab")
    settled(page)
    assert page.get_by_label("Reason, in English").input_value() == "Before the line went."
    assert page.get_by_label("Reason, in Korean").input_value() == "끊긴 동안 적은 말이다."
    page.reload()
    settled(page)
    assert page.get_by_label("Reason, in Korean").input_value() == "끊긴 동안 적은 말이다."


@pytest.mark.parametrize("path", ["/follow_through?lang=ko", "/follow_through?lang=en&note=2024-c1a"])
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_the_desk_is_accessible_and_nothing_leaves_the_server(browser: Browser, curated: Served, path: str, dark: bool, width: int) -> None:
    context = watched(browser.new_context(viewport={"width": width, "height": 900}, color_scheme="dark" if dark else "light"))
    page, elsewhere = context.new_page(), []
    page.on(
        "request",
        lambda request: (
            elsewhere.append(request.url)
            if not request.url.startswith((curated.address, "data:", "blob:", curated.address.replace("http", "ws")))
            else None
        ),
    )
    page.goto(invitation(curated.records.parent / "log.txt"))
    opens(page, curated, path)
    if "note=" in path:
        page.get_by_role("button", name="Add a new source").click()
        settled(page)
    found = barriers(page)
    assert not found, "\n".join(found)
    assert not out_of_sight(page)
    assert elsewhere == []
    context.close()
