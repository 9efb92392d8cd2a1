"""Runs the cases of the door (tests/cases/door.yaml): addresses, previews of links, days that are asked for, withheld records."""

from __future__ import annotations

import datetime as dt
import html
import io
import json
import re
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import httpx
import pytest
import yaml
from docx import Document
from openpyxl import load_workbook
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles
from streamlit.web.server.starlette.starlette_static_routes import create_streamlit_static_assets_routes

import curate
from exports import commitments, dataset, found_list
from exports.brief import docx, pdf
from exports.queue import queue_csv
from models.brief.facts import Kind, Subject
from models.brief.gathering import brief
from models.records import days
from models.records.days import FIRST_DAY, Refused
from models.register.queues import Queue, queue
from tests.pages.opening import markup, opened, words
from tests.samples.apart import apart
from tests.samples.registers import ROOT, TODAY, edited, loaded, real, say
from widgets.server import data, door
from widgets.server.headers import SecurityHeaders

CASES: dict[str, list[dict[str, Any]]] = yaml.safe_load((Path(__file__).parent / "door.yaml").read_text(encoding="utf-8"))


def cases(name: str) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("case", CASES[name], ids=lambda case: str(case.get("given")))


@cache
def _app() -> Starlette:
    """The server as dashboard.py puts it together, with Streamlit's own last route and without its sessions."""
    fonts = Mount("/fonts", StaticFiles(directory=ROOT / "static" / "fonts"), name="fonts")
    routes = [fonts, *data.ROUTES, *door.ROUTES, *create_streamlit_static_assets_routes(base_url=None)]
    return Starlette(routes=routes, middleware=[Middleware(SecurityHeaders), Middleware(door.Door)])


def ask(address: str, method: str = "GET", browser: str = "", accept: str = "*/*") -> httpx.Response:
    """What the server answers, redirects not followed; the address is sent as it stands."""
    path, _, query = address.partition("?")
    raw = (path + (f"?{query}" if query else "")).encode()
    url = httpx.URL(scheme="http", host="register.example", raw_path=raw)

    async def asked() -> httpx.Response:
        async with httpx.AsyncClient(transport=httpx.ASGITransport(_app())) as client:
            return await client.request(method, url, headers={"accept-language": browser, "accept": accept})

    return apart(asked())


# addresses -------------------------------------------------------------------------------------------------------


@cases("addresses")
def test_an_address_leads_where_the_book_says(case: dict[str, Any]) -> None:
    answer = ask(case["given"], case.get("method", "GET"), case.get("browser", ""), case.get("accept", "*/*"))
    assert answer.status_code == case["status"]
    assert "default-src 'self'" in answer.headers["content-security-policy"]
    if "sent_to" in case:
        assert answer.headers["location"] == case["sent_to"]
    if case.get("empty"):
        assert answer.content == b""
        assert int(answer.headers["content-length"]) > 1000, "the headers are those of the whole page"
    if case.get("program"):
        assert answer.headers["content-type"].startswith("text/plain")
    if "lang" in case:
        _is_a_page_of_ours(case, answer)


def _is_a_page_of_ours(case: dict[str, Any], answer: httpx.Response) -> None:
    lang, text = case["lang"], answer.text
    found = re.search(r"<html lang=['\"](\w+)['\"]", text)
    assert found
    assert found[1] == lang
    assert answer.headers["vary"] == "Accept-Language"
    assert not re.search(r"(?:src|href|url\()=?['\"]?(?:https?:)?//", text), "nothing is fetched from elsewhere"
    if case.get("never_says"):
        assert case["never_says"] not in text
    if answer.status_code == 404:
        assert say(lang)("door.wrong_title") in text
        assert "<script" not in text
        links = [html.unescape(link) for link in re.findall(r"<a href='([^']*)'", text)]
        for offered in case.get("offers", []):
            assert any(link == offered or link.startswith(f"{offered}?") for link in links), (offered, links)


def test_what_pages_are_made_of_is_fetched_early_and_is_there() -> None:
    page = door.shell.page(say("en"), "", "", "")
    links = re.findall(r'<link rel="modulepreload" crossorigin fetchpriority="low" href="\./static/js/([^"]+)">', page)
    assert {name.partition(".")[0] for name in links} >= {"Html", "ButtonGroup", "Multiselect", "BidiComponent"}
    for name in links:
        assert (door.shell.INDEX.parent / "static" / "js" / name).is_file(), name
    assert page.index("./door/around.js") < page.index('<script type="module"'), "it says where Streamlit is served before that asks"


def test_a_part_of_streamlit_that_has_another_name_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(door.shell, "_PARTS", ("Html", "Bidi"))
    with pytest.raises(ValueError, match="of Html, Bidi it has Html"):
        door.shell._early()


def test_a_page_that_is_missing_from_streamlit_stops_the_server(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A new Streamlit with another index page is a clear error, never a page without its parts."""
    other = tmp_path / "index.html"
    other.write_text("<html><head><title>Something</title></head></html>", encoding="utf-8")
    monkeypatch.setattr(door.shell, "INDEX", other)
    door.shell._around_title.cache_clear()
    try:
        with pytest.raises(ValueError, match="index page has changed"):
            door.shell.page(say("en"), "", "", "")
    finally:
        door.shell._around_title.cache_clear()


def test_without_a_script_or_a_connection_both_languages_are_there_and_the_way_to_the_data() -> None:
    for lang in ("en", "ko"):
        text = html.unescape(ask(f"/pledges?lang={lang}").text)
        for part in (text[text.index("<noscript>") : text.index("</noscript>")], text[text.index("<div id='door'") :]):
            assert "./data/register.json" in part
            assert "./data/commitments.csv?lang=ko" in part
        for key in ("scriptless", "refused", "lost"):
            assert all(say(each)(f"door.{key}_title") in text for each in ("en", "ko"))
        assert "You need to enable JavaScript" not in text


# previews --------------------------------------------------------------------------------------------------------


def _named(what: str, lang: str) -> tuple[str, str]:
    """The title of a record, and some of what is said of it."""
    kind, id_ = what.removeprefix("the ").split()
    if kind == "pledge":
        pledge = real().pledge_by_id[id_]
        return pledge.title[lang], pledge.object[lang]
    if kind == "commitment":
        commitment = real().commitment_by_id[id_]
        return f"{say(lang).place(id_)}: {commitment.summary[lang]}", commitment.quote
    if kind == "body":
        return (real().body_by_id[id_].name[lang],) * 2
    declaration = real().declaration_by_id[id_]
    return declaration.title[lang], say(lang).date(declaration.adopted)


@cases("previews")
def test_a_link_is_called_what_the_book_says(case: dict[str, Any]) -> None:
    text = ask(case["given"]).text
    lang = "ko" if "lang=ko" in case["given"] else "en"
    title = html.unescape(re.findall(r"<title>(.*?)</title>", text, re.DOTALL)[0])
    meta = {name: html.unescape(words) for name, words in re.findall(r'<meta property="og:([\w:]+)" content="([^"]*)">', text)}
    assert meta["title"] == title
    assert title.endswith(say(lang)("frame.product_short"))
    assert meta["url"] == f"http://register.example{html.unescape(case['given'])}"
    assert meta["site_name"] == case.get("site", say(lang)("frame.product"))
    assert meta["locale"] == case.get("locale", meta["locale"])
    if "names" in case:
        named, told = _named(case["names"], lang)
        assert title.startswith(f"{named} · ")
        assert told in meta["description"]
    else:
        assert title == case.get("title", title)
        assert meta["description"] == case.get("description", say(lang)("door.about"))
    assert case.get("never_says", "\0") not in text


# days ------------------------------------------------------------------------------------------------------------

NOW = dt.date(2026, 11, 28)
REFUSED = [case for case in CASES["days"] if "refused" in case and not case.get("only_rule")]


@cases("days")
def test_a_day_is_read_by_one_rule(case: dict[str, Any]) -> None:
    found = days.asked(case["given"], NOW)
    if "answer" in case:
        assert found == case["answer"]
    else:
        assert isinstance(found, Refused)
        assert found.why == case["refused"]
        for lang in ("en", "ko"):
            assert say(lang).refusal(found)


@pytest.mark.parametrize("case", REFUSED, ids=lambda case: str(case["given"]))
def test_a_refused_day_is_refused_everywhere_with_one_sentence(case: dict[str, Any], capsys: pytest.CaptureFixture[str]) -> None:
    refused = days.asked(case["given"], curate.today())
    assert isinstance(refused, Refused)
    lang = "ko" if len(str(case["given"])) % 2 else "en"
    query = urlencode([("on", given) for given in case["given"]])
    for path in ("/data/register.json", "/data/commitments.csv"):
        answer = ask(f"{path}?{query}&lang={lang}")
        assert (answer.status_code, answer.text) == (400, say(lang).refusal(refused) + "\n")
    with pytest.raises(SystemExit) as ended:
        curate.main(["export", *(part for given in case["given"] for part in ("--on", given))])
    assert ended.value.code == 2
    assert say("en").refusal(refused) in capsys.readouterr().err
    if case != next(each for each in REFUSED if each["refused"] == case["refused"]):
        return  # a page takes longer; one for each reason
    page = opened("overview", lang, on=case["given"])
    assert " ".join(say(lang).refusal(refused).split()) in words(page).replace("\u00a0", " ")
    (menu,) = [each for each in page.selectbox if str(each.key).startswith("pick:on:")]
    assert menu.value == "", "the menu says today, which is shown"
    assert not re.search(r"href='[^']*[?&;]on=", markup(page)), "and no link carries it on"


def test_what_is_repeated_of_a_refused_day_is_short_and_visible() -> None:
    found = days.asked(["x\n\x1b[31m" + "y" * 900], NOW)
    assert isinstance(found, Refused)
    assert len(found.given) <= 40
    assert found.given.isprintable()


@pytest.mark.parametrize("day", ["2024-10-11", FIRST_DAY.isoformat()])
def test_a_day_that_is_one_is_answered_everywhere(day: str, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert ask(f"/data/register.json?on={day}").json()["meta"]["as_of"] == day
    assert curate.main(["export", "--on", day]) == 0
    assert json.loads(capfdbinary.readouterr().out)["meta"]["as_of"] == day


# withheld --------------------------------------------------------------------------------------------------------


@cases("withheld")
@pytest.mark.parametrize("lang", ["en", "ko"])
def test_every_file_says_what_it_lacks(case: dict[str, Any], lang: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = loaded(tmp_path, edited(case["file"], case["old"], case["new"]) if "file" in case else None)
    register, left_out, speak = found.register, found.left_out, say(lang)
    listed = found_list.Selection(register, tuple(register.commitment_by_id.values()), speak, TODAY, [], "/find", "0123456789ab", left_out)
    book = load_workbook(io.BytesIO(found_list.workbook(listed)))
    about = Subject(Kind.THEME, "institutions")
    told = pdf.fitted(replace(brief(register, about, TODAY), withheld=left_out), speak, "0123456789ab")
    files = {
        "table": commitments.for_people(register, speak, TODAY, left_out).decode("utf-8-sig"),
        "list as CSV": found_list.table(listed).decode("utf-8-sig"),
        "list as a workbook": "\n".join(str(row[0]) for row in book.worksheets[0].iter_rows(values_only=True)),
        "about the list": "\n".join(str(cell) for row in book.worksheets[1].iter_rows(values_only=True) for cell in row),
        "queue": queue_csv(register, speak, Queue.NEVER, queue(register, Queue.NEVER, TODAY), TODAY, [], left_out).decode("utf-8-sig"),
        "brief": "\n".join(entry.text for section in told.sections for entry in section.entries),
        "brief in Word": "\n".join(each.text for each in Document(io.BytesIO(docx.docx_file(told))).paragraphs),
    }
    expected = case[lang] if case["en"] else ""
    for name, text in files.items():
        assert (expected in text) if expected else (speak("frame.left_out_name") not in text), name
        assert expected or say(lang).count("frame.left_out", 1)[:20] not in text, name
    for_programs = commitments.for_programs(register, TODAY, left_out).decode("utf-8-sig")
    assert for_programs.startswith(case["program"] if expected else "id,declaration,")
    for document in (dataset.as_json(register, TODAY, left_out), found_list.for_programs(listed)):
        meta = json.loads(document)["meta"]
        assert meta["withheld"] == (1 if expected else 0)
        assert ("withheld_why" in meta) is bool(expected)
