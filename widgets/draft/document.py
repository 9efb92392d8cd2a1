"""The draft as a document: its words on one side, what is said of them beside them, and under each passage the way to try another wording."""

from __future__ import annotations

import streamlit as st
from markupsafe import Markup

from models.texts.drafting import telling
from models.texts.drafting.draft import Passage
from models.texts.parts import Kind
from widgets.draft import passage as passages
from widgets.draft.handing import FAULT, LONGEST
from widgets.draft.held import Looked
from widgets.frame import banner
from widgets.parts import prose


def show(looked: Looked) -> None:
    """Every part in its order."""
    say = looked.view.say
    prose.heading(say("draft.document"), "document")
    prose.note(say("draft.document_hint"))
    before = {each.part.place: each for each in looked.before.passages}
    for each in looked.draft.passages:
        if each.units:
            _provision(looked, each, before.get(each.part.place))
        else:
            prose.show(_other(looked, each))


def _other(looked: Looked, passage: Passage) -> Markup:
    """A title, a heading, an epigraph or a footnote."""
    part, lang = passage.part, looked.draft.reading.language or ""
    if part.kind is Kind.TITLE:
        inside = Markup("<p class='printed-title' lang='{}'>{}</p>").format(lang, part.text)
    elif part.kind is Kind.HEADING:
        return Markup("<section class='doc'><div class='row'><h3 class='printed' lang='{}'>{}</h3></div></section>").format(lang, part.text)
    else:
        inside = Markup("<p class='epigraph' lang='{}'>{} {}</p>").format(lang, part.mark, part.text)
    return Markup("<section class='doc'><div class='row'><div class='words'>{}</div></div></section>").format(inside)


def _provision(looked: Looked, passage: Passage, was: Passage | None) -> None:
    place = passage.part.place or ""
    tried = place in looked.held.tried
    with st.container(key=f"draft-at-{place}"):
        prose.show(passages.words(looked, passage, was if tried else None))
        _another_wording(looked, passage, tried=tried)
        prose.show(passages.beside(looked, passage))


def _another_wording(looked: Looked, passage: Passage, *, tried: bool) -> None:
    """The way to try another wording, or the field with it; beneath the words and not beneath what is said of them."""
    place, say = passage.part.place or "", looked.view.say
    with st.container(key=f"draft-try-{place}"):
        if looked.held.trying != place:
            st.button(say("draft.try"), key=f"drafting:try:{place}", type="tertiary", on_click=_open, args=(looked, place))
            return
        key = f"drafting:wording:{place}"
        if key not in st.session_state:
            st.session_state[key] = passage.part.text
        named = telling.place(passage.part, "", say)
        st.text_area(say("draft.try_label", place=named), key=key, height=140, on_change=_try, args=(looked, place, key))
        if fault := st.session_state.pop(FAULT, None):
            banner.line(str(fault))
        with st.container(key=f"draft-ways-{place}", horizontal=True, gap="small"):
            st.button(say("draft.try_done"), key=f"drafting:done:{place}", on_click=_close, args=(looked,))
            if tried:
                st.button(say("draft.try_back"), key=f"drafting:back:{place}", on_click=_back, args=(looked, place))


def _open(looked: Looked, place: str) -> None:
    looked.held.trying = place


def _close(looked: Looked) -> None:
    looked.held.trying = None


def _try(looked: Looked, place: str, key: str) -> None:
    """Take up what was typed; the words as they were read are no wording of one's own, and nothing is none either."""
    words = " ".join(str(st.session_state[key]).split())
    if len(words) > LONGEST:
        st.session_state[FAULT] = looked.view.say("draft.long_one", limit=f"{LONGEST:,}")
        return
    read = next(part.text for part in looked.held.reading.parts if part.place == place)
    if words and words != read:
        looked.held.tried[place] = words
    else:
        looked.held.tried.pop(place, None)


def _back(looked: Looked, place: str) -> None:
    looked.held.tried.pop(place, None)
    looked.held.trying = None
    st.session_state.pop(f"drafting:wording:{place}", None)
