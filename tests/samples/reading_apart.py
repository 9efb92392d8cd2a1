"""Stand-ins for what is done with a file in the process apart: a plain reading of it, and everything that it must not do."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from models.texts.files import kinds
from models.texts.files.refusing import Refused
from models.texts.parts import Caution, Kind, LeftOut, Part, Reading, Warning, Why
from models.texts.source import FileKind, Line, Source, Stretch


def lines(data: bytes, name: str, put_back: Sequence[Stretch], taken_away: Sequence[Stretch]) -> Reading:
    """The lines of a plain text, each as a part; what was taken away is left out."""
    source = Source(FileKind.PLAIN, name, tuple(Line(text, raised=(Stretch(0, 1),)) for text in data.decode().splitlines()))
    parts = tuple(Part(Kind.PARAGRAPH, line.text, (at,)) for at, line in source.placed() if at not in taken_away)
    left_out = tuple(LeftOut(each, source.text[each.start : each.end], Why.BY_HAND) for each in taken_away)
    return Reading(source, parts, left_out, (Warning(Caution.GAP, {"after": "1"}, *put_back),), "en")


def files(data: bytes, name: str, put_back: Sequence[Stretch], taken_away: Sequence[Stretch]) -> Reading:
    """What a file is read as, without any parts."""
    return Reading(kinds.source(data, name), (), ())


def hostile(data: bytes, name: str, put_back: Sequence[Stretch], taken_away: Sequence[Stretch]) -> Reading:
    """Do what the file says."""
    what = data.decode()
    if what == "sleep":
        time.sleep(60)
    if what == "loop":
        while True:
            pass
    if what == "eat":
        held = []
        while True:
            held.append(bytearray(10_000_000))
    if what == "die":
        os.abort()
    if what == "refuse":
        raise Refused("pages", pages="2,000", limit="300")
    if what == "err":
        raise ValueError("the words of the file")
    if what == "print":
        print("{}", flush=True)
        os.write(1, b"{}")
    if what == "open":
        Path(name).read_bytes()
    if what == "write":
        Path(name).write_bytes(b"words")
    if what == "connect":
        socket.create_connection(("127.0.0.1", int(name)), 1)
    if what == "start":
        subprocess.run([sys.executable, "-c", ""], check=True)
    if what == "recurse":
        return hostile(data, name, put_back, taken_away)
    if what == "environment":
        return Reading(Source(FileKind.PLAIN, name, tuple(map(Line, os.environ))), (), ())
    return Reading(Source(FileKind.PLAIN, name, ()), (), ())
