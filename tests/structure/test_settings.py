"""deploy/: the table of settings names every environment variable that the program reads, in both languages."""

from __future__ import annotations

import ast
import re

import pytest

from tests.samples.registers import ROOT
from tests.structure.code import MODULES, parsed

READ = {
    name
    for path in MODULES
    for node in ast.walk(parsed(path))
    if isinstance(node, ast.Constant) and isinstance(node.value, str)
    for name in re.findall(r"^REGISTER_[A-Z]+$", node.value)
}
"""The names that stand in the code as strings of their own."""


def table(page: str) -> list[str]:
    return re.findall(r"^\| `([A-Z_]+)` \|", (ROOT / "deploy" / page).read_text(encoding="utf-8"), re.MULTILINE)


@pytest.mark.parametrize("page", ["README.md", "README.ko.md"])
def test_every_setting_that_is_read_is_in_the_table_once(page: str) -> None:
    assert {"REGISTER_RECORDS", "REGISTER_CURATE"} <= READ
    named = table(page)
    assert READ - set(named) == set()
    assert len(named) == len(set(named))


def test_no_setting_is_in_the_table_that_nothing_reads() -> None:
    assert {name for name in table("README.md") if name.startswith("REGISTER_")} - READ == set()


def test_both_tables_name_the_same_settings_in_the_same_order() -> None:
    assert table("README.md") == table("README.ko.md")


def test_the_example_sets_nothing_that_is_not_in_the_table() -> None:
    example = (ROOT / "deploy" / "systemd" / "settings.example").read_text(encoding="utf-8")
    assert set(re.findall(r"^#?([A-Z_]+)=", example, re.MULTILINE)) <= set(table("README.md"))


def test_every_file_of_the_folder_is_named_in_its_guide() -> None:
    for page in ("README.md", "README.ko.md"):
        said = (ROOT / "deploy" / page).read_text(encoding="utf-8")
        for path in (ROOT / "deploy").rglob("*"):
            if path.is_file() and path.suffix != ".md":
                shown = path.relative_to(ROOT / "deploy").as_posix()
                assert shown in said or (path.suffix == ".timer" and shown.replace(".timer", ".service") in said), shown
