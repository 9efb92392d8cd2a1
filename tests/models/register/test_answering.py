"""Who has to answer for a promise once a body has taken another's place, in the real records."""

from __future__ import annotations

import datetime as dt

import pytest

from models.records.terms import BodyKind
from models.records.vocabulary import Body
from models.register import answering
from models.register.answering import Capacity
from tests.samples.registers import both, commitment, declaration, forum, provision, real, register

EVE, FIRST = dt.date(2026, 6, 30), dt.date(2026, 7, 1)


def test_the_new_city_inherits_what_gwangju_promised_and_was_asked() -> None:
    whole = real().as_of(FIRST)
    new, old = whole.body_by_id["jeonnam-gwangju"], whole.body_by_id["gwangju"]
    inherited = answering.bound(whole, new)
    assert [each.commitment.id for each in inherited] == [each.commitment.id for each in answering.bound(whole, old)]
    assert len(inherited) == 30
    assert {each.capacity for each in inherited} == {Capacity.SUCCESSOR}
    assert [each.there for each in inherited] == [each.there for each in answering.bound(whole, old)]
    assert answering.asked(whole, new) == answering.asked(whole, old) != ()
    assert answering.predecessors(whole, new) == (old,)
    assert answering.successor(whole, old) == new


@pytest.mark.parametrize("day", [dt.date(2011, 5, 17), dt.date(2024, 12, 1), dt.date(2026, 2, 28)])
def test_before_it_was_announced_there_is_no_such_body(day: dt.date) -> None:
    whole = real().as_of(day)
    assert "jeonnam-gwangju" not in {body.id for body in (*whole.bodies, *answering.answering(whole))}
    assert whole.body_by_id["gwangju"].note is None


@pytest.mark.parametrize("day", [dt.date(2026, 3, 1), EVE])
def test_before_its_first_day_it_answers_for_nothing(day: dt.date) -> None:
    whole = real().as_of(day)
    new, old = whole.body_by_id["jeonnam-gwangju"], whole.body_by_id["gwangju"]
    assert answering.bound(whole, new) == answering.asked(whole, new) == answering.predecessors(whole, new) == ()
    assert answering.successor(whole, old) is None
    assert answering.bound(whole, old)


def test_own_records_stay_with_the_body_that_made_them() -> None:
    whole = real()
    for id_ in ("gwangju", "jeonnam-gwangju"):
        found = answering.own_notes(whole, whole.body_by_id[id_])
        assert found
        assert {note.actor for notes in found.values() for note in notes} == {id_}
    assert all(note.as_of >= FIRST for notes in answering.own_notes(whole, whole.body_by_id["jeonnam-gwangju"]).values() for note in notes)


def test_what_is_promised_after_the_succession_binds_by_its_own_part() -> None:
    old = Body(id="old", name=both("Old"), kind=BodyKind.CITY)
    new = Body(id="new", name=both("New"), kind=BodyKind.CITY, begins=dt.date(2024, 1, 1), succeeds=["old"])
    texts = [declaration(year, number, provision("c1", commitment("a"))) for year, number in (("2023", 13), ("2024", 14))]
    found = answering.bound(register(*texts, bodies=[old, new]), new)
    assert [(each.commitment.id, each.capacity) for each in found] == [("2023-c1a", Capacity.SUCCESSOR), ("2024-c1a", Capacity.PARTICIPANT)]


def test_a_succession_goes_on_through_several_bodies_and_two_into_one() -> None:
    bodies = [
        Body(id="one", name=both("One"), kind=BodyKind.CITY),
        Body(id="other", name=both("Other"), kind=BodyKind.CITY),
        Body(id="both", name=both("Both"), kind=BodyKind.CITY, begins=dt.date(2024, 1, 1), succeeds=["one", "other"]),
        Body(id="last", name=both("Last"), kind=BodyKind.CITY, begins=dt.date(2025, 1, 1), succeeds=["both"]),
    ]
    texts = [
        declaration("2023", 13, provision("c1", commitment("a", by=["one"]), commitment("b", by=["other"]), commitment("c", by=["uclg"])))
    ]
    whole = register(*texts, bodies=bodies)
    for body in bodies[2:]:
        assert [each.commitment.id for each in answering.bound(whole, body)] == ["2023-c1a", "2023-c1b"]
    earlier = whole.as_of(dt.date(2024, 12, 31))
    assert [body.id for body in earlier.bodies] == ["one", "other", "both"]


def test_who_takes_over_from_two_was_there_if_one_of_them_was() -> None:
    bodies = [
        Body(id="away", name=both("Away"), kind=BodyKind.CITY),
        Body(id="host", name=both("Host"), kind=BodyKind.CITY),
        Body(id="both", name=both("Both"), kind=BodyKind.CITY, begins=dt.date(2024, 1, 1), succeeds=["away", "host"]),
    ]
    held = forum(13, 2023).model_copy(update={"hosts": ["host"]})
    whole = register(declaration("2023", 13, provision("c1", commitment("a"))), forums=[held], bodies=bodies)
    found = {body.id: [each.there for each in answering.bound(whole, body)] for body in bodies}
    assert found == {"away": [False], "host": [True], "both": [True]}
