"""What is there but withheld: judgements, counts and reviews that cannot be read or shown, with what is still known of them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from models.records.dates import PartialDate
from models.records.evidence import Evidence
from models.records.notes import Note


@dataclass(frozen=True, slots=True)
class WithheldNote:
    """A note that is there, but cannot be read, breaks a rule, or rests on a source that is withheld.

    `path` is its file below the folder of records, or the folder that cannot be read. What nobody can tell counts as possible:
    any day where `as_of` is None, any judgement where it is not `sure` what it is about.
    """

    path: str
    commitment: str = ""
    """Empty where nobody can tell which commitment it judges."""
    as_of: dt.date | None = None
    actor: str | None = None
    """The body whose own record it is, as far as that can be read."""
    sure: bool = False
    """Whether it is known that it judges just this body, or (without one) the commitment as a whole."""
    note: Note | None = None
    """The note itself, as far as it could be read."""
    sources: tuple[str, ...] = ()
    """The sources that are withheld, where nothing else is wrong with the note."""

    @property
    def id(self) -> str:
        """The note's id, as far as its path tells."""
        return self.path.removeprefix("notes/").removesuffix(".yaml")

    def speaks_by(self, day: dt.date) -> bool:
        """Whether it may speak of `day` or earlier."""
        return self.as_of is None or self.as_of <= day

    def may_judge(self, actor: str | None) -> bool:
        """Whether it may be on this body's own record; on the commitment as a whole for None."""
        if self.sure:
            return self.actor == actor
        return self.actor is None or actor is not None


@dataclass(frozen=True, slots=True)
class WithheldCount:
    """A count of a measure that is withheld; without `series` the whole measure, without `measure` any of them."""

    measure: str = ""
    series: str = ""
    on: PartialDate | None = None

    def is_in(self, series: str) -> bool:
        """Whether it may belong to this series."""
        return self.series in ("", series)

    def known_by(self, day: dt.date) -> bool:
        """Whether it may be a count of `day` or earlier."""
        return self.on is None or self.on.last <= day


@dataclass(frozen=True, slots=True)
class WithheldReview:
    """A review that is withheld; without `source` a whole file of them, or one of which cannot be read what it reviews.

    `file` is the name of its file, empty where not even that is known.
    """

    file: str = ""
    on: dt.date | None = None
    source: str = ""
    whole: bool = False
    """Whether it stands for a whole file of reviews, or a folder of them."""

    def may_grade(self, source: Evidence, last: str | None) -> bool:
        """Whether this source may count as what the review says; `last` is the file of its last review that can be read.

        One that may be of any source is of those without a review: else one stray file would hide all judgements.
        """
        if self.source:
            return self.source == source.id and (last is None or last <= self.file)
        return last is None and (self.on is None or source.seen <= self.on)
