"""The two codings of the texts as their coders wrote them, and how their differences were settled."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field, StringConstraints

from models.records.fields import Bilingual, Day, Line, LocalId, ProvisionId, Record, Slug
from models.records.terms import Force, Precision


class Seen(StrEnum):
    """When a coder saw what was suggested for a provision."""

    AFTER = "after"
    """Only once they had chosen."""
    BEFORE = "before"
    NEVER = "never"


class CodedUnit(Record):
    """One commitment as one coder saw it."""

    quote: Line
    force: Force
    precision: Precision | None = None
    by: list[Slug] = Field(default_factory=list)
    to: list[Slug] = Field(default_factory=list)
    why: Line | None = None


class CodedProvision(Record):
    """One provision as one coder saw it: either a force of its own or the units found in it."""

    id: LocalId
    force: Force | None = None
    units: list[CodedUnit] = Field(default_factory=list)
    why: Line | None = None
    suggestion: Seen | None = None
    """None in codings from before anything was suggested."""


class Coding(Record):
    """One declaration as coded by one coder alone, kept so that agreement can be computed."""

    declaration: str = ""
    coder: Annotated[str, StringConstraints(pattern=r"^(first|second)$")]
    coded: Day
    provisions: list[CodedProvision]


class Settlement(Record):
    """One difference between the two codings, how it was settled and why."""

    provision: ProvisionId
    first: Line
    second: Line
    settled: Line
    because: Bilingual


class Settlements(Record):
    """The differences between the two codings of one declaration that were settled by hand."""

    declaration: str = ""
    settled: Day
    by: Line
    differences: list[Settlement]
