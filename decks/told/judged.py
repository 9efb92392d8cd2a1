"""A table of what came of commitments: what was said, where it stands, since which judgement, on how many sources."""

from __future__ import annotations

from collections.abc import Sequence

from decks import drawing
from decks.deck import Cell, Slide, Table
from decks.showing import Frame, Showing
from models.brief.facts import Item


def slides(showing: Showing, id_: str, finding: str, subtitle: str, items: Sequence[Item], address: str) -> list[Slide]:
    """The items in their order; of a body with a record of its own, where that stands, and beside it the whole."""
    say = showing.say
    heads = tuple(say(f"deck.head_{name}") for name in ("commitment", "place", "standing", "judged"))
    rows = tuple(_row(showing, item) for item in items)
    sources = {source for item in items for note in (item.own, item.note) if note for source in note.evidence}
    frame = Frame(
        showing,
        id_,
        finding,
        subtitle,
        say(
            "chart.foot_notes",
            date=say.date(showing.on),
            n=say.count("deck.n_sources", len(sources), commitments=say.count("deck.commitments", len(items))),
        ),
        " ".join(say("deck.row", words=row[0].words, place=row[1].words, standing=row[2].words, judged=row[3].words) for row in rows),
        address,
        (say("deck.notes_judged"), *(reason for item in items if (reason := _reason(showing, item)))),
    )
    return drawing.table(frame, Table(heads, rows, (5.4, 2.5, 2.6, 1.7), ("left", "left", "left", "left")))


def _row(showing: Showing, item: Item) -> tuple[Cell, ...]:
    say, commitment, note = showing.say, item.commitment, item.note
    return (
        Cell(commitment.summary[say.lang]),
        Cell(say.place(commitment.id)),
        Cell(say(f"terms.standing_{item.standing}"), item.standing),
        Cell(say.date(note.as_of) if note else say("deck.nobody")),
    )


def _reason(showing: Showing, item: Item) -> str:
    """Why it was judged so, to be read out when somebody asks."""
    say, note = showing.say, item.note
    if note is None:
        return ""
    return say("deck.notes_reason", place=say.place(item.commitment.id), reason=note.reason[say.lang], n=len(note.evidence))
