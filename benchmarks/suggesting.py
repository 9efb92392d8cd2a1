"""Suggesting a coding for 100 provisions, against parting the same words with the plainest expression there is."""

from __future__ import annotations

import datetime as dt
import re
from functools import partial
from itertools import cycle, islice
from pathlib import Path

from benchmarks.loading import Compared, paired
from models.loading import load
from models.register.register import Register
from models.texts.suggesting.units import units
from models.texts.suggestions import Context

PROVISIONS, RUNS = 100, 5
LIMIT = 1.0
"""Seconds that 100 provisions may take."""


def provisions(register: Register) -> list[tuple[str, str]]:
    """A hundred provisions of the declarations on record, from the first on."""
    all_of_them = [(each.local, each.text) for declaration in register.declarations for each in declaration.provisions]
    return list(islice(cycle(all_of_them), PROVISIONS))


def suggest(register: Register, texts: list[tuple[str, str]]) -> None:
    """Boundaries, force, precision, addressees and dates of every one."""
    for place, text in texts:
        units(place, text, register, Context())


def compare(records: Path, today: dt.date) -> Compared:
    """Suggesting, against finding the words of the same texts."""
    register = load(records, today).register
    texts = provisions(register)
    return paired(
        f"suggesting for {PROVISIONS} provisions / finding their words",
        partial(suggest, register, texts),
        lambda: [re.findall(r"\w+", text) for _, text in texts],
        RUNS,
    )
