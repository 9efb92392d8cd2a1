"""Notes: reasoned judgements on where a commitment stood on a day, and searches that found nothing (codebook, 4)."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field, StringConstraints, ValidationError, model_validator
from pydantic_core import InitErrorDetails, PydanticCustomError

from models.records.fields import Day, Line, Record, Slug
from models.records.terms import SourceKind, Status


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


class Search(Record):
    """A search that found nothing, written down so that it can be repeated.

    `languages` (two-letter codes) and `kinds` say how wide it was; searches from before that was asked for lack both.
    """

    where: Judgement
    words: list[Line] = Field(min_length=1)
    on: Day
    languages: list[Annotated[str, StringConstraints(pattern=r"^[a-z]{2}$")]] = Field(default_factory=list)
    kinds: list[SourceKind] = Field(default_factory=list)

    @property
    def is_wide(self) -> bool:
        """Whether it went as far as a negative needs: English and Korean, in every kind of source (codebook, 4)."""
        return {"en", "ko"} <= set(self.languages) and set(SourceKind) <= set(self.kinds)


class Note(Record):
    """One reasoned judgement on where one commitment stood on one day; never edited, only followed or corrected.

    `corrects` is the name of a note of the same commitment, body and day (`2025-05-16`, `2025-05-16-2`) that was wrong.
    """

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
    corrects: Annotated[str, StringConstraints(pattern=r"^\d{4}-\d{2}-\d{2}(-[1-9]\d*)?$")] | None = None
    by: Line
