"""Which passages speak of a subject, and what may be said of two declarations."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from models.records.fields import Bilingual
from models.records.forums import Forum
from models.records.pledges import Mention, Pledge
from models.records.terms import Force, Ledger, Precision, Scope
from models.records.texts import Commitment, Declaration, Provision, Source
from models.register.lineage import Change
from models.register.passages import Subject, compare, may_say_not_carried, places_on
from models.register.register import Register
from models.register.threads import steps

WORDS = Bilingual(en="words", ko="말")


def promise(place: str, themes: list[str], force: Force = Force.UNDERTAKES) -> Commitment:
    record = Commitment(
        id="a", quote=place, verb=place, summary=WORDS, force=force, precision=Precision.DIRECTION, by=["participants"], themes=themes
    )
    return record.model_copy(update={"id": place})


def text(year: str, forum: int, provisions: list[Provision]) -> Declaration:
    return Declaration(
        id=year,
        forum=forum,
        title=WORDS,
        adopted=dt.date(int(year), 10, 1),
        language="en",
        source=Source(title="copy"),
        provisions=provisions,
    )


def provision(id_: str, *commitments: Commitment, themes: tuple[str, ...] = ()) -> Provision:
    record = Provision(
        id=id_[5:], text=id_, force=None if commitments else Force.STATES, themes=list(themes), commitments=list(commitments)
    )
    return record.model_copy(update={"id": id_})


def forum(number: int) -> Forum:
    day = dt.date(2010 + number, 10, 1)
    return Forum(
        number=number, year=2010 + number, held="held", start=day, end=day, mode="online", theme=WORDS, text="known", sources=["S1"]
    )


@pytest.fixture
def register() -> Register:
    before = text("2020", 10, [provision("2020-p1", themes=("peace",)), provision("2020-c1", promise("2020-c1a", ["peace"]))])
    middle = text(
        "2023",
        13,
        [
            provision("2023-p1", themes=("peace",)),
            provision("2023-p12", themes=("forum",)),
            provision("2023-c1", promise("2023-c1a", ["climate"], Force.ASKS)),
        ],
    )
    last = text(
        "2024",
        14,
        [
            provision("2024-p1", themes=("peace",)),
            provision("2024-p12", themes=("peace",)),
            provision("2024-c1", promise("2024-c1a", ["peace"])),
        ],
    )
    peace = Pledge(
        id="peace",
        title=WORDS,
        object=WORDS,
        mentions=[
            Mention(at="2020-c1a"),
            Mention(at="2023-p1", source="2020-c1a", scope=Scope.SAME, because=WORDS),
            Mention(at="2024-c1a", source="2023-p1", scope=Scope.SAME, because=WORDS),
            Mention(at="2024-p12", background=True),
        ],
    )
    climate = Pledge(id="climate", title=WORDS, object=WORDS, mentions=[Mention(at="2023-c1a")])
    return Register(forums=tuple(forum(number) for number in range(1, 17)), declarations=(before, middle, last), pledges=(peace, climate))


def test_a_subject_names_commitments_and_the_provisions_without_any(register: Register) -> None:
    declarations = register.declaration_by_id
    assert places_on(register, declarations["2020"], Subject(themes=frozenset(["peace"]))) == ("2020-p1", "2020-c1a")
    assert places_on(register, declarations["2020"], Subject(ledgers=frozenset([Ledger.PROMISES]))) == ("2020-c1a",)
    assert places_on(register, declarations["2024"], Subject(pledges=frozenset(["peace"]))) == ("2024-p12", "2024-c1a")
    assert places_on(register, declarations["2023"], Subject(themes=frozenset(["climate"]), ledgers=frozenset([Ledger.HOPES]))) == ()


def test_a_curators_link_pairs_two_passages_and_carries_its_label(register: Register) -> None:
    found = compare(register, register.declaration_by_id["2023"], register.declaration_by_id["2024"], Subject(themes=frozenset(["peace"])))
    assert [(pair.earlier, pair.later, [link.change for link in pair.links]) for pair in found.pairs] == [
        ("2023-p1", "2024-c1a", [Change.STRENGTHENED])
    ]
    assert found.earlier_alone == ()
    assert found.later_alone == ("2024-p1", "2024-p12"), "a paragraph 12 is no part of paragraph 1"


def test_mentions_with_a_text_between_are_paired_without_a_label(register: Register) -> None:
    found = compare(register, register.declaration_by_id["2020"], register.declaration_by_id["2024"], Subject(pledges=frozenset(["peace"])))
    assert [(pair.earlier, pair.later, pair.links[0].change, pair.links[0].mention) for pair in found.pairs] == [
        ("2020-c1a", "2024-c1a", None, None)
    ]


def test_not_carried_forward_is_said_between_neighbours_only(register: Register) -> None:
    climate = register.pledge_by_id["climate"]
    declarations = register.declaration_by_id
    found = steps(register, (declarations["2023"], declarations["2024"]), Subject(themes=frozenset(["climate"])))
    assert (found[0].not_carried, found[0].silent) == ((climate,), ())
    assert may_say_not_carried(register, "2023", "2024", climate)
    assert not may_say_not_carried(register, "2020", "2023", climate)


def test_not_carried_forward_is_not_said_while_a_record_is_withheld(register: Register) -> None:
    climate = register.pledge_by_id["climate"]
    for lost in ("2024-c1a", "2024", "climate", "pledges/climate", "pledges/*"):
        assert not may_say_not_carried(replace(register, lost=frozenset([lost])), "2023", "2024", climate)
