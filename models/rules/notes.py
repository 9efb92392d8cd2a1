"""The house rules for notes, evidence and measures (codebook, 4 and 6). Each rule's docstring is the rule."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping

from models.records.evidence import Evidence
from models.records.notes import Note, Search
from models.records.terms import Grade, Precision, SourceKind, Status
from models.records.texts import Commitment
from models.register.independence import apart
from models.register.register import Register
from models.rules.faults import Fault, rule
from models.rules.walks import is_answered_for

WIDE_SINCE = dt.date(2026, 11, 28)
"""From this day on a note says how wide its search was (docs/CODEBOOK.md, 4); earlier ones could not."""

UNCHECKED = re.compile(
    r"\b(?:un(?:checked|examined|searched)|not (?:yet )?(?:been )?(?:yet )?(?:checked|collected|examined|searched|traced|verified|looked (?:for|at|into|through))|no evidence was collected)\b"
    r"|(?:조사|검색|수집|점검|검토|추적)하지 (?:않|아니)|(?:조사|수집|점검|검토|추적)되지 (?:않|아니)|(?:찾아|살펴|확인해 )보지 (?:않|아니)",
    re.IGNORECASE,
)
"""Words that tell of something nobody looked for, as if that had been found (docs/CODEBOOK.md, 4)."""

AHEAD = 3
"""So many years before it happens something may be announced; what was published earlier told of something else."""

LEAST = {
    Status.DONE: "one primary source, or two independent ones",
    Status.CONTRARY: "one primary or independent source",
    Status.PARTLY_DONE: "one source",
    Status.STARTED: "one source",
}


def note_faults(
    register: Register, note: Note, commitment: Commitment, evidence: Mapping[str, Evidence], today: dt.date
) -> Iterator[tuple[tuple[str | int, ...], str, str]]:
    """All that is wrong with one note: place in the note, code, sentence. Serves the check and the form alike.

    A note that no longer counts is not asked again whether its evidence suffices.
    """
    name = f"the note of {note.as_of}"
    adopted = register.declaration_by_id[commitment.declaration].adopted
    if not commitment.assessable:
        if register.is_from_before_recoding(note):
            return
        why = "is an aspiration" if commitment.precision is Precision.ASPIRATION else "is a promise in name only"
        yield (), "not-assessable", f"{commitment.id} {why} and cannot be judged; remove the note"
        return
    if note.as_of > today:
        yield ("as_of",), "future", f"{name} speaks of a day that has not come; today is {today}"
    elif note.written < note.as_of:
        yield ("written",), "date", f"{name} is written on {note.written}, before the day it speaks of"
    if note.as_of < adopted:
        why = f"the declaration was adopted on {adopted}, so there was nothing to judge; rename the file to that day or a later one"
        yield ("as_of",), "too-early", f"{name} speaks of a day before its commitment existed: {why}"
    body = register.body_by_id.get(note.actor or "")
    if body and not body.has_begun(note.as_of):
        words = f"{name} speaks of {body.id} before its first day, {body.begins}; name the body that answered then"
        yield ("actor",), "too-early", words
    if note.written > today:
        yield ("written",), "future", f"{name} is written on {note.written}, which has not come; today is {today}"
    cited = [evidence[id_] for id_ in note.evidence if id_ in evidence]
    yield from _evidence_in_time(note, cited, name)
    if register.is_set_aside(note):
        return
    if len(cited) == len(note.evidence):
        yield from _enough_evidence(register, note, cited, name)
    yield from _what_was_not_looked_for(note, name)
    if note.status is Status.PARTLY_DONE and note.part is None:
        yield (), "part", f"{name} says partly done; say in part (English and Korean) which part"
    if note.status is Status.NO_EVIDENCE:
        if note.search is None:
            yield (), "search", f"{name} says no evidence found; write down the search: where, with which words, and when"
        else:
            yield from _wide_enough(note, note.search, name)
            if note.search.on > note.written:
                yield ("search", "on"), "date", f"{name} is written before its search of {note.search.on}"
            elif note.search.on < adopted:
                yield (
                    ("search", "on"),
                    "date",
                    f"{name} rests on a search of {note.search.on}, before the declaration was adopted on {adopted}",
                )


def _what_was_not_looked_for(note: Note, name: str) -> Iterator[tuple[tuple[str | int, ...], str, str]]:
    for field, words in (("reason", note.reason), ("part", note.part)):
        for language in ("en", "ko") if words and note.written >= WIDE_SINCE else ():
            found = UNCHECKED.search(getattr(words, language) or "")
            if found:
                what = f"“{found[0]}” in {field}: what was not looked for is no finding; look for it, or leave it out"
                yield (field, language), "unchecked", f"{name} says {what}"


def _wide_enough(note: Note, search: Search, name: str) -> Iterator[tuple[tuple[str | int, ...], str, str]]:
    if search.is_wide or note.written < WIDE_SINCE:
        return
    tongues = [language for language in ("en", "ko") if language not in search.languages]
    kinds = [kind.value for kind in SourceKind if kind not in search.kinds]
    lacking = " and ".join(
        part for part in (f"languages: {', '.join(tongues)}" * bool(tongues), f"kinds: {', '.join(kinds)}" * bool(kinds)) if part
    )
    yield ("search",), "search", f"{name}: a negative needs a wider search; not searched yet are {lacking} (codebook, 4)"


def _evidence_in_time(note: Note, cited: list[Evidence], name: str) -> Iterator[tuple[tuple[str | int, ...], str, str]]:
    for index, source in enumerate(cited):
        here = ("evidence", index)
        if source.happened and source.happened.first > note.as_of:
            yield here, "too-late", f"{name} rests on {source.id}, which happened in {source.happened}, after that day"
        elif source.happened and source.happened.last > note.as_of:
            yield (
                here,
                "too-late",
                f"{name} rests on {source.id}, which is only known to have happened in {source.happened}, perhaps after that day; choose a later day",
            )
        if source.published and source.published.first > note.written:
            yield here, "too-late", f"{name} was written on {note.written}, before {source.id} was published ({source.published})"


def _enough_evidence(register: Register, note: Note, cited: list[Evidence], name: str) -> Iterator[tuple[tuple[str | int, ...], str, str]]:
    if note.status is Status.NO_EVIDENCE:
        return
    grades = [register.grade_of(source) for source in cited]
    deciding = [grade for grade in grades if grade is not Grade.INFERRED]
    independent = apart(register, [source for source in cited if register.grade_of(source) is Grade.INDEPENDENT])
    enough = {
        Status.DONE: Grade.PRIMARY in grades or independent >= 2,
        Status.CONTRARY: Grade.PRIMARY in grades or independent >= 1,
    }.get(note.status, bool(deciding))
    if enough:
        return
    if note.status is Status.DONE and deciding and set(deciding) == {Grade.SELF_REPORTED}:
        yield ("status",), "self-reported", f"{name} says done on self-reported sources alone; they reach partly done at most"
    elif cited and not deciding:
        yield ("evidence",), "inferred", f"{name} rests on inferred sources alone; they support but never decide"
    else:
        yield ("evidence",) if note.evidence else (), "evidence", f"{name} says {note.status}; that needs {LEAST[note.status]}"


@rule
def notes_judge_what_is_there(register: Register, today: dt.date) -> Iterator[Fault]:
    """A note judges a commitment that is on record, by a body of the vocabulary, on evidence that is on record."""
    for note in register.notes:
        subject = f"note:{note.id}"
        if note.commitment not in register.commitment_by_id:
            if not register.is_lost("declarations", note.commitment):
                yield Fault(
                    subject,
                    (),
                    "reference",
                    f"there is no commitment {note.commitment}; the folder of a note is named after its commitment",
                )
            continue
        for index, source in enumerate(note.evidence):
            if source not in register.evidence_by_id and not register.is_lost("evidence", source):
                yield Fault(
                    subject, ("evidence", index), "reference", f"there is no evidence {source}; add it to a file in commitments/evidence"
                )
        if len(set(note.evidence)) != len(note.evidence):
            yield Fault(subject, ("evidence",), "duplicate-id", "the same evidence is named twice")
        if note.actor and note.actor not in register.body_by_id and not register.is_lost("vocabulary", note.actor):
            yield Fault(
                subject,
                ("actor",),
                "vocabulary",
                f"“{note.actor}” is not among the bodies of vocabulary.yaml; use one that is there or add it",
            )


@rule
def notes_follow_the_codebook(register: Register, today: dt.date) -> Iterator[Fault]:
    """No note on an aspiration or a promise in name only; no status without its least evidence; no evidence later than the note; no day in the future or before the declaration was adopted."""
    for note in register.notes:
        commitment = register.commitment_by_id.get(note.commitment)
        if commitment is None or any(register.is_lost("evidence", id_) for id_ in note.evidence if id_ not in register.evidence_by_id):
            continue
        if _may_be_corrected(register, note):
            continue
        for at, code, sentence in note_faults(register, note, commitment, register.evidence_by_id, today):
            yield Fault(f"note:{note.id}", at, code, f"{note.commitment}: {sentence}")


def _may_be_corrected(register: Register, note: Note) -> bool:
    """Whether a withheld note of the same day may say that this one was wrong, so that it need not hold any more."""
    same = (each for each in register.withheld_notes if each.commitment == note.commitment and each.as_of == note.as_of)
    return any(each.note is None or f"{note.commitment}/{each.note.corrects}" == note.id for each in same)


@rule
def corrections_name_what_was_wrong(register: Register, today: dt.date) -> Iterator[Fault]:
    """A note that corrects another names one of the same commitment, body and day, written no later than itself."""
    notes = {note.id: note for note in register.notes}
    withheld = {note.id for note in register.withheld_notes}
    for note in register.notes:
        if note.corrects is None or f"{note.commitment}/{note.corrects}" in withheld:
            continue
        wrong, subject = notes.get(f"{note.commitment}/{note.corrects}"), f"note:{note.id}"
        here = f"{note.commitment}: the note of {note.as_of} corrects {note.corrects}"
        if wrong is None or wrong is note:
            yield Fault(
                subject, ("corrects",), "corrects", f"{here}, which is no other note of this commitment; name the file without .yaml"
            )
        elif wrong.as_of != note.as_of or wrong.actor != note.actor:
            yield Fault(
                subject, ("corrects",), "corrects", f"{here}, which speaks of another day or body; what is new is a note of its own"
            )
        elif wrong.written > note.written:
            yield Fault(subject, ("corrects",), "corrects", f"{here}, which was written later")
        elif note.id in _corrected(notes, wrong):
            words = "which corrects it in turn, so that neither would count; the last one corrects and is not corrected"
            yield Fault(subject, ("corrects",), "corrects", f"{here}, {words}")


def _corrected(notes: Mapping[str, Note], note: Note) -> set[str]:
    """The notes that `note` corrects, at once or through others."""
    found: set[str] = set()
    while note.corrects and (name := f"{note.commitment}/{note.corrects}") in notes and name not in found:
        found.add(name)
        note = notes[name]
    return found


@rule
def standings_rest_on_the_present_test(register: Register, today: dt.date) -> Iterator[Fault]:
    """After a test was written anew, every standing is judged by it; the newest negative rests on a wide search."""
    for commitment in register.commitment_by_id.values():
        notes = register.notes_of(commitment.id)
        newest = {note.actor: note for note in notes}.values()
        for note in newest if commitment.assessable else ():
            if register.is_hidden(commitment.id, today, note.actor):
                continue
            subject = f"note:{note.id}"
            if commitment.earlier_tests and note.written < commitment.earlier_tests[-1].until:
                until = commitment.earlier_tests[-1].until
                yield Fault(subject, (), "test", f"{commitment.id}: the test was written anew on {until}; judge by it in a new note")
            if note.status is Status.NO_EVIDENCE and note.search and not note.search.is_wide and note.written < WIDE_SINCE <= today:
                words = "search in English and Korean in every kind of source, and say in a new note what was found"
                yield Fault(
                    subject, ("search",), "search", f"{commitment.id}: the standing of {note.as_of} rests on a narrow search; {words}"
                )


@rule
def evidence_was_seen(register: Register, today: dt.date) -> Iterator[Fault]:
    """Evidence was seen by today and after it was published; what was published before it happened announces it, at most three years ahead."""
    for source in register.evidence:
        subject = f"evidence:{source.id}"
        if source.seen > today:
            yield Fault(subject, ("seen",), "future", f"{source.id}: seen on {source.seen}, which has not come; today is {today}")
        if source.published and source.published.first > source.seen:
            yield Fault(
                subject, ("published",), "date", f"{source.id}: published in {source.published}, after it was seen on {source.seen}"
            )
        if source.happened and source.happened.first > source.seen:
            yield Fault(
                subject,
                ("happened",),
                "future",
                f"{source.id}: happened in {source.happened}, after it was seen on {source.seen}; what is only announced has not happened",
            )
        elif source.happened and source.published and source.happened.first.year - source.published.last.year > AHEAD:
            words = f"{source.id}: published in {source.published}, more than {AHEAD} years before it happened in {source.happened}"
            yield Fault(subject, ("published",), "date", words)


@rule
def measures_rest_on_evidence(register: Register, today: dt.date) -> Iterator[Fault]:
    """Every point rests on evidence on record and lies in the past; a kind of count is named once; a target names a place on record."""
    for measure in register.measures:
        subject = f"measure:{measure.id}"
        ids = set[str]()
        for i, series in enumerate(measure.series):
            if series.id in ids:
                yield Fault(
                    subject,
                    ("series", i, "id"),
                    "duplicate-id",
                    f"{measure.id}: the kind {series.id} is listed twice; put its points together",
                )
            ids.add(series.id)
            for j, point in enumerate(series.points):
                here = ("series", i, "points", j)
                if point.on.first > today:
                    yield Fault(
                        subject,
                        (*here, "on"),
                        "future",
                        f"{measure.id}: the point of {point.on} lies in the future; a count is not a forecast",
                    )
                if point.of is not None and point.value > point.of:
                    words = f"{measure.id}: the point of {point.on} counts {point.value:g} of {point.of:g}; the part is more than the whole"
                    yield Fault(subject, (*here, "value"), "number", words)
                known = [register.evidence_by_id[id_] for id_ in point.evidence if id_ in register.evidence_by_id]
                if known and point.on.first <= today and point.on.first > max(source.seen for source in known):
                    words = f"{measure.id}: the point of {point.on} lies after its evidence was seen"
                    yield Fault(subject, (*here, "on"), "date", words)
                if point.forum and point.forum not in register.forum_by_number and not register.is_lost("forums", str(point.forum)):
                    words = f"{measure.id}: the point of {point.on} names forum {point.forum}, which is not in forums.yaml"
                    yield Fault(subject, (*here, "forum"), "reference", words)
                for k, source in enumerate(point.evidence):
                    if source not in register.evidence_by_id and not register.is_lost("evidence", source):
                        yield Fault(subject, (*here, "evidence", k), "reference", f"{measure.id}: there is no evidence {source}")
        if measure.target and measure.target.nearest and measure.target.nearest not in ids:
            yield Fault(subject, ("target", "nearest"), "reference", f"{measure.id}: there is no kind of count {measure.target.nearest}")
        place = measure.target.provision if measure.target else None
        if place and not is_answered_for(register, place):
            yield Fault(subject, ("target", "provision"), "reference", f"{measure.id}: there is no {place}")
