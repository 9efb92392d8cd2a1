"""The day that is asked for: one reading of it for the pages, the menu, the addresses of data and the command."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

FIRST_DAY = dt.date(2011, 5, 1)
"""The month in which the first forum met; before it there is nothing to look at."""
SHOWN = 40
"""So many signs of what was asked for are repeated in an answer."""


class Why(StrEnum):
    """Why a day is refused. The labels `frame.day_…` say each in both languages."""

    EMPTY = "empty"
    MANY = "many"
    FORM = "form"
    NONE = "none"
    EARLY = "early"
    LATE = "late"


@dataclass(frozen=True)
class Refused:
    """What was asked for and is no day that can be shown."""

    why: Why
    given: str
    today: dt.date


def asked(given: Sequence[str], today: dt.date) -> dt.date | Refused:
    """The day that is asked for, today where none is; `given` is everything that was said, as it was said.

    A day is written 2024-10-11 and in no other way, it is in the calendar, and it lies between the month of the first forum
    and today. Whoever asks for two days is not answered for one of them.
    """
    if not given:
        return today
    if len(given) > 1:
        return Refused(Why.MANY, ", ".join(map(_shown, given)), today)
    (text,) = given
    if not text:
        return Refused(Why.EMPTY, "", today)
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        return Refused(Why.FORM, _shown(text), today)
    try:
        day = dt.date.fromisoformat(text)
    except ValueError:
        return Refused(Why.NONE, text, today)
    if not FIRST_DAY <= day <= today:
        return Refused(Why.EARLY if day < FIRST_DAY else Why.LATE, text, today)
    return day


def _shown(text: str) -> str:
    """The beginning of what was asked for, with a space for what cannot be seen."""
    seen = "".join(sign if sign.isprintable() else " " for sign in text)
    return seen if len(seen) <= SHOWN else seen[: SHOWN - 1] + "…"
