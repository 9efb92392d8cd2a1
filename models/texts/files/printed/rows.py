"""What stands on one height of a page, from left to right: the digit of a footnote with the word on which it hangs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from models.texts.files.printed.signs import Run

_SAME_HEIGHT: Final = 0.25
"""Of its size: by so much a sign may stand higher or lower than its line and be no raised one."""
_HIGHEST: Final = 0.75
_SMALLER: Final = 0.88
_BESIDE: Final = 0.5
"""Of the size of a line: so near a raised sign stands to what it hangs on."""
_APART: Final = 0.8
"""Of the size of a line: a gap that is wider than blanks are, also in a line that is stretched to the margin."""
_STEP: Final = 4.0
"""Points of height that are looked through together."""


@dataclass(slots=True)
class Row:
    """Runs that stand on one height."""

    base: float
    size: float
    runs: list[Run]

    def segments(self) -> list[Row]:
        """The row, parted where a wide gap is."""
        found: list[Row] = []
        for run in self.runs:
            if found and run.signs[0].left - found[-1].right <= _APART * self.size:
                found[-1].runs.append(run)
            else:
                found.append(Row(self.base, self.size, [run]))
        return found

    @property
    def left(self) -> float:
        """Where it begins."""
        return self.runs[0].signs[0].left

    @property
    def right(self) -> float:
        """Where it ends."""
        return max(run.signs[-1].right for run in self.runs)


def rows(runs: list[Run]) -> list[Row]:
    """The rows of a page from top to bottom. Large signs come first, so that small ones find the line they belong to."""
    shelves: dict[int, list[Row]] = defaultdict(list)
    found: list[Row] = []
    for run in sorted(_worded(runs), key=lambda run: (-run.setting.size, run.signs[0].left)):
        row = _row_of(run, shelves)
        if row is None:
            row = Row(run.signs[0].base, run.setting.size, [])
            found.append(row)
            shelves[int(row.base // _STEP)].append(row)
        row.runs.append(run)
    for row in found:
        row.runs.sort(key=lambda run: run.signs[0].left)
    return sorted(found, key=lambda row: (-row.base, row.left))


def _worded(runs: list[Run]) -> Iterator[Run]:
    for run in runs:
        if any(not sign.text.isspace() for sign in run.signs):
            yield run


def _row_of(run: Run, shelves: dict[int, list[Row]]) -> Row | None:
    """The row on whose height a run stands, the nearest first; a smaller one may stand raised beside what is there already."""
    base, size = run.signs[0].base, run.setting.size
    reach = int(size * 2 // _STEP) + 1
    here = int(base // _STEP)
    near = [row for shelf in range(here - reach, here + reach + 1) for row in shelves.get(shelf, ())]
    for row in sorted(near, key=lambda row: abs(row.base - base)):
        above = base - row.base
        if abs(above) <= _SAME_HEIGHT * row.size:
            return row
        if size < _SMALLER * row.size and 0 < above <= _HIGHEST * row.size and _is_beside(run, row):
            for sign in run.signs:
                sign.raised = True
            return row
    return None


def _is_beside(run: Run, row: Row) -> bool:
    left, right, near = run.signs[0].left, run.signs[-1].right, _BESIDE * row.size
    return any(other.signs[0].left - near <= right and left <= other.signs[-1].right + near for other in row.runs)
