"""A question to the search, against looking through every text with the eyes of a plain “find in page”."""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from benchmarks.generated import day
from benchmarks.loading import Compared
from models.labels import load_labels
from models.loading import load
from models.search.index import Found, Index, Kind, index

QUESTIONS = (
    "What did we promise about older people?",
    "plan number 1234 for all inhabitants",
    "finance",
    "draw up a plan together with civil society",
    "networks of human rights cities in line with international standards",
    "instituions and netwroks",
    "도시들은 무엇을 약속했나요?",
    "번호 계획을 추진하기로",
    "주민을 위한 1234번 계획",
    "인권 도시 네트워크",
    '"international human rights norms"',
)
LIMIT = 0.05
"""Seconds that a question may take at 5,000 commitments."""


def built(records: Path, today: object = None) -> Index:
    """The index of a folder of records."""
    return index(load(records, today or day()).register, day(), load_labels())  # type: ignore[arg-type]


def taken(found: Index, question: str) -> float:
    """Seconds from the question to everything that a page shows of it: ranked, counted for the facets, a page highlighted."""
    start = time.perf_counter()
    answer(found, question)
    return time.perf_counter() - start


def answer(found: Index, question: str) -> Found:
    """Everything that the page Find asks of the search for one question."""
    answered = found.search(question)
    hits = answered.of(Kind.COMMITMENT)
    found.facets.counts(found.facets.mask([hit.row for hit in hits]), {})
    for hit in hits[:20]:
        found.marks(answered, hit)
    return answered


def slowest(found: Index, questions: Sequence[str] = QUESTIONS, runs: int = 7) -> tuple[float, str]:
    """The largest median of all questions, and the question."""
    return max((median(taken(found, question) for _ in range(runs)), question) for question in questions)


def compare(what: str, records: Path) -> Compared:
    """Median of all questions, ours and a look through all texts in turn."""
    found = built(records)
    texts = [text.casefold() for entry in found.entries for text in entry.texts.values()]
    pairs = []
    for question in QUESTIONS:
        ours = median(taken(found, question) for _ in range(7))
        start = time.perf_counter()
        sum(question.casefold() in text for text in texts)
        pairs.append((ours, time.perf_counter() - start))
    return Compared(what, median(a for a, _ in pairs), median(b for _, b in pairs), median(a / b for a, b in pairs), len(QUESTIONS))
