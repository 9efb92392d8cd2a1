"""A file with the same text in two languages: the one that stands first is read, the other is listed.

Languages are told apart by their letters, and those in Latin letters by their smallest words. A quotation or a name in another script is none, and whoever runs a Korean page may
say so in Korean around an English text; so a second language must have paragraphs of its own and a good share of the letters.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from models.texts import language
from models.texts.cleaning.sheet import Row, Sheet
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
_PARAGRAPH, _PRINTED, _LEAST, _SHARE = 60, 30, 3, 0.25
_MOST_LANGUAGES, _CHANGE, _LOOKED_AT = 4, 6, 20_000
"""Languages that are compared, small words that speak for another before it is one, and letters of a line that are looked at."""


def other(sheet: Sheet) -> None:
    """Take the text away in every language but the one that stands first."""
    rows = sheet.standing
    scripts = [_script(row.words) for row in rows]
    scripts = _by_words([row.words for row in rows], scripts)
    size: Counter[str] = Counter()
    paragraphs: Counter[str] = Counter()
    for row, script in zip(rows, scripts, strict=True):
        if script:
            weight = len(row.words) * _WEIGHT.get(script, 1.0)
            size[script] += int(weight)
            paragraphs[script] += weight >= _least(row)
    spoken = [script for script in size if paragraphs[script] >= _LEAST and size[script] >= _SHARE * size.total()]
    if len(spoken) < 2:
        return
    first = next(
        script
        for row, script in zip(rows, scripts, strict=True)
        if script in spoken and len(row.words) * _WEIGHT.get(script, 1.0) >= _least(row)
    )
    for row, away in zip(rows, _away(scripts, first), strict=True):
        if away:
            sheet.take_row(row, Why.OTHER_LANGUAGE)


def _least(row: Row) -> int:
    """How long a line must be to count as one of a paragraph."""
    return _PARAGRAPH if row.line.whole else _PRINTED


def _script(words: str) -> str | None:
    if words.isascii():
        return "latin" if _SCRIPTS["latin"].search(words) else None
    found = {script: len(pattern.findall(words)) for script, pattern in _SCRIPTS.items()}
    best = max(found, key=lambda script: found[script] * _WEIGHT.get(script, 1.0))
    return best if found[best] else None


def _by_words(lines: Sequence[str], scripts: Sequence[str | None]) -> list[str | None]:
    """The same with the two languages of a text in Latin letters told apart, where it has two.

    A language goes on until so many small words speak for the other that these lines cannot be a quotation; what has none,
    as a title, goes with the lines after it.
    """
    latin = [at for at, script in enumerate(scripts) if script == "latin"]
    hits = [language.small_words(lines[at][:_LOOKED_AT]) for at in latin]
    total: Counter[str] = Counter()
    for each in hits:
        total.update(each)
    common = [name for name, times in total.most_common(_MOST_LANGUAGES) if times * 8 > max(total.values())]
    told = _told(hits, common)
    of_each = {name: [own for own, said in zip(hits, told, strict=True) if said == name] for name in set(told)}
    clear = {name for name, own in of_each.items() if _is_clear(name, own)}
    if len(clear) < 2:
        return list(scripts)
    found = list(scripts)
    for at, name in zip(latin, told, strict=True):
        found[at] = f"latin-{name}"
    return found


def _told(hits: Sequence[Counter[str]], names: Sequence[str]) -> list[str]:
    """The language of each line, so that most small words are its own and it seldom changes."""
    if not names:
        return [""] * len(hits)
    best = dict.fromkeys(names, 0)
    came: list[dict[str, str]] = []
    for own in reversed(hits):
        top = max(names, key=lambda name: best[name])
        came.append({name: name if best[name] >= best[top] - _CHANGE else top for name in names})
        best = {name: max(best[name], best[top] - _CHANGE) + own[name] for name in names}
    name = max(names, key=lambda name: best[name])
    found = []
    for following in reversed(came):
        found.append(name)
        name = following[name]
    return found


def _is_clear(name: str, hits: Sequence[Counter[str]]) -> bool:
    """Whether lines have by far more small words of one language than of any other."""
    total: Counter[str] = Counter()
    for each in hits:
        total.update(each)
    others = [times for other, times in total.items() if other != name]
    return len(hits) >= _LEAST and total[name] >= 12 and total[name] >= 1.5 * max(others, default=0)


def _away(scripts: Sequence[str | None], first: str) -> list[bool]:
    """Of each line whether it is in another language; a line without letters goes with the line after it, as a number alone does."""
    found, following = [False] * len(scripts), False
    for at in range(len(scripts) - 1, -1, -1):
        script = scripts[at]
        following = following if script is None else script != first
        found[at] = following
    return found
