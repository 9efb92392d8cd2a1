"""Markdown, as the reader of the page sees it that is made of it; numbers stay as they stand in the file, also where a page would count anew.

Signs that only say how words are set are no text. What a page leaves out, such as comments, is none either; a footnote that nothing
calls is told all the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser
from typing import Any, Final

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

from models.texts.files import plain
from models.texts.files.drawn.setting import Setting
from models.texts.source import FileKind, Line, Role, Source

_DEEPEST: Final = 60
"""So deep may lists and quotations stand in one another; a file that goes deeper is no Markdown and is read as plain text."""
_LONGEST, _MOST_BRACKETS = 20_000, 200
"""A paragraph of more letters, or more brackets, is set as it stands: to look for pairs of signs in it could take the square of it."""
_BLOCKS: Final = ("p", "div", "li", "tr", "td", "th", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "table", "ul", "ol", "hr", "br", "dd",
                  "dt", "figure", "figcaption", "section", "article", "header", "footer")  # fmt: skip


def source(data: bytes, name: str) -> Source:
    """What the reader of the page sees that a Markdown file makes."""
    text = plain.decoded(data).removeprefix("\ufeff")
    reader = MarkdownIt("commonmark", {"maxNesting": _DEEPEST}).enable("table").use(footnote_plugin, inline=False)
    # Pieces within a paragraph are read below, once its length is known; notes stay where they stand in the file.
    reader.disable(["footnote_tail", "inline"], True)
    known: dict[str, Any] = {}
    tokens = reader.parse(text, known)
    if any(token.level >= _DEEPEST - 1 for token in tokens):
        return replace(plain.source(data, name), kind=FileKind.MARKDOWN)
    reading = _Reading()
    for token in tokens:
        pieces: list[Token] = []
        if token.type == "inline" and len(token.content) <= _LONGEST and token.content.count("[") <= _MOST_BRACKETS:
            reader.inline.parse(token.content, reader, known, pieces)
        elif token.type == "inline":
            pieces.append(Token("text", "", 0, content=token.content))
        reading.take(token, pieces)
    return Source(FileKind.MARKDOWN, name, (*reading.lines, *reading.notes))


@dataclass
class _Reading:
    """A file while it is read."""

    lines: list[Line] = field(default_factory=list)
    notes: list[Line] = field(default_factory=list)
    around: list[str] = field(default_factory=list)
    """The lists and quotations that the next paragraph stands in."""
    drawn: str = ""
    mark: str | None = None
    """The mark of the note that is being read; empty once it was written."""
    heading: int | None = None
    table: bool = False

    def take(self, token: Token, inline: Sequence[Token]) -> None:
        """The next piece of the file."""
        kind = token.type
        if kind in ("bullet_list_open", "ordered_list_open", "blockquote_open"):
            self.around.append(kind)
        elif kind in ("bullet_list_close", "ordered_list_close", "blockquote_close"):
            self.around.pop()
        elif kind == "list_item_open":
            self.drawn = f"{token.info}{token.markup} " if token.info else "• "
        elif kind == "list_item_close":
            self.drawn = ""
        elif kind == "heading_open":
            self.heading = int(token.tag[1])
        elif kind == "heading_close":
            self.heading = None
        elif kind in ("table_open", "table_close"):
            self.table = kind == "table_open"
        elif kind in ("footnote_reference_open", "footnote_reference_close"):
            self.mark = token.meta["label"] if kind == "footnote_reference_open" else None
        elif kind == "inline":
            self._written(_set(inline))
        elif kind in ("fence", "code_block"):
            self._written(Setting([(token.content, 0)]))
        elif kind == "html_block":
            self._written(_page(token.content))

    def _written(self, words: Setting) -> None:
        like = Line(
            "",
            Role.FOOTNOTE if self.mark is not None else Role.TABLE if self.table else Role.BODY,
            heading=self.heading,
            level=sum(1 for each in self.around if each != "blockquote_open"),
            indent=24.0 * len(self.around),
        )
        if self.mark:
            words.begin(self.mark)
            self.mark = ""
        (self.lines if self.mark is None else self.notes).extend(words.lines(like, self.drawn))
        self.drawn = ""


def _set(inline: Sequence[Token]) -> Setting:
    """A paragraph out of its pieces."""
    words, bold, raised, link = Setting(), 0, 0, 0
    for token in inline:
        if token.type in ("text", "text_special", "code_inline"):
            words.add(token.content.replace("\n", " "), bold=bold > 0, raised=raised > 0, link=link > 0)
        elif token.type == "softbreak":
            words.add(" ", bold=bold > 0, raised=raised > 0, link=link > 0)
        elif token.type == "hardbreak":
            words.add("\n")
        elif token.type == "footnote_ref":
            words.add(str(token.meta["label"]), raised=True)
        elif token.type in ("strong_open", "strong_close"):
            bold += token.nesting
        elif token.type in ("link_open", "link_close"):
            link += token.nesting
        elif token.type == "html_inline":
            tag = token.content.strip("</> \n").partition(" ")[0].lower()
            change = -1 if token.content.startswith("</") else 1
            if tag in ("b", "strong"):
                bold += change
            elif tag == "sup":
                raised += change
            elif tag in _BLOCKS:
                words.add("\n")
    return words


def _page(html: str) -> Setting:
    """The words of a piece of a page that stands in the file as such."""
    words, within = Setting(), dict[str, int]()
    reader = HTMLParser()

    def change(tag: str, by: int) -> None:
        within[tag] = max(0, within.get(tag, 0) + by)
        if tag in _BLOCKS:
            words.add("\n")

    def text(data: str) -> None:
        if not (within.get("script") or within.get("style")):
            bold = bool(within.get("b") or within.get("strong"))
            words.add(data.replace("\n", " "), bold=bold, raised=bool(within.get("sup")), link=bool(within.get("a")))

    reader.handle_starttag = lambda tag, attrs: change(tag, 1)  # type: ignore[method-assign]
    reader.handle_startendtag = lambda tag, attrs: change(tag, 0)  # type: ignore[method-assign]
    reader.handle_endtag = lambda tag: change(tag, -1)  # type: ignore[method-assign]
    reader.handle_data = text  # type: ignore[method-assign]
    reader.feed(html)
    reader.close()
    return words
