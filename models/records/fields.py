"""What the fields of every record are made of: ids, days, and our own sentences and names in both languages.

Records are frozen, refuse unknown fields, and take every scalar as text.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, StringConstraints, WithJsonSchema

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]
Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=20_000)]
Url = Annotated[str, StringConstraints(pattern=r"^https?://[^\s<>\"]+$", max_length=2_000)]
ProvisionId = Annotated[str, StringConstraints(pattern=r"^\d{4}-([pc][1-9]\d*|intro|close)$")]
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
