"""Measures: a number followed through time, kind by kind, towards a target where there is one (codebook, 6)."""

from __future__ import annotations

from pydantic import Field

from models.records.dates import PartialDate
from models.records.fields import Bilingual, Count, PlaceId, Record, Slug


class Point(Record):
    """One dated count, with the evidence it comes from."""

    on: PartialDate
    value: Count
    of: Count | None = None
    at_least: bool = False
    approx: bool = False
    forum: int | None = None
    evidence: list[Slug] = Field(min_length=1)
    note: Bilingual | None = None


class Series(Record):
    """Counts of one kind; different kinds are never put on one line."""

    id: Slug
    kind: Bilingual
    unit: Bilingual | None = None
    points: list[Point] = Field(min_length=1)


class Target(Record):
    """The number that a measure is to reach, and when."""

    value: Count
    by: PartialDate
    provision: PlaceId | None = None
    nearest: Slug | None = None
    """The series that stands nearest to what the target counts, where none counts just that."""


class Measure(Record):
    """A number followed through time towards a target, where there is one."""

    id: str = ""
    title: Bilingual
    unit: Bilingual
    definition: Bilingual
    target: Target | None = None
    series: list[Series] = Field(min_length=1)
    not_found: Bilingual | None = None
