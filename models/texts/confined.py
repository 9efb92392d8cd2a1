"""Inside the process apart in which a file is read: what it may have, and how it answers.

It may have some seconds of processor and some memory, and it may look up its own code. It may write no file, open none of
others, start no program and reach no network. Where the system has no such limits, the clock of whoever started it remains.
"""

from __future__ import annotations

import importlib
import json
import os
import sys
import traceback
from dataclasses import asdict
from pathlib import Path
from typing import IO, Any, Final

from models.texts.files.refusing import Refused
from models.texts.source import Stretch

SECONDS: Final = 9
"""Of processor."""
MEMORY: Final = 600_000_000
"""Letters of memory, with the code that is loaded: the longest text that is read needs a third of it."""
_NO_BUSINESS: Final = (
    "ftplib.", "http.", "os.chmod", "os.chown", "os.exec", "os.fork", "os.kill", "os.link", "os.mkdir", "os.posix_spawn", "os.putenv", "os.remove",
    "os.rename", "os.rmdir", "os.spawn", "os.startfile", "os.symlink", "os.system", "os.truncate", "shutil.", "smtplib.", "socket.",
    "sqlite3.", "subprocess.", "tempfile.", "urllib.", "webbrowser.", "winreg.",
)  # fmt: skip
"""What Python tells of before it is done (audit events), and what reading a file needs none of."""
_WRITES: Final = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


def serve() -> None:
    """Read one file from standard input and answer on standard output."""
    answer = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints is no answer
    _bound()
    asked = json.loads(sys.stdin.buffer.readline())
    data = sys.stdin.buffer.read()
    _tell(answer, _answered(asked, data))


def _tell(answer: IO[bytes], told: dict[str, Any]) -> None:
    try:
        written = json.dumps(told, ensure_ascii=False).encode("utf-8", "replace")
    except MemoryError:
        written = json.dumps(_TOO_MUCH).encode()
    answer.write(written)
    answer.close()


_TOO_MUCH: Final[dict[str, Any]] = {"refused": "too_much_memory", "words": {}}


def _answered(asked: dict[str, Any], data: bytes) -> dict[str, Any]:
    """The reading, why there is none, or where in our code something went wrong: never a word of the file."""
    module, _, function = asked["work"].partition(":")
    try:
        work = getattr(importlib.import_module(module), function)
        sys.addaudithook(_watch)
        put_back, taken_away = ([Stretch(start, end) for start, end in asked[each]] for each in ("put_back", "taken_away"))
        return {"read": asdict(work(data, asked["name"], put_back, taken_away))}
    except Refused as refused:
        return {"refused": refused.reason, "words": dict(refused.words)}
    except MemoryError:
        return _TOO_MUCH
    except Exception as wrong:
        last = traceback.extract_tb(wrong.__traceback__)[-1]
        return {"wrong": f"{type(wrong).__name__} in {os.path.basename(last.filename)}:{last.lineno}"}


def _bound() -> None:
    try:
        import resource
    except ImportError:  # as on Windows
        return
    for what, most in (
        (resource.RLIMIT_CPU, SECONDS),
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_DATA, MEMORY),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NPROC, 0),
    ):
        _, hard = resource.getrlimit(what)
        least = most if hard == resource.RLIM_INFINITY else min(most, hard)
        try:
            resource.setrlimit(what, (least, least))
        except (OSError, ValueError):
            continue  # a system that knows this limit and cannot set it; the clock remains


def _watch(event: str, told: tuple[Any, ...]) -> None:
    """Called by Python before it opens a file, a connection or a program."""
    if event == "open" and not _is_own_code(*told):
        raise PermissionError("a file that is read opens no other")
    if event.startswith(_NO_BUSINESS):
        raise PermissionError(f"a file that is read does nothing of this kind: {event}")


def _is_own_code(path: object, mode: object, flags: object) -> bool:
    if isinstance(path, int):
        return True
    if isinstance(flags, int) and flags & _WRITES:
        return False
    whole = os.path.realpath(os.fsdecode(path)) if isinstance(path, str | bytes) else ""
    return whole.startswith(_OWN)


_PROGRAM: Final = Path(__file__).resolve().parents[2]
"""Beside its code the secrets, the store and the records may lie: of the program only what reads texts is its own."""
_OWN: Final = tuple(
    os.path.join(os.path.realpath(_PROGRAM / "models" if Path(folder).resolve() == _PROGRAM else folder), "")
    for folder in {sys.prefix, sys.base_prefix, sys.exec_prefix, *(each for each in sys.path if each)}
)
