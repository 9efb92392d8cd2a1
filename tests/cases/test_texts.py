"""The five declarations as they were found, the page around them in other words (texts/): cleaned, they are what is on record.

The files are written as their pages printed them, with page breaks, a second copy, footnotes and whatever stood around.
"""

from __future__ import annotations

import re
import textwrap
from pathlib import Path

import pytest

from models.texts.cleaning.cleaned import cleaned
from models.texts.paragraphs import Cleaned
from models.texts.parts import Why
from tests.samples.lined import copied, marked_down, printed
from tests.samples.registers import real

TEXTS = Path(__file__).with_name("texts")
YEARS = ("2011", "2017", "2020", "2023", "2024")
NUMBER = re.compile(r"^(?:• )?(?:\d{1,2}[.)] ?|\d (?=We ))")
TAKEN = {
    "2011": [],
    "2017": [Why.AROUND, Why.AROUND, Why.MENU, Why.AROUND, Why.MENU, *[Why.AROUND] * 10],
    "2020": [Why.FORM, Why.MENU],
    "2023": [Why.SECOND_COPY],
    "2024": [Why.MENU, Why.AROUND, Why.MENU, Why.CONTACT],
}
"""What was left out, but for blanks, line ends and the marks of footnotes."""


def read(year: str) -> Cleaned:
    text = (TEXTS / f"{year}.txt").read_text(encoding="utf-8")
    return cleaned(marked_down(text) if year == "2011" else copied(text))


@pytest.mark.parametrize("year", YEARS)
def test_the_paragraphs_are_the_provisions_on_record_and_nothing_else(year: str) -> None:
    declaration = next(each for each in real().declarations if each.id == year)
    done = read(year)
    found = [NUMBER.sub("", paragraph.text) for paragraph in done.paragraphs]
    provisions = [provision.text for provision in declaration.provisions]
    if year == "2011":  # its sixteenth paragraph is printed as two; parting puts them together
        at = found.index("We further urge the UN and" + provisions[15].rpartition("We further urge the UN and")[2])
        found[at - 1 : at + 1] = [f"{found[at - 1]}\n{found[at]}"]
        provisions.append("Gwangju Declaration on Human Right City (final edited version)")
    titles = {declaration.title["en"], *declaration.epigraphs, *(heading.text for heading in declaration.headings)}
    assert [text for text in found if text not in provisions and text not in titles] == []
    assert [text for text in found if text in provisions and "(final" not in text] == [
        provision.text for provision in declaration.provisions
    ]
    assert {heading.text for heading in declaration.headings} <= set(found)
    assert [left.why for left in done.left_out if left.why not in (Why.LINE_BREAK, Why.BLANKS, Why.FOOTNOTE_MARK)] == TAKEN[year]
    assert done.warnings == ()


@pytest.mark.parametrize("year", YEARS)
def test_the_footnotes_are_those_on_record_and_hang_on_the_same_words(year: str) -> None:
    declaration = next(each for each in real().declarations if each.id == year)
    done = read(year)
    marks = [(mark.mark, paragraph.text[: mark.after]) for paragraph in done.paragraphs for mark in paragraph.marks]
    assert [mark for mark, _ in marks] == [note.mark for note in declaration.footnotes]
    assert all(before.endswith(note.after or "") for (_, before), note in zip(marks, declaration.footnotes, strict=True))
    assert [note.text for note in done.footnotes] == [f"{note.mark} {note.text}" for note in declaration.footnotes if note.text]


@pytest.mark.parametrize("width", [70, 95])
@pytest.mark.parametrize("year", YEARS)
def test_a_declaration_that_is_printed_on_pages_is_read_as_it_is_on_record(year: str, width: int) -> None:
    """As a PDF of it would be: lines of one length, a header, a page number, words parted at their hyphens, a gap between paragraphs."""
    declaration = next(each for each in real().declarations if each.id == year)
    headings = {heading.before: heading.text for heading in declaration.headings}
    told = [declaration.title["en"], *declaration.epigraphs]
    for provision in declaration.provisions:
        place = provision.id.partition("-")[2] or provision.id
        number = re.fullmatch(r"[pc](\d+)", place)
        told += [headings[place]] if place in headings else []
        told.append((f"{number[1]}. " if number else "") + provision.text.replace("\n", " "))
    lines = [line for words in told for line in [*textwrap.wrap(words, width), ""]]
    pages = [lines[at : at + 38] for at in range(0, len(lines), 38)]
    done = cleaned(printed(*("\n".join(("World Meeting of Cities", *page, f"- {n} -")) for n, page in enumerate(pages, 1))))
    assert [paragraph.text for paragraph in done.paragraphs] == told
    assert sum(left.why in (Why.HEADER, Why.PAGE_NUMBER) for left in done.left_out) == 2 * len(pages)
