"""What somebody typed, as the terms that are looked for: question words left out, particles taken off, phrases kept."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace

from models.search.stop_words import ASKING_EN, ASKING_KO, UNITS
from models.search.words import Word, bare, pairs, words

MAX_LENGTH = 400
"""So many letters of a question are read; more is a text, not a question."""
MAX_TERMS = 16
_QUOTED = re.compile(r"[“”„\"«»『』「」]([^“”„\"«»『』「」]+)[“”„\"«»『』「」]|(?<!\w)['‘]([^'‘’]+)['’](?!\w)")


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

    @property
    def expression(self) -> str:
        """The forms as a question to the full-text index."""
        return " OR ".join('"' + " ".join(form) + '"' + ("*" if self.begins else "") for form in self.forms)

    @property
    def begins(self) -> bool:
        """A single Korean syllable stands for every word that begins with it."""
        return self.korean and self.forms == ((self.text,),) and len(self.text) == 1


def terms(asked: str) -> tuple[Term, ...]:
    """The terms of a question, each once, in the order in which they were typed."""
    text = unicodedata.normalize("NFC", asked)[:MAX_LENGTH]
    found: list[tuple[Term, bool]] = []
    rest, last = [], 0
    for match in _QUOTED.finditer(text):
        rest.append(text[last : match.start()])
        last = match.end()
        phrase = _phrase(match[1] or match[2])
        if phrase:
            found.append((phrase, True))
    rest.append(text[last:])
    for part in rest:
        found += _loose(part)
    telling = [term for term, tells in found if tells] or [term for term, _ in found]
    return tuple({term.forms: term for term in telling}.values())[:MAX_TERMS]


def together(asked: str) -> Term | None:
    """The question in one piece, from its first telling word to its last: “right to the city” is more than its words."""
    found = words(_QUOTED.sub(" ; ", unicodedata.normalize("NFC", asked)[:MAX_LENGTH]))
    telling = [index for index, word in enumerate(found) if not _asking(word)]
    if len(telling) < 2:
        return None
    piece = found[telling[0] : telling[-1] + 1]
    last = piece[-1]
    written = [index_word for word in piece[:-1] for index_word in _index_words(word)]
    written += pairs(bare(last.text)) if last.korean else [last.text]
    return Term(" ".join(word.text for word in piece), (tuple(written),))


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


def _loose(text: str) -> list[tuple[Term, bool]]:
    """Words without quotation marks, and whether each tells something of the subject."""
    found: list[tuple[Term, bool]] = []
    for group in _groups(text):
        first = group[0]
        if first.korean:
            found.append(korean_term(first.text))
            continue
        if not first.number and first.text in ASKING_EN and len(group) == 1:
            tells = first.text == "may" and bool(re.match(r"\s*[0-9]", text[first.end :]))
            found.append((Term(first.text, ((first.text,),)), tells))
            continue
        written = text[first.start : group[-1].end]
        found.append((Term(written if len(group) > 1 else first.text, (tuple(word.text for word in group),)), True))
    return found


def _groups(text: str) -> list[list[Word]]:
    """Words that belong together: parts joined by a hyphen or a dot, and numbers one after the other."""
    groups: list[list[Word]] = []
    every = words(text)
    for index, word in enumerate(every):
        before = every[index - 1] if index else None
        between = text[before.end : word.start] if before else " "
        beside_number = (before is not None and before.number and not between) or (
            index + 1 < len(every) and every[index + 1].number and word.end == every[index + 1].start
        )
        if (
            word.korean
            and beside_number
            and (word.text in UNITS or bare(word.text) in UNITS or len(word.text) == 1 or word.text[0] in UNITS)
        ):
            continue
        last = groups[-1][-1] if groups else None
        gap = text[last.end : word.start] if last else ""
        joined = (
            last is not None
            and not word.korean
            and not last.korean
            and (not re.search(r"[\s;:!?()]", gap) or (last.number and word.number and not re.search(r"[가-힣]", gap)))
        )
        if joined:
            groups[-1].append(word)
        else:
            groups.append([word])
    return groups


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


def spelled(term: Term, instead: tuple[str, ...]) -> Term:
    """The term with the words that were meant: one correction, or every word that begins as it does."""
    if term.korean:
        forms = tuple(dict.fromkeys(form for word in instead for form in korean_forms(word)))
    else:
        forms = tuple((word,) for word in instead)
    return replace(term, forms=forms)


def _index_words(word: Word) -> tuple[str, ...]:
    return pairs(word.text) if word.korean else (word.text,)
