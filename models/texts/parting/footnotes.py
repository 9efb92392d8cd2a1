"""Footnotes: each with its mark, and the words of the text after which that mark stands."""

from __future__ import annotations

import re
from collections.abc import Sequence

from models.texts.paragraphs import NoteMark, Paragraph
from models.texts.parting.pieces import stretches
from models.texts.parts import Caution, Kind, Part, Warning
from models.texts.source import Stretch

_MARK = re.compile(
    r"\s*(?:(?P<mark>\d{1,3}(?!\d)|[*†‡§¶#]{1,4}|[¹²³⁰-⁹]{1,3}|[a-z](?=[.)\]\s])|[ivx]{1,5}(?=[.)\]\s]))|[\[(](?P<within>[^\s\])]{1,4})[\])])[.):\]]?\s*"
)
_SMALL = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_LEAST = 2
"""So many words are quoted at least."""


Place = tuple[int, int, NoteMark]
"""The index of a part, how many characters of its words stand before a mark, and the mark."""


def hung(footnotes: Sequence[Paragraph], places: Sequence[Place], parts: Sequence[Part]) -> tuple[list[Part], list[Warning]]:
    """The footnotes as parts that hang on others, and what must be said of those that do not fit."""
    waiting = list(places)
    found: list[Part] = []
    warnings: list[Warning] = []
    for paragraph in footnotes:
        if not paragraph.text.strip():
            continue
        match = _MARK.match(paragraph.text)
        mark = (match["mark"] or match["within"]).translate(_SMALL) if match else ""
        begin = match.end() if match else 0
        printed = match[0].strip() if match else ""
        place = next((place for place in waiting if _plain(place[2].mark) == mark), None) if mark else None
        whole = stretches(paragraph, 0, len(paragraph.text))
        if place is not None:
            waiting.remove(place)
        else:
            warnings.append(Warning(Caution.FOOTNOTE, {"mark": mark or paragraph.text[:20]}, whole[0] if whole else None))
        marked = stretches(paragraph, paragraph.text.index(printed), paragraph.text.index(printed) + len(printed)) if printed else ()
        found.append(
            Part(
                Kind.FOOTNOTE,
                paragraph.text[begin:].rstrip(),
                stretches(paragraph, begin, len(paragraph.text.rstrip())),
                mark or None,
                printed,
                Stretch(marked[0].start, marked[-1].end) if marked else None,
                hangs_on=place[0] if place else None,
                after=_words_before(parts[place[0]].text, place[1]) if place else None,
            )
        )
    for index, before, note in waiting:
        mark = _plain(note.mark)
        warnings.append(Warning(Caution.FOOTNOTE, {"mark": mark}, note.at))
        found.append(Part(Kind.FOOTNOTE, "", (), mark, note.mark, None, hangs_on=index, after=_words_before(parts[index].text, before)))
    return found, warnings


def _plain(mark: str) -> str:
    return mark.strip("()[].").translate(_SMALL)


def _words_before(text: str, before: int) -> str:
    """The last words before a mark, so many that they stand in the text but once."""
    told = text[:before].rstrip()
    starts = [match.start() for match in re.finditer(r"\S+", told)]
    for back in range(max(1, min(_LEAST, len(starts))), len(starts) + 1):
        words = told[starts[-back] :]
        if text.count(words) == 1 or back >= 12:
            return words
    return told
