"""A declaration that cannot be read here: why, and which can."""

from __future__ import annotations

from markupsafe import Markup

from models.records.forums import Forum
from models.register.forum_texts import TextState, text_state
from widgets.parts import address, forum_facts, prose
from widgets.parts.view import View


def say_why(view: View, asked: str) -> None:
    """The address names no declaration that can be read: say why, and offer those that can."""
    say, later = view.say, view.whole.declaration_by_id.get(asked)
    forum = next((forum for forum in view.register.forums if str(forum.year) == asked), None)
    if later or not forum:
        why = say("declarations.unknown_later", year=later.id, date=say.date(later.adopted)) if later else ""
        prose.title(say("declarations.unknown_title", id=asked), why)
    else:
        _known(view, forum)
    offer(view)


def _known(view: View, forum: Forum) -> None:
    """Which kind of gap stands in the place of a forum's text, and everything that is known of the forum."""
    say, state = view.say, text_state(view.whole, forum, view.on)
    words = {"forum": say.ordinal(forum.number), "year": forum.year}
    key = "declarations.unknown_withheld" if state is TextState.WITHHELD else "declarations.unknown_forum"
    prose.title(say("overview.forum_cell", text=forum_facts.state_words(view, state), **words), say(key, **words))
    prose.style("method")
    prose.heading(say("method.coverage_known"))
    prose.show(forum_facts.facts(view, forum))


def offer(view: View) -> None:
    """The declarations that can be read."""
    say = view.say
    prose.show(Markup("<p class='plain'>{}</p>").format(say("declarations.unknown_hint")))
    for declaration in view.register.declarations:
        words = say("declarations.option", year=declaration.id, forum=say.ordinal(declaration.forum))
        address.link("declarations", words, id=declaration.id)
