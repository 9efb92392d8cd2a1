"""HWPX and HWP files as their reader sees them; both are read alike."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable

import pytest
from hwpx.hwp5.cfb import CompoundFile, build_compound_file

from models.texts.files import hwp, hwpx
from models.texts.files.refusing import Refused
from models.texts.source import FileKind, Role, Source
from tests.samples.texts.office_files import hancom, hwp_of, hwpx_of, note

both = pytest.mark.parametrize(
    "read", [lambda body: hwpx.source(hwpx_of(body), "a.hwpx"), lambda body: hwp.source(hwp_of(body), "a.hwp")], ids=["hwpx", "hwp"]
)
Read = Callable[[str], Source]


def texts(source: Source, role: Role = Role.BODY) -> list[str]:
    return [line.text for line in source.lines if line.role is role]


@both
def test_articles_have_the_numbers_that_hancom_draws(read: Read) -> None:
    source = read("".join(hancom("말", shape) for shape in (1, 2, 2, 3, 3, 1, 2, 3, 4, 5, 5)))
    assert texts(source) == ["제1조 말", "① 말", "② 말", "가. 말", "나. 말", "제2조 말", "① 말", "가. 말", "※ 말", "1. 말", "2. 말"]
    assert [(line.listed, line.level) for line in source.lines[:4]] == [(4, 1), (2, 2), (2, 2), (3, 3)]
    assert source.lines[3].indent > source.lines[1].indent > source.lines[0].indent


@both
def test_notes_stand_at_the_end_with_the_marks_that_the_text_has(read: Read) -> None:
    source = read(
        hancom("등불", more=note("빛") + "<hp:t>과 기름</hp:t>")
        + hancom("끝", more=note("끝의 말"))
        + hancom("뒤", more=note("뒷말", "endNote"))
    )
    assert texts(source) == ["등불1)과 기름", "끝2)", "뒤1)"]
    assert source.lines[0].text[source.lines[0].raised[0].start : source.lines[0].raised[0].end] == "1)"
    assert texts(source, Role.FOOTNOTE) == ["1) 빛", "2) 끝의 말", "1) 뒷말"]


@both
def test_type_tabs_and_breaks_are_kept(read: Read) -> None:
    title, first, second = read(hancom("등불 선언", type_=1) + hancom("하나\t둘\n셋")).lines
    assert (title.text, title.bold) == ("등불 선언", 5)
    assert [(first.text, first.whole), (second.text, second.whole)] == [("하나\t둘", False), ("셋", True)]


def test_headers_remarks_tables_boxes_and_struck_words_are_told_apart() -> None:
    def held(words: str) -> str:
        return f"<hp:subList>{hancom(words)}</hp:subList>"

    tracked = '<hp:t>우리는 <hp:deleteBegin Id="1"/>안 <hp:deleteEnd Id="1"/><hp:insertBegin Id="2"/>늘 <hp:insertEnd Id="2"/>켠다</hp:t>'
    body = (
        hancom("", more=f"<hp:ctrl><hp:header>{held('연맹')}</hp:header></hp:ctrl><hp:ctrl><hp:footer>{held('쪽')}</hp:footer></hp:ctrl>")
        + hancom("", more=f"<hp:ctrl><hp:header>{held('연맹')}</hp:header></hp:ctrl>{tracked}")
        + hancom("", more=f'<hp:ctrl><hp:fieldBegin type="MEMO">{held("맞나요?")}</hp:fieldBegin></hp:ctrl>')
        + hancom("표", more=f"<hp:tbl><hp:tr><hp:tc>{held('도시')}</hp:tc><hp:tc>{held('등불')}</hp:tc></hp:tr></hp:tbl>")
        + hancom("옆", more=f"<hp:rect><hp:drawText>{held('글상자')}</hp:drawText></hp:rect>")
    )
    source = hwpx.source(hwpx_of(body), "a.hwpx")
    assert [(line.role, line.text) for line in source.lines] == [
        (Role.HEADER, "연맹"),
        (Role.BODY, "우리는 늘 켠다"),
        (Role.COMMENT, "안"),
        (Role.BODY, "표"),
        (Role.TABLE, "도시"),
        (Role.TABLE, "등불"),
        (Role.BODY, "옆"),
        (Role.BODY, "글상자"),
        (Role.COMMENT, "맞나요?"),
        (Role.FOOTER, "쪽"),
    ]
    assert (source.kind, source.title) == (FileKind.HWPX, "등불 헌장")
    assert set(source.said) == {"texts.file_tracked", "texts.file_boxes"}


def header_of(data: bytes, flag: int) -> bytes:
    """The same file with a flag set in its first words."""
    streams = {path: CompoundFile(data).read(path) for path in CompoundFile(data).stream_paths()}
    header = bytearray(streams["FileHeader"])
    header[36] |= flag
    return build_compound_file({**streams, "FileHeader": bytes(header)}.items())


@pytest.mark.parametrize(("flag", "reason"), [(2, "password"), (4, "distribution"), (16, "password")])
def test_what_needs_a_key_is_refused(flag: int, reason: str) -> None:
    with pytest.raises(Refused) as refused:
        hwp.source(header_of(hwp_of(hancom("말")), flag), "a.hwp")
    assert refused.value.reason == reason


def test_the_format_before_is_refused_by_its_name() -> None:
    with pytest.raises(Refused) as refused:
        hwp.source(b"HWP Document File V3.00 \x1a\1\2\3\4\5", "a.hwp")
    assert refused.value.reason == "old_hwp"


def test_a_section_that_unpacks_to_far_more_is_not_unpacked() -> None:
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    large = 40_000_000
    section = zlib.decompress(CompoundFile(hwp_of(hancom("말"))).read("BodyText/Section0"), -15)
    # A record of a kind that nobody knows and that says its length in a word of its own.
    record = struct.pack("<II", 0x3FF | 0xFFF << 20, large)
    bomb = packer.compress(section + record + b"\0" * large) + packer.flush()
    streams = {path: CompoundFile(hwp_of(hancom("말"))).read(path) for path in CompoundFile(hwp_of(hancom("말"))).stream_paths()}
    with pytest.raises(Refused) as refused:
        hwp.source(build_compound_file({**streams, "BodyText/Section0": bomb}.items()), "a.hwp")
    assert refused.value.reason == "unpacked"
