"""What a question asks of due dates: “overdue”, “before 2030”, 기한 경과, a bare year; read as choices of the filter by due date.

A question that speaks of a due date, or of nothing but a stretch of years, is answered by the filter. A year or a stretch of
years beside other words may mean something else (what was promised before 2020), so there the filter is only offered.
In quotation marks words are looked for as they stand.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from models.search.facets import ANY, NONE, OVERDUE
from models.search.letters import folded
from models.search.query import QUOTED
from models.search.stop_words import ASKING_EN, ASKING_KO, PLEDGE_KO
from models.search.words import bare, words


class Read(NamedTuple):
    """What was read of a due date."""

    values: tuple[str, ...]
    """The choices of the filter."""
    rest: str
    """The question without the words that were read."""
    sure: bool
    """Whether nothing else can be meant, so that the filter answers."""


_YEAR = r"(?<!\d)(?P<year>(?:19|20)\d\d)(?!\d)"
_WHEN: dict[str, Callable[[int, int], bool]] = {
    "before": lambda due, year: due < year,
    "until": lambda due, year: due <= year,
    "in": lambda due, year: due == year,
    "since": lambda due, year: due >= year,
    "after": lambda due, year: due > year,
}
_EN = {
    "before": "before|earlier than|prior to", "until": "by(?: the end of)?|until|till|up to|no later than", "in": "in|for|during",
    "since": "since|from", "after": "after|later than",
}  # fmt: skip
_KO = {
    "before": "전에?",
    "until": "이전에?|전?까지|말까지|이내에?|안에|내에?",
    "in": "중에?|내년도|도?에|말?",
    "since": "이후에?|부터",
    "after": "후에?",
}
_RANGE_EN = "|".join(rf"(?P<en_{name}>\b(?:{said}))" for name, said in _EN.items())
_RANGE_KO = "|".join(rf"(?P<ko_{name}>{said})" for name, said in _KO.items())
_RANGE = re.compile(rf"(?:(?:{_RANGE_EN})\s+)?{_YEAR}(?:\s*년도?\s*(?:{_RANGE_KO})?|(?P<ko_by>까지))?(?:의|가|이|은|는)?(?![가-힣\d·.\-])")
_PARTICLE = "(?:[이가은는을를의]|인|에)?"
_DATE_KO = rf"(?:이행\s?)?(?:기한|마감일?|시한|기일){_PARTICLE}"
_PAST_KO = r"(?:경과|초과|도과|만료|지난|지나|지남|지났|넘긴|넘은|넘어|넘김)[가-힣]*"
_PAST = re.compile(
    r"\boverdue\b|\bpast (?:(?:its|their|the) )?(?:due(?: dates?)?|deadlines?)\b|\bmissed (?:(?:its|their|the) )?(?:due dates?|deadlines?)\b"
    rf"|{_DATE_KO}\s?{_PAST_KO}|(?:지난|넘긴|경과한|경과된)\s(?:이행\s?)?(?:기한|마감일?|시한)"
)
_DATED = re.compile(
    r"(?:\bwith (?:a |an )?)?\b(?:due(?: dates?)?|deadlines?|falls? due|falling due)\b"
    rf"|(?<![가-힣]){_DATE_KO}(?:\s?(?:있는|있음|정해진|정한|도래[가-힣]*|명시[가-힣]*))?(?![가-힣])"
)
_NEUTRAL = frozenset(
    (
        "what",
        "which",
        "is",
        "are",
        "was",
        "were",
        "things",
        "something",
        "anything",
        "all",
        "commitment",
        "commitments",
        "것",
        "것은",
        "항목",
        "내용",
    )
)
"""Words beside a stretch of years that leave its sense as it is; “promised before 2020” is another matter."""


def read(asked: str, offered: Sequence[str]) -> Read | None:
    """The choices of the filter that a question asks for, among those `offered`; None where it asks for none of them."""
    text = _blanked(asked)
    past, dated = _PAST.search(text), _dated(text)
    about = past or dated
    years = [match for match in _RANGE.finditer(text) if not about or not _overlap(match, about)]
    when = next((match for match in years if _how(match) != "in"), years[0] if len(years) == 1 else None)
    taken = [match for match in (about, when) if match]
    if not taken or (past and not when and OVERDUE not in offered):
        return None
    chosen = _chosen(when, offered) if when else (OVERDUE,) if past else (ANY,)
    if not chosen or not set(chosen) <= set(offered):
        return None
    rest = _without(asked, [match.span() for match in taken])
    alone = not {word.text for word in words(rest)} - _NEUTRAL
    if when and not about and not alone and _how(when) == "in":
        return None
    return Read(
        chosen,
        "" if alone or (about and not _tells(rest)) else rest,
        sure=bool(about) or (alone and when is not None and _how(when) != "in"),
    )


def _blanked(asked: str) -> str:
    """The question in plain letters, sign for sign, with nothing where words stand in quotation marks."""
    plain = "".join(folded(sign).text if len(folded(sign).text) == 1 else sign for sign in asked)
    return QUOTED.sub(lambda match: "\0" * len(match[0]), plain)


def _dated(text: str) -> re.Match[str] | None:
    """Where a due date is spoken of; “due” before a word that it belongs to is none (due process, due to)."""
    for match in _DATED.finditer(text):
        after = words(text[match.end() :])
        if not match[0].endswith("due") or not after or after[0].number or (after[0].text in ASKING_EN and after[0].text != "to"):
            return match
    return None


def _how(match: re.Match[str]) -> str:
    """How a stretch of years stands to its year."""
    named = next((name for name, words_ in match.groupdict().items() if words_ and name != "year"), "in")
    return "until" if named == "ko_by" else named.removeprefix("en_").removeprefix("ko_")


def _chosen(match: re.Match[str], offered: Sequence[str]) -> tuple[str, ...]:
    fits, year = _WHEN[_how(match)], int(match["year"])
    return tuple(value for value in offered if value not in (ANY, NONE, OVERDUE) and fits(int(value), year))


def _tells(rest: str) -> bool:
    """Whether anything is left that can be looked for."""
    return any(word.text not in ASKING_EN and not {word.text, bare(word.text)} & (ASKING_KO - PLEDGE_KO) for word in words(rest))


def _overlap(one: re.Match[str], other: re.Match[str]) -> bool:
    return one.start() < other.end() and other.start() < one.end()


def _without(asked: str, spans: Sequence[tuple[int, int]]) -> str:
    for start, end in sorted(spans, reverse=True):
        asked = f"{asked[:start]} {asked[end:]}"
    return " ".join(asked.split()).strip(" ?!.,;:")
