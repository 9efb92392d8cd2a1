"""Files to take along are handed out by every replica, for some minutes, few and small."""

from __future__ import annotations

import pytest

from models.keeping import files as keeping
from models.keeping.files import File, files
from models.keeping.store import Unkept


def kept(*ids: str) -> list[bool]:
    return [files().find(id_) is not None for id_ in ids]


def test_a_file_comes_back_as_it_was_kept(kept_in: str) -> None:
    body = bytes(range(256)) * 1000
    files().keep("brief-1.pdf", "application/pdf", "브리핑 “1”.pdf", body)
    assert files().find("brief-1.pdf") == File("application/pdf", "브리핑 “1”.pdf", body)
    files().keep("brief-1.pdf", "text/csv", "other.csv", b"")
    assert files().find("brief-1.pdf") == File("text/csv", "other.csv", b"")
    assert files().find("nothing") is None


@pytest.mark.parametrize("bad", ["", "../x", "a b", "x" * 101])
def test_an_id_that_is_none_is_refused(kept_in: str, bad: str) -> None:
    with pytest.raises(ValueError, match="no id"):
        files().keep(bad, "text/csv", "x.csv", b"")


def test_the_oldest_goes_first_where_there_are_too_many_or_they_are_too_large(kept_in: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeping, "MOST", 3)
    for name in "abcd":
        files().keep(name, "text/csv", "x.csv", b"12345678")
    assert kept(*"abcd") == [False, True, True, True]
    monkeypatch.setattr(keeping, "MOST_BYTES", 20)
    files().keep("e", "text/csv", "x.csv", b"1234567890")
    assert kept(*"bcde") == [False, False, True, True]
    files().keep("f", "text/csv", "x.csv", b"12345678901234567890")
    assert kept(*"def") == [False, False, True]


def test_a_file_that_is_too_large_is_refused_and_the_others_stay(kept_in: str, monkeypatch: pytest.MonkeyPatch) -> None:
    files().keep("a", "text/csv", "x.csv", b"1")
    monkeypatch.setattr(keeping, "MOST_OF_ONE", 10)
    with pytest.raises(Unkept) as told:
        files().keep("b", "text/csv", "x.csv", b"12345678901")
    assert told.value.why == "large"
    assert kept("a", "b") == [True, False]


def test_a_file_is_gone_after_its_time(kept_in: str, monkeypatch: pytest.MonkeyPatch) -> None:
    files().keep("a", "text/csv", "x.csv", b"1")
    monkeypatch.setattr(keeping, "AGE", -1)
    assert kept("a") == [False]
    files().keep("b", "text/csv", "x.csv", b"1")
    monkeypatch.setattr(keeping, "AGE", 100)
    assert kept("a", "b") == [False, False], "what is too old is let go of"


def test_the_limits_are_those_that_were_promised() -> None:
    assert (keeping.MOST, keeping.MOST_BYTES, keeping.MOST_OF_ONE, keeping.AGE) == (200, 64 << 20, 20 << 20, 900)
