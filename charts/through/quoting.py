"""Words of a declaration in a column: cut at a word where there is no room for all, the deciding verb always in sight, in bold."""

from __future__ import annotations

import re
from dataclasses import dataclass

from charts import typeface


@dataclass(frozen=True, slots=True)
class Quote:
    """The words, the verb that decides their force (empty where a whole provision is quoted), and where the thread's own words begin."""

    words: str
    verb: str
    near: int

    def lines(self, size: float, room: float, most: int) -> list[list[tuple[str, int]]]:
        """At most `most` lines of `room` pixels; they begin near the verb if it would be cut off."""
        words, at = self.words, _found(self.words, self.verb)
        lines = _cut(f"“{words}”", size, room, most)
        shown = sum(len(line) + 1 for line in lines)
        if len(lines) == most and at + len(self.verb) + 6 > shown:
            words = f"… {words[_word(words, at - 24) :]}"
        elif len(lines) == most and self.near + 12 > shown:
            head = words[: at + len(self.verb)] if at >= 0 else words.split()[0]
            words = f"{head} … {words[_word(words, self.near - 12) :]}"
        return _in_bold(_cut(f"“{words}”", size, room, most), f"“{words}”", self.verb)


def _in_bold(lines: list[str], text: str, verb: str) -> list[list[tuple[str, int]]]:
    at = _found(text, verb)
    begin, end = (at, at + len(verb)) if verb and at >= 0 else (-1, -1)
    found, position = [], 0
    for line in lines:
        # The lines are the words in order, parted by one blank or, after a hyphen, by nothing.
        position = _skip(text, position)
        low, high = max(begin - position, 0), min(max(end - position, 0), len(line))
        parts = [(line[:low], 400), (line[low:high], 700), (line[high:], 400)] if low < high else [(line, 400)]
        found.append([part for part in parts if part[0]])
        position += len(line)
    return found


def _word(text: str, position: int) -> int:
    """Where the word begins that holds `position`."""
    return text.rfind(" ", 0, max(position, 0)) + 1


def _skip(text: str, position: int) -> int:
    while position < len(text) and text[position] == " ":
        position += 1
    return position


def _found(words: str, verb: str) -> int:
    match = re.search(rf"(?<!\w){re.escape(verb)}(?!\w)", words) if verb else None
    return match.start() if match else words.find(verb) if verb else -1


def _cut(text: str, size: float, room: float, most: int) -> list[str]:
    lines = typeface.wrap(text, size, 500, room)
    if len(lines) <= most:
        return lines
    last = typeface.fit(" ".join(lines[most - 1 :]), size, 500, room - typeface.width("”", size, 500))
    return [*lines[: most - 1], f"{last}”"]
