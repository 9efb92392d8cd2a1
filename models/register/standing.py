"""Where a commitment stood on a day: folded from its notes, never stored."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from enum import StrEnum

from models.records.notes import Note
from models.records.terms import Status
from models.records.texts import Commitment


class Standing(StrEnum):
    """The seven things that are never mistaken for one another (codebook, 4)."""

    DONE = "done"
    PARTLY_DONE = "partly-done"
    STARTED = "started"
    NOT_ASSESSED = "not-assessed"
    NO_EVIDENCE = "no-evidence"
    CONTRARY = "contrary"
    NOT_ASSESSABLE = "not-assessable"


STARTED_OR_FURTHER = (Standing.DONE, Standing.PARTLY_DONE, Standing.STARTED)
"""The standings in which something is known to have been done towards the words."""


def order(note: Note) -> tuple[dt.date, dt.date, int, str]:
    """Notes are folded by the day they speak of, then by the day they were written, then by their number on that day."""
    number = note.id.rpartition("/")[2][11:]
    return (note.as_of, note.written, int(number) if number.isdigit() else 1, note.id)


def notes_until(notes: Iterable[Note], day: dt.date) -> list[Note]:
    """The notes that speak of `day` or earlier, oldest first."""
    return sorted((note for note in notes if note.as_of <= day), key=order)


def deciding(notes: Iterable[Note], day: dt.date) -> Note | None:
    """The note that says where the commitment as a whole stood on `day`; notes on one body alone do not count."""
    collective = [note for note in notes_until(notes, day) if note.actor is None]
    return collective[-1] if collective else None


def standing(commitment: Commitment, notes: Iterable[Note], day: dt.date) -> Standing:
    """Where `commitment` stood on `day`."""
    if not commitment.assessable:
        return Standing.NOT_ASSESSABLE
    note = deciding(notes, day)
    return Standing.NOT_ASSESSED if note is None else Standing(note.status.value)


def is_overdue(commitment: Commitment, now: Standing, day: dt.date) -> bool:
    """The due date has passed and the words are not known to be done."""
    return commitment.due is not None and commitment.due < day and now not in (Standing.DONE, Standing.NOT_ASSESSABLE)


def punctuality(commitment: Commitment, notes: Iterable[Note], day: dt.date) -> str | None:
    """`on-time` or `late` for a dated commitment that is done, by the first note that says so; else None."""
    if commitment.due is None:
        return None
    done = [note for note in notes_until(notes, day) if note.actor is None and note.status is Status.DONE]
    return None if not done else ("on-time" if done[0].as_of <= commitment.due else "late")
