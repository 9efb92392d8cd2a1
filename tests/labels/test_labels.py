"""Every sentence that is said has a label in both languages, and every label is said."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from models.labels import BadLabels, load_labels, placeholders
from tests.samples.registers import ROOT
from tests.structure.code import MODULES

KEY = re.compile(r"[a-z_]+\.[a-z0-9_-]+")


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
