"""Several servers over one store, as real processes: nothing is lost between them, nor by one that is killed."""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from models.keeping.drafts import drafts, new_id
from models.writing.drafts import Draft
from tests.samples.registers import ROOT

PROGRAM = """
import os, sys, time
from pathlib import Path
from models.keeping.drafts import Overtaken, drafts
from models.writing.drafts import Draft

job, id_, name, go = sys.argv[1], sys.argv[2], sys.argv[3], Path(sys.argv[4])
(go.parent / f"{name}.ready").touch()
while not go.exists():
    time.sleep(0.001)
kept = drafts()
def words(n):
    return Draft("2024-c2a", {"reason_en": f"{name} {n} " + "x" * 3000})
if job == "begin":  # the very first that anybody keeps
    print(kept.keep(id_, name, words(0), 0))
elif job == "claim":
    try:
        print(kept.begin_saving(id_, "kim", 1))
    except Overtaken:
        print("told")
elif job == "write":  # forty changes of one draft, each on top of what was read
    for n in range(40):
        while True:
            held = kept.find(id_, "kim")
            try:
                kept.keep(id_, "kim", words(n), held.revision)
            except Overtaken as told:
                assert told.now.revision > held.revision
            else:
                break
    print("written")
else:  # until it is killed
    seen = 0
    while True:
        seen = kept.keep(id_, name, words(seen), seen)
        os.write(1, f"{seen}\\n".encode())  # acknowledged
"""


def start(job: str, id_: str, name: str, go: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", PROGRAM, job, id_, name, str(go)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def all_at_once(tmp_path: Path, job: str, ids: list[str]) -> list[str]:
    """What as many processes say that begin the same job at the same instant."""
    go = tmp_path / "go"
    running = [start(job, id_, f"w{number}", go) for number, id_ in enumerate(ids)]
    while len(list(tmp_path.glob("*.ready"))) < len(ids):
        assert all(process.poll() is None for process in running)
        time.sleep(0.01)
    go.touch()
    said = []
    for process in running:
        out, errors = process.communicate(timeout=120)
        assert process.returncode == 0, errors
        said.append(out.strip())
    return said


def test_servers_that_start_at_the_same_instant_lay_out_one_store(kept_in: str, tmp_path: Path) -> None:
    ids = [new_id() for _ in range(4)]
    assert all_at_once(tmp_path, "begin", ids) == ["1"] * 4
    for number, id_ in enumerate(ids):
        assert drafts().find(id_, f"w{number}")


def test_no_change_is_lost_between_two_servers(kept_in: str, tmp_path: Path) -> None:
    id_ = new_id()
    drafts().keep(id_, "kim", Draft("2024-c2a"), 0)
    assert all_at_once(tmp_path, "write", [id_, id_]) == ["written"] * 2
    kept = drafts().find(id_, "kim")
    assert kept
    assert kept.revision == 81


def test_of_servers_that_save_one_draft_at_the_same_instant_one_does(kept_in: str, tmp_path: Path) -> None:
    id_ = new_id()
    drafts().keep(id_, "kim", Draft("2024-c2a"), 0)
    assert sorted(all_at_once(tmp_path, "claim", [id_] * 3)) == ["2", "told", "told"]


@pytest.mark.parametrize("seed", range(3))
def test_a_server_that_is_killed_leaves_every_draft_that_it_acknowledged(kept_in: str, tmp_path: Path, seed: int) -> None:
    go, ids = tmp_path / "go", [new_id(), new_id()]
    running = [start("until", id_, f"w{number}", go) for number, id_ in enumerate(ids)]
    while len(list(tmp_path.glob("*.ready"))) < 2:
        time.sleep(0.01)
    go.touch()
    first = running[0].stdout
    assert first
    assert first.readline() == "1\n"
    time.sleep(random.Random(seed).uniform(0.0, 0.4))
    for process in running:
        os.kill(process.pid, signal.SIGKILL)
    for number, (process, id_) in enumerate(zip(running, ids, strict=True)):
        out, _ = process.communicate(timeout=60)
        said = [1 if number == 0 else 0, *(int(line) for line in out.splitlines() if line)]
        kept = drafts().find(id_, f"w{number}")
        assert (kept.revision if kept else 0) in (said[-1], said[-1] + 1), "acknowledged, or one that was under way"
        if kept:
            assert kept.draft.typed("reason_en").startswith(f"w{number} {kept.revision - 1} ")
            assert drafts().keep(id_, f"w{number}", Draft("2024-c2a"), kept.revision) == kept.revision + 1
    if kept_in == "sqlite":
        with sqlite3.connect(tmp_path / "state" / "drafts.sqlite") as connection:
            assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
