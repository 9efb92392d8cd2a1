"""Short texts of every structure (tests/cases/texts/parting), each beside what is read in it.

`NAME.txt` is written as written.py says; `NAME.parts` is what a reader expects. Whoever changes how texts are parted looks at
the difference first; `PARTS=write` in the environment writes what is read now.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from models.texts.parting.parted import parted
from models.texts.parts import Reading
from tests.models.texts.parting.written import cleaned
from tests.samples.registers import ROOT

TEXTS = sorted((ROOT / "tests" / "cases" / "texts" / "parting").glob("*.txt"))


def told(reading: Reading) -> str:
    """A reading as lines for people."""
    rows = []
    for part in reading.parts:
        words = part.text.replace("\n", " / ")
        sayings = [f"{part.kind}", part.place or "-", f"level {part.level}", f"mark {part.mark or '-'}", f"number {part.number or '-'}"]
        if part.title:
            sayings.append(f"title {part.title}")
        if part.kind == "footnote":
            on = reading.parts[part.hangs_on] if part.hangs_on is not None else None
            sayings.append(f"on {on.place or on.kind} after {part.after}" if on else "on nothing")
        rows.append(" | ".join([*sayings, words]))
    rows += [f"! {warning.caution}: " + ", ".join(f"{key}={word}" for key, word in warning.words.items()) for warning in reading.warnings]
    return "\n".join([*rows, f"language {reading.language or '-'}"]) + "\n"


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_a_text_of_this_structure_is_read_as_expected(path: Path) -> None:
    read = told(parted(cleaned(path.read_text(encoding="utf-8"))))
    golden = path.with_suffix(".parts")
    if os.environ.get("PARTS") == "write":
        golden.write_text(read, encoding="utf-8")
    assert read == golden.read_text(encoding="utf-8")


def test_every_structure_has_its_text() -> None:
    assert len(TEXTS) > 30
    said = {
        line.split(":")[0][2:]
        for path in TEXTS
        for line in path.with_suffix(".parts").read_text(encoding="utf-8").splitlines()
        if line[0] == "!"
    }
    assert said >= {"gap", "repeat", "backwards", "restart", "mark", "inline", "unmarked", "footnote", "odd-language"}
