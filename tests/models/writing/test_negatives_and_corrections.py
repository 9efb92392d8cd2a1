"""What a note needs since negatives need a wide search, independent sources a basis, and wrong notes a correction."""

from __future__ import annotations

import datetime as dt
import subprocess
from pathlib import Path

import pytest

from models.loading import load
from models.records.terms import Basis, Grade, SourceKind
from models.writing.drafts import Draft, check, earlier_notes, with_draft
from models.writing.landed import SINCE, compare
from models.writing.saving import Refused, save
from tests.samples.drafts import KIM, NEW, draft, snapshot
from tests.samples.registers import LATEST, folder

ALL_KINDS = "own-pages law press networks"
LOOKED = {"where_en": "The city's site", "where_ko": "시 누리집", "words": "office\n사무소", "searched": "2026-11-28"}
WIDE = {"status": "no-evidence", **LOOKED, "languages": "en ko", "kinds": ALL_KINDS}
REPORT = {**NEW, "grade": "independent", "publisher": "A newspaper", "title": "Council report"}


def negative(**note: str) -> Draft:
    """A note that nothing was found, after a wide search, but for what is given."""
    return draft((), **{**WIDE, **note})


def said(root: Path, unsaved: Draft) -> list[tuple[tuple[str | int, ...], str]]:
    """Where the form finds something wrong, and what kind of thing."""
    return [(trouble.at, trouble.code) for trouble in check(load(root, LATEST).register, unsaved, LATEST, "Kim").troubles]


def refused(root: Path, unsaved: Draft) -> set[str]:
    """The kinds of trouble for which a draft is not saved; nothing on disk has changed."""
    before = snapshot(root)
    with pytest.raises(Refused) as failure:
        save(root, LATEST, KIM, unsaved)
    assert snapshot(root) == before
    return {trouble.code for trouble in failure.value.troubles}


# a negative ---------------------------------------------------------------------------------------------------------------


def test_a_negative_after_a_wide_search_is_saved_with_how_wide_it_was(tmp_path: Path) -> None:
    root = folder(tmp_path)
    save(root, LATEST, KIM, negative(languages="en ko es"))
    loaded = load(root, LATEST)
    assert loaded.problems == ()
    search = loaded.register.notes_of("2024-c1a")[-1].search
    assert search
    assert (search.languages, search.kinds) == (["en", "ko", "es"], list(SourceKind))


@pytest.mark.parametrize("narrow", [{"languages": ""}, {"languages": "en fr"}, {"kinds": ""}, {"kinds": "own-pages law press"}], ids=str)
def test_a_negative_after_a_narrow_search_is_refused_at_the_search(tmp_path: Path, narrow: dict[str, str]) -> None:
    root = folder(tmp_path)
    assert said(root, negative(**narrow)) == [(("search",), "search")]
    assert refused(root, negative(**narrow)) == {"search"}


@pytest.mark.parametrize("narrow", [{"kinds": "press"}, {"kinds": "", "languages": ""}], ids=str)
@pytest.mark.parametrize("still_open", ["where_en", "where_ko", "words", "searched", "reason_en"])
def test_that_a_search_is_narrow_is_said_while_other_words_are_still_open(tmp_path: Path, still_open: str, narrow: dict[str, str]) -> None:
    root = folder(tmp_path)
    found = said(root, negative(**{**narrow, still_open: ""}))
    assert (("search",), "search") in found
    assert len(found) == 2, "that the search is narrow, and the field that is open"
    assert len(said(root, negative(**{still_open: ""}))) == 1, "the field alone where the search is wide"


def test_other_notes_are_not_asked_for_a_search(tmp_path: Path) -> None:
    root = folder(tmp_path)
    assert said(root, draft(languages="en", kinds="press")) == []
    assert "search" not in {code for _, code in said(root, draft(status=""))}
    saved = save(root, LATEST, KIM, draft(languages="en", kinds="press"))
    assert "search" not in (tmp_path / saved.note).read_text(encoding="utf-8")


# whose word a source is -----------------------------------------------------------------------------------------------------


def test_an_independent_source_says_how_that_was_judged(tmp_path: Path) -> None:
    root = folder(tmp_path)
    assert said(root, draft((), (REPORT,))) == [(("sources", 0, "grade"), "basis")]
    assert refused(root, draft((), (REPORT,))) == {"basis"}
    save(root, LATEST, KIM, draft((), ({**REPORT, "basis": "own-reporting"},)))
    assert load(root, LATEST).problems == ()
    assert load(root, LATEST).register.evidence_by_id["council-report"].basis is Basis.OWN_REPORTING


def test_that_it_does_not_say_so_is_said_while_other_words_are_still_open(tmp_path: Path) -> None:
    root = folder(tmp_path)
    assert said(root, draft((), ({**REPORT, "title": ""},))).count((("sources", 0, "grade"), "basis")) == 1
    both = said(root, draft((), (REPORT, {**REPORT, "title": ""})))
    assert {(("sources", 0, "grade"), "basis"), (("sources", 1, "grade"), "basis")} <= set(both)


@pytest.mark.parametrize(("grade", "basis"), [("independent", "release"), ("self-reported", "audit")])
def test_a_grade_and_a_basis_that_do_not_fit_are_refused_and_nothing_is_dropped(tmp_path: Path, grade: str, basis: str) -> None:
    root = folder(tmp_path)
    assert said(root, draft((), ({**REPORT, "grade": grade, "basis": basis},))) == [(("sources", 0, "basis"), "basis")]


@pytest.mark.parametrize("grade", [Grade.PRIMARY, Grade.INFERRED])
def test_where_whose_word_it_is_is_no_question_an_earlier_answer_is_not_written(tmp_path: Path, grade: Grade) -> None:
    root = folder(tmp_path)
    save(root, LATEST, KIM, draft(sources=({**REPORT, "grade": grade.value, "basis": "release"},)))
    source = load(root, LATEST).register.evidence_by_id["council-report"]
    assert (source.grade, source.basis) == (grade, None)
    assert load(root, LATEST).problems == ()


def test_a_self_reported_source_may_leave_it_open(tmp_path: Path) -> None:
    root = folder(tmp_path)
    assert said(root, draft((), ({**REPORT, "grade": "self-reported"},))) == []
    assert said(root, draft((), ({**REPORT, "grade": "self-reported", "basis": "not-shown"},))) == []


# what was not looked for ----------------------------------------------------------------------------------------------------

UNLOOKED = {
    "reason_en": "The minutes were not checked.",
    "reason_ko": "회의록은 확인해 보지 않았다.",
    "part_en": "One city; the others are unexamined.",
    "part_ko": "한 도시이며 나머지는 조사하지 않았다.",
}


@pytest.mark.parametrize("field", UNLOOKED)
def test_what_was_not_looked_for_is_no_finding(tmp_path: Path, field: str) -> None:
    root = folder(tmp_path)
    name, language = field.split("_")
    whole = {"status": "partly-done", "part_en": "One city.", "part_ko": "한 도시."}
    place = ((name, language), "unchecked")
    assert said(root, draft(**{**whole, field: UNLOOKED[field]})) == [place]
    other = f"{name}_{'ko' if language == 'en' else 'en'}"
    assert place in said(root, draft(**{**whole, field: UNLOOKED[field], other: ""})), "also before the other language is written"
    assert refused(root, draft(**{**whole, field: UNLOOKED[field]})) == {"unchecked"}


# a correction ---------------------------------------------------------------------------------------------------------------


def test_a_correction_is_a_new_file_and_the_earlier_note_stays_but_no_longer_counts(tmp_path: Path) -> None:
    root = folder(tmp_path)
    first = save(root, LATEST, KIM, draft())
    before = snapshot(root)
    saved = save(root, LATEST, KIM, draft(corrects="2026-05-01", status="contrary", reason_en="It was misread."))
    assert saved.note == "commitments/notes/2024-c1a/2026-05-01-2.yaml"
    after = snapshot(root)
    assert set(after) - set(before) == {"notes/2024-c1a/2026-05-01-2.yaml"}
    assert {name: after[name] for name in before} == before
    loaded = load(root, LATEST)
    assert loaded.problems == ()
    counted = [note.id for note in loaded.register.notes_of("2024-c1a") if note.as_of == dt.date(2026, 5, 1)]
    assert counted == ["2024-c1a/2026-05-01-2"]
    assert [note.id for note in loaded.register.set_aside("2024-c1a")] == [f"2024-c1a/{Path(first.note).stem}"]


def test_a_correction_can_be_corrected(tmp_path: Path) -> None:
    root = folder(tmp_path)
    save(root, LATEST, KIM, draft())
    save(root, LATEST, KIM, draft(corrects="2026-05-01"))
    save(root, LATEST, KIM, draft(corrects="2026-05-01-2", reason_en="Once more."))
    loaded = load(root, LATEST)
    assert loaded.problems == ()
    assert [note.id for note in loaded.register.set_aside("2024-c1a")] == ["2024-c1a/2026-05-01", "2024-c1a/2026-05-01-2"]


def test_only_a_note_that_counts_of_the_same_day_and_body_is_offered(tmp_path: Path) -> None:
    root = folder(tmp_path)
    save(root, LATEST, KIM, draft())
    save(root, LATEST, KIM, draft(corrects="2026-05-01"))
    save(root, LATEST, KIM, draft())
    save(root, LATEST, KIM, draft(actor="gwangju"))
    register = load(root, LATEST).register
    assert set(earlier_notes(register, draft())) == {"2026-05-01-2", "2026-05-01-3"}
    assert set(earlier_notes(register, draft(actor="gwangju"))) == {"2026-05-01-4"}
    assert not earlier_notes(register, draft(as_of="2026-05-02"))
    assert not earlier_notes(register, draft(as_of="soon"))


@pytest.mark.parametrize(
    "wrong",
    [{"corrects": "2026-01-01"}, {"corrects": "2026-05-01", "actor": "gwangju"}, {"corrects": "2026-05-01-2"}, {"corrects": "2026-04-30"}],
    ids=str,
)
def test_a_correction_of_another_day_or_body_or_of_nothing_is_refused(tmp_path: Path, wrong: dict[str, str]) -> None:
    root = folder(tmp_path)
    save(root, LATEST, KIM, draft())
    assert said(root, draft(**wrong)) == [(("corrects",), "corrects")]
    assert (("corrects",), "corrects") in said(root, draft((), ({**NEW, "title": ""},), **wrong)), "also while a source is open"
    assert refused(root, draft(**wrong)) == {"corrects"}


def test_the_preview_counts_as_the_page_will(tmp_path: Path) -> None:
    root = folder(tmp_path)
    save(root, LATEST, KIM, draft())
    register = load(root, LATEST).register
    checked = check(register, draft(corrects="2026-05-01", sources=(NEW,)), LATEST, "Kim")
    seen = with_draft(register, checked)
    assert [note.id for note in seen.set_aside("2024-c1a")] == ["2024-c1a/2026-05-01"]
    assert seen.notes_of("2024-c1a")[-1] is checked.note


def test_what_is_saved_rewrites_nothing_that_has_landed(tmp_path: Path) -> None:
    root = folder(tmp_path)
    save(root, LATEST, KIM, draft())

    def git(*arguments: str) -> None:
        who = ("-c", "user.name=Kim", "-c", "user.email=kim@example.org")
        subprocess.run(["git", "-C", str(root), *who, *arguments], check=True, capture_output=True)

    git("init")
    git("add", ".")
    git("commit", "-m", "Records", "--date", SINCE)
    save(root, LATEST, KIM, draft((), ({**REPORT, "basis": "research"},), corrects="2026-05-01"))
    git("add", ".")
    git("commit", "-m", "A correction")
    found = compare(root)
    assert found.problems == ()
    assert found.records


# unsaved writing from before --------------------------------------------------------------------------------------------------


def test_a_draft_from_before_these_questions_still_opens(tmp_path: Path) -> None:
    text = (
        '{"commitment": "2024-c1a", "note": {"status": "no-evidence", "as_of": "2026-05-01", "reason_en": "Nothing was found.", '
        '"reason_ko": "찾지 못하였다.", "where_en": "There", "where_ko": "거기", "words": "office", "searched": "2026-11-20"}, '
        '"evidence": [], "sources": [{"title": "A report", "grade": "independent"}]}'
    )
    kept = Draft.from_text(text)
    assert Draft.from_text(kept.as_text()) == kept
    found = said(folder(tmp_path), kept)
    assert (("search",), "search") in found
    assert (("sources", 0, "grade"), "basis") in found
