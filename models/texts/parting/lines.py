"""Lines that are headings, or lead to what follows: told by the file, by how they are set, by their words and by their place."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from models.texts.parting import marks, phrases
from models.texts.parting.pieces import LEAD, Piece

SHORT = 100
LEAST = 160
"""From here on a clause about those who speak says more than who they are."""

_LARGE = re.compile(rf"{marks.ROMAN}-large|{marks.LETTER}-large|{marks.BULLET}[□■◆◇▣]")
_WORD = re.compile(r"[^\W\d_]+")
_PUNCTUATED = re.compile(r"[.!?。…;,:]['’\"”」』)\]]*$|(?<=[가-힣])(?:다|요|며|고)$")


def find_headings(pieces: Sequence[Piece]) -> None:
    """Mark the pieces that are headings, before it is known which others have marks."""
    titled = _titled_styles(pieces)
    for at, piece in enumerate(pieces):
        after = pieces[at + 1] if at + 1 < len(pieces) else None
        before = pieces[at - 1] if at else None
        piece.heading = _is_heading(piece, before, after, titled)
        if piece.heading and piece.readings:
            piece.mark = next((mark for mark in piece.readings if mark.family == marks.CHAPTER or mark.style in titled), piece.readings[0])


def _titled_styles(pieces: Sequence[Piece]) -> set[str]:
    """Large roman numbers, letters and boxes that only ever stand before short titles: I. Housing, II. Water."""
    found: Counter[str] = Counter()
    titles: Counter[str] = Counter()
    for at, piece in enumerate(pieces):
        for mark in piece.readings:
            if _LARGE.match(mark.style):
                found[mark.style] += 1
                led = at + 1 < len(pieces) and not any(other.style == mark.style for other in pieces[at + 1].readings)
                titles[mark.style] += led and is_titlelike(piece.text[mark.length :])
    return {style for style, times in found.items() if titles[style] == times}


def _is_heading(piece: Piece, before: Piece | None, after: Piece | None, titled: set[str]) -> bool:
    text = piece.text
    families = {mark.family for mark in piece.readings}
    if before is not None and _is_bare_article(before):
        return False
    if marks.CHAPTER in families:
        return len(text) <= 120 and not (phrases.ends(text) and len(text) > 60)
    if after is None:
        return False
    if piece.inline:
        return not piece.readings and is_lead(piece, after)
    if families & {marks.ARTICLE, marks.ORDINAL, marks.WORDED}:
        return False
    if piece.paragraph.line.heading is not None and len(text) <= 200 and not (phrases.ends(text) and len(text) > SHORT):
        return True
    if any(mark.style in titled for mark in piece.readings):
        return True
    if piece.readings:
        return False
    if is_lead(piece, after):
        return True
    if not is_titlelike(text) or after is None or (before is not None and _goes_on(before)):
        return False
    return (
        piece.bold
        or bool(after.readings)
        or (len(after.text) > len(text) + 20 and (phrases.ends(after.text) or after.text.endswith((",", ":"))))
    )


def _is_bare_article(piece: Piece) -> bool:
    """Whether a line is no more than the number of an article, so that the next may be its title."""
    return bool(piece.readings) and piece.readings[0].family == marks.ARTICLE and len(piece.text) <= piece.readings[0].printed


def is_lead(piece: Piece, after: Piece | None) -> bool:
    """Whether a line without a mark only leads to what follows: who is speaking, or what they do with it."""
    text = piece.text
    if len(text) > LEAD or after is None:
        return False
    if phrases.speaks_only(text):
        return True
    if not phrases.leads(text):
        return len(text) <= 60 and phrases.ends(text) and phrases.commits(text) and any(mark.begins for mark in after.readings)
    one = not re.search(r"[.!?。] \S", text)
    if one and (phrases.commits(text) or phrases.declares(text) or phrases.asks(text)):
        return True
    if phrases.says_more(text) and len(text) > LEAST:
        return False
    return one and any(
        mark.begins or mark.family == marks.BULLET for mark in after.readings if not mark.family.startswith((marks.LETTER, "roman-small"))
    )


def _goes_on(before: Piece) -> bool:
    """Whether the line before ends inside a sentence."""
    return not before.readings and not phrases.ends(before.text) and len(before.text) > SHORT and not before.text.endswith((",", ":"))


def is_titlelike(text: str) -> bool:
    """Whether a line is set like a title: short, no sentence, beginning large."""
    text = text.strip()
    if (
        not 1 < len(text) <= SHORT
        or _PUNCTUATED.search(text)
        or not (text[0].isupper() or not text[0].isascii() or text[0].isdigit() or text[0] in "'\"[<")
    ):
        return False
    words = _WORD.findall(text)
    if any("가" <= letter <= "힣" for letter in text):
        return len(text) <= 45
    large = sum(word[0].isupper() or not word[0].isalpha() for word in words if len(word) > 3)
    return 0 < len(words) <= 14 and (len(words) <= 5 or large * 2 >= sum(len(word) > 3 for word in words) or not text.isascii())


def lead_in(piece: Piece) -> str | None:
    """The bold words in front of a paragraph that name what it is about: **Housing.** We …"""
    line = piece.paragraph.line
    if piece.inline or not 0 < line.bold < len(line.text.rstrip()) or line.bold > SHORT:
        return None
    bold = line.text[: line.bold].strip()
    words = piece.words
    return bold if len(bold) > 2 and words.startswith(bold) and len(words) > len(bold) + 10 else None
