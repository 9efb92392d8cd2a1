"""Where the words stand: the counts as a table, and the judgements with their evidence."""

from __future__ import annotations

from models.brief.facts import Item
from models.brief.telling.phrases import Telling
from models.brief.telling.tree import Entry, Section, Table
from models.records.terms import Ledger
from models.register.standing import Standing


def section(telling: Telling) -> Section:
    """The counts of each ledger, then the judgements with their evidence."""
    say, brief = telling.say, telling.brief
    shown = brief.judged[: telling.told["stands"]]
    left = len(brief.judged) - len(shown)
    table = Table(
        say("briefing.table", date=say.date(brief.on)),
        (
            say("briefing.ledger"),
            say("briefing.judgeable"),
            *(say(f"terms.standing_{each}") for each in telling.order),
            say("terms.standing_not-assessable"),
        ),
        tuple(
            (
                say(f"terms.ledger_{tally.ledger}"),
                say("briefing.of", n=tally.assessable, all=tally.n),
                *(str(tally.by[each]) for each in telling.order),
                str(tally.by[Standing.NOT_ASSESSABLE]),
            )
            for tally in brief.tallies
            if tally.n
        ),
    )
    return Section(
        "stands",
        say("briefing.stands"),
        table=table,
        after=_own_counts(telling),
        subheading=say("briefing.evidence") if shown else "",
        entries=tuple(_judged(telling, item) for item in shown),
        more=say.count("briefing.stands_more", left) if left else "",
    )


def _own_counts(telling: Telling) -> str:
    """The body's own record on the promises that bind it, never put into the table of the whole."""
    say, brief = telling.say, telling.brief
    if not brief.about.body or not brief.promised:
        return ""
    own = [Standing(item.own.status.value) for item in brief.own(Ledger.PROMISES) if item.own]
    withheld = sum(item.own_withheld for item in brief.promised)
    lacking = say.count("briefing.own_withheld", withheld, name=telling.body) if withheld else ""
    if not own:
        return lacking or say("briefing.own_none", name=telling.body)
    counts = say.listed(
        [say("briefing.standing_n", standing=say(f"terms.standing_{each}"), n=own.count(each)) for each in telling.order if each in own]
    )
    told = say("briefing.own_counts", name=telling.body, own=len(own), n=len(brief.promised), counts=counts)
    return f"{told} {lacking}".rstrip()


def _judged(telling: Telling, item: Item) -> Entry:
    """Where one commitment stands, why, and on which sources."""
    say, note = telling.say, item.telling
    number = telling.numbers.get(item.commitment.id)
    what = say("briefing.promise_lead", number=number) if number else item.commitment.summary[say.lang]
    facts = [] if number else [say(f"briefing.one_{item.commitment.ledger}"), say.place(item.commitment.id)]
    if note is None:
        return Entry(lead=what)
    stands = say(f"terms.standing_{item.standing}")
    if item.own:
        own = say(
            "briefing.own_standing", name=telling.body, standing=say(f"terms.standing_{item.own.status}"), date=say.date(item.own.as_of)
        )
        facts += [own, say("briefing.whole_standing", standing=stands)]
    else:
        facts += [say("briefing.standing_on", standing=stands, date=say.date(note.as_of))]
    refs, left = telling.cite(note)
    facts += [say.count("briefing.sources_more", left)] if left else []
    text, lang = telling.reason(note)
    return Entry(
        lead=what,
        text=text,
        text_lang=lang,
        facts=" · ".join(facts),
        place=item.commitment.id,
        path=telling.path(item.commitment.id),
        refs=refs,
    )
