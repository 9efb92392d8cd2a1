"""Before a text goes on record it is said what is missing; what is complete passes the check."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache

import pytest
import yaml

from models.records.terms import Force, Precision
from models.register.register import Register
from models.texts.parts import Kind
from models.writing.works import reshaping
from models.writing.works.coding import ChosenCoding, ChosenProvision, ChosenUnit, Settlement
from models.writing.works.lacking import Lacking, What, lacking, of_a_provision
from models.writing.works.recorded import coding_data, declaration_data, named, outcome, settlements_data
from models.writing.works.work import Work, WorkedPart
from tests.samples.registers import LATEST, RECORDS, real
from tests.samples.texts.works import coding_of, reading, seen_by, without, work_of

YEARS = sorted(real().declaration_by_id)


@lru_cache(maxsize=1)
def before() -> Register:
    """The register before the text of 2024 was put on record."""
    return without(real(), "2024")


def new(year: str = "2024") -> tuple[Work, ChosenCoding]:
    text = real().declaration_by_id[year]
    return work_of(text), coding_of(text)


def said(work: Work, *codings: ChosenCoding, settlements: tuple[Settlement, ...] = ()) -> list[Lacking]:
    return lacking(work, codings, settlements, before(), LATEST)


def whats(found: list[Lacking]) -> set[What]:
    return {each.what for each in found}


@pytest.mark.parametrize("year", YEARS)
def test_a_text_on_record_could_be_put_there_by_its_parts_and_its_coding(year: str) -> None:
    work, coding = new(year)
    data = declaration_data(work, outcome(coding))
    there = yaml.load((RECORDS / f"declarations/{year}.yaml").read_text(), yaml.BaseLoader)
    there.pop("sealed", None)
    for provision in there["provisions"]:
        for each in provision.get("commitments", ()):
            for later in ("earlier_tests", "recoded"):
                each.pop(later, None)
            if each.get("items_closed") == "false":
                del each["items_closed"]
    assert _plain(data) == there


def _plain(value: object) -> object:
    """As a file says it: every value a text."""
    if isinstance(value, dict):
        return {name: _plain(each) for name, each in value.items()}
    if isinstance(value, list):
        return [_plain(each) for each in value]
    return str(value).lower() if isinstance(value, bool) else str(value)


def test_nothing_is_lacking_in_a_text_that_is_whole() -> None:
    work, coding = new()
    assert said(work, coding) == []


def test_a_text_just_read_lacks_nearly_everything_each_thing_once() -> None:
    work = reshaping.begun(reading())
    found = said(work)
    assert whats(found) == {What.PARTED, What.FORUM, What.TITLE, What.ADOPTED, What.SOURCE, What.NOT_CODED}
    assert len(found) == len({(each.what, each.place, each.unit, each.field) for each in found})
    assert all(each.label.startswith("new_text.lacking_") for each in found)


@pytest.mark.parametrize(
    ("name", "value", "what"),
    [
        ("forum", None, What.FORUM),
        ("forum", 99, What.FORUM_UNKNOWN),
        ("forum", 13, What.ON_RECORD),
        ("title_ko", " ", What.TITLE),
        ("adopted", "11 October", What.ADOPTED),
        ("adopted", "2024-02-31", What.ADOPTED),
        ("url", "javascript:alert(1)", What.URL),
        ("published", "in May 2024", What.PUBLISHED),
        ("source_title", "", What.SOURCE),
        ("note_ko", "", What.NOTE),
        ("adopted", "2025-10-11", What.ADOPTED_OUTSIDE),
        ("url", "www.example.org", What.URL),
        ("published", "soon", What.PUBLISHED),
        ("language", "english", What.CHECK),
        ("publisher", "A\u200bB", What.CHECK),
    ],
)
def test_each_fact_that_is_missing_or_wrong_is_said(name: str, value: object, what: What) -> None:
    work, coding = new()
    setattr(work.facts, name, value)
    assert what in whats(said(work, coding))


def test_what_a_commitment_lacks_is_said_where_it_is_typed() -> None:
    text = "We will open an office by May."
    empty = of_a_provision("c1", text, ChosenProvision(units=[ChosenUnit()]))
    assert {each.field for each in empty} == {"quote", "verb", "force", "by", "themes", "summary_en", "summary_ko"}
    unit = ChosenUnit(quote="open an office by May", verb="will", force=Force.UNDERTAKES, precision=Precision.DATED, items=[("office", "")])
    found = of_a_provision("c1", text, ChosenProvision(units=[ChosenUnit(), unit]))
    second = {each.field for each in found if each.unit == 1}
    assert second == {
        "verb", "by", "themes", "summary_en", "summary_ko", "test_en", "test_ko", "first_day", "counted_en", "counted_ko", "listed",
        "items", "due",
    }  # fmt: skip
    assert {each.field for each in of_a_provision("p1", text, ChosenProvision(force=Force.HOPES))} == {
        "force", "themes", "summary_en", "summary_ko",
    }  # fmt: skip


def test_what_the_check_would_say_is_said_at_its_place() -> None:
    work, coding = new()
    coding.provisions["c1"].units[0].by = ["nobody-known"]
    (found,) = said(work, coding)
    assert (found.what, found.place, found.unit, found.field, found.words["code"]) == (What.CHECK, "c1", 0, "by", "vocabulary")
    work, coding = new()
    coding.provisions["p3"].force = Force.HOPES
    assert {(each.what, each.place) for each in said(work, coding)} == {(What.FORCE, "p3")}


def test_headings_and_footnotes_that_hang_nowhere_are_said() -> None:
    work, coding = new()
    work.parts.append(WorkedPart(kind=Kind.HEADING, text="Annex"))
    work.parts.append(WorkedPart(kind=Kind.FOOTNOTE, text="A note", number="9", hangs_on=3, after="words that are not there"))
    assert whats(said(work, coding)) == {What.HEADING, What.FOOTNOTE}


def test_a_second_coder_who_is_not_finished_is_waited_for_and_differences_are_settled() -> None:
    work, first = new()
    second = seen_by(next(each for each in real().codings if (each.declaration, each.coder) == ("2024", "second")))
    unfinished = second.model_copy(update={"finished": False, "provisions": {}})
    (waits,) = said(work, first, unfinished)
    assert (waits.what, waits.words["role"], waits.words["number"]) == (What.UNFINISHED, "second", str(len(work.places)))
    found = said(work, first, second)
    assert whats(found) == {What.UNSETTLED}
    settled = tuple(
        Settlement(place=each.place or "", first="1", second="2", settled="1", because_en="Why", because_ko="까닭", taken="first")
        for each in found
    )
    assert said(work, first, second, settlements=settled) == []
    taken = (settled[0].model_copy(update={"taken": "second"}), *settled[1:])
    assert whats(said(work, first, second, settlements=taken)) == {What.NOT_TAKEN}
    own = ChosenProvision(force=Force.STATES, themes=["forum"], summary_en="It says so.", summary_ko="그렇게 말한다.")
    taken = (taken[0].model_copy(update={"own": own}), *settled[1:])
    assert said(work, first, second, settlements=taken) == []
    assert outcome(first, taken)[taken[0].place] == own


def test_a_second_text_of_a_year_is_named_by_a_letter() -> None:
    work, _ = new()
    assert (named(work, before()), named(work, real())) == ("2024", "2024b")


def test_codings_and_settlements_are_recorded_in_the_order_of_the_text() -> None:
    work, coding = new()
    data = coding_data(work, coding, dt.date(2027, 5, 20))
    assert (data["coder"], data["coded"], [each["id"] for each in data["provisions"]]) == ("first", "2027-05-20", work.places)
    settled = [Settlement(place=place, first="a", second="b", settled="a", because_en="x", because_ko="y") for place in ("c2", "p1")]
    found = settlements_data(work, "2024", settled, dt.date(2027, 5, 21), "Kim")
    assert [each["provision"] for each in found["differences"]] == ["2024-p1", "2024-c2"]
