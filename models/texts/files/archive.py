"""The parts of a ZIP archive, as DOCX, ODT and HWPX are: looked at as a whole before any of it is unpacked, and never unpacked to disk.

What an archive says of itself decides: how many parts it has, how large they will be and how small they are packed. What it then unpacks
is never more than it said. Archives within it are not opened. XML may declare no entities, so that it says what it says and no more.
"""

from __future__ import annotations

import zipfile
import zlib
from io import BytesIO
from pathlib import PurePosixPath
from typing import Final

from lxml import etree

from models.texts.files.refusing import Refused

MOST_PARTS: Final = 3000
MOST_UNPACKED: Final = 200_000_000
"""Letters and pictures of all parts together. A book of a thousand pages with its pictures stays below it."""
MOST_READ: Final = 30_000_000
"""Of one part that is read."""
MOST_TAGS: Final = 1_500_000
"""Of one part that is read as XML: a tag costs some two hundred bytes of memory however short it is."""
MOST_PACKED: Final = 200
"""So many times larger than packed a part may be; words and their tags pack to a twentieth, the most repetitive tables to a hundredth."""
FREE_OF_RATIO: Final = 1_000_000
"""A part that unpacks to less may be packed as it likes."""
_ENTRY: Final = b"PK\x01\x02"
"""What every entry of the list of parts begins with."""
_PACKED_KNOWN: Final = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""The only ways of packing that these formats know, and the only ones that unpack no more than is asked for."""


class Archive:
    """An archive that was looked at; its parts are read one by one."""

    def __init__(self, opened: zipfile.ZipFile) -> None:
        self._opened = opened
        self.names: tuple[str, ...] = tuple(opened.namelist())

    def __contains__(self, name: object) -> bool:
        return name in self.names

    def read(self, name: str) -> bytes:
        """A part as it is. Refused as broken where there is none of this name or it cannot be unpacked."""
        try:
            if self._opened.getinfo(name).file_size > MOST_READ:
                raise Refused("unpacked", limit=_megabytes(MOST_READ))
            return self._opened.read(name)
        except (KeyError, zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError) as wrong:
            raise Refused("broken") from wrong

    def xml(self, name: str) -> etree._Element:
        """A part as XML: the root of its tree, without comments and instructions."""
        return parsed(self.read(name))


def opened(data: bytes) -> Archive:
    """The archive in these bytes, once nothing is wrong with what it says of itself."""
    if data.count(_ENTRY) > MOST_PARTS:
        raise Refused("parts", limit=f"{MOST_PARTS:,}")
    try:
        archive = zipfile.ZipFile(BytesIO(data))
        parts = archive.infolist()
    except (zipfile.BadZipFile, EOFError, OSError, NotImplementedError, ValueError) as wrong:
        raise Refused("broken") from wrong
    if any(part.flag_bits & 0x1 for part in parts):
        raise Refused("password")
    if sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise Refused("unpacked", limit=_megabytes(MOST_UNPACKED))
    for part in parts:
        if part.file_size > FREE_OF_RATIO and part.file_size > MOST_PACKED * part.compress_size:
            raise Refused("bomb")
        if part.compress_type not in _PACKED_KNOWN or _leads_elsewhere(part.orig_filename):
            raise Refused("tampered")
    if len({part.filename for part in parts}) < len(parts):
        raise Refused("tampered")
    return Archive(archive)


def parsed(data: bytes) -> etree._Element:
    """The root of an XML document that declares nothing of its own and asks for nothing from outside."""
    if b"<!ENTITY" in data.replace(b"\0", b""):
        raise Refused("entities")
    if data.count(b"<") > MOST_TAGS:
        raise Refused("unpacked", limit=_megabytes(MOST_READ))
    parser = etree.XMLParser(
        resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as wrong:
        raise Refused("broken") from wrong
    declared = root.getroottree().docinfo.internalDTD
    if declared is not None and any(True for _ in declared.iterentities()):
        raise Refused("entities")
    return root


def _leads_elsewhere(name: str) -> bool:
    """Whether the name of a part would lead out of the archive: nothing that writes these formats names one so."""
    path = PurePosixPath(name)
    return path.is_absolute() or ".." in path.parts or "\\" in name or "\0" in name or name[1:2] == ":"


def _megabytes(letters: int) -> str:
    return str(letters // 1_000_000)
