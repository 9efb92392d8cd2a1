"""The lists that a curator may add to: themes, groups of people, bodies, and publishers under the names readers know.

The closed words of the codebook, such as force, status and grade, are in terms.py.
"""

from __future__ import annotations

import datetime as dt
from typing import Annotated

from pydantic import Field

from models.records.fields import Bilingual, Day, Record, Slug
from models.records.terms import BodyKind


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
    """A body that is bound, addressed, a partner, a host or an organiser.

    From the day it `begins` it answers for what the bodies that it `succeeds` promised or were asked. That it would begin is
    known from then on, or from the day on which that was `announced`.
    """

    id: Slug
    name: Bilingual
    kind: BodyKind
    begins: Day | None = None
    announced: Day | None = None
    succeeds: list[Slug] = Field(default_factory=list)
    note: Bilingual | None = None
    note_since: Day | None = None

    def has_begun(self, day: dt.date) -> bool:
        return self.begins is None or self.begins <= day

    def is_known(self, day: dt.date) -> bool:
        """Whether there was such a body on `day`, or it was known that there would be."""
        return self.has_begun(day) or (self.announced is not None and self.announced <= day)

    def as_of(self, day: dt.date) -> Body:
        """What could be told of it on `day`."""
        told: dict[str, object] = {} if self.note_on(day) is self.note else {"note": None, "note_since": None}
        return self.model_copy(update=told if self.has_begun(day) else {**told, "succeeds": []})

    def note_on(self, day: dt.date) -> Bilingual | None:
        """The note, from the day on which it could be known."""
        return None if self.note_since and day < self.note_since else self.note


class Vocabulary(Record):
    """The closed lists of themes, groups of people and bodies; and publishers under the names that readers know."""

    themes: list[Theme]
    groups: list[Group]
    bodies: list[Body]
    publishers: list[Bilingual] = Field(default_factory=list)
