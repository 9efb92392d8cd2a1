"""How a brief begins: the sentence that answers its reader's question, and how much the texts hold on it."""

from __future__ import annotations

from models.brief.facts import Kind
from models.brief.telling.phrases import Telling
from models.records.terms import Ledger
from models.register.answering import predecessors, successor
from models.register.standing import Standing


def title(telling: Telling) -> str:
    """The finding: how many promises bind, how many are begun, how many done, and of how many that is withheld."""
    withheld = telling.brief.tally(Ledger.PROMISES).by[Standing.WITHHELD]
    finding = _finding(telling)
    return telling.say.count("briefing.title_withheld", withheld, finding=finding) if withheld else finding


def _finding(telling: Telling) -> str:
    say, brief, promises = telling.say, telling.brief, telling.brief.tally(Ledger.PROMISES)
    # A city shares its promises with others, so their standing is never told as if it were the city's alone.
    shared = say("briefing.shared_perhaps" if brief.perhaps else "briefing.shared", name=telling.name)
    shared = shared if brief.subject.kind is Kind.CITY else telling.name
    if brief.without_text:
        return say("briefing.title_no_text", name=telling.name)
    if brief.empty and brief.begins:
        return say("briefing.title_begins", name=telling.name, date=say.date(brief.begins))
    if brief.empty:
        return say("briefing.title_empty", name=telling.name)
    if not promises.n:
        return say("briefing.title_no_promise", name=telling.name, counts=telling.counts())
    if not promises.assessable:
        return say.count("briefing.title_unjudged", promises.n, name=shared)
    if promises.by[Standing.NOT_ASSESSED] == promises.assessable:
        return say.count("briefing.title_not_assessed", promises.assessable, name=shared)
    n, begun, done = promises.assessable, promises.begun, promises.by[Standing.DONE]
    if done == n:
        return say.count("briefing.title_done", n, name=shared)
    if not begun:
        return say.count("briefing.title_none_begun", n, name=shared)
    if not done:
        return say.count("briefing.title_none_done", n, name=shared, begun=begun)
    return say("briefing.title_promises", n=n, name=shared, begun=begun, done=done)


def lede(telling: Telling) -> str:
    """How much the texts on record say about the subject."""
    say, brief = telling.say, telling.brief
    if brief.without_text:
        return say("briefing.lede_no_text")
    if brief.empty and brief.begins:
        return say("briefing.lede_begins", date=say.date(brief.begins))
    nominal = len(brief.in_name_only)
    in_name_only = [say.count("briefing.lede_name_only", nominal)] if nominal else []
    return " ".join([_found(telling), *in_name_only, *_succession(telling)])


def _succession(telling: Telling) -> list[str]:
    """Who took over what the body promised, and whose promises it took over itself."""
    say, register = telling.say, telling.register
    if telling.brief.subject.kind is not Kind.CITY:
        return []
    body = register.body_by_id[telling.brief.subject.id]
    after, before = successor(register, body), predecessors(register, body)
    sentences = []
    if after and after.begins:
        sentences.append(say("briefing.lede_succeeded", date=say.date(after.begins), after=after.name[say.lang]))
    if before and body.begins:
        names = say.listed([each.name[say.lang] for each in before])
        sentences.append(say("briefing.lede_succeeds", date=say.date(body.begins), before=names))
    return sentences


def _found(telling: Telling) -> str:
    """What the texts hold on the subject, each ledger for itself."""
    say, brief, texts = telling.say, telling.brief, len(telling.register.declarations)
    if brief.empty:
        return say("briefing.lede_empty", texts=texts, forums=telling.at_least(len(brief.forums)))
    if brief.subject.kind is Kind.CITY:
        key = "briefing.lede_perhaps" if brief.perhaps else "briefing.lede_city"
        return say(key, name=telling.name, counts=telling.counts(), texts=len(brief.declarations), all=texts)
    if brief.subject.kind is Kind.FORUM:
        adopted = next(each.adopted for each in telling.register.declarations if each.forum == int(brief.subject.id))
        return say("briefing.lede_forum", counts=telling.counts(), date=say.date(adopted))
    return say("briefing.lede", counts=telling.counts(), texts=len(brief.declarations), all=texts)
