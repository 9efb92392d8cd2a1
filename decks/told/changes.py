"""What changed since a day: judgements of commitments as a whole that moved them, newest first."""

from __future__ import annotations

import datetime as dt

from decks import drawing
from decks.deck import Cell, Slide, Table
from decks.showing import Frame, Showing
from decks.told import listed
from models.brief.facts import Brief
from models.register.frames.rows import rows as rows_of
from models.register.frames.timeline import status_changes
from models.register.standing import Standing


def moves(showing: Showing, brief: Brief, since: dt.date) -> list[dict[str, object]]:
    """The judgements written after a day that changed where a commitment stands, newest first."""
    ids = {item.commitment.id for item in brief.items}
    changes = rows_of(status_changes(showing.register, showing.on, showing.lang))
    found = [row for row in changes if row["changed"] and not row["actor"] and row["written"] > since and row["commitment"] in ids]
    return sorted(found, key=lambda row: (row["as_of"], row["written"]), reverse=True)


def slides(showing: Showing, found: list[dict[str, object]], finding: str, address: str) -> list[Slide]:
    """Each with where it stood before and stands since."""

    def tell(count: int) -> list[Slide]:
        say = showing.say
        rows = tuple(_row(showing, row) for row in found[:count])
        frame = Frame(
            showing,
            "changes",
            finding,
            say.count("deck.shown_changes", len(found), shown=count) if count < len(found) else "",
            say("chart.foot_notes", date=say.date(showing.on), n=say.count("deck.n_changes", len(found))),
            " ".join(say("deck.row_change", words=row[0].words, before=row[1].words, after=row[2].words) for row in rows),
            address,
            (
                say("deck.notes_changes"),
                *(say("deck.notes_change", place=say.place(str(row["commitment"])), reason=row["reason"]) for row in found[:count]),
            ),
        )
        heads = tuple(say(f"deck.head_{name}") for name in ("commitment", "before", "after"))
        return drawing.table(frame, Table(heads, rows, (6.6, 2.7, 2.7), ("left", "left", "left")))

    return listed.fitting(tell, found, whole=False)


def _row(showing: Showing, row: dict[str, object]) -> tuple[Cell, ...]:
    say = showing.say
    before, after = Standing(str(row["before"])), Standing(str(row["after"]))
    return (
        Cell(say("deck.with_place", words=row["summary"], place=say.place(str(row["commitment"])))),
        Cell(say(f"terms.standing_{before}"), before),
        Cell(say(f"terms.standing_{after}"), after),
    )
