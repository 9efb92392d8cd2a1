"""The pictures that can be shown apart from their pages, by the names that addresses have for them, each as its address asks for it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, cast

from charts import filtered
from charts.canvas import Canvas, Said
from charts.filtered import Filter
from charts.progress import chart as progress_chart
from charts.progress import told as progress_told
from charts.recurrence import matrix
from charts.room import EDGE, Room
from charts.standing import bars
from charts.theme import ON_PAGE
from charts.through.told import Wording
from charts.timeline import telling
from charts.timeline.events import events
from charts.timeline.told import LAYERS
from charts.timeline.words import narrowing
from models.records.terms import Force
from models.register.frames import progress as counts
from models.register.frames import recurrence as recurrences
from models.register.frames import timeline as dated
from models.register.standing import Standing
from widgets.parts.table import Row
from widgets.parts.view import View
from widgets.pictures import made

Asked = tuple[tuple[str, tuple[str, ...]], ...]
Query = Mapping[str, Sequence[str]]
NAMES: Final = ("id", "theme", "group", "force", "order", "show", "years", "city")
"""What an address may ask of a picture besides language and day."""
MOST: Final = 15


@dataclass(frozen=True)
class Nothing:
    """Why there is no picture, in a sentence."""

    why: str
    status: int = 404


@dataclass(frozen=True)
class Shown:
    """A picture: what it tells, its drawing for the room there is, its data as a table, and the page and query where all of it is."""

    told: Said
    draw: Callable[[Room], Canvas] = field(repr=False)
    columns: Sequence[str]
    rows: Callable[[], Sequence[Row]] = field(repr=False)
    page: str
    query: Query


def picture(view: View, name: str, asked: Query) -> Shown | Nothing:
    """The picture of that name; a filter that it does not have, or an id that is not known, is refused and not passed over."""
    say = view.say
    found = _PICTURES.get(name)
    if found is None:
        return Nothing(say("embed.unknown_picture", given=name[:80], known=", ".join(_PICTURES)))
    if not view.register.declarations:
        return Nothing(say("embed.nothing", date=say.date(view.on)))
    make, takes = found
    wrong = [f"{each}={value}" for each, values in asked.items() if each not in takes for value in values]
    return _unknown(view, wrong) if wrong else make(view, asked)


def _unknown(view: View, wrong: Sequence[str]) -> Nothing:
    return Nothing(view.say("embed.unknown", names=", ".join(each[:80] for each in wrong[:5])), 400)


def _wrong(asked: Query, known: Mapping[str, Sequence[str]]) -> list[str]:
    return [f"{name}={value}" for name, options in known.items() for value in asked[name] if value not in options]


def _recurrence(view: View, asked: Query) -> Shown | Nothing:
    say, register = view.say, view.register
    orders: list[str] = [*recurrences.ORDERS]
    known: dict[str, Sequence[str]] = {
        "theme": [*register.theme_by_id],
        "group": [*register.group_by_id],
        "force": [force.value for force in Force],
        "order": orders,
    }
    if wrong := _wrong(asked, known):
        return _unknown(view, wrong)
    filters = [*filtered.by_theme(register, asked["theme"], say), *filtered.by_group(register, asked["group"], say)]
    filters += filtered.by_force(asked["force"], say)
    order = cast(recurrences.Order, (asked["order"] or orders)[0])
    kept = recurrences.narrowed(register, asked["theme"], asked["group"], asked["force"])
    told = made.recurrence(view, kept, order, matrix.ROWS_SLIDE, filters)
    years = [column.declaration for column in told.columns if column.declaration is not None]

    def cell(force: Force | None, says: str) -> str:
        return (
            say(f"terms.force_{force}")
            if force
            else say("pledges.words_background" if says == "background" else "recurrence.not_mentioned")
        )

    return Shown(
        told,
        lambda room: made.draw_recurrence(told, room),
        [say("pledges.list_pledge"), *years, say("recurrence.count", texts=len(years))],
        lambda: [
            (row.title, *(cell(each.force, each.says) for each in row.cells.values()), row.count)
            for row in made.recurrence(view, kept, order).rows
        ],
        "pledges",
        _query(asked),
    )


def _standing(view: View, asked: Query) -> Shown:
    say, told = view.say, made.standing(view)
    shown = [each for each in Standing if each is not Standing.WITHHELD or each in told.shown]

    def rows() -> list[Row]:
        found: list[Row] = []
        for bar in told.bars:
            counts = {each.standing: each.count for each in (*bar.segments, bar.apart) if each}
            found.append((bar.name, *(counts.get(each, 0) for each in shown)))
        return found

    columns = [say("overview.ledgers"), *(told.names[each] for each in shown)]
    return Shown(told, lambda room: bars.draw(told, ON_PAGE, room), columns, rows, "", {})


def _timeline(view: View, asked: Query) -> Shown | Nothing:
    say, register, bounds = view.say, view.register, made.years(view)
    wrong = _wrong(asked, {"theme": [*register.theme_by_id], "show": LAYERS})
    years = made.asked_years(asked["years"][0], bounds) if asked["years"] else bounds
    if wrong or years is None or len(asked["years"]) > 1:
        return _unknown(view, wrong or [f"years={each}" for each in asked["years"]])
    layers = [layer for layer in LAYERS if layer in (asked["show"] or LAYERS[:4])]
    filters = [*filtered.by_theme(register, asked["theme"], say), *(filtered.by_years(years, say) if years != bounds else ())]
    data = dated.timeline(register, view.on, view.lang, asked["theme"])
    told = telling.tell(data, say, layers, years, narrowing(layers, filters), view.today)
    return Shown(
        told,
        lambda room: made.draw_timeline(told, room, MOST),
        [say(f"timeline.col_{name}") for name in ("when", "kind", "what", "where")],
        lambda: [
            (each.when, each.kind, " · ".join(filter(None, (each.words, each.more))), _place(view, each.place))
            for each in events(data, say, layers, years)
        ],
        "timeline",
        _query(asked),
    )


def _place(view: View, place: str) -> str:
    """Where something stands: the id of a commitment or provision as one cites it, words as they are."""
    known = place in view.register.commitment_by_id or place in view.register.provision_by_id
    return view.say.place(place) if known else place


def _through(view: View, asked: Query) -> Shown | Nothing:
    say, pledge = view.say, view.register.pledge_by_id.get(_id(asked))
    if pledge is None:
        return _no_id(view, asked, "through", "human-rights-education")
    told = made.through(view, pledge)
    return Shown(
        told,
        lambda room: made.draw_through(told, room),
        [say("recurrence.year"), say("pledges.list_strongest"), say("recurrence.place")],
        lambda: [
            (year, say(f"terms.force_{each.force}"), each.place) if isinstance(each, Wording) else (year, each.in_full, each.places)
            for year, each in told.said.items()
        ],
        "pledge",
        _query(asked),
    )


def _measure(view: View, asked: Query) -> Shown | Nothing:
    say, register, measure = view.say, view.register, view.register.measure_by_id.get(_id(asked))
    if measure is None:
        return _no_id(view, asked, "measure", "campaign")
    if wrong := _wrong(asked, {"city": [*register.body_by_id]}):
        return _unknown(view, wrong)
    data = counts.progress(register, measure, view.on, view.lang)
    if data.points.empty:
        none = "progress.none_but_withheld" if data.withheld else "progress.none"
        return Nothing(say(none, title=data.title, date=say.date(view.on)))
    filters: list[Filter] = filtered.by_city(register, asked["city"][0], say) if asked["city"] else []
    told = progress_told.tell(data, say, filters)
    pledge = next((each for each in register.pledges if each.measure == measure.id), None)
    page, query = ("pledge", {"id": [pledge.id], "part": ["numbers"]}) if pledge else ("city", {"id": asked["city"] or ["gwangju"]})
    return Shown(
        told,
        lambda room: progress_chart.draw(told, ON_PAGE, EDGE[room]),
        [say(f"progress.{name}") for name in ("kind", "date", "value", "of", "sources", "note")],
        lambda: told.lines,
        page,
        query,
    )


def _id(asked: Query) -> str:
    return asked["id"][0] if len(asked["id"]) == 1 else ""


def _no_id(view: View, asked: Query, name: str, example: str) -> Nothing:
    """That there is nothing of that id on the day, or that none was given."""
    if not asked["id"]:
        return Nothing(view.say("embed.no_id", example=f"/embed/{name}?id={example}"), 400)
    return Nothing(view.say("embed.unknown_id", id=", ".join(each[:80] for each in asked["id"][:5]), date=view.say.date(view.on)))


def _query(asked: Query) -> Query:
    return {name: values for name, values in asked.items() if values}


_PICTURES: Final[Mapping[str, tuple[Callable[[View, Query], Shown | Nothing], tuple[str, ...]]]] = {
    "recurrence": (_recurrence, ("theme", "group", "force", "order")),
    "standing": (_standing, ()),
    "timeline": (_timeline, ("theme", "show", "years")),
    "through": (_through, ("id",)),
    "measure": (_measure, ("id", "city")),
}
