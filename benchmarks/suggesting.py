"""Reading and suggesting for 100 provisions: the file in a process apart, and all that is suggested of its provisions."""

from __future__ import annotations

import datetime as dt
import re
import subprocess
import sys
from itertools import cycle, islice
from pathlib import Path

from benchmarks.loading import Compared, paired
from models.loading import load
from models.register.register import Register
from models.texts import opening
from models.texts.suggesting.suggested import suggested
from models.texts.suggestions import Context

PROVISIONS, RUNS = 100, 5


def provisions(register: Register) -> list[tuple[str, str]]:
    """A hundred provisions of the declarations on record, from the first on."""
    all_of_them = [(each.local, each.text) for declaration in register.declarations for each in declaration.provisions]
    return list(islice(cycle(all_of_them), PROVISIONS))


def written(texts: list[tuple[str, str]]) -> bytes:
    """The provisions as a file of plain text, numbered from the first to the last."""
    return "\n\n".join(f"{number}. {text}" for number, (_, text) in enumerate(texts, 1)).encode()


def compare(records: Path, today: dt.date) -> tuple[Compared, Compared]:
    """Reading the file, against starting Python; suggesting for what was read, against finding the words of the same texts."""
    register = load(records, today).register
    texts = provisions(register)
    data, start = written(texts), [sys.executable, "-I", "-c", ""]
    return (
        paired(
            f"reading {PROVISIONS} provisions from a file / starting Python",
            lambda: opening.read(data, "text.txt"),
            lambda: subprocess.run(start, check=True),
            RUNS,
        ),
        paired(
            f"suggesting for {PROVISIONS} provisions / finding their words",
            lambda: suggested(texts, register, Context()),
            lambda: [re.findall(r"\w+", text) for _, text in texts],
            RUNS,
        ),
    )
