"""Paragraphs as they are set: pieces of type become lines whose characters can be counted."""

from __future__ import annotations

import time
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from models.texts.files.drawn.setting import Setting, composed
from models.texts.source import Line, Stretch


def test_letters_in_parts_are_composed_also_where_two_pieces_share_one() -> None:
    words = Setting()
    words.add("광주", bold=True)
    words.add("e")
    words.add("\u0301", raised=True)
    words.add(" 인권")
    (line,) = words.lines(Line(""))
    assert (line.text, line.bold) == ("광주é 인권", 2)


def test_a_number_that_is_drawn_is_counted_with_bold_words_and_before_raised_ones() -> None:
    words = Setting()
    words.add("Light.", bold=True)
    words.add(" We light")
    words.add("1", raised=True)
    (line,) = words.lines(Line(""), "2) ")
    assert line.text == "2) Light. We light1"
    assert line.text[: line.bold] == "2) Light."
    assert (line.listed, line.raised) == (3, (Stretch(18, 19),))


def test_a_line_break_begins_a_line_and_only_the_last_ends_the_paragraph() -> None:
    words = Setting()
    words.add("one\u2028two\r\n\n three ")
    assert [(line.text, line.whole) for line in words.lines(Line(""))] == [("one", False), ("two", False), ("three", True)]


@given(st.text(st.characters(exclude_categories=("Cc", "Cs")), max_size=40))
def test_what_is_composed_is_what_unicode_composes(text: str) -> None:
    words, origins = composed(text)
    assert words == unicodedata.normalize("NFC", text)
    assert len(origins) == len(words)
    assert origins == sorted(origins)


def test_what_steers_machines_is_not_seen() -> None:
    assert composed("a\x00b\x7f\tc\x1be\u0301")[0] == "ab\tcé"


def test_a_tower_of_marks_takes_no_longer_than_a_text() -> None:
    began = time.process_time()
    composed("a" + "\u0301\u0323" * 100_000)
    assert time.process_time() - began < 2
