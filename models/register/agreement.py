"""How alike two independent codings of the same texts are.

Raw agreement is the share of things that both coded the same. Because two coders who guessed would also agree now and
then, it is set beside Gwet's coefficients, `(pa - pe) / (1 - pe)`, where, for `n` things in `q` categories,

    pa = Σ w(k,l) · n(k,l) / n          n(k,l): how many the first coder put into k and the second into l
    pe = Σ w(k,l) / (q (q - 1)) · Σ π(k) (1 - π(k))          π(k): mean share of k over both coders

AC1 has w(k,k) = 1 and all else 0 (K. L. Gwet, "Computing inter-rater reliability and its variance in the presence of
high agreement", British Journal of Mathematical and Statistical Psychology 61, 2008, 29-48).
AC2 with ordinal weights has w(k,l) = 1 - C(|k - l| + 1, 2) / C(q, 2), so that neighbours on a scale agree in part
(K. L. Gwet, Handbook of Inter-Rater Reliability, 4th edition, 2014).

No interval is computed: the texts are all that are on record and not a sample, and the paragraphs of one text are not
independent of each other.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from math import comb
from typing import TypeVar

from models.records.codings import CodedProvision, CodedUnit, Coding
from models.records.terms import Force, Precision
from models.register.register import Register

Code = TypeVar("Code", bound=Hashable)
Span = tuple[int, int]

FORCES: tuple[Force, ...] = tuple(Force)
PRECISIONS: tuple[Precision | None, ...] = (None, *Precision)
"""A promise in name only has no precision; that is the lowest category."""


@dataclass(frozen=True, slots=True)
class Alike:
    """How alike `n` pairs of codes are; the coefficients are None where there is nothing to compute."""

    n: int
    same: int
    raw: float | None
    ac1: float | None
    ac2: float | None


@dataclass(frozen=True, slots=True)
class Boundaries:
    """How alike the units were cut out of the text."""

    identical: int
    union: int
    matched: int
    first: int
    second: int

    @property
    def share(self) -> float | None:
        """Identical stretches among all stretches that either coder cut out."""
        return self.identical / self.union if self.union else None


@dataclass(frozen=True, slots=True)
class Agreement:
    """The agreement of the two codings over the declarations that both of them cover."""

    declarations: tuple[str, ...]
    missing: tuple[tuple[str, str], ...]
    """(declaration, coder) of every coding that is not there, or whose text is not."""
    provisions: int
    boundaries: Boundaries
    force_of_provisions: Alike
    force_of_units: Alike
    precision_of_units: Alike
    differing: tuple[str, ...]
    """Ids of the provisions in which boundaries, force or precision are not the same in both codings."""


@dataclass(frozen=True, slots=True)
class PlacedUnit:
    """A unit and the characters of the provision that it quotes; None where the quote is not in the text."""

    unit: CodedUnit
    span: Span | None


def ordinal_weights(q: int) -> list[list[float]]:
    """Gwet's ordinal weights for `q` ordered categories."""
    return [[1 - comb(abs(k - el) + 1, 2) / comb(q, 2) for el in range(q)] for k in range(q)]


def coefficient(
    pairs: Sequence[tuple[Code, Code]], scale: Sequence[Code], weights: Sequence[Sequence[float]] | None = None
) -> float | None:
    """Gwet's AC1, or AC2 with `weights`; None for no pairs or a scale of a single category."""
    n, q = len(pairs), len(scale)
    if not n or q < 2:
        return None
    at = {code: k for k, code in enumerate(scale)}
    table = weights if weights is not None else [[1.0 if k == el else 0.0 for el in range(q)] for k in range(q)]
    pa = sum(table[at[one]][at[other]] for one, other in pairs) / n
    times = Counter(code for pair in pairs for code in pair)
    spread = sum(share * (1 - share) for share in (times[code] / (2 * n) for code in scale))
    pe = sum(map(sum, table)) / (q * (q - 1)) * spread
    return (pa - pe) / (1 - pe)


def alike(pairs: Sequence[tuple[Code, Code]], scale: Sequence[Code]) -> Alike:
    """Raw agreement, AC1 and ordinally weighted AC2 of pairs of codes on an ordered scale."""
    same = sum(one == other for one, other in pairs)
    return Alike(
        n=len(pairs),
        same=same,
        raw=same / len(pairs) if pairs else None,
        ac1=coefficient(pairs, scale),
        ac2=coefficient(pairs, scale, ordinal_weights(len(scale))),
    )


def place(units: Sequence[CodedUnit], text: str) -> list[PlacedUnit]:
    """Each unit with the characters of `text` that it quotes; words quoted twice are found one after the other."""
    placed: list[PlacedUnit] = []
    after: dict[str, int] = {}
    for unit in units:
        start = text.find(unit.quote, after.get(unit.quote, 0))
        after[unit.quote] = start + 1
        placed.append(PlacedUnit(unit, (start, start + len(unit.quote)) if start >= 0 else None))
    return placed


def match(first: Sequence[PlacedUnit], second: Sequence[PlacedUnit]) -> list[tuple[PlacedUnit, PlacedUnit]]:
    """Pairs of units that share at least half of the shorter one; each unit is in one pair at most, the largest
    overlaps first."""
    candidates: list[tuple[int, int, int, int, int]] = []
    for i, one in enumerate(first):
        for j, other in enumerate(second):
            if one.span is None or other.span is None:
                continue
            shared = min(one.span[1], other.span[1]) - max(one.span[0], other.span[0])
            shorter = min(one.span[1] - one.span[0], other.span[1] - other.span[0])
            if shared > 0 and 2 * shared >= shorter:
                # Of equal overlaps the closest in length goes first, so that swapping the coders changes nothing.
                longer = max(one.span[1] - one.span[0], other.span[1] - other.span[0])
                candidates.append((-shared, longer, min(one.span[0], other.span[0]), i, j))
    taken_first: set[int] = set()
    taken_second: set[int] = set()
    pairs: list[tuple[PlacedUnit, PlacedUnit]] = []
    for _, _, _, i, j in sorted(candidates):
        if i not in taken_first and j not in taken_second:
            taken_first.add(i)
            taken_second.add(j)
            pairs.append((first[i], second[j]))
    return pairs


def strongest(provision: CodedProvision) -> Force:
    """The force of the strongest unit, or the provision's own."""
    forces = [unit.force for unit in provision.units]
    return max(forces, key=lambda force: force.rank) if forces else provision.force or Force.RECORDS


def agreement(register: Register) -> Agreement:
    """The agreement over every declaration that both coders coded; what is missing is named, never filled in."""
    codings = {(coding.declaration, coding.coder): coding for coding in register.codings}
    expected = sorted({declaration for declaration, _ in codings} | set(register.declaration_by_id))
    missing = tuple(
        (declaration, coder)
        for declaration in expected
        for coder in ("first", "second")
        if (declaration, coder) not in codings or declaration not in register.declaration_by_id
    )
    complete = tuple(declaration for declaration in expected if all(gone != declaration for gone, _ in missing))
    both = [pair for declaration in complete for pair in _provisions(codings[declaration, "first"], codings[declaration, "second"])]
    forces: list[tuple[Force, Force]] = []
    units: list[tuple[CodedUnit, CodedUnit]] = []
    differing: list[str] = []
    identical = union = first_count = second_count = 0
    for declaration, one, other in both:
        provision = register.provision_by_id.get(f"{declaration}-{one.id}")
        forces.append((strongest(one), strongest(other)))
        first, second = (place(each.units, provision.text if provision else "") for each in (one, other))
        spans = [Counter(unit.span for unit in placed if unit.span) for placed in (first, second)]
        lost = sum(unit.span is None for unit in (*first, *second))
        identical += (spans[0] & spans[1]).total()
        union += (spans[0] | spans[1]).total() + lost
        first_count, second_count = first_count + len(first), second_count + len(second)
        units += [(a.unit, b.unit) for a, b in match(first, second)]
        if forces[-1][0] is not forces[-1][1] or _codes(first) != _codes(second):
            differing.append(f"{declaration}-{one.id}")
    return Agreement(
        declarations=complete,
        missing=missing,
        provisions=len(both),
        boundaries=Boundaries(identical, union, len(units), first_count, second_count),
        force_of_provisions=alike(forces, FORCES),
        force_of_units=alike([(a.force, b.force) for a, b in units], FORCES),
        precision_of_units=alike([(a.precision, b.precision) for a, b in units], PRECISIONS),
        differing=tuple(differing),
    )


def _codes(placed: Sequence[PlacedUnit]) -> list[tuple[Span | None, Force, Precision | None]]:
    return [(each.span, each.unit.force, each.unit.precision) for each in placed]


def _provisions(first: Coding, second: Coding) -> Iterator[tuple[str, CodedProvision, CodedProvision]]:
    """The provisions that both codings hold."""
    others = {provision.id: provision for provision in second.provisions}
    for provision in first.provisions:
        if provision.id in others:
            yield first.declaration, provision, others[provision.id]
