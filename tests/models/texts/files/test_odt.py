"""OpenDocument texts as their reader sees them."""

from __future__ import annotations

import pytest

from models.texts.files import odt
from models.texts.files.refusing import Refused
from models.texts.source import Role, Source
from tests.samples.texts.office_files import odt_of, packed

SEVEN = ' text:start-value="7"'
STYLES = (
    '<style:style style:name="Bold" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>'
    '<style:style style:name="Up" style:family="text"><style:text-properties style:text-position="33% 58%"/></style:style>'
    '<style:style style:name="Hidden" style:family="text"><style:text-properties text:display="none"/></style:style>'
    '<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix=")"/>'
    '<text:list-level-style-number text:level="2" style:num-format="가, 나, 다, ..." style:num-suffix="." text:display-levels="2"/>'
    "</text:list-style>"
    '<text:list-style style:name="Dots"><text:list-level-style-bullet text:level="1" text:bullet-char="–"/></text:list-style>'
)


def read(body: str, pages: str = "") -> Source:
    return odt.source(odt_of(body, STYLES, pages), "lamps.odt")


def texts(source: Source, role: Role = Role.BODY) -> list[str]:
    return [line.text for line in source.lines if line.role is role]


def items(*words: str, more: str = "") -> str:
    return "".join(
        f"<text:list-item{more}>{each if each.startswith('<') else f'<text:p>{each}</text:p>'}</text:list-item>" for each in words
    )


def test_lists_have_the_numbers_that_are_drawn() -> None:
    nested = f"<text:p>lamps</text:p><text:list>{items('oil', 'gas')}</text:list><text:p>still lamps</text:p>"
    body = (
        f'<text:list text:style-name="L">{items(nested, "wicks")}</text:list><text:p>between</text:p>'
        f'<text:list text:style-name="L" text:continue-numbering="true">{items("on")}</text:list>'
        f'<text:list text:style-name="L">{items("anew")}{items("seven", more=SEVEN)}</text:list>'
        f'<text:list text:style-name="Dots">{items("dot")}</text:list>'
    )
    source = read(body)
    assert texts(source) == [
        "1) lamps",
        "1.가. oil",
        "1.나. gas",
        "still lamps",
        "2) wicks",
        "between",
        "3) on",
        "1) anew",
        "7) seven",
        "– dot",
    ]
    assert [(line.listed, line.level) for line in source.lines[:4]] == [(3, 1), (5, 2), (5, 2), (0, 1)]


def test_blanks_count_once_and_type_says_what_is_heading_lead_in_and_raised() -> None:
    body = (
        '<text:h text:outline-level="2">Lamps</text:h>'
        '<text:p> <text:span text:style-name="Bold">Oil.</text:span>\n  We buy it<text:s text:c="2"/>on the 2'
        '<text:span text:style-name="Up">nd</text:span><text:line-break/>of May</text:p>'
    )
    heading, oil, may = read(body).lines
    assert (heading.text, heading.heading) == ("Lamps", 2)
    assert (oil.text, oil.bold, oil.whole) == ("Oil. We buy it  on the 2nd", 4, False)
    assert [oil.text[each.start : each.end] for each in oil.raised] == ["nd"]
    assert (may.text, may.whole) == ("of May", True)


def test_notes_remarks_headers_and_what_was_struck_out_are_told_apart() -> None:
    body = (
        '<text:tracked-changes><text:changed-region text:id="c1"><text:deletion><text:p>never </text:p></text:deletion></text:changed-region>'
        '</text:tracked-changes><text:p>We<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body>'
        '<text:p>The league.</text:p></text:note-body></text:note> <text:change text:change-id="c1"/>light<text:span text:style-name="Hidden">'
        " (ask)</text:span> lamps<office:annotation><text:p>Sure?</text:p></office:annotation>.</text:p>"
        "<text:p><draw:frame><draw:text-box><text:p>boxed</text:p></draw:text-box></draw:frame></text:p>"
        "<table:table><table:table-row><table:table-cell><text:p>City</text:p></table:table-cell></table:table-row></table:table>"
    )
    page = '<style:master-page style:name="{}"><style:header><text:p>League</text:p></style:header></style:master-page>'
    source = read(body, page.format("a") + page.format("b"))
    assert [(line.role, line.text) for line in source.lines] == [
        (Role.HEADER, "League"),
        (Role.BODY, "We1 light lamps."),
        (Role.COMMENT, "(ask)"),
        (Role.COMMENT, "never"),
        (Role.BODY, "boxed"),
        (Role.TABLE, "City"),
        (Role.FOOTNOTE, "1 The league."),
        (Role.COMMENT, "Sure?"),
    ]
    assert set(source.said) == {"texts.file_tracked", "texts.file_hidden", "texts.file_boxes"}


def test_a_text_with_a_password_is_refused() -> None:
    manifest = '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>'
    with pytest.raises(Refused) as refused:
        odt.source(packed({"content.xml": "\0", "META-INF/manifest.xml": manifest}), "lamps.odt")
    assert refused.value.reason == "password"
