"""Where everything stands on one slide: the places of the template, moved apart where words need more lines than it has room for.

On our own template the plot stands exactly where the canvas has it. On an office's it stands in the place for content, smaller
where that is smaller, and never cut.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from charts import typeface
from charts.canvas import TITLE, Canvas
from charts.theme import LEFT, RIGHT
from exports.deck.template import Place, Rect, Template

SPARE: Final = 20
"""PowerPoint, with kerning and another typeface, breaks a line a little earlier or later: so much of a place is left unused."""
_STEPS: Final = {Place.TITLE: 42 / 34, Place.SUBTITLE: 27 / 21, Place.FOOTER: 24 / 18}
"""Height of a line in its size, as on the canvas."""
_LINES: Final = 2
"""A title that needs more lines at the template's size is set at ours."""
_APART: Final = 4


@dataclass(frozen=True, slots=True)
class Places:
    """Of one slide: its places in pixels, EMU to such a pixel, and how pixels of the canvas come onto the slide."""

    title: Rect
    subtitle: Rect
    content: Rect
    foot: Rect
    number: Rect
    unit: float
    scale: float
    top: float
    """Which height of the canvas stands at the top of the content."""
    title_size: float
    """In EMU; 0 where the template's own size is kept."""

    def x(self, x: float) -> int:
        """An x of the canvas on the slide, in EMU."""
        return round((self.content.x + (x - LEFT) * self.scale) * self.unit)

    def y(self, y: float) -> int:
        return round((self.content.y + (y - self.top) * self.scale) * self.unit)

    def long(self, length: float) -> int:
        """A length on the canvas, or the size of words, in EMU."""
        return round(length * self.scale * self.unit)


def places(template: Template, canvas: Canvas, foot_lines: list[tuple[str, int]]) -> Places:
    """The places of one slide; `foot_lines` are the paragraphs of the foot and their weights."""
    held = {place: holder.at for place, holder in template.places.items()}
    title, subtitle, content, foot = (held[place] for place in (Place.TITLE, Place.SUBTITLE, Place.CONTENT, Place.FOOTER))
    gap = max(content.y - subtitle.bottom, _APART)
    size = template.places[Place.TITLE].size
    lines = _lines(canvas.title, size, 700, title, canvas.lang)
    smaller = lines > _LINES and size > TITLE
    if smaller:
        size, lines = TITLE, _lines(canvas.title, TITLE, 700, title, canvas.lang)
    title = Rect(title.x, title.y, title.w, max(title.h, lines * size * _STEPS[Place.TITLE]))
    small = template.places[Place.SUBTITLE].size
    lines = _lines(canvas.subtitle, small, 400, subtitle, canvas.lang) if canvas.subtitle else 0
    high = max(subtitle.h if lines else 0, lines * small * _STEPS[Place.SUBTITLE])
    subtitle = Rect(subtitle.x, max(title.bottom, subtitle.y) if lines else title.bottom, subtitle.w, high)
    foot = _foot(foot, template.places[Place.FOOTER].size, foot_lines, canvas.lang)
    top = max(subtitle.bottom + gap, held[Place.SUBTITLE].y + gap) if not lines else max(content.y, subtitle.bottom + gap)
    content = Rect(content.x, top, content.w, max(min(content.bottom, foot.y - _APART) - top, 1))
    scale = min(1.0, content.w / (RIGHT - LEFT), content.h / max(lowest(canvas) - canvas.head, 1))
    return Places(
        title, subtitle, content, foot, held[Place.NUMBER], template.unit, scale, canvas.head, size * template.unit if smaller else 0
    )


def _lines(words: str, size: float, weight: int, at: Rect, lang: str) -> int:
    return len(typeface.wrap(words, size, weight, max(at.w - SPARE, size), lang))


def _foot(at: Rect, size: float, lines: list[tuple[str, int]], lang: str) -> Rect:
    """The place of the foot, grown upwards by the lines for which it has no room."""
    needed = sum(max(_lines(words, size, weight, at, lang), 1) for words, weight in lines) * size * _STEPS[Place.FOOTER]
    high = max(at.h, needed)
    return Rect(at.x, at.bottom - high, at.w, high)


def lowest(canvas: Canvas) -> float:
    """How far down the plot is drawn."""
    shapes = [box.y + box.h for box in canvas.boxes] + [hatch.y + hatch.h for hatch in canvas.hatches]
    shapes += [mark.y + mark.size for mark in canvas.marks]
    shapes += [text.y + text.size * 0.24 for text in canvas.texts]
    shapes += [y for line in canvas.lines for _, y in line.points]
    return max(shapes, default=canvas.foot)
