"""Two ways to read a declaration: as a document, or followed from the forum just before it."""

from __future__ import annotations

import streamlit as st
from markupsafe import Markup

from models.records.places import text_of
from models.records.texts import Declaration
from models.register.passages import Subject
from models.register.succession import predecessor, succession
from widgets.declarations import about, contents, not_on_record
from widgets.declarations.reader import Reader
from widgets.declarations.succession import Follow
from widgets.frame import banner
from widgets.parts import address, prose
from widgets.parts.view import View


def follow(view: View, asked: str) -> None:
    """What one declaration did with the commitments of the forum just before it, or why that cannot be said."""
    say, later = view.say, view.register.declaration_by_id.get(asked)
    earlier = predecessor(view.register, later) if later else None
    if later is None or earlier is None:
        why = say("succession.unknown_before", asked=asked) if later else say("succession.unknown_no_text", asked=asked)
        prose.title(say("succession.unknown_title", asked=asked), why)
        not_on_record.offer(view)
        return
    found = succession(view.register, earlier, later)
    whole = Follow(view, found)
    prose.title(whole.title(), whole.lede())
    prose.show(whole.table())
    with st.container(horizontal=True, gap="medium", key="follow-ways"):
        address.link("declarations", say("succession.compare", earlier=earlier.id, later=later.id), id=earlier.id, **{"with": later.id})
        for each in (earlier, later):
            address.link("declarations", say("declarations.read_one", year=each.id), id=each.id)
    prose.show(whole.fates())
    if found.whole:
        prose.show(whole.arrivals())


def read(view: View, declaration: Declaration, subject: Subject) -> None:
    """Facts, the row of provisions, the place the reader came for, and the document."""
    at = address.value("at")
    mine = at if at and text_of(at) == declaration.id else None
    reader = Reader(view, declaration, subject, mine)
    if at and (reader.at_provision is None) and (mine or text_of(at) not in view.register.declaration_by_id):
        banner.line(view.say("declarations.arrived_unknown", at=at))
    prose.show(about.facts(view, declaration, reader.language()))
    if reader.at_provision:
        prose.show(Reader(view, declaration, Subject(), mine).arrived())
    if subject:
        prose.note(about.marked(view, declaration, subject))
    prose.show(Markup("{}{}{}").format(contents.row(view, declaration, reader.subject), contents.key(view), reader.document()))
