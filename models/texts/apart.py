"""Reading a file in a process apart, so that a file which is made to do harm takes nobody else down.

The process starts anew for every file, gets it by its standard input and answers on its standard output; what it may have of time,
memory, files and network is bounded (`confined`). However it ends, there is a reading or a sentence. Nothing of the file is kept or logged.
"""

from __future__ import annotations

import json
import logging
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Collection
from functools import cache
from pathlib import Path
from typing import IO, Final

from pydantic import TypeAdapter, ValidationError

from models.texts.files.refusing import Refused
from models.texts.parts import Reading
from models.texts.source import Stretch

SECONDS: Final = 10.0
"""After so long it is ended, whatever it does: two hundred pages take three on a quiet machine."""
_AT_ONCE: Final = 2
"""So many files are read at the same time; each may need a processor and the memory of `confined`."""
_PATIENCE: Final = 30.0
"""Seconds after which whoever waits for a turn is told to come again."""
_MOST_TOLD: Final = 64_000_000
"""Letters of an answer; that of the longest text that is read has some ten million."""
_ROOT: Final = Path(__file__).resolve().parents[2]
_START: Final = "import sys; sys.path.insert(0, sys.argv[1]); from models.texts.confined import serve; serve()"
_PASSED_ON: Final = ("LD_LIBRARY_PATH", "SYSTEMROOT")
"""Of the environment, only what Python may need to start: the rest, such as keys, is none of a file's business."""
_ENDED_FOR_TIME: Final = {-number for name in ("SIGXCPU",) if (number := getattr(signal, name, None)) is not None}
_turns = threading.BoundedSemaphore(_AT_ONCE)
_log = logging.getLogger(__name__)


def read(
    data: bytes,
    name: str,
    put_back: Collection[Stretch] = (),
    taken_away: Collection[Stretch] = (),
    *,
    work: str = "models.texts.opening:read_here",
    seconds: float = SECONDS,
) -> Reading:
    """What `work` makes of the file, done in a process apart. Whoever comes while others are read waits for a turn."""
    asked = {
        "work": work,
        "name": name,
        "put_back": [(each.start, each.end) for each in put_back],
        "taken_away": [(each.start, each.end) for each in taken_away],
    }
    if not _turns.acquire(timeout=_PATIENCE):
        raise Refused("busy")
    try:
        told = _told(json.dumps(asked).encode() + b"\n" + data, seconds)
    finally:
        _turns.release()
    return _understood(told)


def _told(asked: bytes, seconds: float) -> bytes:
    """What the process answers. It is ended when its time is over or when it answers without an end."""
    process = subprocess.Popen(
        [sys.executable, "-I", "-B", "-X", "utf8", "-c", _START, str(_ROOT)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={key: os.environ[key] for key in _PASSED_ON if key in os.environ},
        cwd=_ROOT.anchor,
    )
    assert process.stdin is not None
    assert process.stdout is not None
    over = threading.Event()

    def end() -> None:
        over.set()
        process.kill()

    clock = threading.Timer(seconds, end)
    hand_over = threading.Thread(target=_hand_over, args=(process.stdin, asked), daemon=True)
    clock.start()
    hand_over.start()
    try:
        told = process.stdout.read(_MOST_TOLD + 1)
        if len(told) > _MOST_TOLD:
            raise Refused("too_much_memory")
        process.wait()
    finally:
        clock.cancel()
        process.kill()
        process.wait()
        hand_over.join()
        process.stdout.close()
    if over.is_set() or process.returncode in _ENDED_FOR_TIME:
        raise Refused("too_long", limit=f"{seconds:g}")
    if process.returncode:
        _log.warning("a file was not read: the process that read it ended with %s", process.returncode)
        raise Refused("too_much_memory" if process.returncode == -getattr(signal, "SIGKILL", 9) else "broken")
    return told


def _hand_over(pipe: IO[bytes], asked: bytes) -> None:
    """Give the process the file. One that ended before it had all of it says why by how it ended."""
    try:
        pipe.write(asked)
        pipe.close()
    except (BrokenPipeError, OSError):
        pass


def _understood(told: bytes) -> Reading:
    try:
        answer = json.loads(told)
        if "refused" in answer:
            raise Refused(answer["refused"], **answer["words"])
        if "wrong" in answer:
            _log.warning("a file was not read: %s", answer["wrong"])
            raise Refused("broken")
        return _reading().validate_python(answer["read"])
    except (ValueError, KeyError, TypeError, ValidationError) as wrong:
        _log.warning("a file was not read: the answer of the process that read it cannot be understood: %s", type(wrong).__name__)
        raise Refused("broken") from None


@cache
def _reading() -> TypeAdapter[Reading]:
    return TypeAdapter(Reading)
