"""Plain text, from files of every encoding and pasted."""

from __future__ import annotations

import textwrap
import time
import unicodedata

import pytest

from models.texts.files import plain
from models.texts.files.refusing import Refused

KOREAN = "제1조 우리는 등불을 켠다.\n인권도시"


def lines(text: str) -> list[tuple[str, bool]]:
    return [(line.text, line.whole) for line in plain.pasted(text).lines]


@pytest.mark.parametrize("code", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp949"])
def test_korean_reads_the_same_in_every_encoding(code: str) -> None:
    assert plain.source(KOREAN.encode(code), "a.txt").text == KOREAN


def test_what_no_encoding_fits_is_refused() -> None:
    for data in (b"\xff\xd8\xff\xe0 no text \x81", b"lamps\0\0\0\0lamps\0", "the forum’s lamps".encode("cp1252")):
        with pytest.raises(Refused) as refused:
            plain.source(data, "a.txt")
        assert refused.value.reason == "encoding"


def test_letters_in_parts_become_whole_letters() -> None:
    assert plain.pasted(unicodedata.normalize("NFD", KOREAN)).text == KOREAN


def test_paragraphs_of_one_line_each_are_whole() -> None:
    assert lines("A title\n\n1. We will light every lamp of the town.\n2. We will pay for oil.\n\n\nEnd\n") == [
        ("A title", True),
        ("", True),
        ("1. We will light every lamp of the town.", True),
        ("2. We will pay for oil.", True),
        ("", True),
        ("End", True),
    ]


def test_lines_that_a_program_broke_may_go_on() -> None:
    wrapped = "A title\n\nWe who keep the lamps of this town\nwill light all of them at night and\nput them out.\n\nOil is to be paid by whoever has\nmost of it."
    assert [whole for _, whole in lines(wrapped)] == [True, True, False, False, True, True, False, True]


def test_korean_letters_are_as_wide_as_two_where_lines_were_broken() -> None:
    wrapped = "우리는 온 도시의 등불을 밤마다 밝히고\n그 기름값을 함께 나누어 부담하며 서로\n돕는다."
    assert [whole for _, whole in lines(wrapped)] == [False, False, True]


def test_lines_that_a_program_broke_by_their_letters_may_go_on() -> None:
    text = "바닷가 도시의 시민들은 지난 사흘 동안 한자리에 모여 바다의 앞날을 이야기하였다. 바다는 어느 한 나라의 것이 아니며 앞으로 올 사람들의 것이기도 하다."
    assert [whole for _, whole in lines("\n".join(textwrap.wrap(text, 30)))] == [False, False, True]


def test_paragraphs_that_happen_to_be_about_as_long_as_one_another_are_whole() -> None:
    text = "Letter of the towns\nWe will light every lamp of each of our towns at night.\nWe will pay for the oil of whoever has too little of it."
    assert [whole for _, whole in lines(text)] == [True, True, True]


def test_form_feeds_are_pages_and_blanks_before_a_line_its_indent() -> None:
    source = plain.pasted("one\n\tindented\n\x0c  two\u00a0words")
    assert source.pages == 2
    assert [(line.text, line.page, line.indent) for line in source.lines if line.text] == [
        ("one", 1, 0.0),
        ("indented", 1, 48.0),
        ("two\u00a0words", 2, 12.0),
    ]


def test_a_text_without_any_line_break_is_one_line_at_once() -> None:
    began = time.process_time()
    source = plain.pasted("우리는 등불을 켠다. " * 40_000)
    assert len(source.lines) == 1
    assert time.process_time() - began < 2
