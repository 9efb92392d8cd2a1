"""A choice of slides as a file: what is saved is opened again, and a file that holds none says why."""

from __future__ import annotations

import datetime as dt

import pytest

from decks.sets import own
from decks.sets.own import Fault, Saved

CHOICES = [
    Saved(set="forum", lang="en"),
    Saved(
        set="own",
        slides=("forum/recurrence", "theme:poverty+theme:health/known", "quote:2024-c2a/words"),
        lang="ko",
        on=dt.date(2024, 10, 11),
        title="시의회 보고: “인권” & <b>",
    ),
]


@pytest.mark.parametrize("saved", CHOICES, ids=lambda saved: saved.set)
def test_what_is_saved_is_opened_again(saved: Saved) -> None:
    assert own.read(own.write(saved)) == saved
    assert own.write(saved) == own.write(saved)


@pytest.mark.parametrize(
    ("given", "fault"),
    [
        (b"", Fault.NOT_JSON),
        (b"%PDF-1.7", Fault.NOT_JSON),
        ("{“version”: 1}".encode("cp949", "replace"), Fault.NOT_JSON),
        (b"[" * 50_000, Fault.NOT_JSON),
        (b"{}", Fault.OTHER),
        (b'{"set": "forum", "slides": "all", "lang": "en"}', Fault.OTHER),
        (b'{"set": "forum", "lang": "en", "script": "<script>"}', Fault.OTHER),
        (b'{"version": 2, "set": "forum", "lang": "en"}', Fault.VERSION),
        (b" " * 100_001, Fault.TOO_BIG),
    ],
    ids=lambda value: value.decode("latin-1")[:30] if isinstance(value, bytes) else str(value),
)
def test_a_file_that_holds_no_slides_says_why(given: bytes, fault: Fault) -> None:
    assert own.read(given) is fault


def test_a_file_that_an_editor_of_windows_saved_is_opened() -> None:
    saved = Saved(set="forum", lang="ko")
    assert own.read(b"\xef\xbb\xbf" + own.write(saved)) == saved
