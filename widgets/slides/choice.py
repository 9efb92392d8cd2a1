"""Which slides are looked at: the ready sets to choose from, and what the address asks for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

import streamlit as st
from markupsafe import Markup

from charts.theme import Theme
from charts.theme import theme as colours
from decks.deck import Deck
from decks.sets import choosing, making, own
from decks.sets.asked import AT_HAND, Asked, Kind, Refused, asked
from decks.sets.making import Chosen
from decks.showing import Showing
from exports.deck import template
from models.brief import facts
from models.brief.facts import Kind as Subject
from models.brief.telling.phrases import subject_name
from widgets.frame import banner, mine
from widgets.parts import address, prose
from widgets.parts.kept import Kept
from widgets.parts.view import View

FIRST: Final = Kind.FORUM.value
FAULTS: Final = "fault"
"""In the address: why a file that was handed in is not taken (widgets/server/handed_in.py)."""
KNOWN_FAULTS: Final = ("no-file", *own.Fault)
TEMPLATE: Final = "template_"
"""How the faults of a template begin, in the address as among the labels."""
TOLD: Final = ("wide", "high", "mb")
"""The numbers that such a fault tells."""
_MADE: Final[Kept[tuple[Deck | Refused, Chosen, tuple[Refused, ...]]]] = Kept(24)
"""The decks that were looked at last, some hundred kB each."""


@dataclass(frozen=True)
class Looked:
    """The deck that is looked at, by which `names` its messages are chosen, and those of the whole set."""

    view: View = field(repr=False)
    asked: Asked
    chosen: Chosen
    deck: Deck = field(repr=False)
    names: tuple[str, ...]
    whole: Deck | None = field(repr=False)
    """The set with nothing left out; one's own slides are no set."""

    @property
    def is_own(self) -> bool:
        return self.asked.kind is Kind.OWN

    @property
    def every(self) -> tuple[str, ...]:
        return tuple(choosing.names(Chosen(self.chosen.set), self.whole)) if self.whole else ()

    def address(self, names: Sequence[str]) -> str:
        """This page with these messages in this order; one's own are changed on all pages at once."""
        said = mine.said(choosing.written(names, self.every))
        return address.here(**{address.MINE: said, "slides": "", FAULTS: ""} if self.is_own else {"slides": said, FAULTS: ""})


def showing(view: View, theme: Theme) -> Showing:
    """What slides need of a view."""
    return Showing(view.register, view.whole, view.say, view.on, view.today, address.root(), view.withheld, theme)


def made(view: View, chosen: Chosen, theme: Theme) -> tuple[Deck | Refused, Chosen, tuple[Refused, ...]]:
    """The deck of those chosen slides that there are, made once for all who look at the same."""
    key = (view.fingerprint, view.on, view.today, view.lang, address.root(), theme.bg, chosen)
    return _MADE.get(key, lambda: choosing.sound(showing(view, theme), chosen))


def look(view: View) -> Looked | None:
    """What the address asks for; what there is not is said, with the way on."""
    prose.style("slides")
    say = view.say
    chosen = _chosen()
    found = asked(view.register, chosen.set)
    _offered(view, found)
    _faults(view)
    if isinstance(found, Refused):
        prose.title(refusal(view, found), say("slides.refused_hint"))
        return None
    if found.kind is Kind.OWN and not chosen.slides:
        prose.title(say("deck.set_own"), say("slides.own_none"))
        return None
    deck, rest, refused = made(view, chosen, colours(view.dark))
    for each in refused:
        banner.line(refusal(view, each))
    if isinstance(deck, Refused):
        prose.title(refusal(view, deck), say("slides.refused_hint"))
        return None
    whole = None if found.kind is Kind.OWN else made(view, Chosen(chosen.set), colours(view.dark))[0]
    names = tuple(choosing.names(rest, deck))
    looked = Looked(view, found, rest, deck, names, whole if isinstance(whole, Deck) else None)
    if refused:
        prose.show(
            Markup("<p class='note'>{}</p>").format(
                mine.stay("sound", looked.address(names), say("slides.without"), say("slides.without"), "in")
            )
        )
    title = given_title() or (say("deck.set_own") if looked.is_own else (looked.whole or deck).title)
    prose.title(title, say.count("slides.lede", len(deck.slides), date=say.date(view.on)))
    return looked


def given_title() -> str:
    """The title that the reader gave to the slides; empty where none was given."""
    return (address.value("title") or "").strip()[: own.TITLE]


def refusal(view: View, refused: Refused) -> str:
    """Why there are no such slides."""
    return view.say(f"deck.refused_{refused.why}", given=refused.given, date=view.say.date(view.on), most=making.MOST)


def _chosen() -> Chosen:
    set_ = facts.in_link(address.value("set") or FIRST)
    slides = mine.listed(address.value("slides") or "")
    return Chosen(set_, slides or (mine.names() if set_ == Kind.OWN else ()))


def _faults(view: View) -> None:
    """Why a file that was handed in was not taken."""
    fault = address.value(FAULTS)
    if fault in KNOWN_FAULTS:
        banner.line(view.say(f"slides.fault_{fault}", most=own.MOST_BYTES // 1000))
    elif fault and fault.startswith(TEMPLATE) and f"deck.{fault}" in view.say.labels:
        filled = {name: int(said) for name in TOLD if (said := address.value(name) or "0").isdecimal()}
        lacking = tuple(place for place in template.Place if place in (address.value("places") or "").split(","))
        banner.line(template.sentence(template.TemplateRefused(f"deck.{fault}", lacking, layout=template.LAYOUT, **filled), view.say))


def _offered(view: View, found: Asked | Refused) -> None:
    """The sets at hand as links, all others in one list that can be searched."""
    say, here = view.say, found.address if isinstance(found, Asked) else ""
    sets = [*AT_HAND, *([Kind.OWN] if mine.names() else [])]
    links = []
    for kind in sets:
        current = Markup(" aria-current='page'") if here == kind.value else ""
        words = say("frame.mine", n=len(mine.names())) if kind is Kind.OWN else say(f"deck.set_{kind}")
        links.append(Markup("<li><a class='in' href='{}'{}>{}</a></li>").format(address.href("slides", set=kind.value), current, words))
    prose.show(Markup("<nav aria-label='{}'><ul class='ways sets'>{}</ul></nav>").format(say("slides.sets"), prose.joined(links)))
    options = _options(view)
    canonical = {option: _address(view, option) for option in options}

    def into(chosen: list[str]) -> list[str]:
        address.write("slides", [])
        address.write(FAULTS, [])
        return chosen

    with st.container(key="slides-set"):
        address.pick(
            say("slides.about"),
            "set",
            list(options),
            options.__getitem__,
            multi=False,
            placeholder=say("slides.about_search"),
            given=[option for option, found_at in canonical.items() if here and found_at == here],
            into=into,
        )


def _address(view: View, option: str) -> str:
    """A declaration is looked at as the forum that adopted it."""
    kind, _, id_ = option.partition(":")
    return f"forum:{view.register.declaration_by_id[id_].forum}" if kind == "declaration" else option


def _options(view: View) -> dict[str, str]:
    """Everything that has a set of its own, in words: declarations, one against the next, pledges, themes, groups, cities."""
    say, register = view.say, view.register
    years = [declaration.id for declaration in register.declarations]
    words = {f"declaration:{year}": say("slides.of_declaration", year=year) for year in reversed(years)}
    words |= {
        f"turn:{earlier}-{later}": say("slides.of_turn", earlier=earlier, later=later) for earlier, later in reversed([*pairwise(years)])
    }
    named = [(subject, subject_name(register, subject, say)) for subject in facts.subjects(register)]
    for kind in (Subject.PLEDGE, Subject.THEME, Subject.GROUP, Subject.CITY):
        these = sorted((pair for pair in named if pair[0].kind is kind), key=lambda pair: pair[1].casefold())
        words |= {each.address: name if kind is Subject.PLEDGE else say(f"slides.of_{kind}", name=name) for each, name in these}
    return words
