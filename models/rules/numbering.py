"""The house rules for ids and their order (codebook, 1): unique, counted up without a gap, in the order of the text."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from models.records.places import place
from models.records.texts import Declaration
from models.register.register import Register
from models.rules.faults import Fault, rule
from models.rules.walks import each_provision

_ORDER = "intro, p1 …, c1 … and a1 …, s1-… and s2-… with the same, close"
FAR = 1_000
"""A number this much higher than expected is a slip of the pen, not a row of lost paragraphs."""


@rule
def ids_are_unique(register: Register, today: dt.date) -> Iterator[Fault]:
    """No two records of a kind have the same id."""
    kinds: list[tuple[str, Iterable[str]]] = [
        ("provision", (provision.id for _, _, provision in each_provision(register))),
        ("forum", (str(forum.number) for forum in register.forums)),
        ("forum-source", (source.id for source in register.forum_sources)),
        ("themes", (theme.id for theme in register.themes)),
        ("groups", (group.id for group in register.groups)),
        ("bodies", (body.id for body in register.bodies)),
        ("evidence", (evidence.id for evidence in register.evidence)),
    ]
    # Letters are counted inside each copy of a paragraph: a paragraph that stands twice is one mistake.
    kinds.extend(("commitment", [commitment.id for commitment in provision.commitments]) for _, _, provision in each_provision(register))
    for kind, ids in kinds:
        for id_, times in Counter(ids).items():
            for copy in range(2, times + 1):
                yield Fault(f"{kind}:{id_}#{copy}", (), "duplicate-id", f"{id_}: this id is used {times} times; give each record its own")


@rule
def provisions_stand_in_the_order_of_the_text(register: Register, today: dt.date) -> Iterator[Fault]:
    """Numbered paragraphs, then numbered commitments and articles, each counted up without a gap, and so are their parts; what is under headings where numbers begin anew after them, in the order of the headings; intro first, close last."""
    for declaration in register.declarations:
        yield from _numbering_faults(register, declaration)


@dataclass(frozen=True, slots=True)
class _Row:
    """Numbers that are counted up together: those of one kind under one heading, of the parts of one provision, or of the headings."""

    before: str
    """The ids as far as the number that is counted: `c`, `c2-`, `s`, `s2-c`."""
    numbers: list[int]
    names: list[str]
    """For each number the id that brings it: its own, or that of its first part where it is not there itself."""


def _rows(places: list[str]) -> list[_Row]:
    """The rows of numbers in a text; a part counts for what it is a part of, unless that was named just before."""
    found: dict[str, _Row] = {}
    for name in places:
        at = place(name)
        if at is None or not at.numbers:
            continue
        steps = [("s", at.section)] if at.section else []
        before = at.start
        for number in at.numbers:
            steps.append((before, number))
            before = f"{before}{number}-"
        for step, (key, number) in enumerate(steps):
            row = found.setdefault(key, _Row(key, [], []))
            if row.numbers[-1:] != [number] or step == len(steps) - 1:
                row.numbers.append(number)
                row.names.append(name)
    return list(found.values())


def _numbering_faults(register: Register, declaration: Declaration) -> Iterator[Fault]:
    places = [provision.local for provision in declaration.provisions]
    ranks = [at.rank for at in map(place, places) if at is not None]
    early = next((index for index in range(1, len(ranks)) if ranks[index] < ranks[index - 1]), None)
    if early is not None:
        here = f"{declaration.id}-{places[early]}"
        yield Fault(
            f"provision:{here}",
            ("id",),
            "order",
            f"{here}: it stands after {places[early - 1]}; provisions stand as in the text: {_ORDER}",
        )
    for row in _rows(places):
        break_ = first_break(row.numbers, partial(_is_lost_here, register, f"{declaration.id}-{row.before}"))
        moved = (
            break_ is not None
            and early is not None
            and places[early] in [name for name, number in zip(row.names, row.numbers, strict=True) if number == break_[1]]
        )
        if break_ is None:
            yield from _apart(declaration, row)
        if break_ is None or moved:
            continue
        here = f"{declaration.id}-{row.names[row.numbers.index(break_[0])]}"
        if break_[1] in row.numbers:
            words = f"{row.before}{break_[1]} belongs before it; paragraphs stand in the order of the text"
            yield Fault(f"provision:{here}", ("id",), "order", f"{here}: {words}")
        else:
            words = f"{row.before}{break_[1]} is expected here; every numbered paragraph is recorded, none is left out"
            yield Fault(f"provision:{here}", ("id",), "gap", f"{here}: {words}")


def _apart(declaration: Declaration, row: _Row) -> Iterator[Fault]:
    """A part that stands apart from the others of its provision: another number lies between."""
    seen: dict[int, bool] = {}
    for number, name in zip(row.numbers, row.names, strict=True):
        is_part = name != f"{row.before}{number}"
        only_parts = seen.setdefault(number, is_part)
        if number in row.numbers[: row.names.index(name)] and (is_part or only_parts):
            here = f"{declaration.id}-{name}"
            words = f"it stands apart from the rest of {row.before}{number}; the parts of a provision stand together, after its own words"
            yield Fault(f"provision:{here}", ("id",), "order", f"{here}: {words}")
            return


def missed_places(register: Register) -> frozenset[str]:
    """The paragraphs that the numbering is found to lack; what names them is no second mistake."""
    found: set[str] = set()
    for declaration in register.declarations:
        for row in _rows([provision.local for provision in declaration.provisions]):
            break_ = first_break(row.numbers, partial(_is_lost_here, register, f"{declaration.id}-{row.before}"))
            if break_ and break_[1] not in row.numbers:
                found.add(f"{declaration.id}-{row.before}{break_[1]}")
    return frozenset(found)


def _is_lost_here(register: Register, before: str, number: int) -> bool:
    """Whether the provision of that number, or a part of it, is there but withheld."""
    part = f"{before}{number}-"
    return is_lost(register, "declarations", before, number) or any(lost.startswith(part) for lost in register.lost)


def is_numbered_well(register: Register, declaration: Declaration) -> bool:
    """Whether the provisions of a declaration are unique, in order and without a gap."""
    places = [provision.id for provision in declaration.provisions]
    return len(set(places)) == len(places) and not any(_numbering_faults(register, declaration))


def first_break(numbers: list[int], lost: Callable[[int], bool]) -> tuple[int, int] | None:
    """The first number that does not follow from those before it, and the one expected; what comes after would only echo it."""
    expected, repeated, before = 1, False, set[int]()
    for number in numbers:
        if number in before:
            repeated = True  # reported as a repeated id; the next may follow it or the number it should have had
            continue
        before.add(number)
        follows = number == expected or (repeated and number == expected + 1)
        if not follows and (not 0 < number - expected < FAR or not all(lost(missing) for missing in range(expected, number))):
            return number, expected
        expected, repeated = number + 1, False
    return None


def is_lost(register: Register, kind: str, before: str, number: int) -> bool:
    """Whether the record of that number is there but withheld."""
    return register.is_lost(kind, f"{before}{number}")


@rule
def commitments_are_lettered_in_order(register: Register, today: dt.date) -> Iterator[Fault]:
    """The letters of a provision's commitments rise in the order in which their words begin."""
    for provision in register.provision_by_id.values():
        letters = [commitment.letter for commitment in provision.commitments]
        if letters != sorted(letters):
            yield Fault(
                f"provision:{provision.id}",
                ("commitments",),
                "order",
                f"{provision.id}: the commitments are lettered {', '.join(letters)}; put them in order",
            )
            continue
        starts = [provision.text.find(commitment.quote) for commitment in provision.commitments]
        if -1 not in starts and starts != sorted(starts):
            yield Fault(
                f"provision:{provision.id}",
                ("commitments",),
                "order",
                f"{provision.id}: the commitments do not follow the order of the text; sort them by where their quotes begin",
            )
