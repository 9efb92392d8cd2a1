"""A new file in the folder of records: whole or not at all, and never over another one.

It is written under a hidden name, flushed, read back and compared, and then put in its place, which fails where its name is
taken: a reader sees the whole file or none, two writers at once both keep theirs, and a crash leaves at most a hidden file that
no reader looks at and a later save clears away. It is put there by a hard link; where the file system knows none, by a rename
that overwrites nothing (Linux: vfat, exFAT, SMB); where there is none either, by a plain rename under a lock.

Several files that belong together are put in place one after the other, the one that makes the others count last. What is being put
there is written down first, so that after a crash whoever comes next finishes or takes it back.
"""

from __future__ import annotations

import contextlib
import ctypes
import errno
import hashlib
import json
import os
import secrets
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from pydantic import ValidationError

from models.reading.documents import read
from models.reading.problems import UnreadableFile

ABANDONED = 3600
"""After so many seconds a hidden file cannot belong to a writer that is still at work."""
PATIENCE = 20
"""So many seconds one waits for another writer; who holds the lock longer does not move any more."""
JOURNAL = ".placing"
"""How the hidden file ends that says what is being put in place."""
NO_LINKS = (errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS)
"""What a file system answers that knows no hard links."""
NO_SUCH_RENAME = (errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS)


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
            _place(hidden, target)
        except FileExistsError:  # somebody else was quicker with this name
            continue
        finally:
            _forget(hidden)
        _flush_folder(folder)
        return target
    raise OSError(errno.EEXIST, "no free name is left for this day")


def put_all(root: Path, contents: Mapping[str, bytes]) -> list[Path]:
    """Make new files at these paths below `root`, all of them or none; the last of them is what makes the others count.

    Raises `FileExistsError` where any of the names is taken. `recover` has to have been called, alone among all writers.
    """
    targets = {root / name: content for name, content in contents.items()}
    taken = next((path for path in targets if os.path.lexists(path)), None)
    if taken is not None:
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(taken))
    token = secrets.token_hex(8)
    hidden = {path: path.with_name(f".{path.stem}.{token}.unfinished") for path in targets}
    journal = root / f".{token}{JOURNAL}"
    placed: list[Path] = []
    for path in targets:
        _make(path.parent)
    try:
        _write(journal, json.dumps({name: hashlib.sha256(content).hexdigest() for name, content in contents.items()}).encode())
        _flush_folder(root)
        for path, content in targets.items():
            _write(hidden[path], content)
            if hidden[path].read_bytes() != content:
                raise OSError(errno.EIO, "what was written reads back differently")
        for path in targets:
            _place(hidden[path], path)
            placed.append(path)
            _flush_folder(path.parent)
    except BaseException:
        for path in reversed(placed):
            os.unlink(path)
        raise
    finally:
        for each in hidden.values():
            _forget(each)
        if len(placed) == len(targets) or not any(os.path.lexists(path) for path in placed):
            _forget(journal)
    return list(targets)


def recover(root: Path, *, alone: bool) -> list[str]:
    """Finish or take back what a crash left half done; gives the paths that were taken back, as they stand below `root`.

    Where the last file of a set is in its place all of them are. Only a file that is to the byte what was being put there is
    taken back. Without a lock a set that was begun a short while ago may belong to somebody who is still at it.
    """
    gone: list[str] = []
    for journal in sorted(root.glob(f".*{JOURNAL}")):
        if not alone and time.time() - journal.stat().st_mtime <= ABANDONED:
            continue
        digests = _journalled(journal)
        last = next(reversed(digests), None)
        if last is not None and not _is(root / last, digests[last]):
            for name, digest in digests.items():
                if _is(root / name, digest):
                    os.unlink(root / name)
                    gone.append(name)
        os.unlink(journal)
        for name in digests:
            for left in (root / name).parent.glob(f".*.{journal.name.removeprefix('.').removesuffix(JOURNAL)}.unfinished"):
                _forget(left)
    return gone


def _journalled(journal: Path) -> dict[str, str]:
    """What was being put in place; nothing where the crash came before that was written down, for then no file had been placed.

    What names a place outside of the records is none of ours.
    """
    try:
        found = json.loads(journal.read_bytes())
    except ValueError:
        return {}
    below = isinstance(found, dict) and not any(Path(name).is_absolute() or ".." in Path(name).parts for name in found)
    return found if below else {}


def _is(path: Path, digest: str) -> bool:
    try:
        return not path.is_symlink() and hashlib.sha256(path.read_bytes()).hexdigest() == digest
    except OSError:
        return False


def _place(hidden: Path, target: Path) -> None:
    """Give the file its own name; raises `FileExistsError` where that is taken."""
    try:
        os.link(hidden, target)
        return
    except OSError as error:
        if error.errno not in NO_LINKS:
            raise
    try:
        _rename_over_nothing(hidden, target)
        return
    except OSError as error:
        if error.errno not in NO_SUCH_RENAME:
            raise
    with locked(target.parent) as alone:
        if not alone:
            raise OSError(errno.ENOTSUP, "this file system knows neither hard links, nor a rename that overwrites nothing, nor locks")
        if os.path.lexists(target):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST))
        os.rename(hidden, target)


def _rename_over_nothing(hidden: Path, target: Path) -> None:
    """Linux's renameat2 with RENAME_NOREPLACE, which Python does not offer."""
    call = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None) if sys.platform == "linux" else None
    if call is None:
        raise OSError(errno.ENOSYS, os.strerror(errno.ENOSYS))
    here, no_replace = ctypes.c_int(-100), ctypes.c_uint(1)
    if call(here, os.fsencode(hidden), here, os.fsencode(target), no_replace) != 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))


@contextlib.contextmanager
def locked(folder: Path) -> Iterator[bool]:
    """Alone among all writers of this folder; gives False where that cannot be had. The system lets go of it when a writer dies."""
    descriptor = _lock(folder)
    try:
        yield descriptor is not None
    finally:
        if descriptor is not None:
            with contextlib.suppress(OSError):  # what was written is in its place, and the lock goes with the process at the latest
                os.close(descriptor)


def _lock(folder: Path) -> int | None:
    """The folder itself, locked; a hidden file in it where only files can be locked (NFS); None where nothing can."""
    if sys.platform == "win32":
        return None
    import fcntl

    until = time.monotonic() + PATIENCE
    for path, flags in ((folder, os.O_RDONLY), (folder / ".lock", os.O_RDWR | os.O_CREAT)):
        descriptor = os.open(path, flags, 0o666)
        while True:
            try:
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
                return descriptor
            except BlockingIOError:
                if time.monotonic() > until:
                    os.close(descriptor)
                    return None
                time.sleep(0.01)
            except OSError:  # this cannot be locked here; perhaps the next can
                os.close(descriptor)
                break
    return None


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
