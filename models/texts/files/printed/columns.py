"""The order in which the rows of a page are read: from top to bottom, and column by column where it has columns.

A page has columns where a gap runs down between lines that fill both sides of it. Numbers before a paragraph, cells of a table and a date
at the right margin have gaps too; none of them fills its side.
"""

from __future__ import annotations

from statistics import median
from typing import Final

from models.texts.files.printed.rows import Row

_FEWEST: Final = 4
"""Lines that a column has at least."""
_FILLED: Final = 0.55
"""Of the width of a column: so wide its middlemost line is at least."""
_NARROWEST: Final = 0.18
"""Of the width of the print: so wide a column is at least."""
_WIDEST: Final = 0.14
"""Of the width of the print: so wide the gap is at most; a wider one parts the cells of a table."""
_MOST: Final = 400
"""Rows of a page; what has more is no page that somebody reads, and is not looked through."""
_CROSSED: Final = 0.34
"""Of all rows, so many may run across the gap: headings, what stands above and below the columns."""
_STEPS: Final = 120
"""Places at which a gap is looked for."""
_DEEPEST: Final = 3


def ordered(rows: list[Row], deep: int = 0) -> tuple[list[Row], bool]:
    """The rows in the order of reading, and whether columns made it another than that from top to bottom."""
    gap = _gap(rows) if deep < _DEEPEST else None
    if gap is None:
        return rows, False
    found: list[Row] = []
    moved = False
    zone: list[tuple[Row | None, Row | None]] = []
    for row in rows:
        sides = _sides(row, gap)
        if sides is None:
            moved = _read(zone, found, deep) or moved
            zone = []
            found.append(row)
        else:
            zone.append(sides)
    return found, _read(zone, found, deep) or moved


def _read(zone: list[tuple[Row | None, Row | None]], found: list[Row], deep: int) -> bool:
    """Add the rows between two that run across: one column after the other, or row by row where they are none."""
    left = [side for side, _ in zone if side]
    right = [side for _, side in zone if side]
    if min(len(left), len(right)) < 2:
        found.extend(_joined(sides) for sides in zone)
        return False
    for column in (left, right):
        found.extend(ordered(column, deep + 1)[0])
    return True


def _joined(sides: tuple[Row | None, Row | None]) -> Row:
    there = [side for side in sides if side]
    return Row(there[0].base, max(side.size for side in there), [run for side in there for run in side.runs])


def _sides(row: Row, gap: float) -> tuple[Row | None, Row | None] | None:
    """The row left and right of the gap; None where it runs across."""
    segments = row.segments()
    if any(segment.left < gap < segment.right for segment in segments):
        return None
    left = [run for segment in segments if segment.right <= gap for run in segment.runs]
    right = [run for segment in segments if segment.left >= gap for run in segment.runs]
    return Row(row.base, row.size, left) if left else None, Row(row.base, row.size, right) if right else None


def _gap(rows: list[Row]) -> float | None:
    """Where the gap between two columns runs; None where there is none."""
    parted = [row.segments() for row in rows]
    if not _FEWEST <= len(rows) <= _MOST:
        return None
    left, right = min(row.left for row in rows), max(row.right for row in rows)
    width = right - left
    best: tuple[int, float] | None = None
    for step in range(1, _STEPS):
        at = left + width * step / _STEPS
        if not _NARROWEST * width <= at - left <= (1 - _NARROWEST) * width:
            continue
        crossed = sum(any(segment.left < at < segment.right for segment in segments) for segments in parted)
        if crossed <= _CROSSED * len(rows) and (best is None or crossed < best[0]) and _has_columns(parted, at, _WIDEST * width):
            best = (crossed, at)
    return best[1] if best else None


def _has_columns(parted: list[list[Row]], at: float, widest: float) -> bool:
    """Whether lines fill both sides of a place."""
    sides: tuple[list[tuple[float, float]], list[tuple[float, float]]] = ([], [])
    for segments in parted:
        if any(segment.left < at < segment.right for segment in segments):
            continue
        for side, there in zip(sides, ([s for s in segments if s.right <= at], [s for s in segments if s.left >= at]), strict=True):
            if there:
                side.append((there[0].left, max(segment.right for segment in there)))
    if min(len(side) for side in sides) < _FEWEST:
        return False
    if min(left for left, _ in sides[1]) - max(right for _, right in sides[0]) > widest:
        return False
    for side in sides:
        room = max(right for _, right in side) - min(left for left, _ in side)
        if median(right - left for left, right in side) < _FILLED * room:
            return False
    return True
