"""One clause, parted into the commitments in it: split verbs, list nouns (codebook, 1)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from models.texts.suggesting.clauses import rules
from models.texts.suggesting.clauses.clause import Clause
from models.texts.suggesting.clauses.lexicon import Lexicon
from models.texts.suggesting.clauses.words import Phrases, Word

_SHARED = rules.words("determining")
_NOUNS_TOO = rules.words("nouns_too")
_NO_OBJECT = rules.words("no_object")


@dataclass(frozen=True, slots=True)
class Piece:
    """One commitment: its words, the verb that makes it one, and whether an event of the piece before it is its own too."""

    first: int
    last: int
    verb: tuple[int, int]
    deed: int
    rule: str | None
    at_the_meeting: bool = False


@cache
def _phrases(name: str) -> Phrases[str]:
    said = []
    for phrase in rules.lists("en")[name]:
        said += [(each, phrase) for form in rules.bent(phrase).values() for each in sorted(form)]
    return Phrases.of(said)


@cache
def _narrowing() -> Phrases[str]:
    lists = rules.lists("en")
    return Phrases.of((phrase, phrase) for phrase in (*lists["narrowing"], *lists["purposes"]))


def pieces(found: Sequence[Word], clause: Clause, lexicon: Lexicon) -> list[Piece]:
    """The commitments of a clause, in order."""
    verb = acting(found, clause, lexicon)
    whole = Piece(clause.first, clause.last, clause.verb, clause.deed, None)
    if verb is None:
        return [whole]
    start, end = verb
    if _phrases("meeting").at(found, start, clause.last):
        return _things_to_do(found, whole, end, lexicon)
    if (attached := _phrases("attached").at(found, start, clause.last)) and (
        inner := _infinitive(found, start + attached[0], clause.last, lexicon)
    ):
        start, end = inner[1], inner[2]
    return _split(found, whole, start, end, lexicon)


def acting(found: Sequence[Word], clause: Clause, lexicon: Lexicon) -> tuple[int, int] | None:
    """The first verb of what is to be done, from where to where; None where none is known."""
    if (clause.rule == "listed" and clause.subject is None) or clause.rule in ("while", "led"):
        return clause.verb if clause.verb[1] > clause.verb[0] else None
    at = lexicon.past_adverbs(found, clause.deed, clause.last)
    if at < clause.last and found[at].low == "not":
        at = lexicon.past_adverbs(found, at + 1, clause.last)
    if at < clause.last and found[at].low == "to":
        at = lexicon.past_adverbs(found, at + 1, clause.last)
    if at < clause.last and found[at].low == "be":
        at = lexicon.past_adverbs(found, at + 1, clause.last)
    if at < clause.last and not found[at].apart and (hit := lexicon.deeds.at(found, at, clause.last)):
        return at, at + hit[0]
    if clause.rule == "goes-on":
        return clause.verb
    inner = _infinitive(found, at, clause.last, lexicon) if not clause.subject else None
    return (inner[1], inner[2]) if inner else None


def _infinitive(found: Sequence[Word], at: int, last: int, lexicon: Lexicon) -> tuple[int, int, int] | None:
    """The first "to …" from here on: where "to" stands, and its verb."""
    for to in range(at, last - 1):
        if found[to].low == "to" and not found[to].apart:
            verb = lexicon.past_adverbs(found, to + 1, last)
            if verb < last and found[verb].low == "be":
                verb = lexicon.past_adverbs(found, verb + 1, last)
            if verb < last and (hit := lexicon.deeds.at(found, verb, last)):
                return to, verb, verb + hit[0]
    return None


def _things_to_do(found: Sequence[Word], whole: Piece, end: int, lexicon: Lexicon) -> list[Piece]:
    """ "Reconvene in 2018 to review … and discuss …": the meeting, and each thing to be done there."""
    occasions = _phrases("occasions")
    for to in range(end, whole.last - 1):
        if found[to].low != "to" or found[to].apart or found[to - 1].low == ",":
            continue
        verb = lexicon.past_adverbs(found, to + 1, whole.last)
        hit = lexicon.deeds.at(found, verb, whole.last) if verb < whole.last else None
        if hit and hit[1] == "base" and not occasions.at(found, verb, whole.last) and found[verb].low != "be":
            meeting = Piece(whole.first, to, whole.verb, whole.deed, None)
            first = Piece(to, whole.last, (verb, verb + hit[0]), verb, "meeting", True)
            return [meeting, *_split(found, first, verb, verb + hit[0], lexicon, meeting=True)]
    return [whole]


def _split(found: Sequence[Word], piece: Piece, start: int, end: int, lexicon: Lexicon, meeting: bool = False) -> list[Piece]:
    """A second action verb with an object of its own starts a commitment of its own; where that is doubtful, it does not."""
    parted: list[Piece] = []
    while True:
        cut, following = _cut(found, piece, start, end, lexicon, meeting)
        parted += cut[:-1]
        piece = cut[-1]
        if following is None:
            return [*parted, piece]
        start, end = following


def _cut(
    found: Sequence[Word], piece: Piece, start: int, end: int, lexicon: Lexicon, meeting: bool
) -> tuple[list[Piece], tuple[int, int] | None]:
    """A piece up to the next verb with an object of its own, the pieces from there on, and the verb of the last of them."""
    form = "ing" if found[start].low.endswith("ing") and found[start].low != "bring" else "base"
    objects = 0
    commas: list[tuple[int, tuple[int, int, int]]] = []
    until, narrowed, listing = end, False, False
    for at in range(end, piece.last):
        word = found[at]
        if word.apart:
            objects += 1
            continue
        if at < until:
            continue
        if word.low == ";" and not listing:
            narrowed, objects = False, max(objects, 1)
        listing = listing or word.low in ("including", "such")
        if narrowed and word.low == "and" and any(found[second[0]].low == "to" for _, second in commas) and found[at + 1 : at + 2]:
            narrowed = found[at + 1].low != "to"
        if narrowed:
            continue
        if _narrows(found, at, piece.last):
            narrowed = True
            continue
        if word.low == "to" and found[at - 1].low not in ("and", ","):
            verb = lexicon.past_adverbs(found, at + 1, piece.last)
            if verb < piece.last and lexicon.deeds.at(found, verb, piece.last):
                narrowed = True
                continue
        if word.low in ("and", ",", "or") and not objects and (shared := _same_object(found, at, piece.last, form, lexicon)):
            until = shared
            continue
        if word.low in ("and", ",", ";", "but") and objects and (second := _second(found, at, piece.last, form, lexicon)) is not None:
            if word.low == ",":
                commas.append((at, second))
                continue
            joints = [*commas, (at, second)]
            cut = [piece]
            for joint, (first, verb, after) in joints:
                last = cut.pop()
                cut.append(replace(last, last=joint))
                rule = "meeting" if meeting else "second-verb"
                cut.append(Piece(first, piece.last, (verb, after), verb, rule, meeting or piece.at_the_meeting))
            return cut, (second[1], second[2])
        if not word.is_sign and word.low not in lexicon.joining:
            objects += 1
    return [piece], None


def _same_object(found: Sequence[Word], joint: int, last: int, form: str, lexicon: Lexicon) -> int | None:
    """Where a further verb ends that has its object together with the one before: "draft, adopt and carry out a plan"."""
    verb = lexicon.past_adverbs(found, joint + 1, last)
    hit = lexicon.deeds.at(found, verb, last) if verb < last else None
    return verb + hit[0] if hit and hit[1] == form and not found[verb].apart else None


def _narrows(found: Sequence[Word], at: int, last: int) -> bool:
    """Whether a clause of its own opens here, in which a further verb may belong to something else."""
    if found[at].low == "by" and at + 1 < last and not found[at + 1].low.endswith("ing"):
        return False
    return _narrowing().at(found, at, last) is not None


def _second(found: Sequence[Word], joint: int, last: int, form: str, lexicon: Lexicon) -> tuple[int, int, int] | None:
    """Where the second commitment begins behind an "and", and its verb."""
    first = joint + 1
    if found[joint].low == "," and first < last and found[first].low in ("and", "or", "while", "but"):
        return None  # looked at from there
    if found[joint].low == "but":
        if first >= last or found[first].low != "also":
            return None
        first += 1
    if found[joint].low == ";" and first < last and found[first].low in ("and", "or"):
        first += 1
    is_to = first < last and found[first].low == "to"
    verb = lexicon.past_adverbs(found, first + is_to, last)
    hit = lexicon.deeds.at(found, verb, last) if verb < last else None
    if hit is None or found[verb].apart or hit[1] != ("base" if is_to else form) or (hit[0] == 2 and found[verb + 1].low == "of"):
        return None
    after = verb + hit[0]
    following = found[after].low if after < last else "."
    if is_to:
        return first, verb, after
    if following in _NO_OBJECT or (hit[0] == 1 and found[verb].low in _NOUNS_TOO and following not in _SHARED):
        return None
    return first, verb, after
