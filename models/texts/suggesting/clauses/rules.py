"""The rules as they stand in `models/texts/suggesting/rules/`: verb lists, rows of the decision table, lists of words.

A coder can read and mend them there; each group of verbs and each row says which part of the codebook it comes from.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from models.reading.documents import read
from models.records.terms import Force, Precision
from models.texts.suggesting.clauses.forms import forms

FOLDER = Path(__file__).resolve().parent.parent / "rules"


@dataclass(frozen=True, slots=True)
class Verbs:
    """Verbs of one force."""

    id: str
    force: Force
    codebook: str
    example: str
    verbs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the decision table, with the words by which it is known."""

    id: str
    precision: Precision
    codebook: str
    example: str
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()


def data(lang: str, name: str) -> Any:
    """What a file of rules holds, as plain data."""
    path = FOLDER / lang / f"{name}.yaml"
    return read(path, f"{lang}/{name}.yaml").data


@cache
def verbs(lang: str) -> tuple[Verbs, ...]:
    """The verb lists of a language."""
    return tuple(
        Verbs(each["id"], Force(each["force"]), each["codebook"], each["example"], tuple(each["verbs"])) for each in data(lang, "verbs")
    )


@cache
def more_forms(lang: str) -> tuple[tuple[str, ...], ...]:
    """Of each group of verbs the forms that are written out."""
    return tuple(tuple(each.get("forms") or ()) for each in data(lang, "verbs"))


@cache
def rows(lang: str) -> tuple[Row, ...]:
    """The decision table in a language, in its order."""
    return tuple(
        Row(
            each["id"],
            Precision(each["precision"]),
            each["codebook"],
            each["example"],
            tuple(each.get("verbs") or ()),
            tuple(each.get("nouns") or ()),
        )
        for each in data(lang, "deeds")
    )


@cache
def lists(lang: str, name: str = "clauses") -> dict[str, tuple[str, ...]]:
    """The lists of words in one file of a language."""
    return {key: tuple(each) for key, each in data(lang, name).items()}


def words(name: str) -> frozenset[str]:
    """A list of single English words."""
    return frozenset(lists("en")[name])


@cache
def addressees(lang: str, name: str = "addressees") -> tuple[tuple[str, str], ...]:
    """Usual wordings of the bodies of the vocabulary, or of those who speak, each with the body's id."""
    return tuple((wording, each["body"]) for each in data(lang, name) for wording in each["words"])


def bent(phrase: str) -> dict[str, frozenset[str]]:
    """Every form of an English verb or phrase: `base`, `s`, `ing`, `ed`; the word with a star bends, else the first one."""
    parts = phrase.split()
    at = next((k for k, part in enumerate(parts) if part.startswith("*")), 0)
    bare = parts[at].removeprefix("*")
    return {form: frozenset(" ".join([*parts[:at], each, *parts[at + 1 :]]) for each in words) for form, words in forms(bare).items()}
