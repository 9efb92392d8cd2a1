"""An archive is looked at as a whole before any of it is unpacked."""

from __future__ import annotations

import time
import zipfile
import zlib
from io import BytesIO
from pathlib import Path

import pytest

from models.texts.files import archive
from models.texts.files.refusing import Refused


def packed(parts: dict[str, bytes], how: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", how) as made:
        for name, data in parts.items():
            made.writestr(name, data)
    return out.getvalue()


def read(data: bytes, part: str | None) -> None:
    found = archive.opened(data)
    if part:
        found.xml(part)


def refusal(data: bytes, part: str | None = None) -> str:
    """Why it is refused, within a second."""
    began = time.process_time()
    with pytest.raises(Refused) as caught:
        read(data, part)
    assert time.process_time() - began < 1
    return caught.value.reason


def test_the_parts_of_an_archive_are_read_by_their_names() -> None:
    found = archive.opened(packed({"word/document.xml": "<text>도시<?x?><!-- no --><b/></text>".encode()}))
    assert found.names == ("word/document.xml",)
    assert "word/document.xml" in found
    assert "word/notes.xml" not in found
    assert found.xml("word/document.xml").text == "도시"
    with pytest.raises(Refused, match="broken"):
        found.read("word/notes.xml")


def test_what_unpacks_to_far_more_than_it_is_is_not_unpacked() -> None:
    assert refusal(packed({"word/document.xml": bytes(20_000_000)})) == "bomb"
    assert refusal(packed({f"{n}.xml": bytes(900_000) for n in range(250)})) == "unpacked"
    assert refusal(packed({"a.xml": b"<a>" + b"word " * 7_000_000 + b"</a>"}, zipfile.ZIP_STORED), "a.xml") == "unpacked"


def test_an_archive_that_lies_about_its_size_unpacks_to_no_more_than_it_says() -> None:
    sound = packed({"word/document.xml": bytes(500_000)})
    lying = sound.replace((500_000).to_bytes(4, "little"), (50).to_bytes(4, "little"))
    assert lying != sound
    assert refusal(lying, "word/document.xml") == "broken"


def test_thousands_of_parts_are_refused_before_they_are_listed() -> None:
    assert refusal(packed(dict.fromkeys(map(str, range(archive.MOST_PARTS + 1)), b""))) == "parts"


def test_an_archive_in_an_archive_stays_closed() -> None:
    inner = packed({"deep.xml": bytes(900_000)})
    found = archive.opened(packed({"word/document.xml": b"<a/>", "word/embeddings/inner.zip": inner}))
    assert found.read("word/embeddings/inner.zip") == inner


@pytest.mark.parametrize("name", ["../../etc/passwd", "/etc/passwd", "word/../../x", "C:\\x", "..\\x"])
def test_a_part_whose_name_leads_elsewhere_is_refused(name: str) -> None:
    assert refusal(packed({"word/document.xml": b"<a/>", name: b"x"})) == "tampered"


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_parts_of_one_name_are_refused() -> None:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        made.writestr("word/document.xml", b"<a/>")
        made.writestr("word/document.xml", b"<b/>")
    assert refusal(out.getvalue()) == "tampered"


def test_ways_of_packing_that_unpack_without_a_bound_are_refused() -> None:
    assert refusal(packed({"a.xml": b"x" * 1000}, zipfile.ZIP_BZIP2)) == "tampered"
    assert refusal(packed({"a.xml": b"x" * 1000}, zipfile.ZIP_LZMA)) == "tampered"


def test_an_archive_with_a_password_is_said_to_have_one() -> None:
    locked = bytearray(packed({"word/document.xml": b"<a/>"}))
    locked[locked.index(b"PK\x01\x02") + 8] |= 1
    assert refusal(bytes(locked)) == "password"


def test_a_damaged_archive_is_said_to_be_damaged() -> None:
    sound = packed({"word/document.xml": zlib.compress(bytes(range(256)) * 50)})
    assert refusal(sound[: len(sound) // 2]) == "broken"
    turned = bytearray(sound)
    turned[60] ^= 0xFF
    assert refusal(bytes(turned), "word/document.xml") == "broken"


BOMB = '<?xml version="1.0"{}?><!DOCTYPE l [<!ENTITY a "lol">{}]><l>&z;</l>'
LAUGHS = "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefghiy", "bcdefghiyz", strict=True))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-be", "cp500"])
def test_xml_that_declares_entities_is_refused_whatever_it_is_written_in(encoding: str) -> None:
    said = f' encoding="{encoding}"' if encoding == "cp500" else ""
    assert refusal(packed({"a.xml": BOMB.format(said, LAUGHS).encode(encoding)}), "a.xml") in ("entities", "broken")


def test_xml_asks_for_nothing_from_outside(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    outside = f'<!DOCTYPE l [<!ENTITY a SYSTEM "{(tmp_path / "secret.txt").as_uri()}">]><l>&a;</l>'.encode()
    assert refusal(packed({"a.xml": outside}), "a.xml") == "entities"
    told = b'<!DOCTYPE l SYSTEM "http://127.0.0.1:9/l.dtd"><l>words</l>'
    assert archive.opened(packed({"a.xml": told})).xml("a.xml").text == "words"


def test_xml_of_nothing_but_tags_is_refused_before_it_fills_the_memory() -> None:
    assert refusal(packed({"a.xml": b"<a>" + b"<b/>" * 2_000_000 + b"</a>"}, zipfile.ZIP_STORED), "a.xml") == "unpacked"
    assert refusal(packed({"a.xml": b"<a>" * 100_000}, zipfile.ZIP_STORED), "a.xml") == "broken"
