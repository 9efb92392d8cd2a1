"""What the files of a brief are called, the same wherever they are made."""

from __future__ import annotations

import datetime as dt

from models.brief.facts import Subject


def name(about: Subject, lang: str, on: dt.date, ending: str) -> str:
    """The name of one file, as in brief-city-gwangju-ko-2026-11-28.pdf."""
    return f"brief-{about.kind}-{about.id}-{lang}-{on.isoformat()}.{ending}"
