"""Words as the search compares them: without case, accents and quotation marks, Hangul cut into pairs of syllables.

Korean glues particles and other nouns to a word and leaves spaces to taste. Pairs of syllables find a word inside
whatever it is glued to (인권교육을 holds 인권, 권교, 교육 and 육을), and an index of words of letters can keep them.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from models.search import numerals
from models.search.letters import folded, shown
from models.search.stop_words import PARTICLES, VERB_ENDINGS, WHOLE

_LETTERS = r"(?P<korean>[가-힣]+)|(?P<latin>[^\W\d_가-힣ㄱ-ㆎ]+)(?:'s(?![^\W_]))?|(?P<initials>[ㄱ-ㆎ]+)"
_WORD = re.compile(rf"{_LETTERS}|(?P<mixed>{numerals.MIXED})|(?P<number>{numerals.PLAIN})")
_SIMPLE = re.compile(rf"{_LETTERS}|(?P<number>{numerals.PLAIN})")
_STEPS = re.compile("[0-9][십백천만억]")
_CHAIN = re.compile(r"[^\W\d_가-힣ㄱ-ㆎ]+(?:-[^\W_가-힣ㄱ-ㆎ]+)+")

_ACCENT = re.compile("[À-ɏḀ-ỿ\u0300-\u036f]")


class Word(NamedTuple):
    """One word of a text and where it stands; `korean` and `number` tell how it is looked for."""

    text: str
    start: int
    end: int
    korean: bool = False
    number: bool = False
    step: int = 0
    """The last step of counting of a number that is written with one: 10,000 of 3만."""


class Token(NamedTuple):
    """One entry of the index and the stretch of the text that it stands for."""

    word: str
    start: int
    end: int


def words(text: str) -> list[Word]:
    """The words of a text, Korean ones whole, numbers in digits."""
    plain = folded(text)
    found: list[Word] = []
    for match in (_WORD if _STEPS.search(plain.text) else _SIMPLE).finditer(plain.text):
        kind = match.lastgroup or ""
        start, end = plain.span(*match.span(kind))
        if kind == "mixed":
            number, step = numerals.value(match[kind])
            found.append(Word(str(number), start, end, number=True, step=step))
        else:
            found.append(Word(match[kind].replace(",", ""), start, end, kind == "korean", kind == "number"))
        if len(found) > 1 and found[-2].step and found[-1].number:
            found[-2:] = _one_number(text, *found[-2:])
    return found


def _one_number(text: str, first: Word, second: Word) -> list[Word]:
    """Two numbers in a row, or the one that they are: 3만 5천."""
    gap = text[first.end : second.start]
    one = numerals.added(int(first.text), first.step, int(second.text), second.step or 1, gap) if not gap or gap.isspace() else None
    return [Word(str(one[0]), first.start, second.end, number=True, step=one[1])] if one else [first, second]


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


class Indexed(NamedTuple):
    """A text as the index stores it, the words that it uses, those it joins with hyphens, and those it writes with accents."""

    cell: str
    used: tuple[str, ...]
    chains: tuple[tuple[str, ...], ...]
    accented: tuple[str, ...]


@lru_cache(maxsize=8_192)
def indexed(text: str) -> Indexed:
    """A text for the index, found once; many records share their names."""
    plain = folded(text).text
    cells: list[str] = []
    used: list[str] = []
    if _STEPS.search(plain):
        held = words(text)
        cells = [" ".join(pairs(word.text)) if word.korean else word.text for word in held]
        used = [word.text for word in held if not word.number]
    else:  # the same, without asking where each word stands
        for korean, latin, initials, number in _SIMPLE.findall(plain):
            if number:
                cells.append(number.replace(",", ""))
                continue
            used.append(korean or latin or initials)
            cells.append(" ".join(pairs(korean)) if korean else used[-1])
    joined = tuple([tuple(chain.split("-")) for chain in _CHAIN.findall(plain)]) if "-" in plain else ()
    accented = [word.text for word in words(text) if as_written(text, word) != word.text] if _ACCENT.search(text) else []
    return Indexed(" ".join(cells), tuple(used), joined, tuple(accented))


def as_written(text: str, word: Word) -> str:
    """A word with the accents and strokes that the text has; numbers are digits in any text."""
    return word.text if word.number else shown(text[word.start : word.end]).casefold()


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
        if not length or korean.endswith(WHOLE):
            break
        korean = korean[:-length]
    return korean
