"""Full-text search over everything the register says, in English and Korean, on SQLite's own index (FTS5).

English words are compared by their stems (`porter`), Korean ones by pairs of syllables (models/search/words.py). The
index is built from a register as of a day and never changed; another day or another set of records gets another one.
"""

from __future__ import annotations

import datetime as dt
import math
import sqlite3
import threading
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache

import numpy as np
import numpy.typing as npt

from models.records.fields import Bilingual
from models.register.register import Register
from models.search.entries import IN_COMMON, Entry, Kind, Part, entries
from models.search.facets import Facets
from models.search.query import Term, asks_for_pledges, phrases, together, understood
from models.search.sameness import Sameness
from models.search.spelling import Rows, Spelling, Stems
from models.search.words import as_written, indexed, tokens, words

_WEIGHTS = {
    Part.WORDS: 3.0,
    Part.EN: 4.0,
    Part.KO: 4.0,
    Part.MORE_EN: 0.8,
    Part.MORE_KO: 0.8,
    Part.NAMES: 2.0,
    Part.THEMES: 0.6,
    Part.EVERYDAY: 0.3,
    Part.PLACE: 2.0,
}
ENOUGH = 0.34
"""A record fits if it holds so much of what the question tells, rare words telling more than frequent ones."""
LEAST = 0.2
"""Where no record of a kind holds enough, the best of them fit, if they hold at least so much."""
PIECE = 0.5
"""What words one after the other tell, against a single word as rare; where that is more than they tell apart, they are one phrase."""
LONGEST = 3
"""So many words that tell something can be one phrase; with what stands between them they are more."""
_OWN = tuple(part for part in Part if part not in IN_COMMON)

FEW = 1_000
"""So many records are always ranked by how well they hold a word."""

Span = tuple[int, int]
Share = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Hit:
    """One record that fits."""

    entry: Entry
    row: int


@dataclass(frozen=True)
class Found:
    """What a question found, best first within each kind."""

    terms: tuple[Term, ...] = ()
    corrected: tuple[tuple[str, str], ...] = ()
    """What was typed, and what was searched instead."""
    unknown: tuple[str, ...] = ()
    """What no record holds, and nothing like it."""
    left_out: tuple[str, ...] = ()
    """What tells nothing of the subject."""
    hits: Mapping[Kind, Sequence[Hit]] = field(default_factory=dict)
    asked: bool = False
    rows: tuple[Rows, ...] = field(default=(), repr=False, compare=False)
    """The records of each term."""
    own: tuple[Rows, ...] = field(default=(), repr=False, compare=False)
    """The records that say each term themselves, not by a theme or a usual word alone."""
    named: Kind | None = None
    """The kind of record that was asked for by its name, and nothing about it."""

    def of(self, kind: Kind) -> Sequence[Hit]:
        return self.hits.get(kind, ())

    def complete(self, hits: Sequence[Hit]) -> int:
        """How many of the hits hold every word of the question, by a theme or a usual word too; these stand first."""
        return self._held(self.rows, hits)

    def said(self, hits: Sequence[Hit]) -> int:
        """How many of the hits say every word of the question themselves; these stand before all others."""
        return self._held(self.own, hits)

    @staticmethod
    def _held(rows: Sequence[Rows], hits: Sequence[Hit]) -> int:
        return int(np.logical_and.reduce(rows)[[hit.row for hit in hits]].sum()) if rows and hits else len(hits)

    def missing(self, hit: Hit) -> list[str]:
        """The words of the question that a record does not hold."""
        return [term.text for term, rows in zip(self.terms, self.rows, strict=True) if not rows[hit.row]]


class Index:
    """The full-text index of one register as of one day."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.entries = tuple(entries)
        self._lock = threading.Lock()
        self._base = sqlite3.connect(":memory:", check_same_thread=False)
        for table, parts in (("found", _OWN), ("common", IN_COMMON)):
            self._base.execute(f"CREATE VIRTUAL TABLE {table} USING fts5({', '.join(parts)}, content = '', tokenize = 'porter unicode61')")
        heard: Counter[str] = Counter()
        chains: dict[tuple[str, ...], None] = {}
        self._accented: set[str] = set()
        kinds: dict[Kind, list[int]] = {}
        rows = []
        shared: dict[tuple[Part, str], list[int]] = {}
        for row, entry in enumerate(self.entries):
            kinds.setdefault(entry.kind, []).append(row)
            cells = []
            for part in Part:
                held = indexed(entry.texts.get(part, ""))
                heard.update(held.used)
                if part in IN_COMMON:
                    for line in entry.texts.get(part, "").split("\n"):
                        shared.setdefault((part, indexed(line).cell), []).append(row)
                else:
                    cells.append(held.cell)
                if part is not Part.PLACE:
                    chains |= dict.fromkeys(held.chains)
                    self._accented.update(held.accented)
            rows.append([row, *cells])
        marks = ", ".join("?" * (len(_OWN) + 1))
        self._base.executemany(f"INSERT INTO found(rowid, {', '.join(_OWN)}) VALUES ({marks})", rows)
        # What many records have in common is kept once, with the records that have it.
        for place, (part, cell) in enumerate(shared):
            self._base.execute(f"INSERT INTO common(rowid, {part}) VALUES (?, ?)", (place, cell))
        self._sharing = [np.array(places) for places in shared.values()]
        self._base.execute("INSERT INTO found(found) VALUES ('optimize')")
        self._base.commit()
        self._none: Rows = np.zeros(len(self.entries), dtype=bool)
        self._every = tuple(Hit(entry, row) for row, entry in enumerate(self.entries))
        self._kinds = {kind: np.array(places) for kind, places in kinds.items()}
        self.facets = Facets([entry.under[0] for entry in self.entries if entry.kind is Kind.COMMITMENT])
        """The commitments come first, so that their rows are their places here."""
        self._stems = Stems([*heard, *("".join(chain) for chain in chains)])
        self._same = Sameness(heard, chains, self._stems.of)
        everyday = {entry.texts.get(Part.EVERYDAY, "") for entry in self.entries}
        named = {name.ko for entry in self.entries for name in entry.called} | {
            each for text in everyday for line in text.split("\n") for each in line.split(", ")
        }
        self.spelling = Spelling(heard, self._same, named)
        self.answer = lru_cache(maxsize=128)(self.search)
        """The same question is asked again with every click on a filter."""

    def search(self, asked: str) -> Found:
        """What `asked` finds; without a word to look for, everything in the order of the register, newest text first."""
        wanted, left_out = understood(asked, self._same.one)
        pledges = asks_for_pledges(wanted)
        if not wanted or pledges:
            return Found(hits={kind: self._hits(rows) for kind, rows in self._kinds.items()}, named=Kind.PLEDGE if pledges else None)
        # The same words are looked for more than once on the way: as typed, among their relatives, by themselves.
        own = cache(self._own)
        holding = cache(lambda expression: self._with_common(expression, own(expression)))
        known, corrected, unknown, rows = self.spelling.resolve(wanted, lambda term: holding(term.expression))
        if not known:
            return Found(corrected=corrected, unknown=unknown, left_out=left_out, asked=True)
        known, rows, left_out = self._phrased(asked, known, rows, (corrected, unknown, left_out))
        said = [own(term.expression) for term in known]
        piece = None if any(term.phrase for term in known) else together(asked)
        whole = own(piece.expression) if piece else self._none
        held, everything = self._held(rows)
        # In more than half of many records a word cannot rank them; asking for its rank would only cost time.
        few = max(FEW, len(self.entries) // 2)
        telling = [term for term, found in zip(known, rows, strict=True) if found.sum() <= few]
        rank = self._ranks([*telling, piece] if piece and 0 < whole.sum() <= few else telling)
        complete, respelt = np.logical_and.reduce(rows), self._respelt(known, rows, holding)
        tier = 2 - complete.astype(int) - np.logical_and.reduce(said)
        hits = {}
        for kind, places in self._kinds.items():
            share = held[places] / everything
            fits = share >= max(LEAST, min(ENOUGH, share.max()))
            fitting = places[fits]
            score, all_words = rank[fitting] * share[fits] / (1 + respelt[fitting]), complete[fitting]
            if share.max() > 0 and len(fitting):
                # Of the records with every word, those that have them as they were typed come before those that spell them otherwise.
                hits[kind] = self._hits(fitting[np.lexsort((fitting, -score, respelt[fitting] * all_words, tier[fitting]))])
        return Found(known, corrected, unknown, left_out, hits, True, tuple(rows), tuple(said))

    def _phrased(
        self, asked: str, known: Sequence[Term], rows: Sequence[Rows], made: tuple[Sequence[tuple[str, str]], Sequence[str], Sequence[str]]
    ) -> tuple[tuple[Term, ...], list[Rows], tuple[str, ...]]:
        """The terms with usual words that are one phrase put together, as in “right to the city”; and what is still left out.

        Only words with others between them that would be left out: side by side, “city human” stands anywhere by chance.
        Whether words are a phrase depends on them alone, so that a further word never finds more.
        """
        corrected, unknown, left_out = made
        worth = [self._worth(found) for found in rows]
        # A phrase that one record has tells most; words that tell as much apart need not be looked for together.
        most = PIECE * math.log(1 + (len(self.entries) - 0.5) / 1.5)
        runs: list[tuple[Term, frozenset[int], Rows]] = []
        for run in phrases(asked, known, corrected, unknown):
            # Around each place where words would be left out, as far as a record has the whole: what has no part has no more of it.
            waiting = [(at, at + 1) for at in range(len(run.places) - 1) if run.linked(at, at + 1)]
            seen: set[tuple[int, int]] = set()
            while waiting:
                first, last = waiting.pop()
                if first < 0 or last == len(run.places) or last - first >= LONGEST or (first, last) in seen:
                    continue
                seen.add((first, last))
                places, phrase = frozenset(run.places[first : last + 1]), run.term(first, last)
                apart = sum(worth[place] for place in places)
                if apart >= most or len(places) < 2 or not (found := self._own(phrase.expression)).any():
                    continue
                if PIECE * self._worth(found) > apart:
                    runs.append((phrase, places, found))
                waiting += [(first - 1, last), (first, last + 1)]
        runs = [run for run in runs if not any(run[1] < other[1] for other in runs)]
        if not runs:
            return tuple(known), list(rows), tuple(left_out)
        inside = frozenset().union(*(places for _, places, _ in runs))
        joined: dict[Term, Rows] = {}
        for place, (term, found) in enumerate(zip(known, rows, strict=True)):
            joined |= {phrase: all_ for phrase, places, all_ in runs if min(places) == place}
            joined |= {term: found} if place not in inside else {}
        held_words = {word.text for phrase, _, _ in runs for word in words(phrase.text)}
        return tuple(joined), list(joined.values()), tuple(word for word in left_out if word.casefold() not in held_words)

    def marks(self, found: Found, hit: Hit) -> Mapping[Part, list[Span]]:
        """Where the words of a question stand in the texts of a hit."""
        wanted = [tuple(map(self._stems.of, form)) for term in found.terms for form in term.every]
        begins = {term.text for term in found.terms if term.begins}
        spans = {part: self._spans(text, wanted, begins) for part, text in hit.entry.texts.items()}
        return {part: each for part, each in spans.items() if each}

    def holds(self, found: Found, hit: Hit, parts: Iterable[Part]) -> bool:
        """Whether some of the texts of a hit hold every word of a question among them."""
        texts = [hit.entry.texts.get(part, "") for part in parts]
        return all(
            any(
                self._spans(text, [tuple(map(self._stems.of, form)) for form in term.every], {term.text} if term.begins else set())
                for text in texts
            )
            for term in found.terms
        )

    def _spans(self, text: str, wanted: Sequence[tuple[str, ...]], begins: frozenset[str] | set[str]) -> list[Span]:
        held = tokens(text)
        stems = [self._stems.of(token.word) for token in held]
        hit = [token.word[:1] in begins for token in held]
        for phrase in wanted:
            for at in (at for at, stem in enumerate(stems) if stem == phrase[0]):
                if tuple(stems[at : at + len(phrase)]) == phrase:
                    hit[at : at + len(phrase)] = [True] * len(phrase)
        spans: list[Span] = []
        for token, marked in zip(held, hit, strict=True):
            if marked and spans and (token.start <= spans[-1][1] or not text[spans[-1][1] : token.start].strip(" -·,.’'‘“”")):
                spans[-1] = (spans[-1][0], token.end)
            elif marked:
                spans.append((token.start, token.end))
        return spans

    def _held(self, rows: Sequence[Rows]) -> tuple[Share, float]:
        """How much of the question each record holds, rare words telling more than frequent ones; and how much there is."""
        held = np.zeros(len(self.entries))
        worth = [self._worth(found) for found in rows]
        everything = sum(worth)
        for found, each in zip(rows, worth, strict=True):
            held[found] += each
        return held, everything

    def _respelt(self, known: Sequence[Term], rows: Sequence[Rows], holding: Callable[[str], Rows]) -> npt.NDArray[np.int_]:
        """How many words of the question each record holds in another spelling alone."""
        respelt = np.zeros(len(self.entries), dtype=int)
        for term, found in zip(known, rows, strict=True):
            own = holding(replace(term, others=()).expression) if term.forms and term.others else found
            respelt += found & ~own
            if term.forms and term.forms[0][0] in self._accented:
                respelt += np.array([held and self._accented_otherwise(row, term) for row, held in enumerate(found)])
        return respelt

    def _accented_otherwise(self, row: int, term: Term) -> bool:
        """Whether a record has a word, but nowhere with the accents and strokes that were typed."""
        texts = self.entries[row].texts.values()
        ways = {as_written(text, word) for text in texts for word in words(text) if word.text == term.forms[0][0]}
        return bool(ways) and term.text.casefold() not in ways

    def _worth(self, found: Rows) -> float:
        holding = int(found.sum())
        return math.log(1 + (len(self.entries) - holding + 0.5) / (holding + 0.5))

    def _hits(self, rows: Iterable[int]) -> list[Hit]:
        return [self._every[row] for row in rows]

    def _own(self, expression: str) -> Rows:
        """The records that say a term themselves."""
        # All numbers in one string: fetched row by row, a word that most records hold takes four times as long.
        with self._lock:
            (found,) = self._base.execute("SELECT group_concat(rowid) FROM found WHERE found MATCH ?", (expression,)).fetchone()
        rows = self._none.copy()
        if found:
            rows[np.fromstring(found, dtype=int, sep=",")] = True
        return rows

    def _with_common(self, expression: str, own: Rows) -> Rows:
        """The same, with the records that hold the term only by what they have in common with others."""
        with self._lock:
            lines = self._base.execute("SELECT rowid FROM common WHERE common MATCH ?", (expression,)).fetchall()
        rows = own.copy()
        for (line,) in lines:
            rows[self._sharing[line]] = True
        return rows

    def _ranks(self, wanted: Sequence[Term]) -> Share:
        """How well each record holds the terms, the more the better (BM25)."""
        rank = np.zeros(len(self.entries))
        if not wanted:
            return rank
        expression = " OR ".join(f"({term.expression})" for term in wanted)
        for table, parts in (("found", _OWN), ("common", IN_COMMON)):
            weights = ", ".join(str(_WEIGHTS[part]) for part in parts)
            with self._lock:
                ranked = self._base.execute(
                    f"SELECT rowid, bm25({table}, {weights}) FROM {table} WHERE {table} MATCH ?", (expression,)
                ).fetchall()
            for row, score in ranked:
                rank[self._sharing[row] if table == "common" else row] -= score
        return rank


def index(register: Register, day: dt.date, labels: Mapping[str, Bilingual]) -> Index:
    """The index of a register as it stood on `day`; `labels` hold the everyday words (labels/search_words.yaml)."""
    return Index(entries(register, day, labels))
