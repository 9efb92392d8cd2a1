"""What is dated, on an axis of days that can be zoomed and moved: plotly figures, for whoever asks for them.

They say what the pictures say, from the same told objects; the pictures are what is read and taken along.
"""

from __future__ import annotations

import datetime as dt
import html
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, Final

from charts import typeface
from charts.progress.told import Told as Measure
from charts.theme import FALLBACKS, FORCE_SYMBOL, STANDING_GLYPH, Theme
from charts.timeline.told import Told as Timeline
from models.records.terms import Force
from models.register.standing import Standing

if TYPE_CHECKING:
    import plotly.graph_objects as go

_TIP: Final = 420
_ROW: Final = 30
_LABEL: Final = 34
"""So many letters of a name stand beside the axis; the tip has all of it."""

Trace = dict[str, Any]


def _tip(words: str, lang: str) -> str:
    """Words as plotly is to show them: its labels understand a kind of HTML, and the words of a record are no markup."""
    lines = [line for part in words.split("\n") for line in (typeface.wrap(part, 15, 400, _TIP, lang) or [""])]
    return "<br>".join(html.escape(line, quote=False) for line in lines)


def _marks(points: Sequence[tuple[dt.date, float, str, str, str]], lang: str, size: float = 13) -> Trace:
    """Marks on their days: day, row, symbol, colour, tip."""
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [day for day, *_ in points],
        "y": [row for _, row, *_ in points],
        "marker": {
            "symbol": [symbol for _, _, symbol, _, _ in points],
            "color": [color for *_, color, _ in points],
            "size": size,
            "opacity": 1,
            "line": {"color": [color for *_, color, _ in points], "width": 2},
        },
        "hovertext": [_tip(tip, lang) for *_, tip in points],
        "hovertemplate": "%{hovertext}<extra></extra>",
    }


def _lines(ways: Iterable[tuple[dt.date, dt.date, float]], color: str, width: float, dash: str = "solid") -> Trace:
    x: list[dt.date | None] = []
    y: list[float | None] = []
    for start, end, row in ways:
        x += [start, end, None]
        y += [row, row, None]
    return {"type": "scatter", "mode": "lines", "x": x, "y": y, "line": {"color": color, "width": width, "dash": dash}, "hoverinfo": "skip"}


def timeline(told: Timeline, theme: Theme, most: int | None = None) -> go.Figure:
    """A row for the forums, for each due date, each pledge (the first `most`) and the changes; days along the axis."""
    import plotly.graph_objects as go  # half a second, for whoever asks for it

    ink, lang = theme.ink, told.lang
    rows: list[str] = []
    traces: list[Trace] = []
    if "forums" in told.layers:
        rows.append(told.words.forum)
        held = {"on-record": ("square", ink), "not-on-record": ("square-open", theme.edge), "announced": ("diamond-open", theme.edge)}
        traces.append(_marks([(forum.start, 0.0, *held[forum.state], forum.tip) for forum in told.forums], lang))
    solid, ahead, marks, signs = [], [], [], []
    for row in told.due:
        at = float(len(rows))
        rows.append(row.name)
        if row.force is None:
            marks.append((row.due, at, "diamond", ink, row.tip))
            continue
        now = min(max(told.on, row.adopted), row.due)
        solid += [(row.adopted, now, at)] if now > row.adopted else []
        ahead += [(now, row.due, at)] if row.due > now else []
        marks.append((row.adopted, at, FORCE_SYMBOL[row.force], _seen(theme, row.force), row.tip))
        marks.append((row.due, at, "line-ns-open", ink, row.tip))
        if row.since and row.standing:
            signs.append((row.since, at, row.standing, row.tip))
    pledges = told.pledges[:most]
    whole: list[tuple[dt.date, dt.date, float]] = []
    broken: list[tuple[dt.date, dt.date, float]] = []
    for pledge in pledges:
        at = float(len(rows))
        rows.append(pledge.title)
        for way in pledge.ways:
            (whole if way.unbroken else broken).append((way.start, way.end, at))
        for each in pledge.mentions:
            symbol = FORCE_SYMBOL[each.force] if each.force else "circle-open"
            marks.append((each.day, at, symbol, _seen(theme, each.force) if each.force else theme.edge, each.tip))
    if told.moves:
        at = float(len(rows))
        rows.append(told.words.changes)
        signs += [(move.day, at, move.standing, move.tip) for move in told.moves]
    traces += [
        _lines(solid, theme.ink2, 3),
        _lines(ahead, theme.ink2, 2, "dot"),
        _lines(whole, theme.ink2, 2),
        _lines(broken, theme.ink2, 2, "dot"),
    ]
    traces += [_marks(marks, lang), _standings(signs, theme, lang)]
    drawn = go.Figure(data=[trace for trace in traces if trace["x"]], layout=_layout(theme, max(len(rows), 1) * _ROW + 60))
    names = [html.escape(name if len(name) <= _LABEL else f"{name[: _LABEL - 1].rstrip()}…", quote=False) for name in rows]
    drawn.update_yaxes(tickvals=list(range(len(rows))), ticktext=names, range=[len(rows) - 0.4, -0.6])
    _days(drawn, theme, told.on, (dt.date(told.years[0], 1, 1), dt.date(told.years[1], 12, 31)))
    return drawn


def measure(told: Measure, theme: Theme) -> go.Figure:
    """Each kind of count on an axis of its own, from zero; joined only where the picture joins."""
    from plotly.subplots import make_subplots

    drawn = make_subplots(
        rows=len(told.kinds),
        cols=1,
        shared_xaxes=True,
        vertical_spacing=min(0.12, 0.5 / len(told.kinds)),
        subplot_titles=[html.escape(" · ".join(filter(None, [kind.name, kind.below])), quote=False) for kind in told.kinds],
    )
    drawn.update_layout(_layout(theme, 200 * len(told.kinds) + 60))
    first, last = told.on, told.on
    for row, kind in enumerate(told.kinds, start=1):
        middles = {count.point: count.first + (count.last - count.first) / 2 for count in kind.counts}
        values = {count.point: count.value for count in kind.counts}
        for pair in told.joined:
            if set(pair) <= set(middles):
                x, y = [middles[each] for each in pair], [values[each] for each in pair]
                drawn.add_trace(
                    {"type": "scatter", "mode": "lines", "x": x, "y": y, "line": {"color": theme.ink, "width": 2}, "hoverinfo": "skip"},
                    row,
                    1,
                )
        symbols = ["triangle-up" if count.at_least else "circle-open" if count.approx else "circle" for count in kind.counts]
        points = [
            (middles[count.point], count.value, symbol, theme.ink, count.tip) for count, symbol in zip(kind.counts, symbols, strict=True)
        ]
        drawn.add_trace(_marks(points, told.lang), row, 1)
        if kind.goal:
            goal = [(kind.goal.by, kind.goal.value, "diamond" if kind.goal.same else "diamond-open", theme.ink, told.target)]
            drawn.add_trace(_marks(goal, told.lang, 15), row, 1)
            last = max(last, kind.goal.by)
        first = min(first, *(count.first for count in kind.counts))
    drawn.update_yaxes(rangemode="tozero", fixedrange=True, gridcolor=theme.rule, zeroline=False, tickfont={"color": theme.ink2})
    drawn.update_annotations(font={"size": 16, "color": theme.ink, "family": FALLBACKS})
    _days(drawn, theme, told.on, (first, last + dt.timedelta(days=60)))
    return drawn


def _seen(theme: Theme, force: Force) -> str:
    """The colour of a force as a mark without a cell: the palest fills would not be seen on the page."""
    return theme.force[force].fill if force.rank >= Force.HOPES.rank else theme.edge


def _standings(signs: Sequence[tuple[dt.date, float, Standing, str]], theme: Theme, lang: str) -> Trace:
    """The glyph of a standing in its colour; without a glyph it is a hollow box."""
    return {
        "type": "scatter",
        "mode": "markers+text",
        "x": [day for day, *_ in signs],
        "y": [row for _, row, *_ in signs],
        "text": [STANDING_GLYPH[standing] for _, _, standing, _ in signs],
        "textfont": {"family": FALLBACKS, "size": 13, "color": [theme.standing[standing].text for _, _, standing, _ in signs]},
        "marker": {
            "symbol": "square",
            "size": 20,
            "opacity": 1,
            "color": [theme.standing[standing].fill for _, _, standing, _ in signs],
            "line": {"color": [theme.standing[standing].edge for _, _, standing, _ in signs], "width": 2},
        },
        "hovertext": [_tip(tip, lang) for *_, tip in signs],
        "hovertemplate": "%{hovertext}<extra></extra>",
    }


def _layout(theme: Theme, height: float) -> dict[str, Any]:
    return {
        "height": height,
        "margin": {"l": 8, "r": 16, "t": 28, "b": 36},
        "showlegend": False,
        "dragmode": "pan",
        "hovermode": "closest",
        "paper_bgcolor": theme.bg,
        "plot_bgcolor": theme.bg,
        "font": {"family": FALLBACKS, "color": theme.ink, "size": 15},
        "hoverlabel": {
            "bgcolor": theme.bg,
            "bordercolor": theme.edge,
            "align": "left",
            "font": {"family": FALLBACKS, "size": 15, "color": theme.ink},
        },
        "template": None,
    }


def _days(drawn: go.Figure, theme: Theme, on: dt.date, window: tuple[dt.date, dt.date]) -> None:
    """An axis of days that can be zoomed and moved, with the as-of line; up and down nothing moves."""
    drawn.update_xaxes(type="date", range=list(window), gridcolor=theme.rule, showgrid=True, zeroline=False, tickfont={"color": theme.ink2})
    drawn.update_yaxes(fixedrange=True, automargin=True, zeroline=False)
    drawn.add_vline(x=dt.datetime.combine(on, dt.time()).timestamp() * 1000, line_color=theme.ink, line_width=2)
