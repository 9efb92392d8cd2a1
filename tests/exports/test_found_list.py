"""A list to take along: exactly what was filtered, safe to open, and saying what it is."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import shutil
import subprocess
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import load_workbook

from exports import found_list
from exports.dataset import document
from exports.found_list import COLUMNS, Selection
from models.labels import Say, load_labels
from models.loading import load
from models.register.register import Register
from tests.office.install import HINT, find
from tests.samples.registers import LATEST, ROOT

ON = dt.date(2026, 11, 21)
REGISTER: Register = load(ROOT / "commitments", LATEST).register
LABELS = load_labels()
BOTH = pytest.mark.parametrize("lang", ["en", "ko"])
STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")


def selected(lang: str = "en", ids: tuple[str, ...] = ("2024-c3a", "2011-c2a", "2020-c3a"), register: Register = REGISTER) -> Selection:
    commitments = [register.commitment_by_id[id_] for id_ in ids]
    return Selection(
        register,
        commitments,
        Say(LABELS, lang),
        ON,
        [("Search", "=1+1"), ("Theme", "Institutions")],
        "/find?q=x&on=2026-11-21",
        "0123456789ab",
    )


@BOTH
def test_the_workbook_holds_the_list_in_its_order(lang: str) -> None:
    chosen = selected(lang)
    book = load_workbook(io.BytesIO(found_list.workbook(chosen)))
    assert len(book.sheetnames) == 2
    sheet = book.worksheets[0]
    rows = list(sheet.iter_rows(values_only=True))
    assert len(rows) == 4
    place = [column.name for column in COLUMNS].index("id")
    assert [row[place] for row in rows[1:]] == ["2024-c3a", "2011-c2a", "2020-c3a"]
    quotes = [row[[column.name for column in COLUMNS].index("quote")] for row in rows[1:]]
    assert quotes == [commitment.quote for commitment in chosen.commitments]
    assert sheet.freeze_panes == "B2"
    assert sheet.print_title_rows in ("$1:$1", "1:1")
    assert all(cell.font.bold for cell in sheet[1])


@BOTH
def test_a_list_with_more_than_what_is_counted_says_of_each_which_it_is(lang: str) -> None:
    chosen = replace(selected(lang), held=("said", "common", "some"))
    say, words = chosen.say, [chosen.say(f"find.held_{each}") for each in chosen.held]
    book = load_workbook(io.BytesIO(found_list.workbook(chosen)))
    sheet = list(book.worksheets[0].iter_rows(values_only=True))
    assert [row[-1] for row in sheet] == [say("find.column_held"), *words]
    table = list(csv.reader(io.StringIO(found_list.table(chosen).decode("utf-8-sig"))))
    assert [row[-1] for row in table] == [say("find.column_held"), *words]
    assert say("find.means_held") in [cell for row in book.worksheets[1].iter_rows(values_only=True) for cell in row]
    made = json.loads(found_list.for_programs(chosen))
    assert made["meta"]["selection"]["held"] == dict(zip((each.id for each in chosen.commitments), chosen.held, strict=True))
    assert "held" not in json.loads(found_list.for_programs(selected(lang)))["meta"]["selection"]


@BOTH
def test_due_dates_are_dates(lang: str) -> None:
    sheet = load_workbook(io.BytesIO(found_list.workbook(selected(lang, ("2024-c2a",))))).worksheets[0]
    due = sheet.cell(2, [column.name for column in COLUMNS].index("due") + 1)
    assert due.value == dt.datetime(2030, 12, 31)
    assert due.is_date


@BOTH
def test_the_second_sheet_says_what_the_list_is(lang: str) -> None:
    chosen = selected(lang)
    sheet = load_workbook(io.BytesIO(found_list.workbook(chosen))).worksheets[1]
    said = "\n".join(str(cell) for row in sheet.iter_rows(values_only=True) for cell in row if cell)
    say = chosen.say
    for part in (say.date(ON), "0123456789ab", "/find?q=x&on=2026-11-21", "Institutions", f"{len(REGISTER.commitment_by_id)}"):
        assert part in said
    for column in COLUMNS:
        assert say(f"find.means_{column.name}") in said
    for standing in ("done", "not-assessed", "not-assessable"):
        assert say(f"terms.standing_{standing}") in said


def test_no_cell_is_a_formula_or_a_link() -> None:
    chosen = selected()
    evil = [
        commitment.model_copy(
            update={
                "quote": start + "cmd|' /C calc'!A0",
                "summary": commitment.summary.model_copy(update={"en": start + 'HYPERLINK("http://x")'}),
            }
        )
        for start, commitment in zip(STARTS, [chosen.commitments[0]] * len(STARTS), strict=True)
    ]
    bad = Selection(REGISTER, evil, chosen.say, ON, chosen.asked, chosen.address, chosen.fingerprint)
    made = found_list.workbook(bad)
    with zipfile.ZipFile(io.BytesIO(made)) as parts:
        for name in parts.namelist():
            if name.startswith("xl/worksheets/"):
                text = parts.read(name).decode()
                assert "<f>" not in text
                assert "<hyperlink" not in text
    for sheet in load_workbook(io.BytesIO(made)).worksheets:
        for row in sheet.iter_rows(values_only=True):
            assert not [cell for cell in row if isinstance(cell, str) and cell.startswith(STARTS)]
    for row in csv.reader(io.StringIO(found_list.table(bad).decode("utf-8-sig"))):
        assert not [cell for cell in row if cell.startswith(STARTS)]


@BOTH
def test_the_table_holds_the_same_as_the_workbook(lang: str) -> None:
    chosen = selected(lang)
    table = list(csv.reader(io.StringIO(found_list.table(chosen).decode("utf-8-sig"))))
    sheet = load_workbook(io.BytesIO(found_list.workbook(chosen))).worksheets[0]

    def text(cell: object) -> str:
        return "" if cell is None else cell.date().isoformat() if isinstance(cell, dt.datetime) else str(cell)

    assert table == [[text(cell) for cell in row] for row in sheet.iter_rows(values_only=True)]
    assert all(len(row) == len(COLUMNS) for row in table)


def test_a_standing_is_never_an_empty_cell() -> None:
    whole = selected(ids=tuple(REGISTER.commitment_by_id))
    place = [column.name for column in COLUMNS].index("standing")
    assert all(row[place] for row in found_list.rows(whole))


def test_programs_get_the_entries_of_the_exported_document() -> None:
    made = json.loads(found_list.for_programs(selected()))
    whole = {each["id"]: each for each in document(REGISTER, ON)["commitments"]}
    assert made["commitments"] == [json.loads(json.dumps(whole[id_])) for id_ in ("2024-c3a", "2011-c2a", "2020-c3a")]
    assert made["meta"]["as_of"] == "2026-11-21"
    assert made["meta"]["selection"]["count"] == 3


def test_the_same_list_gives_the_same_bytes() -> None:
    assert found_list.workbook(selected()) == found_list.workbook(selected())


def test_an_empty_list_is_a_list() -> None:
    nothing = selected(ids=())
    assert len(list(load_workbook(io.BytesIO(found_list.workbook(nothing))).worksheets[0].iter_rows())) == 1
    assert len(found_list.table(nothing).decode("utf-8-sig").strip().splitlines()) == 1


@BOTH
def test_an_office_program_opens_it_whole(lang: str, tmp_path: Path) -> None:
    office, reader = find(), shutil.which("pdftotext")
    assert office, HINT
    assert reader, HINT
    chosen = selected(lang)
    (tmp_path / "list.xlsx").write_bytes(found_list.workbook(chosen))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    subprocess.run(
        [office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(tmp_path / "list.xlsx")],
        check=True,
        capture_output=True,
        timeout=180,
    )
    printed = subprocess.run([reader, "-raw", str(tmp_path / "list.pdf"), "-"], check=True, capture_output=True, timeout=60).stdout.decode()
    flat = "".join(printed.split())
    for commitment in chosen.commitments:
        assert "".join(commitment.summary[lang].split())[:30] in flat
    assert "".join(chosen.say("find.about_unrecorded_words", missing=11, forums=16).split())[:30] in flat
    assert "#" * 3 not in flat
    assert printed.count("\f") <= 5
