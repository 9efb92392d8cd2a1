"""One drawing for the page and for the slide: shapes on a canvas of design pixels, 1280 of them across on a slide.

The canvas knows no way out: charts/inline.py makes SVG within a page of it, charts/svg.py a slide. Both paint shapes by
kind, whatever the order in which they were added: rules, hatches, boxes, lines, marks, texts, targets. All text is text.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final, Literal, Protocol

from charts import typeface
from charts.theme import HEIGHT, LEFT, LIGHT, RIGHT, Theme

Anchor = Literal["left", "middle", "right"]
TITLE, SUBTITLE, FOOT = 34, 21, 16
TITLE_STEP, SUBTITLE_STEP = 42, 27
SMALL_HALL, SMALL_HALL_STEP = 18, 24
"""What stands around a picture for a hall, its foot with the address: nothing there is smaller."""
MESSAGE: Final = 25
"""In a hall whatever carries the message is at least so large: names of rows, cells, values, quoted words (docs/look.md)."""
BARS_APART, BAR_HIGH = 6.5, 2.5
LACKING_HIGH = 26
"""What the line below the foot adds to a picture that lacks records."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle; its edge lies inside it, as in CSS."""

    x: float
    y: float
    w: float
    h: float
    fill: str
    edge: str | None = None
    edge_width: float = 1
    under: bool = False


@dataclass(frozen=True, slots=True)
class Hatch:
    """The unknown: a rectangle in the page's colour with diagonal lines, and why it is unknown for whoever points at it."""

    x: float
    y: float
    w: float
    h: float
    edge: str | None = None
    edge_width: float = 0
    hover: str = ""
    id: str = ""
    dotted: bool = False
    """Only an outline: it is not even known that there was anything to be known."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A sign of the forces, a dot or a ring, by plotly's name for the symbol."""

    x: float
    y: float
    symbol: str
    size: float
    color: str
    stroke: float = 2.4


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one weight within a line of text."""

    words: str
    weight: int


@dataclass(frozen=True, slots=True)
class Text:
    """One line of words; `y` is its baseline."""

    x: float
    y: float
    runs: tuple[Run, ...]
    size: float
    color: str
    anchor: Anchor = "left"

    @property
    def words(self) -> str:
        return "".join(run.words for run in self.runs)

    @property
    def width(self) -> float:
        return sum(typeface.width(run.words, self.size, run.weight) for run in self.runs)

    @property
    def left(self) -> float:
        """Where the line begins, whatever its anchor."""
        return self.x - self.width * {"left": 0.0, "middle": 0.5, "right": 1.0}[self.anchor]


@dataclass(frozen=True, slots=True)
class Line:
    """A line through points; `dash` is a list of lengths as in SVG, empty for solid."""

    points: tuple[tuple[float, float], ...]
    color: str
    width: float = 1
    dash: str = ""


@dataclass(frozen=True, slots=True)
class Target:
    """An invisible place that can be pointed at and chosen; only the page has them."""

    x: float
    y: float
    w: float
    h: float
    id: str
    hover: str


class Said(Protocol):
    """What every chart says around what it draws, in one language; what each tells besides is its own."""

    @property
    def lang(self) -> str: ...
    @property
    def finding(self) -> str: ...
    @property
    def subtitle(self) -> str: ...
    @property
    def foot(self) -> str: ...
    @property
    def product(self) -> str: ...
    @property
    def alt(self) -> str: ...
    @property
    def continued(self) -> str:
        """The title where one slide of several is drawn, as charts/hall.py tells it."""
        ...


@dataclass(eq=False)
class Canvas:
    """A chart as drawn, with everything that is said around it.

    `title` is the finding, `alt` the text alternative. `slide` is another drawing for the download where the page's is
    too tall for one; both speak of the same data.
    """

    title: str
    subtitle: str = ""
    foot_left: str = ""
    foot_right: str = ""
    alt: str = ""
    theme: Theme = LIGHT
    lang: str = "en"
    height: float = HEIGHT
    right: float = RIGHT
    """The right edge of what is drawn; a drawing for less room than a slide's has it nearer to `LEFT`."""
    hall: bool = False
    plot_top: float = 0
    plot_bottom: float = 0
    slide: Canvas | None = None
    lacking: str = ""
    """That records are withheld from what is drawn; the picture says it below its foot, in a hall within it."""
    address: str = ""
    """Where what is drawn can be read, whole; told in a hall, where nobody can choose anything."""
    number: str = ""
    """Which slide of how many, in a hall."""
    boxes: list[Box] = field(default_factory=list)
    hatches: list[Hatch] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    texts: list[Text] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    targets: list[Target] = field(default_factory=list)

    @classmethod
    def of(cls, said: Said, theme: Theme, right: float = RIGHT, hall: bool = False, address: str = "", lacking: str = "") -> Canvas:
        """An empty canvas with what is said around it."""
        return cls(
            said.finding,
            said.subtitle,
            foot_left=said.foot,
            foot_right=said.product,
            alt=said.alt,
            theme=theme,
            lang=said.lang,
            right=right,
            hall=hall,
            address=address,
            lacking=lacking,
        )

    def __post_init__(self) -> None:
        self.plot_top = self.plot_top or self.head
        self.plot_bottom = self.plot_bottom or self.foot - 8

    # the slide's frame ---------------------------------------------------------------------------------------------

    @property
    def title_size(self) -> float:
        """34, or up to 15 % less where that saves the title from a third line; in a hall always 34."""
        if self.hall:
            return TITLE
        room = self.wide
        return next((size for size in (TITLE, 32, 30, 29) if len(typeface.wrap(self.title, size, 700, room, self.lang)) < 3), 29)

    @property
    def wide(self) -> float:
        """From edge to edge."""
        return self.right - LEFT

    @property
    def title_lines(self) -> list[str]:
        return typeface.balance(self.title, self.title_size, 700, self.wide, self.lang)

    @property
    def subtitle_lines(self) -> list[str]:
        return typeface.balance(self.subtitle, SUBTITLE, 400, self.wide, self.lang)

    @property
    def head(self) -> float:
        """Where the plot may begin: below the title and the subtitle."""
        return 54 + TITLE_STEP * (len(self.title_lines) - 1) + SUBTITLE_STEP * len(self.subtitle_lines) + 20

    @property
    def foot(self) -> float:
        """The rule above the foot; the plot ends above it."""
        return self.height - (12 + SMALL_HALL_STEP * len(self.foot_lines) if self.hall else 38)

    @property
    def foot_lines(self) -> list[tuple[str, int, str]]:
        """What stands below a picture for a hall, line by line: words, their weight, and what stands at the right of them.

        First what it rests on, then what is lacking, last the address beside the number of the slide; nothing is cut.
        """
        right = " · ".join(filter(None, [self.foot_right, self.number]))
        source = [(line, 400, "") for line in typeface.wrap(self.foot_left, SMALL_HALL, 400, self.wide, self.lang)]
        lacking = [(line, 600, "") for line in typeface.wrap(self.lacking, SMALL_HALL, 600, self.wide, self.lang)]
        room = self.wide - typeface.width(f"{self.foot_right} · 000 / 000", SMALL_HALL) - 24
        address = typeface.wrap(self.address, SMALL_HALL, 400, self.wide, "en") or [""]
        # One that is too long to stand beside the number has a line of its own: broken, nobody could type it off the wall.
        address += [""] if typeface.width(address[-1], SMALL_HALL) > room else []
        return [*source, *lacking, *((line, 400, "") for line in address[:-1]), (address[-1], 400, right)]

    def part(self, top: float, bottom: float) -> Canvas:
        """What is drawn between two heights, where something else is to stand below or above; what crosses them is cut off."""

        def within(y: float) -> bool:
            return top <= y < bottom

        found = replace(
            self,
            plot_top=top,
            plot_bottom=bottom,
            slide=None,
            boxes=[box for box in self.boxes if within(box.y + box.h / 2)],
            hatches=[
                replace(hatch, y=max(hatch.y, top), h=min(hatch.y + hatch.h, bottom) - max(hatch.y, top))
                for hatch in self.hatches
                if hatch.y < bottom and hatch.y + hatch.h > top
            ],
            marks=[mark for mark in self.marks if within(mark.y)],
            texts=[text for text in self.texts if within(text.y - text.size / 3)],
            lines=[line for line in self.lines if within(line.points[0][1])],
            targets=[target for target in self.targets if within(target.y + target.h / 2)],
        )
        found.plot_top = top  # one from the very top, as on a phone, is no plot without a place
        return found

    # shapes --------------------------------------------------------------------------------------------------------

    def box(self, x: float, y: float, w: float, h: float, fill: str, edge: str | None = None, edge_width: float = 1) -> None:
        """A filled rectangle from its upper left corner."""
        self.boxes.append(Box(x, y, w, h, fill, edge, edge_width))

    def rule(self, x: float, y: float, w: float, h: float = 1, color: str | None = None) -> None:
        """A thin line under everything else, across or (with a width of 1 and a height) down; on whole pixels, to be sharp."""
        self.boxes.append(Box(round(x), round(y), w, h, color or self.theme.rule, under=True))

    def hatch(
        self, x: float, y: float, w: float, h: float, edge: str | None = None, edge_width: float = 0, hover: str = "", id: str = ""
    ) -> None:
        """A hatched rectangle; `hover` says why nothing is known here."""
        self.hatches.append(Hatch(x, y, w, h, edge, edge_width, hover, id))

    def dotted(self, x: float, y: float, w: float, h: float, hover: str = "", id: str = "") -> None:
        """A dotted rectangle: whether there was anything to know is not confirmed, as `hover` says."""
        self.hatches.append(Hatch(x, y, w, h, self.theme.ink2, 1.5, hover, id, dotted=True))

    def bars(self, x: float, y: float, w: float, h: float, edge: str) -> None:
        """What is withheld: a box barred from side to side, level where the unknown is slanted."""
        self.box(x, y, w, h, self.theme.bg, edge, 1.5)
        count = max(int(h / BARS_APART), 1)
        for position in range(count):
            middle = y + h * (position + 0.5) / count
            self.box(x + 1.5, middle - BAR_HIGH / 2, max(w - 3, 0), BAR_HIGH, edge)

    def mark(self, x: float, y: float, symbol: str, size: float, color: str, stroke: float = 2.4) -> None:
        """A mark around its centre."""
        self.marks.append(Mark(x, y, symbol, size, color, stroke))

    def text(
        self, x: float, y: float, words: str | Sequence[tuple[str, int]], size: float = 17, weight: int = 400,
        color: str | None = None, anchor: Anchor = "left", baseline: bool = False,
    ) -> None:  # fmt: skip
        """One line of words; `y` is the middle of its capitals, or its baseline. Pairs of words and weight mix weights."""
        runs = (Run(words, weight),) if isinstance(words, str) else tuple(Run(part, each) for part, each in words if part)
        down = 0 if baseline else size * typeface.MIDDLE
        if any(run.words.strip() for run in runs):
            self.texts.append(Text(x, y + down, runs, size, color or self.theme.ink, anchor))

    def line(self, points: Sequence[tuple[float, float]], color: str | None = None, width: float = 1, dash: str = "") -> None:
        """A line above boxes and hatches; `dash` such as "2px 6px"."""
        self.lines.append(Line(tuple(points), color or self.theme.ink, width, dash))

    def frame(self, x: float, y: float, w: float, h: float, color: str, width: float = 1, dash: str = "4px 4px") -> None:
        """A dashed outline without a fill, for what stands apart."""
        i = width / 2
        corners = [(x + i, y + i), (x + w - i, y + i), (x + w - i, y + h - i), (x + i, y + h - i), (x + i, y + i)]
        self.line(corners, color, width, dash)

    def target(self, x: float, y: float, w: float, h: float, id: str, hover: str = "") -> None:
        """A place that answers to pointing and choosing; "\\n" in `hover` starts a new line."""
        self.targets.append(Target(x, y, w, h, id, hover))
