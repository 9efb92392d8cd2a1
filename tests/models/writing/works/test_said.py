"""What a text says of its own adoption, and where its words can be cut."""

from __future__ import annotations

import pytest

from models.texts import opening
from models.writing.works.cutting import beginnings, standing
from models.writing.works.reshaping import begun


@pytest.mark.parametrize(
    ("text", "forum", "adopted"),
    [
        ("Charter\n\nAdopted on 17 May 2027\n\n1. We promise a bridge.", None, "2027-05-17"),
        ("Charter\n\nMay 17, 2027, by the river\n\n1. We promise a bridge.", None, "2027-05-17"),
        ("Charter\n\n15-17 May 2027\n\n1. We promise a bridge.", None, ""),
        ("Charter\n\n1 May 2027, signed 2 May 2027\n\n1. We promise a bridge.", None, ""),
        ("Charter\n\n31 June 2027\n\n1. We promise a bridge.", None, ""),
        ("Declaration of the 17th World Human Rights Cities Forum\n\n1. We recall 3 May 2020.", 17, ""),
        ("제17회 세계인권도시포럼 선언문\n\n1. 우리는 다리를 연다.\n\n2027년 5월 17일", 17, "2027-05-17"),
        ("선언문\n\n2027. 5. 15.~17.\n\n1. 우리는 다리를 연다.", None, ""),
    ],
)
def test_what_the_text_says_once_and_plainly_is_filled_in(text: str, forum: int | None, adopted: str) -> None:
    facts = begun(opening.read_here(text.encode(), "")).facts
    assert (facts.forum, facts.adopted) == (forum, adopted)


def test_a_part_is_cut_where_sentences_begin() -> None:
    text = "We recall the flood. “We ask:” a bridge; a school.\nWe hope (so). 우리는 다리를 연다. 그리고 학교를."
    assert [text[at:][:8] for at in beginnings(text)] == [
        "“We ask:",
        "a bridge",
        "a school",
        "We hope ",
        "우리는 다리를 ",
        "그리고 학교를.",
    ]
    assert beginnings("a." * 200_000) == [], "one line of any length is done at once"


def test_words_are_found_wherever_they_stand() -> None:
    assert standing(" o ", "foo") == [1, 2]
    assert standing(" ", "a b") == standing("x", "foo") == []
