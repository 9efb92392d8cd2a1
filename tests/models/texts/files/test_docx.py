"""Word files as their reader sees them."""

from __future__ import annotations

from models.texts.files import docx
from models.texts.source import Line, Role, Source
from tests.samples.texts.office_files import docx_of, level, numbered


def read(body: str, numbering: str = "", **parts: str) -> Source:
    return docx.source(docx_of(body, numbering, **parts), "lamps.docx")


def texts(source: Source, role: Role = Role.BODY) -> list[str]:
    return [line.text for line in source.lines if line.role is role]


def paragraph(words: str, properties: str = "") -> str:
    return f"<w:p>{properties and f'<w:pPr>{properties}</w:pPr>'}{run(words)}</w:p>"


def run(words: str, type_: str = "") -> str:
    return f'<w:r>{type_ and f"<w:rPr>{type_}</w:rPr>"}<w:t xml:space="preserve">{words}</w:t></w:r>'


UP, THIN = '<w:vertAlign w:val="superscript"/>', '<w:b w:val="0"/>'
LISTS = (
    '<w:abstractNum w:abstractNumId="1">'
    + level(0, "decimal", "%1.")
    + level(1, "lowerLetter", "%1.%2)")
    + level(2, "lowerRoman", "(%3)")
    + "</w:abstractNum>"
    + '<w:abstractNum w:abstractNumId="2">'
    + level(0, "decimal", "제%1조", '<w:pStyle w:val="Article"/>')
    + level(1, "decimalEnclosedCircle", "%2")
    + level(2, "ganada", "%3.")
    + level(3, "bullet", "\uf0b7")
    + "</w:abstractNum>"
    + '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    + '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    + '<w:num w:numId="3"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    + '<w:num w:numId="4"><w:abstractNumId w:val="2"/></w:num>'
)


def test_lists_have_the_numbers_that_word_draws() -> None:
    body = "".join(numbered("x", 1, at) for at in (0, 1, 1, 2, 0, 1)) + numbered("on", 2) + numbered("anew", 3) + numbered("next", 3)
    assert texts(read(body, LISTS)) == ["1. x", "1.a) x", "1.b) x", "(i) x", "2. x", "2.a) x", "3. on", "1. anew", "2. next"]


def test_korean_articles_are_numbered_by_their_style_and_told_by_their_depth() -> None:
    body = paragraph("(목적)", '<w:pStyle w:val="Article"/>') + "".join(numbered("말", 4, at) for at in (1, 1, 2, 3))
    source = read(body, LISTS)
    assert texts(source) == ["제1조 (목적)", "① 말", "② 말", "가. 말", "• 말"]
    assert [(line.listed, line.level) for line in source.lines] == [(4, 1), (2, 2), (2, 2), (3, 3), (2, 4)]


def test_a_paragraph_may_take_itself_out_of_the_list_of_its_style() -> None:
    assert texts(read(paragraph("x", '<w:pStyle w:val="Article"/><w:numPr><w:numId w:val="0"/></w:numPr>'), LISTS)) == ["x"]


def test_type_says_what_is_heading_lead_in_and_raised() -> None:
    body = (
        paragraph("Lamps", '<w:pStyle w:val="Heading2"/>')
        + f"<w:p>{run('Oil. ', '<w:b/>')}{run('We buy it on the 2')}{run('nd', UP)}</w:p>"
        + f"<w:p>{run('thin', THIN)}<w:r><w:br/><w:tab/></w:r>{run('below')}</w:p>"
    )
    heading, oil, thin, below = read(body).lines
    assert (heading.heading, heading.bold) == (2, 5)
    assert (oil.bold, [oil.text[each.start : each.end] for each in oil.raised]) == (4, ["nd"])
    assert [(thin.text, thin.bold, thin.whole), (below.text, below.whole)] == [("thin", 0, False), ("below", True)]


def test_notes_stand_at_the_end_with_the_marks_that_the_text_has() -> None:
    called = '<w:r><w:footnoteReference w:id="{}"/></w:r>'
    words = '<w:footnote w:id="{}"><w:p><w:r><w:footnoteRef/></w:r>{}</w:p></w:footnote>'
    source = read(
        f'<w:p>{run("Oil")}{called.format(7)}{run(" and gas")}{called.format(5)}<w:r><w:endnoteReference w:id="2"/></w:r></w:p>',
        footnotes='<w:footnote w:type="separator" w:id="0"><w:p/></w:footnote>'
        + words.format(5, run("of coal"))
        + words.format(7, run(" of olives")),
        endnotes=f'<w:endnote w:id="2"><w:p>{run("no mark of its own")}</w:p></w:endnote>',
    )
    assert texts(source) == ["Oil1 and gas2i"]
    assert [source.lines[0].text[each.start : each.end] for each in source.lines[0].raised] == ["1", "2i"]
    assert texts(source, Role.FOOTNOTE) == ["1 of olives", "2 of coal", "i no mark of its own"]


def test_what_was_struck_out_and_hidden_is_no_text_and_is_said() -> None:
    body = (
        f"<w:p>{run('We ')}<w:del w:id='1' w:author='N'><w:r><w:delText>never </w:delText></w:r></w:del>"
        f"<w:ins w:id='2' w:author='N'>{run('always ')}</w:ins>{run('light lamps')}{run(' (ask Ann)', '<w:vanish/>')}</w:p>"
    )
    source = read(body, comments=f'<w:comment w:id="1" w:author="N">{paragraph("Sure?")}</w:comment>')
    assert texts(source) == ["We always light lamps"]
    assert texts(source, Role.COMMENT) == ["never", "(ask Ann)", "Sure?"]
    assert source.said == ("texts.file_tracked", "texts.file_hidden")


def test_headers_are_told_once_tables_cell_by_cell_and_boxes_after_what_they_stand_in() -> None:
    box = f"<w:txbxContent>{paragraph('boxed')}</w:txbxContent>"
    both = (
        f"<mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:wsp><wps:txbx>{box}</wps:txbx></wps:wsp></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent>"
    )
    cells = "".join(f"<w:tc>{paragraph(words)}</w:tc>" for words in ("City", "Lamps"))
    source = read(
        f"<w:p><w:r>{both}</w:r>{run('beside')}</w:p><w:tbl><w:tr>{cells}</w:tr></w:tbl>",
        header1=paragraph("League"),
        header2=paragraph("League"),
        footer1=paragraph("Page 1"),
    )
    assert [(line.role, line.text) for line in source.lines] == [
        (Role.HEADER, "League"),
        (Role.BODY, "beside"),
        (Role.BODY, "boxed"),
        (Role.TABLE, "City"),
        (Role.TABLE, "Lamps"),
        (Role.FOOTER, "Page 1"),
    ]
    assert source.said == ("texts.file_boxes",)


def test_signs_of_typefaces_and_fields_are_what_is_seen() -> None:
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run("3")}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    body = (
        f'<w:p><w:r><w:sym w:font="Wingdings" w:char="F0FC"/><w:noBreakHyphen/></w:r>{field}<w:hyperlink>{run("here")}</w:hyperlink></w:p>'
    )
    (line,) = read(body).lines
    assert line == Line("✓‑3here", links=4)
