"""Where no text is open: those that are worked on, and beginning another from a file or from what is pasted."""

from __future__ import annotations

import datetime as dt
import threading

import streamlit as st
from markupsafe import Markup

from models.keeping.drafts import State, new_id
from models.keeping.new_texts import Coder, Listed, NotNow, Overtaken
from models.keeping.store import Unkept
from models.keeping.works import works
from models.texts import opening
from models.texts.drafting.packed import NotPacked, unpacked
from models.texts.files.refusing import Refused
from models.texts.parts import Reading
from models.writing.permission import Access, Person
from models.writing.works.reshaping import begun
from widgets.draft import handing
from widgets.frame import banner
from widgets.new_text import held, whoever
from widgets.new_text.held import Held
from widgets.parts import address, prose
from widgets.parts.view import SEOUL, View

PASTED, HANDED, AGAIN, FAULT = "new-text:pasted", "new-text:handed", "new-text:again", "new-text:fault"
BEGUN = "new-text:begun"
_BEGINNING = threading.Lock()
DISCARDING = "new-text:discarding"
"""The text whose discarding was asked for and not confirmed yet."""


def show(view: View, who: Person, access: Access, *, gone: str) -> None:
    """The list and the two ways to begin; `gone` says why the text that the address names is not there to be gone on with."""
    say = view.say
    prose.title(say("new_text.title"), say("new_text.lede"))
    if fault := st.session_state.pop(FAULT, None):
        banner.line(str(fault))
    if gone:
        banner.line(gone)
    whoever.tell(view, who, access)
    _listed(view, who)
    prose.heading(say("new_text.begin"), "begin")
    prose.note(say("new_text.begin_hint"))
    with st.container(key="new-text-paste"):
        st.text_area(address.escaped_label(say("new_text.paste_label")), key=PASTED, height=220, max_chars=handing.MOST)
        if st.button(say("new_text.read"), key="new-text-read", type="primary"):
            _pasted(view, who)
    prose.show(handing.form(view, say("new_text.file_label"), "new-text-handed"))
    _handed(view, who)


def gone(view: View, id_: str, who: Person) -> str:
    """What has become of a text that nobody can go on with."""
    say = view.say
    try:
        kept = works().find(id_, who)
    except Unkept:
        kept = None
    if kept is None or kept.state not in (State.SAVING, State.SAVED, State.DISCARDED):
        return say("new_text.gone")
    return say(f"new_text.gone_{kept.state.value}", title=kept.title or say("new_text.untitled"))


# those that are worked on ------------------------------------------------------------------------------------------------


def _listed(view: View, who: Person) -> None:
    say = view.say
    prose.heading(say("new_text.listed"), "listed")
    try:
        found = works().listed(who)
    except Unkept as failure:
        prose.note(say("new_text.unkept", why=say(f"follow_through.unkept_{failure.why}")))
        return
    if not found:
        prose.note(say("new_text.none_listed"))
    for each in found:
        with st.container(key=f"work-{each.id}", horizontal=True, vertical_alignment="center", gap="small"):
            prose.show(_row(view, each))
            if each.is_mine and st.session_state.get(DISCARDING) != each.id:
                st.button(say("new_text.discard"), key=f"discard-{each.id}", type="tertiary", on_click=_ask, args=(each.id,))
        if each.is_mine and st.session_state.get(DISCARDING) == each.id:
            _asked(view, each, who)


def _ask(id_: str) -> None:
    st.session_state[DISCARDING] = id_


def _asked(view: View, each: Listed, who: Person) -> None:
    """Whether to discard it, in words, and both answers."""
    say = view.say
    banner.line(say("new_text.discard_sure", title=each.title or say("new_text.untitled")))
    with st.container(key=f"sure-{each.id}", horizontal=True, gap="small"):
        st.button(say("new_text.discard_yes"), key=f"discard-yes-{each.id}", on_click=_discard, args=(view, each, who))
        st.button(say("new_text.discard_no"), key=f"discard-no-{each.id}", on_click=_ask, args=("",))


def _row(view: View, each: Listed) -> Markup:
    say = view.say
    when = dt.datetime.fromtimestamp(each.touched, dt.UTC).astimezone(SEOUL)
    coders = prose.joined([Markup("<span>{}</span>").format(coder_line(view, coder, each.provisions)) for coder in each.coders], " · ")
    told = say.count("new_text.row", each.provisions, name=each.begun_by, date=say.date(when.date()), time=f"{when:%H:%M}")
    far = say("new_text.row_saving" if each.is_being_saved else "new_text.row_parted" if each.parted else "new_text.row_not_parted")
    return Markup("<div class='work'><p><a class='in' href='{}'><b>{}</b></a></p><p class='small'>{} {} {}</p></div>").format(
        address.href("new_text", text=each.id), each.title or say("new_text.untitled"), told, far, coders
    )


def coder_line(view: View, coder: Coder, provisions: int) -> str:
    """How far one coder is, without a word of what they chose."""
    if coder.finished:
        return view.say(f"new_text.coder_{coder.role}_finished", name=coder.name)
    return view.say(f"new_text.coder_{coder.role}", name=coder.name, chosen=coder.chosen, count=provisions)


def _discard(view: View, each: Listed, who: Person) -> None:
    st.session_state[DISCARDING] = ""
    try:
        kept = works().find(each.id, who)
        if kept is not None and kept.touched > each.touched:
            st.session_state[FAULT] = view.say("new_text.discard_changed")
        elif kept is not None:
            works().discard(each.id, who, kept.revision)
    except NotNow as refused:
        st.session_state[FAULT] = view.say(f"new_text.not_now_{refused.why}")
    except Overtaken:
        st.session_state[FAULT] = view.say("new_text.gone")
    except Unkept as failure:
        st.session_state[FAULT] = view.say("new_text.unkept", why=view.say(f"follow_through.unkept_{failure.why}"))


# beginning another ---------------------------------------------------------------------------------------------------------


def _pasted(view: View, who: Person) -> None:
    words = str(st.session_state.get(PASTED) or "")
    if not words.strip():
        banner.line(view.say("draft.nothing"))
        return
    with st.spinner(view.say("draft.reading")):
        try:
            reading = opening.pasted(words)
        except Refused as refused:
            banner.line(view.say(refused.label, **refused.words))
            return
    _begin(view, who, reading)


def _handed(view: View, who: Person) -> None:
    """The hidden field into which the browser puts what the server read."""
    again = int(st.session_state.get(AGAIN, 0))
    with st.container(key="new-text-handed"):
        words = st.text_area(address.escaped_label(view.say("new_text.file_label")), key=f"{HANDED}:{again}", label_visibility="collapsed")
    if not words:
        return
    st.session_state[AGAIN] = again + 1  # another field, so that what was handed in is not sent again with every click
    try:
        reading = unpacked(words)
    except NotPacked:
        st.session_state[FAULT] = view.say("draft.failed")
        st.rerun()
    _begin(view, who, reading)


def _begin(view: View, who: Person, reading: Reading) -> None:
    """Keep the text that was read and open it; it is on the way from here on, whatever becomes of this browser."""
    if not reading.provisions:
        st.session_state[FAULT] = view.say("draft.no_provisions")
        st.rerun()
    with _BEGINNING:
        here = _begun_before(who, reading) or Held(new_id(), who, begun(reading))
        if not here.seen:
            held.keep(here)
        if here.seen:
            held.hold(here)
            st.session_state[BEGUN] = (reading.source.name, reading.source.text, here.id)
    if here.seen:
        st.query_params["text"] = here.id
    else:
        st.session_state[FAULT] = view.say("new_text.unkept", why=view.say(f"follow_through.unkept_{here.unkept}"))
    st.rerun()


def _begun_before(who: Person, reading: Reading) -> Held | None:
    """The text of this session that began with the very same words, as by a second click."""
    name, text, id_ = st.session_state.get(BEGUN, ("", "", ""))
    return held.held(id_, who) if id_ and (name, text) == (reading.source.name, reading.source.text) else None
