"""A file with the same text in two languages: the one that stands first is read, the other is listed.

Languages are told apart by their letters alone. A quotation or a name in another script is none, and whoever runs a Korean page may
say so in Korean around an English text; so a second language must have paragraphs of its own and a good share of the letters.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from models.texts.cleaning.sheet import Sheet
from models.texts.parts import Why

_SCRIPTS = {
    "ko": re.compile("[가-힣]"),
    "latin": re.compile("[A-Za-zÀ-ɏ]"),
    "han": re.compile("[\u3040-\u30ff\u4e00-\u9fff]"),
    "cyrillic": re.compile("[\u0400-\u04ff]"),
    "arabic": re.compile("[\u0600-\u06ff]"),
}
_WEIGHT = {"ko": 2.2, "han": 3.5}
"""So many Latin letters say what one of these says."""
_PARAGRAPH, _LEAST, _SHARE = 60, 3, 0.25


def other(sheet: Sheet) -> None:
    """Take the text away in every language but the one that stands first."""
    rows = sheet.standing
    scripts = [_script(row.words) for row in rows]
    size: Counter[str] = Counter()
    paragraphs: Counter[str] = Counter()
    for row, script in zip(rows, scripts, strict=True):
        if script:
            weight = len(row.words) * _WEIGHT.get(script, 1.0)
            size[script] += int(weight)
            paragraphs[script] += weight >= _PARAGRAPH
    spoken = [script for script in size if paragraphs[script] >= _LEAST and size[script] >= _SHARE * size.total()]
    if len(spoken) < 2:
        return
    first = next(
        script
        for row, script in zip(rows, scripts, strict=True)
        if script in spoken and len(row.words) * _WEIGHT.get(script, 1.0) >= _PARAGRAPH
    )
    for row, away in zip(rows, _away(scripts, first), strict=True):
        if away:
            sheet.take_row(row, Why.OTHER_LANGUAGE)


def _script(words: str) -> str | None:
    if words.isascii():
        return "latin" if _SCRIPTS["latin"].search(words) else None
    found = {script: len(pattern.findall(words)) for script, pattern in _SCRIPTS.items()}
    best = max(found, key=lambda script: found[script] * _WEIGHT.get(script, 1.0))
    return best if found[best] else None


def _away(scripts: Sequence[str | None], first: str) -> list[bool]:
    """Of each line whether it is in another language; a line without letters goes with the line after it, as a number alone does."""
    found, following = [False] * len(scripts), False
    for at in range(len(scripts) - 1, -1, -1):
        script = scripts[at]
        following = following if script is None else script != first
        found[at] = following
    return found
