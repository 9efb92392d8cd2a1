"""Sealing a text: what changed is shown word by word, and the file keeps every byte but those of the seal."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

import curate
from models.loading import load
from tests.samples.registers import TODAY, folder
from tests.samples.repositories import Repository

FILE = "declarations/2023.yaml"


@pytest.fixture(autouse=True)
def _a_fixed_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(curate, "today", lambda: TODAY)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")


def seal(records: Path, *words: str) -> int:
    return curate.main(["--records", str(records), "seal", *words])


def test_a_sealed_text_needs_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = folder(tmp_path)
    before = (root / FILE).read_bytes()
    assert seal(root, "2023", "--yes", "--by", "x") == 0
    assert "there is nothing to do" in capsys.readouterr().out
    assert (root / FILE).read_bytes() == before


def test_what_changed_since_the_last_seal_is_shown_against_git_word_by_word(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    here = Repository(tmp_path)
    here.land()
    here.edit(FILE, "We welcome the offices that cities", "We do not welcome the offices that cities\u2019")
    here.land()  # a version that is not as sealed: what is shown is against the one before
    assert seal(here.records, "2023", "--by", "A reader") == 1
    printed = capsys.readouterr()
    assert "sealed on 2026-11-21 by curation" in printed.out
    assert "We{+ do not+} welcome the offices that cities{+\u2019+} have opened." in printed.out
    assert "U+2019" in printed.out
    assert "nothing was written" in printed.err


def test_without_git_it_says_so_and_shows_which_paragraph_changed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = folder(tmp_path)
    text = (root / FILE).read_text(encoding="utf-8")
    (root / FILE).write_text(text.replace("We welcome the", "We do not welcome the"), encoding="utf-8")
    assert seal(root, "2023", "--yes") == 2
    printed = capsys.readouterr()
    assert "git cannot tell the history" in printed.out
    assert "p1, changed; it says now: We do not welcome" in printed.out
    assert "--by NAME" in printed.err
    assert seal(root, "2023", "--yes", "--by", "A reader") == 0
    assert load(root, TODAY).problems == ()


@pytest.mark.parametrize("break_", ["\n", "\r\n"])
@pytest.mark.parametrize("behind", ["", "\n# a remark at the end\n"])
def test_only_the_lines_of_the_seal_are_changed(tmp_path: Path, break_: str, behind: str) -> None:
    root = folder(tmp_path)
    path = root / FILE
    text = ("\ufeff# a remark\n" + path.read_text(encoding="utf-8").replace("We welcome", "We  do welcome") + behind).replace("\n", break_)
    path.write_bytes(text.encode())
    for by in ("A reader", "광주: #1", "another"):
        assert seal(root, "2023", "--yes", "--by", by) == 0
        after = path.read_bytes().decode()
        outside = [re.split(r"sealed:[^\n]*\n(?: [^\n]*\n)*", each.replace("\r\n", "\n")) for each in (text, after)]
        assert outside[0] == outside[1]
        assert ("\r\n" in after) == (break_ == "\r\n")
        assert not re.search("(?<!\r)\n", after) or break_ == "\n"
        assert load(root, TODAY).problems == ()
        text = after.replace("do welcome", "do  very much welcome", 1)
        path.write_bytes(text.encode())


@pytest.mark.parametrize(("answer", "result"), [("y", 0), ("n", 1), ("", 1)])
def test_at_a_terminal_it_asks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answer: str, result: int) -> None:
    root = folder(tmp_path)
    path = root / FILE
    path.write_text(path.read_text(encoding="utf-8").replace("We welcome", "We do welcome"), encoding="utf-8")
    before = path.read_bytes()
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("builtins.input", lambda question: answer)
    assert seal(root, "2023", "--by", "A reader") == result
    assert (path.read_bytes() == before) == bool(result)


def test_a_file_that_changes_while_somebody_reads_is_not_overwritten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    root = folder(tmp_path)
    path = root / FILE
    path.write_text(path.read_text(encoding="utf-8").replace("We welcome", "We do welcome"), encoding="utf-8")

    def asked(question: str) -> str:
        path.write_bytes(path.read_bytes() + b"# meanwhile\n")
        return "y"

    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("builtins.input", asked)
    assert seal(root, "2023", "--by", "A reader") == 1
    assert "changed while you read" in capsys.readouterr().err
    assert path.read_bytes().endswith(b"# meanwhile\n")


def test_what_is_no_text_that_can_be_sealed_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = folder(tmp_path, {"declarations/2025.yaml": "forum: [\n"})
    for year, why in (("2019", "there is no declaration"), ("../x", "there is no declaration"), ("2025", "has to be mended first")):
        assert seal(root, year, "--yes", "--by", "x") == 1
        assert why in capsys.readouterr().err
