"""Saving a note and its new sources: new files only, whole or not at all, and only for who may write.

Nothing on disk is ever changed; how a new file comes to its place is in `models/writing/new_files.py`.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import errno
import re
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

import yaml

from models.loading import load
from models.reading.documents import read
from models.reading.unsaid import is_alike
from models.records.evidence import Evidence
from models.records.notes import Note
from models.register.register import Register
from models.writing.drafts import Draft, Trouble, check, note_data, numbered, source_data
from models.writing.new_files import locked, put
from models.writing.permission import NotAllowed, Permission

UNUSUAL = re.compile("[\x85\u2028\u2029\ufeff]")
MOST_NAMES = 1000
"""So many notes on one commitment and one day are possible; more is a runaway program."""


class Refused(Exception):
    """The rules, applied to the records as they are now, do not let the draft pass."""

    def __init__(self, troubles: tuple[Trouble, ...]) -> None:
        super().__init__("; ".join(trouble.sentence for trouble in troubles))
        self.troubles = troubles


class NotSaved(Exception):
    """The disk did not take it. `why` is full, closed, linked, unsafe or failed; nothing on record has been changed."""

    def __init__(self, why: str, detail: str) -> None:
        super().__init__(f"{why}: {detail}")
        self.why = why


@dataclass(frozen=True)
class Saved:
    """What a save put on disk, as paths from the folder that holds the records."""

    commitment: str
    as_of: dt.date
    note: str
    sources: tuple[str, ...]

    @property
    def paths(self) -> tuple[str, ...]:
        return (*self.sources, self.note)

    @property
    def commands(self) -> tuple[str, ...]:
        """How to publish it; every path is made of small letters, digits, hyphens and slashes."""
        message = f"Note on {self.commitment} as of {self.as_of}"
        return (f"git add {' '.join(self.paths)}", f'git commit -m "{message}"', "git push")


def save(root: Path, today: dt.date, permission: Permission | None, draft: Draft) -> Saved:
    """Write the draft's new sources, then the note; raises `NotAllowed`, `Refused` or `NotSaved` and then has written no note.

    Everything is checked again against the records as they are at this moment. A source that an earlier attempt has
    already written is taken as it is.
    """
    if not isinstance(permission, Permission) or not permission.name.strip():
        raise NotAllowed("writing needs a right to it and a name")
    root = root.resolve()
    linked = next((each for each in (root / "evidence", root / "notes", root / "notes" / draft.commitment) if each.is_symlink()), None)
    if linked:
        raise NotSaved("linked", f"{_shown(root, linked)} is a link to another place, and what is there is not read")
    try:
        # alone where there are sources: of two who save the same one at once, the later finds that of the earlier
        with locked(root) if draft.sources else contextlib.nullcontext():
            return _save(root, today, permission.name, draft)
    except OSError as error:
        raise NotSaved(why_not_saved(error), error.strerror or type(error).__name__) from error


def _save(root: Path, today: dt.date, by: str, draft: Draft) -> Saved:
    register = load(root, today).register
    checked = check(register, draft, today, by)
    if checked.troubles or checked.note is None:
        raise Refused(checked.troubles)
    ids, written = _sources(root, register, draft, checked.sources)
    data = note_data(draft, today, by, ids)
    note = checked.note.model_copy(update={"evidence": data.get("evidence", [])})
    path = _note(root, note, data)
    return Saved(draft.commitment, note.as_of, _shown(root, path), tuple(_shown(root, each) for each in written))


def why_not_saved(error: OSError) -> str:
    """Why the disk did not take it, in a word of `NotSaved`."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return "full"
    if error.errno in (errno.ENOTSUP, errno.EOPNOTSUPP):
        return "unsafe"
    return "closed" if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS) else "failed"


def _shown(root: Path, path: Path) -> str:
    return f"{root.name}/{path.relative_to(root).as_posix()}"


def _sources(root: Path, register: Register, draft: Draft, sources: tuple[Evidence, ...]) -> tuple[list[str], list[Path]]:
    """The ids of the draft's new sources and the files that were written for them."""
    ids: list[str] = []
    written: list[Path] = []
    for typed, source in zip(draft.sources, sources, strict=True):
        same = next((each.id for each in register.evidence if each.model_copy(update={"id": source.id}) == source), None)
        if same is not None:
            ids.append(same)
            continue
        taken = {*register.evidence_by_id, *register.lost, *ids}
        names = [name for name in islice(numbered(source.id), MOST_NAMES) if name not in taken]

        def text(name: str, typed: dict[str, str] = typed) -> str:
            return as_yaml([source_data(typed, name)])

        def reads_back(path: Path, name: str, source: Evidence = source) -> bool:
            data = read(path, name).data
            return [Evidence.model_validate(each) for each in data] == [_renamed(source, name)]

        path = put(root / "evidence", names, text, reads_back)
        written.append(path)
        ids.append(path.stem)
    return ids, written


def _renamed(source: Evidence, id_: str) -> Evidence:
    return source.model_copy(update={"id": id_})


def _note(root: Path, note: Note, data: dict[str, Any]) -> Path:
    def reads_back(path: Path, name: str) -> bool:
        named = {"id": note.id, "commitment": note.commitment, "as_of": note.as_of.isoformat()}
        return Note.model_validate({**read(path, name).data, **named}) == note

    names = list(islice(numbered(note.as_of.isoformat()), MOST_NAMES))
    return put(root / "notes" / note.commitment, names, lambda name: as_yaml(data), reads_back)


def as_yaml(data: Any) -> str:
    """Plain data as a curator would write it: one field a line, in the order of the record, Korean readable."""
    return yaml.dump(data, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=100, default_flow_style=False)


class _Dumper(yaml.SafeDumper):
    """The usual one, but words that could be taken for a mistyped sign of YAML, or that hold a line break of its own, are quoted."""


def _text(dumper: yaml.SafeDumper, words: str) -> yaml.Node:
    return dumper.represent_scalar("tag:yaml.org,2002:str", words, style='"' if UNUSUAL.search(words) else "'" if is_alike(words) else None)


_Dumper.add_representer(str, _text)
