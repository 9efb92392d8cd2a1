"""By when, and how many: the dates, events and numbers of a commitment (codebook, 3, row 5)."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from models.records.dates import EARLIEST, LATEST, PartialDate
from models.register.register import Register
from models.texts.suggesting.clauses import rules
from models.texts.suggesting.clauses.words import Phrases, Word
from models.texts.suggestions import Context, Due, Target

_ORDINALS = ("st", "nd", "rd", "th")
_EVENT_WORDS = 14
"""So many words may stand between "at the" and the word for the event."""


@dataclass(frozen=True, slots=True)
class Dated:
    """What sets a date: the words of it, and whether it is an event at which something is to be done."""

    due: Due
    first: int
    last: int
    event: bool


@cache
def _phrases(name: str) -> Phrases[str]:
    return Phrases.of((phrase, phrase) for phrase in rules.lists("en", "dates")[name])


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(rules.lists("en", "dates")[name])


def due(text: str, found: Sequence[Word], first: int, last: int, register: Register, context: Context) -> Dated | None:
    """The date or the named event by which something is to be done; None where the words name none."""
    for at in range(first, last):
        if found[at].apart:
            continue
        comes_to = found[at].low == "to" and found[at - 1].low in ("come", "coming") if at > first else False
        if (found[at].low in ("at", "during") or comes_to) and (event := _event(text, found, at, last, register, context)):
            return event
        if (hit := _phrases("until").at(found, at, last)) and (day := _day(text, found, at, at + hit[0], last, context)):
            return day
        if hit and at + hit[0] < last and (event := _event(text, found, at + hit[0] - 1, last, register, context)):
            return _dated(text, found, at, event.last, event.due, True)
        if found[at].low in ("next", "this") and at + 1 < last and found[at + 1].low == "year" and context.adopted:
            year = context.adopted.year + (found[at].low == "next")
            return _dated(text, found, at, at + 2, Due("", dt.date(year, 12, 31), PartialDate(str(year))), False)
        if found[at].low in ("in", "on") and (day := _day(text, found, at, at + 1, last, context)):
            return day
    return None


def _dated(text: str, found: Sequence[Word], first: int, last: int, due: Due, event: bool) -> Dated:
    words = text[found[first].start : found[last - 1].end]
    return Dated(Due(words, due.day, due.within, due.forum), first, last, event)


def _year(word: Word) -> int | None:
    if len(word.low) == 4 and word.low.isascii() and word.low.isdigit():
        return int(word.low) if EARLIEST < int(word.low) < LATEST else None
    return None


def _month(word: Word) -> int | None:
    lists = rules.lists("en", "dates")
    if word.capital and word.low in lists["months"]:
        return lists["months"].index(word.low) + 1
    if word.capital and word.low[:3] in lists["short_months"] and len(word.low) <= 4:
        return lists["short_months"].index(word.low[:3]) + 1
    return None


def _day(text: str, found: Sequence[Word], start: int, at: int, last: int, context: Context) -> Dated | None:
    """ "by 17 May 2027", "by the end of 2030", "in May next year": a date behind the word that sets it."""
    while at < last and found[at].low in ("the", "end", "of", "year", "beginning", "spring", "summer", "autumn"):
        at += 1
    day = month = None
    if at < last and found[at].low.isascii() and found[at].low.isdigit() and len(found[at].low) <= 2:
        day, at = int(found[at].low), at + 1
    if at < last and (named := _month(found[at])):
        month, at = named, at + 1
        if at < last and day is None and len(found[at].low) <= 2 and found[at].low.isascii() and found[at].low.isdigit():
            day, at = int(found[at].low), at + 1
        if at < last and found[at].low in (",", "."):
            at += 1
    year = _year(found[at]) if at < last else None
    if year is not None:
        at += 1
        if at < last and found[at].capital and month is None:
            return None  # "the 2030 Agenda": a number in a name
    elif context.adopted and at + 1 < last and found[at].low in ("next", "this") and found[at + 1].low == "year":
        year, at = context.adopted.year + (found[at].low == "next"), at + 2
    if year is None or (day is not None and month is None):
        return None
    if context.adopted and year < context.adopted.year:
        return None
    end = calendar.monthrange(year, month)[1] if month else 31
    if day is not None and (day < 1 or day > end):
        return None
    on = dt.date(year, month or 12, day or end)
    within = None if day else PartialDate(f"{year}-{month:02}" if month else str(year))
    if found[start].low in ("by", "before", "until", "till", "no", "not"):
        within = None
    return _dated(text, found, start, at, Due("", on, within), False)


def _event(text: str, found: Sequence[Word], at: int, last: int, register: Register, context: Context) -> Dated | None:
    """ "at the next WHRCF", "at the spring session": an event that is named or known."""
    if at + 2 >= last or found[at + 1].low not in ("the", "its", "their", "our", "this"):
        return None
    for name in range(at + 2, min(last, at + _EVENT_WORDS)):
        if found[name].low in (",", ";", ".", "of", "in", "to", "level", "levels"):
            return None
        forum = _phrases("forum_names").at(found, name, last)
        if not forum and found[name].low not in _words("events"):
            continue
        end = name + (forum[0] if forum else 1)
        between = found[at + 2 : name]
        number = _ordinal(found, at + 2, name)
        is_next = any(word.low in _words("next") for word in between)
        if not forum:
            known = is_next or number is not None or any(not w.is_sign for w in between) or _year_behind(found, end, last)
            return _dated(text, found, at, end, Due(""), True) if known else None
        if number is None and is_next and context.forum is not None:
            number = context.forum + 1
        if number is not None and context.forum is not None and number <= context.forum:
            return None  # a forum that is over
        year, end = _with_year(found, end, last, context)
        held = register.forum_by_number.get(number) if number is not None else None
        day = held.end if held is not None else None
        within = year or (PartialDate(str(held.year)) if held else None)
        return _dated(text, found, at, end, Due("", day, within, number), True)
    return None


def _ordinal(found: Sequence[Word], first: int, last: int) -> int | None:
    """The number of "the 14th", which is two words here: 14 and th."""
    for at in range(first, last):
        if (
            found[at].low.isascii()
            and found[at].low.isdigit()
            and len(found[at].low) <= 3
            and at + 1 <= last
            and found[at + 1].low in _ORDINALS
        ):
            return int(found[at].low)
    return None


def _year_behind(found: Sequence[Word], at: int, last: int) -> bool:
    return any(_year(found[k]) for k in range(at, min(last, at + 3)))


def _with_year(found: Sequence[Word], end: int, last: int, context: Context) -> tuple[PartialDate | None, int]:
    """A year or month that follows the name of the forum: "… 2018", "… in Gwangju in 2024", "… to be held in May next year"."""
    month = None
    for at in range(end, min(last, end + 9)):
        if found[at].low in (",", ";", "."):
            break
        if named := _month(found[at]):
            month = named
        year = _year(found[at])
        stop = at + 1
        if year is None and context.adopted and found[at].low in ("next", "this") and at + 1 < last and found[at + 1].low == "year":
            year, stop = context.adopted.year + (found[at].low == "next"), at + 2
        if year is not None:
            return PartialDate(f"{year}-{month:02}" if month else str(year)), stop
    return None, end


def target(text: str, found: Sequence[Word], first: int, last: int) -> Target | None:
    """A number to reach with what it counts; not a number in a name, a year or an ordinal."""
    for at in range(first, last):
        word = found[at]
        if word.apart:
            continue
        value = _number(word)
        if value is None:
            continue
        if per_cent := _phrases("per_cent").at(found, at + 1, last):
            end = _unit_end(found, at + 1 + per_cent[0], last)
            return Target(value, text[found[at + 1].start : found[end - 1].end], text[word.start : found[end - 1].end])
        if value < 2 or _year(word) or (word.low.isdigit() and len(word.low) == 4 and "," not in word.low and value > EARLIEST):
            continue
        reaching = any(_phrases("reaching").at(found, k, at + 1) for k in range(max(first, at - 4), at))
        counted = at + 1 < last and not found[at + 1].is_sign and not found[at + 1].capital and found[at + 1].low not in _ORDINALS
        if reaching and counted and _month(found[at + 1]) is None:
            end = _unit_end(found, at + 1, last)
            if any(found[k].low.endswith(("s", "people", "children", "men", "women", "per")) for k in range(at + 1, end)):
                return Target(value, text[found[at + 1].start : found[end - 1].end], text[word.start : found[end - 1].end])
    return None


def _number(word: Word) -> int | None:
    digits = word.low.replace(",", "")
    if digits.isascii() and digits.isdigit() and len(digits) <= 12:
        return int(digits)
    lists = rules.lists("en", "dates")
    values = (2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 15, 20, 30, 40, 50, 60, 70, 80, 90, 100, 1000, 1000000)
    return dict(zip(lists["numbers"], values, strict=True)).get(word.low, 1 if word.low == "one" else None)


def _unit_end(found: Sequence[Word], at: int, last: int) -> int:
    """Where the words end that say what is counted."""
    end = at
    while end < last and end < at + 8 and not found[end].is_sign and found[end].low not in _STOPS:
        end += 1
    return max(end, at) if end > at else min(at, last)


_STOPS = rules.words("unit_ends")
