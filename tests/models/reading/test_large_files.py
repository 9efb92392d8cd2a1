"""A file in which thousands of things are wrong is refused quickly, in a few sentences, and takes nothing else with it."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from models.loading import load
from tests.samples.registers import SOUND, TODAY, folder

PLEDGE, SOURCE = "pledges/offices.yaml", SOUND["evidence/offices.yaml"]
MANY = {
    "unknown fields": (PLEDGE, SOUND[PLEDGE] + "".join(f"f{number}: x\n" for number in range(60_000)), 5),
    "sources without a grade": ("evidence/offices.yaml", SOURCE.replace("primary", "none") * 6_000, 5),
    "one source thousands of times": ("evidence/offices.yaml", SOURCE * 6_000, 5),
    "words for sources": ("evidence/offices.yaml", "- x\n" * 400_000, 5),
    "nothing for sources": ("evidence/offices.yaml", "- {}\n" * 380_000, 5),
}


@pytest.mark.parametrize("name", MANY)
def test_thousands_of_mistakes_are_told_in_seconds_and_the_rest_is_served(tmp_path: Path, name: str) -> None:
    """On a quiet processor each takes at most two seconds, 60,000 unknown fields less than one."""
    file, text, seconds = MANY[name]
    root = folder(tmp_path, {file: text})
    started = time.process_time()
    found = load(root, TODAY)
    assert time.process_time() - started < seconds
    assert (len(found.problems), {problem.path for problem in found.problems}) == (51, {f"commitments/{file}"})
    assert [problem.code for problem in found.problems if not problem.line] == ["many"]
    assert set(found.register.declaration_by_id) == {"2023", "2024"}


def test_thousands_of_remarks_are_passed_over(tmp_path: Path) -> None:
    root = folder(tmp_path, {PLEDGE: SOUND[PLEDGE] + "# a remark of a curator\n" * 70_000})
    started = time.process_time()
    assert load(root, TODAY).problems == ()
    assert time.process_time() - started < 5
