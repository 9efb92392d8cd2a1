"""The id that each provision would have in its declaration: `p5`, `c2`, `c2-1`, `a3`, `s2-c1`, `intro`, `close`.

Ids count up by order, so that none is there twice and none is left out, whatever is printed; where the numbers begin again among
provisions of one kind, each row of them is a section of its own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from models.texts.parting.outline import Draft
from models.texts.parts import Kind

_LETTER = {Kind.PARAGRAPH: "p", Kind.COMMITMENT: "c", Kind.ARTICLE: "a"}


def places(drafts: Sequence[Draft]) -> list[str | None]:
    """The id of each part; None for what is no provision."""
    sections = _sections(drafts)
    order = _order(drafts, sections)
    counted: Counter[str] = Counter()
    above: list[tuple[int, str]] = []
    found: list[str | None] = []
    for draft, section in zip(drafts, sections, strict=True):
        if draft.kind in (Kind.INTRO, Kind.CLOSE):
            found.append("intro" if draft.kind is Kind.INTRO else "close")
            continue
        heads = draft.kind is Kind.HEADING and draft.marked
        if draft.kind not in _LETTER and not heads:
            found.append(None)
            continue
        kind = Kind.ARTICLE if heads and _heads_articles(draft) else Kind.COMMITMENT if heads else draft.kind
        while above and above[-1][0] >= draft.level:
            above.pop()
        if above:
            parent = f"{above[-1][1]}-"
        else:
            at = order.get((kind, section))
            parent = (f"s{at}-" if at else "") + _LETTER[kind]
        counted[parent] += 1
        place = f"{parent}{counted[parent]}"
        above.append((draft.level, place))
        found.append(None if heads else place)
    return found


def _heads_articles(draft: Draft) -> bool:
    mark = draft.pieces[0].mark
    return mark is not None and mark.family == "article"


def _order(drafts: Sequence[Draft], sections: Sequence[int]) -> dict[tuple[Kind, int], int]:
    """Which section, counted from the first, each row of numbers is; nothing of what stands before the first kind with several rows."""
    rows = list(dict.fromkeys((draft.kind, section) for draft, section in zip(drafts, sections, strict=True) if draft.kind in _LETTER))
    times = Counter(kind for kind, _ in rows)
    first = next((at for at, (kind, _) in enumerate(rows) if times[kind] > 1), len(rows))
    number = {section: at for at, section in enumerate(dict.fromkeys(section for _, section in rows[first:]), 1)}
    return {row: number[row[1]] for row in rows[first:]}


def _sections(drafts: Sequence[Draft]) -> list[int]:
    """The row of numbers to which each part belongs; what stands under a heading before its first number belongs to that one."""
    found = [draft.run for draft in drafts]
    for at in range(len(drafts) - 1, 0, -1):
        later, here = drafts[at], drafts[at - 1]
        if (
            found[at] > found[at - 1]
            and not here.marked
            and later.kind is not Kind.CLOSE
            and (here.under == later.under or here.kind is Kind.HEADING)
        ):
            found[at - 1] = found[at]
    return found
