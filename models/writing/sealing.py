"""Sealing an adopted text: what changed since it was last sealed, and the new seal put into its file and nothing else touched.

A seal says who compared the text with its source, to the letter, and on which day; the digests in it show every later change
(docs/decisions/0013-the-adopted-text-is-sealed.md). Sealing anew is a deliberate act, so it begins with what changed.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import difflib
import os
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from models.loading import shown_path
from models.reading.documents import parse
from models.reading.problems import Problem, UnreadableFile
from models.reading.shaping import Entry, fill_in_name, shape
from models.reading.signs import described
from models.reading.unsaid import in_words
from models.records.places import DECLARATION
from models.records.texts import Declaration, Seal
from models.writing.landed import NoHistory, git, texts
from models.writing.saving import as_yaml

AROUND = 12
"""So many words and spaces are shown on each side of a change."""


class NotSealed(Exception):
    """The text cannot be sealed as it is; the sentence says why and what to do."""


@dataclass(frozen=True)
class Text:
    """One declaration as its file has it now."""

    root: Path
    year: str
    raw: bytes
    declaration: Declaration

    @property
    def is_sealed(self) -> bool:
        """Whether it has a seal and is to the letter what was sealed."""
        return _is_sealed(self.declaration)


@dataclass(frozen=True)
class Changes:
    """What changed since the text was last sealed, in lines to be read, and what this was compared with."""

    against: str
    lines: tuple[str, ...]


def text(root: Path, year: str) -> Text:
    """The declaration of a year; raises `NotSealed` where there is none or where it does not even have its shape."""
    path = _path(root, year)
    if not re.fullmatch(DECLARATION, year, re.ASCII) or not path.is_file():
        raise NotSealed(f"there is no declaration “{year}” on record; give the year of one, as in 2024")
    try:
        raw = path.read_bytes()
        declaration = _typed(raw.decode("utf-8-sig"), year, shown_path(root, path))
    except OSError as error:
        raise NotSealed(f"{shown_path(root, path)} cannot be read ({error.strerror})") from None
    except UnicodeDecodeError:
        raise NotSealed(f"{shown_path(root, path)} is not UTF-8 text; run: python curate.py check") from None
    except UnreadableFile as error:
        raise NotSealed(f"something else is wrong in this file and has to be mended first: {error}") from None
    return Text(root, year, raw, declaration)


def changes(now: Text) -> Changes:
    """What is not as it was last sealed, word by word against the version in git that was; less where there is none."""
    try:
        found = _last_sealed(now)
    except NoHistory as error:
        found, why = None, str(error)
    else:
        why = "git holds no version of this file that was sealed and is whole"
    if found is not None:
        commit, before = found
        return Changes(
            f"the version of {commit[:12]}, sealed on {_seal(before).on} by {_seal(before).by}", tuple(_told(before, now.declaration))
        )
    return Changes(f"the digests alone, for {why}; the words as they were cannot be shown", tuple(_told_by_digests(now.declaration)))


def sealed(now: Text, by: str, on: dt.date) -> bytes:
    """The file with a new seal, every other byte as it was. Raises `NotSealed`."""
    by = by.strip()
    if not by or in_words(by) or not by.isprintable():
        raise NotSealed("a seal needs the name of whoever compared the text with its source, in one line; give it with --by")
    digests = now.declaration.digests
    seal = Seal(on=on, by=by, form="adopted-text-1", digest=digests.whole, parts=digests)
    head, before = (b"\xef\xbb\xbf", now.raw[3:].decode()) if now.raw.startswith(b"\xef\xbb\xbf") else (b"", now.raw.decode())
    break_ = "\r\n" if "\r\n" in before else "\n"
    after = _with_lines(before, [line + break_ for line in _lines(seal)], break_)
    shown = shown_path(now.root, _path(now.root, now.year))
    try:
        read = _typed(after, now.year, shown)
    except UnreadableFile:
        read = now.declaration
    if read != now.declaration.model_copy(update={"sealed": seal}):
        raise NotSealed(f"{shown} is written so that a seal cannot be put into it; remove what stands under “sealed:” and try again")
    return head + after.encode()


def write(now: Text, content: bytes) -> None:
    """Put the file there, whole or not at all; raises `NotSealed` where it was changed since it was read, or cannot be written."""
    path = Path(os.path.realpath(_path(now.root, now.year)))
    hidden = path.with_name(f".{path.name}.sealing")
    try:
        if path.read_bytes() != now.raw:
            raise NotSealed("the file was changed while you read; run the command again to see what it says now")
        with hidden.open("wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        shutil.copymode(path, hidden)
        hidden.replace(path)
    except OSError as error:
        with contextlib.suppress(OSError):
            hidden.unlink(missing_ok=True)
        raise NotSealed(f"the seal could not be written ({error.strerror}); nothing was changed") from None


def _path(root: Path, year: str) -> Path:
    return root / "declarations" / f"{year}.yaml"


def _seal(declaration: Declaration) -> Seal:
    assert declaration.sealed is not None
    return declaration.sealed


def _is_sealed(declaration: Declaration) -> bool:
    seal, digests = declaration.sealed, declaration.digests
    places = [provision.local for provision in declaration.provisions]
    whole = len(set(places)) == len(places) and seal is not None and seal.parts == digests and seal.digest == digests.whole
    return whole and seal is not None and list(seal.parts.provisions) == places


def _typed(words: str, year: str, shown: str) -> Declaration:
    """The declaration in the text of a file; raises `UnreadableFile` for anything that does not fit."""
    entry = Entry("declarations", parse(words.removeprefix("\ufeff"), shown))
    problems = [problem for _, problem in entry.document.unsaid]
    fill_in_name(entry, id=year)
    shape(entry)
    if problems or entry.problems:
        raise UnreadableFile([*problems, *entry.problems])
    declaration: Declaration = entry.record
    places = [provision.local for provision in declaration.provisions]
    for place in places:
        if places.count(place) > 1:
            words = f"{place} is there twice; give each paragraph its own id"
            raise UnreadableFile([Problem(shown, 0, 0, "duplicate-id", words)])
    return declaration


def _last_sealed(now: Text) -> tuple[str, Declaration] | None:
    """The newest version in git that is to the letter what its own seal says, and its commit."""
    top = Path(git(now.root, "rev-parse", "--show-toplevel").strip())
    path = _path(now.root, now.year).resolve().relative_to(top.resolve()).as_posix()
    for commit in git(top, "log", "--format=%H", "--diff-filter=AM", "--", path).split():
        (words,) = texts(top, [(commit, path)])
        try:
            declaration = _typed(words, now.year, path)
        except UnreadableFile:
            continue  # a version that broke the rules of its day, or was made before there were seals
        if _is_sealed(declaration):
            return commit, declaration
    return None


def _adopted(declaration: Declaration) -> dict[str, str]:
    """All that a seal covers, each part under the name by which it is shown."""
    parts = {"title": declaration.title[declaration.language], "adopted": declaration.adopted.isoformat(), "language": declaration.language}
    parts |= {f"epigraph {number}": words for number, words in enumerate(declaration.epigraphs, start=1)}
    parts |= {f"heading {number}, before {each.before}": each.text for number, each in enumerate(declaration.headings, start=1)}
    for number, note in enumerate(declaration.footnotes, start=1):
        parts[f"footnote {number}"] = f"[{note.mark}] at {note.at} after “{note.after}”: {note.text or 'no text'}"
    return parts | {provision.local: provision.text for provision in declaration.provisions}


def _told(before: Declaration, now: Declaration) -> Iterator[str]:
    old, new = _adopted(before), _adopted(now)
    for name in dict.fromkeys([*old, *new]):
        if old.get(name) == new.get(name):
            continue
        yield f"{name}{'' if name in old else ', added'}{'' if name in new else ', gone'}:"
        yield f"    {_differences(old.get(name, ''), new.get(name, ''))}"
    places = [[name for name in parts if name in old and name in new] for parts in (old, new)]
    if places[0] != places[1]:
        yield f"order: {', '.join(places[1])}"


def _differences(before: str, now: str) -> str:
    """The later words with [-what went-] and {+what came+}, and the names of signs that are easily taken for others."""
    old, new = (re.findall(r"\s+|\w+|[^\w\s]", words) for words in (before, now))
    told: list[str] = []
    odd: list[str] = []
    for kind, i, j, k, m in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        gone, came = "".join(old[i:j]), "".join(new[k:m])
        if kind == "equal":
            first, last = i == 0, j == len(old)
            same = old[i:j]
            if len(same) > 2 * AROUND:
                same = [*([] if first else same[:AROUND]), " … ", *([] if last else same[-AROUND:])]
            told.extend(same)
            continue
        told.append((f"[-{gone}-]" if gone else "") + (f"{{+{came}+}}" if came else ""))
        odd.extend(described(sign) for sign in dict.fromkeys(gone + came) if not sign.isascii() and (sign in gone) != (sign in came))
    signs = f"   {'; '.join(dict.fromkeys(odd))}" if odd else ""
    return " ".join("".join(told).split("\n")) + signs


def _told_by_digests(now: Declaration) -> Iterator[str]:
    """The parts that are not as the seal says, as they stand now."""
    if now.sealed is None:
        yield f"It was never sealed: all of it, {len(now.provisions)} paragraphs, is sealed as it stands."
        return
    parts, digests = now.sealed.parts, now.digests
    if parts.opening != digests.opening:
        yield "title, day, language or epigraphs were changed"
    for name, before, after in (("headings", parts.headings, digests.headings), ("footnotes", parts.footnotes, digests.footnotes)):
        if before != after:
            yield f"{name} were changed"
    for provision in now.provisions:
        if provision.local not in parts.provisions:
            yield f"{provision.local}, added: {provision.text}"
        elif parts.provisions[provision.local] != provision.digest:
            yield f"{provision.local}, changed; it says now: {provision.text}"
    gone = [id_ for id_ in parts.provisions if id_ not in digests.provisions]
    if gone:
        yield f"gone: {', '.join(gone)}"
    if not gone and set(parts.provisions) == set(digests.provisions) and list(parts.provisions) != list(digests.provisions):
        yield "the paragraphs stand in another order"
    if parts == digests and parts.whole != now.sealed.digest:
        yield "the text is as it was; a digest in the seal itself was changed"


def _lines(seal: Seal) -> Iterator[str]:
    """The seal as it stands in a file."""
    yield "sealed:"
    yield f"  on: {seal.on.isoformat()}"
    yield from (f"  {line}" for line in as_yaml({"by": seal.by}).splitlines())
    yield f"  form: {seal.form}"
    yield f"  digest: {seal.digest}"
    yield "  parts:"
    yield f"    opening: {seal.parts.opening}"
    for name, digests in (("headings", seal.parts.headings), ("footnotes", seal.parts.footnotes)):
        if digests:
            yield f"    {name}:"
            yield from (f"      - {each}" for each in digests)
    yield "    provisions:"
    yield from (f"      {id_}: {each}" for id_, each in seal.parts.provisions.items())


def _with_lines(words: str, lines: list[str], break_: str) -> str:
    """The text with these lines for those of its seal, or behind all others where it has none."""
    old = re.split(r"(?<=\n)", words)
    start = next((index for index, line in enumerate(old) if re.match(r"sealed\s*:", line)), None)
    if start is None:
        return words + ("" if not words or words.endswith("\n") else break_) + "".join(lines)
    end = start + 1
    while end < len(old) and old[end].startswith(" ") and old[end].strip():
        end += 1
    return "".join([*old[:start], *lines, *old[end:]])
