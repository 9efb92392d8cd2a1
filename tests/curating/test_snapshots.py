"""`curate.py snapshot`: a file is made whole, and a check says of each what became of it and of the records, in a sentence of its own."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

import curate
from exports.snapshot import program, seal
from models.loading import load
from tests.exports.snapshot.reading import made
from tests.samples.registers import SOUND, TODAY, edited, folder

Printed = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def _a_fixed_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(curate, "today", lambda: TODAY)


def run(root: Path, *asked: str | Path) -> int:
    return curate.main(["--records", str(root), "snapshot", *map(str, asked)])


def refused(root: Path, *asked: str | Path) -> int | str | None:
    with pytest.raises(SystemExit) as ended:
        run(root, *asked)
    return ended.value.code


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return folder(tmp_path / "a")


@pytest.fixture
def file(root: Path, tmp_path: Path) -> Path:
    path = tmp_path / "new" / "snapshot.html"
    assert run(root, "--out", path, "--lang", "en") == 0
    return path


def test_the_file_is_what_the_page_gives(root: Path, tmp_path: Path) -> None:
    assert run(root, "--out", tmp_path / "both.html") == 0
    assert (tmp_path / "both.html").read_bytes() == made(load(root, TODAY).register, TODAY)


def test_an_unchanged_file_over_the_same_records_is_the_same(root: Path, file: Path, capsys: Printed) -> None:
    assert run(root, "--verify", file) == 0
    assert f"is unchanged and the same, to the last byte, as the records in commitments as of {TODAY}" in capsys.readouterr().out


def test_records_that_changed_since_are_named(file: Path, tmp_path: Path, capsys: Printed) -> None:
    changes: dict[str, str | bytes | None] = {
        **edited("pledges/offices.yaml", "Offices of cities.", "Offices of all cities."),
        "notes/2024-c1a/2025-04-01.yaml": None,
        "notes/2024-c1a/2025-04-02.yaml": SOUND["notes/2024-c1a/2025-04-01.yaml"],
    }
    assert run(folder(tmp_path / "b", changes), "--verify", file) == 1
    told = capsys.readouterr().out
    assert "is unchanged since it was sealed, but the records in commitments" in told
    assert "  pledges changed: offices\n" in told
    assert "  notes added: 2024-c1a/2025-04-02\n" in told
    assert "  notes removed: 2024-c1a/2025-04-01\n" in told


def test_a_record_that_is_withheld_now_is_told_from_one_that_was_changed(file: Path, tmp_path: Path, capsys: Printed) -> None:
    broken = folder(tmp_path / "b", edited("notes/2024-c1a/2025-04-01.yaml", "status:", "statos:"))
    assert run(broken, "--verify", file) == 1
    assert "records left out because something is wrong with them: 0 then, 1 now" in capsys.readouterr().out


def test_records_of_later_days_do_not_change_what_was_said_of_an_earlier_one(root: Path, tmp_path: Path, capsys: Printed) -> None:
    path = tmp_path / "then.html"
    assert run(root, "--out", path, "--lang", "en", "--on", "2025-12-31") == 0
    later = folder(tmp_path / "b", {"notes/2024-c1a/2026-02-01.yaml": None})
    assert run(later, "--verify", path) == 0
    assert "only records that tell of later days were added or changed since" in capsys.readouterr().out


def test_another_version_of_the_program_is_no_change_of_the_records(
    root: Path, file: Path, capsys: Printed, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(program, "digest", lambda: "another")
    assert run(root, "--verify", file) == 0
    assert "its data are the same" in (told := capsys.readouterr().out)
    assert "another version of the program made the page" in told
    sealed_anew(file, b'"ledger": ', b'"column": ')
    assert run(root, "--verify", file) == 0
    assert "with other fields: commitments.column, commitments.ledger" in capsys.readouterr().out


def sealed_anew(file: Path, old: bytes, new: bytes) -> None:
    body = file.read_bytes().rpartition(b'<p id="seal">')[0]
    assert old in body
    body = body.replace(old, new)
    file.write_bytes(body + seal._last(hashlib.sha256(body).hexdigest()))


def test_a_file_that_was_changed_and_sealed_anew_is_told_by_the_records(root: Path, file: Path, capsys: Printed) -> None:
    sealed_anew(file, b"One city has an office.", b"All cities have offices.")
    assert run(root, "--verify", file) == 1
    assert "  notes changed: 2024-c1a/2026-01-01\n" in capsys.readouterr().out


def test_a_page_that_was_changed_around_true_data_and_sealed_anew_is_told(root: Path, file: Path, capsys: Printed) -> None:
    sealed_anew(file, b"<h1 ", b"<h1 hidden ")
    assert run(root, "--verify", file) == 1
    assert "somebody changed the page and sealed it anew" in capsys.readouterr().out


def test_an_altered_file_is_said_with_the_line_and_the_part(root: Path, file: Path, capsys: Printed) -> None:
    raw = file.read_bytes()
    file.write_bytes(raw.replace(b"One city has an office.", b"All cities have offices.", 1))
    assert run(root, "--verify", file) == 1
    told = capsys.readouterr().out
    line = raw[: raw.index(b"One city has an office.")].count(b"\n") + 1
    assert "was altered after it was sealed, or did not arrive whole" in told
    assert f"the first line that differs is line {line:,}" in told
    assert "Not as it was sealed: en/declarations/2024." in told


@pytest.mark.parametrize(
    ("name", "said"),
    [("commitments/forums.yaml", "is no snapshot of the register"), ("nothing.html", "cannot be read"), ("commitments", "is no file")],
)
def test_what_is_no_snapshot_is_said_in_a_sentence(root: Path, name: str, said: str, capsys: Printed) -> None:
    assert run(root, "--verify", root.parent / name) == 2
    assert said in capsys.readouterr().err


def test_a_file_of_more_than_fifty_megabytes_is_not_read(root: Path, tmp_path: Path, capsys: Printed) -> None:
    with (tmp_path / "large.html").open("wb") as stream:
        stream.truncate(seal.LARGEST + 1)
    assert run(root, "--verify", tmp_path / "large.html") == 2
    assert "a snapshot has at most 52,428,800" in capsys.readouterr().err


def test_what_was_asked_wrongly_is_said_and_nothing_is_written(root: Path, file: Path, tmp_path: Path, capsys: Printed) -> None:
    file.write_bytes(b"mine")
    assert run(root, "--out", file) == 2
    assert "say --force to write it anew" in capsys.readouterr().err
    assert file.read_bytes() == b"mine"
    assert run(root, "--out", tmp_path) == 2
    assert "is a folder; name the file" in capsys.readouterr().err
    for asked in ([], ["--out", file, "--verify", file], ["--verify", file, "--on", "2025-01-01"], ["--out", file, "--on", "1999-01-01"]):
        assert refused(root, *asked) == 2


def test_a_sound_part_is_written_where_records_are_wrong_and_the_command_says_so(tmp_path: Path, capsys: Printed) -> None:
    broken = folder(tmp_path / "b", edited("declarations/2023.yaml", "verb: urge", "verb: ask"))
    assert run(broken, "--out", tmp_path / "out.html", "--lang", "ko") == 1
    assert "1 problem in the records; what is wrong is left out of this snapshot" in capsys.readouterr().err
    assert run(broken, "--verify", tmp_path / "out.html") == 0
