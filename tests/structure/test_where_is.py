"""docs/where-is.md: every path is there, and holds what it is said to hold."""

from __future__ import annotations

import re

import pytest

from tests.samples.registers import ROOT

PAGE = (ROOT / "docs" / "where-is.md").read_text(encoding="utf-8")
ROWS = re.findall(r"^\| (?P<what>[^|]+) \| `(?P<path>[^`]+)` \| `(?P<name>[^`]+)` \|$", PAGE, re.MULTILINE)


@pytest.mark.parametrize(("what", "path", "name"), ROWS, ids=[path for _, path, _ in ROWS])
def test_it_is_where_it_is_said_to_be(what: str, path: str, name: str) -> None:
    assert name in (ROOT / path).read_text(encoding="utf-8"), what


def test_every_row_is_read() -> None:
    table = [line for line in PAGE.splitlines() if line.startswith("|")]
    assert len(ROWS) == len(table) - 2, "a row of the table has another form"


def test_a_newcomer_finds_at_least_twenty_things_in_every_part_of_the_house() -> None:
    assert len(ROWS) >= 20
    assert {path.split("/")[0] for _, path, _ in ROWS} >= {
        "commitments",
        "docs",
        "models",
        "charts",
        "exports",
        "labels",
        "widgets",
        "tests",
    }


def test_every_path_named_in_prose_is_there() -> None:
    """README, guides and decisions name files; a file that has moved is named by its new place."""
    pages = [
        path
        for path in [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), ROOT / "commitments" / "README.md"]
        if path.name != "CHANGELOG.md"
    ]
    to_be_made = re.findall(r"new\s+file\s+`([^`]+)`", (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8"))
    folders = "models|charts|exports|widgets|pages|tests|labels|static|docs|benchmarks"
    for page in pages:
        named = set(re.findall(rf"`((?:{folders})/[\w./-]*)`", page.read_text(encoding="utf-8")))
        assert {name for name in named if not (ROOT / name).exists()} - set(to_be_made) == set(), page.name
