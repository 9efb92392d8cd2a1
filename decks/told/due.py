"""A table of what has a date: by when, what, and where it stands; what is past and not known to be done is said to be overdue."""

from __future__ import annotations

from collections.abc import Sequence

from decks import drawing
from decks.deck import Cell, Slide, Table
from decks.showing import Frame, Showing
from decks.told import judged, listed
from models.brief.facts import Item
from models.register.standing import is_past


def slides(showing: Showing, items: Sequence[Item], finding: str, address: str, whole: bool = False) -> list[Slide]:
    """The dated items in their order: the coming, the overdue, the done."""

    def tell(count: int) -> list[Slide]:
        return _told(showing, items, finding, count, address)

    return listed.fitting(tell, items, whole)


def title(showing: Showing, items: Sequence[Item], name: str = "") -> str:
    """How many have a date, how many of them are still to come, and how many are overdue."""
    say, n = showing.say, len(items)
    overdue = sum(item.overdue for item in items)
    coming = sum(not is_past(item.commitment, showing.on) for item in items)
    finding = say.count("deck.due_title", n, coming=coming, overdue=overdue)
    return showing.narrowed(finding, name)


def _told(showing: Showing, items: Sequence[Item], finding: str, count: int, address: str) -> list[Slide]:
    say, shown = showing.say, items[:count]
    rows = tuple(_row(showing, item) for item in shown)
    frame = Frame(
        showing,
        "due",
        finding,
        say.count("deck.shown_due", len(items), shown=count) if count < len(items) else "",
        say("chart.foot_notes", date=say.date(showing.on), n=say.count("deck.n_dated", len(items))),
        " ".join(say("deck.row", words=row[1].words, first=row[0].words, second=row[2].words) for row in rows),
        address,
        (say("deck.notes_due"), *judged.reasons(showing, shown)),
    )
    heads = tuple(say(f"deck.head_{name}") for name in ("due", "commitment", "standing"))
    return drawing.table(frame, Table(heads, rows, (3.0, 6.3, 2.7), ("left", "left", "left")))


def _row(showing: Showing, item: Item) -> tuple[Cell, ...]:
    say, commitment = showing.say, item.commitment
    when = "overdue" if item.overdue else (item.punctuality or ("past" if is_past(commitment, showing.on) else "coming"))
    when = "open" if when == "coming" and commitment.due_is_open else when
    return (
        Cell(say(f"deck.due_{when}", date=say.due(commitment))),
        Cell(say("deck.with_place", words=commitment.summary[say.lang], place=say.place(commitment.id))),
        Cell(say(f"terms.standing_{item.standing}"), item.standing),
    )
