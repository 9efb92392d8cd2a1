"""The tables beside that of the commitments: complete, described, safe in a spreadsheet, and open about what they lack."""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
from pathlib import Path
from typing import Any

import pytest

import curate
from exports.dataset import document
from exports.spreadsheet import FORMULA_STARTS
from exports.tables import every
from exports.tables.every import TABLES
from tests.samples.payloads import FORMULA, PAYLOAD, hostile
from tests.samples.registers import LATEST, ROOT, edited, loaded, real, say

DOCUMENTATION = (ROOT / "docs" / "export.md").read_text(encoding="utf-8")
OTHERS = [name for name in TABLES if name != "commitments"]
EARLIER = dt.date(2017, 12, 31)


def lines(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def rows(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def in_words(name: str, lang: str, day: dt.date = LATEST) -> list[dict[str, str]]:
    return rows(every.for_people(name, real(), say(lang), day))


@pytest.mark.parametrize("name", TABLES)
def test_the_documentation_has_every_column_in_its_order(name: str) -> None:
    section = re.search(rf"^### `{name}\.csv`\n(.*?)(?=^##)", DOCUMENTATION, re.M | re.S)
    assert section
    documented = re.findall(r"^\| `(\w+)` \| (\w+) \| (.+) \|$", section[1], re.M)
    assert documented == [(column.name, column.type, column.says) for column in TABLES[name].columns]
    assert rows(every.for_programs(name, real(), LATEST))[0].keys() == {column.name for column in TABLES[name].columns}


def test_the_command_knows_every_table() -> None:
    assert tuple(TABLES) == curate.TABLES


@pytest.mark.parametrize("day", [EARLIER, LATEST])
def test_a_table_has_every_record_of_the_document_as_of_the_day(day: dt.date) -> None:
    told: dict[str, Any] = document(real(), day)
    for name in ("commitments", "pledges", "notes", "evidence"):
        assert [row["id"] for row in rows(every.for_programs(name, real(), day))] == [entry["id"] for entry in told[name]], name
    counted = [(each["measure"], each["series"], each["on"]) for each in rows(every.for_programs("measures", real(), day)) if each["on"]]
    points = [(m["id"], series["id"], point["on"]) for m in told["measures"] for series in m["series"] for point in series["points"]]
    assert counted == points
    assert (day == LATEST) == any(point[2] > "2018" for point in points)


def test_what_is_told_of_a_record_is_what_the_document_tells() -> None:
    told = {entry["id"]: entry for entry in document(real(), LATEST)["notes"]}
    found = {row["id"]: row for row in rows(every.for_programs("notes", real(), LATEST))}
    for id_, note in told.items():
        row, search = found[id_], note["search"]
        assert (row["status"], row["reason_ko"], row["actor"]) == (note["status"], note["reason"]["ko"] or "", note["actor"] or "")
        assert row["evidence"] == "; ".join(note["evidence"])
        assert row["search_words"] == ("; ".join(search["words"]) if search else "")
        assert row["counts"] == ("true" if note["counts"] else "false")
    pledge = next(row for row in rows(every.for_programs("pledges", real(), LATEST)) if row["id"] == "10-100-1000-campaign")
    assert pledge["mentions"].startswith("2023-p7; 2024-p5a")
    assert "2024-p5a strengthened" in pledge["changes"].split("; ")


@pytest.mark.parametrize("lang", ["en", "ko"])
@pytest.mark.parametrize("name", OTHERS)
def test_people_get_the_same_lines_in_their_words(name: str, lang: str) -> None:
    found = in_words(name, lang)
    assert len(found) == len(rows(every.for_programs(name, real(), LATEST)))
    assert all(found[0])
    if lang == "ko":
        assert all(re.search("[가-힣]", head) for head in found[0])


def test_a_status_and_a_count_are_words_for_people() -> None:
    notes = in_words("notes", "ko")
    assert {row["이행 상황"] for row in notes} <= {
        say("ko")(f"terms.standing_{each}") for each in ("done", "partly-done", "started", "no-evidence", "contrary")
    }
    assert "100건 초과" in {row["집계"] for row in in_words("measures", "ko")}
    assert {row["Grade"] for row in in_words("evidence", "en")} <= {
        say("en")(f"terms.grade_{each}") for each in ("primary", "independent", "self-reported", "inferred")
    }
    corrected = [row for row in notes if row["효력"] != say("ko")("tables.counts")]
    assert len(corrected) == sum(not entry["counts"] for entry in document(real(), LATEST)["notes"])


@pytest.mark.parametrize("name", TABLES)
def test_a_table_that_lacks_records_says_so_first(name: str, tmp_path: Path) -> None:
    broken = loaded(tmp_path, edited("declarations/2023.yaml", "verb: urge", "verb: ask"))
    assert lines(every.for_programs(name, broken.register, LATEST, broken.left_out))[0][0].startswith("# withheld: 1; why: the banner")
    assert len(lines(every.for_programs(name, broken.register, LATEST, broken.left_out))[0]) == 1
    for lang in ("en", "ko"):
        first, second = lines(every.for_people(name, broken.register, say(lang), LATEST, broken.left_out))[:2]
        assert (first, second) == ([say(lang).count("frame.left_out", 1)], [])
    assert lines(every.for_programs(name, real(), LATEST))[0][0] == TABLES[name].columns[0].name


@pytest.mark.parametrize("name", TABLES)
def test_what_records_say_is_text_in_every_cell(name: str) -> None:
    for words in (PAYLOAD, FORMULA):
        for data in (every.for_programs(name, hostile(words), LATEST), every.for_people(name, hostile(words), say("en"), LATEST)):
            _, row = lines(data)
            assert words in row or f"'{words}" in row or any(words in cell for cell in row)
            assert not any(cell.startswith(FORMULA_STARTS) for cell in row)
