"""The case book of judgements: `judgements.yaml` says what is given and what must come of it."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml

from exports.dataset import document
from models.loading import Loaded, load
from models.register import answering
from models.register.frames.timeline import status_changes
from models.register.independence import apart
from models.register.queues import Queue, queue
from models.writing import landed
from tests.samples.registers import LATEST, SOUND, folder
from tests.samples.repositories import Repository

CASES: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "judgements.yaml").read_text(encoding="utf-8"))
DAY = str(LATEST)
SENTENCE = {"en": "A sentence.", "ko": "문장이다."}
PUBLISHERS = "publishers:\n  - {en: Kwangju Ilbo, ko: 광주일보}\n"
NEW_CITY = "  - {id: new-city, name: {en: New City, ko: 새 도시}, kind: city, WRITE}\n"
GWANGJU = "  - {id: gwangju, name: {en: Gwangju, ko: 광주}, kind: city}\n"


def cases(*names: str) -> Any:
    return pytest.mark.parametrize("case", [case for name in names for case in CASES[name]], ids=lambda case: case["case"])


class _InFull(yaml.SafeDumper):
    """Says everything where it belongs: records have no references to elsewhere."""

    def ignore_aliases(self, data: object) -> bool:
        return True


def written(data: Any) -> str:
    return yaml.dump(data, Dumper=_InFull, allow_unicode=True, sort_keys=False)


def source(id_: str, **fields: Any) -> dict[str, Any]:
    given = {"grade": "independent", "basis": "own-reporting", "publisher": id_, **fields}
    days = {"happened": "2025-03-02", "published": "2025-03", "seen": "2026-11-20"}
    whole = {"id": id_, "says": SENTENCE, "title": "A page", **days, "confidence": "high", **given}
    return {field: value for field, value in whole.items() if value is not None}


def changed(edits: dict[str, Any], base: dict[str, str]) -> dict[str, str | None]:
    """The files with each edit in them."""
    found: dict[str, str | None] = {}
    for name, pair in edits.items():
        if name == "without_test":
            continue
        assert base[name].count(pair[0]), f"{pair[0]!r} is not in {name}"
        found[name] = base[name].replace(*pair, 1)
        if edits.get("without_test"):
            lines = (found[name] or "").splitlines(keepends=True)
            found[name] = "".join(line for line in lines if not line.lstrip().startswith("test:"))
    return found


def files(case: dict[str, Any]) -> dict[str, str | None]:
    """What a case adds to the small sound register, as files."""
    more: dict[str, str | None] = changed(case.get("change", {}), SOUND)
    if given := case.get("sources"):
        more["evidence/more.yaml"] = written([source(id_, **fields) for id_, fields in given.items()])
    if given := case.get("reviews"):
        more[f"reviews/{DAY}.yaml"] = written({"by": "reader", "sources": [{"source": id_, **fields} for id_, fields in given.items()]})
    for name, fields in case.get("notes", {}).items():
        more[f"notes/{name}.yaml"] = written({"written": DAY, "reason": SENTENCE, "evidence": ["ordinance"], "by": "curation", **fields})
    if "is" in case:
        each = []
        for about, status in case["is"].items():
            commitment, _, actor = about.partition("/")
            each.append(
                {"commitment": commitment, "status": status, "why": "So.", "evidence": case.get("by", [])}
                | ({"actor": actor} if actor else {})
            )
        more["judgements/second/2024.yaml"] = written({"judged": str(case.get("judged", DAY)), "by": "other", "judgements": each})
    if "settled" in case:
        differences = [{**each, "because": SENTENCE} for each in case["settled"]]
        more["judgements/rulings.yaml"] = written({"settled": DAY, "by": "reader", "differences": differences})
    return more


def found(root: Path, case: dict[str, Any], **more: str) -> Loaded:
    return load(folder(root, {**files(case), **more}), case.get("today", LATEST))


def said_once(loaded: Loaded, case: dict[str, Any]) -> None:
    wanted = [] if case["problem"] == "none" else [case["problem"]] if isinstance(case["problem"], str) else case["problem"]
    assert sorted(problem.code for problem in loaded.problems) == sorted(wanted), [str(problem) for problem in loaded.problems]
    assert not wanted or any(case["says"] in problem.sentence for problem in loaded.problems), [str(each) for each in loaded.problems]
    assert bool(loaded.withheld) == bool(wanted)


# whose word ---------------------------------------------------------------------------------------------------------


@cases("one_or_two")
def test_so_many_sources_they_are(tmp_path: Path, case: dict[str, Any]) -> None:
    given = {f"source-{n}": dict(fields) for n, fields in enumerate(case["sources"])}
    releases = {id_: fields.pop("release") for id_, fields in given.items() if "release" in fields}
    case = {
        "sources": given,
        "reviews": {id_: {"grade": "independent", "basis": "own-reporting", "release": name} for id_, name in releases.items()},
        "notes": {"2024-c1a/2026-03-01": {"status": "done", "evidence": list(given)}},
        "are": case["are"],
    }
    loaded = found(tmp_path, case, **{"vocabulary.yaml": SOUND["vocabulary.yaml"] + PUBLISHERS})
    known = loaded.register.evidence_by_id
    assert apart(loaded.register, [known[id_] for id_ in given if id_ in known]) == case["are"]
    assert [problem.code for problem in loaded.problems] == ([] if case["are"] > 1 else ["evidence"])


@cases("whose_word", "what_a_note_may_say", "corrections", "tests_and_codings", "twice")
def test_what_may_stand_on_record(tmp_path: Path, case: dict[str, Any]) -> None:
    said_once(found(tmp_path, case), case)


# what no longer counts ----------------------------------------------------------------------------------------------


WRONG = {"notes": {"2024-c1a/2026-01-01-2": {"status": "started", "corrects": "2026-01-01"}}}
CODED = next(case for case in CASES["tests_and_codings"] if case["case"].startswith("a commitment coded anew"))


def test_a_corrected_note_is_there_and_counts_nowhere(tmp_path: Path) -> None:
    before, register = load(folder(tmp_path / "before"), LATEST).register, found(tmp_path, WRONG).register
    commitment = register.commitment_by_id["2024-c1a"]
    assert (before.standing_of(commitment, LATEST), register.standing_of(commitment, LATEST)) == ("partly-done", "started")
    assert [note.id for note in register.set_aside("2024-c1a")] == ["2024-c1a/2026-01-01"]
    assert "2024-c1a/2026-01-01" not in [note.id for note in register.notes_of("2024-c1a")]
    assert list(status_changes(register, LATEST, "en")["after"]) == ["started", "started", "done"]
    need = {row.commitment.id: row.note and row.note.id for row in queue(register, Queue.EVIDENCE, LATEST)}
    assert "2024-c1a/2026-01-01" not in need.values()
    exported = {entry["id"]: entry for entry in document(register, LATEST)["notes"]}
    assert exported["2024-c1a/2026-01-01"]["counts"] is False
    assert exported["2024-c1a/2026-01-01"]["corrected_by"] == "2024-c1a/2026-01-01-2"
    assert exported["2024-c1a/2026-01-01-2"]["counts"] is True
    assert exported["2024-c1a/2026-01-01-2"]["corrected_by"] is None


def test_what_was_judged_before_a_recoding_is_there_and_counts_nowhere(tmp_path: Path) -> None:
    register = found(tmp_path, CODED).register
    assert register.standing_of(register.commitment_by_id["2024-c1a"], LATEST) == "not-assessable"
    assert register.notes_of("2024-c1a") == ()
    assert len(register.set_aside("2024-c1a")) == 3
    assert [entry["counts"] for entry in document(register, LATEST)["notes"]] == [False, False, False]


@pytest.mark.parametrize("fault", [{"evidence": ["nowhere"]}, {"status": "finished"}, {"written": "2026-12-24"}])
def test_a_wrong_note_does_not_come_back_for_a_mistake_in_its_correction(tmp_path: Path, fault: dict[str, Any]) -> None:
    name, fields = next(iter(WRONG["notes"].items()))
    loaded = found(tmp_path, {"notes": {name: {**fields, **fault}}})
    assert len(loaded.problems) == 1
    assert "2024-c1a/2026-01-01" not in [note.id for note in loaded.register.notes]
    assert loaded.register.standing_of(loaded.register.commitment_by_id["2024-c1a"], LATEST) == "withheld", (
        "not “started”, as of April 2025"
    )


def test_nor_when_the_source_of_its_correction_is_withheld(tmp_path: Path) -> None:
    case = {
        "sources": {"paper": {"basis": "release"}},
        "notes": {name: {**each, "evidence": ["paper"]} for name, each in WRONG["notes"].items()},
    }
    loaded = found(tmp_path, case)
    assert [problem.code for problem in loaded.problems] == ["basis"]
    assert [note.id for note in loaded.register.notes_of("2024-c1a")] == ["2024-c1a/2025-04-01", "2024-c1a/2026-02-01"]


def test_a_note_of_another_day_stays_when_a_correction_of_it_is_refused(tmp_path: Path) -> None:
    case = next(case for case in CASES["corrections"] if case["case"] == "of another day")
    assert "2024-c1a/2026-01-01" in [note.id for note in found(tmp_path, case).register.notes_of("2024-c1a")]


# who answers --------------------------------------------------------------------------------------------------------


def with_new_city(case: dict[str, Any]) -> dict[str, str]:
    bodies = SOUND["vocabulary.yaml"]
    if "gwangju" in case:
        bodies = bodies.replace(GWANGJU, GWANGJU.replace("}\n", f", {case['gwangju']}}}\n"))
    return {"vocabulary.yaml": bodies + NEW_CITY.replace("WRITE", case["write"])}


@cases("succession")
def test_one_body_takes_over_from_another(tmp_path: Path, case: dict[str, Any]) -> None:
    said_once(found(tmp_path, case, **with_new_city(case)), case)


@pytest.mark.parametrize("case", CASES["answers"], ids=lambda case: str(case["on"]))
def test_who_answers_on_a_day(tmp_path: Path, case: dict[str, Any]) -> None:
    register = load(folder(tmp_path, dict(with_new_city(CASES["succession"][0]))), LATEST).register.as_of(case["on"])
    new, old = register.body_by_id.get("new-city"), register.body_by_id["gwangju"]
    bound = {each.commitment.id: each.capacity.value for each in answering.bound(register, new)} if new else {}
    after = answering.successor(register, old)
    assert (bound or "none", after.id if after else "nobody") == (case["new-city"], case["gwangju_is_succeeded_by"])
    assert [each.commitment.id for each in answering.bound(register, old)] == ["2024-c1a"], "who promised is not forgotten"


# what landed --------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    """One in which the small sound register landed; whatever is done to its files is to be undone."""
    here = Repository(tmp_path_factory.mktemp("sound"))
    here.land()
    return here


@cases("history")
def test_what_landed_says_what_it_said(tmp_path: Path, sound: Repository, case: dict[str, Any]) -> None:
    here = sound
    if "landed" in case:
        here = Repository(tmp_path, changed(case["landed"], SOUND))
        here.land()
        for name in case["landed"] if "change" not in case else ():
            (here.records / name).write_text(SOUND[name], encoding="utf-8")
    try:
        so_it_is_told(here, case)
    finally:
        shutil.rmtree(here.records)
        here.write()


def so_it_is_told(here: Repository, case: dict[str, Any]) -> None:
    for name, (old, new) in case.get("change", {}).items():
        here.edit(name, old, new)
    for name in case.get("remove", []):
        (here.records / name).unlink()
    for name, new in case.get("rename", {}).items():
        (here.records / name).rename(here.records / new)
    told = landed.compare(here.records)
    assert [problem.code for problem in told.problems] == ([] if case["found"] == "nothing" else [case["found"]])
    assert all(case["says"] in problem.sentence for problem in told.problems), told.problems
    assert list(told.korean) == [f"commitments/{name}" for name in case.get("korean", [])]
    assert (told.whole, told.records) == (True, 6)


def test_what_was_rewritten_stays_so_when_it_is_committed_until_it_is_restored(tmp_path: Path) -> None:
    here, name = Repository(tmp_path), "notes/2024-c1a/2025-04-01.yaml"
    here.land()
    for old, new, told in (("started", "done", ["rewritten"]), ("done", "contrary", ["rewritten"]), ("contrary", "started", [])):
        here.edit(name, old, new)
        here.land()
        assert [problem.code for problem in landed.compare(here.records).problems] == told


def test_what_is_from_before_the_rule_is_held_to_what_it_said_on_that_day(tmp_path: Path) -> None:
    here = Repository(tmp_path)
    here.land("2026-11-21T12:00:00+00:00")
    here.edit("notes/2024-c1a/2025-04-01.yaml", "One city has", "No city has")
    here.land("2026-11-27T12:00:00+00:00")
    assert landed.compare(here.records).problems == ()
    here.edit("notes/2024-c1a/2025-04-01.yaml", "No city has", "One city has")
    assert [problem.code for problem in landed.compare(here.records).problems] == ["rewritten"]


def test_a_branch_may_mend_what_it_brings_until_it_is_merged(tmp_path: Path) -> None:
    here = Repository(tmp_path)
    here.land()
    here.git("checkout", "-q", "-b", "more")
    name = "notes/2024-c1a/2026-03-01.yaml"
    (here.records / name).write_text(SOUND["notes/2024-c1a/2025-04-01.yaml"], encoding="utf-8")
    here.land()
    here.edit(name, "started", "partly-done")
    here.land()
    here.git("checkout", "-q", "main")
    here.git("merge", "-q", "--no-ff", "-m", "Merge", "more")
    assert landed.compare(here.records).problems == ()
    here.edit(name, "partly-done", "started")
    assert [problem.code for problem in landed.compare(here.records).problems] == ["rewritten"]


def test_a_shallow_clone_owns_up_to_it(tmp_path: Path) -> None:
    here = Repository(tmp_path / "whole")
    here.land()
    here.edit("notes/2024-c1a/2025-04-01.yaml", "started", "done")
    here.land()
    here.git("clone", "-q", "--depth", "1", f"file://{here.root}", str(tmp_path / "clone"))
    told = landed.compare(tmp_path / "clone" / "commitments")
    assert (told.whole, told.problems) == (False, ())


def test_without_a_repository_nothing_is_said(tmp_path: Path) -> None:
    with pytest.raises(landed.NoHistory, match="git cannot tell the history"):
        landed.compare(folder(tmp_path))
