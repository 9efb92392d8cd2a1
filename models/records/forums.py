"""The editions of the World Human Rights Cities Forum, whether their text is on record or not, and the sources for them."""

from __future__ import annotations

import datetime as dt

from pydantic import Field

from models.records.dates import PartialDate
from models.records.fields import Bilingual, Day, Line, Record, Slug, Url
from models.records.terms import Holding, Mode, TextStanding


class Forum(Record):
    """One edition of the World Human Rights Cities Forum, on record or not.

    Its days are known from its first day on, or from the day on which a dated source had `announced` them.
    """

    number: int = Field(ge=1, le=200)
    year: int = Field(ge=2011, le=2100)
    held: Holding
    start: Day
    end: Day
    announced: Day | None = None
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

    def is_known(self, day: dt.date) -> bool:
        """Whether its days could be known on `day`."""
        return (self.announced or self.start) <= day

    def as_of(self, day: dt.date) -> Forum:
        """What could be told of it on `day`: before it begins, no more than was announced; what came of it once it is over."""
        if self.end <= day:
            return self
        told: dict[str, object] = {"dates_note": None, "text_note": None, "notes": []}
        if day < self.start:
            told |= {"held": Holding.ANNOUNCED, "mode": Mode.ANNOUNCED, "text": TextStanding.NOT_FOUND}
        return self.model_copy(update=told)


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
