"""The files that the command writes: whole or not at all, and none over another unless that was asked for."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from curating.refusing import Refused


def ready(folder: Path, new: Sequence[Path]) -> None:
    """Make the folder where it is missing; refuse where a file would be overwritten."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Refused(f"{folder}: no folder can be made here ({error.strerror})") from error
    there = [path.name for path in new if path.exists()]
    if there:
        more = f" and {len(there) - 3} more" if len(there) > 3 else ""
        raise Refused(f"{', '.join(there[:3])}{more}: in {folder} already; nothing was written. Say --force to write them anew")


def save(path: Path, made: bytes) -> None:
    """The whole file or none of it, also where the command is ended meanwhile."""
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        part.write_bytes(made)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
