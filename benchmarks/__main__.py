"""`make bench`: prints every figure with its base, as medians of one run on this machine.

python -m benchmarks load --tabs 50 --seconds 30      many readers at once, at a server of its own or at --address
python -m benchmarks soak --minutes 60                the same for an hour, with everything that may happen beneath them
"""

from __future__ import annotations

import argparse
import datetime as dt
import os
import platform
import sys
import tempfile
from pathlib import Path

from benchmarks import clicking, generated, loading, reading, running, searching, slides, soak, suggesting, taken, typesetting

ROOT = Path(__file__).resolve().parent.parent
REAL = ROOT / "commitments"


def main() -> None:
    """Read what is asked for; without a word, everything."""
    asked = argparse.ArgumentParser(prog="python -m benchmarks", description="Measure the register.")
    ways = asked.add_subparsers(dest="way")
    many = ways.add_parser("load", help="many readers at once")
    many.add_argument("--tabs", type=int, default=50)
    many.add_argument("--seconds", type=float, default=30)
    many.add_argument("--address", default="", help="of a register that runs; without it one is started on the records")
    many.add_argument("--records", type=Path, default=REAL)
    long = ways.add_parser("soak", help="readers of every kind, while everything happens beneath them that may")
    long.add_argument("--minutes", type=float, default=60)
    long.add_argument("--tabs", type=int, default=10)
    long.add_argument("--slowest", type=float, default=soak.Aims.slowest, help="seconds that a click may take")
    long.add_argument("--seen-within", type=float, default=soak.Aims.seen, help="seconds to a change of the records on every replica")
    long.add_argument("--records", type=Path, default=REAL)
    given = asked.parse_args()
    if given.way == "soak":
        _line_of_the_machine()
        sys.exit(soak.soak(given.minutes, given.tabs, given.records, soak.Aims(given.slowest, given.seen_within)))
    if given.way == "load":
        _line_of_the_machine()
        print(reading.told(reading.load(given.tabs, given.seconds, given.records, given.address), given.tabs))
        return
    everything()


def _line_of_the_machine() -> None:
    print(f"{platform.system()} {platform.machine()}, {os.cpu_count()} processors, Python {platform.python_version()}, {dt.date.today()}")


def everything() -> None:
    """Measure everything in one run and print it as a table."""
    _line_of_the_machine()
    print(f"{'':<58} {'ours':>12} {'base':>12} {'ratio':>8}")
    print(loading.compare("real records: load and check / parse alone", REAL, dt.date.today(), 7), flush=True)
    with tempfile.TemporaryDirectory() as folder:
        small, large = Path(folder) / "small", Path(folder) / "large"
        generated.write(small, 5_000, 16, REAL / "vocabulary.yaml")
        print(loading.compare("5,000 commitments: load and check / parse alone", small, generated.day(), 3), flush=True)
        generated.write(large, 100_000, 90, REAL / "vocabulary.yaml")
        print(loading.compare("100,000 commitments: load and check / parse alone", large, generated.day(), 1), flush=True)
        print(searching.compare("5,000 commitments: a question / looking through all texts", small), flush=True)
        for compared in suggesting.compare(REAL, dt.date.today()):
            print(compared, flush=True)
        print(typesetting.compare("briefs", REAL), flush=True)
        for deck in slides.compare(REAL, dt.date.today()):
            print(deck, flush=True)
        for file in taken.compare(REAL, dt.date.today()):
            print(file, flush=True)
        for line in running.compare(REAL):
            print(line, flush=True)
        for figure in (
            *clicking.compare("real records", REAL, dt.date.today().isoformat()),
            *clicking.compare("5,000 commitments", small, dt.date.today().isoformat()),
            *reading.compare(REAL),
        ):
            print(figure, flush=True)


if __name__ == "__main__":
    main()
