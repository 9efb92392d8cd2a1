"""What is taken along says in full where it can be read: each list, each commitment in it, each path in a brief."""

from __future__ import annotations

import csv
import io
import re
import zipfile
import zlib
from contextlib import suppress
from dataclasses import replace

import pytest
from openpyxl import load_workbook

from curating import briefs
from exports import commitments, found_list
from exports.brief import docx, pdf
from exports.queue import queue_csv
from models.brief import facts
from models.brief.facts import About
from models.brief.gathering import brief
from models.register.queues import Queue, queue
from tests.exports.test_found_list import selected
from tests.pages.opening import drawn
from tests.samples.registers import LATEST, real, say

ROOT = "https://register.example.org/promises"
THERE = f"{ROOT}/commitment?id=2011-p8a&on={LATEST.isoformat()}&lang=ko"


def lines(table: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(table.decode("utf-8-sig"), newline="")))


def leading_out(paper: bytes) -> list[str]:
    """The addresses that links of a PDF lead to, packed or not."""
    parts = [paper]
    for packed in re.findall(rb"stream\r?\n(.*?)\r?\nendstream", paper, re.DOTALL):
        with suppress(zlib.error):
            parts.append(zlib.decompress(packed))
    return [found.decode() for part in parts for found in re.findall(rb"/URI ?\((.*?)\)", part)]


def test_the_table_of_commitments_ends_with_the_address_of_each() -> None:
    heads, first, *_ = lines(commitments.for_people(real(), say("ko"), LATEST, root=ROOT))
    assert (heads[-1], first[-1]) == ("주소", THERE)
    assert lines(commitments.for_people(real(), say("ko"), LATEST))[1][-1] == THERE.removeprefix(ROOT)


def test_a_queue_names_its_own_address_and_that_of_each_commitment() -> None:
    rows = queue(real(), Queue.STALE, LATEST)
    assert rows
    found = lines(queue_csv(real(), say("en"), Queue.STALE, rows, LATEST, [], 0, ROOT, f"{ROOT}/follow_through?queue=stale"))
    assert ["This list in the register", f"{ROOT}/follow_through?queue=stale"] in [line[:2] for line in found]
    assert found[-1][-1].startswith(f"{ROOT}/commitment?id={rows[-1].commitment.id}&on=")


def test_a_list_that_was_found_has_full_addresses_and_says_what_they_are() -> None:
    sheets = load_workbook(io.BytesIO(found_list.workbook(replace(selected(), root=ROOT)))).worksheets
    said = [str(cell) for sheet in sheets for row in sheet.iter_rows(values_only=True) for cell in row]
    assert f"{ROOT}/find?q=x&on=2026-11-21" in said
    assert f"{ROOT}/commitment?id=2024-c3a&on=2026-11-21&lang=en" in said
    assert say("en")("find.about_permalinks_full") in said
    assert not [cell for cell in said if cell.startswith("/commitment")]


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_the_paths_of_a_brief_lead_to_the_register_on_its_day_and_its_foot_says_where_that_is(lang: str) -> None:
    about = facts.about(real(), "city:gwangju")
    assert isinstance(about, About)
    told = pdf.fitted(replace(brief(real(), about, LATEST), root=ROOT), say(lang), "0123456789ab")
    assert f"{ROOT}/" in " ".join(told.foot)
    assert pdf.pages(told) <= pdf.PAGES
    wanted = {told.link(entry) for section in told.sections for entry in section.entries if entry.path}
    assert {address.startswith((f"{ROOT}/commitment?id=", f"{ROOT}/declarations?id=")) for address in wanted} == {True}
    assert {address.endswith(f"&on={LATEST.isoformat()}&lang={lang}") for address in wanted} == {True}
    assert wanted <= set(leading_out(pdf.pdf(told)))
    word = zipfile.ZipFile(io.BytesIO(docx.docx_file(told))).read("word/_rels/document.xml.rels").decode()
    assert all(address.replace("&", "&amp;") in word for address in wanted)


def test_without_an_address_a_brief_says_that_its_paths_are_those_of_the_register() -> None:
    about = facts.about(real(), "city:gwangju")
    assert isinstance(about, About)
    told = pdf.fitted(brief(real(), about, LATEST), say("en"), "0123456789ab")
    assert say("en")("briefing.foot_within") in told.foot
    assert {told.link(entry) for section in told.sections for entry in section.entries} == {""}


def test_the_setting_is_what_pages_cite_and_the_terminal_writes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REGISTER_ADDRESS", f"{ROOT}/")
    assert f"{ROOT}/?lang=en&amp;on=2024-10-11" in drawn("method", "en", on="2024-10-11", part="cite")
    assert briefs.addresses.known() == ROOT
