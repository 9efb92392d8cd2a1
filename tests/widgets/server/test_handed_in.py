"""Files that readers hand in: looked at in one request, answered with the page that says what came of it."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from decks.sets import own
from decks.sets.own import Saved
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


def test_no_file_is_said_too() -> None:
    with TestClient(Starlette(routes=handed_in.ROUTES)) as client:
        answer = client.post("/handed-in/slides", data={"file": ""}, follow_redirects=False)
    assert parse_qs(urlsplit(answer.headers["location"]).query) == {"fault": ["no-file"]}
