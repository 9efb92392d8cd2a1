"""Sources made of lines by hand, as a reader of files would make them."""

from __future__ import annotations

import re
from dataclasses import replace

from models.texts.source import FileKind, Line, Source, Stretch

_PIECE = re.compile(r"<sup>(?P<raised>[^<]*)</sup>|\*\*|\*(?=\S)|(?<=\S)\*")


def lined(*lines: str | Line, kind: FileKind = FileKind.PLAIN) -> Source:
    """A source of these lines."""
    return Source(kind, "text", tuple(line if isinstance(line, Line) else Line(line) for line in lines))


def printed(*pages: str) -> Source:
    """A paged file of printed lines: every page a text of lines, a blank line where it has one; `<sup>` sets higher."""
    lines: list[Line] = []
    longest = max(page.strip("\n").count("\n") + 1 for page in pages)
    for number, page in enumerate(pages, 1):
        on_page = page.strip("\n").split("\n")
        lines += [
            replace(set_higher(line), whole=False, page=number, top=(at + 1) / (longest + 1))
            for at, line in enumerate(on_page)
            if line.strip()
        ]
    return Source(FileKind.PDF, "text.pdf", tuple(lines), pages=len(pages))


def copied(text: str) -> Source:
    """A page that was copied as plain text: each line as somebody ended it, with one empty line where there were several."""
    lines: list[Line] = []
    for line in text.strip().split("\n"):
        if line.strip() or (lines and lines[-1].text):
            lines.append(Line(line.strip()))
    return Source(FileKind.PLAIN, "text.txt", tuple(lines))


def marked_down(text: str) -> Source:
    """The little of Markdown that the declaration of 2011 has: headings, emphasis, raised digits, hard breaks, a bullet before a number."""
    lines: list[Line] = []
    for block in re.split(r"\n\s*\n|\n(?=\d+\. |- )", text.strip()):
        if block.strip() == "---":
            continue
        heading = re.match(r"(#+) ", block)
        parts = re.split(r"  \n", block.removeprefix(heading[0]) if heading else block)
        for at, part in enumerate(parts):
            line = set_higher(part.replace("\n", " ").strip())
            text = line.text.removeprefix("- ")
            listed = "• " if text != line.text else ""
            lines.append(
                replace(
                    line, text=listed + text, listed=len(listed), heading=len(heading[1]) if heading else None, whole=at == len(parts) - 1
                )
            )
    return Source(FileKind.MARKDOWN, "text.md", tuple(lines))


def set_higher(line: str) -> Line:
    """A line in which `<sup>` sets signs higher; asterisks around words are no signs."""
    words, raised, end = "", [], 0
    for match in _PIECE.finditer(line):
        words += line[end : match.start()]
        if match["raised"] is not None:
            raised.append(Stretch(len(words), len(words) + len(match["raised"])))
            words += match["raised"]
        end = match.end()
    return Line(words + line[end:], raised=tuple(raised))
