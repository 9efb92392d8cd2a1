"""One chart as a file: the slide as SVG, or as PNG without a browser."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

import typst

from charts import signs
from charts.canvas import Canvas
from charts.svg import slide

# A typst point is one design pixel, and 72 points are an inch.
_POINTS_PER_INCH: Final = 72
_SLIDE: Final = b"""#set page(width: auto, height: auto, margin: 0pt, fill: none)
#image(bytes(sys.inputs.slide), format: "svg", width: float(sys.inputs.width) * 1pt)
"""


@lru_cache(maxsize=1)
def fonts() -> typst.Fonts:
    """The shipped typefaces, and no other: what is set looks the same on every machine."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[signs.FONTS])


def svg(chart: Canvas) -> bytes:
    """The slide as SVG, in UTF-8; its text stays text."""
    return slide(chart).encode("utf-8")


def png(chart: Canvas, scale: float = 3, width: int = 1280) -> bytes:
    """The slide as PNG; a scale of 3 makes 3840 x 2160 pixels of 1280 x 720. A sign without a typeface is named by its code."""
    compiler = typst.Compiler(font_paths=fonts())
    inputs = {"slide": signs.named(slide(chart)), "width": str(width)}
    made = compiler.compile(_SLIDE, format="png", ppi=_POINTS_PER_INCH * scale, sys_inputs=inputs)
    if not isinstance(made, bytes):
        raise TypeError("a slide is one page")
    return made
