"""A declaration that cannot be read here: why, and which can."""

from __future__ import annotations

from markupsafe import Markup

from widgets.parts import address, prose
from widgets.parts.view import View


def say_why(view: View, asked: str) -> None:
    """The address names no declaration that can be read: say why, and offer those that can."""
    say, later = view.say, view.whole.declaration_by_id.get(asked)
    forum = next((forum for forum in view.register.forums if str(forum.year) == asked), None)
    why = ""
    if later:
        why = say("declarations.unknown_later", year=later.id, date=say.date(later.adopted))
    elif forum:
        why = say("declarations.unknown_forum", forum=say.ordinal(forum.number), year=forum.year)
    prose.title(say("declarations.unknown_title", id=asked), why)
    if forum and not later and forum.text_note:
        prose.note(forum.text_note[view.lang])
    offer(view)


def offer(view: View) -> None:
    """The declarations that can be read."""
    say = view.say
    prose.show(Markup("<p class='plain'>{}</p>").format(say("declarations.unknown_hint")))
    for declaration in view.register.declarations:
        words = say("declarations.option", year=declaration.id, forum=say.ordinal(declaration.forum))
        address.link("declarations", words, id=declaration.id)
