"""The draft as a Word file, its own paragraphs with our remarks as comments on the very words, and an account of it in front.

Comments are Word's own, so that a drafter can answer, settle and delete them. The draft's words are as they were handed in.
"""

from __future__ import annotations

import datetime as dt
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise

import docx
from docx.comments import Comment
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_LINE_SPACING
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from exports.brief import styles
from exports.remarks.account import account
from exports.stamped import stamped
from models.labels import Say
from models.register.register import Register
from models.texts.drafting import telling
from models.texts.drafting.draft import Draft, Kind, Passage, Remark, Unit
from models.texts.parts import Kind as Part
from models.texts.source import Stretch

_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What no XML can carry."""
_EARLIER = frozenset(
    {Kind.WEAKER, Kind.FIRMER, Kind.SHIFTED, Kind.NO_EVIDENCE, Kind.NOT_ASSESSED, Kind.OVERDUE, Kind.WITHHELD, Kind.CONTRARY}
)
"""Remarks that speak of earlier words, which are then quoted."""
_MOST_DEEP = 4
_DRAFT = "Draft Text"
_COMMENTS = (
    f'<w:style {nsdecls("w")} w:type="paragraph" w:styleId="CommentText"><w:name w:val="annotation text"/><w:basedOn w:val="Normal"/>'
    '<w:uiPriority w:val="99"/><w:pPr><w:spacing w:after="40" w:line="240" w:lineRule="auto"/></w:pPr><w:rPr><w:sz w:val="20"/></w:rPr></w:style>',
    f'<w:style {nsdecls("w")} w:type="character" w:styleId="CommentReference"><w:name w:val="annotation reference"/>'
    '<w:uiPriority w:val="99"/><w:rPr><w:sz w:val="16"/></w:rPr></w:style>',
)
"""The styles that Word gives its comments; the library names them and brings none along."""


@dataclass(frozen=True, slots=True)
class _Said:
    """A comment: the words that it is on, and its paragraphs, the first of them bold."""

    at: Stretch
    head: str
    lines: tuple[str, ...]


def docx_file(draft: Draft, register: Register, say: Say, on: dt.date) -> bytes:
    """The file as of a day; the same draft, records and day give the same bytes."""
    made, lang = docx.Document(), draft.reading.language or ""
    section = made.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(18)
    section.top_margin, section.bottom_margin = Mm(16), Mm(16)
    styles.prepare(made, say.lang)
    _for_work(made)
    _properties(made, say, on)
    made.add_paragraph(say("remarks.title"), "Title")
    forum = draft.context.forum
    line = say("remarks.line", date=say.date(on), forum=say.ordinal(forum)) if forum else say("remarks.line_day", date=say.date(on))
    made.add_paragraph(line, "Subtitle")
    made.add_paragraph(say("remarks.lede"), "Body Text")
    _account(made, draft, register, say)
    heading = made.add_paragraph(say("remarks.as_it_is"), "Heading 1")
    heading.paragraph_format.page_break_before, heading.paragraph_format.space_after = True, Pt(8)
    for passage in draft.passages:
        _passage(made, passage, lang, register, say, on)
    made.sections[0].footer.paragraphs[0].add_run(say("remarks.running", date=say.date(on)))
    out = io.BytesIO()
    made.save(out)
    return stamped(out, on)


def _for_work(made: Document) -> None:
    """The draft's own paragraphs are larger and further apart than those of a brief, which has to fit two pages."""
    for each in _COMMENTS:
        made.styles.element.append(parse_xml(each))
    style = made.styles.add_style(_DRAFT, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = made.styles["Normal"]
    style.font.size = Pt(11)
    style.paragraph_format.line_spacing_rule = WD_LINE_SPACING.MULTIPLE
    style.paragraph_format.line_spacing = 1.3
    style.paragraph_format.space_after = Pt(8)


def _properties(made: Document, say: Say, on: dt.date) -> None:
    properties, noon = made.core_properties, dt.datetime(on.year, on.month, on.day, 12)
    properties.title, properties.author, properties.last_modified_by = say("remarks.title"), say("frame.product"), say("frame.product")
    properties.language, properties.comments = styles.LANGUAGES[say.lang], ""
    properties.created = properties.modified = noon


def _account(made: Document, draft: Draft, register: Register, say: Say) -> None:
    under = ""
    for block in account(draft, register, say):
        if block.under and block.under != under:
            made.add_paragraph(block.under, "Heading 1")
        if block.note:
            made.add_paragraph(block.note, "Body Text")
        made.add_paragraph(block.heading, "Heading 2" if block.under else "Heading 1")
        under = block.under
        for line in block.lines:
            made.add_paragraph(_writable(line), "List Bullet")


def _passage(made: Document, passage: Passage, lang: str, register: Register, say: Say, on: dt.date) -> None:
    """A paragraph of the draft, with its mark before it and the comments on its words."""
    part = passage.part
    style = {Part.TITLE: "Title", Part.HEADING: "Heading 2", Part.EPIGRAPH: "Quote", Part.FOOTNOTE: "Caption"}.get(part.kind, _DRAFT)
    paragraph = made.add_paragraph(style=style)
    if part.level > 1 and part.kind.is_provision:
        paragraph.paragraph_format.left_indent = Mm(6 * min(_MOST_DEEP, part.level - 1))
    if part.mark and not part.text.startswith(part.mark):
        _run(paragraph, f"{part.mark} ", lang)
    said = list(_comments(passage, register, say))
    edges = {edge for each in said for edge in (each.at.start, each.at.end)}
    cuts = sorted({0, len(part.text), *edges})
    runs = {start: (end, _run(paragraph, part.text[start:end], lang)) for start, end in pairwise(cuts)}
    for each in said:
        covered = [run for start, (end, run) in runs.items() if each.at.start <= start and end <= each.at.end]
        if covered:
            _comment(made, covered, each, say, on)


def _run(paragraph: Paragraph, words: str, lang: str) -> Run:
    """Words in the language of the draft."""
    run = paragraph.add_run(_writable(words))
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), styles.WESTERN if lang == "ko" else styles.LANGUAGES.get(lang, styles.WESTERN))
    language.set(qn("w:eastAsia"), styles.LANGUAGES["ko"])
    run._r.get_or_add_rPr().append(language)
    return run


def _comments(passage: Passage, register: Register, say: Say) -> Iterator[_Said]:
    """What is said of a passage: of all of it, then unit by unit of the words that each remark is on."""
    whole = Stretch(0, len(passage.part.text))
    if passage.remarks and len(whole):
        yield _Said(whole, "", tuple(telling.remark(each, say) for each in passage.remarks))
    for unit in passage.units:
        for at, remarks in groupby(sorted(unit.remarks, key=lambda each: _place(each, unit)), key=lambda each: _place(each, unit)):
            found = list(remarks)
            lines = [telling.remark(each, say) for each in found]
            if unit.before and any(each.kind in _EARLIER for each in found):
                lines.append(say("remarks.earlier", place=say.place(unit.before.place), words=register.words_at(unit.before.place)))
            start, end = max(0, at[0]), min(len(passage.part.text), at[1])
            if start < end:
                yield _Said(Stretch(start, end), _head(unit, say), tuple(lines))


def _place(remark: Remark, unit: Unit) -> tuple[int, int]:
    at = remark.at or unit.at
    return at.start, at.end


def _head(unit: Unit, say: Say) -> str:
    return telling.wording(unit.force.value, unit.precision.value if unit.precision else None, say)


def _comment(made: Document, runs: list[Run], said: _Said, say: Say, on: dt.date) -> None:
    comment = made.add_comment(runs, author=say("remarks.author"), initials="")
    # The library writes the moment of writing into it; nothing of ours has a clock.
    comment._comment_elm.date = dt.datetime(on.year, on.month, on.day, 12, tzinfo=dt.UTC)
    lines = [(said.head, True)] if said.head else []
    for place, (words, bold) in enumerate([*lines, *((line, False) for line in said.lines)]):
        _line(comment, place, _writable(words), bold)


def _line(comment: Comment, place: int, words: str, bold: bool) -> None:
    paragraph = comment.paragraphs[0] if place == 0 else comment.add_paragraph()
    paragraph.add_run(words).bold = bold or None


def _writable(text: str) -> str:
    return _UNWRITABLE.sub("\ufffd", text)
