"""What a draft carries on as a whole, what it brings new, and what of the last declaration on record is not in it.

A forum between the two whose text is not on record may have said anything: so what is missing here is "not in this draft", and never
dropped (codebook, 5).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence

from models.records.terms import Scope
from models.records.texts import Declaration
from models.register import standing
from models.register.lineage import Wording, change
from models.register.register import Register
from models.texts.drafting.draft import Carried, NotInDraft, Unit
from models.texts.suggestions import Context, InPledge, Sure

CLEAR = 0.18
"""A pledge that is not the best one counts as carried on from this likeness on."""
NEAR = 0.35
"""So near is a wording on record that says the same, whatever pledge it belongs to."""


def belongs(pledges: Sequence[InPledge]) -> Iterator[InPledge]:
    """The pledges that words are taken to belong to: the best one if it is more than a guess, and others that are clear."""
    for rank, each in enumerate(pledges):
        if not each.background and ((rank == 0 and each.sure is not Sure.GUESS) or each.likeness >= CLEAR):
            yield each


def wording(unit: Unit) -> Wording:
    """Force and precision of a unit, as suggested."""
    return Wording(unit.force.value, unit.precision.value if unit.precision else None)


def last_before(register: Register, context: Context) -> Declaration | None:
    """The last declaration on record before the draft."""
    earlier = [
        each
        for each in register.declarations
        if each.id != context.without
        and (context.adopted is None or each.adopted < context.adopted)
        and (context.forum is None or each.forum < context.forum)
    ]
    return earlier[-1] if earlier else None


def between(last: Declaration | None, context: Context) -> tuple[int, ...]:
    """The forums between the last declaration on record and the draft."""
    if last is None or context.forum is None:
        return ()
    return tuple(range(last.forum + 1, context.forum))


def carried(units: Sequence[Unit], register: Register) -> tuple[Carried, ...]:
    """The pledges that the draft carries on, in the order of the draft, each by its strongest words there.

    The label rests on force and precision alone: whether the object grew or shrank is for a reader to say.
    """
    found: dict[str, tuple[Unit, InPledge]] = {}
    for unit in units:
        for each in belongs(unit.pledges):
            if each.nearest and (each.pledge not in found or wording(unit).rank > wording(found[each.pledge][0]).rank):
                found[each.pledge] = (unit, each)
    return tuple(
        Carried(pledge, unit.place, each.nearest, change(register.wording_at(each.nearest), wording(unit), Scope.SAME))
        for pledge, (unit, each) in found.items()
        if each.nearest
    )


def new(units: Iterable[Unit]) -> tuple[str, ...]:
    """Places of promises, asks and hopes to which nothing on record comes near."""
    return tuple(
        unit.place
        for unit in units
        if unit.ledger and not any(belongs(unit.pledges)) and not any(each.likeness >= NEAR for each in unit.nearest)
    )


def not_in_draft(units: Sequence[Unit], last: Declaration | None, register: Register, on: dt.date) -> tuple[NotInDraft, ...]:
    """The promises, asks and hopes of the last declaration that the draft does not carry on, wholly or in part."""
    if last is None:
        return ()
    here = {each.pledge for unit in units for each in belongs(unit.pledges)}
    near = {each.place for unit in units for each in unit.nearest if each.likeness >= NEAR}
    found = []
    for provision in last.provisions:
        for commitment in provision.commitments:
            ledger = commitment.ledger
            pledges = _pledges(register, commitment.id)
            missing = tuple(each for each in pledges if each not in here)
            if ledger is None or (not missing if pledges else commitment.id in near):
                continue
            now = register.standing_of(commitment, on)
            elsewhere = tuple(each for each in pledges if each in here)
            found.append(NotInDraft(commitment.id, ledger, missing, elsewhere, now.value, standing.is_overdue(commitment, now, on)))
    return tuple(found)


def _pledges(register: Register, commitment: str) -> tuple[str, ...]:
    """The pledges that a commitment belongs to, by itself or by its whole provision."""
    found = (*register.pledges_at(commitment), *register.pledges_at(commitment[:-1]))
    return tuple(dict.fromkeys(pledge.id for pledge, mention in found if not mention.background))
