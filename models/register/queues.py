"""The secretariat's queues: which commitments wait for somebody, and what would move each of them.

A queue is computed from the notes as of a day and never stored. A commitment may stand in several queues; a queue
holds commitments of all three ledgers side by side, and whoever counts them counts each ledger for itself.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from models.records.evidence import Evidence
from models.records.forums import Forum
from models.records.notes import Note
from models.records.terms import BodyKind, Grade, Ledger, Status
from models.records.texts import Commitment
from models.register import standing
from models.register.independence import apart
from models.register.register import Register
from models.register.standing import Standing


class Queue(StrEnum):
    """Why a commitment waits."""

    OVERDUE = "overdue"
    """The due date has passed and it is not known to be done."""
    DUE = "due"
    """It falls due before the next forum is over."""
    NEVER = "never"
    """Nobody has judged it as a whole."""
    STALE = "stale"
    """It was judged, but not as of any day since the last forum."""
    SELF_REPORT = "self-report"
    """What decides its standing is the word of those who promised, and nothing else."""
    EVIDENCE = "evidence"
    """Its sources could not carry “done”, even if it were done."""


class Need(StrEnum):
    """What would move a commitment on."""

    FIRST_NOTE = "first-note"
    ANY_SOURCE = "any-source"
    PRIMARY = "primary"
    ONE_MORE = "one-more"
    ACT = "act"
    REVIEW = "review"
    REVERSAL = "reversal"


class Order(StrEnum):
    """How a queue is sorted."""

    URGENT = "urgent"
    """Due dates first, the earliest on top; then whatever was judged longest ago or never."""
    TEXT = "text"
    """As the declarations have them."""
    JUDGED = "judged"
    """Longest without a judgement first."""
    FIRM = "firm"
    """The most precise words first."""


@dataclass(frozen=True)
class Horizon:
    """Until when a due date counts as near: the end of the next forum, or a year where none is announced."""

    day: dt.date
    forum: Forum | None


@dataclass(frozen=True)
class Row:
    """One commitment that waits."""

    commitment: Commitment
    standing: Standing
    note: Note | None
    """The note that decides where it stands."""
    need: Need
    source: BodyKind
    """Whose records a primary source would come from."""
    self_reported: bool = False
    """Only those who promised say so."""

    @property
    def judged(self) -> dt.date | None:
        return self.note.as_of if self.note else None


@dataclass(frozen=True)
class Filter:
    """Which rows of a queue are wanted; an empty list asks for nothing in particular."""

    ledgers: tuple[str, ...] = ()
    declarations: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()

    def admits(self, commitment: Commitment) -> bool:
        return (
            (not self.ledgers or commitment.ledger in self.ledgers)
            and (not self.declarations or commitment.declaration in self.declarations)
            and (not self.themes or bool(set(self.themes) & set(commitment.themes)))
            and (not self.bodies or bool(set(self.bodies) & set(responsible(commitment))))
        )


def responsible(commitment: Commitment) -> list[str]:
    """The bodies that are to act: whoever is bound by a promise, whoever is asked by the rest."""
    return list(commitment.by) if commitment.ledger is Ledger.PROMISES else list(commitment.to)


def assessable(register: Register) -> list[Commitment]:
    """The commitments that can be judged, in the order of the texts."""
    return [commitment for commitment in register.commitment_by_id.values() if commitment.assessable]


def horizon(register: Register, day: dt.date) -> Horizon:
    """The end of the first forum known on `day` to begin after it; a year from `day` where there is none."""
    coming = next((forum for forum in register.forums if forum.start > day and forum.is_known(day)), None)
    return Horizon(coming.end, coming) if coming else Horizon(day + dt.timedelta(days=365), None)


def queue(register: Register, which: Queue, day: dt.date) -> list[Row]:
    """Everything that waits in one queue on `day`, in the order of the texts.

    Of a commitment whose judgement is withheld nobody can say what it waits for: it stands in no queue (`Register.withheld_on`).
    """
    near, last = horizon(register, day).day, register.last_forum(day)
    since = last.end if last else dt.date.min
    withheld = {commitment.id for commitment in register.withheld_on(day)}
    rows = [_row(register, commitment, day) for commitment in assessable(register) if commitment.id not in withheld]
    return [row for row in rows if _waits(row, which, day, near, since)]


def sizes(register: Register, which: Queue, day: dt.date) -> dict[Ledger, int]:
    """How many wait in a queue, each ledger counted for itself."""
    found = [row.commitment.ledger for row in queue(register, which, day)]
    return {ledger: found.count(ledger) for ledger in Ledger}


def sort(rows: list[Row], order: Order) -> list[Row]:
    """The rows in the order asked for; equal ones stay in the order of the texts."""
    far, never = dt.date.max, dt.date.min
    if order is Order.URGENT:
        return sorted(rows, key=lambda row: (row.commitment.due_by or far, row.judged or never))
    if order is Order.JUDGED:
        return sorted(rows, key=lambda row: row.judged or never)
    if order is Order.FIRM:
        return sorted(rows, key=lambda row: -(row.commitment.precision.rank if row.commitment.precision else -1))
    return list(rows)


def deciding_sources(register: Register, note: Note) -> list[Evidence]:
    """The sources of a note that may decide, as they were last reviewed: all but the merely inferred."""
    cited = (register.evidence_by_id[id_] for id_ in note.evidence if id_ in register.evidence_by_id)
    return [source for source in cited if register.grade_of(source) is not Grade.INFERRED]


def need_of(register: Register, note: Note | None) -> Need:
    """What the next better judgement lacks: a note, a source, or the act itself."""
    if note is None:
        return Need.FIRST_NOTE
    if note.status is Status.DONE:
        return Need.REVIEW
    if note.status is Status.CONTRARY:
        return Need.REVERSAL
    if note.status is Status.NO_EVIDENCE:
        return Need.ANY_SOURCE
    sources = deciding_sources(register, note)
    independent = apart(register, [source for source in sources if register.grade_of(source) is Grade.INDEPENDENT])
    if any(register.grade_of(source) is Grade.PRIMARY for source in sources) or independent >= 2:
        return Need.ACT
    return Need.ONE_MORE if independent else Need.PRIMARY


def on_self_report_alone(register: Register, note: Note | None) -> bool:
    """Whether only those who promised say so; a search that found nothing rests on nobody's word."""
    sources = deciding_sources(register, note) if note and note.status is not Status.NO_EVIDENCE else []
    return bool(sources) and all(register.grade_of(source) is Grade.SELF_REPORTED for source in sources)


def _row(register: Register, commitment: Commitment, day: dt.date) -> Row:
    note = standing.deciding(register.notes_of(commitment.id), day)
    where, source = register.standing_of(commitment, day), _source(register, commitment)
    return Row(commitment, where, note, need_of(register, note), source, on_self_report_alone(register, note))


def _source(register: Register, commitment: Commitment) -> BodyKind:
    """The kind of body whose own record would be primary; what takes part in the forum is cities."""
    named = [body for body in responsible(commitment) or commitment.by if body in register.body_by_id]
    kinds = [register.body_by_id[body].kind for body in named]
    if not kinds or "participants" in named:
        return BodyKind.COLLECTIVE
    return kinds[0]


def _waits(row: Row, which: Queue, day: dt.date, near: dt.date, since: dt.date) -> bool:
    due = row.commitment.due_by
    if which is Queue.OVERDUE:
        return standing.is_overdue(row.commitment, row.standing, day)
    if which is Queue.DUE:
        return due is not None and day <= due <= near and row.standing is not Standing.DONE
    if which is Queue.NEVER:
        return row.standing is Standing.NOT_ASSESSED
    if which is Queue.STALE:
        return row.note is not None and row.note.as_of <= since
    if which is Queue.SELF_REPORT:
        return row.self_reported
    return row.need in (Need.ANY_SOURCE, Need.PRIMARY, Need.ONE_MORE)
