"""Tables for programs: what each column is called, of which type it is, what stands in it, and how a table says that it lacks records.

The words of the columns are those of docs/export.md and of the package, which describe the tables by what stands here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from exports.dataset import WHY_WITHHELD
from exports.spreadsheet import table

COMMENT = "#"
"""With it begins the line above a table that lacks records; no id does."""
JOIN = "; "


@dataclass(frozen=True)
class Column:
    """One column of a table for programs."""

    name: str
    says: str
    type: Literal["string", "integer", "number", "boolean", "date"] = "string"


def in_both(name: str, says: str) -> tuple[Column, Column]:
    """The two columns of what is said in both languages."""
    return Column(f"{name}_en", f"{says}, in English"), Column(f"{name}_ko", f"{says}, in Korean")


def for_programs(columns: Sequence[Column], rows: Iterable[Mapping[str, Any]], withheld: int) -> bytes:
    """The table as CSV; one that lacks records begins with a line that says so."""
    lacking = [(f"{COMMENT} withheld: {withheld}; why: {WHY_WITHHELD}",)] if withheld else []
    heads = [column.name for column in columns]
    return table([*lacking, heads, *([_text(row[name]) for name in heads] for row in rows)])


def flat(name: str, words: Mapping[str, Any] | None) -> dict[str, Any]:
    """What is said in both languages, as two cells."""
    return {f"{name}_{language}": (words or {}).get(language) for language in ("en", "ko")}


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value)
    if isinstance(value, list):
        return JOIN.join(str(each) for each in value)
    return str(value)
