"""PDF: the printed lines of all pages, in the order in which they are read.

A PDF knows signs on paper and neither words nor lines; what is said of a line is told from where its signs stand and how they are set.
Nothing in it is run, and what is attached to it stays closed.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import pypdfium2
import pypdfium2.raw as pdfium

from models.texts.files import composed
from models.texts.files.printed import lines, signs
from models.texts.files.refusing import MOST_LETTERS, Refused
from models.texts.source import FileKind, Line, Role, Source

MOST_PAGES: Final = 300
"""A declaration has three; a handbook that quotes one, some hundred."""
_END: Final = b"%%EOF"
_BEHIND_END: Final = 4096
"""Letters that other programs leave behind the end of a file."""
_UNNAMED: Final = 0.3
"""Of all signs, so many may be without a letter, as symbols are."""


def source(data: bytes, name: str) -> Source:
    """The PDF as its reader sees it."""
    if _END not in data[-_BEHIND_END:]:
        raise Refused("cut_off")
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as wrong:
        raise Refused("password" if wrong.err_code in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY) else "broken") from wrong
    if len(document) > MOST_PAGES:
        raise Refused("pages", pages=f"{len(document):,}", limit=f"{MOST_PAGES:,}")
    try:
        pages = _pages(document)
    except pypdfium2.PdfiumError as wrong:
        raise Refused("broken") from wrong
    worded = [page for page in pages if page.runs and not page.pictured]
    if not worded:
        raise Refused("scanned" if any(page.pictured for page in pages) else "wordless")
    letters = sum(len(run.signs) for page in pages for run in page.runs)
    if sum(page.unnamed for page in pages) > _UNNAMED * letters:
        raise Refused("unnamed_signs")
    found, by_columns = lines.printed(pages)
    said = []
    if by_columns:
        said.append("texts.file_reordered")
    if len(worded) < len(pages):
        said.append("texts.file_pages_without_words")
    title = document.get_metadata_value("Title").strip() or None
    return Source(FileKind.PDF, name, tuple(_lines(found)), pages=len(document), title=title, said=tuple(said))


def _pages(document: pypdfium2.PdfDocument) -> list[signs.Page]:
    """What is drawn on all pages, once it is known that they are not too full."""
    letters = 0
    for page in _opened(document):
        letters += signs.count(page)
        if letters > MOST_LETTERS:
            raise Refused("letters", limit=f"{MOST_LETTERS:,}")
    return [signs.drawn(page) for page in _opened(document)]


def _opened(document: pypdfium2.PdfDocument) -> Iterator[pypdfium2.PdfPage]:
    """One page after the other, each closed before the next is opened."""
    for number in range(len(document)):
        page = document[number]
        yield page
        page.close()


def _lines(found: list[lines.Printed]) -> list[Line]:
    made = []
    for each in found:
        line = composed.line(
            (composed.Piece(piece.text, piece.bold, piece.raised) for piece in each.pieces),
            role=_role(each),
            whole=False,
            heading=each.heading,
            indent=each.indent,
            page=each.page,
            top=each.top,
            ends=each.ends,
        )
        if line:
            made.append(line)
    return made


def _role(line: lines.Printed) -> Role:
    return Role.FOOTNOTE if line.footnote else Role.HEADER if line.header else Role.FOOTER if line.footer else Role.BODY
