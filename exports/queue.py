"""One of the secretariat's queues as a table that a spreadsheet opens: what it is, as of which day, and its rows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from exports.commitments import permalink
from exports.spreadsheet import left_out, table
from models.labels import Say
from models.register.queues import Queue, Row, responsible
from models.register.register import Register


def queue_csv(
    register: Register,
    say: Say,
    which: Queue,
    rows: Sequence[Row],
    on: dt.date,
    filters: Sequence[tuple[str, str]],
    withheld: int = 0,
    root: str = "",
    address: str = "",
) -> bytes:
    """The rows shown, below lines that say queue, day and filters; UTF-8 with the mark that spreadsheets need.

    `address` is that of the queue, and `root` the full one of the register, for that of each commitment.
    """
    hidden = len(register.withheld_on(on))
    head = [
        *left_out(say, withheld),
        *([(say.count("follow_through.csv_withheld", hidden),)] if hidden else []),
        (say("follow_through.csv_queue"), say(f"follow_through.queue_{which}")),
        (say("follow_through.csv_as_of"), on.isoformat()),
        *(filters or [(say("follow_through.csv_filters"), say("follow_through.csv_no_filters"))]),
        (say("follow_through.csv_rows"), str(len(rows))),
        *([(say("find.about_address"), address)] if address else []),
    ]
    return table(
        [*head, (), _columns(say), *(_cells(register, say, row, permalink(row.commitment.id, on, say.lang, root)) for row in rows)]
    )


def _columns(say: Say) -> list[str]:
    return [
        say("follow_through.csv_id"),
        say("follow_through.csv_place"),
        say("follow_through.csv_ledger"),
        say("follow_through.column_commitment"),
        say("follow_through.csv_quote"),
        say("follow_through.csv_body"),
        say("follow_through.csv_theme"),
        say("follow_through.column_due"),
        say("follow_through.column_standing"),
        say("follow_through.csv_judged"),
        say("follow_through.column_moves"),
        say("follow_through.csv_test"),
        say("find.column_permalink"),
    ]


def _cells(register: Register, say: Say, row: Row, address: str) -> list[str]:
    commitment, lang = row.commitment, say.lang
    return [
        commitment.id,
        say.place(commitment.id),
        say(f"terms.ledger_{commitment.ledger}") if commitment.ledger else "",
        commitment.summary[lang],
        commitment.quote,
        "; ".join(register.body_by_id[body].name[lang] for body in responsible(commitment) if body in register.body_by_id),
        "; ".join(register.theme_by_id[theme].name[lang] for theme in commitment.themes if theme in register.theme_by_id),
        commitment.due.isoformat() if commitment.due else say.due(commitment),
        say(f"terms.standing_{row.standing}"),
        row.judged.isoformat() if row.judged else "",
        moves(say, row),
        commitment.test[lang] if commitment.test else "",
        address,
    ]


def moves(say: Say, row: Row) -> str:
    """What would move the row, in a sentence."""
    return say(f"follow_through.moves_{row.need}", source=say(f"follow_through.source_{row.source}"))
