"""Reviews: what a later reading found out about sources, whose own records are never edited (codebook, 4)."""

from __future__ import annotations

import datetime as dt

from pydantic import Field

from models.records.fields import Bilingual, Line, Record, Slug
from models.records.terms import Basis, Grade


class Review(Record):
    """One source as a later reading judged it: what it counts as from then on, and how that was judged.

    `release` is a name of ours for the release that several sources print; together they are one source.
    """

    source: Slug
    grade: Grade
    basis: Basis | None = None
    release: Slug | None = None
    because: Bilingual | None = None


class Reviews(Record):
    """What one reading of the sources found on one day, which is the name of the file."""

    id: str = ""
    reviewed: dt.date = dt.date.min
    by: Line
    sources: list[Review] = Field(min_length=1)
