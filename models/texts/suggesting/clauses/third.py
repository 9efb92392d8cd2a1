"""English sentences that speak of somebody or something else: "should", "must", "need", "will" and who is to act (codebook, 2)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import Protocol

from models.records.terms import Force
from models.texts.suggesting.clauses import rules
from models.texts.suggesting.clauses.clause import Clause, Stands
from models.texts.suggesting.clauses.lexicon import Lexicon
from models.texts.suggesting.clauses.words import Phrases, Word
from models.texts.suggestions import Sure

_MODALS = frozenset(["should", "must", "shall", "will", "can", "may", "could", "might", "cannot", "would"])
_PREPOSITIONS = rules.words("head_ends")


class _Made(Protocol):
    """Makes a clause of the sentence at hand."""

    def __call__(
        self, force: Force, rule: str, sure: Sure, verb: tuple[int, int], deed: int, asked: tuple[int, int] | None = None
    ) -> tuple[Clause, int | None]: ...


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(rules.lists("en")[name])


@cache
def _phrases(name: str) -> Phrases[str]:
    return Phrases.of((phrase, phrase) for phrase in rules.lists("en")[name])


def clauses(text: str, found: Sequence[Word], lo: int, hi: int, stands: Stands, lexicon: Lexicon) -> list[Clause]:
    """The clauses of a sentence none of whose verbs has the speakers as its subject."""
    parted: list[Clause] = []
    start = lo
    while start < hi:
        clause, modal = _clause(text, found, start, hi, stands, lexicon)
        joint = _joint(found, modal, hi) if modal is not None else None
        if joint is None:
            parted.append(clause)
            break
        cut, _ = _clause(text, found, start, joint, stands, lexicon)
        parted.append(cut)
        start = joint + 1
        while start < hi and found[start].low in (",", "and", "but", ";"):
            start += 1
    return parted


def _joint(found: Sequence[Word], modal: int, hi: int) -> int | None:
    """Where a second clause with a subject and a "should" of its own is joined."""
    for at in range(modal + 2, hi):
        joins = found[at].low == ";" or (found[at].low == "," and at + 1 < hi and found[at + 1].low in ("and", "but"))
        if not joins or found[at].apart:
            continue
        behind = range(at + 2, min(hi, at + 14))
        if any(found[k].low in ("should", "must", "shall") and found[k - 1].low not in ("and", "that", "which", "who") for k in behind):
            return at
    return None


def _clause(text: str, found: Sequence[Word], lo: int, hi: int, stands: Stands, lexicon: Lexicon) -> tuple[Clause, int | None]:
    subject_from = _subject(found, lo, hi, lexicon)
    first = subject_from if lexicon.premises.at(found, lo, hi) else lo

    def said(a: int, b: int) -> str:
        return text[found[a].start : found[b - 1].end] if b > a else ""

    def made(
        force: Force, rule: str, sure: Sure, verb: tuple[int, int], deed: int, asked: tuple[int, int] | None = None
    ) -> tuple[Clause, int | None]:
        words = {"verb": said(*verb)} | ({"who": said(*asked)} if asked else {}) | ({"what": said(subject_from, verb[0])})
        subject = (subject_from, verb[0])
        return Clause(first, hi, verb, force, sure, rule, deed, words, subject, asked, bound=True), verb[0]

    if spoken := _speakers(found, subject_from, hi, stands, lexicon):
        if head := lexicon.behind_own(found, spoken, hi, stands, False):
            force = head.force
            if force in (Force.ASKS, Force.HOPES) and stands is Stands.ARTICLE:
                force = Force.UNDERTAKES
            act = lexicon.listed.at(found, head.verb[0], hi)
            if stands is Stands.ARTICLE and act and act[1].verb in _words("acts_in_articles") and found[head.verb[1]].low != "that":
                force, head = Force.UNDERTAKES, replace(head, rule="listed")
            rule = "speakers" if force is Force.UNDERTAKES else head.rule
            words = {"verb": said(*head.verb), "who": said(subject_from, spoken)}
            deed = head.verb[0] if head.rule in ("listed", "stance") else head.deed
            return Clause(lo, hi, head.verb, force, Sure.LIKELY, rule, deed, words, bound=head.bound or rule == "speakers"), None
        if stands.binds and not found[spoken].is_sign and found[spoken].low not in _MODALS:
            words = {"verb": said(spoken, spoken + 1), "who": said(subject_from, spoken)}
            return Clause(lo, hi, (spoken, spoken + 1), Force.UNDERTAKES, Sure.GUESS, "speakers", spoken, words, bound=True), None
    under = found[lo].low in lexicon.subordinating and not _opens_freely(found, lo, hi)
    for at in range(lo if under else subject_from, hi):
        word = found[at]
        if word.apart:
            continue
        if word.low in lexicon.subordinating and not (at == lo or _phrases("reservations").at(found, at, hi)):
            under = True
        elif word.low in ",;":
            under = False
        if found[at].low == "the" or found[at].low in ("there", "it", "need", "needs"):
            hit = _phrases("needs").at(found, at, hi)
            if hit and not under and not (word.low in ("need", "needs") and found[at - 1].low in ("the", "a", "urgent")):
                deed = at + hit[0]
                verb = next((k for k in range(at, deed) if found[k].low.startswith(("need", "necessary", "required"))), at)
                return made(Force.HOPES, "nobody-named", Sure.SURE, (verb, verb + 1), deed)
        if needed := _phrases("needed").at(found, at, hi):
            if not under:
                return made(Force.HOPES, "nobody-named", Sure.SURE, (at + needed[0] - 1, at + needed[0]), at + needed[0])
            under = False
        if word.low in ("is", "are", "be"):
            if to_be := _phrases("to_be").at(found, at, hi):
                if under:
                    under = False
                elif stands.binds:
                    return made(Force.UNDERTAKES, "listed", Sure.LIKELY, (at, at + to_be[0]), at + to_be[0])
                else:
                    return made(Force.HOPES, "nobody-named", Sure.GUESS, (at, at + to_be[0]), at + to_be[0])
            asked_at = lexicon.past_adverbs(found, at + 1, hi)
            listed = lexicon.listed.at(found, asked_at, hi) if asked_at < hi and found[asked_at].low in _words("passives") else None
            if listed and listed[1].form == "ed" and listed[1].force not in (*_BELOW, Force.UNDERTAKES) and not under:
                end = asked_at + listed[0]
                to = next((k for k in range(end, min(hi, end + 3)) if found[k].low == "to"), None)
                if to is not None:
                    return made(listed[1].force, "passive", Sure.SURE, (asked_at, end), to + 1, (subject_from, at))
                if end < hi and found[end].low == "that" and (behind := _verb_behind(found, end + 2, hi, lexicon)):
                    return made(listed[1].force, "passive", Sure.SURE, (asked_at, end), behind, (end + 1, behind))
        if (hit_told := _phrases("tells").at(found, at, hi)) and not under:
            return _with_rule(made(Force.RECORDS, "narrates", Sure.LIKELY, (at, at + hit_told[0]), at + hit_told[0]))
        someone_needs = word.low in ("need", "needs") and not under and at > subject_from and found[at - 1].low in _words("actors")
        if someone_needs and at + 1 < hi and not found[at + 1].is_sign and found[at + 1].low not in ("of", "for", "to"):
            return made(Force.HOPES, "nobody-named", Sure.LIKELY, (at, at + 1), at + 1)
        if word.low in _MODALS:
            if under:
                under = False
                continue
            return _modal(found, at, hi, subject_from, stands, made)
    for at in range(lo, hi):
        if (
            (hit := _phrases("tells").at(found, at, hi))
            and not found[at].apart
            and found[at - 1 if at > lo else at].low not in lexicon.subordinating
        ):
            return _with_rule(made(Force.RECORDS, "narrates", Sure.LIKELY, (at, at + hit[0]), at + hit[0]))
    spoke = next((at for at in range(lo, hi) if (known := lexicon.listed.at(found, at, hi)) and known[1].form in ("s", "ed", "base")), None)
    if spoke is not None and not found[spoke].apart:
        return made(Force.STATES, "tells", Sure.LIKELY, (spoke, spoke + 1), spoke + 1)[0], None
    has_verb = any(found[k].low in _words("being") or found[k].low in ("has", "have") or found[k].low.endswith("s") for k in range(lo, hi))
    force = Force.STATES if has_verb and found[hi - 1].low != ":" else Force.RECORDS
    return Clause(lo, hi, (lo, lo), force, Sure.GUESS, "no-verb", hi), None


def _verb_behind(found: Sequence[Word], at: int, hi: int, lexicon: Lexicon) -> int | None:
    """The verb of a clause behind "it is recommended that", past "should"."""
    for verb in range(at, min(hi, at + 12)):
        hit = lexicon.deeds.at(found, verb, hi)
        if hit and hit[1] == "base" and not found[verb].apart:
            return verb
    return None


def _opens_freely(found: Sequence[Word], lo: int, hi: int) -> bool:
    """Whether the word that opens the sentence hangs nothing on another: "What is amiss is …", "Where necessary a …"."""
    return found[lo].low == "what" or _phrases("reservations").at(found, lo, hi) is not None


def _with_rule(found: tuple[Clause, int | None]) -> tuple[Clause, int | None]:
    return found[0], None


_BELOW = (Force.RECORDS, Force.STATES)


def _modal(found: Sequence[Word], at: int, hi: int, subject: int, stands: Stands, made: _Made) -> tuple[Clause, int | None]:
    low, behind = found[at].low, at + 1
    verb = (at, behind)
    if low in ("can", "may", "could", "might", "cannot", "would"):
        return made(Force.STATES, "may", Sure.SURE, verb, behind)
    if _phrases("defines").first(found, behind, min(hi, behind + 3)):
        return made(Force.RECORDS, "defines", Sure.SURE, verb, behind)
    if low in ("will", "shall") and stands.binds:
        return made(Force.UNDERTAKES, "listed", Sure.LIKELY, verb, behind)
    if low == "will":
        return made(Force.STATES, "foretells", Sure.LIKELY, verb, behind)
    passive = (
        behind + 1 < hi and found[behind].low == "be" and (found[behind + 1].low.endswith("ed") or found[behind + 1].low in _words("past"))
    )
    for by in range(behind, min(hi, behind + 30)):
        if found[by].low in ("by", "for") and (found[by].low == "for" or passive):
            if (by + 1 < hi and found[by + 1].low in ("us", "ourselves")) or (
                by + 3 < hi and [w.low for w in found[by + 1 : by + 4]] == ["all", "of", "us"]
            ):
                return made(Force.UNDERTAKES, "we-bind", Sure.LIKELY, verb, behind)
            if found[by].low == "by" and (end := _actor(found, by + 1, hi)):
                force = Force.ASKS if low == "should" else Force.URGES
                return made(force, "actor-behind", Sure.LIKELY, verb, behind, (by + 1, end))
    benefits = _phrases("benefits").at(found, behind, hi)
    if not passive and not benefits and _actor(found, subject, at):
        force = Force.ASKS if low == "should" else Force.URGES
        return made(force, "actor", Sure.LIKELY, verb, behind, (subject, at))
    if any(word.low in _words("networks") for word in found[subject : _head_end(found, subject, at)]):
        return made(Force.HOPES, "network", Sure.LIKELY, verb, behind)
    return made(Force.HOPES, "nobody-named", Sure.SURE, verb, behind)


def _head_end(found: Sequence[Word], lo: int, hi: int) -> int:
    return next((k for k in range(lo + 1, hi) if found[k].low in _PREPOSITIONS), hi)


def _actor(found: Sequence[Word], lo: int, hi: int) -> int | None:
    """Where the name of somebody who can act ends that begins here; None where it names nobody of the kind."""
    end = _head_end(found, lo, hi)
    if end <= lo or (found[lo].low in ("all", "the", "each", "every") and end <= lo + 1 and end < hi and found[end].low != "of"):
        return None
    if found[lo].low == "each" and end < hi and found[end].low == "of":
        end = _head_end(found, end + 1, hi)
    head = found[end - 1].low
    several = any(word.low in _words("actors") for word in found[lo:end])
    networks = head in _words("networks")
    return end if not networks and (head in _words("actors") or (several and any(w.low == "and" for w in found[lo:end]))) else None


def _subject(found: Sequence[Word], lo: int, hi: int, lexicon: Lexicon) -> int:
    """Where the subject of the main clause begins: behind connecting words and behind a clause or phrase that leads in."""
    at = lo
    while at < hi and (found[at].low in lexicon.connecting or found[at].low in ",;and"):
        at += 1
    if at < hi and (reserved := _phrases("reservations").at(found, at, hi)):
        return at + reserved[0] + (at + reserved[0] < hi and found[at + reserved[0]].low == ",")
    leads = at < hi and (
        found[at].low in lexicon.subordinating or found[at].low in lexicon.prepositions or lexicon.premises.at(found, at, hi)
    )
    if leads:
        comma = next((k for k in range(at, hi) if found[k].low == "," and not found[k].apart), None)
        if comma is not None and comma + 1 < hi:
            return comma + 1
    return at


def _behind_names(found: Sequence[Word], at: int, hi: int, lexicon: Lexicon) -> int | None:
    """The verb behind "the hosts, organizers and participants of …"; None where the subject is not made of such names."""
    start = at
    while at < hi and (found[at].low in _words("speaking") or (at > start and found[at].low in (",", "and"))):
        at += 1
    if at == start or at >= hi or not (found[at].low in ("of", "to", "in", "at") or at > start + 1):
        return None
    for verb in range(at, min(hi, at + 40)):
        if found[verb].low in lexicon.subordinating or found[verb].low == ";":
            return None
        hit = lexicon.listed.at(found, verb, hi)
        if found[verb].low in _MODALS or (hit and hit[1].form == "base" and (hit[1].force is not Force.STATES or verb == at)):
            return verb
    return None


def _speakers(found: Sequence[Word], at: int, hi: int, stands: Stands, lexicon: Lexicon) -> int | None:
    """The place behind the name that those who sign give themselves; None where they are not the subject."""
    if at + 2 >= hi or found[at].low not in ("the", "each", "all", "our", "this", "every"):
        return None
    second = found[at + 1]
    if (verb := _behind_names(found, at + 1, hi, lexicon)) is not None:
        return verb
    if second.low in _words("assembled") and found[at].low in ("the", "this", "our"):
        return at + 2
    if second.low in _words("speakers"):
        return at + 3 if at + 3 < hi else None
    if stands.binds and second.low in _words("ones_own") and found[at].low in ("the", "our", "this"):
        return at + 2
    if stands.binds and second.low in ("signatories", "cities", "towns", "municipalities") and found[at].low in ("the", "our"):
        return at + 2
    return None
