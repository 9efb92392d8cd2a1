"""The forums whose declarations are not on record, each with what is known of its text."""

from __future__ import annotations

from decks import drawing
from decks.deck import Cell, Slide, Table
from decks.showing import Frame, Showing
from models.register.forum_texts import TextState, text_state


def slides(showing: Showing, address: str) -> list[Slide]:
    """One row a forum; nothing where all texts are on record."""
    say, register = showing.say, showing.register
    states = {forum.number: text_state(showing.whole, forum, showing.on) for forum in register.begun(showing.on)}
    missing = [forum for forum in register.begun(showing.on) if states[forum.number] is not TextState.ON_RECORD]
    if not missing:
        return []
    rows = tuple(
        (Cell(say.ordinal(forum.number)), Cell(str(forum.year)), Cell(say(f"terms.text_{states[forum.number]}"))) for forum in missing
    )
    whole = register.knows_all_forums
    frame = Frame(
        showing,
        "texts",
        say("deck.texts_title", missing=say.at_least(len(missing), whole), forums=say.at_least(len(states), whole)),
        say("deck.texts_lede"),
        say("deck.foot_forums", date=say.date(showing.on), n=say.count("deck.n_forums", len(missing))),
        " ".join(say("deck.row", words=row[0].words, first=row[1].words, second=row[2].words) for row in rows),
        address,
        (say("deck.notes_texts"),),
    )
    heads = tuple(say(f"deck.head_{name}") for name in ("forum", "year", "text"))
    return drawing.table(frame, Table(heads, rows, (2.0, 1.6, 8.4), ("left", "left", "left")))
