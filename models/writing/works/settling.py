"""Where two finished codings of a text differ, laid side by side in words, and how far they agree.

They are compared by what both coders choose: where a commitment begins and ends, its force and precision, who is bound and who is asked.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from models.records.codings import CodedProvision, CodedUnit, Coding
from models.records.texts import Declaration, Provision
from models.register.agreement import Agreement, agreement, match, place
from models.register.register import Register
from models.writing.works.coding import ChosenCoding, ChosenProvision, ChosenUnit, Settlement
from models.writing.works.recorded import in_order
from models.writing.works.work import Work

NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
ENDS = 4
"""So many words are quoted of where a commitment begins or ends."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A provision that the two coders see differently."""

    place: str
    text: str
    first: str
    """What the first coder saw, in the words of the file."""
    second: str
    in_what: frozenset[str]
    """`force` (of the whole provision), `boundaries`, `codes` (force or precision of commitments), `by`, `to`."""


def differences(work: Work, first: ChosenCoding, second: ChosenCoding, names: Mapping[str, str] | None = None) -> list[Difference]:
    """Every provision that differs, in the order of the text; `names` are those of bodies by their ids."""
    found = []
    for part in work.provisions:
        one, other = (coding.provisions.get(part.place or "", ChosenProvision()) for coding in (first, second))
        what = in_what(one, other, part.text)
        if what and part.place:
            said = (in_words(each, rival, part.text, what, names or {}) for each, rival in ((one, other), (other, one)))
            found.append(Difference(part.place, part.text, next(said), next(said), what))
    return found


def in_what(one: ChosenProvision, other: ChosenProvision, text: str) -> frozenset[str]:
    """In what two choices for a provision differ, in the words of `Difference.in_what`; empty where they are alike."""
    first, second = in_order(one, text), in_order(other, text)
    if not first and not second:
        return frozenset({"force"}) if one.force is not other.force else frozenset()
    if not first or not second:
        return frozenset({"boundaries", "force"})
    same = [each.quote.strip() for each in first] == [each.quote.strip() for each in second]
    found = set() if same else {"boundaries"}
    if [(each.force, each.precision) for each in first] != [(each.force, each.precision) for each in second]:
        found.add("codes")
    if len(first) == len(second):
        for name in ("by", "to"):
            if [set(getattr(each, name)) for each in first] != [set(getattr(each, name)) for each in second]:
                found.add(name)
    return frozenset(found)


def in_words(chosen: ChosenProvision, rival: ChosenProvision, text: str, what: frozenset[str], names: Mapping[str, str]) -> str:
    """What a coder saw in a provision as the files say it, with what tells it from the other coding of it."""
    units, others = in_order(chosen, text), in_order(rival, text)
    if not units:
        return f"no commitment, {chosen.force.value if chosen.force else 'no force'}"
    said = [_counted(units)]
    if "boundaries" in what and others:
        said += [_quoted(unit, _nearest(unit, others, text), text) for unit in units if unit.quote.strip() not in _quotes(others)]
    for name, lead in (("by", "by"), ("to", "addressed to")):
        if name in what:
            each = [", ".join(names.get(id_, id_.replace("-", " ")) for id_ in getattr(unit, name)) or "nobody" for unit in units]
            said.append(f"{lead} {'; '.join(each) if len(set(each)) > 1 else each[0]}")
    return "; ".join(said)


def _counted(units: Sequence[ChosenUnit]) -> str:
    codes = [
        ", ".join(
            (unit.force.value if unit.force else "no force", unit.precision.value if unit.precision else "in name only"),
        )
        for unit in units
    ]
    number = NUMBERS[len(units)] if len(units) < len(NUMBERS) else str(len(units))
    if len(units) == 1:
        return f"one commitment, {codes[0]}"
    if len(set(codes)) == 1:
        return f"{number} commitments, {'both' if len(units) == 2 else 'all'} {codes[0]}"
    return f"{number} commitments: {'; '.join(codes)}"


def _quotes(units: Sequence[ChosenUnit]) -> set[str]:
    return {unit.quote.strip() for unit in units}


def _nearest(unit: ChosenUnit, others: Sequence[ChosenUnit], text: str) -> ChosenUnit | None:
    pairs = match(place([_coded(unit)], text), place([_coded(each) for each in others], text))
    return next((each for each in others if pairs and each.quote.strip() == pairs[0][1].unit.quote), None)


def _quoted(unit: ChosenUnit, other: ChosenUnit | None, text: str) -> str:
    """How the words of a commitment are told from those that the other coder took."""
    quote = unit.quote.strip()
    words = quote.split()
    begin, end = " ".join(words[:ENDS]), " ".join(words[-ENDS:])
    if other is not None:
        start, stop = text.find(quote), text.find(quote) + len(quote)
        its_start = text.find(other.quote.strip())
        its_stop = its_start + len(other.quote.strip())
        if stop == its_stop:
            return f'quoted from "{begin}" on'
        if start == its_start:
            return f'quoted up to "{end}"'
    return f'quoted from "{begin}" to "{end}"' if len(words) > ENDS else f'quoted "{quote}"'


def unsettled(found: Sequence[Difference], settlements: Sequence[Settlement]) -> list[Difference]:
    """The differences that nobody has settled with a reason yet."""
    done = {each.place for each in settlements if each.settled.strip() and each.because_en.strip() and each.because_ko.strip()}
    return [each for each in found if each.place not in done]


def carried_over(first: ChosenProvision, second: ChosenProvision, text: str) -> ChosenProvision:
    """The second coder's commitments with what the first wrote for the record of the nearest of theirs: where settling on them begins."""
    ones, others = in_order(first, text), in_order(second, text)
    pairs = match(place([_coded(each) for each in ones], text), place([_coded(each) for each in others], text))
    nearest = {other.unit.quote: one.unit.quote for one, other in pairs}
    by_quote = {each.quote.strip(): each for each in ones}
    units = []
    for unit in others:
        near = by_quote.get(nearest.get(unit.quote.strip(), ""))
        codes = {name: getattr(unit, name) for name in ("quote", "force", "precision", "by", "to", "why")}
        units.append(near.model_copy(update=codes) if near else unit)
    return first.model_copy(update={"force": second.force, "units": units, "why": second.why})


# agreement --------------------------------------------------------------------------------------------------------------


def agreement_of(work: Work, first: ChosenCoding, second: ChosenCoding) -> Agreement:
    """How alike the two codings are, by the same measure as for the texts on record."""
    named = "0000"
    provisions = [Provision.model_construct(id=f"{named}-{part.place}", text=part.text) for part in work.provisions]
    text = Declaration.model_construct(id=named, forum=0, provisions=provisions)
    both = tuple(_record(work, coding, named, role) for coding, role in ((first, "first"), (second, "second")))
    return agreement(Register(declarations=(text,), codings=both))


def _record(work: Work, coding: ChosenCoding, named: str, role: str) -> Coding:
    provisions = []
    for part in work.provisions:
        chosen = coding.provisions.get(part.place or "", ChosenProvision())
        units = [_coded(unit) for unit in in_order(chosen, part.text)]
        provisions.append(CodedProvision.model_construct(id=part.place, force=chosen.force, units=units, why=None))
    return Coding.model_construct(declaration=named, coder=role, provisions=provisions)


def _coded(unit: ChosenUnit) -> CodedUnit:
    return CodedUnit.model_construct(
        quote=unit.quote.strip(), force=unit.force, precision=unit.precision, by=unit.by, to=unit.to, why=unit.why or None
    )
