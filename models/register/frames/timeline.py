"""What happened when, and what is due when: the tables behind the timeline.

All of them show the register as of a day: what was adopted, noted or published later is left out. Only due dates and
the announced forum look ahead.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import pandas as pd

from models.records.dates import PartialDate
from models.records.evidence import Evidence
from models.records.forums import Forum
from models.records.notes import Note
from models.records.places import text_of
from models.records.terms import Holding, Ledger
from models.records.texts import Commitment
from models.register.register import Register
from models.register.standing import Standing, hiding, is_overdue, is_past, notes_until, order, punctuality

ON_RECORD, NOT_ON_RECORD, ANNOUNCED = "on-record", "not-on-record", "announced"
COMING, ON_TIME, LATE, DONE, OVERDUE = "coming", "on-time", "late", "done", "overdue"
OPEN = "open"
"""Still to come, and the day is not yet set."""
PAST_UNASSESSED, PAST_WITHHELD = "past-unassessed", "past-withheld"

FORUMS = ["number", "year", "start", "end", "state", "declaration", "adopted", "theme", "dates_note"]
MARKS = ["pledge", "title", "declaration", "forum", "day", "force", "place", "background"]
STRETCHES = ["pledge", "start", "end", "unbroken", "missing"]
DUE = [
    "commitment", "declaration", "pledge", "words", "summary", "ledger", "force", "adopted", "due", "within", "due_words",
    "standing", "since", "assessed", "timing", "target", "unit",
]  # fmt: skip
TARGETS = ["commitment", "measure", "words", "value", "unit", "by"]
CHANGES = ["commitment", "ledger", "summary", "actor", "as_of", "written", "before", "after", "changed", "reason"]
SOURCES = ["evidence", "year", "happened", "first", "last", "published", "announced", "grade", "says", "title", "publisher"]


@dataclass(frozen=True)
class Timeline:
    """All that is dated, as of one day and for chosen themes."""

    on: dt.date
    forums: pd.DataFrame
    marks: pd.DataFrame
    stretches: pd.DataFrame
    due: pd.DataFrame
    targets: pd.DataFrame
    changes: pd.DataFrame
    sources: pd.DataFrame
    judged: int
    """How many promises can be judged at all."""
    withheld: int = 0
    """How many judgements of commitments as a whole are withheld, so that no change that they tell is drawn."""
    knows_all_forums: bool = True

    @property
    def moves(self) -> pd.DataFrame:
        """The judgements of a commitment as a whole that changed its standing."""
        changed = [bool(changed) and not actor for changed, actor in zip(self.changes["changed"], self.changes["actor"], strict=True)]
        return self.changes.loc[changed]

    @property
    def own_marks(self) -> pd.DataFrame:
        """The mentions of pledges themselves, without those that only touch the topic."""
        return _own(self.marks)


def timeline(register: Register, on: dt.date, lang: str, themes: Collection[str] = ()) -> Timeline:
    """Everything that the timeline draws."""
    marks = pledge_marks(register, on, lang, themes)
    return Timeline(
        on=on,
        forums=forums(register, on, lang),
        marks=marks,
        stretches=pledge_stretches(register, marks),
        due=due_dates(register, on, lang, themes),
        targets=targets(register, on, lang, themes),
        changes=status_changes(register, on, lang, themes),
        sources=sources(register, on, lang, themes),
        judged=sum(commitment.assessable and commitment.ledger is Ledger.PROMISES for commitment in _adopted(register, on, themes)),
        withheld=_withheld(register, on, themes),
        knows_all_forums=register.knows_all_forums,
    )


def forums(register: Register, on: dt.date, lang: str) -> pd.DataFrame:
    """Each forum that had begun by `on`, or had been announced by then, and whether its text is on record."""
    return _frame((_forum(register, forum, lang) for forum in register.forums if forum.is_known(on)), FORUMS)


def _forum(register: Register, forum: Forum, lang: str) -> dict[str, Any]:
    declaration = register.declaration_of(forum.number)
    state = ON_RECORD if declaration else ANNOUNCED if forum.held is Holding.ANNOUNCED else NOT_ON_RECORD
    return {
        "number": forum.number,
        "year": forum.year,
        "start": forum.start,
        "end": forum.end,
        "state": state,
        "declaration": declaration.id if declaration else "",
        "adopted": declaration.adopted if declaration else None,
        "theme": forum.theme[lang],
        "dates_note": forum.dates_note[lang] if forum.dates_note else "",
    }


def pledge_marks(register: Register, on: dt.date, lang: str, themes: Collection[str] = ()) -> pd.DataFrame:
    """Each declaration's mention of each pledge with its force; pledges that return most often come first."""
    threads: list[tuple[tuple[Any, ...], list[dict[str, Any]]]] = []
    for pledge in register.pledges:
        rows: list[dict[str, Any]] = []
        for declaration in register.declarations:
            here = [mention for mention in pledge.mentions if mention.declaration == declaration.id]
            if declaration.adopted > on or not here:
                continue
            strongest = register.strongest_mention(pledge, declaration.id)
            rows.append(
                {
                    "pledge": pledge.id,
                    "title": pledge.title[lang],
                    "declaration": declaration.id,
                    "forum": declaration.forum,
                    "day": declaration.adopted,
                    "force": register.wording_at(strongest.at).force.value if strongest else "",
                    "place": (strongest or here[0]).at,
                    "background": strongest is None,
                }
            )
        own = [row for row in rows if not row["background"]]
        if own and (not themes or any(_themes_at(register, mention.at) & set(themes) for mention in pledge.mentions)):
            threads.append(((-len(own), own[0]["day"], pledge.id), rows))
    return _frame((row for _, rows in sorted(threads, key=lambda thread: thread[0]) for row in rows), MARKS)


def pledge_stretches(register: Register, marks: pd.DataFrame) -> pd.DataFrame:
    """The way of each pledge from its first to its last mention, cut at every declaration on record.

    A stretch is unbroken where no forum lies in between; elsewhere `missing` forums are not on record, so that nobody
    knows whether the pledge was mentioned there.
    """
    found: list[dict[str, Any]] = []
    for pledge, rows in _own(marks).groupby("pledge", sort=False):
        first, last = min(rows["forum"]), max(rows["forum"])
        stops = [declaration for declaration in register.declarations if first <= declaration.forum <= last]
        for earlier, later in pairwise(stops):
            missing = register.forums_between(earlier.id, later.id)
            found.append(
                {
                    "pledge": str(pledge),
                    "start": earlier.adopted,
                    "end": later.adopted,
                    "unbroken": register.consecutive(earlier.id, later.id),
                    "missing": len(missing),
                }
            )
    return _frame(found, STRETCHES)


def due_dates(register: Register, on: dt.date, lang: str, themes: Collection[str] = ()) -> pd.DataFrame:
    """Each commitment with a date, from adoption to the due day, and where it stood on `on`.

    Where the day was not yet set, `due` is the last one it could be and `within` the month or year that was known.

    Promises come first, then asks, then hopes, each by due day."""
    found = [
        _due(register, commitment, on, lang)
        for commitment in _adopted(register, on, themes)
        if commitment.due_by is not None and commitment.ledger is not None
    ]
    return _frame(sorted(found, key=lambda row: (list(Ledger).index(row["ledger"]), row["due"], row["adopted"], row["commitment"])), DUE)


def _due(register: Register, commitment: Commitment, on: dt.date, lang: str) -> dict[str, Any]:
    now = register.standing_of(commitment, on)
    # A commitment may stand in several pledges: the one with most due dates is the one its date belongs to.
    threads = sorted(
        (pledge for pledge, mention in register.pledges_at(commitment.id) if not mention.background),
        key=lambda pledge: (-sum(each.due_by is not None for each in register.commitments_of(pledge)), pledge.id),
    )
    return {
        "commitment": commitment.id,
        "declaration": commitment.declaration,
        "pledge": threads[0].id if threads else "",
        "words": threads[0].title[lang] if threads else commitment.summary[lang],
        "summary": commitment.summary[lang],
        "ledger": commitment.ledger.value if commitment.ledger else "",
        "force": commitment.force.value,
        "adopted": register.declaration_by_id[commitment.declaration].adopted,
        "due": commitment.due_by,
        "within": str(commitment.due_within) if commitment.due_is_open else "",
        "due_words": commitment.due_words or "",
        "standing": now.value,
        "since": _since(register, commitment, now, on),
        "assessed": now is not Standing.NOT_ASSESSED,
        "timing": _timing(register, commitment, now, on),
        "target": commitment.target.value if commitment.target else 0,
        "unit": commitment.target.unit[lang] if commitment.target else "",
    }


def _since(register: Register, commitment: Commitment, now: Standing, on: dt.date) -> dt.date | None:
    """The day for which it was first found to stand as it does now; None where nobody found anything, or it cannot be told."""
    if now is Standing.WITHHELD:
        return None
    found = None
    for note in notes_until(register.notes_of(commitment.id), on):
        if note.actor is None:
            found = None if note.status.value != now.value else found or note.as_of
    return found


def _timing(register: Register, commitment: Commitment, now: Standing, on: dt.date) -> str:
    """Whether the day has come; a past day with no note, or with one that is withheld, is kept apart from one known not to have been kept."""
    if now is Standing.DONE:
        when = punctuality(commitment, register.notes_of(commitment.id), on, register.withheld_of(commitment.id))
        return {"late": LATE, "on-time": ON_TIME}.get(when or "", DONE)
    if now is Standing.WITHHELD and is_past(commitment, on):
        return PAST_WITHHELD
    if not is_overdue(commitment, now, on):
        return OPEN if commitment.due_is_open else COMING
    return PAST_UNASSESSED if now is Standing.NOT_ASSESSED else OVERDUE


def _withheld(register: Register, on: dt.date, themes: Collection[str]) -> int:
    """The withheld notes that are, or may be, on these commitments as a whole."""
    judged = {commitment.id for commitment in _adopted(register, on, themes) if commitment.assessable}
    return sum(
        note.speaks_by(on) and note.may_judge(None) and (note.commitment in judged or not note.commitment)
        for note in register.withheld_notes
    )


def targets(register: Register, on: dt.date, lang: str, themes: Collection[str] = ()) -> pd.DataFrame:
    """Each number to be reached, once: as a commitment names it, else as a measure does."""
    named = [commitment for commitment in _adopted(register, on, themes) if commitment.target]
    found: list[dict[str, Any]] = [
        {
            "commitment": commitment.id,
            "measure": next(
                (measure.id for measure in register.measures if measure.target and measure.target.provision == commitment.id), ""
            ),
            "words": commitment.summary[lang],
            "value": float(commitment.target.value),
            "unit": commitment.target.unit[lang],
            "by": commitment.due_by,
        }
        for commitment in named
        if commitment.target
    ]
    known = {commitment.id for commitment in register.commitment_by_id.values() if commitment.target}
    for measure in register.measures:
        if measure.target is None or measure.target.provision in known:
            continue
        place = measure.target.provision
        if place is None and themes:
            continue
        if place is not None and not (_adopted_by(register, place, on) and (not themes or _themes_at(register, place) & set(themes))):
            continue
        found.append(
            {
                "commitment": "",
                "measure": measure.id,
                "words": measure.title[lang],
                "value": measure.target.value,
                "unit": measure.unit[lang],
                "by": measure.target.by.last,
            }
        )
    return _frame(found, TARGETS)


def status_changes(register: Register, on: dt.date, lang: str, themes: Collection[str] = ()) -> pd.DataFrame:
    """Each judgement that speaks of a day up to `on`, with the standing before and after it, oldest first.

    A judgement on one body's own record names it as `actor` and is folded apart: it never moves the whole.
    """
    found: list[tuple[tuple[Any, ...], dict[str, Any]]] = []
    for commitment in _adopted(register, on, themes):
        before: dict[str | None, str] = {}
        for note in register.notes_of(commitment.id):
            if note.as_of > on or not commitment.assessable:
                continue
            earlier = before.get(note.actor, Standing.NOT_ASSESSED.value)
            if _is_unknown_before(register, note):
                earlier = Standing.WITHHELD.value
            found.append(((*order(note), commitment.id), _change(register, commitment, note, earlier, lang)))
            before[note.actor] = note.status.value
    return _frame((row for _, row in sorted(found, key=lambda pair: pair[0])), CHANGES)


def _is_unknown_before(register: Register, note: Note) -> bool:
    """Whether a withheld note may have been the one before this, so that nobody can say what this one changed."""
    withheld = register.withheld_of(note.commitment)
    if not withheld:
        return False
    earlier = [each for each in register.notes_of(note.commitment) if order(each) < order(note)]
    hidden = hiding(earlier, note.as_of, withheld, note.actor)
    return any(each.note is None or order(each.note) < order(note) for each in hidden)


def _change(register: Register, commitment: Commitment, note: Note, before: str, lang: str) -> dict[str, Any]:
    body = register.body_by_id.get(note.actor) if note.actor else None
    return {
        "commitment": commitment.id,
        "ledger": commitment.ledger.value if commitment.ledger else "",
        "summary": commitment.summary[lang],
        "actor": body.name[lang] if body else note.actor or "",
        "as_of": note.as_of,
        "written": note.written,
        "before": before,
        "after": note.status.value,
        "changed": before != note.status.value,
        "reason": note.reason[lang],
    }


def sources(register: Register, on: dt.date, lang: str, themes: Collection[str] = ()) -> pd.DataFrame:
    """Each source by the day, month or year it speaks of; the undated ones are left out. Sources have no theme of their own: with `themes` only
    those are left that a note on a commitment with such a theme rests on. A source out before that day announces."""
    cited = {name for commitment in _adopted(register, on, themes) for note in register.notes_of(commitment.id) for name in note.evidence}
    found = [
        _source(register, source, source.happened, lang)
        for source in register.evidence
        if source.happened is not None and source.happened.first <= on and source.is_known(on) and (not themes or source.id in cited)
    ]
    return _frame(sorted(found, key=lambda row: (row["first"], row["last"], row["evidence"])), SOURCES)


def _source(register: Register, source: Evidence, happened: PartialDate, lang: str) -> dict[str, Any]:
    return {
        "evidence": source.id,
        "year": happened.first.year,
        "happened": happened.text,
        "first": happened.first,
        "last": happened.last,
        "published": source.published.text if source.published else "",
        "announced": source.published is not None and source.published.last < happened.first,
        "grade": register.grade_of(source).value,
        "says": source.says[lang],
        "title": source.title,
        "publisher": register.publisher(source.publisher, lang),
    }


def _adopted(register: Register, on: dt.date, themes: Collection[str]) -> Iterator[Commitment]:
    for commitment in register.commitment_by_id.values():
        if _adopted_by(register, commitment.id, on) and (not themes or set(commitment.themes) & set(themes)):
            yield commitment


def _adopted_by(register: Register, place: str, on: dt.date) -> bool:
    declaration = register.declaration_by_id.get(text_of(place))
    return declaration is not None and declaration.adopted <= on


def _themes_at(register: Register, place: str) -> set[str]:
    commitment = register.commitment_by_id.get(place)
    if commitment is not None:
        return set(commitment.themes)
    provision = register.provision_by_id.get(place)
    return set() if provision is None else set(register.themes_of(provision))


def _own(marks: pd.DataFrame) -> pd.DataFrame:
    """The marks without mere background."""
    return marks.loc[[not background for background in marks["background"]]]


def _frame(rows: Iterable[dict[str, Any]], columns: list[str]) -> pd.DataFrame:
    """A table that has its columns also when it is empty; days stay days."""
    return pd.DataFrame(list(rows), columns=columns, dtype=object)
