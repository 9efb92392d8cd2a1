"""`make bench`: prints every figure with its base, as medians of one run on this machine."""

from __future__ import annotations

import datetime as dt
import os
import platform
import tempfile
from pathlib import Path

from benchmarks import clicking, generated, loading, searching, typesetting

ROOT = Path(__file__).resolve().parent.parent
REAL = ROOT / "commitments"


def main() -> None:
    """Measure everything in one run and print it as a table."""
    print(f"{platform.system()} {platform.machine()}, {os.cpu_count()} processors, Python {platform.python_version()}, {dt.date.today()}")
    print(f"{'':<58} {'ours':>12} {'base':>12} {'ratio':>8}")
    print(loading.compare("real records: load and check / parse alone", REAL, dt.date.today(), 7), flush=True)
    with tempfile.TemporaryDirectory() as folder:
        small, large = Path(folder) / "small", Path(folder) / "large"
        generated.write(small, 5_000, 16, REAL / "vocabulary.yaml")
        print(loading.compare("5,000 commitments: load and check / parse alone", small, generated.day(), 3), flush=True)
        generated.write(large, 100_000, 90, REAL / "vocabulary.yaml")
        print(loading.compare("100,000 commitments: load and check / parse alone", large, generated.day(), 1), flush=True)
        print(searching.compare("5,000 commitments: a question / looking through all texts", small), flush=True)
        print(typesetting.compare("briefs", REAL), flush=True)
        print(clicking.compare("real records: click to changed chart / empty page", REAL), flush=True)
        print(clicking.compare("5,000 commitments: click to changed chart / empty page", small), flush=True)


if __name__ == "__main__":
    main()
