"""The newest notes as an Atom feed (RFC 4287): one entry for each, with the day it was written, and the way to its commitment.

What an entry says stays as it is, for a note is never rewritten; only that it was corrected is added later.
"""

from __future__ import annotations

import datetime as dt
from typing import Final
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from feedgen.entry import FeedEntry
from feedgen.feed import FeedGenerator
from markupsafe import Markup

from exports.subscriptions.asked import Asked, plain
from models.records.evidence import Evidence, copied_at
from models.records.notes import Note
from models.register.register import Register

NEWEST: Final = 100
"""So many entries a feed has; the table of notes has all."""
_SEOUL: Final = ZoneInfo("Asia/Seoul")


def feed(whole: Register, asked: Asked) -> bytes:
    """The notes that speak of a day up to that asked for, the last written first; no clock is in it."""
    say, register = asked.say, whole.as_of(asked.on)
    notes = [note for commitment in register.commitment_by_id for note in (*register.notes_of(commitment), *register.set_aside(commitment))]
    shown = sorted(notes, key=lambda note: (-note.written.toordinal(), -note.as_of.toordinal(), note.id))[:NEWEST]
    made = FeedGenerator()
    made.id(_tag(asked.root, dt.date(2026, 1, 1), f"notes/{say.lang}"))
    made.language(say.lang)
    made.title(say("subscriptions.feed_title", product=say("frame.product")))
    made.subtitle(" ".join(filter(None, (_how_many(asked, len(shown), len(notes)), asked.lacking))))
    made.author(name=say("frame.product"))
    made.generator(say("frame.product_short"))
    made.link(href=asked.link("data/notes.atom"), rel="self", type="application/atom+xml")
    made.link(href=asked.link("follow_through"), rel="alternate", type="text/html")
    made.updated(_moment(max((note.written for note in shown), default=asked.on)))
    for note in shown:
        made.add_entry(_entry(register, note, asked), order="append")
    written: bytes = made.atom_str(pretty=True)
    return written


def _how_many(asked: Asked, shown: int, all_notes: int) -> str:
    key = "feed_all" if shown == all_notes else "feed_newest"
    return asked.say(f"subscriptions.{key}", n=shown, all=all_notes, date=asked.say.date(asked.on))


def _tag(root: str, day: dt.date, name: str) -> str:
    """The lasting name of something under the host of the register (RFC 4151); it does not depend on language, day or path."""
    return f"tag:{urlsplit(root).hostname or 'localhost'},{day.isoformat()}:{name}"


def _moment(day: dt.date) -> dt.datetime:
    """The beginning of a day in Gwangju; when on that day a note was written is not on record."""
    return dt.datetime.combine(day, dt.time(), _SEOUL)


def _entry(register: Register, note: Note, asked: Asked) -> FeedEntry:
    say, commitment = asked.say, register.commitment_by_id[note.commitment]
    body = register.body_by_id.get(note.actor or "")
    standing, place = say(f"terms.standing_{note.status}"), say.place(note.commitment)
    whose = (body.name[say.lang] if body else note.actor) if note.actor else None
    key = "entry_own" if whose else "entry_whole"
    made = FeedEntry()
    made.id(_tag(asked.root, note.written, f"note/{note.id}"))
    made.title(plain(say(f"subscriptions.{key}", place=place, body=whose, standing=standing)))
    made.author(name=plain(say.judge(note.by)))
    made.published(_moment(note.written))
    made.updated(_moment(note.written))
    made.link(href=asked.link("commitment", id=note.commitment), rel="alternate", type="text/html")
    made.summary(plain(note.reason[say.lang]), type="text")
    about = [
        Markup("<p>{}</p><blockquote>{}</blockquote>").format(plain(commitment.summary[say.lang]), plain(commitment.quote)),
        Markup("<p><b>{}</b> {}</p>").format(standing, say("notes.as_of", date=say.date(note.as_of))),
        Markup("<p>{}</p>").format(plain(note.reason[say.lang])),
        *_further(register, note, asked),
    ]
    made.content(str(Markup("").join(about)), type="html")
    return made


def _further(register: Register, note: Note, asked: Asked) -> list[Markup]:
    """Which part is done, the search, the sources, and that it was corrected, each where there is one."""
    say, said = asked.say, []
    if note.part:
        said.append(say("notes.part", part=note.part[say.lang]))
    if note.search:
        words = ", ".join(f"“{word}”" for word in note.search.words)
        said.append(say("notes.search", where=note.search.where[say.lang].rstrip("."), words=words, date=say.date(note.search.on)))
    if correction := register.correction_of(note):
        said.append(say("tables.corrected", date=say.date(correction.written)))
    found = [Markup("<p>{}</p>").format(plain(each)) for each in said]
    sources = [register.evidence_by_id[id_] for id_ in note.evidence if id_ in register.evidence_by_id]
    return [*found, *(_source(register, source, asked) for source in sources)]


def _source(register: Register, source: Evidence, asked: Asked) -> Markup:
    """A source with the way to it; that this is a third party's copy is said before."""
    host = copied_at(source.publisher, source.url) if source.url else None
    copy = f"{asked.say('notes.copy', host=host)} " if host else ""
    title, publisher = plain(source.title), plain(register.publisher(source.publisher, asked.say.lang))
    named = Markup("<a href='{}'>{}</a>").format(source.url, title) if source.url else title
    return Markup("<p>{}{} ({})</p>").format(copy, named, publisher)
