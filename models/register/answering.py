"""Who has to answer for a commitment: a body by its name, by its part in a forum, or as one of many cities."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from models.records.notes import Note
from models.records.terms import BodyKind, Ledger
from models.records.texts import Commitment
from models.records.vocabulary import Body
from models.register.register import Register

EVERY_CITY = frozenset({"cities", "human-rights-cities"})
"""The bodies of the vocabulary that mean cities in general."""


class Capacity(StrEnum):
    """As what a body is bound; the first that fits is the one that is told."""

    NAMED = "named"
    HOST = "host"
    ORGANIZER = "organizer"
    PARTICIPANT = "participant"
    SUCCESSOR = "successor"
    """Of a body that was bound; it took over what that one promised."""


@dataclass(frozen=True, slots=True)
class Bound:
    """A promise that binds a body, and as what."""

    commitment: Commitment
    capacity: Capacity
    there: bool
    """Whether it is on record that the body was there: it is named, or had a part in holding that forum."""


def answering(register: Register) -> tuple[Body, ...]:
    """Bodies one can look up: cities, and whoever has an own record or is bound or addressed by name."""
    named = {body for commitment in register.commitment_by_id.values() for body in (*commitment.by, *commitment.to)}
    named |= {note.actor for note in register.notes if note.actor}
    return tuple(
        body
        for body in register.bodies
        if (body.kind is BodyKind.CITY and body.id not in EVERY_CITY)
        or (body.id in named and body.kind not in (BodyKind.COLLECTIVE, BodyKind.FORUM))
    )


def bound(register: Register, body: Body) -> tuple[Bound, ...]:
    """The promises that bind a body, in the order of the texts."""
    found = []
    for commitment in register.commitments_in(Ledger.PROMISES):
        forum = register.forum_of(commitment.declaration)
        if _adopted_before(register, commitment, body):
            continue
        if body.id in commitment.by:
            found.append(Bound(commitment, Capacity.NAMED, there=True))
        elif forum and "hosts" in commitment.by and body.id in forum.hosts:
            found.append(Bound(commitment, Capacity.HOST, there=True))
        elif forum and "organizers" in commitment.by and body.id in forum.organizers:
            found.append(Bound(commitment, Capacity.ORGANIZER, there=True))
        elif body.kind is BodyKind.CITY and {"participants", *EVERY_CITY} & set(commitment.by):
            there = bool(forum and body.id in (*forum.hosts, *forum.organizers))
            found.append(Bound(commitment, Capacity.PARTICIPANT, there))
    for before in predecessors(register, body):
        inherited = (each for each in bound(register, before) if _adopted_before(register, each.commitment, body))
        found += [Bound(each.commitment, Capacity.SUCCESSOR, each.there) for each in inherited]
    return _in_order(register, found)


def predecessors(register: Register, body: Body) -> tuple[Body, ...]:
    """The bodies whose promises it answers for since it began."""
    return tuple(register.body_by_id[id_] for id_ in body.succeeds if id_ in register.body_by_id)


def successor(register: Register, body: Body) -> Body | None:
    """The body that took over what this one promised; None as long as it answers itself."""
    return next((each for each in register.bodies if body.id in each.succeeds), None)


def _in_order(register: Register, found: list[Bound]) -> tuple[Bound, ...]:
    """Each commitment once, in the order of the texts; by its own part rather than by succession, and as one who was there."""
    first: dict[str, Bound] = {}
    for each in sorted(found, key=lambda each: not each.there):
        first.setdefault(each.commitment.id, each)
    return tuple(first[id_] for id_ in register.commitment_by_id if id_ in first)


def perhaps(binding: tuple[Bound, ...]) -> bool:
    """Whether the promises bind a body only if it took part, and nothing on record says that it ever did."""
    return bool(binding) and not any(each.there for each in binding)


def _adopted_before(register: Register, commitment: Commitment, body: Body) -> bool:
    """Adopted before the body began: it could neither promise nor be asked."""
    return body.begins is not None and register.declaration_by_id[commitment.declaration].adopted < body.begins


def asked(register: Register, body: Body) -> tuple[tuple[Commitment, bool], ...]:
    """Asks and hopes addressed to a body; whether by name. Cities are also spoken to by what is addressed to all cities."""
    found = []
    for ledger in (Ledger.ASKS, Ledger.HOPES):
        for commitment in register.commitments_in(ledger):
            if _adopted_before(register, commitment, body):
                continue
            if body.id in commitment.to:
                found.append((commitment, True))
            elif body.kind is BodyKind.CITY and EVERY_CITY & set(commitment.to):
                found.append((commitment, False))
    for before in predecessors(register, body):
        known = {commitment.id for commitment, _ in found}
        inherited = (pair for pair in asked(register, before) if _adopted_before(register, pair[0], body))
        found += [pair for pair in inherited if pair[0].id not in known]
    return tuple(found)


def own_notes(register: Register, body: Body) -> dict[str, list[Note]]:
    """The notes on a body's own record by commitment, oldest first."""
    found: dict[str, list[Note]] = {}
    for commitment in register.commitment_by_id.values():
        notes = [note for note in register.notes_of(commitment.id) if note.actor == body.id]
        if notes:
            found[commitment.id] = notes
    return found


def is_withheld(register: Register, body: str, commitment: str, day: dt.date) -> bool:
    """Whether a note on a body's own record is withheld that may be newer than what can be read.

    One of which nobody can tell whom it judges counts only where there is an own record at all.
    """
    read = any(note.actor == body for note in register.notes_of(commitment))
    known = read or any(note.actor == body for note in register.withheld_of(commitment))
    return known and register.is_hidden(commitment, day, body)


def withheld_records(register: Register, body: Body, day: dt.date) -> tuple[str, ...]:
    """The commitments on which the body's own record is withheld on `day`, in the order of the texts."""
    if not register.withheld_notes:
        return ()
    return tuple(id_ for id_ in register.commitment_by_id if is_withheld(register, body.id, id_, day))
