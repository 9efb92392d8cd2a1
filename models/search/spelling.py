"""From the words that were typed to words that the records hold: beginnings, words run together, a typo or two."""

from __future__ import annotations

import sqlite3
import threading
import unicodedata
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

import numpy as np
import numpy.typing as npt
from rapidfuzz import process
from rapidfuzz.distance import OSA

from models.search import numerals
from models.search.letters import folded
from models.search.query import Term, apart, halves, korean_forms, korean_term
from models.search.sameness import Sameness
from models.search.words import bare, pairs

MOST_BEGINNINGS = 24
"""So many words that begin as typed are looked for."""
FAMILY = 8
"""From so many letters on, words that only differ in their ending mean the same; shorter ones do not (policy, police)."""
USUAL = 3
"""Written so often as one word, two Korean words are one whether the reader leaves a space or not."""

_FIRST = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
_APART = {
    "ㄳ": "ㄱㅅ",
    "ㄵ": "ㄴㅈ",
    "ㄶ": "ㄴㅎ",
    "ㄺ": "ㄹㄱ",
    "ㄻ": "ㄹㅁ",
    "ㄼ": "ㄹㅂ",
    "ㄽ": "ㄹㅅ",
    "ㄾ": "ㄹㅌ",
    "ㄿ": "ㄹㅍ",
    "ㅀ": "ㄹㅎ",
    "ㅄ": "ㅂㅅ",
}
"""Two consonants that a keyboard draws together."""

Rows = npt.NDArray[np.bool_]
"""For every entry of the index, whether it holds a term."""
Resolved = tuple[tuple[Term, ...], tuple[tuple[str, str], ...], tuple[str, ...], list[Rows]]


class Stems:
    """The stem of each English word, as the index's own stemmer cuts it."""

    def __init__(self, heard: Iterable[str]) -> None:
        self._lock = threading.Lock()
        self._base = sqlite3.connect(":memory:", check_same_thread=False)
        self._base.execute("CREATE VIRTUAL TABLE stems USING fts5(word, tokenize = 'porter unicode61')")
        self._base.execute("CREATE VIRTUAL TABLE stemmed USING fts5vocab(stems, 'instance')")
        self._known: dict[str, str] = {}
        self._learn([word for word in dict.fromkeys(heard) if not _hangul(word)])

    def of(self, word: str) -> str:
        """The stem of a word; Korean pairs and numbers are their own."""
        if word.isascii() and word.isalpha() and word not in self._known:
            self._learn([word])
        return self._known.get(word, word)

    def _learn(self, heard: Sequence[str]) -> None:
        with self._lock:
            self._base.execute("DELETE FROM stems")
            self._base.executemany("INSERT INTO stems(rowid, word) VALUES (?, ?)", enumerate(heard))
            self._known |= {heard[row]: stem for stem, row in self._base.execute("SELECT term, doc FROM stemmed")}


class Spelling:
    """The words of the records, and what somebody may have meant who typed another."""

    def __init__(self, heard: Mapping[str, int], same: Sameness, names: Iterable[str] = ()) -> None:
        self._same = same
        self._names = {"".join(folded(name).text.split()) for name in names}
        self._latin = {word: n for word, n in heard.items() if word.isalpha() and not _hangul(word) and len(word) > 2}
        self._words = sorted(self._latin)
        korean: Counter[str] = Counter()
        for word, n in heard.items():
            if _hangul(word) and len(bare(word)) > 1:
                korean[bare(word)] += n
        self._korean = dict(korean)
        self._letters = {word: _letters(word) for word in self._korean}

    def resolve(self, wanted: Sequence[Term], rows: Callable[[Term], Rows]) -> Resolved:
        """The terms that the records hold, what was corrected, what is unknown, and the records of each term."""
        known: dict[Term, Rows] = {}
        corrected: list[tuple[str, str]] = []
        unknown: list[str] = []
        for asked in self._joined(wanted):
            term = self._begun(asked) if asked.initials else self._wide(asked, rows)
            found = rows(term)
            if found.any():
                known[self._named(term, found, rows)] = found
                continue
            if term.exact or asked.initials:
                unknown.append(term.text)
                continue
            for part in self._parts(term, rows) or [term]:
                held = rows(part)
                if held.any():
                    known[part] = held
                    continue
                meant, typo = self._meant(part)
                if meant and (held := rows(meant := self._wide(meant, rows) if typo else meant)).any():
                    known[meant] = held
                    if typo:
                        corrected.append((part.text, meant.text))
                elif halved := [half for half in self._halved(part, rows) if rows(half).any()]:
                    known |= {half: rows(half) for half in halved}
                else:
                    unknown.append(part.typed or part.text)
        once = {frozenset(term.every): term for term in reversed(known)}
        terms = tuple(term for term in known if once[frozenset(term.every)] is term)
        return terms, tuple(corrected), tuple(unknown), [known[term] for term in terms]

    def _wide(self, term: Term, rows: Callable[[Term], Rows]) -> Term:
        """The term with its relatives, and with the other spellings that some record has."""
        term = self._family(self._same.widened(term))
        halved = [half for form in term.forms if len(form) == 1 and not term.korean for half in self._same.halves(form[0])]
        others = [form for form in dict.fromkeys([*term.others, *halved]) if form not in term.forms]
        return replace(term, others=tuple(form for form in others if rows(Term("", (form,))).any()))

    def _begun(self, term: Term) -> Term:
        """The Korean words whose syllables begin with these letters: 인권도시 for ㅇㄱㄷㅅ; those that begin so, if none is just that."""
        typed = "".join(_APART.get(letter, letter) for letter in term.text)
        if len(typed) < 2:
            return term
        found = [word for word in self._korean if _initials(word) == typed]
        found = found or [word for word in self._korean if _initials(word).startswith(typed)]
        often = sorted(found, key=lambda word: (-self._korean[word], word))[:MOST_BEGINNINGS]
        return replace(term, forms=(), others=tuple(form for word in often for form in korean_forms(word))) if often else term

    def _halved(self, term: Term, rows: Callable[[Term], Rows]) -> list[Term]:
        """An English word that no record has, as the two that it is made of: nonviolence."""
        word = term.forms[0][0]
        if term.korean or len(term.forms[0]) > 1 or not word.isalpha():
            return []
        cut = max(self._same.halves(word), key=lambda halves: min(len(half) for half in halves), default=())
        return [self._wide(Term(half, ((half,),)), rows) for half in cut]

    def _joined(self, wanted: Sequence[Term]) -> list[Term]:
        """Korean words that are one word or one name together, with or without the spaces: 인권 교육 as 인권교육."""
        found: list[Term] = []
        at = 0
        while at < len(wanted):
            for length in (4, 3, 2):
                run = wanted[at : at + length]
                whole = "".join(term.text for term in run)
                plain = (
                    len(run) == length
                    and all(term.korean and not term.exact for term in run)
                    and all(term.typed == term.text for term in run[:-1])
                )
                if plain and (whole in self._names or self._korean.get(whole, 0) >= USUAL):
                    found.append(korean_term(whole)[0])
                    at += length
                    break
            else:
                found.append(wanted[at])
                at += 1
        return found

    def _family(self, term: Term) -> Term:
        """A long English word together with its relatives that have another stem: Palestine, Palestinian."""
        if term.korean or term.exact:
            return term
        forms, others = ([form for each in forms for form in self._relatives(each)] for forms in (term.forms, term.others))
        return replace(term, forms=tuple(dict.fromkeys(forms)), others=tuple(dict.fromkeys(others)))

    def _relatives(self, form: tuple[str, ...]) -> list[tuple[str, ...]]:
        word = form[0]
        if len(form) > 1 or len(word) < FAMILY or word not in self._latin:
            return [form]
        return [form, *((each,) for each in self._words[bisect_left(self._words, word[:-2]) :] if each.startswith(word[:-2]))]

    @staticmethod
    def _named(term: Term, found: Rows, rows: Callable[[Term], Rows]) -> Term:
        """A Korean word under its own name: what looked like a particle may belong to it (한반도, 영향평가)."""
        if not term.korean or not term.typed or term.typed == term.text:
            return term
        whole = Term(term.typed, (pairs(term.typed),), korean=True)
        return replace(term, text=term.typed) if np.array_equal(rows(whole), found) else term

    def _parts(self, term: Term, rows: Callable[[Term], Rows]) -> list[Term]:
        """The words of a group that was joined, or of a Korean word that runs two words together."""
        if not term.korean:
            return apart(term) if numerals.english(term.forms[0]) is None else []
        pairs = [(left, right, min(int(rows(left).sum()), int(rows(right).sum()))) for left, right in halves(term)]
        best = max(pairs, key=lambda pair: pair[2], default=None)
        return [best[0], best[1]] if best and best[2] else []

    def _meant(self, term: Term) -> tuple[Term | None, bool]:
        """The term with words that are on record, and whether that is a correction of a typo."""
        word = term.forms[0][0]
        if (len(term.forms[0]) > 1 and not term.korean) or numerals.korean(term.text):
            return None, False
        if term.korean:
            near = self._near_korean(term.text)
            return (Term(near, tuple(korean_forms(near)), korean=True), True) if near else (None, False)
        if len(word) > 2 and word.isalpha():
            longer = sorted((each for each in self._words if each.startswith(word)), key=lambda each: (len(each), each))
            if longer:
                return Term(term.text, (), others=tuple((each,) for each in longer[:MOST_BEGINNINGS]), typed=term.typed), False
            near = self._near_latin(word)
            if near:
                return Term(near, ((near,),)), True
        return None, False

    def _near_latin(self, word: str) -> str | None:
        most = 0 if len(word) < 4 else 1 if len(word) < 7 else 2
        found = process.extract(word, self._words, scorer=OSA.distance, score_cutoff=most, limit=None) if most else []
        near = [(distance, -self._latin[each], each) for each, distance, _ in found if _same_start(word, each)]
        return min(near)[2] if near else None

    def _near_korean(self, word: str) -> str | None:
        letters = _letters(word)
        most = 0 if len(letters) < 5 else 1 if len(letters) < 9 else 2
        found = process.extract(letters, self._letters, scorer=OSA.distance, score_cutoff=most, limit=None) if most else []
        near = [(distance, -self._korean[each], each) for other, distance, each in found if other[:1] == letters[:1]]
        return min(near)[2] if near else None


def _same_start(word: str, other: str) -> bool:
    """Typos seldom touch the first letter; without that rule, any short English word becomes another one."""
    return word[0] == other[0] or sorted(word[:2]) == sorted(other[:2]) or len(word) > 7


def _hangul(word: str) -> bool:
    return "가" <= word[0] <= "힣"


def _letters(word: str) -> str:
    """A Korean word letter by letter, so that one wrong vowel is one mistake."""
    return unicodedata.normalize("NFD", word)


def _initials(word: str) -> str:
    """The first letter of each syllable: ㅇㄱㄷㅅ of 인권도시."""
    return "".join(_FIRST[(ord(syllable) - ord("가")) // 588] for syllable in word)
