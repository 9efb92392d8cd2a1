"""Dates as sources give them: a day, only a month, or only a year."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from functools import total_ordering
from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

PATTERN = r"^\d{4}(-\d{2}(-\d{2})?)?$"
_WRITTEN = re.compile(PATTERN, re.ASCII)
EARLIEST, LATEST = 1900, 2100
"""No record tells of another year; one such as 0201 is a slip of the pen."""


def possible(year: int, written: str) -> None:
    """Refuses a year that cannot be meant."""
    if not EARLIEST <= year <= LATEST:
        words = "“{written}” cannot be: a year here lies between {earliest} and {latest}"
        raise PydanticCustomError("year_impossible", words, {"written": written, "earliest": EARLIEST, "latest": LATEST})


@total_ordering
class PartialDate:
    """A date of which perhaps only the month or the year is known.

    It is never made more exact than the source: `first` and `last` are the days between which it lies, both included.
    Written as `2015`, `2015-08` or `2015-08-07`; anything else raises `ValueError`.
    """

    __slots__ = ("first", "last", "text")

    def __init__(self, text: str) -> None:
        if not _WRITTEN.fullmatch(text):
            raise ValueError("a date is written as 2015, 2015-08 or 2015-08-07")
        year, month, day = (int(part) for part in [*text.split("-"), "0", "0"][:3])
        self.text = text
        if day:
            self.first = self.last = dt.date(year, month, day)
        elif month:
            self.first = dt.date(year, month, 1)
            self.last = dt.date(year, month, calendar.monthrange(year, month)[1])
        else:
            self.first, self.last = dt.date(year, 1, 1), dt.date(year, 12, 31)

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        return f"PartialDate({self.text!r})"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, PartialDate) and self.text == other.text

    def __lt__(self, other: PartialDate) -> bool:
        return (self.first, self.last) < (other.first, other.last)

    def __hash__(self) -> int:
        return hash(self.text)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(
            cls._from_text, serialization=core_schema.plain_serializer_function_ser_schema(str)
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {"type": "string", "pattern": PATTERN}

    @classmethod
    def _from_text(cls, value: Any) -> PartialDate:
        if isinstance(value, cls):
            return value
        if not isinstance(value, str):
            raise ValueError("a date is written as 2015, 2015-08 or 2015-08-07")
        date = cls(value)
        possible(date.first.year, value)
        return date
