"""A plot as shapes of PowerPoint: every rectangle, mark, line and word of the canvas, in one group that can be moved as one."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import Final

from charts.canvas import Box, Canvas, Hatch, Line, Mark, Text
from charts.typeface import MIDDLE
from exports.deck.places import Places
from exports.deck.words import DECORATIVE, Algn, Say, attribute, body, paragraph

_ALGN: Final[dict[str, Algn]] = {"left": "l", "middle": "ctr", "right": "r"}
_ONE_LABEL: Final = 1.42
"""Lines below one another at no more than this, in their size, are lines of one label."""
_NEAR: Final = 2.0
_FREE: Final = 1.06
"""How much wider than its words a text box is: other typefaces are."""


@dataclass
class Drawing:
    """Shapes of one slide as XML, and where they are: the frame of their group. `ids` numbers all shapes of the slide."""

    places: Places
    lang: str
    ids: Iterator[int]
    shapes: list[str] = field(default_factory=list)
    frame: tuple[int, int, int, int] | None = None

    def add(self, xml: str, x: int, y: int, w: int, h: int) -> None:
        left, top, right, bottom = self.frame or (x, y, x, y)
        self.frame = (min(left, x), min(top, y), max(right, x + w), max(bottom, y + h))
        self.shapes.append(xml)


def solid(color: str) -> str:
    """A fill of one colour."""
    return f'<a:solidFill><a:srgbClr val="{color.lstrip("#")}"/></a:solidFill>'


def hatching(color: str, page: str, pattern: str = "wdUpDiag") -> str:
    """The unknown: diagonal lines as PowerPoint has them; level ones are what is withheld."""
    fore, back = color.lstrip("#"), page.lstrip("#")
    return f'<a:pattFill prst="{pattern}"><a:fgClr><a:srgbClr val="{fore}"/></a:fgClr><a:bgClr><a:srgbClr val="{back}"/></a:bgClr></a:pattFill>'


def edge(color: str, width: int, dash: Sequence[float] = (), tag: str = "a:ln") -> str:
    """An outline; `dash` are lengths of dash and gap, in widths of the line."""
    dashed = "".join(
        f'<a:ds d="{round(on * 100_000)}" sp="{round(off * 100_000)}"/>' for on, off in zip(dash[::2], dash[1::2], strict=False)
    )
    dashed = f"<a:custDash>{dashed}</a:custDash>" if dashed else ""
    return f'<{tag} w="{max(width, 1)}">{solid(color)}{dashed}</{tag}>'


NO_EDGE: Final = "<a:ln><a:noFill/></a:ln>"
NO_FILL: Final = "<a:noFill/>"


def shape(
    id_: int, name: str, at: tuple[int, int, int, int], look: str, *, form: str = "rect", turned: str = "", words: str = "", descr: str = ""
) -> str:
    """One shape. What has neither words nor a description of its own is part of a picture that is described as a whole."""
    x, y, w, h = at
    said = f' descr="{attribute(descr)}"' if descr else ""
    passed = DECORATIVE if not words and not descr else ""
    box = ' txBox="1"' if words and look == NO_FILL else ""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{id_}" name="{attribute(name)}"{said}>{passed}</p:cNvPr><p:cNvSpPr{box}/><p:nvPr/></p:nvSpPr>'
        f'<p:spPr><a:xfrm{turned}><a:off x="{x}" y="{y}"/><a:ext cx="{max(w, 0)}" cy="{max(h, 0)}"/></a:xfrm>'
        f'<a:prstGeom prst="{form}"><a:avLst/></a:prstGeom>{look}</p:spPr>{words}</p:sp>'
    )


def rule(id_: int, at: tuple[int, int, int, int], color: str) -> str:
    """A line that says nothing."""
    return shape(id_, f"rule {id_}", at, solid(color) + NO_EDGE)


def drawn(canvas: Canvas, places: Places, name: str, descr: str, ids: Iterator[int]) -> str:
    """The whole plot as one group with its text alternative; empty where nothing is drawn."""
    drawing = Drawing(places, canvas.lang, ids)
    group = next(ids)
    inside, free = _inside(canvas)
    for box in canvas.boxes:
        if box.under:
            _rectangle(drawing, box, solid(box.fill))
    for hatch in canvas.hatches:
        _hatch(drawing, hatch, canvas)
    for box in canvas.boxes:
        if not box.under:
            _rectangle(drawing, box, solid(box.fill), inside.get(id(box)))
    for line in canvas.lines:
        _line(drawing, line)
    for mark in canvas.marks:
        _mark(drawing, mark)
    for label in labels(free):
        _label(drawing, label)
    if drawing.frame is None:
        return ""
    left, top, right, bottom = drawing.frame
    place = f'x="{left}" y="{top}"/>', f'cx="{right - left}" cy="{bottom - top}"/>'
    return (
        f'<p:grpSp><p:nvGrpSpPr><p:cNvPr id="{group}" name="{attribute(name)}" descr="{attribute(descr)}"/><p:cNvGrpSpPr/><p:nvPr/>'
        f"</p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off {place[0]}<a:ext {place[1]}<a:chOff {place[0]}<a:chExt {place[1]}</a:xfrm></p:grpSpPr>"
        f"{''.join(drawing.shapes)}</p:grpSp>"
    )


def _inside(canvas: Canvas) -> tuple[dict[int, Text], list[Text]]:
    """Which words stand in the middle of which box, and so belong into it; and all others."""
    boxes: dict[tuple[int, int], list[Box]] = {}
    for box in canvas.boxes:
        if not box.under:
            boxes.setdefault(_cell(box.x + box.w / 2, box.y + box.h / 2), []).append(box)
    inside: dict[int, Text] = {}
    free: list[Text] = []
    for text in canvas.texts:
        x, y = text.x, text.y - text.size * MIDDLE
        around = [box for near in _around(x, y) for box in boxes.get(near, []) if _in_the_middle(text, x, y, box)]
        taken = next((box for box in reversed(around) if id(box) not in inside), None) if text.anchor == "middle" else None
        if taken is None:
            free.append(text)
        else:
            inside[id(taken)] = text
    return inside, free


def _cell(x: float, y: float) -> tuple[int, int]:
    return int(x // 4), int(y // 4)


def _around(x: float, y: float) -> Iterable[tuple[int, int]]:
    column, row = _cell(x, y)
    return ((column + across, row + down) for across in (-1, 0, 1) for down in (-1, 0, 1))


def _in_the_middle(text: Text, x: float, y: float, box: Box) -> bool:
    near = abs(box.x + box.w / 2 - x) <= _NEAR and abs(box.y + box.h / 2 - y) <= _NEAR
    return near and text.width <= box.w and text.size <= box.h


def _at(drawing: Drawing, x: float, y: float, w: float, h: float) -> tuple[int, int, int, int]:
    left, top = drawing.places.x(x), drawing.places.y(y)
    return left, top, drawing.places.x(x + w) - left, drawing.places.y(y + h) - top


def _rectangle(drawing: Drawing, box: Box | Hatch, fill: str, text: Text | None = None, dash: Sequence[float] = ()) -> None:
    """A rectangle; its edge lies inside it, as on the canvas."""
    inset = box.edge_width / 2 if box.edge else 0.0
    at = _at(drawing, box.x + inset, box.y + inset, box.w - 2 * inset, box.h - 2 * inset)
    outline = edge(box.edge, drawing.places.long(box.edge_width), dash) if box.edge else NO_EDGE
    words = body([paragraph(_runs(drawing, text), "ctr")], wrap=False, anchor="ctr") if text else ""
    id_ = next(drawing.ids)
    drawing.add(shape(id_, f"box {id_}", at, fill + outline, words=words), *at)


def _hatch(drawing: Drawing, hatch: Hatch, canvas: Canvas) -> None:
    if hatch.dotted:
        _rectangle(drawing, hatch, solid(canvas.theme.bg), dash=(2 / max(hatch.edge_width, 0.5),) * 2)
    else:
        _rectangle(drawing, hatch, hatching(canvas.theme.hatch, canvas.theme.bg))


def _line(drawing: Drawing, line: Line) -> None:
    """A straight line is a connector, a dashed frame a rectangle, all else a freeform."""
    places, id_ = drawing.places, next(drawing.ids)
    lengths = [float(each.strip().removesuffix("px")) / line.width for each in line.dash.replace(",", " ").split()]
    outline = edge(line.color, places.long(line.width), lengths * 2 if len(lengths) == 1 else lengths)
    points = [(places.x(x), places.y(y)) for x, y in line.points]
    left, top = min(x for x, _ in points), min(y for _, y in points)
    wide, high = max(x for x, _ in points) - left, max(y for _, y in points) - top
    at = (left, top, wide, high)
    corners = {(left, top), (left + wide, top), (left + wide, top + high), (left, top + high)}
    if len(points) == 2:
        (x1, y1), (x2, y2) = points
        flip = (' flipH="1"' if x2 < x1 else "") + (' flipV="1"' if y2 < y1 else "")
        xml = (
            f'<p:cxnSp><p:nvCxnSpPr><p:cNvPr id="{id_}" name="line {id_}">{DECORATIVE}</p:cNvPr><p:cNvCxnSpPr/><p:nvPr/></p:nvCxnSpPr>'
            f'<p:spPr><a:xfrm{flip}><a:off x="{left}" y="{top}"/><a:ext cx="{wide}" cy="{high}"/></a:xfrm>'
            f'<a:prstGeom prst="line"><a:avLst/></a:prstGeom>{outline}</p:spPr></p:cxnSp>'
        )
    elif len(points) == 5 and points[0] == points[4] and set(points) == corners:
        xml = shape(id_, f"frame {id_}", at, NO_FILL + outline)
    else:
        first, *rest = [f'<a:pt x="{x - left}" y="{y - top}"/>' for x, y in points]
        path = f"<a:moveTo>{first}</a:moveTo>{''.join(f'<a:lnTo>{point}</a:lnTo>' for point in rest)}"
        free = (
            f'<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/><a:pathLst>'
            f'<a:path w="{wide}" h="{high}" fill="none">{path}</a:path></a:pathLst></a:custGeom>'
        )
        xml = shape(id_, f"line {id_}", at, NO_FILL + outline).replace('<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>', free)
    drawing.add(xml, *at)


def _mark(drawing: Drawing, mark: Mark) -> None:
    """A sign of the forces or of silence, as the shape that PowerPoint has for it."""
    places, id_, r = drawing.places, next(drawing.ids), mark.size / 2
    tall, stroke = r * 2 / math.sqrt(3), places.long(mark.stroke)
    form, turned, centre, half = "rect", "", (mark.x, mark.y), (r, r)
    match mark.symbol.removesuffix("-open"):
        case "line-ew":
            half = (1.4 * r, mark.stroke / 2)
        case "circle":
            form = "ellipse"
        case "diamond":
            form, half = "diamond", (1.3 * r, 1.3 * r)
        case "triangle-right":  # PowerPoint's points up; turned about its centre it points right
            form, turned, centre, half = "triangle", ' rot="5400000"', (mark.x + r / 4, mark.y), (tall, 0.75 * r)
        case "triangle-up":
            form, centre, half = "triangle", (mark.x, mark.y - r / 4), (tall, 0.75 * r)
        case "triangle-down":
            form, turned, centre, half = "triangle", ' flipV="1"', (mark.x, mark.y + r / 4), (tall, 0.75 * r)
        case "square":
            pass
        case other:
            raise ValueError(f"no shape for {other}")
    dash = mark.symbol == "line-ew"
    fill = NO_FILL if mark.symbol.endswith("-open") else solid(mark.color)
    outline = edge(mark.color, stroke) if mark.stroke and not dash else NO_EDGE
    at = _at(drawing, centre[0] - half[0], centre[1] - half[1], 2 * half[0], 2 * half[1])
    drawing.add(shape(id_, f"mark {id_}", at, fill + outline, form=form, turned=turned), *at)


def labels(texts: Sequence[Text]) -> list[list[Text]]:
    """The lines of each label together: same edge, size and colour, closely below one another."""
    found: list[list[Text]] = []
    last: dict[tuple[str, float, float, str], list[Text]] = {}
    for text in sorted(texts, key=lambda each: each.y):
        key = (text.anchor, round(text.x, 1), text.size, text.color)
        before = last.get(key)
        step = text.y - before[-1].y if before else 0.0
        even = before is not None and (len(before) == 1 or abs(step - (before[1].y - before[0].y)) < 1)
        if before and even and 0 < step <= _ONE_LABEL * text.size:
            before.append(text)
        else:
            last[key] = [text]
            found.append(last[key])
    return found


def _runs(drawing: Drawing, text: Text) -> list[Say]:
    size = drawing.places.long(text.size)
    return [Say(run.words, drawing.lang, size, run.weight, text.color) for run in text.runs]


def _label(drawing: Drawing, label: list[Text]) -> None:
    """A label as one text box whose lines are paragraphs, around the middle of its lines."""
    first, id_ = label[0], next(drawing.ids)
    step = label[1].y - first.y if len(label) > 1 else 0.0
    size = first.size
    wide = max(text.width for text in label) * _FREE
    high = 1.2 * size + step * (len(label) - 1)
    middle = (first.y + label[-1].y) / 2 - size * MIDDLE
    left = first.x - wide * {"left": 0.0, "middle": 0.5, "right": 1.0}[first.anchor]
    at = _at(drawing, left, middle - high / 2, wide, high)
    lines = [paragraph(_runs(drawing, text), _ALGN[first.anchor], drawing.places.long(step)) for text in label]
    drawing.add(shape(id_, f"text {id_}", at, NO_FILL, words=body(lines, wrap=False, anchor="ctr")), *at)


def numbers(first: int = 2) -> Iterator[int]:
    """Numbers for the shapes of one slide; 1 is the slide's own."""
    return count(first)
