"""Whether words only touch the topic of a pledge (codebook, 5): what they share with it is only reported, or stands in a purpose.

Rules as data. They see where the shared words stand and no more than that, and a curator decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from models.records.terms import Force

PURPOSES = (
    "in order to", "so as to", "so that", "aiming to", "aiming at", "aimed at", "with the aim of", "with a view to", "for the sake of",
    "for the realization of", "for the purpose of", "to commemorate", "in commemoration of", "in the context of", "in a time of", "in light of",
    "in view of", "in the face of", "on the occasion of", "in the midst of", "despite", "considering", "bearing in mind", "given that",
    "위하여", "위해", "계기로", "맞아", "맞이하여",
)  # fmt: skip
"""What begins a purpose, a premise or a context."""
REPORTS = (
    "session", "sessions", "discussed", "was held", "were held", "has been held", "have been held", "outcome", "outcomes", "anniversary",
    "gratitude", "appreciation", "thank", "thanks", "coincides", "the adoption of", "launch of", "since 2011", "efforts that have",
    "shared their experiences", "has promoted", "has contributed", "has paved", "회의", "논의하였", "논의된", "개최된", "주년", "감사",
)  # fmt: skip
"""What tells of something past, where nothing is wanted."""


def _any(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(rf"\b{re.escape(each)}" if each.isascii() else re.escape(each) for each in words), re.IGNORECASE)


_PURPOSE, _REPORT = _any(PURPOSES), _any(REPORTS)


def touches_only(text: str, shared: Iterable[str], force: Force) -> str | None:
    """The words by which the passage only touches what it shares with a pledge; None where it speaks of it itself."""
    places = [at for each in shared if (at := text.find(each)) >= 0]
    if not places:
        return None
    purpose = _PURPOSE.search(text)
    if purpose and min(places) > purpose.start() > 0:
        return purpose.group()
    if force.rank < Force.HOPES.rank and (report := _REPORT.search(text)):
        return report.group()
    return None
