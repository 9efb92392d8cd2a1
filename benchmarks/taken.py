"""Data to take away, each file against the document that all are made of: what it costs to put it into that form."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from benchmarks.loading import Compared, paired
from exports import dataset
from exports.snapshot import document as sealed
from exports.subscriptions import dates, notes
from exports.subscriptions.asked import Asked
from exports.tables import every, package
from models.labels import LANGUAGES, Say, load_labels
from models.loading import load

RUNS = 5


def compare(records: Path, today: dt.date) -> Iterator[Compared]:
    """Each table, the data package, the feed, the calendar and the sealed snapshot, against `register.json`."""
    register, labels = load(records, today).register, load_labels()
    say = Say(labels, "ko")
    asked = Asked(say, today, fixed=False, root="https://register.example.org")
    made = {f"{name}.csv": partial(every.for_programs, name, register, today) for name in every.TABLES}
    made |= {
        "datapackage.zip": partial(package.archive, register, say, today, 0),
        "notes.atom": partial(notes.feed, register, asked),
        "register.ics": partial(dates.calendar, register, asked),
        "snapshot.html": partial(sealed.snapshot, register, today, labels, LANGUAGES),
    }
    for name, make in made.items():
        yield paired(f"{name} / register.json", make, partial(dataset.as_json, register, today), RUNS)
