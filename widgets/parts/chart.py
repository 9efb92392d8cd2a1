"""A chart on a page: its finding as a heading, the picture, the same as a list or table, and files to take along."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Protocol, TypeVar, cast

import streamlit as st
from markupsafe import Markup

from charts.canvas import Canvas
from charts.figure import figure
from charts.inline import Leads
from exports import picture as files
from widgets.parts import address, download, picture, prose
from widgets.parts.table import Row, table
from widgets.parts.view import View

T = TypeVar("T")


class Told(Protocol):
    """What every chart tells beside its rows."""

    @property
    def finding(self) -> str: ...
    @property
    def subtitle(self) -> str: ...
    @property
    def foot(self) -> str: ...


@st.cache_resource(max_entries=256, show_spinner=False)
def _kept(key: tuple[object, ...], _make: Callable[[], object]) -> object:
    return _make()


def once(view: View, what: tuple[object, ...], make: Callable[[], T]) -> T:
    """What `make` makes of `what`, kept for everybody who looks at the same records, day and language."""
    return cast(T, _kept((view.fingerprint, view.on, view.today, view.lang, *what), make))


def drawn(view: View, what: tuple[object, ...], draw: Callable[[], Canvas]) -> Canvas:
    """The drawing of `what`, kept for everybody who looks at the same records, day, language and colours."""
    return once(view, (view.dark, *what), draw)


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
    canvas: Canvas,
    key: str,
    *,
    columns: Sequence[str],
    rows: Callable[[], Sequence[Row]],
    narrow: Callable[[], Markup] | None = None,
    choosable: bool = False,
    heading: bool = True,
) -> str | None:
    """Draw `canvas`; returns the id of the place that was chosen in it, if `choosable`.

    `columns` and `rows` are the chart's data as a table, cells as text or markup. Below 1180 px the picture gives way
    to `narrow`, or to the table where there is none. Both are made after the picture is on its way, and the table only
    for whoever opens it: a click is to be answered by the picture first.
    """
    if view.withheld:
        canvas.lacking = view.say.count("frame.picture_lacks", view.withheld)
    if heading:
        prose.show(Markup("<h2 class='heading finding'>{}</h2><p class='sub'>{}</p>").format(canvas.title, canvas.subtitle))
    chosen = None
    with st.container(key=f"wide-{key}"):
        event = st.plotly_chart(
            figure(canvas, choosable),
            theme=None,
            width="content",
            key=f"chart:{key}",
            on_select="rerun" if choosable else "ignore",
            selection_mode="points",
            config={"displayModeBar": False, "doubleClick": False, "scrollZoom": False, "showTips": False},
            alt=canvas.alt,
        )
        if choosable:
            chosen = _chosen(event)

    def body() -> Markup:
        return table(columns, rows(), caption=canvas.title)

    with st.container(key=f"narrow-{key}"):
        prose.show((narrow or body)())
    lacking = Markup("<br><b>{}</b>").format(canvas.lacking) if canvas.lacking else ""
    prose.show(Markup("<p class='foot'>{}{}</p>").format(canvas.foot_left, lacking))
    _take_along(view, lambda: canvas, key, canvas.lacking)
    data = st.expander(view.say("frame.data_as_table"), key=f"data:{key}", on_change="rerun")
    if data.open:
        with data:
            prose.show(body())
    return chosen


def picture_of(
    view: View,
    what: tuple[object, ...],
    told: Told,
    draw: Callable[[picture.Room], Canvas],
    slide: Callable[[], Canvas],
    *,
    columns: Sequence[str],
    rows: Callable[[], Sequence[Row]],
    leads: Leads,
    behind: Callable[[str], None] | None = None,
) -> None:
    """Draw what is told for the room that the page has; `slide` is drawn for the files to take along.

    `what` names what is told, for records, day and language that are looked at; its first part is the key of the picture.

    A mark that `leads` nowhere opens what is `behind` it right below its row.
    """
    lacking = view.say.count("frame.picture_lacks", view.withheld) if view.withheld else ""
    prose.show(Markup("<h2 class='heading finding'>{}</h2><p class='sub'>{}</p>").format(told.finding, told.subtitle))
    room, key = picture.room(), str(what[0])
    canvas = once(view, (*what, "drawn", room), lambda: draw(room))
    opened = picture.opened(key) if behind else None
    place = next((target for target in canvas.targets if target.id == opened), None)
    if behind is None or place is None:
        picture.show(canvas, key, leads)
    else:
        below = place.y + place.h + 4
        picture.show(canvas.part(canvas.plot_top, below), key, leads, opened, seek=f".st-key-behind-{key}")
        with st.container(border=True, key=f"behind-{key}"):
            behind(place.id)
        if below < canvas.plot_bottom - 4:
            picture.show(canvas.part(below, canvas.plot_bottom), f"{key}/rest", leads)
    said = Markup("<br><b>{}</b>").format(lacking) if lacking else ""
    prose.show(Markup("<p class='foot'>{}{}</p>").format(told.foot, said))
    _take_along(view, slide, key, lacking)
    data = st.expander(view.say("frame.data_as_table"), key=f"data:{key}", on_change="rerun")
    if data.open:
        with data:
            prose.show(table(columns, rows(), caption=told.finding))


def _chosen(event: object) -> str | None:
    points = getattr(getattr(event, "selection", None), "points", None) or []
    for point in points:
        data = point.get("customdata")
        if data:
            return str(data[0] if isinstance(data, list | tuple) else data)
    return None


def _take_along(view: View, draw: Callable[[], Canvas], key: str, lacking: str) -> None:
    say = view.say
    name = f"{key}-{view.lang}-{view.on.isoformat()}"

    def slide() -> Canvas:
        return replace(draw(), lacking=lacking)

    with st.container(key=f"take-{key}", horizontal=True, gap="small", vertical_alignment="center"):
        download.button(say("frame.picture_png"), lambda: files.png(slide()), f"{name}.png", "image/png", f"png:{key}", "tertiary")
        download.button(say("frame.picture_svg"), lambda: files.svg(slide()), f"{name}.svg", "image/svg+xml", f"svg:{key}", "tertiary")
