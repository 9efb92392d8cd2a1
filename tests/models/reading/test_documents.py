"""From YAML to plain data: text stays text, everything has a place, nothing hangs, ends the program or loses a word."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from models.reading.documents import MAX_BYTES, MAX_DEPTH, MAX_PROBLEMS, parse, read
from models.reading.problems import Problem, UnreadableFile
from tests.samples.registers import ROOT


def problems(text: str) -> list[Problem]:
    with pytest.raises(UnreadableFile) as refused:
        parse(text, "x.yaml")
    return refused.value.problems


def codes(text: str) -> list[str]:
    return [problem.code for problem in problems(text)]


@pytest.mark.parametrize(
    "word", ["no", "NO", "on", "yes", "true", "012", "12:30", "1.10", "2024-10-11", "1e3", ".inf", "0x1F", "5·18", "=", "<<"]
)
def test_scalars_stay_text(word: str) -> None:
    assert parse(f"a: {word}\nb: [{word}]\n", "x.yaml").data == {"a": word, "b": [word]}


def test_nothing_and_the_word_for_it() -> None:
    data = parse("a:\nb: ~\nc: null\nd: ''\ne: 'null'\nf: \"~\"\n", "x.yaml").data
    assert data == {"a": None, "b": None, "c": None, "d": "", "e": "null", "f": "~"}


def test_folded_text_is_one_line_and_a_mark_at_the_start_of_the_file_is_no_text(tmp_path: Path) -> None:
    (tmp_path / "x.yaml").write_bytes("\ufeffa: >-\r\n  one\r\n  two\r\n".encode())
    assert read(tmp_path / "x.yaml", "x.yaml").data == {"a": "one two"}


def test_every_value_and_every_name_has_its_place() -> None:
    document = parse("a: one\nlist:\n  - b: two\n    c:\n      d: three\n", "x.yaml")
    assert document.place(("a",)) == (1, 4)
    assert document.place(("list", 0, "b")) == (3, 8)
    assert document.place(("list", 0, "c")) == (5, 7)
    assert document.place(("list", 0, "c"), of_name=True) == (4, 5)
    assert document.place(("list", 0, "missing")) == (3, 5), "the deepest part that is there"
    assert document.place(("list", 7)) == (3, 3)
    assert document.place(()) == (1, 1)


@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        ("", "empty", 1, 1),
        ("# only a comment\n", "empty", 1, 1),
        ("a: 1\na: 2\n", "duplicate-key", 2, 1),
        ("a: {b: 1, b: 2}\n", "duplicate-key", 1, 11),
        ("a: &x 1\n", "decoration", 1, 4),
        ("a: !important\n", "decoration", 1, 4),
        ("a: !!python/object/apply:os.system [ls]\n", "decoration", 1, 4),
        ("b: *x\n", "alias", 1, 4),
        ("a:\n\tb: c\n", "tab", 2, 1),
        ("a: b: c\n", "yaml", 1, 5),
        ("a: [b\n", "yaml", 2, 1),
        ('a: "b\n', "yaml", 2, 1),
        ("a: @b\n", "yaml", 1, 4),
        ("a: b\n--- \nc: d\n", "yaml", 2, 1),
        ("[a]: b\n", "key", 1, 1),
        ("a: b\x07c\n", "character", 1, 5),
    ],
)
def test_what_is_refused_and_where(text: str, code: str, line: int, column: int) -> None:
    first = problems(text)[0]
    assert (first.code, first.line, first.column) == (code, line, column), str(first)


def test_all_problems_of_a_file_are_said_at_once() -> None:
    assert codes("a: 1\na: 2\nb: !x y\nc: *d\ne: [\n") == ["duplicate-key", "decoration", "alias", "yaml"]


def test_a_bomb_of_aliases_is_refused_at_once() -> None:
    lines = ["a0: &a0 [lol, lol]"] + [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 100)]
    started = time.perf_counter()
    found = problems("\n".join(lines))
    assert time.perf_counter() - started < 1
    assert {problem.code for problem in found} == {"alias", "decoration"}
    assert len(found) <= MAX_PROBLEMS


@pytest.mark.parametrize("piece", ["[", "{a: ", "- ", "? ", "[[", "{[a]: ["])
def test_deep_nesting_is_refused_and_does_not_end_the_program(piece: str) -> None:
    """Composed the usual way, this many brackets end Python itself; so the attempt is made in a program of its own."""
    program = f"from models.reading.documents import *\ntry:\n    parse({piece!r} * 300_000, 'x.yaml')\nexcept UnreadableFile as refused:\n    print(refused.problems[0].code)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60, cwd=ROOT, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() in ("too-deep", "key")


def test_nesting_as_deep_as_allowed_is_read() -> None:
    assert parse("[" * MAX_DEPTH + "]" * MAX_DEPTH, "x.yaml").data
    assert codes("[" * (MAX_DEPTH + 2) + "]" * (MAX_DEPTH + 2)) == ["too-deep"]


def test_a_file_of_ten_megabytes_is_refused_without_reading_it_all(tmp_path: Path) -> None:
    (tmp_path / "x.yaml").write_bytes(b"a: b\n" * 2_000_000)
    started = time.perf_counter()
    with pytest.raises(UnreadableFile, match="too-large") as refused:
        read(tmp_path / "x.yaml", "x.yaml")
    assert time.perf_counter() - started < 1
    assert f"{MAX_BYTES:,}" in refused.value.problems[0].sentence


def test_as_many_mistakes_as_fit_into_a_file_do_not_flood(tmp_path: Path) -> None:
    started = time.perf_counter()
    assert len(problems("a: b\n" * 300_000)) == MAX_PROBLEMS
    assert len(problems("\x01" * 1_000_000)) == MAX_PROBLEMS
    assert time.perf_counter() - started < 3


def test_bytes_that_are_no_text_are_placed(tmp_path: Path) -> None:
    (tmp_path / "x.yaml").write_bytes("a: 가나\nb: 다".encode() + b"\xff\xfe")
    with pytest.raises(UnreadableFile) as refused:
        read(tmp_path / "x.yaml", "x.yaml")
    assert [(problem.code, problem.line, problem.column) for problem in refused.value.problems] == [("encoding", 2, 5)]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32", "cp949"])
def test_other_encodings_are_refused(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "x.yaml").write_bytes("title: 인권도시\n".encode(encoding))
    with pytest.raises(UnreadableFile, match=r"encoding|character"):
        read(tmp_path / "x.yaml", "x.yaml")


def test_what_is_no_file_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    (tmp_path / "folder.yaml").mkdir()
    os.mkfifo(tmp_path / "pipe.yaml")
    (tmp_path / "gone.yaml").symlink_to(tmp_path / "nowhere")
    for name, code in (("folder", "not-a-file"), ("pipe", "not-a-file"), ("gone", "unreadable"), ("never", "unreadable")):
        with pytest.raises(UnreadableFile) as refused:
            read(tmp_path / f"{name}.yaml", f"{name}.yaml")
        assert [problem.code for problem in refused.value.problems] == [code]


PLAIN = st.recursive(
    st.none() | st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn", "Zl", "Zp"]), max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text("abcxyz", min_size=1, max_size=4), inner, max_size=3),
    max_leaves=12,
)


@given(PLAIN)
@settings(max_examples=100)
def test_what_is_written_is_read(data: object) -> None:
    assert parse(yaml.safe_dump(data, allow_unicode=True), "x.yaml").data == data


@given(st.text("ab:- \n[]{}&*!|>'\"#?,%@`\t~가\x00", max_size=60))
@settings(max_examples=300)
def test_whatever_is_written_is_read_or_refused_with_a_place(text: str) -> None:
    try:
        found = [parse(text, "x.yaml").problem((), "code", "sentence")]
    except UnreadableFile as refused:
        found = refused.problems
    assert found
    assert all("\n" not in str(problem) for problem in found)
