"""A table of what has a date: by when, what, and where it stands; what is past and not known to be done is said to be overdue."""

from __future__ import annotations

from collections.abc import Sequence

from decks import drawing
from decks.deck import Cell, Slide, Table
from decks.showing import Frame, Showing
from models.brief.facts import Item
from models.register.standing import is_past


def slides(showing: Showing, id_: str, finding: str, subtitle: str, items: Sequence[Item], address: str) -> list[Slide]:
    """The dated items in their order."""
    say = showing.say
    rows = tuple(_row(showing, item) for item in items)
    frame = Frame(
        showing,
        id_,
        finding,
        subtitle,
        say("chart.foot_notes", date=say.date(showing.on), n=say.count("deck.n_dated", len(items))),
        " ".join(say("deck.row_due", when=row[0].words, words=row[1].words, standing=row[2].words) for row in rows),
        address,
        (say("deck.notes_due"),),
    )
    heads = tuple(say(f"deck.head_{name}") for name in ("due", "commitment", "standing"))
    return drawing.table(frame, Table(heads, rows, (3.0, 5.6, 2.6), ("left", "left", "left")))


def _row(showing: Showing, item: Item) -> tuple[Cell, ...]:
    say, commitment = showing.say, item.commitment
    when = "overdue" if item.overdue else (item.punctuality or ("past" if is_past(commitment, showing.on) else "coming"))
    when = "open" if when == "coming" and commitment.due_is_open else when
    return (
        Cell(say(f"briefing.due_{when}", date=say.due(commitment))),
        Cell(say("deck.with_place", words=commitment.summary[say.lang], place=say.place(commitment.id))),
        Cell(say(f"terms.standing_{item.standing}"), item.standing),
    )
