"""What a run of the script costs the server: processor time, and what is sent."""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import Awaitable, Callable
from functools import partial
from pathlib import Path

import httpx
import psutil

from benchmarks.bare import AS_OURS, EMPTY
from benchmarks.tab import Tab
from tests.browser.conftest import UNWATCHED, serve, stop

RUNS = 60


def compare(records: Path) -> list[str]:
    """Milliseconds of processor for a run of three pages and of a click, against an empty page; the bytes of a click that shows something new."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "empty.py").write_text(EMPTY, encoding="utf-8")
        process, address = serve(records, folder / "log.txt", **UNWATCHED)
        try:
            ours, sent = asyncio.run(_ours(address, process.pid))
        finally:
            stop(process)
        process, address = serve(records, folder / "empty.txt", "empty.py", folder, **UNWATCHED, **AS_OURS)
        try:
            base = asyncio.run(_empty(address, process.pid))
        finally:
            stop(process)
    lines = [
        f"{f'processor for a run: {what} / empty page':<58} {cost:>9.1f} ms {base:>9.1f} ms {cost / base:>6.2f} ×   (n = {RUNS})"
        for what, cost in ours.items()
    ]
    return [*lines, f"{'bytes of a click on an order of the pledges that is new':<58} {sent / 1000:>9.1f} kB"]


async def _cost(pid: int, run: Callable[[int], Awaitable[object]]) -> float:
    """Milliseconds of processor that the server takes for a run, once what is made once is made."""
    server = psutil.Process(pid)
    for number in range(6):
        await run(number)
    before = server.cpu_times()
    for number in range(RUNS):
        await run(number)
    after = server.cpu_times()
    return (after.user + after.system - before.user - before.system) / RUNS * 1000


async def _ours(address: str, pid: int) -> tuple[dict[str, float], int]:
    found: dict[str, float] = {}
    async with httpx.AsyncClient(timeout=60) as http:
        async with Tab(address) as tab:
            await tab.open("pledges", "lang=en", http)
            before = tab.received
            await tab.choose("pick:order", tab.options("pick:order")[1])
            sent = tab.received - before
        async with Tab(address) as tab:
            await tab.open("", "lang=en", http)
            for name, page in (("Overview", ""), ("Pledges", "pledges"), ("Find", "find")):
                found[name] = await _cost(pid, partial(_gone, tab, page))
            await tab.go("pledges", "lang=en")
            words = tab.options("pick:order")
            found["an order of the pledges"] = await _cost(pid, lambda number: tab.choose("pick:order", words[(number + 1) % 3]))
    return found, sent


async def _gone(tab: Tab, page: str, number: int) -> float:
    return await tab.go(page, "lang=en")


async def _empty(address: str, pid: int) -> float:
    async with httpx.AsyncClient(timeout=60) as http, Tab(address) as tab:
        await tab.open("", "", http)
        words = tab.options("choice")
        return await _cost(pid, lambda number: tab.choose("choice", words[(number + 1) % 3]))
