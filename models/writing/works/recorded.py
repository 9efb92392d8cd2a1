"""A text that was worked on as the plain data of its files: the declaration, one coding for each coder, and the settlements.

The fields stand in the order of the files on record; what is empty is left out. Nothing is judged here: `lacking` says what is
missing, and the check of the records what is wrong.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from itertools import dropwhile
from typing import Any

from models.register.register import Register
from models.texts.parts import Kind
from models.writing.works.coding import ChosenCoding, ChosenProvision, ChosenUnit, Settlement
from models.writing.works.work import Work

LETTERS = "abcdefghijklmnopqrstuvwxyz"


def year(work: Work) -> str:
    """The year that names the declaration: that of its adoption; empty while nobody has said it."""
    return str(work.facts.year) if work.facts.year else work.facts.adopted.strip()[:4]


def named(work: Work, register: Register) -> str:
    """The id of its declaration: the year, or the year and a letter where another text of that year is on record."""
    own = year(work)
    taken = (f"{own}{letter}" for letter in LETTERS[1:])
    return own if own not in register.declaration_by_id else next(each for each in taken if each not in register.declaration_by_id)


def outcome(coding: ChosenCoding, settlements: Sequence[Settlement] = ()) -> dict[str, ChosenProvision]:
    """What goes on record for each provision: the first coding, or what a difference was settled on."""
    own = {each.place: each.own for each in settlements if each.own is not None and each.taken != "first"}
    return {**coding.provisions, **own}


def in_order(provision: ChosenProvision, text: str) -> list[ChosenUnit]:
    """The commitments of a provision in the order in which their words begin."""
    return sorted(provision.units, key=lambda unit: text.find(unit.quote.strip()) if unit.quote.strip() in text else len(text))


# the declaration --------------------------------------------------------------------------------------------------------


def declaration_data(work: Work, chosen: Mapping[str, ChosenProvision]) -> dict[str, Any]:
    """The declaration as the data of its file, without a seal."""
    facts = work.facts
    source: dict[str, Any] = {
        "publisher": facts.publisher.strip(),
        "title": facts.source_title.strip(),
        "url": facts.url.strip(),
        "published": facts.published.strip(),
        "note": _both(facts.note_en, facts.note_ko),
    }
    data: dict[str, Any] = {
        "forum": facts.forum,
        "title": _both(facts.title_en, facts.title_ko),
        "adopted": facts.adopted.strip(),
        "language": facts.language.strip(),
        "source": _filled(source),
        "epigraphs": epigraphs(work),
        "headings": headings(work),
        "footnotes": footnotes(work),
        "provisions": [
            _provision(part.place, part.text, chosen.get(part.place, ChosenProvision())) for part in work.provisions if part.place
        ],
    }
    return _filled(data)


def epigraphs(work: Work) -> list[str]:
    """What is printed between the title and the text: place and day, mottoes, quotations."""
    titles = [part for part in work.parts if part.kind is Kind.TITLE]
    return [part.text for part in work.parts if part.kind is Kind.EPIGRAPH or (part.kind is Kind.TITLE and part is not titles[0])]


def headings(work: Work) -> list[dict[str, Any]]:
    """Every heading with the provision it stands before; what stands before none is lacking a place."""
    found: list[dict[str, Any]] = []
    for index, part in enumerate(work.parts):
        if part.kind is Kind.HEADING:
            after = next(dropwhile(lambda each: not each.kind.is_provision, work.parts[index:]), None)
            found.append({"before": after.place if after else "", "text": part.text})
        elif part.kind.is_provision and part.title and part.title not in part.text[: len(part.title) + 1]:
            found.append({"before": part.place, "text": part.title})
    return found


def footnotes(work: Work) -> list[dict[str, Any]]:
    """Every footnote with the provision and the words it hangs on."""
    found = []
    for part in work.parts:
        if part.kind is Kind.FOOTNOTE:
            on = work.parts[part.hangs_on] if part.hangs_on is not None and part.hangs_on < len(work.parts) else None
            where = "title" if on and on.kind is Kind.TITLE else (on.place if on else None)
            note = _both(part.note_en, part.note_ko)
            data = {"mark": part.number or part.mark, "at": where or "", "after": part.after or "", "text": part.text, "note": note}
            found.append(_filled(data))
    return found


def _provision(place: str, text: str, chosen: ChosenProvision) -> dict[str, Any]:
    data: dict[str, Any] = {"id": place, "text": text}
    if chosen.units:
        commitments = [_commitment(n, unit) for n, unit in enumerate(in_order(chosen, text))]
        return {**data, **_filled({"groups": list(chosen.groups)}), "commitments": commitments}
    own = {
        "force": chosen.force.value if chosen.force else "",
        "themes": list(chosen.themes),
        "groups": list(chosen.groups),
        "summary": _both(chosen.summary_en, chosen.summary_ko),
    }
    return {**data, **_filled(own)}


def _commitment(index: int, unit: ChosenUnit) -> dict[str, Any]:
    target: dict[str, Any] = _filled({"value": _whole(unit.target_value), "unit": _both(unit.target_unit_en, unit.target_unit_ko)})
    test: dict[str, Any] = {
        **_both(unit.test_en, unit.test_ko),
        "first_day": unit.first_day.strip(),
        "counted": _both(unit.counted_en, unit.counted_ko),
    }
    if unit.listed is not None:
        test["listed"] = unit.listed
    data: dict[str, Any] = {
        "id": LETTERS[index] if index < len(LETTERS) else str(index + 1),
        "quote": unit.quote.strip(),
        "verb": unit.verb.strip(),
        "summary": _both(unit.summary_en, unit.summary_ko),
        "force": unit.force.value if unit.force else "",
        "precision": unit.precision.value if unit.precision else "",
        "by": list(unit.by),
        "to": list(unit.to),
        "partners": list(unit.partners),
        "themes": list(unit.themes),
        "groups": list(unit.groups),
        "stages": list(unit.stages),
        "items": [_filled({"quote": quote.strip(), "ko": ko.strip()}) for quote, ko in unit.items],
        "items_closed": unit.items_closed or "",
        "due": unit.due.strip(),
        "due_within": unit.due_within.strip(),
        "due_words": unit.due_words.strip(),
        "target": target,
        "test": _filled(test) if unit.test_en.strip() or unit.test_ko.strip() else {},
        "doubt": _both(unit.doubt_en, unit.doubt_ko),
    }
    return _filled(data)


# the codings ------------------------------------------------------------------------------------------------------------


def coding_data(work: Work, coding: ChosenCoding, coded: dt.date) -> dict[str, Any]:
    """What one coder chose, as the data of its file."""
    provisions = []
    for part in work.provisions:
        chosen = coding.provisions.get(part.place or "", ChosenProvision())
        units = [_coded(unit) for unit in in_order(chosen, part.text)]
        own = {
            "force": chosen.force.value if chosen.force and not units else "",
            "units": units,
            "why": chosen.why.strip(),
            "suggestion": chosen.order.value if chosen.order else "",
        }
        provisions.append({"id": part.place, **_filled(own)})
    return {"coder": coding.role, "coded": coding.coded or coded.isoformat(), "provisions": provisions}


def _coded(unit: ChosenUnit) -> dict[str, Any]:
    data = {
        "quote": unit.quote.strip(),
        "force": unit.force.value if unit.force else "",
        "precision": unit.precision.value if unit.precision else "",
        "by": list(unit.by),
        "to": list(unit.to),
        "why": unit.why.strip(),
    }
    return _filled(data)


def settlements_data(work: Work, id_: str, settlements: Sequence[Settlement], settled: dt.date, by: str) -> dict[str, Any]:
    """How the differences of the declaration with this id were settled, as the data of their file, in the order of the text."""
    places = work.places
    differences = [
        {
            "provision": f"{id_}-{each.place}",
            "first": each.first.strip(),
            "second": each.second.strip(),
            "settled": each.settled.strip(),
            "because": _both(each.because_en, each.because_ko),
        }
        for each in sorted(settlements, key=lambda each: places.index(each.place))
        if each.place in places
    ]
    return {"settled": settled.isoformat(), "by": by, "differences": differences}


# small things -----------------------------------------------------------------------------------------------------------


def _both(en: str, ko: str) -> dict[str, str]:
    return _filled({"en": en.strip(), "ko": ko.strip()})


def _filled(data: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in data.items() if value not in ("", None, [], {})}


def _whole(typed: str) -> int | str:
    """A number that was typed; what is none stays as it was typed, for the check to say so."""
    plain = typed.strip()
    return int(plain) if plain.isascii() and plain.isdigit() and len(plain) <= 11 else plain
