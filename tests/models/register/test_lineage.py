"""The computed label of a link, recurrence and gaps, on small registers made by hand (codebook, 5)."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.records.terms import Force, Ledger, Precision, Scope
from models.register.lineage import Change, Wording, change
from models.register.register import Register
from tests.samples.registers import commitment, declaration, forum, mention, note, pledge, provision, register

WORDINGS = st.builds(Wording, st.sampled_from(Force), st.sampled_from([None, *Precision]))
SCOPES = st.sampled_from(Scope)


def wording(force: str, precision: str | None) -> Wording:
    return Wording(Force(force), Precision(precision) if precision else None)


@pytest.mark.parametrize(
    ("earlier", "later", "scope", "label"),
    [
        (("asks", "direction"), ("asks", "direction"), "same", "reaffirmed"),
        (("asks", "direction"), ("asks", "direction"), "wider", "expanded"),
        (("asks", "direction"), ("asks", "direction"), "narrower", "narrowed"),
        (("asks", "direction"), ("asks", "direction"), "mixed", "mixed"),
        (("asks", "direction"), ("urges", "direction"), "same", "strengthened"),
        (("asks", "direction"), ("asks", "checkable"), "narrower", "strengthened"),
        (("asks", "direction"), ("undertakes", "dated"), "wider", "strengthened"),
        (("undertakes", "direction"), ("asks", "direction"), "same", "weakened"),
        (("undertakes", "dated"), ("undertakes", "aspiration"), "wider", "weakened"),
        (("asks", "dated"), ("undertakes", "direction"), "same", "mixed"),
        (("undertakes", "direction"), ("urges", "checkable"), "same", "mixed"),
        (("states", None), ("undertakes", "aspiration"), "same", "strengthened"),
        (("undertakes", "aspiration"), ("states", None), "same", "weakened"),
        (("states", None), ("states", None), "same", "reaffirmed"),
        (("records", None), ("states", None), "same", "strengthened"),
    ],
)
def test_the_table_of_the_codebook(earlier: tuple[str, str | None], later: tuple[str, str | None], scope: str, label: str) -> None:
    assert change(wording(*earlier), wording(*later), Scope(scope)) == label


@given(WORDINGS, WORDINGS, SCOPES)
def test_the_way_back_has_the_opposite_label(one: Wording, other: Wording, scope: Scope) -> None:
    opposite = {Change.STRENGTHENED: Change.WEAKENED, Change.WEAKENED: Change.STRENGTHENED}
    there, back = change(one, other, scope), change(other, one, scope)
    assert back == opposite.get(there, there)


@given(WORDINGS, WORDINGS)
def test_scope_speaks_only_where_force_and_precision_are_equal(one: Wording, other: Wording) -> None:
    labels = {change(one, other, scope) for scope in Scope}
    assert (len(labels) == 4) == (one == other)
    assert len(labels) in (1, 4)


def test_every_label_can_come_about() -> None:
    wordings = [Wording(force, precision) for force, precision in product(Force, [None, *Precision])]
    assert {change(one, other, scope) for one, other, scope in product(wordings, wordings, Scope)} == set(Change)


# registers -------------------------------------------------------------------------------------------------------


def small() -> Register:
    """Texts of forums 1, 13 and 14; the pledge is asked for, noted in passing, and promised."""
    return register(
        declaration(
            "2011", 1, provision("p1", commitment("a", "hopes", "aspiration"), commitment("b", "urges", "direction")), provision("p2")
        ),
        declaration("2023", 13, provision("p1"), provision("p2", commitment("a", "asks", "checkable"))),
        declaration(
            "2024", 14, provision("c1", commitment("a", "undertakes", "checkable")), provision("c2", commitment("a", "states", None))
        ),
        forums=[forum(number, 2010 + number, "on-record" if number in (1, 13, 14) else "known") for number in range(1, 17)],
        pledges=[
            pledge(
                "thread",
                mention("2011-p1a"),
                mention("2011-p1b"),
                mention("2023-p1", background=True),
                mention("2024-c1a", "2011-p1b", "wider"),
                mention("2024-c2a", "2011-p1b"),
            ),
            pledge("other", mention("2023-p2a"), mention("2024-c1a", "2023-p2a")),
        ],
    )


def test_a_pledge_recurs_where_it_is_spoken_of_itself() -> None:
    whole = small()
    assert whole.recurrence(whole.pledge_by_id["thread"]) == ("2011", "2024")
    assert whole.recurrence(whole.pledge_by_id["other"]) == ("2023", "2024")


def test_the_strongest_mention_stands_for_a_declaration() -> None:
    whole = small()
    thread = whole.pledge_by_id["thread"]
    strongest = {year: whole.strongest_mention(thread, year) for year in ("2011", "2023", "2024")}
    assert {year: each.at if each else None for year, each in strongest.items()} == {"2011": "2011-p1b", "2023": None, "2024": "2024-c1a"}


def test_labels_of_links() -> None:
    whole = small()
    labels = [whole.change_at(each) for each in whole.pledge_by_id["thread"].mentions]
    assert labels == [None, None, None, Change.STRENGTHENED, Change.WEAKENED]


def test_a_provision_has_the_wording_of_its_strongest_commitment_or_its_own() -> None:
    whole = small()
    assert whole.wording_at("2011-p1") == wording("urges", "direction")
    assert whole.wording_at("2011-p2") == wording("states", None)
    assert whole.wording_at("2011-p1a") == wording("hopes", "aspiration")


def test_one_commitment_may_stand_in_several_pledges() -> None:
    whole = small()
    assert [each.id for each, _ in whole.pledges_at("2024-c1a")] == ["thread", "other"]
    assert [each.id for each in whole.commitments_of(whole.pledge_by_id["thread"])] == ["2011-p1a", "2011-p1b", "2024-c1a", "2024-c2a"]


def test_gaps_lie_between_forums_that_are_not_neighbours() -> None:
    whole = small()
    assert whole.consecutive("2023", "2024")
    assert not whole.consecutive("2011", "2023")
    assert [each.number for each in whole.forums_between("2011", "2023")] == list(range(2, 13))
    assert whole.forums_between("2023", "2024") == ()
    assert [each.number for each in whole.forums_on_record] == [1, 13, 14]


def test_the_three_ledgers_are_told_apart_and_leave_out_promises_in_name_only() -> None:
    whole = small()
    ids = {ledger: [each.id for each in whole.commitments_in(ledger)] for ledger in Ledger}
    assert ids == {Ledger.PROMISES: ["2024-c1a"], Ledger.ASKS: ["2011-p1b", "2023-p2a"], Ledger.HOPES: ["2011-p1a"]}
    assert whole.commitment_by_id["2024-c2a"].in_name_only


def test_as_of_a_day_nothing_later_is_known() -> None:
    whole = small()
    before = whole.as_of(dt.date(2024, 10, 10))
    assert set(before.declaration_by_id) == {"2011", "2023"}
    assert [each.at for each in before.pledge_by_id["thread"].mentions] == ["2011-p1a", "2011-p1b", "2023-p1"]
    assert whole.as_of(dt.date(2030, 1, 1)).pledges == whole.pledges


def test_a_note_added_changes_only_its_own_commitment() -> None:
    whole, day = small(), dt.date(2026, 1, 1)
    noted = replace(whole, notes=(note("2024-c1a", "2025-05-17", "done"),))
    changed = {each.id for each in whole.commitment_by_id.values() if whole.standing_of(each, day) != noted.standing_of(each, day)}
    assert changed == {"2024-c1a"}
