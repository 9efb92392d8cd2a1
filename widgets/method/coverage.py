"""Which of the forums are on record: all editions in equal columns, and what is known of each."""

from __future__ import annotations

from collections import Counter

from markupsafe import Markup

from models.records.forums import Forum
from models.register.forum_texts import TextState, text_state
from widgets.method.passages import folded
from widgets.parts import forum_facts, prose
from widgets.parts.view import View


def show(view: View) -> None:
    """The picture and the list of all forums."""
    say, forums = view.say, view.whole.forums
    found = Counter(text_state(view.whole, forum) for forum in forums)
    whole = view.whole.knows_all_forums
    lede = say(
        "method.coverage_lede",
        forums=say.at_least(len(forums), whole),
        held=found[TextState.ON_RECORD],
        known=say.at_least(found[TextState.KNOWN] + found[TextState.WITHHELD], whole),
        unfound=say.at_least(found[TextState.NOT_FOUND], whole),
        announced=say.at_least(found[TextState.ANNOUNCED], whole),
    )
    prose.heading(say("method.coverage"), "coverage")
    prose.show(Markup("<p class='plain'>{}</p>").format(lede) + _picture(view))
    prose.show(
        Markup("<h3 class='sub'>{}</h3>").format(say("method.coverage_each")) + prose.joined([_forum(view, forum) for forum in forums])
    )


def _picture(view: View) -> Markup:
    return Markup("<ol class='coverage'>{}</ol>").format(prose.joined([_cell(view, forum) for forum in view.whole.forums]))


def _cell(view: View, forum: Forum) -> Markup:
    """A forum, leading to its words or to what is known of it."""
    say, state = view.say, text_state(view.whole, forum)
    head = Markup("<span class='edition'>{}</span> <b>{}</b>").format(say.ordinal(forum.number), forum.year)
    # A column is narrower than the word “announced”: the label of the cell says where it may be parted.
    short = say("method.coverage_announced_short") if state is TextState.ANNOUNCED else forum_facts.state_words(view, state)
    link = Markup("<a href='{}' target='_self'><span class='words'>{}</span></a>").format(forum_facts.href(view, forum), short)
    return Markup("<li class='of-{}'><span class='head'>{}</span><span class='cell{}'>{}</span></li>").format(
        state.value, head, " hatched" if state.is_gap else "", link
    )


def _forum(view: View, forum: Forum) -> Markup:
    """One forum: a line with what matters, and everything known of it below."""
    edition = view.say("method.coverage_cell", forum=view.say.ordinal(forum.number))
    state = forum_facts.state_words(view, text_state(view.whole, forum))
    return folded(f"{edition}, {forum.year} · {state} · {forum.theme[view.lang]}", forum_facts.facts(view, forum))
