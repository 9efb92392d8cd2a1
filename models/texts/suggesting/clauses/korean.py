"""Korean sentences, parted into clauses by the verbs that end or join them (codebook, 2).

A Korean verb stands behind all that it governs: "…을 환영하며, 정부에 …을 촉구한다" is two clauses. A clause ends behind its verb.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from models.records.terms import Force
from models.texts.suggesting.clauses import rules
from models.texts.suggesting.clauses.clause import Lead, Stands
from models.texts.suggestions import Sure

_WORD = re.compile(r"\S+")
_SENTENCE = re.compile(r"(?:(?<=[다요까오함])[.!?]|[;\n])(?=\s|$|[”’\"')])")
_TAIL = ".,;:!?”’\"')]」』 \n\t"
_STEM = 14


@dataclass(frozen=True, slots=True)
class KoreanClause:
    """A clause; all numbers count characters of the provision."""

    start: int
    end: int
    verb: tuple[int, int]
    force: Force
    sure: Sure
    rule: str
    who: str = ""
    """Who is to act, where the sentence names them."""
    split: bool = False
    """It is a second deed under one governing verb."""


def clauses(text: str, stands: Stands, lead: Lead | None = None) -> list[KoreanClause]:
    """The clauses of a Korean provision in order; `lead` is the line under which it stands."""
    found: list[KoreanClause] = []
    for start, end in sentences(text):
        found += _sentence(text, start, end, stands, lead)
    return found


def _under_the_line(text: str, lo: int, clause: KoreanClause, lead: Lead | None) -> KoreanClause:
    """A clause without a subject of its own that wants nothing by its own verb, or only acts, under the verb of the line above."""
    if lead is None or clause.rule == "past" or any(text.startswith(each, lo) for each in rules.lists("ko")["own"]):
        return clause
    acts = clause.rule in ("listed", "stance", "no-verb") or (clause.force is Force.UNDERTAKES and lead.force is not Force.UNDERTAKES)
    if not acts and clause.force not in (Force.RECORDS, Force.STATES):
        return clause
    return replace(clause, force=lead.force, sure=lead.sure, rule="led")


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """The sentences of a Korean text, each without the blanks around it."""
    start = 0
    for match in _SENTENCE.finditer(text):
        yield from _stripped(text, start, match.end())
        start = match.end()
    yield from _stripped(text, start, len(text))


def _stripped(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and (text[start].isspace() or text[start] in "”’"):
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if end > start:
        yield start, end


@cache
def _verbs() -> dict[str, tuple[Force, str]]:
    """Every form that ends or joins a clause, without blanks, with its force and rule."""
    lists = rules.lists("ko")
    forms: dict[str, tuple[Force, str]] = {}
    for group, more in zip(rules.verbs("ko"), rules.more_forms("ko"), strict=True):
        for verb in group.verbs:
            bent = [f"{verb}{each}" for each in (*lists["final"], *lists["joining"])] if verb not in ("기로", "도록") else []
            for form in bent:
                forms.setdefault(form.replace(" ", ""), (group.force, group.id))
        for form in more:
            forms.setdefault(form.replace(" ", ""), (group.force, group.id))
    return forms


def _sentence(text: str, lo: int, hi: int, stands: Stands, lead: Lead | None) -> Iterator[KoreanClause]:
    words = [(match[0].rstrip(_TAIL), match.start(), match.end()) for match in _WORD.finditer(text, lo, hi)]
    start, at = lo, 0
    said = False
    while at < len(words):
        last = at == len(words) - 1
        hit = _governing(text, words, at, start, stands, last)
        if hit is not None:
            end = hi if last else words[at][1] + len(words[at][0])
            clause = replace(hit, start=start, end=end)
            yield from _parted(text, _under_the_line(text, lo, clause, lead))
            said, start = True, words[at + 1][1] if not last else hi
        at += 1
    if start < hi and not said:
        force = Force.STATES if words and words[-1][0].endswith("다") else Force.RECORDS
        nothing = KoreanClause(lo, hi, (lo, lo), force, Sure.GUESS, "no-verb")
        yield from _parted(text, _under_the_line(text, lo, nothing, lead))


def _governing(text: str, words: list[tuple[str, int, int]], at: int, start: int, stands: Stands, last: bool) -> KoreanClause | None:
    word, first, _ = words[at]
    before = words[at - 1][0] if at else ""
    both = before + word
    lists = rules.lists("ko")
    until = first + len(word)

    def made(force: Force, rule: str, sure: Sure, begins: int = first, who: str = "") -> KoreanClause:
        return KoreanClause(start, until, (begins, until), force, sure, rule, who)

    if not word:
        return None
    own = next((each for each in lists["own"] if text.startswith(each, start) or f" {each} " in text[start:first]), "")
    behind = words[at - 1][1] if at else first
    if any(both.endswith(each.replace(" ", "")) for each in lists["needed"]):
        return made(Force.HOPES, "nobody-named", Sure.SURE)
    three = f"{words[at - 2][0] if at > 1 else ''} {before} {word}"
    if any(three.endswith(each) for each in lists["must"]):
        who = _actor(text, start, behind)
        if own:
            return made(Force.UNDERTAKES, "we-bind", Sure.SURE, behind)
        if stands is Stands.ARTICLE:
            return made(Force.UNDERTAKES, "listed", Sure.LIKELY, behind)
        if who:
            pressing = any(each in text[start:first] for each in lists["pressing"])
            return made(Force.URGES if pressing else Force.ASKS, "actor", Sure.LIKELY, behind, who)
        return made(Force.HOPES, "nobody-named", Sure.SURE, behind)
    if before.endswith("기로") and word.startswith(("하", "한", "합", "함", "했", "결", "다", "약")):
        return made(Force.UNDERTAKES, "binds", Sure.SURE, behind) if word.endswith(("다", "고", "며", "함")) else None
    for size in range(min(len(both), _STEM), 1, -1):
        hit = _verbs().get(both[-size:])
        if hit and (size >= len(word) or both[-size:] == word[-size:]):
            if word.endswith(("하는", "한다는")) and not (at + 1 < len(words) and words[at + 1][0].startswith("바")):
                return None
            return made(hit[0], hit[1], Sure.SURE, first if size <= len(word) else behind)
    if any(word.endswith(each) for each in lists["let_us"]) and last:
        return made(Force.UNDERTAKES, "we-bind", Sure.LIKELY)
    if any(word.endswith(each) for each in lists["will"][:4]) or (any(word == each for each in lists["will"][4:]) and own):
        return made(Force.UNDERTAKES, "we-bind", Sure.SURE if own else Sure.LIKELY)
    if not last:
        return None
    if word.endswith(("였다", "었다", "했다", "았다", "습니다")) and word.endswith(
        ("었다", "였다", "했다", "았다", "었습니다", "였습니다", "했습니다")
    ):
        return made(Force.RECORDS, "past", Sure.LIKELY)
    if stands.binds and word.endswith(("한다", "합니다", "함", "간다", "는다", "린다", "룬다", "운다", "든다")):
        return made(Force.UNDERTAKES, "listed", Sure.LIKELY)
    if word.endswith("다"):
        return made(Force.STATES, "stance", Sure.GUESS)
    return None


def _actor(text: str, start: int, end: int) -> str:
    """Whoever is to act: a word for somebody who can, with the particle of a subject."""
    for match in _WORD.finditer(text, start, end):
        word = match[0]
        for particle in ("은", "는", "이", "가"):
            if word.endswith(particle) and any(
                word[: -len(particle)].removesuffix("들").endswith(each) for each in rules.lists("ko")["actors"]
            ):
                return word[: -len(particle)]
    return ""


def _parted(text: str, clause: KoreanClause) -> Iterator[KoreanClause]:
    """A clause of two deeds, each with an object of its own, is two commitments: "조례를 제정하고 기구를 설치하기로 한다"."""
    if clause.force in (Force.RECORDS, Force.STATES):
        yield clause
        return
    start = clause.start
    for match in _WORD.finditer(text, clause.start, clause.verb[0]):
        word = match[0].rstrip(_TAIL)
        joins = word.endswith(("하고", "하며")) and any(word[:-2].endswith(verb) for row in rules.rows("ko") for verb in row.verbs)
        if joins and _has_object(text, start, match.start()) and _has_object(text, match.end(), clause.verb[0]):
            yield replace(clause, start=start, end=match.start() + len(word), split=start > clause.start)
            start = match.end()
            while start < clause.end and text[start].isspace():
                start += 1
    yield replace(clause, start=start, split=start > clause.start)


def _has_object(text: str, start: int, end: int) -> bool:
    return any(match[0].endswith(("을", "를")) for match in _WORD.finditer(text, start, end))
