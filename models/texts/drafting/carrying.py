"""What a draft carries on as a whole, what it brings new, and what of the last declaration on record is not in it.

A forum between the two whose text is not on record may have said anything: so what is missing here is "not in this draft", and never
dropped (codebook, 5).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence

from models.records.places import text_of
from models.records.terms import Force, Scope
from models.records.texts import Declaration
from models.register import standing
from models.register.forum_texts import TextState, text_state
from models.register.lineage import Wording, change
from models.register.register import Register
from models.texts.drafting.draft import Carried, NotInDraft, Unit
from models.texts.suggestions import Context, InPledge, Nearest, Sure

MEANT = 0.16
"""From this likeness on the best pledge counts as carried on; below it somebody may have meant it, and more is not said."""
CLEAR = 0.18
"""A pledge that is not the best one counts as carried on from this likeness on, if the words name what it is about: what stands in one
earlier wording with it is no reason."""
NEAR = 0.35
"""So near is a wording on record that says the same, whatever pledge it belongs to."""
SAID, SURELY = 0.15, 0.035
"""So near has an earlier wording of the same pledge to come by its own words before anything is called weaker or firmer than it; the
second is that nearness times the likeness of the pledge, so that what is faint in both is not compared."""


def carries(unit: Unit) -> Iterator[InPledge]:
    """The pledges that a unit carries on: the best one if it is like enough, and others that its words name.

    What only reports that something was said or done carries nothing on (codebook, 5).
    """
    for rank, each in enumerate(unit.pledges if unit.force.value is not Force.RECORDS else ()):
        named = each.why.rule == "pledge-object" and each.likeness >= CLEAR
        if not each.background and (named or (rank == 0 and each.sure is not Sure.GUESS and each.likeness >= MEANT)):
            yield each


def perhaps(unit: Unit) -> Iterator[InPledge]:
    """The pledges that a unit may mean, too faintly to call them carried on."""
    meant = {each.pledge for each in carries(unit)}
    for rank, each in enumerate(unit.pledges):
        if not each.background and each.pledge not in meant and ((rank == 0 and each.sure is not Sure.GUESS) or each.likeness >= CLEAR):
            yield each


def earlier(near: Sequence[Nearest], pledge: InPledge, register: Register) -> Nearest | None:
    """The wording of the same pledge that words are compared with: of the latest text that says something like them, the strongest.

    A text that has the pledge in other words altogether is passed over: against a promise of something else nothing is weaker.
    """
    own = {each.at for each in register.pledge_by_id[pledge.pledge].mentions if not each.background}
    alike = [each for each in near if each.place in own and _says_it(_by_words(each, pledge), pledge)]
    latest = max((text_of(each.place) for each in alike), default=None)
    of_it = (each for each in alike if text_of(each.place) == latest)
    return max(of_it, key=lambda each: register.wording_at(each.place).rank, default=None)


def _says_it(by_words: float, pledge: InPledge) -> bool:
    return by_words >= SAID and by_words * pledge.likeness >= SURELY


def _by_words(near: Nearest, pledge: InPledge) -> float:
    """How near a wording comes by its words: what the likeness of its pledge added (`suggesting.nearest`) is taken off again."""
    return 1 - (1 - near.likeness) / (1 - pledge.likeness) if pledge.likeness < 1 else near.likeness


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


def withheld(numbers: Sequence[int], register: Register, on: dt.date) -> tuple[int, ...]:
    """Those of these forums whose text is held and not shown, for a mistake in its record; that is not the same as not being on record."""
    forums = (register.forum_by_number[number] for number in numbers if number in register.forum_by_number)
    return tuple(each.number for each in forums if text_state(register, each, on) is TextState.WITHHELD)


def carried(units: Sequence[Unit], register: Register) -> tuple[Carried, ...]:
    """The pledges that the draft carries on, in the order of the draft, each by its strongest words there.

    The label rests on force and precision alone: whether the object grew or shrank is for a reader to say.
    """
    found: dict[str, tuple[Unit, InPledge]] = {}
    for unit in units:
        for each in carries(unit):
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
        if unit.ledger and not any(carries(unit)) and not any(perhaps(unit)) and not any(each.likeness >= NEAR for each in unit.nearest)
    )


def not_in_draft(units: Sequence[Unit], last: Declaration | None, register: Register, on: dt.date) -> tuple[NotInDraft, ...]:
    """The promises, asks and hopes of the last declaration that the draft does not carry on, wholly or in part."""
    if last is None:
        return ()
    here = {each.pledge for unit in units for each in carries(unit)}
    near = {each.place for unit in units for each in unit.nearest if each.likeness >= NEAR}
    faint: dict[str, list[str]] = {}
    for unit in units:
        for each in perhaps(unit):
            faint.setdefault(each.pledge, []).append(unit.place)
    found = []
    for provision in last.provisions:
        for commitment in provision.commitments:
            ledger = commitment.ledger
            pledges = _pledges(register, commitment.id)
            elsewhere = tuple(pledge for pledge in pledges if pledge in here)
            meant = tuple(pledge for pledge in pledges if pledge not in here and pledge in faint)
            missing = tuple(pledge for pledge in pledges if pledge not in here and pledge not in faint)
            if ledger is None or (not missing and (elsewhere or not meant) if pledges else commitment.id in near):
                continue
            now = register.standing_of(commitment, on)
            places = tuple(dict.fromkeys(place for pledge in meant for place in faint[pledge]))
            overdue = standing.is_overdue(commitment, now, on)
            found.append(NotInDraft(commitment.id, ledger, missing, elsewhere, now.value, overdue, meant, places))
    return tuple(found)


def _pledges(register: Register, commitment: str) -> tuple[str, ...]:
    """The pledges that a commitment belongs to, by itself or by its whole provision."""
    found = (*register.pledges_at(commitment), *register.pledges_at(commitment[:-1]))
    return tuple(dict.fromkeys(pledge.id for pledge, mention in found if not mention.background))
