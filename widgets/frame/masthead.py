"""The top of every page: what this is, where one can go, in which language, and as of which day."""

from __future__ import annotations

import datetime as dt

import streamlit as st
from markupsafe import Markup
from streamlit.navigation.page import StreamlitPage

from decks.sets.asked import Kind
from models.labels import LANGUAGES
from models.records.days import Refused
from models.records.terms import Holding
from widgets.frame import banner, mine
from widgets.parts import address, prose
from widgets.parts.once import once, passages
from widgets.parts.view import View, asked_day

LISTED = ("overview", "find", "pledges", "timeline", "declarations", "follow_through", "city", "briefing", "slides", "draft", "method")
FOR_WRITERS = "new_text"
"""Listed after Draft for whoever may write; its address answers everybody."""
NAMES = {"en": "English", "ko": "한국어"}


def show(view: View, page: StreamlitPage, *, may_write: bool) -> None:
    """What this is, the day and the language in one row, the pages in the next."""
    mine.tell(view)
    with st.container(key="masthead", gap="xsmall"):
        with st.container(key="masthead-row", horizontal=True, vertical_alignment="center", gap="medium"):
            prose.show(Markup("<p class='product' lang='{}'>{}</p>").format(view.lang, view.say("frame.product")))
            _day(view)
            _language(view)
            with st.container(key="masthead-link", width="content"):
                prose.show(_link(view))
        passages(view, ("navigation", page.url_path, may_write), lambda view: _navigation(view, page.url_path, may_write))
    if not view.is_today:
        prose.show(Markup("<p class='as-of' role='status'>{}</p>").format(view.say("frame.as_of_note", date=view.say.date(view.on))))
    asked = asked_day(view.today)
    if isinstance(asked, Refused):
        banner.line(view.say("frame.as_of_refused", why=view.say.refusal(asked)))


def _navigation(view: View, path: str, may_write: bool) -> None:
    """The pages, as one passage: its links are followed without loading anything anew (static/door/around.js)."""
    links = []
    for name in (*LISTED[:-1], FOR_WRITERS, LISTED[-1]) if may_write else LISTED:
        here = path == ("" if name == "overview" else name)
        current = Markup(" aria-current='page'") if here else ""
        links.append(Markup("<a href='{}'{}>{}</a>").format(address.href(name), current, view.say(f"frame.{name}")))
    if chosen := len(mine.names()):
        own = address.href("slides", set=Kind.OWN.value)
        links.append(Markup("<a class='mine' href='{}'>{}</a>").format(own, view.say("frame.mine", n=chosen)))
    prose.show(Markup("<nav class='pages' aria-label='{}'>{}</nav>").format(view.say("frame.pages"), prose.joined(links)))


def _day(view: View) -> None:
    say = view.say
    words = dict(once(view, ("days",), lambda: _offered(view)))
    if view.on.isoformat() not in words:
        words[view.on.isoformat()] = say("frame.as_of_other", date=say.date(view.on))
    with st.container(key="masthead-day", width="content"):
        address.pick(
            say("frame.as_of"),
            "on",
            list(words),
            words.__getitem__,
            multi=False,
            default="",
            width=330,
            label_shown=False,
            given=[view.on.isoformat()] if address.value("on") and not isinstance(asked_day(view.today), Refused) else [],
        )


def _offered(view: View) -> dict[str, str]:
    """The days that one may want to look at, in words, by what the address says for each."""
    say = view.say
    offered: dict[dt.date, tuple[str, int]] = {}
    for forum in view.whole.forums:
        offered[forum.start] = ("frame.as_of_forum" if forum.held is Holding.HELD else "frame.as_of_forum_announced", forum.number)
    for declaration in view.whole.declarations:
        offered.setdefault(declaration.adopted, ("frame.as_of_adopted", declaration.forum))
    today = view.today.isoformat()
    # Without a day an address always shows today; with it, it shows tomorrow what it shows now.
    words = {"": say("frame.as_of_today", date=say.date(view.today)), today: say("frame.as_of_fixed", date=say.date(view.today))}
    for day in sorted((day for day in offered if day < view.today), reverse=True):
        key, number = offered[day]
        words[day.isoformat()] = say(key, date=say.date(day), forum=say.ordinal(number))
    return words


def _link(view: View) -> Markup:
    """The address of the page to be sent, with its day kept or moving on; what is in it is read in the browser, when it is copied
    (static/door/around.js), for a filter may have been chosen since this was drawn."""
    say = view.say
    return Markup(
        "<details class='copy copy-link' data-root='{root}' data-lang='{lang}' data-day='{day}'><summary>{link}</summary><div>"
        "<button type='button' data-copy='fixed'>{fixed}</button><button type='button' data-copy='moving'>{moving}</button>"
        "<input type='text' readonly hidden aria-label='{named}'><p role='status' data-copied='{copied}' data-refused='{refused}'></p>"
        "</div></details>"
    ).format(
        root=address.known(),
        lang=view.lang,
        day=view.on.isoformat(),
        link=say("frame.copy_link"),
        fixed=say("frame.copy_fixed", date=say.date(view.on)),
        moving=say("frame.copy_moving"),
        named=say("frame.copy_address"),
        copied=say("frame.copied"),
        refused=say("frame.copy_refused"),
    )


def _language(view: View) -> None:
    with st.container(key="masthead-language", width="content"):
        key = "pick:lang"
        st.session_state[key] = view.lang

        def changed() -> None:
            st.query_params["lang"] = st.session_state[key]

        st.segmented_control(
            view.say("frame.language"),
            LANGUAGES,
            required=True,
            format_func=NAMES.__getitem__,
            key=key,
            on_change=changed,
            label_visibility="collapsed",
        )
