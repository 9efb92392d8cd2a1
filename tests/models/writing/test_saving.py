"""Saving a note: what is written, the rules, the right to write, and nothing overwritten."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from models.loading import load
from models.reading.documents import CONTROL, parse
from models.writing import saving
from models.writing.drafts import Draft, check
from models.writing.permission import NotAllowed, Permission, Way
from models.writing.saving import Refused, Saved, as_yaml, save
from tests.samples.drafts import KIM, NEW, draft, snapshot, sound
from tests.samples.registers import TODAY, folder

# what is written --------------------------------------------------------------------------------------------------------


def test_a_note_becomes_a_new_file_that_the_register_reads(tmp_path: Path) -> None:
    root = folder(tmp_path)
    before = snapshot(root)
    saved = save(root, TODAY, KIM, draft())
    assert saved.note == "commitments/notes/2024-c1a/2026-05-01.yaml"
    after = snapshot(root)
    assert {name: after[name] for name in before} == before
    assert set(after) - set(before) == {"notes/2024-c1a/2026-05-01.yaml"}
    sound(root)
    note = load(root, TODAY).register.notes_of("2024-c1a")[-1]
    assert (note.as_of, note.written, note.by, note.evidence) == (dt.date(2026, 5, 1), TODAY, "Kim Minji", ["ordinance"])
    assert note.reason["ko"] == "사무소 설치를 결정하였다."


def test_the_page_is_told_how_to_publish_it(tmp_path: Path) -> None:
    saved = save(folder(tmp_path), TODAY, KIM, draft(sources=(NEW,)))
    assert saved.commands == (
        "git add commitments/evidence/council-minutes.yaml commitments/notes/2024-c1a/2026-05-01.yaml",
        'git commit -m "Note on 2024-c1a as of 2026-05-01"',
        "git push",
    )


def test_a_second_note_on_a_day_gets_a_number_and_leaves_the_first_alone(tmp_path: Path) -> None:
    root = folder(tmp_path)
    first = save(root, TODAY, KIM, draft())
    kept = (tmp_path / first.note).read_bytes()
    second, third = save(root, TODAY, KIM, draft()), save(root, TODAY, KIM, draft(reason_en="Again."))
    assert [Path(each.note).name for each in (first, second, third)] == ["2026-05-01.yaml", "2026-05-01-2.yaml", "2026-05-01-3.yaml"]
    assert (tmp_path / first.note).read_bytes() == kept
    sound(root)


def test_a_note_beside_one_that_is_withheld_gets_a_number_too(tmp_path: Path) -> None:
    root = folder(tmp_path, {"notes/2024-c1a/2026-05-01.yaml": "status: ["})
    assert load(root, TODAY).register.decision_on("2024-c1a", TODAY) is None
    assert save(root, TODAY, KIM, draft()).note == "commitments/notes/2024-c1a/2026-05-01-2.yaml"
    assert (root / "notes/2024-c1a/2026-05-01.yaml").read_text() == "status: ["


def test_a_first_note_makes_the_folder_of_its_commitment(tmp_path: Path) -> None:
    root = folder(tmp_path)
    save(root, TODAY, KIM, draft(commitment="2023-p2a"))
    assert (root / "notes/2023-p2a/2026-05-01.yaml").is_file()
    sound(root)


def test_a_missing_translation_is_owned_up_to(tmp_path: Path) -> None:
    root = folder(tmp_path)
    saved = save(root, TODAY, KIM, draft(missing="en", reason_en="left over", status="partly-done", part_ko="한 곳."))
    text = (tmp_path / saved.note).read_text(encoding="utf-8")
    assert "left over" not in text
    assert text.count("missing_translation: en") == 2
    reason = load(root, TODAY).register.notes_of("2024-c1a")[-1].reason
    assert (reason.en, reason["en"], reason.said_in("en"), reason.said_in("ko")) == (None, reason["ko"], "ko", "ko")
    sound(root)


def test_a_search_is_written_down_so_that_it_can_be_repeated(tmp_path: Path) -> None:
    root = folder(tmp_path)
    searched = {"where_en": "The city's site", "where_ko": "시 누리집", "words": "office\n\n 사무소 ", "searched": "2026-11-20"}
    save(root, TODAY, KIM, draft((), status="no-evidence", **searched))
    search = load(root, TODAY).register.notes_of("2024-c1a")[-1].search
    assert search
    assert (search.words, search.on) == (["office", "사무소"], dt.date(2026, 11, 20))


def test_new_sources_are_written_before_the_note_that_names_them(tmp_path: Path) -> None:
    root = folder(tmp_path)
    saved = save(root, TODAY, KIM, draft((), (NEW, {**NEW, "title": "시의회 회의록", "id": ""})))
    assert saved.sources == ("commitments/evidence/council-minutes.yaml", "commitments/evidence/2024-c1a-source.yaml")
    register = load(root, TODAY).register
    assert register.notes_of("2024-c1a")[-1].evidence == ["council-minutes", "2024-c1a-source"]
    assert register.evidence_by_id["council-minutes"].says["ko"] == NEW["says_ko"]
    sound(root)


def test_a_name_that_is_taken_is_never_taken_over(tmp_path: Path) -> None:
    root = folder(tmp_path)
    before = (root / "evidence/offices.yaml").read_bytes()
    saved = save(root, TODAY, KIM, draft((), ({**NEW, "id": "ordinance"}, {**NEW, "id": "offices", "title": "Other"})))
    assert [Path(each).stem for each in saved.sources] == ["ordinance-2", "offices-2"]
    assert (root / "evidence/offices.yaml").read_bytes() == before
    sound(root)


def test_a_source_that_is_already_on_record_is_not_written_twice(tmp_path: Path) -> None:
    root = folder(tmp_path)
    save(root, TODAY, KIM, draft((), (NEW,)))
    again = save(root, TODAY, KIM, draft((), (NEW,)))
    assert again.sources == ()
    assert load(root, TODAY).register.notes_of("2024-c1a")[-1].evidence == ["council-minutes"]


def test_a_saved_note_is_named_as_git_will_see_it() -> None:
    saved = Saved("2024-c1a", dt.date(2026, 5, 1), "commitments/notes/2024-c1a/2026-05-01.yaml", ())
    assert replace(saved, sources=("commitments/evidence/x.yaml",)).paths[-1] == saved.note


plain = some.recursive(
    some.text(max_size=60).filter(lambda words: not CONTROL.search(words)),
    lambda inner: (
        some.lists(inner, min_size=1, max_size=3)
        | some.dictionaries(some.text("abcdefgh_", min_size=1, max_size=8), inner, min_size=1, max_size=3)
    ),
    max_leaves=6,
).filter(lambda data: not isinstance(data, str))


@given(plain)
def test_whatever_is_written_reads_back_as_it_was(data: Any) -> None:
    assert parse(as_yaml(data), "x.yaml").data == data


# the rules --------------------------------------------------------------------------------------------------------------

BAD: list[tuple[str, Draft]] = [
    ("missing", draft(status="")),
    ("language-missing", draft(reason_ko="")),
    ("language-missing", draft(missing="ko", reason_en="")),
    ("future", draft(as_of="2026-11-22")),
    ("too-late", draft(as_of="2025-03-01")),
    (
        "too-early",
        draft(as_of="2024-10-10", status="no-evidence", evidence=(), where_en="There", where_ko="거기", words="w", searched="2026-11-21"),
    ),
    ("evidence", draft(())),
    ("evidence", draft((), status="contrary")),
    ("self-reported", draft((), ({**NEW, "grade": "self-reported"},), status="done")),
    ("inferred", draft((), ({**NEW, "grade": "inferred"},))),
    ("language-missing", draft(status="partly-done")),
    ("missing", draft((), status="no-evidence", where_en="There", where_ko="거기", words="w")),
    ("reference", draft(("nothing",))),
    ("korean", draft(reason_ko="Not Korean")),
    ("english", draft(reason_en="한국어")),
    ("form", draft((), ({**NEW, "url": "ftp://x"},))),
    ("form", draft((), ({**NEW, "happened": "last year"},))),
    ("future", draft((), ({**NEW, "seen": "2027-01-01"},))),
    ("too-late", draft((), ({**NEW, "happened": "2026-06"},))),
    ("unknown-value", draft((), ({**NEW, "grade": "best"},))),
    ("vocabulary", draft(actor="nobody")),
    ("too-long", draft(reason_en="x" * 20_001)),
]


@pytest.mark.parametrize(("code", "bad"), BAD, ids=[f"{index}-{code}" for index, (code, _) in enumerate(BAD)])
def test_a_draft_that_breaks_a_rule_is_refused_and_nothing_is_written(tmp_path: Path, code: str, bad: Draft) -> None:
    root = folder(tmp_path)
    before = snapshot(root)
    with pytest.raises(Refused) as refused:
        save(root, TODAY, KIM, bad)
    assert code in {trouble.code for trouble in refused.value.troubles}
    assert snapshot(root) == before


@pytest.mark.parametrize("bad", [each for _, each in BAD if not each.sources], ids=str)
def test_the_form_says_what_the_check_would_say(tmp_path: Path, bad: Draft) -> None:
    register = load(folder(tmp_path / "sound"), TODAY).register
    said = {trouble.code for trouble in check(register, bad, TODAY, "Kim").troubles}
    data = saving.note_data(bad, TODAY, "Kim", [])
    root = folder(tmp_path, {f"notes/2024-c1a/{bad.typed('as_of')}.yaml": as_yaml(data)})
    assert {problem.code for problem in load(root, TODAY).problems} == said


@pytest.mark.parametrize("day", ["", "yesterday", "2026-13-01", "2026-5-1", "20260501", "../../x", "2026-05-01/../x", "٢٠٢٦-٠٥-٠١"])
def test_a_day_that_is_none_is_refused_and_names_no_file(tmp_path: Path, day: str) -> None:
    root = folder(tmp_path)
    with pytest.raises(Refused):
        save(root, TODAY, KIM, draft(as_of=day))


@pytest.mark.parametrize("commitment", ["2024-c9a", "2024-c1", "", "../2024-c1a", "2023-p2b"])
def test_only_a_commitment_on_record_that_can_be_judged_takes_a_note(tmp_path: Path, commitment: str) -> None:
    root = folder(tmp_path)
    before = snapshot(root)
    with pytest.raises(Refused):
        save(root, TODAY, KIM, draft(commitment=commitment))
    assert snapshot(root) == before


@pytest.mark.parametrize("name", ["../x", "Upper", "a b", "-a", "a" * 81])
def test_a_source_cannot_be_given_a_name_that_leads_elsewhere(tmp_path: Path, name: str) -> None:
    with pytest.raises(Refused):
        save(folder(tmp_path), TODAY, KIM, draft((), ({**NEW, "id": name},)))


def test_control_characters_are_named_and_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused) as refused:
        save(folder(tmp_path), TODAY, KIM, draft(reason_en="A\x07bell"))
    assert ("reason_en",) in {trouble.at for trouble in refused.value.troubles if trouble.code == "character"}


def test_every_save_checks_against_the_records_as_they_are_now(tmp_path: Path) -> None:
    root = folder(tmp_path)
    assert check(load(root, TODAY).register, draft(), TODAY, "Kim").troubles == ()
    (root / "evidence/offices.yaml").unlink()
    with pytest.raises(Refused):
        save(root, TODAY, KIM, draft())


# the right to write -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("permission", [None, Permission("", Way.CURATE), Permission("  ", Way.SIGN_IN), "Kim", True])
def test_without_a_right_and_a_name_nothing_is_written(tmp_path: Path, permission: Any) -> None:
    root = folder(tmp_path)
    before = snapshot(root)
    with pytest.raises(NotAllowed):
        save(root, TODAY, permission, draft(sources=(NEW,)))
    assert snapshot(root) == before
