"""Whose word a source is: every pairing of grade and basis, and reviews of sources."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from models.records.evidence import Evidence, Review, Reviews
from models.records.terms import Basis, Grade
from models.register.register import Register
from models.rules import checking
from models.rules.sources import basis_faults
from tests.samples.registers import LATEST, both, real, register


def source(**fields: Any) -> Evidence:
    words = {"says": both("It says so."), "title": "A page", "publisher": "A paper", "seen": "2026-11-20", "confidence": "high"}
    return Evidence.model_validate({"id": "paper", "grade": "independent", "basis": "own-reporting", **words, **fields})


def reviews(day: str = "2026-11-28", **fields: Any) -> Reviews:
    review = Review.model_validate(
        {"source": "paper", "grade": "self-reported", "basis": "release", "because": both("It prints it."), **fields}
    )
    return Reviews(id=day, reviewed=dt.date.fromisoformat(day), by="reader", sources=[review])


def told(of: Register) -> list[tuple[str, tuple[str | int, ...], str]]:
    return [(fault.subject, fault.at, fault.code) for fault in checking.check(of, LATEST)]


@pytest.mark.parametrize("basis", [None, *Basis])
@pytest.mark.parametrize("grade", list(Grade))
def test_a_basis_fits_its_grade(grade: Grade, basis: Basis | None) -> None:
    independent = {"own-reporting", "audit", "research", "other-record", "civil-society"}
    fits = {
        Grade.INDEPENDENT: basis is not None and basis.value in independent,
        Grade.SELF_REPORTED: basis is None or basis.value not in independent,
        Grade.PRIMARY: basis is None,
        Grade.INFERRED: basis is None,
    }[grade]
    assert bool(list(basis_faults("paper", grade, basis))) is not fits


def test_what_is_independent_says_so_itself_or_in_its_last_review() -> None:
    silent = source(basis=None)
    assert told(register(evidence=[silent])) == [("evidence:paper", ("grade",), "basis")]
    good = reviews(grade="independent", basis="audit", because=None)
    assert told(register(evidence=[silent], reviews=[good])) == []
    assert told(register(evidence=[source(basis="release")], reviews=[good])) == [("evidence:paper", ("basis",), "basis")]


def test_a_changed_grade_has_a_reason_and_a_confirmed_one_needs_none() -> None:
    assert told(register(evidence=[source()], reviews=[reviews(because=None)])) == [("review:2026-11-28", ("sources", 0), "reason")]
    assert told(register(evidence=[source()], reviews=[reviews(because=None, grade="independent", basis="audit")])) == []


def test_a_review_is_written_after_the_source_was_seen_and_not_in_the_future() -> None:
    early, coming = reviews("2026-11-19"), reviews("2026-11-29")
    assert told(register(evidence=[source()], reviews=[early])) == [("review:2026-11-19", ("sources", 0), "date")]
    assert told(register(evidence=[source()], reviews=[coming])) == [("review:2026-11-29", (), "future")]


def test_a_review_of_a_withheld_source_is_no_mistake_of_its_own() -> None:
    whole = register(reviews=[reviews()])
    assert told(whole) == [("review:2026-11-28", ("sources", 0, "source"), "reference")]
    assert told(replace(whole, lost=frozenset({"paper"}))) == []


def test_the_last_review_counts() -> None:
    whole = register(evidence=[source()], reviews=[reviews("2026-11-21"), reviews("2026-11-28", grade="independent", basis="audit")])
    assert (whole.grade_of(source()), whole.basis_of(source())) == (Grade.INDEPENDENT, Basis.AUDIT)
    found = whole.review_of(source())
    assert found
    assert found[0] == LATEST


def test_every_real_independent_source_says_how_that_was_judged() -> None:
    whole = real()
    found = [each for each in whole.evidence if whole.grade_of(each) is Grade.INDEPENDENT]
    assert found
    assert [each.id for each in found if (basis := whole.basis_of(each)) is None or not basis.independent] == []
