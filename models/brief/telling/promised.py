"""What was promised, in its own words, and what stands among the commitments but binds nobody."""

from __future__ import annotations

from models.brief.facts import Item
from models.brief.telling.phrases import LONGEST, Telling
from models.brief.telling.tree import Entry, Section
from models.register.answering import Capacity
from models.register.lineage import Wording


def section(telling: Telling) -> Section:
    """What was promised, each in its own words, numbered so that later sections can refer to it."""
    say, brief = telling.say, telling.brief
    if not brief.promised:
        return Section("promised", say("briefing.promised"), lede=say("briefing.promised_none"))
    shown = brief.promised[: telling.told["promised"]]
    telling.numbers = {item.commitment.id: number for number, item in enumerate(shown, start=1)}
    left = len(brief.promised) - len(shown)
    return Section(
        "promised",
        say("briefing.promised"),
        entries=tuple(quoted(telling, item) for item in shown),
        numbered=True,
        more=say.count("briefing.promised_more", left) if left else "",
    )


def in_name_only(telling: Telling) -> Section:
    """What stands among the numbered commitments and binds nobody; it is in no ledger."""
    say = telling.say
    entries = tuple(quoted(telling, item) for item in telling.brief.in_name_only)
    return Section("in-name-only", say("briefing.name_only"), lede=say("briefing.name_only_lede"), entries=entries)


def quoted(telling: Telling, item: Item, to: str = "") -> Entry:
    """A commitment in its own words; a Korean brief says in Korean first what they mean."""
    say, commitment = telling.say, item.commitment
    whole = len(commitment.quote) <= LONGEST
    telling.quoted |= {commitment.id} if whole else set()
    lead = commitment.summary[say.lang] if say.lang != telling.text(commitment.id).language or not whole else ""
    facts = [say.place(commitment.id), telling.firm(Wording(commitment.force, commitment.precision))]
    facts += [to] if to else []
    facts += [_as(telling, item)] if item.capacity else []
    facts += [] if whole else [say("briefing.too_long")]
    before, after = telling.around(commitment.id) if whole else ("", "")
    facts += [say("briefing.marked")] if before or after else []
    return Entry(
        lead=lead,
        quote=commitment.quote if whole else "",
        quote_before=before,
        quote_after=after,
        quote_lang=telling.text(commitment.id).language,
        facts=" · ".join([*facts, say(f"terms.standing_{item.standing}")]),
        place=commitment.id,
        path=telling.path(commitment.id),
        refs=(telling.citations.text(telling.text(commitment.id)),),
    )


def _as(telling: Telling, item: Item) -> str:
    """As what a body is bound; a host was there, of other participants that is not on record."""
    if item.capacity is Capacity.PARTICIPANT and item.hosted:
        return telling.say("briefing.as_participant_hosting")
    return telling.say(f"briefing.as_{item.capacity}")
