"""A remark on a draft as a sentence, for the page and for files alike."""

from __future__ import annotations

import datetime as dt

from models.labels import Say
from models.records.terms import Force, Precision
from models.texts.drafting.draft import Remark
from models.texts.parts import Part


def remark(remark_: Remark, say: Say) -> str:
    """The sentence; quoted words stay in the language of the draft."""
    return say(remark_.key, **{name: _said(name, value, say) for name, value in remark_.words.items()})


def wording(force: Force, precision: Precision | None, say: Say) -> str:
    """Force and precision in words: promises, checkable; states."""
    strength = say(f"terms.force_{force}")
    return say("draft.wording", force=strength, precision=say(f"terms.precision_{precision}")) if precision else strength


def _said(name: str, value: str, say: Say) -> str:
    if name in ("now", "before"):
        force, _, precision = value.partition(" ")
        return wording(Force(force), Precision(precision) if precision else None, say)
    if name == "precision":
        return say(f"terms.precision_{value}")
    if name == "place":
        return say.place(value)
    return say.date(dt.date.fromisoformat(value)) if name == "due" else value


def place(part: Part, letter: str, say: Say) -> str:
    """A passage of the draft as one cites it: ¶ 5; commitment 2 (a). A draft has no year yet."""
    number = part.number or (part.place or "").lstrip("pca")
    words = say(f"draft.place_{part.kind}", number=number)
    return f"{words} ({letter})" if letter else words
