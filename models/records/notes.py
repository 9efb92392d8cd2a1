"""What came of a promise, as curators write it: the evidence, the notes that judge by it, and the measures.

The meaning of every field is the codebook's (docs/CODEBOOK.md, 4 and 6).
"""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import Self

from pydantic import Field, ValidationError, model_validator
from pydantic_core import InitErrorDetails, PydanticCustomError

from models.records.dates import PartialDate
from models.records.fields import Bilingual, Day, Line, PlaceId, Record, Slug, Url
from models.records.terms import Confidence, Grade, Status


class Language(StrEnum):
    """The two languages of the register."""

    EN = "en"
    KO = "ko"


class Judgement(Record):
    """What a note says, in both languages, or in one with the missing translation owned up to.

    A note is written once and never edited, often in a hurry and by somebody who writes one of the two languages; an
    honest gap is better than a sentence said twice.
    """

    en: Line | None = None
    ko: Line | None = None
    missing_translation: Language | None = None

    @model_validator(mode="after")
    def _both_or_marked(self) -> Self:
        absent = [language for language in Language if getattr(self, language) is None]
        unmarked = [language for language in absent if language is not self.missing_translation]
        errors: list[InitErrorDetails] = [{"type": "missing", "loc": (language.value,), "input": self} for language in unmarked]
        if not absent and self.missing_translation:
            said = PydanticCustomError(
                "value_error", "", {"error": "both languages are there, so no translation is missing; remove this line"}
            )
            errors.append({"type": said, "loc": ("missing_translation",), "input": self.missing_translation.value})
        if errors:
            raise ValidationError.from_exception_data(type(self).__name__, errors)
        return self

    def __getitem__(self, language: str) -> str:
        """The sentence in `language`, or in the other one where the translation is missing."""
        return (self.ko or self.en or "") if language == "ko" else (self.en or self.ko or "")

    def said_in(self, language: str) -> str:
        """The language in which `[language]` really speaks."""
        return language if getattr(self, language, None) else {"en": "ko", "ko": "en"}[language]


class Evidence(Record):
    """One dated source that notes and measures rest on."""

    id: Slug
    says: Bilingual
    title: Line
    publisher: Line
    url: Url | None = None
    rebuilt: bool = False
    happened: PartialDate | None = None
    published: PartialDate | None = None
    seen: Day
    grade: Grade
    confidence: Confidence
    conflict: Bilingual | None = None


class Search(Record):
    """A search that found nothing, written down so that it can be repeated."""

    where: Judgement
    words: list[Line] = Field(min_length=1)
    on: Day


class Note(Record):
    """One reasoned judgement on where one commitment stood on one day; never edited, only followed."""

    id: str = ""
    commitment: str = ""
    as_of: dt.date = dt.date.min
    status: Status
    written: Day
    reason: Judgement
    part: Judgement | None = None
    evidence: list[Slug] = Field(default_factory=list)
    search: Search | None = None
    actor: Slug | None = None
    by: Line


class Point(Record):
    """One dated count, with the evidence it comes from."""

    on: PartialDate
    value: float
    of: float | None = None
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

    value: float
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
