"""What the reader must know before reading on: records that are not shown, and links that name what is not there."""

from __future__ import annotations

import logging

import streamlit as st
from markupsafe import Markup

from models.labels import BadLabels
from models.register.passages import unthreaded
from widgets.parts import prose
from widgets.parts.view import View, words

MOST = 20
LOG = logging.getLogger("register")


def show(view: View) -> None:
    """On every page: how many records are withheld, which judgements with them, and where the mistakes are."""
    if not view.problems:
        return
    say = view.say
    hidden = len(view.register.withheld_on(view.on))
    said = [say.count("frame.problems", view.withheld)]
    said += [say.count("frame.problems_judgements", hidden)] if hidden else []
    said += [] if view.whole.knows_all_forums else [say("frame.problems_forums")]
    said += [say("frame.problems_names")] if any(not id_.isdigit() for id_ in view.whole.stood_in) else []
    line(" ".join(said if len(said) > 1 else [*said, say.count("frame.problems_rest", view.withheld)]))
    with st.expander(say("frame.problems_places")):
        rows = prose.joined(
            [Markup("<li><code>{}:{}:{}</code> {}</li>").format(p.path, p.line, p.column, p.sentence) for p in view.problems[:MOST]]
        )
        more = len(view.problems) - MOST
        prose.show(Markup("<ul class='problems'>{}</ul>{}").format(rows, say("frame.problems_more", n=more) if more > 0 else ""))


def unfinished(view: View) -> None:
    """At the foot of every page, for it may show or count their words: which declarations nobody has coded a second time, and which
    nobody has compared with the pledges."""
    for words_ in filter(None, (view.say.coded_once(view.register.coded_once), view.say.unthreaded(unthreaded(view.register)))):
        prose.note(words_)


def line(words: str) -> None:
    """One sentence about what was asked for that the reader must know."""
    prose.show(Markup("<p class='banner' role='status'>{}</p>").format(words))


def say_unknown(view: View, names: list[str]) -> None:
    """The URL asked for filters that do not exist."""
    if names:
        line(view.say("frame.skip_unknown", names=", ".join(names)))


def say_failed(error: Exception) -> bool:
    """A mistake of the program: the log gets all of it, the reader a sentence in the language of the page."""
    LOG.error("A page could not be drawn", exc_info=error)
    if isinstance(error, BadLabels):
        return False
    say = words()
    prose.show(
        Markup("<h1 class='title'>{}</h1><p class='banner' role='alert'>{}</p>").format(say("frame.failed_title"), say("frame.failed_hint"))
    )
    return True
