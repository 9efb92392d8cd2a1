"""A note as it is being written: plain text, what it would become as a record, and everything that is wrong with it.

The rules are the ones of `curate.py check`: shape by the models of `models/records/notes.py`, then every house rule. A draft
is text and is never run as anything.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field, replace
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from models.reading.problems import Location
from models.reading.sentences import sentence
from models.reading.unsaid import conflicts, in_words
from models.records.evidence import Evidence
from models.records.notes import Note
from models.records.terms import Basis, Grade, SourceKind, Status
from models.register.register import Register
from models.rules import checking
from models.rules.notes import corrections_name_what_was_wrong, note_faults
from models.rules.sources import basis_faults

Shape = TypeVar("Shape", bound=BaseModel)

MOST_SOURCES = 5
"""So many new sources can be added with one note; more are better entered one note at a time."""
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
LANGUAGES_OF = {"": ("en", "ko"), "ko": ("en",), "en": ("ko",)}
"""Which languages a note is written in, by the translation that is owned up to as missing."""
NEEDED = ("en", "ko")
"""The languages that every negative is searched in."""
JUDGED_BY = {
    Grade.INDEPENDENT: tuple(basis for basis in Basis if basis.independent),
    Grade.SELF_REPORTED: tuple(basis for basis in Basis if not basis.independent),
}
"""How it can have been judged whose word a source is, by its grade; for the other grades that is no question."""


@dataclass
class Draft:
    """Unsaved writing on one commitment.

    `note` holds what was typed, by field: status, as_of, missing (the language that is left out), reason_en, reason_ko,
    part_en, part_ko, where_en, where_ko, words (one a line), searched, languages and kinds (of the search, each with
    spaces between), actor, corrects, by. `sources` are new sources, each by field: id, says_en, says_ko, title, publisher,
    url, rebuilt, happened, published, seen, grade, basis, confidence, conflict_en, conflict_ko.
    """

    commitment: str
    note: dict[str, str] = field(default_factory=dict)
    evidence: list[str] = field(default_factory=list)
    sources: list[dict[str, str]] = field(default_factory=list)

    def typed(self, name: str) -> str:
        return _plain(self.note.get(name, ""))

    def as_text(self) -> str:
        return json.dumps(asdict(self), ensure_ascii=False)

    @classmethod
    def from_text(cls, text: str) -> Draft:
        return cls(**json.loads(text))


@dataclass(frozen=True, slots=True)
class Trouble:
    """One reason why a draft cannot be saved: the place in the draft, the code of the rule, its sentence."""

    at: Location
    code: str
    sentence: str
    sign: str = ""
    """The code point of the sign that is meant, where it is one."""


@dataclass(frozen=True)
class Checked:
    """A draft as records, as far as it can be read as such, and all that is wrong with it."""

    note: Note | None
    sources: tuple[Evidence, ...]
    """Its new sources that can be read, with the ids they would get."""
    troubles: tuple[Trouble, ...]
    judged: Note | None = None
    """The note as the house rules saw it, with stand-ins where words are still open; never shown and never saved."""


def note_data(draft: Draft, written: dt.date, by: str, new: list[str]) -> dict[str, Any]:
    """The note as the plain data of its file; empty fields are left out. `new` are the ids of its new sources."""
    data: dict[str, Any] = {"status": draft.typed("status"), "written": written.isoformat()}
    data["reason"] = _in_languages(draft, "reason")
    if draft.typed("status") == Status.PARTLY_DONE:
        data["part"] = _in_languages(draft, "part")
    data["evidence"] = [*dict.fromkeys(draft.evidence), *new]
    if draft.typed("status") == Status.NO_EVIDENCE:
        words = [line.strip() for line in draft.typed("words").splitlines() if line.strip()]
        wide = {name: draft.typed(name).split() for name in ("languages", "kinds")}
        data["search"] = _filled({"where": _in_languages(draft, "where"), "words": words, "on": draft.typed("searched"), **wide})
    data["actor"] = draft.typed("actor")
    data["corrects"] = draft.typed("corrects")
    data["by"] = by
    return _filled(data)


def source_data(typed: Mapping[str, str], id_: str) -> dict[str, Any]:
    """A new source as the plain data of its file."""
    said = {name: _plain(words) for name, words in typed.items()}
    data: dict[str, Any] = {"id": id_, "says": _filled({"en": said.get("says_en", ""), "ko": said.get("says_ko", "")})}
    for name in ("title", "publisher", "url", "rebuilt", "happened", "published", "seen", "grade", "basis", "confidence"):
        data[name] = said.get(name, "")
    if data["grade"] not in JUDGED_BY:
        data["basis"] = ""
    if said.get("conflict_en") or said.get("conflict_ko"):
        data["conflict"] = _filled({"en": said.get("conflict_en", ""), "ko": said.get("conflict_ko", "")})
    filled = _filled(data)
    return {"id": id_, "says": data["says"], **filled}


def not_searched(draft: Draft) -> tuple[list[str], list[str]]:
    """The languages and kinds of source in which a negative still has to be looked for."""
    languages, kinds = draft.typed("languages").split(), draft.typed("kinds").split()
    return [each for each in NEEDED if each not in languages], [each.value for each in SourceKind if each.value not in kinds]


def earlier_notes(register: Register, draft: Draft) -> dict[str, Note]:
    """The notes that the draft could correct, by the names of their files: those that count, of its commitment, body and day."""
    day, actor = _day(draft.typed("as_of")), draft.typed("actor")
    return {_name(note): note for note in register.notes_of(draft.commitment) if note.as_of == day and (note.actor or "") == actor}


def _name(note: Note) -> str:
    """The name of a note's file, without its ending."""
    return note.id.rpartition("/")[2]


def _in_languages(draft: Draft, name: str) -> dict[str, str]:
    missing = draft.typed("missing")
    said = {language: draft.typed(f"{name}_{language}") for language in LANGUAGES_OF.get(missing, ("en", "ko"))}
    filled = {language: words for language, words in said.items() if words}
    return {**filled, "missing_translation": missing} if missing else filled


def _filled(data: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in data.items() if value not in ("", [])}


def slug(words: str) -> str:
    """An id from the Latin letters and digits of a title; empty where it has too few of them."""
    found = re.findall(r"[a-z0-9]+", words.lower())
    made = "-".join(found)[:60].strip("-")
    return made if len(made) >= 4 else ""


def new_ids(register: Register, draft: Draft) -> list[str]:
    """An id for each new source that nothing on record has, withheld or not: the one typed, or one made from its title."""
    taken, found = {*register.evidence_by_id, *register.lost}, []
    for typed in draft.sources:
        wanted = typed.get("id", "").strip() or slug(typed.get("title", "")) or f"{draft.commitment}-source"
        found.append(free_id(wanted, taken))
        taken.add(found[-1])
    return found


def free_id(wanted: str, taken: set[str]) -> str:
    """`wanted`, or `wanted-2` and so on where it is taken."""
    return next(each for each in numbered(wanted) if each not in taken)


def numbered(name: str) -> Iterator[str]:
    """`name`, `name-2`, `name-3` …"""
    yield name
    number = 2
    while True:
        yield f"{name}-{number}"
        number += 1


def check(register: Register, draft: Draft, today: dt.date, by: str) -> Checked:
    """The draft as records and everything that is wrong with it, by the rules of the check."""
    commitment = register.commitment_by_id.get(draft.commitment)
    if commitment is None:
        trouble = Trouble((), "reference", f"there is no commitment {draft.commitment}")
        return Checked(None, (), (trouble,))
    troubles = list(_characters(draft, by))
    ids = new_ids(register, draft)
    sources: list[Evidence] = []
    for index, (typed, id_) in enumerate(zip(draft.sources, ids, strict=True)):
        source, wrong = _shaped(Evidence, source_data(typed, id_), ("sources", index))
        troubles += wrong
        troubles += _whose_word(source_data(typed, id_), index)
        if source:
            sources.append(source)
    day = draft.typed("as_of")
    taken = {_name(each) for each in (*register.notes_of(draft.commitment), *register.set_aside(draft.commitment))}
    named = {"id": f"{draft.commitment}/{free_id(day, taken)}", "commitment": draft.commitment}
    as_of = _day(day)
    if as_of is None:
        troubles.append(
            Trouble(("as_of",), "date" if day else "missing", "the day whose standing the note states is written year-month-day")
        )
    data = {**named, "as_of": (as_of or today).isoformat(), **note_data(draft, today, by, ids)}
    note, wrong = _shaped(Note, data, ())
    troubles += wrong
    judged = note or _shaped(Note, _filled_up(data, wrong, today), ())[0]
    if judged:
        troubles += _faults(register, judged, sources, len(sources) == len(ids), today)
    mistyped = {trouble.at for trouble in troubles if trouble.code == "character"}
    left = dict.fromkeys(trouble for trouble in troubles if trouble.code == "character" or trouble.at not in mistyped)
    return Checked(note if as_of else None, tuple(sources), tuple(left), judged)


def _whose_word(data: Mapping[str, Any], index: int) -> Iterator[Trouble]:
    """What is wrong with a new source's grade and how it was judged, also while the rest of it is still open."""
    grade, basis = data.get("grade"), data.get("basis")
    if grade in list(Grade) and basis in (None, *Basis):
        for name, code, words in basis_faults(data["id"], Grade(grade), Basis(basis) if basis else None):
            yield Trouble(("sources", index, name), code, words)


def _filled_up(data: Mapping[str, Any], wrong: list[Trouble], today: dt.date) -> dict[str, Any]:
    """The data of a note with something that breaks no rule in place of the words that are still open.

    So its day, its evidence and what is already written are judged while the rest is being written, and the list of what
    is missing is whole.
    """
    words = {"en": "open", "ko": "미정"}
    negative = data.get("status") == Status.NO_EVIDENCE
    wide = {"languages": list(NEEDED), "kinds": [kind.value for kind in SourceKind]}
    stand_ins: dict[str, Any] = {
        "status": Status.NO_EVIDENCE.value,  # the one that asks for no evidence
        "reason": words,
        "part": words,
        "search": {"where": words, "words": ["open"], "on": today.isoformat(), **({name: [] for name in wide} if negative else wide)},
        "by": "open",
    }
    still_open = set(stand_ins) & {str(trouble.at[0]) for trouble in wrong if trouble.at}
    found = {**stand_ins, **{name: value for name, value in data.items() if name not in still_open}}
    places = {trouble.at[:2] for trouble in wrong}
    for name in still_open & {"reason", "part", "search"}:
        written = data.get(name, {}).items()
        found[name] = {
            **stand_ins[name],
            **{part: value for part, value in written if part in stand_ins[name] and (name, part) not in places},
        }
    return found


def _faults(register: Register, note: Note, sources: list[Evidence], complete: bool, today: dt.date) -> Iterator[Trouble]:
    """What the house rules say of the note and its new sources; the note alone while a source is still unreadable."""
    commitment = register.commitment_by_id[note.commitment]
    subjects = {f"note:{note.id}": (), **{f"evidence:{source.id}": ("sources", index) for index, source in enumerate(sources)}}
    declarations = tuple(each for each in register.declarations if each.id == commitment.declaration)
    narrow = Register(
        forums=register.forums,
        forum_sources=register.forum_sources,
        themes=register.themes,
        groups=register.groups,
        bodies=register.bodies,
        publishers=register.publishers,
        declarations=declarations,
        notes=(*register.notes_of(note.commitment), *register.set_aside(note.commitment), note),
        evidence=(*register.evidence, *sources),
        reviews=register.reviews,
        lost=register.lost,
    )
    if not complete:
        evidence = {**register.evidence_by_id, **{source.id: source for source in sources}}
        yield from (Trouble(at, code, words) for at, code, words in note_faults(register, note, commitment, evidence, today))
    for fault in checking.check(narrow, today) if complete else corrections_name_what_was_wrong(narrow, today):
        if fault.subject in subjects:
            yield Trouble((*subjects[fault.subject], *fault.at), fault.code, fault.sentence)


def _shaped(model: type[Shape], data: dict[str, Any], place: Location) -> tuple[Shape | None, list[Trouble]]:
    try:
        return model.model_validate(data), []
    except ValidationError as failure:
        errors = failure.errors(include_url=False)
    return None, [Trouble((*place, *error["loc"]), *sentence(error)) for error in errors]


def _characters(draft: Draft, by: str) -> Iterator[Trouble]:
    """Signs that come with pasted text and that no record file may hold, by the rule for files (models/reading/signs.py)."""
    typed: list[tuple[Location, str]] = [((name,), words) for name, words in {**draft.note, "by": by}.items()]
    typed += [(("sources", index, name), words) for index, source in enumerate(draft.sources) for name, words in source.items()]
    for at, words in typed:
        if found := in_words(_plain(words)):
            yield Trouble(at, "character", found[1], found[0])
        for conflict in conflicts(words):
            yield Trouble(at, conflict.code, conflict.sentence)


def _plain(words: str) -> str:
    """What was typed, without spaces at its ends and with the line breaks of records."""
    return words.strip().replace("\r\n", "\n").replace("\r", "\n")


def _day(text: str) -> dt.date | None:
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text, re.ASCII):
        return None
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        return None


def with_draft(register: Register, checked: Checked) -> Register:
    """The register with the draft's note and new sources, for a preview."""
    notes = (*register.notes, checked.note) if checked.note else register.notes
    return replace(register, notes=notes, evidence=(*register.evidence, *checked.sources))
