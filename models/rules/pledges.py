"""The house rules for pledges and their lineage (codebook, 5). Each rule's docstring is the rule."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from models.records.pledges import Mention, Pledge
from models.register.register import Register
from models.rules.faults import Fault, rule
from models.rules.walks import is_answered_for, is_known


@rule
def mentions_lead_somewhere(register: Register, today: dt.date) -> Iterator[Fault]:
    """A mention names a commitment or a provision that is on record; a provision with commitments is named by them, except as background; nothing is mentioned twice."""
    for pledge in register.pledges:
        subject = f"pledge:{pledge.id}"
        before, near = set[str](), dict[str, str]()
        for index, mention in enumerate(pledge.mentions):
            again = mention.at in before
            before.add(mention.at)
            if not is_answered_for(register, mention.at):
                start = mention.at[:7]
                offer = near[start] = near[start] if start in near else _offer(register, start)
                yield Fault(subject, ("mentions", index, "at"), "reference", f"{pledge.id}: there is no {mention.at}{offer}")
            elif again:
                yield Fault(subject, ("mentions", index, "at"), "duplicate-id", f"{pledge.id}: {mention.at} is mentioned twice")
            elif not mention.background and (
                parts := register.provision_by_id[mention.at].commitments if mention.at in register.provision_by_id else []
            ):
                named = " or ".join(part.id for part in parts)
                yield Fault(
                    subject,
                    ("mentions", index, "at"),
                    "mention",
                    f"{pledge.id}: {mention.at} has commitments of its own; name the one that speaks of this pledge ({named})",
                )


@rule
def mentions_stand_in_the_order_of_the_forums(register: Register, today: dt.date) -> Iterator[Fault]:
    """Mentions stand in the order of the forums, oldest first, and at least one is more than background."""
    for pledge in register.pledges:
        subject = f"pledge:{pledge.id}"
        numbers = [
            register.declaration_by_id[mention.declaration].forum
            for mention in pledge.mentions
            if mention.declaration in register.declaration_by_id
        ]
        if numbers != sorted(numbers):
            wrong = next(index for index in range(1, len(numbers)) if numbers[index] < numbers[index - 1])
            yield Fault(
                subject,
                ("mentions", wrong, "at"),
                "order",
                f"{pledge.id}: {pledge.mentions[wrong].at} stands after a later forum; mentions go from the oldest to the newest",
            )
        if all(mention.background for mention in pledge.mentions):
            yield Fault(subject, ("mentions",), "background", f"{pledge.id}: all mentions are background; a pledge needs words of its own")


@rule
def links_have_reasons(register: Register, today: dt.date) -> Iterator[Fault]:
    """A link goes to the strongest mention in the latest earlier text, and gives a scope and a reason; background has no link, the first text has none to make, every later one has."""
    for pledge in register.pledges:
        strongest = _strongest(register, pledge)
        # With a mention missing nobody can say what the others should be compared with; the missing one is reported.
        whole = f"pledges/{pledge.id}" not in register.lost and all(is_known(register, mention.at) for mention in pledge.mentions)
        for index, mention in enumerate(pledge.mentions):
            if not is_known(register, mention.at):
                continue
            yield from _reason_faults(pledge, index, mention)
            if whole and not mention.background:
                yield from _link_faults(register, pledge, index, mention, strongest)


def _reason_faults(pledge: Pledge, index: int, mention: Mention) -> Iterator[Fault]:
    subject, here = f"pledge:{pledge.id}", ("mentions", index)
    if mention.background:
        if mention.source or mention.scope:
            yield Fault(
                subject, (*here, "background"), "link", f"{pledge.id}: {mention.at} is background and so has no link; remove from and scope"
            )
    elif mention.source and (mention.scope is None or mention.because is None):
        lacking = " and ".join(name for name, value in (("scope", mention.scope), ("because", mention.because)) if value is None)
        yield Fault(
            subject,
            here,
            "reason",
            f"{pledge.id}: the link from {mention.at} has no {lacking}; a lineage link names its scope and its reason",
        )
    elif mention.source is None and mention.scope:
        yield Fault(
            subject, (*here, "scope"), "link", f"{pledge.id}: {mention.at} has a scope but names no mention to compare it with; add from"
        )


def _strongest(register: Register, pledge: Pledge) -> dict[int, list[str]]:
    """The places of the strongest words in each text that has the pledge, by its forum."""
    found: dict[int, dict[str, tuple[int, int]]] = {}
    for mention in pledge.mentions:
        if is_known(register, mention.at) and not mention.background:
            forum = register.declaration_by_id[mention.declaration].forum
            found.setdefault(forum, {})[mention.at] = register.wording_at(mention.at).rank
    best = {forum: max(ranks.values()) for forum, ranks in found.items()}
    return {forum: [at for at, rank in ranks.items() if rank == best[forum]] for forum, ranks in found.items()}


def _link_faults(
    register: Register, pledge: Pledge, index: int, mention: Mention, strongest_by_forum: dict[int, list[str]]
) -> Iterator[Fault]:
    subject, here = f"pledge:{pledge.id}", ("mentions", index)
    forum = register.declaration_by_id[mention.declaration].forum
    earlier = [each for each in strongest_by_forum if each < forum]
    if not earlier:
        if mention.source:
            yield Fault(
                subject,
                (*here, "from"),
                "link",
                f"{pledge.id}: {mention.at} stands in the first text that has the pledge; there is nothing earlier to compare it with",
            )
        return
    strongest = strongest_by_forum[max(earlier)]
    if mention.source is None and mention.scope is None:
        yield Fault(
            subject, here, "link", f"{pledge.id}: {mention.at} needs a link back: from {' or '.join(strongest)}, with scope and reason"
        )
    elif mention.source and mention.source not in strongest:
        yield Fault(
            subject,
            (*here, "from"),
            "link",
            f"{pledge.id}: {mention.at} is compared with {mention.source}; the strongest mention in the latest earlier text is {' or '.join(strongest)}",
        )


@rule
def pledges_name_measures_on_record(register: Register, today: dt.date) -> Iterator[Fault]:
    """The measure of a pledge is on record."""
    for pledge in register.pledges:
        if pledge.measure and pledge.measure not in register.measure_by_id and not register.is_lost("measures", pledge.measure):
            yield Fault(f"pledge:{pledge.id}", ("measure",), "reference", f"{pledge.id}: there is no measure {pledge.measure}")


def _offer(register: Register, start: str) -> str:
    near = sorted(key for key in (*register.provision_by_id, *register.commitment_by_id) if key.startswith(start))
    return f"; near it there is {', '.join(near[:4])}" if near else ""
