"""Keeping a choice of slides: under a title of one's own, as a small file, and opened from one again."""

from __future__ import annotations

from urllib.parse import urlencode

import streamlit as st
from markupsafe import Markup

from decks.sets import choosing, own
from decks.sets.own import Saved
from widgets.parts import address, download, prose
from widgets.parts.view import View
from widgets.slides.choice import Looked, given_title


def show(view: View, looked: Looked | None) -> None:
    """Save what is looked at, and open what was saved; both in one place, also where nothing is looked at yet."""
    say = view.say
    prose.heading(say("slides.keep"), "keep")
    if looked:
        _title(view)
        with st.container(key="slides-keep", horizontal=True, gap="small", vertical_alignment="center"):
            name = f"{looked.deck.name}.json"
            download.button(say("slides.save"), lambda: own.write(_saved(looked)), name, "application/json", key="slides-save")
    where = f"./handed-in/slides?{urlencode(address.carried())}"
    prose.show(form(where, say("slides.open"), say("slides.open_file"), ".json,application/json"))
    prose.note(say("slides.keep_hint"))


def form(where: str, words: str, label: str, kinds: str) -> Markup:
    """A form that hands in one file: it goes to whichever server answers, and nothing of it is kept there."""
    return Markup(
        "<form class='hand-in' action='{}' method='post' enctype='multipart/form-data'><label>{} "
        "<input type='file' name='file' accept='{}' required></label> <button type='submit'>{}</button></form>"
    ).format(where, label, kinds, words)


def _title(view: View) -> None:
    """A title of one's own, in the address."""
    key, said = "slides:title", given_title()
    if st.session_state.get(f"{key}:seen") != said or key not in st.session_state:
        st.session_state[key] = st.session_state[f"{key}:seen"] = said

    def changed() -> None:
        now = " ".join(str(st.session_state[key]).split())
        address.write("title", [now] if now else [])
        st.session_state[f"{key}:seen"] = now

    with st.container(key="slides-title"):
        st.text_input(view.say("slides.title"), key=key, on_change=changed, max_chars=own.TITLE, placeholder=view.say("slides.title_none"))


def _saved(looked: Looked) -> Saved:
    view = looked.view
    return Saved(
        set=looked.asked.address,
        slides=choosing.written(looked.names, looked.every),
        lang="ko" if view.lang == "ko" else "en",
        on=view.on if address.value("on") == view.on.isoformat() else None,
        title=given_title(),
    )
