"""What is suggested for one provision: where it splits, how firm, how precise, who is asked, by when. All words are ours."""

from __future__ import annotations

import datetime as dt
import time

import pytest

from models.labels import load_labels, placeholders
from models.records.dates import PartialDate
from models.records.terms import Force, Precision
from models.texts.suggesting.clauses import trial
from models.texts.suggesting.units import MOST_LETTERS, units
from models.texts.suggestions import Context, SuggestedProvision
from tests.samples.registers import real, say

CONTEXT = Context("en", dt.date(2027, 5, 17), 17)


def suggested(words: str, place: str = "p1") -> SuggestedProvision:
    return units(place, words, real(), CONTEXT)


def quotes(words: str, place: str = "p1") -> list[str]:
    return [each.quote for each in suggested(words, place).commitments]


@pytest.mark.parametrize(
    ("place", "words", "found"),
    [
        ("c1", "We promise to plant 300 trees and publish a map of them.", ["We promise to plant 300 trees", "publish a map of them."]),
        ("c1", "We commit to draw up and carry out a plan for the river.", ["We commit to draw up and carry out a plan for the river."]),
        (
            "p1",
            "Recognizing that rents rise, we invite owners to lower them; we further urge the ministry to publish all contracts.",
            ["we invite owners to lower them", "we further urge the ministry to publish all contracts."],
        ),
        ("p1", "Are troubled by the flood and call on all parties to repair the dam,", ["call on all parties to repair the dam"]),
        (
            "close",
            "We will meet in Lima at the 19th WHRCF to review the plan and discuss what is missing.",
            ["We will meet in Lima at the 19th WHRCF", "to review the plan", "discuss what is missing."],
        ),
        ("p1", "We urge the ministry to open the dam, which was built long ago.", ["We urge the ministry to open the dam"]),
        (
            "p1",
            "Shelters and kitchens can help many. These should be opened in every district.",
            ["Shelters and kitchens can help many. These should be opened in every district."],
        ),
        (
            "c1",
            "Open a shelter in each district, hire ten nurses, and publish the accounts.",
            ["Open a shelter in each district", "hire ten nurses", "publish the accounts."],
        ),
        ("p1", "We welcome the league and recall its first congress.", []),
        ("c1", "We will draft, adopt and carry out a plan for the river.", ["We will draft, adopt and carry out a plan for the river."]),
        (
            "c1",
            "We will not only open a shelter but also train its staff.",
            ["We will not only open a shelter", "train its staff."],
        ),
        ("c1", "We commit to: open a shelter; and hire a nurse.", ["We commit to: open a shelter", "hire a nurse."]),
    ],
)
def test_a_provision_splits_where_a_second_verb_has_an_object_of_its_own(place: str, words: str, found: list[str]) -> None:
    assert quotes(words, place) == found


@pytest.mark.parametrize(
    ("place", "words", "force", "rule"),
    [
        ("p1", "We thank the ushers of the hall.", Force.RECORDS, "narrates"),
        ("p1", "We reaffirm that the tenants must be heard.", Force.STATES, "takes-a-position"),
        ("p1", "We greet the tenants of the old town.", Force.STATES, "stance"),
        ("p1", "We hope that the tenants will be heard.", Force.HOPES, "hopes-or-expects"),
        ("p1", "A tenants' office should be opened.", Force.HOPES, "nobody-named"),
        ("p1", "The league of towns should help tenants.", Force.HOPES, "network"),
        ("p1", "Town councils should hear the tenants.", Force.ASKS, "actor"),
        ("p1", "Mayors are encouraged to hear the tenants.", Force.ASKS, "passive"),
        ("p1", "We resolve to propose that the mayor hear the tenants.", Force.ASKS, "chain"),
        ("p1", "The mayors must hear the tenants.", Force.URGES, "actor"),
        ("p1", "We call for an end of the evictions.", Force.URGES, "presses"),
        ("p1", "We are committed to hearing the tenants.", Force.UNDERTAKES, "binds"),
        ("p1", "We will hear the tenants.", Force.UNDERTAKES, "we-bind"),
        ("c1", "To hear the tenants every month.", Force.UNDERTAKES, "listed"),
        ("c1-2", "Hear the tenants; publish what they say.", Force.UNDERTAKES, "listed"),
        ("c1-2", "Greet the tenants of the old town;", Force.UNDERTAKES, "listed"),
        ("a4", "The signatory towns hear the tenants.", Force.UNDERTAKES, "speakers"),
        ("c2", "We support the tenants of the old town.", Force.STATES, "name-only"),
        ("p1", "Tenants will be the voice of the town.", Force.STATES, "foretells"),
        ("p1", "Forty mayors gathered in Lima.", Force.RECORDS, "narrates"),
    ],
)
def test_the_governing_verb_decides_the_force_and_is_named(place: str, words: str, force: Force, rule: str) -> None:
    found = suggested(words, place).force
    assert (found.value, found.why.rule) == (force, rule)
    if found.at is not None:
        assert words[found.at.start : found.at.end] == found.why.words["verb"]


@pytest.mark.parametrize(
    ("words", "precision", "rule"),
    [
        ("We hope that the talks will lead to lower rents.", Precision.ASPIRATION, "row-1"),
        ("We promise to take the tenants into account.", Precision.ASPIRATION, "row-2"),
        ("We will continue to publish the accounts.", Precision.DIRECTION, "row-3"),
        ("We promise to guarantee the dignity of tenants.", Precision.ASPIRATION, "row-4"),
        ("We promise to end the quarrel through talks.", Precision.DIRECTION, "row-4"),
        ("We promise to open a tenants' office by 2031.", Precision.DATED, "row-5"),
        ("We promise to share what we know by 2031.", Precision.DIRECTION, "row-16"),
        ("We promise to train 500 nurses.", Precision.DATED, "row-5"),
        ("We promise to carry out the 2040 Plan.", Precision.DIRECTION, "row-11"),
        ("We promise to join the water alliance.", Precision.CHECKABLE, "row-6"),
        ("We promise to begin talks on a joint fund.", Precision.CHECKABLE, "row-7"),
        ("We promise to incorporate the idea into our charter.", Precision.CHECKABLE, "row-9"),
        ("We promise to incorporate the idea into development aid.", Precision.DIRECTION, "row-10"),
        ("We promise to promote a league of towns.", Precision.DIRECTION, "row-12"),
        ("We promise to strengthen the league by joining the water alliance.", Precision.CHECKABLE, "row-6"),
        ("We promise to carry out initiatives on rents.", Precision.DIRECTION, "row-13"),
        ("We promise to set up a tenants' council.", Precision.CHECKABLE, "row-14"),
        ("We promise to draw up the budget so that rents can be met.", Precision.DIRECTION, "row-15"),
        ("We promise to refrain from evictions.", Precision.DIRECTION, "row-17"),
    ],
)
def test_the_first_row_that_fits_decides_the_precision(words: str, precision: Precision, rule: str) -> None:
    (found,) = suggested(words).commitments
    assert (found.precision.value, found.precision.why.rule) == (precision, rule)
    assert found.precision.why.words["words"] in words
    assert found.precision.at is not None
    assert words[found.precision.at.start : found.precision.at.end] == found.precision.why.words["words"]


def test_bodies_are_found_by_short_forms_and_usual_wordings() -> None:
    (found,) = suggested("We urge the UN and national governments to ratify the pact.").commitments
    assert found.to == ("un", "central-governments")
    assert found.to_words == "the UN and national governments"
    assert found.by == ("participants",)
    (found,) = suggested("We call on the guild of bakers to open its books.").commitments
    assert (found.to, found.to_words) == ((), "the guild of bakers")
    (found,) = suggested("To work with UNESCO and civil society to open a school.", "c1").commitments
    assert found.partners == ("unesco", "civil-society")


@pytest.mark.parametrize(
    ("words", "said", "day", "within", "forum"),
    [
        ("We will open it by 2030.", "by 2030", dt.date(2030, 12, 31), None, None),
        ("We will open it by the end of 2028.", "by the end of 2028", dt.date(2028, 12, 31), None, None),
        ("We will open it by 3 March 2028.", "by 3 March 2028", dt.date(2028, 3, 3), None, None),
        ("We will open it before May 2028.", "before May 2028", dt.date(2028, 5, 31), None, None),
        ("We will meet again next year.", "next year", dt.date(2028, 12, 31), PartialDate("2028"), None),
        ("We will report at the next WHRCF.", "at the next WHRCF", None, None, 18),
        ("We will report at the 19th WHRCF in May 2029.", "at the 19th WHRCF in May 2029", None, PartialDate("2029-05"), 19),
        ("We will report at the spring session.", "at the spring session", None, None, None),
    ],
)
def test_a_date_is_read_with_the_words_that_set_it(
    words: str, said: str, day: dt.date | None, within: PartialDate | None, forum: int | None
) -> None:
    (found,) = suggested(words).commitments
    assert found.due is not None
    assert (found.due.words, found.due.day, found.due.within, found.due.forum) == (said, day, within, forum)


@pytest.mark.parametrize("words", ["We will open it by ² May.", "We will open it by ① and ②.", "We will open it at the ²th forum."])
def test_a_sign_that_is_a_digit_and_no_number_is_no_day(words: str) -> None:
    (found,) = suggested(words).commitments
    assert found.due is None or found.due.day is None


def test_the_day_of_the_next_forum_is_the_registers() -> None:
    (found,) = units("c1", "We will report at the next WHRCF.", real(), Context("en", dt.date(2023, 10, 7), 13)).commitments
    assert found.due is not None
    assert found.due.day == real().forum_by_number[14].end


@pytest.mark.parametrize(
    "words", ["We will carry out the 2030 Agenda.", "We will build on the pact of 2011.", "We will work for another ten years."]
)
def test_a_number_in_a_name_and_a_span_are_no_date(words: str) -> None:
    (found,) = suggested(words).commitments
    assert (found.due, found.target) == (None, None)


def test_a_number_to_reach_has_its_unit_and_a_list_its_items() -> None:
    (found,) = suggested("We promise to train 1,500 nurses by 2029.").commitments
    assert found.target is not None
    assert (found.target.value, found.target.unit, found.target.words) == (1500, "nurses", "1,500 nurses")
    (found,) = suggested("We promise to establish kitchens, shelters and schools for all.").commitments
    assert (found.items, found.items_closed) == (("kitchens", "shelters", "schools for all"), True)
    (found,) = suggested("We promise to open offices, such as kitchens, shelters and schools.").commitments
    assert (found.items, found.items_closed) == (("kitchens", "shelters", "schools"), False)


def test_every_quote_is_an_exact_stretch_of_the_text() -> None:
    for declaration in real().declarations:
        for provision in declaration.provisions:
            found = units(provision.local, provision.text, real(), CONTEXT)
            for each in found.commitments:
                assert each.quote == provision.text[each.at.start : each.at.end]


def test_every_reason_can_be_said_in_both_languages_and_quotes_what_decided() -> None:
    labels = load_labels()
    texts = [(provision.local, provision.text) for declaration in real().declarations for provision in declaration.provisions]
    texts += [(place, each.words) for each in trial.sentences() for place in ("p1", "c1", "a1")]
    texts += [
        ("p1", words)
        for words in ("The Forum invites the UN to meet.", "Towns need money.", "We need money.", "We should meet.", "우리는.")
    ]
    for place, text in [*texts, ("p1", ""), ("p1", "–"), ("p1", "x" * (MOST_LETTERS + 1))]:
        found = units(place, text, real(), CONTEXT)
        reasons = [found.force.why, *(why for each in found.commitments for why in (each.force.why, each.precision.why, each.split) if why)]
        for why in reasons:
            key = f"texts.because_{why.rule}"
            assert placeholders(labels[key].en) <= set(why.words), why
            for lang in ("en", "ko"):
                assert say(lang)(key, **why.words)


def test_a_provision_that_was_never_parted_is_not_read_and_that_is_said() -> None:
    found = suggested("We urge all. " * 40_000)
    assert (found.commitments, found.force.why.rule) == ((), "too-long")


@pytest.mark.parametrize(
    "words", ["we, ", "We urge all states to act and ", "“‘(", "1,000 ", "of to the ", "We will. ", "우리는 촉구하고 ", "가"]
)
def test_no_words_make_it_slow(words: str) -> None:
    before = time.process_time()
    suggested((words * MOST_LETTERS)[:MOST_LETTERS])
    assert time.process_time() - before < 5
