"""The template that a deck is written into: our own, or one of an office; what is wrong with one is a sentence each.

A template is a PowerPoint file (.pptx, or .potx as PowerPoint saves templates) of 16:9 with a layout called “Register” that has the
places of `Place` (docs/slides.md). Its own slides are dropped.
"""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.oxml.ns import qn
from pptx.slide import SlideLayout

from charts.canvas import MESSAGE, SMALL_HALL, TITLE
from charts.theme import HEIGHT, WIDTH
from exports.deck import package
from exports.deck.words import POINT
from models.labels import Say

OWN: Final = Path(__file__).resolve().parent.parent.parent / "static" / "deck" / "template.pptx"
LAYOUT: Final = "Register"
"""The name of the layout that slides are made of."""
TOO_LARGE: Final = 50_000_000
_UNPACKED: Final = 300_000_000
"""So much a template may hold when unpacked, and so many parts; whatever holds more is no template."""
_PARTS: Final = 5_000
_XML: Final = 30_000_000
_MAIN: Final = "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
_TEMPLATE: Final = _MAIN.replace("presentation.main", "template.main")
_SHOW: Final = _MAIN.replace("presentation.main", "slideshow.main")
_OFFICE_97: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How files of old PowerPoint begin, and those that a password closes."""
_CLOSED: Final = "EncryptedPackage".encode("utf-16-le")
SMALLEST: Final = SMALL_HALL / MESSAGE
"""Of what the plot has on our own slide an office's must have so much, or what is read from the back row would be small print."""
WIDE, HIGH = 1200, 586


class Place(StrEnum):
    """What stands on a slide, each in a placeholder of its own."""

    TITLE = "title"
    SUBTITLE = "subtitle"
    CONTENT = "content"
    FOOTER = "footer"
    NUMBER = "number"


_KINDS: Final = {
    Place.TITLE: (PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE),
    Place.SUBTITLE: (PP_PLACEHOLDER.BODY, PP_PLACEHOLDER.SUBTITLE),
    Place.CONTENT: (PP_PLACEHOLDER.OBJECT,),
    Place.FOOTER: (PP_PLACEHOLDER.FOOTER,),
    Place.NUMBER: (PP_PLACEHOLDER.SLIDE_NUMBER,),
}


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle in pixels of a slide 1280 wide, as on the canvas."""

    x: float
    y: float
    w: float
    h: float

    @property
    def bottom(self) -> float:
        return self.y + self.h


@dataclass(frozen=True, slots=True)
class Holder:
    """A placeholder of the layout: its kind and number in the XML, where it is, and how large its words are in pixels."""

    kind: str
    idx: int
    at: Rect
    size: float


@dataclass(frozen=True, slots=True)
class Template:
    """A template without its slides: the file, which layout of which master is meant, its places, and EMU to a pixel."""

    file: bytes = field(repr=False)
    master: int
    layout: int
    places: dict[Place, Holder]
    unit: float


class TemplateRefused(Exception):
    """That a template cannot be used, by the key of a label; `sentence` says it in words."""

    def __init__(self, key: str, lacking: tuple[Place, ...] = (), **filled: str | int) -> None:
        super().__init__(key)
        self.key, self.lacking, self.filled = key, lacking, filled


def sentence(refused: TemplateRefused, say: Say) -> str:
    """What is wrong with the template and how to mend it, the same wherever it is said."""
    filled: dict[str, Any] = dict(refused.filled)
    if refused.lacking:
        filled["places"] = say.listed([say(f"deck.place_{place}") for place in refused.lacking])
    return say(refused.key, **filled)


def template_faults(data: bytes) -> TemplateRefused | None:
    """What is wrong with a template, if anything is."""
    try:
        opened(data)
    except TemplateRefused as refused:
        return refused
    return None


@lru_cache(maxsize=1)
def own() -> Template:
    """The template of our own, read once."""
    return opened(OWN.read_bytes())


def opened(data: bytes) -> Template:
    """A template ready to be written into; raises `TemplateRefused` where it cannot be."""
    shown = _read(_unpackable(data))
    wide, high = int(shown.slide_width or 0), int(shown.slide_height or 0)
    if not wide or not high or abs(wide / high - WIDTH / HEIGHT) > 0.02:
        raise TemplateRefused("deck.template_not_wide", wide=round(wide / POINT / 28.35), high=round(high / POINT / 28.35))
    found = [
        (number, position, layout)
        for number, master in enumerate(shown.slide_masters)
        for position, layout in enumerate(master.slide_layouts)
        if layout.name.strip() == LAYOUT
    ]
    if not found:
        raise TemplateRefused("deck.template_no_layout", layout=LAYOUT)
    number, position, layout = found[0]
    places = _places(layout, wide / WIDTH)
    lacking = tuple(place for place in Place if place not in places)
    if lacking:
        raise TemplateRefused("deck.template_no_places", lacking, layout=LAYOUT)
    content = places[Place.CONTENT].at
    least = (WIDE * SMALLEST, HIGH * SMALLEST)
    if content.w < least[0] or content.h < least[1] or content.x < 0 or content.x + content.w > WIDTH or content.bottom > HEIGHT:
        wide_, high_ = -int(-100 * least[0] // WIDTH), -int(-100 * least[1] // HEIGHT)
        raise TemplateRefused("deck.template_narrow", layout=LAYOUT, wide=wide_, high=high_)
    package.forget(shown)
    out = io.BytesIO()
    shown.save(out)
    return Template(out.getvalue(), number, position, places, wide / WIDTH)


def _unpackable(data: bytes) -> bytes:
    """The file, if it is a PowerPoint file without macros and of a size that one can unpack; a .potx as a .pptx."""
    if len(data) >= TOO_LARGE:
        raise TemplateRefused("deck.template_large", mb=TOO_LARGE // 1_000_000)
    if data.startswith(_OFFICE_97):
        raise TemplateRefused("deck.template_closed" if _CLOSED in data else "deck.template_not_pptx")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            every = parts.infolist()
            xml = [part.file_size for part in every if part.filename.endswith((".xml", ".rels"))]
            if len(every) > _PARTS or sum(part.file_size for part in every) > _UNPACKED or max(xml, default=0) > _XML:
                raise TemplateRefused("deck.template_unpacks")
            if any(part.flag_bits & 1 for part in every):
                raise TemplateRefused("deck.template_closed")
            types = parts.read("[Content_Types].xml").decode("utf-8")
    except (zipfile.BadZipFile, zipfile.LargeZipFile, KeyError, UnicodeDecodeError, NotImplementedError, EOFError, OSError) as error:
        raise TemplateRefused("deck.template_not_pptx") from error
    if "macroEnabled" in types or any(re.search(r"vbaProject", part.filename) for part in every):
        raise TemplateRefused("deck.template_macros")
    if not any(kind in types for kind in (_MAIN, _TEMPLATE, _SHOW)):
        raise TemplateRefused("deck.template_not_pptx")
    return data if _MAIN in types else _as_presentation(data, types)


def _as_presentation(data: bytes, types: str) -> bytes:
    """The same file saved as a presentation: PowerPoint's templates and shows differ from one by their content type alone."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as parts, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package_:
        for part in parts.infolist():
            listed = part.filename == "[Content_Types].xml"
            content = types.replace(_TEMPLATE, _MAIN).replace(_SHOW, _MAIN).encode("utf-8") if listed else parts.read(part)
            package_.writestr(part.filename, content)
    return out.getvalue()


def _read(data: bytes) -> Any:
    """The file as python-pptx has it. A damaged one fails in it anywhere and anyhow, and is told as what it is."""
    try:
        shown = Presentation(io.BytesIO(data))
        for master in shown.slide_masters:
            for layout in master.slide_layouts:
                list(layout.placeholders)
    except Exception as error:
        raise TemplateRefused("deck.template_not_pptx") from error
    return shown


def _places(layout: SlideLayout, unit: float) -> dict[Place, Holder]:
    """The first placeholder of each kind that says where it is, itself or by its master."""
    found: dict[Place, Holder] = {}
    holders: Any = layout.placeholders
    for holder in holders:
        place = next((place for place, kinds in _KINDS.items() if holder.placeholder_format.type in kinds), None)
        at = (holder.left, holder.top, holder.width, holder.height)
        if place and place not in found and all(each is not None for each in at):
            x, y, w, h = (float(each) / unit for each in at)
            ph = holder._element.find(f".//{qn('p:ph')}")
            size = _size(layout, holder, place) * POINT / 100 / unit
            found[place] = Holder(ph.get("type", ""), int(ph.get("idx", "0")), Rect(x, y, w, h), size)
    return found


def _size(layout: SlideLayout, holder: Any, place: Place) -> float:
    """How large the words of a placeholder are, in hundredths of a point: as it says itself, else its master, else our own."""
    styles = {Place.TITLE: "p:titleStyle", Place.SUBTITLE: "p:bodyStyle", Place.CONTENT: "p:bodyStyle"}
    kinds = _KINDS[place]
    masters: Any = layout.slide_master.placeholders
    of_master = next((each for each in masters if each.placeholder_format.type in kinds), None)
    said = [each._element for each in (holder, of_master) if each is not None]
    if place in styles:
        said += layout.slide_master._element.findall(f".//{qn(styles[place])}")
    for element in said:
        look = element.find(f".//{qn('a:lvl1pPr')}/{qn('a:defRPr')}")
        if look is not None and look.get("sz"):
            return float(look.get("sz"))
    return (TITLE if place is Place.TITLE else SMALL_HALL) * 75.0
