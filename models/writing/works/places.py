"""Where the parts of a text stand: the ids of its provisions, from their kinds, levels and order (codebook, 1).

`p5` is the fifth paragraph before the commitments, `c2` the second commitment, `a3` an article, `c2-1` what is first within it; where
numbers begin anew under a heading all of that kind are told apart by `s1-`, `s2-`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from models.texts.parts import Kind
from models.writing.works.work import WorkedPart

LETTER = {Kind.PARAGRAPH: "p", Kind.COMMITMENT: "c", Kind.ARTICLE: "a"}
ALONE = {Kind.INTRO: "intro", Kind.CLOSE: "close"}
_ARABIC = re.compile(r"\d{1,4}", re.ASCII)


def with_places(parts: Sequence[WorkedPart]) -> list[WorkedPart]:
    """The parts with their places as they follow from kinds, levels and order; the printed number says where numbers begin anew."""
    sections = _sections(parts)
    counted: dict[str, int] = {}
    above: list[tuple[int, str]] = []
    found: list[WorkedPart] = []
    for part, section in zip(parts, sections, strict=True):
        place = None
        if part.kind in ALONE:
            place, above = ALONE[part.kind], []
        elif part.kind in LETTER:
            above = [each for each in above if each[0] < part.level]
            stem = f"{above[-1][1]}-" if above and part.level > 1 else f"{f's{section}-' if section else ''}{LETTER[part.kind]}"
            counted[stem] = counted.get(stem, 0) + 1
            place = f"{stem}{counted[stem]}"
            above = [*above, (part.level, place)]
        found.append(part.model_copy(update={"place": place}))
    return found


def _sections(parts: Sequence[WorkedPart]) -> list[int]:
    """For each part the section whose numbers it belongs to, 0 where the numbers of its kind never begin anew under a heading."""
    restarts: dict[Kind, int] = {}
    last: dict[Kind, int] = {}
    sections: list[int] = []
    headed: dict[Kind, bool] = {}
    for part in parts:
        if part.kind is Kind.HEADING:
            headed = dict.fromkeys(LETTER, True)
        if part.kind in LETTER and part.level == 1:
            number = int(part.number) if part.number and _ARABIC.fullmatch(part.number) else None
            if number == 1 and last.get(part.kind, 0) >= 1 and headed.get(part.kind):
                restarts[part.kind] = restarts.get(part.kind, 1) + 1
            if number is not None:
                last[part.kind] = number
            headed[part.kind] = False
        sections.append(restarts.get(part.kind, 1))
    return [section if part.kind in restarts else 0 for part, section in zip(parts, sections, strict=True)]
