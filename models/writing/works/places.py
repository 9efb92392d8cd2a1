"""Where the parts of a text stand: the ids of its provisions, from their kinds, levels and order (codebook, 1).

`p5` is the fifth paragraph before the commitments, `c2` the second commitment, `a3` an article, `c2-1` what is first within it. Ids count
up by order, whatever is printed; where the printed numbers of a kind begin anew under a heading each row of them is a section of its own, `s1-`, `s2-`.
Parting reckons the same from its own pieces; here it is done after somebody changed the parts by hand.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from models.texts.parts import Kind
from models.writing.works.work import WorkedPart

LETTER = {Kind.PARAGRAPH: "p", Kind.COMMITMENT: "c", Kind.ARTICLE: "a"}
ALONE = {Kind.INTRO: "intro", Kind.CLOSE: "close"}
_FIRST = {"i", "a", "ⅰ", "가", "first", "firstly", "one", "첫째"}
"""Numbers that are none in digits and begin a row."""
_ARTICLE = re.compile(r"제\s*\d{1,4}\s*조|art(?:icle|\.)\s*\d", re.IGNORECASE)


def with_places(parts: Sequence[WorkedPart]) -> list[WorkedPart]:
    """The parts with their places; the heading of an article has none, and what stands below it is counted within it."""
    sections = _sections(parts)
    rows: dict[Kind, list[int]] = {kind: [] for kind in LETTER}
    for part, section in zip(parts, sections, strict=True):
        if part.kind in LETTER and section not in rows[part.kind]:
            rows[part.kind].append(section)
    counted: dict[str, int] = {}
    above: list[tuple[int, str]] = []
    found: list[WorkedPart] = []
    for part, section in zip(parts, sections, strict=True):
        place, heads = ALONE.get(part.kind), part.kind is Kind.HEADING and bool(_ARTICLE.match(part.text))
        if part.kind in LETTER or heads:
            kind = Kind.ARTICLE if heads else part.kind
            above = [each for each in above if each[0] < part.level]
            several = len(rows[kind]) > 1 and section in rows[kind]
            stem = f"{above[-1][1]}-" if above else f"{f's{rows[kind].index(section) + 1}-' if several else ''}{LETTER[kind]}"
            counted[stem] = counted.get(stem, 0) + 1
            place = f"{stem}{counted[stem]}"
            above = [*above, (part.level, place)]
        found.append(part.model_copy(update={"place": None if heads else place}))
    return found


def _sections(parts: Sequence[WorkedPart]) -> list[int]:
    """The row of numbers to which each part belongs; what stands without one before the first of a row belongs to that row."""
    found: list[int] = []
    row, headed, counted = 0, False, set[Kind]()
    for part in parts:
        number = _value(part.number)
        headed = headed or part.kind is Kind.HEADING
        if part.kind in LETTER and part.level == 1 and number is not None:
            if number == 1 and headed and part.kind in counted:
                row, counted = row + 1, set()
            counted.add(part.kind)
            headed = False
        found.append(row)
    for at in range(len(parts) - 1, 0, -1):
        before = parts[at - 1]
        if found[at] > found[at - 1] and (before.kind is Kind.HEADING or (before.number is None and parts[at].kind is before.kind)):
            found[at - 1] = found[at]
    return found


def _value(number: str | None) -> int | None:
    """What a printed number counts; 1 for whatever begins a row, and 2 for a word or letter that goes on in one."""
    if not number:
        return None
    if digits := re.search(r"\d{1,6}", number, re.ASCII):
        return int(digits[0])
    if len(number) == 1 and (counts := unicodedata.numeric(number, None)) is not None:
        return int(counts)
    return 1 if number.strip("().").lower() in _FIRST else 2
