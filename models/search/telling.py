"""An answer in words: what was made of the question, for the page and the terminal; and the whole of it, for programs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from models.labels import Say
from models.search.entries import Entry, Kind, Part
from models.search.facets import ANY, NONE, OVERDUE, Facet
from models.search.finding import Answer
from models.search.index import Hit
from models.search.query import MAX_LENGTH, Phrase, Term

NAMES = {kind: kind.value for kind in Kind} | {Kind.PARAGRAPH: "provision"}
"""The kinds as the command calls them; addresses that were sent say “paragraph” and have to hold."""
MOST_SPELLINGS = 8
LONG = 160
"""Longer sentences are cut in the terminal."""
LISTED = 20


def heard(answer: Answer, say: Say) -> list[str]:
    """What was looked for, what was corrected, what no record has and what was left out, a sentence each."""
    found = answer.found
    lines = []
    if answer.read:
        lines.append(say("find.read_due", words=say.listed([due(value, say) for value in answer.read])))
    if found.named:
        lines.append(say(f"find.named_{found.named}", word=answer.words))
    if found.terms:
        lines.append(say("find.looked_for", words=", ".join(_looked_for(term, say) for term in found.terms)))
    lines += [say("find.corrected", typed=typed, meant=meant) for typed, meant in found.corrected]
    if found.unknown:
        lines.append(say("find.unknown" if found.terms else "find.none_known", words=_quoted(found.unknown, say)))
    if found.left_out:
        lines.append(say("find.left_out", words=_quoted(found.left_out, say)))
    if answer.asked and not found.asked and not answer.read and not found.named:
        lines.append(say("find.no_words"))
    if answer.cut:
        lines.append(say("find.cut", n=MAX_LENGTH))
    return lines


def due(value: str, say: Say) -> str:
    """A choice of due dates in words."""
    return say(f"find.{value}_due") if value in (ANY, NONE, OVERDUE) else say("find.due_year", year=value)


def _quoted(words: Sequence[str], say: Say) -> str:
    return say.listed([say("find.word", word=word) for word in dict.fromkeys(words)])


def _looked_for(term: Term, say: Say) -> str:
    """A term, and in which other spellings it was looked for."""
    word = say("find.word", word=term.text)
    if term.typed and term.typed != term.text and not term.korean:
        word = say("find.word_as", typed=term.typed, word=word)
    same = {_plain(each) for each in (term.text.casefold(), *map(_read, term.forms))}
    spellings = {_plain(spelling): spelling for spelling in map(_read, reversed(term.others))}
    # A Korean word that only begins another one is found inside it and need not be told.
    inside = {
        plain
        for plain in spellings
        if "가" <= plain[:1] <= "힣" and any(each.startswith(plain) for each in (spellings.keys() | same) - {plain})
    }
    others = [spelling for plain, spelling in reversed(spellings.items()) if plain not in same | inside]
    if not others:
        return word
    shown = ", ".join(say("find.word", word=each) for each in others[:MOST_SPELLINGS]) + (" …" if others[MOST_SPELLINGS:] else "")
    return say("find.word_also", word=word, others=shown) if term.forms else say("find.word_as", typed=term.text, word=shown)


def _plain(spelling: str) -> str:
    """A spelling as it counts: a hyphen is a space, and in Korean a space is nothing."""
    return spelling.replace(" ", "") if "가" <= spelling[:1] <= "힣" else spelling.replace("-", " ")


def _read(form: Phrase) -> str:
    """Words of the index as they are read: pairs of syllables run together again, a day with its dot."""
    if len(form) == 2 and all(word.isdigit() for word in form):
        return "·".join(form)
    said = form[0]
    for before, word in pairwise(form):
        overlaps = "가" <= word[0] <= "힣" and len(before) == 2 == len(word) and before[1] == word[0]
        said += word[1:] if overlaps else f" {word}"
    return said


def for_programs(answer: Answer, kinds: Sequence[Kind] = tuple(Kind)) -> dict[str, object]:
    """The answer as plain values: ids, best first, how many of them say every word, and how many have it by a theme too."""
    return {
        "asked": answer.asked,
        "terms": [term.text for term in answer.found.terms],
        "corrected": [list(pair) for pair in answer.found.corrected],
        "unknown": list(answer.found.unknown),
        "due": list(answer.read),
        "hits": {NAMES[kind]: [hit.entry.id for hit in answer.hits[kind]] for kind in kinds},
        "said": {NAMES[kind]: answer.said(kind) for kind in kinds},
        "complete": {NAMES[kind]: answer.complete(kind) for kind in kinds},
    }


def lines(answer: Answer, say: Say, every: Sequence[Entry], kinds: Sequence[Kind] = tuple(Kind)) -> Iterator[str]:
    """The answer for a terminal: what was made of the question, then each kind with how many of `every` fit, and the first of them."""
    yield from heard(answer, say)
    for kind in kinds:
        hits, said, complete = answer.hits[kind], answer.said(kind), answer.complete(kind)
        yield ""
        yield say(f"find.tell_{kind}", n=said, all=sum(entry.kind is kind for entry in every))
        for place, hit in enumerate(hits[:LISTED]):
            if place == said < complete:
                yield f"  ({say('find.in_common', n=complete - said)})"
            if place == complete:
                yield f"  ({say('find.only_some', n=len(hits) - complete)})"
            yield f"  {hit.entry.id}  {_in_short(hit, say)}"
        if hits[LISTED:]:
            yield f"  {say.count('find.tell_more', len(hits) - LISTED)}"


def _in_short(hit: Hit, say: Say) -> str:
    """A record in one line: its title or summary, else the adopted words; an ask or a hope is never told as a promise."""
    texts, own = hit.entry.texts, Part.KO if say.lang == "ko" else Part.EN
    said = texts.get(Part.MORE_EN, "").split("\n")[0] if hit.entry.kind is Kind.EVIDENCE else texts.get(own) or texts.get(Part.WORDS)
    line = " ".join((said or texts.get(Part.EN) or texts.get(Part.KO) or "").split())
    line = "".join(letter if letter.isprintable() else " " for letter in line)
    line = line if len(line) <= LONG else line[: LONG - 1].rstrip() + "…"
    if hit.entry.kind is not Kind.COMMITMENT:
        return line
    ledger = next(iter(hit.entry.under[0][Facet.LEDGER]))
    return say("find.tell_ledger", ledger=say("find.none_ledger") if ledger == NONE else say(f"terms.ledger_{ledger}"), words=line)
