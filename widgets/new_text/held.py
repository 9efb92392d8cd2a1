"""The text that is open in this session: kept after every change, and told of where it was changed elsewhere.

Streamlit answers a second event by a run of its own while the run of the first goes on, so whatever changes a text takes its turn.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field

import streamlit as st

from models.keeping.new_texts import KeptWork, NotNow, Overtaken
from models.keeping.store import Unkept
from models.keeping.works import works
from models.writing.permission import Person
from models.writing.works.work import Work


@dataclass
class Held:
    """A text under its id, as this session has it."""

    id: str
    person: Person
    work: Work
    seen: int = 0
    """The revision that this session has seen last; 0 where it was never kept."""
    other: KeptWork | None = None
    """How it is kept where another window or another person was quicker; nothing is overwritten until the reader chooses."""
    unkept: str = ""
    """Why it is not being kept."""
    not_now: str = ""
    """Why the last change was not made."""
    opened: int = 0
    """Counts up when the fields have to be filled anew, as where another version was taken up."""
    turn: threading.RLock = field(default_factory=threading.RLock, repr=False, compare=False)


def held(id_: str, person: Person) -> Held | None:
    """The text with this id, as this session has it or as it is kept; None where there is none that can be gone on with.

    What is kept is looked at in every run: where nobody but this session changed it, it is the same. Raises `Unkept` where that cannot
    be known.
    """
    here = st.session_state.get(f"new-text:{id_}")
    if isinstance(here, Held) and here.person == person:
        with here.turn:
            kept = works().find(id_, person)
            if kept is not None and kept.is_open and kept.revision != here.seen and here.other is None:
                if here.unkept or kept.work.has_the_parts_of(here.work) is False:
                    here.other = kept
                else:
                    here.work, here.seen, here.opened = kept.work, kept.revision, here.opened + 1
        return here
    kept = works().find(id_, person)
    if kept is None or not kept.is_open:
        return None
    here = Held(id_, person, kept.work, kept.revision)
    st.session_state[f"new-text:{id_}"] = here
    return here


def hold(here: Held) -> None:
    """Take up a new text in this session."""
    st.session_state[f"new-text:{here.id}"] = here


def change(here: Held, operation: Callable[[Work], Work]) -> None:
    """Do something to the text and keep it; where another was quicker the change stays in this session until the reader chooses."""
    with here.turn:
        here.work = operation(here.work)
        keep(here)


def keep(here: Held) -> None:
    """Keep the text as it is here."""
    with here.turn:
        here.not_now = ""
        try:
            here.seen = works().keep(here.id, here.person, here.work, here.seen)
        except Unkept as failure:
            here.unkept = failure.why
        except NotNow as refused:
            here.not_now = refused.why
            kept = works().find(here.id, here.person)
            if kept is not None:
                here.work, here.seen, here.opened = kept.work, kept.revision, here.opened + 1
        except Overtaken as told:
            if isinstance(told.now, KeptWork):
                here.other = told.now
        else:
            here.unkept = ""


def take_up_other(here: Held) -> None:
    """Go on with how it is kept; what was changed here since is let go."""
    with here.turn:
        if here.other is not None:
            here.work, here.seen, here.other, here.opened = here.other.work, here.other.revision, None, here.opened + 1


def keep_mine(here: Held) -> None:
    """Put what stands here in place of what was kept elsewhere meanwhile; that was seen, so nothing is overwritten unseen."""
    with here.turn:
        if here.other is not None:
            here.seen, here.other = here.other.revision, None
            keep(here)
