"""The register from the terminal, for other programs: as one document, as one table, or as a data package of all tables."""

from __future__ import annotations

import datetime as dt

from exports import dataset
from exports.tables import every, package
from models.labels import Say, load_labels
from models.loading import Loaded


def made(loaded: Loaded, on: dt.date, form: str, table: str) -> bytes:
    """The file of this form as of a day; `table` names the one that is asked for as CSV."""
    if form == "json":
        return dataset.as_json(loaded.register, on, loaded.left_out)
    if form == "csv":
        return every.for_programs(table, loaded.register, on, loaded.left_out)
    return package.archive(loaded.register, Say(load_labels(), "en"), on, loaded.left_out)
