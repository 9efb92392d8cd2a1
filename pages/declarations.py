"""Declarations: read one adopted text with its commitments marked in it, compare several, or follow one into the next."""

from __future__ import annotations

import streamlit as st

from widgets.declarations import about, choice, not_on_record, ways
from widgets.declarations.side_by_side import SideBySide
from widgets.parts import address, prose
from widgets.parts.view import View, current


def draw(view: View) -> None:
    """Choose, then read or compare."""
    prose.style("declarations")
    known = view.register.declaration_by_id
    asked, followed = address.value("id"), address.value("follow")
    if followed:
        ways.follow(view, followed)
        return
    if asked is not None and asked not in known:
        not_on_record.say_why(view, asked)
        return
    top = st.container(key="declaration-top")
    chosen = known[choice.choose(view)]
    choice.warn(view, chosen)
    with st.container(key="declaration-filters", horizontal=True, vertical_alignment="bottom", gap="small"):
        others = choice.compare_with(view, chosen)
        subject = choice.choose_subject(view, compared=bool(others))
    if not others:
        with top:
            about.opening(view, chosen)
        ways.read(view, chosen, subject)
    else:
        together = SideBySide(view, chosen, others, subject)
        with top:
            prose.title(together.title(), together.between())
        prose.show(together.passages() if subject else together.overview())


draw(current())
