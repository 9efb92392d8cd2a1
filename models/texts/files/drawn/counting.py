"""How a list counts: each level on, the deeper ones anew, and what is drawn of it before the words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from models.texts.files.drawn.numerals import Form, drawn


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list."""

    form: Form = Form.DECIMAL
    parts: tuple[str | int, ...] = ()
    """What is drawn: words as they are, and for each number the level that it is of, counted from 0."""
    start: int = 1
    all_decimal: bool = False
    """The numbers of the levels above are drawn in digits here (Word calls it legal)."""
    anew_after: int | None = None
    """It begins again only after this level or one above it; -1: never; None: after every level above it."""
    indent: float = 0.0


@dataclass
class Counter:
    """A list that is being counted."""

    values: dict[int, int] = field(default_factory=dict)

    def counted(self, at: int, levels: Mapping[int, Level]) -> str:
        """Count one more on the level `at`, and what is drawn for it, with a space after it; nothing where nothing is drawn."""
        here = levels.get(at, Level())
        self.values[at] = self.values[at] + 1 if at in self.values else here.start
        for deeper in [each for each in self.values if each > at]:
            anew = levels.get(deeper, Level()).anew_after
            if anew is None or at <= anew:
                del self.values[deeper]
        words = self.shown(at, levels)
        return f"{words} " if words.strip() else ""

    def shown(self, at: int, levels: Mapping[int, Level]) -> str:
        """What is drawn for where the list stands; a level that was not counted yet is drawn with its start."""
        here, words = levels.get(at, Level()), ""
        for part in here.parts:
            if isinstance(part, str):
                words += part
            else:
                level = levels.get(part, Level())
                form = Form.DECIMAL if here.all_decimal and level.form is not Form.NONE else level.form
                words += drawn(self.values.get(part, level.start), form)
        return words

    def begin(self, at: int, start: int, levels: Mapping[int, Level]) -> dict[int, Level]:
        """Let the level begin again with `start`; what it is counted by from now on."""
        self.values.pop(at, None)
        return {**levels, at: replace(levels.get(at, Level()), start=start)}


def parted(pattern: str, sign: str, most: int) -> tuple[str | int, ...]:
    """What is drawn, out of a pattern such as `%1.%2)` or `제^1조`: `sign` and a digit stand for the number of a level."""
    found: list[str | int] = []
    words, at = "", 0
    while at < len(pattern):
        digits = at + 1
        while digits < len(pattern) and digits < at + 3 and pattern[digits].isascii() and pattern[digits].isdigit():
            digits += 1
        if pattern[at] == sign and digits > at + 1:
            level = int(pattern[at + 1 : digits])
            if level > most:
                digits, level = at + 2, int(pattern[at + 1])
            found += [words] if words else []
            found.append(level - 1)
            words, at = "", digits
        else:
            words += pattern[at]
            at += 1
    return tuple(found + ([words] if words else []))
