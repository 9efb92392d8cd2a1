"""A chart of ours as a plotly figure, to be measured against: one trace for each kind of shape, axes in design pixels.

The register drew its charts so before they became SVG within the page."""

from __future__ import annotations

import html
import math
from collections.abc import Sequence
from functools import lru_cache
from itertools import groupby
from typing import Any

import plotly.graph_objects as go

from charts import typeface
from charts.canvas import Box, Canvas, Line, Target
from charts.theme import FALLBACKS, HATCH_SOLIDITY, HATCH_TILE, HATCH_TILE_HALL, LEFT, RIGHT

HOVER_WIDTH = 380
# A click selects: plotly then fades whatever was not chosen, in every trace, unless each says that it stays as it is.
_STAYS = {"marker": {"opacity": 1}}


# A trace as a mapping is validated once, with the figure; as an object it would be validated twice.
Trace = dict[str, Any]


def escaped(text: str) -> str:
    """Words as plotly is to show them: its labels understand a kind of HTML, and the words of a record are no markup."""
    return html.escape(text, quote=False)


@lru_cache(maxsize=4_000)
def _hover(text: str, lang: str) -> str:
    lines = [line for part in text.split("\n") for line in (typeface.wrap(part, 15, 400, HOVER_WIDTH, lang) or [""])]
    return "<br>".join(escaped(line) for line in lines)


def _bars(shapes: Sequence[Any], **settings: Any) -> Trace:
    return dict(
        type="bar",
        x=[shape.x + shape.w / 2 for shape in shapes],
        base=[shape.y + _inset(shape) for shape in shapes],
        y=[shape.h - 2 * _inset(shape) for shape in shapes],
        width=[shape.w - 2 * _inset(shape) for shape in shapes],
        selected=_STAYS,
        unselected=_STAYS,
        cliponaxis=False,
        **settings,
    )


def _inset(shape: Any) -> float:
    return shape.edge_width / 2 if getattr(shape, "edge", None) else 0.0


def _boxes(shapes: Sequence[Box], name: str) -> Trace:
    line = {"color": [shape.edge or shape.fill for shape in shapes], "width": [shape.edge_width if shape.edge else 0 for shape in shapes]}
    return _bars(shapes, name=name, hoverinfo="skip", marker={"color": [shape.fill for shape in shapes], "line": line})


def _hatches(canvas: Canvas) -> Trace:
    theme, shapes = canvas.theme, canvas.hatches
    pattern = {
        # Plotly makes the repeat of this shape wider than `size` by the root of two.
        "shape": "/",
        "size": (HATCH_TILE_HALL if canvas.hall else HATCH_TILE) / math.sqrt(2),
        "solidity": HATCH_SOLIDITY,
        "fgcolor": theme.hatch,
        "bgcolor": theme.bg,
        "fgopacity": 1,
    }
    line = {"color": [shape.edge or theme.bg for shape in shapes], "width": [shape.edge_width if shape.edge else 0 for shape in shapes]}
    return _bars(
        shapes,
        name="hatch",
        marker={"color": theme.bg, "pattern": pattern, "line": line},
        customdata=[[shape.id] for shape in shapes],
        hovertext=[_hover(shape.hover, canvas.lang) for shape in shapes],
        hovertemplate=["%{hovertext}<extra></extra>" if shape.hover else "<extra></extra>" for shape in shapes],
    )


def _lines(kind: tuple[str, float, str], lines: Sequence[Line]) -> Trace:
    color, width, dash = kind
    x: list[float | None] = []
    y: list[float | None] = []
    for line in lines:
        x += [*(point[0] for point in line.points), None]
        y += [*(point[1] for point in line.points), None]
    return {
        "type": "scatter",
        "x": x,
        "y": y,
        "mode": "lines",
        "name": "line",
        "hoverinfo": "skip",
        "cliponaxis": False,
        "line": {"color": color, "width": width, "dash": dash or "solid", "simplify": False},
    }


def _marks(canvas: Canvas) -> Trace:
    marks = canvas.marks
    # An array of sizes makes plotly draw markers at 70 % unless the opacity is given (plotly.js 2351).
    marker = {
        "symbol": [mark.symbol for mark in marks],
        "size": [mark.size for mark in marks],
        "color": [mark.color for mark in marks],
        "opacity": 1,
        "line": {"color": [mark.color for mark in marks], "width": [mark.stroke for mark in marks]},
    }
    return {
        "type": "scatter",
        "x": [mark.x for mark in marks],
        "y": [mark.y for mark in marks],
        "mode": "markers",
        "name": "mark",
        "hoverinfo": "skip",
        "marker": marker,
        "selected": _STAYS,
        "unselected": _STAYS,
        "cliponaxis": False,
    }


def _texts(canvas: Canvas) -> Trace:
    x, y, words, size, weight, color = [], [], [], [], [], []
    for text in canvas.texts:
        at = text.left
        for run in text.runs:
            blank = len(run.words) - len(run.words.lstrip())
            x.append(at + typeface.width(run.words[:blank], text.size, run.weight))
            # Plotly puts the baseline a quarter of an em below the point of a "middle" text.
            y.append(text.y - text.size / 4)
            words.append(escaped(run.words.strip()))
            size.append(text.size)
            weight.append(run.weight)
            color.append(text.color)
            at += typeface.width(run.words, text.size, run.weight)
    return {
        "type": "scatter",
        "x": x,
        "y": y,
        "mode": "text",
        "text": words,
        "textposition": "middle right",
        "name": "text",
        "hoverinfo": "skip",
        "cliponaxis": False,
        "textfont": {"family": FALLBACKS, "size": size, "weight": weight, "color": color},
        "selected": {"textfont": {"color": canvas.theme.ink}},
    }


def _targets(targets: Sequence[Target], lang: str) -> Trace:
    return _bars(
        targets,
        name="target",
        marker={"color": "rgba(0,0,0,0)", "line": {"width": 0}},
        customdata=[[target.id] for target in targets],
        hovertext=[_hover(target.hover, lang) for target in targets],
        hovertemplate="%{hovertext}<extra></extra>",
    )


def figure(canvas: Canvas) -> go.Figure:
    """The plot without title and foot: one design pixel is one pixel, x from 40 to 1240."""
    theme, top = canvas.theme, canvas.plot_top
    bottom = top + math.ceil(canvas.plot_bottom - top)
    traces: list[Trace] = []
    if under := [box for box in canvas.boxes if box.under]:
        traces.append(_boxes(under, "rule"))
    if canvas.hatches:
        traces.append(_hatches(canvas))
    if boxes := [box for box in canvas.boxes if not box.under]:
        traces.append(_boxes(boxes, "box"))
    kinds = groupby(canvas.lines, key=lambda line: (line.color, line.width, line.dash))
    traces += [_lines(kind, list(lines)) for kind, lines in kinds]
    if canvas.marks:
        traces.append(_marks(canvas))
    if canvas.texts:
        traces.append(_texts(canvas))
    if canvas.targets:
        traces.append(_targets(canvas.targets, canvas.lang))
    axis = {"visible": False, "fixedrange": True, "autorange": False}
    layout = {
        "width": RIGHT - LEFT,
        "height": bottom - top,
        "margin": {"l": 0, "r": 0, "t": 0, "b": 0, "pad": 0},
        "autosize": False,
        "barmode": "overlay",
        "showlegend": False,
        "dragmode": False,
        "hovermode": "closest",
        "paper_bgcolor": theme.bg,
        "plot_bgcolor": theme.bg,
        "xaxis": {**axis, "range": [LEFT, RIGHT]},
        "yaxis": {**axis, "range": [bottom, top]},
        "font": {"family": FALLBACKS, "color": theme.ink, "size": 16},
        "hoverlabel": {
            "bgcolor": theme.bg,
            "bordercolor": theme.edge,
            "align": "left",
            "namelength": 0,
            "font": {"family": FALLBACKS, "size": 15, "color": theme.ink},
        },
    }
    drawn = go.Figure(data=traces, layout=layout)
    drawn.layout.template = None  # plotly.py adds one to every new figure
    return drawn
