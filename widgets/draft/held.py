"""The draft of this session: its reading, the wordings that were tried, and what is said of it. It is in no store, no cache and no address."""

from __future__ import annotations

import dataclasses
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

KEY = "draft"
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
        del st.session_state[key]


def look(view: View, held: Held, forum: int | None) -> Looked:
    """The draft read against the records of the day; only what changed is read anew."""
    context = Context(held.reading.language, forum=forum, on=view.on, leads=leads(held.reading.parts))
    if held.known != (view.fingerprint, context):
        held.as_read = _suggested([(part.place or "", part.text) for part in held.reading.provisions], view.register, context)
        held.as_tried = _suggested(list(held.tried.items()), view.register, context)
        held.known = (view.fingerprint, context)
    for place, words in held.tried.items():
        if place not in held.as_tried or held.as_tried[place].text != words:
            held.as_tried |= _suggested([(place, words)], view.register, context)
    before = read_against(held.reading, list(held.as_read.values()), view.register, context)
    if not held.tried:
        return Looked(view, held, before, before)
    reading = dataclasses.replace(held.reading, parts=tuple(_worded(part, held.tried) for part in held.reading.parts))
    now = {**held.as_read, **{place: held.as_tried[place] for place in held.tried}}
    return Looked(view, held, read_against(reading, list(now.values()), view.register, context), before)


def _suggested(provisions: list[tuple[str, str]], register: Register, context: Context) -> dict[str, SuggestedProvision]:
    return {each.place: each for each in suggested(provisions, register, context)} if provisions else {}


def _worded(part: Part, tried: dict[str, str]) -> Part:
    return dataclasses.replace(part, text=tried[part.place]) if part.place in tried else part
