"""How force, status and the unknown look: colours, marks and sizes, light and dark (docs/look.md).

Colour is the third carrier, after the word and the mark: six steps of one hue cannot have 3:1 between neighbours, and in
grey two of the statuses are the same. So nothing drawn with these colours goes without its word or its mark.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Literal

from models.records.terms import Force
from models.register.lineage import Change
from models.register.standing import Standing

FORCE_SYMBOL: Final[Mapping[Force, str]] = MappingProxyType(
    {
        Force.RECORDS: "line-ew",
        Force.STATES: "circle-open",
        Force.HOPES: "diamond-open",
        Force.ASKS: "triangle-right-open",
        Force.URGES: "triangle-right",
        Force.UNDERTAKES: "square",
    }
)
"""The marks have a grammar: an arrow points at somebody else, the full square is the speakers' own."""

STANDING_GLYPH: Final[Mapping[Standing, str]] = MappingProxyType(
    {
        Standing.DONE: "✓",
        Standing.PARTLY_DONE: "(✓)",
        Standing.STARTED: "→",
        Standing.NOT_ASSESSED: "?",
        Standing.WITHHELD: "!",
        Standing.NO_EVIDENCE: "",
        Standing.CONTRARY: "×",
        Standing.NOT_ASSESSABLE: "+",
    }
)
"""Only characters that the shipped typeface has; an empty box means that somebody looked and found nothing."""
CHANGE_GLYPH: Final[Mapping[Change, str]] = MappingProxyType(
    {
        Change.REAFFIRMED: "=",
        Change.EXPANDED: "↑",
        Change.NARROWED: "↓",
        Change.STRENGTHENED: "↑",
        Change.WEAKENED: "↓",
        Change.MIXED: "↑↓",
    }
)

Texture = Literal["solid", "hatched", "barred", "hollow", "apart"]
STANDING_TEXTURE: Final[Mapping[Standing, Texture]] = MappingProxyType(
    {
        Standing.DONE: "solid",
        Standing.PARTLY_DONE: "solid",
        Standing.STARTED: "solid",
        Standing.NOT_ASSESSED: "hatched",
        Standing.WITHHELD: "barred",
        Standing.NO_EVIDENCE: "hollow",
        Standing.CONTRARY: "solid",
        Standing.NOT_ASSESSABLE: "apart",
    }
)
"""What nobody knows is a texture, slanted or level; where nothing was found is hollow; what cannot be judged stands apart in no bar."""

FAMILY: Final = "Pretendard"
FALLBACKS: Final = "Pretendard, 'Pretendard Variable', 'Noto Sans KR', 'Noto Sans CJK KR', 'Malgun Gothic', system-ui, sans-serif"

WIDTH: Final = 1280
HEIGHT: Final = 720
LEFT: Final = 40
RIGHT: Final = 1240
HATCH_TILE: Final = 16
HATCH_TILE_HALL: Final = 20
"""Side of one repeat of the diagonal lines: a whole number of pixels, or the lines break where two repeats meet."""
HATCH_SOLIDITY: Final = 0.13


@dataclass(frozen=True, slots=True)
class Paint:
    """A fill, the text that reads on it, and the edge that holds it where the fill alone is too pale."""

    fill: str
    text: str
    edge: str


@dataclass(frozen=True, slots=True)
class Theme:
    """The colours of one mode. `bg` is the page; `ink` to `ink3` are for text, strongest first; `rule` is decoration only."""

    dark: bool
    bg: str
    ink: str
    ink2: str
    ink3: str
    edge: str
    hatch: str
    rule: str
    force: Mapping[Force, Paint]
    standing: Mapping[Standing, Paint]


def _theme(
    dark: bool, neutrals: tuple[str, str, str, str, str, str, str], force: list[tuple[str, str]], status: list[tuple[str, str]]
) -> Theme:
    bg, ink, ink2, ink3, edge, hatch, rule = neutrals
    done, partly, started, contrary = (Paint(fill, text, fill) for fill, text in status)
    standing = {
        Standing.DONE: done,
        Standing.PARTLY_DONE: partly,
        Standing.STARTED: started,
        Standing.NOT_ASSESSED: Paint(bg, ink, edge),
        Standing.WITHHELD: Paint(bg, ink, ink2),
        Standing.NO_EVIDENCE: Paint(bg, ink, ink2),
        Standing.CONTRARY: contrary,
        Standing.NOT_ASSESSABLE: Paint(bg, ink2, edge),
    }
    paints = {each: Paint(fill, text, edge) for each, (fill, text) in zip(Force, force, strict=True)}
    return Theme(dark, bg, ink, ink2, ink3, edge, hatch, rule, MappingProxyType(paints), MappingProxyType(standing))


LIGHT: Final = _theme(
    False,
    ("#FFFFFF", "#10202F", "#464C53", "#58616A", "#6D7882", "#7C8791", "#CDD1D5"),
    [
        ("#E8F2FD", "#10202F"),
        ("#A8CCF4", "#10202F"),
        ("#70A7E7", "#10202F"),
        ("#3576C1", "#FFFFFF"),
        ("#215090", "#FFFFFF"),
        ("#132C52", "#FFFFFF"),
    ],
    [("#01483F", "#FFFFFF"), ("#187467", "#FFFFFF"), ("#2A9D8B", "#10202F"), ("#A44200", "#FFFFFF")],
)
DARK: Final = _theme(
    True,
    ("#0E151C", "#F4F5F6", "#CDD1D5", "#B1B8BE", "#A3ACB5", "#A3ACB5", "#33363D"),
    [
        ("#22324A", "#F4F5F6"),
        ("#2D4E7B", "#F4F5F6"),
        ("#3568AB", "#FFFFFF"),
        ("#69A3E3", "#0E151C"),
        ("#A2C9F3", "#0E151C"),
        ("#E6F1FE", "#0E151C"),
    ],
    [("#8FE7D4", "#0E151C"), ("#38B29F", "#0E151C"), ("#257F72", "#FFFFFF"), ("#EA7D49", "#0E151C")],
)


def _on_page() -> Theme:
    """The colours by the names that the style sheet of the pages gives them, which know light from dark."""
    force = [(f"var(--f-{each})", f"var(--t-{each})") for each in Force]
    status = [(f"var(--s-{each})", f"var(--st-{each})") for each in ("done", "partly", "started", "contrary")]
    neutrals = ("page", "ink", "ink2", "ink3", "edge", "hatch", "rule")
    bg, ink, ink2, ink3, edge, hatch, rule = (f"var(--{each})" for each in neutrals)
    return _theme(False, (bg, ink, ink2, ink3, edge, hatch, rule), force, status)


ON_PAGE: Final = _on_page()
"""For a picture within a page: it changes with the page from light to dark."""


def theme(dark: bool) -> Theme:
    """The palette for a light or a dark page."""
    return DARK if dark else LIGHT
