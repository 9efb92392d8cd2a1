"""The draft of this session: its reading, the wordings that were tried, and what is said of it. It is in no store, no cache and no address."""

from __future__ import annotations

import dataclasses
import threading
from dataclasses import dataclass, field

import streamlit as st

from models.register.register import Register
from models.texts.drafting.against import read_against
from models.texts.drafting.draft import Draft
from models.texts.parts import Part, Reading
from models.texts.suggesting.leading import leads
from models.texts.suggesting.suggested import suggested
from models.texts.suggestions import Context, SuggestedProvision
from widgets.parts.view import View

KEY = "drafting"
"""Its own name in the session: the form of a note has its drafts under `draft:` and the commitment."""
LANGUAGES = ("en", "ko")
"""In which a draft can be read against the records."""


@dataclass
class Held:
    """What the session has of a draft."""

    reading: Reading
    tried: dict[str, str] = field(default_factory=dict)
    """Wordings of the reader's own, by the place of the provision."""
    trying: str | None = None
    """The place whose wording is open to be changed."""
    known: tuple[str, Context] | None = None
    """For which records and what context it was suggested."""
    as_read: dict[str, SuggestedProvision] = field(default_factory=dict)
    as_tried: dict[str, SuggestedProvision] = field(default_factory=dict)
    turn: threading.RLock = field(default_factory=threading.RLock, repr=False, compare=False)
    """Held by the run that reads the draft, for a second click is answered by a run of its own at once: both would read all of it."""


@dataclass(frozen=True)
class Looked:
    """The draft as this run of the page sees it."""

    view: View
    held: Held
    draft: Draft
    before: Draft
    """The same without any wording that was tried."""


def of_session() -> Held | None:
    """The draft of this session, if there is one."""
    found = st.session_state.get(KEY)
    return found if isinstance(found, Held) else None


def take(reading: Reading) -> None:
    """A draft was read."""
    st.session_state[KEY] = Held(reading)


def let_go() -> None:
    """Nothing is left of it."""
    for key in [key for key in st.session_state if str(key) == KEY or str(key).startswith(f"{KEY}:")]:
        st.session_state.pop(key, None)  # another run may have let go of it meanwhile


def look(view: View, held: Held, forum: int | None) -> Looked:
    """The draft read against the records of the day; only what changed is read anew."""
    context = Context(held.reading.language, forum=forum, on=view.on, leads=leads(held.reading.parts))
    tried = dict(held.tried)
    with held.turn:
        if held.known != (view.fingerprint, context):
            held.as_read = _suggested([(part.place or "", part.text) for part in held.reading.provisions], view.register, context)
            held.as_tried = {}
            held.known = (view.fingerprint, context)
        anew = [(place, words) for place, words in tried.items() if place not in held.as_tried or held.as_tried[place].text != words]
        held.as_tried = {**held.as_tried, **_suggested(anew, view.register, context)}
        as_read, as_tried = held.as_read, held.as_tried
    before = read_against(held.reading, list(as_read.values()), view.register, context)
    if not tried:
        return Looked(view, held, before, before)
    reading = dataclasses.replace(held.reading, parts=tuple(_worded(part, tried) for part in held.reading.parts))
    now = {**as_read, **{place: as_tried[place] for place in tried}}
    return Looked(view, held, read_against(reading, list(now.values()), view.register, context), before)


def _suggested(provisions: list[tuple[str, str]], register: Register, context: Context) -> dict[str, SuggestedProvision]:
    return {each.place: each for each in suggested(provisions, register, context)} if provisions else {}


def _worded(part: Part, tried: dict[str, str]) -> Part:
    return dataclasses.replace(part, text=tried[part.place]) if part.place in tried else part
