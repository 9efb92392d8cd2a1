"""Two codings of a text are laid side by side in words, and settled with a reason."""

from __future__ import annotations

from collections.abc import Sequence

from models.records.terms import Force, Precision
from models.register.agreement import agreement
from models.texts.parts import Kind
from models.texts.source import FileKind, Line, Source
from models.writing.works import settling
from models.writing.works.coding import ChosenCoding, ChosenProvision, ChosenUnit, Settlement
from models.writing.works.work import Work, WorkedPart
from tests.samples.registers import real
from tests.samples.texts.works import seen_by, work_of

TEXT = "As the river rises, we ask all towns to build a wall and to open their doors."
WALL, DOORS, ALL = "ask all towns to build a wall", "to open their doors", "we ask all towns to build a wall and to open their doors"


def unit(quote: str, force: Force = Force.ASKS, precision: Precision | None = Precision.CHECKABLE, **given: list[str]) -> ChosenUnit:
    return ChosenUnit(quote=quote, force=force, precision=precision, **given)  # type: ignore[arg-type]


def told(first: Sequence[ChosenUnit] | Force, second: Sequence[ChosenUnit] | Force) -> tuple[str, str] | None:
    source = Source(FileKind.PLAIN, "", (Line(TEXT),))
    work = Work(source=source, parts=[WorkedPart(kind=Kind.PARAGRAPH, text=TEXT, place="p1")], parted=True)
    both = []
    for role, seen in (("first", first), ("second", second)):
        chosen = ChosenProvision(force=seen) if isinstance(seen, Force) else ChosenProvision(units=list(seen))
        both.append(ChosenCoding(coder="", role=role, provisions={"p1": chosen}, finished=True))
    found = settling.differences(work, both[0], both[1], {"towns": "all towns"})
    return (found[0].first, found[0].second) if found else None


def test_what_differs_is_said_in_words() -> None:
    assert told(Force.STATES, Force.STATES) is None
    assert told([unit(WALL), unit(DOORS)], [unit(DOORS), unit(WALL)]) is None, "the order of typing is no difference"
    assert told(Force.STATES, Force.RECORDS) == ("no commitment, states", "no commitment, records")
    assert told([unit(WALL)], Force.STATES) == ("one commitment, asks, checkable", "no commitment, states")
    assert told([unit(WALL)], [unit(WALL, Force.URGES, Precision.DIRECTION)]) == (
        "one commitment, asks, checkable",
        "one commitment, urges, direction",
    )
    assert told([unit(WALL, to=["towns"])], [unit(WALL)]) == (
        "one commitment, asks, checkable; addressed to all towns",
        "one commitment, asks, checkable; addressed to nobody",
    )
    assert told([unit(WALL, by=["participants", "towns"])], [unit(WALL, by=["towns", "participants"])]) is None


def test_where_boundaries_differ_the_words_are_quoted_that_show_it() -> None:
    assert told([unit(ALL)], [unit("towns to build a wall and to open their doors")]) == (
        'one commitment, asks, checkable; quoted from "we ask all towns" on',
        'one commitment, asks, checkable; quoted from "towns to build a" on',
    )
    assert told([unit(ALL)], [unit("we ask all towns to build a wall")]) == (
        'one commitment, asks, checkable; quoted up to "to open their doors"',
        'one commitment, asks, checkable; quoted up to "to build a wall"',
    )
    first, second = told([unit(WALL), unit(DOORS)], [unit(ALL)]) or ("", "")
    assert first.startswith("two commitments, both asks, checkable; quoted from ")
    assert second.startswith("one commitment, asks, checkable; quoted from ")
    mixed, _ = told([unit(WALL), unit(DOORS, Force.HOPES, None)], [unit(WALL), unit(DOORS)]) or ("", "")
    assert mixed == "two commitments: asks, checkable; hopes, in name only"


def test_settling_on_the_second_begins_with_what_the_first_wrote_for_the_record() -> None:
    first = ChosenProvision(units=[unit(ALL, themes=["forum"])], why="mine")
    first.units[0].summary_en = "Asks for walls."
    second = ChosenProvision(units=[unit("we ask all towns to build a wall", Force.URGES, to=["towns"])])
    (over,) = settling.carried_over(first, second, TEXT).units
    assert (over.quote, over.force, over.to, over.themes, over.summary_en) == (
        second.units[0].quote, Force.URGES, ["towns"], ["forum"], "Asks for walls.",
    )  # fmt: skip


def test_a_difference_is_settled_once_there_is_a_reason_in_both_languages() -> None:
    found = [settling.Difference("p1", TEXT, "one", "two", frozenset({"boundaries"}))]
    settled = Settlement(place="p1", first="one", second="two", settled="one", because_en="Why.")
    assert settling.unsettled(found, [settled]) == found
    assert settling.unsettled(found, [settled.model_copy(update={"because_ko": "까닭."})]) == []


def test_the_two_codings_of_the_texts_on_record_agree_as_the_register_says() -> None:
    for text in real().declarations:
        first, second = (seen_by(each) for each in sorted((c for c in real().codings if c.declaration == text.id), key=lambda c: c.coder))
        found = settling.agreement_of(work_of(text), first, second)
        alone = agreement(type(real())(declarations=(text,), codings=tuple(each for each in real().codings if each.declaration == text.id)))
        assert (found.boundaries, found.force_of_units, found.precision_of_units) == (
            alone.boundaries, alone.force_of_units, alone.precision_of_units,
        )  # fmt: skip
        differing = {each.partition("-")[2] for each in alone.differing}
        assert differing <= {each.place for each in settling.differences(work_of(text), first, second)}
