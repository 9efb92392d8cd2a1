"""The house rule for the editions of the forum and their texts (codebook, 1)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import partial
from itertools import pairwise

from models.records.forums import Forum
from models.records.terms import Holding
from models.register.forum_texts import may_be_withheld
from models.register.register import Register
from models.rules.faults import Fault, rule
from models.rules.numbering import first_break, is_lost

LONGEST = dt.timedelta(days=31)
"""No edition meets longer, and no text is adopted later than that after its edition."""
AHEAD = 5
"""No edition is announced so many years ahead."""


@rule
def forums_and_declarations_agree(register: Register, today: dt.date) -> Iterator[Fault]:
    """Forums are numbered without a gap, end after they start, lie in the past unless announced, name sources that are listed; a text that is called on record has a declaration here, one for a forum, adopted while its forum met or after."""
    sources = {source.id for source in register.forum_sources}
    break_ = first_break([forum.number for forum in register.forums], partial(is_lost, register, "forums", ""))
    if break_:
        yield Fault(
            f"forum:{break_[0]}",
            ("number",),
            "gap",
            f"forum {break_[0]}: forum {break_[1]} is missing before it; every edition is listed, also those not on record",
        )
    for forum in register.forums:
        subject = f"forum:{forum.number}"
        if forum.end < forum.start:
            yield Fault(subject, ("end",), "date", f"forum {forum.number}: it ends on {forum.end}, before it starts on {forum.start}")
        elif forum.end > forum.start + LONGEST:
            words = (
                f"forum {forum.number}: it ends on {forum.end}, long after it starts on {forum.start}; check the days against the source"
            )
            yield Fault(subject, ("end",), "date", words)
        if forum.start.year != forum.year:
            yield Fault(subject, ("year",), "date", f"forum {forum.number}: the year is {forum.year}, but it starts on {forum.start}")
        if forum.held is Holding.HELD and forum.start > today:
            yield Fault(
                subject,
                ("held",),
                "future",
                f"forum {forum.number}: it starts on {forum.start}, which has not come; until then it is announced",
            )
        elif forum.start.year > today.year + AHEAD:
            words = f"forum {forum.number}: it starts on {forum.start}, more than {AHEAD} years ahead; no edition is announced so early"
            yield Fault(subject, ("start",), "date", words)
        else:
            yield from _announced(register, forum)
        if forum.on_record and register.declaration_of(forum.number) is None and not may_be_withheld(register, forum):
            yield Fault(
                subject, ("text",), "text", f"forum {forum.number}: no declaration of it is on record here, so text is known or not-found"
            )
        for index, source in enumerate(forum.sources):
            if source not in sources and not _is_lost_source(register, source):
                yield Fault(
                    subject, ("sources", index), "reference", f"forum {forum.number}: there is no source {source} in the list below"
                )
    dated = [
        forum for forum in register.forums if forum.start.year == forum.year and (forum.start <= today or forum.held is not Holding.HELD)
    ]
    for earlier, later in pairwise(sorted(dated, key=lambda forum: forum.number)):
        if later.start < earlier.start:
            words = f"forum {later.number}: it starts on {later.start}, before forum {earlier.number} of {earlier.start}"
            yield Fault(f"forum:{later.number}", ("start",), "date", words)
    for declaration in register.declarations:
        held = register.forum_by_number.get(declaration.forum)
        subject = f"declaration:{declaration.id}"
        if held is None and register.is_lost("forums", str(declaration.forum)):
            continue
        if held is None:
            yield Fault(subject, ("forum",), "reference", f"{declaration.id}: forum {declaration.forum} is not in forums.yaml")
            continue
        if register.declaration_of(declaration.forum) is not declaration:
            yield Fault(
                subject,
                ("forum",),
                "duplicate-id",
                f"{declaration.id}: forum {declaration.forum} has another declaration; one forum adopts one",
            )
            continue
        if declaration.adopted > today:
            yield Fault(
                subject, ("adopted",), "future", f"{declaration.id}: adopted on {declaration.adopted}, which has not come; today is {today}"
            )
            continue
        if not held.start <= declaration.adopted <= held.end + LONGEST:
            yield Fault(
                subject,
                ("adopted",),
                "date",
                f"{declaration.id}: adopted on {declaration.adopted}, but forum {held.number} met from {held.start} to {held.end}",
            )
        copied = declaration.source.published
        if copied and (copied.last < held.start or copied.first > today):
            words = f"{declaration.id}: its copy was published in {copied}, which lies before the forum of {held.start} or has not come"
            yield Fault(subject, ("source", "published"), "date", words)


def _is_lost_source(register: Register, source: str) -> bool:
    return register.is_lost("forums", source) or register.is_lost("forum-sources", source)


def _announced(register: Register, forum: Forum) -> Iterator[Fault]:
    """What is only announced says since when, and that lies before its first day and not before the first source that could tell."""
    subject, day = f"forum:{forum.number}", forum.announced
    if day is None:
        if forum.held is Holding.ANNOUNCED:
            words = "it is only announced, so `announced` is needed: the day on which a source had told its days"
            yield Fault(subject, ("held",), "announced", f"forum {forum.number}: {words}")
        return
    if day >= forum.start:
        words = f"forum {forum.number}: announced on {day}, but it starts on {forum.start}; from its first day on it is known anyway"
        yield Fault(subject, ("announced",), "announced", words)
    out = [source.published.last for source in register.forum_sources if source.id in forum.sources and source.published]
    if not any(each <= day for each in out) and not any(_is_lost_source(register, id_) for id_ in forum.sources):
        words = f"forum {forum.number}: announced on {day}, but none of its sources was published by then"
        yield Fault(subject, ("announced",), "announced", words)


@rule
def sources_of_forums_lie_in_the_past(register: Register, today: dt.date) -> Iterator[Fault]:
    """A source for an edition was published by today, and not before there was a forum to tell of."""
    begun = min((forum.start.year for forum in register.forums), default=0)
    for source in register.forum_sources:
        if source.published and (source.published.first > today or source.published.last.year < begun - AHEAD):
            words = f"{source.id}: published in {source.published}, which has not come or lies long before the first forum"
            yield Fault(f"forum-source:{source.id}", ("published",), "date", words)
