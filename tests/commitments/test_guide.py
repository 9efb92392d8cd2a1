"""The curator's guide: its examples are real and right, and it explains every code the check can say."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import Any

import pytest

from models.reading.documents import parse
from models.reading.shaping import KINDS, NAMED_BY_FILE
from tests.samples.registers import GOLDEN, RECORDS

GUIDE = (RECORDS / "README.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"^```yaml\n# commitments/(\S+)\n(.*?)^```", GUIDE, re.M | re.S)
CODES = set(re.findall(r"`([a-z-]+)`", "\n".join(re.findall(r"^\| (`[a-z`, -]+`) \|", GUIDE, re.M))))


def _kind(name: str) -> str:
    parts = Path(name).parts
    if parts[-1] == "rulings.yaml" or "settlements" in parts:
        return "rulings" if parts[-1] == "rulings.yaml" else "settlements"
    return parts[0].removesuffix(".yaml")


def _is_within(part: Any, whole: Any) -> bool:
    """Whether all that the example shows stands so in the real record."""
    if isinstance(part, dict):
        return isinstance(whole, dict) and all(name in whole and _is_within(value, whole[name]) for name, value in part.items())
    if isinstance(part, list):
        return isinstance(whole, list) and all(any(_is_within(each, other) for other in whole) for each in part)
    return bool(part == whole)


def test_there_is_an_example_of_each_kind() -> None:
    assert {_kind(name) for name, _ in EXAMPLES} == set(KINDS)


@pytest.mark.parametrize(("name", "text"), EXAMPLES, ids=[name for name, _ in EXAMPLES])
def test_examples_are_real_records(name: str, text: str) -> None:
    shown, real = parse(text, name).data, parse((RECORDS / name).read_text(encoding="utf-8"), name).data
    assert _is_within(shown, real), f"the example of {name} differs from the record"


@pytest.mark.parametrize(("name", "text"), EXAMPLES, ids=[name for name, _ in EXAMPLES])
def test_examples_have_the_right_shape(name: str, text: str) -> None:
    data, kind = parse(text, name).data, _kind(name)
    path = Path(name)
    named = {"id": path.stem, "declaration": path.stem, "commitment": path.parent.name, "as_of": path.stem, "reviewed": path.stem}
    for record in data if kind == "evidence" else [data]:
        KINDS[kind].model_validate({**record, **{field: named[field] for field in NAMED_BY_FILE.get(kind, ())}})


def test_every_example_is_explained() -> None:
    for name, text in EXAMPLES:
        if _kind(name) not in ("settlements", "rulings", "judgements"):
            assert text.count("#") >= 4, name


def _codes_said() -> set[str]:
    """The codes in the source: third of a Fault, fourth of a Problem, and so on; a code is a constant of small letters."""
    said: set[str] = set()
    position = {"Fault": 2, "Finding": 2, "Problem": 3, "problem": 1, "refuse": 0, "add": 1}
    for path in (RECORDS.parent / "models").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
                index = position.get(name)
                found = node.args[index] if index is not None and len(node.args) > index else None
            elif isinstance(node, ast.Return) and path.stem == "sentences" and isinstance(node.value, ast.Tuple):
                found = node.value.elts[0]
            elif isinstance(node, ast.Yield) and path.stem in ("notes", "sources") and isinstance(node.value, ast.Tuple):
                found = node.value.elts[1]
            else:
                continue
            if isinstance(found, ast.Constant) and isinstance(found.value, str):
                said.add(found.value)
    return said


def test_every_code_is_explained() -> None:
    golden = "".join((GOLDEN / f"{name}.txt").read_text(encoding="utf-8") for name in ("bad", "unreadable"))
    said = _codes_said()
    assert {line.split(": ")[1] for line in golden.splitlines()} <= said
    assert len(said) > 50
    assert said - CODES == set()


def test_nothing_is_explained_that_is_never_said() -> None:
    assert CODES - _codes_said() == set()


def test_every_field_of_a_record_is_named_in_the_guide() -> None:
    from models.reading.shaping import FIELD_NAMES

    derived = {"id", "commitment", "declaration", "as_of", "reviewed"}
    left_to_the_schema = {"conflict", "dates_note", "epigraphs", "note", "organizers", "of", "why", "not_found", "rebuilt", "url"}
    assert {name for name in FIELD_NAMES if not re.search(rf"\b{name}\b", GUIDE)} - derived - left_to_the_schema == set()
