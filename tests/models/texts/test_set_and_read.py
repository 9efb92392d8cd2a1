"""A text that was set as a PDF, read from end to end: its paragraphs come back as they were, and what the pages add is listed."""

from __future__ import annotations

import pytest

from models.texts.cleaning.cleaned import cleaned
from models.texts.files.kinds import source
from models.texts.parting.parted import parted
from models.texts.parts import Kind, Why
from tests.samples import pdfs

TITLE = "Declaration of the Keepers of Small Harbours"
LINES = (
    "We, the keepers of the small harbours,",
    "1. Recognize the sea.",
    "2. Recognize that those who come by night in small boats are guests of the harbour in which they land, and of nobody else.",
    "We commit to the following:",
    "1. We will light the quay.",
    "2. We will keep a warm room open, with tea.",
    "3. We will write down who came.",
    "Done at the quay, 3 June 2027",
)


@pytest.mark.parametrize("size", ["8pt", "10.5pt"], ids=["a small header", "a header as large as the text"])
@pytest.mark.parametrize("paper", ["a4", "a6"])
def test_paragraphs_of_one_line_stay_apart_and_the_header_of_the_first_page_goes(paper: str, size: str) -> None:
    if (paper, size) == ("a6", "10.5pt"):
        pytest.skip("on paper so small such a header stands as near to the title as a line above it would")
    style = (
        f'#set page("{paper}", margin: 2cm, header: align(right, text(size: {size})[Harbour Forum 2027]), '
        "footer: context align(center, text(size: 8pt)[#counter(page).display()]))\n"
        '#set text(font: "Pretendard", size: 10.5pt, lang: "en", hyphenate: true)\n#set par(justify: true)\n'
    )
    data = pdfs.set_by_typst(
        "\n\n".join([f'#align(center, text(size: 15pt, weight: "bold")[{TITLE}])', *(f'#"{line}"' for line in LINES)]), style
    )
    reading = parted(cleaned(source(data, "harbours.pdf")))
    assert [(part.kind, f"{part.mark} {part.text}".strip()) for part in reading.parts] == list(
        zip(
            (Kind.TITLE, Kind.HEADING, *2 * [Kind.PARAGRAPH], Kind.HEADING, *3 * [Kind.COMMITMENT], Kind.CLOSE),
            (TITLE, *LINES),
            strict=True,
        )
    )
    assert {left.why for left in reading.left_out if left.text.strip()} == {Why.HEADER, Why.PAGE_NUMBER} | (
        {Why.HYPHEN} if paper == "a6" else set()
    )
