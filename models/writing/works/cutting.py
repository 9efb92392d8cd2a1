"""Where the words of a part can be cut: at the beginnings of its sentences, or where words stand that somebody names."""

from __future__ import annotations

import re

_END = re.compile(r"[.!?;:。…][\"”’')\]]{0,2}\s+(?=\S)|\n(?=\S)")
"""The end of a sentence, or of a line that stands for itself, with the blanks after it."""


def beginnings(text: str) -> list[int]:
    """Where each sentence but the first begins, also where one only ends in a colon or a semicolon."""
    return [found.end() for found in _END.finditer(text)]


def standing(words: str, text: str) -> list[int]:
    """Every place at which these words stand in the text, blanks at their ends aside."""
    wanted = words.strip()
    found, at = list[int](), text.find(wanted) if wanted else -1
    while at >= 0:
        found.append(at)
        at = text.find(wanted, at + len(wanted))
    return found
