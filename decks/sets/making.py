"""Makes a deck: the slides of the set that is asked for, or of it those that somebody chose, in the order chosen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from decks.deck import Deck, Slide, numbered
from decks.sets.asked import Asked, Kind, Refused, Why, asked
from decks.sets.ready import SETS
from decks.showing import Showing
from decks.told.unknown import LAST

MOST: Final = 60
"""No deck has more messages; a meeting of five hours has no patience for more."""
OF: Final = "/"
"""What stands between a set and one of its slides in a choice: `theme:poverty/standing`."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """The set that is asked for, and of its slides or those of other sets the chosen ones in their order; empty is all."""

    set: str
    slides: tuple[str, ...] = ()


def make(showing: Showing, chosen: Chosen) -> Deck | Refused:
    """The deck that was chosen, or why there is none.

    Where slides were chosen, what is not on record comes last unless it was put elsewhere: it is never left out.
    """
    found = asked(showing.register, chosen.set)
    if isinstance(found, Refused):
        return found
    if len(chosen.slides) > MOST:
        return Refused(Why.MANY, str(len(chosen.slides)))
    slides = _all(showing, found) if not chosen.slides else _those(showing, found, chosen.slides)
    if isinstance(slides, Refused):
        return slides
    params = {"slides": ",".join(chosen.slides)} if chosen.slides else {}
    return Deck(
        found.address,
        _title(showing, found, slides),
        showing.lang,
        showing.on,
        showing.address(f"deck/{found.address}", **params),
        numbered(slides),
    )


def _all(showing: Showing, found: Asked) -> list[Slide]:
    return SETS[found.kind](showing, found)


def message(slide: Slide) -> str:
    """What a slide belongs to: what goes on on a second slide is left out and moved with the first."""
    return slide.id.partition(".")[0]


def whole(named: Sequence[str]) -> list[str]:
    """The chosen names, each once; where what is not on record is not among them, it comes after them."""
    there = any(is_last(name) for name in named)
    return list(dict.fromkeys(named if there else [*named, LAST]))


def is_last(name: str) -> bool:
    """Whether this is what is not on record, of whatever set: it may be moved, and is never left out."""
    return name.rpartition(OF)[2] == LAST


def _those(showing: Showing, own: Asked, named: Sequence[str]) -> list[Slide] | Refused:
    """The chosen slides; one of another set is named with it."""
    made: dict[str, list[Slide]] = {}
    slides: list[Slide] = []
    for name in whole(named):
        set_, _, id_ = name.rpartition(OF)
        of = asked(showing.register, set_) if set_ else own
        if isinstance(of, Refused):
            return of
        if of.address not in made:
            made[of.address] = _all(showing, of)
        here = [slide for slide in made[of.address] if message(slide) == id_]
        if not here:
            return Refused(Why.SLIDE, name)
        slides += here
    return slides


def _title(showing: Showing, found: Asked, slides: Sequence[Slide]) -> str:
    """What the deck is called: as a ready set, else by its first slide."""
    if found.kind is Kind.ABOUT or found.kind in (Kind.QUOTE, Kind.MEASURE, Kind.TURN, Kind.OWN):
        return slides[0].title if slides else showing.say(f"deck.set_{found.kind}")
    return showing.say(f"deck.set_{found.kind}")
