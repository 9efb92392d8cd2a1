"""Files that readers hand in: looked at in one request, answered with the page that says what came of it."""

from __future__ import annotations

import io
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest
from pptx import Presentation
from starlette.applications import Starlette
from starlette.testclient import TestClient

from decks.sets import own
from decks.sets.own import Saved
from exports.deck import template
from models.texts.drafting.packed import unpacked
from models.texts.files.refusing import MOST_BYTES
from tests.pages.opening import opened, words
from tests.samples.registers import say
from widgets.server import handed_in

SAVED = Saved(set="theme:poverty+theme:health", slides=("known", "atlantis"), lang="ko", title="회의")
FAULTS = [
    (b"%PDF-1.7", "not-json"),
    (b'{"version": 2, "set": "forum"}', "version"),
    (b"{}", "other"),
    (b" " * 200_000, "too-big"),
]


def handed(given: bytes, query: str = "lang=en&on=2024-10-11&mine=forum/recurrence", name: str = "slides.json") -> dict[str, list[str]]:
    """Where the reader is led who hands in a file, as that address says it."""
    with TestClient(Starlette(routes=handed_in.ROUTES)) as client:
        answer = client.post(f"/handed-in/slides?{query}", files={"file": (name, given)}, follow_redirects=False)
    assert answer.status_code == 303
    where = urlsplit(answer.headers["location"])
    assert where.path == "../slides"
    return parse_qs(where.query)


def test_saved_slides_are_opened_as_they_were_and_ones_own_are_kept() -> None:
    assert handed(own.write(SAVED)) == {
        "lang": ["ko"],
        "mine": ["forum/recurrence"],
        "set": [SAVED.set],
        "slides": ["known,atlantis"],
        "title": ["회의"],
    }
    mine = Saved(set="own", slides=("quote:2024-c2a/words",), lang="en")
    assert handed(own.write(mine), "lang=ko&mine=forum/recurrence") == {"lang": ["en"], "set": ["own"], "mine": ["quote:2024-c2a/words"]}


@pytest.mark.parametrize(("given", "fault"), FAULTS, ids=[fault for _, fault in FAULTS])
def test_what_holds_no_slides_leads_back_with_the_reason(given: bytes, fault: str) -> None:
    assert handed(given) == {"lang": ["en"], "on": ["2024-10-11"], "mine": ["forum/recurrence"], "fault": [fault]}


def written(given: bytes, query: str) -> httpx.Response:
    with TestClient(Starlette(routes=handed_in.ROUTES)) as client:
        return client.post(f"/handed-in/template?{query}", files={"file": ("office.potx", given)}, follow_redirects=False)


def test_a_deck_is_written_into_the_template_of_an_office() -> None:
    answer = written(template.OWN.read_bytes(), "set=forum&slides=recurrence&lang=ko&on=2024-10-11&title=회의")
    assert answer.status_code == 200
    assert answer.headers["content-disposition"] == 'attachment; filename="forum-ko-2024-10-11.pptx"'
    shown = Presentation(io.BytesIO(answer.content))
    assert shown.slides[0].name == "recurrence"
    assert shown.core_properties.title == "회의"


def test_what_is_wrong_with_a_template_is_said_on_the_page_where_it_was_handed_in() -> None:
    narrow = Presentation(io.BytesIO(template.OWN.read_bytes()))
    narrow.slide_width = 6_858_000
    given = io.BytesIO()
    narrow.save(given)
    where = urlsplit(written(given.getvalue(), "set=forum&slides=recurrence&lang=en").headers["location"])
    said = parse_qs(where.query)
    assert said["fault"] == ["template_not_wide"]
    assert said["slides"] == ["recurrence"]
    page = words(opened("slides", "en", **{name: value[0] for name, value in said.items() if name != "lang"}))
    assert f"The slides of the template are {said['wide'][0]} × {said['high'][0]} cm, not 16:9." in page
    assert parse_qs(urlsplit(written(b"%PDF-1.7", "set=forum").headers["location"]).query)["fault"] == ["template_not_pptx"]
    assert "Location" in written(b"", "set=atlantis").headers


def test_no_file_is_said_too() -> None:
    with TestClient(Starlette(routes=handed_in.ROUTES)) as client:
        answer = client.post("/handed-in/slides", data={"file": ""}, follow_redirects=False)
    assert parse_qs(urlsplit(answer.headers["location"]).query) == {"fault": ["no-file"]}


def test_slides_that_no_address_can_hold_lead_back_with_the_reason() -> None:
    much = Saved(set="own", slides=("가" * 490,) * 60, lang="en")
    assert handed(own.write(much), "lang=ko") == {"lang": ["ko"], "fault": ["other"]}


def test_whoever_asks_for_the_address_of_a_file_is_led_to_the_slides() -> None:
    with TestClient(Starlette(routes=handed_in.ROUTES)) as client:
        for what in ("slides", "template"):
            answer = client.get(f"/handed-in/{what}?lang=ko&set=due", follow_redirects=False)
            assert answer.headers["location"] == "../slides?lang=ko&set=due"


def test_a_day_that_there_is_not_is_not_answered_for_today() -> None:
    answer = written(template.OWN.read_bytes(), "set=forum&lang=en&on=2999-01-01")
    assert answer.headers["location"] == "../slides?lang=en&on=2999-01-01&set=forum"


def read_as_draft(given: bytes, name: str, lang: str = "en") -> dict[str, str]:
    with TestClient(Starlette(routes=handed_in.ROUTES)) as client:
        answer = client.post(f"/handed-in/draft?lang={lang}", files={"file": (name, given)}, follow_redirects=False)
    assert answer.status_code == 200
    assert answer.headers["cache-control"] == "no-store"
    said: dict[str, str] = answer.json()
    return said


def test_a_draft_that_is_handed_in_comes_back_read() -> None:
    found = unpacked(read_as_draft(b"We commit ourselves to\n\n1. meet again.\n2. set up a fund.\n", "draft.txt")["read"])
    assert [part.text for part in found.provisions] == ["meet again.", "set up a fund."]


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_why_a_draft_is_not_read_is_a_sentence(lang: str) -> None:
    assert read_as_draft(b"", "draft.txt", lang) == {"refused": say(lang)("texts.refused_empty")}
    picture = read_as_draft(b"\xff\xd8\xff\xe0" + bytes(100), "draft.pdf", lang)
    assert picture == {"refused": say(lang)("texts.refused_picture", kind="JPEG")}


def test_no_file_and_a_file_that_is_too_big_are_sentences_too() -> None:
    with TestClient(Starlette(routes=handed_in.ROUTES)) as client:
        assert client.post("/handed-in/draft?lang=en", data={"file": ""}).json() == {"refused": say("en")("draft.no_file")}
    big = read_as_draft(bytes(MOST_BYTES + 20_000), "draft.txt")
    assert big == {"refused": say("en")("texts.refused_large", limit=str(MOST_BYTES // 1_000_000))}
