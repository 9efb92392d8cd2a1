"""Why a file is not read: a reason with its words, which becomes a sentence that says what is wrong and what to do."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

MOST_BYTES: Final = 20_000_000
"""Of a file. A declaration with its pictures has some five million."""
MOST_LETTERS: Final = 500_000
"""Of a text: that of a book of two hundred and fifty pages. A declaration has some ten thousand."""


class Refused(Exception):
    """A file that is not read. The sentence is the label `texts.refused_<reason>`, filled with the words."""

    def __init__(self, reason: str, **words: str) -> None:
        super().__init__(reason)
        self.reason = reason
        self.words: Mapping[str, str] = words

    @property
    def label(self) -> str:
        """The key of the sentence."""
        return f"texts.refused_{self.reason}"
