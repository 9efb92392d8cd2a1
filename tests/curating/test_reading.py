"""`curate.py read` and `curate.py suggest`: what a file consists of and how it might be coded, for people and for programs."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest

import curate
from tests.samples.registers import LATEST

Printed = pytest.CaptureFixture[str]
TEXT = """Declaration of the Harbour Towns

We, the harbour towns, together:

1. Welcome the harbour pact, which 24 towns have signed;
3. Are concerned about rents.

We make the following commitments:

1. We will publish a report on rents by 2030, and train our staff.
2. We urge the national governments to ratify the harbour pact.
"""


@pytest.fixture(autouse=True)
def _a_fixed_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(curate, "today", lambda: LATEST)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "harbours.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def asked(capsys: Printed, *arguments: str) -> dict[str, Any]:
    assert curate.main([*arguments, "--json"]) == 0
    told: dict[str, Any] = json.loads(capsys.readouterr().out)
    return told


def test_a_program_is_told_every_part_and_what_has_to_be_looked_at(file: Path, capsys: Printed) -> None:
    told = asked(capsys, "read", str(file))
    parts = [(part["kind"], part["number"], part["level"], part["id"]) for part in told["provisions"]]
    assert parts == [
        ("title", None, 1, None),
        ("heading", None, 1, None),
        ("p", "1", 1, "p1"),
        ("p", "3", 1, "p2"),
        ("heading", None, 1, None),
        ("c", "1", 1, "c1"),
        ("c", "2", 1, "c2"),
    ]
    assert told["provisions"][3]["text"] == "Are concerned about rents."
    assert (told["format"], told["language"]) == ("plain", "en")
    assert [warning for warning in told["warnings"] if "2 is not there" in warning]


def test_what_is_suggested_stands_beside_each_provision_with_its_reasons(file: Path, capsys: Printed) -> None:
    told = asked(capsys, "suggest", str(file), "--forum", "17", "--adopted", "2027-05-17")
    by_id = {part["id"]: part for part in told["provisions"]}
    assert (by_id["p1"]["force"], by_id["p1"]["commitments"]) == ("states", [])
    report, training = by_id["c1"]["commitments"]
    assert (report["quote"], report["force"], report["precision"]) == ("We will publish a report on rents by 2030", "undertakes", "dated")
    assert (report["due"], report["due_words"]) == ("2030-12-31", "by 2030")
    assert training["quote"] in by_id["c1"]["text"]
    (asked_,) = by_id["c2"]["commitments"]
    assert (asked_["force"], asked_["to_words"]) == ("urges", "the national governments")
    assert all(each["why"] and each["nearest"] for each in (report, training, asked_))


def test_what_stands_under_a_line_is_suggested_with_the_force_of_that_line(tmp_path: Path, capsys: Printed) -> None:
    path = tmp_path / "towns.txt"
    path.write_text("Towns\n\nRents rise.\n\nWe call on central governments to:\n\n1. support the towns;\n2. lower the rents.\n", "utf-8")
    told = asked(capsys, "suggest", str(path))
    found = [each for part in told["provisions"] for each in part.get("commitments", [])]
    assert [(each["quote"], each["force"], each["to"]) for each in found] == [
        ("support the towns;", "urges", ["central-governments"]),
        ("lower the rents.", "urges", ["central-governments"]),
    ]


def test_a_person_reads_the_parts_and_why_something_is_suggested(file: Path, capsys: Printed) -> None:
    assert curate.main(["suggest", str(file)]) == 0
    told = capsys.readouterr().out
    assert "c1 1.     We will publish a report on rents by 2030, and train our staff." in told
    assert "promises · dated · 2030-12-31" in told
    assert "Look at:" in told


def test_a_text_is_read_from_standard_input_too(monkeypatch: pytest.MonkeyPatch, capsys: Printed) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))
    assert len(asked(capsys, "read", "-")["provisions"]) == 7


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("picture.pdf", b"\xff\xd8\xff\xe0 a photograph", "picture"),
        ("nothing.txt", b"", "empty"),
        ("gone.txt", None, "cannot be read"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_in_a_sentence(
    tmp_path: Path, capsys: Printed, name: str, data: bytes | None, said: str
) -> None:
    if data is not None:
        (tmp_path / name).write_bytes(data)
    assert curate.main(["read", str(tmp_path / name), "--json"]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert said in told.err
