"""A remark on a draft as a sentence, for the page and for files alike."""

from __future__ import annotations

import datetime as dt

from models.labels import Say
from models.texts.drafting.draft import Remark

_TERMS = {"force": "force", "force_before": "force", "precision": "precision", "precision_before": "precision"}


def remark(remark_: Remark, say: Say) -> str:
    """The sentence; quoted words stay in the language of the draft."""
    return say(remark_.key, **{name: _said(name, value, say) for name, value in remark_.words.items()})


def _said(name: str, value: str, say: Say) -> str:
    if name in _TERMS:
        return say(f"terms.{_TERMS[name]}_{value}")
    if name == "place":
        return say.place(value)
    return say.date(dt.date.fromisoformat(value)) if name == "due" else value
