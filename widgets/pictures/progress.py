"""A measure on a page: what is counted, the counts kind by kind with the target, and what was looked for and not found."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from charts import explore, filtered
from charts.filtered import Filter
from charts.progress import chart as drawing
from charts.progress import told as telling
from charts.progress.words import arithmetic
from charts.room import EDGE
from charts.theme import ON_PAGE
from charts.theme import theme as colours
from models.records.measures import Measure
from models.records.pledges import Pledge
from models.register.frames import progress as tables
from models.register.frames.rows import rows
from widgets.frame import mine
from widgets.parts import prose
from widgets.parts.once import once
from widgets.parts.view import View
from widgets.pictures import chart as charts

CITY = {"gwangju": ("gwangju-indicators", "women-officials", "training")}
"""Measures of what one city did, and of the forum that it hosts; no pledge names them."""
FORUM = {"gwangju": ("forum-participation", "korean-councils")}


def has_measure(view: View, pledge: Pledge) -> bool:
    """Whether the pledge names a measure, one that is withheld included."""
    return (pledge.measure or "") in view.register.measure_by_id or pledge.id in view.register.unmeasured


def measure(view: View, pledge: Pledge, anchor: str) -> None:
    """The measure that a pledge names, if it names one; that it is withheld, if it is."""
    found = view.register.measure_by_id.get(pledge.measure or "")
    if has_measure(view, pledge):
        prose.heading(view.say("progress.heading"), anchor)
    if found:
        _show(view, found)
    elif pledge.id in view.register.unmeasured:
        prose.note(view.say("progress.all_withheld"))


def all_measures(view: View, ids: Sequence[str], body: str = "") -> None:
    """Measures one after another, of a `body` if they are one's own; one that is not on record is left out, and of those that are withheld it is said."""
    for id_ in ids:
        found = view.register.measure_by_id.get(id_)
        if found:
            _show(view, found, filtered.by_city(view.register, body, view.say) if body else [])
    if any(id_ not in view.register.measure_by_id and view.register.withheld_of_measure(id_) for id_ in ids):
        prose.note(view.say("progress.all_withheld"))


def _not_found(view: View, words: str) -> str:
    """What was looked for and not found: that is known today, also where an earlier day is looked at."""
    return words if view.is_today else view.say("progress.known_today", date=view.say.date(view.today), words=words)


def _show(view: View, measure: Measure, filters: Sequence[Filter] = ()) -> None:
    say, lang = view.say, view.lang
    data = tables.progress(view.register, measure, view.on, lang)
    if data.points.empty:
        prose.note(say("progress.none_but_withheld" if data.withheld else "progress.none", title=data.title, date=say.date(view.on)))
    else:
        what = (f"measure-{measure.id}",)
        told = once(view, what, lambda: telling.tell(data, say, filters))
        columns = [
            say("progress.kind"),
            say("progress.date"),
            say("progress.value"),
            say("progress.of"),
            say("progress.sources"),
            say("progress.note"),
        ]
        charts.show(
            view,
            what,
            told,
            lambda room: drawing.draw(told, ON_PAGE, EDGE[room]),
            lambda: drawing.slide(told, colours(view.dark)),
            columns=columns,
            rows=lambda: told.lines,
            leads=lambda place: "",
            explore=lambda: explore.measure(told, colours(view.dark)),
            becomes=mine.of_set(view, [f"measure:{measure.id}"], "measure"),
            filters=filters,
            apart="measure",
            of=measure.id,
        )
    below = _target(view, data)
    below += [say.count("progress.withheld", data.withheld)] if data.withheld and not data.points.empty else []
    below += [say.count("progress.later", data.later, date=say.date(view.on))] if data.later else []
    below.append(tables.said(view.register, measure.definition, lang))
    below += [_not_found(view, tables.said(view.register, measure.not_found, lang))] if measure.not_found else []
    prose.show(prose.joined([Markup("<p class='note'>{}</p>").format(words) for words in below]))


def _target(view: View, data: tables.Progress) -> list[str]:
    """What the target is set beside and why, and the arithmetic of the pace."""
    say, goal = view.say, data.goal
    if goal is None:
        return []
    beside = next((kind["kind"] for kind in rows(data.kinds) if kind["series"] == goal.beside), "")
    found = [say("progress.target_beside", unit=goal.unit, kind=beside)] if beside and not goal.same else []
    words = arithmetic(data, say)
    return [*found, words] if words else found
