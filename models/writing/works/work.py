"""A new text as it is worked on: the source as it was read, how it is parted by now, and what is known of its adoption.

Unlike a record it may be unfinished in every field; `lacking` says what is missing before it can be saved.
"""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field

from models.texts.parts import Kind, LeftOut, Warning
from models.texts.source import Source, Stretch


class Facts(BaseModel):
    """What is known of the text as a whole, as it was typed; empty where nobody has said it yet."""

    model_config = ConfigDict(extra="forbid")

    forum: int | None = None
    year: int | None = None
    """The year that names the declaration; that of the day of adoption."""
    title_en: str = ""
    title_ko: str = ""
    adopted: str = ""
    language: str = "en"
    publisher: str = ""
    source_title: str = ""
    url: str = ""
    published: str = ""
    note_en: str = ""
    note_ko: str = ""


class WorkedPart(BaseModel):
    """One part of the text as whoever works on it has it by now."""

    model_config = ConfigDict(extra="forbid")

    kind: Kind
    text: str
    at: list[Stretch] = Field(default_factory=list)
    """Where in the source it stands; empty for words that were typed."""
    number: str | None = None
    mark: str = ""
    marked: Stretch | None = None
    """The characters of the source that are the mark."""
    level: int = 1
    place: str | None = None
    after: str | None = None
    """Of a footnote: the words after which its mark stands."""
    hangs_on: int | None = None
    """Of a footnote: the index of the part on which it hangs."""
    by_hand: bool = False
    """Whether somebody changed its words; the page says so."""
    note_en: str = ""
    """Of a footnote whose words are missing from the copy: why."""
    note_ko: str = ""
    title: str | None = None
    """The heading of an article or a bold lead-in that stands in front of its words."""


class Work(BaseModel):
    """A new text on its way onto the record. Its codings are kept apart, one for each coder."""

    model_config = ConfigDict(extra="forbid")

    source: Source
    put_back: list[Stretch] = Field(default_factory=list)
    """What was left out and is to stay in."""
    taken_away: list[Stretch] = Field(default_factory=list)
    """What somebody took away by hand."""
    parts: list[WorkedPart] = Field(default_factory=list)
    left_out: list[LeftOut] = Field(default_factory=list)
    warnings: list[Warning] = Field(default_factory=list)
    facts: Facts = Field(default_factory=Facts)
    parted: bool = False
    """Whether somebody said that the parts are right; coding begins then, and places stay as they are."""

    @property
    def places(self) -> list[str]:
        """The places of its provisions, in the order of the text."""
        return [part.place for part in self.parts if part.kind.is_provision and part.place]

    @property
    def provisions(self) -> list[WorkedPart]:
        """What is recorded as provisions."""
        return [part for part in self.parts if part.kind.is_provision]

    @property
    def title(self) -> str:
        """What it is called as long as nobody has typed a title."""
        titled = (part.text for part in self.parts if part.kind is Kind.TITLE)
        return self.facts.title_en or self.facts.title_ko or next(titled, "") or self.source.title or self.source.name

    def has_the_parts_of(self, other: Work) -> bool:
        """Whether it is the same text, parted the same, and nothing but the facts around it differs."""
        return all(getattr(self, name) == getattr(other, name) for name in ("source", "put_back", "taken_away", "parts", "parted"))
