"""Which printed lines are one paragraph: a sentence goes on over the end of a line, of a page, and over the footnotes between them.

A list mark, a heading, a bold lead-in, a blank line, an indent or a line that ends early begins a new paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from models.texts.cleaning import wording
from models.texts.cleaning.sheet import Row
from models.texts.source import Role

_NUMBER = re.compile(r"\(?(\d{1,3})[.),\\]?")
_SHORT, _LONG = 45, 60
_EARLY, _HALF = 0.75, 0.5
_ROOM, _SENTENCE_ROOM = 0.85, 0.93
_ENDS, _SENTENCE_ENDS = 0.95, 0.99


@dataclass(frozen=True, slots=True)
class Print:
    """How a text is printed: how long its full lines are and how far they stand apart."""

    width: float
    leading: float
    left: float
    full: float
    """Where full lines of paper end."""

    @classmethod
    def of(cls, rows: Sequence[Row]) -> Print:
        """As most printed lines are."""
        printed = [row for row in rows if not row.line.whole]
        widths = sorted(wide(row.words) for row in rows)
        gaps = [
            (after.line.top - before.line.top, _surely_goes_on(before, after))
            for before, after in pairwise(printed)
            if before.line.top is not None and after.line.top is not None and before.line.page == after.line.page
        ]
        within = [gap for gap, sure in gaps if sure and gap > 0]
        ends = [row.line.ends for row in printed if row.line.ends is not None]
        lefts = [row.line.indent for row in printed]
        return cls(
            widths[int(0.85 * (len(widths) - 1))] if widths else 0.0,
            median(within or [gap for gap, _ in gaps if gap > 0] or [0.0]),
            median(lefts or [0.0]),
            max([*ends, 0.0 if len(within) > 1 else 1.0]),
        )


def _surely_goes_on(before: Row, after: Row) -> bool:
    """Whether a printed line goes on in the next one, by its words alone; in Korean also by its filling the paper."""
    if before.line.heading is not None or wording.MARK.match(after.words) or not before.words[-1].isalnum():
        return False
    if before.words[-1] >= "\uac00" and after.words[0] >= "\uac00":
        return not before.words.endswith("다") and (before.line.ends or 0) > _ENDS
    return after.words[0].islower() and (len(before.words) >= _SHORT or (before.line.ends or 0) > _EARLY)


def wide(words: str) -> float:
    """How wide words are printed, Korean letters twice as wide as Latin ones."""
    return sum(2 if sign >= "\u1100" else 1 for sign in words) if not words.isascii() else len(words)


def joined(rows: Sequence[Row], every: Sequence[Row], single: set[int]) -> list[list[Row]]:
    """The lines of each paragraph. `every` has the blank ones too; ends of lines in `single` were put back."""
    printed = Print.of(rows)
    found: list[list[Row]] = []
    for row in rows:
        if found and row.line.role is found[-1][-1].line.role and _goes_on(found[-1], row, every, single, printed):
            found[-1].append(row)
        else:
            found.append([row])
    return found


def _goes_on(paragraph: Sequence[Row], row: Row, every: Sequence[Row], single: set[int], printed: Print) -> bool:
    last, first = paragraph[-1], paragraph[0]
    between = every[last.index + 1 : row.index]
    over = any(each.line.text.strip() for each in between) or row.line.page != last.line.page
    blank = any(not each.line.text.strip() for each in between)
    if last.at.end in single or row.line.role is Role.TABLE or row.line.listed:
        return False
    if row.line.heading != last.line.heading or (row.line.heading is not None and row.line.whole):
        return _title_goes_on(first, last, row) if row.line.heading == last.line.heading else False
    if row.line.heading is not None and not (over or blank) and _heading_goes_on(last, row, printed):
        return True
    if last.line.whole or (blank and not over):
        return _sentence_goes_on(first, last, row, over) or _title_goes_on(first, last, row)
    return _line_goes_on(paragraph, row, over, printed)


def _sentence_goes_on(first: Row, last: Row, row: Row, over: bool) -> bool:
    """Whether a paragraph that was parted, as by the end of a page, goes on in the next one."""
    ends, begins = last.words[-1], row.words[0]
    if wording.MARK.match(row.words) or not begins.islower() or not (ends.isalnum() or ends in ",-"):
        return False
    begun = wording.MARK.sub("", first.words).lstrip()
    if begun[:1].islower() or (ends == "," and not over and len(last.words) > _SHORT):
        return False
    return ends == "," or len(last.words) >= _LONG


def _title_goes_on(first: Row, last: Row, row: Row) -> bool:
    """Whether a title that stands in two lines does: after a colon, or in quotation marks that are not closed."""
    if (
        len(last.words) > 90
        or len(row.words) > 90
        or wording.MARK.match(row.words)
        or wording.MARK.match(first.words)
        or wording.OPENING.match(last.words)
    ):
        return False
    open_quote = last.words.count("“") > last.words.count("”") and row.words.count("”") > row.words.count("“")
    colon = (
        last.words.endswith(":")
        and len(last.words.split()) > 1
        and not wording.SENTENCE_END.search(row.words)
        and row.words[0].isupper()
        and not _introduces(last)
    )
    return open_quote or colon


def _heading_goes_on(last: Row, row: Row, printed: Print) -> bool:
    """Whether a printed heading had no room for the first word of the line below it."""
    if last.line.ends is None or last.line.top is None or row.line.top is None or wording.MARK.match(row.words):
        return False
    if not 0 < row.line.top - last.line.top < 3.2 * printed.leading or wording.SENTENCE_END.search(last.words):
        return False
    takes = last.line.ends / printed.full
    if last.line.indent > 6:
        takes = 2 * takes - 1  # in the middle of the paper
    return takes * (1 + (1 + wide(row.words.split(" ", 1)[0])) / wide(last.words)) >= _ENDS


def _introduces(row: Row) -> bool:
    """Whether a line with a colon introduces a list, by having a verb of saying or promising in it."""
    return (
        re.search(r"\b(?:we|following|commit|together|agree|resolve|declare|hereby|urge|call|recommend)\b", row.words, re.IGNORECASE)
        is not None
    )


def _line_goes_on(paragraph: Sequence[Row], row: Row, over: bool, printed: Print) -> bool:
    last, words = paragraph[-1], paragraph[-1].words
    width = wide(words) / printed.width if printed.width else 1.0
    sentence = wording.SENTENCE_END.search(words) is not None or words.endswith((",", ";", "다"))
    if _marked(paragraph, row, sentence, width):
        return False
    if not sentence and wording.OPENING.match(row.words) and row.words[0].isupper() and not wording.MARK.match(paragraph[0].words):
        return False
    goes = row.words[0].islower() or words[-1] in "-\xad\u2010"
    if (
        row.line.bold
        and last.line.bold < len(last.line.text.rstrip())
        and (row.line.bold >= len(row.line.text.rstrip()) or sentence)
        and not goes
    ):
        return False
    if last.line.bold >= len(last.line.text.rstrip()) > 0 and not row.line.bold and not goes:
        return False
    if over:
        return goes or (not wording.SENTENCE_END.search(words) and width >= _EARLY)
    if _far(last, row, printed):
        return goes and not sentence
    if row.line.indent > last.line.indent + 6 and len(paragraph) > 1 and sentence:
        return False
    if len(paragraph) == 1 and not goes and wording.DAY_FIRST.fullmatch(row.words) and not wording.MARK.match(words):
        return False
    if not _ends_early(last, row, sentence, printed):
        return True
    if goes and not wording.SENTENCE_END.search(words) and not words.endswith("다"):
        return not paragraph[0].words[0].islower() if words.endswith(",") else width >= _HALF
    return _title_goes_on(paragraph[0], last, row)


def _ends_early(last: Row, row: Row, sentence: bool, printed: Print) -> bool:
    """Whether the first word of the next line would have had room at the end of a line, so that somebody ended it there."""
    words = last.words
    first = wide(row.words.split(" ", 1)[0])
    if words[-1] >= "\uac00" and row.words[0] >= "\uac00":
        first = min(first, 4)  # Korean words may be parted
    if last.line.ends is not None and printed.full:
        ends = last.line.ends * (1 + (1 + first) / wide(words))
        return ends < (_SENTENCE_ENDS if sentence else _ENDS) * printed.full
    return bool(printed.width) and wide(words) + 1 + first < (_SENTENCE_ROOM if sentence else _ROOM) * printed.width


def _far(last: Row, row: Row, printed: Print) -> bool:
    """Whether two lines of a page stand further apart than lines of a paragraph do."""
    if last.line.top is None or row.line.top is None or not printed.leading or last.line.page != row.line.page:
        return False
    return row.line.top - last.line.top > 1.3 * printed.leading or row.line.top < last.line.top - printed.leading


def _marked(paragraph: Sequence[Row], row: Row, sentence: bool, width: float) -> bool:
    """Whether a line begins with a mark that is meant as one, and not with a number of the sentence above it."""
    match = wording.MARK.match(row.words) or wording.BARE_NUMBER.match(row.line.text.lstrip())
    if not match:
        return False
    number, before = _NUMBER.match(row.words), _NUMBER.match(paragraph[0].words)
    if number and before and int(number[1]) == int(before[1]) + 1:
        return True
    if wording.MARK.match(row.words) is None:
        return False
    return sentence or width < _EARLY or (not number and row.words[0] not in "-–—*(") or row.words[0] in "①②③④⑤⑥⑦⑧⑨"
