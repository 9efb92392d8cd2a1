"""What a text says of its own adoption: the edition of the forum in its title, and the day in its title, its mottoes or its end.

Only what it says once and plainly is taken; two different days, or a stretch of days, are for somebody to choose from.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from models.texts.parts import Kind, Reading
from models.writing.works.work import Facts

MOST = 4_000
"""So many letters of a part are looked at."""
_MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december")
_EDITION = re.compile(
    r"\b(\d{1,3})(?:st|nd|rd|th)\s+(?:\w+\s+){0,2}Human Rights Cit(?:y|ies) Forum|제\s?(\d{1,3})\s?(?:회|차)\s?(?:세계\s?)?인권도시\s?포럼",
    re.IGNORECASE,
)
_NAMES = "|".join(rf"{name[:3]}(?:{name[3:]})?" if len(name) > 3 else name for name in _MONTHS)
_DAYS = (
    re.compile(rf"(?<![\d–-])(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<m>{_NAMES})\.?,?\s+(?P<y>\d{{4}})\b", re.IGNORECASE),
    re.compile(rf"\b(?P<m>{_NAMES})\.?\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y>\d{{4}})\b", re.IGNORECASE),
    re.compile(r"\b(?P<y>\d{4})\s?[년.-]\s?(?P<m>\d{1,2})\s?[월.-]\s?(?P<d>\d{1,2})(?!\d|\.?\s?[~–-]\s?\d)"),
)


def said(reading: Reading) -> Facts:
    """The facts that the text says of itself; the others are empty."""
    titled = next((part.text for part in reading.parts if part.kind is Kind.TITLE), "")
    language = reading.language or "en"
    days, editions = set(_days(reading)), set(_editions(reading))
    return Facts(
        language=language,
        title_en="" if language == "ko" else titled,
        title_ko=titled if language == "ko" else "",
        forum=next(iter(editions)) if len(editions) == 1 else None,
        adopted=next(iter(days)).isoformat() if len(days) == 1 else "",
        source_title=reading.source.title or "",
    )


def _around(reading: Reading) -> Iterator[str]:
    """What stands around the provisions, and the closing."""
    for part in reading.parts:
        if part.kind in (Kind.TITLE, Kind.EPIGRAPH, Kind.CLOSE):
            yield part.text[:MOST]


def _editions(reading: Reading) -> Iterator[int]:
    for part in reading.parts:
        if part.kind in (Kind.TITLE, Kind.EPIGRAPH, Kind.HEADING):
            yield from (int(found[1] or found[2]) for found in _EDITION.finditer(part.text[:MOST]))


def _days(reading: Reading) -> Iterator[dt.date]:
    for words in _around(reading):
        for pattern in _DAYS:
            for found in pattern.finditer(words):
                named = found["m"].lower()
                month = int(named) if named.isdigit() else next(n for n, each in enumerate(_MONTHS, 1) if each.startswith(named[:3]))
                try:
                    yield dt.date(int(found["y"]), month, int(found["d"]))
                except ValueError:
                    continue  # no day, whatever it looks like
