"""The data package: the field's own tool finds nothing wrong with it, whole or not, and everything when a byte is changed."""

from __future__ import annotations

import datetime as dt
import io
import json
import zipfile
from pathlib import Path

import pytest
from frictionless import Package

from exports import dataset
from exports.tables import every, package
from exports.tables.every import TABLES
from tests.samples.payloads import FORMULA, PAYLOAD, hostile
from tests.samples.registers import LATEST, edited, loaded, real, register, say


def unpacked(data: bytes, folder: Path) -> Path:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        archive.extractall(folder)
    return folder


@pytest.mark.parametrize("day", [dt.date(2011, 5, 17), LATEST])
def test_the_package_is_valid_and_holds_everything(day: dt.date, tmp_path: Path) -> None:
    made = package.archive(real(), say("ko"), day, 0)
    (tmp_path / "register.zip").write_bytes(made)
    report = Package(str(tmp_path / "register.zip")).validate()
    assert (report.valid, report.stats["tasks"]) == (True, len(TABLES) + 1), report.flatten(["title", "note"])
    folder = unpacked(made, tmp_path / "out")
    for name in TABLES:
        assert (folder / f"{name}.csv").read_bytes() == every.for_programs(name, real(), day)
    assert (folder / "register.json").read_bytes() == dataset.as_json(real(), day)
    described = json.loads((folder / "datapackage.json").read_bytes())
    assert (described["as_of"], described["withheld"], described["title"]) == (day.isoformat(), 0, say("ko")("frame.product"))
    assert made == package.archive(real(), say("ko"), day, 0), "there is no clock in it"


def test_a_package_that_lacks_records_says_so_and_is_valid(tmp_path: Path) -> None:
    broken = loaded(tmp_path, edited("declarations/2023.yaml", "verb: urge", "verb: ask"))
    folder = unpacked(package.archive(broken.register, say("en"), LATEST, broken.left_out), tmp_path / "out")
    described = Package(str(folder / "datapackage.json"))
    assert described.validate().valid
    assert (described.custom["withheld"], "banner" in described.custom["withheld_why"]) == (1, True)
    read = described.get_resource("commitments").read_rows()
    assert [row["id"] for row in read] == list(broken.register.commitment_by_id), "the line above the table is no line of it"
    nothing = unpacked(package.archive(register(), say("en"), LATEST, 2), tmp_path / "nothing")
    assert Package(str(nothing / "datapackage.json")).validate().valid, "also where nothing stands below that line"


def test_a_changed_byte_is_seen(tmp_path: Path) -> None:
    folder = unpacked(package.archive(real(), say("en"), LATEST, 0), tmp_path)
    path = folder / "pledges.csv"
    path.write_bytes(path.read_bytes().replace(b"anti-corruption", b"anti-corruptiom", 1))
    assert not Package(str(folder / "datapackage.json")).validate().valid


@pytest.mark.parametrize("words", [PAYLOAD, FORMULA])
def test_a_package_of_records_that_hold_more_than_text_is_valid(words: str, tmp_path: Path) -> None:
    folder = unpacked(package.archive(hostile(words), say("en"), LATEST, 0), tmp_path)
    report = Package(str(folder / "datapackage.json")).validate()
    assert report.valid, report.flatten(["title", "note"])
