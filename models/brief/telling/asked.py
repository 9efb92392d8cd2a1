"""What was asked of the subject, or of others about it, in its own words."""

from __future__ import annotations

from collections import Counter

from models.brief.facts import Item, addressees
from models.brief.telling.phrases import Telling
from models.brief.telling.promised import quoted
from models.brief.telling.tree import Section
from models.records.terms import Ledger


def section(telling: Telling) -> Section:
    """What was asked, with whom it was asked of."""
    say, brief = telling.say, telling.brief
    heading = say("briefing.asked_body") if brief.about.body else say("briefing.asked")
    if not brief.asked:
        return Section("asked", heading, lede=say("briefing.asked_none"))
    shown = brief.asked[: telling.told["asked"]]
    left = Counter(item.commitment.ledger for item in brief.asked[len(shown) :])
    counts = say.listed([say.count(f"briefing.n_{ledger}", left[ledger]) for ledger in Ledger if left[ledger]])
    return Section(
        "asked",
        heading,
        entries=tuple(quoted(telling, item, _to(telling, item)) for item in shown),
        more=say("briefing.more", counts=counts) if counts else "",
    )


def _to(telling: Telling, item: Item) -> str:
    say, ids = telling.say, addressees(telling.register, item.commitment)
    if not ids:
        return say("briefing.to_nobody")
    return say("briefing.to", bodies=say.listed([telling.register.body_by_id[id_].name[say.lang] for id_ in ids]))
