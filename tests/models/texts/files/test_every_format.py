"""What holds for every format: all that a reader sees is there, in order, and nothing else is."""

from __future__ import annotations

import importlib
import random
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models.texts import apart
from models.texts.files.refusing import Refused
from models.texts.source import Source
from tests.samples.texts import office_files

FORMATS = ("docx", "odt", "hwpx", "hwp", "markdown", "plain")
LETTERS = "abcd éß가나다라 1).(“·①\t"
PARAGRAPHS = st.lists(st.text(LETTERS, min_size=1, max_size=30).filter(lambda words: bool(words.strip())), min_size=1, max_size=6)


def read(format_: str, data: bytes) -> Source:
    source: Callable[[bytes, str], Source] = importlib.import_module(f"models.texts.files.{format_}").source
    return source(data, f"lamps.{format_}")


def written(format_: str, paragraphs: list[str]) -> bytes:
    if format_ == "plain":
        return "\r\n\r\n".join(paragraphs).encode("utf-16")
    if format_ == "markdown":
        return "\n\n".join(
            "".join(f"\\{each}" if each in ")(.1" and each != "1" else each for each in words.strip()) for words in paragraphs
        ).encode()
    made: bytes = getattr(office_files, format_)(paragraphs)
    return made


@pytest.mark.parametrize("format_", FORMATS)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(paragraphs=PARAGRAPHS)
def test_every_letter_of_every_paragraph_is_read_in_order(format_: str, paragraphs: list[str]) -> None:
    source = read(format_, written(format_, paragraphs))
    assert [line.text for line in source.lines if line.text] == [words.strip() for words in paragraphs]
    assert source.text == "\n".join(line.text for line in source.lines)
    assert all(source.text[place.start : place.end] == line.text for place, line in source.placed())


@pytest.mark.parametrize("format_", FORMATS)
def test_each_is_told_by_its_content_and_read_in_the_process_apart(format_: str) -> None:
    data = b"# Lamps\n\n**Oil** is lit." if format_ == "markdown" else written(format_, ["Lamps", "Oil is lit."])
    source = apart.read(data, "no-ending", work="tests.samples.reading_apart:files").source
    assert source.kind == format_
    assert [line.text for line in source.lines if line.text] == ["Lamps", "Oil is lit."]


@pytest.mark.parametrize("format_", ["docx", "odt", "hwpx", "hwp"])
def test_a_damaged_file_is_read_or_refused_and_nothing_else(format_: str) -> None:
    whole, chance = written(format_, ["Lamps are lit.", "등불을 켠다.", "1) We light them."]), random.Random(5)
    for _ in range(60):
        broken = bytearray(whole)
        for _ in range(chance.randint(1, 20)):
            broken[chance.randrange(len(broken))] = chance.randrange(256)
        try:
            read(format_, bytes(broken[: chance.choice([len(broken), chance.randrange(len(broken))])]))
        except Refused:
            continue
