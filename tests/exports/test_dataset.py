"""The exported document: complete, as recorded, documented to the last field; the table for spreadsheets harmless."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from exports.commitments import COLUMNS, for_programs
from exports.dataset import as_json, document
from models.loading import load
from models.register.register import Register
from tests.samples.registers import LATEST, RECORDS, TODAY, commitment, declaration, edited, loaded, note, provision, register

DOCUMENTATION = (RECORDS.parent / "docs" / "export.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def real() -> Register:
    return load(RECORDS, LATEST).register


@pytest.fixture(scope="module")
def exported(real: Register) -> dict[str, Any]:
    return document(real, LATEST)


LISTS = (
    "forums",
    "forum_sources",
    "themes",
    "groups",
    "bodies",
    "publishers",
    "declarations",
    "provisions",
    "commitments",
    "pledges",
    "notes",
    "evidence",
    "measures",
    "judgements",
)


def test_the_lists_and_their_counts(exported: dict[str, Any]) -> None:
    assert list(exported) == ["meta", *LISTS]
    assert exported["meta"]["counts"] == {name: len(exported[name]) for name in LISTS}
    assert exported["meta"]["as_of"] == LATEST.isoformat()
    assert exported["meta"]["version"] == 1


@pytest.mark.parametrize("day", [dt.date(2011, 5, 16), dt.date(2011, 5, 17), dt.date(2020, 10, 10), TODAY])
def test_ids_are_unique_and_references_resolve(real: Register, day: dt.date) -> None:
    exported = document(real, day)
    ids = {name: [entry["id"] for entry in exported[name]] for name in LISTS if name != "publishers"}
    assert all(len(set(found)) == len(found) for found in ids.values())
    provisions, commitments = set(ids["provisions"]), set(ids["commitments"])
    for entry in exported["provisions"]:
        assert entry["declaration"] in ids["declarations"]
        assert set(entry["commitments"]) <= commitments
    for entry in exported["commitments"]:
        assert entry["provision"] in provisions
        assert set(entry["pledges"]) <= set(ids["pledges"])
        assert set(entry["themes"]) <= set(ids["themes"])
    for entry in exported["pledges"]:
        assert {mention["at"] for mention in entry["mentions"]} <= provisions | commitments
    for entry in exported["notes"]:
        assert entry["commitment"] in commitments
        assert set(entry["evidence"]) <= set(ids["evidence"])
    for entry in exported["declarations"]:
        assert set(entry["provisions"]) <= provisions
        assert {footnote["at"] for footnote in entry["footnotes"]} <= provisions | {"title"}
        assert {heading["before"] for heading in entry["headings"]} <= provisions


def test_text_is_as_recorded(real: Register, exported: dict[str, Any]) -> None:
    for entry in exported["provisions"]:
        assert entry["text"] == real.provision_by_id[entry["id"]].text
    for entry in exported["commitments"]:
        provision = next(each for each in exported["provisions"] if each["id"] == entry["provision"])
        assert entry["quote"] in provision["text"]


def test_fields_that_other_programs_build_on(exported: dict[str, Any]) -> None:
    assert {"id", "declaration", "text", "force"} <= set(exported["provisions"][0])
    assert {"id", "provision", "quote", "force", "precision", "ledger", "pledges", "status"} <= set(exported["commitments"][0])
    pledge = next(entry for entry in exported["pledges"] if entry["id"] == "10-100-1000-campaign")
    assert set(pledge["title"]) == {"en", "ko"}
    assert {"at", "from", "label", "background"} <= set(pledge["mentions"][0])
    assert [mention["label"] for mention in pledge["mentions"]][:2] == [None, "strengthened"]
    for entry in exported["notes"]:
        assert {"id", "commitment", "as_of", "written", "status", "reason", "evidence", "search", "actor", "by"} <= set(entry)


def test_the_force_of_a_provision_is_that_of_its_strongest_commitment(exported: dict[str, Any]) -> None:
    ranks = ["records", "states", "hopes", "asks", "urges", "undertakes"]
    forces = {entry["id"]: entry["force"] for entry in exported["commitments"]}
    for entry in exported["provisions"]:
        if entry["commitments"]:
            assert entry["force"] == max((forces[id_] for id_ in entry["commitments"]), key=ranks.index)
        assert entry["force"] in ranks


def test_status_is_folded_from_notes_up_to_the_day(real: Register) -> None:
    for day in (dt.date(2011, 5, 17), dt.date(2014, 1, 1), dt.date(2024, 10, 11), TODAY):
        exported = document(real, day)
        for entry in exported["commitments"]:
            notes = [
                each
                for each in exported["notes"]
                if each["commitment"] == entry["id"] and each["actor"] is None and each["as_of"] <= day.isoformat() and each["counts"]
            ]
            newest = max(notes, key=lambda each: (each["as_of"], each["written"], each["id"]), default=None)
            assert entry["status"] == (newest["status"] if newest else None), (entry["id"], day)


@pytest.mark.parametrize("day", [dt.date(2011, 5, 16), dt.date(2011, 5, 17), dt.date(2017, 9, 16), dt.date(2024, 10, 11)])
def test_the_document_of_a_day_tells_nothing_that_came_later(real: Register, day: dt.date) -> None:
    then, written = document(real, day), day.isoformat()
    assert all(entry["adopted"] <= written for entry in then["declarations"])
    known = {entry["id"] for entry in then["declarations"]}
    assert {entry["declaration"] for name in ("provisions", "commitments") for entry in then[name]} <= known
    assert {mention["declaration"] for pledge in then["pledges"] for mention in pledge["mentions"]} <= known
    assert all(entry["declaration"] in known for entry in then["forums"] if entry["on_record"])
    assert all(note["as_of"] <= written for note in then["notes"])
    for measure in then["measures"]:
        assert all(point["on"] <= written for series in measure["series"] for point in series["points"])
        assert measure["target"] is None or (measure["target"]["provision"] or "")[:4] in {"", *known}
    used = {source for note in then["notes"] for source in note["evidence"]}
    used |= {
        source for measure in then["measures"] for series in measure["series"] for point in series["points"] for source in point["evidence"]
    }
    for source in then["evidence"]:
        assert source["id"] in used or (source["happened"] or source["published"] or "") <= written
    assert used <= {source["id"] for source in then["evidence"]}
    assert then["meta"]["counts"]["commitments"] == len(then["commitments"])
    table = list(csv.DictReader(io.StringIO(for_programs(real, day).decode("utf-8-sig"), newline="")))
    assert [row["id"] for row in table] == [entry["id"] for entry in then["commitments"]]


def test_today_the_document_holds_every_record(real: Register, exported: dict[str, Any]) -> None:
    assert {entry["id"] for entry in exported["evidence"]} == set(real.evidence_by_id)
    assert {entry["id"] for entry in exported["notes"]} == {each.id for each in real.notes}
    points = [point for measure in exported["measures"] for series in measure["series"] for point in series["points"]]
    assert len(points) == sum(len(series.points) for measure in real.measures for series in measure.series)
    assert len(exported["pledges"]) == len(real.pledges)


def test_a_note_on_one_body_alone_is_no_status(tmp_path: Path) -> None:
    exported = document(loaded(tmp_path).register, TODAY)
    assert {entry["id"]: entry["status"] for entry in exported["commitments"]}["2024-c1a"] == "partly-done"


def test_the_same_records_give_the_same_bytes_and_the_day_does_not_change_the_fingerprint(tmp_path: Path) -> None:
    one, again = loaded(tmp_path / "one").register, loaded(tmp_path / "two").register
    assert as_json(one, TODAY) == as_json(again, TODAY)
    earlier = document(one, dt.date(2024, 1, 1))
    assert earlier["meta"]["fingerprint"] == document(one, TODAY)["meta"]["fingerprint"]
    other = loaded(tmp_path / "three", edited("pledges/offices.yaml", "Offices of cities.", "Offices of the cities.")).register
    assert document(other, TODAY)["meta"]["fingerprint"] != earlier["meta"]["fingerprint"]


def test_a_provision_whose_commitment_is_withheld_has_no_force(tmp_path: Path) -> None:
    text = edited("declarations/2024.yaml", "force: undertakes", "force: undertake")
    provision = next(entry for entry in document(loaded(tmp_path, text).register, TODAY)["provisions"] if entry["id"] == "2024-c1")
    assert provision["force"] is None


def test_a_background_mention_of_it_has_none_either(tmp_path: Path) -> None:
    text = edited("declarations/2024.yaml", "force: undertakes", "force: undertake") | edited("pledges/offices.yaml", "2024-p1", "2024-c1")
    (pledge,) = document(loaded(tmp_path, text).register, TODAY)["pledges"]
    assert [(mention["at"], mention["force"]) for mention in pledge["mentions"] if mention["background"]] == [("2024-c1", None)]


def test_an_empty_register_is_a_document() -> None:
    exported = json.loads(as_json(Register(), TODAY))
    assert all(exported[name] == [] for name in LISTS)


# documentation ---------------------------------------------------------------------------------------------------


def _fields(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for name, inner in value.items():
            yield name
            yield from _fields(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _fields(inner)


@pytest.mark.parametrize("name", LISTS)
def test_the_documentation_names_every_field_of_a_list(exported: dict[str, Any], name: str) -> None:
    section = re.search(rf"^## `{name}`\n(.*?)(?=^## |\Z)", DOCUMENTATION, re.M | re.S)
    assert section, f"docs/export.md has no section on {name}"
    documented = set(re.findall(r"`([a-z_]+)`", section[1]))
    shared = {"en", "ko"}
    assert set(_fields(exported[name])) - documented - shared == set()


def test_the_documentation_names_nothing_that_is_not_there(exported: dict[str, Any]) -> None:
    for section in re.finditer(r"^## `([a-z_]+)`\n(.*?)(?=^## |\Z)", DOCUMENTATION, re.M | re.S):
        fields = set(re.findall(r"^\| `([a-z_]+)`", section[2], re.M))
        if exported[section[1]]:
            assert fields - set(_fields(exported[section[1]])) == set(), section[1]


def test_the_documentation_names_the_fields_of_meta_and_of_the_table(exported: dict[str, Any]) -> None:
    documented = set(re.findall(r"`([a-z_]+)`", DOCUMENTATION))
    assert set(exported["meta"]) <= documented
    assert {column.name for column in COLUMNS} <= documented


# the table -------------------------------------------------------------------------------------------------------


def _rows(of: Register) -> list[dict[str, str]]:
    raw = for_programs(of, TODAY)
    assert raw.startswith(b"\xef\xbb\xbf"), "without it Excel does not read Korean"
    return list(csv.DictReader(io.StringIO(raw.decode("utf-8-sig"), newline="")))


def test_the_table_has_every_commitment(real: Register) -> None:
    rows = _rows(real)
    assert [row["id"] for row in rows] == list(real.commitment_by_id)
    assert all(row["quote"] == real.commitment_by_id[row["id"]].quote for row in rows)
    assert {row["status_as_of"] for row in rows} == {TODAY.isoformat()}


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", "\r=", "\n=", "＝", "＋", "－", "＠"])
def test_no_cell_is_run_as_a_formula(start: str) -> None:
    words = f'{start}HYPERLINK("http://example.org","x")'
    coded = commitment("a").model_copy(update={"quote": words})
    (row,) = _rows(register(declaration("2024", 14, provision("p1", coded))))
    assert row["quote"] == f"'{words}"


def test_markup_and_line_breaks_survive_as_text() -> None:
    words = '<script>alert("1")</script>,\nsecond; "line"'
    coded = commitment("a").model_copy(update={"quote": words})
    whole = register(declaration("2024", 14, provision("p1", coded)), notes=[note("2024-p1a", "2025-01-01", "started")])
    (row,) = _rows(whole)
    assert row["quote"] == words
    assert row["status"] == "started"
    assert json.loads(as_json(whole, TODAY))["commitments"][0]["quote"] == words
