"""Putting a new text on record: its declaration, its codings and what was settled, all of them as new files or none.

Before anything is written the whole of the records is checked with the new files among them, in a copy; whatever the check would say is
said then. The declaration is put in place last: a coding without its declaration changes nothing that is shown, and after a crash the
next one who saves takes it back (models/writing/new_files.py).
"""

from __future__ import annotations

import datetime as dt
import errno
import shutil
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from models.loading import Loaded, load
from models.reading.problems import Problem
from models.records.texts import Declaration
from models.writing import sealing
from models.writing.new_files import locked, put_all, recover
from models.writing.permission import NotAllowed, Permission
from models.writing.saving import NotSaved, why_not_saved
from models.writing.works.additions import SLUG, NewEdition, NewWord
from models.writing.works.coding import ROLES, ChosenCoding, Settlement
from models.writing.works.lacking import Lacking, lacking
from models.writing.works.recorded import coding_data, declaration_data, named, outcome, settlements_data
from models.writing.works.work import Work
from models.writing.works.written import written

Contents = Mapping[str, bytes]
"""New files by their paths from the folder of records on; the one that makes the others count is the last."""


class Refused(Exception):
    """It is not put on record. `why` is one of:

    compared (nobody said that it was compared with its source, to the letter), lacking (something is missing), check (the check of
    the records would say something) and taken (there is a file of that name).
    """

    def __init__(self, why: str, missing: Sequence[Lacking] = (), problems: Sequence[Problem] = (), path: str = "") -> None:
        said = [*(each.label for each in missing), *(problem.sentence for problem in problems), *([path] if path else [])]
        super().__init__("; ".join([why, *said]))
        self.why, self.missing, self.problems, self.path = why, tuple(missing), tuple(problems), path

    @property
    def label(self) -> str:
        """The key of its sentence."""
        return f"new_text.not_saved_{self.why}"


@dataclass(frozen=True)
class SavedFiles:
    """What was put on disk, as paths from the folder that holds the records."""

    named: str
    """The declaration, the edition or the word that was saved."""
    paths: tuple[str, ...]

    @property
    def commands(self) -> tuple[str, ...]:
        """How to publish it; every path is made of small letters, digits, hyphens and slashes."""
        return (f"git add {' '.join(self.paths)}", f'git commit -m "Put {self.named} on record"', "git push")


# a text -----------------------------------------------------------------------------------------------------------------


def save(
    root: Path,
    today: dt.date,
    permission: Permission | None,
    work: Work,
    codings: Sequence[ChosenCoding],
    settlements: Sequence[Settlement] = (),
    *,
    compared: bool,
) -> SavedFiles:
    """Put a text on record, sealed with the name of whoever saves it; raises `NotAllowed`, `Refused` or `NotSaved` and has written nothing then.

    `compared` is whether that person said that they compared the words with their source, to the letter.
    """
    by = _allowed(permission)
    if not compared:
        raise Refused("compared")
    with _alone(root.resolve()) as place:
        before = load(place, today)
        missing = lacking(work, codings, settlements, before.register, today)
        if missing:
            raise Refused("lacking", missing)
        id_ = named(work, before.register)
        return _put(place, before, today, id_, contents(place, id_, work, codings, settlements, by, today))


def contents(
    root: Path, id_: str, work: Work, codings: Sequence[ChosenCoding], settlements: Sequence[Settlement], by: str, today: dt.date
) -> dict[str, bytes]:
    """The files of a text that lacks nothing, the declaration with this id last."""
    by_role = {coding.role: coding for coding in codings}
    found = {f"codings/{role}/{id_}.yaml": written(coding_data(work, by_role[role], today)) for role in ROLES if role in by_role}
    if set(ROLES) <= set(by_role) and settlements:
        found[f"codings/settlements/{id_}.yaml"] = written(settlements_data(work, id_, settlements, today, by))
    data = declaration_data(work, outcome(by_role["first"], settlements))
    record = Declaration.model_validate({**data, "id": id_})
    text = sealing.Text(root, id_, written(data).encode(), record)
    return {**{path: words.encode() for path, words in found.items()}, f"declarations/{id_}.yaml": sealing.sealed(text, by, today)}


def objections(root: Path, today: dt.date, new: Contents, before: Loaded | None = None) -> tuple[Problem, ...]:
    """What the check of the records would say with these files among them that it does not say without them."""
    place = root.resolve()
    known = before or load(place, today)
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / place.name
        shutil.copytree(place, copy, ignore=lambda here, names: [name for name in names if name.startswith(".")])
        for path, content in new.items():
            (copy / path).parent.mkdir(parents=True, exist_ok=True)
            (copy / path).write_bytes(content)
        after = load(copy, today)
    said = {(problem.path, problem.code, problem.sentence) for problem in known.problems}
    return tuple(problem for problem in after.problems if (problem.path, problem.code, problem.sentence) not in said)


# an edition, a word -----------------------------------------------------------------------------------------------------


def add(root: Path, today: dt.date, permission: Permission | None, new: NewEdition | NewWord) -> SavedFiles:
    """Put a new edition or a new word on record as a file of its own; raises as `save` does."""
    _allowed(permission)
    if misnamed := _misnamed(new):
        raise Refused("check", problems=misnamed)
    with _alone(root.resolve()) as place:
        before = load(place, today)
        called = f"forum {new.number}" if isinstance(new, NewEdition) else new.id
        return _put(place, before, today, called, {new.path(): written(new.data(before.register)).encode()})


def what_is_wrong(root: Path, today: dt.date, new: NewEdition | NewWord) -> tuple[Problem, ...]:
    """What the check would say of a new edition or a new word, before anything is written."""
    if misnamed := _misnamed(new):
        return misnamed
    before = load(root.resolve(), today)
    return objections(root, today, {new.path(): written(new.data(before.register)).encode()}, before)


def _misnamed(new: NewEdition | NewWord) -> tuple[Problem, ...]:
    """That it has no name that a file can have; nothing is looked up or written under another one."""
    if isinstance(new, NewEdition) or SLUG.fullmatch(new.id):
        return ()
    words = "id: give it a short name of small letters, digits and hyphens, such as city-of-the-river; its file is named by it"
    return (Problem("vocabulary", 0, 0, "form", words),)


# all of them or none ----------------------------------------------------------------------------------------------------


def _allowed(permission: Permission | None) -> str:
    if not isinstance(permission, Permission) or not permission.name.strip():
        raise NotAllowed("writing needs a right to it and a name")
    return permission.name.strip()


@contextmanager
def _alone(root: Path) -> Iterator[Path]:
    """The folder of records for one writer at a time, after what a crash has left there was taken back."""
    try:
        with locked(root) as alone:
            recover(root, alone=alone)
            yield root
    except FileExistsError as error:
        raise Refused("taken", path=_below(root, error)) from error
    except OSError as error:
        raise NotSaved(why_not_saved(error), error.strerror or type(error).__name__) from error


def _below(root: Path, error: FileExistsError) -> str:
    path = Path(str(error.filename)) if error.filename else root
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else path.name


def _put(root: Path, before: Loaded, today: dt.date, called: str, new: Contents) -> SavedFiles:
    linked = next((root / path for path in new if any(each.is_symlink() for each in _folders(root, path))), None)
    if linked:
        raise NotSaved("linked", f"{linked.parent.name} is a link to another place, and what is there is not read")
    taken = next((path for path in new if (root / path).exists()), None)
    if taken:
        raise FileExistsError(errno.EEXIST, "there is such a file", str(root / taken))
    problems = objections(root, today, new, before)
    if problems:
        raise Refused("check", problems=problems)
    put_all(root, new)
    return SavedFiles(called, tuple(f"{root.name}/{path}" for path in new))


def _folders(root: Path, path: str) -> Iterator[Path]:
    """The folders between the records and a file."""
    here = (root / path).parent
    while here != root:
        yield here
        here = here.parent
