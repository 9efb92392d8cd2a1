"""Errors of shape as sentences that a curator can act on, chosen by pydantic's error type, never by its wording."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic_core import ErrorDetails

from models.records.places import COMMITMENT, LOCAL, PLACE, PROVISION

_PATTERNS = {
    r"^[a-z0-9]+(-[a-z0-9]+)*$": "an id is written in small letters, digits and single hyphens, as in human-rights-education",
    r"^[a-z]$": "a commitment's id is one small letter, as in a",
    f"^{LOCAL}$": "a provision's id is p, c or a and its number, with a hyphen for a part of it, or intro or close, as in p5 or c2-1",
    f"^{PLACE}$": "a place is named by year, paragraph and perhaps a letter, as in 2024-p5 or 2024-c2a",
    f"^{COMMITMENT}$": "a commitment is named by year, paragraph and letter, as in 2024-c2a",
    f"^{PROVISION}$": "a provision is named by year and paragraph, as in 2024-p5",
    r"^https?://[^\s<>\"]+$": "an address begins with https:// or http:// and has no spaces",
    r"^[a-z]{2}$": "a language is named by its two-letter code, as in en",
    r"^[0-9a-f]{64}$": "a digest has 64 signs, 0 to 9 and a to f; python curate.py seal writes it",
    r"^(first|second)$": "a coder is first or second",
}


def sentence(error: ErrorDetails, meant: str | None = None) -> tuple[str, str]:
    """The code and the sentence for one error of shape; `meant` is the field that an unknown one is perhaps meant to be."""
    kind = error["type"]
    context: Mapping[str, Any] = error.get("ctx", {})
    name = next((str(step) for step in reversed(error["loc"]) if isinstance(step, str)), "this record")
    given = error.get("input")
    shown = f"“{_shortened(given)}”" if isinstance(given, str | int | float) else "this"
    if kind == "missing":
        if name in ("ko", "en"):
            return (
                "language-missing",
                f"the {'Korean' if name == 'ko' else 'English'} is missing; every sentence of ours stands in both languages",
            )
        return "missing", f"“{name}” is missing; add it"
    if kind == "extra_forbidden":
        perhaps = f"is “{meant}” meant?" if meant else "remove it, or check its spelling against commitments/README.md"
        return "unknown-field", f"“{name}” is not a field here; {perhaps}"
    if kind == "enum":
        return "unknown-value", f"{shown} is not allowed for “{name}”; it is one of {context.get('expected', '')}"
    if kind == "string_pattern_mismatch":
        return "form", f"{shown}: {_PATTERNS.get(context.get('pattern', ''), 'this is not written in the expected form')}"
    if kind == "value_error":
        return "form", f"{shown}: {context.get('error', 'this is not written in the expected form')}"
    if kind == "year_impossible":
        return "date", f"{shown} cannot be: a year here lies between {context['earliest']} and {context['latest']}"
    if kind.startswith("date"):
        return "date", f"{shown} is not a day of the calendar; a day is written year-month-day, as in 2024-10-11"
    if kind.startswith(("int", "float", "greater", "less", "number")):
        return "number", f"{shown} is not a possible number for “{name}”"
    if kind.startswith("bool"):
        return "yes-or-no", f"{shown} is neither true nor false"
    if kind in ("string_too_short", "too_short"):
        return "empty-field", f"“{name}” is empty; fill it in or remove the line"
    if kind in ("string_too_long", "too_long"):
        return "too-long", f"“{name}” is longer than a record allows (at most {context.get('max_length')})"
    if kind == "string_type":
        return "text-expected", f"“{name}” is to be text; is a colon missing, or is the line indented too far?"
    if kind == "list_type":
        return "list-expected", f"“{name}” is to be a list; write each entry on a line of its own that begins with a hyphen"
    if kind in ("model_type", "dict_type", "model_attributes_type"):
        return "fields-expected", f"“{name}” is to have fields of its own, each as name: value"
    return "shape", f"“{name}” does not have the expected shape"


def _shortened(value: object, most: int = 60) -> str:
    text = str(value)
    return text if len(text) <= most else text[: most - 1] + "…"
