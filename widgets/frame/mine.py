"""“My slides”: the charts and quotes that a reader chose on any page, kept in the address, which every link takes along.

Putting one in is a link to the page one is on, with one name more in its address: it can be reloaded, sent and taken back, and
the browser stays where it is (static/door/around.js).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import streamlit as st
from markupsafe import Markup

from decks.sets.asked import Asked, Kind, asked
from decks.sets.making import MOST, OF
from widgets.parts import address, prose
from widgets.parts.view import View

BETWEEN: Final = ","
_SEEN: Final = "mine:seen"


def names() -> tuple[str, ...]:
    """The chosen slides in their order, each once."""
    return listed(st.query_params.get(address.MINE, ""))


def listed(said: str) -> tuple[str, ...]:
    """Names of slides as an address says them; where a link was typed, a + comes as a space."""
    return tuple(dict.fromkeys("+".join(each.split()) for each in said.split(BETWEEN) if each.strip()))


def said(chosen: Sequence[str]) -> str:
    """Names of slides as an address says them."""
    return BETWEEN.join(chosen)


def of_quote(place: str) -> str:
    """The slide of the words at a place."""
    return f"{Kind.QUOTE}:{place}{OF}words"


def of_set(view: View, parts: Sequence[str], slide: str) -> str:
    """The slide of a set that is named by its parts, such as `due` and `theme:poverty`; nothing where no set is about them together."""
    found = asked(view.register, "+".join(parts))
    return f"{found.address}{OF}{slide}" if isinstance(found, Asked) else ""


def adding(view: View, name: str, what: str) -> Markup:
    """The link that puts a slide among one's own, or takes it out again; `what` tells it from the others for whoever hears it."""
    say, mine = view.say, names()
    if name in mine:
        rest = said([each for each in mine if each != name])
        return stay(f"mine:{name}", address.here(mine=rest), say("frame.mine_out"), say("frame.mine_out_of", what=what), "add in-mine")
    if len(mine) >= MOST:
        full = prose.anchor(address.href("slides", set=Kind.OWN.value), say("frame.mine_full", most=MOST), "add")
        return Markup("<span class='small'>{}</span>").format(full)
    return stay(f"mine:{name}", address.here(mine=said([*mine, name])), say("frame.mine_add"), say("frame.mine_add_of", what=what), "add")


def quoting(view: View, place: str) -> Markup:
    """The same for the words at a place."""
    return adding(view, of_quote(place), view.say.place(place))


def stay(name: str, where: str, words: str, in_full: str, css: str = "") -> Markup:
    """A link that changes the page it stands on: the browser stays in its place, and goes on from the link of this name."""
    return Markup("<a class='{}' data-stay='{}' href='{}' target='_self' aria-label='{}'>{}</a>").format(css, name, where, in_full, words)


def tell(view: View) -> None:
    """That a slide was put in or taken out, once, right after it was."""
    before, now = st.session_state.get(_SEEN), names()
    st.session_state[_SEEN] = now
    if before is None or len(before) == len(now):
        return
    st.toast(view.say.count("frame.mine_added" if len(now) > len(before) else "frame.mine_taken_out", len(now)))
