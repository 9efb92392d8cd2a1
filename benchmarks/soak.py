"""Readers of every kind for an hour, while everything happens beneath them that may: `make soak`.

Two replicas behind nginx over a copy of the records. The aims: no error, no click over two seconds, memory that stays, no file
left open. Ends with failure where one is missed.
"""

from __future__ import annotations

import asyncio
import random
import shutil
import tempfile
import time
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from pathlib import Path

import httpx

from benchmarks.meddling import Beneath
from benchmarks.reading import Read, told, untrusting
from benchmarks.tab import Tab, Unanswered
from benchmarks.watching import MB, cost, slope, watch
from tests.browser.conftest import free_port
from tests.replicas.behind_nginx import proxied

PLACES = (
    ("", ""), ("find", "q=education"), ("find", "q=인권도시"), ("find", "ledger=asks&theme=networks"), ("pledges", ""), ("pledges", "theme=climate"),
    ("pledge", "id=human-rights-education"), ("timeline", ""), ("declarations", "id=2024"), ("declarations", "follow=2024"),
    ("commitment", "id=2024-c2a"), ("city", "id=gwangju"), ("follow_through", ""), ("method", ""), ("find", "q=' or 1=1 --"), ("pledge", "id=none"),
)  # fmt: skip
DAYS = ("", "", "", "&on=2024-10-11", "&on=2021-01-01", "&on=2018-10-18")
BRIEFS = ("city:gwangju", "theme:poverty", "theme:climate", "theme:networks")
SHORT = 10.0
"""Minutes below which memory is held to a bound; a slope of so short a time says nothing."""


@dataclass(frozen=True)
class Aims:
    """What has to hold."""

    slowest: float = 2.0
    """Seconds for any click."""
    seen: float = 2.0
    """Seconds until a change of the records is on every replica."""
    hourly: float = 0.1
    """The part of its memory by which a server may grow in an hour, once the first third of the time is over."""
    bound: int = 700 * MB
    """What it may grow by in a short run, in which it keeps for the first time what it keeps."""
    files: int = 12
    """So many files may be open at the end, with nginx gone and the connections that it keeps, that were not at the beginning."""


@dataclass
class Soaked:
    """What many readers met, and what was counted."""

    read: Read = field(default_factory=Read)
    counted: Counter[str] = field(default_factory=Counter)


async def _click(tab: Tab, chance: random.Random, http: httpx.AsyncClient, soaked: Soaked) -> tuple[str, float]:
    """One click of a reader; answers with its kind and its seconds."""
    lang, kind = chance.choice(("en", "ko")), chance.random()
    if kind < 0.08:
        taken = await tab.go("briefing", f"lang={lang}&about={chance.choice(BRIEFS)}")
        file = chance.choice(("brief-pdf", "brief-docx"))
        if not (await tab.take(file, http)).startswith(b"%PDF" if file == "brief-pdf" else b"PK"):
            raise Unanswered(f"{file} is none")
        soaked.counted["briefs taken along"] += 1
        return "a brief", taken
    if kind < 0.12:
        for name in ("data/register.json", "data/commitments.csv"):
            answer = await http.get(f"{tab.address}/{name}?lang={lang}{chance.choice(DAYS)}")
            if answer.status_code != 200 or len(answer.content) < 1000:
                raise Unanswered(f"/{name}: {answer.status_code}, {len(answer.content)} bytes")
        soaked.counted["data taken along"] += 1
    if kind < 0.35 and "pick:order" in tab.parts:
        return "an order of the pledges", await tab.choose("pick:order", chance.choice(tab.options("pick:order")))
    if kind < 0.45 and "find:q" in tab.parts:
        return "a search", await tab.choose("find:q", chance.choice(("education", "인권교육", "older people", "zzzyx", "기후")))
    if kind < 0.52:
        return "the other language", await tab.choose("pick:lang", chance.choice(tab.options("pick:lang")))
    page, query = chance.choice(PLACES)
    return "a page", await tab.go(page, f"lang={lang}&{query}{chance.choice(DAYS)}")


async def _reader(address: str, seed: int, end: float, beneath: Beneath, soaked: Soaked) -> None:
    """Opens a tab, clicks about once a second, loses the connection now and then, and comes again."""
    chance, trust = random.Random(seed), untrusting()
    async with httpx.AsyncClient(verify=trust, timeout=60) as http, Tab(address, trust) as tab:
        opened = False
        while time.monotonic() < end:
            try:
                if not opened:
                    page, query = chance.choice(PLACES)
                    soaked.read.opened.append(await tab.open(page, f"lang={chance.choice(('en', 'ko'))}&{query}", http))
                    opened = True
                elif chance.random() < 0.02:
                    tab.drop()
                    soaked.counted["connections dropped"] += 1
                    opened = False
                else:
                    kind, taken = await _click(tab, chance, http, soaked)
                    soaked.read.clicks[kind].append(taken)
            except (Unanswered, httpx.HTTPError) as error:
                opened = False
                if time.monotonic() < beneath.down_until:
                    soaked.counted["lost with the killed server"] += 1
                else:
                    soaked.read.errors.append(str(error))
            await asyncio.sleep(chance.uniform(0.5, 1.5))


async def _soak(minutes: float, tabs: int, beneath: Beneath, address: str) -> Soaked:
    soaked, seconds = Soaked(), minutes * 60
    first, end = beneath.running[beneath.ports[0]].pid, time.monotonic() + seconds
    soaked.read.before = cost(first)
    pace = min(60.0, seconds / 6)
    others = [
        watch(first, f"http://127.0.0.1:{beneath.ports[0]}", soaked.read.looks, max(0.5, pace / 10)),
        beneath.curator(pace),
        beneath.editor(pace, random.Random(1)),
        beneath.killer(seconds / 2.5 if minutes < SHORT else 600),
        beneath.night(seconds / 4 if minutes < SHORT else 900),
    ]
    meddlers = [asyncio.create_task(each) for each in others]
    await asyncio.gather(*(_reader(address, seed, end, beneath, soaked) for seed in range(tabs)))
    async with beneath.editing:  # what has been begun is done
        for each in meddlers:
            each.cancel()
    for result in await asyncio.gather(*meddlers, return_exceptions=True):
        if isinstance(result, Exception) and not isinstance(result, asyncio.CancelledError):
            beneath.wrong.append(f"{type(result).__name__}: {result}")
    soaked.counted.update(beneath.done)
    return soaked


async def _closed(soaked: Soaked, beneath: Beneath, aims: Aims) -> None:
    """Wait until what the last readers had open is closed; the server looks for what is over when somebody comes and goes.

    It is asked itself: nginx, gone by then, would keep connections to it.
    """
    async with httpx.AsyncClient(timeout=60) as http:
        for _ in range(8):
            await asyncio.sleep(3)
            if cost(beneath.running[beneath.ports[0]].pid)[1] - soaked.read.before[1] <= aims.files:
                return
            async with Tab(f"http://127.0.0.1:{beneath.ports[0]}") as tab:
                await tab.open("method", "", http)


def missed(soaked: Soaked, beneath: Beneath, minutes: float, aims: Aims) -> list[str]:
    """Each aim that was missed, in a sentence."""
    found, looks = [*beneath.wrong, *soaked.read.errors, *beneath.failures()], soaked.read.looks
    slowest = {kind: max(times) for kind, times in soaked.read.clicks.items() if max(times) > aims.slowest}
    found += [f"{kind} took {taken:.1f} s" for kind, taken in slowest.items()]
    memory, files = cost(beneath.running[beneath.ports[0]].pid)
    if minutes < SHORT:
        grown = memory - soaked.read.before[0]
        found += [f"memory grew by {grown / MB:.0f} MB"] if grown > aims.bound else []
    else:
        later = looks[len(looks) // 3 :]
        rate = slope(later) / (sum(look.memory for look in later) / len(later))
        found += [f"memory grows by {rate:.0%} an hour"] if rate > aims.hourly else []
    left = files - soaked.read.before[1]
    found += [f"{left} files are left open"] if left > aims.files else []
    return found


def soak(minutes: float, tabs: int, records: Path, aims: Aims) -> int:
    """Run it, say what was met; 1 where an aim is missed."""
    with tempfile.TemporaryDirectory() as folder:
        here = Path(folder)
        shutil.copytree(records, here / "commitments")
        beneath = Beneath(here, here / "commitments", (free_port(), free_port()), aims.seen)
        try:
            for port in beneath.ports:
                beneath.start(port)
            with proxied(here / "nginx", beneath.ports) as address:
                soaked = asyncio.run(_soak(minutes, tabs, beneath, address))
            asyncio.run(_closed(soaked, beneath, aims))
            found = missed(soaked, beneath, minutes, aims)
        finally:
            beneath.end()
    print(told(soaked.read, tabs))
    by_minute: dict[int, list[int]] = defaultdict(list)
    for look in soaked.read.looks:
        by_minute[int(look.at // max(60, minutes * 6))].append(look.memory)
    print("memory over time, MB:", *(f"{max(each) / MB:.0f}" for each in by_minute.values()))
    for what, times in sorted(soaked.counted.items()):
        print(f"{what}: {times}")
    for each in found:
        print(f"missed: {each}")
    print("all aims are met" if not found else f"{len(found)} aims are missed")
    return 1 if found else 0
