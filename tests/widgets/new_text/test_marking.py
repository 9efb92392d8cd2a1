"""The words of a commitment: clauses to click together, words that are typed, and the governing ones."""

from __future__ import annotations

import pytest

from models.writing.works.coding import ChosenUnit
from widgets.new_text.chosen import marking

TEXT = (
    "We commit to closely monitor our policies in 2.5 cities, and to report on our progress by 2030. We urge the Council to act; we hope."
)


def pieces(text: str) -> list[str]:
    return [text[start:end] for start, end in marking.clauses(text)]


def test_clauses_hold_every_word_and_part_neither_numbers_nor_words() -> None:
    assert "".join("".join(pieces(TEXT)).split()) == "".join(TEXT.split())
    assert "in 2.5 cities," in pieces(TEXT)
    assert pieces("우리는 인권 교육을 강화하고, 모든 도시가 참여할 것을 촉구한다.") == [
        "우리는 인권 교육을 강화하고,",
        "모든 도시가 참여할 것을 촉구한다.",
    ]
    assert len(marking.clauses("and to " * 5_000)) > 1


@pytest.mark.parametrize(
    ("before", "now", "after"),
    [
        ([], [2], [2]),
        ([1], [1, 3], [1, 2, 3]),
        ([0, 1, 2], [0, 2], [0]),
        ([0, 1, 2], [1, 2], [1, 2]),
        ([0, 1, 2], [0, 1], [0, 1]),
        ([1], [], []),
    ],
)
def test_a_click_makes_the_stretch_longer_or_ends_it_there(before: list[int], now: list[int], after: list[int]) -> None:
    assert marking.extended(before, now) == after


def test_a_stretch_is_quoted_to_the_letter_without_the_comma_that_ends_it() -> None:
    cut = marking.clauses(TEXT)
    quote = marking.quoted(cut, TEXT, [0, 1])
    assert quote == "We commit to closely monitor our policies in 2.5 cities"
    assert marking.chosen(cut, TEXT, quote) == [0, 1]
    assert marking.rest(TEXT, [ChosenUnit(quote=quote)]).startswith("and to report")
    assert marking.rest(TEXT, [ChosenUnit(quote=TEXT)]) == ""


def test_typed_words_are_found_whatever_quotation_marks_they_have_and_else_left_as_they_are() -> None:
    text = "The “big” house – ours."
    assert marking.found(text, 'The  "big" house - ours') == "The “big” house – ours"
    assert marking.found(text, "the small house") == "the small house"


def test_governing_words_are_stretches_of_the_quote() -> None:
    offered = marking.verbs("We are committed to act, now")
    assert {"are committed to", "act"} <= set(offered)
    assert not any("," in each for each in offered)


def test_what_is_marked_is_text_and_never_markup() -> None:
    text = "We <b>will</b> act."
    assert "<b>will" not in marking.marked(text, [ChosenUnit(quote="act")])
