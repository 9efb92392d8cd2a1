"""Who is asked, who takes part: the bodies of the vocabulary, found by their names, short forms and usual wordings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from models.records.terms import Force
from models.records.vocabulary import Body
from models.register.register import Register
from models.texts.suggesting.clauses import rules
from models.texts.suggesting.clauses.clause import Clause, Lead
from models.texts.suggesting.clauses.lexicon import lexicon
from models.texts.suggesting.clauses.splitting import Piece
from models.texts.suggesting.clauses.words import Phrases, Word, words

_SPEAKERS = "participants"
_FARTHEST = 60
"""So many words behind the verb an addressee is looked for."""
_BETWEEN = rules.words("addressee_ends")
_ALL_IN_ONE = {
    "central and local governments": ("central-governments", "cities"),
    "national and local governments": ("central-governments", "cities"),
}


def names(body: Body, lang: str) -> list[str]:
    """The name of a body, without its short form, and the short form alone."""
    name = body.name[lang]
    bare = re.sub(r"\s*\([^()]*\)", "", name)
    short = [each for each in re.findall(r"\(([^()]*)\)", name) if each.strip()]
    return [each for each in (name, bare, *short) if each.strip()]


@lru_cache(maxsize=8)
def _bodies(bodies: tuple[tuple[str, tuple[str, ...]], ...]) -> Phrases[tuple[str, ...]]:
    known = {body for body, _ in bodies}
    said: list[tuple[str, tuple[str, ...]]] = [(phrase, ids) for phrase, ids in _ALL_IN_ONE.items() if set(ids) <= known]
    said += [(wording.casefold(), (body,)) for wording, body in rules.addressees("en") if body in known]
    said += [(name.casefold(), (body,)) for body, named in bodies for name in named if words(name)]
    return Phrases.of(said)


def known(register: Register) -> Phrases[tuple[str, ...]]:
    """The wordings of all bodies of the vocabulary."""
    return _bodies(tuple((body.id, tuple(names(body, "en"))) for body in register.bodies if body.id != _SPEAKERS))


def bodies(found: Sequence[Word], first: int, last: int, register: Register) -> tuple[str, ...]:
    """The bodies that are named in a stretch, in order."""
    phrases, named, at = known(register), [], first
    while at < last:
        hit = phrases.at(found, at, last)
        named += list(hit[1]) if hit else []
        at += hit[0] if hit else 1
    return tuple(dict.fromkeys(named))


def speakers(register: Register) -> tuple[str, ...]:
    """Who speaks in a declaration, as the vocabulary has them."""
    return (_SPEAKERS,) if any(body.id == _SPEAKERS for body in register.bodies) else ()


@cache
def _speaking(lang: str) -> tuple[tuple[str, str], ...]:
    return tuple((wording, body) for wording, body in rules.addressees(lang, "speakers"))


def speaking(found: Sequence[Word], first: int, last: int, register: Register, lead: Lead | None = None) -> tuple[str, ...]:
    """Who binds themselves, asks or hopes: the hosts, organizers or participants that are named before the verb, else those of the line above."""
    words = {word.low for word in found[first:last] if not word.apart}
    named = tuple(dict.fromkeys(body for wording, body in _speaking("en") if wording in words))
    return _known(named, register, lead)


def speaking_korean(words: str, register: Register, lead: Lead | None = None) -> tuple[str, ...]:
    """The same in Korean words."""
    return _known(tuple(dict.fromkeys(body for wording, body in _speaking("ko") if wording in words)), register, lead)


def _known(named: tuple[str, ...], register: Register, lead: Lead | None) -> tuple[str, ...]:
    known = {body.id for body in register.bodies}
    return tuple(body for body in named if body in known) or (lead.by if lead else ()) or speakers(register)


def asked(found: Sequence[Word], clause: Clause, piece: Piece, register: Register) -> tuple[int, int] | None:
    """Who is asked or expected to act, from which word to which; None where nobody is named."""
    if clause.asked is not None:
        return clause.asked
    if clause.subject is not None or clause.force not in (Force.ASKS, Force.URGES, Force.HOPES):
        return None
    at, last = clause.deed, min(piece.last, clause.deed + _FARTHEST)
    start = at
    while start < last and found[start].low in ("on", "upon", "to", "that", "for"):
        start += 1
    end = next((k for k in range(start, last) if found[k].low in _BETWEEN and not found[k].apart), last)
    if at < last and found[at].low == "that":
        end = min(
            end, next((k for k in range(start + 1, end) if (hit := lexicon().deeds.at(found, k, end)) and hit[1] in ("base", "s")), end)
        )
    if clause.force is Force.HOPES and not (end < last and found[end].low == "to"):
        return None
    infinitive = end < last and found[end].low in ("to", "should")
    if at < last and (infinitive or found[at].low == "that") and bodies(found, start, end, register):
        return start, end
    if infinitive and found[start].low not in ("more", "a", "an", "this", "these") and clause.force is not Force.HOPES:
        return start, end
    for by in range(at, last):
        low = found[by].low
        near = low in ("by", "among", "from") or (low == "of" and by <= at + 4 and known(register).at(found, by + 1, last))
        if near and not found[by].apart:
            stop = next((k for k in range(by + 1, last) if found[k].low in _BETWEEN or found[k].low in ("after", ",")), last)
            if bodies(found, by + 1, stop, register):
                return by + 1, stop
    return None


def partners(found: Sequence[Word], piece: Piece, register: Register) -> tuple[str, ...]:
    """Bodies that are named with "with"."""
    named: list[str] = []
    for at in range(piece.deed, piece.last):
        if found[at].low == "with" and not found[at].apart:
            stop = next(
                (k for k in range(at + 1, piece.last) if found[k].low in ("to", "at", "through", ";", "in") and not found[k].apart),
                piece.last,
            )
            named += bodies(found, at + 1, stop, register)
    return tuple(dict.fromkeys(named))
