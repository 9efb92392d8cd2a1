"""How often the right pledge is among the first three that are suggested, with the declaration's own records held out.

The words are cut and their force is coded as on record, so that this measures the pledges alone. Mentions of a pledge that no other
declaration speaks of are counted apart: of such a pledge nothing could be known.
"""

from __future__ import annotations

from dataclasses import dataclass

from models.register.register import Register
from models.texts.source import Stretch
from models.texts.suggesting.threads import with_threads
from models.texts.suggestions import Context, Reason, Suggested, SuggestedCommitment, SuggestedProvision, Sure

FIRST = 3
_CODED = Reason("coded")


@dataclass(frozen=True, slots=True)
class PledgesFound:
    """One declaration: how many of its mentions have their pledge among the first three, and of its passages how many have any."""

    declaration: str
    mentions: int
    found: int
    passages: int
    with_any: int
    unknown: int
    """Mentions of pledges that no other declaration speaks of."""

    @property
    def share(self) -> float:
        """The share of mentions whose pledge is among the first three."""
        return self.found / self.mentions if self.mentions else 0.0


def pledges_measured(register: Register) -> tuple[PledgesFound, ...]:
    """Every declaration on record, suggested as if it were new. Background is left out: it is no mention."""
    return tuple(_measured(register, declaration.id) for declaration in register.declarations)


def _measured(register: Register, held_out: str) -> PledgesFound:
    declaration = register.declaration_by_id[held_out]
    elsewhere = {each.id for each in register.pledges if any(year != held_out for year in register.recurrence(each))}
    own: dict[str, set[str]] = {}
    unknown = 0
    for pledge in register.pledges:
        for mention in pledge.mentions:
            if mention.declaration == held_out and not mention.background:
                if pledge.id in elsewhere:
                    own.setdefault(mention.at, set()).add(pledge.id)
                else:
                    unknown += 1
    context = Context(declaration.language, declaration.adopted, declaration.forum, without=held_out)
    suggested = with_threads([_as_coded(register, place) for place in own], register, context)
    first = {
        each.place: {found.pledge for found in (each.commitments[0] if each.commitments else each).pledges[:FIRST]} for each in suggested
    }
    right = {place: len(own[place] & first[place]) for place in own}
    return PledgesFound(held_out, sum(map(len, own.values())), sum(right.values()), len(own), sum(map(bool, right.values())), unknown)


def _as_coded(register: Register, place: str) -> SuggestedProvision:
    """A passage on record as it would be suggested if all but what it carries on were known."""
    commitment, wording = register.commitment_by_id.get(place), register.wording_at(place)
    force = Suggested(wording.force, Sure.SURE, _CODED)
    if commitment is None:
        return SuggestedProvision(place, register.words_at(place), force)
    text = register.provision_by_id[commitment.provision].text
    at = text.find(commitment.quote)
    stretch = Stretch(max(at, 0), max(at, 0) + len(commitment.quote))
    one = SuggestedCommitment(commitment.quote, stretch, commitment.verb, force, Suggested(wording.precision, Sure.SURE, _CODED))
    return SuggestedProvision(place, text, force, commitments=(one,))
