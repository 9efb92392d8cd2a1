"""What a brief on several subjects, or on a pledge, finds in the register; and what is known of one city only."""

from __future__ import annotations

import pytest

from models.brief import facts
from models.brief.facts import About, Brief, Item, Kind, Subject
from models.brief.gathering import brief
from models.records.pledges import Pledge
from models.records.terms import BodyKind, Ledger
from models.records.vocabulary import Body
from models.register.register import Register
from tests.samples import registers as made
from tests.samples.registers import TODAY, real

GWANGJU, SEOUL = (Body(id=id_, name=made.both(id_.title()), kind=BodyKind.CITY) for id_ in ("gwangju", "seoul"))


def of(address: str, register: Register | None = None) -> Brief:
    found = facts.about(register or real(), address)
    assert isinstance(found, About), address
    return brief(register or real(), found, TODAY)


def ids(items: tuple[Item, ...]) -> list[str]:
    return [item.commitment.id for item in items]


# several subjects --------------------------------------------------------------------------------------------------


def test_several_themes_are_told_together_and_each_commitment_is_counted_once() -> None:
    one, other, both = of("theme:poverty"), of("theme:participation"), of("theme:poverty+theme:participation")
    shared = set(ids(one.items)) & set(ids(other.items))
    assert shared, "the two have something in common, or this test tells nothing"
    assert sorted(ids(both.items)) == sorted({*ids(one.items), *ids(other.items)})
    for ledger in Ledger:
        expected = {each.commitment.id for found in (one, other) for each in found.items if each.commitment.ledger is ledger}
        assert both.tally(ledger).n == len(expected)
    assert all(item.commitment.ledger is Ledger.PROMISES for item in both.promised)
    assert not [item for item in both.asked if item.commitment.ledger is Ledger.PROMISES]


def test_of_several_kinds_what_is_on_one_of_each_is_told() -> None:
    city, theme, both = of("city:gwangju"), of("theme:poverty"), of("city:gwangju+theme:poverty")
    assert sorted(ids(both.items)) == sorted(set(ids(city.items)) & set(ids(theme.items)))
    assert all(item.capacity for item in both.promised), "as what the city is bound is told as in the brief of the city"
    at_forum = of("theme:poverty+theme:peace+forum:13")
    assert at_forum.items
    assert {item.commitment.declaration for item in at_forum.items} == {"2023"}


def test_a_promise_in_name_only_is_told_once_of_several_subjects_that_it_is_on() -> None:
    assert ids(of("theme:climate+theme:health").in_name_only) == ["2020-c3a"]
    assert not of("city:gwangju+theme:climate").in_name_only, "it binds no city"


def test_a_forum_without_its_text_is_told_apart_among_several() -> None:
    found = of("forum:14+forum:15")
    assert found.textless == (Subject(Kind.FORUM, "15"),)
    assert not found.without_text
    assert of("forum:15+theme:poverty").without_text


# a pledge ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("pledge", real().pledges, ids=lambda pledge: pledge.id)
def test_a_brief_on_a_pledge_has_its_own_commitments_and_its_strongest_wording(pledge: Pledge) -> None:
    found = of(f"pledge:{pledge.id}")
    expected = {each.id for each in real().commitments_of(pledge)}
    assert {*ids(found.items), *ids(found.in_name_only)} == expected
    assert [agreed.pledges for agreed in found.agreed] == [(pledge,)]
    mentioned = [mention.at for mention in pledge.mentions if not mention.background]
    assert real().wording_at(found.agreed[0].place).rank == max(real().wording_at(place).rank for place in mentioned)
    assert all(question.pledge == pledge for question in found.questions if question.pledge)


# what no commitment names, and what one city alone shows -----------------------------------------------------------


def test_a_theme_that_no_commitment_names_is_known_also_among_others() -> None:
    digital = Subject(Kind.THEME, "digital")
    assert of("theme:digital").unnamed == (digital,)
    assert of("theme:digital+theme:poverty").unnamed == (digital,)
    assert not of("theme:poverty").unnamed


@pytest.mark.parametrize(
    ("by", "records", "only"),
    [
        (["participants"], {"gwangju": "source"}, "gwangju"),
        (["participants"], {"gwangju": "source", "seoul": "source"}, None),
        (["participants"], {"gwangju": "elsewhere"}, None),
        (["participants"], {"gwangju": "one-of-three"}, None),
        (["participants"], {}, None),
        (["gwangju"], {"gwangju": "source"}, None),
    ],
    ids=["one city", "two cities", "other sources", "few of its sources", "no record of its own", "promised by the one city"],
)
def test_a_judgement_of_what_all_promised_may_rest_on_one_city(by: list[str], records: dict[str, str], only: str | None) -> None:
    whole = ["source", "one-of-three", "third"] if "one-of-three" in records.values() else ["source"]
    notes = [made.note("2024-c1a", "2025-02-01", "started", evidence=whole)]
    notes += [made.note("2024-c1a", "2025-01-01", "started", actor=city, evidence=[source]) for city, source in records.items()]
    declaration = made.declaration("2024", 14, made.provision("c1", made.commitment("a", by=by)))
    register = made.register(declaration, bodies=[GWANGJU, SEOUL], notes=notes)
    (item,) = brief(register, Subject(Kind.FORUM, "14"), TODAY).promised
    assert item.only == only


def test_the_real_records_show_on_one_city_what_their_reasons_say() -> None:
    assert [item.commitment.id for item in of("theme:right-to-the-city").promised if item.only] == ["2011-c1a"]
    assert "2017-c2a" not in [item.commitment.id for item in of("theme:networks").promised if item.only], "31 cities met"
    assert "2020-c5a" not in [item.commitment.id for item in of("theme:memory").promised if item.only], "councils of three did it"


# questions ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("subject", facts.subjects(real()), ids=lambda subject: subject.address)
def test_no_two_questions_are_about_one_commitment(subject: Subject) -> None:
    found = brief(real(), subject, TODAY)
    places = [place for question in found.questions for place in question.places]
    assert len(places) == len(set(places)), [(question.why, question.places) for question in found.questions]
    assert len(found.questions) == facts.QUESTIONS or found.empty


def test_the_fourteenth_forum_is_asked_about_three_commitments() -> None:
    asked = [sorted(question.places)[-1] for question in of("forum:14").questions]
    assert asked == ["2024-p12a", "2024-c2a", "2024-c3a"]
