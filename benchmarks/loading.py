"""Loading and checking against merely parsing the same files."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import yaml

from models.loading import load, record_files


@dataclass(frozen=True)
class Compared:
    """Medians in seconds of two things done in turn, and the median of the ratios pair by pair."""

    what: str
    ours: float
    base: float
    ratio: float
    runs: int

    def __str__(self) -> str:
        return f"{self.what:<58} {self.ours * 1000:>9.0f} ms {self.base * 1000:>9.0f} ms {self.ratio:>6.2f} ×   (n = {self.runs})"


def paired(what: str, ours: Callable[[], object], base: Callable[[], object], runs: int) -> Compared:
    """Time the two in turn, so that a machine that drifts drifts for both."""
    ours(), base()
    pairs = [(_timed(ours), _timed(base)) for _ in range(runs)]
    return Compared(what, median(a for a, _ in pairs), median(b for _, b in pairs), median(a / b for a, b in pairs), runs)


def _timed(act: Callable[[], object]) -> float:
    gc.collect()
    start = time.perf_counter()
    act()
    return time.perf_counter() - start


def parse_only(folder: Path) -> int:
    """What any reader of these files would have to do: open them and let libyaml build plain values."""
    return sum(yaml.load(path.read_bytes(), yaml.CSafeLoader) is not None for _, path in record_files(folder)[0])


def compare(what: str, folder: Path, today: object, runs: int) -> Compared:
    """Seconds to load and check a folder of records, against parsing the same files alone."""

    def ours() -> None:
        loaded = load(folder, today)  # type: ignore[arg-type]
        if loaded.problems:
            raise SystemExit(f"the records to be measured are broken: {loaded.problems[0]}")

    return paired(what, ours, lambda: parse_only(folder), runs)
