"""Templates as offices have them, and files that are none: made from our own, each changed in one thing."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from typing import Any

from pptx import Presentation
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Emu, Inches, Pt

from exports.deck.template import LAYOUT, OWN

TEN_INCHES = (Inches(10), Inches(5.625))
"""16:9 as PowerPoint's “On-screen Show” has it: smaller than a widescreen slide."""


def changed(change: Callable[[Any], None], size: tuple[int, int] | None = None) -> bytes:
    """Our template with something about its slides changed, on slides of another size if one is given."""
    shown = Presentation(OWN)
    if size:
        by = size[0] / int(shown.slide_width)
        shown.slide_width, shown.slide_height = Emu(size[0]), Emu(size[1])
        for part in (shown.slide_master, shown.slide_layouts[0]):
            for place in part._element.iter(qn("a:off"), qn("a:ext")):
                for name in ("x", "y", "cx", "cy"):
                    if place.get(name):
                        place.set(name, str(round(int(place.get(name)) * by)))
    change(shown)
    out = io.BytesIO()
    shown.save(out)
    return out.getvalue()


def nothing(shown: Any) -> None:
    """Leave the template as it is."""


def place(shown: Any, kind: str) -> Any:
    """A placeholder of the layout by its type in the XML; content has none."""
    return next(each for each in shown.slide_layouts[0].placeholders if each._element.find(f".//{qn('p:ph')}").get("type", "") == kind)


def without(kind: str) -> bytes:
    def take(shown: Any) -> None:
        found = place(shown, kind)._element
        found.getparent().remove(found)

    return changed(take)


def of_an_office() -> bytes:
    """16:9 on ten inches, a band at the left, a larger title, another typeface, three slides of its own in a section, and who wrote them."""

    def own(shown: Any) -> None:
        band = shown.slide_master.shapes._spTree
        band.append(
            parse_xml(
                f'<p:sp {nsdecls("p", "a")}><p:nvSpPr><p:cNvPr id="90" name="Band"/><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr>'
                '<a:xfrm><a:off x="0" y="0"/><a:ext cx="250000" cy="5143500"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
                '<a:solidFill><a:srgbClr val="7A1FA2"/></a:solidFill></p:spPr></p:sp>'
            )
        )
        for kind, left, top, wide, high in (
            ("title", 0.5, 0.15, 9, 0.6),
            ("body", 0.5, 0.8, 9, 0.3),
            ("", 0.5, 1.2, 9, 3.8),
            ("ftr", 0.5, 5.2, 7, 0.3),
            ("sldNum", 8.6, 5.2, 0.9, 0.3),
        ):
            found = place(shown, kind)
            found.left, found.top, found.width, found.height = (Inches(each) for each in (left, top, wide, high))
            for look in found._element.iter(qn("a:defRPr")):
                look.set("sz", str({"title": Pt(24), "body": Pt(12)}.get(kind, Pt(10)) // 127))
        theme = shown.slide_master.part.part_related_by("http://schemas.openxmlformats.org/officeDocument/2006/relationships/theme")
        theme._blob = theme.blob.replace(b'typeface="Pretendard"', b'typeface="Georgia"')
        ids = []
        for title in ("Old", "Older", "Oldest"):
            slide = shown.slides.add_slide(shown.slide_layouts[0])
            slide.shapes.title.text = title
            slide.notes_slide.notes_text_frame.text = f"{title}: of Kim"
            ids.append(slide.slide_id)
        listed = "".join(f'<p14:sldId id="{id_}"/>' for id_ in ids)
        shown.part._element.append(
            parse_xml(
                f'<p:extLst {nsdecls("p")}><p:ext uri="{{521415D9-36F7-43E2-AB2F-B90AF26B5E84}}"><p14:sectionLst '
                'xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main"><p14:section name="One" '
                f'id="{{6E0BDE3C-B2C0-4E4A-8E4A-3A9C3A1E9A11}}"><p14:sldIdLst>{listed}</p14:sldIdLst></p14:section></p14:sectionLst></p:ext></p:extLst>'
            )
        )
        shown.core_properties.author = shown.core_properties.last_modified_by = "Kim of room 204"

    return changed(own, TEN_INCHES)


def repacked(data: bytes, change: Callable[[str, bytes], bytes], more: dict[str, bytes] | None = None) -> bytes:
    """The same zip file with its parts changed, and more parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as parts, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name in parts.namelist():
            package.writestr(name, change(name, parts.read(name)))
        for name, content in (more or {}).items():
            package.writestr(name, content)
    return out.getvalue()


def as_potx(data: bytes) -> bytes:
    return repacked(
        data,
        lambda name, content: content.replace(b"presentation.main+xml", b"template.main+xml") if name.startswith("[Content") else content,
    )


def with_macros() -> bytes:
    def enabled(name: str, content: bytes) -> bytes:
        if not name.startswith("[Content"):
            return content
        return content.replace(
            b"application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml",
            b"application/vnd.ms-powerpoint.presentation.macroEnabled.main+xml",
        )

    return repacked(OWN.read_bytes(), enabled, {"ppt/vbaProject.bin": b"Sub AutoOpen()"})


def bomb() -> bytes:
    """A few hundred kilobytes that would unpack to half a gigabyte."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(OWN.read_bytes())) as parts, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name in parts.namelist():
            package.writestr(name, parts.read(name))
        zeros = bytes(1_000_000)
        with package.open("ppt/media/zeros.bin", "w") as part:
            for _ in range(320):
                part.write(zeros)
    return out.getvalue()


def cut_off() -> bytes:
    return OWN.read_bytes()[:5_000]


def damaged() -> bytes:
    return repacked(OWN.read_bytes(), lambda name, content: content[: len(content) // 2] if "slideMaster1.xml" in name else content)


def workbook() -> bytes:
    import xlsxwriter

    out = io.BytesIO()
    book = xlsxwriter.Workbook(out)
    book.add_worksheet()
    book.close()
    return out.getvalue()


def closed() -> bytes:
    """How an office file begins that a password closes."""
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le") + bytes(600)


def named(name: str) -> bytes:
    def rename(shown: Any) -> None:
        shown.slide_layouts[0].name = name

    assert name != LAYOUT
    return changed(rename)


def small() -> bytes:
    def shrink(shown: Any) -> None:
        place(shown, "").width = Inches(5)

    return changed(shrink)
