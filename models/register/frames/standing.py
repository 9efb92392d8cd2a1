"""Where the commitments stood on a day: three ledgers, eight standings, never added together."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from typing import Final

import pandas as pd

from models.records.terms import Ledger
from models.register.register import Register
from models.register.standing import STARTED_OR_FURTHER, Standing

COMMITMENTS: Final = ["commitment", "declaration", "ledger", "standing", "summary", "precision", "due", "judged"]
COUNTS: Final = ["ledger", *(standing.value for standing in Standing), "assessable", "least", "most"]


def commitments(register: Register, day: dt.date, lang: str) -> pd.DataFrame:
    """One row for each commitment adopted by `day`, with where it stood; `judged` is the day its note speaks of, or None."""
    rows = []
    for declaration in register.declarations:
        if declaration.adopted > day:
            continue
        for commitment in (each for provision in declaration.provisions for each in provision.commitments):
            if commitment.ledger is None:
                continue
            note = register.decision_on(commitment.id, day)
            rows.append(
                {
                    "commitment": commitment.id,
                    "declaration": declaration.id,
                    "ledger": commitment.ledger.value,
                    "standing": register.standing_of(commitment, day).value,
                    "summary": commitment.summary[lang],
                    "precision": commitment.precision.value if commitment.precision else "",
                    "due": commitment.due_by,
                    "judged": note.as_of if note and commitment.assessable else None,
                }
            )
    return pd.DataFrame(rows, columns=COMMITMENTS)


def ledgers(register: Register, day: dt.date, among: Collection[str] | None = None) -> pd.DataFrame:
    """One row a ledger with the count of each standing; `among` are the ids of the commitments that are asked for, if not all.

    Of `assessable`, which leaves out the not assessable, `least` are known to be started or further, and `most` would be
    if every one not assessed or withheld were. "No evidence found" and "contrary" are in neither.
    """
    found = commitments(register, day, "en")
    if among is not None:
        found = found[found["commitment"].isin(list(among))]
    rows = []
    for ledger in Ledger:
        here = found[found["ledger"] == ledger.value]["standing"]
        counts = {standing: int((here == standing.value).sum()) for standing in Standing}
        least = sum(counts[standing] for standing in STARTED_OR_FURTHER)
        rows.append(
            {
                "ledger": ledger.value,
                **{standing.value: count for standing, count in counts.items()},
                "assessable": len(here) - counts[Standing.NOT_ASSESSABLE],
                "least": least,
                "most": least + counts[Standing.NOT_ASSESSED] + counts[Standing.WITHHELD],
            }
        )
    return pd.DataFrame(rows, columns=COUNTS)
