"""The questions a reader of the brief should expect, each with what the records can honestly answer."""

from __future__ import annotations

from collections import Counter

from models.brief.facts import QUESTIONS, Asking, Item, Question
from models.brief.telling.phrases import Telling
from models.brief.telling.tree import Entry, Section
from models.labels import Say
from models.records.places import text_of
from models.records.terms import Ledger, Precision
from models.records.texts import Commitment
from models.register.standing import Standing


def section(telling: Telling) -> Section:
    """The questions to expect, each with its answer."""
    heading = telling.say("briefing.questions" if len(telling.brief.questions) == QUESTIONS else "briefing.questions_few")
    return Section("questions", heading, entries=tuple(_question(telling, each) for each in telling.brief.questions), numbered=True)


def _question(telling: Telling, question: Question) -> Entry:
    say, register, item = telling.say, telling.register, question.item
    if item:
        return _about(telling, question.why, item)
    if question.pledge:
        pledge, later = question.pledge.title[say.lang], text_of(question.later)
        ask = say(f"briefing.q_{question.why}", pledge=pledge, earlier=text_of(question.earlier), later=later)
        if question.why is Asking.DROPPED:
            return Entry(lead=ask, text=say("briefing.a_dropped", earlier=text_of(question.earlier), later=later))
        before, after = telling.firm(register.wording_at(question.earlier)), telling.firm(register.wording_at(question.later))
        answer = say("briefing.a_weakened", before=before, after=after, earlier=text_of(question.earlier), later=later)
        refs = (telling.citations.text(telling.text(question.earlier)), telling.citations.text(telling.text(question.later)))
        return Entry(lead=ask, text=answer, refs=refs)
    return Entry(lead=say(f"briefing.q_{question.why}", name=telling.name), text=_general(telling, question.why))


def _general(telling: Telling, why: Asking) -> str:
    say, brief = telling.say, telling.brief
    if why is Asking.FINISHED:
        return _how_far(telling)
    if why is Asking.VAGUE:
        return say("briefing.a_vague", counts=telling.per_ledger(Standing.NOT_ASSESSABLE, whole=True))
    if why is Asking.FIRM:
        return _how_firm(telling)
    if why is Asking.CALLED:
        return say("briefing.a_called", texts=len(telling.register.declarations), forums=telling.at_least(len(brief.forums)))
    return say("briefing.a_not_on_record", missing=telling.at_least(len(brief.not_on_record)), forums=telling.at_least(len(brief.forums)))


def _how_far(telling: Telling) -> str:
    """Where the words stand of the first ledger that has any that can be judged; that nothing is done is said too."""
    say = telling.say
    tally = next(each for each in telling.brief.tallies if each.assessable)
    counted = [each for each in telling.order if tally.by[each] or each is Standing.DONE]
    counts = [say("briefing.standing_n", standing=say(f"terms.standing_{each}"), n=tally.by[each]) for each in counted]
    return say("briefing.a_finished", of=say.count(f"briefing.n_{tally.ledger}", tally.assessable), counts=say.listed(counts))


def _how_firm(telling: Telling) -> str:
    """How precise the words of the first ledger are that has any."""
    say, items = telling.say, telling.brief.items
    ledger = next(each for each in Ledger if telling.brief.tally(each).n)
    found = Counter(item.commitment.precision for item in items if item.commitment.ledger is ledger)
    counts = [
        say("briefing.precision_n", precision=say(f"terms.precision_{each}"), n=found[each]) for each in reversed(Precision) if found[each]
    ]
    return say("briefing.a_firm", of=say.count(f"briefing.n_{ledger}", telling.brief.tally(ledger).n), counts=say.listed(counts))


def _by(say: Say, commitment: Commitment) -> str:
    """By when, inside a question: the day, or the month or year while the day is not set."""
    known = commitment.due or commitment.due_within
    return say.partial(str(known)) if known else ""


def _about(telling: Telling, why: Asking, item: Item) -> Entry:
    """A question about one commitment, with what the records can honestly answer."""
    say, commitment, note = telling.say, item.commitment, item.note
    summary, due = commitment.summary[say.lang].rstrip("."), _by(say, commitment)
    stands, refs = say(f"terms.standing_{item.standing}"), tuple[int, ...]()
    if why is Asking.CONTRARY and item.against:
        actor = telling.register.body_by_id.get(item.against.actor or "")
        body = actor.name[say.lang] if actor else say("briefing.everybody")
        newest = telling.register.decision_on(commitment.id, telling.brief.on, item.against.actor)
        if newest:
            answer = say("briefing.a_contrary", date=say.date(newest.as_of), standing=say(f"terms.standing_{newest.status}"))
        else:
            answer = say("briefing.a_contrary_withheld")
        reason, lang = telling.reason(item.against)
        answer, (refs, _) = f"{reason} {answer}", telling.cite(item.against)
        ask = say("briefing.q_contrary", body=body, summary=summary, date=say.date(item.against.as_of))
        return Entry(
            lead=ask,
            text=answer,
            text_lang=lang,
            facts=say.place(commitment.id),
            place=commitment.id,
            path=telling.path(commitment.id),
            refs=refs,
        )
    if item.standing is Standing.NO_EVIDENCE and note and note.search:
        answer = say("briefing.a_no_evidence", date=say.date(note.search.on))
    elif why is Asking.COMING:
        answer = say("briefing.a_coming", standing=stands, date=say.date(telling.brief.on))
    elif why is Asking.SELF_REPORTED:
        answer = say("briefing.a_self_reported", standing=stands)
    else:
        answer = say("briefing.a_overdue", standing=stands, date=say.date(telling.brief.on))
    if note and item.standing is not Standing.NO_EVIDENCE:
        refs, _ = telling.cite(note)
    ask = say(f"briefing.q_{why}", summary=summary, due=due)
    return Entry(lead=ask, text=answer, facts=say.place(commitment.id), place=commitment.id, path=telling.path(commitment.id), refs=refs)
