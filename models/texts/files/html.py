"""HTML: what the reader of a saved page sees, as lines: blocks, and what `<br>` parts of them; rows of tables; items of lists with their marks.

Nothing in a page is run and nothing that it names is fetched. Styles are looked at only where they stand in the part itself.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from selectolax.lexbor import LexborHTMLParser, LexborNode

from models.texts.files import composed
from models.texts.files.composed import Piece
from models.texts.files.refusing import Refused
from models.texts.files.web import encodings, list_marks, seen
from models.texts.source import FileKind, Line, Role, Source

MOST_DEEP: Final = 800
"""So deep may parts stand in one another; a page of somebody's has some thirty, and what parses it slows down by the square."""
MOST_TAGS: Final = 100_000
"""Of a page: the longest articles of an encyclopedia have half of it."""
_LARGE_TAG: Final = re.compile(r"<[^<>]{20000,}")
_MOST_IN_TAG: Final = 4000
"""Words of one tag; pictures that stand in the page itself have long ones, but few."""
_NESTS: Final = re.compile(
    r"<(/?)(a|article|b|blockquote|center|div|em|font|form|i|ol|q|s|section|small|span|strong|su[bp]|table|u|ul)\b", re.IGNORECASE
)
_BLANKS: Final = re.compile(r"[ \t\n\r\f]+")
_BOLD: Final = re.compile(r"font-weight\s*:\s*(bold|[6-9]00)", re.IGNORECASE)
_LIGHT: Final = re.compile(r"font-weight\s*:\s*(normal|lighter|[1-5]00)", re.IGNORECASE)
_RAISED: Final = re.compile(r"vertical-align\s*:\s*super", re.IGNORECASE)
_DISPLAYED: Final = re.compile(r"display\s*:\s*(block|inline)\b", re.IGNORECASE)
_LIST_STYLE: Final = re.compile(r"list-style(?:-type)?\s*:\s*([\w-]+)", re.IGNORECASE)
_HEADINGS: Final = {f"h{deep}": deep for deep in range(1, 7)}
_LONG_CELL: Final = 400
"""A cell with more letters holds a text: the table is only how the page is laid out."""


@dataclass(slots=True)
class _List:
    """A list that is being read."""

    how: str | None
    """How its numbers are written; None for bullets."""
    bullet: str
    number: int
    step: int


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of the page with what holds in it."""

    tag: str
    block: bool = False
    role: Role = Role.BODY
    bold: bool = False
    raised: bool = False
    link: bool = False
    struck: bool = False
    kept: bool = False
    """Whether blanks and ends of lines are kept, as in `<pre>`."""
    heading: int | None = None
    level: int = 0
    indent: float = 0.0
    items: _List | None = None
    row: bool = False
    """Whether it stands in a row of a table that is one line."""
    within: frozenset[str] = frozenset()


def source(data: bytes, name: str) -> Source:
    """The page as its reader sees it."""
    text, whole = encodings.shown(data)
    if text.count("<") > MOST_TAGS or any(len(tag[0].split()) > _MOST_IN_TAG for tag in _LARGE_TAG.finditer(text)):
        raise Refused("tags", limit=f"{MOST_TAGS:,}")
    _look_how_deep(text)
    page = LexborHTMLParser(text)
    reader = _Reader(len((page.body.text(deep=True) if page.body else "").strip()))
    if page.root is not None:
        reader.read(page.root)
    titled = page.css_first("title")
    title = _BLANKS.sub(" ", titled.text(deep=True)).strip() if titled else ""
    return Source(FileKind.HTML, name, tuple(reader.lines), title=title or None, said=() if whole else ("texts.file_unread_letters",))


def _look_how_deep(text: str) -> None:
    deep = 0
    for tag in _NESTS.finditer(text):
        deep = max(deep + (-1 if tag[1] else 1), 0)
        if deep > MOST_DEEP:
            raise Refused("nested")


class _Reader:
    """Goes through a page part by part and writes down its lines."""

    def __init__(self, letters: int) -> None:
        self.lines: list[Line] = []
        self._letters = letters
        self._parts: list[_Part] = [_Part("")]
        self._pieces: list[Piece] = []
        self._struck: list[Piece] = []
        self._marks: list[str] = []
        self._of = self._parts[0]
        """The part in which the line that is being written began."""
        self._listed = 0
        self._parted: int | None = None
        """The line that a `<br>` ended, until it is known whether something follows."""
        self._notes_follow = False

    def read(self, root: LexborNode) -> None:
        """All of a part, without calling itself: pages may be deep."""
        node: LexborNode | None = root
        while node is not None:
            if self._enter(node) and node.child is not None:
                node = node.child
                continue
            self._leave(node)
            while node is not None and node.mem_id != root.mem_id and node.next is None:
                node = node.parent
                if node is not None:
                    self._leave(node)
            if node is None or node.mem_id == root.mem_id:
                break
            node = node.next
        self._end_line()

    def _enter(self, node: LexborNode) -> bool:
        """Whether what is in it is to be read; every part that is entered is left again."""
        now = self._parts[-1]
        if node.is_text_node:
            self._write(node.text_content or "", now)
        if not node.is_element_node:
            self._parts.append(replace(now, block=False))
            return False
        tag, attributes = node.tag or "", node.attributes
        part = self._part(node, tag, attributes, now)
        self._parts.append(part)
        if seen.is_hidden(tag, attributes):
            self._parts[-1] = replace(part, block=False)
            return False
        if part.block:
            if part.row:
                self._write(" ", part)
            else:
                self._end_line()
        if tag == "br":
            if part.row:
                self._write(" ", part)
            else:
                self._end_line(parted=True)
        if tag == "q":
            self._write("“", part)
        if tag == "li":
            self._marks.append(self._mark(attributes, part))
        return True

    def _leave(self, node: LexborNode) -> None:
        part = self._parts.pop()
        if not node.is_element_node:
            return
        if part.tag == "q":
            self._write("”", part)
        if part.block and part.row:
            self._write(" ", part)
        elif part.block:
            self._end_line()

    def _part(self, node: LexborNode, tag: str, attributes: seen.Attributes, now: _Part) -> _Part:
        css = attributes.get("style") or ""
        displayed = _DISPLAYED.search(css)
        role = self._role(node, tag, attributes, now)
        if tag == "table" and role is Role.BODY and _is_data(node):
            role = Role.TABLE
        listing = tag in ("ul", "ol", "menu", "dir")
        level = now.level + (1 if listing else 0)
        return _Part(
            tag,
            block=(tag in seen.BLOCKS if displayed is None else displayed[1].lower() == "block" or tag in ("li", "td", "th", "tr")),
            role=role,
            bold=(now.bold or tag in ("b", "strong", "th") or bool(_BOLD.search(css))) and not _LIGHT.search(css),
            raised=now.raised or tag == "sup" or bool(_RAISED.search(css)),
            link=now.link or (tag == "a" and "href" in attributes),
            struck=now.struck or tag in ("del", "s", "strike"),
            kept=now.kept or tag in ("pre", "textarea"),
            heading=_HEADINGS.get(tag) or _said_heading(attributes) or now.heading,
            level=level,
            indent=now.indent + (1.0 if listing or tag in ("blockquote", "dd") else 0.0),
            items=_list(node, tag, attributes, level) if listing else now.items,
            row=now.row or (now.tag == "tr" and now.role is Role.TABLE),
            within=now.within | {tag} if tag in ("article", "main", "blockquote") else now.within,
        )

    def _role(self, node: LexborNode, tag: str, attributes: seen.Attributes, now: _Part) -> Role:
        if tag in ("ol", "ul") and self._notes_follow and now.role is Role.BODY:
            return Role.FOOTNOTE
        said = seen.role(tag, attributes, now.within)
        if said is None or said is now.role or (now.role is not Role.BODY and said is not Role.FORM):
            return now.role
        if said is not Role.FOOTNOTE and len(node.text(deep=True).strip()) > self._letters / 2:
            return now.role
        return said

    def _mark(self, attributes: seen.Attributes, part: _Part) -> str:
        """What the browser draws before an item; its own number decides for those that follow."""
        items = part.items
        if items is None:
            return list_marks.bullet(1, None)
        if items.how is None:
            return items.bullet
        value = (attributes.get("value") or "").strip()
        if re.fullmatch(r"-?\d{1,9}", value):
            items.number = int(value)
        drawn = list_marks.number(items.number, items.how)
        items.number += items.step
        return drawn

    def _write(self, text: str, part: _Part) -> None:
        if part.kept:
            first, *others = text.replace("\r\n", "\n").split("\n")
            self._add(first, part)
            for line in others:
                self._end_line(parted=True)
                self._add(line, part)
            return
        text = _BLANKS.sub(" ", text)
        if text.startswith(" ") and (not self._pieces or self._pieces[-1].text.endswith(" ")):
            text = text[1:]
        self._add(text, part)

    def _add(self, text: str, part: _Part) -> None:
        if not text:
            return
        if part.struck:
            self._struck.append(Piece(text))
            return
        if not self._pieces:
            self._of = part
            marks = [mark for mark in self._marks if mark]
            self._pieces.extend(Piece(mark, part.bold) for mark in marks)
            self._listed = sum(map(len, marks))
            self._marks = []
        self._pieces.append(Piece(text, part.bold, part.raised, part.link))

    def _end_line(self, parted: bool = False) -> None:
        """Write the line down. One that a `<br>` ends may go on in the next, where there is one in the same block."""
        of = self._of
        made = composed.line(
            self._pieces, role=of.role, whole=not parted, heading=of.heading, listed=self._listed, level=of.level, indent=of.indent
        )
        self._pieces, self._listed = [], 0
        if made is None:
            if self._parted is not None:
                self.lines[self._parted] = replace(self.lines[self._parted], whole=True)
            self._parted = None
        else:
            self.lines.append(replace(made, listed=min(made.listed, len(made.text))))
            self._parted = len(self.lines) - 1 if parted else None
            if made.heading or made.bold == len(made.text):
                self._notes_follow = seen.tells_of_notes(made.text)
        struck = composed.line(self._struck, role=Role.COMMENT)
        self._struck = []
        if struck:
            self.lines.append(struck)
            self._parted = None


def _list(node: LexborNode, tag: str, attributes: seen.Attributes, level: int) -> _List:
    said = _LIST_STYLE.search(attributes.get("style") or "")
    css = said[1] if said else None
    if tag != "ol":
        return _List(None, list_marks.bullet(level, css), 0, 0)
    backwards = "reversed" in attributes
    start = (attributes.get("start") or "").strip()
    first = sum(1 for each in node.iter() if each.tag == "li") if backwards else 1
    if re.fullmatch(r"-?\d{1,9}", start):
        first = int(start)
    return _List(list_marks.style(attributes.get("type"), css), "", first, -1 if backwards else 1)


def _said_heading(attributes: seen.Attributes) -> int | None:
    if (attributes.get("role") or "").lower() != "heading":
        return None
    deep = (attributes.get("aria-level") or "2").strip()
    return int(deep) if re.fullmatch("[1-6]", deep) else 2


def _is_data(table: LexborNode) -> bool:
    """Whether a table holds data, so that a row is a line; else it is how the page is laid out, and each block in it is a line."""
    if (table.attributes.get("role") or "") in ("presentation", "none"):
        return False
    rows = table.css("tr")
    if len(rows) < 2 or any(each.mem_id != table.mem_id for each in table.css("table")) or table.css_first("h1, h2, h3, ol, ul"):
        return False
    cells = table.css("td, th")
    return len(cells) > len(rows) and all(len(cell.text(deep=True)) <= _LONG_CELL for cell in cells)
