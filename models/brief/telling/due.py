"""What has a date: the coming first, then what is overdue, then what was done."""

from __future__ import annotations

from models.brief.telling.phrases import Telling
from models.brief.telling.tree import Entry, Section
from models.register.standing import is_past


def section(telling: Telling) -> Section:
    """What has a date, with where it stands."""
    say, brief = telling.say, telling.brief
    shown = brief.due[: telling.told["due"]]
    left = len(brief.due) - len(shown)
    entries = []
    for item in shown:
        commitment = item.commitment
        when = "overdue" if item.overdue else (item.punctuality or ("past" if is_past(commitment, brief.on) else "coming"))
        when = "open" if when == "coming" and commitment.due_is_open else when
        lead, number = say(f"briefing.due_{when}", date=say.due(commitment)), telling.numbers.get(item.commitment.id)
        stands = say(f"terms.standing_{item.standing}")
        if number:
            entries.append(Entry(lead=lead, text=say("briefing.due_promise", number=number, standing=stands)))
            continue
        facts = " · ".join([say(f"briefing.one_{item.commitment.ledger}"), say.place(item.commitment.id), stands])
        entries.append(
            Entry(
                lead=lead,
                text=item.commitment.summary[say.lang],
                facts=facts,
                place=item.commitment.id,
                path=telling.path(item.commitment.id),
            )
        )
    lede = "" if brief.due else say("briefing.due_none")
    return Section("due", say("briefing.due"), lede=lede, entries=tuple(entries), more=say.count("briefing.due_more", left) if left else "")
