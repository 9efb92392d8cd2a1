"""A text in the older format of Hancom Office (HWP 5), turned into the elements of the newer one and read like it.

HWP 3 is another format, which nothing that is kept up reads; it is refused, as is what cannot be read without a key.
"""

from __future__ import annotations

import struct
import zlib
from dataclasses import replace
from typing import Final

from hwpx.hwp5.cfb import CompoundFile
from hwpx.hwp5.docinfo import decode_docinfo
from hwpx.hwp5.errors import Hwp5Error
from hwpx.hwp5.fileheader import parse_file_header
from hwpx.hwp5.header_xml import build_header
from hwpx.hwp5.reader import Hwp5File, read_hwp5
from hwpx.hwp5.section_common import ConversionReport
from hwpx.hwp5.section_xml import build_section, memo_bodies

from models.texts.files import hwpx
from models.texts.files.archive import MOST_READ, parsed
from models.texts.files.refusing import Refused
from models.texts.source import FileKind, Source

_OLDER: Final = b"HWP Document File V"
_REASONS: Final = {
    "hwp5-password": "password",
    "hwp5-distribution": "distribution",
    "hwp5-drm": "password",
    "hwp5-limit-exceeded": "unpacked",
}


def source(data: bytes, name: str) -> Source:
    """What the reader of an HWP file sees."""
    if data.startswith(_OLDER):
        raise Refused("old_hwp")
    try:
        _bounded(data)
        opened = read_hwp5(data)
        made = _read(opened)
    except Hwp5Error as wrong:
        reason = _REASONS.get(wrong.code or "", "broken")
        raise Refused(reason, **({"limit": str(MOST_READ // 1_000_000)} if reason == "unpacked" else {})) from wrong
    except (ValueError, LookupError, OverflowError, RecursionError, struct.error) as wrong:
        # A record that is cut short or says what cannot be; the library tells of most of them itself.
        raise Refused("broken") from wrong
    return replace(made, kind=FileKind.HWP, name=name)


def _bounded(data: bytes) -> None:
    """Refuse a file whose text would unpack to more than is read."""
    compound = CompoundFile(data)
    if not compound.has_stream("FileHeader") or not parse_file_header(compound.read("FileHeader")).compressed:
        return
    left = MOST_READ
    for path in compound.stream_paths():
        if path == "DocInfo" or path.startswith(("BodyText/", "ViewText/")):
            try:
                left -= len(zlib.decompressobj(-15).decompress(compound.read(path), left + 1))
            except zlib.error as wrong:
                raise Refused("broken") from wrong
            if left < 0:
                raise Refused("unpacked", limit=str(MOST_READ // 1_000_000))


def _read(opened: Hwp5File) -> Source:
    header = build_header(decode_docinfo(opened.docinfo), len(opened.sections))
    report, memos = ConversionReport(), memo_bodies(opened.sections)
    pages: list[bytes] = []
    tracked = [0]
    sections = [build_section(section, report, memos, pages, {}, tracked) for section in opened.sections]
    return hwpx.read(parsed(header), (parsed(section) for section in sections))
