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
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from models.records.fields import Bilingual
from models.register.register import Register
from models.search.entries import Entry, Kind, Part, entries
from models.search.facets import Facets
from models.search.query import Term, together, understood
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
    Part.EVERYDAY: 1.0,
    Part.PLACE: 2.0,
}
ENOUGH = 0.34
"""A record fits if it holds so much of what the question tells, rare words telling more than frequent ones."""
LEAST = 0.2
"""Where no record of a kind holds enough, the best of them fit, if they hold at least so much."""
PIECE = 0.5
"""What a question in one piece tells beyond its words, against a word as rare."""

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

    def of(self, kind: Kind) -> Sequence[Hit]:
        return self.hits.get(kind, ())

    def complete(self, hits: Sequence[Hit]) -> int:
        """How many of the hits hold every word of the question; these stand first."""
        return int(np.logical_and.reduce(self.rows)[[hit.row for hit in hits]].sum()) if self.rows and hits else len(hits)

    def missing(self, hit: Hit) -> list[str]:
        """The words of the question that a record does not hold."""
        return [term.text for term, rows in zip(self.terms, self.rows, strict=True) if not rows[hit.row]]


class Index:
    """The full-text index of one register as of one day."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.entries = tuple(entries)
        self._lock = threading.Lock()
        self._base = sqlite3.connect(":memory:", check_same_thread=False)
        self._base.execute(f"CREATE VIRTUAL TABLE found USING fts5({', '.join(Part)}, content = '', tokenize = 'porter unicode61')")
        heard: Counter[str] = Counter()
        chains: dict[tuple[str, ...], None] = {}
        self._accented: set[str] = set()
        kinds: dict[Kind, list[int]] = {}
        rows = []
        for row, entry in enumerate(self.entries):
            kinds.setdefault(entry.kind, []).append(row)
            cells = []
            for part in Part:
                held = indexed(entry.texts.get(part, ""))
                heard.update(held.used)
                cells.append(held.cell)
                if part is not Part.PLACE:
                    chains |= dict.fromkeys(held.chains)
                    self._accented.update(held.accented)
            rows.append([row, *cells])
        marks = ", ".join("?" * (len(Part) + 1))
        self._base.executemany(f"INSERT INTO found(rowid, {', '.join(Part)}) VALUES ({marks})", rows)
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
        if not wanted:
            return Found(hits={kind: self._hits(rows) for kind, rows in self._kinds.items()})
        known, corrected, unknown, rows = self.spelling.resolve(wanted, self._rows)
        if not known:
            return Found(corrected=corrected, unknown=unknown, left_out=left_out, asked=True)
        piece = together(asked)
        whole = self._rows(piece) if piece else self._none
        held, everything = self._held(rows, whole)
        # In more than half of many records a word cannot rank them; asking for its rank would only cost time.
        few = max(FEW, len(self.entries) // 2)
        telling = [term for term, found in zip(known, rows, strict=True) if found.sum() <= few]
        rank = self._ranks([*telling, piece] if piece and 0 < whole.sum() <= few else telling)
        complete, respelt = np.logical_and.reduce(rows), self._respelt(known, rows)
        hits = {}
        for kind, places in self._kinds.items():
            share = held[places] / everything
            fits = share >= max(LEAST, min(ENOUGH, share.max()))
            fitting = places[fits]
            score, all_words = rank[fitting] * share[fits] / (1 + respelt[fitting]), complete[fitting]
            if share.max() > 0 and len(fitting):
                # Of the records with every word, those that have them as they were typed come before those that spell them otherwise.
                hits[kind] = self._hits(fitting[np.lexsort((fitting, -score, respelt[fitting] * all_words, ~all_words))])
        return Found(known, corrected, unknown, left_out, hits, True, tuple(rows))

    def marks(self, found: Found, hit: Hit) -> Mapping[Part, list[Span]]:
        """Where the words of a question stand in the texts of a hit."""
        wanted = [tuple(map(self._stems.of, form)) for term in found.terms for form in term.every]
        begins = {term.text for term in found.terms if term.begins}
        spans = {part: self._spans(text, wanted, begins) for part, text in hit.entry.texts.items()}
        return {part: each for part, each in spans.items() if each}

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

    def _held(self, rows: Sequence[Rows], whole: Rows) -> tuple[Share, float]:
        """How much of the question each record holds, rare words telling more than frequent ones; and how much there is."""
        held = np.zeros(len(self.entries))
        worth = [self._worth(found) for found in rows]
        everything = sum(worth)
        for found, each in zip(rows, worth, strict=True):
            held[found] += each
        piece = PIECE * self._worth(whole) if whole.any() else 0.0
        # Only where the words tell little by themselves is it their order that tells.
        if piece > everything:
            held[whole] += piece
            everything += piece
        return held, everything

    def _respelt(self, known: Sequence[Term], rows: Sequence[Rows]) -> npt.NDArray[np.int_]:
        """How many words of the question each record holds in another spelling alone."""
        respelt = np.zeros(len(self.entries), dtype=int)
        for term, found in zip(known, rows, strict=True):
            own = self._rows(replace(term, others=())) if term.forms and term.others else found
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

    def _rows(self, term: Term) -> Rows:
        # All numbers in one string: fetched row by row, a word that most records hold takes four times as long.
        with self._lock:
            (found,) = self._base.execute("SELECT group_concat(rowid) FROM found WHERE found MATCH ?", (term.expression,)).fetchone()
        rows = self._none.copy()
        if found:
            rows[np.fromstring(found, dtype=int, sep=",")] = True
        return rows

    def _ranks(self, wanted: Sequence[Term]) -> Share:
        """How well each record holds the terms, the more the better (BM25)."""
        if not wanted:
            return np.zeros(len(self.entries))
        expression = " OR ".join(f"({term.expression})" for term in wanted)
        weights = ", ".join(str(_WEIGHTS[part]) for part in Part)
        rank = np.zeros(len(self.entries))
        with self._lock:
            ranked = self._base.execute(f"SELECT rowid, bm25(found, {weights}) FROM found WHERE found MATCH ?", (expression,)).fetchall()
        for row, score in ranked:
            rank[row] = -score
        return rank


def index(register: Register, day: dt.date, labels: Mapping[str, Bilingual]) -> Index:
    """The index of a register as it stood on `day`; `labels` hold the everyday words (labels/search_words.yaml)."""
    return Index(entries(register, day, labels))
