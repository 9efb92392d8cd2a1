"""Pledges: one promise followed through the declarations, and every place that speaks of it (codebook, 5)."""

from __future__ import annotations

from pydantic import ConfigDict, Field

from models.records.fields import Bilingual, PlaceId, Record, Slug
from models.records.places import text_of
from models.records.terms import Scope


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
        return text_of(self.at)


class Pledge(Record):
    """One promise followed through the declarations: a thread of mentions with the same object."""

    id: str = ""
    title: Bilingual
    object: Bilingual
    measure: Slug | None = None
    mentions: list[Mention] = Field(min_length=1)
