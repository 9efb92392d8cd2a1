"""Where no text is open: those that are worked on, and beginning another from a file or from what is pasted."""

from __future__ import annotations

from models.writing.permission import Access, Person
from widgets.parts import prose
from widgets.parts.view import View


def show(view: View, who: Person, access: Access, *, gone: bool) -> None:
    """The list and the two ways to begin; `gone` where the address names a text that is not there to be gone on with."""
    say = view.say
    prose.title(say("new_text.title"), say("new_text.lede"))
    if gone:
        prose.note(say("new_text.gone"))
