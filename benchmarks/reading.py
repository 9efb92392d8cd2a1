"""Many readers at once: each opens a page in a tab of its own and clicks once a second.

python -m benchmarks load --tabs 50 --seconds 30
"""

from __future__ import annotations

import asyncio
import ssl
import tempfile
import time
from collections import defaultdict
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from pathlib import Path

import httpx

from benchmarks.bare import AS_OURS, EMPTY
from benchmarks.loading import Compared
from benchmarks.tab import Tab, Unanswered
from benchmarks.watching import MB, Look, cost, watch
from tests.browser.conftest import UNWATCHED, serve, stop

Click = Callable[[Tab, int], Awaitable[str]]
"""The click of a turn, counted from 0; answers with what kind it was."""


@dataclass
class Read:
    """What many readers met."""

    opened: list[float] = field(default_factory=list)
    clicks: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    errors: list[str] = field(default_factory=list)
    looks: list[Look] = field(default_factory=list)
    before: tuple[int, int] = (0, 0)
    """Memory and open files of the server before anybody came."""

    @property
    def clicked(self) -> list[float]:
        """The seconds of all clicks."""
        return [taken for kind in self.clicks.values() for taken in kind]


def untrusting() -> ssl.SSLContext:
    """For a certificate that nobody has signed: the tests and an office's own trial use one."""
    trust = ssl.create_default_context()
    trust.check_hostname, trust.verify_mode = False, ssl.CERT_NONE
    return trust


async def orders(tab: Tab, turn: int) -> str:
    """The order of the pledges, over and over."""
    words = tab.options("pick:order")
    await tab.choose("pick:order", words[(turn + 1) % len(words)])
    return "an order of the pledges"


async def nothing(tab: Tab, turn: int) -> str:
    """The same choice on an otherwise empty page."""
    words = tab.options("choice")
    await tab.choose("choice", words[(turn + 1) % len(words)])
    return "a choice on an empty page"


PAGES_AT = (0, 3, 6, 7)
"""The turns of `mixed` that go to another page: readers begin with different ones."""


async def mixed(tab: Tab, turn: int) -> str:
    """What readers do: look from page to page, filter, search, change the language."""
    step, lang = turn % 8, ("en", "ko")[turn // 8 % 2]
    if step == 0:
        await tab.go("pledges", f"lang={lang}")
        return "a page"
    if step in (1, 2):
        return await orders(tab, turn)
    if step == 3:
        await tab.go("find", f"lang={lang}")
        return "a page"
    if step == 4:
        await tab.choose("find:q", "인권교육" if lang == "ko" else "human rights education")
        return "a search"
    if step == 5:
        await tab.choose("find:ledger", tab.options("find:ledger")[turn % 3])
        return "a filter of Find"
    if step == 6:
        await tab.go("follow_through", f"lang={lang}")
        return "a page"
    await tab.go("timeline", f"lang={lang}")
    return "a page"


async def read(
    address: str, tabs: int, seconds: float, page: str, query: str, click: Click, pid: int = 0, trust: ssl.SSLContext | None = None
) -> Read:
    """All tabs are opened within a second; then each clicks once a second, or as soon as it is answered."""
    met = Read(before=cost(pid) if pid else (0, 0))
    end = time.perf_counter() + 1 + seconds
    async with httpx.AsyncClient(verify=trust or True, timeout=60, limits=httpx.Limits(max_connections=tabs + 4)) as http:

        async def reader(number: int) -> None:
            await asyncio.sleep(number / tabs)
            async with Tab(address, trust) as tab:
                try:
                    met.opened.append(await tab.open(page, query, http))
                    for turn in range(int(seconds)):
                        started = time.perf_counter()
                        if started > end:
                            break
                        kind = await click(tab, turn + PAGES_AT[number % len(PAGES_AT)])
                        taken = time.perf_counter() - started
                        met.clicks[kind].append(taken)
                        await asyncio.sleep(max(0.0, 1 - taken))
                except Unanswered as error:
                    met.errors.append(str(error))

        watching = asyncio.create_task(watch(pid, address, met.looks)) if pid else None
        await asyncio.gather(*(reader(number) for number in range(tabs)))
        if watching:
            watching.cancel()
    return met


def share(times: list[float], part: float) -> float:
    """The time within which so many of a hundred were answered."""
    return sorted(times)[min(len(times) - 1, int(len(times) * part / 100))] if times else float("nan")


def told(met: Read, tabs: int) -> str:
    """The figures as a table."""
    rows = [("opening a page", met.opened), *sorted(met.clicks.items()), ("all clicks", met.clicked)]
    rows += [("health", [look.health for look in met.looks])] if met.looks else []
    lines = [f"{'milliseconds':<28}{'p50':>8}{'p90':>8}{'p99':>8}{'most':>8}{'n':>8}"]
    for name, times in rows:
        cells = "".join(f"{share(times, part) * 1000:>8.0f}" for part in (50, 90, 99, 100))
        lines.append(f"{name:<28}{cells}{len(times):>8}")
    if met.looks:
        memory, files = max(look.memory for look in met.looks), max(look.files for look in met.looks)
        lines.append(
            f"memory: {met.before[0] / MB:.0f} MB before, {memory / MB:.0f} MB at most ({(memory - met.before[0]) / MB / tabs:.1f} MB a tab)"
        )
        lines.append(f"open files: {met.before[1]} before, {files} at most ({(files - met.before[1]) / tabs:.1f} a tab)")
    lines.append(f"errors: {len(met.errors)}")
    lines += [f"  {error}" for error in met.errors[:10]]
    return "\n".join(lines)


def load(tabs: int, seconds: float, records: Path, address: str = "") -> Read:
    """Readers who do everything, at a register that runs somewhere or at one that is started for them."""
    if address:
        return asyncio.run(read(address.rstrip("/"), tabs, seconds, "pledges", "lang=en", mixed, trust=untrusting()))
    with tempfile.TemporaryDirectory() as folder:
        process, here = serve(records, Path(folder) / "log.txt", **UNWATCHED)
        try:
            asyncio.run(read(here, 1, 8, "pledges", "lang=en", mixed))  # what is made once is not the readers' time
            return asyncio.run(read(here, tabs, seconds, "pledges", "lang=en", mixed, process.pid))
        finally:
            stop(process)


def compare(records: Path, tabs: int = 20, seconds: float = 8) -> list[Compared]:
    """Opening and clicking at the 90th percentile, against an otherwise empty page under the same load."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "empty.py").write_text(EMPTY, encoding="utf-8")
        servers = [
            (serve(records, Path(folder) / "log.txt", **UNWATCHED), "pledges", orders),
            (serve(records, Path(folder) / "empty.txt", "empty.py", Path(folder), **UNWATCHED, **AS_OURS), "", nothing),
        ]
        try:
            for (_, address), page, click in servers:
                asyncio.run(read(address, 2, 3, page, "lang=en", click))
            ours, base = (asyncio.run(read(address, tabs, seconds, page, "lang=en", click)) for (_, address), page, click in servers)
        finally:
            for (process, _), _, _ in servers:
                stop(process)
    if ours.errors or base.errors:
        raise SystemExit(f"readers were not answered: {(ours.errors or base.errors)[0]}")
    return [
        Compared(f"{tabs} tabs, a click a second each: {name} / empty page", a, b, a / b, len(times))
        for name, times, a, b in (
            ("opening, p50", ours.opened, share(ours.opened, 50), share(base.opened, 50)),
            ("click, p50", ours.clicked, share(ours.clicked, 50), share(base.clicked, 50)),
            ("click, p90", ours.clicked, share(ours.clicked, 90), share(base.clicked, 90)),
        )
    ]
