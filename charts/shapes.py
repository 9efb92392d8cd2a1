"""The shapes of a canvas in SVG, written once for a picture within a page and for a slide.

Both write numbers as precisely as they need, by a function of theirs, and escape words for where they stand.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from charts.canvas import Anchor, Line, Mark, Text
from charts.theme import HATCH_SOLIDITY

Number = Callable[[float], str]
ANCHORS: Final[Mapping[Anchor, str]] = MappingProxyType({"left": "", "middle": ' text-anchor="middle"', "right": ' text-anchor="end"'})


def hatching(id: str, side: float, color: str, n: Number) -> str:
    """The pattern of the unknown, in tiles of a side."""
    half, quarter = n(side / 2), n(side / 4)
    lines = f"M-{quarter},{quarter}l{half},-{half}M0,{n(side)}L{n(side)},0M{n(side * 0.75)},{n(side * 1.25)}l{half},-{half}"
    return (
        f'<pattern id="{id}" patternUnits="userSpaceOnUse" width="{n(side)}" height="{n(side)}">'
        f'<path d="{lines}" fill="none" stroke="{color}" stroke-width="{hatch_width(side)}"/></pattern>'
    )


def hatch_width(side: float) -> str:
    """How wide the lines of the unknown are, in tiles of a side."""
    return f"{side / math.sqrt(2) * HATCH_SOLIDITY:.2f}"


def polyline(line: Line, n: Number) -> str:
    """A line through its points."""
    points = " ".join(f"{n(x)},{n(y)}" for x, y in line.points)
    dash = f' stroke-dasharray="{line.dash.replace("px", "").replace(",", " ")}"' if line.dash else ""
    return f'<polyline points="{points}" fill="none" stroke="{line.color}" stroke-width="{n(line.width)}"{dash}/>'


def outline(mark: Mark, n: Number) -> str:
    """The path of a mark around its place: the same outlines as plotly's symbols."""
    x, y, r = mark.x, mark.y, mark.size / 2
    tall = r * 2 / math.sqrt(3)
    match mark.symbol.removesuffix("-open"):
        case "line-ew":
            return f"M{n(x - 1.4 * r)} {n(y)}h{n(2.8 * r)}"
        case "circle":
            return f"M{n(x - r)} {n(y)}a{n(r)} {n(r)} 0 1 1 {n(2 * r)} 0a{n(r)} {n(r)} 0 1 1 {n(-2 * r)} 0z"
        case "diamond":
            d = n(1.3 * r)
            return f"M{n(x)} {n(y - 1.3 * r)}l{d} {d}l-{d} {d}l-{d} -{d}z"
        case "triangle-right":
            return f"M{n(x - r / 2)} {n(y - tall)}v{n(2 * tall)}l{n(1.5 * r)} {n(-tall)}z"
        case "triangle-down":
            return f"M{n(x - tall)} {n(y - r / 2)}h{n(2 * tall)}l{n(-tall)} {n(1.5 * r)}z"
        case "triangle-up":
            return f"M{n(x - tall)} {n(y + r / 2)}h{n(2 * tall)}l{n(-tall)} {n(-1.5 * r)}z"
        case "square":
            return f"M{n(x - r)} {n(y - r)}h{n(2 * r)}v{n(2 * r)}h{n(-2 * r)}z"
        case other:
            raise ValueError(f"no outline for {other}")


def fill(mark: Mark) -> str:
    """What a mark is filled with; nothing where it is open, or only a dash."""
    return "none" if mark.symbol.endswith("-open") or mark.symbol == "line-ew" else mark.color


def runs(text: Text, escaped: Callable[[str], str]) -> str:
    """What stands within the element of a line of words; its first run has the weight of the element."""
    weight = text.runs[0].weight
    return "".join(
        escaped(run.words) if run.weight == weight else f'<tspan font-weight="{run.weight}">{escaped(run.words)}</tspan>'
        for run in text.runs
    )
