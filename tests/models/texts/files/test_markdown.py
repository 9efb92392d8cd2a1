"""Markdown as the reader of the page sees it."""

from __future__ import annotations

import time

import pytest

from models.texts.files import markdown
from models.texts.source import Line, Role, Source


def read(text: str) -> Source:
    return markdown.source(text.encode(), "lamps.md")


def test_numbers_stay_as_they_stand_in_the_file() -> None:
    source = read("3. oil\n3. gas\n\n    1) wicks\n\n1\\. coal\n\n- dot\n  next\n")
    assert [(line.text, line.listed, line.level) for line in source.lines] == [
        ("3. oil", 3, 1),
        ("3. gas", 3, 1),
        ("1) wicks", 3, 2),
        ("1. coal", 0, 0),
        ("• dot next", 2, 1),
    ]


def test_signs_of_type_are_no_text() -> None:
    heading, lead, break_ = read(
        "## **Lamps**\n\n**Oil.** We [buy](http://example.org) *it* on the 2<sup>nd</sup>  \nof `May` &amp; June\n"
    ).lines
    assert (heading.text, heading.heading, heading.bold) == ("Lamps", 2, 5)
    assert (lead.text, lead.bold, lead.links, lead.whole) == ("Oil. We buy it on the 2nd", 4, 3, False)
    assert [lead.text[each.start : each.end] for each in lead.raised] == ["nd"]
    assert break_ == Line("of May & June")


def test_notes_have_the_marks_of_the_file_also_where_nothing_calls_them() -> None:
    source = read("Oil[^1] and gas[^b].\n\n[^b]: of coal\n[^1]: of *olives*\n[^9]: unused\n")
    assert source.lines[0].text == "Oil1 and gasb."
    assert [line.text for line in source.lines if line.role is Role.FOOTNOTE] == ["b of coal", "1 of olives", "9 unused"]


def test_tables_code_and_pieces_of_pages_are_told() -> None:
    source = read("| City | Lamps |\n|---|---|\n| A | 3 |\n\n```\nlit = 1\n```\n\n<div>oil<br>gas<!-- no -->\n<script>x()</script></div>\n")
    assert [line.text for line in source.lines if line.role is Role.TABLE] == ["City", "Lamps", "A", "3"]
    assert [line.text for line in source.lines if line.role is Role.BODY] == ["lit = 1", "oil", "gas"]


@pytest.mark.parametrize("text", ["[" * 100_000, "> " * 3_000 + "deep", "*a **b" * 60_000], ids=["brackets", "deep", "stars"])
def test_what_is_no_text_takes_no_longer_than_one(text: str) -> None:
    began = time.process_time()
    assert read(text).text.strip()
    assert time.process_time() - began < 2
