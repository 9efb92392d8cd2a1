"""Small registers made by hand, for tests: as record files in a folder, or as records in memory.

folder(tmp_path, {"pledges/offices.yaml": "…"})      files, over a small sound set (`SOUND`)
register(declaration("2017", 7, provision("p1", commitment("a", force="urges"))), pledges=[…])
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from models.labels import Say, load_labels
from models.loading import Loaded, load
from models.reading.documents import parse
from models.reading.problems import UnreadableFile
from models.reading.shaping import Entry, shape
from models.records.fields import Bilingual
from models.records.forums import Forum
from models.records.notes import Note
from models.records.pledges import Mention, Pledge
from models.records.texts import Commitment, Declaration, Provision, Seal, Source
from models.register.register import Register
from models.writing import sealing

TODAY = dt.date(2026, 11, 21)
"""The day on which the records made by hand are looked at."""
LATEST = dt.date(2026, 11, 28)
"""The day on which the real records are looked at: the last on which a note was written."""
ROOT = Path(__file__).resolve().parents[2]
RECORDS = ROOT / "commitments"
GOLDEN = ROOT / "tests" / "golden"
"""Records broken in every way, and what is said of them."""


@lru_cache(maxsize=1)
def real() -> Register:
    """The register of the real records."""
    return load(RECORDS, LATEST).register


@lru_cache(maxsize=2)
def say(lang: str) -> Say:
    """What the screen says in a language."""
    return Say(load_labels(), lang)


SOUND: dict[str, str] = {
    "forums.yaml": """\
forums:
  - {number: 1, year: 2023, held: held, start: 2023-10-05, end: 2023-10-07, mode: in-person, theme: {en: One, ko: 하나}, hosts: [gwangju], text: on-record, sources: [S1]}
  - {number: 2, year: 2024, held: held, start: 2024-10-10, end: 2024-10-11, mode: in-person, theme: {en: Two, ko: 둘}, hosts: [gwangju], text: on-record, sources: [S1]}
  - {number: 3, year: 2025, held: held, start: 2025-05-15, end: 2025-05-17, mode: in-person, theme: {en: Three, ko: 셋}, hosts: [gwangju], text: known, sources: [S1]}
sources:
  - {id: S1, title: A page, publisher: A publisher}
""",
    "vocabulary.yaml": """\
themes:
  - {id: institutions, name: {en: Institutions, ko: 제도}, definition: {en: Offices and rules., ko: 기구와 규범을 다룬다.}}
  - {id: education, name: {en: Education, ko: 교육}, definition: {en: Teaching., ko: 가르치는 일을 다룬다.}}
groups:
  - {id: women, name: {en: Women, ko: 여성}}
bodies:
  - {id: cities, name: {en: Cities, ko: 도시}, kind: collective}
  - {id: participants, name: {en: Participants, ko: 참가자}, kind: collective}
  - {id: gwangju, name: {en: Gwangju, ko: 광주}, kind: city}
""",
    "declarations/2023.yaml": """\
forum: 1
title: {en: The first declaration, ko: 첫째 선언}
adopted: 2023-10-07
language: en
source: {title: A copy}
provisions:
  - id: p1
    text: We welcome the offices that cities have opened.
    force: states
    themes: [institutions]
    summary: {en: Offices are welcome., ko: 사무소를 환영한다.}
  - id: p2
    text: We urge cities to open offices by 2025 and encourage all to learn.
    commitments:
      - id: a
        quote: We urge cities to open offices by 2025
        verb: urge
        summary: {en: Cities are to open offices by 2025., ko: 도시는 2025년까지 사무소를 연다.}
        force: urges
        precision: dated
        by: [participants]
        to: [cities]
        themes: [institutions]
        due: 2025-12-31
        due_words: by 2025
        test: {en: Done when every city has one., ko: 모든 도시에 있으면 이행 완료로 본다., first_day: any, counted: {en: Cities., ko: 도시를 센다.}, listed: false}
      - id: b
        quote: encourage all to learn
        verb: encourage
        summary: {en: All are to learn., ko: 모두 배운다.}
        force: asks
        precision: aspiration
        by: [participants]
        themes: [education]
""",
    "declarations/2024.yaml": """\
forum: 2
title: {en: The second declaration, ko: 둘째 선언}
adopted: 2024-10-11
language: en
source: {title: A copy}
footnotes:
  - {mark: "1", at: c1, after: offices, text: A footnote}
provisions:
  - id: p1
    text: We note the offices.
    force: records
    themes: [institutions]
    summary: {en: Offices are noted., ko: 사무소에 주목한다.}
  - id: c1
    text: To open offices in our cities.
    commitments:
      - id: a
        quote: To open offices in our cities.
        verb: To open
        summary: {en: We open offices., ko: 사무소를 연다.}
        force: undertakes
        precision: checkable
        by: [participants]
        themes: [institutions]
        groups: [women]
        items: [{quote: offices, ko: 사무소}]
        test: {en: Done when every city has one., ko: 모든 도시에 있으면 이행 완료로 본다., first_day: any, counted: {en: Cities., ko: 도시를 센다.}, listed: false}
""",
    "pledges/offices.yaml": """\
title: {en: Offices, ko: 사무소}
object: {en: Offices of cities., ko: 도시의 사무소.}
measure: offices
mentions:
  - at: 2023-p2a
  - {at: 2024-p1, background: true}
  - at: 2024-c1a
    from: 2023-p2a
    scope: same
    because: {en: The same offices., ko: 같은 사무소이다.}
""",
    "evidence/offices.yaml": """\
- id: ordinance
  says: {en: The city adopted an ordinance., ko: 시가 조례를 제정하였다.}
  title: Ordinance
  publisher: The city
  happened: 2025-03-02
  published: 2025-03
  seen: 2026-11-20
  grade: primary
  confidence: high
""",
    "measures/offices.yaml": """\
title: {en: Offices, ko: 사무소}
unit: {en: offices, ko: 곳}
definition: {en: Offices that are open., ko: 문을 연 사무소를 센다.}
target: {value: 10, by: 2030, provision: 2023-p2a}
series:
  - id: open
    kind: {en: open, ko: 열림}
    points: [{on: 2025, value: 1, evidence: [ordinance]}]
""",
    "notes/2024-c1a/2025-04-01.yaml": """\
status: started
written: 2026-11-21
reason: {en: One city has an ordinance., ko: 한 도시에 조례가 있다.}
evidence: [ordinance]
by: curation
""",
    "notes/2024-c1a/2026-01-01.yaml": """\
status: partly-done
part: {en: One city., ko: 한 도시.}
written: 2026-11-21
reason: {en: One city has an office., ko: 한 도시에 사무소가 있다.}
evidence: [ordinance]
by: curation
""",
    "notes/2024-c1a/2026-02-01.yaml": """\
status: done
actor: gwangju
written: 2026-11-21
reason: {en: Gwangju has an office., ko: 광주에는 사무소가 있다.}
evidence: [ordinance]
by: curation
""",
    "codings/first/2024.yaml": """\
coder: first
coded: 2026-11-20
provisions:
  - {id: p1, force: records}
  - id: c1
    units: [{quote: To open offices in our cities., force: undertakes, precision: checkable}]
""",
}
"""A small sound register: two declarations on record, one pledge, notes, evidence, a measure, a coding."""


def folder(root: Path, changes: Mapping[str, str | bytes | None] | None = None, base: Mapping[str, str] = SOUND) -> Path:
    """Write `base` with `changes` (None removes a file) as a folder of records below `root`."""
    here = root / "commitments"
    for name, content in {**base, **(changes or {})}.items():
        if content is None:
            continue
        path = here / name
        path.parent.mkdir(parents=True, exist_ok=True)
        raw = content if isinstance(content, bytes) else content.encode()
        path.write_bytes(sealed(raw) if name.startswith("declarations/") and path.suffix == ".yaml" else raw)
    return here


def sealed(raw: bytes, on: dt.date = TODAY) -> bytes:
    """The file of a declaration with a seal on all of it that fits; left alone where it cannot be read or is sealed."""
    try:
        entry = Entry("declarations", parse(raw.decode("utf-8-sig"), "declarations/2024.yaml"))
    except (UnreadableFile, UnicodeDecodeError):
        return raw
    shape(entry)
    if entry.gone or entry.record.sealed:
        return raw
    return raw.rstrip() + f"\nsealed: {seal(entry.record, on).model_dump_json()}\n".encode()


def loaded(root: Path, changes: Mapping[str, str | bytes | None] | None = None) -> Loaded:
    """The small sound register with `changes`, written, read and checked."""
    return load(folder(root, changes), TODAY)


def edited(name: str, old: str, new: str) -> dict[str, str]:
    """One file of the sound set with one edit in it."""
    assert old in SOUND[name], f"{old!r} is not in {name}"
    return {name: SOUND[name].replace(old, new, 1)}


# records in memory -------------------------------------------------------------------------------------------------


def both(words: str) -> Bilingual:
    return Bilingual(en=words, ko=f"{words} (한국어)")


def commitment(letter: str, force: str = "undertakes", precision: str | None = "checkable", **fields: Any) -> Commitment:
    words: dict[str, Any] = {
        "quote": f"We do {letter}.",
        "verb": "do",
        "summary": both("We do it."),
        "by": ["participants"],
        "themes": ["institutions"],
    }
    if precision not in (None, "aspiration"):
        words["test"] = {
            "en": "Done when it is done.",
            "ko": "하면 이행 완료로 본다.",
            "first_day": "any",
            "counted": both("One act."),
            "listed": True,
        }
    return Commitment.model_validate({"id": letter, "force": force, "precision": precision, **words, **fields})


def provision(id_: str, *commitments: Commitment, force: str | None = None, **fields: Any) -> Provision:
    own = {} if commitments else {"force": force or "states", "themes": ["institutions"], "summary": both("We say so.")}
    text = " ".join(each.quote for each in commitments) or "We say so."
    return Provision.model_validate({"id": id_, "text": text, "commitments": list(commitments), **own, **fields})


def declaration(year: str, forum: int, *provisions: Provision, **fields: Any) -> Declaration:
    """A declaration with the full ids that the register gives."""
    full = [
        each.model_copy(
            update={
                "id": f"{year}-{each.id}",
                "commitments": [part.model_copy(update={"id": f"{year}-{each.id}{part.id}"}) for part in each.commitments],
            }
        )
        for each in provisions
    ]
    adopted = dt.date(int(year), 10, 11)
    words = {"title": both(f"Declaration {year}"), "adopted": adopted, "language": "en", "source": Source(title="A copy")}
    made = Declaration.model_validate({"id": year, "forum": forum, "provisions": full, **words, **fields})
    return made.model_copy(update={"sealed": seal(made, made.adopted)})


def seal_anew(root: Path, year: str) -> None:
    """Seal a changed text as a curator does who has compared it with its source."""
    text = sealing.text(root, year)
    sealing.write(text, sealing.sealed(text, "curation", TODAY))


def seal(declared: Declaration, on: dt.date = TODAY) -> Seal:
    """A seal on a declaration as it is."""
    parts = declared.digests
    return Seal(on=on, by="curation", form="adopted-text-1", digest=parts.whole, parts=parts)


def forum(number: int, year: int, text: str = "on-record") -> Forum:
    days = {"start": dt.date(year, 10, 10), "end": dt.date(year, 10, 11)}
    words = {"theme": both("A theme"), "sources": ["S1"], "held": "held", "mode": "in-person"}
    return Forum.model_validate({"number": number, "year": year, "text": text, **days, **words})


def mention(at: str, source: str | None = None, scope: str | None = None, *, background: bool = False) -> Mention:
    because = both("The same.") if source else None
    return Mention.model_validate(
        {"at": at, "from": source, "scope": scope or ("same" if source else None), "because": because, "background": background}
    )


def pledge(id_: str, *mentions: Mention) -> Pledge:
    return Pledge(id=id_, title=both(id_), object=both("An object."), mentions=list(mentions))


def note(commitment_id: str, as_of: str, status: str, **fields: Any) -> Note:
    day = dt.date.fromisoformat(as_of)
    words = {"reason": {"en": "Because.", "ko": "그 때문이다."}, "written": TODAY, "by": "curation", "evidence": ["source"]}
    return Note.model_validate(
        {"id": f"{commitment_id}/{as_of}", "commitment": commitment_id, "as_of": day, "status": status, **words, **fields}
    )


def register(*declarations: Declaration, forums: list[Forum] | None = None, **kinds: Any) -> Register:
    """A register of the given records; a forum is made up for every declaration unless forums are given."""
    known = forums if forums is not None else [forum(each.forum, int(each.id)) for each in declarations]
    given = {name: tuple(values) for name, values in kinds.items()}
    return Register(forums=tuple(known), declarations=tuple(declarations), **given)
