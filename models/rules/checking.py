"""Puts the house rules in force: which modules hold them, and in which order they are asked.

`models/loading.py` finds the places of the faults and withholds the records.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

from models.register.register import Register
from models.rules import coding, forums, judgements, languages, notes, numbering, pledges, quotes, sources
from models.rules.faults import RULES, Fault

IN_FORCE = (numbering, quotes, languages, forums, coding, pledges, sources, notes, judgements)
"""The modules of rules; a rule is in force because its module is imported here."""


def check(register: Register, today: dt.date) -> Iterator[Fault]:
    """All faults of all rules; a paragraph found missing by the numbering is not missed again by whatever names it."""
    missed = numbering.missed_places(register)
    answered = replace(register, lost=register.lost | missed) if missed else register
    for rule in RULES:
        yield from rule(register if rule is numbering.provisions_stand_in_the_order_of_the_text else answered, today)
