"""A new file in the folder of records: whole or not at all, and never over another one.

It is written under a hidden name, flushed, read back and compared, and then linked to its own name, which fails where that
name is taken: a reader sees the whole file or none, two writers at once both keep theirs, and a crash leaves at most a hidden
file that no reader looks at and a later save clears away.
"""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
import time
from collections.abc import Callable
from pathlib import Path

from pydantic import ValidationError

from models.reading.documents import read
from models.reading.problems import UnreadableFile

ABANDONED = 3600
"""After so many seconds a hidden file cannot belong to a writer that is still at work."""


def put(folder: Path, names: list[str], text: Callable[[str], str], reads_back: Callable[[Path, str], bool]) -> Path:
    """Make a new file under the first of `names` that is free, with the text for that name; never touch another file."""
    _make(folder)
    _clear_abandoned(folder)
    for name in names:
        target = folder / f"{name}.yaml"
        if target.exists():
            continue
        hidden = folder / f".{name}.{secrets.token_hex(8)}.unfinished"
        try:
            _write(hidden, text(name).encode())
            if not _same(reads_back, hidden, name):
                raise OSError(errno.EIO, "what was written reads back differently")
            os.link(hidden, target)
        except FileExistsError:  # somebody else was quicker with this name
            continue
        finally:
            _forget(hidden)
        _flush_folder(folder)
        return target
    raise OSError(errno.EEXIST, "no free name is left for this day")


def _same(reads_back: Callable[[Path, str], bool], path: Path, name: str) -> bool:
    """Whether the file says what it is to say, and nothing that the check would refuse."""
    try:
        return not read(path, name).unsaid and reads_back(path, name)
    except (UnreadableFile, ValidationError):
        return False


def _make(folder: Path) -> None:
    if not folder.is_dir():
        os.makedirs(folder, exist_ok=True)
        _flush_folder(folder.parent)


def _write(path: Path, content: bytes) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    try:
        left = memoryview(content)
        while left:
            left = left[os.write(descriptor, left) :]
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _flush_folder(folder: Path) -> None:
    """Make the new name itself lasting. The file is already in its place, so a failure here takes nothing back; some file
    systems neither can nor need to be told."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _forget(hidden: Path) -> None:
    """Remove the hidden name; where that fails no reader looks at it, and a later save clears it away."""
    with contextlib.suppress(OSError):
        os.unlink(hidden)


def _clear_abandoned(folder: Path) -> None:
    """Remove the hidden files that a crash has left; younger ones may belong to somebody who is saving right now."""
    for path in folder.glob(".*.unfinished"):
        try:
            if time.time() - path.stat().st_mtime > ABANDONED:
                os.unlink(path)
        except OSError:
            continue
