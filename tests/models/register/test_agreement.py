"""How alike two codings are: against examples computed by hand and published ones."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from models.loading import load
from models.records.codings import CodedUnit, Coding
from models.records.terms import Force
from models.register.agreement import FORCES, PRECISIONS, agreement, alike, coefficient, match, ordinal_weights, place
from models.register.register import Register
from tests.samples.registers import LATEST, RECORDS, commitment, declaration, provision

# Gwet, Handbook of Inter-Rater Reliability, and the R package irrCAC: 100 patients, two abstractors.
ABSTRACTORS = [[13, 0, 0], [0, 20, 7], [0, 4, 56]]
# The same sources: 223 psychiatric patients by two ways of diagnosis.
DIAGNOSES = [[40, 6, 4, 15], [4, 25, 1, 5], [4, 2, 21, 9], [17, 13, 12, 45]]


def pairs(table: list[list[int]]) -> list[tuple[int, int]]:
    return [(k, el) for k, row in enumerate(table) for el, times in enumerate(row) for _ in range(times)]


def test_ac1_by_hand() -> None:
    """pa = 3/4; shares 5/8 and 3/8, so pe = 15/32; (24/32 - 15/32) / (17/32) = 9/17."""
    assert coefficient([("a", "a"), ("a", "a"), ("a", "b"), ("b", "b")], "ab") == pytest.approx(9 / 17)


def test_ac2_by_hand() -> None:
    """Weights of neighbours 2/3: pa = 2/3; shares 4/8, 1/8, 3/8, so pe = 17/18 · 19/32 = 323/576; hence 61/253."""
    assert coefficient([(0, 0), (0, 1), (2, 2), (0, 2)], range(3), ordinal_weights(3)) == pytest.approx(61 / 253)


def test_ordinal_weights_fall_with_the_distance() -> None:
    assert ordinal_weights(4)[0] == pytest.approx([1, 5 / 6, 1 / 2, 0])
    assert ordinal_weights(2) == [[1, 0], [0, 1]]


@pytest.mark.parametrize(
    ("table", "raw", "ac1", "ac2"),
    [(ABSTRACTORS, 0.89, 0.8493305, 0.925), (DIAGNOSES, 131 / 223, 0.456, 0.324)],
)
def test_published_examples(table: list[list[int]], raw: float, ac1: float, ac2: float) -> None:
    found = alike(pairs(table), range(len(table)))
    assert found.raw == pytest.approx(raw)
    assert found.ac1 == pytest.approx(ac1, abs=0.0005)
    assert found.ac2 == pytest.approx(ac2, abs=0.0005)


@pytest.mark.parametrize("scale", [FORCES, PRECISIONS])
def test_perfect_agreement_is_one(scale: tuple[Any, ...]) -> None:
    for codes in ([(code, code) for code in scale], [(scale[0], scale[0])] * 3):
        found = alike(codes, scale)
        assert (found.raw, found.ac1, found.ac2) == (1, 1, 1)


def test_nothing_to_compare_gives_no_number() -> None:
    found = alike([], FORCES)
    assert (found.n, found.raw, found.ac1, found.ac2) == (0, None, None, None)


def units(*quotes: str) -> list[CodedUnit]:
    return [CodedUnit(quote=quote, force=Force.URGES) for quote in quotes]


def test_units_match_by_half_of_the_shorter_one_and_once() -> None:
    text = "We urge all cities to learn and we urge all states to pay."
    first = place(units("We urge all cities to learn", "we urge all states to pay."), text)
    second = place(units("urge all cities to learn and we urge", "all states to pay."), text)
    found = match(first, second)
    assert [(first.index(one), second.index(other)) for one, other in found] == [(0, 0), (1, 1)]
    assert [(second.index(one), first.index(other)) for one, other in match(second, first)] == [(0, 0), (1, 1)]
    assert match(place(units("We urge all"), text), place(units("all cities to learn"), text)) == []


def test_words_quoted_twice_are_found_one_after_the_other() -> None:
    assert [each.span for each in place(units("act", "act", "act"), "We act and act.")] == [(3, 6), (11, 14), None]


def coding(coder: str, *provisions: dict[str, Any], year: str = "2024") -> Coding:
    return Coding.model_validate({"declaration": year, "coder": coder, "coded": dt.date(2026, 11, 20), "provisions": list(provisions)})


def coded(quote: str, force: str = "undertakes", precision: str | None = "checkable") -> dict[str, Any]:
    return {"quote": quote, "force": force, "precision": precision}


def small(*codings: Coding) -> Register:
    """A provision that states, and one with the text “We do a. We do b.”."""
    text = declaration("2024", 14, provision("p1"), provision("c1", commitment("a"), commitment("b")))
    return Register(declarations=(text,), codings=codings)


def test_two_codings_of_a_small_text() -> None:
    first = coding(
        "first", {"id": "p1", "force": "states"}, {"id": "c1", "units": [coded("We do a."), coded("We do b.", precision="dated")]}
    )
    second = coding("second", {"id": "p1", "force": "records"}, {"id": "c1", "units": [coded("We do a."), coded("do b.", "asks", None)]})
    found = agreement(small(first, second))
    assert (found.declarations, found.missing, found.provisions) == (("2024",), (), 2)
    # One identical stretch of three different ones; both units were found by both.
    assert (found.boundaries.identical, found.boundaries.union, found.boundaries.matched) == (1, 3, 2)
    assert found.boundaries.share == pytest.approx(1 / 3)
    assert (found.force_of_provisions.n, found.force_of_provisions.same) == (2, 1)
    assert (found.force_of_units.n, found.force_of_units.same) == (2, 1)
    assert (found.precision_of_units.n, found.precision_of_units.same) == (2, 1)
    assert found.differing == ("2024-p1", "2024-c1")


def test_agreement_is_the_same_when_the_coders_change_places() -> None:
    register = load(RECORDS, LATEST).register
    other = {"first": "second", "second": "first"}
    swapped = tuple(each.model_copy(update={"coder": other[each.coder]}) for each in register.codings)
    one, two = agreement(register), agreement(Register(declarations=register.declarations, codings=swapped))
    assert (two.boundaries.first, two.boundaries.second) == (one.boundaries.second, one.boundaries.first)
    assert (two.boundaries.identical, two.boundaries.union, two.boundaries.matched) == (
        one.boundaries.identical,
        one.boundaries.union,
        one.boundaries.matched,
    )
    for name in ("force_of_provisions", "force_of_units", "precision_of_units"):
        assert getattr(two, name) == getattr(one, name)


def test_a_missing_coding_is_named_and_never_counted() -> None:
    only = coding("first", {"id": "p1", "force": "states"}, {"id": "c1", "units": [coded("We do a.")]})
    found = agreement(small(only))
    assert (found.declarations, found.missing, found.provisions) == ((), (("2024", "second"),), 0)
    assert found.boundaries.share is None
    assert found.force_of_provisions.ac1 is None


def test_the_real_codings_cover_every_provision() -> None:
    register = load(RECORDS, LATEST).register
    found = agreement(register)
    assert found.missing == ()
    assert found.provisions == len(register.provision_by_id)
    assert found.boundaries.first + found.boundaries.second - found.boundaries.matched >= found.boundaries.matched
