"""A chart on a page: its finding as a heading, the picture, the same as a list or table, and files to take along."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import streamlit as st
from markupsafe import Markup

from charts import filtered
from charts.canvas import Canvas, Said
from charts.filtered import Filter
from charts.inline import Leads
from charts.room import Room
from exports import picture as files
from widgets.frame import mine
from widgets.parts import address, download, prose
from widgets.parts.once import once
from widgets.parts.table import Row, table
from widgets.parts.view import View
from widgets.pictures import elsewhere, picture

if TYPE_CHECKING:
    import plotly.graph_objects as go

_EXPLORED = {
    "scrollZoom": True,
    "displaylogo": False,
    "modeBarButtons": [["zoomIn2d", "zoomOut2d", "resetScale2d"]],
    "displayModeBar": True,
}


def most(view: View, total: int, few: int, words: str, *, label_shown: bool = True) -> int | None:
    """How many rows are drawn: as `few` as can be read from the back of a room, unless the reader wants all (None)."""
    if total <= few:
        return None
    options = {"": words, "all": view.say("frame.rows_all", n=total)}
    chosen = address.pick(
        view.say("frame.rows"), "rows", list(options), options.__getitem__, multi=False, default="", style="row", label_shown=label_shown
    )
    return None if chosen == ["all"] else few


def show(
    view: View,
    what: tuple[Hashable, ...],
    told: Said,
    draw: Callable[[Room], Canvas],
    slide: Callable[[], Canvas],
    *,
    columns: Sequence[str],
    rows: Callable[[], Sequence[Row]],
    leads: Leads,
    behind: Callable[[str], None] | None = None,
    explore: Callable[[], go.Figure] | None = None,
    filters: Sequence[Filter] = (),
    apart: str = "",
    of: str = "",
    becomes: str = "",
) -> None:
    """Draw what is told for the room that the page has; `slide` is drawn for the files to take along.

    `what` names what is told, for records, day and language that are looked at; its first part is the key of the picture. `filters` are
    those that the finding tells; the names of the files tell them too. By the name `apart` other sites may show it, `of` one record.

    A mark that `leads` nowhere opens what is `behind` it right below its row. `explore` draws the same on an axis that can be
    zoomed; it is fetched when somebody asks for it. `becomes` names the slide that tells the same; where there is none, nothing can be
    put among one's own slides.
    """
    lacking = view.say.count("frame.picture_lacks", view.withheld) if view.withheld else ""
    prose.show(Markup("<h2 class='heading finding'>{}</h2><p class='sub'>{}</p>").format(told.finding, told.subtitle))
    room, key = picture.room(), str(what[0])
    canvas = once(view, (*what, "drawn", room), lambda: draw(room))
    opened = picture.opened(key) if behind else None
    place = next((target for target in canvas.targets if target.id == opened), None) if opened else None

    def sent(part: str, make: Callable[[], bytes]) -> bytes:
        return make() if address.is_long() else once(view, (*what, part, room, opened, *address.kept_along()), make)

    if behind is None or place is None:
        picture.show(sent("whole", lambda: picture.drawn(canvas, key, leads)), key)
    else:
        below, seek = place.y + place.h + 4, f".st-key-behind-{key}"
        picture.show(sent("upper", lambda: picture.drawn(canvas.part(canvas.plot_top, below), key, leads, opened, seek)), key)
        with st.container(border=True, key=f"behind-{key}"):
            behind(place.id)
        if below < canvas.plot_bottom - 4:
            rest = f"{key}/rest"
            picture.show(sent("lower", lambda: picture.drawn(canvas.part(below, canvas.plot_bottom), rest, leads)), rest)
    said = Markup("<br><b>{}</b>").format(lacking) if lacking else ""
    prose.show(Markup("<p class='foot'>{}{}</p>").format(told.foot, said))
    _take_along(view, slide, key, lacking, filters, mine.adding(view, becomes, told.finding) if becomes else None)
    if apart and elsewhere.sites():
        query = {**({"id": [of]} if of else {}), **{each.name: each.ids for each in filters}}
        _for_a_site(view, key, elsewhere.code(view, apart, told.finding, query))
    if explore is not None:
        more = st.expander(view.say("frame.explore"), key=f"explore:{key}", on_change="rerun")
        if more.open:
            with more:
                prose.note(view.say("frame.explore_hint"))
                st.plotly_chart(explore(), theme=None, key=f"explored:{key}", config=_EXPLORED, alt=canvas.alt)
    data = st.expander(view.say("frame.data_as_table"), key=f"data:{key}", on_change="rerun")
    if data.open:
        with data:
            prose.show(table(columns, rows(), caption=told.finding))


def _for_a_site(view: View, key: str, code: str) -> None:
    """The HTML with which another site shows the picture, to be copied (static/door/around.js)."""
    say = view.say
    prose.show(
        Markup(
            "<details class='copy copy-code'><summary>{open}</summary><div><p class='note'>{lede}</p>"
            "<textarea readonly rows='4' aria-label='{field}'>{code}</textarea><button type='button' data-copy='words'>{copy}</button>"
            "<p role='status' data-copied='{copied}' data-refused='{refused}'></p></div></details>"
        ).format(
            open=say("embed.code"),
            lede=say("embed.code_lede"),
            field=say("embed.code_field"),
            code=code,
            copy=say("embed.code_copy"),
            copied=say("frame.copied"),
            refused=say("frame.copy_refused"),
        )
    )


def _take_along(view: View, draw: Callable[[], Canvas], key: str, lacking: str, filters: Sequence[Filter], adding: Markup | None) -> None:
    say = view.say
    name = filtered.file_name(key, filters, view.lang, view.on)

    def slide() -> Canvas:
        return replace(draw(), lacking=lacking)

    with st.container(key=f"take-{key}", horizontal=True, gap="small", vertical_alignment="center"):
        download.button(say("frame.picture_png"), lambda: files.png(slide()), f"{name}.png", "image/png", f"png:{key}", "tertiary")
        download.button(say("frame.picture_svg"), lambda: files.svg(slide()), f"{name}.svg", "image/svg+xml", f"svg:{key}", "tertiary")
        if adding:
            prose.show(adding)
