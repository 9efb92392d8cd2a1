"""The house rules one by one, on small registers: where the line runs between right and wrong."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from models.register.register import Register
from models.rules import checking
from models.rules.dangling import without_dangling
from models.rules.faults import Fault
from models.rules.notes import note_faults
from tests.samples.registers import SOUND, TODAY, commitment, declaration, edited, forum, loaded, mention, note, pledge, provision, register


def faults(of: Register) -> list[Fault]:
    """All faults but those of the vocabulary and the forums' sources, which these registers go without."""
    whole = replace(of, lost=of.lost | {"vocabulary/*", "forums/*"})
    return list(checking.check(whole, TODAY))


def codes(of: Register) -> list[tuple[str, str]]:
    return [(fault.subject, fault.code) for fault in faults(of)]


def numbered(*places: str) -> Register:
    return register(
        declaration(
            "2024",
            14,
            *(provision(place, commitment("a")) if place[0] == "c" and place != "close" else provision(place) for place in places),
        )
    )


def test_a_sound_register_has_no_fault() -> None:
    assert codes(numbered("intro", "p1", "p2", "c1", "c2", "close")) == []


@pytest.mark.parametrize(
    ("places", "found"),
    [
        (("p2", "p3"), [("provision:2024-p2", "gap")]),
        (("p1", "p3", "p4"), [("provision:2024-p3", "gap")]),
        (("p1", "c2"), [("provision:2024-c2", "gap")]),
        (("p1", "p1", "p2"), [("provision:2024-p1#2", "duplicate-id")]),
        (("p1", "p1", "p3"), [("provision:2024-p1#2", "duplicate-id")]),
        (("p1", "p3", "p2", "p4"), [("provision:2024-p3", "order")]),
        (("c1", "p1", "p2"), [("provision:2024-p1", "order")]),
        (("p1", "p3", "c1", "p2"), [("provision:2024-p2", "order")]),
        (("p1", "intro"), [("provision:2024-intro", "order")]),
        (("close", "p1"), [("provision:2024-p1", "order")]),
        (("p1", "p99999999999999999999"), [("provision:2024-p99999999999999999999", "gap")]),
        (("intro", "p1", "c1", "c1-1", "c1-2", "c2-1", "a1", "a2-1-1", "s1-c1", "s1-c2-1", "s2-p1", "s2-a1", "close"), []),
        (("c1", "c1-1", "c1-3"), [("provision:2024-c1-3", "gap")]),
        (("c1-2",), [("provision:2024-c1-2", "gap")]),
        (("a1-1", "a3-1"), [("provision:2024-a3-1", "gap")]),
        (("c1", "c1-2", "c1-1"), [("provision:2024-c1-2", "order")]),
        (("c1", "c2", "c1-1"), [("provision:2024-c1-1", "order")]),
        (("c1-1", "c1"), [("provision:2024-c1", "order")]),
        (("s1-c1", "s3-c1"), [("provision:2024-s3-c1", "gap")]),
        (("s1-c1", "s1-c3"), [("provision:2024-s1-c3", "gap")]),
        (("s1-c1", "c1"), [("provision:2024-c1", "order")]),
        (("s1-c1", "s1-p1"), [("provision:2024-s1-p1", "order")]),
        (("s2-c1", "s1-c1"), [("provision:2024-s1-c1", "order")]),
    ],
)
def test_one_slip_in_the_numbering_is_one_fault(places: tuple[str, ...], found: list[tuple[str, str]]) -> None:
    assert codes(numbered(*places)) == found


def test_a_paragraph_withheld_leaves_no_gap() -> None:
    whole = numbered("p1", "p3", "p4")
    assert codes(replace(whole, lost=frozenset({"2024-p2"}))) == []
    assert codes(replace(whole, lost=frozenset({"2024-p7"}))) == [("provision:2024-p3", "gap")]


def test_letters_may_skip_but_not_go_back() -> None:
    assert codes(register(declaration("2024", 14, provision("p1", commitment("a"), commitment("c"))))) == []
    assert [code for _, code in codes(register(declaration("2024", 14, provision("p1", commitment("b"), commitment("a")))))] == ["order"]


def test_a_quote_that_parts_from_the_text_is_shown_where_it_parts() -> None:
    text = "We commit to closely monitor our policies, practices and budgets, and to report on our progress."
    wrong = commitment("a", quote="closely monitor our policies, practises and budgets", verb="monitor")
    (fault,) = faults(register(declaration("2024", 14, provision("p1", wrong, text=text))))
    assert fault.at == ("quote",)
    assert (
        fault.sentence
        == "2024-p1a: this quote is not in the paragraph; the paragraph says “…y monitor our policies, practices and budgets, and to report…”"
    )


def test_a_quote_from_elsewhere_is_answered_with_the_beginning() -> None:
    wrong = commitment("a", quote="Something else entirely", verb="else")
    (fault,) = faults(register(declaration("2024", 14, provision("p1", wrong, text="We commit to act."))))
    assert fault.sentence.endswith("the paragraph begins “We commit to act.…”")


@pytest.mark.parametrize(
    ("force", "precision", "fields", "found"),
    [
        ("undertakes", "aspiration", {}, []),
        (
            "undertakes",
            "aspiration",
            {"test": {"en": "x", "ko": "가", "first_day": "any", "counted": {"en": "x", "ko": "가"}, "listed": True}},
            ["test"],
        ),
        ("undertakes", "direction", {"test": None}, ["test"]),
        ("hopes", "checkable", {}, []),
        ("hopes", None, {}, ["precision"]),
        ("undertakes", "dated", {}, ["due"]),
        ("undertakes", "dated", {"due": "2030-12-31"}, ["due-words"]),
        ("undertakes", "dated", {"due": "2030-12-31", "due_words": "do"}, []),
        ("undertakes", "dated", {"target": {"value": 9, "unit": {"en": "x", "ko": "가"}}}, []),
        ("undertakes", "dated", {"due": "2024-10-10", "due_words": "do"}, ["due"]),
        ("undertakes", "checkable", {"due": "2030-12-31", "due_words": "do"}, ["due"]),
        ("states", None, {}, []),
        ("states", "aspiration", {}, ["precision"]),
        ("records", None, {}, ["force"]),
    ],
)
def test_what_force_and_precision_need(force: str, precision: str | None, fields: dict[str, object], found: list[str]) -> None:
    coded = commitment("a", force, precision, **fields)
    assert [code for _, code in codes(register(declaration("2024", 14, provision("p1"), provision("c1", coded))))] == found


def test_only_a_numbered_commitment_may_be_a_promise_in_name_only() -> None:
    assert [code for _, code in codes(register(declaration("2024", 14, provision("p1", commitment("a", "states", None)))))] == ["force"]


# pledges ---------------------------------------------------------------------------------------------------------


def three(*mentions: object) -> Register:
    """2011 hopes and urges, 2023 states and asks, 2024 promises; all of something."""
    return register(
        declaration("2011", 1, provision("p1", commitment("a", "hopes", "direction"), commitment("b", "urges", "direction"))),
        declaration("2023", 13, provision("p1"), provision("p2", commitment("a", "asks", "direction"))),
        declaration("2024", 14, provision("c1", commitment("a", "undertakes", "direction"))),
        pledges=[pledge("thread", *mentions)],  # type: ignore[arg-type]
    )


@pytest.mark.parametrize(
    ("mentions", "found"),
    [
        ((mention("2011-p1b"), mention("2023-p2a", "2011-p1b"), mention("2024-c1a", "2023-p2a")), []),
        ((mention("2011-p1b"), mention("2024-c1a", "2011-p1b")), []),
        ((mention("2011-p1b"), mention("2023-p1", background=True), mention("2024-c1a", "2011-p1b")), []),
        ((mention("2011-p1a"), mention("2011-p1b"), mention("2024-c1a", "2011-p1b")), []),
        ((mention("2011-p1a"), mention("2011-p1b"), mention("2024-c1a", "2011-p1a")), ["link"]),
        ((mention("2011-p1b"), mention("2023-p2a", "2011-p1b"), mention("2024-c1a", "2011-p1b")), ["link"]),
        ((mention("2011-p1b"), mention("2024-c1a")), ["link"]),
        ((mention("2011-p1b", "2024-c1a"),), ["link"]),
        ((mention("2011-p1b"), mention("2023-p1", "2011-p1b", background=True)), ["link"]),
        ((mention("2024-c1a"), mention("2011-p1b")), ["order", "link"]),
        ((mention("2011-p1"),), ["mention"]),
        ((mention("2011-p1", background=True), mention("2024-c1a")), []),
        ((mention("2011-p1b"), mention("2011-p1b")), ["duplicate-id"]),
        ((mention("2011-p7"),), ["reference"]),
        ((mention("2017-p1"), mention("2024-c1a", "2017-p1")), ["reference"]),
        ((mention("2024-c1a", background=True),), ["background"]),
    ],
)
def test_mentions_and_links(mentions: tuple[object, ...], found: list[str]) -> None:
    assert [code for _, code in codes(three(*mentions))] == found


def test_a_link_names_scope_and_reason() -> None:
    linked = mention("2024-c1a", "2011-p1b")
    for lacking in ("scope", "because"):
        (fault,) = faults(three(mention("2011-p1b"), linked.model_copy(update={lacking: None})))
        assert fault.code == "reason"
        assert lacking in fault.sentence


def test_the_first_of_equal_mentions_may_be_either() -> None:
    whole = three(mention("2011-p1b"), mention("2024-c1a", "2011-p1b"))
    twice = declaration("2011", 1, provision("p1", commitment("a", "urges", "aspiration"), commitment("b", "urges", "aspiration")))
    for place in ("2011-p1a", "2011-p1b"):
        both = pledge("thread", mention("2011-p1a"), mention("2011-p1b"), mention("2024-c1a", place))
        assert codes(replace(whole, declarations=(twice, *whole.declarations[1:]), pledges=(both,))) == []


# forums ----------------------------------------------------------------------------------------------------------


def test_a_text_is_called_on_record_only_where_it_is() -> None:
    one = declaration("2024", 14, provision("p1"))
    assert codes(register(one, forums=[forum(14, 2024, "known")])) == codes(register(one, forums=[forum(14, 2024)]))
    assert ("forum:15", "text") in codes(register(one, forums=[forum(14, 2024), forum(15, 2025)]))
    assert ("forum:15", "text") not in codes(replace(register(one, forums=[forum(14, 2024), forum(15, 2025)]), lost=frozenset({"2025"})))


def test_an_announced_forum_may_lie_in_the_future(tmp_path: Path) -> None:
    coming = "  - {number: 4, year: 2027, held: HELD, start: 2027-05-15, end: 2027-05-17, announced: 2026-11-01, mode: announced, theme: {en: Four, ko: 넷}, text: not-found, sources: [S2]}\nsources:\n  - {id: S2, title: A page, publisher: A publisher, published: 2026-11-01}"
    for held, found in (("announced", []), ("held", ["future"])):
        changes = {"forums.yaml": SOUND["forums.yaml"].replace("sources:\n", coming.replace("HELD", held) + "\n")}
        assert [problem.code for problem in loaded(tmp_path, changes).problems] == found


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("held: announced, announced: 2026-11-02", []),
        ("held: announced", ["announced"]),
        ("held: announced, announced: 2026-10-31", ["announced"]),
        ("held: announced, announced: 2027-05-15", ["announced"]),
    ],
)
def test_what_is_only_announced_says_since_when_by_a_source_that_was_out(said: str, found: list[str], tmp_path: Path) -> None:
    coming = f"  - {{number: 4, year: 2027, {said}, start: 2027-05-15, end: 2027-05-17, mode: announced, theme: {{en: Four, ko: 넷}}, text: not-found, sources: [S2]}}\nsources:\n  - {{id: S2, title: A page, publisher: A publisher, published: 2026-11-01}}"
    changes = {"forums.yaml": SOUND["forums.yaml"].replace("sources:\n", coming + "\n", 1)}
    assert [problem.code for problem in loaded(tmp_path, changes).problems] == found


def test_adoption_lies_between_the_opening_and_a_month_after_the_close(tmp_path: Path) -> None:
    for day, found in (
        ("2024-10-10", []),
        ("2024-11-11", []),
        ("2024-11-12", ["date"]),
        ("2024-10-09", ["date"]),
        ("2026-11-22", ["future"]),
    ):
        changes = edited("declarations/2024.yaml", "adopted: 2024-10-11", f"adopted: {day}")
        changes |= {name: None for name in SOUND if name.startswith("notes")}  # type: ignore[dict-item]
        assert [problem.code for problem in loaded(tmp_path / day, changes).problems] == found, day


# notes -----------------------------------------------------------------------------------------------------------


def test_a_note_speaks_of_no_day_before_its_declaration_was_adopted() -> None:
    whole = numbered("c1")
    for day, found in (("2024-10-10", ["too-early"]), ("2024-10-11", []), ("2024-10-12", [])):
        search = {"where": {"en": "The web.", "ko": "웹."}, "words": ["offices"], "on": TODAY}
        said = faults(replace(whole, notes=(note("2024-c1a", day, "no-evidence", evidence=[], search=search),)))
        assert [fault.code for fault in said] == found, day
        assert all(fault.at == ("as_of",) and "adopted on 2024-10-11" in fault.sentence for fault in said)


def test_a_day_that_has_not_come_is_one_fault_and_at_the_day() -> None:
    whole = numbered("c1")
    coming = note("2024-c1a", "2027-05-01", "started", evidence=["source"])
    found = [(at, code) for at, code, _ in note_faults(whole, coming, whole.commitment_by_id["2024-c1a"], {}, TODAY)]
    assert found == [(("as_of",), "future")]


def test_a_note_is_not_written_before_the_day_it_speaks_of() -> None:
    whole = numbered("c1")
    early = note("2024-c1a", "2026-05-01", "started", evidence=["source"], written="2026-04-30")
    found = [(at, code) for at, code, _ in note_faults(whole, early, whole.commitment_by_id["2024-c1a"], {}, TODAY)]
    assert found == [(("written",), "date")]


# what is left ----------------------------------------------------------------------------------------------------


def test_nothing_dangles() -> None:
    whole = three(mention("2011-p1b"), mention("2023-p2a", "2011-p1b"), mention("2024-c1a", "2023-p2a"))
    left = without_dangling(replace(whole, declarations=(whole.declarations[0], whole.declarations[2])))
    assert [(each.at, each.source) for each in left.pledges[0].mentions] == [("2011-p1b", None), ("2024-c1a", None)]
    assert without_dangling(replace(whole, declarations=())).pledges == ()


def test_rules_do_not_depend_on_the_day_of_the_test() -> None:
    assert list(checking.check(replace(numbered("p1"), lost=frozenset({"vocabulary/*", "forums/*"})), dt.date(2024, 10, 11))) == []
