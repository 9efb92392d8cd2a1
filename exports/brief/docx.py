"""The Brief as a Word file: real styles, headings, lists and one table, so that it can be edited and read aloud.

What a style can say is said by a style (exports/brief/styles.py); paragraphs carry words and nothing else.
"""

from __future__ import annotations

import datetime as dt
import io
import re
from collections.abc import Callable

import docx
from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Mm
from docx.text.paragraph import Paragraph

from exports.brief import styles
from exports.brief.drawable import drawable
from exports.stamped import stamped
from models.brief.telling.tree import Entry, Section, Sheet, Source, Table

_EXTERNAL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"


def docx_file(told: Sheet) -> bytes:
    """The sheet as a Word file on A4; the same sheet gives the same bytes."""
    told, made = drawable(told), docx.Document()
    _page(made)
    numbering = styles.prepare(made, told.lang)
    _properties(made, told)
    _say(made, "Title", told.title)
    _say(made, "Subtitle", told.line)
    _say(made, "Body Text", told.lede)
    for section in told.sections:
        _section(made, section, numbering, told.link)
    if told.sources:
        _say(made, "Heading 1", told.sources_heading)
        for source in told.sources:
            _source(made, source)
    _say(made, "Foot Note", " ".join(told.foot))
    _footer(made, told)
    out = io.BytesIO()
    made.save(out)
    return stamped(out, dt.date.fromisoformat(told.day))


def _page(made: Document) -> None:
    section = made.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(18)
    section.top_margin, section.bottom_margin = Mm(14), Mm(15)
    section.header_distance, section.footer_distance = Mm(7), Mm(7)


def _properties(made: Document, told: Sheet) -> None:
    properties = made.core_properties
    day = dt.datetime.fromisoformat(told.day).replace(hour=12)
    properties.title, properties.subject, properties.author = told.title[:255], told.line[:255], told.author
    properties.language = styles.LANGUAGES[told.lang]
    properties.comments = ""
    properties.created = properties.modified = day
    properties.last_modified_by = told.author


def _say(made: Document, style: str, words: str) -> Paragraph:
    paragraph = made.add_paragraph(style=style)
    _run(paragraph, words)
    return paragraph


def _run(paragraph: Paragraph, words: str, style: str | None = None, lang: str = "") -> None:
    run = paragraph.add_run(words, style)
    if lang:
        language = OxmlElement("w:lang")
        language.set(qn("w:val"), styles.WESTERN if lang == "ko" else styles.LANGUAGES.get(lang, lang))
        language.set(qn("w:eastAsia"), styles.LANGUAGES["ko"])
        run._r.get_or_add_rPr().append(language)


def _section(made: Document, section: Section, numbering: styles.Numbering, link: Callable[[Entry], str]) -> None:
    _say(made, "Heading 1", section.heading)
    if section.lede:
        _say(made, "Body Text", section.lede)
    if section.table:
        _table(made, section.table)
        if section.after:
            _say(made, "Body Text", section.after)
    if section.subheading:
        _say(made, "Heading 2", section.subheading)
    numbered = numbering.restarted() if section.numbered else None
    for entry in section.entries:
        _entry(made, entry, numbered, link(entry))
    if section.more:
        _say(made, "More", section.more)


def _entry(made: Document, entry: Entry, numbered: int | None, address: str) -> None:
    """One thing told: the list item carries its first words, what belongs to it follows indented; its path leads to its full address."""
    item = made.add_paragraph(style="List Bullet" if numbered is None else "List Number")
    if numbered is not None:
        styles.number(item, numbered)
    if entry.lead:
        _run(item, entry.lead, "Strong")
    if entry.text:
        _run(item, f" {entry.text}" if entry.lead else entry.text, lang=entry.text_lang)
    last = item
    if entry.quote:
        last = item if not (entry.lead or entry.text) else made.add_paragraph(style="Quote")
        _quote(last, entry)
    else:
        _references(item, entry.refs)
    if entry.facts or entry.path:
        item.paragraph_format.keep_with_next = last.paragraph_format.keep_with_next = True
        facts = made.add_paragraph(style="List Continue")
        _run(facts, entry.facts)
        if entry.quote:
            _references(facts, entry.refs)
        _run(facts, " · " if entry.facts and entry.path else "")
        if address:
            facts._p.append(_leading(made, entry.path, address))
        else:
            _run(facts, entry.path)


def _quote(paragraph: Paragraph, entry: Entry) -> None:
    """The words in quotation marks, bold where they stand within their sentence."""
    if not (entry.quote_before or entry.quote_after):
        _run(paragraph, f"“{entry.quote}”", "Quoted Words", entry.quote_lang)
        return
    _run(paragraph, f"“{entry.quote_before}", "Quoted Words", entry.quote_lang)
    _run(paragraph, entry.quote, "Strong", entry.quote_lang)
    _run(paragraph, f"{entry.quote_after}”", "Quoted Words", entry.quote_lang)


def _references(paragraph: Paragraph, numbers: tuple[int, ...]) -> None:
    """The numbers of sources, each a link to its note."""
    if numbers:
        paragraph.add_run("\u00a0")
    for number in numbers:
        link = OxmlElement("w:hyperlink")
        link.set(qn("w:anchor"), f"source{number}")
        link.append(_linked(f"[{number}]", "SourceReference"))
        paragraph._p.append(link)


def _linked(words: str, style: str) -> BaseOxmlElement:
    run, properties, shown, text = OxmlElement("w:r"), OxmlElement("w:rPr"), OxmlElement("w:rStyle"), OxmlElement("w:t")
    shown.set(qn("w:val"), style)
    properties.append(shown)
    text.text = words
    run.append(properties)
    run.append(text)
    return run


def _leading(made: Document, words: str, address: str) -> BaseOxmlElement:
    """Words that lead out of the file."""
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), made.part.relate_to(address, _EXTERNAL, is_external=True))
    link.append(_linked(words, "Hyperlink"))
    return link


def _table(made: Document, table: Table) -> None:
    _say(made, "Caption", table.caption)
    grid = made.add_table(rows=0, cols=len(table.head), style="Register Table")
    for number, row in enumerate((table.head, *table.rows)):
        cells = grid.add_row().cells
        for column, words in enumerate(row):
            cells[column].paragraphs[0].style = made.styles["Table Name" if column == 0 else "Table Number"]
            _run(cells[column].paragraphs[0], words)
        if number == 0:
            # A header row, for whoever reads the table aloud and for a table that breaks over pages.
            heading = OxmlElement("w:tblHeader")
            grid.rows[0]._tr.get_or_add_trPr().append(heading)
    caption = OxmlElement("w:tblCaption")
    caption.set(qn("w:val"), table.caption)
    grid._tbl.tblPr.append(caption)


def _source(made: Document, source: Source) -> None:
    paragraph = made.add_paragraph(style="Source Note")
    start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
    for mark in (start, end):
        mark.set(qn("w:id"), str(source.number))
    start.set(qn("w:name"), f"source{source.number}")
    paragraph._p.append(start)
    _run(paragraph, source.title, "Strong")
    paragraph._p.append(end)
    _run(paragraph, f" {source.words} ")
    if source.address:
        paragraph._p.append(_leading(made, source.shown, source.address))
    else:
        _run(paragraph, source.shown)


def _footer(made: Document, told: Sheet) -> None:
    paragraph = made.sections[0].footer.paragraphs[0]
    _run(paragraph, f"{told.running}\t")
    for part in re.split(r"({here}|{all})", told.page):
        if part in ("{here}", "{all}"):
            _field(paragraph, "PAGE" if part == "{here}" else "NUMPAGES")
        elif part:
            _run(paragraph, part)


def _field(paragraph: Paragraph, name: str) -> None:
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), name)
    run, text = OxmlElement("w:r"), OxmlElement("w:t")
    text.text = "1" if name == "PAGE" else "2"
    run.append(text)
    field.append(run)
    paragraph._p.append(field)
