"""The questions to expect on a brief: what its facts leave open, each about something else."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import product
from typing import Final

from models.brief.facts import QUESTIONS, Asking, Brief, Kind, Question
from models.brief.fitting import fits
from models.records.pledges import Pledge
from models.register.lineage import Change
from models.register.standing import Standing

_NEAREST: Final = 8
"""Among so many of a kind there is one about another commitment, if there is any: three questions are about six places at most."""


def questions(found: Brief) -> tuple[Question, ...]:
    """The first that apply, of each kind one, each about another commitment: a second question about one has the same answer."""
    kinds: list[list[Question]] = []
    chosen: tuple[Question, ...] = ()
    for kind in _kinds(found):
        more = _apart([*kinds, kind[:_NEAREST]]) if len(chosen) < QUESTIONS else None
        if more:
            kinds, chosen = [*kinds, kind[:_NEAREST]], more
    return chosen


def _apart(kinds: list[list[Question]]) -> tuple[Question, ...] | None:
    """One question of each kind, the most pressing of the first kinds, no two about one commitment; None where that cannot be."""
    for each in product(*kinds):
        places = [place for question in each for place in question.places]
        if len(places) == len(set(places)):
            return each
    return None


def _kinds(found: Brief) -> Iterable[list[Question]]:
    """What could be asked, kind by kind, each with the most pressing first."""
    if not found.empty:
        yield from (_contrary(found), _overdue(found), _weakened(found), _coming(found))
        yield from (_no_evidence(found), _dropped(found), _self_reported(found))
        yield [Question(Asking.FINISHED)] if any(tally.assessable for tally in found.tallies) else []
        yield [Question(Asking.FIRM)]
    yield [Question(Asking.NOT_ON_RECORD)] if found.not_on_record else []
    yield [Question(Asking.VAGUE)] if any(tally.by[Standing.NOT_ASSESSABLE] for tally in found.tallies) else []
    yield [Question(Asking.CALLED)] if found.empty and not found.without_text else []


def _contrary(found: Brief) -> list[Question]:
    against = [(item.against.as_of, item) for item in found.items if item.against]
    return [Question(Asking.CONTRARY, item) for _, item in sorted(against, key=lambda pair: pair[0], reverse=True)]


def _overdue(found: Brief) -> list[Question]:
    return [Question(Asking.OVERDUE, item) for item in found.due if item.overdue]


def _coming(found: Brief) -> list[Question]:
    coming = (item for item in found.due if (due := item.commitment.due_by) and due >= found.on and item.standing is not Standing.DONE)
    return [Question(Asking.COMING, item) for item in coming]


def _no_evidence(found: Brief) -> list[Question]:
    return [Question(Asking.NO_EVIDENCE, item) for item in found.items if item.standing is Standing.NO_EVIDENCE]


def _self_reported(found: Brief) -> list[Question]:
    return [Question(Asking.SELF_REPORTED, item) for item in found.items if item.self_reported]


def _followed(found: Brief) -> list[tuple[float, Pledge]]:
    """The pledges that one may ask about, with how much of each is on the subject, the nearest first.

    One passage may stand in several pledges, so its theme or group alone does not make each of them the subject's: more
    than half of the pledge's own mentions have to carry it. What a body or a forum said is asked about whatever its theme.
    """
    pledges = [pledge for agreed in found.agreed for pledge in agreed.pledges]
    if not {Kind.THEME, Kind.GROUP} & set(found.about.kinds):
        return [(1.0, pledge) for pledge in pledges]
    shares = [(_share(found, pledge), pledge) for pledge in pledges]
    return sorted([pair for pair in shares if pair[0] > 0.5], key=lambda pair: -pair[0])


def _share(found: Brief, pledge: Pledge) -> float:
    """Which part of a pledge's mentions is on the brief's subject."""
    places = [mention.at for mention in pledge.mentions if not mention.background]
    return sum(fits(found.register, found.about, pledge, place, _places(found)) for place in places) / len(places)


def _places(found: Brief) -> set[str]:
    return {item.commitment.id for item in (*found.items, *found.in_name_only)}


def _weakened(found: Brief) -> list[Question]:
    """Where pledges of the subject grew weaker, the newest first; of a forum, what its own text made weaker."""
    register, candidates, ids = found.register, [], _places(found)
    for share, pledge in _followed(found):
        later = _text_of(found) or register.recurrence(pledge)[-1]
        mention = register.strongest_mention(pledge, later)
        if mention is None or mention.source is None:
            continue
        near = any(fits(register, found.about, pledge, place, ids) for place in (mention.at, mention.source))
        if near and register.change_at(mention) is Change.WEAKENED:
            drop = register.wording_at(mention.source).force.rank - register.wording_at(mention.at).force.rank
            candidates.append((share, later, drop, Question(Asking.WEAKENED, pledge=pledge, earlier=mention.source, later=mention.at)))
    return [question for *_, question in sorted(candidates, key=lambda each: each[:3], reverse=True)]


def _dropped(found: Brief) -> list[Question]:
    """The pledges that the next text, of the very next forum, does not take up."""
    register, questions = found.register, []
    for _, pledge in _followed(found):
        last = _text_of(found) or register.recurrence(pledge)[-1]
        mention = register.strongest_mention(pledge, last)
        after = next((each for each in register.declarations if each.id > last), None)
        if mention and after and register.consecutive(last, after.id) and after.id not in register.recurrence(pledge):
            questions.append(Question(Asking.DROPPED, pledge=pledge, earlier=mention.at, later=after.id))
    return questions


def _text_of(found: Brief) -> str:
    """The declaration that a brief on one forum is about."""
    forums = found.about.of(Kind.FORUM)
    declaration = found.register.declaration_of(int(forums[0])) if len(forums) == 1 else None
    return declaration.id if declaration else ""
