"""Signs that are not what a curator sees: invisible ones, wide and broken forms, letters of another script that look alike.

Words with such a sign look right and are not: a search, a quote or a comparison misses them. So no record holds one; what to do
is said with the sign's code point. Dots, dashes and quotation marks that can be told apart by eye are words of the text and stay.
"""

from __future__ import annotations

import bisect
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, partial

CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
"""Characters that YAML does not allow at all."""
_BREAKS = "\x85\u2028\u2029"
"""Line breaks for YAML, but not for editors."""
_SPACES = "\xa0\u1680\u2000-\u200a\u202f\u205f\u3000"
_UNSEEN = (
    "\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0"
    "\ufff0-\ufffc\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
_NO_CHARACTERS = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff" + "".join(
    f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0x10000, 0x110000, 0x10000)
)
_PRIVATE = "\ue000-\uf8ff\U000f0000-\U0010ffff"
_JAMO = "\u1100-\u115e\u1161-\u11ff\ua960-\ua97f\ud7b0-\ud7ff\uffa1-\uffdc"
_LIGATURES = "\ufb00-\ufb06\ufb13-\ufb17"
_STYLED = "\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\U0001d400-\U0001d7ff"
_WIDE = "\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff5d\ufe50-\ufe6b"
_ALIKE = {
    **dict(zip("АВЕЅІЈКМНОРСТХУаеорсухіјѕԁӏһԛԝ", "ABESIJKMHOPCTXYaeopcyxijsdlhqw", strict=True)),
    **dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧονϲϳ", "ABEZHIKMNOPTYXovcj", strict=True)),
    **dict(zip("ԱՕՍօոսհցɑɡ", "UOUonuhgag", strict=True)),
}
"""Letters of other scripts that nobody can tell from a Latin one."""
_HYPHENS = {"\u2010": "-", "\u2011": "-", "\u02d7": "-", "\u2043": "-"}
_APOSTROPHES = {"\u02bc": "’", "\xb4": "’", "\u2032": "’", "\u02b9": "’"}
_RARE = "\U00010000-\U0010ffff"


def _common(signs: str) -> str:
    """The part of a set of signs that lies below the rare ones."""
    return re.sub("[\U00010000-\U0010ffff](-[\U00010000-\U0010ffff])?", "", signs)


SUSPECT = re.compile(
    "["
    + _common("".join((_SPACES, _UNSEEN, _BREAKS, _NO_CHARACTERS, _PRIVATE, _JAMO, _LIGATURES, _STYLED, _WIDE)))
    + "".join(("\ufffd", *_ALIKE, *_HYPHENS, *_APOSTROPHES, _RARE, "]"))
)
"""What may be such a sign: quick to look for; whether it is one is for `signs` to say."""
_GROUPS = {
    name: re.compile(f"[{signs}]")
    for name, signs in (
        ("break", _BREAKS), ("space", _SPACES), ("unseen", _UNSEEN), ("private", _PRIVATE), ("jamo", _JAMO),
        ("ligature", _LIGATURES), ("styled", _STYLED), ("wide", _WIDE), ("none", _NO_CHARACTERS),
    )
}  # fmt: skip
_IDEOGRAPH = re.compile("[\u3001-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_LETTERS, _LETTERS_BEFORE = re.compile("[A-Za-z\u00c0-\u058f]+"), re.compile("[A-Za-z\u00c0-\u058f]+$")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f]")


@dataclass(frozen=True, slots=True)
class Sign:
    """One sign that is not what it seems: where it stands, its code point (or points), and what to do about it."""

    at: int
    points: str
    sentence: str


def point(character: str) -> str:
    """The code point as it is written, as in U+200B."""
    return f"U+{ord(character):04X}"


def described(character: str) -> str:
    """A sign for somebody who may not see it: itself where it can be seen, its code point, and its name."""
    name = unicodedata.name(character, "").lower()
    seen = character.isprintable() and character != " " and not _GROUPS["unseen"].match(character)
    return f"{f'“{character}” ' if seen else ''}({point(character)}{f', {name}' if name else ''})"


def signs(words: str) -> Iterator[Sign]:
    """Every sign in `words` that is not what a reader sees, in their order; nothing in words as people mean them."""
    cleared = 0
    for match in SUSPECT.finditer(words):
        if match.start() < cleared and match[0] in _ALIKE:
            continue
        if sentence := _sentence(words, match.start()):
            yield Sign(match.start(), point(match[0]), sentence)
        elif match[0] in _ALIKE and (word := _LETTERS.match(words, match.start())):
            cleared = word.end()
    if not unicodedata.is_normalized("NFC", words):
        yield from _in_parts(words)


def plainly(words: str) -> Iterator[tuple[int, str]]:
    """Of every such sign in `words` where it stands and what is typed instead, nothing where it is to be deleted.

    Signs of which somebody must look up what they show, and letters in several parts, are not among them.
    """
    looked_at, out_of_place = 0, False
    for match in SUSPECT.finditer(words):
        at, plain = match.start(), _plain(match[0])
        if match[0] in _ALIKE and at >= looked_at and (word := _LETTERS.match(words, at)):
            looked_at, out_of_place = word.end(), _is_out_of_place(words, at)
        if plain is not None and (out_of_place if match[0] in _ALIKE else _is_to_go(words, at)):
            yield at, plain


@cache
def _plain(character: str) -> str | None:
    """What is typed instead of a sign that is not what it seems."""
    for alike in (_ALIKE, _HYPHENS, _APOSTROPHES):
        if character in alike:
            return alike[character]
    match next((name for name, group in _GROUPS.items() if group.match(character)), ""):
        case "break" | "space":
            return " "
        case "unseen" | "none":
            return ""
        case "ligature" | "styled" | "wide":
            return unicodedata.normalize("NFKC", character)
    return None


def _is_to_go(words: str, at: int) -> bool:
    """Whether a sign is one among the signs beside it; wide dots beside Chinese ones and Greek words are what they seem."""
    character, before, after = words[at], words[max(0, at - 1) : at], words[at + 1 : at + 2]
    if character in _APOSTROPHES:
        return before.isalpha() and after.isalpha()
    return _GROUPS["wide"].match(character) is None or _IDEOGRAPH.search(before + after) is None


def _sentence(words: str, at: int) -> str | None:
    character = words[at]
    if character in _ALIKE:
        return f"{described(character)} only looks like “{_ALIKE[character]}”; type that" if _is_out_of_place(words, at) else None
    if character in _HYPHENS:
        return f"{described(character)} only looks like a hyphen; type “-”"
    if character in _APOSTROPHES:
        between = words[max(0, at - 1) : at].isalpha() and words[at + 1 : at + 2].isalpha()
        return f"{described(character)} only looks like an apostrophe; type “'” or “’”" if between else None
    match next((name for name, group in _GROUPS.items() if group.match(character)), ""):
        case "break":
            return f"a line break that editors do not show {described(character)} stands here; delete it"
        case "space":
            return f"a space of another kind {described(character)} stands here; type an ordinary space"
        case "unseen":
            return f"an invisible sign {described(character)} stands here; delete it"
        case "private":
            return f"a sign ({point(character)}) stands here that only one program can draw, such as Hancom's; type what it shows"
        case "jamo":
            return f"a part of a Korean letter {described(character)} stands here by itself; type the whole syllable"
        case "ligature" | "styled":
            return f"{described(character)} is another form of “{unicodedata.normalize('NFKC', character)}”; type that"
        case "wide":
            beside = words[max(0, at - 1) : at] + words[at + 1 : at + 2]
            plain = unicodedata.normalize("NFKC", character)
            return None if _IDEOGRAPH.search(beside) else f"{described(character)} only looks like “{plain}”; type that"
        case "none":
            return f"an invisible control character ({point(character)}) stands here; delete it"
    return f"a letter was lost here {described(character)}; look it up in the source and type it" if character == "\ufffd" else None


def _is_out_of_place(words: str, at: int) -> bool:
    """Whether a look-alike stands among Latin letters or in a word of look-alikes alone; else it is a word of its own script."""
    before, after = _LETTERS_BEFORE.search(words[max(0, at - 40) : at]), _LETTERS.match(words[at : at + 40])
    word = (before[0] if before else "") + (after[0] if after else "")
    return bool(_LATIN.search(word)) or all(letter in _ALIKE for letter in word)


def _in_parts(words: str) -> Iterator[Sign]:
    """Letters that are written in several parts, or by a double of their code point, with what they are to be."""
    for match in re.finditer(r"[^\W_]?[\u0300-\u036f]+|[^\x00-\x7f]+", words):
        if unicodedata.is_normalized("NFC", match[0]) or _GROUPS["jamo"].search(match[0]):
            continue
        whole = unicodedata.normalize("NFC", match[0])
        where = bisect.bisect_left(range(len(match[0])), True, key=partial(_is_in_parts_up_to, match[0]))
        first = max(0, where - 1) if unicodedata.combining(match[0][where]) else where
        parts = " ".join(point(part) for part in match[0][first : where + 1])
        become = point(unicodedata.normalize("NFC", match[0][first : where + 1])[0])
        yield Sign(
            match.start() + first,
            parts,
            f"“{_shortened(whole, where)}” is written with a letter in another form ({parts}); type it anew ({become})",
        )


def _is_in_parts_up_to(words: str, last: int) -> bool:
    return not unicodedata.is_normalized("NFC", words[: last + 1])


def _shortened(words: str, at: int) -> str:
    return words if len(words) <= 20 else f"…{words[max(0, at - 10) : at + 10]}…"
