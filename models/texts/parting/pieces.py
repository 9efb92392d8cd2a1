"""The pieces of a text that may each be a part: its paragraphs, cut where marks stand inside one ("We: 1) …; 2) …")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise, zip_longest

from models.texts.paragraphs import INSERTED, Paragraph
from models.texts.parting import marks, numerals, phrases
from models.texts.parting.marks import Mark
from models.texts.source import Stretch

FURTHEST = 3
"""Numbers inside one paragraph may leave out so many at most."""

LEAD = 400
"""A line that leads to others is no longer than this."""


@dataclass(slots=True)
class Piece:
    """A paragraph or a stretch of one, with every way to read its beginning as a mark and what was made of it."""

    paragraph: Paragraph
    start: int
    end: int
    readings: tuple[Mark, ...]
    inline: bool = False
    """It begins inside its paragraph."""
    printed: bool = False
    """It begins inside its paragraph where a printed line does."""
    heading: bool = False
    mark: Mark | None = None
    level: int = 1
    run: int = 0
    """Which row of numbers it belongs to: they begin again with the next."""
    text: str = field(init=False)

    def __post_init__(self) -> None:
        self.text = self.paragraph.text[self.start : self.end].strip()

    @property
    def words_from(self) -> int:
        """Where in the paragraph its words begin, after its mark."""
        start = self.start + (self.mark.length if self.mark else 0)
        text = self.paragraph.text
        while start < self.end and text[start].isspace():
            start += 1
        return start

    @property
    def words(self) -> str:
        """Its text without its mark."""
        return self.paragraph.text[self.words_from : self.end].rstrip()

    @property
    def bold(self) -> bool:
        """Whether it is set bold from end to end."""
        line = self.paragraph.line
        return not self.inline and 0 < len(line.text.rstrip()) <= line.bold and not self.paragraph.breaks

    def stretches(self, start: int, end: int) -> tuple[Stretch, ...]:
        """The characters of the source between two places of the paragraph."""
        return stretches(self.paragraph, start, end)


def stretches(paragraph: Paragraph, start: int, end: int) -> tuple[Stretch, ...]:
    """`Paragraph.stretches`, at once where nothing was taken out between the two."""
    origin = paragraph.origin
    if start >= end:
        return ()
    if origin[start] != INSERTED and origin[start:end] == tuple(range(origin[start], origin[start] + end - start)):
        return (Stretch(origin[start], origin[end - 1] + 1),)
    return paragraph.stretches(start, end)


def pieces(paragraphs: Sequence[Paragraph]) -> list[Piece]:
    """The pieces of a text, in order."""
    worded = [paragraph for paragraph in paragraphs if paragraph.text.strip()]
    return [piece for paragraph, after in zip_longest(worded, worded[1:]) for piece in _cut(paragraph, after)]


def _cut(paragraph: Paragraph, after: Paragraph | None) -> Iterator[Piece]:
    text = paragraph.text
    begin = len(text) - len(text.lstrip())
    line = paragraph.line
    first = marks.readings(text, begin, wide=_wide(paragraph, begin), listed=line.level if line.listed else None)
    following = marks.readings(after.text, len(after.text) - len(after.text.lstrip())) if after is not None else ()
    within = _inside(text, first, begin, following)
    lines = _at_lines(paragraph, begin)
    cuts = dict(sorted((lines | within).items()))
    bounds = [begin, *cuts, len(text)]
    for at, start in enumerate(bounds[:-1]):
        readings = first if start == begin else cuts.get(start, ())
        yield Piece(paragraph, start, bounds[at + 1], readings, inline=start != begin, printed=start in lines)


_OWN_LINE = (marks.ARTICLE, marks.CHAPTER, marks.WORDED, marks.ORDINAL)


def _at_lines(paragraph: Paragraph, begin: int) -> dict[int, tuple[Mark, ...]]:
    """The printed lines of a paragraph that begin with a mark of words, or as one more recital, behind a sentence that ends."""
    text = paragraph.text
    found: dict[int, tuple[Mark, ...]] = {}
    bounds = [*paragraph.breaks, len(text)]
    for at, end in pairwise(bounds):
        before = text[max(begin, at - 12) : at].rstrip()
        if at <= begin or not (phrases.ends(before) or before.endswith((",", ":"))):
            continue
        readings = marks.readings(text, at)
        if any(mark.family in _OWN_LINE or text.startswith("하나", at) for mark in readings):
            found[at] = readings
            if readings[0].family == marks.CHAPTER and end < len(text):
                found[end] = marks.readings(text, end)
            continue
        leads = text.endswith(":") and len(text) - at <= LEAD and (phrases.commits(text[at:]) or phrases.speaks_only(text[at:]))
        recites = before.endswith((",", ";")) and phrases.recites(text[at : at + 80]) and phrases.recites(text[begin : begin + 80])
        if leads or recites:
            found[at] = ()
    return found


def _wide(paragraph: Paragraph, begin: int) -> int:
    """Where a number at the beginning ends before blanks of which only one was kept."""
    text, origin = paragraph.text, paragraph.origin
    at = begin
    while at < len(text) and text[at].isdigit() and at - begin < 4:
        at += 1
    if at == begin or at + 1 >= len(text) or not text[at].isspace():
        return -1
    apart = origin[at + 1] - origin[at] > 1 if origin[at] != INSERTED else True
    return at if apart or text[at] == "\t" else -1


_WITHIN = re.compile(
    r"(?:(?<=\s)|(?<=[;:,.]))(?=[(（\[]?(?:\d{1,3}|[ivx]{1,5}|[A-Za-z]|[가나다라마바사아자차카타파하]) ?\\?[.)）\]]\s?[^\s.,;:)\d])"
    rf"|(?<!^)(?=[{''.join(f'{start}-{end}' for start, end, *_ in numerals.RANGES)}])"
    r"|(?:(?<=[.;:,!?] )|(?<=[;,] and ))(?=(?i:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|finally|last)(?:ly)?(?: of all)?, )"
    r"|(?<=\s)(?=(?:첫째|둘째|셋째|넷째|다섯째|여섯째|일곱째|여덟째|아홉째|열째)[,、 ])"
)
_REFERENCE = re.compile(
    r"(?i:\b(?:(?:nos?|arts?|pp?|vol)\.?|paragraphs?|sections?|articles?|items?|points?|clauses?|rules?|see)|[조항호제])\s*$"
)
_REFERENCE_BARE = re.compile(r"(?i:\b(?:in|of|under|to))\s*$")
"""Words before a number that is no mark unless it stands in brackets: "in 1.", but "a list of (a) …"."""
_SET_OFF = re.compile(r"(?:[.;:,!?–—。」』”’\")]|\b(?:and|or|및|와|과|그리고))\s*$")
_SENTENCE = re.compile(r"(?:[.;:!?–—。」』”’]|[;,] (?:and|or|및))\s*$")
_LEAST = 6
"""So many characters stand at least between one mark and the next."""


@dataclass(slots=True)
class _Row:
    marks: list[tuple[int, Mark]]


def _inside(text: str, first: tuple[Mark, ...], begin: int, following: Sequence[Mark]) -> dict[int, tuple[Mark, ...]]:
    """Where marks stand inside a paragraph that count on from one to the next, with each reading that does.

    The next may also begin the paragraph after it, and one alone may stand right behind the number of an article: 제2조(물) ① ….
    """
    behind = {begin + mark.length for mark in first if mark.family == marks.ARTICLE}
    open_: dict[str, _Row] = {}
    kept: dict[int, tuple[Mark, ...]] = {}
    rows: list[_Row] = []
    for mark in first:
        counts_on = mark.strong and not mark.odd and mark.values and mark.family not in (marks.ARTICLE, marks.DOTTED)
        if (mark.begins or counts_on) and mark.family != marks.CHAPTER:
            begun = open_[mark.style.partition("@")[0]] = _Row([(begin, mark)])
            rows.append(begun)
    for match in _WITHIN.finditer(text, begin + 1):
        at = match.start()
        before = text[max(begin, at - 12) : at]
        if _REFERENCE.search(before) or (text[at] not in "(（[" and _REFERENCE_BARE.search(before)):
            continue
        for mark in marks.readings(text, at):
            if mark.family in (marks.BULLET, marks.CHAPTER, marks.ARTICLE, marks.DOTTED) or mark.odd:
                continue
            row = open_.get(mark.style)
            if row is not None and row.marks[-1][0] + row.marks[-1][1].length + _LEAST > at:
                continue
            if not _stands_off(mark, before):
                continue
            last = row.marks[-1][1].value if row else 0
            if row and (0 <= mark.value - last <= FURTHEST or mark.value == numerals.LAST) and not mark.begins:
                row.marks.append((at, mark))
            elif mark.begins:
                begun = open_[mark.style] = _Row([(at, mark)])
                rows.append(begun)
    for row in rows:
        end, counted = row.marks[-1]
        goes_on = end > begin and any(mark.style == counted.style and mark.value == counted.value + 1 for mark in following if mark.values)
        if len(row.marks) > 1 or goes_on or end in behind:
            for at, mark in row.marks:
                kept[at] = (*kept.get(at, ()), mark)
            _lead_of(text, row.marks[0][0], begin, kept)
    kept.pop(begin, None)
    return dict(sorted(kept.items()))


def _stands_off(mark: Mark, before: str) -> bool:
    """Whether what stands before a mark lets one begin there."""
    if mark.style.endswith(".") or mark.family == marks.ORDINAL:
        small = mark.family.startswith((marks.LETTER, marks.ROMAN, "hangul", "jamo"))
        return not small and _SENTENCE.search(before) is not None
    if mark.family in (marks.ARABIC, "hangul", "jamo") or mark.family.startswith((marks.LETTER, marks.ROMAN)):
        return mark.style.endswith(("()", "()]")) or mark.begins or _SET_OFF.search(before) is not None
    return True


_END = re.compile(r"[.!?。][’”'\"」』]? +(?=\S)")


def _lead_of(text: str, at: int, begin: int, kept: dict[int, tuple[Mark, ...]]) -> None:
    """Cut off the sentence that leads to marks where another stands before it in the same paragraph: "… . We commit: 1) …"."""
    if at <= begin or not text[begin:at].rstrip().endswith(":"):
        return
    from_ = max(begin, at - 400)
    ends = [match.end() for match in _END.finditer(text, from_, at)]
    lead = text[ends[-1] : at].strip() if ends else ""
    if (
        lead
        and (phrases.commits(lead) or phrases.declares(lead) or phrases.speaks_only(lead))
        and not any(mark > ends[-1] for mark in kept if mark < at)
    ):
        kept.setdefault(ends[-1], ())
