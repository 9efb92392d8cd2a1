"""The register for other programs: one JSON document of everything (docs/export.md)."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Collection
from typing import Any

from pydantic import BaseModel

from models.records.evidence import Evidence
from models.records.forums import Forum
from models.records.measures import Measure
from models.records.notes import Note
from models.records.places import text_of
from models.records.pledges import Mention, Pledge
from models.records.texts import Commitment, Declaration, Provision
from models.register.register import Register
from models.register.second_judgements import TwiceJudged, twice_judged
from models.register.standing import order

VERSION = 1
"""Raised when a field changes its meaning or goes away; a new field does not raise it."""

WHY_WITHHELD = "the banner on every page of the register and `python curate.py check` name each record and what to mend"
"""Where programs, and whoever runs them, read why records are missing. Without a comma, so that no table puts it in quotes."""


def document(register: Register, day: dt.date, withheld: int = 0) -> dict[str, Any]:
    """The register as it stood on `day`, as plain data: what was adopted by then, and what can be said of that day.

    `register` is the whole one, whatever the day. The same records and day give the same document, to the byte: there is
    no clock in it. `withheld` is how many records, or whole files, are missing because something is wrong with them.
    """
    body = _body(register, day)
    why = {"withheld_why": WHY_WITHHELD} if withheld else {}
    meta = {
        "title": "World Human Rights Cities Forum: register of commitments",
        "version": VERSION,
        "as_of": day.isoformat(),
        "fingerprint": fingerprint(register),
        "withheld": withheld,
        **why,
        "judgements_withheld": sum(each["withheld"] for each in body["commitments"]),
        "counts": {name: len(entries) for name, entries in body.items()},
    }
    return {"meta": meta, **body}


def fingerprint(register: Register) -> str:
    """SHA-256 of everything in the register, the same on any machine and for any day it is exported for."""
    return hashlib.sha256(json.dumps(_body(register, dt.date.max), ensure_ascii=False, sort_keys=True).encode()).hexdigest()


def edition(register: Register) -> str:
    """The start of the fingerprint, as citations, briefs and lists give it: enough to tell two editions apart, and can still be typed."""
    return fingerprint(register)[:12]


def as_json(register: Register, day: dt.date, withheld: int = 0) -> bytes:
    """The document as UTF-8 text, Korean readable as it is."""
    text = json.dumps(document(register, day, withheld), ensure_ascii=False, indent=1, allow_nan=False)
    return text.encode() + b"\n"


def _body(whole: Register, day: dt.date) -> dict[str, Any]:
    register = whole.as_of(day)
    notes = [
        note
        for commitment in register.commitment_by_id
        for note in sorted((*register.notes_of(commitment), *register.set_aside(commitment)), key=order)
    ]
    measures = [told for measure in register.measures if (told := _measure(register, measure, day))]
    points = (point for measure in measures for series in measure["series"] for point in series["points"])
    cited = {source for note in notes for source in note.evidence} | {source for point in points for source in point["evidence"]}
    return {
        "forums": [_forum(register, forum) for forum in register.forums],
        "forum_sources": [_plain(source) for source in register.forum_sources],
        "themes": [_plain(theme) for theme in register.themes],
        "groups": [_plain(group) for group in register.groups],
        "bodies": [_plain(body) for body in register.bodies],
        "publishers": [_plain(publisher) for publisher in register.publishers],
        "declarations": [_declaration(register, declaration) for declaration in register.declarations],
        "provisions": [_provision(register, provision) for provision in register.provision_by_id.values()],
        "commitments": [commitment_entry(register, commitment, day) for commitment in register.commitment_by_id.values()],
        "pledges": [_pledge(register, pledge, {measure["id"] for measure in measures}) for pledge in register.pledges],
        "notes": [_note(register, note) for note in notes],
        "evidence": [_source(register, source) for source in register.evidence if source.id in cited or source.is_known(day)],
        "measures": measures,
        "judgements": [_judged(register, pair) for pair in twice_judged(register)],
    }


def status_on(register: Register, commitment: str, day: dt.date) -> str | None:
    """The status word of the newest note on the commitment as a whole up to `day`; None where there is none, or it is withheld."""
    note = register.decision_on(commitment, day)
    return None if note is None else note.status.value


def _note(register: Register, note: Note) -> dict[str, Any]:
    correction = register.correction_of(note)
    return {**_plain(note), "counts": not register.is_set_aside(note), "corrected_by": correction.id if correction else None}


def _source(register: Register, source: Evidence) -> dict[str, Any]:
    found = register.review_of(source)
    review = {"on": found[0].isoformat(), **found[1].model_dump(mode="json", exclude={"source"})} if found else None
    return {**_plain(source), "review": review}


def _judged(register: Register, pair: TwiceJudged) -> dict[str, Any]:
    second = pair.second
    return {
        "id": f"{second.commitment}/{second.actor}" if second.actor else second.commitment,
        "commitment": second.commitment,
        "actor": second.actor,
        "first": pair.first.value if pair.first else None,
        "first_withheld": pair.withheld,
        "second": second.status.value,
        "evidence": second.evidence,
        "why": second.why,
    }


def _measure(register: Register, measure: Measure, day: dt.date) -> dict[str, Any] | None:
    """A measure with the counts known on `day` and the target that had been set by then; None where there was neither.

    A count dated to a month or a year is known once that is over. Kinds of which nothing was counted yet are left out.
    """
    plain = _plain(measure)
    if measure.target and measure.target.provision and text_of(measure.target.provision) not in register.declaration_by_id:
        plain["target"] = None
    for series, entry in zip(measure.series, plain["series"], strict=True):
        entry["points"] = [_plain(point) for point in series.points if point.on.last <= day]
    plain["series"] = [entry for entry in plain["series"] if entry["points"]]
    withheld = sum(count.known_by(day) for count in register.withheld_of_measure(measure.id))
    return {**plain, "withheld": withheld} if plain["series"] or plain["target"] or withheld else None


def _plain(record: BaseModel) -> dict[str, Any]:
    return record.model_dump(mode="json", by_alias=True)


def _forum(register: Register, forum: Forum) -> dict[str, Any]:
    declaration = register.declaration_of(forum.number)
    return {
        "id": forum.number,
        **_plain(forum),
        "on_record": declaration is not None,
        "declaration": declaration.id if declaration else None,
    }


def _declaration(register: Register, declaration: Declaration) -> dict[str, Any]:
    plain = declaration.model_dump(mode="json", by_alias=True, exclude={"provisions"})
    for name, within in (("headings", "before"), ("footnotes", "at")):
        for entry in plain[name]:
            if entry[within] != "title":
                entry[within] = f"{declaration.id}-{entry[within]}"
    if declaration.sealed:
        digests = declaration.sealed.parts.provisions.items()
        plain["sealed"]["parts"]["provisions"] = [{"provision": f"{declaration.id}-{id_}", "digest": digest} for id_, digest in digests]
    return {
        **plain,
        "coded_twice": declaration.id not in register.coded_once,
        "provisions": [provision.id for provision in declaration.provisions],
    }


def _provision(register: Register, provision: Provision) -> dict[str, Any]:
    return {
        "id": provision.id,
        "declaration": provision.declaration,
        "text": provision.text,
        "force": provision.strongest.value if provision.strongest else None,
        "themes": list(register.themes_of(provision)),
        "groups": list(dict.fromkeys([*provision.groups, *(group for commitment in provision.commitments for group in commitment.groups)])),
        "summary": _plain(provision.summary) if provision.summary else None,
        "commitments": [commitment.id for commitment in provision.commitments],
        "pledges": _pledges_at(register, provision.id),
    }


def commitment_entry(register: Register, commitment: Commitment, day: dt.date) -> dict[str, Any]:
    """One commitment of the document, with its status on `day`."""
    plain = _plain(commitment)
    return {
        "id": plain.pop("id"),
        "provision": commitment.provision,
        "declaration": commitment.declaration,
        "coded_twice": commitment.declaration not in register.coded_once,
        **plain,
        "ledger": commitment.ledger.value if commitment.ledger else None,
        "assessable": commitment.assessable,
        "pledges": _pledges_at(register, commitment.id),
        "status": status_on(register, commitment.id, day),
        "withheld": commitment.assessable and register.is_hidden(commitment.id, day),
    }


def _pledges_at(register: Register, place: str) -> list[str]:
    """The pledges that speak here themselves; what only touches their topic is told by the mention."""
    return [pledge.id for pledge, mention in register.pledges_at(place) if not mention.background]


def _pledge(register: Register, pledge: Pledge, measures: Collection[str]) -> dict[str, Any]:
    plain = pledge.model_dump(mode="json", by_alias=True, exclude={"mentions"})
    return {
        **plain,
        "measure": pledge.measure if pledge.measure in measures else None,
        "declarations": list(register.recurrence(pledge)),
        "mentions": [_mention(register, mention) for mention in pledge.mentions],
    }


def _mention(register: Register, mention: Mention) -> dict[str, Any]:
    change, force = register.change_at(mention), register.force_at(mention.at)
    precision = register.wording_at(mention.at).precision
    return {
        **_plain(mention),
        "label": change.value if change else None,
        "declaration": mention.declaration,
        "force": force.value if force else None,
        "precision": precision.value if precision else None,
    }
