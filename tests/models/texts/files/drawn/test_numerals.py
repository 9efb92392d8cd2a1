"""How numbers are drawn, and how lists count."""

from __future__ import annotations

import pytest

from models.texts.files.drawn.counting import Counter, Level, parted
from models.texts.files.drawn.numerals import Form, drawn


@pytest.mark.parametrize(
    ("form", "numbers", "signs"),
    [
        (Form.DECIMAL, (1, 10), "1 10"),
        (Form.ZERO, (1, 10), "01 10"),
        (Form.LOWER_ROMAN, (4, 9, 14), "iv ix xiv"),
        (Form.LOWER_LETTER, (1, 26, 27), "a z aa"),
        (Form.LOWER_LETTERS, (26, 27, 28), "z aa ab"),
        (Form.ORDINAL, (1, 2, 3, 11, 22), "1st 2nd 3rd 11th 22nd"),
        (Form.ORDINAL_WORD, (1, 5, 20, 31), "First Fifth Twentieth Thirty-first"),
        (Form.CARDINAL_WORD, (1, 42), "One Forty-two"),
        (Form.SYLLABLE, (1, 2, 14), "가 나 하"),
        (Form.CONSONANT, (1, 3), "ㄱ ㄷ"),
        (Form.CIRCLE, (1, 20, 21), "① ⑳ ㉑"),
        (Form.PARENTHESES, (1, 21), "⑴ 21"),
        (Form.CIRCLED_SYLLABLE, (1,), "㉮"),
        (Form.KOREAN, (1, 10, 11, 20), "일 십 십일 이십"),
        (Form.KOREAN_NATIVE, (1, 12), "하나 열둘"),
        (Form.HANJA, (3, 10), "三 十"),
        (Form.DASHES, (1,), "- 1 -"),
        (Form.SIGNS, (1, 2, 5), "* † **"),
    ],
)
def test_a_number_is_drawn_as_the_program_draws_it(form: Form, numbers: tuple[int, ...], signs: str) -> None:
    assert " ".join(drawn(number, form) for number in numbers) == signs


def test_a_pattern_names_levels_by_digits_and_keeps_its_words() -> None:
    assert parted("%1.%2)", "%", 9) == (0, ".", 1, ")")
    assert parted("제^1조", "^", 10) == ("제", 0, "조")
    assert parted("100 %", "%", 9) == ("100 %",)
    assert parted("^10", "^", 10) == (9,)
    assert parted("%10", "%", 9) == (0, "0")


def test_deeper_levels_begin_anew_and_a_level_not_yet_counted_is_drawn_with_its_start() -> None:
    levels = {0: Level(Form.ROMAN, (0, ".")), 1: Level(Form.DECIMAL, (0, ".", 1))}
    counter = Counter()
    assert [counter.counted(at, levels) for at in (1, 0, 1, 1, 0, 1)] == ["I.1 ", "I. ", "I.1 ", "I.2 ", "II. ", "II.1 "]


def test_a_level_may_count_on_through_the_ones_above_it_and_draw_them_in_digits() -> None:
    levels = {0: Level(Form.ROMAN, (0,)), 1: Level(Form.DECIMAL, (0, ".", 1), anew_after=-1, all_decimal=True)}
    counter = Counter()
    assert [counter.counted(at, levels) for at in (0, 1, 0, 1)] == ["I ", "1.1 ", "II ", "2.2 "]
