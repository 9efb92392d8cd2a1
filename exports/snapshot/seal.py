"""The seal of a snapshot: the digest of all of the file but its last line, which has the digest, and of each part by itself.

A seal is no signature. Whoever changes a file can seal it anew; what cannot be made is another file of the same seal, or a file of
other records that a check against the records finds to be theirs (docs/export.md).
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from models.labels import LANGUAGES

FORM: Final = 1
"""Raised when a snapshot is put together in a way that cannot be read as before."""
LARGEST: Final = 50 * 1024 * 1024
_PART: Final = re.compile(rb"(?m)^<!-- part: ([a-z0-9/-]+) -->\n")
_LAST: Final = re.compile(rb"<p id=\"seal\"><code>sha256:([0-9a-f]{64})</code></p></footer></body></html>\n")
_DATA: Final = re.compile(rb'<script type="application/json" id="data">\n(.*?)\n</script>\n', re.DOTALL)
_FACTS: Final = re.compile(rb'<script type="application/json" id="snapshot">\n(.*?)\n</script>\n', re.DOTALL)
_FIRST: Final = b"<!DOCTYPE html>\n"


class NotASnapshot(Exception):
    """That a file is nothing that was ever a snapshot of this register."""


@dataclass(frozen=True)
class Snapshot:
    """A snapshot that is whole, as it was opened."""

    as_of: dt.date
    languages: tuple[str, ...]
    data: dict[str, Any]
    raw: bytes
    seal: str
    program: str
    """The version of the program that made it, as it says itself."""


@dataclass(frozen=True)
class Altered:
    """A snapshot that is not what it was when it was sealed; `where` names the parts that differ, as far as that can be said."""

    where: tuple[str, ...]
    as_of: dt.date | None
    languages: tuple[str, ...]
    seal: str
    """The seal that the file had, as far as it can be read."""


def embedded(data: bytes) -> str:
    """JSON as it stands within a page: no sign in it can end the element or begin another one."""
    escaped = data.decode().rstrip("\n")
    for sign in "<>&\u2028\u2029":
        escaped = escaped.replace(sign, f"\\u{ord(sign):04x}")
    return f'<script type="application/json" id="data">\n{escaped}\n</script>\n'


def sealed(parts: Sequence[tuple[str, str]], facts: Mapping[str, object]) -> bytes:
    """A file made of its parts, each beginning on a line of its own; `facts` are what is said of it to programs."""
    pieces = [_FIRST]
    digests = {}
    for name, words in parts:
        piece = f"<!-- part: {name} -->\n{words.rstrip()}\n".encode()
        digests[name] = _digest(piece)
        pieces.append(piece)
    told = json.dumps({"snapshot": FORM, **facts, "parts": digests}, ensure_ascii=True, indent=1).replace("<", "\\u003c")
    pieces.append(f'<!-- part: seal -->\n<script type="application/json" id="snapshot">\n{told}\n</script>\n'.encode())
    body = b"".join(pieces)
    return body + _last(_digest(body))


def opened(raw: bytes) -> Snapshot | Altered:
    """A file as the snapshot that it is, or what is known of one that was altered; raises `NotASnapshot` for anything else."""
    if not (raw.startswith(_FIRST) and (_PART.search(raw) or _LAST.search(raw) or _FACTS.search(raw))):
        raise NotASnapshot
    body, _, last = raw.removesuffix(b"\n").rpartition(b"\n")
    body, last = body + b"\n", last + b"\n"
    found = _LAST.fullmatch(last) if raw.endswith(b"\n") else None
    seal = found[1].decode() if found else ""
    facts = _facts(body)
    if found is None or seal != _digest(body):
        return _altered(raw, facts, seal)
    data = _DATA.findall(body)
    if facts is None or len(data) != 1:
        raise NotASnapshot
    try:
        told = json.loads(data[0])
        as_of, langs = _day_and_languages(facts)
    except (ValueError, RecursionError, KeyError, TypeError) as error:
        raise NotASnapshot from error
    if not isinstance(told, dict) or not isinstance(told.get("meta"), dict):
        raise NotASnapshot
    return Snapshot(as_of, langs, told, raw, seal, str(facts.get("program", "")))


def first_difference(altered: bytes, sound: bytes) -> int:
    """The number of the first line in which a file differs from the one that it was."""
    lines, before = altered.split(b"\n"), sound.split(b"\n")
    same = (number for number, (one, other) in enumerate(zip(lines, before, strict=False), 1) if one != other)
    return next(same, min(len(lines), len(before)))


def _last(digest: str) -> bytes:
    return f'<p id="seal"><code>sha256:{digest}</code></p></footer></body></html>\n'.encode()


def _digest(raw: bytes) -> str:
    return hashlib.sha256(raw).hexdigest()


def _facts(body: bytes) -> dict[str, Any] | None:
    """What the file says of itself to programs; None where that cannot be read."""
    found = _FACTS.findall(body)
    try:
        told = json.loads(found[-1]) if found else None
    except (ValueError, RecursionError):
        return None
    return told if isinstance(told, dict) and told.get("snapshot") == FORM else None


def _day_and_languages(facts: dict[str, Any]) -> tuple[dt.date, tuple[str, ...]]:
    langs = tuple(facts["languages"])
    if not langs or not set(langs) <= set(LANGUAGES):
        raise ValueError("a language that the register does not have")
    return dt.date.fromisoformat(facts["as_of"]), langs


def _altered(raw: bytes, facts: dict[str, Any] | None, seal: str) -> Altered:
    """Which parts of an altered file are not what the list of digests in it says; where that list was altered too, that is all."""
    if facts is None or not isinstance(facts.get("parts"), dict):
        return Altered((), None, (), seal)
    cuts = [*_PART.finditer(raw)]
    ends = [*(each.start() for each in cuts[1:]), len(raw)]
    found: dict[str, list[str]] = {}
    for cut, end in zip(cuts, ends, strict=True):
        found.setdefault(cut[1].decode(), []).append(_digest(raw[cut.start() : end]))
    known = facts["parts"]
    where = [name for name, digest in known.items() if found.get(name) != [digest]]
    where += [name for name in found if name not in known and name != "seal"]
    where += [] if cuts and cuts[0].start() == len(_FIRST) else ["start"]
    try:
        as_of, langs = _day_and_languages(facts)
    except (ValueError, KeyError, TypeError):
        return Altered(tuple(where), None, (), seal)
    return Altered(tuple(where or ["seal"]), as_of, langs, seal)
