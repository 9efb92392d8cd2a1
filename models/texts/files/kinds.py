"""What a file is, found out by what is in it, and then read as that; what is no text or not safe to read is refused with its reason.

A name decides only between Markdown, plain text and HTML, and only where the content does not.
"""

from __future__ import annotations

import importlib
import re
from typing import Final

from models.texts.files import archive
from models.texts.files.refusing import MOST_BYTES, MOST_LETTERS, Refused
from models.texts.source import FileKind, Source

_PICTURES: Final = (
    (b"\xff\xd8\xff", "JPEG"),
    (b"\x89PNG\r\n", "PNG"),
    (b"GIF8", "GIF"),
    (b"II*\0", "TIFF"),
    (b"MM\0*", "TIFF"),
    (b"8BPS", "PSD"),
)
_OTHERS: Final = (b"\x7fELF", b"MZ", b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!", b"BZh", b"\xfd7zXZ", b"ID3", b"OggS", b"SQLite format", b"%!PS")
"""Programs, packed files, sound and the like: what their first letters are."""
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""What HWP 5 and the files of Office up to 2003 begin with, and those of Office that have a password."""
_HEAD: Final = 4096
_MARKUP: Final = re.compile(
    r"\s*(<\?xml[^>]{0,200}>\s*)?(<!--.{0,2000}?-->\s*)*<(!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
_ANY_TAG: Final = re.compile(r"\s*<(article|center|div|h[1-6]|main|meta|ol|p|section|table|title|ul)\b[^<>]{0,500}>", re.IGNORECASE)
_XML: Final = re.compile(r"\s*<(\?xml|\w+:\w+ xmlns)")
_SAVED_WHOLE: Final = re.compile(r"(From: <Saved by |MIME-Version: 1\.0)[^<]{0,2000}multipart/related", re.IGNORECASE | re.DOTALL)
_HEADING: Final = re.compile(r"^ {0,3}#{1,6} +\S", re.MULTILINE)
_EMPHASIS: Final = re.compile(r"\*\*[^\s*][^*\n]{0,400}\*\*|\]\(https?://|<su[pb]>")
_USUAL: Final = re.compile(r"[\s\x20-\x7e가-힣“”‘’·]")
_MOSTLY: Final = 0.7
"""Of the signs of a text in UTF-16 that does not say so, so many are such as English and Korean texts have."""
_NAMED: Final = {
    ".html": FileKind.HTML, ".htm": FileKind.HTML, ".xhtml": FileKind.HTML, ".mht": FileKind.HTML, ".mhtml": FileKind.HTML,
    ".md": FileKind.MARKDOWN, ".markdown": FileKind.MARKDOWN, ".txt": FileKind.PLAIN, ".text": FileKind.PLAIN,
}  # fmt: skip


def source(data: bytes, name: str) -> Source:
    """The file as its reader sees it."""
    kind = found(data, name)
    reads = importlib.import_module(f"models.texts.files.{kind}")
    read: Source = reads.source(data, name)
    letters = sum(len(line.text) for line in read.lines)
    if not any(line.text.strip() for line in read.lines):
        raise Refused("wordless")
    if letters > MOST_LETTERS:
        raise Refused("letters", limit=f"{MOST_LETTERS:,}")
    return read


def found(data: bytes, name: str) -> FileKind:
    """What the file is. Refused where it is nothing that is read."""
    if len(data) > MOST_BYTES:
        raise Refused("large", limit=str(MOST_BYTES // 1_000_000))
    if not data.strip(b"\0\t\n\r \xef\xbb\xbf\xfe\xff"):
        raise Refused("empty")
    for begins, picture in _PICTURES:
        if data.startswith(begins):
            raise Refused("picture", kind=picture)
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        raise Refused("picture", kind="WebP")
    if data[4:8] == b"ftyp" and data[8:11] in (b"hei", b"mif", b"avi"):
        raise Refused("picture", kind="HEIC")
    if b"%PDF-" in data[:1024] and b"<html" not in data[:1024].lower():
        return FileKind.PDF
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _packed(data)
    if data.startswith(_OLE):
        return _ole(data)
    if data.startswith(b"{\\rtf"):
        raise Refused("rtf")
    if data.startswith(b"HWP Document File"):
        raise Refused("old_hwp")
    if data.startswith(_OTHERS) or data[4:8] == b"ftyp":
        raise Refused("unknown")
    return _written(data, name)


def _packed(data: bytes) -> FileKind:
    """Which document a ZIP archive is."""
    parts = archive.opened(data)
    names = set(parts.names)
    if "META-INF/manifest.xml" in parts and b"encryption-data" in parts.read("META-INF/manifest.xml"):
        raise Refused("password")
    if any(name.lower().endswith("vbaproject.bin") or _is_macro(name) for name in names):
        raise Refused("macros")
    said = parts.read("mimetype").strip()[:100] if "mimetype" in parts else b""
    if "word/document.xml" in names or ("[Content_Types].xml" in names and any(name.startswith("word/") for name in names)):
        return FileKind.DOCX
    if said.startswith(b"application/vnd.oasis.opendocument.text"):
        return FileKind.ODT
    if said == b"application/hwp+zip" or "Contents/section0.xml" in names:
        return FileKind.HWPX
    if "[Content_Types].xml" in names or said.startswith(b"application/vnd.oasis") or said.startswith(b"application/epub"):
        raise Refused("other_document")
    raise Refused("archive")


def _is_macro(name: str) -> bool:
    """Whether a part is a macro of LibreOffice; what only lists them is none."""
    folder, _, last = name.rpartition("/")
    return (folder.startswith("Basic/") and last.endswith(".xml") and last != "script-lb.xml") or name.startswith(
        ("Scripts/python/", "Scripts/java")
    )


def _ole(data: bytes) -> FileKind:
    """Which document an OLE file is, by the names of its streams."""

    def has(stream: str) -> bool:
        return stream.encode("utf-16-le") in data

    if has("EncryptedPackage"):
        raise Refused("password")
    if has("FileHeader") and b"HWP Document File" in data:
        return FileKind.HWP
    if has("WordDocument"):
        raise Refused("old_word")
    raise Refused("other_document")


def _written(data: bytes, name: str) -> FileKind:
    """Whether what is written in letters is HTML, Markdown or plain text."""
    head = _shown(data[:_HEAD])
    if _MARKUP.match(head) or _SAVED_WHOLE.match(head):
        return FileKind.HTML
    ending = re.search(r"\.\w{1,10}$", name.lower())
    named = _NAMED.get(ending[0]) if ending else None
    if named is FileKind.HTML or (named is None and _ANY_TAG.match(head)):
        return FileKind.HTML
    if _XML.match(head):
        raise Refused("other_document")
    whole = _shown(data[:100_000])
    if named is FileKind.MARKDOWN or (_HEADING.search(whole) and _EMPHASIS.search(whole)):
        return FileKind.MARKDOWN
    return FileKind.PLAIN


def _shown(data: bytes) -> str:
    """The beginning of a text, well enough to see its tags; how it is really written is found out by whoever reads it."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data[: len(data) // 2 * 2].decode("utf-16", "replace")
    if b"\0" in data:
        first_is_high = data[::2].count(0) > data[1::2].count(0)
        shown = data[: len(data) // 2 * 2].decode("utf-16-be" if first_is_high else "utf-16-le", "replace")
        if len(_USUAL.findall(shown)) < _MOSTLY * len(shown):
            raise Refused("unknown")
        return shown
    return data.removeprefix(b"\xef\xbb\xbf").decode("latin-1")
