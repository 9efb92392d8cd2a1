"""How marks count: roman numbers, letters, 가나다, circled digits, first and second, each as the number that it stands for."""

from __future__ import annotations

HANGUL = "가나다라마바사아자차카타파하"
JAMO = "ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ"

_SIGNS = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}

RANGES = (
    ("①", "⑳", 1, "circled"),
    ("㉑", "㉟", 21, "circled"),
    ("❶", "❿", 1, "dark"),
    ("➀", "➉", 1, "circled"),
    ("⑴", "⒇", 1, "bracketed"),
    ("⒈", "⒛", 1, "dotted-sign"),
    ("ⓐ", "ⓩ", 1, "circled-letter"),
    ("⒜", "⒵", 1, "bracketed-letter"),
    ("㉮", "㉻", 1, "circled-hangul"),
    ("㈎", "㈛", 1, "bracketed-hangul"),
)
"""Signs that are a whole mark each: the first and the last of a row, what the first one counts, and the name of the row."""

SIGNS = {chr(code): (first + code - ord(start), name) for start, end, first, name in RANGES for code in range(ord(start), ord(end) + 1)}

ROMAN_SIGNS = {chr(0x2160 + at): at + 1 for at in range(12)} | {chr(0x2170 + at): at + 1 for at in range(12)}
"""Ⅰ to Ⅻ and ⅰ to ⅻ."""

_ENGLISH = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth"]
_KOREAN = ["첫째", "둘째", "셋째", "넷째", "다섯째", "여섯째", "일곱째", "여덟째", "아홉째", "열째", "열한째", "열두째"]
_KOREAN_APART = ["첫번째", "두번째", "세번째", "네번째", "다섯번째", "여섯번째", "일곱번째", "여덟번째", "아홉번째", "열번째"]

LAST = 0
"""What "finally" counts: one more than what stood before it, whatever that is."""

ORDINALS = (
    {word: at for at, word in enumerate(_ENGLISH, 1)}
    | {f"{word}ly": at for at, word in enumerate(_ENGLISH, 1)}
    | {"finally": LAST, "lastly": LAST, "last": LAST, "마지막으로": LAST, "끝으로": LAST}
    | {word: at for at, word in enumerate(_KOREAN, 1)}
    | {word: at for at, word in enumerate(_KOREAN_APART, 1)}
)


def roman(letters: str) -> int | None:
    """The number that roman letters are; None where they are not written as such (`iiii`, `vx`)."""
    values = [_SIGNS.get(letter, 0) for letter in letters.lower()]
    if not values or 0 in values:
        return None
    total = sum(-value if value < after else value for value, after in zip(values, [*values[1:], 0], strict=True))
    return total if written(total) == letters.lower() else None


def written(number: int) -> str:
    """A number in small roman letters."""
    found = ""
    for value, sign in ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")):
        while number >= value:
            found, number = found + sign, number - value
    return found


def letter(sign: str) -> int:
    """`a` is 1."""
    return ord(sign.lower()) - ord("a") + 1
