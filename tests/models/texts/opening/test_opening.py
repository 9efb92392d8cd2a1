"""A file of any format, opened: every character of it is in the words of a part, in its mark, or in what is left out, in order."""

from __future__ import annotations

import html

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.texts import opening
from models.texts.files.refusing import Refused
from models.texts.parts import Reading
from models.texts.source import Stretch
from tests.samples.pdfs import set_by_typst
from tests.samples.texts import office_files

WORDS = [
    "town",
    "harbour",
    "rent",
    "water",
    "시민",
    "인권",
    "도시",
    "(see",
    "note)",
    "1.5",
    "2030",
    "well-being",
    "“quoted”",
    "and,",
    "of;",
    "the",
]
MARKS = ("", "{n}. ", "{n}) ", "({n}) ", "제{n}조 ", "• ", "{n}, ", "{n}.")


def _typst(paragraphs: list[str]) -> bytes:
    return set_by_typst("\n\n".join("".join(f"\\u{{{ord(letter):x}}}" for letter in paragraph) for paragraph in paragraphs))


FORMATS = {
    "a.txt": lambda paragraphs: "\n\n".join(paragraphs).encode("utf-16"),
    "a.md": lambda paragraphs: "\n\n".join(paragraphs).encode(),
    "a.html": lambda paragraphs: f"<html><body>{''.join(f'<p>{html.escape(each)}</p>' for each in paragraphs)}</body></html>".encode(),
    "a.docx": office_files.docx,
    "a.odt": office_files.odt,
    "a.hwpx": office_files.hwpx,
    "a.hwp": office_files.hwp,
    "a.pdf": _typst,
}


@st.composite
def paragraphs(draw: st.DrawFn) -> list[str]:
    """Paragraphs as texts have them, with marks that run, leave something out or say nothing."""
    found = ["Declaration of the Harbour Towns"]
    for number in range(1, draw(st.integers(2, 7))):
        words = " ".join(draw(st.lists(st.sampled_from(WORDS), min_size=3, max_size=12)))
        found.append(f"{draw(st.sampled_from(MARKS)).format(n=number)}We {words}.")
    return found


def account(reading: Reading) -> list[Stretch]:
    """All that the reading says it did with the source, in the order of the source."""
    parts = [stretch for part in reading.parts for stretch in (*([part.marked] if part.marked else []), *part.at)]
    return sorted([*parts, *(each.at for each in reading.left_out)], key=lambda at: (at.start, at.end))


@pytest.mark.parametrize("name", FORMATS)
@given(said=paragraphs())
@settings(max_examples=12, deadline=None)
def test_every_character_stands_in_one_place_in_order(name: str, said: list[str]) -> None:
    reading = opening.read_here(FORMATS[name](said), name)
    text, at = reading.source.text, 0
    for stretch in account(reading):
        assert not text[at : stretch.start].strip(), "a character is neither in a part nor left out"
        assert stretch.start >= at, "a character is in two places"
        at = stretch.end
    assert not text[at:].strip()
    words = "".join(part.text for part in reading.parts if part.kind != "footnote")
    of_the_source = iter("".join(text.split()))
    assert all(letter in of_the_source for letter in "".join(words.split())), "every letter is in the source, in order"


def test_what_was_left_out_is_put_back_and_what_is_taken_away_stays_out() -> None:
    data = b"Statement of the Towns\n\n1. We will meet.\n\n2. We will report.\n\nShare this page\n"
    first = opening.read_here(data, "a.txt")
    (shared,) = [each for each in first.left_out if "Share" in each.text]
    again = opening.read_here(data, "a.txt", put_back=[shared.at])
    assert "Share this page" in " ".join(part.text for part in again.parts)
    meeting = next(part for part in first.parts if part.number == "1")
    without = opening.read_here(data, "a.txt", taken_away=meeting.at)
    assert "We will meet." not in " ".join(part.text for part in without.parts)
    assert [each.text for each in without.left_out if each.why == "by-hand"] == ["We will meet."]


def test_what_was_pasted_is_plain_text_whatever_it_looks_like() -> None:
    reading = opening.pasted("<p>We, the towns, will meet.</p>")
    assert reading.parts[0].text == "<p>We, the towns, will meet.</p>"


def test_a_file_that_is_too_large_is_not_even_handed_over() -> None:
    with pytest.raises(Refused) as refused:
        opening.read(b"a" * 60_000_000, "a.txt")
    assert refused.value.reason == "large"
