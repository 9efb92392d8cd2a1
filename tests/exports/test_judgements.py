"""Judgements for other programs: which notes count, what reviews found, and both judgements side by side."""

from __future__ import annotations

import csv
import io
from functools import cache
from typing import Any

from exports.commitments import for_programs
from exports.dataset import document
from models.records.terms import Grade
from tests.samples.registers import LATEST, real


@cache
def exported(name: str) -> dict[str, dict[str, Any]]:
    return {entry["id"]: entry for entry in document(real(), LATEST)[name]}


def test_every_note_is_there_and_says_whether_it_counts() -> None:
    notes = exported("notes")
    assert set(notes) == {note.id for note in real().notes}
    aside = {id_ for id_, entry in notes.items() if not entry["counts"]}
    assert aside == {note.id for note in real().notes if real().is_set_aside(note)}
    assert len(aside) > 30
    wrong = notes["2011-p12c/2025-06-30"]
    assert (wrong["status"], wrong["counts"], wrong["corrected_by"]) == ("done", False, "2011-p12c/2025-06-30-2")
    right = notes["2011-p12c/2025-06-30-2"]
    assert (right["status"], right["counts"], right["corrected_by"], right["corrects"]) == ("partly-done", True, None, "2025-06-30")
    recoded = notes["2023-p6a/2026-11-21"]
    assert (recoded["counts"], recoded["corrected_by"]) == (False, None)


def test_the_status_of_a_commitment_comes_from_what_counts() -> None:
    notes = exported("notes").values()
    for id_, entry in exported("commitments").items():
        counting = [note for note in notes if note["commitment"] == id_ and note["counts"] and note["actor"] is None]
        assert entry["status"] in {None, *(note["status"] for note in counting)}, id_
        assert bool(entry["status"]) is bool(counting), id_
    assert exported("commitments")["2023-p6a"]["status"] is None
    rows = {row["id"]: row for row in csv.DictReader(io.StringIO(for_programs(real(), LATEST).decode("utf-8-sig")))}
    assert rows["2023-p6a"]["status"] == ""
    assert rows["2023-c2a"]["status"] == "no-evidence"


def test_a_source_is_as_recorded_and_has_its_review_beside_it() -> None:
    source = exported("evidence")["wednesday-lectures-pedien"]
    assert (source["grade"], source["basis"]) == ("independent", None)
    assert source["review"]["on"] == "2026-11-28"
    assert (source["review"]["grade"], source["review"]["basis"]) == ("self-reported", "release")
    assert set(source["review"]["because"]) == {"en", "ko"}
    assert "source" not in source["review"]
    for id_, entry in exported("evidence").items():
        now = entry["review"]["grade"] if entry["review"] else entry["grade"]
        assert Grade(now) is real().grade_of(real().evidence_by_id[id_])


def test_both_judgements_stand_side_by_side() -> None:
    judgements = exported("judgements")
    whole = [entry for entry in judgements.values() if entry["actor"] is None]
    assert (len(judgements), len(whole)) == (86, 60)
    assert sum(entry["first"] == entry["second"] for entry in whole) == 54
    own = judgements["2011-p12c/gwangju"]
    assert (own["commitment"], own["actor"], own["first"], own["second"]) == ("2011-p12c", "gwangju", "done", "partly-done")
    assert all(entry["why"] for entry in judgements.values())
    assert {source for entry in judgements.values() for source in entry["evidence"]} <= set(exported("evidence"))
