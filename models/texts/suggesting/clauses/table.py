"""The decision table of precision, ready to be looked up: which rows a verb or a noun speaks for."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from models.records.terms import Precision
from models.texts.suggesting.clauses import rules
from models.texts.suggesting.clauses.words import Phrases
from models.texts.suggestions import Sure


@dataclass(frozen=True, slots=True)
class Decided:
    """The row that decides, its precision, and the words that it rests on."""

    row: str
    precision: Precision
    sure: Sure
    words: str


@cache
def verbs() -> Phrases[tuple[str, frozenset[str]]]:
    """Every form of every verb of the table, with the verb and the rows that name it."""
    named: dict[str, tuple[str, set[str]]] = {}
    for row in rules.rows("en"):
        for verb in row.verbs:
            for said in rules.bent(verb).values():
                for each in said:
                    named.setdefault(each, (verb.replace("*", ""), set()))[1].add(row.id)
    return Phrases.of((phrase, (verb, frozenset(rows))) for phrase, (verb, rows) in named.items())


@cache
def nouns() -> Phrases[frozenset[str]]:
    """Every noun of the table with the rows that name it."""
    named: dict[str, set[str]] = {}
    for row in rules.rows("en"):
        for noun in row.nouns:
            named.setdefault(noun, set()).add(row.id)
    return Phrases.of((noun, frozenset(rows)) for noun, rows in named.items())


@cache
def precision(row: str) -> Precision:
    """What a row decides; row 5 is known by a date and not by words of a list."""
    return next(each.precision for each in rules.rows("en") if each.id == row) if row != "5" else Precision.DATED


@cache
def listed(name: str) -> Phrases[str]:
    """A list of phrases of the clauses."""
    return Phrases.of((phrase, phrase) for phrase in rules.lists("en")[name])


def takes_nouns(verb: str) -> bool:
    """Whether what is called for follows as a noun: "call for measures", and not "call on towns to act"."""
    first, *rest = verb.split()
    if first.startswith(("call", "appeal", "press")):
        return "for" in rest
    return first.startswith(("demand", "recommend", "suggest", "propos", "anticipat", "request", "look")) or "request" in verb
