"""A table of what came of commitments: what was said, where it stands, since which judgement, on how many sources."""

from __future__ import annotations

from collections.abc import Sequence

from decks import drawing
from decks.deck import Cell, Slide, Table
from decks.showing import Frame, Showing
from decks.told import listed
from models.brief.facts import Item
from models.records.terms import Status
from models.register.standing import Standing


def slides(showing: Showing, id_: str, finding: str, items: Sequence[Item], address: str, whole: bool = False) -> list[Slide]:
    """The items in their order, on one slide unless the `whole` list is asked for; how many of how many is said."""

    def tell(count: int) -> list[Slide]:
        return _told(showing, id_, finding, items, count, address)

    return listed.fitting(tell, items, whole)


def _told(showing: Showing, id_: str, finding: str, items: Sequence[Item], count: int, address: str) -> list[Slide]:
    say, shown = showing.say, items[:count]
    body = next((item for item in shown if item.capacity), None) is not None
    columns = ("commitment", "own", "standing") if body else ("commitment", "standing", "judged")
    rows = tuple(_row(showing, item, body) for item in shown)
    sources = {source for item in items for note in (item.own, item.note) if note for source in note.evidence}
    n = say.count("deck.n_sources", len(sources), commitments=say.count("deck.n_commitments", len(items)))
    frame = Frame(
        showing,
        id_,
        finding,
        say.count("deck.shown", len(items), shown=count) if count < len(items) else "",
        say("chart.foot_notes", date=say.date(showing.on), n=n),
        " ".join(say("deck.row", words=row[0].words, first=row[1].words, second=row[2].words) for row in rows),
        address,
        (say("deck.notes_judged"), *reasons(showing, shown)),
    )
    heads = tuple(say(f"deck.head_{name}") for name in columns)
    shares = (6.4, 3.4, 3.0) if body else (7.2, 2.7, 2.1)
    return drawing.table(frame, Table(heads, rows, shares, ("left", "left", "left")))


def _row(showing: Showing, item: Item, body: bool) -> tuple[Cell, ...]:
    say, commitment, note = showing.say, item.commitment, item.note
    what = Cell(say("deck.with_place", words=commitment.summary[say.lang], place=say.place(commitment.id)))
    stands = Cell(say(f"terms.standing_{item.standing}"), item.standing)
    if not body:
        return what, stands, Cell(say.date(note.as_of) if note else say("deck.nobody"))
    if item.own_withheld:
        return what, Cell(say(f"terms.standing_{Standing.WITHHELD}"), Standing.WITHHELD), stands
    own = Standing(item.own.status.value) if item.own else None
    return what, Cell(say(f"terms.standing_{own}") if own else say("deck.no_own_record"), own), stands


def reasons(showing: Showing, items: Sequence[Item]) -> list[str]:
    """Why each was judged so, to be read out when somebody asks."""
    return [reason for item in items if (reason := _reason(showing, item))]


def _reason(showing: Showing, item: Item) -> str:
    """Why it was judged so; nothing of what nobody judged."""
    say, note = showing.say, item.telling
    if note is None:
        return ""
    words = "deck.notes_search" if note.status is Status.NO_EVIDENCE else "deck.notes_reason"
    return say(words, place=say.place(item.commitment.id), reason=note.reason[say.lang], n=len(note.evidence))
