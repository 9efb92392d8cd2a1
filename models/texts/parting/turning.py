"""Where recitals end and commitments begin (codebook, 1).

A heading or lead line that speaks of promises turns the text; without one, a line that declares; without that, the first list most
of whose items begin as acts, or the numbered paragraphs after unnumbered recitals. It never turns back.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from models.texts.parting import lines, marks, phrases
from models.texts.parting.pieces import Piece


def turn(pieces: Sequence[Piece], body: int, title: str) -> int | None:
    """The first piece from which on provisions are commitments; None where there are none.

    A list without a turn under a title that promises (a pledge, a plan of action) is one of commitments.
    """
    said = _said(pieces, body, strong=True)
    if said is None:
        said = _said(pieces, body, strong=False)
    if said is not None:
        return said
    marked = [piece for piece in pieces[body:] if piece.mark and not piece.heading]
    own = [piece for piece in marked if piece.level == 1]
    if not own:
        return _unmarked(pieces, body)
    if all(lines.is_titlelike(piece.words) and not phrases.binds(piece.words) for piece in own) and len(own) < len(marked):
        # Numbered titles: what stands below them tells.
        own = [piece for piece in marked if piece.level == 2]
    if any(phrases.recites(piece.text) and not piece.mark for piece in pieces[:body]) and not any(
        phrases.recites(piece.words) for piece in own
    ):
        return body
    runs: dict[int, list[Piece]] = {}
    for piece in own:
        runs.setdefault(piece.run, []).append(piece)
    for run in runs.values():
        if _acts(run) or (phrases.heads_commitments(title) and not any(phrases.recites(piece.words) for piece in run)):
            first = next(at for at, piece in enumerate(pieces) if piece is run[0])
            return max(body, max((at for at in range(first + 1) if pieces[at].mark and pieces[at].level == 1), default=first))
    return None


def _said(pieces: Sequence[Piece], body: int, strong: bool) -> int | None:
    for at, piece in enumerate(pieces):
        mark = piece.mark
        if mark and not piece.heading:
            if mark.family == marks.WORDED and piece.level == 1 and _is_act(mark.style):
                return at
            continue
        if at + 1 >= len(pieces):
            return None
        lead = (
            lines.is_lead(piece, pieces[at + 1])
            or (at < body and at + 1 >= body and phrases.leads(piece.text))
            or (piece.heading and at >= body)
        )
        if not lead:
            continue
        headed = piece.heading and lines.is_titlelike(piece.text.rstrip(":")) and (at >= body or pieces[at + 1].mark is not None)
        if strong and (phrases.commits(_last_sentence(piece.text)) or (headed and at > 0 and _heads(piece))):
            return at
        if not strong and (phrases.declares(_last_sentence(piece.text)) or phrases.asks(_last_sentence(piece.text))):
            return at
    return None


def _heads(piece: Piece) -> bool:
    return phrases.heads_commitments(piece.text)


def _last_sentence(text: str) -> str:
    """The sentence that leads on; what stands before it only tells."""
    cut = max(text.rfind(". ", 0, len(text) - 2), text.rfind("다. ", 0, len(text) - 2))
    return text[cut + 1 :] if cut > 0 else text


def _is_act(style: str) -> bool:
    words = style.removeprefix(marks.WORDED)
    return words.startswith(("commitment", "action", "pledge", "promise", "measure", "실천", "약속", "과제", "결의", "다짐"))


def _acts(run: Sequence[Piece]) -> bool:
    """Whether most of a list begins as what somebody is to do."""
    if len(run) == 1 or any(piece.mark and piece.mark.family == marks.ARTICLE for piece in run):
        return False
    if all(piece.text.startswith("하나") for piece in run):
        return True
    return sum(phrases.binds(piece.words) for piece in run) * 2 > len(run)


def _unmarked(pieces: Sequence[Piece], body: int) -> int | None:
    """In a text without marks: the first paragraph that binds, if most of those after it do."""
    saying = [at for at in range(body, len(pieces)) if not pieces[at].heading and not phrases.closes(pieces[at].text)]
    first = next((at for at in saying if _binds(pieces[at])), None)
    if first is None:
        return None
    rest = [at for at in saying if at >= first]
    return first if sum(_binds(pieces[at]) for at in rest) * 3 >= 2 * len(rest) else None


def _binds(piece: Piece) -> bool:
    """Whether a paragraph begins as what somebody is to do, behind the bold words that name it."""
    title = lines.lead_in(piece) or (found[0] if (found := _NAMED.match(piece.text)) else "")
    return phrases.binds(piece.text[len(title) :].lstrip(" .:–—-"))


_NAMED = re.compile(r"[A-Z][\w’' -]{2,40}[.:](?= [A-Z])")
"""What a paragraph is about, in front of it: "Housing. We will …"."""
