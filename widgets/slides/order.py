"""The slides in their order, each small: leave it out, move it, put it among one's own; and what was left out."""

from __future__ import annotations

import base64
from collections.abc import Sequence

import streamlit as st
from markupsafe import Markup

from charts import svg
from decks.deck import Slide
from decks.sets import choosing, making
from decks.sets.making import OF
from widgets.frame import mine
from widgets.parts import address, prose
from widgets.slides.choice import Looked


def show(looked: Looked) -> None:
    """All slides of the deck, then those that were left out of the set."""
    say = looked.view.say
    prose.heading(say("slides.order"), "order")
    changed = looked.names != looked.every
    if looked.is_own:
        _way(address.here(mine="", slides="", fault=""), say("slides.empty"))
    elif changed:
        _way(looked.address(looked.every), say("slides.all_back"))
    with st.container(key="slides-cards"):
        position = 0
        for place, together in enumerate(choosing.messages(looked.deck)):
            for slide in together:
                position += 1
                prose.show(_card(looked, place, position, slide))
    _left_out(looked)


def _way(where: str, words: str) -> None:
    prose.show(Markup("<p class='note'>{}</p>").format(mine.stay("all", where, words, words, "in")))


def _card(looked: Looked, place: int, position: int, slide: Slide) -> Markup:
    """A slide as a small picture with its title; where it goes on from the one before, it is moved with that."""
    picture = base64.b64encode(svg.slide(slide.canvas).encode()).decode()
    first = slide.id == making.message(slide)
    ways = _ways(looked, place, slide.title) if first else Markup("<p class='small'>{}</p>").format(looked.view.say("slides.goes_on"))
    return Markup(
        "<article class='slide' aria-label='{}'><img src='data:image/svg+xml;base64,{}' alt='{}' width='1280' height='720'>"
        "<p class='slide-title'><b>{}</b> {}</p>{}</article>"
    ).format(looked.view.say("slides.nth", n=position, title=slide.title), picture, slide.title, position, slide.title, ways)


def _ways(looked: Looked, place: int, title: str) -> Markup:
    """What can be done with a message: earlier, later, leave out, and among one's own."""
    say, names = looked.view.say, looked.names
    name = names[place]
    found = [_moved(looked, name, place, step, title) for step in (-1, 1)]
    if making.is_last(name):
        found.append(Markup("<span class='small'>{}</span>").format(say("slides.stays")))
    else:
        rest = [each for each in names if each != name]
        found.append(mine.stay(f"in:{name}", looked.address(rest), say("slides.leave_out"), say("slides.leave_out_of", title=title), "way"))
        if not looked.is_own:
            found.append(mine.adding(looked.view, name if OF in name else f"{looked.asked.address}{OF}{name}", title))
    return Markup("<p class='slide-ways'>{}</p>").format(prose.joined(found, " "))


def _moved(looked: Looked, name: str, place: int, step: int, title: str) -> Markup:
    """One place earlier or later; at the end of the row the word stands there and leads nowhere."""
    say, there = looked.view.say, place + step
    way = "earlier" if step < 0 else "later"
    words, in_full = say(f"slides.{way}"), say(f"slides.{way}_of", title=title)
    if not 0 <= there < len(looked.names):
        return Markup("<a class='way off' role='link' aria-disabled='true' tabindex='-1' data-stay='{}' aria-label='{}'>{}</a>").format(
            f"{way}:{name}", in_full, words
        )
    order = list(looked.names)
    order[place], order[there] = order[there], order[place]
    return mine.stay(f"{way}:{name}", looked.address(order), words, in_full, "way")


def _left_out(looked: Looked) -> None:
    """What of the set is left out, each to be put back where it stood."""
    say = looked.view.say
    if looked.whole is None:
        return
    titles = {making.message(slide): slide.title for slide in reversed(looked.whole.slides)}
    out = [name for name in looked.every if name not in looked.names]
    if not out:
        return
    prose.show(Markup("<h3 class='sub'>{}</h3>").format(say.count("slides.left_out", len(out))))
    rows = [
        Markup("<li>{} {}</li>").format(
            titles[name],
            mine.stay(
                f"in:{name}",
                looked.address(_back(looked, name)),
                say("slides.put_back"),
                say("slides.put_back_of", title=titles[name]),
                "way",
            ),
        )
        for name in out
    ]
    prose.show(Markup("<ul class='plain-list'>{}</ul>").format(prose.joined(rows)))


def _back(looked: Looked, name: str) -> Sequence[str]:
    """The names with one put back: after the last that stands before it in the set."""
    before = looked.every[: looked.every.index(name)]
    place = max((looked.names.index(each) + 1 for each in before if each in looked.names), default=0)
    return [*looked.names[:place], name, *looked.names[place:]]
