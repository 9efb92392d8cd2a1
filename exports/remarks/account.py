"""What a draft does as a whole, told in lines: how much it promises, asks and hopes, what it carries on, what is new, what is not in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from models.labels import Say
from models.records.terms import Ledger
from models.register.lineage import Change
from models.register.register import Register
from models.texts.drafting import telling
from models.texts.drafting.draft import Draft, NotInDraft

_CHANGES = (Change.WEAKENED, Change.MIXED, Change.STRENGTHENED, Change.REAFFIRMED)
"""What a drafter has to look at stands first."""


@dataclass(frozen=True, slots=True)
class Block:
    """Lines under one heading."""

    heading: str
    note: str = ""
    lines: tuple[str, ...] = ()
    under: str = ""
    """The heading that it stands under, where several stand under one."""


def account(draft: Draft, register: Register, say: Say) -> Iterator[Block]:
    """The account, block by block."""
    counts = [say("remarks.counted", ledger=say(f"terms.ledger_{ledger}"), n=len(draft.of(ledger))) for ledger in Ledger]
    remarks = sum(len(passage.remarks) + sum(len(unit.remarks) for unit in passage.units) for passage in draft.passages)
    told = say.count("remarks.with_remarks", remarks) if remarks else say("remarks.untold")
    yield Block(say("draft.account"), lines=(*counts, told))
    yield from _missing(draft, register, say)
    hint = say("draft.carried_hint")
    for change in _CHANGES:
        lines = [
            say(
                "remarks.carried",
                pledge=register.pledge_by_id[each.pledge].title[say.lang],
                before=say.place(each.before),
                here=here(draft, each.place, say),
            )
            for each in draft.carried
            if each.change is change
        ]
        if lines:
            word = say(f"terms.change_{change}")
            yield Block(word[:1].upper() + word[1:], hint, tuple(lines), say("draft.carried"))
            hint = ""
    lines = []
    for ledger in Ledger:
        places = [here(draft, unit.place, say) for unit in draft.of(ledger) if unit.place in draft.new]
        if places:
            lines.append(say("remarks.new", ledger=say(f"terms.ledger_{ledger}"), places=", ".join(places)))
    if lines:
        yield Block(say("draft.new"), lines=tuple(lines))


def _missing(draft: Draft, register: Register, say: Say) -> Iterator[Block]:
    """What of the last declaration on record is not in the draft; of the forums between only why nothing is said."""
    if draft.last is None:
        return
    last = register.declaration_by_id[draft.last]
    heading = say("draft.missing", forum=say.ordinal(last.forum), year=last.id)
    note = " ".join(telling.between(draft, say))
    if not draft.not_in_draft:
        yield Block(heading, note, (say("draft.missing_none"),))
        return
    for ledger in Ledger:
        lines = [
            say(
                "remarks.missing_overdue" if each.overdue else "remarks.missing",
                place=say.place(each.place),
                words=register.words_at(each.place),
                standing=say(f"terms.standing_{each.standing}"),
            )
            + "".join(f" {sentence}" for sentence in of_it(each, draft, register, say))
            for each in draft.not_in_draft
            if each.ledger is ledger
        ]
        if lines:
            yield Block(say(f"terms.ledger_{ledger}"), note, tuple(lines), heading)
            note = ""


def of_it(each: NotInDraft, draft: Draft, register: Register, say: Say) -> Iterator[str]:
    """What of an earlier promise, ask or hope is not in the draft, may be meant by it, and is in it."""
    for key, pledges in (("missing_of_it", each.pledges), ("missing_perhaps", each.perhaps), ("missing_rest", each.elsewhere)):
        if pledges:
            titles = ", ".join(register.pledge_by_id[pledge].title[say.lang] for pledge in pledges)
            at = f" ({', '.join(here(draft, place, say) for place in each.meant_at)})" if key == "missing_perhaps" else ""
            yield say(f"draft.{key}", pledges=titles + at)


def here(draft: Draft, place: str, say: Say) -> str:
    """A place of the draft, as one cites it."""
    for passage in draft.passages:
        for unit in passage.units:
            if unit.place == place:
                letter = place.removeprefix(passage.part.place or "") if len(passage.units) > 1 else ""
                return telling.place(passage.part, letter, say)
    return place
