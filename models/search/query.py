"""What somebody typed, as the terms that are looked for: question words left out, particles taken off, phrases kept."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from models.search import numerals
from models.search.letters import shown
from models.search.stop_words import ASKING_EN, ASKING_KO, ATTACHED, COUNTED, PLEDGE_KO, UNIT, UNITS
from models.search.words import Word, bare, pairs, words

MAX_LENGTH = 400
"""So many letters of a question are read; more is a text, not a question."""
MAX_TERMS = 16
MOST_PARTS = 4
"""So many words that are typed with spaces may be one word: anti corruption, people to people."""
_MARKS = '“”„‟"«»『』「」《》〈〉‹›〝〞〟'
QUOTED = re.compile(
    rf"(?:[{_MARKS}]([^{_MARKS}]+)[{_MARKS}]|(?<!\w)['‘]([^'‘’]+)['’](?![^\W가-힣]))"
    rf"(?:{ATTACHED}(?![가-힣]))?"  # “OHCHR”과
)
_ATTACHED, _COUNTED, _UNIT = re.compile(ATTACHED), re.compile(COUNTED), re.compile(UNIT)
_ALONE = "|".join(sorted(UNITS - {"도", "조", "주", "회"}, key=len, reverse=True))
_APART = re.compile(rf"(?:{_ALONE})|(?:개국|개월|가지|년도|주년|[개명곳년])(?:{ATTACHED})")
"""What is counted with, standing apart from its number: 1000 개, 2030 년까지."""

_CLOSING = tuple(")]>}%’”'\"」』》〉")
"""After these too a particle is attached: 유엔 인권최고대표사무소(OHCHR)와."""

Phrase = tuple[str, ...]
"""Words of the index that stand one after the other."""


@dataclass(frozen=True, slots=True)
class Term:
    """One thing that is looked for: `text` as the reader sees it, and every form in which the index may hold it."""

    text: str
    forms: tuple[Phrase, ...]
    korean: bool = False
    exact: bool = False
    """Asked for in quotation marks: taken as it is, never corrected."""
    typed: str = ""
    """The word as it was typed, where that is another one."""
    others: tuple[Phrase, ...] = ()
    """Other spellings of the same; what holds the word as it was typed stands before what holds these."""
    one: bool = False
    """Several words that are one, joined by hyphens or by the records."""
    phrase: bool = False
    """Usual words that tell something only one after the other."""

    @property
    def every(self) -> tuple[Phrase, ...]:
        """All forms in which the index may hold it."""
        return (*self.forms, *self.others)

    @property
    def expression(self) -> str:
        """The forms as a question to the full-text index."""
        return " OR ".join('"' + " ".join(form) + '"' + ("*" if self.begins else "") for form in self.every)

    @property
    def begins(self) -> bool:
        """A single Korean syllable stands for every word that begins with it."""
        return self.korean and self.forms == ((self.text,),) and len(self.text) == 1

    @property
    def initials(self) -> bool:
        """Single Korean letters, as they are typed for the beginnings of syllables: ㅇㄱㄷㅅ."""
        return "ㄱ" <= self.text[:1] <= "ㆎ"


class Question(NamedTuple):
    """A question as it was understood."""

    terms: tuple[Term, ...] = ()
    left_out: tuple[str, ...] = ()
    """Words that tell nothing of the subject, and what came after the last word that is looked for."""


One = Callable[[Phrase], bool]


def terms(asked: str) -> tuple[Term, ...]:
    """The terms of a question, each once, in the order in which they were typed."""
    return understood(asked).terms


def understood(asked: str, one: One = lambda _: False) -> Question:
    """What is looked for and what is left out of a question; `one` says whether words with spaces between them are one word."""
    text = shown(asked)[:MAX_LENGTH]
    found: list[tuple[Term, bool]] = []
    rest, last = [], 0
    for match in QUOTED.finditer(text):
        rest.append(text[last : match.start()])
        last = match.end()
        phrase = _phrase(match[1] or match[2])
        if phrase:
            found.append((phrase, True))
    rest.append(text[last:])
    for part in rest:
        found += _loose(part, one)
    found = _in_two(found)
    telling = [term for term, tells in found if tells] or [term for term, _ in found]
    each = list({term.forms: term for term in telling}.values())
    left_out = [term.typed or term.text for term, _ in found if term not in telling] + [
        term.typed or term.text for term in each[MAX_TERMS:]
    ]
    return Question(tuple(each[:MAX_TERMS]), tuple(dict.fromkeys(left_out)))


def _in_two(found: Sequence[tuple[Term, bool]]) -> list[tuple[Term, bool]]:
    """The same, where two Korean words are one that a question is put with: 추진 현황 as 추진현황."""
    pairs_ = {at for at, ((one, _), (other, _)) in enumerate(pairwise(found)) if one.korean and one.text + other.text in ASKING_KO}
    return [(term, tells and at not in pairs_ and at - 1 not in pairs_) for at, (term, tells) in enumerate(found)]


def together(asked: str) -> Term | None:
    """The question in one piece, from its first telling word to its last: “right to the city” is more than its words."""
    found = words(QUOTED.sub(" ; ", shown(asked)[:MAX_LENGTH]))
    telling = [index for index, word in enumerate(found) if not _asking(word)]
    if len(telling) < 2:
        return None
    piece = found[telling[0] : telling[-1] + 1]
    last = piece[-1]
    written = [index_word for word in piece[:-1] for index_word in _index_words(word)]
    written += pairs(bare(last.text)) if last.korean else [last.text]
    return Term(" ".join(word.text for word in piece), (tuple(written),))


class Run(NamedTuple):
    """Words that were typed one after the other, and which term each of those that tell something belongs to."""

    words: tuple[Word, ...]
    telling: tuple[int, ...]
    """Where in `words` those stand that tell something."""
    places: tuple[int, ...]
    """The place of the term of each of them."""

    def linked(self, first: int, last: int) -> bool:
        """Whether words that would else be left out stand between one that tells something and another: to, the."""
        return self.telling[last] - self.telling[first] > last - first

    def term(self, first: int, last: int) -> Term:
        """The words from one that tells something to another, as one term."""
        piece = self.words[self.telling[first] : self.telling[last] + 1]
        end = piece[-1]
        written = [index_word for word in piece[:-1] for index_word in _index_words(word)]
        written += pairs(bare(end.text)) if end.korean else [end.text]
        return Term(" ".join(word.text for word in piece), (tuple(written),), phrase=True)


def phrases(asked: str, known: Sequence[Term], corrected: Sequence[tuple[str, str]], unknown: Sequence[str]) -> list[Run]:
    """The stretches of a question that may be phrases: known words, and between them words that a question is put with.

    Words that no record has are passed over, so that one of them does not tear a phrase apart.
    """
    place = {form[0]: at for at, term in enumerate(known) if not term.exact for form in term.forms[:1] if len(form) == 1}
    place |= {word: at for at, term in enumerate(known) if term.korean and not term.exact for word in (term.text, term.typed) if word}
    meant = {typed.casefold(): word for typed, word in corrected}
    nowhere = {word.text for each in unknown for word in words(each)}
    found: list[Run] = []
    for part in QUOTED.split(shown(asked)[:MAX_LENGTH])[:: QUOTED.groups + 1]:
        run: list[tuple[Word, int | None]] = []
        for word in [each._replace(text=meant.get(each.text, each.text)) for each in words(part)]:
            at = place.get(word.text, place.get(bare(word.text)) if word.korean else None)
            if at is not None or _asking(word):
                run.append((word, at))
            elif word.text not in nowhere:
                found.append(_run(run))
                run = []
        found.append(_run(run))
    return [run for run in found if len(run.telling) > 1]


def _run(run: Sequence[tuple[Word, int | None]]) -> Run:
    telling = [(index, at) for index, (_, at) in enumerate(run) if at is not None]
    return Run(tuple(word for word, _ in run), tuple(index for index, _ in telling), tuple(at for _, at in telling))


def asks_for_pledges(wanted: Sequence[Term]) -> bool:
    """Whether a question tells nothing but that it is about pledges, by a word that no record has for them: 공약."""
    every = all(term.korean and not term.exact and (term.text in ASKING_KO or term.typed in ASKING_KO) for term in wanted)
    return every and any({term.text, bare(term.text)} & PLEDGE_KO for term in wanted)


def _asking(word: Word) -> bool:
    return (word.text in ASKING_KO or bare(word.text) in ASKING_KO) if word.korean else word.text in ASKING_EN


def _phrase(text: str) -> Term | None:
    """Words in quotation marks: one after the other, Korean ones with or without the spaces between them."""
    found = words(text)
    if not found:
        return None
    written = tuple(index_word for word in found for index_word in _index_words(word))
    forms = [written]
    if all(word.korean for word in found) and len(found) > 1:
        forms += korean_forms("".join(word.text for word in found))
    return Term(" ".join(text.split()), tuple(dict.fromkeys(forms)), korean=found[0].korean, exact=True)


def _loose(text: str, one: One) -> list[tuple[Term, bool]]:
    """Words without quotation marks, and whether each tells something of the subject."""
    found: list[tuple[Term, bool]] = []
    groups = _groups(text)
    at = 0
    while at < len(groups):
        length = _together(text, groups[at:], one)
        group = [word for each in groups[at : at + length] for word in each]
        at += length
        first, written = group[0], text[group[0].start : group[-1].end]
        phrase = tuple(word.text for word in group)
        if first.korean:
            found.append(korean_term(first.text))
        elif length == 1 and len(group) == 1 and not first.number and first.text in ASKING_EN:
            tells = first.text == "may" and bool(re.match(r"\s*[0-9]", text[first.end :]))
            found.append((Term(written, (phrase,)), tells))
        elif len(group) == 1 and first.number:
            found.append((Term(first.text, (phrase,), typed=written), True))
        else:
            joined = all(text[word.end : after.start] == "-" for word, after in pairwise(group))
            found.append((Term(written, (phrase,), one=len(group) > 1 and (length > 1 or joined)), True))
    return found


def _together(text: str, groups: Sequence[list[Word]], one: One) -> int:
    """How many of the next groups are one word or one number, though there are spaces between them."""
    for length in range(min(MOST_PARTS, len(groups)), 1, -1):
        run = [word for group in groups[:length] for word in group]
        spaced = all(text[word.end : after.start] in (" ", "-") for word, after in pairwise(run))
        if not spaced or any(word.korean for word in run):
            continue
        parts = tuple(word.text for word in run)
        if numerals.english(parts) is not None or (len(run) == length and one(parts)):
            return length
    return 1


def _groups(text: str) -> list[list[Word]]:
    """Words that belong together: parts joined by a hyphen or a dot, and numbers one after the other."""
    groups: list[list[Word]] = []
    every = words(text)
    for index, word in enumerate(every):
        before = every[index - 1] if index else None
        after = every[index + 1] if index + 1 < len(every) else None
        kept = _by_itself(text, before, word, after) if word.korean else word
        if kept is None:
            continue
        every[index] = kept
        last = groups[-1][-1] if groups else None
        gap = text[last.end : kept.start] if last else ""
        joined = (
            last is not None
            and not kept.korean
            and not last.korean
            and (not re.search(r"[\s;:!?()]", gap) or (last.number and kept.number and not re.search(r"[가-힣]", gap)))
        )
        if joined:
            groups[-1].append(kept)
        else:
            groups.append([kept])
    return groups


def _by_itself(text: str, before: Word | None, word: Word, after: Word | None) -> Word | None:
    """A Korean word without what it says of the number or the Latin name beside it; None if nothing is left."""
    gap = text[before.end : word.start] if before else None
    if before and gap == "" and not before.korean:
        if not before.number:
            return None if _ATTACHED.fullmatch(word.text) else word
        if _COUNTED.fullmatch(word.text):
            return None
        unit = _UNIT.match(word.text)
        return word if unit is None or len(word.text) < unit.end() + 2 else _from(word, unit.end())
    if text[: word.start].endswith(_CLOSING) and _ATTACHED.fullmatch(word.text):
        return None
    if before and before.number and gap == " " and _APART.fullmatch(word.text):
        return None
    following = text[word.end : after.start] if after else ""
    if after and after.number and not following and (word.text in UNITS or len(word.text) == 1):
        return None
    # 천 개 is a number and what is counted; 천개 is looked for as a word too (models/search/sameness.py).
    counted = numerals.counted_out(word.text) if after and after.korean and following == " " and _APART.fullmatch(after.text) else None
    return word._replace(text=str(counted), korean=False, number=True) if counted and counted > 9 else word


def _from(word: Word, at: int) -> Word:
    return word._replace(text=word.text[at:], start=word.start + at)


def korean_term(word: str) -> tuple[Term, bool]:
    """A Korean word as typed and without what is attached to it; whether it tells something of the subject."""
    stem = bare(word)
    forms = tuple(dict.fromkeys([*korean_forms(word), *korean_forms(stem)]))
    return Term(stem, forms, korean=True, typed=word), word not in ASKING_KO and stem not in ASKING_KO


def korean_forms(word: str) -> list[Phrase]:
    """A Korean word as the index may hold it: in one piece, or with spaces that the text has and the reader left out."""
    return [tuple(pair for piece in pieces for pair in pairs(piece)) for pieces in _cut(word)]


def _cut(word: str) -> list[list[str]]:
    """All ways of writing a word as pieces of two syllables or more, the whole first; long words in two pieces at most."""
    ways = [[word]]
    for at in range(2, len(word) - 1):
        ways += [[word[:at], *rest] for rest in (_cut(word[at:]) if len(word) <= 8 else [[word[at:]]])]
    return ways


def halves(term: Term) -> list[tuple[Term, Term]]:
    """A long Korean word as two terms of its own, in every place where it can be cut."""
    text = term.text
    return [(korean_term(text[:at])[0], korean_term(text[at:])[0]) for at in range(2, len(text) - 1)]


def apart(term: Term) -> list[Term]:
    """The words of a joined group as terms of their own."""
    return [Term(word, ((word,),)) for word in dict.fromkeys(term.forms[0])] if len(term.forms[0]) > 1 else []


def _index_words(word: Word) -> tuple[str, ...]:
    return pairs(word.text) if word.korean else (word.text,)
