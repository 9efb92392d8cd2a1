"""The notes as a table: a line for each judgement up to the day, also those that no longer count."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from exports.columns import JOIN, Column, flat, in_both
from models.labels import Say
from models.records.notes import Note
from models.register.register import Register

COLUMNS = (
    Column("id", "commitment, a slash, the day (and number) of the note"),
    Column("commitment", "id of the commitment whose standing it states"),
    Column("as_of", "the day whose standing it states", "date"),
    Column("written", "the day it was judged", "date"),
    Column("status", "no-evidence, started, partly-done, done or contrary"),
    *in_both("reason", "why"),
    Column("missing_translation", "en or ko, where the reason is not there yet in one language"),
    *in_both("part", "which part is done"),
    Column("evidence", "ids of the sources that it rests on"),
    *in_both("search_where", "for no-evidence: where was searched"),
    Column("search_words", "with which words"),
    Column("search_on", "on which day", "date"),
    Column("search_languages", "in which languages, two letters each"),
    Column("search_kinds", "in which kinds of source"),
    Column("actor", "id of the one body it is about; empty for the commitment as a whole"),
    Column("by", "who judged"),
    Column("corrects", "the day (and number) of the note of this commitment that it corrects"),
    Column("counts", "false where it was corrected, or its commitment was coded anew and cannot be judged any more", "boolean"),
    Column("corrected_by", "id of the note that corrects it"),
)
FOR_PEOPLE = ("id", "place", "summary", "as_of", "written", "status", "whose", "reason", "part", "sources", "search", "by", "counts")


def rows(document: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The notes of the document, one line each."""
    for note in document["notes"]:
        search = note["search"] or {}
        yield {
            **note,
            **flat("reason", note["reason"]),
            "missing_translation": note["reason"]["missing_translation"],
            **flat("part", note["part"]),
            **flat("search_where", search.get("where")),
            **{f"search_{name}": search.get(name) for name in ("words", "on", "languages", "kinds")},
        }


def in_words(document: dict[str, Any], register: Register, say: Say) -> Iterator[dict[str, str]]:
    """The same lines for people."""
    known = {note.id: note for commitment in register.commitment_by_id for note in _of(register, commitment)}
    for entry in document["notes"]:
        note = known[entry["id"]]
        body = register.body_by_id.get(note.actor or "")
        sources = [register.evidence_by_id[each].title for each in note.evidence if each in register.evidence_by_id]
        yield {
            "id": note.id,
            "place": say.place(note.commitment),
            "summary": register.commitment_by_id[note.commitment].summary[say.lang],
            "as_of": note.as_of.isoformat(),
            "written": note.written.isoformat(),
            "status": say(f"terms.standing_{note.status}"),
            "whose": body.name[say.lang] if body else (note.actor or say("city.whole")),
            "reason": note.reason[say.lang],
            "part": note.part[say.lang] if note.part else "",
            "sources": JOIN.join(sources),
            "search": _search(note, say),
            "by": say.judge(note.by),
            "counts": _counts(register, note, say),
        }


def _of(register: Register, commitment: str) -> tuple[Note, ...]:
    return (*register.notes_of(commitment), *register.set_aside(commitment))


def _search(note: Note, say: Say) -> str:
    if note.search is None:
        return ""
    words = ", ".join(f"“{word}”" for word in note.search.words)
    return say("notes.search", where=note.search.where[say.lang].rstrip("."), words=words, date=say.date(note.search.on))


def _counts(register: Register, note: Note, say: Say) -> str:
    """Whether the note still counts, and why not."""
    if correction := register.correction_of(note):
        return say("tables.corrected", date=say.date(correction.written))
    return say("tables.recoded" if register.is_set_aside(note) else "tables.counts")
