"""What is suggested for the provisions of a text: rules of the codebook for each, then the threads of the records we hold."""

from __future__ import annotations

from collections.abc import Sequence

from models.records.terms import Force
from models.register.register import Register
from models.texts.suggesting import threads
from models.texts.suggesting.units import units
from models.texts.suggestions import Context, Reason, Suggested, SuggestedProvision, Sure

LANGUAGES = ("en", "ko", None)
"""For a text in another language nothing is suggested; its reader is told so (`Caution.ODD_LANGUAGE`)."""

MOST = 1_500
"""So many commitments are suggested in one text: the five declarations have 70 together, and each is compared with all on record."""


def suggested(provisions: Sequence[tuple[str, str]], register: Register, context: Context) -> list[SuggestedProvision]:
    """One suggestion for each provision, given as its place and its text, in their order; none at all in a third language.

    With `context.without` nothing that is said of that declaration, and nothing of a later one, is looked at.
    """
    if context.language not in LANGUAGES:
        return []
    found: list[SuggestedProvision] = []
    room = MOST
    for place, text in provisions:
        each = units(place, text, register, context) if room > 0 else None
        room -= len(each.commitments) if each else 0
        found.append(each if each and room >= 0 else _unread(place, text))
    return threads.with_threads(found, register, context)


def _unread(place: str, text: str) -> SuggestedProvision:
    """A provision after so many commitments that nothing is suggested for it; its reason says so."""
    return SuggestedProvision(place, text, Suggested(Force.RECORDS, Sure.GUESS, Reason("too-many", {"most": f"{MOST:,}"})))
