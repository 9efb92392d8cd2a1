"""The judgements on record: complete, on evidence, and right in the cases that are easily got wrong."""

from __future__ import annotations

import datetime as dt

import pytest

from models.loading import load
from models.records.terms import Grade, Status
from models.register.register import Register
from models.register.standing import Standing, deciding
from tests.samples.registers import ROOT

TODAY = dt.date(2026, 11, 21)


@pytest.fixture(scope="module")
def register() -> Register:
    loaded = load(ROOT / "commitments", dt.date.today())
    assert not loaded.problems, "\n".join(map(str, loaded.problems))
    return loaded.register


def test_every_commitment_that_can_be_judged_has_been_judged(register: Register) -> None:
    missing = [
        each.id
        for each in register.commitment_by_id.values()
        if each.assessable and register.standing_of(each, TODAY) is Standing.NOT_ASSESSED
    ]
    assert not missing


@pytest.mark.parametrize(
    ("commitment", "day", "expected"),
    [
        ("2011-p16a", "2013-09-25", Standing.NOT_ASSESSED),
        ("2011-p16a", "2013-09-26", Standing.STARTED),
        ("2011-p16a", "2015-08-07", Standing.DONE),
        ("2011-c5a", "2026-11-21", Standing.NO_EVIDENCE),
        ("2017-closea", "2018-10-21", Standing.DONE),
        ("2017-closeb", "2026-11-21", Standing.NO_EVIDENCE),
        ("2020-p17a", "2021-10-10", Standing.PARTLY_DONE),
        ("2023-c4b", "2026-11-21", Standing.NO_EVIDENCE),
        ("2023-p12a", "2024-10-11", Standing.DONE),
        ("2024-c4a", "2024-10-11", Standing.NOT_ASSESSED),
        ("2024-c4a", "2025-05-17", Standing.DONE),
        ("2024-c2a", "2026-11-21", Standing.NO_EVIDENCE),
    ],
)
def test_the_hard_ones_stand_where_the_sources_put_them(register: Register, commitment: str, day: str, expected: Standing) -> None:
    assert register.standing_of(register.commitment_by_id[commitment], dt.date.fromisoformat(day)) is expected


def test_the_income_coloured_cards_stand_against_the_host_city_and_not_the_whole(register: Register) -> None:
    contrary = [note for note in register.notes if note.status is Status.CONTRARY and note.actor == "gwangju"]
    assert {note.as_of.isoformat()[:7] for note in contrary} == {"2025-07"}
    assert all("card" in note.reason.en for note in contrary)
    for note in contrary:
        whole = deciding(register.notes_of(note.commitment), TODAY)
        assert whole is not None
        assert whole.status is not Status.CONTRARY


def test_no_done_rests_on_the_word_of_those_who_promised(register: Register) -> None:
    for note in register.notes:
        if note.status is Status.DONE:
            grades = {register.evidence_by_id[id_].grade for id_ in note.evidence}
            assert grades & {Grade.PRIMARY, Grade.INDEPENDENT}, note.id


def test_what_was_not_found_says_where_it_was_looked_for(register: Register) -> None:
    for note in register.notes:
        if note.status is Status.NO_EVIDENCE:
            assert note.search
            assert note.search.words


def test_a_view_of_11_october_2024_knows_nothing_of_later_days(register: Register) -> None:
    then = register.as_of(dt.date(2024, 10, 11))
    assert {declaration.id for declaration in then.declarations} == {"2011", "2017", "2020", "2023", "2024"}
    assert all(note.as_of <= dt.date(2024, 10, 11) for note in then.notes)
    before = register.as_of(dt.date(2024, 10, 10))
    assert "2024" not in before.declaration_by_id
    assert not any(mention.declaration == "2024" for pledge in before.pledges for mention in pledge.mentions)
    assert len(before.notes) < len(then.notes) or len(before.commitment_by_id) < len(then.commitment_by_id)


def test_a_note_changes_only_its_own_commitment(register: Register) -> None:
    from dataclasses import replace

    note = next(note for note in register.notes if note.actor is None and note.commitment == "2024-c2a")
    more = replace(
        register, notes=(*register.notes, note.model_copy(update={"status": Status.DONE, "as_of": TODAY, "id": "2024-c2a/2026-11-21-9"}))
    )
    for commitment in register.commitment_by_id.values():
        same = register.standing_of(commitment, TODAY) is more.standing_of(more.commitment_by_id[commitment.id], TODAY)
        assert same or commitment.id == "2024-c2a"
