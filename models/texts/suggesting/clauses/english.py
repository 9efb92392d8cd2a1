"""English sentences, parted into clauses by the verbs that govern them (codebook, 2).

A head is a verb that the sentence itself performs: after "we", at the beginning of a recital ("Hoping that …"), or joined to another
head by "and", "while" or a semicolon. A sentence without one is read by `third`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from models.records.terms import Force
from models.texts.suggesting.clauses import led, third
from models.texts.suggesting.clauses.clause import Clause, Lead, Stands
from models.texts.suggesting.clauses.lexicon import Head, Lexicon, lexicon
from models.texts.suggesting.clauses.words import Word, sentences, words
from models.texts.suggestions import Sure

BELOW = (Force.RECORDS, Force.STATES)


@dataclass(frozen=True, slots=True)
class _Opened:
    """A head with the place at which its stretch begins, and at which the one before it ends."""

    start: int
    before: int
    head: Head


def clauses(text: str, stands: Stands, lead: Lead | None = None) -> tuple[list[Word], list[Clause]]:
    """The words of a provision, and its clauses in order; `lead` is the line under which it stands."""
    found = words(text)
    parted: list[Clause] = []
    for lo, hi in sentences(found):
        parted += _Sentence(text, found, lo, hi, stands, lexicon(), lead).clauses()
    return found, parted


@dataclass(frozen=True)
class _Sentence:
    text: str
    found: Sequence[Word]
    lo: int
    hi: int
    stands: Stands
    lexicon: Lexicon
    lead: Lead | None = None

    def clauses(self) -> list[Clause]:
        """Its clauses in order."""
        opened = self._one_of_two(list(self._opened()))
        if not opened:
            parted = third.clauses(self.text, self.found, self.lo, self.hi, self.stands, self.lexicon)
            return [self._under_the_line(clause) for clause in parted]
        parted = []
        if opened[0].start > self.lo:
            before = third.clauses(self.text, self.found, self.lo, opened[0].before, self.stands, self.lexicon)
            parted += [clause for clause in before if clause.force not in BELOW]
        for at, each in enumerate(opened):
            last = opened[at + 1].before if at + 1 < len(opened) else self.hi
            parted.append(self._clause(each, last))
        return parted

    def _under_the_line(self, clause: Clause) -> Clause:
        lead = self.lead
        return led.nominal(clause, lead) if lead and led.is_nominal(self.found, clause, self.lexicon) else clause

    def _one_of_two(self, opened: list[_Opened]) -> list[_Opened]:
        """Of two verbs with the same object ("acknowledge and thank") the later one decides (codebook, 1, rule 2)."""
        kept: list[_Opened] = []
        for each in opened:
            if kept and each.head.verb[0] == kept[-1].head.verb[1] + 1 and self.found[each.head.verb[0] - 1].low in self.lexicon.joining:
                earlier = kept.pop()
                each = replace(each, start=earlier.start, before=earlier.before)
            kept.append(each)
        return kept

    def _clause(self, opened: _Opened, last: int) -> Clause:
        head = opened.head
        return Clause(
            first=opened.start,
            last=self._without_premise(head.deed, last),
            verb=head.verb,
            force=head.force,
            sure=head.sure,
            rule=head.rule,
            deed=head.deed,
            words={"verb": self.lead.verb, "line": self.lead.line}
            if self.lead and head.rule == "led"
            else {"verb": self._said(*head.verb)},
            bound=head.bound,
        )

    def _said(self, first: int, last: int) -> str:
        return self.text[self.found[first].start : self.found[last - 1].end] if last > first else ""

    # heads -----------------------------------------------------------------------------------------------------------

    def _opened(self) -> Iterator[_Opened]:
        found, lex = self.found, self.lexicon
        at = self._after_connecting(self.lo)
        previous: Head | None = None
        if self.lead and (under := led.head(found, self.lo, self.hi, self.lead, lex)):
            previous = under
            yield _Opened(self.lo, self.lo, under)
            at = under.deed + 1
        elif at < self.hi and (head := lex.recital(found, at, self.hi, self.stands)):
            previous = head
            yield _Opened(self.lo if at == self.lo or found[at - 1].low != "," else at, self.lo, head)
            at = head.deed
        while at < self.hi:
            word = found[at]
            if not word.apart:
                if length := lex.own(found, at, self.hi):
                    if not lex.is_under(found, at, self.lo) and (head := self._after_own(at, length)):
                        start, before = self._start(at, previous is None)
                        yield _Opened(start, before, head)
                        previous, at = head, max(head.deed, at + 1)
                        continue
                elif previous is not None and (joined := lex.joined(found, at, self.hi, previous, self.stands)):
                    start, head = joined
                    if self.lead and previous.rule == "led" and (under := led.head(found, start, self.hi, self.lead, lex)):
                        head = under
                    yield _Opened(start, at, head)
                    previous, at = head, max(head.deed, at + 1)
                    continue
            at += 1

    def _after_connecting(self, at: int) -> int:
        """Past single words that only join the sentence to the one before."""
        lex = self.lexicon
        while at < self.hi and (self.found[at].low in lex.connecting or self.found[at].is_sign):
            at += 1
        return at

    def _after_own(self, at: int, length: int) -> Head | None:
        """The head behind "we", also behind "we, the participants of …,"."""
        found, lex, verb = self.found, self.lexicon, at + length
        if found[at].low == "let":
            return Head((at, verb), Force.UNDERTAKES, "we-bind", Sure.LIKELY, verb, "base", True)
        if verb < self.hi and found[verb].low == ",":
            for comma in range(verb, min(self.hi, verb + 160)):
                if (
                    found[comma].low == ","
                    and comma + 1 < self.hi
                    and (head := lex.behind_own(found, comma + 1, self.hi, self.stands, True))
                ):
                    return head
            return None
        return lex.behind_own(found, verb, self.hi, self.stands, False) if verb < self.hi else None

    def _start(self, own: int, is_first: bool) -> tuple[int, int]:
        """Where the stretch of a head behind "we" begins, and where what stands before it ends."""
        found, lex = self.found, self.lexicon
        before = own
        while before > self.lo and (found[before - 1].low in lex.joining or found[before - 1].low in ",;"):
            before -= 1
        if before == own and own > self.lo and not is_first:
            before = self._joint(own)
        lead = found[self.lo : own]
        opens_with_phrase = (
            is_first
            and lead
            and lead[0].low in lex.prepositions
            and lead[-1].low == ","
            and not lex.premises.at(found, self.lo, own)
            and not any(lex.own(found, k, own) for k in range(self.lo, own))
        )
        return (self.lo, self.lo) if opens_with_phrase else (own, before)

    def _joint(self, own: int) -> int:
        """Back over "and at the same time" to the "and" that joins."""
        for at in range(own - 1, max(self.lo, own - 6), -1):
            if self.found[at].low in ("and", ";", "while"):
                return at - 1 if self.found[at - 1].low == "," else at
        return own

    # ends ------------------------------------------------------------------------------------------------------------

    def _without_premise(self, deed: int, last: int) -> int:
        """Where the stretch ends: before a premise that follows, and before a remark that begins with ", which"."""
        found, lex = self.found, self.lexicon
        for at in range(deed, last):
            if found[at].apart:
                continue
            if lex.premises_behind.at(found, at, last):
                return at
            if found[at].low == "," and at + 1 < last and found[at + 1].low == "which":
                return at
        return last
