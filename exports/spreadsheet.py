"""Tables that a spreadsheet opens as what they are: Korean readable, every cell text."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from models.labels import Say

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""Cells that begin so are run as formulas by spreadsheets, or may be."""


def harmless(cell: str) -> str:
    """The cell as text, also for a spreadsheet that would take it for a formula."""
    return f"'{cell}" if cell.startswith(FORMULA_STARTS) else cell


def left_out(say: Say, withheld: int) -> list[tuple[str, ...]]:
    """The lines above a table that lacks records: how many, and where to read why. None where it lacks none."""
    return [(say.count("frame.left_out", withheld),), ()] if withheld else []


def table(rows: Iterable[Sequence[str]]) -> bytes:
    """The rows as CSV in UTF-8, with the mark without which Excel does not read Korean, lines ending in CRLF."""
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\r\n").writerows([harmless(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")
