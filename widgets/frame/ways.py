"""The pages that one can go to, as Streamlit needs them in every run."""

from __future__ import annotations

from copy import copy

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from widgets.frame import titles
from widgets.parts import address
from widgets.parts.once import once
from widgets.parts.view import View

PAGES = (
    "overview",
    "find",
    "commitment",
    "pledges",
    "pledge",
    "timeline",
    "declarations",
    "follow_through",
    "city",
    "briefing",
    "slides",
    "draft",
    "new_text",
    "method",
)


def pages(view: View) -> list[StreamlitPage]:
    """Every page with its title; one whose record the address names is titled by it.

    Making a page looks for its file, in every run; copies do as well, and what a run changes in one is its own.
    """
    plain = once(view, ("pages",), lambda: {name: _page(view, name, None) for name in PAGES})
    named = {name: titles.shown(view.register, view.say, name, address.value) for name in PAGES}
    return [_page(view, name, named[name]) if named[name] else copy(plain[name]) for name in PAGES]


def _page(view: View, name: str, named: titles.Named | None) -> StreamlitPage:
    first = name == titles.FIRST
    return st.Page(f"{name}.py", title=titles.of_page(view.say, name, named), url_path=None if first else name, default=first)
