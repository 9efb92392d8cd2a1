"""A canvas as a picture within a page: the plot alone, without title and foot, as SVG with places to point at and choose.

As few bytes as it takes: shapes that look alike are one path, texts that look alike stand in one group. All text is escaped.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from html import escape
from itertools import groupby

from charts import shapes
from charts.canvas import Box, Canvas, Hatch, Mark, Target, Text
from charts.theme import HATCH_TILE, LEFT

Leads = Callable[[str], str | None]
"""The address that a place leads to by its id; None where it is chosen in the page itself, an empty one where it only tells."""

# HTML has no way to write these, not even escaped.
_UNWRITABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def picture(canvas: Canvas, name: str, leads: Leads, chosen: str | None = None, says: Mapping[str, str] | None = None) -> str:
    """The plot of a canvas; `name` parts its patterns from those of other pictures on the page, the mark `chosen` is open.

    `says` is what the script of the picture has to know, by name.
    """
    top, bottom = canvas.plot_top, canvas.plot_bottom
    wide, high = _n(canvas.wide), _n(bottom - top)
    extra = "".join(f' data-{name}="{_attribute(value)}"' for name, value in (says or {}).items())
    parts = [
        f'<svg viewBox="{LEFT} {_n(top)} {wide} {high}" width="{wide}" height="{high}" lang="{canvas.lang}" role="group" '
        f'aria-label="{_attribute(canvas.title)}" aria-describedby="told-{name}"{extra}><desc id="told-{name}">{_words(canvas.alt)}</desc>'
    ]
    if canvas.hatches:
        parts.append(f"<defs>{shapes.hatching(f'unknown-{name}', HATCH_TILE, canvas.theme.hatch, _n)}</defs>")
    parts += _boxes(box for box in canvas.boxes if box.under)
    parts += _hatches(canvas.hatches, canvas.theme.bg, name)
    parts += _boxes(box for box in canvas.boxes if not box.under)
    parts += [shapes.polyline(line, _n) for line in canvas.lines]
    parts += _marks(canvas.marks)
    parts += _texts(canvas.texts)
    parts += _places(canvas.targets, leads, chosen)
    parts += [_hatch_place(hatch) for hatch in canvas.hatches if hatch.hover]
    return "".join([*parts, "</svg>"])


def _n(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")


def _words(text: str) -> str:
    return escape(_UNWRITABLE.sub("\ufffd", text), quote=False)


def _attribute(text: str) -> str:
    return escape(_UNWRITABLE.sub("\ufffd", text), quote=True).replace("\n", "&#10;")


def _outline(shape: Box | Hatch) -> str:
    inset = shape.edge_width / 2 if shape.edge else 0.0
    w, h = shape.w - 2 * inset, shape.h - 2 * inset
    return f"M{_n(shape.x + inset)} {_n(shape.y + inset)}h{_n(w)}v{_n(h)}h{_n(-w)}z"


def _edge(edge: str | None, width: float) -> str:
    return f' stroke="{edge}" stroke-width="{_n(width)}"' if edge else ""


def _overlap(one: Box, other: Box) -> bool:
    return one.x < other.x + other.w and other.x < one.x + one.w and one.y < other.y + other.h and other.y < one.y + one.h


def _boxes(boxes: Iterable[Box]) -> list[str]:
    """Boxes of one look as one path, in an order in which whatever lies over another still does."""
    groups: list[tuple[tuple[str, str | None, float], list[Box]]] = []
    for box in boxes:
        look = (box.fill, box.edge, box.edge_width if box.edge else 0.0)
        place = None
        for position in range(len(groups) - 1, -1, -1):
            if groups[position][0] == look:
                place = position
                break
            if any(_overlap(box, each) for each in groups[position][1]):
                break
        if place is None:
            groups.append((look, [box]))
        else:
            groups[place][1].append(box)
    return [f'<path fill="{fill}"{_edge(edge, width)} d="{"".join(map(_outline, members))}"/>' for (fill, edge, width), members in groups]


def _hatches(hatches: list[Hatch], page: str, name: str) -> list[str]:
    if not hatches:
        return []
    found = [f'<path fill="{page}" d="{"".join(map(_outline, hatches))}"/>']
    looks: dict[tuple[str | None, float], list[Hatch]] = {}
    if dotted := [hatch for hatch in hatches if hatch.dotted]:
        look = _edge(dotted[0].edge, dotted[0].edge_width)
        found.append(f'<path fill="none"{look} stroke-dasharray="2 2" d="{"".join(map(_outline, dotted))}"/>')
    for hatch in (each for each in hatches if not each.dotted):
        looks.setdefault((hatch.edge, hatch.edge_width if hatch.edge else 0.0), []).append(hatch)
    return found + [
        f'<path fill="url(#unknown-{name})"{_edge(edge, width)} d="{"".join(map(_outline, members))}"/>'
        for (edge, width), members in looks.items()
    ]


def _marks(marks: list[Mark]) -> list[str]:
    """Marks of one look as one path, in the order in which the looks first come; marks of different looks may lie on each other."""
    found: list[str] = []
    last: tuple[str, str, float] | None = None
    members: list[str] = []

    def done() -> None:
        if last and members:
            color, fill, stroke = last
            found.append(f'<path fill="{fill}"{_edge(color, stroke) if stroke else ""} d="{"".join(members)}"/>')

    ordered = marks if _lie_on_each_other(marks) else sorted(marks, key=lambda mark: (mark.symbol, mark.color, mark.stroke))
    for mark in ordered:
        look = (mark.color, shapes.fill(mark), mark.stroke)
        if look != last:
            done()
            last, members = look, []
        members.append(shapes.outline(mark, _n))
    done()
    return found


def _lie_on_each_other(marks: list[Mark]) -> bool:
    places = {(round(mark.x), round(mark.y)) for mark in marks}
    return len(places) < len(marks)


def _texts(texts: list[Text]) -> list[str]:
    groups: dict[tuple[float, int, str, str], list[str]] = {}
    for text in texts:
        keep = ' style="white-space:pre"' if len(text.runs) > 1 or text.words != text.words.strip() else ""
        written = f'<text x="{_n(text.x)}" y="{_n(text.y)}"{keep}>{shapes.runs(text, _words)}</text>'
        groups.setdefault((text.size, text.runs[0].weight, text.color, shapes.ANCHORS[text.anchor]), []).append(written)
    return [
        f'<g font-size="{_n(size)}" font-weight="{weight}" fill="{color}"{anchor}>{"".join(members)}</g>'
        for (size, weight, color, anchor), members in groups.items()
    ]


def _area(x: float, y: float, w: float, h: float) -> str:
    return f'<path d="M{x:.0f} {y:.0f}h{w:.0f}v{h:.0f}h-{w:.0f}z"/>'


def _hatch_place(hatch: Hatch) -> str:
    return f'<g class="at" aria-label="{_attribute(hatch.hover)}">{_area(hatch.x, hatch.y, hatch.w, hatch.h)}</g>'


def _places(targets: list[Target], leads: Leads, chosen: str | None) -> list[str]:
    """The places in their order. Those that follow each other and begin with the same line, as those of a row, say it once."""
    found = []
    for (row, first), group in groupby(targets, key=lambda target: (target.id.partition("|")[0], target.hover.partition("\n")[0])):
        members = list(group)
        together = len(members) > 1 and bool(row)
        inside = "".join(
            _place(each, each.hover.partition("\n")[2] if together else each.hover, leads(each.id), each.id == chosen, together)
            for each in members
        )
        found.append(f'<g role="group" aria-label="{_attribute(first)}" data-row="{_attribute(row)}">{inside}</g>' if together else inside)
    return found


# What a place is for whoever hears the page, a button or a picture, and that it can be reached by keyboard, adds picture.js.
def _place(target: Target, tip: str, address: str | None, is_open: bool, together: bool) -> str:
    area, label = _area(target.x, target.y, target.w, target.h), f'aria-label="{_attribute(tip)}"'
    if address is None:
        state = ' aria-expanded="true"' if is_open else ""
        css = "at open" if is_open else "at"
        id_ = target.id.partition("|")[2] if together else target.id
        return f'<g class="{css}" data-id="{_attribute(id_)}" {label}{state}>{area}</g>'
    if address:
        return f'<a class="at" href="{_attribute(address)}" target="_self" {label}>{area}</a>'
    return f'<g class="at" {label}>{area}</g>'
