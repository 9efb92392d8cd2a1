"""Gathers the facts of a brief from the register: what is on record about its subjects, and the questions to expect."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace

from models.brief import questions
from models.brief.facts import About, Agreed, Brief, Item, Kind, Subject, Tally, addressees
from models.brief.fitting import fits, is_on, said
from models.records.notes import Note
from models.records.places import time_of
from models.records.pledges import Pledge
from models.records.terms import BodyKind, Ledger, Status
from models.records.texts import Commitment
from models.register import answering, standing
from models.register.answering import EVERY_CITY, Capacity
from models.register.lineage import Wording
from models.register.queues import on_self_report_alone
from models.register.register import Register
from models.register.standing import Standing


def brief(register: Register, about: About | Subject, on: dt.date) -> Brief:
    """What the register as of `on` says about one subject or several."""
    register, about = register.as_of(on), about if isinstance(about, About) else About((about,))
    body = register.body_by_id[about.body] if about.body else None
    promised, asked = _items(register, about, on)
    everything = [*promised, *asked]
    unbound = [] if about.body else said(register, about)
    nominal = tuple(_item(register, commitment, on) for commitment in unbound if commitment.in_name_only)
    found = Brief(
        about=about,
        on=on,
        register=register,
        promised=tuple(_newest_firmest(promised)),
        asked=tuple(sorted(_newest_firmest(asked), key=lambda item: _addressed(register, about, item))),
        due=tuple(_by_date(everything, on)),
        tallies=tuple(_tally(ledger, everything) for ledger in Ledger),
        in_name_only=nominal,
        agreed=tuple(_agreed(register, about, {item.commitment.id for item in (*everything, *nominal)})),
        forums=tuple(forum for forum in register.forums if forum.start <= on),
        unnamed=tuple(subject for subject in about.subjects if _is_unnamed(register, subject)),
        perhaps=body is not None and answering.perhaps(answering.bound(register, body)),
    )
    return replace(found, questions=questions.questions(found))


def _is_unnamed(register: Register, subject: Subject) -> bool:
    """Whether it is a theme, a group or a pledge that no commitment on record names."""
    named = subject.kind in (Kind.CITY, Kind.FORUM) or any(is_on(register, subject, each) for each in register.commitment_by_id.values())
    return not named


def _items(register: Register, about: About, on: dt.date) -> tuple[list[Item], list[Item]]:
    """What was promised, and what was asked or hoped; each commitment once, however many of the subjects it is on."""
    on_it = said(register, about)
    if about.body:
        body, ids = register.body_by_id[about.body], {commitment.id for commitment in on_it}
        bound = [each for each in answering.bound(register, body) if each.commitment.id in ids]
        to_it = [(commitment, named) for commitment, named in answering.asked(register, body) if commitment.id in ids]
        return (
            [_item(register, each.commitment, on, body.id, capacity=each.capacity) for each in bound],
            [_item(register, commitment, on, body.id, by_name=named) for commitment, named in to_it],
        )
    found = [_item(register, commitment, on) for commitment in on_it if commitment.ledger]
    return (
        [item for item in found if item.commitment.ledger is Ledger.PROMISES],
        [item for item in found if item.commitment.ledger is not Ledger.PROMISES],
    )


def _item(
    register: Register, commitment: Commitment, on: dt.date, body: str = "", capacity: Capacity | None = None, by_name: bool = False
) -> Item:
    notes = register.notes_of(commitment.id)
    now, until, forum = register.standing_of(commitment, on), standing.notes_until(notes, on), register.forum_of(commitment.declaration)
    note = register.decision_on(commitment.id, on) if commitment.assessable else None
    own = register.decision_on(commitment.id, on, body) if body else None
    against = [each for each in until if each.status is Status.CONTRARY and (not body or each.actor in (None, body))]
    return Item(
        commitment=commitment,
        standing=now,
        note=note,
        overdue=standing.is_overdue(commitment, now, on),
        punctuality=standing.punctuality(commitment, notes, on, register.withheld_of(commitment.id)),
        capacity=capacity,
        hosted=bool(forum and body in forum.hosts),
        by_name=by_name,
        own=own,
        own_withheld=bool(body) and answering.is_withheld(register, body, commitment.id, on),
        against=against[-1] if against else None,
        self_reported=on_self_report_alone(register, note),
        only=_only_city(register, commitment, on, note) if now in standing.STARTED_OR_FURTHER else None,
    )


def _only_city(register: Register, commitment: Commitment, on: dt.date, note: Note | None) -> str | None:
    """The one city on whose own record the judgement of a promise that all made rests: by half of its sources, and no other has one.

    What is withheld may be the record of another, so nothing is told then. A city that took over what another promised is no second one.
    """
    if note is None or register.withheld_of(commitment.id) or not {"participants", *EVERY_CITY} & set(commitment.by):
        return None
    judged = {each.actor for each in register.notes_of(commitment.id) if each.actor}
    cities = [body.id for body in register.bodies if body.id in judged and body.kind is BodyKind.CITY]
    own = {id_: register.decision_on(commitment.id, on, id_) for id_ in cities}
    begun = {id_: found for id_, found in own.items() if found and Standing(found.status) in standing.STARTED_OR_FURTHER}
    first = [id_ for id_ in begun if not set(register.body_by_id[id_].succeeds) & set(begun)]
    shared = set(note.evidence) & {source for found in begun.values() for source in found.evidence}
    return first[0] if len(first) == 1 and 2 * len(shared) >= len(note.evidence) else None


def _newest_firmest(items: Iterable[Item]) -> list[Item]:
    """The newest text first; within it the most precise words, then their order in the text."""
    return sorted(items, key=lambda item: (-time_of(item.commitment.declaration), -_precision(item)))


def _precision(item: Item) -> int:
    return item.commitment.precision.rank if item.commitment.precision else -1


def _addressed(register: Register, about: About, item: Item) -> int:
    """Asks that name the body first, then those to cities, then those to others, last what nobody is asked."""
    if item.by_name:
        return 0
    to = addressees(register, item.commitment)
    if any(id_ in EVERY_CITY or register.body_by_id[id_].kind is BodyKind.CITY for id_ in to):
        return 1
    return 2 if to else 3


def _by_date(items: Iterable[Item], on: dt.date) -> list[Item]:
    """What has a date: the coming first, then what is overdue, newest first, then what was done."""
    dated = [item for item in items if item.commitment.due_by]

    def key(item: Item) -> tuple[int, int]:
        due = (item.commitment.due_by or on).toordinal()
        if due >= on.toordinal():
            return (0, due)
        return (1 if item.overdue else 2, -due)

    return sorted(dated, key=key)


def _tally(ledger: Ledger, items: Iterable[Item]) -> Tally:
    found = [item.standing for item in items if item.commitment.ledger is ledger]
    return Tally(ledger, len(found), {each: found.count(each) for each in Standing})


def _agreed(register: Register, about: About, ids: set[str]) -> list[Agreed]:
    """The strongest wording that fits the subject, pledge by pledge; one entry for the pledges that share it."""
    chosen: dict[str, list[Pledge]] = {}
    for pledge in register.pledges:
        fitting = [mention.at for mention in pledge.mentions if not mention.background and fits(register, about, pledge, mention.at, ids)]
        if fitting:
            strongest = max(fitting, key=lambda place: (register.wording_at(place).rank, time_of(place)))
            chosen.setdefault(strongest, []).append(pledge)
    found = [
        Agreed(place, register.wording_at(place), tuple(pledges), _since(register, place, pledges)) for place, pledges in chosen.items()
    ]
    return sorted(found, key=lambda each: (*(-rank for rank in each.wording.rank), -time_of(each.place)))


def _since(register: Register, place: str, pledges: list[Pledge]) -> tuple[str, Wording] | None:
    """A newer mention of the same pledge that says less; only where the wording stands for one pledge."""
    if len(pledges) > 1:
        return None
    newest = register.strongest_mention(pledges[0], register.recurrence(pledges[0])[-1])
    if newest is None or time_of(newest.at) <= time_of(place) or register.wording_at(newest.at).rank >= register.wording_at(place).rank:
        return None
    return newest.at, register.wording_at(newest.at)
