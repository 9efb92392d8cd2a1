"""What is drawn for a hall: legible from the back row, whole, and on as many slides as it takes."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

import pandas as pd
import pytest

from charts.canvas import MESSAGE, Canvas
from charts.recurrence import hall as recurrence
from charts.recurrence import told as recurrence_told
from charts.svg import around
from charts.theme import DARK, LIGHT
from models.register.frames import recurrence as pledges
from models.register.register import Register
from tests.charts.faults import faults
from tests.charts.test_charts import many
from tests.samples.registers import LATEST, TODAY, real, say

ADDRESS: Final = "https://register.example.org/a/page?lang=en&on=2026-11-28&theme=poverty"
TITLES: Final = {
    "300 letters": "An exceedingly long title of a pledge about education " * 6,
    "Hangul without spaces": "아주긴이름을띄어쓰지않고이어서쓴의제이름" * 15,
    "a word of 60 letters": "Donaudampfschifffahrtsgesellschaftskapitaenskajuetentuerknau",
}
long_titles = pytest.mark.parametrize("title", [title.strip()[:300] for title in TITLES.values()], ids=list(TITLES))
languages = pytest.mark.parametrize("lang", ["en", "ko"])


def hold(canvases: Sequence[Canvas]) -> None:
    """What holds for every slide in a hall."""
    for canvas in canvases:
        assert (canvas.hall, canvas.height) == (True, 720)
        assert faults(canvas, 18) == [], canvas.title
        assert canvas.plot_bottom <= canvas.foot, canvas.title
        assert canvas.head <= canvas.plot_top
        assert min(text.size for text in around(canvas)) >= 18
        assert not [text.words for text in canvas.texts if text.words.endswith("…")]
        assert ADDRESS in "".join(text.words for text in around(canvas))
    if len(canvases) > 1:
        assert len({canvas.title for canvas in canvases}) == len(canvases)


def once(canvases: Sequence[Canvas], names: Iterable[str], least: float = MESSAGE) -> None:
    """Every name is there whole, as often as it is told, and as large as what carries the message has to be."""
    large = [
        "".join("".join(text.words for text in canvas.texts if text.size == size).split())
        for canvas in canvases
        for size in sorted({text.size for text in canvas.texts if text.size >= least})
    ]
    told = Counter("".join(name.split()) for name in names)
    for name in told:
        # A name may be a part of others: pledge 1 is in pledge 10.
        times = sum(other.count(name) * n for other, n in told.items())
        assert sum(page.count(name) for page in large) == times, name


# pledges by forums -------------------------------------------------------------------------------------------------


def recurring(records: Register, lang: str, forums: pd.DataFrame | None = None) -> recurrence_told.Recurrence:
    on = LATEST if records is real() else TODAY
    frames = pledges.pledges(records, on, lang), pledges.mentions(records, on, lang)
    return recurrence_told.tell(*frames, pledges.forums(records, on) if forums is None else forums, on, say(lang))


def titled(told: recurrence_told.Recurrence, title: str) -> recurrence_told.Recurrence:
    return dataclasses.replace(
        told, rows=tuple(dataclasses.replace(row, title=f"{title}{n}") for n, row in enumerate(told.rows, start=100))
    )


def sixty(every: int = 1) -> pd.DataFrame:
    rows = [
        {"forum": n, "year": 2010 + n, "declaration": str(2010 + n) if n % every == 0 else None, "held": "held", "text": "not-found"}
        for n in range(1, 61)
    ]
    return pd.DataFrame(rows, columns=pledges.FORUMS).astype({"declaration": object})


@languages
def test_every_pledge_is_on_one_slide_with_its_whole_name_and_its_number(lang: str) -> None:
    told = recurring(real(), lang)
    canvases = recurrence.draw(told, DARK if lang == "ko" else LIGHT, ADDRESS)
    hold(canvases)
    once(canvases, [row.title for row in told.rows])
    assert sum(sum(text.size == 30 for text in canvas.texts) for canvas in canvases) == len(told.rows)
    assert [canvas.title for canvas in canvases] == [
        say(lang)("chart.continued", finding=told.finding, n=n, of=len(canvases)) for n in range(1, len(canvases) + 1)
    ]


@pytest.mark.parametrize("count", [0, 1, 200])
def test_no_one_and_two_hundred_pledges(count: int) -> None:
    told = recurring(many(count) if count else Register(), "en")
    canvases = recurrence.draw(told, LIGHT, ADDRESS)
    hold(canvases)
    once(canvases, [row.title for row in told.rows])
    assert len(canvases) == {0: 1, 1: 1, 200: 25}[count]
    assert max(sum(text.size == 30 for text in canvas.texts) for canvas in canvases) == {0: 0, 1: 1, 200: 8}[count]


@long_titles
@pytest.mark.parametrize("forums", [None, sixty(), sixty(7)], ids=["real", "all on record", "few on record"])
def test_long_names_of_pledges_are_whole_however_many_forums_there_are(title: str, forums: pd.DataFrame | None) -> None:
    lang = "ko" if "아" in title else "en"
    told = titled(recurring(real(), lang, forums), title)
    told = dataclasses.replace(told, rows=told.rows[:5])
    canvases = recurrence.draw(told, LIGHT, ADDRESS)
    hold(canvases)
    once(canvases, [row.title for row in told.rows])
    for canvas in canvases:
        drawn = {text.words for text in canvas.texts}
        assert not told.earlier[1:] or len(drawn & {column.declaration for column in told.columns}) + max(
            (n for n, words in enumerate(told.earlier) if words in drawn), default=0
        ) == len(told.earlier), "a declaration that is not drawn is not counted in words"
