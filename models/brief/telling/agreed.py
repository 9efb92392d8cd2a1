"""The strongest wordings on the subject, pledge by pledge."""

from __future__ import annotations

from models.brief.facts import Agreed, Brief
from models.brief.telling.phrases import LONGEST, Telling
from models.brief.telling.tree import Entry, Section


def section(telling: Telling) -> Section:
    """The strongest wording of each pledge on the subject; what is quoted above is only named."""
    say, brief, register = telling.say, telling.brief, telling.register
    above = [agreed for agreed in brief.agreed if agreed.place in telling.quoted]
    others = [agreed for agreed in quotable(brief) if agreed not in above]
    shown = others[: telling.told["agreed"]]
    left = len(brief.agreed) - len(shown) - len(above)
    entries = [_above(telling, above)] if above else []
    for agreed in shown:
        text = telling.text(agreed.place)
        before, after = telling.around(agreed.place)
        facts = [say.place(agreed.place), telling.firm(agreed.wording), *([say("briefing.marked")] if before or after else [])]
        if agreed.since:
            facts.append(say("briefing.agreed_since", place=say.place(agreed.since[0]), firm=telling.firm(agreed.since[1])))
        entries.append(
            Entry(
                lead=say.listed([pledge.title[say.lang] for pledge in agreed.pledges]),
                quote=register.words_at(agreed.place),
                quote_before=before,
                quote_after=after,
                quote_lang=text.language,
                facts=" · ".join(facts),
                place=agreed.place,
                path=telling.path(agreed.place),
                refs=(telling.citations.text(text),),
            )
        )
    lede = "" if brief.agreed else say("briefing.agreed_none")
    return Section(
        "agreed",
        say("briefing.agreed"),
        lede=lede,
        entries=tuple(entries),
        more=say.count("briefing.agreed_more", left) if left else "",
    )


def _above(telling: Telling, agreed: list[Agreed]) -> Entry:
    """The wordings that are quoted above already, in one entry."""
    say, lines = telling.say, []
    for each in sorted(agreed, key=lambda each: telling.numbers.get(each.place, len(telling.numbers) + 1)):
        pledges, number = ", ".join(pledge.title[say.lang] for pledge in each.pledges), telling.numbers.get(each.place)
        said = (
            say("briefing.above_promise", number=number, pledges=pledges)
            if number
            else say("briefing.above_place", place=say.place(each.place), pledges=pledges)
        )
        lines.append(said)
    return Entry(lead=say("briefing.above"), text="; ".join(lines))


def quotable(brief: Brief) -> list[Agreed]:
    """The wordings that are short enough to be told whole."""
    return [agreed for agreed in brief.agreed if len(brief.register.words_at(agreed.place)) <= LONGEST]
