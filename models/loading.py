"""From the folder of records to the register: everything sound is kept, everything else is said.

A record that is wrong is withheld alone: a bad commitment leaves its declaration standing. What referred to a
withheld record is withheld with it, without a problem of its own, so that one mistake is reported once.
"""

from __future__ import annotations

import datetime as dt
import gc
import os
import re
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from models.assembling import assemble, with_texts_on_record
from models.reading.documents import MAX_PROBLEMS, read
from models.reading.problems import Problem, UnreadableFile
from models.reading.shaping import (
    KINDS,
    MAY_LACK,
    NAMED_BY_FILE,
    Entry,
    fill_in_name,
    in_file,
    index_places,
    lost_in,
    lost_with,
    refuse_many,
    shape,
)
from models.reading.signs import described
from models.records.places import COMMITMENT, DECLARATION
from models.register.register import Register
from models.rules import checking
from models.rules.dangling import without_dangling, without_unsure_sources
from models.rules.faults import Fault
from models.standing_in import with_stand_ins
from models.withholding import counts as withheld_counts
from models.withholding import notes as withheld_notes
from models.withholding import reviews as withheld_reviews

SLUG = r"[a-z0-9]+(-[a-z0-9]+)*"
NAMES = {
    "declarations": (DECLARATION, "a declaration is named by its year, as in 2024.yaml; a second one of that year is 2024b.yaml"),
    "codings": (DECLARATION, "a coding is named by the year of its declaration, as in 2024.yaml"),
    "pledges": (SLUG, "small letters, digits and single hyphens, as in human-rights-education.yaml"),
    "measures": (SLUG, "small letters, digits and single hyphens, as in campaign.yaml"),
    "evidence": (SLUG, "small letters, digits and single hyphens, as in campaign.yaml"),
    "judgements": (DECLARATION, "second judgements are named by the year of their declaration, as in 2024.yaml"),
    "reviews": (
        r"\d{4}-\d{2}-\d{2}(-[1-9]\d*)?",
        "a review is named by its day, as in 2026-11-28.yaml",
    ),
    "settlements": (DECLARATION, "what was settled is named by the year of its declaration, as in 2024.yaml"),
    "forums": (r"forums|[1-9]\d{0,2}", "a new edition is named by its number, as in 17.yaml"),
    "vocabulary": (SLUG, "small letters, digits and single hyphens, as in new-bodies.yaml"),
    "notes": (
        rf"{COMMITMENT}/\d{{4}}-\d{{2}}-\d{{2}}(-[1-9]\d*)?",
        "a note stands in the folder of its commitment and is named by the day it speaks of, as in 2024-c4a/2025-05-17.yaml",
    ),
}
"""How the files of a kind are named, as a pattern and as a sentence."""
FOLDERS = ("forums", "vocabulary", "declarations", "pledges", "evidence", "reviews", "measures")
"""The folders in which files of one kind lie; new editions and new words lie beside the lists that they add to."""
LEFT_ALONE = {"license", "license.txt", "thumbs.db", "desktop.ini"}
"""Files that are no records and that nobody takes for one; the last two are made by Windows."""


@dataclass(frozen=True)
class Loaded:
    """The sound part of the records and everything that is wrong with the rest."""

    register: Register
    problems: tuple[Problem, ...] = ()
    files: int = 0
    withheld: int = 0
    """How many records are not served because of the problems; a file that is withheld whole is one, for nobody can count what is in it."""

    @property
    def left_out(self) -> int:
        """How many records every file made of this lacks: at least one where anything is wrong, though nobody could count it."""
        return max(self.withheld, 1) if self.problems else 0


def record_files(root: Path) -> tuple[list[tuple[str, Path]], list[Problem]]:
    """Every file below `root` with its kind, in a fixed order, and the folders that are not read.

    A file at a wrong place or with a wrong name has the kind ''. Left alone are explanations (`*.md`), the schemas, and what
    the system hides.
    """
    found: list[tuple[str, Path]] = []
    closed: list[Problem] = []

    def refuse(error: OSError) -> None:
        where = os.path.relpath(os.fsdecode(error.filename or root), root)
        shown = printable(root.name) if where == "." else shown_path(root, root / where)
        closed.append(Problem(shown, 0, 0, "unreadable", f"this folder cannot be opened ({error.strerror}); check that it may be read"))

    for folder, subfolders, names in os.walk(root, onerror=refuse):
        here = Path(folder)
        links = {name for name in subfolders if not name.startswith(".") and os.path.islink(here / name)}
        for name in links:
            words = "this folder is a link to another place and is not read; put the files themselves here"
            closed.append(Problem(shown_path(root, here / name), 0, 0, "misplaced", words))
        candidates = [*names, *(name for name in subfolders if _like_yaml(name) and name not in links)]
        found.extend((_kind_of((here / name).relative_to(root)), here / name) for name in candidates if not _is_left_alone(name))
        subfolders[:] = sorted(
            name for name in subfolders if not (name.startswith(".") or _like_yaml(name) or (name == "schema" and here == root))
        )
    return sorted(found, key=lambda pair: str(pair[1])), closed


def shown_path(root: Path, path: Path) -> str:
    """A file as problems name it, from the folder of records on; a name that is no text, or not to be seen, as its bytes."""
    return printable(f"{root.name}/{path.relative_to(root).as_posix()}")


def printable(name: str) -> str:
    """A name in which every sign can be seen and printed: bytes that are no text as \\xb0, other signs as \\u200b."""

    def seen(character: str) -> str:
        if character.isprintable():
            return character
        code = ord(character)
        return f"\\x{code - 0xDC00:02x}" if _is_byte(character) else character.encode("unicode_escape").decode()

    return name if name.isprintable() else "".join(map(seen, name))


def _is_byte(character: str) -> bool:
    """Whether it stands for a byte of a file name that is not UTF-8."""
    return "\udc80" <= character <= "\udcff"


def _is_left_alone(name: str) -> bool:
    return name.startswith(".") or name.lower().endswith(".md") or name.lower() in LEFT_ALONE


def _like_yaml(name: str) -> bool:
    return name.lower().endswith((".yaml", ".yml")) and not name.startswith(".")


def _kind_of(path: Path) -> str:
    parts = path.parts
    if path.suffix != ".yaml":
        return ""
    if len(parts) == 1:
        return path.stem if path.stem in ("forums", "vocabulary") else ""
    if parts[0] == "codings":
        kinds = {"first": "codings", "second": "codings", "settlements": "settlements"}
        return kinds.get(parts[1], "") if len(parts) == 3 else ""
    if parts[0] == "judgements":
        if len(parts) == 2 and path.name == "rulings.yaml":
            return "rulings"
        return "judgements" if len(parts) == 3 and parts[1] == "second" else ""
    if parts[0] == "notes":
        return "notes" if len(parts) == 3 else ""
    return parts[0] if len(parts) == 2 and parts[0] in FOLDERS else ""


def load(root: Path, today: dt.date) -> Loaded:
    """Read, type and check all records below `root`.

    `today` is the day against which dates may not lie in the future. Never raises for what a record file holds.
    """
    with _uncollected():
        return _load(root, today)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Leaves Python's search for unused circles of objects for later: among a hundred thousand new values it finds none, and takes
    most of the time."""
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()


def _load(root: Path, today: dt.date) -> Loaded:
    if not os.path.isdir(root):
        words = f"there is no folder of records at “{printable(root.name)}”, or it cannot be entered; check its permissions, or restore it from git"
        return Loaded(Register(), (Problem(printable(root.name), 0, 0, "no-records", words),), withheld=1)
    files, closed = record_files(root)
    problems = list(closed)
    entries: list[Entry] = []
    lost: set[str] = {f"{kind}/*" for kind in KINDS} if closed else set()
    if not files and not closed:
        return Loaded(
            Register(),
            (Problem(printable(root.name), 0, 0, "no-records", "the folder of records is empty; restore the records from git"),),
            withheld=1,
        )
    meant = {_meant(path.relative_to(root)) for kind, path in files if not kind}
    lost |= {lost for kind, name in meant for lost in ({f"{kind}/*"} if not name else lost_with(kind, name))}
    for kind in ("forums", "vocabulary"):
        if root / f"{kind}.yaml" not in {path for _, path in files} and not closed and (kind, kind) not in meant:
            shown = f"{root.name}/{kind}.yaml"
            problems.append(
                Problem(shown, 0, 0, "missing-file", "this file is missing; all other records refer to it, so restore it from git")
            )
            lost |= lost_with(kind, kind)
    unread, unread_files = len(problems), list[str]()
    for kind, path in files:
        entry = _entry(kind, path, root, problems)
        if entry is None:
            unread += 1
            unread_files.append(path.relative_to(root).as_posix())
            lost |= {f"codings/{path.parent.name}/{path.stem}"} if kind == "codings" else set()
            if kind:
                lost |= lost_with(kind, path.stem) if _well_named(kind, path) else {f"{kind}/*"}
        else:
            entries.append(entry)
    lost = lost.union(*(lost_in(entry) for entry in entries))
    told = [problem.path for problem in closed]
    register = _with_what_is_withheld(replace(assemble(entries), lost=frozenset(lost)), entries, unread_files, told)
    faults = list(checking.check(register, today))
    if faults:
        _withhold(faults, entries, problems, root.name)
        lost = lost.union(*(lost_in(entry) for entry in entries))
        register = _with_what_is_withheld(replace(assemble(entries), lost=frozenset(lost)), entries, unread_files, told)
    problems.extend(problem for entry in entries for problem in entry.problems)
    register = with_texts_on_record(register)
    if problems:
        register = with_stand_ins(without_dangling(register, _corrected_by_what_is_withheld(entries)))
    withheld = unread + sum(len(entry.outermost) for entry in entries)
    return Loaded(register, tuple(sorted(set(problems))), len(files), withheld)


def _with_what_is_withheld(register: Register, entries: list[Entry], unread: list[str], closed: list[str]) -> Register:
    """The register with the judgements and counts that are missing from it for a mistake in their files, and with no doubtful source."""
    folders = [shown.partition("/")[2] for shown in closed]
    register = without_unsure_sources(register, withheld_reviews(entries, unread, folders))
    notes = withheld_notes(entries, unread, folders, register.body_by_id)
    return replace(register, withheld_notes=notes, withheld_counts=withheld_counts(entries, unread, folders))


def _corrected_by_what_is_withheld(entries: list[Entry]) -> list[str]:
    """The notes that a withheld note corrects, as far as it is withheld for something else than what it corrects."""
    found = []
    for entry in entries:
        data = entry.document.data
        if entry.kind == "notes" and entry.gone and isinstance(data, dict) and "corrects" not in {each.code for each in entry.problems}:
            found += [f"{data['commitment']}/{data['corrects']}"] if "corrects" in data else []
    return found


def _entry(kind: str, path: Path, root: Path, problems: list[Problem]) -> Entry | None:
    """One file read and typed, or None where it cannot be read at all."""
    inside = f"{root.name}/{path.relative_to(root).as_posix()}"
    shown = printable(inside)
    if shown != inside and any(map(_is_byte, inside)):
        words = f"this name is not UTF-8 text{_perhaps(path)}, as from a ZIP made on another system; rename it"
        problems.append(Problem(shown, 0, 0, "file-name", words))
        return None
    if not kind:
        problems.append(Problem(shown, 0, 0, *_misplaced(path)))
        return None
    name = _name(kind, path)
    if not _well_named(kind, path):
        odd = next((f" (it has {described(sign)} in it)" for sign in name if not sign.isascii()), "")
        problems.append(Problem(shown, 0, 0, "file-name", f"“{printable(name)}” is no name for a file here{odd}: {NAMES[kind][1]}"))
        return None
    try:
        entry = Entry(kind, read(path, shown))
    except UnreadableFile as error:
        problems.extend(error.problems)
        return None
    for location, problem in entry.document.unsaid:
        entry.problems.append(problem)
        entry.withhold(location)
    values = {"id": name, "declaration": name, "commitment": path.parent.name, "as_of": path.stem[:10], "reviewed": path.stem[:10]}
    fill_in_name(entry, **{field: values[field] for field in NAMED_BY_FILE.get(kind, ())})
    if (
        kind == "codings"
        and isinstance(entry.document.data, dict)
        and entry.document.data.get("coder", path.parent.name) != path.parent.name
    ):
        words = f"this file stands in the folder “{path.parent.name}”, so that is its coder"
        entry.problems.append(entry.document.problem(("coder",), "misplaced", words))
        entry.withhold(())
    if kind in MAY_LACK and path.parent != root:
        _beside_the_list(entry, name)
    shape(entry)
    return entry


def _beside_the_list(entry: Entry, name: str) -> None:
    """A file of a new edition or of new words: it may leave out lists, and an edition is the one that its file is named by."""
    data = entry.document.data
    if not isinstance(data, dict):
        return
    entry.document.data = data = {**{lacking: [] for lacking in MAY_LACK[entry.kind]}, **data}
    numbers = [each.get("number") for each in data["forums"] if isinstance(each, dict)] if isinstance(data.get("forums"), list) else []
    if entry.kind == "forums" and numbers and numbers != [name]:
        words = f"this file is named “{name}.yaml”, so it holds that one edition; name it after the number of the edition, one file each"
        entry.problems.append(entry.document.problem(("forums",), "file-name", words))
        entry.withhold(())


def _misplaced(path: Path) -> tuple[str, str]:
    """Code and sentence for a file that stands where no record lives, or that only looks like one."""
    name = path.name
    if path.is_symlink() and not os.path.exists(path):
        return "not-a-file", "this is a link that leads nowhere or to itself; remove it, or put the file itself here"
    if path.suffix == ".yaml":
        return "misplaced", "no kind of record lives here; the folders and names are in commitments/README.md"
    why = "the name of a record file ends in .yaml"
    if name.strip() != name or not name.isprintable():
        why = "there is a space or an invisible sign in the name, and the name of a record file ends in .yaml"
    return "misplaced", f"{why}; the folders and names are in commitments/README.md"


def _meant(path: Path) -> tuple[str, str]:
    """The kind and the name of the record that a file with a wrong name or place is perhaps meant to be; the name '' where unclear."""
    stem = path.name.strip().strip("~").split(".")[0].strip()
    right = path.with_name(f"{stem}.yaml") if stem else path
    kind = _kind_of(right)
    return (kind, stem if _well_named(kind, right) else "") if kind else ("", path.name)


def _perhaps(path: Path) -> str:
    """What a name of no UTF-8 may have been in the usual Korean encoding."""
    try:
        return f" (in the Korean encoding CP949 it reads “{printable(os.fsencode(path.name).decode('cp949'))}”)"
    except UnicodeDecodeError:
        return ""


def _name(kind: str, path: Path) -> str:
    return f"{path.parent.name}/{path.stem}" if kind == "notes" else path.stem


def _well_named(kind: str, path: Path) -> bool:
    return re.fullmatch(NAMES.get(kind, (".*", ""))[0], _name(kind, path), re.ASCII) is not None


def _withhold(faults: list[Fault], entries: list[Entry], problems: list[Problem], root: str) -> None:
    """Say each fault at its place in the file and withhold the record that has it."""
    places = index_places(entries)
    withheld = {id(entry): frozenset(entry.withheld) for entry in entries}
    many = Counter(id(places[fault.subject][0]) for fault in faults if fault.subject in places)
    named = Counter[int]()
    for each in entries:
        refuse_many(each, many[id(each)])
    for fault in faults:
        entry, place = places.get(fault.subject, (None, ()))
        if entry is None:
            problems.append(Problem(root, 0, 0, fault.code, fault.sentence))
            continue
        named[id(entry)] += 1
        if named[id(entry)] > MAX_PROBLEMS:
            continue
        where = in_file(fault.at, withheld[id(entry)], place)
        entry.problems.append(entry.document.problem(where, fault.code, fault.sentence))
        entry.withhold(where)
    for entry in entries:
        if entry.withheld != withheld[id(entry)] and not entry.gone:
            shape(entry)
