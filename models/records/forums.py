"""The editions of the World Human Rights Cities Forum, whether their text is on record or not, and the sources for them."""

from __future__ import annotations

from pydantic import Field

from models.records.dates import PartialDate
from models.records.fields import Bilingual, Day, Line, Record, Slug, Url
from models.records.terms import Holding, Mode, TextStanding


class Forum(Record):
    """One edition of the World Human Rights Cities Forum, on record or not."""

    number: int = Field(ge=1, le=200)
    year: int = Field(ge=2011, le=2100)
    held: Holding
    start: Day
    end: Day
    dates_note: Bilingual | None = None
    mode: Mode
    venue: Bilingual | None = None
    theme: Bilingual
    theme_ko_attested: bool = False
    hosts: list[Slug] = Field(default_factory=list)
    organizers: list[Slug] = Field(default_factory=list)
    text: TextStanding
    text_note: Bilingual | None = None
    notes: list[Bilingual] = Field(default_factory=list)
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
