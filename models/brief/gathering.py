"""Gathers the facts of a brief from the register: what is on record about one subject, and the questions to expect."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace

from models.brief.facts import QUESTIONS, Agreed, Asking, Brief, Item, Kind, Question, Subject, Tally, addressees
from models.records.pledges import Pledge
from models.records.terms import BodyKind, Ledger, Status
from models.records.texts import Commitment
from models.register import answering, standing
from models.register.answering import EVERY_CITY, Capacity
from models.register.lineage import Change, Wording
from models.register.queues import on_self_report_alone
from models.register.register import Register
from models.register.standing import Standing


def brief(register: Register, about: Subject, on: dt.date) -> Brief:
    """What the register as of `on` says about a subject."""
    register = register.as_of(on)
    promised, asked = _items(register, about, on)
    everything = [*promised, *asked]
    nominal = tuple(_item(register, commitment, on) for commitment in _said(register, about) if commitment.in_name_only)
    found = Brief(
        subject=about,
        on=on,
        register=register,
        promised=tuple(_newest_firmest(promised)),
        asked=tuple(sorted(_newest_firmest(asked), key=lambda item: _addressed(register, about, item))),
        due=tuple(_by_date(everything, on)),
        tallies=tuple(_tally(ledger, everything) for ledger in Ledger),
        in_name_only=nominal,
        agreed=tuple(_agreed(register, about, {item.commitment.id for item in (*everything, *nominal)})),
        forums=tuple(forum for forum in register.forums if forum.start <= on),
        perhaps=about.kind is Kind.CITY and answering.perhaps(answering.bound(register, register.body_by_id[about.id])),
    )
    return _with_questions(found)


def _said(register: Register, about: Subject) -> list[Commitment]:
    """The commitments of a theme, a group or a forum, whatever their ledger; of a body there is no such list."""
    every = list(register.commitment_by_id.values())
    if about.kind is Kind.THEME:
        return [commitment for commitment in every if about.id in commitment.themes]
    if about.kind is Kind.GROUP:
        return [commitment for commitment in every if about.id in commitment.groups]
    if about.kind is Kind.FORUM:
        declaration = register.declaration_of(int(about.id))
        return [commitment for commitment in every if declaration and commitment.declaration == declaration.id]
    return []


def _items(register: Register, about: Subject, on: dt.date) -> tuple[list[Item], list[Item]]:
    if about.kind is Kind.CITY:
        body = register.body_by_id[about.id]
        promised = [_item(register, each.commitment, on, body.id, capacity=each.capacity) for each in answering.bound(register, body)]
        asked = [_item(register, commitment, on, body.id, by_name=named) for commitment, named in answering.asked(register, body)]
        return promised, asked
    said = [_item(register, commitment, on) for commitment in _said(register, about) if commitment.ledger]
    return (
        [item for item in said if item.commitment.ledger is Ledger.PROMISES],
        [item for item in said if item.commitment.ledger is not Ledger.PROMISES],
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
    )


def _newest_firmest(items: Iterable[Item]) -> list[Item]:
    """The newest text first; within it the most precise words, then their order in the text."""
    return sorted(items, key=lambda item: (-int(item.commitment.declaration), -_precision(item)))


def _precision(item: Item) -> int:
    return item.commitment.precision.rank if item.commitment.precision else -1


def _addressed(register: Register, about: Subject, item: Item) -> int:
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


def _agreed(register: Register, about: Subject, ids: set[str]) -> list[Agreed]:
    """The strongest wording that fits the subject, pledge by pledge; one entry for the pledges that share it."""
    chosen: dict[str, list[Pledge]] = {}
    for pledge in register.pledges:
        fitting = [mention.at for mention in pledge.mentions if not mention.background and _fits(register, about, pledge, mention.at, ids)]
        if fitting:
            strongest = max(fitting, key=lambda place: (register.wording_at(place).rank, place[:4]))
            chosen.setdefault(strongest, []).append(pledge)
    found = [
        Agreed(place, register.wording_at(place), tuple(pledges), _since(register, place, pledges)) for place, pledges in chosen.items()
    ]
    return sorted(found, key=lambda each: (*(-rank for rank in each.wording.rank), -int(each.place[:4])))


def _fits(register: Register, about: Subject, pledge: Pledge, place: str, ids: set[str]) -> bool:
    if about.kind is Kind.FORUM:
        declaration = register.declaration_of(int(about.id))
        return declaration is not None and declaration.id in register.recurrence(pledge)
    if place in register.commitment_by_id:
        return place in ids
    provision = register.provision_by_id[place]
    if any(commitment.id in ids for commitment in provision.commitments):
        return True
    groups = {*provision.groups, *(group for commitment in provision.commitments for group in commitment.groups)}
    return (about.kind is Kind.THEME and about.id in register.themes_of(provision)) or (about.kind is Kind.GROUP and about.id in groups)


def _since(register: Register, place: str, pledges: list[Pledge]) -> tuple[str, Wording] | None:
    """A newer mention of the same pledge that says less; only where the wording stands for one pledge."""
    if len(pledges) > 1:
        return None
    newest = register.strongest_mention(pledges[0], register.recurrence(pledges[0])[-1])
    if newest is None or newest.at[:4] <= place[:4] or register.wording_at(newest.at).rank >= register.wording_at(place).rank:
        return None
    return newest.at, register.wording_at(newest.at)


def _with_questions(found: Brief) -> Brief:
    every: list[Question | None] = [] if found.empty else [_contrary(found), _overdue(found), _weakened(found), _coming(found)]
    if not found.empty:
        every += [_no_evidence(found), _dropped(found), _self_reported(found)]
        every += [Question(Asking.FINISHED)] if any(tally.assessable for tally in found.tallies) else []
        every.append(Question(Asking.FIRM))
    every += [Question(Asking.NOT_ON_RECORD)] if found.not_on_record else []
    every += [Question(Asking.VAGUE)] if any(tally.by[Standing.NOT_ASSESSABLE] for tally in found.tallies) else []
    every += [Question(Asking.CALLED)] if found.empty and not found.without_text else []
    questions = tuple(question for question in every if question)[:QUESTIONS]
    return replace(found, questions=questions)


def _contrary(found: Brief) -> Question | None:
    against = [(item.against.as_of, item) for item in found.items if item.against]
    return Question(Asking.CONTRARY, max(against, key=lambda pair: pair[0])[1]) if against else None


def _overdue(found: Brief) -> Question | None:
    return next((Question(Asking.OVERDUE, item) for item in found.due if item.overdue), None)


def _coming(found: Brief) -> Question | None:
    coming = (item for item in found.due if (due := item.commitment.due_by) and due >= found.on and item.standing is not Standing.DONE)
    return next((Question(Asking.COMING, item) for item in coming), None)


def _no_evidence(found: Brief) -> Question | None:
    asked = next((item.commitment.id for item in found.due if item.overdue), "")
    return next(
        (
            Question(Asking.NO_EVIDENCE, item)
            for item in found.items
            if item.standing is Standing.NO_EVIDENCE and item.commitment.id != asked
        ),
        None,
    )


def _self_reported(found: Brief) -> Question | None:
    return next((Question(Asking.SELF_REPORTED, item) for item in found.items if item.self_reported), None)


def _followed(found: Brief) -> list[tuple[float, Pledge]]:
    """The pledges that one may ask about, with how much of each is on the subject, the nearest first.

    One passage may stand in several pledges, so its theme or group alone does not make each of them the subject's: more
    than half of the pledge's own mentions have to carry it. What a body or a forum said is asked about whatever its theme.
    """
    pledges = [pledge for agreed in found.agreed for pledge in agreed.pledges]
    if found.subject.kind not in (Kind.THEME, Kind.GROUP):
        return [(1.0, pledge) for pledge in pledges]
    shares = [(_share(found, pledge), pledge) for pledge in pledges]
    return sorted([pair for pair in shares if pair[0] > 0.5], key=lambda pair: -pair[0])


def _share(found: Brief, pledge: Pledge) -> float:
    """Which part of a pledge's mentions is on the brief's subject."""
    places = [mention.at for mention in pledge.mentions if not mention.background]
    return sum(_fits(found.register, found.subject, pledge, place, _places(found)) for place in places) / len(places)


def _places(found: Brief) -> set[str]:
    return {item.commitment.id for item in (*found.items, *found.in_name_only)}


def _weakened(found: Brief) -> Question | None:
    """The newest weakening of a pledge of the subject; of a forum, what its own text made weaker."""
    register, candidates, ids = found.register, [], _places(found)
    for share, pledge in _followed(found):
        later = _text_of(found) or register.recurrence(pledge)[-1]
        mention = register.strongest_mention(pledge, later)
        if mention is None or mention.source is None:
            continue
        near = any(_fits(register, found.subject, pledge, place, ids) for place in (mention.at, mention.source))
        if near and register.change_at(mention) is Change.WEAKENED:
            drop = register.wording_at(mention.source).force.rank - register.wording_at(mention.at).force.rank
            candidates.append((share, later, drop, Question(Asking.WEAKENED, pledge=pledge, earlier=mention.source, later=mention.at)))
    return max(candidates, key=lambda each: each[:3])[3] if candidates else None


def _dropped(found: Brief) -> Question | None:
    """A pledge that the next text, of the very next forum, does not take up."""
    register = found.register
    for _, pledge in _followed(found):
        last = _text_of(found) or register.recurrence(pledge)[-1]
        mention = register.strongest_mention(pledge, last)
        after = next((each for each in register.declarations if each.id > last), None)
        if mention and after and register.consecutive(last, after.id) and after.id not in register.recurrence(pledge):
            return Question(Asking.DROPPED, pledge=pledge, earlier=mention.at, later=after.id)
    return None


def _text_of(found: Brief) -> str:
    """The declaration that a brief on a forum is about."""
    declaration = found.register.declaration_of(int(found.subject.id)) if found.subject.kind is Kind.FORUM else None
    return declaration.id if declaration else ""
