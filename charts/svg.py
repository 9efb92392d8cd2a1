"""A canvas as a whole slide in SVG: the same shapes, with title, subtitle and foot, and text that stays text."""

from __future__ import annotations

import math
import re
from html import escape

from charts import signs, typeface
from charts.canvas import FOOT, LACKING_HIGH, SUBTITLE, SUBTITLE_STEP, TITLE_STEP, Box, Canvas, Hatch, Line, Mark, Run, Text
from charts.theme import FALLBACKS, HATCH_SOLIDITY, HATCH_TILE, HATCH_TILE_HALL, LEFT, RIGHT, WIDTH

# XML 1.0 has no way to write these, not even escaped.
_UNWRITABLE = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def _words(text: str) -> str:
    return escape(_UNWRITABLE.sub("\ufffd", text), quote=True)


def _n(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")


def _pattern(canvas: Canvas) -> str:
    side = HATCH_TILE_HALL if canvas.hall else HATCH_TILE
    width = side / math.sqrt(2) * HATCH_SOLIDITY
    s, half, quarter = _n(side), _n(side / 2), _n(side / 4)
    lines = f"M-{quarter},{quarter}l{half},-{half}M0,{s}L{s},0M{_n(side * 0.75)},{_n(side * 1.25)}l{half},-{half}"
    return (
        f'<pattern id="unknown" patternUnits="userSpaceOnUse" width="{s}" height="{s}">'
        f'<path d="{lines}" fill="none" stroke="{canvas.theme.hatch}" stroke-width="{_n(width)}"/></pattern>'
    )


def _rect(shape: Box | Hatch, fill: str) -> str:
    inset = shape.edge_width / 2 if shape.edge else 0.0
    edge = f' stroke="{shape.edge}" stroke-width="{_n(shape.edge_width)}"' if shape.edge else ""
    x, y, w, h = (_n(value) for value in (shape.x + inset, shape.y + inset, shape.w - 2 * inset, shape.h - 2 * inset))
    return f'<rect x="{x}" y="{y}" width="{w}" height="{h}" fill="{fill}"{edge}/>'


def _hatch(shape: Hatch, page: str) -> str:
    if shape.dotted:
        return _rect(shape, page).replace("/>", ' stroke-dasharray="2 2"/>')
    return _rect(Box(shape.x, shape.y, shape.w, shape.h, page), page) + "\n" + _rect(shape, "url(#unknown)")


def _line(line: Line) -> str:
    points = " ".join(f"{_n(x)},{_n(y)}" for x, y in line.points)
    dash = f' stroke-dasharray="{line.dash.replace("px", "").replace(",", " ")}"' if line.dash else ""
    return f'<polyline points="{points}" fill="none" stroke="{line.color}" stroke-width="{_n(line.width)}"{dash}/>'


def _mark(mark: Mark) -> str:
    """The same outlines as plotly's symbols."""
    r = mark.size / 2
    tall = r * 2 / math.sqrt(3)
    outlines = {
        "line-ew": f"M{_n(-1.4 * r)},0H{_n(1.4 * r)}",
        "circle": f"M{_n(r)},0A{_n(r)},{_n(r)} 0 1,1 {_n(-r)},0A{_n(r)},{_n(r)} 0 1,1 {_n(r)},0Z",
        "diamond": f"M{_n(1.3 * r)},0L0,{_n(1.3 * r)}L{_n(-1.3 * r)},0L0,{_n(-1.3 * r)}Z",
        "triangle-right": f"M{_n(-r / 2)},{_n(-tall)}V{_n(tall)}L{_n(r)},0Z",
        "triangle-down": f"M{_n(-tall)},{_n(-r / 2)}H{_n(tall)}L0,{_n(r)}Z",
        "triangle-up": f"M{_n(-tall)},{_n(r / 2)}H{_n(tall)}L0,{_n(-r)}Z",
        "square": f"M{_n(-r)},{_n(-r)}H{_n(r)}V{_n(r)}H{_n(-r)}Z",
    }
    name = mark.symbol.removesuffix("-open")
    fill = "none" if mark.symbol.endswith("-open") or name == "line-ew" else mark.color
    stroke = f' stroke="{mark.color}" stroke-width="{_n(mark.stroke)}"' if mark.stroke else ""
    return f'<path d="{outlines[name]}" transform="translate({_n(mark.x)},{_n(mark.y)})" fill="{fill}"{stroke}/>'


def _text(text: Text) -> str:
    inside = "".join(
        _words(run.words) if run.weight == text.runs[0].weight else f'<tspan font-weight="{run.weight}">{_words(run.words)}</tspan>'
        for run in text.runs
    )
    anchor = {"left": "", "middle": ' text-anchor="middle"', "right": ' text-anchor="end"'}[text.anchor]
    return (
        f'<text x="{_n(text.x)}" y="{_n(text.y)}" font-size="{_n(text.size)}" font-weight="{text.runs[0].weight}" '
        f'fill="{text.color}"{anchor} xml:space="preserve">{inside}</text>'
    )


def around(canvas: Canvas, lacking: str = "") -> list[Text]:
    """Title, subtitle and foot, where the slide has them; below the foot that records are `lacking`, if they are."""
    theme, size = canvas.theme, canvas.title_size
    texts, y = [], 48.0
    for line in canvas.title_lines:
        texts.append(Text(LEFT, y, (Run(line, 700),), size, theme.ink))
        y += TITLE_STEP
    y += SUBTITLE_STEP + 7 - TITLE_STEP
    for line in canvas.subtitle_lines:
        texts.append(Text(LEFT, y, (Run(line, 400),), SUBTITLE, theme.ink2))
        y += SUBTITLE_STEP
    foot = 19 if canvas.hall else FOOT
    base = canvas.foot + 21 + foot * typeface.MIDDLE
    right = Text(RIGHT, base, (Run(canvas.foot_right, 400),), foot, theme.ink3, "right")
    named = bool(canvas.foot_right)
    left = typeface.fit(canvas.foot_left, foot, 400, RIGHT - LEFT - (right.width + 24 if named else 0))
    if named and left != canvas.foot_left:  # what it rests on, and out of how many, goes before the name of the register
        named, left = False, typeface.fit(canvas.foot_left, foot, 400, RIGHT - LEFT)
    texts += [Text(LEFT, base, (Run(left, 400),), foot, theme.ink3)] if left else []
    texts += [right] if named else []
    if lacking:
        words = typeface.fit(lacking, foot, 600, RIGHT - LEFT)
        texts.append(Text(LEFT, base + 22, (Run(words, 600),), foot, theme.ink))
    return texts


def beyond(chart: Canvas) -> list[Text]:
    """The lines of the slide that Pretendard cannot draw alone."""
    canvas = chart.slide or chart
    return [text for text in [*around(canvas, chart.lacking), *canvas.texts] if not signs.plain(text.words)]


def slide(chart: Canvas, whole: bool = True) -> str:
    """The whole slide of a chart, with the finding as its title and the text alternative as its description.

    Not `whole`, it goes without the lines that are `beyond` Pretendard, for somebody who sets those in other typefaces.
    """
    canvas = chart.slide or chart
    theme = canvas.theme
    height = _n(canvas.height + (LACKING_HIGH if chart.lacking else 0))
    described = " ".join(filter(None, [canvas.alt or canvas.subtitle, chart.lacking]))
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}" lang="{canvas.lang}"',
        f'role="img" aria-labelledby="title" aria-describedby="desc" font-family="{FALLBACKS}">',
        f'<title id="title">{_words(canvas.title)}</title>',
        f'<desc id="desc">{_words(described)}</desc>',
        f"<defs>{_pattern(canvas)}</defs>" if canvas.hatches else "",
        f'<rect width="{WIDTH}" height="{height}" fill="{theme.bg}"/>',
    ]
    parts += [_rect(box, box.fill) for box in canvas.boxes if box.under]
    parts += [_hatch(hatch, theme.bg) for hatch in canvas.hatches]
    parts += [_rect(box, box.fill) for box in canvas.boxes if not box.under]
    parts += [_line(line) for line in canvas.lines]
    parts += [_mark(mark) for mark in canvas.marks]
    parts += [_text(text) for text in [*around(canvas, chart.lacking), *canvas.texts] if whole or signs.plain(text.words)]
    parts.append(_rect(Box(LEFT, canvas.foot, RIGHT - LEFT, 1, theme.rule), theme.rule))
    return "\n".join(part for part in [*parts, "</svg>"] if part) + "\n"
