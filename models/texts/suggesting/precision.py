"""The decision table: which row the most precise words of a commitment fall under (codebook, 3)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from models.records.terms import Force, Precision
from models.texts.suggesting.clauses import rules, table
from models.texts.suggesting.clauses.clause import Clause
from models.texts.suggesting.clauses.lexicon import Lexicon
from models.texts.suggesting.clauses.splitting import Piece, acting
from models.texts.suggesting.clauses.words import Word, found_low
from models.texts.suggesting.due import Dated
from models.texts.suggestions import Sure, Target

_OBJECT = 40
"""So many words of an object are looked at."""
_MADE = rules.words("making")


def decided(
    text: str, found: Sequence[Word], clause: Clause, piece: Piece, lexicon: Lexicon, dated: Dated | None, target: Target | None
) -> table.Decided:
    """The row that fits the most precise words of a commitment."""
    deed = _Deed(text, found, lexicon)
    base = deed.base(clause, piece)
    if clause.force is not Force.STATES and target is not None:
        return table.Decided("5", Precision.DATED, Sure.LIKELY, target.words)
    if dated is not None:
        if base.precision is Precision.CHECKABLE or (dated.event and deed.at_event(clause, piece)):
            return table.Decided("5", Precision.DATED, Sure.SURE, dated.due.words)
    elif piece.at_the_meeting:
        return table.Decided("5", Precision.DATED, Sure.LIKELY, base.words)
    return base


@dataclass(frozen=True)
class _Deed:
    text: str
    found: Sequence[Word]
    lexicon: Lexicon

    def _said(self, first: int, last: int) -> str:
        return self.text[self.found[first].start : self.found[last - 1].end] if last > first else ""

    def _row(self, row: str, sure: Sure, first: int, last: int, precision: Precision | None = None) -> table.Decided:
        return table.Decided(row, precision or table.precision(row), sure, self._said(first, last))

    # the words of the deed -------------------------------------------------------------------------------------------

    def base(self, clause: Clause, piece: Piece) -> table.Decided:
        """The row without a date, with its means."""
        main = self._main(clause, piece)
        if main.row not in ("1", "3") and (shared := self._sharing(clause, piece)) and shared.precision.rank > main.precision.rank:
            main = shared
        better = self._means(piece)
        if better is not None and better.precision.rank > main.precision.rank and main.row not in ("1", "2", "3"):
            return better
        return main

    def _main(self, clause: Clause, piece: Piece) -> table.Decided:
        found, first = self.found, piece.deed
        if (outcome := self._outcome(piece)) is not None:
            return outcome
        verb = self._verb(clause, piece)
        going_on = self._going_on(piece, verb)
        if verb is not None and "2" in verb[2][1] and not (verb[2][1] - {"2", "4"}):
            return self._row("2", Sure.SURE, verb[0], verb[1])
        if going_on is not None:
            return going_on
        if verb is None:
            return self._by_nouns(clause, piece)
        start, end, (name, rows) = verb
        passive = (
            clause.subject is not None and start > 0 and any(w.low in ("be", "been") for w in found[max(first - 1, start - 3) : start])
        )
        thing = clause.subject if passive and clause.subject else (end, min(self._until(end, piece.last), end + _OBJECT))
        return self._by_verb(name, rows, start, end, thing, piece)

    def _sharing(self, clause: Clause, piece: Piece) -> table.Decided | None:
        """The most precise of further verbs with the same object: "not only respect but also promote", "adopt and carry out"."""
        verb = self._verb(clause, piece)
        best: table.Decided | None = None
        end = verb[1] if verb else piece.last
        while end < piece.last and found_low(self.found, end) in (",", "and", "or", "but"):
            start = end + 1
            while start < piece.last and found_low(self.found, start) in ("and", "also", "to"):
                start += 1
            hit = table.verbs().at(self.found, start, piece.last) if start < piece.last else None
            if hit is None or self.found[start].apart:
                break
            end = start + hit[0]
            if "1" in hit[1][1] or found_low(self.found, end) in ("for", "of"):
                break
            decided = self._by_verb(*hit[1], start, end, (end, min(self._until(end, piece.last), end + _OBJECT)), piece)
            best = decided if best is None or decided.precision.rank > best.precision.rank else best
        return best

    def _verb(self, clause: Clause, piece: Piece) -> tuple[int, int, tuple[str, frozenset[str]]] | None:
        """The verb of what is to be done, past "work with … to", "ensure that …", and an addressee."""
        found, last = self.found, piece.last
        if piece.rule is not None:
            at: int | None = piece.verb[0]
        elif clause.rule == "led" and clause.verb[1] == clause.verb[0]:
            return None
        elif clause.rule in ("listed", "while", "goes-on", "led") and clause.subject is None:
            at = self._deed(clause, piece) if self.found[clause.verb[0]].low in _MODALS else clause.verb[0]
        else:
            at = self._deed(clause, piece)
        for _ in range(4):
            if at is None or at >= last:
                return None
            hit = table.verbs().at(found, at, last)
            if hit is None:
                if found_low(found, at) in _ATTACHED and found_low(found, at + 1) == "to":
                    at = self._infinitive(at + 1, last)
                    continue
                if clause.subject and (gerund := self._gerund(clause)):
                    return gerund
                return None
            end, (name, rows) = at + hit[0], hit[1]
            inner = None
            if name in _ATTACHED:
                inner = self._infinitive(end, last)
            elif name in ("be able", "ask", "request", "ensure", "guarantee"):
                follows = end < last and found[end].low in ("that", "to")
                inner = (
                    self._infinitive(end, last) if follows and found[end].low == "to" else self._in_that(end + 1, last) if follows else None
                )
                if name in ("ask", "request") and inner is None:
                    inner = self._infinitive(end, last)
            elif name in ("take", "give", "pay") and any(
                word.low in ("account", "consideration", "attention", "heed") for word in found[end : min(last, end + 12)]
            ):
                return at, end, ("take into account", frozenset(["2"]))
            elif name == "make" and self._reality(end, last):
                return at, end, ("make", frozenset(["4"]))
            elif name == "make" and any(word.low == "known" for word in found[end : min(last, end + 8)]):
                return at, end, ("make known", frozenset(["16"]))
            if inner is None:
                return at, end, (name, rows)
            at = inner
        return None

    def _reality(self, end: int, last: int) -> bool:
        return any(word.low in ("reality", "true", "accessible", "easier") for word in self.found[end : min(last, end + 12)])

    def _gerund(self, clause: Clause) -> tuple[int, int, tuple[str, frozenset[str]]] | None:
        """The verb in a subject such as "Establishing an office"."""
        assert clause.subject is not None
        start, stop = clause.subject
        determined = start + 1 < stop and self.found[start + 1].low in ("a", "an", "the", "our", "their", "more", "all")
        if determined and self.found[start].low.endswith("ing") and (hit := table.verbs().at(self.found, start, stop)):
            return start, start + hit[0], hit[1]
        return None

    def _deed(self, clause: Clause, piece: Piece) -> int | None:
        """Where the verb of the deed stands."""
        found, last = self.found, piece.last
        at = self.lexicon.past_adverbs(found, clause.deed, last)
        if clause.bound and 0 < at < last and found[at - 1].low == "that" and clause.subject is None:
            return self._in_that(at, last)
        if clause.bound:
            return self._to_verb(at, last)
        heads = self._said(*clause.verb).casefold()
        if at < last and found[at].low == "that":
            return self._in_that(at + 1, last)
        if clause.force in (Force.ASKS, Force.URGES, Force.HOPES):
            if table.takes_nouns(heads):
                start = at
                while start < last and found[start].low in ("to", "for", "forward"):
                    start += 1
                start = self.lexicon.past_adverbs(found, start, last)
                while start + 1 < last and found[start].low in ("the", "a", "an", "immediate", "full", "early"):
                    start += 1
                hit = table.verbs().at(found, start, last) if start < last else None
                if hit and (found[start].low.endswith("ing") or hit[1][0].endswith(" of") or found[at].low == "to"):
                    return start
                if heads.startswith(("request", "propose", "recommend", "suggest", "demand")) and found[at].low != "for":
                    return self._infinitive(at, last)
                return None
            return self._infinitive(at, last) or self._in_that(at, last)
        return at

    def _to_verb(self, at: int, last: int) -> int:
        while at < last and found_low(self.found, at) in ("to", "be", "the", "full", "ourselves", "have"):
            if found_low(self.found, at) in ("be", "have") and table.verbs().at(self.found, at, last):
                return at
            at = self.lexicon.past_adverbs(self.found, at + 1, last)
        return at

    def _infinitive(self, at: int, last: int) -> int | None:
        for to in range(at, last - 1):
            if self.found[to].low == "to" and not self.found[to].apart:
                verb = self._to_verb(to, last)
                if verb < last and table.verbs().at(self.found, verb, last):
                    return verb
        return None

    def _in_that(self, at: int, last: int) -> int | None:
        """The verb of a clause behind "that": "that cities ratify", "that the fund will be opened"."""
        for modal in range(at, min(last, at + 90)):
            if self.found[modal].apart:
                continue
            passive = modal + 1 < last and self.found[modal].low in ("is", "are") and self.lexicon.deeds.at(self.found, modal + 1, last)
            if passive and passive[1] == "ed":
                return modal + 1
            if self.found[modal].low == "be" and table.verbs().at(self.found, modal, last):
                return modal
            if self.found[modal].low in ("will", "should", "would", "must", "shall", "can", "be"):
                return self._to_verb(self.lexicon.past_adverbs(self.found, modal + 1, last), last)
        for verb in range(at + 1, min(last, at + 12)):
            hit = self.lexicon.deeds.at(self.found, verb, last)
            if hit and hit[1] in ("base", "s"):
                return verb
        return None

    def _until(self, at: int, last: int) -> int:
        """Where the object of a verb ends: before a purpose or a means."""
        purposes = table.listed("purposes")
        for end in range(at, last):
            if purposes.at(self.found, end, last) or self.found[end].low in ("through", "via", ";"):
                return end
            if self.found[end].low == "by" and end + 1 < last and self.found[end + 1].low.endswith("ing"):
                return end
        return last

    # rows ------------------------------------------------------------------------------------------------------------

    def _outcome(self, piece: Piece) -> table.Decided | None:
        for at in range(piece.first, piece.last):
            if self.found[at].low in ("will", "would", "may", "to", "should") and at + 1 < piece.last:
                verb = self.lexicon.past_adverbs(self.found, at + 1, piece.last)
                hit = table.verbs().at(self.found, verb, piece.last) if verb < piece.last else None
                if hit and "1" in hit[1][1] and "12" not in hit[1][1]:
                    return self._row("1", Sure.SURE, verb, verb + hit[0])
        return None

    def _going_on(self, piece: Piece, verb: tuple[int, int, tuple[str, frozenset[str]]] | None) -> table.Decided | None:
        if verb is not None and "3" in verb[2][1]:
            after = self.lexicon.past_adverbs(self.found, verb[1] + (found_low(self.found, verb[1]) == "to"), piece.last)
            hit = table.verbs().at(self.found, after, piece.last) if after < piece.last else None
            if hit and hit[1][1] == frozenset(["2"]):
                return self._row("2", Sure.LIKELY, after, after + hit[0])
            return self._row("3", Sure.SURE, verb[0], verb[1])
        for at in range(piece.first, piece.last - 1):
            if self.found[at].low in ("continue", "continues", "continued") and not self.found[at].apart:
                to_go_on = self.found[at - 1].low in ("to", "must", "should", "will", "we") or at <= piece.deed + 12
                if to_go_on and self.found[at].low != "continued":
                    return self._row("3", Sure.LIKELY, at, at + 1)
        return None

    def _rows_of_nouns(self, first: int, last: int) -> list[tuple[int, frozenset[str]]]:
        found = []
        at = first
        while at < last:
            hit = table.nouns().at(self.found, at, last)
            if hit:
                found.append((at, hit[1]))
            at += hit[0] if hit else 1
        return found

    def _by_verb(self, name: str, rows: frozenset[str], start: int, end: int, thing: tuple[int, int], piece: Piece) -> table.Decided:
        nouns = self._rows_of_nouns(*thing)
        heads = self._heads(*thing)
        if "17" in rows:
            return self._row("17", Sure.LIKELY, start, end)
        if "9" in rows:
            return self._inserted(start, end, piece)
        if "8" in rows:
            return self._row("8", Sure.SURE, start, end)
        if "7" in rows:
            begun = next((row for _, row in nouns if row & {"7", "8"}), frozenset(["7"]))
            both = end < piece.last and self.found[end].low == "or"
            row = "8" if both or "7" not in begun or any("13" in each for _, each in nouns[:1]) else "7"
            return self._row(row, Sure.LIKELY, start, end)
        if "11" in rows:
            return self._carried_out(start, end, nouns, piece)
        if rows & {"6"} and not ("14" in rows and any(row & {"15"} for _, row in heads)):
            return self._row("6", Sure.SURE, start, end)
        if "12" in rows:
            return self._row("12", Sure.SURE, start, end)
        if rows & {"14", "15"}:
            return self._made(name, rows, start, end, heads or nouns)
        if name in _HANDED_ON and (value := self._value(start)) is not None:
            return self._row("4", Sure.LIKELY, value, value + 1)
        if "16" in rows:
            return self._row("16", Sure.SURE, start, end)
        if "4" in rows:
            return self._row("4", Sure.LIKELY, start, end)
        return self._row(sorted(rows)[0], Sure.GUESS, start, end)

    def _value(self, verb: int) -> int | None:
        """A value that is to be handed on: "that the spirit of … will be communicated"."""
        that = next((at for at in range(verb, max(-1, verb - 30), -1) if self.found[at].low == "that"), None)
        if that is None:
            return None
        return next((at for at in range(that, min(verb, that + 4)) if self.found[at].low in ("spirit", "values", "vision", "hope")), None)

    def _heads(self, first: int, last: int) -> list[tuple[int, frozenset[str]]]:
        """The nouns that the object itself is, and not those that only describe it: of "education programmes" the second."""
        stop = next((at for at in range(first, last) if self.found[at].low in _DESCRIBING or self.found[at].low == ","), last)
        nouns = []
        at = first
        while at < stop:
            hit = table.nouns().at(self.found, at, min(len(self.found), stop + 3))
            if hit:
                nouns.append((at, at + hit[0], hit[1]))
            at += hit[0] if hit else 1
        heads = [(at, rows) for at, end, rows in nouns if end >= stop or found_low(self.found, end) in ("and", "or")]
        return sorted(heads or [(at, rows) for at, _, rows in nouns[-1:]], key=lambda head: "14" not in head[1])

    def _inserted(self, start: int, end: int, piece: Piece) -> table.Decided:
        into = next((at for at in range(end, piece.last) if self.found[at].low in ("into", "in", "on", "to")), None)
        nouns = self._rows_of_nouns(into, min(piece.last, into + 8)) if into is not None else []
        for _, rows in nouns:
            if rows & {"9", "10"}:
                return self._row("9" if "9" in rows else "10", Sure.LIKELY, start, end)
        return self._row("9", Sure.GUESS, start, end)

    def _carried_out(self, start: int, end: int, nouns: list[tuple[int, frozenset[str]]], piece: Piece) -> table.Decided:
        named = next((at for at in range(end, piece.last) if self.found[at].low in ("including", "especially")), None)
        if named is not None and any("14" in rows for _, rows in self._rows_of_nouns(named, min(piece.last, named + 12))):
            return self._row("11", Sure.LIKELY, start, end, Precision.CHECKABLE)
        first = next((rows for _, rows in nouns if rows & {"11", "13", "14"}), frozenset(["11"]))
        return self._row("13" if "13" in first and "11" not in first else "11", Sure.LIKELY, start, end)

    def _made(self, name: str, rows: frozenset[str], start: int, end: int, nouns: list[tuple[int, frozenset[str]]]) -> table.Decided:
        if "14" not in rows:  # it is not made: "review our ordinances"
            return self._row("16" if "16" in rows else "15", Sure.LIKELY, start, end)
        for at, each in nouns:
            if "13" in each and "14" not in each:
                return self._row("13", Sure.LIKELY, at, at + 1)
            if "14" in each:
                return self._row("14", Sure.SURE, start if start < at else at, at + 1)
            if "15" in each:
                return self._row("15", Sure.LIKELY, at, at + 1)
            if "16" in each:
                return self._row("16", Sure.LIKELY, at, at + 1)
            if "4" in each:
                return self._row("4", Sure.LIKELY, at, at + 1)
        if name == "have":
            return self._row("4", Sure.LIKELY, start, end)
        if name in _MADE:
            return self._row("14", Sure.GUESS, start, end)
        return self._row("4" if "4" in rows else "13", Sure.GUESS, start, end)

    def _by_nouns(self, clause: Clause, piece: Piece) -> table.Decided:
        """No verb says what is to be done: the nouns that are called for or needed decide."""
        first, last = piece.deed, self._until(piece.deed, piece.last)
        needed = clause.subject is not None and clause.rule in ("nobody-named", "network", "actor")
        if needed and clause.subject is not None:
            first, last = clause.subject
        heads = self._heads(first, last) or self._rows_of_nouns(piece.deed, piece.last)
        for at, rows in heads:
            for row in ("6", "12", "13", "14", "4", "16", "11", "15"):
                if row in rows:
                    return self._row(row, Sure.LIKELY, at, at + 1)
        return self._row("13", Sure.GUESS, piece.deed, min(piece.deed + 6, piece.last))

    def _means(self, piece: Piece) -> table.Decided | None:
        """The most precise means: "by joining the alliance", "through talks"."""
        best: table.Decided | None = None
        for at in range(piece.deed, piece.last - 1):
            low = self.found[at].low
            if self.found[at].apart or low not in ("by", "through", "via"):
                continue
            verb = self.lexicon.past_adverbs(self.found, at + 1, piece.last)
            hit = table.verbs().at(self.found, verb, piece.last) if verb < piece.last else None
            if hit and self.found[verb].low.endswith("ing"):
                end = verb + hit[0]
                means = self._by_verb(hit[1][0], hit[1][1], verb, end, (end, min(piece.last, end + _OBJECT)), piece)
                if means.precision is Precision.ASPIRATION:
                    continue
            elif low == "by" or verb >= piece.last:
                continue
            else:
                means = self._row("4", Sure.LIKELY, at, verb + 1, Precision.DIRECTION)
            if best is None or means.precision.rank > best.precision.rank:
                best = means
        return best

    def at_event(self, clause: Clause, piece: Piece) -> bool:
        """Whether it is a meeting, review, report or discussion, which an event dates."""
        verb = acting(self.found, clause, self.lexicon) or piece.verb
        at = piece.verb[0] if piece.rule else verb[0]
        words = {word.low for word in self.found[at : min(at + 4, piece.last)]} | {
            word.low for word in self.found[piece.deed : piece.deed + 4]
        }
        return bool(words & _AT_EVENTS)


_MODALS = frozenset(["will", "shall", "must", "agrees", "undertake", "undertakes"])
_HANDED_ON = frozenset(["communicate", "share", "spread", "pass on", "show", "tell"])
_ATTACHED = rules.words("leading_on")
_AT_EVENTS = rules.words("at_events")
_DESCRIBING = rules.words("describing")
