"""What somebody is choosing, as this session has it: kept after every change, and nothing is overwritten that was not seen.

Streamlit answers a second event by a run of its own while that of the first goes on, so whatever changes it takes its turn.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Generic, TypeVar

import streamlit as st
from markupsafe import Markup

from models.keeping.new_texts import NotNow, Overtaken
from models.keeping.store import Unkept
from widgets.parts import prose
from widgets.parts.view import View

Value = TypeVar("Value")


@dataclass
class Mine(Generic[Value]):
    """A coding or what was settled, with how it is looked up and how it is kept."""

    value: Value
    seen: int
    """The revision that this session has seen last."""
    look: Callable[[], tuple[Value, int] | None]
    """How it is kept now; None where it is gone."""
    put: Callable[[Value, int], int]
    """Keep it and give back its revision."""
    other: tuple[Value, int] | None = None
    """How it is kept where another window was quicker; nothing is overwritten until the reader chooses."""
    unkept: str = ""
    """Why it is not being kept."""
    not_now: str = ""
    """Why the last change was not made."""
    opened: int = 0
    """Counts up when the fields have to be filled anew."""
    turn: threading.RLock = field(default_factory=threading.RLock, repr=False, compare=False)


def of_session(name: str, look: Callable[[], tuple[Value, int] | None], put: Callable[[Value, int], int]) -> Mine[Value] | None:
    """What is kept under a name of this session, looked up anew in every run; None where nothing is kept. May raise `Unkept`."""
    mine = st.session_state.get(name)
    if not isinstance(mine, Mine):
        found = look()
        if found is None:
            return None
        mine = Mine(found[0], found[1], look, put)
        st.session_state[name] = mine
        return mine
    with mine.turn:
        if mine.other is not None:
            return mine
        if mine.unkept:
            keep(mine)
            return mine
        found = look()
        if found is None:
            del st.session_state[name]
            return None
        if found[1] != mine.seen:
            _take(mine, found)
    return mine


def change(mine: Mine[Value], operation: Callable[[Value], None]) -> None:
    """Do something to it and keep it."""
    with mine.turn:
        operation(mine.value)
        keep(mine)


def keep(mine: Mine[Value]) -> None:
    """Keep it as it is here, unless the reader has to choose between two versions first."""
    with mine.turn:
        mine.not_now = ""
        if mine.other is not None:
            return
        try:
            mine.seen = mine.put(mine.value, mine.seen)
        except Unkept as failure:
            mine.unkept = failure.why
        except NotNow as refused:
            mine.not_now, mine.unkept = refused.why, ""
            if (found := mine.look()) is not None:
                _take(mine, found)
        except Overtaken:
            mine.other, mine.unkept = mine.look(), ""
            if mine.other is None:
                mine.not_now = "saving"
        else:
            mine.unkept = ""


def _take(mine: Mine[Value], found: tuple[Value, int]) -> None:
    mine.value, mine.seen = found
    mine.other, mine.opened = None, mine.opened + 1


def take_up_other(mine: Mine[Value]) -> None:
    """Go on with how it is kept; what was changed here since is let go."""
    with mine.turn:
        if mine.other is not None:
            _take(mine, mine.other)


def keep_mine(mine: Mine[Value]) -> None:
    """Put what stands here in place of what was kept elsewhere meanwhile; the reader was told of it."""
    with mine.turn:
        if mine.other is not None:
            mine.seen, mine.other = mine.other[1], None
            keep(mine)


def tell(view: View, mine: Mine[Value]) -> None:
    """Whether it is kept; where another window was quicker, both ways out."""
    say = view.say
    if mine.not_now:
        _alert(say(f"new_text.not_now_{mine.not_now}"))
    if mine.unkept:
        _alert(say("follow_through.unkept", why=say(f"follow_through.unkept_{mine.unkept}")))
    if mine.other is not None:
        _alert(say("new_text.mine_elsewhere"))
        with st.container(key="ways-out-mine", horizontal=True, gap="small"):
            st.button(say("new_text.elsewhere_keep"), key="keep-mine-too", on_click=keep_mine, args=(mine,))
            st.button(say("new_text.elsewhere_take_up"), key="take-up-other-too", on_click=take_up_other, args=(mine,))


def _alert(words: str) -> None:
    prose.show(Markup("<p class='banner' role='alert'>{}</p>").format(words))
