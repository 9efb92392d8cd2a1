"""Puts the house rules in force: which modules hold them, and in which order they are asked.

`models/loading.py` finds the places of the faults and withholds the records.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

from models.register.register import Register
from models.rules import coding, forums, judgements, languages, notes, numbering, pledges, quotes, sources
from models.rules.dangling import without_unsure_sources
from models.rules.faults import RULES, Fault

IN_FORCE = (numbering, quotes, languages, forums, coding, pledges, sources, notes, judgements)
"""The modules of rules; a rule is in force because its module is imported here."""

FIRST = (quotes.texts_are_as_sealed, sources.reviews_are_of_sources_on_record)
"""The rules on which others rest."""


def check(register: Register, today: dt.date) -> Iterator[Fault]:
    """All faults of all rules, each mistake once.

    What is not as it was sealed is said first and not asked for anything else, and so with reviews, for the grades of sources
    rest on them; a paragraph found missing by the numbering is not missed again by whatever names it.
    """
    broken = list(quotes.texts_are_as_sealed(register, today))
    misjudged = list(sources.reviews_are_of_sources_on_record(register, today))
    yield from (*broken, *misjudged)
    said = {(fault.subject, fault.at[:2]) for fault in (*broken, *misjudged)}
    sealed = quotes.without_broken(register, broken) if broken else register
    sealed = without_unsure_sources(sealed, sources.refused(register, misjudged)) if misjudged else sealed
    missed = numbering.missed_places(sealed)
    answered = replace(sealed, lost=sealed.lost | missed) if missed else sealed
    for rule in RULES:
        if rule not in FIRST:
            asked = sealed if rule is numbering.provisions_stand_in_the_order_of_the_text else answered
            yield from (fault for fault in rule(asked, today) if (fault.subject, fault.at[:2]) not in said)
