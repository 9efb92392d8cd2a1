"""The timeline: the parts of its page, in the order in which they are read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import streamlit as st
from markupsafe import Markup

from charts import explore, filtered
from charts.filtered import Filter
from charts.theme import theme as colours
from charts.timeline import chart as drawing
from charts.timeline import telling
from charts.timeline.events import Event, events
from charts.timeline.told import LAYERS
from charts.timeline.words import narrowing
from models.records.pledges import Pledge
from models.records.terms import Force
from models.register.forum_texts import text_state
from models.register.frames import timeline as tables
from models.register.standing import Standing
from widgets.frame import banner, mine
from widgets.parts import address, citation, forum_facts, marks, naming, prose
from widgets.parts.once import once
from widgets.parts.table import Row, table
from widgets.parts.view import View
from widgets.pictures import chart as charts
from widgets.pictures import made

SHOWN = LAYERS[:4]
"""What is shown unless a reader asks otherwise; sources are many and say little about what was done."""
MOST = 15


@dataclass(frozen=True)
class Chosen:
    """What the filters ask for, and the tables that fit."""

    data: tables.Timeline
    layers: list[str]
    themes: list[str]
    years: tuple[int, int]
    filters: tuple[Filter, ...]
    most: int | None


def filters(view: View) -> Chosen:
    """What to show, themes, years and how many pledges, all in the URL."""
    say, register, lang = view.say, view.register, view.lang
    prose.style("timeline")
    prose.show(Markup("<h1 class='sr-only'>{}</h1>").format(say("timeline.title")))
    options, names = once(view, ("timeline", "themes"), lambda: _themes(view))
    bounds = made.years(view)
    banner.say_unknown(view, address.unknown({"show": LAYERS, "theme": options, "rows": ("all",)}) + _bad_years(bounds))
    with st.container(key="filters", horizontal=True, gap="small", vertical_alignment="bottom"):
        _default_layers()
        layers = address.pick(say("timeline.show"), "show", LAYERS, lambda layer: say(f"timeline.layer_{layer}"), style="row")
        themes = address.pick(
            say("timeline.themes"), "theme", options, names.__getitem__, placeholder=say("timeline.themes_all"), width=190
        )
        years = _years(view, bounds)
        data = once(view, ("timeline", "tables", *themes), lambda: tables.timeline(register, view.on, lang, themes))
        pledges = once(view, ("timeline", "pledges", *themes), lambda: int(data.marks["pledge"].nunique()))
        most = charts.most(view, pledges, MOST, say("timeline.rows_most", n=MOST)) if "pledges" in layers else None
    shown = layers or list(SHOWN)
    narrowed = [*filtered.by_theme(register, themes, say), *(filtered.by_years(years, say) if years != bounds else ())]
    narrowed += filtered.by_choice("show", shown) if set(shown) != set(SHOWN) else []
    return Chosen(data, shown, themes, years, tuple(narrowing(shown, narrowed)), most)


def _themes(view: View) -> tuple[list[str], Mapping[str, str]]:
    """The themes that some provision has, by name, and all names."""
    names, register = naming.themes(view), view.register
    used = {theme for provision in register.provision_by_id.values() for theme in register.themes_of(provision)}
    return sorted(used & set(names), key=names.__getitem__), names


def _default_layers() -> None:
    """Where the URL names nothing to show, what is shown by default is what the row of choices marks as chosen."""
    key = "pick:show"
    asked = [layer for layer in address.values("show") if layer in LAYERS]
    if not asked and (not st.session_state.get(key) or st.session_state.get(f"{key}:seen")):
        st.session_state[key] = list(SHOWN)
        st.session_state[f"{key}:seen"] = []


def _asked_years(bounds: tuple[int, int]) -> tuple[int, int] | None:
    return made.asked_years(address.value("years") or "", bounds)


def _bad_years(bounds: tuple[int, int]) -> list[str]:
    given = address.value("years")
    return [f"years={given}"] if given and _asked_years(bounds) is None else []


def _years(view: View, bounds: tuple[int, int]) -> tuple[int, int]:
    """The years between which the calendar is drawn; written to the URL as `years=2018-2024`."""
    key, given = "pick:years", _asked_years(bounds)
    if key not in st.session_state or st.session_state.get(f"{key}:seen") != given:
        st.session_state[key] = given or bounds
        st.session_state[f"{key}:seen"] = given

    def changed() -> None:
        first, last = st.session_state[key]
        whole = (first, last) == bounds
        address.write("years", [] if whole else [f"{first}-{last}"])
        st.session_state[f"{key}:seen"] = None if whole else (first, last)

    st.slider(view.say("timeline.years"), *bounds, key=key, on_change=changed, format="%d", width=170)
    first, last = st.session_state[key]
    return int(first), int(last)


def chart(view: View, chosen: Chosen) -> None:
    """The drawing; a sign in it opens what stands behind it."""
    say, data = view.say, chosen.data
    if chosen.themes and not (len(data.due) or len(data.marks) or len(data.changes)):
        prose.show(Markup("<p class='lede'>{}</p>").format(say("timeline.none", date=say.date(view.on))))
        address.link("timeline", say("timeline.clear"))
        return
    what = ("timeline", chosen.years, chosen.most, chosen.filters, *chosen.layers)
    told = once(view, what, lambda: telling.tell(data, say, chosen.layers, chosen.years, chosen.filters, view.today))
    columns = [say(f"timeline.col_{name}") for name in ("when", "kind", "what", "where")]

    charts.show(
        view,
        what,
        told,
        lambda room: made.draw_timeline(told, room, chosen.most),
        lambda: drawing.slide(told, colours(view.dark)),
        columns=columns,
        rows=lambda: [_row(view, event) for event in events(data, say, chosen.layers, chosen.years)],
        leads=lambda place: address.href("pledge", id=place) if place in view.register.pledge_by_id else None,
        behind=lambda place: words(view, chosen, place),
        explore=lambda: explore.timeline(told, colours(view.dark), chosen.most),
        becomes=_slide(view, chosen),
        filters=chosen.filters,
        apart="timeline",
    )


def _slide(view: View, chosen: Chosen) -> str:
    """The slide of what has a date; no set has other layers or other years."""
    if set(chosen.layers) not in ({"due"}, set(SHOWN)) or chosen.years != made.years(view) or chosen.data.due.empty:
        return ""
    return mine.of_set(view, ["due", *(f"theme:{theme}" for theme in chosen.themes)], "timeline")


def _row(view: View, event: Event) -> Row:
    """What is drawn on a day, as a line of the table, with the ways to the words behind it."""
    say, small = view.say, Markup("{}<br><span class='small'>{}</span>")
    when: str | Markup = event.when
    words: str | Markup = event.words
    place: str | Markup = event.place
    if event.layer == "forums":
        held = prose.anchor(address.href("declarations", id=event.leads), event.more, "in") if event.leads else event.more
        when, words = Markup("<span class='when'>{}</span>").format(when), small.format(words, held)
    elif event.layer == "pledges":
        force = marks.force(say, event.force) if event.force else event.more
        words = Markup("{} {}").format(prose.anchor(address.href("pledge", id=event.leads), event.words, "in"), force)
    elif event.standing:
        words = Markup("{}<br>{} {}").format(words, marks.standing(say, event.standing), event.more)
    elif event.layer == "changes":
        when = small.format(when, event.more)
    if event.place and event.layer != "evidence":
        place = citation.place(view, event.place)
    return when, event.kind, words, place


def words(view: View, chosen: Chosen, place: str) -> None:
    """What stands behind the sign that was chosen."""
    say, register = view.say, view.register
    kind, _, rest = place.partition(":")
    if kind == "sources":
        found = chosen.data.sources.loc[[year == int(rest) for year in chosen.data.sources["year"]]].to_dict("records")
        items = [
            Markup("<li>{}<br><span class='small'>{}, {}</span></li>").format(row["says"], row["title"], row["publisher"]) for row in found
        ]
        prose.heading(say("timeline.sources_of", year=rest))
        prose.show(Markup("<ul class='plain-list'>{}</ul>").format(prose.joined(items)))
    elif kind == "changes":
        _judged(view, chosen, rest)
    elif kind == "forum":
        _forum(view, rest)
    elif place in register.commitment_by_id or place in register.provision_by_id:
        _behind(view, place)
    else:
        measure = register.measure_by_id.get(place)
        prose.show(Markup("<p class='plain'>{}</p>").format(measure.definition[view.lang] if measure else say("timeline.no_rows")))
        for pledge in register.pledges if measure else ():
            if pledge.measure == place:
                _numbers(view, pledge)


def _forum(view: View, id_: str) -> None:
    """A forum by its declaration, or by its number where that is not on record."""
    say, register = view.say, view.register
    declaration = register.declaration_by_id.get(id_)
    forum = register.forum_by_number.get(declaration.forum if declaration else int(id_))
    if declaration:
        prose.show(Markup("<p class='plain'>{}</p>").format(declaration.title[view.lang]))
        address.link("declarations", say("timeline.read"), id=id_)
    elif forum:
        words = say("timeline.row_forum", forum=say.ordinal(forum.number), theme=forum.theme[view.lang])
        state = forum_facts.state_words(view, text_state(view.whole, forum))
        prose.show(Markup("<p class='plain'>{}, {}<br>{}</p>").format(words, say.span(forum.start, forum.end), state))
        prose.show(Markup("<p>{}</p>").format(prose.anchor(forum_facts.href(view, forum), say("timeline.about_forum"), "in")))


def _judged(view: View, chosen: Chosen, group: str) -> None:
    """The commitments that came to one standing on one day."""
    say = view.say
    found = [row for row in chosen.data.moves.to_dict("records") if f"{row['as_of'].isoformat()}:{row['after']}" == group]
    if not found:
        return
    items = [
        Markup("<li>{} {}<br><span class='small'>{}</span></li>").format(
            citation.place(view, row["commitment"]), row["summary"], row["reason"]
        )
        for row in found
    ]
    prose.heading(say("timeline.changes_of", standing=say(f"terms.standing_{found[0]['after']}"), date=say.date(found[0]["as_of"])))
    prose.show(Markup("<ul class='plain-list'>{}</ul>").format(prose.joined(items)))


def _behind(view: View, place: str) -> None:
    say, register = view.say, view.register
    commitment = register.commitment_by_id.get(place)
    force = marks.force(say, register.wording_at(place).force)
    stands = marks.standing(say, register.standing_of(commitment, view.on)) if commitment else ""
    adding = mine.quoting(view, place)
    head = Markup("<p class='mention-head'>{} {} {} {}</p>").format(citation.place(view, place), force, stands, adding)
    summary = Markup("<p class='plain'>{}</p>").format(commitment.summary[view.lang]) if commitment else ""
    quote = Markup("<blockquote>{}</blockquote>").format(prose.quoted(register.words_at(place)))
    prose.show(Markup("<article class='mention'>{}{}{}</article>").format(head, summary, quote))
    for pledge, _ in register.pledges_at(place):
        address.link("pledge", say("timeline.follow", title=pledge.title[view.lang]), id=pledge.id)
        if pledge.measure in register.measure_by_id:
            _numbers(view, pledge)


def _numbers(view: View, pledge: Pledge) -> None:
    address.link("pledge", view.say("timeline.numbers", title=pledge.title[view.lang]), id=pledge.id, part="numbers")


def listing(view: View, chosen: Chosen) -> None:
    """Everything with a due date: what is still to come, soonest first, then what has come, latest first."""
    say = view.say
    rows = chosen.data.due.to_dict("records")
    coming = sorted((row for row in rows if row["due"] >= view.on), key=lambda row: str(row["due"]))
    past = sorted((row for row in rows if row["due"] < view.on), key=lambda row: str(row["due"]), reverse=True)
    prose.heading(say("timeline.coming"))
    _dated(view, coming, say("timeline.coming_none", date=say.date(view.on)))
    prose.heading(say("timeline.past"))
    _dated(view, past, say("timeline.past_none", date=say.date(view.on)))
    if any(not row["assessed"] for row in past):
        prose.note(say("timeline.past_note"))
    if any(row["timing"] == tables.PAST_WITHHELD for row in past):
        prose.note(say("timeline.past_withheld"))


def _dated(view: View, rows: list[dict[Any, Any]], none: str) -> None:
    say = view.say
    if not rows:
        prose.note(none)
        return
    columns = [say(f"timeline.col_{name}") for name in ("when", "what", "where", "stands")]
    prose.show(table(columns, [_dated_row(view, row) for row in rows]))


def _dated_row(view: View, row: dict[Any, Any]) -> tuple[object, ...]:
    say = view.say
    when = Markup("<b class='when'>{}</b><br><span class='small'>{}</span>").format(
        say.day_due(row["due"], row["within"]), say(f"timeline.timing_{row['timing']}")
    )
    pledge = view.register.pledge_by_id.get(row["pledge"])
    follow = Markup("<br>{}").format(prose.anchor(address.href("pledge", id=pledge.id), pledge.title[view.lang], "in")) if pledge else ""
    what = Markup("{} {}{}").format(marks.force(say, Force(row["force"])), row["summary"], follow)
    return when, what, citation.place(view, row["commitment"]), marks.standing(say, Standing(row["standing"]))
