"""The shape of the project: who may import whom, what things are called, and that every sentence is said."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from models.labels import BadLabels, load_labels, placeholders

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = ("models", "charts", "exports", "widgets", "pages")
MODULES = sorted([*(path for folder in FOLDERS for path in (ROOT / folder).rglob("*.py")), ROOT / "dashboard.py", ROOT / "curate.py"])
MAY_IMPORT = {
    "models": {"models"},
    "charts": {"charts", "models"},
    "exports": {"exports", "models", "charts"},
    "widgets": {"widgets", "charts", "exports", "models"},
    "pages": {"widgets", "charts", "exports", "models"},
    "dashboard": {"widgets", "exports", "models"},
    "curate": {"exports", "models"},
}
PANDAS = ("models/register/frames/", "models/search", "charts/", "exports/")
KEY = re.compile(r"[a-z_]+\.[a-z0-9_-]+")


def home(path: Path) -> str:
    relative = path.relative_to(ROOT)
    return relative.parts[0] if len(relative.parts) > 1 else relative.stem


def imported(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
    return found


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_module_imports_only_what_its_place_allows(path: Path) -> None:
    names, place, shown = imported(path), home(path), path.relative_to(ROOT).as_posix()
    ours = {name.split(".")[0] for name in names} & {*FOLDERS, "dashboard", "curate"}
    assert ours <= MAY_IMPORT[place], f"{shown} imports {ours - MAY_IMPORT[place]}"
    outside = {name.split(".")[0] for name in names}
    if place not in ("dashboard", "widgets", "pages"):
        assert "streamlit" not in outside, shown
    if not shown.startswith(PANDAS):
        assert "pandas" not in outside, shown
    if shown not in ("models/reading/documents.py", "models/writing/saving.py"):
        assert "yaml" not in outside, shown


def test_exports_draw_nothing_and_charts_export_nothing() -> None:
    for path in (ROOT / "charts").rglob("*.py"):
        assert not any(name.startswith("exports") for name in imported(path)), path


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_module_can_be_read_in_one_sitting_and_says_what_it_is_for(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 420
    assert ast.get_docstring(ast.parse(text)), f"{path} has no docstring"
    assert path.stem not in {"utils", "util", "helpers", "helper", "common", "core", "manager", "misc"}


def test_every_label_is_complete_in_both_languages() -> None:
    labels = load_labels()
    assert len(labels) > 100
    for key, words in labels.items():
        bare = re.sub(r"{\w+}", "", words.ko)
        assert re.search(r"[가-힣]", bare) or not re.search(r"[A-Za-z]{4}", bare), f"{key} has no Korean"
        assert key.endswith("_one") or placeholders(words.en) == placeholders(words.ko), key


def test_incomplete_labels_are_refused_with_their_place(tmp_path: Path) -> None:
    (tmp_path / "page.yaml").write_text("one: {en: One}\ntwo: {en: 'Two {n}', ko: '둘 {m}'}\n", encoding="utf-8")
    with pytest.raises(BadLabels) as caught:
        load_labels(tmp_path)
    assert "page.one needs exactly en and ko" in str(caught.value)
    assert "page.two has other placeholders" in str(caught.value)


def keys_in_code() -> tuple[set[str], list[str]]:
    """Literal keys, and the fixed beginnings of keys that end in a value."""
    literal, families = set(), []
    stems = {path.stem for path in (ROOT / "labels").glob("*.yaml")}
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if (
                isinstance(node, ast.Constant)
                and isinstance(node.value, str)
                and KEY.fullmatch(node.value)
                and node.value.split(".")[0] in stems
            ):
                if (path.parent / node.value).exists() or (ROOT / "pages" / node.value).exists():
                    continue  # the name of a file, not a label
                literal.add(node.value)
            if isinstance(node, ast.JoinedStr) and isinstance(node.values[0], ast.Constant):
                start = str(node.values[0].value)
                if "." in start and start.split(".")[0] in stems:
                    families.append(start)
    return literal, families


def test_every_label_that_is_said_exists_and_every_label_is_said() -> None:
    labels, (literal, families) = load_labels(), keys_in_code()
    known = set(labels)
    plural = {re.sub(r"_(one|other)$", "", key) for key in known if key.endswith(("_one", "_other"))}
    assert not {key for key in literal if key not in known | plural and not any(each.startswith(key) for each in known)}
    unsaid = {
        key
        for key in known
        if key not in literal
        and re.sub(r"_(one|other)$", "", key) not in literal
        and not any(key.startswith(family) for family in families)
    }
    assert not unsaid, sorted(unsaid)


def test_what_is_counted_has_words_for_one_and_for_many() -> None:
    known = set(load_labels())
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "count" and node.args:
                key = node.args[0]
                if isinstance(key, ast.Constant) and isinstance(key.value, str) and KEY.fullmatch(key.value):
                    assert {f"{key.value}_one", f"{key.value}_other"} <= known, f"{path.name}: {key.value}"
