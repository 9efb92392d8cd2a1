"""A source whose review cannot be read counts as nobody knows what: what rests on it is withheld, for one mistake and in one sentence."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from models.loading import Loaded, load
from models.records.terms import Grade
from models.register.standing import Standing
from tests.samples.registers import LATEST, SOUND, TODAY, edited, folder, loaded, real
from tests.samples.withheld import changed, copied, deciding, read

FILE = "reviews/2026-11-28.yaml"
FIRST = "agenda-2018-decision-yonhap"
"""The first source that the real file reviews: recorded as independent, without a basis, and reviewed as self-reported."""
SMALL = "reviews/2026-11-21.yaml"
LOWERED = (
    "by: reader\nsources:\n  - {source: ordinance, grade: self-reported, basis: release, because: {en: A release., ko: 보도자료이다.}}\n"
)
EARLIER = LOWERED.replace("self-reported, basis: release", "inferred")
UNREVIEWED = SOUND["evidence/offices.yaml"].replace("id: ordinance", "id: another")


def broken(root: Path, old: str, new: str) -> Loaded:
    """The real records with one edit in their reviews."""
    folder = copied(root)
    text = (folder / FILE).read_text(encoding="utf-8")
    assert old in text
    (folder / FILE).write_text(text.replace(old, new, 1), encoding="utf-8")
    return read(folder)


def resting_on(sources: set[str]) -> dict[str, Standing]:
    return {id_: Standing.WITHHELD for id_, note in deciding().items() if sources & set(note.evidence)}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (f"source: {FIRST}\n    grade: self-reported", f"source: {FIRST}\n    grade: self-reportd"),
        (f"source: {FIRST}\n    grade: self-reported\n    basis: release", f"source: {FIRST}\n    grade: self-reported\n    basis: audit"),
        (f"source: {FIRST}\n", f"source: {FIRST}s\n"),
        (f"source: {FIRST}\n", "source: Agenda 2018\n"),
        (f"- source: {FIRST}\n    grade", "- grade"),
    ],
)
def test_one_slip_in_a_review_is_one_problem_and_withholds_what_rests_on_its_source(tmp_path: Path, old: str, new: str) -> None:
    found = broken(tmp_path, old, new)
    assert (len(found.problems), found.withheld) == (1, 1)
    assert changed(found.register) == resting_on({FIRST}) != {}
    assert set(real().evidence_by_id) - set(found.register.evidence_by_id) == {FIRST}


def test_reviews_that_are_withheld_together_withhold_what_rests_on_any_of_their_sources(tmp_path: Path) -> None:
    found = broken(tmp_path, "by: second-reading-2026\n", "")
    assert [problem.code for problem in found.problems] == ["missing"]
    reviewed = {review.source for reviews in real().reviews for review in reviews.sources}
    assert changed(found.register) == resting_on(reviewed)
    assert len(changed(found.register)) > 10


def test_a_file_of_reviews_that_cannot_be_read_may_be_of_every_source_without_another(tmp_path: Path) -> None:
    found = broken(tmp_path, "sources:\n", "sources:\n\tx: [\n")
    assert [(problem.code, problem.path) for problem in found.problems] == [("tab", f"commitments/{FILE}")]
    assert changed(found.register) == resting_on(set(real().evidence_by_id))


# the small register: 2024-c1a rests on the ordinance ------------------------------------------------------------------


def stands(found: Loaded) -> str:
    return str(found.register.standing_of(found.register.commitment_by_id["2024-c1a"], TODAY))


def test_done_never_stands_on_a_grade_that_a_review_may_have_lowered(tmp_path: Path) -> None:
    done = {
        "notes/2024-c1a/2026-03-01.yaml": edited("notes/2024-c1a/2026-01-01.yaml", "status: partly-done", "status: done")[
            "notes/2024-c1a/2026-01-01.yaml"
        ]
    }
    assert stands(loaded(tmp_path / "sound", done)) == "done"
    (refused,) = (each for each in loaded(tmp_path / "lowered", {**done, SMALL: LOWERED}).problems if "2026-03-01" in each.path)
    assert refused.code == "self-reported"
    unreadable = loaded(tmp_path / "unreadable", {**done, SMALL: LOWERED + "\tx"})
    assert (stands(unreadable), [problem.path for problem in unreadable.problems]) == ("withheld", [f"commitments/{SMALL}"])


@pytest.mark.parametrize(
    ("changes", "kept"),
    [
        ({SMALL: LOWERED, "reviews/2026-11-20.yaml": "x: ["}, {"ordinance", "another"}),
        ({SMALL: EARLIER.replace("inferred", "gone"), "reviews/2026-11-21-2.yaml": LOWERED}, {"ordinance", "another"}),
        ({"reviews/2026-11-20.yaml": LOWERED, SMALL: "x: ["}, {"ordinance"}),
        ({"reviews/2026-11-20.yaml": LOWERED, SMALL: EARLIER.replace("inferred", "gone")}, {"another"}),
        ({"reviews/2026-11-19.yaml": "x: ["}, {"ordinance", "another"}),
        ({"reviews/2026-11-21.yml": LOWERED}, set()),
        ({SMALL: LOWERED, "reviews/2026-11-21.yaml~": LOWERED}, {"ordinance", "another"}),
        ({SMALL: LOWERED.replace("release,", "release, x: y,") + "  - {source: another, grade: primary}\n"}, {"another"}),
    ],
    ids=["older-file", "older-review", "newer-file", "newer-review", "before-it-was-seen", "wrong-ending", "copy", "beside-a-sound-one"],
)
def test_what_is_known_to_be_reviewed_otherwise_stays(tmp_path: Path, changes: dict[str, str], kept: set[str]) -> None:
    sources = {
        "evidence/offices.yaml": SOUND["evidence/offices.yaml"]
        + UNREVIEWED.replace("seen: 2026-11-20", "seen: 2026-11-21" if "reviews/2026-11-20.yaml" in changes else "seen: 2026-11-20")
    }
    assert set(loaded(tmp_path, {**sources, **changes}).register.evidence_by_id) == kept


def test_a_folder_of_reviews_that_cannot_be_opened_may_be_of_any_source(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root, scandir = folder(tmp_path, {SMALL: LOWERED}), os.scandir

    def refused(path: Any = ".") -> Any:
        if Path(path) == root / "reviews":
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refused)
    found = load(root, TODAY)
    assert (stands(found), len(found.problems)) == ("withheld", 1)


def test_a_source_that_lacks_a_basis_is_told_beside_a_withheld_review_of_another(tmp_path: Path) -> None:
    silent = UNREVIEWED.replace("grade: primary", "grade: independent")
    found = loaded(
        tmp_path, {"evidence/offices.yaml": SOUND["evidence/offices.yaml"] + silent, SMALL: LOWERED.replace("release,", "release, x: y,")}
    )
    assert [problem.code for problem in found.problems] == ["basis", "unknown-field"]


# second judgements ------------------------------------------------------------------------------------------------


RULINGS, SECOND = "judgements/rulings.yaml", "judgements/second/2017.yaml"


def unreadable(text: str) -> str:
    return f"{text}\n\tx: [\n"


def with_another(field: str, value: str) -> Callable[[str], str]:
    """The text with another value in its first field of this name."""

    def edit(text: str) -> str:
        before, _, after = text.partition(f"{field}: ")
        return f"{before}{field}: {value}{after[len(after.split(maxsplit=1)[0]) :]}"

    return edit


@pytest.mark.parametrize(
    "file", [RULINGS, SECOND, "judgements/second/2011.yaml", "judgements/second/2024.yaml", "codings/settlements/2011.yaml"]
)
def test_a_file_of_judgements_that_cannot_be_read_is_one_problem(tmp_path: Path, file: str) -> None:
    held(tmp_path, file, unreadable)


@pytest.mark.parametrize(
    ("file", "edit"),
    [
        (RULINGS, with_another("commitment", "2011-p99a")),
        (RULINGS, with_another("commitment", "2011-p1a")),
        (RULINGS, with_another("second", "dome")),
        (SECOND, with_another("commitment", "2017-p99a")),
        (SECOND, with_another("status", "dome")),
    ],
)
def test_one_slip_in_a_judgement_is_one_problem(tmp_path: Path, file: str, edit: Callable[[str], str]) -> None:
    held(tmp_path, file, edit)


def held(root: Path, file: str, edit: Callable[[str], str]) -> None:
    records = copied(root)
    text = (records / file).read_text(encoding="utf-8")
    assert edit(text) != text
    (records / file).write_text(edit(text), encoding="utf-8")
    found = load(records, LATEST)
    assert [problem.path for problem in found.problems] == [f"commitments/{file}"]
    assert changed(found.register) == {}


def test_the_real_reviews_count() -> None:
    assert real().grade_of(real().evidence_by_id[FIRST]) is Grade.SELF_REPORTED
    assert real().evidence_by_id[FIRST].grade is Grade.INDEPENDENT
