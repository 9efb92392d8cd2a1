"""What is drawn for a hall: legible from the back row, whole, and on as many slides as it takes."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

import pandas as pd
import pytest

from charts.canvas import MESSAGE, Box, Canvas, Hatch
from charts.progress import hall as progress
from charts.progress import told as progress_told
from charts.recurrence import hall as recurrence
from charts.recurrence import told as recurrence_told
from charts.standing import hall as standing
from charts.standing import told as standing_told
from charts.svg import around
from charts.theme import DARK, LIGHT
from charts.through import hall as through
from charts.through import told as through_told
from charts.timeline import hall as timeline
from charts.timeline import telling
from charts.timeline import told as timeline_told
from models.register.frames import progress as measures
from models.register.frames import recurrence as pledges
from models.register.frames import standing as ledgers
from models.register.frames import through as steps
from models.register.frames import timeline as dates
from models.register.register import Register
from models.register.standing import STARTED_OR_FURTHER, Standing
from tests.charts.faults import box, faults
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


# where the commitments stand ---------------------------------------------------------------------------------------


def counted(*bars: Mapping[Standing, int]) -> pd.DataFrame:
    """A table of ledgers that has these numbers."""
    frame = ledgers.ledgers(real(), LATEST)
    for at, counts in zip(frame.index, bars, strict=True):
        for each in Standing:
            frame.loc[at, each.value] = counts.get(each, 0)
        least = sum(counts.get(each, 0) for each in STARTED_OR_FURTHER)
        frame.loc[at, "assessable"] = sum(n for each, n in counts.items() if each is not Standing.NOT_ASSESSABLE)
        frame.loc[at, "least"] = least
        frame.loc[at, "most"] = least + counts.get(Standing.NOT_ASSESSED, 0) + counts.get(Standing.WITHHELD, 0)
    return frame


FEW: Final = dict.fromkeys(Standing, 2)
SKEWED: Final = {**dict.fromkeys(Standing, 1), Standing.NOT_ASSESSED: 190}
TURNED: Final = {**dict.fromkeys(Standing, 1), Standing.DONE: 200, Standing.NOT_ASSESSABLE: 120}
TABLES: Final = {
    "real": ledgers.ledgers(real(), LATEST),
    "half assessed": ledgers.ledgers(real(), dt.date(2024, 12, 1)),
    "none": ledgers.ledgers(Register(), LATEST),
    "one": counted({Standing.STARTED: 1}, {}, {}),
    "few": counted(FEW, FEW, FEW),
    "hundreds": counted(SKEWED, TURNED, FEW),
}


@languages
@pytest.mark.parametrize("table", TABLES.values(), ids=list(TABLES))
def test_every_number_of_every_ledger_is_legible_and_one_commitment_is_as_long_everywhere(lang: str, table: pd.DataFrame) -> None:
    told = standing_told.tell(table, LATEST, say(lang))
    theme = DARK if lang == "ko" else LIGHT
    canvases = standing.draw(told, theme, ADDRESS)
    hold(canvases)
    once(canvases, [bar.name for bar in told.bars])
    large = [[text.words for text in canvas.texts if text.size >= MESSAGE] for canvas in canvases]
    for page in large:
        assert set(page) >= {told.names[each] for each in told.shown}, "the key is whole on every slide"
    numbers = Counter(words.split()[-1] for page in large for words in page if words.split()[-1].isdigit())
    segments = [segment for bar in told.bars for segment in [*bar.segments, *([bar.apart] if bar.apart else [])]]
    assert numbers >= Counter(str(segment.count) for segment in segments)
    ranges = " ".join(words for page in large for words in page)
    for bar in told.bars:
        assert all(part.strip() in ranges for words, _ in bar.range for part in words.split())


def test_what_nobody_has_assessed_is_hatched_what_is_withheld_barred_and_contrary_hangs() -> None:
    (canvas, *more) = standing.draw(standing_told.tell(counted(FEW, {}, {}), LATEST, say("en")), LIGHT, ADDRESS)
    assert not more
    assert len(canvas.hatches) == 2, "one in the key, one in the bar"
    bar = {box.fill: box for box in canvas.boxes if box.h == 58}
    contrary, done = LIGHT.standing[Standing.CONTRARY].fill, LIGHT.standing[Standing.DONE].fill
    assert bar[contrary].y == bar[done].y + 16
    assert LIGHT.standing[Standing.NO_EVIDENCE].fill in bar


# one pledge through time -------------------------------------------------------------------------------------------


def traced(id_: str, lang: str, forums: pd.DataFrame | None = None) -> through_told.Through:
    pledge = real().pledge_by_id[id_]
    found = steps.steps(real(), pledge, LATEST, lang)
    return through_told.tell(found, pledge.title[lang], pledges.forums(real(), LATEST) if forums is None else forums, LATEST, say(lang))


def every_declaration(told: through_told.Through, canvases: Sequence[Canvas]) -> None:
    """Each is on one slide, with its force, what changed since when, and where it stands."""
    drawn = ["".join("".join(text.words for text in canvas.texts if text.size >= MESSAGE).split()) for canvas in canvases]
    small = "".join("".join(text.words.split()) for canvas in canvases for text in canvas.texts)
    years = Counter(text.words for canvas in canvases for text in canvas.texts if text.size == 27)
    assert years == Counter(list(told.said))
    for said in told.said.values():
        words = [said.words] if isinstance(said, through_told.Silence) else [told.forces[said.force], said.changed, said.since]
        assert any(all("".join(each.split()) in page for each in words) for page in drawn)
        assert "".join(said.place.split()) in small


@languages
def test_every_pledge_through_time_is_on_one_slide_with_all_that_changed(lang: str) -> None:
    for pledge in real().pledges:
        told = traced(pledge.id, lang)
        canvases = through.draw(told, DARK if lang == "ko" else LIGHT, ADDRESS)
        hold(canvases)
        assert len(canvases) == 1, pledge.id
        every_declaration(told, canvases)
        # The forum that is only announced is outlined, and what that means is beside it.
        assert [hatch.id for hatch in canvases[0].hatches if hatch.dotted and hatch.id] == ["16"]
        assert told.announced.split()[0] in " ".join(text.words for text in canvases[0].texts)


@long_titles
@pytest.mark.parametrize("forums", [None, sixty(), sixty(7), sixty(60), sixty(61)], ids=["real", "all", "few", "one", "none"])
def test_a_long_title_and_sixty_forums_take_as_many_slides_as_they_need(title: str, forums: pd.DataFrame | None) -> None:
    lang = "ko" if "아" in title else "en"
    told = traced("next-forum", lang, forums)
    for finding in (told.finding, f"{title}: {told.finding}"):
        here = dataclasses.replace(told, finding=finding)
        canvases = through.draw(here, LIGHT, ADDRESS)
        hold(canvases)
        every_declaration(here, canvases)


# what has a date ---------------------------------------------------------------------------------------------------


def dated(lang: str, on: dt.date = LATEST, years: tuple[int, int] = timeline_told.YEARS) -> timeline_told.Told:
    return telling.tell(dates.timeline(real(), on, lang), say(lang), ("due",), years)


def overlap(one: Box | Hatch, other: Box | Hatch) -> bool:
    return one.x < other.x + other.w and other.x < one.x + one.w and one.y < other.y + other.h and other.y < one.y + one.h


def crossed(canvas: Canvas) -> list[str]:
    """Words that lie on a bar or on the sign of a standing."""
    bars = [(each.x, each.y, each.x + each.w, each.y + each.h) for each in (*canvas.boxes, *canvas.hatches) if each.h in (12, 33)]
    found = []
    for text in canvas.texts:
        left, top, right, bottom = box(text)
        if text.size >= MESSAGE and any(left < b[2] and b[0] < right and top < b[3] and b[1] < bottom for b in bars):
            found.append(text.words)
    return found


@languages
@pytest.mark.parametrize("years", [timeline_told.YEARS, (2020, 2025), (2030, 2030)])
@pytest.mark.parametrize("on", [LATEST, dt.date(2018, 1, 1), dt.date(2024, 12, 1)])
def test_every_due_date_is_on_one_slide_with_its_words_and_no_words_cover_a_bar(lang: str, years: tuple[int, int], on: dt.date) -> None:
    told = dated(lang, on, years)
    canvases = timeline.draw(told, DARK if lang == "ko" else LIGHT, ADDRESS)
    hold(canvases)
    once(canvases, [row.name for row in told.due])
    once(canvases, [row.flag for row in told.due])
    small = " ".join(text.words for canvas in canvases for text in canvas.texts)
    assert all(row.place in small for row in told.due)
    for canvas in canvases:
        assert crossed(canvas) == []
        hidden = [
            (one, other) for one in canvas.hatches for other in canvas.boxes if not other.under and other.w > one.w and overlap(one, other)
        ]
        assert hidden == [], "what is not assessed stays hatched"
        assert any(told.words.day in text.words for text in canvas.texts)


def test_what_is_overdue_says_so_and_a_status_stands_on_its_day_not_on_a_due_day_to_come() -> None:
    told = dated("en")
    (row,) = [row for row in told.due if row.due > told.on]
    (canvas,) = timeline.draw(dataclasses.replace(told, due=(row,)), LIGHT, ADDRESS)
    pole = next(line for line in canvas.lines if line.width == 3)
    (key, sign) = [each for each in canvas.boxes if each.edge_width == 3]
    assert key.y < sign.y
    assert sign.x + sign.w < pole.points[0][0] - 100, "no evidence was found in 2026; the date is in 2030"
    day = next(each for each in canvas.boxes if each.under and each.w == 2)
    assert abs(sign.x + sign.w / 2 - day.x) < 6, "a week before the day of the picture"
    every = timeline.draw(told, LIGHT, ADDRESS)
    assert sum(text.words.startswith("overdue since") for each in every for text in each.texts) == 3


@long_titles
def test_long_names_with_a_date_stand_above_their_bars(title: str) -> None:
    told = dated("ko" if "아" in title else "en")
    told = dataclasses.replace(told, due=tuple(dataclasses.replace(row, name=f"{title}{n}") for n, row in enumerate(told.due, start=100)))
    canvases = timeline.draw(told, LIGHT, ADDRESS)
    hold(canvases)
    once(canvases, [row.name for row in told.due])
    assert [crossed(canvas) for canvas in canvases] == [[]] * len(canvases)


@pytest.mark.parametrize("count", [0, 1, 200])
def test_no_one_and_two_hundred_due_dates(count: int) -> None:
    told = dated("en")
    due = tuple(dataclasses.replace(told.due[n % len(told.due)], name=f"{n:03} {told.due[0].name}") for n in range(count))
    canvases = timeline.draw(dataclasses.replace(told, due=due), LIGHT, ADDRESS)
    hold(canvases)
    once(canvases, [row.name for row in due])
    assert len(canvases) <= max(count / 3, 1)
    assert (told.words.nothing in [text.words for text in canvases[0].texts]) == (count == 0)


# a measure through time --------------------------------------------------------------------------------------------


def measured(id_: str, lang: str) -> progress_told.Told:
    return progress_told.tell(measures.progress(real(), real().measure_by_id[id_], LATEST, lang), say(lang))


def every_count(told: progress_told.Told, canvases: Sequence[Canvas]) -> None:
    """Each is there in words, in a panel or in a list, and so are the kinds and the target."""
    large = ["".join("".join(text.words for text in canvas.texts if text.size >= MESSAGE).split()) for canvas in canvases]
    for kind in told.kinds:
        assert "".join(kind.name.split()) in "".join(large), "below a title of ten lines a name may go on on the next slide"
        for count in kind.counts:
            spelled = ["".join(words.split()) for words in (count.said, count.label, count.bare)]
            assert any(words in page for page in large for words in spelled), (kind.name, count.said)
    if any(kind.goal for kind in told.kinds):
        assert any("".join(told.target.split()) in page for page in large)


@languages
def test_every_count_and_every_target_is_legible(lang: str) -> None:
    for measure in real().measures:
        told = measured(measure.id, lang)
        canvases = progress.draw(told, DARK if lang == "ko" else LIGHT, ADDRESS)
        hold(canvases)
        every_count(told, canvases)


@long_titles
def test_long_names_of_kinds_are_whole(title: str) -> None:
    told = measured("campaign", "ko" if "아" in title else "en")
    kinds = tuple(dataclasses.replace(kind, name=f"{title}{n}") for n, kind in enumerate(told.kinds, start=100))
    for finding in (told.finding, f"{title}: {told.finding}"):
        here = dataclasses.replace(told, finding=finding, kinds=kinds)
        canvases = progress.draw(here, LIGHT, ADDRESS)
        hold(canvases)
        every_count(here, canvases)


@pytest.mark.parametrize("count", [1, 200])
def test_one_and_two_hundred_counts(count: int) -> None:
    told = measured("women-officials", "en")
    (kind,) = told.kinds
    first = kind.counts[0]
    days = [first.first + dt.timedelta(days=9 * n) for n in range(count)]
    counts = [dataclasses.replace(first, point=n, first=day, last=day, said=f"{n:03} of 999", bare=f"{n:03}") for n, day in enumerate(days)]
    here = dataclasses.replace(told, joined=(), kinds=(dataclasses.replace(kind, counts=tuple(counts)),))
    canvases = progress.draw(here, LIGHT, ADDRESS)
    hold(canvases)
    every_count(here, canvases)
    assert len(canvases) < count / 9 + 2
