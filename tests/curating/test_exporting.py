"""`curate.py export`: one table, or the data package of all, from the terminal."""

from __future__ import annotations

from pathlib import Path

import pytest
from frictionless import Package

import curate
from exports.tables import every
from tests.samples.registers import LATEST, real

Printed = pytest.CaptureFixture[bytes]


@pytest.fixture(autouse=True)
def _a_fixed_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(curate, "today", lambda: LATEST)


@pytest.mark.parametrize("name", ["pledges", "measures"])
def test_a_table_is_printed_by_its_name(name: str, capfdbinary: Printed) -> None:
    assert curate.main(["export", "--format", "csv", "--table", name]) == 0
    assert capfdbinary.readouterr().out == every.for_programs(name, real(), LATEST)


def test_without_a_name_it_is_that_of_the_commitments(capfdbinary: Printed) -> None:
    assert curate.main(["export", "--format", "csv", "--on", "2017-12-31"]) == 0
    assert capfdbinary.readouterr().out.splitlines()[1].startswith(b"2011-")


def test_the_package_is_printed_whole(capfdbinary: Printed, tmp_path: Path) -> None:
    assert curate.main(["export", "--format", "datapackage"]) == 0
    (tmp_path / "register.zip").write_bytes(capfdbinary.readouterr().out)
    assert Package(str(tmp_path / "register.zip")).validate().valid


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (["--table", "notes"], "only --format csv prints"),
        (["--format", "csv", "--table", "cities"], "invalid choice"),
    ],
)
def test_what_cannot_be_printed_is_said_in_a_sentence(given: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        curate.main(["export", *given])
    assert ended.value.code == 2
    assert said in capsys.readouterr().err


def test_an_archive_is_not_printed_on_a_terminal(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    with pytest.raises(SystemExit) as ended:
        curate.main(["export", "--format", "datapackage"])
    assert (ended.value.code, "write it into a file" in capsys.readouterr().err) == (2, True)
