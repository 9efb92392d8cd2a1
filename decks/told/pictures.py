"""The charts as slides: each drawn for a hall, on as many slides as it takes, with its numbers for forms that draw charts themselves."""

from __future__ import annotations

import pandas as pd

from charts.recurrence import matrix
from charts.recurrence import told as recurrence_told
from decks import drawing
from decks.deck import Slide
from decks.showing import Frame, Showing
from models.register.frames import recurrence as recurrence_tables


def recurrence(showing: Showing, address: str, most: int | None = matrix.ROWS_HALL, pledges: pd.DataFrame | None = None) -> list[Slide]:
    """Which pledges come back: the first `most` of those given, or of all."""
    register, say, on = showing.register, showing.say, showing.on
    every = recurrence_tables.pledges(register, on, say.lang) if pledges is None else pledges
    mentions, forums = recurrence_tables.mentions(register, on, say.lang), recurrence_tables.forums(register, on)
    told = recurrence_told.tell(every, mentions, forums, on, say, most)
    frame = Frame(
        showing, "recurrence", told.finding, told.subtitle, told.foot, told.alt, address, (say("deck.notes_recurrence"), told.alt)
    )
    return drawing.slides(frame, [matrix.draw(told, showing.theme, "hall")])
