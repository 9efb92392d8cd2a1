"""What every printed page carries: the register's name, the address of what is printed, the day, and the number of the page."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

import streamlit as st
from markupsafe import Markup

from widgets.parts import address as addresses
from widgets.parts import prose
from widgets.parts.view import View


def show(view: View) -> None:
    """In the margins of each page, for browsers that can; for all of them once above the page."""
    say, where = view.say, address(view)
    day = say("frame.printed_day", date=say.date(view.on))
    boxes = {
        "top-left": _text(say("frame.product")),
        "top-right": _text(day),
        "bottom-left": _text(where),
        "bottom-right": 'counter(page) " / " counter(pages)',
    }
    rules = " ".join(f"@{place} {{ content: {content}; }}" for place, content in boxes.items())
    st.html(f"<style>@media print {{ @page {{ {rules} }} }}</style>")
    prose.show(Markup("<p class='only-paper'>{} · {} · {}</p>").format(say("frame.product"), day, where))


def address(view: View) -> str:
    """The full address of what is on the screen, with the day fixed."""
    page = urlsplit(st.context.url or "").path.rpartition("/")[2]
    params = {name: st.query_params.get_all(name) for name in st.query_params}
    return addresses.full(page, {**params, "lang": view.lang, "on": view.on.isoformat()})


def _text(words: str) -> str:
    """Words as a string of CSS within an element of HTML: nothing in them can end either."""
    return '"' + re.sub(r'["\\<>&\x00-\x1f\x7f]', lambda found: f"\\{ord(found[0]):06x}", words) + '"'
