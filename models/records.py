"""The records as curators write them: one pydantic model for each kind of entry in `commitments/`.

The meaning of every field is the codebook's (docs/CODEBOOK.md). Models are frozen, refuse unknown fields, and take
every scalar as text. The ids inside a file are short (`p5`, `a`); the register gives them their full form
(`2024-p5`, `2024-p5a`).
"""

from __future__ import annotations

import datetime as dt
import re
from enum import StrEnum
from typing import Annotated, Any, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, ValidationError, WithJsonSchema, model_validator
from pydantic_core import InitErrorDetails, PydanticCustomError

from models.partial_date import PartialDate
from models.terms import (
    BodyKind as BodyKind,
)
from models.terms import (
    Confidence as Confidence,
)
from models.terms import (
    Force as Force,
)
from models.terms import (
    Grade as Grade,
)
from models.terms import (
    Holding as Holding,
)
from models.terms import (
    Ledger as Ledger,
)
from models.terms import (
    Mode as Mode,
)
from models.terms import (
    Precision as Precision,
)
from models.terms import (
    Scope as Scope,
)
from models.terms import (
    Status as Status,
)
from models.terms import (
    TextStanding as TextStanding,
)

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]
Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=20_000)]
Url = Annotated[str, StringConstraints(pattern=r"^https?://[^\s<>\"]+$", max_length=2_000)]
DeclarationId = Annotated[str, StringConstraints(pattern=r"^\d{4}$")]
ProvisionId = Annotated[str, StringConstraints(pattern=r"^\d{4}-([pc][1-9]\d*|intro|close)$")]
CommitmentId = Annotated[str, StringConstraints(pattern=r"^\d{4}-([pc][1-9]\d*|intro|close)[a-z]$")]
PlaceId = Annotated[str, StringConstraints(pattern=r"^\d{4}-([pc][1-9]\d*|intro|close)[a-z]?$")]
"""A commitment or a whole provision, as mentions name them."""


def _calendar_day(value: Any) -> Any:
    if isinstance(value, str) and not re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
        raise ValueError("a day is written year-month-day, as in 2024-10-11")
    return value


Day = Annotated[dt.date, BeforeValidator(_calendar_day), WithJsonSchema({"type": "string", "format": "date"})]


class Record(BaseModel):
    """What every entry has in common: it is never changed, and an unknown field is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True, allow_inf_nan=False)


class Bilingual(Record):
    """One sentence or name of ours in both languages of the register."""

    en: Line
    ko: Line

    def __getitem__(self, language: str) -> str:
        return self.ko if language == "ko" else self.en


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


class Quantity(Record):
    """A number that a commitment names as its aim."""

    value: int = Field(ge=1)
    unit: Bilingual


class ChecklistItem(Record):
    """One thing that a verb with several nouns asks for, in the text's own words."""

    quote: Line
    ko: Line


class Commitment(Record):
    """The smallest stretch of a provision with one force, one addressee and one checkable object."""

    id: Annotated[str, StringConstraints(pattern=r"^[a-z]$")]
    quote: Line
    verb: Line
    summary: Bilingual
    force: Force
    precision: Precision | None = None
    by: list[Slug] = Field(min_length=1)
    to: list[Slug] = []
    partners: list[Slug] = []
    themes: list[Slug] = Field(min_length=1, max_length=3)
    groups: list[Slug] = []
    stages: list[Line] = []
    items: list[ChecklistItem] = []
    items_closed: bool = False
    due: Day | None = None
    due_words: Line | None = None
    target: Quantity | None = None
    test: Bilingual | None = None
    doubt: Bilingual | None = None

    @property
    def provision(self) -> str:
        """Full id of the provision; only meaningful once the register has given the full id."""
        return self.id[:-1]

    @property
    def declaration(self) -> str:
        return self.id[:4]

    @property
    def letter(self) -> str:
        return self.id[-1]

    @property
    def ledger(self) -> Ledger | None:
        """The ledger it counts in; None for a promise in name only."""
        if self.force is Force.UNDERTAKES:
            return Ledger.PROMISES
        if self.force in (Force.ASKS, Force.URGES):
            return Ledger.ASKS
        return Ledger.HOPES if self.force is Force.HOPES else None

    @property
    def in_name_only(self) -> bool:
        """Stands in the list of commitments but binds nobody."""
        return self.ledger is None

    @property
    def assessable(self) -> bool:
        """Can be judged at all: the words are of `direction` or better."""
        return self.precision is not None and self.precision is not Precision.ASPIRATION


class Provision(Record):
    """One numbered paragraph, or an unnumbered passage that says something."""

    id: Annotated[str, StringConstraints(pattern=r"^([pc][1-9]\d*|intro|close)$")]
    text: Line
    force: Force | None = None
    themes: list[Slug] = []
    groups: list[Slug] = []
    summary: Bilingual | None = None
    commitments: list[Commitment] = []

    @property
    def declaration(self) -> str:
        return self.id[:4]

    @property
    def local(self) -> str:
        """The short id, as in `p5`."""
        return self.id[5:] if self.id[:4].isdigit() else self.id

    @property
    def strongest(self) -> Force:
        """The force of its strongest commitment, or its own."""
        forces = [commitment.force for commitment in self.commitments]
        return max(forces, key=lambda force: force.rank) if forces else self.force or Force.RECORDS


class Source(Record):
    """Where the copy of a text that is quoted was published; a copy that names no publisher says so in the note."""

    publisher: Line | None = None
    title: Line
    url: Url | None = None
    published: PartialDate | None = None
    note: Bilingual | None = None


class Heading(Record):
    """A heading, or the line that says who is speaking, as printed before a provision."""

    before: Slug
    text: Line


class Footnote(Record):
    """A footnote of the text, kept out of the words it was glued to."""

    mark: Line
    at: Slug
    after: Line
    text: Line | None = None
    note: Bilingual | None = None


class Declaration(Record):
    """The final text that one forum adopted, whole and to the letter."""

    id: str = ""
    forum: int = Field(ge=1)
    title: Bilingual
    adopted: Day
    language: Annotated[str, StringConstraints(pattern=r"^[a-z]{2}$")]
    source: Source
    epigraphs: list[Line] = []
    headings: list[Heading] = []
    footnotes: list[Footnote] = []
    provisions: list[Provision] = Field(min_length=1)


class Mention(Record):
    """One place where a declaration speaks of a pledge.

    `from` is the mention it is compared with: the strongest one in the latest earlier text on record.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True, populate_by_name=True)

    at: PlaceId
    source: PlaceId | None = Field(default=None, alias="from")
    scope: Scope | None = None
    because: Bilingual | None = None
    background: bool = False

    @property
    def declaration(self) -> str:
        return self.at[:4]


class Pledge(Record):
    """One promise followed through the declarations: a thread of mentions with the same object."""

    id: str = ""
    title: Bilingual
    object: Bilingual
    measure: Slug | None = None
    mentions: list[Mention] = Field(min_length=1)


class Theme(Record):
    """A subject, with the line that parts it from its neighbours."""

    id: Slug
    name: Bilingual
    definition: Bilingual
    sdgs: list[Annotated[int, Field(ge=1, le=17)]] = []


class Group(Record):
    """A group of people that the words name."""

    id: Slug
    name: Bilingual


class Body(Record):
    """A body that is bound, addressed, a partner, a host or an organiser."""

    id: Slug
    name: Bilingual
    kind: BodyKind
    note: Bilingual | None = None


class Vocabulary(Record):
    """The closed lists of themes, groups of people and bodies."""

    themes: list[Theme]
    groups: list[Group]
    bodies: list[Body]


class Forum(Record):
    """One edition of the World Human Rights Cities Forum, on record or not."""

    number: int = Field(ge=1)
    year: int = Field(ge=2011, le=2100)
    held: Holding
    start: Day
    end: Day
    dates_note: Bilingual | None = None
    mode: Mode
    venue: Bilingual | None = None
    theme: Bilingual
    theme_ko_attested: bool = False
    hosts: list[Slug] = []
    organizers: list[Slug] = []
    text: TextStanding
    text_note: Bilingual | None = None
    notes: list[Bilingual] = []
    sources: list[str] = Field(min_length=1)

    @property
    def on_record(self) -> bool:
        return self.text is TextStanding.ON_RECORD


class ForumSource(Record):
    """A source for what is known of a forum."""

    id: str
    title: Line
    publisher: Line
    url: Url | None = None
    published: PartialDate | None = None


class Forums(Record):
    """All editions of the forum and the sources they rest on."""

    forums: list[Forum]
    sources: list[ForumSource]


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
    evidence: list[Slug] = []
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
