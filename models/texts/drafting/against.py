"""A draft read against the register: every passage with what was said before, remarks on it, and the account of the whole."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from models.records.places import text_of
from models.records.terms import Scope
from models.register.lineage import Wording, change
from models.register.register import Register
from models.texts.drafting import carrying, remarks
from models.texts.drafting.draft import Draft, Kind, Passage, Remark, Unit
from models.texts.parts import Kind as PartKind
from models.texts.parts import Part, Reading
from models.texts.source import Stretch
from models.texts.suggesting import nearest
from models.texts.suggestions import Context, SuggestedCommitment, SuggestedProvision, Sure


def read_against(reading: Reading, suggested: Sequence[SuggestedProvision], register: Register, context: Context) -> Draft:
    """What the draft does with what was said before. `suggested` has the provisions of `reading`, by their places.

    Without a day in `context` the last one that the register speaks of is looked at.
    """
    on = nearest.day_of(register, context)
    by_place = {each.place: each for each in suggested}
    plain = [Passage(part, _units(part, by_place.get(part.place or ""), register)) for part in reading.parts]
    strongest: dict[tuple[str, str], tuple[int, int]] = {}
    for unit in (unit for passage in plain for unit in passage.units):
        for key in _told_of(unit):
            strongest[key] = max(strongest.get(key, (0, -1)), carrying.wording(unit).rank)
    bound = _bound(reading.parts)
    passages = tuple(_remarked(each, bound[index], strongest, register, context, on) for index, each in enumerate(plain))
    units = tuple(unit for passage in passages for unit in passage.units)
    last = carrying.last_before(register, context)
    between = carrying.between(last, context)
    withheld = carrying.withheld(between, register, on)
    return Draft(
        reading,
        context,
        passages,
        last.id if last else None,
        tuple(number for number in between if number not in withheld),
        withheld,
        carrying.carried(units, register),
        carrying.new(units),
        carrying.not_in_draft(units, last, register, on),
    )


def _units(part: Part, suggested: SuggestedProvision | None, register: Register) -> tuple[Unit, ...]:
    """The commitments that a provision seems to hold, else its words as one."""
    if suggested is None or not part.kind.is_provision:
        return ()
    if not suggested.commitments:
        all_of_it = Stretch(0, len(suggested.text))
        return (_compared(Unit(suggested.place, suggested.text, all_of_it, suggested.force, None, suggested), register),)
    return tuple(
        _compared(Unit(suggested.place + _letter(index), one.quote, one.at, one.force, one.precision, one), register)
        for index, one in enumerate(suggested.commitments)
    )


def _told_of(unit: Unit) -> Iterator[tuple[str, str]]:
    """The pledges of a unit with the text that it is compared with: what that text said of a pledge is told once."""
    if unit.before:
        for each in carrying.carries(unit):
            yield each.pledge, text_of(unit.before.place)


def _letter(index: int) -> str:
    """a, b, c; after z they are doubled."""
    return chr(ord("a") + index % 26) * (index // 26 + 1)


def _compared(unit: Unit, register: Register) -> Unit:
    """The unit with the earlier wording that it is compared with: one of the same pledge that says something like it, and no other."""
    unit = replace(unit, pledges=unit.suggested.pledges, nearest=unit.suggested.nearest)
    found = (carrying.earlier(unit.nearest, each, register) for each in carrying.carries(unit) if each.nearest)
    before = next((each for each in found if each), None)
    label = change(Wording(before.force, before.precision), carrying.wording(unit), Scope.SAME) if before else None
    return replace(unit, before=before, change=label)


def _bound(parts: Sequence[Part]) -> list[bool]:
    """Of each part, whether it stands under a heading whose own verb binds, as “We commit ourselves to”: it begins every item below."""
    found, binds = [], False
    for part in parts:
        if part.kind is PartKind.HEADING:
            binds = remarks.binds(part.text)
        found.append(binds)
    return found


def _remarked(
    passage: Passage, bound: bool, strongest: Mapping[tuple[str, str], tuple[int, int]], register: Register, context: Context, on: dt.date
) -> Passage:
    """The passage with all remarks. `strongest` says how strong the strongest words of the draft on each pledge and earlier text are."""
    only = passage.part.kind is PartKind.COMMITMENT and not bound and passage.units and not any(unit.ledger for unit in passage.units)
    units = tuple(replace(unit, remarks=tuple(_remarks(unit, strongest, register, context, on))) for unit in passage.units)
    return Passage(passage.part, units, (Remark(Kind.NAME_ONLY),) if only else ())


def _remarks(
    unit: Unit, strongest: Mapping[tuple[str, str], tuple[int, int]], register: Register, context: Context, on: dt.date
) -> Iterator[Remark]:
    """On what was said before, then on the words themselves. What was said before is told at the strongest words of the draft alone."""
    if unit.before and all(carrying.wording(unit).rank >= strongest[key] for key in _told_of(unit)):
        if not _guessed(unit):
            earlier = Wording(unit.before.force, unit.before.precision)
            yield from remarks.compared(unit.change, carrying.wording(unit), earlier, unit.before.place, unit.at)
        if commitment := register.commitment_by_id.get(unit.before.place):  # these very words, never others that happen to be of the pledge
            yield from remarks.before(commitment, register, on, unit.at)
    if isinstance(unit.suggested, SuggestedCommitment):
        yield from remarks.own(unit.suggested, unit.ledger, register, context)


def _guessed(unit: Unit) -> bool:
    """Whether force or precision is no more than a guess: nothing is called weaker or firmer by that."""
    return unit.force.sure is Sure.GUESS or (unit.precision is not None and unit.precision.sure is Sure.GUESS)
