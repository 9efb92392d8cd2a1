"""What a file is, found out by what is in it: the name of a file is believed last."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest

from models.labels import load_labels
from models.texts.files import kinds
from models.texts.files.refusing import MOST_BYTES, Refused
from models.texts.source import FileKind
from tests.samples import pdfs

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def packed(**parts: str) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, text in parts.items():
            made.writestr(
                zipfile.ZipInfo(name.replace("__", "/").replace("_xml", ".xml").replace("_bin", ".bin")), text, zipfile.ZIP_DEFLATED
            )
    return out.getvalue()


def stream(name: str) -> bytes:
    return OLE + name.encode("utf-16-le") + bytes(600)


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        (pdfs.of_pages([b""]), "draft.txt", FileKind.PDF),
        (packed(word__document_xml="<a/>"), "draft.pdf", FileKind.DOCX),
        (packed(mimetype="application/vnd.oasis.opendocument.text", content_xml="<a/>"), "draft", FileKind.ODT),
        (packed(mimetype="application/hwp+zip", Contents__section0_xml="<a/>"), "draft.zip", FileKind.HWPX),
        (stream("FileHeader") + b"HWP Document File", "draft.doc", FileKind.HWP),
        (b"\xef\xbb\xbf<!-- saved -->\n<!DOCTYPE html><p>x", "draft.txt", FileKind.HTML),
        ("<html lang=ko>".encode("utf-16"), "draft", FileKind.HTML),
        (b"plain words", "page.html", FileKind.HTML),
        (b"<p>words</p>", "", FileKind.HTML),
        (b"<b>1</b> is a number", "draft.txt", FileKind.PLAIN),
        (b"# **Declaration**\n\n1. We promise", "seed.txt", FileKind.MARKDOWN),
        (b"1. We promise", "draft.md", FileKind.MARKDOWN),
        (b"# 1 of the agenda", "draft.txt", FileKind.PLAIN),
        ("우리는 약속한다".encode("cp949"), "", FileKind.PLAIN),
        ("우리는 약속한다".encode("utf-16-le"), "", FileKind.PLAIN),
    ],
)
def test_a_file_is_what_is_in_it(data: bytes, name: str, kind: FileKind) -> None:
    assert kinds.found(data, name) is kind


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b"\xef\xbb\xbf \n\0\t", "empty"),
        (b"x" * (MOST_BYTES + 1), "large"),
        (b"\xff\xd8\xff\xe0JFIF", "picture"),
        (b"\x89PNG\r\n\x1a\n", "picture"),
        (b"RIFF0000WEBPVP8", "picture"),
        (b"{\\rtf1 words}", "rtf"),
        (b"HWP Document File V3.00 \x1a\1\2\3\4\5", "old_hwp"),
        (b"MZ\x90\0", "unknown"),
        (b"words\0\1\2\3" + bytes(range(1, 250)) * 3, "unknown"),
        (stream("WordDocument"), "old_word"),
        (stream("EncryptedPackage"), "password"),
        (stream("Workbook"), "other_document"),
        (packed(word__document_xml="<a/>", word__vbaProject_bin="x"), "macros"),
        (packed(mimetype="application/vnd.oasis.opendocument.text", Basic__Standard__Module1_xml="<a/>"), "macros"),
        (packed(mimetype="application/vnd.oasis.opendocument.text", **{"META-INF__manifest_xml": "<m:encryption-data/>"}), "password"),
        (packed(mimetype="application/vnd.oasis.opendocument.spreadsheet"), "other_document"),
        (packed(**{"[Content_Types]_xml": "<a/>", "xl__workbook_xml": "<a/>"}), "other_document"),
        (packed(text="words"), "archive"),
        (packed(word__document_xml="<a/>")[:60], "broken"),
        (b"<?xml version='1.0'?><w:wordDocument/>", "other_document"),
    ],
)
def test_what_is_not_read_is_refused_with_a_sentence_in_both_languages(data: bytes, reason: str) -> None:
    with pytest.raises(Refused) as caught:
        kinds.found(data, "declaration.pdf")
    assert caught.value.reason == reason
    words = load_labels()[caught.value.label]
    assert all(each in words.en.format(**caught.value.words) for each in caught.value.words.values())
    assert words.ko.format(**caught.value.words)


def test_a_file_is_read_as_what_it_is() -> None:
    source = kinds.source(b"<!doctype html><p>We promise.", "draft.pdf")
    assert (source.kind, source.text, source.name) == (FileKind.HTML, "We promise.", "draft.pdf")
    with pytest.raises(Refused, match="wordless"):
        kinds.source(b"<!doctype html><p hidden>We promise.", "")
    with pytest.raises(Refused, match="letters"):
        kinds.source(b"<!doctype html><p>" + b"words " * 100_000, "")
