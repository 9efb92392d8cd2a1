"""What two wordings have in common: the telling words of both, rare ones telling more than frequent ones.

A text is its words by their stems, without those that tell nothing of a subject, and each two of them that follow one another, so that
“human rights education” is more than its three words; a number tells something beside another word only, for every text has its year.
Korean words are cut into pairs of syllables. Likeness is the share of what two
texts tell that both of them tell (the cosine of the two, each word weighed by its rarity): 0 nothing, 1 the same words.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from models.search.spelling import Stems
from models.search.stop_words import ASKING_EN, ASKING_KO
from models.search.words import bare, pairs, words

AROUND = 0.5
"""What the rest of a provision tells of a commitment in it, against its own words: “these efforts” stand before it."""

PAIR = 0.5
"""What two words one after the other tell, against a single word as rare."""


@dataclass(frozen=True)
class Telling:
    """The telling words of a text: how much each counts, and how it is written there, if nothing stands between two of them."""

    counted: Mapping[str, float] = field(default_factory=dict)
    written: Mapping[str, str] = field(default_factory=dict)

    def within(self, around: Telling) -> Telling:
        """The same with the words that stand around it, which count less."""
        return Telling({**dict.fromkeys(around.counted, AROUND), **self.counted}, {**around.written, **self.written})


def stems(texts: Iterable[str]) -> Callable[[str], str]:
    """The stems of all words of some texts. They are kept nowhere else, for a draft is nobody's business."""
    return Stems({_spelt(word.text) for text in texts for word in words(text) if not word.korean}).of


_BRITISH = ((re.compile(r"is(?=(?:ations?|e|ed|es|ing)$)"), "iz"), (re.compile(r"our(?=s?$)"), "or"), (re.compile("programme"), "program"))


def _spelt(word: str) -> str:
    """An English word as Americans spell it; where that makes no word of it, it does so in every text alike."""
    for british, american in _BRITISH:
        word = british.sub(american, word)
    return word.replace("centre", "center")


def telling(text: str, stem: Callable[[str], str]) -> Telling:
    """What the words of a text tell."""
    counted: dict[str, float] = {}
    written: dict[str, str] = {}
    before: tuple[str, int, int] | None = None
    for word in words(text):
        if word.korean:
            # Not by the cached `bare`, which would keep the words of a draft.
            noun = bare.__wrapped__(word.text)
            if noun not in ASKING_KO and len(noun) > 1:
                for pair in pairs(noun):
                    counted[pair] = 1.0
                    written.setdefault(pair, noun)
            before = None
            continue
        if word.text in ASKING_EN or len(word.text) < 2:
            continue
        key = stem(_spelt(word.text))
        if not word.number:
            counted[key] = 1.0
            written.setdefault(key, text[word.start : word.end])
        if before:
            two = f"{before[0]} {key}"
            counted[two] = 1.0
            if word.start - before[2] <= 1:
                written.setdefault(two, text[before[1] : word.end])
        before = (key, word.start, word.end)
    return Telling(counted, written)


def is_korean(text: str) -> bool:
    """Whether more of the letters are Hangul than not."""
    hangul = sum("가" <= letter <= "힣" for letter in text)
    return 2 * hangul > sum(letter.isalpha() for letter in text)


class Rarity:
    """How much each word tells, by how few of the texts on record have it."""

    def __init__(self, texts: Iterable[Telling]) -> None:
        self._held: Counter[str] = Counter()
        self._texts = 1
        self._weighed: dict[int, tuple[Telling, tuple[dict[str, float], float]]] = {}
        """By identity, which stays a text's own as long as the text itself is kept here."""
        for text in texts:
            self._held.update(text.counted.keys())
            self._texts += 1

    def of(self, word: str) -> float:
        """More for a rarer word; what no text has tells most."""
        return (PAIR if " " in word else 1.0) * math.log(self._texts / (self._held[word] + 0.5))

    def likeness(self, text: Telling, other: Telling) -> float:
        """How much of what both tell they have in common, from 0 to 1."""
        (few, size), (many, other_size) = sorted((self._weights(text), self._weights(other)), key=lambda weighed: len(weighed[0]))
        shared = sum(weight * many[word] for word, weight in few.items() if word in many)
        return shared / (size * other_size) if shared else 0.0

    def _weights(self, text: Telling) -> tuple[dict[str, float], float]:
        """How much each word of a text tells, and how much all of them; found once, for a text is compared with hundreds."""
        if id(text) not in self._weighed:
            weights = {word: count * self.of(word) for word, count in text.counted.items()}
            size = math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0
            self._weighed[id(text)] = (text, (weights, size))
        return self._weighed[id(text)][1]

    def shared(self, text: Telling, other: Telling, most: int = 5) -> tuple[str, ...]:
        """The most telling words of `text` that the other has too, as they are written; no word within another one."""
        both = sorted((word for word in text.written if word in other.counted), key=lambda word: (-self.of(word), word))
        found: list[str] = []
        for word in both:
            words_ = text.written[word]
            if any(words_.casefold() in each.casefold() for each in found):
                continue
            found = [each for each in found if each.casefold() not in words_.casefold()]
            found.append(words_)
            if len(found) == most:
                break
        return tuple(found)
