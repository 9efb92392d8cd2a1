"""What stands before the first provision: the title, epigraphs with place and day, and an opening that says something."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from models.texts.parting import lines, phrases
from models.texts.parting.pieces import Piece
from models.texts.parts import Kind

_VERSION = re.compile(
    r"(?<=\S) ?(?=\((?:[^()]*\b)?(?i:version|draft|edited|final|revised|unofficial|translation)\b[^()]*\)$|\((?:최종|초안|수정|가안)[^()]*\)$)"
)
_ATTRIBUTION = re.compile(r"^[-–—―]|\b(?:19|20)\d\d\)?$|^\([^()]+\)$")


@dataclass(frozen=True, slots=True)
class Opened:
    """What the pieces before the first provision are: each row of pieces is one part."""

    rows: tuple[tuple[Kind, tuple[Piece, ...]], ...]


def body_from(pieces: Sequence[Piece]) -> int:
    """The first piece that has a mark or a chapter's; without marks the first that says something."""
    marked = next((at for at, piece in enumerate(pieces) if piece.mark and (not piece.heading or at > 0)), None)
    if marked is not None and not pieces[marked].heading:
        return marked
    if marked is not None:
        return marked
    for at, piece in enumerate(pieces):
        if says(piece) and not _is_epigraph(pieces, at):
            return at
    return len(pieces)


def says(piece: Piece) -> bool:
    """Whether a piece without a mark is a sentence that says more than a title, a day or who is speaking."""
    text = piece.text
    if lines.is_lead(piece, piece) or piece.heading:
        return False
    if phrases.recites(text) and text.endswith((",", ";")):
        return True
    if phrases.ends(text) or text.endswith((",", ":")):
        korean = any("가" <= sign <= "힣" for sign in text)
        return len(text) >= (15 if korean else 40) or len(text.split()) >= (4 if korean else 7)
    return len(text) > 220


def opened(pieces: Sequence[Piece], headed_later: bool) -> Opened:
    """The parts that the pieces before the first provision are."""
    joined = _joined(pieces)
    title = _title(joined, pieces)
    rows: list[tuple[Kind, tuple[Piece, ...]]] = []
    flat = [row[0] for row in joined]
    said = False
    for at, row in enumerate(joined):
        kind = Kind.TITLE if at == title else _kind(flat, at, title, headed_later, said)
        said = said or kind in (Kind.INTRO, Kind.PARAGRAPH)
        parted = _parted_title(row) if kind is Kind.TITLE else [row]
        rows += [(kind if index == 0 else Kind.EPIGRAPH, part) for index, part in enumerate(parted)]
    return Opened(tuple(rows))


def _joined(pieces: Sequence[Piece]) -> list[tuple[Piece, ...]]:
    """Lines of one part together: a title after a colon, a sentence that goes on in the next paragraph."""
    rows: list[tuple[Piece, ...]] = []
    for piece in pieces:
        before = rows[-1][-1] if rows else None
        colon = (
            before is not None and before.text.endswith(":") and not says(before) and not lines.is_lead(before, piece) and not says(piece)
        )
        goes_on = before is not None and piece.text[0].islower() and not phrases.ends(before.text)
        if before is not None and ((colon and not phrases.is_day(piece.text)) or goes_on):
            rows[-1] = (*rows[-1], piece)
        else:
            rows.append((piece,))
    return rows


def _title(rows: Sequence[tuple[Piece, ...]], pieces: Sequence[Piece]) -> int | None:
    short = [
        at
        for at, row in enumerate(rows)
        if not says(row[0]) and not phrases.is_quoted(row[0].text) and not phrases.speaks_only(row[0].text)
    ]
    short = [at for at in short if not lines.is_lead(rows[at][0], rows[at][0])]
    named = next((at for at in short if phrases.names_a_text(rows[at][0].text) and not _ATTRIBUTION.match(rows[at][0].text)), None)
    if named is not None:
        return named
    headed = next((at for at in short if rows[at][0].paragraph.line.heading == 1), None)
    return headed if headed is not None else next((at for at in short if not phrases.is_day(rows[at][0].text)), None)


def _parted_title(row: tuple[Piece, ...]) -> list[tuple[Piece, ...]]:
    """A title, and what is said of the version behind it: (final edited version)."""
    piece = row[-1]
    match = _VERSION.search(piece.text)
    if len(row) > 1 or not match or match.start() < 5:
        return [row]
    begin = piece.paragraph.text.index(piece.text, piece.start) + match.end()
    return [
        (Piece(piece.paragraph, piece.start, begin, ()),),
        (Piece(piece.paragraph, begin, piece.end, (), inline=True),),
    ]


def _is_epigraph(pieces: Sequence[Piece], at: int) -> bool:
    """Whether a sentence is quoted at the head of a text: between marks of quotation, or with its source in the next line."""
    text = pieces[at].text
    after = pieces[at + 1].text if at + 1 < len(pieces) else ""
    quoted = phrases.is_quoted(text) and re.search(r"[”’\"'」』»][.,]?$", text) is not None
    attributed = (
        0 < len(after) <= lines.SHORT and not phrases.ends(after) and (_ATTRIBUTION.search(after) is not None) and not phrases.is_day(after)
    )
    return len(text) <= 400 and (quoted or attributed)


def _kind(flat: Sequence[Piece], at: int, title: int | None, headed_later: bool, said: bool) -> Kind:
    """What a row that is not the title is; `said` where an opening that says something stands before it."""
    piece, last = flat[at], at == len(flat) - 1
    leads = piece.heading and (phrases.commits(piece.text) or phrases.declares(piece.text))
    if leads or lines.is_lead(piece, piece) or phrases.speaks_only(piece.text):
        return Kind.HEADING
    if _is_epigraph(flat, at):
        return Kind.EPIGRAPH
    if says(piece):
        return Kind.INTRO
    titled = title is not None and at > title
    if titled and piece.text.endswith((",", ":")) and not phrases.is_day(piece.text):
        return Kind.HEADING
    if at and _ATTRIBUTION.search(piece.text) and _is_epigraph(flat, at - 1):
        return Kind.EPIGRAPH
    if said:
        return Kind.HEADING
    if titled and not phrases.is_day(piece.text) and not phrases.is_quoted(piece.text) and not piece.text.startswith("("):
        if _PREAMBLE.fullmatch(piece.text):
            return Kind.HEADING
        headed = piece.paragraph.line.heading is not None
        if (last and (headed_later or headed)) or (headed and not last and says(flat[at + 1])):
            return Kind.HEADING
    return Kind.EPIGRAPH


_PREAMBLE = re.compile(r"(?i:preamble|introduction|background|recitals)|전문|서문|배경|머리말")
