"""How a number is drawn: 3, iii, C, 다, ㄷ, ③, 삼."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import Final


class Form(StrEnum):
    """A way of drawing numbers."""

    NONE = "none"
    DECIMAL = "decimal"
    ZERO = "zero"
    """01, 02, … 10"""
    ROMAN = "roman"
    LOWER_ROMAN = "lower-roman"
    LETTER = "letter"
    LOWER_LETTER = "lower-letter"
    """a, b, … z, aa, bb"""
    LETTERS = "letters"
    LOWER_LETTERS = "lower-letters"
    """a, b, … z, aa, ab"""
    ORDINAL = "ordinal"
    ORDINAL_WORD = "ordinal-word"
    CARDINAL_WORD = "cardinal-word"
    SYLLABLE = "syllable"
    """가, 나, 다"""
    CONSONANT = "consonant"
    """ㄱ, ㄴ, ㄷ"""
    CIRCLE = "circle"
    PARENTHESES = "parentheses"
    FULL_STOP = "full-stop"
    CIRCLED_LETTER = "circled-letter"
    CIRCLED_LOWER_LETTER = "circled-lower-letter"
    CIRCLED_SYLLABLE = "circled-syllable"
    CIRCLED_CONSONANT = "circled-consonant"
    CIRCLED_HANJA = "circled-hanja"
    KOREAN = "korean"
    """일, 이, 삼, … 십일"""
    KOREAN_DIGITS = "korean-digits"
    """일, 이, 삼, … 일영"""
    KOREAN_NATIVE = "korean-native"
    """하나, 둘, 셋"""
    HANJA = "hanja"
    """一, 二, 三, … 十一"""
    WIDE = "wide"
    """Digits as wide as Korean letters."""
    DASHES = "dashes"
    SIGNS = "signs"
    """* † ‡ §, then twice each."""


_ROMAN: Final = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"),
    (4, "IV"), (1, "I"),
)  # fmt: skip
_SYLLABLES: Final = "가나다라마바사아자차카타파하"
_CONSONANTS: Final = "ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ"
_ONES: Final = ("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
                "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")  # fmt: skip
_TENS: Final = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ORDINALS: Final = {
    "one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth", "twelve": "twelfth",
}  # fmt: skip
_NATIVE_TENS: Final = ("", "열", "스물", "서른", "마흔", "쉰", "예순", "일흔", "여든", "아흔")
_NATIVE_ONES: Final = ("", "하나", "둘", "셋", "넷", "다섯", "여섯", "일곱", "여덟", "아홉")


def drawn(number: int, form: Form) -> str:
    """The number in that form; in digits where the form does not reach so far."""
    if form is Form.NONE:
        return ""
    return _FORMS[form](number) if 0 < number < 5000 else str(number)


def _roman(number: int) -> str:
    written = ""
    for value, sign in _ROMAN:
        times, number = divmod(number, value)
        written += sign * times
    return written


def _repeated(number: int) -> str:
    return chr(ord("A") + (number - 1) % 26) * ((number - 1) // 26 + 1)


def _columns(number: int) -> str:
    written = ""
    while number:
        number, letter = divmod(number - 1, 26)
        written = chr(ord("A") + letter) + written
    return written


def _cardinal(number: int) -> str:
    if number < 20:
        return _ONES[number]
    if number < 100:
        return _TENS[number // 10] + (f"-{_ONES[number % 10]}" if number % 10 else "")
    return str(number)


def _ordinal_word(number: int) -> str:
    if number >= 100:
        return _ordinal(number)
    before, dash, last = _cardinal(number).rpartition("-")
    last = _ORDINALS.get(last, f"{last[:-1]}ieth" if last.endswith("y") else f"{last}th")
    return (before + dash + last).capitalize()


def _ordinal(number: int) -> str:
    ending = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _counted(digits: str, tens: str, number: int) -> str:
    """A number to 99 as it is said in Korean: 십, 십일, 이십."""
    if number > 99:
        return str(number)
    many, ones = divmod(number, 10)
    return (digits[many] if many > 1 else "") + (tens if many else "") + (digits[ones] if ones else "")


def _native(number: int) -> str:
    return _NATIVE_TENS[number // 10] + _NATIVE_ONES[number % 10] if number < 100 else str(number)


def _circle(number: int) -> str:
    for first, last, sign in ((1, 20, 0x2460), (21, 35, 0x3251), (36, 50, 0x32B1)):
        if first <= number <= last:
            return chr(sign + number - first)
    return str(number)


def _upto(most: int, sign: int) -> Callable[[int], str]:
    return lambda number: chr(sign + number - 1) if number <= most else str(number)


def _round(signs: int, many: int) -> Callable[[int], str]:
    """Signs that begin again after the last."""
    return lambda number: chr(signs + (number - 1) % many)


_FORMS: Final[dict[Form, Callable[[int], str]]] = {
    Form.DECIMAL: str,
    Form.ZERO: lambda number: f"{number:02}",
    Form.ROMAN: _roman,
    Form.LOWER_ROMAN: lambda number: _roman(number).lower(),
    Form.LETTER: _repeated,
    Form.LOWER_LETTER: lambda number: _repeated(number).lower(),
    Form.LETTERS: _columns,
    Form.LOWER_LETTERS: lambda number: _columns(number).lower(),
    Form.ORDINAL: _ordinal,
    Form.ORDINAL_WORD: _ordinal_word,
    Form.CARDINAL_WORD: lambda number: _cardinal(number).capitalize(),
    Form.SYLLABLE: lambda number: _SYLLABLES[(number - 1) % 14],
    Form.CONSONANT: lambda number: _CONSONANTS[(number - 1) % 14],
    Form.CIRCLE: _circle,
    Form.PARENTHESES: _upto(20, 0x2474),
    Form.FULL_STOP: _upto(20, 0x2488),
    Form.CIRCLED_LETTER: _round(0x24B6, 26),
    Form.CIRCLED_LOWER_LETTER: _round(0x24D0, 26),
    Form.CIRCLED_SYLLABLE: _round(0x326E, 14),
    Form.CIRCLED_CONSONANT: _round(0x3260, 14),
    Form.CIRCLED_HANJA: _upto(10, 0x3280),
    Form.KOREAN: lambda number: _counted("영일이삼사오육칠팔구", "십", number),
    Form.KOREAN_DIGITS: lambda number: "".join("영일이삼사오육칠팔구"[int(digit)] for digit in str(number)),
    Form.KOREAN_NATIVE: _native,
    Form.HANJA: lambda number: _counted("〇一二三四五六七八九", "十", number),
    Form.WIDE: lambda number: "".join(chr(0xFF10 + int(digit)) for digit in str(number)),
    Form.DASHES: lambda number: f"- {number} -",
    Form.SIGNS: lambda number: "*†‡§"[(number - 1) % 4] * ((number - 1) // 4 + 1),
}
