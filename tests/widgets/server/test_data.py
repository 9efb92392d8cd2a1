"""The register beside the pages: the addresses that programs read, as of any day."""

from __future__ import annotations

import asyncio
import csv
import datetime as dt
import hashlib
import io
import re
from pathlib import Path
from typing import Any

import httpx
import pytest
from starlette.applications import Starlette

from exports import dataset
from exports.tables import every
from tests.samples.apart import apart
from tests.samples.registers import ROOT, edited, folder, say
from widgets.parts.view import today
from widgets.server import data
from widgets.server.data import ROUTES
from widgets.server.running import readiness

PATHS = [f"/data/{file.name}" for file in data.FILES]


def get(path: str, headers: dict[str, str] | None = None, times: int = 1, method: str = "GET", **params: str | list[str]) -> httpx.Response:
    """The answer; the last of `times` that were asked for at once."""

    async def asked() -> httpx.Response:
        app = Starlette(routes=[*ROUTES, *readiness.ROUTES])
        async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://register") as client:
            return (await asyncio.gather(*(client.request(method, path, params=params, headers=headers) for _ in range(times))))[-1]

    return apart(asked())


def test_the_document_is_that_of_today_unless_a_day_is_asked_for() -> None:
    answer = get("/data/register.json")
    assert answer.headers["content-type"] == "application/json"
    assert answer.json()["meta"]["as_of"] == today().isoformat()
    assert answer.json()["meta"]["counts"]["declarations"] == 5


def test_the_document_of_a_day_tells_nothing_that_came_later() -> None:
    answer = get("/data/register.json", on="2017-12-31")
    assert "register-2017-12-31.json" in answer.headers["content-disposition"]
    then = answer.json()
    assert [entry["id"] for entry in then["declarations"]] == ["2011", "2017"]
    assert then["notes"]
    assert max(note["as_of"] for note in then["notes"]) <= "2017-12-31"
    assert max(note["as_of"] for note in get("/data/register.json").json()["notes"]) > "2017-12-31"


@pytest.mark.parametrize(("lang", "head"), [("en", "31 Dec 2017"), ("ko", "2017. 12. 31.")])
def test_the_table_is_for_readers_of_either_language(lang: str, head: str) -> None:
    answer = get("/data/commitments.csv", on="2017-12-31", lang=lang)
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    heads, *rows = csv.reader(io.StringIO(answer.content.decode("utf-8-sig"), newline=""))
    assert any(head in each for each in heads), heads
    assert {row[0][:4] for row in rows} == {"2011", "2017"}
    assert {row[-1].partition("?")[0] for row in rows} == {"http://register/commitment"}


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("day", ["", "yesterday", "2024-02-30", "2010-12-31", "2999-01-01"])
def test_a_day_that_cannot_be_shown_is_refused_in_a_sentence(path: str, day: str) -> None:
    answer = get(path, on=day)
    assert answer.status_code == 400
    assert "as in 2024-10-11" in answer.text


def test_the_document_says_how_much_is_withheld(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = folder(tmp_path, edited("declarations/2023.yaml", "verb: urge", "verb: ask"))
    monkeypatch.setenv("REGISTER_RECORDS", str(broken))
    assert get("/data/register.json").json()["meta"]["withheld"] == 1


# asked for again ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("packed", ["gzip", "identity"])
def test_whoever_has_the_document_already_is_told_so(path: str, packed: str) -> None:
    first = get(path, {"accept-encoding": packed})
    tag = first.headers["etag"]
    assert first.content
    for known in (tag, tag.removeprefix("W/"), f'"other", {tag}'):
        again = get(path, {"if-none-match": known, "accept-encoding": packed})
        assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    assert get(path, {"if-none-match": tag}, on="2017-12-31").status_code == 200
    assert get(path, {"if-none-match": '"other"'}).status_code == 200


def test_packed_or_not_it_is_the_same_document() -> None:
    packed, plain = get("/data/register.json", {"accept-encoding": "gzip"}), get("/data/register.json", {"accept-encoding": "identity"})
    assert packed.headers["content-encoding"] == "gzip"
    assert "content-encoding" not in plain.headers
    assert packed.content == plain.content
    assert int(packed.headers["content-length"]) * 3 < len(plain.content)


def test_fifty_who_ask_at_once_get_what_was_made_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REGISTER_RECORDS", str(folder(tmp_path)))
    made: list[dt.date] = []
    as_json = dataset.as_json

    def make(*asked: Any) -> bytes:
        made.append(asked[1])
        return as_json(*asked)

    monkeypatch.setattr(data.dataset, "as_json", make)
    data._made.cache_clear()
    assert get("/data/register.json", times=50).status_code == 200
    assert len(made) == 1
    days = [f"2018-01-{day:02}" for day in range(1, 2 * data.KEPT)]
    for day in days:
        get("/data/register.json", on=day)
    assert len(made) == 1 + len(days)
    assert data._made.cache_info().currsize <= data.KEPT


# which file, for whom -----------------------------------------------------------------------------------------------


def test_the_documentation_names_every_address_with_its_type_and_every_header() -> None:
    said = (ROOT / "docs" / "export.md").read_text(encoding="utf-8")
    documented = dict(re.findall(r"^\| `(/data/[\w.]+)` \| `([\w/+-]+)` \|", said, re.M))
    assert documented == {f"/data/{file.name}": file.media.partition(";")[0] for file in data.FILES}
    answer = get("/data/notes.csv", {"accept-encoding": "gzip"})
    headers = set(re.findall(r"^\| `([A-Z][\w-]+)` \|", said.partition("## Meta")[0], re.M))
    assert {name.lower() for name in headers - {"Access-Control-Allow-Origin"}} <= set(answer.headers)
    assert set(answer.headers) - {name.lower() for name in headers} == {"content-type", "content-length", "access-control-expose-headers"}


@pytest.mark.parametrize("file", data.FILES, ids=lambda file: str(file.name))
def test_every_file_is_there_of_its_type_with_the_day_in_its_name(file: data.File) -> None:
    answer = get(f"/data/{file.name}", {"accept-encoding": "gzip"}, on="2017-12-31", lang="ko")
    stem, _, ending = file.name.partition(".")
    assert (answer.status_code, answer.headers["content-type"]) == (200, file.media)
    assert answer.headers["content-disposition"].endswith(f'filename="{stem}-2017-12-31.{ending}"')
    assert answer.headers.get("content-encoding") == (None if ending == "zip" else "gzip")
    assert answer.content != get(f"/data/{file.name}", lang="ko").content, "another day is another file"


@pytest.mark.parametrize("name", every.TABLES)
def test_programs_get_the_same_columns_whatever_their_browser_prefers(name: str) -> None:
    plain = get(f"/data/{name}.csv", {"accept-language": "ko"})
    assert plain.content == get(f"/data/{name}.csv", {"accept-language": "en"}).content
    first = plain.content.decode("utf-8-sig").partition("\r\n")[0]
    assert first.split(",") == [column.name for column in every.TABLES[name].columns]
    assert get(f"/data/{name}.csv", lang="ko").content.decode("utf-8-sig").partition("\r\n")[0] != first


def test_feed_and_calendar_are_in_the_language_and_under_the_address_of_whoever_asks(monkeypatch: pytest.MonkeyPatch) -> None:
    for path in ("/data/notes.atom", "/data/register.ics"):
        korean = get(path, {"accept-language": "ko"}).text
        assert say("ko")("frame.product") in korean.replace("\r\n ", "")
        assert "http://register/commitment?id=" in korean.replace("\r\n ", "")
        for host in ('x"><b>', "x" * 5_000):
            odd = get(path, {"host": host}, lang="en").text.replace("\r\n ", "")
            assert "http://localhost/commitment?id=" in odd
        assert "https://register/commitment?id=" in get(path, {"x-forwarded-proto": "https"}, lang="en").text.replace("\r\n ", "")
        monkeypatch.setenv("REGISTER_ADDRESS", "https://promises.example.org/register/")
        assert "https://promises.example.org/register/commitment?id=" in get(path, lang="en").text.replace("\r\n ", "")
        monkeypatch.delenv("REGISTER_ADDRESS")


def test_the_description_alone_leads_to_the_very_files_that_it_describes() -> None:
    described = get("/data/datapackage.json", on="2024-10-11").json()
    assert len(described["resources"]) == len(every.TABLES) + 1
    for resource in described["resources"]:
        path, _, query = resource["path"].removeprefix("http://register").partition("?")
        there = get(path, on=query.removeprefix("on="))
        assert hashlib.sha256(there.content).hexdigest() == resource["hash"].removeprefix("sha256:"), resource["name"]
        assert len(there.content) == resource["bytes"]


@pytest.mark.parametrize("path", PATHS)
def test_the_page_of_any_site_may_read_it_and_no_more(path: str) -> None:
    for answer in (get(path), get(path, on="yesterday"), get(path, {"if-none-match": get(path).headers["etag"]})):
        assert answer.headers["access-control-allow-origin"] == "*"
        assert answer.headers["cross-origin-resource-policy"] == "cross-origin"
        assert "access-control-allow-credentials" not in answer.headers
    before = get(path, {"origin": "https://other.example", "access-control-request-headers": "if-none-match"}, method="OPTIONS")
    assert (before.status_code, before.content) == (204, b"")
    assert before.headers["access-control-allow-origin"] == "*"
    assert before.headers["access-control-allow-methods"] == before.headers["allow"] == "GET, HEAD, OPTIONS"
    assert "If-None-Match" in before.headers["access-control-allow-headers"]
    head, whole = get(path, method="HEAD"), get(path)
    assert (head.content, head.headers["content-length"], head.headers["etag"]) == (
        b"",
        whole.headers["content-length"],
        whole.headers["etag"],
    )
    assert get(path, method="POST").status_code == 405


# for a monitor ------------------------------------------------------------------------------------------------------


def test_a_monitor_is_told_what_is_served(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert get("/live").text == "ok\n"
    whole = get("/ready")
    assert (whole.status_code, whole.json()["ready"], whole.json()["withheld"]) == (200, True, 0)
    assert get("/data/register.json").json()["meta"]["fingerprint"].startswith(whole.json()["edition"])
    broken = folder(tmp_path, edited("declarations/2023.yaml", "verb: urge", "verb: ask"))
    monkeypatch.setenv("REGISTER_RECORDS", str(broken))
    assert (get("/ready").status_code, get("/ready").json()["withheld"]) == (200, 1)


def test_without_a_declaration_to_show_the_server_is_there_and_not_ready(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REGISTER_RECORDS", str(tmp_path / "nowhere"))
    answer = get("/ready")
    assert (answer.status_code, answer.json()["ready"], answer.json()["edition"]) == (503, False, None)
    assert answer.json()["withheld"] >= 1
    assert get("/live").status_code == 200
