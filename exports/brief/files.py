"""What the files of a brief are called, the same wherever they are made."""

from __future__ import annotations

import datetime as dt

from models.brief.facts import About, Subject


def name(about: About | Subject, lang: str, on: dt.date, ending: str) -> str:
    """The name of one file, as in brief-city-gwangju-ko-2026-11-28.pdf; of several subjects, with a + between them."""
    return f"brief-{about.address.replace(':', '-')}-{lang}-{on.isoformat()}.{ending}"
