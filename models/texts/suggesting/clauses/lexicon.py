"""The English verb lists, ready to be looked up: which verb governs at a place, and what it makes of the sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from models.records.terms import Force
from models.texts.suggesting.clauses import rules
from models.texts.suggesting.clauses.clause import Stands
from models.texts.suggesting.clauses.words import Phrases, Word
from models.texts.suggestions import Sure

BELOW = (Force.RECORDS, Force.STATES)
_NOUN_BEFORE = rules.words("behind_nouns")
_DETERMINING = rules.words("determining")
_ENDED = frozenset(".!?;")
_BINDING = frozenset(["will", "shall", "must"])
_CHAINS = ("resolve", "agree", "decide", "determine", "wish", "want", "would", "like")
_WANTED = ("see", "know", "feel", "think", "hold that")
"""Behind "we wish to" these say what is wanted, and do not govern."""
_WEAK = frozenset(["can", "may", "could", "might", "would", "cannot"])


@dataclass(frozen=True, slots=True)
class Listed:
    """A verb of the lists in one of its forms."""

    verb: str
    force: Force
    form: str
    rule: str


@dataclass(frozen=True, slots=True)
class Head:
    """A governing verb: its words, its force, and where what it wants begins."""

    verb: tuple[int, int]
    force: Force
    rule: str
    sure: Sure
    deed: int
    form: str
    bound: bool = False
    """What is to be done follows as an infinitive or a gerund."""


@dataclass(frozen=True)
class Lexicon:
    """The lists of words of one language, made to be looked up."""

    listed: Phrases[Listed]
    deeds: Phrases[str]
    """Every verb of the decision table, by its form."""
    connecting: frozenset[str]
    adverbs: frozenset[str]
    prepositions: frozenset[str]
    joining: frozenset[str]
    subordinating: frozenset[str]
    past: frozenset[str]
    premises: Phrases[str]
    premises_behind: Phrases[str]
    owns: Phrases[str]
    own_needs: Phrases[str]

    # places ----------------------------------------------------------------------------------------------------------

    def own(self, found: Sequence[Word], at: int, stop: int) -> int:
        """How many words of the speakers' name for themselves stand here; 0 where none do."""
        hit = self.owns.at(found, at, stop)
        if hit is None or (
            hit[0] > 1 and found[at].low != "let" and ((at > 0 and found[at - 1].low not in _ENDED) or self._of(found, at + hit[0], stop))
        ):
            return 0
        return hit[0]

    def _of(self, found: Sequence[Word], at: int, stop: int) -> bool:
        return at < stop and found[at].low in self.prepositions | {"of"}

    def is_under(self, found: Sequence[Word], at: int, lo: int) -> bool:
        """Whether the clause that begins here hangs on another: "so that we will meet"."""
        before = at - 1
        return before >= lo and found[before].low in self.subordinating

    def past_adverbs(self, found: Sequence[Word], at: int, stop: int) -> int:
        """Past words that may stand before a governing verb and decide nothing."""
        if at + 1 < stop and found[at].low == "not" and found[at + 1].low == "only":
            at += 2
        while at < stop and (found[at].low in self.adverbs or found[at].low.endswith("ly")) and not self.listed.at(found, at, stop):
            at += 1
        return at

    # what governs ----------------------------------------------------------------------------------------------------

    def recital(self, found: Sequence[Word], at: int, stop: int, stands: Stands) -> Head | None:
        """The head at the beginning of a sentence without subject: "Hoping that", "Are deeply concerned", "To cooperate"."""
        at = self.past_adverbs(found, at, stop)
        if at >= stop or found[at].apart:
            return None
        if hit := self._listed(found, at, stop, ("base", "ing", "s")):
            length, listed = hit
            following = found[at + length].low if at + length < stop else ""
            is_noun = length == 1 and listed.form in ("base", "s") and following in _NOUN_BEFORE
            if not is_noun or (listed.form == "base" and following == "to"):
                return self._head(found, at, length, listed, stop)
        if found[at].low in ("are", "is", "am"):
            return self.behind_own(found, at, stop, stands, False)
        if stands.binds:
            return self._action(found, at, stop)
        return None

    def behind_own(self, found: Sequence[Word], at: int, stop: int, stands: Stands, only_known: bool) -> Head | None:
        """The head behind "we"."""
        at = self.past_adverbs(found, at, stop)
        if at >= stop:
            return None
        low = found[at].low
        if hit := self._listed(found, at, stop, ("base", "s", "been")):
            return self._head(found, at, hit[0], hit[1], stop)
        if low in _BINDING:
            return Head((at, at + 1), Force.UNDERTAKES, "we-bind", Sure.SURE, at + 1, "base", True)
        if hit_need := self.own_needs.at(found, at, stop):
            return Head((at, at + 1), Force.UNDERTAKES, "we-bind", Sure.SURE, at + hit_need[0], "base", True)
        if low in ("need", "needs"):
            return Head((at, at + 1), Force.HOPES, "need", Sure.LIKELY, at + 1, "base")
        if low == "should":
            return Head((at, at + 1), Force.UNDERTAKES, "we-should", Sure.GUESS, at + 1, "base", True)
        if low in _WEAK:
            return Head((at, at + 1), Force.STATES, "may", Sure.SURE, at + 1, "base")
        if low in ("are", "am", "is"):
            return Head((at, min(at + 2, stop)), Force.STATES, "feeling", Sure.SURE, min(at + 2, stop), "base")
        if low in ("have", "has") and at + 1 < stop and found[at + 1].low in ("a", "an", "the", "no", "our", "their", "its"):
            return Head(
                (at, at + 1),
                Force.UNDERTAKES if stands.binds else Force.STATES,
                "listed" if stands.binds else "stance",
                Sure.LIKELY,
                at,
                "base",
            )
        if low in ("have", "had", "has", "were", "was") or low in self.past or (low.endswith("ed") and found[at].low != "need"):
            return Head((at, at + 1), Force.RECORDS, "past", Sure.SURE, at + 1, "ed")
        if only_known or found[at].is_sign:
            return None
        if stands.binds:
            return self._action(found, at, stop)
        return Head((at, at + 1), Force.STATES, "stance", Sure.LIKELY, at + 1, "base")

    def joined(self, found: Sequence[Word], at: int, stop: int, previous: Head, stands: Stands) -> tuple[int, Head] | None:
        """A head that "and", "while" or a semicolon joins to the one before it, with the place where its stretch begins."""
        sign = found[at].low
        after_comma = sign == "," and at + 1 < stop and found[at + 1].low in ("and", "while", "but")
        if at and found[at - 1].low == "," and sign in ("and", "while", "but"):
            return None  # looked at from the comma
        if after_comma:
            sign = found[at + 1].low
        if sign not in ("and", "while", ";", ",", "but"):
            return None
        verb = at + 1
        while verb < stop and found[verb].low in ("and", "while", "but", "also", "therefore", "thus", "in", "addition"):
            verb += 1
        is_while = any(found[k].low == "while" for k in range(at, verb))
        verb = self.past_adverbs(found, verb, stop)
        if verb >= stop or found[verb].apart:
            return None
        hit = self._listed(found, verb, stop, ("base", "ing", "s"))
        if found[verb].low in _BINDING and previous.rule == "we-bind":
            return verb, Head((verb, verb + 1), Force.UNDERTAKES, "we-bind", Sure.SURE, verb + 1, "base", True)
        if hit is None:
            if is_while and found[verb].low.endswith("ing") and previous.force is Force.UNDERTAKES and stands.binds:
                return verb, Head((verb, verb + 1), Force.UNDERTAKES, "while", Sure.LIKELY, verb, "ing", True)
            return None
        length, listed = hit
        head = self._head(found, verb, length, listed, stop)
        if listed.form == "ing":
            fits = is_while or previous.form == "ing" or (sign == "," and head.force in (Force.ASKS, Force.URGES))
        else:
            fits = previous.form == listed.form and sign != ","
        if not fits:
            return None
        wants = previous.force not in BELOW
        if wants and head.force in BELOW and not is_while and sign != ";":
            return None
        comma = sign == ";" or after_comma or is_while
        if wants and listed.form == "base" and previous.bound and not comma:
            return None
        following = found[verb + length].low if verb + length < stop else ""
        if listed.form == "base" and length == 1 and following in (*_NOUN_BEFORE, ",", ".", "and") and following != "to":
            return None
        if listed.form == "base" and after_comma and self._in_a_chain(found, at):
            return None
        return verb, head

    def _in_a_chain(self, found: Sequence[Word], at: int) -> bool:
        """Whether the verb is the last of a list of infinitives: "can meet, share experience, and propose policies"."""
        comma = next((k for k in range(at - 1, max(0, at - 12), -1) if found[k].low == ","), None)
        hit = self.deeds.at(found, comma + 1, at) if comma is not None else None
        return hit is not None and hit[1] == "base"

    def _listed(self, found: Sequence[Word], at: int, stop: int, forms: tuple[str, ...]) -> tuple[int, Listed] | None:
        hit = self.listed.at(found, at, stop)
        return hit if hit and hit[1].form in forms else None

    def _head(self, found: Sequence[Word], at: int, length: int, listed: Listed, stop: int) -> Head:
        after = self.past_adverbs(found, at + length, stop)
        bound = listed.verb.endswith(" to") or (after < stop and found[after].low == "to")
        rule, force, verb, deed = listed.rule, listed.force, (at, at + length), at + length
        if listed.force is Force.UNDERTAKES and after < stop and found[after].low == "to":
            deed = after + 1
            deed += deed < stop and found[deed].low == ":"
        if bound and listed.verb.split()[0] in _CHAINS:
            start = self.past_adverbs(found, max(deed, after), stop)
            start += start < stop and found[start].low == "to"
            if (chained := self._listed(found, start, stop, ("base",))) and (
                chained[1].force in (Force.ASKS, Force.URGES) or (listed.force is Force.HOPES and chained[1].verb not in _WANTED)
            ):
                return Head((start, start + chained[0]), chained[1].force, "chain", Sure.LIKELY, start + chained[0], listed.form)
        if listed.verb in ("commit", "promise", "pledge", "undertake") and deed == at + length:
            while deed < stop and found[deed].low in ("ourselves", "to", "itself", "that", ":"):
                bound, deed = True, deed + 1
        return Head(verb, force, rule, Sure.SURE, deed, "base" if listed.form == "been" else listed.form, bound)

    def _action(self, found: Sequence[Word], at: int, stop: int) -> Head | None:
        """In a list of commitments or an article: an action verb, or "To …"."""
        is_to = found[at].low == "to"
        verb = self.past_adverbs(found, at + is_to, stop)
        if verb >= stop:
            return None
        hit = self.deeds.at(found, verb, stop)
        length = hit[0] if hit else 1
        if is_to and hit is None and (found[verb].low in _DETERMINING | self.prepositions or found[verb].low in ("end", "be")):
            return None  # "To this end, …"
        if not is_to and not (hit and hit[1] in ("base", "s", "ing")):
            return self.unknown_action(found, verb, stop) if hit is None else None
        return Head((verb, verb + length), Force.UNDERTAKES, "listed", Sure.SURE, verb, "base", True)

    def unknown_action(self, found: Sequence[Word], at: int, stop: int) -> Head | None:
        """A verb that no list has, known by the object that follows: "Greet the tenants"."""
        low, following = found[at].low, found[at + 1].low if at + 1 < stop else ""
        is_other = low in self.prepositions | self.subordinating | self.connecting | self.joining | self.past or low in _DETERMINING
        if (
            is_other
            or found[at].is_sign
            or low.endswith("ed")
            or following not in ("the", "a", "an", "our", "all", "each", "every", "their")
        ):
            return None
        return Head((at, at + 1), Force.UNDERTAKES, "listed", Sure.GUESS, at, "base", True)


@cache
def lexicon() -> Lexicon:
    """The lexicon of English."""
    lists = rules.lists("en")
    listed = []
    for group in rules.verbs("en"):
        for verb in group.verbs:
            bare = verb.replace("*", "")
            for form, said in rules.bent(verb).items():
                name = "been" if verb.startswith("*be ") and form in ("base", "s") else form
                listed += [(each, Listed(bare, group.force, name, group.id)) for each in sorted(said)]
    deeds = []
    for row in rules.rows("en"):
        for verb in row.verbs:
            for form, said in rules.bent(verb).items():
                deeds += [(each, form) for each in sorted(said)]

    def phrases(name: str) -> Phrases[str]:
        return Phrases.of((phrase, phrase) for phrase in lists[name])

    return Lexicon(
        listed=Phrases.of(listed),
        deeds=Phrases.of(deeds),
        connecting=frozenset(lists["connecting"]),
        adverbs=frozenset(lists["adverbs"]),
        prepositions=frozenset(lists["prepositions"]),
        joining=frozenset(lists["joining"]),
        subordinating=frozenset(lists["subordinating"]),
        past=frozenset(lists["past"]),
        premises=phrases("premises"),
        premises_behind=phrases("premises_behind"),
        owns=phrases("own"),
        own_needs=phrases("own_needs"),
    )
