"""What landed and what it says now: odd files, odd histories, and the real records."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from models.loading import record_files
from models.writing import landed
from models.writing.landed import History, NoHistory, compare
from tests.samples.registers import RECORDS, SOUND, folder
from tests.samples.repositories import Repository

NOTE = "notes/2024-c1a/2025-04-01.yaml"


@pytest.fixture
def here(tmp_path: Path) -> Repository:
    made = Repository(tmp_path)
    made.land()
    return made


def codes(found: History) -> list[tuple[str, str]]:
    return [(problem.path, problem.code) for problem in found.problems]


def test_the_real_records_say_what_they_said_when_they_landed() -> None:
    found = compare(RECORDS)
    assert [str(problem) for problem in found.problems] == []
    assert found.records > 154 + 337
    assert all((RECORDS.parent / path).is_file() for path in found.korean)


def test_every_kind_that_is_kept_is_a_folder_of_the_records() -> None:
    folders = {path.parent.relative_to(RECORDS).as_posix() for _, path in record_files(RECORDS)[0]}
    assert set(landed.KEPT) <= folders | {"notes"}


def test_what_has_not_landed_yet_may_be_written_as_often_as_one_likes(here: Repository) -> None:
    name = "notes/2024-c1a/2026-03-01.yaml"
    for status in ("started", "partly-done"):
        (here.records / name).write_text(SOUND[NOTE].replace("started", status), encoding="utf-8")
        assert codes(compare(here.records)) == []


def test_every_field_that_differs_is_named_once(here: Repository) -> None:
    here.edit(NOTE, "One city", "No city")
    here.edit(NOTE, "한 도시", "어느 도시")
    here.edit(NOTE, "status: started", "status: done")
    (problem,) = compare(here.records).problems
    assert problem.path == f"commitments/{NOTE}"
    assert "says something else now (status, reason); restore it from git and write a new record instead" in problem.sentence


def test_a_note_that_was_removed_and_written_anew_is_the_same_note(here: Repository) -> None:
    (here.records / NOTE).unlink()
    here.land()
    here.write({NOTE: SOUND[NOTE].replace("started", "done")})
    here.land()
    assert codes(compare(here.records)) == [(f"commitments/{NOTE}", "rewritten")]


def test_a_source_that_moved_to_another_file_is_still_held_to_its_words(here: Repository) -> None:
    (here.records / "evidence/offices.yaml").rename(here.records / "evidence/rooms.yaml")
    here.edit("evidence/rooms.yaml", "confidence: high", "confidence: low")
    (problem,) = compare(here.records).problems
    assert (problem.path, problem.code) == ("commitments/evidence/rooms.yaml", "rewritten")
    assert "(confidence)" in problem.sentence


def test_a_version_that_nobody_could_read_said_nothing(tmp_path: Path) -> None:
    here = Repository(tmp_path, {NOTE: "status: [started\n"})
    here.land()
    here.write()
    here.land()
    assert codes(compare(here.records)) == []
    here.edit(NOTE, "started", "done")
    assert codes(compare(here.records)) == [(f"commitments/{NOTE}", "rewritten")]


def test_a_file_that_cannot_be_read_is_named_once_and_not_called_gone(here: Repository) -> None:
    (here.records / "evidence/offices.yaml").write_bytes(b"- id: ordinance\n  title: \xff\n")
    (here.records / NOTE).write_text("<<<<<<< ours\nstatus: done\n", encoding="utf-8")
    assert codes(compare(here.records)) == [("commitments/evidence/offices.yaml", "unreadable"), (f"commitments/{NOTE}", "unreadable")]


def test_a_file_name_that_is_no_text_ends_nothing(here: Repository) -> None:
    with open(os.fsencode(here.records / "notes" / "2024-c1a") + b"/\xb1\xb1\xc1\xd6.yaml", "wb") as stream:
        stream.write(SOUND[NOTE].encode())
    (here.records / "notes" / "2024-c1a" / "two\nlines.yaml").write_text(SOUND[NOTE], encoding="utf-8")
    here.land()
    found = compare(here.records)
    assert codes(found) == []
    shutil.rmtree(here.records / "notes" / "2024-c1a")
    gone = compare(here.records).problems
    assert [problem.code for problem in gone] == ["removed"] * 4
    assert all(str(problem).isprintable() for problem in gone)
    assert any("\\xb1\\xb1\\xc1\\xd6" in problem.path for problem in gone)


def test_two_branches_that_land_the_same_day(here: Repository) -> None:
    for branch, day in (("one", "2026-03-01"), ("two", "2026-03-02")):
        here.git("checkout", "-q", "-b", branch, "main")
        (here.records / f"notes/2024-c1a/{day}.yaml").write_text(SOUND[NOTE], encoding="utf-8")
        here.land()
    here.git("checkout", "-q", "main")
    for branch in ("one", "two"):
        here.git("merge", "-q", "--no-ff", "-m", "Merge", branch)
    assert (codes(compare(here.records)), compare(here.records).records) == ([], 8)


def test_what_was_changed_by_a_merge_is_seen(here: Repository) -> None:
    here.git("checkout", "-q", "-b", "other")
    here.edit(NOTE, "started", "done")
    here.land()
    here.git("checkout", "-q", "main")
    here.git("merge", "-q", "--no-ff", "-m", "Merge", "other")
    assert codes(compare(here.records)) == [(f"commitments/{NOTE}", "rewritten")]


def test_records_that_are_a_repository_of_their_own(tmp_path: Path) -> None:
    here = Repository(tmp_path)
    shutil.rmtree(tmp_path / ".git")
    here.root = here.records
    here.git("init", "-q", "-b", "main", "--template=")
    here.land()
    here.edit(NOTE, "started", "done")
    assert codes(compare(here.records)) == [(f"commitments/{NOTE}", "rewritten")]


def test_a_repository_without_a_commit_has_no_history(tmp_path: Path) -> None:
    with pytest.raises(NoHistory, match="git cannot tell the history of the records"):
        compare(Repository(tmp_path).records)


def test_without_git_that_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(NoHistory, match="git is not installed"):
        compare(folder(tmp_path))


def test_a_clone_that_is_shallow_sees_what_it_can(here: Repository, tmp_path: Path) -> None:
    here.edit(NOTE, "started", "partly-done")
    here.land()
    subprocess.run(["git", "clone", "-q", "--depth", "1", f"file://{here.root}", str(tmp_path / "clone")], check=True, capture_output=True)
    records = tmp_path / "clone" / "commitments"
    assert (compare(records).whole, codes(compare(records))) == (False, [])
    path = records / NOTE
    path.write_text(path.read_text(encoding="utf-8").replace("partly-done", "done"), encoding="utf-8")
    assert codes(compare(records)) == [(f"commitments/{NOTE}", "rewritten")]
