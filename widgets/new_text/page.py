"""The page New text, from the list of texts that are worked on to the step of one that the address names."""

from __future__ import annotations

from models.keeping.store import Unkept
from models.writing.permission import person
from widgets.follow_through import access as asking
from widgets.new_text import desk, held, saving, steps, whoever
from widgets.parts import address, prose
from widgets.parts.view import View


def show(view: View) -> None:
    """For who may write: the text that the address names, or the list. Everybody else reads what the page is for and who may."""
    say, access = view.say, asking.current()
    prose.style("new_text")
    if access.permission is None:
        prose.title(say("new_text.title"), say("new_text.for_writers"))
        asking.show(view, access)
        return
    who = person(access, whoever.typed())
    if who is None:
        prose.title(say("new_text.title"), say("new_text.lede"))
        asking.show(view, access)
        whoever.ask(view)
        return
    asked = address.value("text")
    try:
        here = held.held(asked, who) if asked else None
    except Unkept as failure:
        prose.title(say("new_text.title"), say("new_text.lede"))
        prose.note(say("new_text.unkept", why=say(f"follow_through.unkept_{failure.why}")))
        return
    if here is None and asked and saving.show_saved(view, asked):
        return
    if here is None:
        desk.show(view, who, access, gone=desk.gone(view, asked, who) if asked else "")
        return
    try:
        steps.show(view, here, access)
    except Unkept as failure:  # codings are read in the step itself
        prose.note(say("new_text.unkept", why=say(f"follow_through.unkept_{failure.why}")))
