"""What stands under a line that leads to it is governed by the verb of that line (codebook, 2): "We commit ourselves to: | open a shelter".

A sentence with a subject and a verb of its own is governed by that one; a bare verb, and words without any verb, by the line.
"""

from __future__ import annotations

from collections.abc import Sequence

from models.records.terms import Force
from models.texts.suggesting.clauses import rules
from models.texts.suggesting.clauses.clause import Clause, Lead
from models.texts.suggesting.clauses.lexicon import Head, Lexicon
from models.texts.suggesting.clauses.words import Word
from models.texts.suggestions import Sure

_BEFORE = frozenset(["that", "and", "not", "to", "will"])
_LEADS_IN = 120
"""A subject of its own is looked for among so many words."""
_FAR = 30
"""Behind a phrase that opens a sentence ("By 2028") the verb is looked for among so many words."""
_ASKS = (Force.ASKS, Force.URGES)
_NOUN_BEFORE = rules.words("behind_nouns")
_OPENED_BY = rules.words("prepositions") | {"together", "where", "once", "when", "as"}
_SUBJECTS = rules.words("modals") | rules.words("being")


def head(found: Sequence[Word], lo: int, hi: int, lead: Lead, lexicon: Lexicon) -> Head | None:
    """The bare verb with which the sentence says what is to be done, under the force of the line; None where it has none."""
    if any(lexicon.own(found, k, hi) and (k == lo or found[k - 1].low in (",", "and", ";")) for k in range(lo, min(hi, lo + _LEADS_IN))):
        return None
    at = lo
    while at < hi and (found[at].low in lexicon.connecting or found[at].is_sign or found[at].low in _BEFORE):
        at += 1
    if at < hi and found[at].low not in _OPENED_BY and (known := _verb(found, at, hi, lexicon)):
        return _head(found, *known, hi, lead, lexicon)
    if at >= hi or found[at].low not in _OPENED_BY:
        return None
    for verb in range(at + 1, min(hi, at + _FAR)):
        if lexicon.own(found, verb, hi) or found[verb].low in _SUBJECTS:
            return None
        before = found[verb - 1].low
        begins = before == "," or before.isdigit() or not (before in lexicon.prepositions | lexicon.joining or before in _DETERMINING)
        if begins and not found[verb].apart and (known := _verb(found, verb, hi, lexicon)) and found[known[0]].low[-3:] != "ing":
            following = found[known[1]].low if known[1] < hi else ""
            if before in (",", *lexicon.adverbs) or before.isdigit() or following in _DETERMINING:
                return _head(found, *known, hi, lead, lexicon)
    return None


def nominal(clause: Clause, lead: Lead) -> Clause:
    """Words without a verb of their own, under the force of the line: "Full support for the unions of tenants"."""
    words = {"verb": lead.verb, "line": lead.line}
    return Clause(clause.first, clause.last, (clause.first, clause.first), lead.force, Sure.LIKELY, "led", clause.first, words)


def is_nominal(found: Sequence[Word], clause: Clause, lexicon: Lexicon) -> bool:
    """Whether a clause in which nothing was found that governs has no verb at all, or only such as belong to "which" and "that"."""
    if clause.rule not in ("no-verb", "tells"):
        return False
    under = False
    for at in range(clause.first, clause.last):
        under = (under or found[at].low in lexicon.subordinating) and found[at].low not in ",;"
        if not under and (lexicon.own(found, at, clause.last) or found[at].low in _SUBJECTS or found[at].low in ("has", "have")):
            return False
    return True


def _verb(found: Sequence[Word], at: int, hi: int, lexicon: Lexicon) -> tuple[int, int] | None:
    verb = lexicon.past_adverbs(found, at, hi)
    if verb >= hi or found[verb].apart:
        return None
    hits = [(hit[0], hit[1]) for hit in (lexicon.deeds.at(found, verb, hi),) if hit]
    hits += [(hit[0], hit[1].form) for hit in (lexicon.listed.at(found, verb, hi),) if hit]
    fitting = [length for length, form in hits if form in ("base", "ing")]
    if not fitting:
        return (verb, verb + 1) if lexicon.unknown_action(found, verb, hi) else None
    length = max(fitting)
    following = found[verb + length].low if verb + length < hi else ""
    return (
        None if length == 1 and following in _NOUN_BEFORE and following not in ("to", "in", "with", "by", "from") else (verb, verb + length)
    )


def _head(found: Sequence[Word], verb: int, end: int, hi: int, lead: Lead, lexicon: Lexicon) -> Head | None:
    asks = lexicon.listed.at(found, verb, hi)
    if lead.force is Force.UNDERTAKES and asks and asks[1].force in _ASKS and _asks_somebody(found, verb + asks[0], hi):
        return None  # "We resolve to: | call on all ministries to open their books" asks
    form = "ing" if found[verb].low.endswith("ing") and found[verb].low != "bring" else "base"
    return Head((verb, end), lead.force, "led", lead.sure, verb, form, True)


def _asks_somebody(found: Sequence[Word], at: int, hi: int) -> bool:
    return any(found[k].low in ("to", "that", "for", "on", "upon") and not found[k].apart for k in range(at, min(hi, at + _FAR)))


_DETERMINING = rules.words("determining")
