"""Which passages of a declaration speak of what is asked for, and which of two declarations belong together."""

from __future__ import annotations

from dataclasses import dataclass

from models.records.places import text_of
from models.records.pledges import Mention, Pledge
from models.records.terms import Ledger
from models.records.texts import Commitment, Declaration, Provision
from models.register.lineage import Change
from models.register.register import Register


@dataclass(frozen=True, slots=True)
class Subject:
    """What a reader asks for: any of the ledgers and any of the themes and any of the pledges; none named means all."""

    ledgers: frozenset[Ledger] = frozenset()
    themes: frozenset[str] = frozenset()
    pledges: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.ledgers or self.themes or self.pledges)

    def has_commitment(self, register: Register, commitment: Commitment) -> bool:
        """A pledge that mentions the whole provision mentions the commitments in it."""
        if self.ledgers and commitment.ledger not in self.ledgers:
            return False
        if self.themes and not self.themes.intersection(commitment.themes):
            return False
        return not self.pledges or bool(self.pledges & _pledge_ids(register, commitment.id, commitment.provision))

    def has_provision(self, register: Register, provision: Provision) -> bool:
        """A provision without commitments is in no ledger."""
        if provision.commitments:
            return any(self.has_commitment(register, commitment) for commitment in provision.commitments)
        if self.ledgers or (self.themes and not self.themes.intersection(provision.themes)):
            return False
        return not self.pledges or bool(self.pledges & _pledge_ids(register, provision.id))


@dataclass(frozen=True, slots=True)
class Link:
    """Two places that one pledge joins; `mention` is the later one's where it names the earlier one itself."""

    pledge: Pledge
    mention: Mention | None
    change: Change | None


@dataclass(frozen=True, slots=True)
class Pair:
    """A place of the earlier declaration beside one of the later, with the pledges that join them."""

    earlier: str
    later: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two declarations on one subject."""

    pairs: tuple[Pair, ...]
    earlier_alone: tuple[str, ...]
    later_alone: tuple[str, ...]


def places_on(register: Register, declaration: Declaration, subject: Subject) -> tuple[str, ...]:
    """The commitments, and the provisions without commitments, that speak of the subject, in reading order.

    For a pledge these are its mentions, background included, as the curators placed them.
    """
    found: list[str] = []
    for provision in declaration.provisions:
        if subject.pledges and subject.pledges & _pledge_ids(register, provision.id) and subject.has_provision(register, provision):
            found.append(provision.id)
            continue
        if not provision.commitments and subject.has_provision(register, provision):
            found.append(provision.id)
        found += [commitment.id for commitment in provision.commitments if subject.has_commitment(register, commitment)]
    return tuple(found)


def provision_of(register: Register, place: str) -> str:
    """The provision that a place lies in, or that it is."""
    return place[:-1] if place in register.commitment_by_id else place


def compare(register: Register, earlier: Declaration, later: Declaration, subject: Subject) -> Comparison:
    """Put what two declarations say on one subject beside each other; both ends of a pair speak of the subject."""
    before, after = places_on(register, earlier, subject), places_on(register, later, subject)
    joined: dict[tuple[str, str], list[Link]] = {}
    for pledge in register.pledges:
        if subject.pledges and pledge.id not in subject.pledges:
            continue
        for start, end, link in _links(register, pledge, earlier.id, later.id):
            if covers(register, before, start) and covers(register, after, end):
                joined.setdefault((start, end), []).append(link)
    order = {place: index for index, place in enumerate(_reading_order(later))}
    pairs = tuple(
        Pair(start, end, tuple(links)) for (start, end), links in sorted(joined.items(), key=lambda item: (order[item[0][1]], item[0][0]))
    )
    return Comparison(
        pairs=pairs,
        earlier_alone=tuple(place for place in before if not covers(register, [pair.earlier for pair in pairs], place)),
        later_alone=tuple(place for place in after if not covers(register, [pair.later for pair in pairs], place)),
    )


def unthreaded(register: Register) -> tuple[str, ...]:
    """The declarations that no pledge mentions: nobody has compared them with the pledges yet, so their silence means nothing."""
    if not register.pledges or any(id_.startswith("pledges/") for id_ in register.lost):
        return ()
    return tuple(sorted(set(register.declaration_by_id) - {each.declaration for pledge in register.pledges for each in pledge.mentions}))


def may_say_not_carried(register: Register, earlier: str, later: str, pledge: Pledge) -> bool:
    """Whether silence of the later text may be called so: no forum between, no record of either text withheld, and the later one
    compared with the pledges."""
    if not register.consecutive(earlier, later) or later in unthreaded(register):
        return False
    missing = (pledge.id, f"pledges/{pledge.id}", "pledges/*", "declarations/*")
    return not any(id_.startswith((earlier, later)) or id_ in missing for id_ in register.lost)


def _links(register: Register, pledge: Pledge, earlier: str, later: str) -> list[tuple[str, str, Link]]:
    """The curators' links between the two texts; where there are none, the strongest mentions of the same pledge."""
    own = [mention for mention in pledge.mentions if not mention.background]
    direct = [
        (mention.source, mention.at, Link(pledge, mention, register.change_at(mention)))
        for mention in own
        if mention.declaration == later and mention.source and text_of(mention.source) == earlier
    ]
    if direct:
        return direct
    start, end = register.strongest_mention(pledge, earlier), register.strongest_mention(pledge, later)
    return [(start.at, end.at, Link(pledge, None, None))] if start and end else []


def on_subject(register: Register, subject: Subject, pledge: Pledge, year: str, places: tuple[str, ...]) -> bool:
    """Whether a text mentions the pledge, and on this subject; `places` are the text's places on the subject.

    One commitment may stand in many pledges, so a pledge is on a theme only if half of its mentions are.
    """
    if year not in register.recurrence(pledge):
        return False
    if subject.pledges:
        return pledge.id in subject.pledges
    own = [mention.at for mention in pledge.mentions if not mention.background]
    here = any(text_of(at) == year and covers(register, places, at) for at in own)
    return here and 2 * sum(_speaks(register, subject, at) for at in own) >= len(own)


def _speaks(register: Register, subject: Subject, place: str) -> bool:
    commitment = register.commitment_by_id.get(place)
    if commitment:
        return subject.has_commitment(register, commitment)
    return subject.has_provision(register, register.provision_by_id[place])


def covers(register: Register, places: tuple[str, ...] | list[str], place: str) -> bool:
    """Whether `place` is among `places`, or is the provision of one of them, or lies in one of them."""
    return place in places or provision_of(register, place) in places or any(provision_of(register, other) == place for other in places)


def _reading_order(declaration: Declaration) -> list[str]:
    return [
        place for provision in declaration.provisions for place in (provision.id, *(commitment.id for commitment in provision.commitments))
    ]


def _pledge_ids(register: Register, *places: str) -> set[str]:
    return {pledge.id for place in places for pledge, _ in register.pledges_at(place)}
