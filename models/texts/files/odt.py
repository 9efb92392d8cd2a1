"""A text in the OpenDocument format, as LibreOffice writes it, with the numbers that are drawn before paragraphs.

What was inserted with changes tracked is text and what was struck out is a comment on it. Headers come first, then the text, its notes,
comments and footers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any, Final

from models.texts.files.archive import opened
from models.texts.files.drawn.counting import Counter, Level, parted
from models.texts.files.drawn.numerals import Form
from models.texts.files.drawn.setting import Setting
from models.texts.files.drawn.tags import all_words, child, children, named, number, said
from models.texts.files.refusing import Refused
from models.texts.source import FileKind, Line, Role, Source, Stretch

_FORMS: Final = {
    "": Form.NONE,
    "1": Form.DECIMAL,
    "01": Form.ZERO,
    "A": Form.LETTERS,
    "a": Form.LOWER_LETTERS,
    "I": Form.ROMAN,
    "i": Form.LOWER_ROMAN,
    "가": Form.SYLLABLE,
    "ㄱ": Form.CONSONANT,
    "①": Form.CIRCLE,
    "㉮": Form.CIRCLED_SYLLABLE,
    "㉠": Form.CIRCLED_CONSONANT,
    "일": Form.KOREAN,
    "하나": Form.KOREAN_NATIVE,
    "一": Form.HANJA,
    "１": Form.WIDE,
    "1st": Form.ORDINAL,
    "First": Form.ORDINAL_WORD,
    "One": Form.CARDINAL_WORD,
}
"""By the first of the signs that a file lists for a way of counting, as in “가, 나, 다, ...”."""
_BLANKS = re.compile(r"[ \t\r\n]+")
_SIZE = re.compile(r"(-?\d{1,6}(?:\.\d{1,6})?)(cm|mm|in|pt|pc|px)")
_POINTS: Final = {"cm": 28.35, "mm": 2.835, "in": 72.0, "pt": 1.0, "pc": 12.0, "px": 0.75}
_MOST_BLANKS = 1000
_MOST_STYLES = 20


@dataclass(frozen=True, slots=True)
class _Item:
    """Where a paragraph stands in lists."""

    style: str = ""
    level: int = 0
    counter: Counter = field(default_factory=Counter)
    start: int | None = None
    opens: bool = False
    """It is the first paragraph of its item, which has a number."""


@dataclass
class _Reading:
    """A file while it is read."""

    styles: dict[str, Any]
    lists: dict[str, dict[int, Level]]
    outline: dict[int, Level]
    struck: dict[str, Any]
    lines: list[Line] = field(default_factory=list)
    said: dict[str, None] = field(default_factory=dict)
    called: list[Any] = field(default_factory=list)
    comments: list[Any] = field(default_factory=list)
    counters: dict[str, Counter] = field(default_factory=dict)
    """By the ids of lists, and the last of each style."""
    headings: Counter = field(default_factory=Counter)

    def chain(self, style: str) -> Iterator[Any]:
        """The style and those on which it rests."""
        for _ in range(_MOST_STYLES):
            if style not in self.styles:
                return
            yield self.styles[style]
            style = said(self.styles[style], "parent-style-name")

    def of(self, style: str, kind: str, name: str) -> str:
        """What a style says of itself, or one on which it rests."""
        return next((value for each in self.chain(style) if (value := said(child(each, kind), name))), "")

    def list_of(self, style: str) -> str:
        """The list that a paragraph's style names."""
        return next((value for each in self.chain(style) if (value := said(each, "list-style-name"))), "")


@dataclass
class _Paragraph:
    words: Setting = field(default_factory=Setting)
    hidden: Setting = field(default_factory=Setting)
    boxes: list[Any] = field(default_factory=list)
    struck: list[Any] = field(default_factory=list)
    blank: bool = True
    """A blank that follows is none: it begins the paragraph or follows another."""


def source(data: bytes, name: str) -> Source:
    """What the reader of an OpenDocument text sees."""
    archive = opened(data)
    if "META-INF/manifest.xml" in archive.names and any(
        named(each) == "encryption-data" for each in archive.xml("META-INF/manifest.xml").iter()
    ):
        raise Refused("password")
    content = archive.xml("content.xml")
    body = child(content, "body", "text")
    if body is None:
        raise Refused("broken")
    roots = [archive.xml("styles.xml")] if "styles.xml" in archive.names else []
    reading = _known([*roots, content], body)
    pages = [page for root in roots for page in children(child(root, "master-styles"), "master-page")]
    for role in (Role.HEADER, Role.FOOTER):
        seen: set[str] = set()
        for page in pages:
            for part in page:
                if named(part).startswith(role.value) and said(part, "display", "true") != "false":
                    before = len(reading.lines)
                    _blocks(reading, part, role)
                    words = "\n".join(line.text for line in reading.lines[before:])
                    if words in seen:
                        del reading.lines[before:]
                    seen.add(words)
        if role is Role.HEADER:
            _blocks(reading, body, Role.BODY)
            for note in reading.called:
                _note(reading, note)
            for comment in reading.comments:
                _blocks(reading, comment, Role.COMMENT)
    meta = archive.xml("meta.xml") if "meta.xml" in archive.names else None
    told = all_words(child(meta, "meta", "title"))
    return Source(FileKind.ODT, name, tuple(reading.lines), title=told or None, said=tuple(reading.said))


def _known(roots: list[Any], body: Any) -> _Reading:
    """The styles, the lists and the words struck out."""
    styles: dict[str, Any] = {}
    lists: dict[str, dict[int, Level]] = {}
    outline: dict[int, Level] = {}
    for root in roots:
        for place in children(root, "styles", "automatic-styles"):
            for each in place:
                if named(each) == "style" and said(each, "family") in ("paragraph", "text"):
                    styles[said(each, "name")] = each
                elif named(each) == "list-style":
                    lists[said(each, "name")] = _levels(each)
                elif named(each) == "outline-style":
                    outline = _levels(each)
    struck = {said(region, "id"): child(region, "deletion") for region in children(child(body, "tracked-changes"), "changed-region")}
    reading = _Reading(styles, lists, outline, {id_: each for id_, each in struck.items() if each is not None})
    if struck:
        reading.said["texts.file_tracked"] = None
    return reading


def _levels(style: Any) -> dict[int, Level]:
    found = {}
    for each in style:
        at, form = number(said(each, "level"), 1) - 1, Form.NONE
        if named(each) == "list-level-style-bullet":
            parts: tuple[str | int, ...] = (said(each, "num-prefix") + said(each, "bullet-char", "•") + said(each, "num-suffix"),)
        else:
            form = _form(said(each, "num-format"), said(each, "num-letter-sync") == "true")
            shown = max(1, number(said(each, "display-levels"), 1))
            above = [part for level in range(max(0, at - shown + 1), at) for part in (level, ".")]
            parts = (said(each, "num-prefix"), *(above if form is not Form.NONE else ()), at, said(each, "num-suffix"))
            if pattern := said(each, "num-list-format"):
                # Written “%1%.%2%)”, where the sign stands on both sides of a number.
                parts = parted(re.sub(r"%(\d{1,2})%", r"%\1", pattern), "%", 10)
        properties = child(each, "list-level-properties")
        place = child(properties, "list-level-label-alignment")
        indent = _points(said(place, "margin-left")) + _points(said(place, "text-indent")) or _points(said(properties, "space-before"))
        found[at] = Level(form, tuple(part for part in parts if part != ""), number(said(each, "start-value"), 1), indent=indent)
    return found


def _form(signs: str, repeated: bool) -> Form:
    form = _FORMS.get(signs.partition(",")[0].strip(), Form.DECIMAL)
    if repeated:
        return {Form.LETTERS: Form.LETTER, Form.LOWER_LETTERS: Form.LOWER_LETTER}.get(form, form)
    return form


def _points(size: str) -> float:
    found = _SIZE.fullmatch(size)
    return float(found[1]) * _POINTS[found[2]] if found else 0.0


def _blocks(reading: _Reading, around: Any, role: Role, item: _Item | None = None) -> None:
    for each in around:
        name = named(each)
        if name in ("p", "h"):
            _paragraph(reading, each, role, item)
            item = replace(item, opens=False, start=None) if item else None
        elif name == "list":
            _list(reading, each, role, item)
            item = replace(item, opens=False) if item else None
        elif name in ("table", "table-header-rows", "table-rows", "table-row", "table-row-group", "table-cell", "covered-table-cell"):
            _blocks(reading, each, Role.TABLE if role is Role.BODY else role)
        elif name in ("section", "numbered-paragraph", "index-body", "index-title", "text-box", "table-of-content", "illustration-index"):
            _blocks(reading, each, role, item)
        elif name in ("frame", "g", "custom-shape", "rect", "a"):
            for box in _boxes([each]):
                reading.said["texts.file_boxes"] = None
                _blocks(reading, box, role)
        elif name in ("change", "change-start") and said(each, "change-id") in reading.struck:
            _blocks(reading, reading.struck[said(each, "change-id")], Role.COMMENT)


def _list(reading: _Reading, element: Any, role: Role, above: _Item | None) -> None:
    """A list; where it does not say how it counts it counts as the one around it."""
    style = said(element, "style-name") or (above.style if above else "")
    if above is not None:
        # Nested in another: the same list one level deeper.
        counter = above.counter
    else:
        goes_on = said(element, "continue-list")
        if goes_on in reading.counters:
            counter = reading.counters[goes_on]
        elif said(element, "continue-numbering") == "true" and f"style {style}" in reading.counters:
            counter = reading.counters[f"style {style}"]
        else:
            counter = Counter()
        for key in (said(element, "id"), f"style {style}"):
            if key:
                reading.counters[key] = counter
    level = above.level + 1 if above is not None else 0
    for each in children(element, "list-item", "list-header"):
        start = said(each, "start-value")
        _blocks(
            reading,
            each,
            role,
            _Item(style, level, counter, number(start) if start else None, named(each) == "list-item"),
        )


def _paragraph(reading: _Reading, element: Any, role: Role, item: _Item | None) -> None:
    style = said(element, "style-name")
    here, before, level, indent = _Paragraph(), "", 0, _indent(reading, style)
    levels: dict[int, Level] = {}
    heading = number(said(element, "outline-level"), 1) if named(element) == "h" else None
    if item is not None:
        levels = reading.lists.get(item.style) or reading.lists.get(reading.list_of(style)) or {}
        level, indent = item.level + 1, levels.get(item.level, Level()).indent or indent
        if item.opens and levels:
            if item.start is not None:
                levels = item.counter.begin(item.level, item.start, levels)
            before = item.counter.counted(item.level, levels)
    elif heading is not None and said(element, "is-list-header") != "true" and reading.outline:
        before = reading.headings.counted(heading - 1, reading.outline)
    _pieces(reading, element, here, style, link=False)
    like = Line("", role, heading=_heading(reading, style, heading) if role is Role.BODY else None, level=level, indent=indent)
    reading.lines += here.words.lines(like, before)
    if here.hidden:
        reading.said["texts.file_hidden"] = None
        reading.lines += here.hidden.lines(Line("", Role.COMMENT, indent=indent))
    for struck in here.struck:
        _blocks(reading, struck, Role.COMMENT)
    for box in here.boxes:
        reading.said["texts.file_boxes"] = None
        _blocks(reading, box, role)


def _heading(reading: _Reading, style: str, level: int | None) -> int | None:
    if level is not None:
        return min(6, max(1, level))
    names = [said(each, "name") for each in reading.chain(style)]
    return 1 if "Title" in names else 2 if "Subtitle" in names else None


def _indent(reading: _Reading, style: str) -> float:
    return sum(_points(reading.of(style, "paragraph-properties", name)) for name in ("margin-left", "text-indent"))


def _pieces(reading: _Reading, around: Any, here: _Paragraph, style: str, *, link: bool) -> None:
    """The words in something, and what stands between them."""
    bold = reading.of(style, "text-properties", "font-weight") in ("bold", "600", "700", "800", "900")
    raised = reading.of(style, "text-properties", "text-position").startswith("super") or _up(reading, style)
    words = here.hidden if reading.of(style, "text-properties", "display") == "none" else here.words

    def add(text: str | None) -> None:
        shown = _BLANKS.sub(" ", text or "")
        if here.blank:
            shown = shown.removeprefix(" ")
        if shown:
            here.blank = shown.endswith(" ")
        words.add(shown, bold=bold, raised=raised, link=link)

    add(around.text)
    for each in around:
        name = named(each)
        if name == "s":
            words.add(" " * min(_MOST_BLANKS, max(1, number(said(each, "c"), 1))), bold=bold)
        elif name == "tab":
            words.add("\t", bold=bold)
        elif name == "line-break":
            words.add("\n")
        elif name == "note":
            citation = child(each, "note-citation")
            words.add("".join(citation.itertext()) if citation is not None else "", bold=bold, raised=True)
            reading.called.append(each)
            here.blank = False
        elif name == "annotation":
            reading.comments.append(each)
        elif name in ("change", "change-start") and said(each, "change-id") in reading.struck:
            here.struck.append(reading.struck[said(each, "change-id")])
        elif name in ("frame", "custom-shape", "rect", "g"):
            here.boxes += _boxes([each])
        elif name == "ruby":
            for part in children(each, "ruby-base", "ruby-text"):
                _pieces(reading, part, here, said(part, "style-name") or style, link=link)
        elif name not in ("annotation-end", "bookmark", "bookmark-start", "bookmark-end", "number", "tracked-changes", "soft-page-break"):
            _pieces(reading, each, here, said(each, "style-name") if name == "span" else style, link=link or name == "a")
        add(each.tail)


def _up(reading: _Reading, style: str) -> bool:
    """Whether it is raised by a share of its height, as in “33% 58%”."""
    share = reading.of(style, "text-properties", "text-position").partition("%")[0]
    return number(share) > 0


def _boxes(around: Any) -> list[Any]:
    """The text boxes in something that is drawn, those within others left to them."""
    found: list[Any] = []
    for each in around:
        if named(each) in ("text-box", "custom-shape", "rect") and any(named(part) in ("p", "list", "h") for part in each):
            found.append(each)
        else:
            found += _boxes(each)
    return found


def _note(reading: _Reading, note: Any) -> None:
    """A note, its mark before its first words."""
    citation, body = child(note, "note-citation"), child(note, "note-body")
    before = len(reading.lines)
    _blocks(reading, body if body is not None else (), Role.FOOTNOTE)
    mark = "".join(citation.itertext()).strip() if citation is not None else ""
    if mark and len(reading.lines) > before:
        first, lead = reading.lines[before], len(mark) + 1
        reading.lines[before] = replace(
            first,
            text=f"{mark} {first.text}",
            bold=first.bold and first.bold + lead,
            listed=0,
            raised=(Stretch(0, lead - 1), *(Stretch(each.start + lead, each.end + lead) for each in first.raised)),
        )
