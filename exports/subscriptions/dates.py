"""Due dates and forums as a calendar (iCalendar, RFC 5545): whole days, lasting names, and no day that nobody said.

A commitment of which only the month or the year is known stands over the whole of it, tentatively and in words; a forum that is only
announced is tentative too. No event takes up anybody's time, and none carries a reminder.
"""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Iterator
from typing import Final

from icalendar import Calendar, Event

from exports.subscriptions.asked import Asked, plain
from models.records.forums import Forum
from models.records.terms import Holding
from models.records.texts import Commitment
from models.register.forum_texts import text_state
from models.register.register import Register

_DAY: Final = dt.timedelta(days=1)


def calendar(whole: Register, asked: Asked) -> bytes:
    """The forums and the due dates that could be known on the day asked for, in their order; no clock is in it."""
    say, register = asked.say, whole.as_of(asked.on)
    name = say("subscriptions.calendar_title", product=say("frame.product"))
    about = " ".join(filter(None, (say("subscriptions.calendar_about", date=say.date(asked.on)), asked.lacking)))
    made = Calendar()
    made.add("prodid", f"-//{say('frame.product_short')}//{say.lang.upper()}")
    made.add("version", "2.0")
    made.add("calscale", "GREGORIAN")
    made.add("name", name)
    made.add("description", about)
    made.add("x-wr-calname", name)
    made.add("x-wr-caldesc", about)
    made.add("refresh-interval", _DAY, parameters={"VALUE": "DURATION"})
    made.add("x-published-ttl", "P1D")
    for event in sorted((*_forums(whole, register, asked), *_due(register, asked)), key=lambda each: (each.start, str(each["uid"]))):
        made.add_component(event)
    written: bytes = made.to_ical()
    return written


def _event(name: str, first: dt.date, last: dt.date, summary: str, told: list[str], known: dt.date) -> Event:
    """Whole days from the first to the last; `known` is the day from which what is told of it could be told."""
    made = Event()
    # A name that depends on the record alone: not on the host, the language or the day.
    made.add("uid", str(uuid.uuid5(uuid.NAMESPACE_URL, name)))
    made.add("dtstamp", dt.datetime.combine(known, dt.time(), dt.UTC))
    made.add("dtstart", first)
    made.add("dtend", last + _DAY)  # the day after, as the form has it
    made.add("summary", plain(summary))
    made.add("description", plain("\n".join(told)))
    made.add("transp", "TRANSPARENT")
    return made


def _forums(whole: Register, register: Register, asked: Asked) -> Iterator[Event]:
    say = asked.say
    for forum in register.forums:
        declaration = register.declaration_of(forum.number)
        announced = forum.held is Holding.ANNOUNCED
        told = [forum.theme[say.lang], _text(whole, forum, asked)]
        told += [forum.dates_note[say.lang]] if forum.dates_note else []
        key = "forum_announced" if announced else "forum"
        known = forum.end if forum.end <= asked.on else min(forum.announced or forum.start, asked.on)
        event = _event(
            f"forum/{forum.number}", forum.start, forum.end, say(f"subscriptions.{key}", forum=say.ordinal(forum.number)), told, known
        )
        event.add("status", "TENTATIVE" if announced else "CONFIRMED")
        event.add("categories", [say("timeline.kind_forum")])
        if forum.venue:
            event.add("location", plain(forum.venue[say.lang]))
        event.add("url", asked.link("declarations", id=declaration.id) if declaration else asked.link("timeline"))
        yield event


def _text(whole: Register, forum: Forum, asked: Asked) -> str:
    if forum.held is Holding.ANNOUNCED:
        return asked.say("terms.text_announced")
    return asked.say(f"terms.text_{text_state(whole, forum, asked.on)}")


def _due(register: Register, asked: Asked) -> Iterator[Event]:
    say = asked.say
    for commitment in register.commitment_by_id.values():
        first = commitment.due or (commitment.due_within.first if commitment.due_within else None)
        last = commitment.due_by
        if first is None or last is None:
            continue
        summary = say("subscriptions.due", when=say.due(commitment), summary=commitment.summary[say.lang])
        note = register.decision_on(commitment.id, asked.on) if commitment.assessable else None
        adopted = register.declaration_by_id[commitment.declaration].adopted
        known = max(adopted, note.written) if note else adopted
        event = _event(f"due/{commitment.id}", first, last, summary, list(_told(register, commitment, asked)), known)
        event.add("status", "TENTATIVE" if commitment.due_is_open else "CONFIRMED")
        event.add("categories", [say("timeline.kind_due")])
        event.add("url", asked.link("commitment", id=commitment.id))
        yield event


def _told(register: Register, commitment: Commitment, asked: Asked) -> Iterator[str]:
    """The words of the commitment, whose they are, what sets the date, and where it stands."""
    say = asked.say
    yield say("subscriptions.quote", quote=commitment.quote, place=say.place(commitment.id))
    if commitment.ledger:
        by = ", ".join(register.body_by_id[each].name[say.lang] for each in commitment.by if each in register.body_by_id)
        yield say("subscriptions.whose", ledger=say(f"terms.ledger_{commitment.ledger}"), by=by)
    if commitment.due_words:
        yield say("subscriptions.due_words", words=commitment.due_words)
    if commitment.due_is_open:
        yield say("subscriptions.due_open", within=say.partial(str(commitment.due_within)))
    elif commitment.due_words:
        yield say("subscriptions.due_day", date=say.due(commitment))
    standing = say(f"terms.standing_{register.standing_of(commitment, asked.on)}")
    note = register.decision_on(commitment.id, asked.on) if commitment.assessable else None
    if note:
        yield say("subscriptions.judged", standing=standing, date=say.date(note.as_of))
    else:
        yield say("subscriptions.standing", standing=standing)
