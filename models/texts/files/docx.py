"""A Word file: paragraphs as they are read, with the numbers that Word draws, notes, text boxes, comments and tracked changes.

What was inserted is text and what was struck out is a comment on it, as in the view that Word opens with; hidden text is told as one too.
Headers come first, then the text, its notes, comments and footers.
"""

from __future__ import annotations

import posixpath
from dataclasses import dataclass, field, replace
from typing import Any, Final

from models.texts.files import docx_lists
from models.texts.files.archive import Archive, opened
from models.texts.files.docx_lists import FORMS, Lists, Styles, drawable, on, sign
from models.texts.files.drawn.numerals import Form, drawn
from models.texts.files.drawn.setting import Setting
from models.texts.files.drawn.tags import all_words, child, children, named, number, said
from models.texts.files.refusing import Refused
from models.texts.source import FileKind, Line, Role, Source

_THROUGH: Final = (
    "hyperlink",
    "ins",
    "moveTo",
    "smartTag",
    "sdt",
    "sdtContent",
    "fldSimple",
    "bdo",
    "dir",
    "customXml",
    "oMath",
    "oMathPara",
)
"""Elements around words that are read as if they were not there."""
_STRUCK: Final = ("del", "moveFrom")
_WORDS: Final = {"t": "", "delText": "", "tab": "\t", "ptab": "\t", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}


@dataclass
class _Notes:
    """Footnotes or endnotes: where their words stand, and how they are numbered."""

    words: dict[str, Any]
    form: Form
    next: int
    marks: dict[str, str] = field(default_factory=dict)


@dataclass
class _Reading:
    """A file while it is read."""

    styles: Styles
    lists: Lists
    notes: dict[str, _Notes]
    lines: list[Line] = field(default_factory=list)
    said: dict[str, None] = field(default_factory=dict)
    called: list[tuple[str, str]] = field(default_factory=list)
    """The notes in the order in which the text calls them."""


@dataclass
class _Paragraph:
    """A paragraph while it is read."""

    properties: Any
    words: Setting = field(default_factory=Setting)
    struck: Setting = field(default_factory=Setting)
    hidden: Setting = field(default_factory=Setting)
    boxes: list[Any] = field(default_factory=list)
    mark: str = ""
    """The mark of the note whose words it begins, as long as it was not drawn."""
    marked: bool = False
    """It was drawn just now."""


def source(data: bytes, name: str) -> Source:
    """What the reader of a Word file sees."""
    archive = opened(data)
    main = _leads(archive, "").get("officeDocument", ["word/document.xml"])[0]
    parts = _leads(archive, main)
    body = child(archive.xml(main), "body")
    if body is None:
        raise Refused("broken")

    def part(kind: str) -> Any | None:
        return next((archive.xml(path) for path in parts.get(kind, ()) if path in archive.names), None)

    styles = docx_lists.styles(part("styles"))
    reading = _Reading(styles, docx_lists.lists(part("numbering"), styles), {})
    settings = part("settings")
    for kind, otherwise in (("footnote", "decimal"), ("endnote", "lowerRoman")):
        reading.notes[kind] = _notes(part(f"{kind}s"), kind, otherwise, [settings, *body.iter("{*}sectPr")])
    for kind, role in (("header", Role.HEADER), ("footer", Role.FOOTER)):
        seen: set[str] = set()
        for path in parts.get(kind, ()):
            if path in archive.names:
                before = len(reading.lines)
                _blocks(reading, archive.xml(path), role)
                words = "\n".join(line.text for line in reading.lines[before:])
                if words in seen:
                    del reading.lines[before:]
                seen.add(words)
        if role is Role.HEADER:
            _blocks(reading, body, Role.BODY)
            _shownbelow(reading)
            for comment in children(part("comments"), "comment"):
                _blocks(reading, comment, Role.COMMENT)
    title = archive.xml("docProps/core.xml") if "docProps/core.xml" in archive.names else None
    told = all_words(child(title, "title"))
    return Source(FileKind.DOCX, name, tuple(reading.lines), title=told or None, said=tuple(reading.said))


def _leads(archive: Archive, part: str) -> dict[str, list[str]]:
    """The parts to which a part leads, by what they are to it."""
    folder, file = posixpath.split(part)
    path = posixpath.join(folder, "_rels", f"{file}.rels")
    found: dict[str, list[str]] = {}
    if path in archive.names:
        for lead in children(archive.xml(path), "Relationship"):
            if said(lead, "TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, said(lead, "Target"))).lstrip("/")
                found.setdefault(said(lead, "Type").rpartition("/")[2], []).append(target)
    return found


def _notes(root: Any, kind: str, otherwise: str, places: list[Any]) -> _Notes:
    """The notes of one kind; how they are numbered is said by the file as a whole or by its first section."""
    form, start = otherwise, 1
    for place in places:
        properties = child(place, f"{kind}Pr")
        form = said(child(properties, "numFmt"), "val") or form
        start = number(said(child(properties, "numStart"), "val"), start)
    words = {said(each, "id"): each for each in children(root, kind) if said(each, "type", "normal") == "normal"}
    return _Notes(words, FORMS.get(form, Form.DECIMAL), start)


def _shownbelow(reading: _Reading) -> None:
    """The notes that were called, and at last those that nothing calls."""
    at = 0
    while at < len(reading.called):
        kind, id_ = reading.called[at]
        _blocks(reading, reading.notes[kind].words.pop(id_), Role.FOOTNOTE, reading.notes[kind].marks[id_])
        at += 1
    for notes in reading.notes.values():
        for each in notes.words.values():
            _blocks(reading, each, Role.FOOTNOTE)


def _blocks(reading: _Reading, around: Any, role: Role, mark: str = "") -> None:
    """The paragraphs in something, cell by cell where it is a table; `mark` begins the first where they are a note."""
    for each in around:
        name = named(each)
        if name == "p":
            _paragraph(reading, each, role, mark)
            mark = ""
        elif name == "tbl":
            for row in children(each, "tr", "sdt", "customXml", "ins"):
                _blocks(reading, row, Role.TABLE if role is Role.BODY else role)
        elif name == "AlternateContent":
            _blocks(reading, _choice(each), role, mark)
        elif name in ("tc", "sdt", "sdtContent", "customXml", "ins", "moveTo", "tr"):
            _blocks(reading, each, role, mark)
        elif name in _STRUCK:
            _blocks(reading, each, Role.COMMENT)
            reading.said["texts.file_tracked"] = None


def _choice(alternatives: Any) -> Any:
    """Of two ways to say the same, the newer one."""
    choice = child(alternatives, "Choice")
    return choice if choice is not None else child(alternatives, "Fallback") if child(alternatives, "Fallback") is not None else ()


def _paragraph(reading: _Reading, element: Any, role: Role, mark: str) -> None:
    properties = child(element, "pPr")
    here = _Paragraph(properties, mark=mark)
    place = reading.lists.place(properties)
    before = reading.lists.drawn(place) if place else ""
    _runs(reading, element, here, link=False, struck=False)
    if here.mark:
        # The file draws no mark of its own before the note.
        here.words.begin(here.mark)
    own = child(properties, "ind")
    indent = reading.styles.paragraph(properties, "ind") if own is None else own
    like = Line(
        "",
        role,
        heading=docx_lists.heading(reading.styles, properties) if role is Role.BODY else None,
        level=place.level + 1 if place and before else 0,
        indent=docx_lists.indent(indent) if own is not None or not place else reading.lists.indent(place),
    )
    reading.lines += here.words.lines(like, before)
    plain = replace(like, role=Role.COMMENT, heading=None, level=0)
    for words, told in ((here.struck, "texts.file_tracked"), (here.hidden, "texts.file_hidden")):
        if words:
            reading.lines += words.lines(plain)
            reading.said[told] = None
    for box in here.boxes:
        reading.said["texts.file_boxes"] = None
        _blocks(reading, box, role)


def _runs(reading: _Reading, around: Any, here: _Paragraph, *, link: bool, struck: bool) -> None:
    for each in around:
        name = named(each)
        if name == "r":
            _run(reading, each, here, link=link, struck=struck)
        elif name in _STRUCK:
            reading.said["texts.file_tracked"] = None
            _runs(reading, each, here, link=link, struck=True)
        elif name in _THROUGH:
            if name in ("ins", "moveTo"):
                reading.said["texts.file_tracked"] = None
            _runs(reading, each, here, link=link or name == "hyperlink", struck=struck)
        elif name == "AlternateContent":
            _runs(reading, _choice(each), here, link=link, struck=struck)


def _run(reading: _Reading, run: Any, here: _Paragraph, *, link: bool, struck: bool) -> None:
    properties = child(run, "rPr")

    def type_(name: str) -> Any | None:
        return reading.styles.run(properties, here.properties, name)

    bold, raised = on(type_("b")), said(type_("vertAlign"), "val") == "superscript"
    words = here.struck if struck else here.hidden if on(type_("vanish")) else here.words
    for each in run:
        name = named(each)
        if name in _WORDS:
            shown = _WORDS[name] or drawable(each.text or "").replace("\n", " ")
            if here.marked and shown and not shown[0].isspace():
                words.add(" ")
            here.marked = here.marked and not shown
            words.add(shown, bold=bold, raised=raised, link=link)
        elif name == "br":
            words.add("\n")
        elif name == "sym":
            code = said(each, "char")
            words.add(sign(int(code, 16)) if len(code) == 4 and all(digit in "0123456789abcdefABCDEF" for digit in code) else "", bold=bold)
        elif name in ("footnoteReference", "endnoteReference"):
            words.add(_called(reading, name.removesuffix("Reference"), each), bold=bold, raised=True)
        elif name in ("footnoteRef", "endnoteRef") and here.mark:
            words.add(here.mark, raised=True)
            here.mark, here.marked = "", True
        elif name == "ruby":
            for part in ("rubyBase", "rt"):
                _runs(reading, child(each, part) if child(each, part) is not None else (), here, link=link, struck=struck)
        elif name in ("drawing", "pict", "object", "AlternateContent"):
            around = _choice(each) if name == "AlternateContent" else each
            here.boxes += _boxes(around)


def _boxes(around: Any) -> list[Any]:
    """The text boxes in a drawing, those within others left to them."""
    found: list[Any] = []
    for each in around:
        if named(each) == "txbxContent":
            found.append(each)
        else:
            found += _boxes(_choice(each) if named(each) == "AlternateContent" else each)
    return found


def _called(reading: _Reading, kind: str, reference: Any) -> str:
    """The mark of a note where the text calls it; nothing where the text writes one itself."""
    notes, id_ = reading.notes[kind], said(reference, "id")
    if id_ in notes.marks or id_ not in notes.words:
        return notes.marks.get(id_, "")
    own = said(reference, "customMarkFollows") in ("1", "true", "on")
    notes.marks[id_] = "" if own else drawn(notes.next, notes.form)
    notes.next += 0 if own else 1
    reading.called.append((kind, id_))
    return notes.marks[id_]
