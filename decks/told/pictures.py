"""The charts as slides: each drawn for a hall, on as many slides as it takes, with its numbers for forms that draw charts themselves."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import pairwise

from charts import filtered
from charts.canvas import Canvas
from charts.progress import hall as progress_drawing
from charts.progress import told as progress_told
from charts.recurrence import hall as recurrence_drawing
from charts.recurrence import told as recurrence_told
from charts.recurrence.matrix import ROWS_HALL
from charts.standing import hall as standing_drawing
from charts.standing import told as standing_told
from charts.through import hall as through_drawing
from charts.through import told as through_told
from charts.timeline import hall as timeline_drawing
from charts.timeline import telling as timeline_told
from decks.deck import Bars, Body, Course, Part, Slide
from decks.showing import Showing
from models.records.measures import Measure
from models.records.pledges import Pledge
from models.register.frames import progress as progress_tables
from models.register.frames import recurrence as recurrence_tables
from models.register.frames import standing as standing_tables
from models.register.frames import through as through_tables
from models.register.frames import timeline as timeline_tables


def recurrence(showing: Showing, address: str, among: Collection[str] | None = None, name: str = "") -> list[Slide]:
    """Which pledges come back: the first eight; `among` are the ids of those asked for and `name` says which they are."""
    register, say, on = showing.register, showing.say, showing.on
    pledges = recurrence_tables.pledges(register, on, say.lang)
    if among is not None:
        pledges = pledges[pledges["pledge"].isin(list(among))]
    mentions, forums = recurrence_tables.mentions(register, on, say.lang), recurrence_tables.forums(register, on)
    told = recurrence_told.tell(pledges, mentions, forums, on, say, ROWS_HALL)
    told = replace(told, finding=showing.narrowed(told.finding, name), foot=showing.whole_foot(told.foot))
    return _slides(showing, "recurrence", recurrence_drawing.draw(told, showing.theme, address), told.alt)


def standing(showing: Showing, address: str, among: Collection[str] | None = None, name: str = "") -> list[Slide]:
    """Where promises, asks and hopes stand, each ledger for itself; `among` are the ids of the commitments asked for."""
    told = standing_told.tell(standing_tables.ledgers(showing.register, showing.on, among), showing.on, showing.say)
    told = replace(told, finding=showing.narrowed(told.finding, name), foot=showing.whole_foot(told.foot))
    canvases = standing_drawing.draw(told, showing.theme, address)
    bars = tuple(
        (bar.name, tuple(Part(told.names[segment.standing], segment.standing, segment.count) for segment in bar.segments))
        for bar in told.bars
    )
    apart = [((f" · + {bar.apart.count} {told.names[bar.apart.standing]}", 400),) if bar.apart else () for bar in told.bars]
    said = tuple(bar.range + each for bar, each in zip(told.bars, apart, strict=True))
    # Parted over several slides each bar is drawn; one chart of its own kind holds all of them or none.
    return _slides(showing, "standing", canvases, told.alt, Bars(bars, said) if len(canvases) == 1 else None)


def through(showing: Showing, pledge: Pledge) -> list[Slide]:
    """How firm the words of one pledge were, declaration by declaration."""
    register, say, on = showing.register, showing.say, showing.on
    steps = through_tables.steps(register, pledge, on, say.lang)
    told = through_told.tell(steps, pledge.title[say.lang], recurrence_tables.forums(register, on), on, say)
    told = replace(told, foot=showing.whole_foot(told.foot))
    return _slides(showing, "through", through_drawing.draw(told, showing.theme, showing.address("pledge", id=pledge.id)), told.alt)


def timeline(showing: Showing, themes: Sequence[str] = ()) -> list[Slide]:
    """What has a date, from adoption to the day it is due, with where it stood on the day that was true."""
    register, say, on = showing.register, showing.say, showing.on
    data = timeline_tables.timeline(register, on, say.lang, themes)
    told = timeline_told.tell(data, say, ("due",), filters=filtered.by_theme(register, themes, say), today=showing.today)
    told = replace(told, foot=showing.whole_foot(told.foot))
    address = showing.address("timeline", show="due", theme=tuple(themes))
    return _slides(showing, "timeline", timeline_drawing.draw(told, showing.theme, address), told.alt)


def measure(showing: Showing, found: Measure, address: str, *, whole: bool = False) -> list[Slide]:
    """What is counted, and the target: the kind of count that the target is set beside and how many others there are, or all of them.

    Nothing where no count is known on the day.
    """
    data = progress_tables.progress(showing.register, found, showing.on, showing.lang)
    if data.points.empty:
        return []
    told = progress_told.tell(data, showing.say)
    kinds, finding = len(data.kinds), told.finding
    if kinds > 1 and not whole:
        named = told.beside or max(told.kinds, key=lambda kind: kind.counts[-1].last).series
        # Told anew, so that the source line and the words for whoever does not see it count what is drawn.
        of = data.kinds["series"] == named, data.points["series"] == named
        told = progress_told.tell(replace(data, kinds=data.kinds[of[0]], points=data.points[of[1]]), showing.say)
    if len(told.kinds) < kinds:
        subtitle = showing.say("deck.measure_one", title=data.title, shown=len(told.kinds), n=kinds)
        told = replace(told, finding=finding, subtitle=subtitle)
    told = replace(told, foot=showing.whole_foot(told.foot))
    canvases = progress_drawing.draw(told, showing.theme, address)
    goal = next((kind.goal for kind in told.kinds if kind.goal), None)
    course = Course(
        told.subtitle,
        tuple((kind.name, tuple((count.last, count.value) for count in kind.counts)) for kind in told.kinds),
        (told.target, goal.by, goal.value) if goal else None,
        tuple(tuple(count.bare for count in kind.counts) for kind in told.kinds),
        tuple(_joined(told, kind) for kind in told.kinds),
        (*(kind.since[0] for kind in told.kinds if kind.since), *([told.pace] if told.pace and goal else [])),
    )
    return _slides(showing, "measure", canvases, told.alt, course if len(canvases) == 1 else None)


def _joined(told: progress_told.Told, kind: progress_told.Kind) -> bool:
    """Whether all counts of a kind may be joined by a line."""
    return len(kind.counts) > 1 and all((one.point, next_.point) in told.joined for one, next_ in pairwise(kind.counts))


def _slides(showing: Showing, id_: str, canvases: Sequence[Canvas], alt: str, body: Body | None = None) -> list[Slide]:
    notes = (showing.say(f"deck.notes_{id_}"), alt)
    return [
        Slide(id_ if position == 0 else f"{id_}.{position + 1}", canvas, notes, body if position == 0 else None)
        for position, canvas in enumerate(canvases)
    ]
