"""What was said, as curators write it: the declarations, the pledges in them, the closed lists and the forums.

What came of it is in models/records/notes.py. The meaning of every field is the codebook's (docs/CODEBOOK.md). The ids
inside a file are short (`p5`, `a`); the register gives them their full form (`2024-p5`, `2024-p5a`).
"""

from __future__ import annotations

import datetime as dt
from typing import Annotated

from pydantic import ConfigDict, Field, StringConstraints

from models.records.dates import PartialDate
from models.records.fields import Bilingual, Day, Line, PlaceId, Record, Slug, Url
from models.records.terms import BodyKind as BodyKind
from models.records.terms import Confidence as Confidence
from models.records.terms import Force as Force
from models.records.terms import Grade as Grade
from models.records.terms import Holding as Holding
from models.records.terms import Ledger as Ledger
from models.records.terms import Mode as Mode
from models.records.terms import Precision as Precision
from models.records.terms import Scope as Scope
from models.records.terms import Status as Status
from models.records.terms import TextStanding as TextStanding


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
    to: list[Slug] = Field(default_factory=list)
    partners: list[Slug] = Field(default_factory=list)
    themes: list[Slug] = Field(min_length=1, max_length=3)
    groups: list[Slug] = Field(default_factory=list)
    stages: list[Line] = Field(default_factory=list)
    items: list[ChecklistItem] = Field(default_factory=list)
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
    themes: list[Slug] = Field(default_factory=list)
    groups: list[Slug] = Field(default_factory=list)
    summary: Bilingual | None = None
    commitments: list[Commitment] = Field(default_factory=list)

    @property
    def declaration(self) -> str:
        return self.id[:4]

    @property
    def local(self) -> str:
        """The short id, as in `p5`."""
        return self.id[5:] if self.id[:4].isdigit() else self.id

    @property
    def strongest(self) -> Force | None:
        """The force of its strongest commitment, or its own; None where its commitments are withheld for a mistake."""
        return max((commitment.force for commitment in self.commitments), key=lambda force: force.rank, default=self.force)


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
    epigraphs: list[Line] = Field(default_factory=list)
    headings: list[Heading] = Field(default_factory=list)
    footnotes: list[Footnote] = Field(default_factory=list)
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
    sdgs: list[Annotated[int, Field(ge=1, le=17)]] = Field(default_factory=list)


class Group(Record):
    """A group of people that the words name."""

    id: Slug
    name: Bilingual


class Body(Record):
    """A body that is bound, addressed, a partner, a host or an organiser."""

    id: Slug
    name: Bilingual
    kind: BodyKind
    begins: Day | None = None
    note: Bilingual | None = None
    note_since: Day | None = None

    def note_on(self, day: dt.date) -> Bilingual | None:
        """The note, from the day on which it could be known."""
        return None if self.note_since and day < self.note_since else self.note


class Vocabulary(Record):
    """The closed lists of themes, groups of people and bodies; and publishers under the names that readers know."""

    themes: list[Theme]
    groups: list[Group]
    bodies: list[Body]
    publishers: list[Bilingual] = Field(default_factory=list)


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
