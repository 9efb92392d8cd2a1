"""PDFs: set by typst as an office would, or put together letter by letter where no program would make them so."""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from io import BytesIO

import typst
from PIL import Image

from tests.samples.registers import ROOT

FONTS = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(ROOT / "static" / "fonts")])
STYLE = '#set page("a4", margin: 2.5cm)\n#set text(font: "Pretendard", size: 10pt)\n'


def set_by_typst(markup: str, style: str = STYLE) -> bytes:
    return bytes(typst.Compiler((style + markup).encode(), font_paths=FONTS).compile())


def scanned(pages: int = 1) -> bytes:
    first, *others = [Image.new("L", (600, 800), 200 + page) for page in range(pages)]
    out = BytesIO()
    first.save(out, "PDF", save_all=True, append_images=others)
    return out.getvalue()


def put_together(objects: Iterable[bytes], trailer: bytes = b"") -> bytes:
    """A PDF of these objects, numbered from 1; the first is its root."""
    out, places = BytesIO(), []
    out.write(b"%PDF-1.7\n")
    for number, body in enumerate(objects, 1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, body))
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(places) + 1))
    out.writelines(b"%010d 00000 n \n" % place for place in places)
    out.write(b"trailer\n<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF\n" % (len(places) + 1, trailer, start))
    return out.getvalue()


def of_pages(contents: list[bytes], page: bytes = b"", trailer: bytes = b"") -> bytes:
    """A PDF with a page for each stream of drawing commands; F1 is Helvetica, F2 its bold face."""
    kids = b" ".join(b"%d 0 R" % (5 + 2 * number) for number in range(len(contents)))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[%s]/Count %d/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R/F2 4 0 R>>>>>>" % (kids, len(contents)),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica-Bold/Encoding/WinAnsiEncoding>>",
    ]
    for number, content in enumerate(contents):
        packed = zlib.compress(content)
        objects.append(b"<</Type/Page/Parent 2 0 R/Contents %d 0 R%s>>" % (6 + 2 * number, page))
        objects.append(b"<</Filter/FlateDecode/Length %d>>\nstream\n%s\nendstream" % (len(packed), packed))
    return put_together(objects, trailer)


def locked() -> bytes:
    """A PDF that opens with a password that nobody knows."""
    lock = b"/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<%s>/U<%s>>>" % (b"ab" * 32, b"cd" * 32)
    return of_pages([b"BT /F1 12 Tf 70 700 Td (Words) Tj ET"], trailer=lock)
