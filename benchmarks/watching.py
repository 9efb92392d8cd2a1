"""What a server costs while it is read: memory, open files, and how long it takes to say that it lives."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass

import httpx
import psutil

MB = 1024 * 1024


@dataclass(frozen=True)
class Look:
    """One look at a server: seconds since the first one, bytes of memory, open files, seconds to an answer of health."""

    at: float
    memory: int
    files: int
    health: float


def cost(pid: int) -> tuple[int, int]:
    """Bytes of memory and open files of a process and everything that it has started."""
    memory = files = 0
    try:
        first = psutil.Process(pid)
        family = [first, *first.children(recursive=True)]
    except psutil.NoSuchProcess:
        return 0, 0
    for process in family:
        try:
            memory += process.memory_info().rss
            files += process.num_fds()
        except psutil.NoSuchProcess:  # ended since it was listed; what it had is given back
            continue
    return memory, files


async def watch(pid: int, address: str, looks: list[Look], every: float = 1.0) -> None:
    """Look until it is cancelled; an answer that does not come in ten seconds counts as ten."""
    start = time.perf_counter()
    async with httpx.AsyncClient(verify=False, timeout=10) as http:
        while True:
            asked = time.perf_counter()
            try:
                healthy = (await http.get(f"{address}/_stcore/health")).status_code == 200
            except httpx.HTTPError:
                healthy = False
            health = time.perf_counter() - asked if healthy else 10.0
            memory, files = cost(pid)
            looks.append(Look(asked - start, memory, files, health))
            await asyncio.sleep(max(0.0, every - (time.perf_counter() - asked)))


def slope(looks: list[Look]) -> float:
    """Bytes that the memory grows by in an hour, by the straight line that fits best."""
    if len(looks) < 2:
        return 0.0
    when, how = [look.at for look in looks], [look.memory for look in looks]
    middle, mean = sum(when) / len(when), sum(how) / len(how)
    spread = sum((at - middle) ** 2 for at in when)
    return 3600 * sum((at - middle) * (memory - mean) for at, memory in zip(when, how, strict=True)) / spread
