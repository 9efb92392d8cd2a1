"""The register beside the pages: the addresses that programs read, as of any day."""

from __future__ import annotations

import asyncio
import csv
import datetime as dt
import io
from pathlib import Path
from typing import Any

import httpx
import pytest
from starlette.applications import Starlette

from exports import dataset
from tests.samples.apart import apart
from tests.samples.registers import edited, folder
from widgets.parts.view import today
from widgets.server import data
from widgets.server.data import ROUTES
from widgets.server.running import readiness


def get(path: str, headers: dict[str, str] | None = None, times: int = 1, **params: str | list[str]) -> httpx.Response:
    """The answer; the last of `times` that were asked for at once."""

    async def asked() -> httpx.Response:
        app = Starlette(routes=[*ROUTES, *readiness.ROUTES])
        async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://register") as client:
            return (await asyncio.gather(*(client.get(path, params=params, headers=headers) for _ in range(times))))[-1]

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


@pytest.mark.parametrize("path", ["/data/register.json", "/data/commitments.csv"])
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


@pytest.mark.parametrize("path", ["/data/register.json", "/data/commitments.csv"])
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
    assert get("/data/register.json", times=50).status_code == 200
    assert len(made) == 1
    days = [f"2018-01-{day:02}" for day in range(1, 2 * data.KEPT)]
    for day in days:
        get("/data/register.json", on=day)
    assert len(made) == 1 + len(days)
    assert data._document.cache_info().currsize <= data.KEPT


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
