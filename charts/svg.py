"""A canvas as a whole slide in SVG: the same shapes, with title, subtitle and foot, and text that stays text."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from html import escape

from charts import shapes, signs, typeface
from charts.canvas import (
    FOOT,
    LACKING_HIGH,
    SMALL_HALL,
    SMALL_HALL_STEP,
    SUBTITLE,
    SUBTITLE_STEP,
    TITLE_STEP,
    Box,
    Canvas,
    Hatch,
    Mark,
    Run,
    Text,
)
from charts.theme import FALLBACKS, HATCH_TILE, HATCH_TILE_HALL, LEFT, RIGHT, WIDTH

# XML 1.0 has no way to write these, not even escaped.
_UNWRITABLE = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def _words(text: str) -> str:
    return escape(_UNWRITABLE.sub("\ufffd", text), quote=True)


def _n(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")


def _rect(shape: Box | Hatch, fill: str) -> str:
    inset = shape.edge_width / 2 if shape.edge else 0.0
    edge = f' stroke="{shape.edge}" stroke-width="{_n(shape.edge_width)}"' if shape.edge else ""
    x, y, w, h = (_n(value) for value in (shape.x + inset, shape.y + inset, shape.w - 2 * inset, shape.h - 2 * inset))
    return f'<rect x="{x}" y="{y}" width="{w}" height="{h}" fill="{fill}"{edge}/>'


def _hatch(shape: Hatch, page: str, unknown: str) -> str:
    if shape.dotted:
        return _rect(shape, page).replace("/>", ' stroke-dasharray="2 2"/>')
    return _rect(Box(shape.x, shape.y, shape.w, shape.h, page), page) + "\n" + _rect(shape, f"url(#{unknown})")


def _mark(mark: Mark) -> str:
    stroke = f' stroke="{mark.color}" stroke-width="{_n(mark.stroke)}"' if mark.stroke else ""
    return f'<path d="{shapes.outline(mark, _n)}" fill="{shapes.fill(mark)}"{stroke}/>'


def _text(text: Text) -> str:
    return (
        f'<text x="{_n(text.x)}" y="{_n(text.y)}" font-size="{_n(text.size)}" font-weight="{text.runs[0].weight}" '
        f'fill="{text.color}"{shapes.ANCHORS[text.anchor]} xml:space="preserve">{shapes.runs(text, _words)}</text>'
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
    if canvas.hall:
        return texts + _foot_in_a_hall(canvas)
    foot = FOOT
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


def _foot_in_a_hall(canvas: Canvas) -> list[Text]:
    theme, y = canvas.theme, canvas.foot + 22
    found = []
    for words, weight, right in canvas.foot_lines:
        color = theme.ink if weight > 400 else theme.ink3
        found += [Text(LEFT, y, (Run(words, weight),), SMALL_HALL, color)] if words else []
        found += [Text(RIGHT, y, (Run(right, 400),), SMALL_HALL, theme.ink3, "right")] if right else []
        y += SMALL_HALL_STEP
    return found


def beyond(chart: Canvas) -> list[Text]:
    """The lines of the slide that Pretendard cannot draw alone."""
    canvas = chart.slide or chart
    return [text for text in [*around(canvas, chart.lacking), *canvas.texts] if not signs.plain(text.words)]


def slide(chart: Canvas, whole: bool = True) -> str:
    """The whole slide of a chart, with the finding as its title and the text alternative as its description.

    Not `whole`, it goes without the lines that are `beyond` Pretendard, for somebody who sets those in other typefaces.
    """
    canvas = chart.slide or chart
    described = " ".join(filter(None, [canvas.alt or canvas.subtitle, chart.lacking]))
    said = (
        f'aria-labelledby="title" aria-describedby="desc" font-family="{FALLBACKS}">\n'
        f'<title id="title">{_words(canvas.title)}</title>\n<desc id="desc">{_words(described)}</desc>'
    )
    return _drawn(chart, f'xmlns="http://www.w3.org/2000/svg" lang="{canvas.lang}"', said, "unknown", whole)


def within(chart: Canvas, name: str) -> str:
    """The whole slide as a part of a page that says the title itself; `name` parts its patterns from those of the other slides there."""
    canvas = chart.slide or chart
    said = f'aria-label="{_words(canvas.alt or canvas.subtitle or canvas.title)}">'
    return _drawn(chart, f'lang="{canvas.lang}"', said, f"unknown-{name}")


def _drawn(chart: Canvas, opening: str, said: str, unknown: str, whole: bool = True) -> str:
    canvas = chart.slide or chart
    theme = canvas.theme
    height = _n(canvas.height + (LACKING_HIGH if chart.lacking and not canvas.hall else 0))
    parts = [
        f'<svg {opening} viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}" role="img" {said}',
        f"<defs>{shapes.hatching(unknown, _side(canvas), theme.hatch, _n)}</defs>" if canvas.hatches else "",
        f'<rect width="{WIDTH}" height="{height}" fill="{theme.bg}"/>',
        *_shapes(canvas, [_hatch(hatch, theme.bg, unknown) for hatch in canvas.hatches]),
    ]
    parts += [_text(text) for text in [*around(canvas, chart.lacking), *canvas.texts] if whole or signs.plain(text.words)]
    parts.append(_rect(Box(LEFT, canvas.foot, RIGHT - LEFT, 1, theme.rule), theme.rule))
    return "\n".join(part for part in [*parts, "</svg>"] if part) + "\n"


def wordless(chart: Canvas) -> str:
    """What is drawn on a slide and nothing else: no words, no ground, for somebody who sets the words as text of another kind.

    The unknown is hatched line by line: a PDF is drawn by programs that show where the tiles of a pattern meet.
    """
    canvas = chart.slide or chart
    size = f'viewBox="0 0 {WIDTH} {_n(canvas.height)}" width="{WIDTH}" height="{_n(canvas.height)}"'
    hatches = [_line_by_line(hatch, f"hatch-{number}", canvas) for number, hatch in enumerate(canvas.hatches)]
    return "\n".join([f'<svg xmlns="http://www.w3.org/2000/svg" {size}>', *_shapes(canvas, hatches), "</svg>"]) + "\n"


def _line_by_line(hatch: Hatch, id: str, canvas: Canvas) -> str:
    """A hatched box without a pattern: the lines of the pattern that cross it, cut off at its sides."""
    page = canvas.theme.bg
    if hatch.dotted:
        return _hatch(hatch, page, "")
    side, box = _side(canvas), Box(hatch.x, hatch.y, hatch.w, hatch.h, page)
    lines = ""
    for step in range(int((hatch.x + hatch.y) / side), math.ceil((hatch.x + hatch.w + hatch.y + hatch.h) / side) + 1):
        # On each line x and y add up to the same; it goes a little over the sides, which cut it off.
        both = step * side
        first, last = max(hatch.x, both - hatch.y - hatch.h) - 2, min(hatch.x + hatch.w, both - hatch.y) + 2
        lines += f"M{_n(first)} {_n(both - first)}L{_n(last)} {_n(both - last)}" if first < last else ""
    look = f'fill="none" stroke="{canvas.theme.hatch}" stroke-width="{shapes.hatch_width(side)}"'
    parts = [f'<clipPath id="{id}">{_rect(box, page)}</clipPath>', _rect(box, page), f'<path clip-path="url(#{id})" d="{lines}" {look}/>']
    return "\n".join([*parts, _rect(hatch, "none")])


def _side(canvas: Canvas) -> int:
    return HATCH_TILE_HALL if canvas.hall else HATCH_TILE


def _shapes(canvas: Canvas, hatches: Sequence[str]) -> list[str]:
    """The shapes by kind, from the one at the bottom upwards."""
    return [
        *(_rect(box, box.fill) for box in canvas.boxes if box.under),
        *hatches,
        *(_rect(box, box.fill) for box in canvas.boxes if not box.under),
        *(shapes.polyline(line, _n) for line in canvas.lines),
        *(_mark(mark) for mark in canvas.marks),
    ]
