"""A remark on a draft as a sentence, for the page and for files alike."""

from __future__ import annotations

import datetime as dt
import re

from models.labels import Say
from models.records.terms import Force, Precision
from models.texts.drafting.draft import Draft, Remark
from models.texts.parts import Kind, Part

_BEFORE_NUMBER = re.compile(r"^(?:s\d+-)?[pca]?(?=\d)|^\D+$")


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


def between(draft: Draft, say: Say) -> list[str]:
    """What nobody can say of the forums between the last declaration on record and the draft."""
    missing, withheld = (say.listed([say.ordinal(number) for number in numbers]) for numbers in (draft.between, draft.withheld))
    said = [say.count("draft.between", len(draft.between), forums=missing)] if missing else []
    return [*said, say.count("draft.between_withheld", len(draft.withheld), forums=withheld)] if withheld else said


def place(part: Part, letter: str, say: Say) -> str:
    """A passage of the draft as one cites it: ¶ 5; commitment 2 (a); article 3 (2). A draft has no year yet."""
    first, *below = _BEFORE_NUMBER.sub("", part.place or "").split("-")
    deeper = ".".join(below)
    if part.kind is Kind.ARTICLE and deeper:
        words = say("draft.place_article_part", number=first, part=deeper)
    else:
        number = first if deeper or part.kind is Kind.ARTICLE else part.number or first
        words = say(f"draft.place_{part.kind}", number=number) + (f" ({deeper})" if deeper else "")
    return f"{words} ({letter})" if letter else words
