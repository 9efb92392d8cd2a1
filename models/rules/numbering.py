"""The house rules for ids and their order (codebook, 1): unique, counted up without a gap, in the order of the text."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import partial

from models.records.texts import Declaration
from models.register.register import Register
from models.rules.faults import Fault, rule
from models.rules.walks import each_provision

LETTERS = "abcdefghijklmnopqrstuvwxyz"
FAR = 1_000
"""A number this much higher than expected is a slip of the pen, not a row of lost paragraphs."""


@rule
def ids_are_unique(register: Register, today: dt.date) -> Iterator[Fault]:
    """No two records of a kind have the same id."""
    kinds: list[tuple[str, Iterable[str]]] = [
        ("provision", (provision.id for _, _, provision in each_provision(register))),
        ("forum", (str(forum.number) for forum in register.forums)),
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
    """Numbered paragraphs, then numbered commitments, each counted up without a gap; intro first, close last."""
    for declaration in register.declarations:
        yield from _numbering_faults(register, declaration)


def _numbering_faults(register: Register, declaration: Declaration) -> Iterator[Fault]:
    places = [provision.local for provision in declaration.provisions]
    kinds = [place if place in ("intro", "close") else place[0] for place in places]
    ranks = [["intro", "p", "c", "close"].index(kind) for kind in kinds]
    early = next((index for index in range(1, len(ranks)) if ranks[index] < ranks[index - 1]), None)
    if early is not None:
        here = f"{declaration.id}-{places[early]}"
        yield Fault(
            f"provision:{here}",
            ("id",),
            "order",
            f"{here}: it stands after {places[early - 1]}; provisions stand as in the text: intro, p1 …, c1 …, close",
        )
    for kind in ("p", "c"):
        numbers = [int(place[1:9]) for place, its in zip(places, kinds, strict=True) if its == kind]
        break_ = first_break(numbers, partial(is_lost, register, "declarations", f"{declaration.id}-{kind}"))
        moved = break_ is not None and early is not None and places[early] == f"{kind}{break_[1]}"
        if break_ is None or moved:
            continue
        here = f"{declaration.id}-{next(place for place in places if place[0] == kind and place[1:9] == str(break_[0]))}"
        if break_[1] in numbers:
            yield Fault(
                f"provision:{here}",
                ("id",),
                "order",
                f"{here}: {kind}{break_[1]} belongs before it; paragraphs stand in the order of the text",
            )
        else:
            words = f"{here}: {kind}{break_[1]} is expected here; every numbered paragraph is recorded, none is left out"
            yield Fault(f"provision:{here}", ("id",), "gap", words)


def missed_places(register: Register) -> frozenset[str]:
    """The paragraphs that the numbering is found to lack; what names them is no second mistake."""
    found: set[str] = set()
    for declaration in register.declarations:
        numbers: dict[str, list[int]] = {"p": [], "c": []}
        for provision in declaration.provisions:
            if provision.local[1:].isdigit():
                numbers[provision.local[0]].append(int(provision.local[1:9]))
        for kind, given in numbers.items():
            break_ = first_break(given, partial(is_lost, register, "declarations", f"{declaration.id}-{kind}"))
            if break_ and break_[1] not in given:
                found.add(f"{declaration.id}-{kind}{break_[1]}")
    return frozenset(found)


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
