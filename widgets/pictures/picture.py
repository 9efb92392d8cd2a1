"""A picture within a page: drawn for the room that it has there, with marks that tell, open what lies behind them, or lead on."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from typing import Final

import streamlit as st

from charts import inline
from charts.canvas import Canvas
from charts.room import EDGE, Room

_ROOM: Final = "picture:room"
_component = st.components.v2.component(
    "register-picture.picture", html="<div class='picture'></div>", js="picture.js", css="picture.css", isolate_styles=False
)


def room() -> Room:
    """For how much room pictures are drawn: as picture.js measured in the reader's browser, until then as its kind lets expect."""
    known = next((each for each in EDGE if each == st.session_state.get(_ROOM)), None)
    if known:
        return known
    browser = st.context.headers.get("user-agent", "")
    return "phone" if "Mobi" in browser else "tablet" if "Android" in browser or "iPad" in browser else "desk"


def drawn(canvas: Canvas, key: str, leads: inline.Leads, chosen: str | None = None, seek: str = "") -> bytes:
    """A canvas that was made for `room()`, as it is sent: compressed, for a picture says much twice.

    A mark whose id `leads` nowhere is a button: what was chosen last is `opened(key)`. `seek` is the selector of what
    a choice has opened, to be brought into view.
    """
    markup = inline.picture(canvas, key, leads, chosen, {"room": room(), "seek": seek})
    return gzip.compress(markup.encode(), mtime=0)


def show(sent: bytes, key: str) -> None:
    """Draw on the page what was `drawn` under the same key."""
    _component(
        key=f"picture:{key}",
        data=sent,
        on_chosen_change=_chosen(key),
        on_room_change=_measured(key),
    )


def opened(key: str) -> str | None:
    """The id of the mark that was chosen last in a picture; None where none is, or where it was chosen again."""
    found = st.session_state.get(f"opened:{key}")
    return found if isinstance(found, str) else None


def close(key: str) -> None:
    """Nothing is chosen any more."""
    st.session_state.pop(f"opened:{key}", None)


def _chosen(key: str) -> Callable[[], None]:
    def changed() -> None:
        mark = st.session_state[f"picture:{key}"].get("chosen")
        base = key.partition("/")[0]
        if mark == opened(base):
            close(base)
        elif isinstance(mark, str):
            st.session_state[f"opened:{base}"] = mark

    return changed


def _measured(key: str) -> Callable[[], None]:
    def changed() -> None:
        measured = st.session_state[f"picture:{key}"].get("room")
        if measured in EDGE:
            st.session_state[_ROOM] = measured

    return changed
