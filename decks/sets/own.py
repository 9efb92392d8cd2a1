"""A choice of slides as a small file, to be kept, sent and opened again: which slides, in which language, of which day."""

from __future__ import annotations

import codecs
import datetime as dt
import json
from enum import StrEnum
from typing import Annotated, Final, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

VERSION: Final = 1
MOST_BYTES: Final = 100_000
"""A choice of sixty slides has some four thousand."""
TITLE: Final = 120
"""So many letters a title that somebody gives may have."""


class Fault(StrEnum):
    """Why a file is not a choice of slides."""

    TOO_BIG = "too-big"
    NOT_JSON = "not-json"
    OTHER = "other"
    """JSON, but of something else."""
    VERSION = "version"
    """Slides, but written by a later register."""


class Saved(BaseModel):
    """What the file holds. Without a day, `on`, the slides are as of whatever day they are opened on."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)

    version: Literal[1] = VERSION
    set: Annotated[str, Field(min_length=1, max_length=500)]
    slides: tuple[Annotated[str, Field(min_length=1, max_length=500)], ...] = ()
    lang: Literal["en", "ko"]
    on: dt.date | None = None
    title: Annotated[str, Field(max_length=TITLE)] = ""


def write(saved: Saved) -> bytes:
    """The file, the same for the same choice."""
    return f"{saved.model_dump_json(indent=2)}\n".encode()


def read(given: bytes) -> Saved | Fault:
    """The choice that a file holds, or why it holds none; whether there are such slides is seen when they are made."""
    if len(given) > MOST_BYTES:
        return Fault.TOO_BIG
    given = given.removeprefix(codecs.BOM_UTF8)  # some editors of Windows put it there
    try:
        said = json.loads(given)
    except (ValueError, RecursionError):
        return Fault.NOT_JSON
    if isinstance(said, dict) and {"version", "set"} <= set(said) and said["version"] != VERSION:
        return Fault.VERSION
    try:
        return Saved.model_validate_json(given)
    except ValidationError:
        return Fault.OTHER
