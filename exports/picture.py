"""One chart as a file: the slide as SVG, or as PNG without a browser."""

from __future__ import annotations

import json
from typing import Final

from charts import signs
from charts.canvas import Canvas
from charts.svg import beyond, slide
from exports import typesetting

# A typst point is one design pixel, and 72 points are an inch.
_POINTS_PER_INCH: Final = 72
# What is drawn as SVG gets one typeface a line; lines that need more are set on it, where the slide would have them.
_SLIDE: Final = b"""#set page(width: auto, height: auto, margin: 0pt, fill: none)
#let d = json(bytes(sys.inputs.data))
#image(bytes(sys.inputs.slide), format: "svg", width: 1280pt)
#for line in d.lines {
  set text(font: d.typefaces, size: line.size * 1pt, fill: rgb(line.color), lang: d.lang)
  set text(cjk-latin-spacing: none, top-edge: "baseline", bottom-edge: "baseline")
  let words = line.runs.map(run => text(weight: run.weight, run.words)).join()
  context {
    let width = measure(words).width
    place(top + left, dx: line.x * 1pt - width * (left: 0, middle: 0.5, right: 1).at(line.anchor), dy: line.y * 1pt, box(width: width, words))
  }
}
"""


def svg(chart: Canvas) -> bytes:
    """The slide as SVG, in UTF-8; its text stays text."""
    return slide(chart).encode("utf-8")


def png(chart: Canvas, scale: float = 3) -> bytes:
    """The slide as PNG; a scale of 3 makes 3840 x 2160 pixels of 1280 x 720. A sign without a typeface is named by its code."""
    lines = [
        {
            **{"x": text.x, "y": text.y, "size": text.size, "color": text.color, "anchor": text.anchor},
            "runs": [{"words": signs.named(run.words), "weight": run.weight} for run in text.runs],
        }
        for text in beyond(chart)
    ]
    data = json.dumps({"lines": lines, "typefaces": signs.FAMILIES, "lang": chart.lang}, ensure_ascii=False)
    return typesetting.png(_SLIDE, {"slide": slide(chart, whole=False), "data": data}, _POINTS_PER_INCH * scale)
