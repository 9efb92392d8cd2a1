"""Pictures for other sites: shown by those that may and by no other, without a script, and what is wrong in a sentence."""

from __future__ import annotations

import datetime as dt
import html
import json
import re
from pathlib import Path

import httpx
import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware

from tests.samples.apart import apart
from tests.samples.registers import edited, folder, say
from tests.widgets.server.running.test_starting import ran
from widgets.parts.view import today
from widgets.pictures import elsewhere
from widgets.server import door
from widgets.server.embedding import ROUTES
from widgets.server.headers import SecurityHeaders

SITES = "https://www.gwangju.go.kr https://example.org:8443"


def get(path: str, headers: dict[str, str] | None = None, **params: str | list[str]) -> httpx.Response:
    async def asked() -> httpx.Response:
        app = Starlette(routes=[*ROUTES, *door.ROUTES], middleware=[Middleware(SecurityHeaders), Middleware(door.Door)])
        async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://register") as client:
            return await client.get(path, params=params or None, headers={"accept": "text/html", **(headers or {})})

    return apart(asked())


@pytest.fixture
def allowed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REGISTER_EMBED", SITES)


def text(answer: httpx.Response) -> str:
    found = re.search(r"<main>(.*)</main>", answer.text, re.DOTALL)
    assert found
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", found[1])).split())


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_it_is_off_unless_the_setting_names_who_may(lang: str) -> None:
    answer = get("/embed/standing", lang=lang)
    assert (answer.status_code, answer.text) == (404, say(lang)("embed.off") + "\n")
    assert answer.headers["x-frame-options"] == "SAMEORIGIN"


@pytest.mark.usefixtures("allowed")
@pytest.mark.parametrize("lang", ["en", "ko"])
@pytest.mark.parametrize(
    ("path", "page"),
    [
        ("/embed/recurrence?theme=peace&order=long", "pledges?theme=peace&order=long"),
        ("/embed/standing?", "?"),
        ("/embed/timeline?theme=poverty&years=2014-2024&show=pledges", "timeline?theme=poverty&show=pledges&years=2014-2024"),
        ("/embed/through?id=human-rights-education", "pledge?id=human-rights-education"),
        ("/embed/measure?id=campaign", "pledge?id=10-100-1000-campaign&part=numbers"),
        ("/embed/measure?id=gwangju-indicators&city=gwangju", "city?id=gwangju"),
    ],
)
def test_a_picture_is_a_page_without_a_script_for_the_sites_that_may(path: str, page: str, lang: str) -> None:
    answer = get(f"{path}&lang={lang}&on=2026-11-21")
    assert answer.status_code == 200, answer.text[-300:]
    policy = answer.headers["content-security-policy"]
    assert f"frame-ancestors 'self' {SITES}" in policy
    assert "default-src 'none'" in policy
    assert "script-src" not in policy
    assert "x-frame-options" not in answer.headers
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "<script" not in answer.text
    assert re.findall(r"<div class='picture (\w+)'><svg", answer.text) == ["desk", "tablet", "phone"]
    there = html.unescape(re.findall(r"<a href='([^']+)' target='_blank' rel='noopener'>", answer.text)[0])
    assert there.startswith(f"http://register/{page}")
    assert there.endswith(f"lang={lang}&on=2026-11-21")
    assert 'viewBox="40 0 328 ' in answer.text, "the drawing for a phone begins at its top"
    assert "<table" in answer.text
    date = say(lang).date(dt.date(2026, 11, 21))
    assert date in text(answer)


@pytest.mark.usefixtures("allowed")
def test_a_filter_stands_in_the_title_and_a_moving_day_is_today() -> None:
    answer = get("/embed/recurrence?theme=peace&lang=en")
    assert re.search(r"<h1>Peace: \d+ of \d+ pledges", answer.text)
    assert say("en").date(today()) in text(answer)
    assert "on=" not in answer.text.partition("<main>")[2]


@pytest.mark.usefixtures("allowed")
@pytest.mark.parametrize(
    ("path", "status", "words"),
    [
        ("/embed/pie", 404, "There is no picture “pie”. There are: recurrence, standing, timeline, through, measure."),
        ("/embed/%3Cscript%3E", 404, "There is no picture “<script>”."),
        ("/embed/through", 400, "/embed/through?id=human-rights-education"),
        ("/embed/through?id=none", 404, "Nothing with the id “none” is on record on"),
        ("/embed/through?id=a&id=b", 404, "“a, b”"),
        ("/embed/measure?id=<b>", 404, "“<b>”"),
        ("/embed/standing?theme=peace", 400, "theme=peace"),
        ("/embed/recurrence?theme=war", 400, "theme=war"),
        ("/embed/timeline?years=1999-2000", 400, "years=1999-2000"),
        ("/embed/standing?on=yesterday", 400, "as in 2024-10-11"),
        ("/embed/standing?on=2011-05-01", 404, "No declaration on record had been adopted by 1 May 2011"),
    ],
)
def test_what_is_wrong_is_a_sentence_that_the_site_may_show(path: str, status: int, words: str) -> None:
    answer = get(path + ("&" if "?" in path else "?") + "lang=en")
    assert answer.status_code == status
    assert words in text(answer)
    assert "<script" not in answer.text
    assert "frame-ancestors 'self' https://www.gwangju.go.kr" in answer.headers["content-security-policy"]


@pytest.mark.usefixtures("allowed")
def test_whoever_has_the_picture_already_is_told_so() -> None:
    first = get("/embed/standing?lang=en&on=2026-11-21")
    again = get("/embed/standing?lang=en&on=2026-11-21", {"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert "frame-ancestors" in again.headers["content-security-policy"]
    assert get("/embed/standing?lang=ko&on=2026-11-21").headers["etag"] != first.headers["etag"]


@pytest.mark.usefixtures("allowed")
def test_a_title_with_markup_stays_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    payload = "<img src=x onerror=alert(1)> &amp; </style><script>alert(1)</script>"
    records = folder(tmp_path, edited("pledges/offices.yaml", "{en: Offices,", "{en: " + json.dumps(payload) + ","))
    monkeypatch.setenv("REGISTER_RECORDS", str(records))
    for path in ("/embed/through?id=offices", "/embed/recurrence?", "/embed/timeline?show=pledges"):
        answer = get(f"{path}&lang=en")
        assert answer.status_code == 200
        assert "<img" not in answer.text
        assert "<script" not in answer.text
        assert "</style>" in answer.text
        assert answer.text.count("</style>") == 1
        assert payload in html.unescape(answer.text)


@pytest.mark.parametrize(
    ("given", "sound"),
    [
        ("", True),
        (SITES, True),
        ("https://*.gwangju.go.kr http://intra", True),
        ("www.gwangju.go.kr", False),
        ("https://example.org/path", False),
        ("https://example.org/", False),
        ("*", False),
        ("https://example.org; script-src *", False),
        ("https://example.org,https://example.com", False),
        ("'self'", False),
        ("https://ex\nample.org", False),
    ],
)
def test_a_setting_that_names_no_sites_is_refused(given: str, sound: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REGISTER_EMBED", given)
    assert (elsewhere.refusal() == "") is sound, elsewhere.refusal()


def test_the_server_does_not_start_with_a_wrong_setting_and_says_why() -> None:
    ended = ran("-c", "import dashboard", REGISTER_EMBED="example.org")
    assert ended.returncode != 0
    assert "The register does not start: REGISTER_EMBED names “example.org”, which is no site." in ended.stderr
    assert "Traceback" not in ended.stderr
