"""What stands before the list on the page Find: the pledge that answers, paragraphs that have the words, due dates to choose."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from models.search.entries import Kind
from models.search.facets import Facet
from models.search.finding import answer
from models.search.telling import due
from widgets.find.asked import Finder, here
from widgets.parts import address, prose

PLACES = 3
"""So many paragraphs are named; all of them have a list of their own."""


def first_of_all(asked: Finder) -> None:
    """Each answer that is more than a place in the list, as a line of its own."""
    lines = [*_pledges(asked), *_due(asked), *_paragraphs(asked)]
    if lines:
        shown = [Markup("<p class='first-of-all'>{}</p>").format(line) for line in lines]
        prose.show(Markup("<div class='answers'>{}</div>").format(prose.joined(shown)))


def _pledges(asked: Finder) -> Iterator[Markup]:
    say, register = asked.view.say, asked.view.register
    for hit in asked.answer.pledges(asked.index) if asked.kind is not Kind.PLEDGE else ():
        pledge = register.pledge_by_id[hit.entry.id]
        years = say.listed(list(register.recurrence(pledge)))
        title = pledge.title[asked.view.lang]
        words = say("find.answers", title=title, years=years) if years else say("find.answers_never", title=title)
        yield prose.anchor(address.href("pledge", id=pledge.id), Markup("{}").format(words), "in")


def _due(asked: Finder) -> Iterator[Markup]:
    """A choice of due dates that may have been meant, where it would leave something."""
    read, say = asked.answer.due, asked.view.say
    if read is None or read.sure or asked.chosen[Facet.DUE]:
        return
    chosen = {**asked.chosen, Facet.DUE: list(read.values)}
    n = answer(asked.index, read.rest, chosen).said(Kind.COMMITMENT)
    if n:
        words = say.listed([due(value, say) for value in sorted(read.values)])
        params = {**asked.params, "q": read.rest or None, "kind": None, Facet.DUE.value: list(read.values)}
        yield prose.anchor(here(params), Markup("{}").format(say.count("find.offer", n, words=words)), "in")


def _paragraphs(asked: Finder) -> Iterator[Markup]:
    """Where the words stand in a text without being part of what is promised, asked or hoped."""
    found, say = asked.answer.elsewhere(), asked.view.say
    if not found or asked.kind is not Kind.COMMITMENT:
        return
    places = [
        prose.anchor(
            address.href("declarations", id=asked.view.register.provision_by_id[hit.entry.id].declaration, at=hit.entry.id),
            Markup("{}").format(say.place(hit.entry.id)),
            "in",
        )
        for hit in found[:PLACES]
    ]
    if len(found) > PLACES:
        places.append(
            prose.anchor(here({**asked.params, "kind": Kind.PARAGRAPH.value}), Markup("{}").format(say("find.paragraphs_all")), "in")
        )
    yield prose.filled(say.count("find.paragraphs", len(found), places=prose.SLOT), prose.joined(places, ", "))
