"""What happens beneath the readers: notes are saved, records are broken and mended, a server is killed, the day changes."""

from __future__ import annotations

import asyncio
import json
import os
import random
import re
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import httpx

from tests.browser.conftest import UNWATCHED, serve, stop

FORGETTING = {"STREAMLIT_SERVER_DISCONNECTED_SESSION_TTL": "5"}
"""Seconds that a server keeps a tab whose connection is lost, in case it comes back; two minutes by default."""
ROOT = Path(__file__).resolve().parent.parent
SAVING = """
import datetime as dt, resource, signal, sys
from pathlib import Path
from models.loading import load
from models.writing.drafts import Draft
from models.writing.permission import Permission, Way
from models.writing.saving import NotSaved, save

root, words, room, place = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
today = dt.datetime.now(dt.timezone(dt.timedelta(hours=9))).date()
register = load(root, today).register
notes = [note for note in register.notes if note.status == "started" and not note.actor]
note = notes[place % len(notes)]
told = {"status": "started", "as_of": today.isoformat(), "reason_en": words + ".", "reason_ko": words + " 확인하였다."}
if room >= 0:  # so many bytes fit into a file, and no more
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))
try:
    print(save(root, today, Permission("Soak", Way.CURATE), Draft(note.commitment, told, list(note.evidence), [])))
except NotSaved as error:
    sys.exit(f"not saved: {error.why}")
"""
"""A curator in a process of their own: saves a note like one that is on record, with other words."""

FAILED = re.compile(r"^.*ERROR.*\n(?:(?:Traceback| |\w[\w.]*(?:Error|Exception)\b).*\n?)*", re.MULTILINE)
"""An error that a replica wrote down, with all lines that belong to it."""

CLOCK = """
import datetime, pathlib, sys, types

sys.path.insert(0, {root!r})
from widgets.parts import view


class Moved(datetime.datetime):
    @classmethod
    def now(cls, tz=None):
        return datetime.datetime.now(tz) + datetime.timedelta(days=int(pathlib.Path({clock!r}).read_text()))


view.dt = types.SimpleNamespace(datetime=Moved, date=datetime.date)
"""
"""What a server reads first: from then on its day is so many later as stands in a file. Only the day that is looked at moves."""


@dataclass
class Beneath:
    """The replicas, their records, and what was done to them."""

    here: Path
    records: Path
    ports: tuple[int, int]
    seen: float
    """Seconds within which a change of the records has to be on every replica."""
    running: dict[int, subprocess.Popen[bytes]] = field(default_factory=dict)
    done: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)
    down_until: float = 0.0
    """Until then a lost connection is the killed server's."""
    editing: asyncio.Lock = field(default_factory=asyncio.Lock)

    def __post_init__(self) -> None:
        self._set_clock(0)

    def start(self, port: int) -> None:
        """Start a replica, with a clock that can be moved."""
        (self.here / "sitecustomize.py").write_text(CLOCK.format(root=str(ROOT), clock=str(self.here / "clock")), encoding="utf-8")
        log = self.here / f"{port}-{self.done['servers killed']}.txt"
        settings = {"REGISTER_STATE": str(self.here / "state"), "PYTHONPATH": str(self.here), **FORGETTING, **UNWATCHED}
        self.running[port], _ = serve(self.records, log, port=port, **settings)

    def end(self) -> None:
        """Stop what runs."""
        for process in self.running.values():
            if process.poll() is None:
                stop(process)

    def failures(self) -> list[str]:
        """Every error that the replicas wrote down, each with where in the program it happened."""
        told = [log.read_text(encoding="utf-8", errors="replace") for log in sorted(self.here.glob("*.txt"))]
        return [f"a server: {each.strip()[-6000:]}" for text in told for each in FAILED.findall(text)]

    async def curator(self, every: float) -> None:
        """Saves a note; on every replica it is there at once. Then on a full disk, where nothing may be left behind."""
        while True:
            number = self.done["notes saved"] + 1
            async with self.editing:
                before = set(self.records.rglob("*"))
                full = await self._save("No room for this", 100, number)
                if not full[1].startswith("not saved") or set(self.records.rglob("*")) != before:
                    self.wrong.append(f"a full disk: {full[1]!r} and {set(self.records.rglob('*')) - before}")
                self.done["full disks refused"] += 1
                code, said = await self._save(f"Soaked note {number}", -1, number)
                if code:
                    self.wrong.append(f"a note was not saved: {said[-300:]}")
                else:
                    await self._everywhere(f"note {number}", lambda data, words=f"Soaked note {number}.": words in data)
                    self.done["notes saved"] += 1
            await asyncio.sleep(every)

    async def _save(self, words: str, room: int, place: int) -> tuple[int, str]:
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-c", SAVING, str(self.records), words, str(room), str(place)),
            cwd=ROOT,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
        )
        _, said = await process.communicate()
        return process.returncode or 0, said.decode()

    async def editor(self, every: float, chance: random.Random) -> None:
        """Breaks a record in one of three ways and mends it; both are seen everywhere."""
        while True:
            await asyncio.sleep(every)
            path = chance.choice(sorted((self.records / "pledges").glob("*.yaml")))
            before = path.read_bytes()
            broken = chance.choice((before[: len(before) // 2] + b"\n  - [", b"title: {en: [", before + b"nobody_knows: 1\n"))
            async with self.editing:
                try:
                    path.write_bytes(broken)
                    await self._everywhere(f"{path.name} broken", lambda data: json.loads(data)["meta"]["withheld"] > 0)
                finally:
                    path.write_bytes(before)
                await self._everywhere(f"{path.name} mended", lambda data: json.loads(data)["meta"]["withheld"] == 0)
            self.done["records broken and mended"] += 1

    async def _everywhere(self, what: str, says: Callable[[str], bool]) -> None:
        """Wait until each replica that runs says it, and note where that takes too long."""
        changed = time.monotonic()

        async def there(http: httpx.AsyncClient, port: int) -> None:
            while not says((await http.get(f"http://127.0.0.1:{port}/data/register.json")).text):
                if time.monotonic() - changed > 5 * self.seen:
                    self.wrong.append(f"{what}: never seen at {port}")
                    return
                await asyncio.sleep(0.2)
            if time.monotonic() - changed > self.seen:
                self.wrong.append(f"{what}: seen at {port} only after {time.monotonic() - changed:.1f} s")

        left_out = self.ports[1] if time.monotonic() < self.down_until else None
        async with httpx.AsyncClient(timeout=30) as http:
            await asyncio.gather(*(there(http, port) for port in self.ports if port != left_out))

    async def killer(self, every: float) -> None:
        """Kills the second replica as a machine does that loses its power, and starts it again."""
        while True:
            await asyncio.sleep(every)
            async with self.editing:
                self.down_until = time.monotonic() + 600
                process = self.running[self.ports[1]]
                os.killpg(process.pid, signal.SIGKILL)
                await asyncio.to_thread(process.wait)
                self.done["servers killed"] += 1
                await asyncio.to_thread(self.start, self.ports[1])
                self.down_until = time.monotonic() + 6  # nginx leaves it out so long

    async def night(self, every: float) -> None:
        """Moves the clocks of the servers on by a day, while everybody reads."""
        days = 0
        async with httpx.AsyncClient(timeout=30) as http:
            while True:
                await asyncio.sleep(every)
                before, days = await self._day(http), days + 1
                self._set_clock(days)
                for _ in range(50):
                    await asyncio.sleep(0.2)
                    if (after := await self._day(http)) != before:
                        break
                else:
                    self.wrong.append(f"the day stays {before}")
                    continue
                self.done["days gone by"] += 1
                if after < before:
                    self.wrong.append(f"after {before} came {after}")

    def _set_clock(self, days: int) -> None:
        """So many days later; whole or not at all, for a server may look at its clock at any moment."""
        new = self.here / "clock.new"
        new.write_text(str(days), encoding="utf-8")
        new.replace(self.here / "clock")

    async def _day(self, http: httpx.AsyncClient) -> str:
        answer = await http.get(f"http://127.0.0.1:{self.ports[0]}/data/commitments.csv")
        return answer.headers["content-disposition"]
