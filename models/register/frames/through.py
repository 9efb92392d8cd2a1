"""One pledge through the declarations: how firmly it was worded each time, and what changed."""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

import pandas as pd

from models.records.places import text_of, year_of
from models.records.pledges import Pledge
from models.register.register import Register

STEPS: Final = [
    "pledge", "title", "declaration", "forum", "year", "place", "force", "precision", "change", "since", "scope", "because",
    "words", "verb", "near", "language", "mentions", "background", "touched",
]  # fmt: skip

SPAN: Final = 120
"""Words stand together within so many letters: about what a column of a slide can quote."""


def steps(register: Register, pledge: Pledge, day: dt.date, lang: str) -> pd.DataFrame:
    """One row for each declaration on record by `day` that speaks of the pledge, by its strongest mention, oldest first.

    `verb` is the deciding verb, empty where a whole provision is mentioned; `mentions` counts the mentions in that
    declaration; a row with `background` only touches the subject, at the places `touched`, and has neither force nor words.
    """
    rows: list[dict[str, object]] = []
    for declaration in register.declarations:
        here = [mention for mention in pledge.mentions if mention.declaration == declaration.id]
        if not here or declaration.adopted > day:
            continue
        row: dict[str, object] = {
            "pledge": pledge.id,
            "title": pledge.title[lang],
            "declaration": declaration.id,
            "forum": declaration.forum,
            "year": year_of(declaration.id),
            "language": declaration.language,
            "mentions": sum(not mention.background for mention in here),
        }
        strongest = register.strongest_mention(pledge, declaration.id)
        if strongest is None:
            nothing = dict.fromkeys(["force", "precision", "change", "since", "scope", "because", "words", "verb"], "")
            rows.append(
                {**row, **nothing, "near": -1, "place": here[0].at, "background": True, "touched": [mention.at for mention in here]}
            )
            continue
        wording, change = register.wording_at(strongest.at), register.change_at(strongest)
        commitment = register.commitment_by_id.get(strongest.at)
        rows.append(
            {
                **row,
                "place": strongest.at,
                "force": wording.force.value,
                "precision": wording.precision.value if wording.precision else "",
                "change": change.value if change else "",
                "since": text_of(strongest.source) if strongest.source else "",
                "scope": strongest.scope.value if strongest.scope else "",
                "because": strongest.because[lang] if strongest.because else "",
                "words": register.words_at(strongest.at),
                "verb": commitment.verb if commitment else "",
                "near": _near(register.words_at(strongest.at), pledge.title["en"]),
                "background": False,
                "touched": [],
            }
        )
    return pd.DataFrame(rows, columns=STEPS)


def _near(words: str, title: str) -> int:
    """Where in `words` most of the title's words stand together: a long paragraph may come to the subject late."""
    stems = {word.lower()[:6] for word in re.findall(r"\w+", title) if len(word) > 3 or word.isdigit()}
    found = [(match.start(), match.group().lower()[:6]) for match in re.finditer(r"\w+", words)]
    places = [(start, stem) for start, stem in found if stem in stems]
    together = {start: len({stem for other, stem in places if start <= other < start + SPAN}) for start, _ in places}
    return max(together, key=lambda start: (together[start], -start), default=-1)
