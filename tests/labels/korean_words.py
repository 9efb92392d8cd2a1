"""The vocabulary of docs/korean.md as a test reads it: the terms, what is refused, and the Korean of the records."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from models.reading.documents import read
from tests.samples.registers import RECORDS, ROOT

GUIDE = ROOT / "docs" / "korean.md"
NONE = "–"


@dataclass(frozen=True)
class Term:
    """A term in both languages and the label that holds it; no label where only sentences have it."""

    english: str
    korean: str
    label: str | None


@dataclass(frozen=True)
class Refusal:
    """Words that are refused in labels, in records or in both, and where they may stand all the same."""

    pattern: str
    instead: str
    labels: bool
    records: bool
    phrases: tuple[str, ...]
    keys: tuple[str, ...]

    def found(self, sentence: str, key: str = "") -> str:
        """The refused words in a Korean sentence; empty where there are none."""
        if key in self.keys:
            return ""
        for phrase in self.phrases:
            sentence = sentence.replace(phrase, "")
        match = re.search(self.pattern, sentence)
        return match[0] if match else ""


def _rows(heading: str) -> list[list[str]]:
    """The cells of the table under a heading of the guide, without its head."""
    part = GUIDE.read_text(encoding="utf-8").split(f"\n## {heading}\n")[1].split("\n## ")[0]
    lines = [line for line in part.splitlines() if line.startswith("|")][2:]
    return [[cell.strip().replace("\\|", "|") for cell in re.split(r"(?<!\\)\|", line)[1:-1]] for line in lines]


def terms() -> list[Term]:
    """The terms in the order of the guide."""
    return [Term(english, korean, None if label == NONE else label) for english, korean, label, *_ in _rows("Terms")]


def refusals() -> list[Refusal]:
    """What is refused, in the order of the guide."""
    found = []
    for pattern, instead, where, excepted in _rows("What is refused"):
        assert where in ("labels", "records", "both"), pattern
        named = re.findall(r"`([^`]+)`", excepted)
        keys = tuple(each for each in named if re.fullmatch(r"[a-z_]+\.[a-z0-9_-]+", each))
        phrases = tuple(each for each in named if each not in keys)
        found.append(Refusal(pattern.strip("`"), instead, where != "records", where != "labels", phrases, keys))
    return found


@cache
def korean_of_records() -> tuple[tuple[str, str], ...]:
    """Every Korean sentence of the records with its file."""
    found = []
    for path in sorted(RECORDS.rglob("*.yaml")):
        shown = str(path.relative_to(ROOT))
        found += [(shown, sentence) for sentence in _korean(read(path, shown).data)]
    return tuple(found)


def _korean(data: object) -> Iterator[str]:
    if isinstance(data, dict):
        for key, value in data.items():
            if key == "ko" and isinstance(value, str):
                yield value
            else:
                yield from _korean(value)
    elif isinstance(data, list):
        for value in data:
            yield from _korean(value)
