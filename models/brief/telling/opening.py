"""How a brief begins: the sentence that answers its reader's question, and how much the texts hold on it."""

from __future__ import annotations

from models.brief.facts import Kind, Subject
from models.brief.telling.phrases import ALL, ANY, Telling, alike, subject_name
from models.records.terms import Ledger
from models.register.answering import predecessors, successor
from models.register.standing import Standing


def title(telling: Telling) -> str:
    """The finding: how many promises bind, how many are begun, how many done; of how many one city alone shows it, or it is withheld.

    Of several subjects those are named that no commitment on record is on, and the forums whose texts are missing.
    """
    say, brief, finding = telling.say, telling.brief, _finding(telling)
    promises = brief.tally(Ledger.PROMISES)
    if brief.on_one_city:
        finding = _one_city(telling, finding)
    if promises.by[Standing.WITHHELD]:
        finding = say.count("briefing.title_withheld", promises.by[Standing.WITHHELD], finding=finding)
    if brief.unnamed and not brief.all_unnamed:
        finding = say("briefing.title_unnamed", finding=finding, names=_names(telling, brief.unnamed))
    if brief.textless and not brief.without_text:
        finding = say("briefing.title_textless", finding=finding, names=_names(telling, brief.textless))
    return finding


def _one_city(telling: Telling, finding: str) -> str:
    """That one city only has a record of its own on what is told to be begun, which one, and on how much of it."""
    say, cities = telling.say, telling.brief.on_one_city
    city = telling.register.body_by_id[cities[0]].name[say.lang]
    if len(set(cities)) > 1:
        return say("briefing.title_one_city_each", finding=finding, n=len(cities))
    if len(cities) == telling.brief.tally(Ledger.PROMISES).begun:
        return say("briefing.title_one_city", finding=finding, city=city)
    return say.count("briefing.title_one_city_part", len(cities), finding=finding, city=city)


def _names(telling: Telling, subjects: tuple[Subject, ...]) -> str:
    return ANY.join(subject_name(telling.register, subject, telling.say) for subject in subjects)


def _finding(telling: Telling) -> str:
    say, brief, promises = telling.say, telling.brief, telling.brief.tally(Ledger.PROMISES)
    # A city shares its promises with others, so their standing is never told as if it were the city's alone.
    shared = telling.name
    if telling.body:
        _, *others = alike(telling.register, brief.about, say)
        shared = ALL.join([*others, say("briefing.shared_perhaps" if brief.perhaps else "briefing.shared", name=telling.body)])
    if brief.without_text:
        return say.count("briefing.title_no_text", len(brief.textless), name=telling.name)
    if brief.empty and brief.begins:
        return say("briefing.title_begins", name=telling.name, date=say.date(brief.begins))
    if brief.all_unnamed:
        kind = brief.unnamed[0].kind if len(brief.unnamed) == 1 else "several"
        return say(f"briefing.title_unnamed_{kind}", name=telling.name)
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
        return say.count("briefing.lede_no_text", len(brief.textless))
    if brief.empty and brief.begins:
        return say("briefing.lede_begins", date=say.date(brief.begins))
    nominal = len(brief.in_name_only)
    in_name_only = [say.count("briefing.lede_name_only", nominal)] if nominal else []
    return " ".join([*_pledge(telling), _found(telling), *_several(telling), *in_name_only, *_succession(telling)])


def _pledge(telling: Telling) -> list[str]:
    """What the one pledge is that a brief is about, and which declarations speak of it."""
    about, register = telling.brief.about, telling.register
    if about.kinds != (Kind.PLEDGE,) or len(about.subjects) > 1:
        return []
    pledge = register.pledge_by_id[about.subjects[0].id]
    years = telling.say.listed(list(register.recurrence(pledge)))
    return [telling.say("briefing.lede_pledge", object=pledge.object[telling.say.lang], years=years)]


def _several(telling: Telling) -> list[str]:
    """How several subjects are read together."""
    say, about = telling.say, telling.brief.about
    any_ = [say("briefing.lede_any")] if any(len(about.of(kind)) > 1 for kind in about.kinds if kind is not Kind.FORUM) else []
    kinds = zip(about.kinds, alike(telling.register, about, say), strict=True)
    names = "; ".join(say(f"briefing.option_{kind}", name=each) for kind, each in kinds)
    return any_ + ([say("briefing.lede_all", names=names)] if len(about.kinds) > 1 else [])


def _succession(telling: Telling) -> list[str]:
    """Who took over what the body promised, and whose promises it took over itself."""
    say, register = telling.say, telling.register
    if not telling.brief.about.body:
        return []
    body = register.body_by_id[telling.brief.about.body]
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
    if telling.body:
        key = "briefing.lede_perhaps" if brief.perhaps else "briefing.lede_city"
        return say(key, name=telling.body, counts=telling.counts(), texts=len(brief.declarations), all=texts)
    if brief.about.forum:
        adopted = next(each.adopted for each in telling.register.declarations if each.forum == brief.about.forum)
        return say("briefing.lede_forum", counts=telling.counts(), date=say.date(adopted))
    return say("briefing.lede", counts=telling.counts(), texts=len(brief.declarations), all=texts)
