"""Words as the search compares them: without case, accents and quotation marks, Hangul cut into pairs of syllables.

Korean glues particles and other nouns to a word and leaves spaces to taste. Pairs of syllables find a word inside
whatever it is glued to (인권교육을 holds 인권, 권교, 교육 and 육을), and an index of words of letters can keep them.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from models.search.stop_words import PARTICLES, VERB_ENDINGS

_WORD = re.compile(
    # 1,000 is one number; 10,100,1000 are three.
    r"(?P<number>[0-9]{1,3}(?:,[0-9]{3})+(?![0-9]|,[0-9])|[0-9]+)"
    r"|(?P<korean>[가-힣]+)"
    r"|(?P<latin>[^\W\d_가-힣]+)(?:['’ʼ‘`´]s(?![^\W_]))?"
)


class Word(NamedTuple):
    """One word of a text and where it stands; `korean` and `number` tell how it is looked for."""

    text: str
    start: int
    end: int
    korean: bool = False
    number: bool = False


class Token(NamedTuple):
    """One entry of the index and the stretch of the text that it stands for."""

    word: str
    start: int
    end: int


class _Folding(dict[int, int]):
    """Small letters without accents, found once for each letter; a letter always stays one letter."""

    def __missing__(self, letter: int) -> int:
        plain = "".join(each for each in unicodedata.normalize("NFKD", chr(letter)) if not unicodedata.combining(each)).lower()
        self[letter] = ord(plain) if len(plain) == 1 else letter
        return self[letter]


_FOLDING = _Folding({syllable: syllable for syllable in range(ord("가"), ord("힣") + 1)})


def folded(text: str) -> str:
    """The text in small letters without accents, letter for letter as long as the text."""
    return text.lower() if text.isascii() else text.translate(_FOLDING)


def words(text: str) -> list[Word]:
    """The words of a text, Korean ones whole."""
    found = []
    for match in _WORD.finditer(folded(text)):
        kind = match.lastgroup or ""
        found.append(Word(match[kind].replace(",", ""), match.start(kind), match.end(kind), kind == "korean", kind == "number"))
    return found


@lru_cache(maxsize=8_192)
def tokens(text: str) -> tuple[Token, ...]:
    """What the index holds of a text, in order: each Latin word and number, each pair of Korean syllables."""
    found: list[Token] = []
    for word in words(text):
        if word.korean and len(word.text) > 2:
            found += [Token(pair, word.start + i, word.start + i + 2) for i, pair in enumerate(pairs(word.text))]
        else:
            found.append(Token(word.text, word.start, word.end))
    return tuple(found)


@lru_cache(maxsize=8_192)
def indexed(text: str) -> tuple[str, tuple[str, ...]]:
    """A text as the index stores it, and the words that it uses; many records share their names."""
    held = words(text)
    cell = " ".join([" ".join(pairs(word.text)) if word.korean else word.text for word in held])
    return cell, tuple([word.text for word in held if not word.number])


def pairs(korean: str) -> tuple[str, ...]:
    """A Korean word as its pairs of syllables: 인권교육 as 인권, 권교, 교육."""
    return (korean,) if len(korean) < 3 else tuple(korean[i : i + 2] for i in range(len(korean) - 1))


_ENDINGS = PARTICLES | VERB_ENDINGS
_LONGEST = max(map(len, _ENDINGS))


@lru_cache(maxsize=65_536)
def bare(korean: str) -> str:
    """A Korean word without the particle or verb ending attached to it; two syllables always stay."""
    for _ in range(2):
        lengths = range(min(_LONGEST, len(korean) - 2), 0, -1)
        length = next((each for each in lengths if korean[-each:] in _ENDINGS), 0)
        if not length:
            break
        korean = korean[:-length]
    return korean
