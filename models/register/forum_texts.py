"""What is known of each forum's text on a day: that it can be quoted here, or which kind of gap stands in its place."""

from __future__ import annotations

import datetime as dt
import re
from enum import StrEnum

from models.records.forums import Forum
from models.records.places import DECLARATION
from models.records.terms import Holding
from models.register.register import Register


class TextState(StrEnum):
    """What is known of a forum's text; no two of these are mistaken for one another."""

    ON_RECORD = "on-record"
    WITHHELD = "withheld"
    """It is held, and not shown for a mistake in its record."""
    KNOWN = "known"
    NOT_FOUND = "not-found"
    ANNOUNCED = "announced"
    """That the forum was held is not confirmed."""
    NOT_YET = "not-yet"
    """The forum had begun by the day, and its declaration was adopted later."""
    LATER = "later"
    """The forum begins after the day."""

    @property
    def is_gap(self) -> bool:
        """Whether a forum that met stands without its text, which is what is hatched."""
        return self in (TextState.WITHHELD, TextState.KNOWN, TextState.NOT_FOUND, TextState.NOT_YET)


def text_state(whole: Register, forum: Forum, day: dt.date = dt.date.max) -> TextState:
    """The state on `day`; asked of the `whole` register, which knows what was adopted later and what is withheld."""
    declaration = whole.declaration_of(forum.number)
    if forum.start > day:
        return TextState.LATER
    if declaration is not None:
        return TextState.ON_RECORD if declaration.adopted <= day else TextState.NOT_YET
    if forum.held is Holding.ANNOUNCED:
        return TextState.ANNOUNCED
    # The list of forums says that the text is held, or its file is there, and it cannot be shown: its record has a mistake in it.
    return TextState.WITHHELD if forum.on_record or may_be_withheld(whole, forum) else TextState(forum.text.value)


def may_be_withheld(whole: Register, forum: Forum) -> bool:
    """Whether a declaration that is withheld may be that of the forum: one of its year."""
    return "declarations/*" in whole.lost or any(
        lost[:4] == str(forum.year) and re.fullmatch(DECLARATION, lost, re.ASCII) for lost in whole.lost
    )
