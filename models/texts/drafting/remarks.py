"""The remarks on one unit of a draft: on its own words, and on what became of the words that promised the same before.

Each remark is one rule. None says that words are wrong: a hope may be meant as a hope.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from models.records.terms import BodyKind, Ledger, Precision
from models.records.texts import Commitment
from models.register import standing
from models.register.lineage import Change, Wording
from models.register.register import Register
from models.register.standing import Standing
from models.texts.drafting.draft import Kind, Remark
from models.texts.source import Stretch
from models.texts.suggestions import Context, SuggestedCommitment

BY_CHANGE = {Change.WEAKENED: Kind.WEAKER, Change.STRENGTHENED: Kind.FIRMER, Change.MIXED: Kind.SHIFTED}
BY_STANDING = {
    Standing.NO_EVIDENCE: Kind.NO_EVIDENCE,
    Standing.NOT_ASSESSED: Kind.NOT_ASSESSED,
    Standing.WITHHELD: Kind.WITHHELD,
    Standing.CONTRARY: Kind.CONTRARY,
}
PARTLY_THERE = frozenset({"cities", "human-rights-cities", "civil-society", "stakeholders", "experts", "local-leaders", "all-parties"})
"""Circles that some of those who speak belong to."""

_NUMBER = re.compile(r"(?<![\w.,/:·-])(\d{1,3}(?:,\d{3})+|\d{1,9})(?:\.\d{1,4})?(?![\w/·:]|[.,-]\d)")
_BARE = re.compile(r"\s*(?:$|[.;:)\]!?]|,(?!\s*\d)|(?:by|in|until|before|within|at|on|and|or|to|for|with|from|through|as)\b)")
_NAMED = re.compile(
    r"(?:\b(?:articles?|goals?|sdgs?|no|nos|numbers?|sections?|points?|paragraphs?|resolutions?|agenda|chapters?|target|form|annex|covid|"
    r"january|february|march|april|may|june|july|august|september|october|november|december)\.?|,)\s*-?$",
    re.IGNORECASE,
)
_BINDS = re.compile(
    r"\b(?:we|participants|cities|hereby|jointly)\b.{0,80}\b(?:commit|pledge|promise|undertake|agree|resolve|will|shall)\b.{0,60}$|(?:약속|다짐|결의)한다",
    re.IGNORECASE,
)
_QUOTES = {"“": "”", "‘": "’", "「": "」", "『": "』", "《": "》", "〈": "〉"}


def own(unit: SuggestedCommitment, ledger: Ledger | None, register: Register, context: Context) -> Iterator[Remark]:
    """What the words themselves leave open."""
    precision, at = unit.precision.value, unit.at
    if ledger in (Ledger.ASKS, Ledger.HOPES) and not unit.to and not unit.to_words:
        yield Remark(Kind.NO_ADDRESSEE, at=at)
    if ledger is Ledger.ASKS and (who := _not_there(unit, register, context)):
        yield Remark(Kind.NOT_THERE, words={"who": who}, at=at)
    if ledger in (Ledger.PROMISES, Ledger.ASKS):
        if precision in (Precision.ASPIRATION, Precision.DIRECTION):
            yield Remark(Kind.NOT_CHECKABLE, words={"precision": precision.value}, at=at)
        elif precision is Precision.CHECKABLE and unit.due is None and unit.target is None:
            yield Remark(Kind.NO_DATE, at=at)
    for bare in bare_numbers(unit.quote):
        yield Remark(
            Kind.NO_UNIT, words={"words": unit.quote[bare.start : bare.end]}, at=Stretch(at.start + bare.start, at.start + bare.end)
        )


def _not_there(unit: SuggestedCommitment, register: Register, context: Context) -> str:
    """Whoever is asked and is not among those who speak: in the words of the draft, or by name in its language."""
    known = register.forum_by_number.get(context.forum or 0) or (register.forums[-1] if register.forums else None)
    there = {*known.hosts, *known.organizers} if known else set()
    bodies = [register.body_by_id[each] for each in unit.to if each in register.body_by_id]
    away = [each for each in bodies if each.kind is not BodyKind.FORUM and each.id not in there and each.id not in PARTLY_THERE]
    if not away:
        return ""
    return (
        unit.to_words
        if unit.to_words and len(away) == len(bodies)
        else ", ".join(each.name["ko" if context.language == "ko" else "en"] for each in away)
    )


def bare_numbers(text: str) -> Iterator[Stretch]:
    """Numbers that do not say what they count: no years, no dates, no numbers in a name or in quotation marks."""
    quoted = list(_quoted(text))
    for match in _NUMBER.finditer(text):
        number = match.group(1).replace(",", "")
        year = len(number) == 4 and match.group(1) == number and 1900 <= int(number) <= 2100
        named = _NAMED.search(text[max(0, match.start() - 20) : match.start()])
        within = any(start < match.start() < end for start, end in quoted)
        if not year and not named and not within and _BARE.match(text, match.end()):
            yield Stretch(match.start(), match.end())


def _quoted(text: str) -> Iterator[tuple[int, int]]:
    opened: dict[str, int] = {}
    for at, sign in enumerate(text):
        if sign in _QUOTES:
            opened[_QUOTES[sign]] = at
        elif sign in opened:
            yield opened.pop(sign), at


def compared(change: Change | None, now: Wording, before: Wording, place: str, at: Stretch) -> Iterator[Remark]:
    """Weaker or firmer than before."""
    if change in BY_CHANGE and now.rank != before.rank:
        yield Remark(BY_CHANGE[change], words={"place": place, "before": _coded(before), "now": _coded(now)}, at=at)


def _coded(wording: Wording) -> str:
    return f"{wording.force.value} {wording.precision.value}" if wording.precision else wording.force.value


def before(earlier: Commitment, register: Register, on: dt.date, at: Stretch) -> Iterator[Remark]:
    """What became of the earlier words until the day `on`: nothing found is not the same as nobody having looked."""
    if earlier.ledger is None:
        return
    now = register.standing_of(earlier, on)
    if now in BY_STANDING:
        yield Remark(BY_STANDING[now], earlier.ledger, {"place": earlier.id}, at)
    if standing.is_overdue(earlier, now, on) and earlier.due_by:
        yield Remark(Kind.OVERDUE, earlier.ledger, {"place": earlier.id, "due": earlier.due_by.isoformat()}, at)


def binds(heading: str) -> bool:
    """Whether a heading is the beginning of a promise that the items below it end."""
    return _BINDS.search(heading) is not None
