"""A judgement that is missing for a mistake in the records is withheld: exactly those, and on every day that they tell of."""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path
from typing import Any

import pytest

from models.loading import load
from models.register.answering import withheld_records
from models.register.queues import Queue, queue
from models.register.second_judgements import twice_judged
from models.register.standing import Standing
from tests.samples.registers import LATEST, ROOT, TODAY, edited, folder, loaded, real
from tests.samples.withheld import changed, copied, deciding, read, resting_on_the_sources, with_a_slip, without_sources

NOTE = "notes/2024-c1a/2026-01-01.yaml"
OWN = "notes/2024-c1a/2026-02-01.yaml"


def stands(found: Any, on: dt.date = TODAY, id_: str = "2024-c1a") -> str:
    register = found.register
    return str(register.standing_of(register.commitment_by_id[id_], on))


# the real records --------------------------------------------------------------------------------------------------


def test_one_broken_file_of_sources_withholds_the_judgements_that_rest_on_it_and_no_others(tmp_path: Path) -> None:
    found = read(without_sources(tmp_path))
    assert len(found.problems) == 1
    expected = resting_on_the_sources()
    assert len(expected) > 10
    assert changed(found.register) == dict.fromkeys(expected, Standing.WITHHELD)
    assert {each.id for each in found.register.withheld_on(LATEST)} == expected


def test_a_slip_in_the_note_that_decides_withholds_that_commitment_alone(tmp_path: Path) -> None:
    note = deciding()["2017-c5a"]
    found = read(with_a_slip(tmp_path, note.id))
    assert [problem.code for problem in found.problems] == ["unknown-field"]
    assert changed(found.register) == {"2017-c5a": Standing.WITHHELD}
    assert found.register.decision_on("2017-c5a", LATEST) is None


def test_a_slip_in_an_older_note_leaves_the_standing_and_is_known_to_be_withheld(tmp_path: Path) -> None:
    newest = deciding()["2017-c5a"]
    older = next(note for note in real().notes_of("2017-c5a") if note.as_of < newest.as_of and note.actor is None)
    register = read(with_a_slip(tmp_path, older.id)).register
    assert changed(register) == {}
    assert [note.id for note in register.withheld_of("2017-c5a")] == [older.id]


def test_a_slip_in_a_note_that_was_corrected_is_one_problem_and_hides_nothing(tmp_path: Path) -> None:
    """2024-c4a: what was wrong is withheld, its correction decides as before and is not refused for naming it."""
    found = read(with_a_slip(tmp_path, "2024-c4a/2026-11-21"))
    assert [problem.path.partition("/")[2] for problem in found.problems] == ["notes/2024-c4a/2026-11-21.yaml"]
    assert changed(found.register) == {}


def test_a_slip_in_a_correction_is_one_problem_too(tmp_path: Path) -> None:
    found = read(with_a_slip(tmp_path, "2024-c4a/2026-11-21-2"))
    assert [problem.path.partition("/")[2] for problem in found.problems] == ["notes/2024-c4a/2026-11-21-2.yaml"]
    assert changed(found.register) == {"2024-c4a": Standing.WITHHELD}


def test_a_first_judgement_that_is_withheld_is_not_one_that_was_never_made(tmp_path: Path) -> None:
    before = {pair.second.commitment for pair in twice_judged(real()) if pair.first is None}
    pairs = twice_judged(read(without_sources(tmp_path)).register)
    assert {pair.second.commitment for pair in pairs if pair.first is None and not pair.withheld} == before
    assert any(pair.withheld for pair in pairs)


# the small ones ----------------------------------------------------------------------------------------------------


def test_the_day_looked_at_decides_what_a_withheld_note_hides(tmp_path: Path) -> None:
    found = loaded(tmp_path, {NOTE: "status: ["})
    assert stands(found, dt.date(2025, 12, 31)) == "started"
    assert stands(found, dt.date(2026, 1, 1)) == "withheld"
    then = found.register.as_of(dt.date(2025, 12, 31))
    assert then.withheld_notes == ()
    assert then.withheld_on(dt.date(2025, 12, 31)) == ()


def test_a_withheld_commitment_waits_in_no_queue(tmp_path: Path) -> None:
    found = loaded(tmp_path, {NOTE: "status: ["})
    assert {row.commitment.id for which in Queue for row in queue(found.register, which, TODAY)} == {"2023-p2a"}


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("evidence/offices.yaml", "grade: primary", "grade: first"),
        ("evidence/offices.yaml", "- id: ordinance", "- id: ["),
        (NOTE, "status: partly-done", "status: half-done"),
        (NOTE, "written: 2026-11-21", "written: 2031-01-01"),
        (NOTE, "evidence: [ordinance]", "evidence: []"),
        (NOTE, "by: curation", "by: curation\nby: somebody"),
    ],
)
def test_whatever_is_wrong_with_the_note_or_its_source_an_older_one_does_not_decide(tmp_path: Path, name: str, old: str, new: str) -> None:
    assert stands(loaded(tmp_path, edited(name, old, new))) == "withheld"


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("notes/2024-c1a/2026-01-01.yml", "withheld"),
        ("notes/2024-c1a/2026-01-01 (2).yaml", "withheld"),
        ("notes/2024-C1A copy/2026-01-01.yaml", "withheld"),
        ("notes/2024-c1a/2026-13-01.yaml", "withheld"),
        ("notes/2024-c1a/photo.jpg", "started"),
        ("notes/2024-c1a/2025-04-01.yaml~", "started"),
        ("notes/2024-c1a/2025-04-01.yaml.bak", "started"),
        ("notes/2024-c1a/2024-12-31.yaml.txt", "started"),
        ("notes/2026-01-01.yaml", "started"),
    ],
)
def test_a_file_that_may_be_a_note_hides_what_it_may_say(tmp_path: Path, path: str, expected: str) -> None:
    """Only the note of April 2025 is where it belongs; beside it lies a file with a wrong name."""
    found = loaded(tmp_path, {NOTE: None, OWN: None, path: "status: done\n"})
    assert found.problems
    assert stands(found) == expected


def test_a_note_of_nobody_knows_what_hides_where_nothing_can_be_read(tmp_path: Path) -> None:
    found = loaded(tmp_path, {"notes/2026-01-01.yaml": "status: done\n"})
    assert stands(found) == "partly-done"
    assert stands(found, id_="2023-p2a") == "withheld"


@pytest.mark.parametrize(
    ("closed", "expected"),
    [
        ("notes", {"2024-c1a": "withheld", "2023-p2a": "withheld"}),
        ("notes/2024-c1a", {"2024-c1a": "withheld", "2023-p2a": "not-assessed"}),
        ("evidence", {"2024-c1a": "withheld", "2023-p2a": "not-assessed"}),
        ("pledges", {"2024-c1a": "partly-done", "2023-p2a": "not-assessed"}),
    ],
)
def test_a_folder_that_cannot_be_opened_withholds_what_it_may_hold(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, closed: str, expected: dict[str, str]
) -> None:
    root, scandir = folder(tmp_path), os.scandir

    def refused(path: Any = ".") -> Any:
        if Path(path) == root / closed:
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refused)
    found = load(root, TODAY)
    assert [problem.code for problem in found.problems] == ["unreadable"]
    assert {id_: stands(found, id_=id_) for id_ in expected} == expected


@pytest.mark.parametrize(
    "closed", sorted({path.relative_to(ROOT / "commitments").parts[0] for path in (ROOT / "commitments").glob("*/**/*.yaml")})
)
def test_a_folder_of_the_real_records_that_cannot_be_opened_is_one_problem(monkeypatch: pytest.MonkeyPatch, closed: str) -> None:
    """What rests on the records in it, such as the settlement of two judgements, is not said to be wrong as well."""
    root, scandir = ROOT / "commitments", os.scandir

    def refused(path: Any = ".") -> Any:
        if Path(path) == root / closed:
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refused)
    assert [(problem.code, problem.path) for problem in load(root, LATEST).problems] == [("unreadable", f"commitments/{closed}")]


@pytest.mark.parametrize("name", ["notes", "notes/2024-c1a"])
def test_a_folder_that_is_a_link_is_not_read_and_hides_the_same(tmp_path: Path, name: str) -> None:
    root = folder(tmp_path)
    (root / name).rename(tmp_path / "elsewhere")
    (root / name).symlink_to(tmp_path / "elsewhere")
    assert stands(load(root, TODAY)) == "withheld"


# single bodies -----------------------------------------------------------------------------------------------------


def test_a_withheld_note_on_one_body_hides_its_own_record_and_not_the_whole(tmp_path: Path) -> None:
    found = loaded(tmp_path, edited(OWN, "status: done", "status: dome"))
    assert stands(found) == "partly-done"
    (gwangju,) = [body for body in found.register.bodies if body.id == "gwangju"]
    assert withheld_records(found.register, gwangju, TODAY) == ("2024-c1a",)
    assert withheld_records(found.register, gwangju, dt.date(2026, 1, 31)) == ()


def test_a_note_of_which_nobody_can_tell_whom_it_judges_may_be_on_the_whole(tmp_path: Path) -> None:
    assert stands(loaded(tmp_path, {OWN: "status: ["})) == "withheld"


def test_such_a_note_makes_no_own_record_where_none_can_be_read(tmp_path: Path) -> None:
    register = loaded(tmp_path, {OWN: "status: ["}).register
    assert [withheld_records(register, body, TODAY) for body in register.bodies if body.id == "gwangju"] == [()]


def test_a_note_on_a_misspelt_body_hides_no_whole_but_the_records_of_bodies(tmp_path: Path) -> None:
    later = edited(OWN, "actor: gwangju", "actor: gwangjuu")[OWN]
    found = loaded(tmp_path, {"notes/2024-c1a/2026-03-01.yaml": later})
    assert stands(found) == "partly-done"
    (gwangju,) = [body for body in found.register.bodies if body.id == "gwangju"]
    assert withheld_records(found.register, gwangju, TODAY) == ("2024-c1a",)


# counts ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("changes", "kept"),
    [
        (edited("evidence/offices.yaml", "grade: primary", "grade: first"), False),
        (edited("measures/offices.yaml", "value: 1,", "value: one,"), False),
        (edited("measures/offices.yaml", "points: [", "points: [{on: 2024, value: one, evidence: [ordinance]}, "), True),
        ({"measures/offices.yaml": "title: ["}, False),
    ],
)
def test_a_count_that_is_missing_for_a_mistake_is_known_to_be(tmp_path: Path, changes: dict[str, str], kept: bool) -> None:
    register = loaded(tmp_path, changes).register
    assert register.withheld_of_measure("offices")
    assert ("offices" in register.measure_by_id) is kept
    assert register.unmeasured == (frozenset() if kept else {"offices"})


def test_sound_records_withhold_nothing() -> None:
    register = real()
    assert (register.withheld_notes, register.withheld_counts, register.unmeasured) == ((), (), frozenset())
    assert Standing.WITHHELD not in {register.standing_of(each, LATEST) for each in register.commitment_by_id.values()}


def test_the_real_records_are_whole_in_a_copy(tmp_path: Path) -> None:
    assert changed(read(copied(tmp_path)).register) == {}
