"""Handing in a draft: pasted, or as a file that the server reads, answers and forgets; what it read comes back by the reader's browser."""

from __future__ import annotations

from urllib.parse import urlencode

import streamlit as st
from markupsafe import Markup

from models.texts import opening
from models.texts.drafting.packed import NotPacked, unpacked
from models.texts.files.refusing import Refused
from models.texts.parts import Caution, Reading
from widgets.draft import held
from widgets.draft.held import Held
from widgets.frame import banner
from widgets.parts import address, prose
from widgets.parts.view import View

KINDS = ".pdf,.docx,.odt,.hwpx,.hwp,.html,.htm,.md,.txt"
MOST = 400_000
"""So many signs can be pasted."""
MOST_PROVISIONS = 300
"""So many provisions has no declaration; the page would be too long to be read or drawn."""
LONGEST = 20_000
"""So many signs has no provision, and no wording that is tried in place of one."""
PASTED, HANDED, AGAIN, FAULT = "drafting:pasted", "drafting:handed", "drafting:again", "drafting:fault"


def head(view: View, kept: Held | None) -> None:
    """What this page is for, as long as there is no draft, and what becomes of one."""
    prose.title(view.say("draft.title"), "" if kept else view.say("draft.lede"))
    prose.note(view.say("draft.suggestions"))


def ask(view: View) -> None:
    """Where no draft is there: paste one or hand in a file."""
    say = view.say
    prose.note(say("draft.private"))
    if fault := st.session_state.pop(FAULT, None):
        banner.line(str(fault))
    prose.heading(say("draft.paste"), "paste")
    with st.container(key="draft-paste"):
        st.text_area(say("draft.paste_label"), key=PASTED, height=320, placeholder=say("draft.paste_hint"))
        if st.button(say("draft.read"), key="draft-read", type="primary"):
            _pasted(view)
    prose.heading(say("draft.file"), "file")
    prose.show(form(view, say("draft.file_label"), "draft-handed"))
    prose.note(say("draft.file_hint"))
    _handed(view)


def _pasted(view: View) -> None:
    words = str(st.session_state.get(PASTED) or "")
    if not words.strip():
        banner.line(view.say("draft.nothing"))
        return
    if len(words) > MOST:  # said, and not left to the field, which would take nothing and say nothing
        banner.line(view.say("texts.refused_letters", limit=f"{MOST:,}"))
        return
    with st.spinner(view.say("draft.reading")):
        try:
            reading = opening.pasted(words)
        except Refused as refused:
            banner.line(view.say(refused.label, **refused.words))
            return
    _taken(view, reading)


def form(view: View, label: str, into: str) -> Markup:
    """The form of a file; static/door/around.js sends it and puts the answer into the hidden field in the container `into`."""
    say = view.say
    return Markup(
        "<form class='hand-in' action='{where}' method='post' enctype='multipart/form-data' data-into='.st-key-{into} textarea'>"
        "<label>{label} <input type='file' name='file' accept='{kinds}' required></label> <button type='submit'>{send}</button>"
        "<p role='status' data-reading='{reading}' data-failed='{failed}'></p></form>"
    ).format(
        where=f"./handed-in/draft?{urlencode({'lang': view.lang})}",
        into=into,
        label=label,
        kinds=KINDS,
        send=say("draft.read_file"),
        reading=say("draft.reading"),
        failed=say("draft.failed"),
    )


def _handed(view: View) -> None:
    """The hidden field into which the browser puts what the server read."""
    again = int(st.session_state.get(AGAIN, 0))
    with st.container(key="draft-handed"):
        words = st.text_area(view.say("draft.handed"), key=f"{HANDED}:{again}", label_visibility="collapsed")
    if not words:
        return
    st.session_state[AGAIN] = again + 1  # another field, so that what was handed in is not sent again with every click
    try:
        reading = unpacked(words)
    except NotPacked:
        st.session_state[FAULT] = view.say("draft.failed")
        st.rerun()
    _taken(view, reading)


def _taken(view: View, reading: Reading) -> None:
    if not reading.provisions:
        st.session_state[FAULT] = view.say("draft.no_provisions")
    elif len(reading.provisions) > MOST_PROVISIONS:
        st.session_state[FAULT] = view.say("draft.long", limit=MOST_PROVISIONS)
    elif any(len(part.text) > LONGEST for part in reading.provisions):
        st.session_state[FAULT] = view.say("draft.long_one", limit=f"{LONGEST:,}")
    elif reading.language is not None and reading.language not in held.LANGUAGES:
        st.session_state[FAULT] = view.say("draft.language")
    else:
        held.take(reading)
    st.rerun()


def forum(view: View) -> int:
    """The forum that the draft is for: the next one, unless the reader says another; and the way to another draft."""
    numbers = [each.number for each in view.register.forums]
    on_record = [each.forum for each in view.register.declarations]
    following = max(numbers, default=0) + 1
    options = list(range(following, max(on_record, default=following - 1), -1))
    with st.container(key="draft-forum", horizontal=True, vertical_alignment="bottom", gap="medium"):
        chosen = st.selectbox(view.say("draft.forum"), options, key="drafting:forum", format_func=view.say.ordinal, width=260)
        st.button(view.say("draft.another"), key="draft-another", on_click=held.let_go)
    return int(chosen or following)


def as_read(view: View, kept: Held) -> None:
    """What becomes of the draft; what the reader must be told of how it was read, and what of it was taken away."""
    say, reading = view.say, kept.reading
    prose.note(say("draft.private"))
    told = [
        say(str(each.words["key"]))
        if each.caution is Caution.FILE and "key" in each.words
        else say(f"texts.caution_{each.caution}", **each.words)
        for each in reading.warnings
    ]
    told += [say(key) for key in reading.source.said]
    shown = [each for each in reading.left_out if each.text.strip()]
    if not told and not shown:
        return
    with st.expander(address.escaped_label(say("draft.as_read"))):
        sentences = prose.joined([Markup("<li>{}</li>").format(each) for each in told])
        rows = prose.joined(
            [Markup("<li><span class='small'>{}</span> {}</li>").format(say(f"texts.why_{e.why}"), e.text[:300]) for e in shown[:200]]
        )
        prose.show(Markup("<ul class='plain'>{}</ul><ul class='plain'>{}</ul>").format(sentences, rows))
