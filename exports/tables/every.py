"""All tables by name: for programs with the ids and words of the document, for people in the words of one language."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final

from exports import columns, commitments
from exports.columns import Column
from exports.dataset import document
from exports.spreadsheet import left_out, table
from exports.tables import evidence, measures, notes, pledges
from models.labels import Say
from models.register.register import Register


@dataclass(frozen=True)
class Table:
    """One table for programs: its columns, and what makes its lines of the document."""

    columns: Sequence[Column]
    rows: Callable[[dict[str, Any]], Iterable[dict[str, Any]]]
    key: str = "id"
    """The column that names a line; empty where none does."""


def _commitments(document: dict[str, Any]) -> Iterable[dict[str, Any]]:
    return commitments.rows(document["commitments"], dt.date.fromisoformat(document["meta"]["as_of"]))


TABLES: Final = MappingProxyType(
    {
        "commitments": Table(commitments.COLUMNS, _commitments),
        "pledges": Table(pledges.COLUMNS, pledges.rows),
        "notes": Table(notes.COLUMNS, notes.rows),
        "evidence": Table(evidence.COLUMNS, evidence.rows),
        "measures": Table(measures.COLUMNS, measures.rows, key=""),
    }
)
_FOR_PEOPLE: Final = MappingProxyType({"pledges": pledges, "notes": notes, "evidence": evidence, "measures": measures})
"""What makes a table in words; that of the commitments, which pages offer too, has a module of its own."""


def for_programs(name: str, register: Register, on: dt.date, withheld: int = 0) -> bytes:
    """One table as it stood on `on`; its columns are described in docs/export.md and do not depend on a language."""
    return of_document(name, document(register, on, withheld))


def of_document(name: str, document: dict[str, Any]) -> bytes:
    """The same, of a document that is there already."""
    wanted = TABLES[name]
    return columns.for_programs(wanted.columns, wanted.rows(document), document["meta"]["withheld"])


def for_people(name: str, register: Register, say: Say, on: dt.date, withheld: int = 0, root: str = "") -> bytes:
    """One table as it stood on `on`, in one language; a table that lacks records says so before it begins.

    `root` is the full address of the register, for the addresses in a table that has any.
    """
    if name == "commitments":
        return commitments.for_people(register, say, on, withheld, root)
    wanted, then = _FOR_PEOPLE[name], register.as_of(on)
    heads = [say(f"tables.head_{head}") for head in wanted.FOR_PEOPLE]
    lines = wanted.in_words(document(register, on, withheld), then, say)
    return table([*left_out(say, withheld), heads, *([line[head] for head in wanted.FOR_PEOPLE] for line in lines)])
