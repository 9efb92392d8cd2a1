"""A text that stands twice is read once; sentences that come back, and the same text in another language, are told apart from it."""

from __future__ import annotations

import pytest

from models.texts.cleaning.cleaned import cleaned
from models.texts.parts import Why
from models.texts.source import Line
from tests.samples.lined import lined

TEXT = (
    "Charter of the Cities of Bread",
    "Millford, 3 May 2027",
    "We, the participants of the “Meeting of Bakers”, having met for three days in the town of Millford, declare:",
    "1. Bread is for everybody who lives in our towns, wherever they come from and whatever they have.",
    "2. We will bake it every morning in every neighbourhood, with what the fields around us give.",
    "3. We will meet again in the year to come, in another town, to see what became of this.",
)
KOREAN = (
    "빵의 도시 헌장",
    "우리는 제빵사 모임의 참가자로서 사흘 동안 방앗간 마을에 모여 다음과 같이 선언한다.",
    "1. 빵은 어디에서 왔든지 무엇을 가졌든지 우리 마을에 사는 모든 이의 것이다.",
    "2. 우리는 아침마다 동네마다 둘레의 밭에서 나는 것으로 빵을 굽기로 한다.",
    "3. 우리는 내년에 다른 마을에서 다시 만나 무엇이 이루어졌는지 살피기로 한다.",
)


def without_quotes(line: str) -> str:
    return line.replace("“", '"').replace("”", '"').replace(" ", "  ")


@pytest.mark.parametrize(
    "copy",
    [
        TEXT,
        TEXT[1:],
        TEXT[2:5],
        tuple(without_quotes(line) for line in TEXT),
        tuple(half for line in TEXT for half in (line[:50], line[50:]) if half),
    ],
    ids=["whole", "without its title", "a shorter cut", "other blanks and quotation marks", "other line breaks"],
)
def test_the_second_copy_is_taken_away(copy: tuple[str, ...]) -> None:
    done = cleaned(lined(*TEXT, *copy))
    assert [paragraph.text for paragraph in done.paragraphs] == list(TEXT)
    assert [left.text for left in done.left_out if left.why is Why.SECOND_COPY] == ["\n".join(copy)]


def test_the_longer_of_two_copies_is_read() -> None:
    done = cleaned(lined(*TEXT[:5], *TEXT))
    assert [paragraph.text for paragraph in done.paragraphs] == list(TEXT)
    assert [left.why for left in done.left_out] == [Why.SECOND_COPY]


def test_provisions_of_one_pattern_are_no_copies_of_each_other() -> None:
    lines = ["Charter of the Cities of Bread", "We, the participants of the meeting of bakers, declare:"]
    for number in range(1, 13):
        lines += [
            f"{number}. We know that mill number {number} of our valley has ground the corn of",
            "everybody who came to it since long before the towns were built, and that",
            "whoever eats of its bread owes something to those who kept its wheel from",
            f"rotting in the years before {1900 + 3 * number}.",
        ]
    assert not [left.text for left in cleaned(lined(*(Line(line, whole=False) for line in lines))).left_out if left.why is Why.SECOND_COPY]


def test_sentences_that_come_back_are_no_copy() -> None:
    lines = (*TEXT, "4. " + TEXT[3][3:], TEXT[1])
    done = cleaned(lined(*lines))
    assert [paragraph.text for paragraph in done.paragraphs] == list(lines)


@pytest.mark.parametrize(("first", "second"), [(TEXT, KOREAN), (KOREAN, TEXT)], ids=["English first", "Korean first"])
def test_of_a_text_in_two_languages_the_first_is_read(first: tuple[str, ...], second: tuple[str, ...]) -> None:
    done = cleaned(lined(*first, *second))
    assert [paragraph.text for paragraph in done.paragraphs] == list(first)
    assert [(left.why, left.text) for left in done.left_out] == [(Why.OTHER_LANGUAGE, "\n".join(second))]


def test_a_sentence_in_another_language_stays() -> None:
    lines = (*TEXT, KOREAN[2])
    assert [paragraph.text for paragraph in cleaned(lined(*lines)).paragraphs] == list(lines)
