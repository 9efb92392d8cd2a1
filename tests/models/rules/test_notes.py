"""What a note may say: enough evidence as it was reviewed, a search wide enough, nothing unlooked-for, and corrections that lead somewhere."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from models.records.evidence import Evidence, Review, Reviews
from models.records.notes import Note
from models.records.terms import BodyKind, Grade
from models.records.vocabulary import Body
from models.register.register import Register
from models.rules import checking
from models.rules.notes import UNCHECKED, note_faults
from tests.samples.registers import LATEST, TODAY, both, commitment, declaration, note, provision, real, register

WIDE = {"languages": ["en", "ko"], "kinds": ["own-pages", "law", "press", "networks"]}
Place = tuple[tuple[str | int, ...], str]


def source(id_: str, grade: str = "independent", publisher: str = "") -> Evidence:
    words = {"says": both("It says so."), "title": "A page", "seen": "2026-11-20", "confidence": "high"}
    basis = "own-reporting" if grade == "independent" else None
    return Evidence.model_validate({"id": id_, "publisher": publisher or id_, "grade": grade, "basis": basis, **words})


def whole(**more: Any) -> Register:
    return register(declaration("2024", 14, provision("c1", commitment("a"))), **more)


def told(of: Register, given: Note, today: dt.date = LATEST) -> list[Place]:
    return [(at, code) for at, code, _ in note_faults(of, given, of.commitment_by_id["2024-c1a"], of.evidence_by_id, today)]


def faults(of: Register, today: dt.date = LATEST) -> list[tuple[str, str]]:
    known = replace(of, lost=of.lost | {"vocabulary/*", "forums/*"})
    return [(each.subject, each.code) for each in checking.check(known, today)]


def searched(**fields: Any) -> dict[str, Any]:
    return {"search": {"where": {"en": "The web.", "ko": "인터넷."}, "words": ["offices"], "on": TODAY, **fields}, "evidence": []}


# evidence ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("status", "sources", "enough"),
    [
        ("done", [source("a", "primary")], True),
        ("done", [source("a"), source("b")], True),
        ("done", [source("a"), source("b", publisher="A (via Daum)")], False),
        ("done", [source("a"), source("b", "self-reported")], False),
        ("done", [source("a"), source("b", "inferred")], False),
        ("contrary", [source("a"), source("b", publisher="A")], True),
        ("contrary", [source("a", "self-reported")], False),
        ("started", [source("a", "self-reported")], True),
        ("started", [source("a", "inferred")], False),
    ],
)
def test_the_least_evidence_is_counted_in_sources_that_are_apart(status: str, sources: list[Evidence], enough: bool) -> None:
    given = note("2024-c1a", "2026-01-01", status, evidence=[each.id for each in sources])
    assert bool(told(whole(evidence=sources), given)) is not enough


def test_a_source_counts_as_it_was_reviewed() -> None:
    given = note("2024-c1a", "2026-01-01", "done", evidence=["a", "b"])
    released = Review(source="a", grade=Grade.SELF_REPORTED, because=both("It prints a release."))
    known = whole(evidence=[source("a"), source("b")], reviews=[Reviews(id="2026-11-28", by="x", sources=[released])])
    assert told(known, given) == [(("evidence",), "evidence")]
    assert told(whole(evidence=known.evidence), given) == []


# searches and sentences ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("fields", "written", "found"),
    [
        ({}, LATEST, [(("search",), "search")]),
        (WIDE, LATEST, []),
        ({**WIDE, "languages": ["en", "ko", "es"]}, LATEST, []),
        ({**WIDE, "languages": ["ko"]}, LATEST, [(("search",), "search")]),
        ({**WIDE, "kinds": ["own-pages", "law", "press"]}, LATEST, [(("search",), "search")]),
        ({}, dt.date(2026, 11, 27), []),
    ],
)
def test_a_negative_needs_a_wide_search_from_that_day_on(fields: dict[str, Any], written: dt.date, found: list[Place]) -> None:
    assert told(whole(), note("2024-c1a", "2026-01-01", "no-evidence", written=written, **searched(**fields))) == found


def test_a_narrow_negative_may_be_followed_but_not_stand() -> None:
    old = note("2024-c1a", "2026-01-01", "no-evidence", **searched())
    assert faults(whole(notes=[old])) == [("note:2024-c1a/2026-01-01", "search")]
    assert faults(whole(notes=[old]), dt.date(2026, 11, 27)) == []
    followed = note("2024-c1a", "2026-02-01", "started", evidence=["a"], written=LATEST)
    assert faults(whole(notes=[old, followed], evidence=[source("a")])) == []
    of_a_body = note("2024-c1a", "2026-02-01", "started", evidence=["a"], written=LATEST, actor="gwangju")
    assert faults(whole(notes=[old, of_a_body], evidence=[source("a")])) == [("note:2024-c1a/2026-01-01", "search")]


@pytest.mark.parametrize(
    "words",
    [
        "It was not looked for.", "Others have not been checked.", "This is not yet verified.", "It has not yet been searched.", "Unsearched so far.",
        "The minutes were not looked through.", "나머지는 조사하지 않았다.", "회의록은 찾아보지 않았다.", "점검하지 아니하였다.", "아직 검토되지 않았다.",
    ],
)  # fmt: skip
def test_what_nobody_looked_for_is_heard(words: str) -> None:
    assert UNCHECKED.search(words)


@pytest.mark.parametrize(
    "words",
    [
        "No report was found.", "A budget was not found in English or Korean.", "It is not done.", "The office looks for cases.", "An unchanged rule.",
        "찾지 못하였다.", "관련 자료가 검색되지 않았다.", "사무소는 조사하는 기구이다.", "이행되지 않았다.",
    ],
)  # fmt: skip
def test_what_was_looked_for_and_not_found_may_be_said(words: str) -> None:
    assert not UNCHECKED.search(words)


def test_no_real_note_that_counts_tells_of_what_nobody_looked_for() -> None:
    counting = [each for id_ in real().commitment_by_id for each in real().notes_of(id_) if each.written >= LATEST]
    assert len(counting) > 40
    assert [each.id for each in counting if UNCHECKED.search(f"{each.reason.en} {each.reason.ko}")] == []


# bodies --------------------------------------------------------------------------------------------------------------


def test_a_body_has_no_record_from_before_its_first_day() -> None:
    new = Body(id="new", name=both("New"), kind=BodyKind.CITY, begins=dt.date(2026, 7, 1))
    known = whole(bodies=[new], evidence=[source("a")])
    for day, found in (("2026-06-30", [(("actor",), "too-early")]), ("2026-07-01", [])):
        assert told(known, note("2024-c1a", day, "started", evidence=["a"], actor="new")) == found


# corrections ---------------------------------------------------------------------------------------------------------


def chain(*corrects: str | None) -> Register:
    """Notes of one day, each with its number and what it corrects."""
    names = ["2026-01-01", *(f"2026-01-01-{n}" for n in range(2, len(corrects) + 1))]
    notes = [
        note("2024-c1a", "2026-01-01", "started", evidence=["a"], corrects=wrong).model_copy(update={"id": f"2024-c1a/{name}"})
        for name, wrong in zip(names, corrects, strict=True)
    ]
    return whole(notes=notes, evidence=[source("a")])


def test_a_correction_may_be_corrected_and_the_last_one_counts() -> None:
    known = chain(None, "2026-01-01", "2026-01-01-2")
    assert faults(known) == []
    assert [each.id for each in known.notes_of("2024-c1a")] == ["2024-c1a/2026-01-01-3"]
    assert [each.id for each in known.set_aside("2024-c1a")] == ["2024-c1a/2026-01-01", "2024-c1a/2026-01-01-2"]


@pytest.mark.parametrize("corrects", [("2026-01-01-2", "2026-01-01"), ("2026-01-01-3", "2026-01-01", "2026-01-01-2")])
def test_notes_that_correct_each_other_in_a_circle_are_refused(corrects: tuple[str, ...]) -> None:
    assert {code for _, code in faults(chain(*corrects))} == {"corrects"}
    assert len(faults(chain(*corrects))) == len(corrects)


def test_every_real_correction_leads_to_a_note_that_no_longer_counts() -> None:
    known = {each.id: each for each in real().notes}
    corrections = [each for each in real().notes if each.corrects]
    assert len(corrections) > 20
    for each in corrections:
        wrong = known[f"{each.commitment}/{each.corrects}"]
        assert real().is_set_aside(wrong)
        assert real().correction_of(wrong) == each
        assert wrong not in real().notes_of(each.commitment)
