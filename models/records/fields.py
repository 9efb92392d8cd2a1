"""What the fields of every record are made of: ids, days, and our own sentences and names in both languages.

Records are frozen, refuse unknown fields, and take every scalar as text.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError

from models.records.dates import possible
from models.records.places import COMMITMENT, LOCAL, PLACE, PROVISION

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]
Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=20_000)]


_BEGUN_AGAIN = re.compile(r"(?:https?:?/*)+(?:https?)?(?::|/|$)")
_HOST = re.compile(r"(?:[^\W_](?:[\w-]*[^\W_])?\.)+[^\W_]+(?:-+[^\W_]+)*\.?(?::\d{1,5})?(?:[/?#]|$)")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_DIGITS = re.compile(r"-?\d+(\.\d+)?", re.ASCII)


def _whole_address(value: str) -> str:
    """An address that a browser can follow: it names a host, begins once, and is not cut off."""
    rest = value.partition("://")[2]
    if _BEGUN_AGAIN.match(rest):
        raise ValueError("an address begins with https:// or http:// once, and the host follows")
    if "…" in value or value.endswith("..") or "/.../" in value:
        raise ValueError("this address is cut off (“…”); copy all of it")
    if not value.isprintable() or "\\" in value:
        raise ValueError("there is an invisible sign or a backslash in this address; copy it anew")
    if not _HOST.match(rest):
        raise ValueError("after https:// an address names a host, as in https://www.example.org/page")
    return value


Url = Annotated[str, StringConstraints(pattern=r"^https?://[^\s<>\"]+$", max_length=2_000), AfterValidator(_whole_address)]
LocalId = Annotated[str, StringConstraints(pattern=f"^{LOCAL}$", max_length=80)]
"""A provision inside its declaration, as in `p5`."""
ProvisionId = Annotated[str, StringConstraints(pattern=f"^{PROVISION}$", max_length=80)]
CommitmentId = Annotated[str, StringConstraints(pattern=f"^{COMMITMENT}$", max_length=80)]
PlaceId = Annotated[str, StringConstraints(pattern=f"^{PLACE}$", max_length=80)]
"""A commitment or a whole provision, as mentions name them."""


def _calendar_day(value: Any) -> Any:
    if isinstance(value, str):
        if not _DAY.fullmatch(value):
            raise ValueError("a day is written year-month-day, as in 2024-10-11")
        possible(int(value[:4]), value)
    return value


Day = Annotated[dt.date, BeforeValidator(_calendar_day), WithJsonSchema({"type": "string", "format": "date"})]


def _plain_digits(value: Any) -> Any:
    if isinstance(value, str) and not _DIGITS.fullmatch(value.strip()):
        raise PydanticCustomError("number_form", "digits alone")
    return value


Whole = Annotated[int, BeforeValidator(_plain_digits), Field(ge=1, le=10_000_000_000)]
Count = Annotated[float, BeforeValidator(_plain_digits), Field(ge=0, le=10_000_000_000)]
"""How much was counted: never below zero, and no more than there are people."""


class Record(BaseModel):
    """What every entry has in common: it is never changed, and an unknown field is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True, allow_inf_nan=False)


class Bilingual(Record):
    """One sentence or name of ours in both languages of the register."""

    en: Line
    ko: Line

    def __getitem__(self, language: str) -> str:
        return self.ko if language == "ko" else self.en
