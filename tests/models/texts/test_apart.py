"""A file is read in a process of its own: whatever happens in there, there is a reading or a sentence, and nobody else is harmed."""

from __future__ import annotations

import logging
import resource
import socket
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from models.labels import load_labels
from models.texts import apart
from models.texts.files.refusing import Refused
from models.texts.parts import Reading
from models.texts.source import Stretch
from tests.models.texts.files.test_archive import packed
from tests.samples import pdfs, reading_apart
from tests.samples.registers import ROOT

HERE = "tests.samples.reading_apart"


def hostile(what: str, name: str = "", seconds: float = 8.0) -> Refused:
    """Why a file that tries this is not read; the sentence can be said."""
    with pytest.raises(Refused) as caught:
        apart.read(what.encode(), name, work=f"{HERE}:hostile", seconds=seconds)
    assert load_labels()[caught.value.label].en.format(**caught.value.words)
    return caught.value


def unpacks_to(letters: int) -> bytes:
    """A PDF whose only page is so long a stream of blanks."""
    return pdfs.of_pages([b" " * letters])


@pytest.mark.parametrize(
    ("data", "reasons"),
    [
        (packed({"word/document.xml": bytes(50_000_000)}), {"bomb"}),
        (b"\xff\xd8\xff\xe0" + bytes(500), {"picture"}),
        (b"words " * 4_000_000, {"large"}),
        (pdfs.of_pages([b"BT /F1 12 Tf 70 700 Td (Words) Tj ET"] * 2000), {"pages"}),
        (unpacks_to(300_000_000), {"broken", "wordless", "too_much_memory"}),
        (b"<!doctype html>" + b"<div>" * 90_000, {"nested"}),
    ],
    ids=["zip bomb", "picture", "large", "2,000 pages", "stream", "deep"],
)
def test_a_hostile_file_gets_a_sentence_in_two_seconds(data: bytes, reasons: set[str]) -> None:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    with pytest.raises(Refused) as caught:
        apart.read(data, "declaration.pdf", work=f"{HERE}:files")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert caught.value.reason in reasons
    assert after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime < 2


def test_a_reading_comes_back_as_it_was_made() -> None:
    data = "We promise.\n우리는 약속한다.\n".encode()
    given = [Stretch(12, 21)]
    read = apart.read(data, "draft.txt", given, given, work=f"{HERE}:lines")
    assert read == reading_apart.lines(data, "draft.txt", given, given)
    assert read.source.text == "We promise.\n우리는 약속한다."


def test_a_refusal_comes_back_with_its_words() -> None:
    refused = hostile("refuse")
    assert (refused.reason, refused.words) == ("pages", {"pages": "2,000", "limit": "300"})


def test_what_takes_too_long_is_ended() -> None:
    began = time.monotonic()
    assert hostile("sleep", seconds=1).words == {"limit": "1"}
    assert time.monotonic() - began < 20, "it would have slept for a minute"
    assert hostile("loop", seconds=1).reason == "too_long"


def test_what_eats_memory_is_ended_before_it_has_eaten_much() -> None:
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss  # of all that this process has started, a browser perhaps
    assert hostile("eat").reason == "too_much_memory"
    assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss < max(before + 1, 1_000_000)


def test_what_breaks_is_said_and_logged_without_a_word_of_the_file(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING):
        assert {hostile(what).reason for what in ("die", "err", "recurse")} == {"broken"}
    assert "ValueError in reading_apart.py" in caplog.text
    assert "the words of the file" not in caplog.text


def test_what_a_library_prints_is_no_answer() -> None:
    assert apart.read(b"print", "a", work=f"{HERE}:hostile").source.name == "a"


def test_it_opens_no_file_writes_none_starts_nothing_and_reaches_nobody(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("secret", encoding="utf-8")
    with socket.create_server(("127.0.0.1", 0)) as listening:
        assert hostile("connect", str(listening.getsockname()[1])).reason == "broken"
    for path in (tmp_path / "secret", ROOT / "commitments" / "forums.yaml", ROOT / "deploy" / "systemd" / "settings.example"):
        assert hostile("open", str(path)).reason == "broken"
    assert hostile("write", str(tmp_path / "made")).reason == "broken"
    assert hostile("start").reason == "broken"
    assert [path.name for path in tmp_path.iterdir()] == ["secret"]


def test_it_is_told_nothing_of_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REGISTER_SECRET", "secret")
    assert "REGISTER_SECRET" not in apart.read(b"environment", "", work=f"{HERE}:hostile").source.text


def test_many_who_come_at_once_are_served_one_after_the_other() -> None:
    def read(number: int) -> Reading:
        return apart.read(f"text {number}".encode(), "", work=f"{HERE}:lines")

    with ThreadPoolExecutor(6) as threads:
        assert [each.source.text for each in threads.map(read, range(6))] == [f"text {number}" for number in range(6)]


def test_whoever_waits_too_long_is_told_to_come_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "_PATIENCE", 0.1)
    with apart._turns, apart._turns:
        assert hostile("print").reason == "busy"
    assert apart.read(b"print", "a", work=f"{HERE}:hostile").source.name == "a"
