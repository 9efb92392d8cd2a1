"""Saving a note while the disk fails, the process dies or another one saves: nothing is broken at any instant."""

from __future__ import annotations

import datetime as dt
import errno
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from models.loading import load
from models.writing import new_files, saving
from models.writing.saving import NotSaved, as_yaml, save
from tests.samples.drafts import KIM, NEW, draft, snapshot, sound
from tests.samples.registers import ROOT, TODAY, folder

STEPS = ("makedirs", "open", "write", "fsync", "close", "link", "unlink")


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """A process that really ends lets go of its lock; one that only stands for it does not, and nobody shall wait for it."""
    monkeypatch.setattr(new_files, "PATIENCE", 0.01)


class Killed(BaseException):
    """Stands for the end of the process: nothing that comes after it is done."""


class Disk:
    """The functions of `os` that saving uses; at the step `at` something happens instead."""

    def __init__(self, at: int = -1, what: Callable[[], None] = lambda: None) -> None:
        self.at, self.what, self.steps = at, what, 0
        self.log: list[str] = []

    def __getattr__(self, name: str) -> Any:
        real = getattr(os, name)
        if name not in STEPS:
            return real

        def step(*given: Any, **named: Any) -> Any:
            here, self.steps = self.steps, self.steps + 1
            self.log.append(name)
            if here == self.at:
                self.what()
            return real(*given, **named)

        return step


def dies() -> Disk:
    """A disk on which, from the step set in `at` on, nothing happens any more."""
    disk = Disk()

    def die() -> None:
        disk.at = disk.steps  # and so is the next step, and the one after
        raise Killed

    disk.what = die
    return disk


def all_steps(tmp_path: Path) -> list[str]:
    disk = Disk()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(new_files, "os", disk)
        save(folder(tmp_path), TODAY, KIM, draft((), (NEW,), commitment="2023-p2a"))
    return disk.log


def test_after_a_crash_between_any_two_steps_the_records_are_sound_and_saving_goes_on(tmp_path: Path) -> None:
    steps = all_steps(tmp_path / "counted")
    assert set(steps) == set(STEPS)
    for at in range(len(steps)):
        root = folder(tmp_path / str(at))
        before, disk = snapshot(root), dies()
        disk.at = at
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(new_files, "os", disk)
            with pytest.raises(Killed):
                save(root, TODAY, KIM, draft((), (NEW,), commitment="2023-p2a"))
        sound(root)
        after = snapshot(root)
        assert {name: after[name] for name in before} == before, steps[at]
        written = {name for name in after if name not in before and not Path(name).name.startswith(".")}
        save(root, TODAY, KIM, draft((), (NEW,), commitment="2023-p2a"))
        sound(root)
        register = load(root, TODAY).register
        assert len(register.evidence) == 2, f"a source was written twice after a crash at {steps[at]}"
        assert len(register.notes_of("2023-p2a")) == 1 + ("notes/2023-p2a/2026-05-01.yaml" in written)


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO, errno.EACCES])
def test_when_the_disk_fails_at_any_step_it_is_said_and_nothing_is_half_written(tmp_path: Path, number: int) -> None:
    steps = all_steps(tmp_path / "counted")
    refused = 0
    for at in range(len(steps)):
        root = folder(tmp_path / str(at))

        def fail() -> None:
            raise OSError(number, os.strerror(number))

        why = None
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(new_files, "os", Disk(at, fail))
            try:
                save(root, TODAY, KIM, draft((), (NEW,), commitment="2023-p2a"))
            except NotSaved as failure:
                why, refused = failure.why, refused + 1
        assert why in (None, {errno.ENOSPC: "full", errno.EIO: "failed", errno.EACCES: "closed"}[number])
        assert len(load(root, TODAY).register.notes_of("2023-p2a")) == (1 if why is None else 0)
        sound(root)
    assert refused >= 8


def test_what_would_read_back_differently_is_not_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = folder(tmp_path)
    before = snapshot(root)
    monkeypatch.setattr(saving, "as_yaml", lambda data: as_yaml({**data, "by": "Somebody else"}))
    with pytest.raises(NotSaved):
        save(root, TODAY, KIM, draft())
    monkeypatch.setattr(saving, "as_yaml", lambda data: as_yaml(data)[:-20])
    with pytest.raises(NotSaved):
        save(root, TODAY, KIM, draft())
    assert snapshot(root) == before


def test_hidden_files_of_a_crash_are_cleared_once_nobody_can_be_writing_them(tmp_path: Path) -> None:
    root = folder(tmp_path)
    old, young = root / "notes/2024-c1a/.2026-05-01.aa.unfinished", root / "notes/2024-c1a/.2026-05-01.bb.unfinished"
    for path in (old, young):
        path.write_text("status: don", encoding="utf-8")
    long_ago = time.time() - 2 * new_files.ABANDONED
    os.utime(old, (long_ago, long_ago))
    sound(root)
    save(root, TODAY, KIM, draft())
    assert not old.exists()
    assert young.exists()


# real processes ------------------------------------------------------------------------------------------------------------

PROGRAM = """
import os, signal, sys, time
from pathlib import Path
from models.writing import new_files
from models.writing.saving import save
from tests.samples.drafts import KIM, NEW, draft
from tests.samples.registers import TODAY
from tests.models.writing.test_interrupted_saving import Disk

root, job, start = Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3])
(start.parent / f"{os.getpid()}.ready").touch()
while not start.exists():
    time.sleep(0.001)
if job.startswith("die"):
    new_files.os = Disk(int(job[3:]), lambda: os.kill(os.getpid(), signal.SIGKILL))
    save(root, TODAY, KIM, draft((), (NEW,), commitment="2023-p2a"))
else:
    for number in range(6):
        save(root, TODAY, KIM, draft((), ({**NEW, "says_en": f"{job} {number}."},), reason_en=f"{job} {number}."))
"""


def start(root: Path, job: str, signal_file: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-c", PROGRAM, str(root), job, str(signal_file)]
    return subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE)


def test_a_process_that_is_killed_leaves_sound_records(tmp_path: Path) -> None:
    steps = all_steps(tmp_path / "counted")
    link = steps.index("link")
    chosen = (steps.index("write"), link, link + 1, len(steps) - 1)
    roots = [folder(tmp_path / str(at)) for at in chosen]
    go = tmp_path / "go"
    go.touch()
    running = [start(root, f"die{at}", go) for root, at in zip(roots, chosen, strict=True)]
    for process, root in zip(running, roots, strict=True):
        process.communicate(timeout=60)
        assert process.returncode == -signal.SIGKILL
        sound(root)
        save(root, TODAY, KIM, draft((), (NEW,), commitment="2023-p2a"))
        sound(root)
        assert len(load(root, TODAY).register.evidence) == 2


def test_two_processes_that_save_at_once_both_keep_everything(tmp_path: Path) -> None:
    root, go = folder(tmp_path), tmp_path / "go"
    running = [start(root, job, go) for job in ("One", "Two")]
    while len(list(tmp_path.glob("*.ready"))) < 2:
        assert all(process.poll() is None for process in running)
        time.sleep(0.01)
    go.touch()
    for process in running:
        _, errors = process.communicate(timeout=60)
        assert process.returncode == 0, errors.decode()
    sound(root)
    register = load(root, TODAY).register
    notes = [note for note in register.notes_of("2024-c1a") if note.as_of == dt.date(2026, 5, 1)]
    said = {f"{job} {number}." for job in ("One", "Two") for number in range(6)}
    assert {note.reason["en"] for note in notes} == said
    assert len(notes) == 12
    for note in notes:
        assert register.evidence_by_id[note.evidence[0]].says.en == note.reason.en
    assert not list(root.rglob(".*.unfinished"))
