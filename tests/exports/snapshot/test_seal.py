"""The seal: a change anywhere is seen, and where, as far as that can be said; what is no snapshot is no altered one either."""

from __future__ import annotations

import hashlib
import json

import pytest

from exports.snapshot import seal
from exports.snapshot.seal import Altered, NotASnapshot, Snapshot, opened
from tests.exports.snapshot.reading import made
from tests.samples.registers import TODAY, commitment, declaration, provision, register

RAW = made(register(declaration("2023", 1, provision("p1", commitment("a")))), TODAY, ["en", "ko"])


def altered(raw: bytes) -> Altered:
    found = opened(raw)
    assert isinstance(found, Altered)
    return found


def test_a_snapshot_says_its_day_and_languages_and_has_its_data() -> None:
    found = opened(RAW)
    assert isinstance(found, Snapshot)
    assert (found.as_of, found.languages) == (TODAY, ("en", "ko"))
    assert found.data["provisions"][0]["id"] == "2023-p1"


def test_the_seal_can_be_checked_with_two_common_tools() -> None:
    """`head -n -1 FILE | sha256sum`, as the file itself says."""
    *lines, last, _ = RAW.split(b"\n")
    assert hashlib.sha256(b"\n".join([*lines, b""])).hexdigest().encode() in last


@pytest.mark.parametrize(
    ("old", "new", "part"),
    [
        (b'id="data">\n{', b'id="data">\n{ ', "data"),
        (b"id='ko-2023-p1'", b"id='ko-2023-p2'", "ko/declarations/2023"),
        (b"default-src &#39;none&#39;", b"default-src https:", "head"),
        (b"<main>", b"<main hidden>", "bar"),
        (b"<!-- part: en/pledges -->", b"<!-- part: en/other -->", "en/pledges"),
        (b"<!DOCTYPE html>\n", b"<!DOCTYPE html>\n<p>before all</p>\n", "start"),
    ],
)
def test_the_part_that_was_altered_is_named(old: bytes, new: bytes, part: str) -> None:
    assert old in RAW
    where = altered(RAW.replace(old, new, 1)).where
    assert where == ((part,) if part != "en/pledges" else ("en/pledges", "en/other"))


@pytest.mark.parametrize("raw", [RAW[:-1], RAW + b"\n", RAW + b"<p>more</p>\n", RAW[: len(RAW) // 2], RAW.replace(b"\n", b"\r\n")[1:]])
def test_a_file_that_is_cut_or_longer_is_not_whole(raw: bytes) -> None:
    try:
        assert isinstance(opened(raw), Altered)
    except NotASnapshot:
        assert b"\r\n" in raw


def test_where_it_was_altered_cannot_be_said_without_the_list_of_its_parts() -> None:
    begin = RAW.index(b'id="snapshot">')
    assert altered(RAW[:begin] + RAW[begin:].replace(b'"parts"', b'"pieces"', 1)).where == ()


def test_a_file_sealed_anew_is_whole_and_is_told_by_its_data() -> None:
    """Whoever changes it can seal it: only the records can tell (tests/curating/test_snapshots.py)."""
    body = RAW.rpartition(b'<p id="seal">')[0].replace(b'"force": "undertakes"', b'"force": "asks"')
    found = opened(body + seal._last(hashlib.sha256(body).hexdigest()))
    assert isinstance(found, Snapshot)
    assert found.data["commitments"][0]["force"] == "asks"


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"\x00" * 1000,
        b"<!DOCTYPE html>\n<html></html>\n",
        json.dumps({"snapshot": 1}).encode(),
        b"<!DOCTYPE html>\n" + seal._last(hashlib.sha256(b"<!DOCTYPE html>\n").hexdigest()),
    ],
)
def test_anything_else_is_no_snapshot(raw: bytes) -> None:
    with pytest.raises(NotASnapshot):
        opened(raw)


@pytest.mark.parametrize("facts", [{"as_of": "yesterday", "languages": ["en"]}, {"as_of": "2026-01-01", "languages": ["xx"]}, {}])
def test_a_sealed_file_of_another_make_is_no_snapshot(facts: dict[str, object]) -> None:
    with pytest.raises(NotASnapshot):
        opened(seal.sealed([("data", seal.embedded(b'{"meta": {}}\n'))], facts))


def test_data_nested_without_end_are_no_snapshot() -> None:
    deep = b"[" * 200_000 + b"\n"
    with pytest.raises(NotASnapshot):
        opened(seal.sealed([("data", seal.embedded(deep))], {"as_of": "2026-01-01", "languages": ["en"]}))
