"""Whoever reads a new text puts its parts right by hand, and no letter of the file is lost on the way."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable

import pytest

from models.texts.parting.parted import parted
from models.texts.parts import Kind, Why
from models.writing.works import reshaping
from models.writing.works.reshaping import Settled
from models.writing.works.work import Facts, Work
from tests.models.texts.parting.written import cleaned
from tests.samples.texts.works import LINES, reading


def begun() -> Work:
    return reshaping.begun(reading())


def places(work: Work) -> list[str | None]:
    return [part.place for part in work.parts]


def words(work: Work) -> list[str]:
    return [part.text for part in work.parts]


def accounted(work: Work) -> None:
    """Every letter of the source stands in exactly one place."""
    seen = Counter(at for part in work.parts for each in part.at for at in range(each.start, each.end))
    seen += Counter(at for part in work.parts if part.marked and part.mark for at in range(part.marked.start, part.marked.end))
    seen += Counter(at for each in work.left_out for at in range(each.at.start, each.at.end))
    letters = {at for at, letter in enumerate(work.source.text) if not letter.isspace()}
    assert {at for at in letters if seen[at] != 1} == set()
    for part in work.parts:
        plain = "".join(work.source.text[each.start : each.end] for each in part.at)
        assert "".join(plain.split()) == "".join(part.text.split())


def test_a_text_begins_as_it_was_read() -> None:
    work = begun()
    accounted(work)
    assert places(work) == [None, None, "p1", "p2", None, "c1", None]
    assert work.facts == Facts(title_en="A Charter of Our Own")
    assert Work.model_validate_json(work.model_dump_json()) == work, "it is kept as text and comes back the same"


def test_two_parts_become_one_and_one_becomes_two_and_the_rest_counts_on() -> None:
    work = begun()
    one = reshaping.merged(work, 2)
    accounted(one)
    assert one.parts[2].text.endswith("opened their doors. 2. We ask all towns to build a wall.")
    assert places(one) == [None, None, "p1", None, "c1", None]
    assert one.parts[5].hangs_on == 2, "the footnote hangs where it hung"
    two = reshaping.split(one, 2, one.parts[2].text.index("2. We ask"))
    accounted(two)
    assert [part.text for part in two.provisions][:2] == [work.parts[2].text, "2. We ask all towns to build a wall."]
    two = reshaping.with_mark(two, 3, 2, "2")
    accounted(two)
    assert (words(two), places(two)) == (words(work), places(work))
    assert (two.parts[3].mark, two.parts[3].number) == ("2.", "2")


def test_a_split_takes_the_footnote_along_that_hangs_on_its_second_half() -> None:
    work = begun()
    two = reshaping.split(work, 2, work.parts[2].text.index("and the"))
    assert two.parts[7].hangs_on == 3
    assert two.parts[3].text == "and the neighbours who opened their doors."
    accounted(two)


def test_what_was_left_out_is_put_back_where_it_stood() -> None:
    work = begun()
    header, hyphen, mark = work.left_out
    with_header = reshaping.put_back(work, header)
    assert (with_header.parts[0].text, with_header.parts[0].kind, with_header.parts[7].hangs_on) == (LINES[0], Kind.PARAGRAPH, 3)
    accounted(with_header)
    assert "the neigh-bours who" in reshaping.put_back(work, hyphen).parts[2].text
    assert reshaping.put_back(work, mark).parts[2].text.endswith("their doors3.")
    for each in work.left_out:
        accounted(reshaping.put_back(work, each))
        assert each not in reshaping.put_back(work, each).left_out
    everything = work
    for each in work.left_out:
        everything = reshaping.put_back(everything, each)
    assert everything.left_out == []
    accounted(everything)


def test_what_is_taken_away_by_hand_is_listed_and_comes_back() -> None:
    work = begun()
    start = work.parts[2].text.index(", and the")
    less = reshaping.taken_away(work, 2, start, len(work.parts[2].text) - 1)
    accounted(less)
    assert less.parts[2].text == "We recall the flood of last year."
    assert {each.why for each in less.left_out} - {each.why for each in work.left_out} == {Why.BY_HAND}
    for each in [each for each in less.left_out if each.why is Why.BY_HAND]:
        less = reshaping.put_back(less, each)
    assert less.parts[2].text == work.parts[2].text
    gone = reshaping.taken_away(work, 3)
    accounted(gone)
    assert [part.text for part in gone.provisions] == [work.parts[2].text, work.parts[5].text]


def test_words_that_are_typed_are_marked_as_such() -> None:
    work = reshaping.reworded(begun(), 3, "We ask all  towns to build a dam. ")
    assert (work.parts[3].text, work.parts[3].by_hand) == ("We ask all towns to build a dam.", True)
    assert reshaping.reworded(begun(), 3, "One.\n\n Two. ").parts[3].text == "One.\nTwo.", "a paragraph stays one"
    assert reshaping.merged(begun(), 2, as_paragraph=True).parts[2].text.endswith("doors.\n2. We ask all towns to build a wall.")
    assert not reshaping.reworded(begun(), 3, begun().parts[3].text).parts[3].by_hand


def test_kind_level_and_order_make_the_places() -> None:
    deeper = reshaping.levelled(begun(), 3, 2)
    assert places(deeper) == [None, None, "p1", "p1-1", None, "c1", None]
    article = reshaping.retyped(reshaping.retyped(begun(), 2, Kind.ARTICLE), 3, Kind.CLOSE)
    assert places(article) == [None, None, "a1", "close", None, "c1", None]
    note = reshaping.retyped(begun(), 3, Kind.FOOTNOTE)
    assert (note.parts[3].hangs_on, places(note)) == (2, [None, None, "p1", None, None, "c1", None])
    last = reshaping.moved(begun(), 2, 3)
    assert (words(last)[2:4], places(last)[2:4]) == ([begun().parts[3].text, begun().parts[2].text], ["p1", "p2"])
    assert last.parts[6].hangs_on == 3


def test_numbers_that_begin_anew_under_a_heading_are_told_apart() -> None:
    work = reshaping.retyped(begun(), 2, Kind.COMMITMENT)
    assert places(work) == [None, None, "s1-c1", "p1", None, "s2-c1", None]
    without = reshaping.renumbered(work, 5, "2")
    assert places(without) == [None, None, "c1", "p1", None, "c2", None]


def test_once_the_parts_are_right_they_stay_until_that_is_taken_back() -> None:
    work = reshaping.all_parted(begun())
    changes: tuple[Callable[[], Work], ...] = (
        lambda: reshaping.merged(work, 2),
        lambda: reshaping.split(work, 2, 5),
        lambda: reshaping.retyped(work, 2, Kind.CLOSE),
        lambda: reshaping.put_back(work, work.left_out[0]),
        lambda: reshaping.taken_away(work, 2),
        lambda: reshaping.moved(work, 2, 0),
    )
    for change in changes:
        with pytest.raises(Settled):
            change()
    assert reshaping.merged(reshaping.not_parted(work), 2).parts != work.parts


def test_no_letter_is_lost_whatever_is_done_in_whatever_order() -> None:
    for seed in range(150):
        chance, work = random.Random(seed), begun()
        for _ in range(8):
            index = chance.randrange(len(work.parts))
            part = work.parts[index]
            at = chance.randrange(len(part.text) + 1)
            match chance.randrange(7):
                case 0:
                    work = reshaping.merged(work, index)
                case 1:
                    work = reshaping.split(work, index, at)
                case 2:
                    work = reshaping.taken_away(work, index, at, min(len(part.text), at + chance.randrange(12)))
                case 3 if work.left_out:
                    work = reshaping.put_back(work, chance.choice(work.left_out))
                case 4:
                    work = reshaping.moved(work, index, chance.randrange(len(work.parts)))
                case 5 if len(work.parts) > 2:
                    work = reshaping.taken_away(work, index)
                case 6:
                    work = reshaping.retyped(work, index, chance.choice(list(Kind)))
            accounted(work)
            if not work.parts:
                break


@pytest.mark.parametrize(
    "text",
    [
        "Lake Declaration\n\nWe commit to:\n\n1. keep the lake clean;\n\n2. open its shore.\n\nAnnex 1\n\n1. Map of the shore.\n\n2. List of the wells.",
        "River Charter\n\nArticle 1\n\n1. Towns keep the river clean.\n\n2. Towns open its banks.\n\nArticle 2\n\n1. Towns meet each year.",
        "강 선언\n\n제1조 (목적)\n\n① 도시는 강을 지킨다.\n\n② 도시는 강을 연다.\n\n제2조 (회의)\n\n도시는 해마다 만난다.",
        "Hill Declaration\n\nWe remember the fire.\n\nWe thank the school.\n\nWe commit to:\n\n1. plant trees: (a) oaks; (b) pines;\n\n2. count them.",
    ],
)
def test_places_are_those_that_the_text_was_parted_with(text: str) -> None:
    found = parted(cleaned(text))
    assert places(reshaping.begun(found)) == [part.place for part in found.parts]
