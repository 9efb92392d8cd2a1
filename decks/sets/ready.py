"""The ready sets, slide by slide; each is read like a table of contents, and each ends with what is not on record."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from decks.deck import Figure, Slide
from decks.sets.asked import EVERYTHING, Asked, Kind
from decks.showing import Showing
from decks.told import due, judged, opening, pictures, unknown, words
from models.brief import gathering
from models.records.terms import Ledger
from models.register.standing import STARTED_OR_FURTHER

MOST: Final = 5
"""So many commitments are told in a table of a set that is about more than one thing; the pages have all."""


def forum(showing: Showing, asked: Asked) -> list[Slide]:
    """The forum in ten slides."""
    say, register = showing.say, showing.register
    brief = gathering.brief(register, EVERYTHING, showing.on)
    begun = say.at_least(len(register.begun(showing.on)), register.knows_all_forums)
    texts = Figure(str(len(register.declarations)), say("deck.texts", forums=begun))
    lines = [texts, *opening.counted(showing, brief)]
    title = say("deck.forum_title", texts=len(register.declarations), forums=begun)
    known = [item for item in brief.promised if item.standing in STARTED_OR_FURTHER]
    n = brief.tally(Ledger.PROMISES).assessable
    return [
        *opening.slides(showing, title, say("deck.forum_lede"), lines, showing.address("overview")),
        *pictures.recurrence(showing, showing.address("pledges")),
        *judged.slides(
            showing,
            "known",
            say.count("deck.known_title", len(known), all=n),
            say("deck.known_lede"),
            known[:MOST],
            showing.address("find", ledger="promises"),
        ),
        *due.slides(showing, "due", say.count("deck.due_title", len(brief.due)), "", brief.due[:MOST], showing.address("timeline")),
        *words.slides(showing, "strongest", say("deck.strongest_title"), "", [each.place for each in brief.agreed[:1]]),
        *unknown.slides(showing, brief, showing.address("method")),
    ]


SETS: Final[Mapping[Kind, Callable[[Showing, Asked], list[Slide]]]] = MappingProxyType({Kind.FORUM: forum})
