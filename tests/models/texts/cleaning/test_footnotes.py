"""Footnotes leave the text with their marks; digits that are no marks stay."""

from __future__ import annotations

from dataclasses import replace

import pytest

from models.texts.cleaning.cleaned import cleaned
from models.texts.parts import Why
from models.texts.source import Line, Role
from tests.samples.lined import lined, printed, set_higher

ABOVE = ("Charter of the Cities of Bread", "We, the participants of the meeting, declare:")


@pytest.mark.parametrize(
    ("words", "note", "mark"),
    [
        ("1. We know the Charter1 of the mills.", "1 It was written in 1950.", "1"),
        ("1. We end with a word.1", "1 https://bread.example/word", "1"),
        ("1. We name the ‘Campaign of 2030’1 of the mills.", "1) See its page.", "1"),
        ("1. We know the charter[1] of the mills.", "[1] It was written in 1950.", "1"),
        ("1. We know the charter* of the mills.", "* It was written in 1950.", "*"),
        ("1. We know the charter† of the mills.", "† It was written in 1950.", "†"),
        ("1. 우리는 빵의 헌장1)을 알고 있다.", "1) 1950년에 쓰였다.", "1"),
    ],
)
def test_a_glued_mark_is_one_where_its_footnote_stands_below(words: str, note: str, mark: str) -> None:
    done = cleaned(lined(*ABOVE, words, "2. We close.", note))
    paragraph = done.paragraphs[2]
    assert [each.mark for each in paragraph.marks] == [mark]
    printed_mark = next(left.text for left in done.left_out if left.why is Why.FOOTNOTE_MARK)
    assert (
        paragraph.text == words.replace(printed_mark, "", 1)
        if words[0] != printed_mark
        else words.replace("1", "\0", 1).replace(printed_mark, "", 1).replace("\0", "1")
    )
    assert [each.text for each in done.footnotes] == [note]
    without = cleaned(lined(*ABOVE, words, "2. We close."))
    assert without.paragraphs[2].text == words
    assert not without.footnotes


@pytest.mark.parametrize(
    "words",
    [
        "1. We work on SDG16 and CSW67 until 2030.",
        "1. We keep it below 1.5 degrees, as said on 2.3.2027.",
        "1. We bake on 20 m2 with CO2.",
        "1. Our campaign has 10, 100, 1000 towns.",
    ],
)
def test_digits_that_belong_to_a_word_or_number_stay(words: str) -> None:
    lines = (*ABOVE, words, "2. We close.", "3. We meet again.")
    done = cleaned(lined(*lines))
    assert [paragraph.text for paragraph in done.paragraphs] == list(lines)
    assert not done.footnotes


def test_raised_digits_are_marks_and_other_raised_letters_are_none() -> None:
    done = cleaned(lined(*ABOVE, set_higher("1. In the 21<sup>st</sup> century we know the charter<sup>4</sup> of 5 m<sup>2</sup>.")))
    assert done.paragraphs[2].text == "1. In the 21st century we know the charter of 5 m2."
    assert [(mark.mark, mark.after) for mark in done.paragraphs[2].marks] == [("4", done.paragraphs[2].text.index(" of 5"))]


def test_a_raised_digit_behind_a_year_is_a_mark_where_a_note_has_it_and_no_other_place() -> None:
    said = (set_higher("1. We know it since 1890<sup>1</sup>."), set_higher("2. We have 10<sup>2</sup> mills and a map<sup>2</sup>."))
    done = cleaned(lined(*said, Line("1 A letter.", Role.FOOTNOTE), Line("2 A map.", Role.FOOTNOTE)))
    assert [each.text for each in done.paragraphs] == ["1. We know it since 1890.", "2. We have 102 mills and a map."]


def test_a_paragraph_goes_on_over_the_footnotes_of_its_page() -> None:
    done = cleaned(
        printed(
            "1. We know that the charter<sup>1</sup> of the mills has been with us for many years,\nand that it has\n"
            "1 It was written in the year 1950 by all the millers of the valley and by\ntheir neighbours.",
            "been read by all who work in them.\n2. We close.",
        )
    )
    assert [paragraph.text for paragraph in done.paragraphs] == [
        "1. We know that the charter of the mills has been with us for many years, and that it has been read by all who work in them.",
        "2. We close.",
    ]
    assert [note.text for note in done.footnotes] == [
        "1 It was written in the year 1950 by all the millers of the valley and by their neighbours."
    ]


def test_footnotes_by_what_the_file_says() -> None:
    done = cleaned(lined(*ABOVE, set_higher("1. We know the charter<sup>1</sup>."), Line("1 It is old.", Role.FOOTNOTE), "2. We close."))
    assert [note.text for note in done.footnotes] == ["1 It is old."]
    assert [paragraph.text for paragraph in done.paragraphs][2:] == ["1. We know the charter.", "2. We close."]


def test_numbers_of_the_text_are_no_footnotes_where_the_file_says_which_are() -> None:
    said = [set_higher("We know the charter<sup>1</sup> and the map<sup>2</sup> of the mills."), Line("We commit to:")]
    said += [
        Line("1. bake in ten villages;"),
        Line("2. report on it."),
        Line("1 It is old.", Role.FOOTNOTE),
        Line("2 It is new.", Role.FOOTNOTE),
    ]
    done = cleaned(lined(*said))
    assert [paragraph.text for paragraph in done.paragraphs][1:] == ["We commit to:", "1. bake in ten villages;", "2. report on it."]
    assert [note.text for note in done.footnotes] == ["1 It is old.", "2 It is new."]


def test_a_year_at_the_beginning_of_a_line_is_no_mark_of_a_footnote() -> None:
    said = [set_higher("1. We know the charter<sup>1</sup>."), Line("1 A letter of 4 April", Role.FOOTNOTE), Line("2026.", Role.FOOTNOTE)]
    assert [note.text for note in cleaned(lined(*(replace(line, whole=False) for line in said))).footnotes] == [
        "1 A letter of 4 April 2026."
    ]


def test_a_mark_that_was_put_back_stays_in_its_word() -> None:
    source = lined(*ABOVE, "1. We know the Charter1 of the mills.", "2. We close.", "1 It is old.")
    mark = next(left for left in cleaned(source).left_out if left.why is Why.FOOTNOTE_MARK)
    assert cleaned(source, put_back=[mark.at]).paragraphs[2].text == "1. We know the Charter1 of the mills."


def test_marks_that_are_raised_digits_count_like_others() -> None:
    done = cleaned(lined(*ABOVE, "1. We know the charter¹ and the map² of the mills.", "2. We close.", "¹ It is old.", "² It is new."))
    assert [note.text for note in done.footnotes] == ["¹ It is old.", "² It is new."]
    assert [paragraph.text for paragraph in done.paragraphs][2:] == ["1. We know the charter and the map of the mills.", "2. We close."]
