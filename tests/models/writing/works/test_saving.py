"""A new text goes on record whole or not at all, over no other file, and only by whoever may write and has compared it."""

from __future__ import annotations

import datetime as dt
import errno
import hashlib
import json
import os
import shutil
from pathlib import Path
from types import SimpleNamespace

import pytest

from models.loading import load
from models.reading.documents import read
from models.records.terms import Force
from models.writing import new_files
from models.writing.permission import NotAllowed, Permission, Way
from models.writing.saving import NotSaved
from models.writing.works import saving
from models.writing.works.additions import NewEdition, NewSource, NewWord
from models.writing.works.coding import ChosenCoding, ChosenProvision, Order, Settlement
from models.writing.works.lacking import What
from models.writing.works.saving import Refused, SavedFiles
from models.writing.works.settling import differences
from models.writing.works.work import Work
from tests.samples.drafts import snapshot
from tests.samples.registers import LATEST, RECORDS, real
from tests.samples.texts.works import coding_of, seen_by, work_of

KIM = Permission("Kim Minji", Way.CURATE)
PATHS = ("codings/first/2024.yaml", "codings/second/2024.yaml", "codings/settlements/2024.yaml", "declarations/2024.yaml")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The records before the text of 2024 was put there, without what was followed through them."""
    place = tmp_path / "commitments"
    place.mkdir()
    for name in ("declarations", "codings"):
        shutil.copytree(RECORDS / name, place / name)
    for name in ("forums.yaml", "vocabulary.yaml"):
        shutil.copy(RECORDS / name, place / name)
    forums = (place / "forums.yaml").read_text(encoding="utf-8")
    head, at, rest = forums.partition("  - number: 14\n")
    (place / "forums.yaml").write_text(head + at + rest.replace("text: on-record", "text: not-found", 1), encoding="utf-8")
    for path in place.rglob("2024.yaml"):
        path.unlink()
    return place


def text() -> tuple[Work, ChosenCoding]:
    declaration = real().declaration_by_id["2024"]
    return work_of(declaration), coding_of(declaration)


def second() -> ChosenCoding:
    return seen_by(next(each for each in real().codings if (each.declaration, each.coder) == ("2024", "second")))


def settled(work: Work, first: ChosenCoding, other: ChosenCoding) -> list[Settlement]:
    return [
        Settlement(
            place=each.place, first=each.first, second=each.second, settled=each.first, because_en="It is so.", because_ko="그렇다.",
            taken="first",
        )
        for each in differences(work, first, other)
    ]  # fmt: skip


def put(root: Path) -> SavedFiles:
    work, first = text()
    other = second()
    return saving.save(root, LATEST, KIM, work, [first, other], settled(work, first, other), compared=True)


def refused(root: Path, work: Work, *codings: ChosenCoding, compared: bool = True) -> Refused:
    before = snapshot(root)
    with pytest.raises(Refused) as told:
        saving.save(root, LATEST, KIM, work, codings, compared=compared)
    assert snapshot(root) == before, "nothing was written"
    return told.value


def test_a_text_with_both_codings_and_what_was_settled_passes_the_check(root: Path) -> None:
    before = snapshot(root)
    saved = put(root)
    assert saved.paths == tuple(f"commitments/{path}" for path in PATHS)
    assert {path: content for path, content in snapshot(root).items() if path not in PATHS} == before
    found = load(root, LATEST)
    assert found.problems == ()
    there, now = real().declaration_by_id["2024"], found.register.declaration_by_id["2024"]
    assert now.sealed
    assert there.sealed
    assert (now.sealed.by, now.sealed.on, now.sealed.digest) == ("Kim Minji", LATEST, there.sealed.digest)
    assert [each.text for each in now.provisions] == [each.text for each in there.provisions]
    assert [each.coder for each in found.register.codings if each.declaration == "2024"] == ["first", "second"]
    again = read(root / PATHS[2], "x").data
    assert (again["by"], {each["provision"] for each in again["differences"]} <= set(found.register.provision_by_id)) == ("Kim Minji", True)


def test_the_same_content_gives_the_same_bytes(root: Path, tmp_path: Path) -> None:
    other = tmp_path / "again" / "commitments"
    shutil.copytree(root, other)
    put(root)
    put(other)
    assert snapshot(root) == snapshot(other)


def test_a_text_may_go_on_record_coded_once(root: Path) -> None:
    work, first = text()
    first.provisions["p1"].order = Order.AFTER
    first = first.model_copy(update={"coded": "2026-11-20"})
    saved = saving.save(root, LATEST, KIM, work, [first], compared=True)
    assert saved.paths == ("commitments/codings/first/2024.yaml", "commitments/declarations/2024.yaml")
    assert saved.commands[0] == "git add commitments/codings/first/2024.yaml commitments/declarations/2024.yaml"
    coding = read(root / PATHS[0], "x").data
    assert (coding["coded"], coding["provisions"][0]["suggestion"]) == ("2026-11-20", "after")


def test_nothing_is_written_without_a_right_a_comparison_or_all_that_is_needed(root: Path) -> None:
    work, first = text()
    for nobody in (None, Permission("  ", Way.CURATE)):
        with pytest.raises(NotAllowed):
            saving.save(root, LATEST, nobody, work, [first], compared=True)
    assert refused(root, work, first, compared=False).why == "compared"
    less = first.model_copy(deep=True)
    less.provisions["c1"].units[0].summary_ko = ""
    told = refused(root, work, less)
    assert (told.why, [(each.what, each.place) for each in told.missing]) == ("lacking", [(What.SUMMARY, "c1")])
    odd = first.model_copy(deep=True)
    odd.provisions["c1"].units[0].to = ["nobody-known"]
    assert "nobody-known" in str(refused(root, work, odd).missing[0].words["sentence"])
    put(root)
    told = refused(root, work, first)
    assert [each.what for each in told.missing] == [What.ON_RECORD]


def test_what_only_the_whole_of_the_records_shows_is_said_before_anything_is_written(root: Path) -> None:
    work, first = text()
    files = saving.contents(root, "2024", work, [first], [], "Kim", LATEST)
    assert saving.objections(root, LATEST, files) == ()
    assert {each.code for each in saving.objections(root, LATEST, {**files, "declarations/late.yaml": b"forum: 1\n"})} == {"file-name"}
    broken = {
        **files,
        "declarations/2024.yaml": files["declarations/2024.yaml"].replace(b"Recognize the various", b"Recognise the various"),
    }
    assert {each.code for each in saving.objections(root, LATEST, broken)} >= {"seal"}


def test_never_over_another_file_and_not_where_a_folder_leads_elsewhere(root: Path, tmp_path: Path) -> None:
    work, first = text()
    (root / PATHS[0]).write_text("coder: first\n")
    assert refused(root, work, first).why == "taken"
    (root / PATHS[0]).unlink()
    elsewhere = tmp_path / "elsewhere"
    shutil.move(root / "codings/first", elsewhere)
    (root / "codings/first").symlink_to(elsewhere)
    with pytest.raises(NotSaved) as told:
        saving.save(root, LATEST, KIM, work, [first], compared=True)
    assert told.value.why == "linked"


@pytest.mark.parametrize("number", [1, 2, 3, 4])
def test_a_full_disk_in_between_leaves_nothing(root: Path, monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    before, place, calls = snapshot(root), new_files._place, []

    def fails(hidden: Path, target: Path) -> None:
        calls.append(target)
        if len(calls) == number:
            raise OSError(errno.ENOSPC, "No space left on device")
        place(hidden, target)

    monkeypatch.setattr(new_files, "_place", fails)
    with pytest.raises(NotSaved) as told:
        put(root)
    assert (told.value.why, snapshot(root)) == ("full", before)
    monkeypatch.undo()
    put(root)


@pytest.mark.parametrize("number", [1, 2, 3, 4, 5])
def test_after_a_crash_in_between_the_next_one_who_saves_finds_nothing_half_done(
    root: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    """The process dies before its n-th file is in place, or just after the last."""
    place, calls, before = new_files._place, [], snapshot(root)

    def dies(hidden: Path, target: Path) -> None:
        calls.append(target)
        if len(calls) == number:
            raise SystemExit
        place(hidden, target)
        if number == 5 and len(calls) == 4:
            raise SystemExit

    monkeypatch.setattr(new_files, "_place", dies)
    monkeypatch.setattr(new_files, "_forget", lambda hidden: None)
    monkeypatch.setattr(new_files, "os", SimpleNamespace(**{**vars(os), "unlink": lambda path: None}))
    with pytest.raises(SystemExit):
        put(root)
    monkeypatch.undo()
    there = [path for path in PATHS if (root / path).exists()]
    assert there == list(PATHS[: min(number - 1, 4)])
    half = {problem.path for problem in load(root, LATEST).problems}
    assert half <= {f"commitments/{path}" for path in PATHS}, "what is half there is named, and nothing else suffers"
    if number == 5:
        assert half == set()
        with pytest.raises(Refused):
            put(root)
    else:
        put(root)
    assert load(root, LATEST).problems == ()
    assert set(snapshot(root)) == {*before, *PATHS}, "no hidden file is left either"


def test_what_names_a_file_outside_of_the_records_takes_nothing_away(root: Path) -> None:
    outside = root.parent / "outside.txt"
    outside.write_bytes(b"words")
    digest = hashlib.sha256(b"words").hexdigest()
    (root / f".0{new_files.JOURNAL}").write_text(json.dumps({"../outside.txt": digest, "declarations/2030.yaml": digest}))
    assert new_files.recover(root, alone=True) == []
    assert outside.exists()


def test_what_somebody_put_there_themselves_after_a_crash_is_not_taken_away(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = {"codings/first/2024.yaml": b"coder: first\n", "declarations/2024.yaml": b"forum: 14\n"}
    place, calls = new_files._place, []

    def dies(hidden: Path, target: Path) -> None:
        calls.append(target)
        if len(calls) == 2:
            raise SystemExit
        place(hidden, target)

    with monkeypatch.context() as patch:
        patch.setattr(new_files, "_place", dies)
        patch.setattr(new_files, "_forget", lambda hidden: None)
        patch.setattr(new_files, "os", SimpleNamespace(**{**vars(os), "unlink": lambda path: None}))
        with pytest.raises(SystemExit):
            new_files.put_all(root, files)
    (root / "codings/first/2024.yaml").write_text("coder: first\ncoded: 2026-11-21\n")
    assert new_files.recover(root, alone=False) == [], "it may belong to somebody who is at it"
    assert new_files.recover(root, alone=True) == []
    assert (root / "codings/first/2024.yaml").read_text().endswith("2026-11-21\n")
    assert not list(root.rglob(".*"))


# editions and words -----------------------------------------------------------------------------------------------------


def edition(**given: object) -> NewEdition:
    known: dict[str, object] = {
        "number": 17, "held": "announced", "start": "2027-05-17", "end": "2027-05-19", "announced": "2026-11-02", "mode": "announced",
        "theme_en": "Water and Cities", "theme_ko": "물과 도시", "hosts": ["gwangju"],
        "sources": [NewSource(title="A notice", publisher="The forum", published="2026-11-01")],
    }  # fmt: skip
    return NewEdition.model_validate({**known, **given})


def test_a_new_edition_and_a_new_body_come_in_as_files_of_their_own(root: Path) -> None:
    before = snapshot(root)
    saved = saving.add(root, LATEST, KIM, edition())
    body = NewWord(list="bodies", id="river-towns", name_en="River towns", name_ko="강변 도시들", kind="collective")
    theme = NewWord(
        list="themes",
        id="water",
        name_en="Water",
        name_ko="물",
        definition_en="Water and rivers.",
        definition_ko="물과 강을 다룬다.",
        sdgs=(6,),
    )
    group = NewWord(list="groups", id="fishers", name_en="Fishers", name_ko="어민")
    for word in (body, theme, group):
        saving.add(root, LATEST, KIM, word)
    assert saved.paths == ("commitments/forums/17.yaml",)
    found = load(root, LATEST)
    assert found.problems == ()
    register = found.register
    assert register.forum_by_number[17].theme.en == "Water and Cities"
    assert register.forum_by_number[17].sources == ["S59"]
    assert {"river-towns"} <= set(register.body_by_id)
    assert "water" in {each.id for each in register.themes}
    assert "fishers" in {each.id for each in register.groups}
    assert {path: content for path, content in snapshot(root).items() if path in before} == before, "no list was written over"


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"number": 19}, "gap"),
        ({"end": "2027-05-01"}, "date"),
        ({"hosts": ["nobody-known"]}, "vocabulary"),
        ({"mode": "flying"}, "unknown-value"),
    ],
)
def test_an_edition_that_the_check_would_refuse_is_not_written(root: Path, given: dict[str, object], code: str) -> None:
    before = snapshot(root)
    assert code in {problem.code for problem in saving.what_is_wrong(root, LATEST, edition(**given))}
    with pytest.raises(Refused) as told:
        saving.add(root, LATEST, KIM, edition(**given))
    assert code in {problem.code for problem in told.value.problems}
    assert snapshot(root) == before
    with pytest.raises(NotAllowed):
        saving.add(root, LATEST, None, edition())


def test_the_text_of_an_edition_that_was_not_found_goes_on_record_without_touching_the_list(root: Path) -> None:
    saving.add(root, LATEST, KIM, edition(held="held", start="2026-11-10", end="2026-11-12", announced="", mode="in-person"))
    work, first = text()
    work.facts.forum, work.facts.adopted, work.facts.published = 17, "2026-11-12", "2026-11-20"
    own = ChosenProvision(force=Force.STATES, themes=["forum"], summary_en="It says so.", summary_ko="그렇게 말한다.", chosen=True)
    first.provisions = dict.fromkeys(work.places, own)
    saved = saving.save(root, dt.date(2026, 11, 28), KIM, work, [first], compared=True)
    assert saved.paths[-1] == "commitments/declarations/2026.yaml"
    assert load(root, LATEST).register.forum_by_number[17].on_record
