"""A text in the format of Hancom Office (HWPX, the Korean standard OWPML), with the numbers that are drawn before its paragraphs.

The older HWP is read by the same words once it was turned into these elements (`hwp`). Headers come first, then the text, its notes,
remarks and footers.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final

from models.texts.files.archive import opened
from models.texts.files.drawn.counting import Counter, Level, parted
from models.texts.files.drawn.numerals import Form, drawn
from models.texts.files.drawn.setting import Setting
from models.texts.files.drawn.tags import all_words, child, children, named, number, said
from models.texts.files.refusing import Refused
from models.texts.source import FileKind, Line, Role, Source

_FORMS: Final = {
    "DIGIT": Form.DECIMAL,
    "CIRCLED_DIGIT": Form.CIRCLE,
    "ROMAN_CAPITAL": Form.ROMAN,
    "ROMAN_SMALL": Form.LOWER_ROMAN,
    "LATIN_CAPITAL": Form.LETTER,
    "LATIN_SMALL": Form.LOWER_LETTER,
    "CIRCLED_LATIN_CAPITAL": Form.CIRCLED_LETTER,
    "CIRCLED_LATIN_SMALL": Form.CIRCLED_LOWER_LETTER,
    "HANGUL_SYLLABLE": Form.SYLLABLE,
    "CIRCLED_HANGUL_SYLLABLE": Form.CIRCLED_SYLLABLE,
    "HANGUL_JAMO": Form.CONSONANT,
    "CIRCLED_HANGUL_JAMO": Form.CIRCLED_CONSONANT,
    "HANGUL_PHONETIC": Form.KOREAN,
    "IDEOGRAPH": Form.HANJA,
    "CIRCLED_IDEOGRAPH": Form.CIRCLED_HANJA,
    "SYMBOL": Form.SIGNS,
}
_WORDS: Final = {
    "lineBreak": "\n",
    "tab": "\t",
    "nbSpace": "\u00a0",
    "fwSpace": "\u3000",
    "hyphen": "\u00ad",
    "columnBreak": "\n",
    "pageBreak": "\n",
}
_APART: Final = {
    "footNote": Role.FOOTNOTE,
    "endNote": Role.FOOTNOTE,
    "header": Role.HEADER,
    "footer": Role.FOOTER,
    "hiddenComment": Role.COMMENT,
}
_SIGNS: Final = {0xF046: "☞", 0xF06C: "●", 0xF06E: "■", 0xF06F: "□", 0xF075: "◆", 0xF09F: "•", 0xF0A1: "○", 0xF0A7: "▪", 0xF0B7: "•",
                 0xF0FC: "✓", 0xF0FE: "☑"}  # fmt: skip
"""What signs of Wingdings look like, which lists take for bullets."""
_DOT: Final = "•"
_UNIT: Final = 100
"""So many of the format's units are a point."""
_ENCRYPTED: Final = "encryption-data"


@dataclass(frozen=True, slots=True)
class _Type:
    bold: bool = False
    raised: bool = False


@dataclass(frozen=True, slots=True)
class _Shape:
    """What a paragraph's shape says of lists: which kind, which list, how deep."""

    kind: str = "NONE"
    list_id: str = ""
    level: int = 0
    indent: float = 0.0


@dataclass
class _Reading:
    """A file while it is read."""

    types: dict[str, _Type]
    shapes: dict[str, _Shape]
    titles: frozenset[str]
    """The styles that are called titles."""
    lists: dict[str, dict[int, Level]]
    bullets: dict[str, str]
    outline: str = "1"
    """The list by which the outline of this section counts."""
    counters: dict[str, Counter] = field(default_factory=dict)
    next: dict[str, int] = field(default_factory=lambda: {"FOOTNOTE": 1, "ENDNOTE": 1})
    marks: dict[str, tuple[str, Form, str]] = field(default_factory=dict)
    mark: str = ""
    """Of the note that is being read."""
    lines: dict[Role, list[Line]] = field(default_factory=lambda: {role: [] for role in Role})
    seen: list[list[str]] = field(default_factory=list)
    """Headers and footers that were told already."""
    said: dict[str, None] = field(default_factory=dict)


@dataclass
class _Paragraph:
    words: Setting = field(default_factory=Setting)
    struck: Setting = field(default_factory=Setting)
    deleted: bool = False
    after: list[tuple[Any, Role]] = field(default_factory=list)
    """Tables and boxes that stand in it, to be read after it."""


def source(data: bytes, name: str) -> Source:
    """What the reader of an HWPX file sees."""
    archive = opened(data)
    if "META-INF/manifest.xml" in archive.names and any(named(each) == _ENCRYPTED for each in archive.xml("META-INF/manifest.xml").iter()):
        raise Refused("password")
    paths, title = [], ""
    if "Contents/content.hpf" in archive.names:
        package = archive.xml("Contents/content.hpf")
        items = {said(each, "id"): said(each, "href") for each in children(child(package, "manifest"), "item")}
        named_ = [items.get(said(each, "idref"), "") for each in children(child(package, "spine"), "itemref")]
        paths = [path for path in named_ if path.rpartition("/")[2].startswith("section") and path in archive.names]
        title = all_words(child(package, "metadata", "title"))
    if not paths:
        numbered = [path for path in archive.names if path.startswith("Contents/section") and path.endswith(".xml")]
        paths = sorted(numbered, key=lambda path: number(path.removeprefix("Contents/section").removesuffix(".xml")))
    if not paths or "Contents/header.xml" not in archive.names:
        raise Refused("broken")
    made = read(archive.xml("Contents/header.xml"), (archive.xml(path) for path in paths))
    return replace(made, name=name, title=title or None)


def read(header: Any, sections: Iterator[Any] | Sequence[Any]) -> Source:
    """What the reader of these sections sees; `header` has the types, shapes and lists that they name."""
    reading = _known(header)
    for section in sections:
        _blocks(reading, section, Role.BODY)
    order = (Role.HEADER, Role.BODY, Role.FOOTNOTE, Role.COMMENT, Role.FOOTER)
    return Source(FileKind.HWPX, "", tuple(line for role in order for line in reading.lines[role]), said=tuple(reading.said))


def _known(header: Any) -> _Reading:
    known = child(header, "refList")
    types = {
        said(each, "id"): _Type(child(each, "bold") is not None, child(each, "supscript") is not None)
        for each in children(child(known, "charProperties"), "charPr")
    }
    shapes = {said(each, "id"): _shape(each) for each in children(child(known, "paraProperties"), "paraPr")}
    titles = frozenset(
        said(each, "id")
        for each in children(child(known, "styles"), "style")
        if said(each, "name") in ("제목", "큰제목", "큰 제목") or said(each, "engName").lower() in ("title", "heading 1")
    )
    lists = {
        said(each, "id"): {number(said(level, "level"), 1) - 1: _level(level) for level in children(each, "paraHead")}
        for each in children(child(known, "numberings"), "numbering")
    }
    bullets = {said(each, "id"): "".join(map(_sign, said(each, "char"))) for each in children(child(known, "bullets"), "bullet")}
    return _Reading(types, shapes, titles, lists, bullets)


def _shape(properties: Any) -> _Shape:
    heading = child(properties, "heading")
    margin = next((each for each in properties.iter() if named(each) == "margin"), None)
    indent = sum(number(said(child(margin, name), "value")) for name in ("left", "intent"))
    return _Shape(said(heading, "type", "NONE"), said(heading, "idRef"), min(9, max(0, number(said(heading, "level")))), indent / _UNIT)


def _level(head: Any) -> Level:
    form = _FORMS.get(said(head, "numFormat"), Form.DECIMAL)
    pattern = head.text or ""
    # "^n" is the number of this level and "^N" the whole path to it, where a pattern does not name the levels by digits.
    at = number(said(head, "level"), 1)
    path = ".".join(f"^{level}" for level in range(1, at + 1))
    pattern = pattern.replace("^n", f"^{at}").replace("^N", path)
    return Level(form, parted(pattern, "^", 10), number(said(head, "start"), 1))


def _sign(each: str) -> str:
    return _SIGNS.get(ord(each), _DOT) if 0xE000 <= ord(each) <= 0xF8FF or ord(each) >= 0xF0000 else each


def _blocks(reading: _Reading, around: Any, role: Role, mark: str = "") -> None:
    """The paragraphs in something; `mark` begins the first where they are a note that draws none itself."""
    for each in around:
        name = named(each)
        if name == "p":
            _paragraph(reading, each, role, mark)
            mark = ""
        elif name in ("subList", "tr", "tc", "drawText", "caption", "sec"):
            _blocks(reading, each, role, mark)


def _paragraph(reading: _Reading, element: Any, role: Role, mark: str = "") -> None:
    here, shape = _Paragraph(), reading.shapes.get(said(element, "paraPrIDRef"), _Shape())
    for run in children(element, "run"):
        section = child(run, "secPr")
        if section is not None:
            _section(reading, section)
    before, level = _drawn(reading, shape)
    if mark:
        here.words.add(mark, raised=True)
        here.words.add(" ")
    for run in children(element, "run"):
        _run(reading, run, here, role)
    like = Line(
        "",
        role,
        heading=1 if role is Role.BODY and said(element, "styleIDRef") in reading.titles else None,
        level=level,
        indent=shape.indent,
    )
    reading.lines[_shelf(role)] += here.words.lines(like, before)
    if here.struck:
        reading.lines[_shelf(role)] += here.struck.lines(Line("", Role.COMMENT, indent=shape.indent))
    for each, as_ in here.after:
        _blocks(reading, each, as_)


def _shelf(role: Role) -> Role:
    """Tables stand where they are in the text."""
    return Role.BODY if role is Role.TABLE else role


def _section(reading: _Reading, properties: Any) -> None:
    reading.outline = said(properties, "outlineShapeIDRef", reading.outline)
    for kind, name in (("FOOTNOTE", "footNotePr"), ("ENDNOTE", "endNotePr")):
        form = child(properties, name, "autoNumFormat")
        if form is not None:
            drawn_as = _FORMS.get(said(form, "type"), Form.DECIMAL)
            reading.marks[kind] = (said(form, "prefixChar"), drawn_as, said(form, "suffixChar"))
        numbering = child(properties, name, "numbering")
        if said(numbering, "type") == "ON_SECTION":
            reading.next[kind] = number(said(numbering, "newNum"), 1)


def _drawn(reading: _Reading, shape: _Shape) -> tuple[str, int]:
    """What is drawn before a paragraph of this shape, and how deep it stands in lists."""
    if shape.kind == "BULLET":
        return f"{reading.bullets.get(shape.list_id, _DOT) or _DOT} ", shape.level + 1
    if shape.kind not in ("NUMBER", "OUTLINE"):
        return "", 0
    list_id = reading.outline if shape.kind == "OUTLINE" else shape.list_id
    levels = reading.lists.get(list_id, {})
    before = reading.counters.setdefault(f"{shape.kind} {list_id}", Counter()).counted(shape.level, levels)
    return before, shape.level + 1 if before else 0


def _run(reading: _Reading, run: Any, here: _Paragraph, role: Role) -> None:
    type_ = reading.types.get(said(run, "charPrIDRef"), _Type())
    for each in run:
        name = named(each)
        if name == "t":
            _text(reading, each, here, type_)
        elif name == "ctrl":
            for control in each:
                _control(reading, control, here, type_)
        elif name == "tbl":
            here.after.append((each, Role.TABLE if role is Role.BODY else role))
        elif name in ("compose", "dutmal"):
            _say(here, said(each, "composeText") or "".join(part.text or "" for part in children(each, "mainText", "subText")), type_)
        elif name == "equation":
            _say(here, "".join(script.text or "" for script in children(each, "script")), type_)
        elif name not in ("secPr", "pic", "ole"):
            for box in (part for part in each.iter() if named(part) == "drawText"):
                if not any(named(outer) in ("drawText", "tbl") for outer in _around(box, each)):
                    reading.said["texts.file_boxes"] = None
                    here.after.append((box, role))


def _around(element: Any, upto: Any) -> Iterator[Any]:
    above = element.getparent()
    while above is not None and above is not upto:
        yield above
        above = above.getparent()


def _say(here: _Paragraph, told: str, type_: _Type) -> None:
    (here.struck if here.deleted else here.words).add(told, bold=type_.bold, raised=type_.raised)


def _text(reading: _Reading, element: Any, here: _Paragraph, type_: _Type) -> None:
    _say(here, _plain(element.text), type_)
    for each in element:
        name = named(each)
        if name in ("insertBegin", "insertEnd", "deleteBegin", "deleteEnd"):
            reading.said["texts.file_tracked"] = None
            here.deleted = name == "deleteBegin" or (here.deleted and name != "deleteEnd")
        elif name in _WORDS:
            _say(here, _WORDS[name], type_)
        _say(here, _plain(each.tail), type_)


def _plain(told: str | None) -> str:
    return (told or "").replace("\n", " ").replace("\r", " ")


def _control(reading: _Reading, control: Any, here: _Paragraph, type_: _Type) -> None:
    """What stands in the text as one sign: a note, a header, a number, a remark."""
    name = named(control)
    if name in _APART:
        mark = ""
        if name in ("footNote", "endNote"):
            mark = _note(reading, name.upper())
            _say(here, mark, replace(type_, raised=True))
        own = any(named(each) == "autoNum" for each in control.iter())
        lines, before = reading.lines[_APART[name]], len(reading.lines[_APART[name]])
        reading.mark = mark
        _blocks(reading, control, _APART[name], "" if own else mark)
        told = [line.text for line in lines[before:]]
        if name in ("header", "footer") and told in reading.seen:
            del lines[before:]
        reading.seen.append(told)
    elif name == "autoNum":
        if said(control, "numType") in ("FOOTNOTE", "ENDNOTE"):
            _say(here, reading.mark, replace(type_, raised=True))
            _say(here, " ", type_)
        else:
            _say(here, _number(control), type_)
    elif name == "newNum" and said(control, "numType") in reading.next:
        reading.next[said(control, "numType")] = number(said(control, "num"), 1)
    elif name == "fieldBegin" and said(control, "type") == "MEMO":
        _blocks(reading, control, Role.COMMENT)


def _note(reading: _Reading, kind: str) -> str:
    before, form, after = reading.marks.get(kind, ("", Form.DECIMAL, ")"))
    value = reading.next[kind]
    reading.next[kind] += 1
    return before + drawn(value, form) + after


def _number(control: Any) -> str:
    """A number that the program counts: of a table, a picture, a page."""
    form = child(control, "autoNumFormat")
    counted = drawn(number(said(control, "num"), 1), _FORMS.get(said(form, "type"), Form.DECIMAL))
    return said(form, "prefixChar") + counted + said(form, "suffixChar")
