"""The parts of a text: its pieces joined, each with its kind, mark, level and title.

An unnumbered paragraph goes on what stands above it, unless that has no number either, a heading stands between, or it closes the text.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from models.texts.parting import lines, marks, opening, phrases, turning
from models.texts.parting.pieces import Piece
from models.texts.parts import Kind

PROVISIONS = (Kind.INTRO, Kind.PARAGRAPH, Kind.COMMITMENT, Kind.ARTICLE, Kind.CLOSE)

FARTHEST = 500
"""A part of a part is looked for no further back."""


@dataclass(slots=True)
class Draft:
    """A part as it is being put together."""

    kind: Kind
    pieces: list[Piece]
    level: int = 1
    run: int = 0
    marked: bool = False
    """The first piece begins with the mark of this part."""
    whole_mark: int = 0
    """So many of its pieces are its mark from end to end, as the title of an article is that has its words below it."""
    title: str | None = None
    under: int = 0
    """How many headings stand before it."""
    tail: list[Piece] = field(default_factory=list)


def drafts(pieces: Sequence[Piece]) -> tuple[list[Draft], bool]:
    """The parts in order, and whether the text has marks of any kind."""
    body = opening.body_from(pieces)
    has_marks = any(piece.mark and not piece.heading for piece in pieces)
    later = any(piece.heading and piece.mark is None and not lines.is_lead(piece, piece) for piece in pieces[body:])
    rows = opening.opened(pieces[:body], later).rows
    title = next((row[0].text for kind, row in rows if kind is Kind.TITLE), "")
    turned = turning.turn(pieces, body, title)
    found = _opening(rows, pieces[body:], turned is not None and turned <= body, has_marks)
    led_in = not has_marks and sum(lines.lead_in(piece) is not None for piece in pieces[body:]) > 1
    closing = _closing(pieces, body, has_marks)
    headings, bulleted = 0, False
    for at in range(body, len(pieces)):
        piece = pieces[at]
        after = pieces[at + 1] if at + 1 < len(pieces) else None
        kind = Kind.COMMITMENT if turned is not None and at >= turned else Kind.PARAGRAPH
        last = found[-1] if found else None
        if closing is not None and at >= closing:
            if last is not None and last.kind is Kind.CLOSE:
                last.pieces.append(piece)
            else:
                found.append(Draft(Kind.CLOSE, [piece], run=last.run if last else 0))
        elif piece.heading:
            headings += 1
            found.append(Draft(Kind.HEADING, [piece], level=piece.paragraph.line.heading or 1, under=headings, title=None))
        elif piece.mark:
            found.append(_marked(piece, after, kind, found, headings))
            bulleted = piece.mark.family == marks.BULLET and piece.level == 1
        elif last is not None and after is not None and _awaits_title(last) and lines.is_titlelike(piece.text):
            last.pieces.append(piece)
            last.title = piece.text
            deeper = after.mark is not None and after.level > last.level
            last.whole_mark = 1 if deeper else 2
        elif _is_own(piece, last, led_in, has_marks, bulleted):
            found.append(Draft(kind, [piece], run=last.run if last else 0, title=lines.lead_in(piece), under=headings))
        elif last is not None:
            last.pieces.append(piece)
    return found, has_marks or led_in


def _is_own(piece: Piece, last: Draft | None, led_in: bool, has_marks: bool, bulleted: bool) -> bool:
    """Whether a paragraph without a mark is a provision of its own."""
    if last is None or last.kind not in PROVISIONS:
        return True
    if led_in:
        return lines.lead_in(piece) is not None
    if not last.marked or bulleted:
        fragment = piece.text[0].islower() and not phrases.ends(last.pieces[-1].text) and not last.pieces[-1].text.endswith((",", ":"))
        return not fragment and (not has_marks or bulleted or opening.says(piece))
    return False


def _marked(piece: Piece, after: Piece | None, kind: Kind, found: Sequence[Draft], headings: int) -> Draft:
    mark = piece.mark
    assert mark is not None
    above = _above(piece, found)
    if mark.family == marks.ARTICLE or (piece.level > 1 and above is not None and _is_article(above)):
        kind = Kind.ARTICLE
    elif piece.level > 1 and above is not None and above.kind in (Kind.PARAGRAPH, Kind.COMMITMENT):
        kind = above.kind
    draft = Draft(kind, [piece], level=piece.level, run=piece.run, marked=True, title=mark.title, under=headings)
    words = piece.words
    if mark.family == marks.ARTICLE and (not words or lines.is_titlelike(words)) and after is not None:
        deeper = after.mark is not None and after.level > piece.level
        if deeper and not words and mark.title:
            # All its words stand in parts: its title is what it says itself.
            piece.mark = mark.alone
            draft.title = mark.title
        elif deeper:
            draft.title = mark.title or words or None
        elif after.mark is None and not after.heading:
            draft.whole_mark = 1
            draft.title = mark.title or words or None
    elif not words:
        draft.kind = Kind.HEADING if after is not None and after.mark is not None and after.level > piece.level else kind
        draft.whole_mark = int(draft.kind is not Kind.HEADING and after is not None and after.mark is None and not after.heading)
    else:
        draft.title = mark.title or _title_of(piece, after)
    return draft


def _above(piece: Piece, found: Sequence[Draft]) -> Draft | None:
    """The part in which a part of a part stands; of long rows of such parts only so many are looked through."""
    if piece.level == 1:
        return None
    row = reversed(found[-FARTHEST:])
    return next((draft for draft in row if draft.marked and draft.level < piece.level and draft.kind in (*PROVISIONS, Kind.HEADING)), None)


def _awaits_title(draft: Draft) -> bool:
    """Whether an article has so far no more than its number."""
    return draft.kind is Kind.ARTICLE and len(draft.pieces) == 1 and draft.marked and not draft.title and not draft.pieces[0].words


def _is_article(draft: Draft) -> bool:
    mark = draft.pieces[0].mark
    return draft.kind is Kind.ARTICLE or (mark is not None and mark.family == marks.ARTICLE)


def _title_of(piece: Piece, after: Piece | None) -> str | None:
    """What a numbered paragraph is called in front of its words: bold words, or a short first line."""
    bold = lines.lead_in(piece)
    if bold is not None:
        return bold
    line = piece.paragraph.line
    words = piece.words
    behind = line.text[: line.bold].rstrip()
    if not piece.inline and piece.mark is not None and behind.endswith(words[:3]) is False and 0 < line.bold < len(line.text.rstrip()):
        rest = behind[piece.mark.length :].strip()
        if len(rest) > 2 and words.startswith(rest) and len(words) > len(rest) + 10:
            return rest
    continued = after is not None and not after.heading and (after.mark is None or after.level > piece.level)
    return words if continued and lines.is_titlelike(words) and not phrases.binds(words) else None


def _opening(rows: Sequence[tuple[Kind, tuple[Piece, ...]]], body: Sequence[Piece], turned: bool, has_marks: bool) -> list[Draft]:
    """The parts before the first mark: title, epigraphs, the line that says who speaks, and what is said there."""
    sayings = [row for kind, row in rows if kind is Kind.INTRO]
    numbered = next((piece for piece in body if piece.mark and not piece.heading), None)
    follows = Kind.COMMITMENT if turned else Kind.PARAGRAPH
    if numbered is not None and numbered.mark is not None and numbered.mark.family == marks.ARTICLE:
        follows = Kind.ARTICLE
    recitals = any(phrases.recites(row[0].text) for row in sayings)
    apart = (recitals or len(sayings) > 1) and (follows is not Kind.PARAGRAPH or not has_marks)
    found: list[Draft] = []
    said = [place for place, (kind, _) in enumerate(rows) if kind is Kind.INTRO]
    for place, (kind, row) in enumerate(rows):
        # There is one opening; what stands within it, such as a line that says who speaks, stays there, for the order is the text's.
        within = not apart and bool(said) and said[0] < place <= said[-1]
        if within:
            next(draft for draft in found if draft.kind is Kind.INTRO).pieces.extend(row)
        elif kind is Kind.INTRO and apart:
            found.append(Draft(Kind.PARAGRAPH, list(row)))
        else:
            found.append(Draft(kind, list(row), level=(row[0].paragraph.line.heading or 1) if kind is Kind.HEADING else 1))
    return found


def _closing(pieces: Sequence[Piece], body: int, has_marks: bool) -> int | None:
    """The first piece of what ends the text: without a mark, behind the last one that has one."""
    last = len(pieces)
    while last > body and not (pieces[last - 1].mark and not pieces[last - 1].heading):
        last -= 1
    if not has_marks:
        last = body + 1
    elif last > body and _is_title_only(pieces[last - 1]):
        last = min(last + (2 if _titled_below(pieces, last) else 1), len(pieces))
    tail = range(last, len(pieces))
    own = has_marks and _end_each(pieces, body, last)
    first = next((at for at in tail if phrases.closes(pieces[at].text) or phrases.heads_signatures(pieces[at].text)), None)
    if first is not None and (has_marks or first >= len(pieces) - 3 or all(not opening.says(piece) for piece in pieces[first + 1 :])):
        earlier = next((at for at in tail if at < first and _own_close(pieces[at])), None) if own else None
        return earlier if earlier is not None else first
    if not own or first is not None:
        return None
    return next((at for at in tail if _own_close(pieces[at])), None)


def _is_title_only(piece: Piece) -> bool:
    """Whether an article has its words in the next paragraph."""
    return not piece.words or (piece.mark is not None and piece.mark.family == marks.ARTICLE and lines.is_titlelike(piece.words))


def _titled_below(pieces: Sequence[Piece], at: int) -> bool:
    """Whether the title of an article stands in a line of its own, with words below it."""
    return not pieces[at - 1].words and at + 1 < len(pieces) and lines.is_titlelike(pieces[at].text)


def _own_close(piece: Piece) -> bool:
    """Whether a paragraph behind the last mark stands for itself and does not go on what it follows."""
    goes_on = piece.text.startswith(_GOING_ON) or piece.text[0].islower()
    return not piece.heading and not goes_on


_GOING_ON = ("We further", "We also", "Further", "Moreover", "In addition", "Additionally", "또한", "아울러", "나아가", "These", "This")


def _end_each(pieces: Sequence[Piece], body: int, last: int) -> bool:
    """Whether most parts with a mark are one paragraph each, so that what follows the last one is none of it."""
    marked = [index for index in range(body, last) if pieces[index].mark and not pieces[index].heading]
    goes_on = sum(index + 1 < last and pieces[index + 1].mark is None and not pieces[index + 1].heading for index in marked)
    return bool(marked) and goes_on * 3 <= len(marked)
