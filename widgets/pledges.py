"""Pledges by forums: the parts of the page Pledges, in the order in which they are read."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import cast

import streamlit as st
from markupsafe import Markup

from charts import filtered
from charts.filtered import Filter
from charts.recurrence import matrix
from charts.recurrence import told as recurrence
from charts.theme import theme as colours
from models.records.pledges import Pledge
from models.records.terms import Force
from models.register.frames import recurrence as tables
from models.register.register import Register
from widgets.frame import banner, mine
from widgets.parts import address, citation, marks, naming, prose
from widgets.parts.once import once
from widgets.parts.table import table
from widgets.parts.view import View
from widgets.pictures import chart as charts
from widgets.pictures import made

ORDERS = ("often", "long", "lately")
MOST = matrix.ROWS_SLIDE


@dataclass(frozen=True)
class Chosen:
    """The pledges that fit the filters, and which are set."""

    register: Register
    order: tables.Order
    filters: tuple[Filter, ...]
    most: int | None
    """So many rows are drawn; None for all of them."""

    @property
    def ids(self) -> tuple[str, ...]:
        """The pledges that fit."""
        return tuple(pledge.id for pledge in self.register.pledges)


def filters(view: View) -> Chosen:
    """Theme, group, strongest force, order and how many to draw, all in the URL."""
    say, register = view.say, view.register
    prose.show(Markup("<h1 class='sr-only'>{}</h1>").format(say("pledges.title")))
    used_themes, themes = once(view, ("pledges", "themes"), lambda: _offered(register, tables.themes_of, naming.themes(view)))
    used_groups, groups = once(view, ("pledges", "groups"), lambda: _offered(register, tables.groups_of, naming.groups(view)))
    forces = [force.value for force in reversed(Force)]
    banner.say_unknown(
        view, address.unknown({"theme": used_themes, "group": used_groups, "force": forces, "order": ORDERS, "rows": ("all",)})
    )
    with st.container(key="filters", horizontal=True, gap="small", vertical_alignment="center"):
        theme = _list(view, "theme", used_themes, themes.__getitem__)
        group = _list(view, "group", used_groups, groups.__getitem__)
        force = _list(view, "force", forces, lambda f: say(f"terms.force_{f}"))
        order = address.pick(
            say("pledges.order"),
            "order",
            ORDERS,
            lambda o: say(f"pledges.order_{o}"),
            multi=False,
            default="often",
            style="row",
            label_shown=False,
        )[0]
        rows = st.container(key="rows", width="content")
    kept = tables.narrowed(register, theme, group, force)
    with rows:
        most = charts.most(view, len(kept.pledges), MOST, say("pledges.rows_most", n=MOST), label_shown=False)
    narrowed = [*filtered.by_theme(register, theme, say), *filtered.by_group(register, group, say), *filtered.by_force(force, say)]
    narrowed += filtered.by_choice("order", [order] if order != ORDERS[0] else [])
    return Chosen(kept, cast(tables.Order, order), tuple(narrowed), most)


def _list(view: View, name: str, options: Sequence[str], words: Callable[[str], str]) -> list[str]:
    """A drop-down that says by itself what it filters by."""
    say = view.say
    return address.pick(say(f"pledges.{name}"), name, options, words, placeholder=say(f"pledges.{name}_all"), label_shown=False, width=205)


def opening(view: View, chosen: Chosen) -> None:
    """What to do when nothing fits."""
    if not chosen.register.pledges:
        prose.show(Markup("<p class='lede'>{}</p>").format(view.say("pledges.none")))
        address.link("pledges", view.say("pledges.clear"))


def chart(view: View, chosen: Chosen) -> None:
    """The recurrence chart; a mark in it opens the words behind it."""
    register = chosen.register
    if not register.pledges:
        return
    what = ("pledges", chosen.order, chosen.most, chosen.filters, *chosen.ids)
    told = once(view, what, lambda: made.recurrence(view, register, chosen.order, chosen.most, chosen.filters))
    charts.show(
        view,
        what,
        told,
        lambda room: made.draw_recurrence(told, room),
        lambda: matrix.draw(
            made.recurrence(view, register, chosen.order, min(MOST, chosen.most or MOST), chosen.filters), colours(view.dark), "slide"
        ),
        columns=columns(view, told),
        rows=lambda: [row(view, each) for each in made.recurrence(view, register, chosen.order).rows],
        leads=lambda place: address.href("pledge", id=place[:-1]) if place.endswith("|") else None,
        behind=lambda place: words(view, place),
        filters=chosen.filters,
        apart="recurrence",
        becomes=_slide(view),
    )


def _slide(view: View) -> str:
    """The slide of the rows that are shown; no set is narrowed to a force or put into another order."""
    if address.values("force") or address.values("order"):
        return ""
    subjects = [f"{kind}:{each}" for kind in ("theme", "group") for each in address.values(kind)]
    return mine.of_set(view, subjects or ["forum"], "recurrence")


def columns(view: View, told: recurrence.Recurrence) -> list[str]:
    """What a `row` says: the pledge, what each declaration on record says of it, and in how many of them it is."""
    years = [column.declaration for column in told.columns if column.declaration is not None]
    return [view.say("pledges.list_pledge"), *years, view.say("recurrence.count", texts=len(years))]


def row(view: View, told: recurrence.Row) -> list[object]:
    """A row of the chart as a line of a table, the name leading to the pledge."""
    name = prose.anchor(address.href("pledge", id=told.pledge), told.title, "in")
    return [name, *(_cell(view, cell) for cell in told.cells.values()), told.count]


def _cell(view: View, cell: recurrence.Cell) -> Markup:
    """How firmly a declaration speaks of the pledge; or that it only touches the topic, or does not name it."""
    if cell.force:
        return marks.force(view.say, cell.force)
    words = "pledges.words_background" if cell.says == "background" else "recurrence.not_mentioned"
    return Markup("<span class='small'>{}</span>").format(view.say(words))


def words(view: View, place: str) -> None:
    """The words behind the mark that was chosen, the strongest first and what only touches the subject last; or that there are none."""
    pledge_id, _, declaration = place.partition("|")
    pledge = view.register.pledge_by_id.get(pledge_id)
    if pledge is None:
        return
    say, register = view.say, view.register
    prose.heading(say("pledges.words_title", title=pledge.title[view.lang], year=declaration))
    found = sorted(
        (mention for mention in pledge.mentions if mention.declaration == declaration),
        key=lambda mention: (mention.background, -register.wording_at(mention.at).force.rank),
    )
    if not found:
        prose.show(Markup("<p class='plain'>{}</p>").format(say("chart.hover_not_mentioned", year=declaration)))
    for mention in found:
        force = say("pledges.words_background") if mention.background else marks.force(say, register.wording_at(mention.at).force)
        link = citation.in_text(view, mention.at, say("pledges.words_read"))
        adding = mine.quoting(view, mention.at)
        prose.show(
            Markup("<article class='mention'><p class='mention-head'>{} <b>{}</b> {} {}</p><blockquote>{}</blockquote></article>").format(
                force, say.place(mention.at), link, adding, prose.quoted(register.words_at(mention.at))
            )
        )
    address.link("pledge", say("pledges.words_more"), id=pledge.id)


def listing(view: View, chosen: Chosen) -> None:
    """All pledges that fit, in words, by name: whatever the order of the rows above, a name is found at once."""
    if not chosen.register.pledges:
        return
    say, register = view.say, view.register
    prose.heading(say("pledges.list_title"))
    rows = []
    for pledge in sorted(chosen.register.pledges, key=lambda each: each.title[view.lang].casefold().strip("“\"‘'")):
        years = register.recurrence(pledge)
        name = prose.anchor(address.href("pledge", id=pledge.id), pledge.title[view.lang], "in")
        forums = say("pledges.list_of", years=", ".join(years), count=len(years), texts=len(register.declarations))
        rows.append((name, pledge.object[view.lang], forums, marks.force(say, Force(tables.strongest(register, pledge)))))
    prose.show(
        table([say("pledges.list_pledge"), say("pledges.list_object"), say("pledges.list_forums"), say("pledges.list_strongest")], rows)
    )


def _offered(
    register: Register, of: Callable[[Register, Pledge], set[str]], names: Mapping[str, str]
) -> tuple[list[str], Mapping[str, str]]:
    """The choices of a filter that some pledge has, by name, and all names."""
    return sorted({each for pledge in register.pledges for each in of(register, pledge)} & set(names), key=names.__getitem__), names
