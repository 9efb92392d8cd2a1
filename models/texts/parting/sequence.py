"""Which readings are marks: those that fit the numbering that runs. What does not run as it should is said.

A list is open from its first mark until a mark of a list around it comes, or a heading. A mark counts on in an open list, or it is
the first of a new one; a number written as marks usually are is a mark as well where numbers are left out or stand twice.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from models.texts.parting import marks, numerals, phrases
from models.texts.parting.marks import Mark
from models.texts.parting.pieces import Piece
from models.texts.parts import Caution, Warning
from models.texts.source import Stretch

FURTHEST = 20
"""A number further on than this is a mark only where the next one follows somewhere."""

NEAR = 3
"""A number that is not written like a mark may leave out fewer than this."""


@dataclass(slots=True)
class _List:
    style: str
    family: str
    level: int
    last: tuple[int, ...]
    printed: str
    seen: set[tuple[int, ...]] = field(default_factory=set)
    highest: tuple[int, ...] = ()
    odd: bool = False
    """Its marks are all written in the odd way of the first."""


@dataclass(slots=True)
class _State:
    lists: list[_List] = field(default_factory=list)
    run: int = 0
    headed: bool = False
    """A heading stands between this piece and the last mark."""
    heading: str = ""
    before: str = ""
    """The words before this piece."""
    warnings: list[Warning] = field(default_factory=list)


class _Later:
    """Which numbers of which style are still to come."""

    def __init__(self, pieces: Sequence[Piece]) -> None:
        self.places: dict[tuple[str, tuple[int, ...]], list[int]] = defaultdict(list)
        for at, piece in enumerate(pieces):
            for mark in piece.readings:
                self.places[mark.style, mark.values].append(at)

    def has(self, style: str, values: tuple[int, ...], after: int) -> bool:
        places = self.places.get((style, values), [])
        return bisect_right(places, after) < len(places)


def settle(pieces: Sequence[Piece]) -> list[Warning]:
    """Give every piece that has one its mark, its level and its run of numbers; headings are known before."""
    later, state = _Later(pieces), _State()
    odd: list[Warning] = []
    for at, piece in enumerate(pieces):
        if piece.heading:
            _heading(state, piece)
        elif chosen := _chosen(piece, at, state, later):
            mark, list_ = chosen
            if list_ is None and _leaves(piece, mark, at, state, later):
                state.lists = []
            _take(piece, mark, list_, state, odd)
        state.before = piece.text
    return _in_order([*state.warnings, *odd])


def _in_order(warnings: list[Warning]) -> list[Warning]:
    return sorted(warnings, key=lambda warning: warning.at.start if warning.at else -1)


def _heading(state: _State, piece: Piece) -> None:
    state.headed, state.heading = True, piece.text
    state.lists = state.lists[:1]


def _chosen(piece: Piece, at: int, state: _State, later: _Later) -> tuple[Mark, _List | None] | None:
    """The reading that is the mark of the piece, and the open list that it counts on; None for the first of a new list."""
    best: tuple[int, Mark, _List | None] | None = None
    for mark in piece.readings:
        if mark.family == marks.CHAPTER:
            continue
        for rank, list_ in _fits(mark, piece, at, state, later):
            if best is None or rank > best[0]:
                best = rank, mark, list_
    return best[1:] if best else None


def _fits(mark: Mark, piece: Piece, at: int, state: _State, later: _Later) -> list[tuple[int, _List | None]]:
    found: list[tuple[int, _List | None]] = []
    if mark.family == marks.BULLET:
        open_ = next((each for each in state.lists if each.style == mark.style), None)
        listed = bool(piece.paragraph.line.listed)
        if open_ or listed or state.lists or later.has(mark.style, (), at) or (mark.strong and mark.style[-1] not in "-–—*+·∙oㅇ"):
            found.append((5, open_))
        return found
    for depth, list_ in enumerate(reversed(state.lists)):
        if list_.style == mark.style and _next(list_, mark):
            found.append((60 - depth, list_))
        elif list_.family == mark.family and _next(list_, mark) and not mark.begins and mark.family != marks.DOTTED:
            found.append((30 - depth, list_))
    if mark.family == marks.ORDINAL and mark.value == numerals.LAST:
        return found
    followed = later.has(mark.style, (*mark.values[:-1], mark.value + 1), at)
    sure = (
        (mark.family == marks.DOTTED and _has_parent(mark, state))
        or (mark.family == marks.WORDED and not state.lists)
        or (mark.strong and (mark.family in (marks.ARABIC, marks.ARTICLE, *_SIGN_ROWS) or mark.family.startswith(marks.ROMAN)))
        or (not mark.odd and any(each.style == mark.style for each in state.lists))
    )
    repeated = (
        not state.headed
        and not phrases.leads(state.before)
        and any(each.style == mark.style and each.last == (1,) for each in state.lists[-1:])
    )
    if mark.begins and not repeated and (sure or followed or bool(piece.paragraph.line.listed) or piece.inline):
        within = mark.family != marks.DOTTED or _has_parent(mark, state) or followed
        if within:
            found.append((40 if followed else 20, None))
    if mark.odd and (not piece.text[mark.length : mark.length + 1].islower() or phrases.ends(state.before)) and _whole(piece, state):
        found += [
            (12 - depth, each) for depth, each in enumerate(reversed(state.lists)) if each.family == mark.family and _near(each, mark)
        ]
    if mark.family == marks.ARABIC and not piece.inline and _stands_alone(piece, mark, state):
        found += [
            (8 - depth, each)
            for depth, each in enumerate(reversed(state.lists))
            if each.family == mark.family and (mark.odd or each.style != mark.style) and abs(mark.value - each.last[-1]) <= FURTHEST
        ]
    if mark.odd or not mark.strong or not _whole(piece, state):
        if mark.family == marks.DOTTED and _whole(piece, state) and _dotted_on(mark, state):
            found.append((25, next(each for each in reversed(state.lists) if each.style == mark.style)))
        return found
    for depth, list_ in enumerate(reversed(state.lists)):
        if list_.style == mark.style and len(list_.last) == len(mark.values):
            near = mark.values <= list_.last or mark.value - list_.last[-1] <= FURTHEST
            if (near or followed) and not _within_sentence(piece, mark, state):
                found.append((15 - depth, list_))
    if (
        not found
        and not mark.begins
        and followed
        and mark.value <= FURTHEST
        and mark.family in (marks.ARABIC, marks.ARTICLE, marks.WORDED, marks.DOTTED)
    ):
        found.append((10, None))
    return found


_SIGN_ROWS = {name for *_, name in numerals.RANGES}


def _leaves(piece: Piece, mark: Mark, at: int, state: _State, later: _Later) -> bool:
    """Whether "First, …" in a paragraph of its own stands beside what was numbered before, and not within its last part."""
    if mark.family != marks.ORDINAL or piece.inline or not state.lists or phrases.leads(state.before):
        return False
    outer = state.lists[0]
    goes_on = bool(outer.last) and later.has(outer.style, (*outer.last[:-1], outer.last[-1] + 1), at)
    return state.lists[-1].level > 1 and not goes_on


def _next(list_: _List, mark: Mark) -> bool:
    """Whether a mark counts on from the last one of a list, or from the highest after a slip."""
    if mark.value == numerals.LAST and mark.family == marks.ORDINAL:
        return list_.last[-1] > 1
    if len(mark.values) != len(list_.last):
        return False
    if mark.values[:-1] == list_.last[:-1]:
        highest = list_.highest or list_.last
        return mark.value == list_.last[-1] + 1 or (mark.values[:-1] == highest[:-1] and mark.value == highest[-1] + 1)
    return mark.value == 1 and mark.values[:-1] > list_.last[:-1]


def _within_sentence(piece: Piece, mark: Mark, state: _State) -> bool:
    """Whether what stands before goes on behind the number: "… and in 1990 / 12. was"."""
    goes_on = piece.text[mark.length : mark.length + 1].islower()
    return goes_on and not phrases.ends(state.before) and not state.before.endswith((",", ":", "and", "or"))


def _stands_alone(piece: Piece, mark: Mark, state: _State) -> bool:
    """Whether a number with a mark behind it begins a line after a sentence that ended, whatever it counts: "11, We …"."""
    follows = piece.text[mark.length : mark.length + 1]
    return (mark.strong or mark.odd) and phrases.ends(state.before) and follows.isalpha() and not follows.islower()


def _near(list_: _List, mark: Mark) -> bool:
    """Whether a number that is oddly written comes soon enough after the last one to be a mark."""
    return 0 <= mark.value - list_.last[-1] <= NEAR


def _dotted_on(mark: Mark, state: _State) -> bool:
    return any(each.style == mark.style and mark.values > each.last for each in state.lists)


def _has_parent(mark: Mark, state: _State) -> bool:
    """Whether the number before the last point is open: 1. before 1.1, or a heading with it."""
    parent = mark.values[:-1]
    return any(each.last == parent for each in state.lists) or state.heading.startswith(f"{parent[0]}")


def _whole(piece: Piece, state: _State) -> bool:
    """Whether it begins as a paragraph and not as a printed line inside a sentence."""
    return piece.paragraph.line.whole or piece.inline or not state.before or phrases.ends(state.before) or state.before.endswith((",", ":"))


def _take(piece: Piece, mark: Mark, list_: _List | None, state: _State, odd: list[Warning]) -> None:
    here = piece.stretches(piece.start, piece.start + mark.printed)
    at = here[0] if here else None
    piece.mark = mark
    if list_ is None:
        _begin(piece, mark, state, at)
    else:
        del state.lists[state.lists.index(list_) + 1 :]
        piece.level = list_.level
        if mark.values:
            _compare(mark, list_, state, at)
    if mark.values:
        current = state.lists[-1]
        current.odd = mark.odd if not current.seen else current.odd
        if (mark.odd and not current.odd) or (current.family == mark.family and current.style != mark.style):
            odd.append(Warning(Caution.MARK, {"mark": piece.text[: mark.printed]}, at))
        value = (current.last[-1] + 1,) if mark.value == numerals.LAST else mark.values
        current.last, current.printed = value, mark.number or ""
        current.seen.add(value)
        current.highest = max(current.highest, value)
    piece.run = state.run
    state.headed = False


def _begin(piece: Piece, mark: Mark, state: _State, at: Stretch | None) -> None:
    """The first mark of a list: inside what is open, or anew under a heading."""
    same = next((each for each in state.lists if each.style == mark.style), None)
    if same is not None:
        _begin_again(piece, mark, same, state)
        said = True
    elif state.lists and not state.headed and mark.family != marks.ARTICLE:
        said = False
        state.lists.append(_List(mark.style, mark.family, state.lists[-1].level + 1, mark.values, mark.number or ""))
    else:
        said = bool(state.lists) and bool(mark.values) and state.lists[0].family != marks.BULLET and state.lists[0].family == mark.family
        if said:
            state.run += 1
        state.lists = [_List(mark.style, mark.family, 1, mark.values, mark.number or "")]
    piece.level = state.lists[-1].level
    if said:
        _say(state, Caution.RESTART, at, number=mark.number or "", heading=_before(state))
    if mark.values and mark.value > 1 and len(mark.values) == 1:
        _say(state, Caution.GAP, at, after=_before(state), next=mark.number or "", missing=_span(1, mark.value - 1, set()))


def _begin_again(piece: Piece, mark: Mark, same: _List, state: _State) -> None:
    """A row of numbers that begins again: inside the paragraph before it where that one leads to it, else a new run."""
    inner = not state.headed and phrases.leads(state.before) and state.lists[-1] is same and bool(same.seen)
    if inner:
        state.lists.append(_List(mark.style, mark.family, same.level + 1, mark.values, mark.number or ""))
    else:
        del state.lists[state.lists.index(same) + 1 :]
        same.seen, same.highest = set(), ()
        same.last = mark.values
        if same.level == 1:
            state.run += 1
    piece.level = state.lists[-1].level


def _compare(mark: Mark, list_: _List, state: _State, at: Stretch | None) -> None:
    """Say what the numbers of a list leave out, repeat or go back to."""
    if _next(list_, mark) or mark.value == numerals.LAST:
        return
    number = mark.number or ""
    if mark.values in list_.seen:
        _say(state, Caution.REPEAT, at, number=number)
    elif mark.values < list_.last:
        _say(state, Caution.BACKWARDS, at, after=list_.printed, next=number)
    else:
        first = list_.last[-1] + 1 if mark.values[:-1] == list_.last[:-1] else 1
        seen = {values[-1] for values in list_.seen if values[:-1] == mark.values[:-1]}
        missing = _span(first, mark.value - 1, seen)
        if len(mark.values) > 1:
            prefix = ".".join(str(value) for value in mark.values[:-1])
            missing = f"{prefix}.{missing}" if missing else prefix
        _say(state, Caution.GAP, at, after=list_.printed, next=number, missing=missing or "–")


def _span(first: int, last: int, seen: set[int]) -> str:
    numbers = [number for number in range(first, min(last, first + 1000) + 1) if number not in seen]
    if len(numbers) > 3:
        return f"{numbers[0]}–{numbers[-1]}"
    return ", ".join(str(number) for number in numbers)


def _say(state: _State, caution: Caution, at: Stretch | None, **words: str) -> None:
    state.warnings.append(Warning(caution, words, at))


def _before(state: _State) -> str:
    """The heading under which a list begins, or the first words of what stands before it."""
    words = (state.heading if state.headed else state.before) or "–"
    return words if len(words) <= 60 else words[:57].rsplit(" ", 1)[0] + " …"
