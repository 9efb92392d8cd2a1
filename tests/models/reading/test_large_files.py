"""No file costs more than seconds: thousands of mistakes are told in a few sentences, and take nothing else with them."""

from __future__ import annotations

import time
from itertools import count
from pathlib import Path

import pytest

from models.loading import Loaded, load
from models.reading.documents import MAX_BYTES
from tests.samples.registers import SOUND, TODAY, folder

SECONDS = 5
"""On a quiet processor each takes less than two."""
PLEDGE, FORUMS, TERMS, MEASURE = "pledges/offices.yaml", "forums.yaml", "vocabulary.yaml", "measures/offices.yaml"
TEXT, NOTE, CODING, REVIEWS = (
    "declarations/2023.yaml",
    "notes/2024-c1a/2026-02-01.yaml",
    "codings/first/2024.yaml",
    "reviews/2026-11-21.yaml",
)
SOURCE = SOUND["evidence/offices.yaml"]
PARAGRAPH = "We welcome the offices that cities have opened."
LONG = ("We welcome the offices. " * 800)[:19_000] + "End."
SEALED = MAX_BYTES * 45 // 100
"""A text grows by its seal, which has a line for each of its parts."""


def filled(head: str, line: str, size: int = MAX_BYTES) -> str:
    """`line` after `head` again and again, with another number for each “§”, until the file is as large as is read."""
    left, lines = size - len(head.encode()), []
    for number in count(4):
        lines.append(line.replace("§", str(number)))
        left -= len(lines[-1].encode())
        if left < 0:
            return head + "".join(lines[:-1])
    raise AssertionError


def cited(words: str) -> str:
    """The note with as many sources as it can hold."""
    return SOUND[NOTE].replace("[ordinance]", filled("[", words, MAX_BYTES - 1_000) + "]")


MANY = {
    "unknown fields": (PLEDGE, filled(SOUND[PLEDGE], "f§:\n")),
    "sources without a grade": ("evidence/offices.yaml", SOURCE.replace("primary", "none") * 6_000),
    "one source thousands of times": ("evidence/offices.yaml", SOURCE * 6_000),
    "words for sources": ("evidence/offices.yaml", "- x\n" * 400_000),
    "nothing for sources": ("evidence/offices.yaml", "- {}\n" * 90_000),
    "one mention thousands of times": (PLEDGE, filled(SOUND[PLEDGE], "  - {at: 2024-c1a, from: 2023-p2a, scope: same}\n")),
    "mentions of what is not there": (PLEDGE, filled(SOUND[PLEDGE], "  - at: 2024-c§a\n")),
    "one body thousands of times": (TERMS, filled(SOUND[TERMS], "  - {id: gwangju, name: {en: B, ko: 가}, kind: city}\n")),
    "footnotes on words that are not there": (
        TEXT,
        filled(SOUND[TEXT].replace(PARAGRAPH, LONG) + "footnotes:\n", '  - {mark: "§", at: p1, after: officeX§, text: A}\n', SEALED),
    ),
    "headings before nothing": (TEXT, filled(SOUND[TEXT] + "headings:\n", "  - {before: p99, text: A heading}\n", MAX_BYTES * 32 // 100)),
    "one series thousands of times": (
        MEASURE,
        filled(SOUND[MEASURE], "  - {id: open, kind: {en: open, ko: 열림}, points: [{on: 2025, value: 1, evidence: [ordinance]}]}\n"),
    ),
    "units that are not in the text": (
        CODING,
        filled(SOUND[CODING].partition("[{")[0] + "\n", "      - {quote: To open §, force: undertakes, precision: checkable}\n"),
    ),
    "reviews of what is not there": (REVIEWS, filled("by: x\nsources:\n", "  - {source: s§, grade: primary}\n")),
    "a note on thousands of sources that are not there": (NOTE, cited("x§, ")),
}
ONE = {
    "deep nesting": (PLEDGE, filled(SOUND[PLEDGE], f"f§: {'[' * 20}{']' * 20}\n")),
    "one source named thousands of times": (NOTE, cited("ordinance, ")),
    "one word": (PLEDGE, "x" * MAX_BYTES),
    "one word in quotation marks": (PLEDGE, f'title: "{"a " * 900_000}"\n'),
    "short lines": (PLEDGE, "a\n" * (MAX_BYTES // 2)),
    "a paragraph": (TEXT, SOUND[TEXT].replace(PARAGRAPH, "We welcome all. " * 110_000 + "End.")),
    "a coding of thousands of paragraphs": (CODING, filled(SOUND[CODING], "  - {id: p§, force: records}\n")),
}
NONE = {
    "remarks": (PLEDGE, filled(SOUND[PLEDGE], "#\n")),
    "spaces": (PLEDGE, SOUND[PLEDGE] + " " * 1_900_000),
    "empty lines": (PLEDGE, SOUND[PLEDGE] + "\n" * 1_900_000),
    "publishers": (TERMS, filled(SOUND[TERMS] + "publishers:\n", "  - {en: P§, ko: 가§}\n")),
    "forum sources": (FORUMS, filled(SOUND[FORUMS], "  - {id: S§, title: A page, publisher: A publisher}\n")),
    "a text of thousands of paragraphs": (
        TEXT,
        filled(
            SOUND[TEXT] + "  - {id: p3, text: Three., force: states, themes: [institutions], summary: {en: A., ko: 가.}}\n",
            "  - {id: p§, text: We welcome §., force: states, themes: [institutions], summary: {en: A., ko: 가.}}\n",
            MAX_BYTES * 55 // 100,
        ),
    ),
}


def quickly(tmp_path: Path, file: str, text: str) -> Loaded:
    """The small register with this file, read within the time; it is as large as is read, or nearly so."""
    root = folder(tmp_path, {file: text})
    assert MAX_BYTES * 0.2 < (root / file).stat().st_size <= MAX_BYTES
    started = time.process_time()
    found = load(root, TODAY)
    assert time.process_time() - started < SECONDS
    return found


@pytest.mark.parametrize("name", MANY)
def test_thousands_of_mistakes_are_told_in_seconds_and_the_rest_is_served(tmp_path: Path, name: str) -> None:
    file, text = MANY[name]
    found = quickly(tmp_path, file, text)
    assert (len(found.problems), {problem.path for problem in found.problems}) == (51, {f"commitments/{file}"})
    assert [problem.code for problem in found.problems if not problem.line] == ["many"]
    assert {"2023", "2024"} - set(found.register.declaration_by_id) <= {Path(file).stem}


@pytest.mark.parametrize("name", ONE)
def test_what_is_far_too_much_is_told_in_one_sentence(tmp_path: Path, name: str) -> None:
    file, text = ONE[name]
    assert [problem.path for problem in quickly(tmp_path, file, text).problems] == [f"commitments/{file}"]


@pytest.mark.parametrize("name", NONE)
def test_much_that_is_sound_is_read_in_seconds(tmp_path: Path, name: str) -> None:
    assert quickly(tmp_path, *NONE[name]).problems == ()
