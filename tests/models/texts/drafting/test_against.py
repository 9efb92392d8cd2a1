"""What a drafter is told of a draft before it is adopted."""

from __future__ import annotations

import dataclasses
import datetime as dt
from itertools import pairwise

import pytest

from models.records.terms import Ledger
from models.register.standing import Standing
from models.texts.drafting import telling
from models.texts.drafting.against import read_against
from models.texts.drafting.draft import Draft, Kind, Unit
from models.texts.drafting.remarks import bare_numbers
from models.texts.parts import Kind as PartKind
from models.texts.parts import Part
from models.texts.suggestions import Context
from tests.samples.registers import commitment, declaration, forum, mention, note, pledge, provision, real, register, say
from tests.samples.texts.drafting import Said, against, coded, read

CAMPAIGN = "To advance the “10, 100, 1000 Campaign” of UCLG-CSIPDHR"


def unit(draft: Draft, place: str) -> Unit:
    return next(each for each in draft.units if each.place == place)


def kinds(draft: Draft, place: str) -> set[Kind]:
    return {each.kind for each in unit(draft, place).remarks}


def test_words_that_bind_less_than_the_last_time_are_called_weaker() -> None:
    before = real().commitment_by_id["2024-c2a"]
    draft = against(
        real(), Said("p1", "We hope that cities will advance the “10, 100, 1000 Campaign” of UCLG-CSIPDHR.", "hopes", "direction")
    )
    assert unit(draft, "p1a").before is not None
    assert unit(draft, "p1a").before.place == "2024-c2a"  # type: ignore[union-attr]
    weaker = next(each for each in unit(draft, "p1a").remarks if each.kind is Kind.WEAKER)
    assert telling.remark(weaker, say("en")) == (
        f"Weaker than 2024, commitment 2 (a): before: {say('en')('terms.force_' + before.force)}, "
        f"{say('en')('terms.precision_dated')}; here: hopes, direction."
    )


def test_words_that_bind_more_are_called_firmer_and_the_same_words_neither() -> None:
    same = against(real(), Said("c1", f"{CAMPAIGN} with 1,000 cities by 2030.", "undertakes", "dated", due="by 2030"))
    assert not kinds(same, "c1a") & {Kind.WEAKER, Kind.FIRMER, Kind.SHIFTED}
    text = "To work for the practice of the 2030 Agenda and its Sustainable Development Goals by local governments, by adopting an action plan in 2028."
    draft = against(real(), Said("c1", text, "undertakes", "dated", due="in 2028"))
    assert Kind.FIRMER in kinds(draft, "c1a")


def test_nothing_found_and_nobody_having_looked_are_told_apart() -> None:
    words = {
        "a": "To plant a thousand lindens along the boulevards",
        "b": "To open a museum of lighthouses beside the harbour",
    }
    units = [commitment(letter, quote=quote, test=None) for letter, quote in words.items()]
    earlier = declaration("2024", 14, provision("c1", *units, text=". ".join(words.values())))
    pledges = (pledge("lindens", mention("2024-c1a")), pledge("museums", mention("2024-c1b")))
    found = register(earlier, pledges=pledges, notes=[note("2024-c1a", "2025-01-01", "no-evidence")])
    said = [Said(f"c{number}", f"{quote} again.", "undertakes", "checkable") for number, quote in enumerate(words.values(), start=1)]
    draft = against(found, *said, on=dt.date(2026, 1, 1))
    assert Kind.NO_EVIDENCE in kinds(draft, "c1a")
    assert Kind.NOT_ASSESSED not in kinds(draft, "c1a")
    assert Kind.NOT_ASSESSED in kinds(draft, "c2a")
    assert Kind.NO_EVIDENCE not in kinds(draft, "c2a")
    sentences = {telling.remark(each, say("en")) for each in draft.units for each in each.remarks}
    assert any("no evidence found" in each for each in sentences)
    assert any("nobody has looked" in each for each in sentences)


def test_what_was_due_and_is_not_known_to_be_done_is_called_overdue() -> None:
    draft = against(real(), Said("c1", f"{CAMPAIGN} by 2030.", "undertakes", "dated", due="by 2030"), on=dt.date(2031, 1, 1))
    overdue = next(each for each in unit(draft, "c1a").remarks if each.kind is Kind.OVERDUE)
    assert "by 31 Dec 2030, and overdue" in telling.remark(overdue, say("en"))
    early = against(real(), Said("c1", f"{CAMPAIGN} by 2030.", "undertakes", "dated", due="by 2030"), on=dt.date(2030, 12, 31))
    assert Kind.OVERDUE not in kinds(early, "c1a")


def test_a_numbered_commitment_that_binds_nobody_is_a_promise_in_name_only() -> None:
    draft = against(real(), Said("c1", "We support the efforts of cities against the climate crisis."), Said("p1", "We welcome the day."))
    assert [[each.kind for each in passage.remarks] for passage in draft.passages] == [[Kind.NAME_ONLY], []]


@pytest.mark.parametrize(
    ("heading", "only"),
    [
        ("We commit ourselves to", False),
        ("우리는 다음과 같이 약속한다.", False),
        ("Commitments", True),
        ("We, the participants, recall", True),
    ],
)
def test_what_a_heading_promises_is_no_promise_in_name_only(heading: str, only: bool) -> None:
    said = Said("c1", "support the campaign of the cities.")
    whole = read(said)
    parts = (Part(PartKind.HEADING, heading, ()), *whole.parts)
    draft = read_against(dataclasses.replace(whole, parts=parts), coded(said), real(), Context(forum=17))
    assert bool(draft.passages[1].remarks) is only


def test_what_is_asked_of_nobody_and_of_somebody_who_does_not_speak() -> None:
    draft = against(
        real(),
        Said("p1", "It is urged that a fund be set up.", "urges", "checkable"),
        Said("p2", "We urge the UN Human Rights Council to adopt a resolution.", "urges", "checkable", to=("un-human-rights-council",)),
        Said("p3", "We ask Gwangju to set up a fund.", "asks", "checkable", to=("gwangju",)),
        Said("c1", "To set up a fund.", "undertakes", "checkable"),
    )
    assert Kind.NO_ADDRESSEE in kinds(draft, "p1a")
    assert Kind.NOT_THERE in kinds(draft, "p2a")
    assert not kinds(draft, "p3a") & {Kind.NO_ADDRESSEE, Kind.NOT_THERE}
    assert not kinds(draft, "c1a") & {Kind.NO_ADDRESSEE, Kind.NOT_THERE}


def test_what_cannot_be_checked_and_what_has_no_date() -> None:
    draft = against(
        real(),
        Said("c1", "To be guided by dignity.", "undertakes", "aspiration"),
        Said("c2", "To set up a fund.", "undertakes", "checkable"),
        Said("c3", "To set up a fund by 2028.", "undertakes", "dated", due="by 2028"),
        Said("p1", "We hope for peace.", "hopes", "aspiration"),
    )
    assert Kind.NOT_CHECKABLE in kinds(draft, "c1a")
    assert Kind.NO_DATE in kinds(draft, "c2a")
    assert not kinds(draft, "c3a") & {Kind.NO_DATE, Kind.NOT_CHECKABLE}
    assert not kinds(draft, "p1a") & {Kind.NO_DATE, Kind.NOT_CHECKABLE}


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("raise it to 40 by 2028", ["40"]),
        ("reach 1,500.", ["1,500"]),
        ("open 12 offices in 2027", []),
        ("by 30 June 2027, on May 18, and under Article 5.", []),
        ("the “10, 100, 1000” campaign", []),
        ("a rise of 1.5°C and of 20% a year", []),
        ("도시 100곳과 2030년까지", []),
        ("9" * 5_000, []),
    ],
)
def test_a_number_that_does_not_say_what_it_counts(text: str, bare: list[str]) -> None:
    assert [text[each.start : each.end] for each in bare_numbers(text)] == bare


def test_what_of_the_last_text_is_not_in_the_draft_is_listed_by_ledger_with_how_it_stands() -> None:
    draft = against(real(), Said("c1", f"{CAMPAIGN} by 2030.", "undertakes", "dated", due="by 2030"))
    assert draft.last == "2024"
    missing = {each.place: each for each in draft.not_in_draft}
    assert "2024-c2a" not in missing
    assert missing["2024-c4a"].ledger is Ledger.PROMISES
    assert missing["2024-c4a"].pledges == ("next-forum",)
    assert not missing["2024-c4a"].elsewhere
    assert missing["2024-c1a"].standing in set(Standing)
    assert missing["2024-p12a"].ledger is Ledger.HOPES
    assert [each.place for each in draft.not_in_draft] == sorted(missing, key=list(real().commitment_by_id).index)


def test_a_promise_of_several_things_is_partly_in_the_draft() -> None:
    draft = against(real(), Said("c1", "To run civic human rights education programmes with UNESCO.", "undertakes", "direction"))
    several = next(each for each in draft.not_in_draft if each.place == "2024-c3a")
    assert "human-rights-education" in several.elsewhere
    assert "human-rights-institutions" in several.pledges


def test_the_forums_between_are_not_on_record_and_none_is_for_the_next_one() -> None:
    said = Said("p1", "We welcome the day.")
    assert against(real(), said).between == (15, 16)
    assert against(real(), said, forum=15).between == ()
    old = against(real(), said, forum=14, without="2024", adopted=real().declaration_by_id["2024"].adopted)
    assert (old.last, old.between) == ("2023", ())
    assert against(register(forums=[forum(1, 2011)]), said).last is None


def test_what_nothing_on_record_comes_near_is_new() -> None:
    draft = against(real(), Said("c1", "To plant lindens along boulevards.", "undertakes", "checkable"), Said("p1", "We like lindens."))
    assert draft.new == ("c1a",)
    assert draft.carried == ()


def test_a_pledge_is_carried_on_by_its_strongest_words() -> None:
    draft = against(
        real(),
        Said("p1", "We welcome the “10, 100, 1000 Campaign”."),
        Said("c1", f"{CAMPAIGN} by 2030.", "undertakes", "dated", due="by 2030"),
    )
    campaign = {each.pledge: each for each in draft.carried}["10-100-1000-campaign"]
    assert (campaign.place, campaign.before) == ("c1a", "2024-c2a")
    assert not any(each.kind is Kind.WEAKER for each in unit(draft, "p1").remarks)


def test_promises_asks_and_hopes_are_never_in_one_list() -> None:
    draft = against(
        real(),
        Said("c1", "To act.", "undertakes", "direction"),
        Said("p1", "We ask.", "asks", "direction"),
        Said("p2", "We hope.", "hopes", "direction"),
    )
    held = [{each.place for each in draft.of(ledger)} for ledger in Ledger]
    assert all(held)
    assert all(not one & other for one, other in pairwise([*held, held[0]]))


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_every_remark_can_be_told(lang: str) -> None:
    draft = against(
        real(),
        Said("p1", "We urge the UN Human Rights Council to adopt 40 by 2028.", "urges", "checkable", to=("un-human-rights-council",)),
        Said("p2", "We hope for human rights education.", "hopes", "aspiration"),
        Said("c1", "We welcome the right to the city."),
        on=dt.date(2031, 1, 1),
    )
    told = [
        telling.remark(each, say(lang))
        for passage in draft.passages
        for each in (*passage.remarks, *(r for u in passage.units for r in u.remarks))
    ]
    assert len(told) > 5
    assert all(each and "{" not in each for each in told)
