"""Saving on a disk without hard links, beside folders that are links, and by two who add the same source at once."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from models.loading import load
from models.writing import new_files
from models.writing.saving import NotSaved, save
from tests.samples.drafts import KIM, NEW, draft, snapshot, sound
from tests.samples.registers import ROOT, TODAY, folder

# without hard links ------------------------------------------------------------------------------------------------------


@pytest.fixture(params=[errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS], ids=errno.errorcode.__getitem__)
def linkless(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    def link(*_: Any) -> None:
        raise OSError(request.param, os.strerror(request.param))

    monkeypatch.setattr(new_files.os, "link", link)


def no_such_rename(*_: Any) -> None:
    raise OSError(errno.EINVAL, os.strerror(errno.EINVAL))


@pytest.mark.parametrize("renames", [True, False], ids=["a rename that overwrites nothing", "a lock"])
def test_without_hard_links_a_note_is_saved_and_nothing_is_overwritten(
    tmp_path: Path, linkless: None, monkeypatch: pytest.MonkeyPatch, renames: bool
) -> None:
    if not renames:
        monkeypatch.setattr(new_files, "_rename_over_nothing", no_such_rename)
    root = folder(tmp_path)
    before = snapshot(root)
    saved = [save(root, TODAY, KIM, draft((), (NEW,), reason_en=f"{number}.")) for number in range(3)]
    assert [Path(each.note).name for each in saved] == ["2026-05-01.yaml", "2026-05-01-2.yaml", "2026-05-01-3.yaml"]
    after = snapshot(root)
    assert {name: after[name] for name in before} == before
    assert not [name for name in after if name.endswith(".unfinished")]
    sound(root)


@pytest.mark.parametrize("renames", [True, False])
def test_a_name_that_was_taken_in_the_meantime_is_not_taken_over(
    tmp_path: Path, linkless: None, monkeypatch: pytest.MonkeyPatch, renames: bool
) -> None:
    if not renames:
        monkeypatch.setattr(new_files, "_rename_over_nothing", no_such_rename)
    hidden, target, nowhere = tmp_path / ".x", tmp_path / "x.yaml", tmp_path / "y.yaml"
    hidden.write_text("mine", encoding="utf-8")
    target.write_text("theirs", encoding="utf-8")
    nowhere.symlink_to("nowhere")
    for taken in (target, nowhere):
        with pytest.raises(FileExistsError):
            new_files._place(hidden, taken)
    assert (target.read_text(encoding="utf-8"), hidden.read_text(encoding="utf-8")) == ("theirs", "mine")


def test_where_no_way_is_safe_it_is_said_and_nothing_is_written(tmp_path: Path, linkless: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(new_files, "_rename_over_nothing", no_such_rename)
    monkeypatch.setattr(new_files, "_lock", lambda _: None)
    root = folder(tmp_path)
    before = snapshot(root)
    with pytest.raises(NotSaved) as told:
        save(root, TODAY, KIM, draft())
    assert told.value.why == "unsafe"
    assert snapshot(root) == before


def test_a_folder_that_may_not_be_written_to_is_not_taken_for_a_disk_without_links(
    tmp_path: Path, linkless: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    def closed(*_: Any) -> None:
        raise OSError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr(new_files, "_rename_over_nothing", closed)
    with pytest.raises(NotSaved) as told:
        save(folder(tmp_path), TODAY, KIM, draft())
    assert told.value.why == "closed"


# links to folders --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("place", ["notes", "notes/2024-c1a", "evidence"])
def test_where_a_folder_is_a_link_that_is_not_read_nothing_is_saved_into_it(tmp_path: Path, place: str) -> None:
    root, elsewhere = folder(tmp_path), tmp_path / "elsewhere"
    (root / place).rename(elsewhere)
    (root / place).symlink_to(elsewhere)
    before = snapshot(tmp_path)
    with pytest.raises(NotSaved) as told:
        save(root, TODAY, KIM, draft())
    assert told.value.why == "linked"
    assert f"commitments/{place}" in str(told.value)
    assert snapshot(tmp_path) == before


def test_where_the_records_are_behind_a_link_the_real_folder_is_named(tmp_path: Path) -> None:
    real = folder(tmp_path / "repository").rename(tmp_path / "repository" / "records")
    (tmp_path / "commitments").symlink_to(real)
    saved = save(tmp_path / "commitments", TODAY, KIM, draft())
    assert saved.note == "records/notes/2024-c1a/2026-05-01.yaml"
    assert saved.commands[0] == "git add records/notes/2024-c1a/2026-05-01.yaml"
    assert (tmp_path / "repository" / saved.note).is_file()
    sound(tmp_path / "commitments")
    assert len(load(tmp_path / "commitments", TODAY).register.notes_of("2024-c1a")) == 4


# the same source by two at once -------------------------------------------------------------------------------------------

PROGRAM = """
import sys, time
from pathlib import Path
from models.writing.saving import save
from tests.samples.drafts import KIM, NEW, draft
from tests.samples.registers import TODAY

root, id_, go = Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3])
sources = [[{**NEW, "id": id_, "says_en": f"The council decided point {n}.", "title": f"Minutes {n}"}] for n in range(6)]
(go.parent / f"{time.monotonic_ns()}.ready").touch()
while not go.exists():
    time.sleep(0.001)
for number, source in enumerate(sources):
    save(root, TODAY, KIM, draft((), tuple(source), reason_en=f"{number}."))
"""


@pytest.mark.parametrize("ids", [("", "", ""), ("minutes", "council", "other")], ids=["the same name", "names of their own"])
def test_a_source_that_several_processes_add_at_once_is_written_once(tmp_path: Path, ids: tuple[str, ...]) -> None:
    root, go = folder(tmp_path), tmp_path / "go"
    running = [subprocess.Popen([sys.executable, "-c", PROGRAM, str(root), id_, str(go)], cwd=ROOT, stderr=subprocess.PIPE) for id_ in ids]
    while len(list(tmp_path.glob("*.ready"))) < len(ids):
        assert all(process.poll() is None for process in running)
        time.sleep(0.01)
    go.touch()
    for process in running:
        _, errors = process.communicate(timeout=120)
        assert process.returncode == 0, errors.decode()
    sound(root)
    register = load(root, TODAY).register
    said = [source.says["en"] for source in register.evidence if source.says["en"].startswith("The council decided point")]
    assert sorted(said) == [f"The council decided point {number}." for number in range(6)]
    assert len(register.notes_of("2024-c1a")) == 3 + 6 * len(ids)
