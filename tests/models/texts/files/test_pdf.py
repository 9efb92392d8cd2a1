"""A PDF as its reader sees it: lines in the order of reading, with what is large, bold, raised or at the foot of a page."""

from __future__ import annotations

import json
import time
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.texts.files import pdf
from models.texts.files.refusing import Refused
from models.texts.source import FileKind, Line, Role, Source
from tests.samples import pdfs

CITIES = "Cities that take part are called upon to house everybody who lives in them and to report on it. "


def read(markup: str, style: str = pdfs.STYLE) -> Source:
    return pdf.source(pdfs.set_by_typst(markup, style), "draft.pdf")


def drawn(*contents: str, page: bytes = b"") -> Source:
    return pdf.source(pdfs.of_pages([each.encode("cp1252") for each in contents], page), "draft.pdf")


def texts(source: Source) -> list[str]:
    return [line.text for line in source.lines]


def line_of(source: Source, beginning: str) -> Line:
    return next(line for line in source.lines if line.text.startswith(beginning))


def refusal(data: bytes) -> str:
    """Why it is refused, within two seconds."""
    began = time.process_time()
    with pytest.raises(Refused) as caught:
        pdf.source(data, "draft.pdf")
    assert time.process_time() - began < 2
    return caught.value.reason


def test_lines_are_read_from_top_to_bottom_with_their_page_and_place() -> None:
    source = read("First line \\ second line\n#pagebreak()\nOn the next page\n#set document(title: [A title])")
    assert source.kind is FileKind.PDF
    assert (source.pages, source.title) == (2, "A title")
    assert texts(source) == ["First line", "second line", "On the next page"]
    assert [line.page for line in source.lines] == [1, 1, 2]
    tops = [line.top or 0 for line in source.lines]
    assert 0.05 < tops[0] < tops[1] < 0.15
    assert tops[2] == pytest.approx(tops[0], abs=0.01)
    assert not any(line.whole for line in source.lines)
    assert source.said == ()


def test_larger_type_is_a_heading_and_bold_type_is_said() -> None:
    source = read(f"#text(20pt)[The title]\n\n#text(14pt)[A heading]\n\n*Housing.* {CITIES * 3}\n\n*All of it is bold*")
    assert [(line.text, line.heading) for line in source.lines if line.heading] == [("The title", 1), ("A heading", 2)]
    housing = line_of(source, "Housing.")
    assert housing.text[: housing.bold].strip() == "Housing."
    whole = line_of(source, "All of it")
    assert whole.bold == len(whole.text)
    assert source.lines[-2].bold == 0


def test_a_footnote_is_known_by_its_place_size_and_mark_and_its_digit_in_the_text_is_raised() -> None:
    numbered = pdfs.STYLE + '#set page(numbering: "1")\n'
    source = read(f"{CITIES}They do so#footnote[As said in 2011.] by 2030.#footnote[Or earlier, {CITIES * 2}]\n\n{CITIES}", numbered)
    raised = [line.text[each.start : each.end] for line in source.lines for each in line.raised if line.role is Role.BODY]
    assert raised == ["1", "2"]
    notes = [line for line in source.lines if line.role is Role.FOOTNOTE]
    assert [note.text[:5] for note in notes[:2]] == ["1As s", "2Or e"]
    assert len(notes) > 2, "the second line of a note belongs to it"
    assert source.lines[-1].text == "1"
    assert source.lines[-1].role is Role.FOOTER, "the number of the page is no footnote"


def test_numbered_paragraphs_in_smaller_type_are_no_footnotes() -> None:
    source = read(f"#v(12cm)\n{CITIES * 3}\n\n#text(9pt)[1. {CITIES}\n\n2. {CITIES}]")
    assert {line.role for line in source.lines} == {Role.BODY}


def test_small_type_without_a_mark_is_no_footnote() -> None:
    source = read(f"{CITIES * 3}\n\n#align(bottom, text(7pt)[Printed in Gwangju])")
    assert source.lines[-1].text == "Printed in Gwangju"
    assert {line.role for line in source.lines} == {Role.BODY, Role.FOOTER}


def test_korean_is_read_as_it_stands_and_composed() -> None:
    source = read('#set text(lang: "ko")\n= 제17회 선언\n\n우리는 인권도시를 위하여 힘쓰기로 한다#footnote[각주].')
    assert texts(source)[:2] == ["제17회 선언", "우리는 인권도시를 위하여 힘쓰기로 한다1."]
    assert unicodedata.is_normalized("NFC", source.text)


def test_ligatures_are_undone_and_hyphens_stay() -> None:
    source = read(
        '#set text(hyphenate: true, lang: "en")\n#block(width: 5cm)[An oﬃcial ﬁnds inﬂuence; the acknowledgement of responsibilities]'
    )
    assert "An official finds influence" in " ".join(texts(source))
    assert any(line.text.endswith("-") for line in source.lines)
    assert not any(sign in source.text for sign in "\x02ﬁﬂﬃ\xad")


def test_columns_are_read_one_after_the_other_and_it_is_said() -> None:
    paragraphs = "\n\n".join(f"{number}. {CITIES * 4}" for number in range(1, 13))
    source = read(f"#align(center)[#text(18pt)[One title over both of the columns of it]]\n#columns(2)[{paragraphs}]")
    numbers = [line.text.split(".")[0] for line in source.lines if line.text[0].isdigit()]
    assert numbers == [str(number) for number in range(1, 13)]
    assert source.lines[0].heading == 1
    assert source.said == ("texts.file_reordered",)


def test_numbers_before_paragraphs_tables_and_dates_at_the_margin_are_no_columns() -> None:
    numbered = "\n".join(f"+ {CITIES * 2}" for _ in range(6))
    source = read(
        f"Gwangju #h(1fr) 17 May 2027\n\n#set enum(body-indent: 2cm)\n{numbered}\n#table(columns: 2, stroke: none, [Seoul], [2030], [Busan], [2031])"
    )
    assert source.said == ()
    assert source.lines[0].text == "Gwangju 17 May 2027"
    assert [line.text.split()[0] for line in source.lines if line.text[0].isdigit()] == [f"{number}." for number in range(1, 7)]
    assert texts(source)[-2:] == ["Seoul 2030", "Busan 2031"]


def test_a_page_that_lies_on_its_side_is_read_and_turned_words_come_after_the_rest() -> None:
    lying = drawn("BT /F1 12 Tf 0 1 -1 0 100 100 Tm (Upper line) Tj 0 1 -1 0 120 100 Tm (lower line) Tj ET", page=b"/Rotate 90")
    assert texts(lying) == ["Upper line", "lower line"]
    assert (lying.lines[0].top or 0) < (lying.lines[1].top or 0) < 0.3
    source = read(f"#place(top, rotate(45deg, text(40pt)[DRAFT]))\n{CITIES * 3}")
    assert source.lines[-1].text.replace(" ", "") == "DRAFT"


def test_gaps_are_blanks_and_what_is_printed_twice_to_look_bold_stands_once() -> None:
    source = drawn(
        "BT /F1 12 Tf 70 700 Td (Housing) Tj 60 0 Td (for all) Tj -60 -40 Td [(C)-20(it)10(ies)-900(act)] TJ 0.3 40 Td (Housing) Tj ET"
    )
    assert texts(source) == ["Housing for all", "Cities act"]


def test_korean_beside_digits_has_no_blank_where_a_program_only_set_it_apart() -> None:
    apart = "제#h(2pt)3#h(2pt)조(물) 시는 2030#h(2pt)년까지 #h(1pt)5#h(2pt)월에 연다."
    assert texts(read(apart)) == ["제3조(물) 시는 2030년까지 5월에 연다."]


def test_signs_of_a_line_stand_in_their_order_whatever_order_they_are_drawn_in() -> None:
    source = drawn("BT /F1 12 Tf 200 700 Td (second) Tj -100 0 Td (first words) Tj 0 50 Td (above) Tj ET")
    assert texts(source) == ["above", "first words second"]


def test_what_lies_outside_the_paper_is_not_read() -> None:
    assert texts(drawn("BT /F1 12 Tf 70 700 Td (seen) Tj 900 0 Td (unseen) Tj ET")) == ["seen"]


def test_a_scanned_pdf_is_refused_and_a_scanned_page_among_others_is_said() -> None:
    assert refusal(pdfs.scanned(2)) == "scanned"
    source = read("Words\n#pagebreak()\n#pagebreak()\nmore words")
    assert source.said == ("texts.file_pages_without_words",)


def test_a_pdf_that_cannot_be_read_is_refused_with_its_reason() -> None:
    sound = pdfs.set_by_typst(CITIES * 200)
    assert refusal(pdfs.locked()) == "password"
    assert refusal(sound[: len(sound) // 2]) == "cut_off"
    assert refusal(b"%PDF-1.7\n" + b"words " * 100 + b"%%EOF") == "broken"
    assert refusal(pdfs.of_pages([b""])) == "wordless"
    assert refusal(pdfs.of_pages([b"BT /F1 12 Tf 70 700 Td (Words) Tj ET"] * 2000)) == "pages"
    line = b"(%s) Tj 0 -1 Td\n" % (b"words " * 200)
    assert refusal(pdfs.of_pages([b"BT /F1 1 Tf 70 700 Td " + line * 450 + b"ET"])) == "letters"


WORDS = st.text("abcdfilé ß가나다라1).(“·①%", min_size=1, max_size=60).filter(lambda words: bool(words.strip()))


@settings(max_examples=25, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=6), st.integers(min_value=4, max_value=15))
def test_every_letter_of_a_pdf_is_read_in_its_order(paragraphs: list[str], width: int) -> None:
    markup = "\n\n".join(f"#{json.dumps(words, ensure_ascii=False)}" for words in paragraphs)
    source = read(f"#set text(hyphenate: false)\n#block(width: {width}cm)[{markup}]")
    assert "".join(source.text.split()) == "".join("".join(paragraphs).split())
