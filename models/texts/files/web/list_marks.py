"""The number or bullet that a browser draws before an item of a list."""

from __future__ import annotations

from typing import Final

BULLETS: Final = ("•", "◦", "▪")
_ROMAN: Final = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
_OF_TYPE: Final = {"1": "decimal", "a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman", "I": "upper-roman"}
_HANGUL: Final = "가나다라마바사아자차카타파하"


def style(of_type: str | None, of_css: str | None) -> str:
    """The style of a numbered list, by its attribute `type` or by what CSS says."""
    return (of_css or "").strip().lower() or _OF_TYPE.get((of_type or "").strip(), "decimal")


def bullet(depth: int, of_css: str | None) -> str:
    """The bullet of a list so deep, with the blank behind it; nothing where the list is to have none."""
    named = {"none": "", "disc": BULLETS[0], "circle": BULLETS[1], "square": BULLETS[2]}.get((of_css or "").strip().lower())
    drawn = BULLETS[min(depth, len(BULLETS)) - 1] if named is None else named
    return f"{drawn} " if drawn else ""


def number(value: int, how: str) -> str:
    """The number of an item as it is drawn, with the dot and the blank behind it."""
    if how == "none":
        return ""
    return f"{_written(value, how)}. "


def _written(value: int, how: str) -> str:
    if how == "decimal-leading-zero":
        return f"{value:02d}"
    if how in ("lower-alpha", "lower-latin", "upper-alpha", "upper-latin") and value > 0:
        letters = _letters(value)
        return letters.upper() if how.startswith("upper") else letters
    if how in ("lower-roman", "upper-roman") and 0 < value < 4000:
        roman = _roman(value)
        return roman.upper() if how.startswith("upper") else roman
    if how == "hangul" and 0 < value <= len(_HANGUL):
        return _HANGUL[value - 1]
    return str(value)


def _letters(value: int) -> str:
    letters = ""
    while value > 0:
        value, rest = divmod(value - 1, 26)
        letters = chr(ord("a") + rest) + letters
    return letters


def _roman(value: int) -> str:
    written = ""
    for worth, letters in _ROMAN:
        times, value = divmod(value, worth)
        written += letters * times
    return written
