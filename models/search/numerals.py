"""Numbers as they are written: 45,000 and 45000, 4만5천 and 사만오천, forty-five thousand are one number."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from models.search.stop_words import COUNTED

PLAIN = r"[0-9]{1,3}(?:,[0-9]{3})+(?![0-9]|,[0-9])|[0-9]+"
"""1,000 is one number; 10,100,1000 are three."""
_STEPS = {"십": 10, "백": 100, "천": 1_000, "만": 10_000, "억": 100_000_000}
_GREAT = "만억"
MIXED = (
    # 5·18만 is “only 5·18” and 2030만 “only 2030”; 2024백서 and 100만남 are other words.
    r"(?!(?<=[0-9][·.])(?!10?만)[0-9]{1,2}만(?![0-9]))(?!(?:19|20)[0-9]{2}만(?![0-9]))"
    r"(?:[0-9]{1,3}(?:,[0-9]{3}){1,3}|[0-9]{1,12})(?:\.[0-9])?(?:[십백천][만억]?|[만억])"
    rf"(?:(?![가-힣])|(?={COUNTED}(?![가-힣])))"
)
"""Digits before a Korean step of counting: 1천, 10만, 3천만, 1.5만."""
_DIGITS = "영일이삼사오육칠팔구"
_PLACES = {"이천", "사천", "오만", "이만"}
"""Towns, a country and “this much”, rather than numbers."""
_ONES = [
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_SMALL = {word: n for n, word in enumerate(_ONES, 1)} | {word: 10 * n for n, word in enumerate(_TENS, 2)}
_LARGE = {"hundred": 100, "thousand": 1_000, "million": 1_000_000}
_COUNTING = re.compile(r"(?:개국|[개곳건명원])")
MONTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def value(mixed: str) -> tuple[int, int]:
    """The number that digits and steps stand for, and its last step: 3만 is 30,000 in ten thousands."""
    digits = mixed.rstrip("".join(_STEPS))
    step = 1
    for each in mixed[len(digits) :]:
        step *= _STEPS[each]
    return round(float(digits.replace(",", "")) * step), step


def added(number: int, step: int, more: int, its: int, gap: str) -> tuple[int, int] | None:
    """Two numbers in a row as one, if they are one: 3만 5천, 3천5백만, 3만 5000; None for 10만 100만."""
    great = next((_STEPS[each] for each in reversed(_GREAT) if its % _STEPS[each] == 0), 1)
    if great > step and len(gap) < 2 and more // great < step:
        return number * great + more, its
    whole = its > 1 or not gap or (more % 100 == 0 and more >= 100)
    return (number + more, its) if more < step and whole and len(gap) < 2 else None


def korean(word: str) -> int | None:
    """The number that a Korean word is: 십만, 삼만오천, 천개; None for any other word."""
    counted = _COUNTING.search(word)
    bare = word[: counted.start()] if counted and counted.end() == len(word) and word != "천명" else word
    if bare in _PLACES or (len(bare) < 2 and bare == word) or not bare or not set(bare) <= {*_DIGITS[1:], *_STEPS}:
        return None
    return counted_out(bare) if set(bare) & set(_STEPS) else None


def counted_out(bare: str) -> int | None:
    """The value of a numeral in Hangul, with or without steps before it: 만, 일만, 삼만오천."""
    total = section = digit = 0
    for each in bare:
        if each in _DIGITS:
            if digit:
                return None
            digit = _DIGITS.index(each)
        elif each in _GREAT:
            total, section, digit = total + ((section + digit) or 1) * _STEPS[each], 0, 0
        elif each in _STEPS:
            section, digit = section + (digit or 1) * _STEPS[each], 0
        else:
            return None
    return total + section + digit


def english(words: Sequence[str]) -> int | None:
    """The number that English words are, from a hundred on: ten thousand, 10 million, forty five thousand; None for any others."""
    small = _SMALL | ({words[0]: int(words[0])} if words[0].isdigit() and len(words[0]) < 4 else {})
    if not set(words) & set(_LARGE) or not all(word in small or word in _LARGE or word == "a" for word in words):
        return None
    total = section = 0
    for word in words:
        if word in small:
            section += small[word]
        elif word == "hundred":
            section = (section or 1) * 100
        elif word in _LARGE:
            total, section = total + (section or 1) * _LARGE[word], 0
    return total + section


def written(number: int) -> Iterator[tuple[str, ...]]:
    """A number in English words, from a hundred on: ten thousand; one hundred, 1 hundred and a hundred."""
    for word, step in reversed(_LARGE.items()):
        times, rest = divmod(number, step)
        if times and not rest and times < 100 and (step > 100 or times < 10):
            yield (*_two_digits(times), word)
            yield (str(times), word)
            if times == 1:
                yield ("a", word)
            return


def _two_digits(number: int) -> tuple[str, ...]:
    if number < 20:
        return (_ONES[number - 1],)
    ten, one = divmod(number, 10)
    return (_TENS[ten - 2], *([_ONES[one - 1]] if one else []))


def hangul(number: int) -> str:
    """A round number in Hangul, from a thousand to a hundred million: 45,000 as 사만오천; nothing for the others."""
    if not 1_000 <= number < 10**8 or number % 100:
        return ""
    great, small = divmod(number, 10_000)
    return (f"{_to_thousands(great)}만" if great else "") + _to_thousands(small)


def _to_thousands(number: int) -> str:
    said = ""
    for step in (1_000, 100, 10, 1):
        times, number = divmod(number, step)
        name = next((each for each, size in _STEPS.items() if size == step), "")
        if times:
            said += f"{_DIGITS[times]}{name}" if times > 1 or step in (1, 1_000) else name
    return said


def day(digits: str) -> list[tuple[str, str]]:
    """A day that was typed without its dot: 518 as 5·18, 1210 as 12·10; nothing where no day has that number."""
    cuts = [(digits[:at], digits[at:]) for at in (1, 2)] if len(digits) in (3, 4) else []
    return [(month, date) for month, date in cuts if _is_day(month, date)]


def dayless(month: str, date: str) -> str:
    """The same the other way round: 5·18 as 518."""
    return month + date if _is_day(month, date) and len(month + date) > 2 else ""


def _is_day(month: str, date: str) -> bool:
    plain = month[:1] != "0" and date[:1] != "0" and max(len(month), len(date)) < 3
    return plain and 1 <= int(month) <= 12 and 1 <= int(date) <= MONTHS[int(month) - 1]
