"""Where a commitment stood on a day: folded from its notes, never stored."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from enum import StrEnum

from models.records.notes import Note
from models.records.terms import Status
from models.records.texts import Commitment
from models.register.withheld import WithheldNote


class Standing(StrEnum):
    """The eight things that are never mistaken for one another (codebook, 4)."""

    DONE = "done"
    PARTLY_DONE = "partly-done"
    STARTED = "started"
    NOT_ASSESSED = "not-assessed"
    WITHHELD = "withheld"
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


def deciding(notes: Iterable[Note], day: dt.date, actor: str | None = None) -> Note | None:
    """The newest of these notes up to `day` on the commitment as a whole, or on the own record of one body alone."""
    found = [note for note in notes_until(notes, day) if note.actor == actor]
    return found[-1] if found else None


def hiding(notes: Iterable[Note], day: dt.date, withheld: Iterable[WithheldNote], actor: str | None = None) -> list[WithheldNote]:
    """The withheld notes that may say something newer of `day` than what can be read, so that nobody knows what decides.

    One that may belong to any commitment hides where nothing can be read: it may be what is missing there.
    """
    last = deciding(notes, day, actor)
    found = [note for note in withheld if note.speaks_by(day) and note.may_judge(actor)]
    return [note for note in found if last is None or (note.commitment and _may_follow(note, last))]


def _may_follow(withheld: WithheldNote, note: Note) -> bool:
    if withheld.note is not None:
        return order(withheld.note) > order(note)
    return withheld.as_of is None or withheld.as_of >= note.as_of


def standing(commitment: Commitment, notes: Iterable[Note], day: dt.date, withheld: Iterable[WithheldNote] = ()) -> Standing:
    """Where `commitment` stood on `day`, by its notes and by those that are withheld."""
    if not commitment.assessable:
        return Standing.NOT_ASSESSABLE
    read = list(notes)
    if hiding(read, day, withheld):
        return Standing.WITHHELD
    note = deciding(read, day)
    return Standing.NOT_ASSESSED if note is None else Standing(note.status.value)


def is_past(commitment: Commitment, day: dt.date) -> bool:
    """The due date has passed, whatever came of the words."""
    return commitment.due_by is not None and commitment.due_by < day


def is_overdue(commitment: Commitment, now: Standing, day: dt.date) -> bool:
    """The due date has passed and the words are not known to be done; of what is withheld nobody can say so."""
    return is_past(commitment, day) and now not in (Standing.DONE, Standing.NOT_ASSESSABLE, Standing.WITHHELD)


def punctuality(commitment: Commitment, notes: Iterable[Note], day: dt.date, withheld: Iterable[WithheldNote] = ()) -> str | None:
    """`on-time` or `late` for a dated commitment that is done, by the first note that says so; else None.

    It is None too where a withheld note may say that it was done in time.
    """
    due = commitment.due
    if due is None:
        return None
    done = [note for note in notes_until(notes, day) if note.actor is None and note.status is Status.DONE]
    if not done:
        return None
    if done[0].as_of <= due:
        return "on-time"
    return None if any(note.speaks_by(min(due, day)) and note.may_judge(None) for note in withheld) else "late"
