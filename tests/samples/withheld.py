"""Copies of the real records with a mistake in them, and what is withheld for it."""

from __future__ import annotations

import shutil
from pathlib import Path

from models.loading import Loaded, load
from models.records.notes import Note
from models.register.register import Register
from models.register.standing import Standing
from tests.samples.registers import LATEST, RECORDS, real

SOURCES = "evidence/forums.yaml"
"""A file of sources on which many judgements rest."""


def copied(root: Path) -> Path:
    """The real records below `root`."""
    return Path(shutil.copytree(RECORDS, root / "commitments"))


def without_sources(root: Path) -> Path:
    """The real records with one line in a file of sources that is no YAML."""
    folder = copied(root)
    with (folder / SOURCES).open("a", encoding="utf-8") as file:
        file.write("\n\tx: [\n")
    return folder


def with_a_slip(root: Path, note: str) -> Path:
    """The real records with a misspelt field in one note."""
    folder = copied(root)
    path = folder / f"notes/{note}.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("status:", "statos:", 1), encoding="utf-8")
    return folder


def read(folder: Path) -> Loaded:
    """The records as of the day on which the real ones are looked at."""
    return load(folder, LATEST)


def standings(register: Register) -> dict[str, Standing]:
    """Where every commitment stood on that day."""
    return {id_: register.standing_of(commitment, LATEST) for id_, commitment in register.commitment_by_id.items()}


def changed(register: Register) -> dict[str, Standing]:
    """What stands otherwise than by the real records."""
    sound = standings(real())
    return {id_: now for id_, now in standings(register).items() if now is not sound[id_]}


def deciding() -> dict[str, Note]:
    """The note by which each commitment that can be judged stands where it does."""
    found = ((each.id, real().decision_on(each.id, LATEST)) for each in real().commitment_by_id.values() if each.assessable)
    return {id_: note for id_, note in found if note}


def resting_on_the_sources() -> set[str]:
    """The commitments whose deciding note names a source of the broken file."""
    there = {source.id for source in real().evidence if f"- id: {source.id}\n" in (RECORDS / SOURCES).read_text(encoding="utf-8")}
    return {id_ for id_, note in deciding().items() if there & set(note.evidence)}
