"""What a PowerPoint file says of itself and how it is closed: the deck's own day and no clock, nobody's name, no other deck's remains."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from typing import Any, Final

from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.presentation import Presentation

from decks.deck import Deck
from exports.deck.words import LANGUAGES, writable

FIRST: Final = dt.date(1980, 1, 1)
"""The first day that a zip file can tell; on it stands what has no day."""
_REMAINS: Final = ("/thumbnail", "/extended-properties", "/custom-properties", "/custom-xml", "/customXml", "/commentAuthors", "/authors")
"""What a program wrote down about another deck and those who worked on it."""
_OF_SLIDES: Final = ("p:custShowLst", "p:extLst")
"""Lists in a presentation that name its slides."""


def forget(shown: Presentation) -> None:
    """Drop all slides of a template, what names them, and who made it when."""
    ids = shown.part._element.get_or_add_sldIdLst()
    for each in list(ids):
        shown.part.drop_rel(each.rId)
        ids.remove(each)
    for name in _OF_SLIDES:
        for found in shown.part._element.findall(qn(name)):
            shown.part._element.remove(found)
    for part in [shown.part, *_masters(shown)]:
        for key, rel in list(part.rels.items()):
            if rel.reltype == RT.SLIDE:  # a master may lead to a slide
                for link in part._element.xpath(f'.//*[@r:id="{key}"]'):
                    link.getparent().remove(link)
                part.rels.pop(key)
            elif rel.reltype.endswith(_REMAINS):
                part.rels.pop(key)
    package = shown.part.package
    for key, rel in list(package._rels.items()):
        if rel.reltype.endswith(_REMAINS):
            package._rels.pop(key)
    _said(shown, title="", author="", day=FIRST)


def _masters(shown: Presentation) -> list[Any]:
    return [part for master in shown.slide_masters for part in (master.part, *(layout.part for layout in master.slide_layouts))]


def _said(shown: Presentation, title: str, author: str, day: dt.date) -> None:
    properties = shown.core_properties
    properties.title, properties.author, properties.last_modified_by = title[:255], author[:255], author[:255]
    properties.subject = properties.keywords = properties.comments = properties.category = properties.content_status = ""
    properties.identifier = properties.version = ""
    properties.revision = 1
    properties.created = properties.modified = properties.last_printed = dt.datetime.combine(day, dt.time())


def describe(shown: Presentation, deck: Deck) -> None:
    """Title, language and day of the deck, and where it can be opened again."""
    _said(shown, writable(deck.title), writable(next((slide.canvas.foot_right for slide in deck.slides), "")), deck.on)
    properties = shown.core_properties
    properties.language = LANGUAGES.get(deck.lang, deck.lang)
    properties.subject, properties.keywords, properties.comments = (
        deck.on.isoformat(),
        writable(deck.set)[:255],
        writable(deck.address)[:255],
    )


def list_notes(shown: Presentation) -> None:
    """Name the master of the notes where PowerPoint looks for it; the library leaves that out."""
    root = shown.part._element
    if root.find(qn("p:notesMasterIdLst")) is None:
        key = next((key for key, rel in shown.part.rels.items() if rel.reltype == RT.NOTES_MASTER), None)
        if key:
            listed = parse_xml(f'<p:notesMasterIdLst {nsdecls("p", "r")}><p:notesMasterId r:id="{key}"/></p:notesMasterIdLst>')
            root.find(qn("p:sldMasterIdLst")).addnext(listed)


def stamped(packed: bytes, day: dt.date) -> bytes:
    """The same package with one day on every part, in place of the moment of packing."""
    out = io.BytesIO()
    when = max(day, FIRST)
    with zipfile.ZipFile(io.BytesIO(packed)) as parts, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for part in parts.infolist():
            stamp = zipfile.ZipInfo(part.filename, (when.year, when.month, when.day, 0, 0, 0))
            package.writestr(stamp, parts.read(part), zipfile.ZIP_DEFLATED)
    return out.getvalue()
