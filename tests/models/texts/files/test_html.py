"""A saved page as its reader sees it: blocks are lines, lists have their marks, and what stands around the text says so."""

from __future__ import annotations

import re
import time
import unicodedata
from html import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.texts.files import html
from models.texts.files.refusing import Refused
from models.texts.source import FileKind, Line, Role, Source


def read(body: str) -> Source:
    return html.source(f"<!doctype html><meta charset=utf-8><title> A  title </title><body>{body}".encode(), "page.html")


def texts(body: str) -> list[str]:
    return [line.text for line in read(body).lines]


def line_of(source: Source, beginning: str) -> Line:
    return next(line for line in source.lines if line.text.startswith(beginning))


def test_blocks_are_lines_and_blanks_are_one() -> None:
    source = read("<h2>A  heading</h2><p>We,\n   the <i>cit</i>ies,&nbsp;promise</p>loose words<div>in <span>a</span> box</div>")
    assert [line.text for line in source.lines] == ["A heading", "We, the cities,\xa0promise", "loose words", "in a box"]
    assert [line.heading for line in source.lines] == [2, None, None, None]
    assert all(line.whole for line in source.lines)
    assert (source.kind, source.title, source.said) == (FileKind.HTML, "A title", ())


def test_a_break_parts_a_line_that_may_go_on_and_two_breaks_end_it() -> None:
    source = read("<p>First,<br>second<br><br>third<br></p><p>fourth</p>")
    assert [(line.text, line.whole) for line in source.lines] == [("First,", False), ("second", True), ("third", True), ("fourth", True)]


@pytest.mark.parametrize(
    ("listed", "marks"),
    [
        ("<ol><li>x<li>x<li>x</ol>", ["1. ", "2. ", "3. "]),
        ("<ol start=9><li>x<li>x<li value=3>x<li>x</ol>", ["9. ", "10. ", "3. ", "4. "]),
        ("<ol reversed><li>x<li>x</ol>", ["2. ", "1. "]),
        ("<ol type=a start=26><li>x<li>x</ol>", ["z. ", "aa. "]),
        ("<ol type=I start=3><li>x<li>x</ol>", ["III. ", "IV. "]),
        ("<ol style='list-style-type: decimal-leading-zero'><li>x</ol>", ["01. "]),
        ("<ol style='list-style: none'><li>x</ol>", [""]),
        ("<ul><li>x<ul><li>x</ul></ul>", ["• ", "◦ "]),
        ("<ol><li><ol type=a><li>x<li>x</ol></ol>", ["1. a. ", "b. "]),
    ],
)
def test_items_of_lists_have_the_marks_that_a_browser_draws(listed: str, marks: list[str]) -> None:
    lines = read(listed).lines
    assert [line.text for line in lines] == [f"{mark}x" for mark in marks]
    assert [line.text[: line.listed] for line in lines] == marks


def test_lists_within_lists_are_deeper_and_a_bold_lead_in_counts_with_its_mark() -> None:
    first, second = read("<ol><li><b>Housing.</b> For all<ul><li>also the poor</ul></ol>").lines
    assert (first.level, second.level) == (1, 2)
    assert first.indent < second.indent
    assert first.text[: first.bold].strip() == "1. Housing."


def test_raised_digits_and_links_are_counted() -> None:
    (line,) = read("<p>Human Right City<sup>1</sup> of <a href=x>Gwangju</a></p>").lines
    assert [line.text[each.start : each.end] for each in line.raised] == ["1"]
    assert line.links == len("Gwangju")


def test_what_stands_around_the_text_says_what_it_is() -> None:
    body = "<p>" + "We promise. " * 30 + "</p>"
    source = read(
        "<header>The city</header><nav><a href=a>News</a></nav>"
        f"<article><header><h1>Declaration</h1></header>{body}</article><aside>See also</aside><div class='share'>Share</div>"
        "<div id=comments><p>Well said</p><form><label>Name</label><textarea>Type</textarea><button>Send</button></form></div>"
        "<select><option>Seoul</select><footer>Contact</footer>"
    )
    assert [(line.text, line.role) for line in source.lines if not line.text.startswith("We promise")] == [
        ("The city", Role.HEADER), ("News", Role.MENU), ("Declaration", Role.BODY), ("See also", Role.MENU), ("Share", Role.MENU),
        ("Well said", Role.COMMENT), ("Name", Role.FORM), ("Type", Role.FORM), ("Send", Role.FORM), ("Seoul", Role.FORM), ("Contact", Role.FOOTER),
    ]  # fmt: skip


def test_a_page_that_stands_wholly_in_a_form_or_a_box_is_its_text() -> None:
    source = read("<form class=sidebar><p>We promise to house all.</p><p>And to report.</p></form>")
    assert {line.role for line in source.lines} == {Role.BODY}


@pytest.mark.parametrize(
    "notes",
    [
        "<h2>Notes</h2><ol><li>Said in 2011.</ol>",
        "<p><b>각주</b></p><ol><li>Said in 2011.</ol>",
        "<ol class=footnotes><li>Said in 2011.</ol>",
        "<section role=doc-endnotes><ol><li>Said in 2011.</ol></section>",
        "<div id=ftn1><p>1. Said in 2011.</p></div>",
        "<div style='mso-element:footnote'><p>1. Said in 2011.</p></div>",
    ],
)
def test_notes_are_footnotes_where_the_page_says_so(notes: str) -> None:
    source = read(f"<p>{'We promise. ' * 9}</p>{notes}<p>Done in Gwangju.</p>")
    assert line_of(source, "1. Said").role is Role.FOOTNOTE
    assert source.lines[-1].role is Role.BODY


def test_what_no_reader_sees_is_not_read() -> None:
    hidden = "<script>a</script><style>b</style><template>c</template><p hidden>d</p><p style='display: none'>e</p><!-- f --><span class=sr-only>g</span>"
    assert texts(f"<p>seen</p>{hidden}<iframe>h</iframe><svg><text>i</text></svg><input value=j>") == ["seen"]


def test_what_is_struck_out_is_a_remark_beside_the_line() -> None:
    lines = read("<p>We <del>hope</del> promise</p>").lines
    assert [(line.text, line.role) for line in lines] == [("We promise", Role.BODY), ("hope", Role.COMMENT)]


def test_a_table_of_data_is_read_row_by_row_and_one_that_lays_out_block_by_block() -> None:
    data = read("<table><tr><th>City<th>Due<tr><td><p>Seoul</p><td>2030</table>").lines
    assert [(line.text, line.role) for line in data] == [("City Due", Role.TABLE), ("Seoul 2030", Role.TABLE)]
    laid_out = read("<table><tr><td><h1>Declaration</h1><p>We promise.</p><td>beside</table>").lines
    assert [(line.text, line.role) for line in laid_out] == [("Declaration", Role.BODY), ("We promise.", Role.BODY), ("beside", Role.BODY)]


KOREAN = "<p>우리는 인권도시를 위하여 힘쓰기로 한다.</p>"


@pytest.mark.parametrize(
    "data",
    [
        KOREAN.encode(),
        b"\xef\xbb\xbf" + KOREAN.encode(),
        KOREAN.encode("utf-16"),
        KOREAN.encode("utf-16-le"),
        KOREAN.encode("cp949"),
        b'<meta charset="euc-kr">' + KOREAN.encode("cp949"),
        b'<meta http-equiv="Content-Type" content="text/html; charset=ks_c_5601-1987">' + KOREAN.encode("cp949"),
        b'<meta charset="no-such-thing">' + KOREAN.encode(),
        b"From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b\r\n"
        b"Content-Type: text/html; charset=euc-kr\r\nContent-Transfer-Encoding: 8bit\r\n\r\n" + KOREAN.encode("cp949") + b"\r\n--b--\r\n",
    ],
)
def test_letters_are_read_however_they_are_written(data: bytes) -> None:
    source = html.source(data, "page.html")
    assert source.text == "우리는 인권도시를 위하여 힘쓰기로 한다."
    assert source.said == ()


def test_letters_that_cannot_be_read_are_said() -> None:
    source = html.source(b"<meta charset=euc-kr><p>" + "도시".encode("cp949") + b"\xff\x81 and \x81", "page.html")
    assert source.said == ("texts.file_unread_letters",)


def test_what_combines_is_composed() -> None:
    assert texts("<p>cafe&#x301; <b>e</b>&#x301; 도시</p>") == ["caf\xe9 \xe9 도시"]


def test_parts_that_stand_in_one_another_without_an_end_are_refused_at_once() -> None:
    began = time.process_time()
    with pytest.raises(Refused, match="nested"):
        read("<div>" * 90_000)
    with pytest.raises(Refused, match="tags"):
        read("<p>x</p>" * 90_000)
    with pytest.raises(Refused, match="tags"):
        read("<p " + "a=1 " * 100_000 + ">x")
    assert texts(f"<p style='background: url(data:{'A' * 100_000})'>x") == ["x"]
    assert time.process_time() - began < 1


def test_a_long_line_is_read_in_little_time() -> None:
    began = time.process_time()
    assert len(read("<p>" + "word " * 80_000).text) == 399_999
    read("<" * 90_000)
    read("<!--" * 50_000)
    read("<p><b>" * 500 + "<table><tr><td>" * 300)
    assert time.process_time() - began < 4


WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zs", "Zl", "Zp", "Mn", "Mc", "Me"]), min_size=1, max_size=12)
BLOCKS = st.sampled_from(["p", "div", "li", "h3", "td", "blockquote", "dd", "pre", "section"])


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(BLOCKS, st.sampled_from(["{}", "<b>{}</b> {}", "{}<br>{}", "{} <a href=x>{}</a>"]), WORDS), min_size=1, max_size=8)
)
def test_every_letter_of_a_page_is_read_in_its_order(blocks: list[tuple[str, str, str]]) -> None:
    body = "".join(f"<{tag}>{inner.replace('{}', escape(word))}</{tag}>" for tag, inner, word in blocks)
    wanted = "".join(word * inner.count("{}") for _, inner, word in blocks)
    letters = re.sub(r"\s", "", "".join(line.text[line.listed :] for line in read(body).lines))
    assert letters == re.sub(r"\s", "", unicodedata.normalize("NFC", wanted))
