"""The recurrence chart for the page, with the slide to take along where the page's drawing is too tall for one."""

from __future__ import annotations

import datetime as dt

import pandas as pd

from charts.canvas import Canvas
from charts.recurrence import matrix, told
from charts.theme import Theme
from models.labels import Say


def chart(
    pledges: pd.DataFrame,
    mentions: pd.DataFrame,
    forums: pd.DataFrame,
    day: dt.date,
    say: Say,
    theme: Theme,
    variant: matrix.Variant = "page",
    most: int | None = None,
) -> Canvas:
    """The matrix; rows stand in the order of `pledges`, frames are those of models.register.frames.recurrence."""
    rows = {"page": most, "tablet": most, "slide": matrix.ROWS_SLIDE, "hall": matrix.ROWS_HALL}[variant]
    canvas = matrix.draw(told.tell(pledges, mentions, forums, day, say, rows), theme, variant)
    if variant == "page" and matrix.is_taller_than_a_slide(canvas):
        canvas.slide = chart(pledges, mentions, forums, day, say, theme, "slide")
    return canvas
