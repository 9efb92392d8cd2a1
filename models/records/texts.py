"""What a forum said: a declaration, its provisions, and the commitments in them.

The meaning of every field is the codebook's (docs/CODEBOOK.md). The ids inside a file are short (`p5`, `a`); the register
gives them their full form (`2024-p5`, `2024-p5a`).
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from models.records.dates import PartialDate
from models.records.fields import Bilingual, Day, Line, LocalId, Record, Slug, Url, Whole
from models.records.places import local_of, text_of
from models.records.terms import Force, Ledger, Precision


class Quantity(Record):
    """A number that a commitment names as its aim."""

    value: Whole
    unit: Bilingual


class ChecklistItem(Record):
    """One thing that a verb with several nouns asks for, in the text's own words."""

    quote: Line
    ko: Line


class CommitmentTest(Record):
    """What would count as started, partly done and done.

    Acts count from `first_day` on, or whenever they were done where it is `any`. `counted` says over whom or what "some"
    and "all" are counted, and `listed` whether a list of them can be made.
    """

    en: Line
    ko: Line
    first_day: Day | Literal["any"] | None = None
    counted: Bilingual | None = None
    listed: bool | None = None

    def __getitem__(self, language: str) -> str:
        return self.ko if language == "ko" else self.en


class EarlierTest(Record):
    """A test that was replaced: notes written before `until` were judged by it."""

    until: Day
    en: Line
    ko: Line
    because: Bilingual

    def __getitem__(self, language: str) -> str:
        return self.ko if language == "ko" else self.en


class Recoding(Record):
    """What a commitment was coded as before `on`, and why it was coded anew."""

    on: Day
    force: Force
    precision: Precision | None = None
    because: Bilingual


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
    """The day itself; None as well in a register as of a day on which only `due_within` was known."""
    due_within: PartialDate | None = None
    """The month or year that the words name, where the day is the last of a later forum and came with its announcement."""
    due_words: Line | None = None
    target: Quantity | None = None
    test: CommitmentTest | None = None
    earlier_tests: list[EarlierTest] = Field(default_factory=list)
    recoded: list[Recoding] = Field(default_factory=list)
    doubt: Bilingual | None = None

    @property
    def provision(self) -> str:
        """Full id of the provision; only meaningful once the register has given the full id."""
        return self.id[:-1]

    @property
    def declaration(self) -> str:
        return text_of(self.id)

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
    def due_by(self) -> dt.date | None:
        """The due day, or the last one it can be while the day is not yet set; None for what has no date."""
        return self.due or (self.due_within.last if self.due_within else None)

    @property
    def due_is_open(self) -> bool:
        """Whether there is a date of which the day is not yet set."""
        return self.due is None and self.due_within is not None

    def test_on(self, day: dt.date) -> CommitmentTest | EarlierTest | None:
        """The test by which a note written on `day` was judged."""
        return next((earlier for earlier in self.earlier_tests if day < earlier.until), self.test)

    @property
    def assessable(self) -> bool:
        """Can be judged at all: the words are of `direction` or better."""
        return self.precision is not None and self.precision is not Precision.ASPIRATION


class Provision(Record):
    """One numbered paragraph, or an unnumbered passage that says something."""

    id: LocalId
    text: Line
    force: Force | None = None
    themes: list[Slug] = Field(default_factory=list)
    groups: list[Slug] = Field(default_factory=list)
    summary: Bilingual | None = None
    commitments: list[Commitment] = Field(default_factory=list)

    @property
    def declaration(self) -> str:
        return text_of(self.id)

    @property
    def local(self) -> str:
        """The short id, as in `p5`."""
        return local_of(self.id)

    @property
    def digest(self) -> str:
        return digest("provision", self.local, self.text)

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

    @property
    def digest(self) -> str:
        return digest("heading", self.before, self.text)


class Footnote(Record):
    """A footnote of the text, kept out of the words it was glued to."""

    mark: Line
    at: Slug
    after: Line
    text: Line | None = None
    note: Bilingual | None = None

    @property
    def digest(self) -> str:
        return digest("footnote", self.mark, self.at, self.after, self.text)


Digest = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]


class Digests(Record):
    """SHA-256 of each part of an adopted text (docs/export.md says how to compute them anew)."""

    opening: Digest
    headings: list[Digest] = Field(default_factory=list)
    footnotes: list[Digest] = Field(default_factory=list)
    provisions: dict[LocalId, Digest] = Field(default_factory=dict)

    @property
    def whole(self) -> str:
        """The digest over all parts in their order, and so over all that was adopted."""
        return digest("whole", self.opening, self.headings, self.footnotes, [[id_, part] for id_, part in self.provisions.items()])


class Seal(Record):
    """Who found on which day that the text is what was adopted, and the digests by which any later change is seen."""

    on: Day
    by: Line
    form: Literal["adopted-text-1"]
    digest: Digest
    parts: Digests


def digest(*words: object) -> str:
    """SHA-256, in hexadecimal digits, of the words as a JSON list in UTF-8 without spaces, Korean and all else as it is.

    The form of the seals has a number: when what is sealed, or how, changes, it gets the next one.
    """
    return hashlib.sha256(json.dumps(words, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")).hexdigest()


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
    sealed: Seal | None = None

    @property
    def digests(self) -> Digests:
        """The digests of all that was adopted, as it stands here: not of our summaries, codings and themes."""
        provisions: dict[str, str] = {}
        for provision in self.provisions:
            provisions.setdefault(provision.local, provision.digest)
        return Digests(
            opening=digest("opening", self.title[self.language], self.adopted.isoformat(), self.language, self.epigraphs),
            headings=[heading.digest for heading in self.headings],
            footnotes=[note.digest for note in self.footnotes],
            provisions=provisions,
        )
