"""Whether what has landed still says what it said: records of judgement are never rewritten, only followed (codebook, 4).

A note, a source, a review or a second judgement is compared with the first version of it that landed: a branch may mend what
it brings until it is merged. Those from before the rule are compared with what they said on the day it began. Korean wording
may be corrected where the English stays, for the meaning is then still held to; such files are named, so that somebody reads them.
"""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from models.loading import printable
from models.reading.documents import parse
from models.reading.problems import Problem, UnreadableFile

SINCE = "2026-11-28T00:00:00+00:00"
"""The day from which on nothing is rewritten."""
KEPT = {"notes": "note", "evidence": "source", "reviews": "review", "judgements/second": "second judgement"}
"""The folders whose records are never rewritten, and what one of them is called."""

Place = tuple[str, str]
"""A record by its folder and its name there: a note by its path without the ending, a source by its id, a review or a second
judgement by its file and what it is about, for a file may be added to."""


@dataclass(frozen=True)
class History:
    """What was found: breaches of the rule, and the files in which Korean wording was corrected since they landed."""

    records: int
    whole: bool = True
    """Whether all of the history was there to compare with; a shallow clone holds only its end."""
    problems: tuple[Problem, ...] = ()
    korean: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Version:
    path: str
    data: Any


class NoHistory(Exception):
    """The history of the records is not there, so nothing can be said; the sentence says why and what to do."""


def compare(root: Path) -> History:
    """The records in `root` as they are against what they were when they landed.

    Raises `NoHistory` where git is missing or `root` is in no repository.
    """
    if not root.is_dir():
        raise NoHistory(f"there is no folder of records at “{printable(root.name)}”")
    top = Path(git(root, "rev-parse", "--show-toplevel").strip())
    whole = git(root, "rev-parse", "--is-shallow-repository").strip() != "true"
    below = root.resolve().relative_to(top.resolve()).as_posix()
    landed = dict(_landed(top, below))
    present, unread = dict[Place, _Version](), dict[str, Problem]()
    for path in _files(root):
        try:
            present |= dict(_records(path, (root / path).read_text(encoding="utf-8-sig")))
        except (OSError, UnicodeDecodeError, UnreadableFile):
            words = "this file cannot be read, so it cannot be compared with what it said when it landed; run: python curate.py check"
            unread[path] = Problem(printable(f"{root.name}/{path}"), 0, 0, "unreadable", words)
    problems, korean = list(unread.values()), set()
    for place, before in landed.items():
        word, name = KEPT[place[0]], printable(place[1])
        shown = printable(f"{root.name}/{before.path}")
        now = present.get(place)
        if now is None and before.path in unread:
            continue
        if now is None:
            words = f"the {word} {name} has landed and is gone; restore it from git, and say in a new record what is wrong with it"
            problems.append(Problem(shown, 0, 0, "removed", words))
            continue
        changed = list(_differences(before.data, now.data))
        wrong = [at for at in changed if not _is_korean_only(at, before.data)]
        if wrong:
            fields = ", ".join(dict.fromkeys(str(at[0]) if at else "all of it" for at in wrong))
            words = (
                f"the {word} {name} has landed and says something else now ({fields}); restore it from git and write a new record instead"
            )
            problems.append(Problem(f"{root.name}/{now.path}", 0, 0, "rewritten", words))
        elif changed:
            korean.add(f"{root.name}/{now.path}")
    return History(len(landed), whole, tuple(sorted(problems)), tuple(sorted(korean)))


def _landed(top: Path, below: str) -> Iterator[tuple[Place, _Version]]:
    """The first version of every record that git holds since the rule began, and of those before it the last."""
    folders = [f"{below}/{folder}" for folder in KEPT]
    base = git(top, "rev-list", "-1", f"--before={SINCE}", "HEAD").strip()
    wanted: list[tuple[str, str]] = []
    if base:
        wanted += [(base, path) for path in git(top, "ls-tree", "-r", "-z", "--name-only", base, "--", *folders).split("\0") if path]
    log = git(
        top, "log", "--reverse", "--first-parent", "-m", "--no-renames", "--diff-filter=AM", "--name-only", "-z",
        "--format=%x01%H", f"{base}..HEAD" if base else "HEAD", "--", *folders,
    )  # fmt: skip
    for entry in log.split("\x01")[1:]:
        commit, *paths = (part.strip("\n") for part in entry.split("\0"))
        wanted += [(commit, path) for path in paths if path]
    wanted = [(commit, path) for commit, path in wanted if path.endswith(".yaml") and "\n" not in path]
    seen: set[Place] = set()
    for (_, path), text in zip(wanted, texts(top, wanted), strict=True):
        try:
            versions = list(_records(path.removeprefix(f"{below}/"), text))
        except UnreadableFile:
            continue  # a version that nobody could read said nothing; `check` refused it then
        for place, version in versions:
            if place not in seen:
                seen.add(place)
                yield place, version


def texts(top: Path, wanted: list[tuple[str, str]]) -> Iterator[str]:
    """The text of each file at its commit, read by one process."""
    asked = "".join(f"{commit}:{path}\n" for commit, path in wanted).encode("utf-8", "surrogateescape")
    raw = subprocess.run(["git", "cat-file", "--batch"], cwd=top, input=asked, capture_output=True, check=True).stdout
    at = 0
    for _ in wanted:
        end = raw.index(b"\n", at)
        size = int(raw[at:end].rsplit(b" ", 1)[-1])
        yield raw[end + 1 : end + 1 + size].decode("utf-8", errors="replace")
        at = end + 1 + size + 1


def _files(root: Path) -> Iterator[str]:
    for folder in KEPT:
        yield from (path.relative_to(root).as_posix() for path in sorted((root / folder).rglob("*.yaml")) if path.is_file())


def _records(path: str, text: str) -> Iterator[tuple[Place, _Version]]:
    """The records of one file. Raises `UnreadableFile`."""
    folder = next(folder for folder in KEPT if path.startswith(f"{folder}/"))
    name, data = path.removeprefix(f"{folder}/").removesuffix(".yaml"), parse(text, path).data
    if folder == "notes":
        yield (folder, name), _Version(path, data)
    elif folder == "evidence":
        for source in _entries(data):
            yield (folder, str(source.get("id"))), _Version(path, source)
    else:
        entries = "sources" if folder == "reviews" else "judgements"
        around = {field: value for field, value in data.items() if field != entries} if isinstance(data, dict) else {}
        for each in _entries(data.get(entries)) if isinstance(data, dict) else ():
            about = "/".join(str(each[field]) for field in ("source", "commitment", "actor") if field in each)
            yield (folder, f"{name}/{about}"), _Version(path, {**around, **each})


def _entries(data: Any) -> list[dict[str, Any]]:
    return [each for each in data if isinstance(each, dict)] if isinstance(data, list) else []


def _differences(before: Any, now: Any, at: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """The places at which two versions of a record differ."""
    if isinstance(before, dict) and isinstance(now, dict):
        for name in dict.fromkeys([*before, *now]):
            if name not in before or name not in now:
                yield (*at, name)
            else:
                yield from _differences(before[name], now[name], (*at, name))
    elif isinstance(before, list) and isinstance(now, list) and len(before) == len(now):
        for index, (one, other) in enumerate(zip(before, now, strict=True)):
            yield from _differences(one, other, (*at, index))
    elif before != now:
        yield at


def _is_korean_only(at: tuple[str | int, ...], before: Any) -> bool:
    """Whether a difference lies in Korean wording beside English, or supplies a translation that was owned up to as missing."""
    around = before
    for step in at[:-1]:
        around = around[step]
    if at and at[-1] == "ko" and isinstance(around, dict) and "en" in around:
        return True
    lacking = around.get("missing_translation") if isinstance(around, dict) else None
    return lacking is not None and at[-1] in (lacking, "missing_translation")


def git(where: Path, *words: str) -> str:
    """What git answers there. Raises `NoHistory`."""
    try:
        done = subprocess.run(["git", *words], cwd=where, capture_output=True, check=True)
    except FileNotFoundError:
        raise NoHistory("git is not installed, so nothing can be said of what was changed") from None
    except subprocess.CalledProcessError as error:
        said = error.stderr.decode("utf-8", errors="replace").strip().splitlines()
        raise NoHistory(f"git cannot tell the history of the records ({said[-1] if said else error.returncode})") from None
    return done.stdout.decode("utf-8", errors="surrogateescape")
