"""How alike the first and the second judgement are: a small example reckoned by hand, and the real records."""

from __future__ import annotations

import datetime as dt

import pytest

from models.records.judgements import Judgements, SecondJudgement
from models.records.terms import Status
from models.register.register import Register
from models.register.second_judgements import SCALE, agreement_of, twice_judged
from tests.samples.registers import commitment, declaration, note, provision, real, register

JUDGED = dt.date(2026, 11, 28)


def judged(*each: tuple[str, str, str | None], on: dt.date = JUDGED) -> Judgements:
    seconds = [
        SecondJudgement.model_validate({"commitment": id_, "status": status, "actor": actor, "why": "So."}) for id_, status, actor in each
    ]
    return Judgements(declaration="2024", judged=on, by="other", judgements=seconds)


def small(*first: tuple[str, str], second: Judgements, **more: object) -> Register:
    letters = "abcdefgh"
    text = declaration("2024", 14, provision("c1", *(commitment(letter) for letter in letters)))
    return register(text, notes=[note(f"2024-c1{letter}", "2025-01-01", status) for letter, status in first], judgements=[second], **more)  # type: ignore[arg-type]


def test_raw_agreement_and_both_coefficients_by_hand() -> None:
    """Four commitments on five steps: done/done, done/partly-done, started/started, no-evidence/no-evidence.

    Raw: 3 of 4. Mean shares of both judges: done 3/8, partly-done 1/8, started 2/8, no-evidence 2/8, contrary 0;
    Σ π (1 - π) = (15 + 7 + 12 + 12) / 64 = 46/64.
    AC1: pe = 46/64 · 5 / (5 · 4) = 23/128, so (3/4 - 23/128) / (1 - 23/128) = 73/105.
    AC2: neighbours weigh 1 - 1/10; the weights of the table add up to 5 + 8 · 0.9 + 6 · 0.7 + 4 · 0.4 + 2 · 0 = 18;
    pa = (3 + 0.9) / 4, pe = 18/20 · 46/64 = 207/320, so (0.975 - 207/320) / (1 - 207/320) = 105/113.
    """
    first = (("a", "done"), ("b", "done"), ("c", "started"), ("d", "no-evidence"))
    second = judged(
        ("2024-c1a", "done", None), ("2024-c1b", "partly-done", None), ("2024-c1c", "started", None), ("2024-c1d", "no-evidence", None)
    )
    pairs = twice_judged(small(*first, second=second))
    found = agreement_of(pairs, whole=True)
    assert (found.n, found.same, found.raw) == (4, 3, 0.75)
    assert found.ac1 == pytest.approx(73 / 105)
    assert found.ac2 == pytest.approx(105 / 113)
    assert [pair.second.commitment for pair in pairs if pair.differs] == ["2024-c1b"]
    assert agreement_of(pairs, whole=False).n == 0


def test_the_scale_runs_from_against_the_words_to_done() -> None:
    assert [status.value for status in SCALE] == ["contrary", "no-evidence", "started", "partly-done", "done"]


def test_the_first_judgement_is_the_note_that_decided_then() -> None:
    second = judged(("2024-c1a", "started", None), ("2024-c1a", "done", "gwangju"), ("2024-c1b", "done", None))
    notes = [
        note("2024-c1a", "2025-01-01", "started"),
        note("2024-c1a", "2026-01-01", "done"),
        note("2024-c1a", "2026-02-01", "contrary", written=JUDGED),
        note("2024-c1a", "2026-03-01", "no-evidence", actor="gwangju", evidence=[]),
    ]
    whole = small(second=second)
    pairs = twice_judged(Register(**{**vars(whole), "notes": tuple(notes)}))
    assert [pair.first for pair in pairs] == [Status.DONE, Status.NO_EVIDENCE, None]
    assert agreement_of(pairs, whole=True).n == 1, "what had no first note is left out"


def test_the_first_judgement_stays_also_where_it_was_corrected() -> None:
    wrong = note("2024-c1a", "2025-01-01", "done")
    right = note("2024-c1a", "2025-01-01", "started", corrects="2025-01-01", written=JUDGED).model_copy(
        update={"id": "2024-c1a/2025-01-01-2"}
    )
    whole = small(second=judged(("2024-c1a", "started", None)))
    (pair,) = twice_judged(Register(**{**vars(whole), "notes": (wrong, right)}))
    assert (pair.first, pair.differs) == (Status.DONE, True)
    assert [each.status for each in Register(**{**vars(whole), "notes": (wrong, right)}).notes_of("2024-c1a")] == [Status.STARTED]


def test_what_is_judged_of_a_text_that_is_not_there_is_left_out() -> None:
    assert twice_judged(small(second=judged(("2024-c9a", "done", None)))) == ()


def test_the_real_records_agree_so_far() -> None:
    pairs = twice_judged(real())
    whole, own = agreement_of(pairs, whole=True), agreement_of(pairs, whole=False)
    assert (whole.n, whole.same) == (60, 54)
    assert (own.n, own.same) == (26, 19)
    assert (round(whole.ac1 or 0, 2), round(whole.ac2 or 0, 2)) == (0.88, 0.98)
    assert (round(own.ac1 or 0, 2), round(own.ac2 or 0, 2)) == (0.69, 0.95)


def test_every_real_difference_is_settled_by_what_then_stands() -> None:
    whole = real()
    assert whole.rulings
    differing = {(pair.second.commitment, pair.second.actor) for pair in twice_judged(whole) if pair.differs}
    assert {(each.commitment, each.actor) for each in whole.rulings.differences} == differing
    assert len(differing) == 6 + 7
