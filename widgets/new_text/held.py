"""The text that is open in this session: kept after every change, and told of where it was changed elsewhere.

Streamlit answers a second event by a run of its own while the run of the first goes on, so whatever changes a text takes its turn.
"""

from __future__ import annotations

import threading
import zlib
from collections.abc import Callable
from dataclasses import dataclass, field

import streamlit as st

from models.keeping.drafts import State
from models.keeping.new_texts import KeptWork, NotNow, Overtaken
from models.keeping.store import Unkept
from models.keeping.works import works
from models.writing.permission import Person
from models.writing.works.together import together
from models.writing.works.work import Work
from widgets.parts import address

PARTS, FACTS, CODING, SETTLING, SAVING = STEPS = ("parts", "facts", "coding", "settling", "saving")
"""What the address names as `step`, in the order in which a text goes through it."""
ADDING = "adding"
"""An edition, a body or a theme that is not listed yet is added on the way; it is no step of its own."""
MOST_BACK = 30
"""So many operations can be taken back."""
_OPENING = threading.Lock()


@dataclass
class Held:
    """A text under its id, as this session has it."""

    id: str
    person: Person
    work: Work
    seen: int = 0
    """The revision that this session has seen last; 0 where it was never kept."""
    kept: Work | None = None
    """The text as it was kept in that revision; what is typed since differs from it."""
    other: KeptWork | None = None
    """How it is kept where another window or another person was quicker; nothing is overwritten until the reader chooses."""
    unkept: str = ""
    """Why it is not being kept."""
    not_now: str = ""
    """Why the last change was not made."""
    told: str = ""
    """What the reader must know of what they did last, as a sentence."""
    opened: int = 0
    """Counts up when the fields have to be filled anew, as where another version was taken up."""
    joined: bool = False
    """Whether a change from elsewhere came in since the last one that was made here."""
    before: list[Work] = field(default_factory=list)
    """The text before each of the last operations on its parts, the last one at the end."""
    turn: threading.RLock = field(default_factory=threading.RLock, repr=False, compare=False)

    @property
    def only_here(self) -> bool:
        """Whether something of it is nowhere but in this session."""
        return bool(self.other or self.unkept)

    @property
    def is_settled(self) -> bool:
        """Whether nothing is to be changed before the reader has chosen between two versions."""
        return self.other is None


def held(id_: str, person: Person) -> Held | None:
    """The text with this id, as this session has it or as it is kept; None where there is none that can be gone on with.

    What is kept is looked at in every run: where another wrote and nothing is unkept here, this session goes on with theirs. Raises
    `Unkept` where that cannot be known and nothing is here.
    """
    with _OPENING:
        here = of_session(id_)
        if here is None or here.person != person:
            kept = works().find(id_, person)
            if kept is None or not kept.is_open:
                return None
            work = kept.work
            here = Held(id_, person, work, kept.revision, work)
            st.session_state[f"new-text:{id_}"] = here
            return here
    with here.turn:
        return here if _look(here) else None


def of_session(id_: str) -> Held | None:
    """The text as this session has it."""
    here = st.session_state.get(f"new-text:{id_}")
    return here if isinstance(here, Held) else None


def hold(here: Held) -> None:
    """Take up a new text in this session."""
    st.session_state[f"new-text:{here.id}"] = here


def let_go(here: Held) -> None:
    """Take it out of this session; what is kept of it stays."""
    st.session_state.pop(f"new-text:{here.id}", None)


def _look(here: Held) -> bool:
    """See what has become of the text elsewhere, and keep it again where it could not be kept; False where it is gone for good."""
    if here.other is not None:
        return True
    if here.unkept:
        keep(here)
        return True
    try:
        now = works().find(here.id, here.person)
    except Unkept as failure:
        here.unkept = failure.why
        return True
    if now is None or now.state in (State.SAVED, State.DISCARDED):
        return False
    if now.revision != here.seen and now.is_open:
        _go_on_with(here, now)
    return True


def _go_on_with(here: Held, now: KeptWork) -> None:
    work = now.work
    here.joined = here.kept is not None and work != here.kept
    if here.kept is None or not work.has_the_parts_of(here.work):
        here.before.clear()
    here.work, here.kept, here.seen, here.other, here.opened = work, work, now.revision, None, here.opened + 1


def href(here: Held, step: str, **params: str) -> str:
    """The address of a step of this text, for links on its pages."""
    return address.href("new_text", text=here.id, step=step, **params)


# changes ----------------------------------------------------------------------------------------------------------------


def change(here: Held, operation: Callable[[Work], Work]) -> None:
    """Do something to the text and keep it; where another was quicker the change stays in this session until the reader chooses."""
    with here.turn:
        here.work = operation(here.work)
        keep(here)


def reshape(here: Held, operation: Callable[[Work], Work], drawn: str) -> bool:
    """Do something to the parts, so that it can be taken back; not where they are no longer those on the screen, as by a second click.

    `drawn` is the `shape` of the text when the reader saw it. Gives back whether it was done.
    """
    with here.turn:
        if not here.is_settled or here.work.parted or drawn != shape(here.work):
            return False
        before, seen = here.work, here.opened
        change(here, operation)
        if here.opened == seen and here.work != before:
            here.before = [*here.before[-MOST_BACK + 1 :], before]
        return True


def take_back(here: Held, how_many: int) -> None:
    """Undo the last operation on the parts, if it still is the one that the reader saw; what is known of the text stays."""
    with here.turn:
        if here.is_settled and not here.work.parted and here.before and len(here.before) == how_many:
            before = here.before.pop()
            change(here, lambda work: before.model_copy(update={"facts": work.facts}))
            here.opened += 1


def shape(work: Work) -> str:
    """Where its parts begin and end, in a few signs: two clicks mean the same parts as long as it is the same."""
    said = repr([[(each.start, each.end) for each in part.at] for part in work.parts])
    return f"{zlib.crc32(said.encode()):08x}"


def keep(here: Held) -> None:
    """Keep the text as it is here; what somebody else has written meanwhile is joined to it where both can stand."""
    with here.turn:
        here.not_now, here.told, here.joined = "", "", False
        try:
            here.seen = works().keep(here.id, here.person, here.work, here.seen)
        except Unkept as failure:
            here.unkept = failure.why
        except NotNow as refused:
            here.not_now = refused.why
            now = works().find(here.id, here.person)
            if now is not None:
                _go_on_with(here, now)
        except Overtaken as told:
            _overtaken(here, told.now if isinstance(told.now, KeptWork) else None)
        else:
            here.unkept, here.kept = "", here.work


def _overtaken(here: Held, now: KeptWork | None) -> None:
    if now is None or not now.is_open:  # on record, discarded or just being saved: the next look says which
        here.not_now, here.work = "saving", here.kept or here.work
        return
    both = together(here.kept, here.work, now.work) if here.kept else None
    if both is None:
        here.other = now
        return
    here.work, here.kept, here.seen, here.opened = both, now.work, now.revision, here.opened + 1
    here.before.clear()  # going back to what was here before would take away what came in
    keep(here)
    here.joined = True


def take_up_other(here: Held) -> None:
    """Go on with how it is kept; what was changed here since is let go."""
    with here.turn:
        if here.other is not None:
            _go_on_with(here, here.other)
            here.unkept, here.joined = "", False


def keep_mine(here: Held) -> None:
    """Put what stands here in place of what was kept elsewhere meanwhile; that was seen, so nothing is overwritten unseen."""
    with here.turn:
        if here.other is not None:
            here.seen, here.kept, here.other = here.other.revision, here.other.work, None
            keep(here)
