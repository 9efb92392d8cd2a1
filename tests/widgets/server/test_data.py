"""The register beside the pages: the addresses that programs read, as of any day."""

from __future__ import annotations

import asyncio
import csv
import io
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx
import pytest
from starlette.applications import Starlette

from tests.samples.registers import edited, folder
from widgets.parts.view import today
from widgets.server.data import ROUTES


def get(path: str, **params: str | list[str]) -> httpx.Response:
    async def asked() -> httpx.Response:
        async with httpx.AsyncClient(transport=httpx.ASGITransport(Starlette(routes=ROUTES)), base_url="http://register") as client:
            return await client.get(path, params=params)

    # In a thread of its own: a browser that the same process drives keeps a loop running in this one.
    with ThreadPoolExecutor(1) as apart:
        return apart.submit(asyncio.run, asked()).result()


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
