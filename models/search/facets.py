"""By what the commitments can be filtered, what each has to show for it, and how many each choice would leave."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum

import numpy as np
import numpy.typing as npt

from models.records.texts import Commitment, Provision
from models.register.register import Register
from models.register.standing import is_overdue

NONE = "none"
"""The choice of what has no value of its own: no date, nobody addressed, in no ledger."""
OVERDUE, ANY = "overdue", "any"
"""Choices of the due date beside its years: it has passed and the words are not known to be done; there is one at all."""


class Facet(StrEnum):
    """One way of filtering; the value is its name in the address."""

    LEDGER = "ledger"
    DECLARATION = "declaration"
    FORCE = "force"
    PRECISION = "precision"
    STANDING = "standing"
    THEME = "theme"
    GROUP = "group"
    PLEDGE = "pledge"
    TO = "to"
    BY = "by"
    DUE = "due"


Values = Mapping[Facet, frozenset[str]]
"""What one commitment has to show for each facet."""
Mask = npt.NDArray[np.bool_]
Chosen = Mapping[Facet, Sequence[str]]
"""What the reader asks for; within a facet any of the choices will do, the facets must all be met."""


def of_commitment(register: Register, commitment: Commitment, day: dt.date) -> Values:
    """The values of a commitment, its standing as of `day`."""
    pledges = [pledge.id for pledge, mention in register.pledges_at(commitment.id) if not mention.background]
    named: dict[Facet, Iterable[str]] = {
        Facet.LEDGER: [commitment.ledger.value] if commitment.ledger else [],
        Facet.DECLARATION: [commitment.declaration],
        Facet.FORCE: [commitment.force.value],
        Facet.PRECISION: [commitment.precision.value] if commitment.precision else [],
        Facet.STANDING: [register.standing_of(commitment, day).value],
        Facet.THEME: commitment.themes,
        Facet.GROUP: commitment.groups,
        Facet.PLEDGE: pledges,
        Facet.TO: commitment.to,
        Facet.BY: commitment.by,
        Facet.DUE: _due(register, commitment, day),
    }
    return {facet: frozenset(values) or frozenset((NONE,)) for facet, values in named.items()}


def _due(register: Register, commitment: Commitment, day: dt.date) -> list[str]:
    if commitment.due_by is None:
        return []
    overdue = is_overdue(commitment, register.standing_of(commitment, day), day)
    return [ANY, *([OVERDUE] if overdue else []), str(commitment.due_by.year)]


def of_provision(register: Register, provision: Provision) -> Values:
    """The values of a paragraph that holds no commitment; what it cannot have stays empty and meets no choice."""
    pledges = [pledge.id for pledge, mention in register.pledges_at(provision.id) if not mention.background]
    named: dict[Facet, Iterable[str]] = {
        Facet.DECLARATION: [provision.declaration],
        Facet.FORCE: [provision.strongest.value] if provision.strongest else [],
        Facet.THEME: provision.themes,
        Facet.GROUP: provision.groups,
        Facet.PLEDGE: pledges,
    }
    return {facet: frozenset(named.get(facet, ())) for facet in Facet}


def fits(under: Sequence[Values], chosen: Chosen) -> bool:
    """Whether one of the commitments that a record stands under meets every choice."""
    wanted = {facet: set(values) for facet, values in chosen.items() if values}
    return not wanted or any(all(wanted[facet] & values[facet] for facet in wanted) for values in under)


class Facets:
    """The values of many commitments, turned round: for each choice, which commitments have it."""

    def __init__(self, commitments: Sequence[Values]) -> None:
        self.size = len(commitments)
        places: dict[Facet, dict[str, list[int]]] = {facet: {} for facet in Facet}
        for place, values in enumerate(commitments):
            for facet, having in values.items():
                for value in having:
                    places[facet].setdefault(value, []).append(place)
        self._having = {facet: {value: self.mask(found) for value, found in values.items()} for facet, values in places.items()}

    def mask(self, places: Sequence[int]) -> Mask:
        """The commitments at these places."""
        mask = np.zeros(self.size, dtype=bool)
        mask[list(places)] = True
        return mask

    def values(self, facet: Facet) -> list[str]:
        """The choices that a facet offers, those with the most commitments first."""
        return sorted(self._having[facet], key=lambda value: -int(self._having[facet][value].sum()))

    def fitting(self, chosen: Chosen) -> Mask:
        """The commitments that meet every choice."""
        fitting = np.ones(self.size, dtype=bool)
        for facet, values in chosen.items():
            if values:
                fitting &= np.logical_or.reduce([self._having[facet].get(value, np.zeros(self.size, dtype=bool)) for value in values])
        return fitting

    def counts(self, among: Mask, chosen: Chosen) -> dict[Facet, dict[str, int]]:
        """For each facet, how many of `among` each of its choices would leave, all other facets being as chosen."""
        found = {}
        for facet, having in self._having.items():
            others = among & self.fitting(without(chosen, facet))
            found[facet] = {value: int((others & mask).sum()) for value, mask in having.items()}
        return found


def without(chosen: Chosen, facet: Facet) -> dict[Facet, Sequence[str]]:
    """The choices without those of one facet."""
    return {each: values for each, values in chosen.items() if each is not facet}
