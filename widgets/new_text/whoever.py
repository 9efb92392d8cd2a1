"""Who works on a text: known by their account, or by the name that they say at the curator's machine."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from models.writing.permission import Access, Permission, Person, Way, person
from widgets.follow_through import access as asking
from widgets.parts import address, prose
from widgets.parts.view import View

NAME = "new-text-name"


def typed() -> str:
    """The name that was said in this session; empty where none was, or where the account says it."""
    return str(st.session_state.get(f"{NAME}:said", ""))


def right(who: Person) -> Permission | None:
    """The right to write as it is at this moment, in the name of whoever works here; None where it is gone or somebody else's by now."""
    access = asking.current()
    if access.permission is None or person(access, typed()) != who:
        return None
    return replace(access.permission, name=who.name)


def ask(view: View) -> None:
    """Ask for the name: two people code a text, and the files say who."""
    say = view.say
    prose.note(say("new_text.who_hint"))
    _form(view)


def tell(view: View, who: Person, access: Access) -> None:
    """As whom the page is used; at the curator's machine another person can say their name."""
    if access.permission is not None and access.permission.way is Way.CURATE:
        with st.expander(address.escaped_label(view.say("new_text.who_now", name=who.name))):
            _form(view)


def _form(view: View) -> None:
    say = view.say
    with st.form(NAME, border=False):
        name = st.text_input(address.escaped_label(say("new_text.who")), max_chars=200)
        if st.form_submit_button(say("new_text.who_go_on"), type="primary") and name.strip():
            st.session_state[f"{NAME}:said"] = " ".join(name.split())
            st.rerun()
