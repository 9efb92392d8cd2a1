"""What is suggested for the provisions of a text: rules of the codebook for each, then the threads of the records we hold."""

from __future__ import annotations

from collections.abc import Sequence

from models.register.register import Register
from models.texts.suggesting import threads
from models.texts.suggesting.units import units
from models.texts.suggestions import Context, SuggestedProvision

LANGUAGES = ("en", "ko", None)
"""For a text in another language nothing is suggested; its reader is told so (`Caution.ODD_LANGUAGE`)."""


def suggested(provisions: Sequence[tuple[str, str]], register: Register, context: Context) -> list[SuggestedProvision]:
    """One suggestion for each provision, given as its place and its text, in their order; none at all in a third language.

    With `context.without` nothing that is said of that declaration, and nothing of a later one, is looked at.
    """
    if context.language not in LANGUAGES:
        return []
    return threads.with_threads([units(place, text, register, context) for place, text in provisions], register, context)
