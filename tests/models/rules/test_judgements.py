"""Second judgements and rulings: where each fault is said, and what is no fault."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

from models.records.judgements import Judgements, Rulings
from models.register.register import Register
from models.rules import checking
from tests.samples.registers import LATEST, both, commitment, declaration, note, provision, register

HERE = ("judgements", 0)


def whole(
    *second: dict[str, Any], rulings: list[dict[str, Any]] | None = None, judged: dt.date = LATEST, first: str = "started"
) -> Register:
    """Two commitments that can be judged and an aspiration; the first one stands at `first`."""
    text = declaration("2024", 14, provision("c1", commitment("a"), commitment("b"), commitment("c", precision="aspiration")))
    judgements = Judgements.model_validate(
        {"declaration": "2024", "judged": judged, "by": "other", "judgements": [{"why": "So.", **each} for each in second]}
    )
    settled = Rulings.model_validate(
        {"settled": LATEST, "by": "x", "differences": [{"because": both("So."), **each} for each in rulings or []]}
    )
    notes = [note("2024-c1a", "2025-01-01", first, evidence=[])]
    return (
        register(text, notes=notes, judgements=[judgements])
        if rulings is None
        else replace(register(text, notes=notes, judgements=[judgements]), rulings=settled)
    )


def told(of: Register) -> list[tuple[str, tuple[str | int, ...], str]]:
    known = replace(of, lost=of.lost | {"vocabulary/*", "forums/*"})
    return [(each.subject, each.at, each.code) for each in checking.check(known, LATEST) if not each.subject.startswith("note:")]


A, B = {"commitment": "2024-c1a", "status": "started"}, {"commitment": "2024-c1b", "status": "done"}


def test_a_commitment_without_a_first_note_is_a_difference_too() -> None:
    assert told(whole(A, B)) == [("judgements:2024", ("judgements",), "ruling")]
    ruling = {"commitment": "2024-c1b", "second": "done", "settled": "done"}
    assert told(whole(A, B, rulings=[ruling])) == [("rulings:", ("differences", 0), "ruling")], "no note says what was settled"


def test_what_is_left_out_is_named_once_for_the_text() -> None:
    assert told(whole(A)) == [("judgements:2024", ("judgements",), "coverage")]


def test_an_aspiration_is_not_judged_unless_it_was_coded_anew() -> None:
    hope = {"commitment": "2024-c1c", "status": "started"}
    agreed = whole(A, {**B, "status": "started"}, hope)
    assert ("judgements:2024", ("judgements", 2), "not-assessable") in told(agreed)
    recoded = [{"on": LATEST, "force": "undertakes", "precision": "direction", "because": both("So.")}]
    text = declaration(
        "2024", 14, provision("c1", commitment("a"), commitment("b"), commitment("c", precision="aspiration", recoded=recoded))
    )
    assert ("judgements:2024", ("judgements", 2), "not-assessable") not in told(replace(agreed, declarations=(text,)))


def test_each_is_judged_once_and_one_body_is_another_judgement() -> None:
    assert ("judgements:2024", ("judgements", 2), "duplicate-id") in told(whole(A, B, A))
    assert ("judgements:2024", ("judgements", 2), "duplicate-id") not in told(whole(A, B, {**A, "actor": "gwangju"}))


def test_a_ruling_tells_both_judgements_as_they_are_on_record() -> None:
    right = {"commitment": "2024-c1a", "first": "started", "second": "done", "settled": "started"}
    second = ({**A, "status": "done"}, {**B, "status": "done"})
    settled_b = ("judgements:2024", ("judgements",), "ruling")
    assert told(whole(*second, rulings=[right])) == [settled_b]
    for wrong in ({"first": "partly-done"}, {"second": "started"}, {"settled": "done"}):
        assert told(whole(*second, rulings=[{**right, **wrong}])) == [("rulings:", ("differences", 0), "ruling"), settled_b]


def test_a_ruling_on_a_withheld_text_is_no_mistake_of_its_own() -> None:
    ruling = {"commitment": "2023-c1a", "first": "started", "second": "done", "settled": "done"}
    agreed = whole(A, {**B, "status": "started"}, rulings=[ruling])
    assert ("rulings:", ("differences", 0), "ruling") in told(agreed)
    assert ("rulings:", ("differences", 0), "ruling") not in told(replace(agreed, lost=frozenset({"2023"})))
