"""Choosing slides of a set: which of the chosen ones there are, by which name each is chosen, and how a choice is written."""

from __future__ import annotations

from collections.abc import Sequence

from decks.deck import Deck, Slide
from decks.sets import making
from decks.sets.asked import Refused
from decks.sets.making import Chosen
from decks.showing import Showing


def sound(showing: Showing, chosen: Chosen) -> tuple[Deck | Refused, Chosen, tuple[Refused, ...]]:
    """The deck of those chosen slides that there are, the choice without the others, and why each of those is not there.

    Without one that is there it is the whole set; of one's own slides there is nothing then to be a deck.
    """
    found = making.make(showing, chosen)
    if isinstance(found, Deck) or not chosen.slides or len(chosen.slides) > making.MOST:
        return found, chosen, ()
    kept, refused = [], []
    for name in chosen.slides:
        one = making.make(showing, Chosen(chosen.set, (name,)))
        if isinstance(one, Refused):
            refused.append(one)
        else:
            kept.append(name)
    rest = Chosen(chosen.set, tuple(kept))
    return making.make(showing, rest), rest, tuple(refused)


def messages(deck: Deck) -> list[tuple[Slide, ...]]:
    """The slides, those together that go on from one to the next: they are left out and moved as one."""
    found: list[list[Slide]] = []
    for slide in deck.slides:
        if slide.id == making.message(slide):
            found.append([])
        found[-1].append(slide)
    return [tuple(each) for each in found]


def names(chosen: Chosen, deck: Deck) -> list[str]:
    """By which name each message of the deck is chosen, in its order."""
    if chosen.slides:
        return making.whole(chosen.slides)
    return [making.message(together[0]) for together in messages(deck)]


def written(ordered: Sequence[str], every: Sequence[str] = ()) -> tuple[str, ...]:
    """An order of messages as a choice says it: nothing where it is `every` one in its place; what comes last anyway is not said."""
    if list(ordered) == list(every):
        return ()
    return tuple(ordered[:-1] if len(ordered) > 1 and making.is_last(ordered[-1]) else ordered)
