"""Slides beside the pages: on the wall and as one file, named by what is in them; a sentence where there are none."""

from __future__ import annotations

import html
import re
from pathlib import Path
from urllib.parse import urljoin

import httpx
import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware

from tests.samples.apart import apart
from tests.samples.registers import say
from tests.samples.withheld import with_a_slip
from widgets.parts.view import today
from widgets.server import decks, door


def get(address: str, **headers: str) -> httpx.Response:
    async def asked() -> httpx.Response:
        app = Starlette(routes=decks.ROUTES, middleware=[Middleware(door.Door)])
        async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://register") as client:
            return await client.get(
                address, headers={"accept": "text/html", **{name.replace("_", "-"): value for name, value in headers.items()}}
            )

    return apart(asked())


def test_a_deck_is_named_by_what_is_in_it_and_not_sent_again() -> None:
    answer = get("/deck/forum?lang=ko")
    assert (answer.status_code, answer.headers["content-type"]) == (200, "text/html; charset=utf-8")
    assert "content-disposition" not in answer.headers
    again = get("/deck/forum?lang=ko", if_none_match=answer.headers["etag"])
    assert (again.status_code, again.content) == (304, b"")
    assert get("/deck/forum?lang=en", if_none_match=answer.headers["etag"]).status_code == 200
    assert f"http://register/deck/forum?lang=ko&amp;on={today().isoformat()}" in answer.text


def test_the_file_is_one_to_keep() -> None:
    answer = get("/deck/forum.html?lang=en&on=2024-12-31&slides=recurrence")
    assert answer.headers["content-disposition"] == 'attachment; filename="forum-en-2024-12-31.html"'
    assert answer.text.count("<section id=") < get("/deck/forum.html?lang=en&on=2024-12-31").text.count("<section id=")


def test_the_wall_leads_to_the_files_of_the_same_slides() -> None:
    links = re.findall(r"<a href='(\./[^']+)'", get("/deck/theme:poverty?lang=ko&on=2024-12-31&slides=standing").text)
    assert [urljoin("http://register/deck/theme:poverty", html.unescape(link)).partition("?")[0] for link in links] == [
        "http://register/deck/theme:poverty.pptx",
        "http://register/deck/theme:poverty.pdf",
        "http://register/deck/theme:poverty.html",
    ]
    answer = get(f"/deck/{html.unescape(links[0])}", accept_encoding="gzip")
    assert answer.headers["content-disposition"] == 'attachment; filename="theme-poverty-ko-2024-12-31.pptx"'
    assert answer.content.startswith(b"PK")
    assert get(f"/deck/{html.unescape(links[1])}").content.startswith(b"%PDF")


@pytest.mark.parametrize("lang", ["en", "ko"])
@pytest.mark.parametrize(
    ("address", "status", "why", "given"),
    [
        ("/deck/form?", 404, "unknown", "form"),
        ("/deck/theme:%3Cimg%3E?", 404, "unknown", "theme:<img>"),
        ("/deck/turn:2024-2023.html?", 404, "unknown", "turn:2024-2023"),
        ("/deck/forum?slides=recurrence,other&", 404, "slide", "other"),
        ("/deck/forum+theme:poverty?", 400, "not-narrowed", "forum"),
        ("/deck/city:gwangju+city:seoul?", 400, "subjects", ""),
        (f"/deck/forum?slides={'recurrence,' * 61}&", 400, "many", "61"),
        ("/deck/forum?on=1999-01-01&", 400, "", "1999-01-01"),
    ],
)
def test_what_is_not_to_be_had_is_said_in_a_sentence_with_ways_on(lang: str, address: str, status: int, why: str, given: str) -> None:
    answer = get(f"{address}lang={lang}")
    assert answer.status_code == status
    assert f"<html lang='{lang}'>" in answer.text
    assert say(lang)("deck.refused_title") in answer.text
    assert "../deck/forum?lang=" in answer.text
    if why == "subjects":
        return
    said = say(lang)(f"deck.refused_{why}", given=given, date=say(lang).date(today()), most=60) if why else given
    assert said.replace("<", "&lt;").replace(">", "&gt;") in answer.text


def test_the_scripts_stand_beside_the_decks_and_nothing_else_does() -> None:
    assert get("/deck/files/reveal/reveal.js").headers["content-type"].startswith(("application/javascript", "text/javascript"))
    assert get("/deck/files/../../../dashboard.py").status_code == 404


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_where_records_are_withheld_what_is_not_to_be_had_may_be_among_them(
    lang: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = html.escape(say(lang).count("frame.left_out", 1))
    assert told not in get(f"/deck/theme:atlantis?lang={lang}").text
    note = next(path.relative_to("commitments/notes").with_suffix("") for path in sorted(Path("commitments/notes").rglob("*.yaml")))
    monkeypatch.setenv("REGISTER_RECORDS", str(with_a_slip(tmp_path, str(note))))
    assert told in get(f"/deck/theme:atlantis?lang={lang}").text


def test_a_choice_of_which_a_slide_is_not_there_that_day_leads_on_without_it() -> None:
    answer = get("/deck/forum?slides=standing,measure&on=2012-01-01&lang=ko")
    assert answer.status_code == 404
    way = re.search(f"<a href='([^']*)'>{say('ko')('slides.without')}</a>", answer.text)
    assert way
    shown = get(urljoin("/deck/forum", html.unescape(way[1])))
    assert shown.status_code == 200
    assert "id='standing'" in shown.text or 'id="standing"' in shown.text
