"""Every commitment as a row of a table for people, in their language and words, as of a day.

For programs there are the columns of exports/dataset.py; here the standing is always a word, so that an empty cell is
never read as “nothing was done”.
"""

from __future__ import annotations

import datetime as dt

from exports.spreadsheet import table
from models.labels import Say
from models.records.texts import Commitment
from models.register.register import Register


def commitments_csv(register: Register, say: Say, on: dt.date) -> bytes:
    """The commitments of the declarations adopted by `on`, with their standing on that day, as UTF-8 with a mark that
    spreadsheets need to read Korean."""
    rows = (
        _row(register, say, on, declaration.forum, declaration.adopted, commitment)
        for declaration in register.declarations
        if declaration.adopted <= on
        for provision in declaration.provisions
        for commitment in provision.commitments
    )
    return table([_head(say, on), *rows])


def _head(say: Say, on: dt.date) -> list[str]:
    return [
        say("method.csv_id"),
        say("method.csv_place"),
        say("method.csv_forum"),
        say("method.csv_adopted"),
        say("method.csv_ledger"),
        say("method.csv_force"),
        say("method.csv_precision"),
        say("method.csv_status", date=say.date(on)),
        say("method.csv_due"),
        say("method.csv_summary"),
        say("method.csv_quote"),
        say("method.csv_by"),
        say("method.csv_to"),
        say("method.csv_themes"),
        say("method.csv_pledges"),
    ]


def _row(register: Register, say: Say, on: dt.date, forum: int, adopted: dt.date, commitment: Commitment) -> list[str]:
    lang, ledger = say.lang, commitment.ledger
    pledges = [pledge.title[lang] for pledge, mention in register.pledges_at(commitment.id) if not mention.background]
    return [
        commitment.id,
        say.place(commitment.id),
        say.ordinal(forum),
        adopted.isoformat(),
        say(f"terms.ledger_{ledger}") if ledger else say("terms.precision_none"),
        say(f"terms.force_{commitment.force}"),
        say(f"terms.precision_{commitment.precision}") if commitment.precision else "",
        say(f"terms.standing_{register.standing_of(commitment, on)}"),
        commitment.due.isoformat() if commitment.due else "",
        commitment.summary[lang],
        commitment.quote,
        _bodies(register, lang, commitment.by),
        _bodies(register, lang, commitment.to),
        "; ".join(register.theme_by_id[theme].name[lang] for theme in commitment.themes if theme in register.theme_by_id),
        "; ".join(dict.fromkeys(pledges)),
    ]


def _bodies(register: Register, lang: str, ids: list[str]) -> str:
    return "; ".join(register.body_by_id[id_].name[lang] for id_ in ids if id_ in register.body_by_id)
