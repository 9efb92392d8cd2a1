"""The timeline as its tests draw it: from its tables to the page's drawing, with the slide's where that is another one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection

from charts.canvas import Canvas
from charts.theme import HEIGHT, LIGHT, Theme
from charts.timeline import chart, telling
from charts.timeline.told import LAYERS, YEARS
from models.labels import Say
from models.register.frames.timeline import Timeline


def timeline(
    data: Timeline, say: Say, theme: Theme = LIGHT, layers: Collection[str] = LAYERS[:4], years: tuple[int, int] = YEARS,
    today: dt.date | None = None,
) -> Canvas:  # fmt: skip
    told = telling.tell(data, say, layers, years, (), today)
    page = chart.draw(told, theme)
    if page.height > HEIGHT:
        page.slide = chart.slide(told, theme)
    return page
