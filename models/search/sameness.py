"""What is one word however it is spelt: with a hyphen, a space or neither, in digits or in words, in British or American."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from models.search import numerals
from models.search.query import MOST_PARTS, Phrase, Term, korean_forms
from models.search.stop_words import ASKING_EN

_OMBUDS = (
    ("ombudsman", "ombudsmen", "ombudsperson", "ombudspersons", "ombudspeople", "ombudswoman", "ombudswomen", "ombuds"),
    ("옴부즈만", "옴부즈맨", "옴부즈퍼슨", "옴부즈우먼", "옴부즈"),
)
_SISTERS = (
    ("isation", "ization"), ("ise", "ize"), ("ises", "izes"), ("ised", "ized"), ("ising", "izing"), ("yse", "yze"), ("ysed", "yzed"),
    ("our", "or"), ("ours", "ors"), ("oured", "ored"), ("ouring", "oring"), ("tre", "ter"), ("tres", "ters"), ("ence", "ense"),
    ("elled", "eled"), ("elling", "eling"), ("ogue", "og"), ("ogues", "ogs"), ("ramme", "ram"), ("rammes", "rams"),
)  # fmt: skip
_SHORTEST = 3
"""A word that is cut in two has so many letters in each half; “inform” is no “in form”."""


class Sameness:
    """The words of the records, as far as they can be spelt in several ways."""

    def __init__(self, heard: Iterable[str], chains: Iterable[Phrase], stem: Callable[[str], str]) -> None:
        self._stem = stem
        self._heard = {word for word in heard if not "가" <= word[0] <= "힣"}
        self._stems = {stem(word) for word in self._heard}
        self._chains: dict[str, dict[Phrase, None]] = {}
        for chain in chains:
            self._chains.setdefault(stem("".join(chain)), {})[chain] = None

    def one(self, parts: Phrase) -> bool:
        """Whether words that were typed with spaces are one word: some record joins them, with a hyphen or without."""
        if parts[0].isdigit() or all(part in ASKING_EN for part in parts):
            return False
        solid = self._stem("".join(parts))
        return any(len(chain) == len(parts) for chain in self._chains.get(solid, ())) or (
            solid in self._stems and parts[0] not in ASKING_EN and len(parts[0]) > 1
        )

    def widened(self, term: Term) -> Term:
        """The term with every other spelling of its words; in quotation marks, only as far as hyphens go."""
        own = term.forms
        others = [form for phrase in own for form in self._hyphened(phrase, typed_as_one=term.one)]
        if not term.exact:
            others += self._numbers(term)
            others += self._names(term)
            others += [(sister,) for form in (*own, *others) if len(form) == 1 for sister in self._sisters(form[0])]
        return replace(term, others=tuple(form for form in dict.fromkeys(others) if form not in own))

    def halves(self, word: str) -> Iterator[Phrase]:
        """A word cut in two words of the records."""
        for at in range(_SHORTEST, len(word) - _SHORTEST + 1):
            if word[:at] in self._heard and word[at:] in self._heard and word[:at] not in ASKING_EN:
                yield word[:at], word[at:]

    def _hyphened(self, phrase: Phrase, *, typed_as_one: bool) -> Iterator[Phrase]:
        """The phrase with words joined that the records join, and with words parted that they part."""
        for at in range(len(phrase)):
            for length in range(1, min(MOST_PARTS, len(phrase) - at) + 1):
                parts = phrase[at : at + length]
                if not all(part.isalnum() and not "가" <= part[0] <= "힣" for part in parts) or parts[0].isdigit():
                    continue
                whole = typed_as_one and length == len(phrase)
                if length == 1 or whole or self.one(parts):
                    for other in self._spelt("".join(parts)):
                        if other != parts:
                            yield (*phrase[:at], *other, *phrase[at + length :])

    def _spelt(self, solid: str) -> Iterator[Phrase]:
        stem = self._stem(solid)
        if stem in self._stems:
            yield (solid,)
        yield from self._chains.get(stem, ())

    def _numbers(self, term: Term) -> Iterator[Phrase]:
        first = term.forms[0]
        number = int(first[0]) if len(first) == 1 and first[0].isdigit() else numerals.english(first)
        if term.korean:
            number = numerals.korean(term.text) or numerals.korean(term.typed)
        if number:
            yield (str(number),)
            yield from numerals.written(number)
            yield from korean_forms(numerals.hangul(number)) if numerals.hangul(number) else ()
        if len(first) == 1 and first[0].isdigit():
            yield from numerals.day(first[0])
        if len(first) == 2 and all(part.isdigit() for part in first) and (dayless := numerals.dayless(*first)):
            yield (dayless,)

    def _names(self, term: Term) -> Iterator[Phrase]:
        """The office that everybody calls otherwise, alone or inside a Korean word."""
        english, hangul = _OMBUDS
        held = next((each for each in hangul if term.korean and each in term.text), "")
        if term.text.lower() in english or held == term.text:
            yield from [(each,) for each in english]
            yield from [form for each in hangul for form in korean_forms(each)]
        elif held:
            yield from [form for each in hangul for form in korean_forms(term.text.replace(held, each))]

    def _sisters(self, word: str) -> Iterator[str]:
        """The word as the other side of the Atlantic spells it, where a record does."""
        for british, american in _SISTERS:
            for ending, other in ((british, american), (american, british)):
                if word.endswith(ending) and len(word) > len(ending) + 2:
                    sister = re.sub(f"{ending}$", other, word)
                    if sister in self._heard:
                        yield sister
