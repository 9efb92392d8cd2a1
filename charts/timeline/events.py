"""What the timeline draws, one line each and in full: as it stands in the table below the picture, told for whoever opens that."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from models.labels import Say
from models.records.terms import Force
from models.register.frames.timeline import Timeline
from models.register.standing import Standing


@dataclass(frozen=True, slots=True)
class Event:
    """One thing on its day: in which layer, when, what kind of thing, what of it, and where that stands."""

    layer: str
    day: dt.date
    when: str
    kind: str
    words: str
    more: str = ""
    """What is said beside the words: of a forum what is known of its text, of a due date how it came out, of a judgement when it was made."""
    place: str = ""
    """The id of the commitment or provision; of a source where it is found, in words."""
    leads: str = ""
    """The pledge that the words name, or the declaration of a forum."""
    force: Force | None = None
    standing: Standing | None = None


def events(data: Timeline, say: Say, layers: Collection[str], years: tuple[int, int]) -> list[Event]:
    """Everything in the layers from the first to the last of `years`, oldest first."""
    telling = {"forums": _forums, "pledges": _mentions, "due": _dues, "changes": _changes, "evidence": _sources}
    told = [event for layer, tell in telling.items() if layer in layers for event in tell(data, say)]
    return sorted((event for event in told if years[0] <= event.day.year <= years[1]), key=lambda event: event.day)


def _forums(data: Timeline, say: Say) -> Iterator[Event]:
    for row in data.forums.to_dict("records"):
        state = say(f"timeline.key_{row['state'].replace('-', '_')}")
        forum = say("timeline.row_forum", forum=say.ordinal(row["number"]), theme=row["theme"])
        # Whether the text is held is no place: it stands with the forum, not in the column of places.
        yield Event(
            "forums",
            row["start"],
            say.span(row["start"], row["end"]),
            say("timeline.kind_forum"),
            forum,
            state,
            leads=row["declaration"] or "",
        )


def _mentions(data: Timeline, say: Say) -> Iterator[Event]:
    for row in data.marks.to_dict("records"):
        yield Event(
            "pledges",
            row["day"],
            say.date(row["day"]),
            say("timeline.kind_mention"),
            row["title"],
            say("timeline.key_background") if row["background"] else "",
            place=row["place"],
            leads=row["pledge"],
            force=None if row["background"] else Force(row["force"]),
        )


def _dues(data: Timeline, say: Say) -> Iterator[Event]:
    for row in data.due.to_dict("records"):
        yield Event(
            "due",
            row["due"],
            say.day_due(row["due"], row["within"]),
            say("timeline.kind_due"),
            row["summary"],
            say(f"timeline.timing_{row['timing']}"),
            place=row["commitment"],
            standing=Standing(row["standing"]),
        )
    named = set(data.due["commitment"])
    for row in data.targets.to_dict("records"):
        if row["by"] is not None and row["commitment"] not in named:
            words = say("timeline.row_target", words=row["words"], value=f"{row['value']:,.0f}", unit=row["unit"])
            yield Event("due", row["by"], say.date(row["by"]), say("timeline.kind_target"), words)


def _changes(data: Timeline, say: Say) -> Iterator[Event]:
    for row in data.changes.to_dict("records"):
        before, after = say(f"terms.standing_{row['before']}"), say(f"terms.standing_{row['after']}")
        changed = say("timeline.row_change", before=before, after=after, reason=row["reason"])
        words = changed if row["changed"] else say("timeline.row_same", after=after, reason=row["reason"])
        yield Event(
            "changes",
            row["as_of"],
            say.date(row["as_of"]),
            say("timeline.kind_change"),
            say("timeline.row_own", body=row["actor"], words=words) if row["actor"] else words,
            say("timeline.row_written", date=say.date(row["written"])),
            place=row["commitment"],
        )


def _sources(data: Timeline, say: Say) -> Iterator[Event]:
    for row in data.sources.to_dict("records"):
        yield Event(
            "evidence",
            row["first"],
            say.partial(row["happened"]),
            say("timeline.kind_source"),
            say("timeline.row_announced", says=row["says"]) if row["announced"] else row["says"],
            place=f"{row['title']}, {row['publisher']} · {say('terms.grade_' + row['grade'])}",
        )
