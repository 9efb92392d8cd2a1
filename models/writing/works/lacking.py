"""What is missing before a text can go on record, and what the check of the records would say against it.

First what nobody has filled in yet, each thing once and where it belongs; and when nothing of that is left, the rules of
`curate.py check` over the records as they would be, so that what is saved passes it.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

from pydantic import BaseModel, TypeAdapter, ValidationError

from models.reading.sentences import sentence
from models.reading.unsaid import in_words
from models.records.codings import Coding, Settlements
from models.records.dates import PartialDate
from models.records.fields import Url
from models.records.forums import Forum
from models.records.terms import Force, Precision, TextStanding
from models.records.texts import Declaration, Seal
from models.register.register import Register
from models.rules import checking
from models.rules.forums import LONGEST
from models.texts.parts import Kind
from models.writing.works.coding import ROLES, ChosenCoding, ChosenProvision, ChosenUnit, Settlement
from models.writing.works.recorded import coding_data, declaration_data, named, outcome, settlements_data
from models.writing.works.settling import differences, unsettled
from models.writing.works.work import Work

STAND_IN = "open"
_URL: TypeAdapter[Any] = TypeAdapter(Url)
_PUBLISHED: TypeAdapter[Any] = TypeAdapter(PartialDate)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


class What(StrEnum):
    """What is missing; the label `new_text.lacking_<what>` says it, with `field`, `number` and the like from its words."""

    PROVISIONS = "provisions"
    """The text has no provision."""
    PARTED = "parted"
    """Nobody said yet that the parts are right."""
    HEADING = "heading"
    """A heading stands before no provision; `text`."""
    FOOTNOTE = "footnote"
    """A footnote hangs on no words; `mark`."""
    FOOTNOTE_TEXT = "footnote_text"
    """A footnote has no words and nobody said why; `mark`."""
    PLACE_TWICE = "place_twice"
    """Two provisions would have the same id; `place`."""
    FORUM = "forum"
    """Nobody said which edition adopted it."""
    FORUM_UNKNOWN = "forum_unknown"
    """That edition is not listed; `forum`."""
    ON_RECORD = "on_record"
    """That edition has a text on record; `forum`."""
    TITLE = "title"
    """`language` of the title that is missing."""
    ADOPTED = "adopted"
    """There is no day of adoption, or it is none."""
    ADOPTED_OUTSIDE = "adopted_outside"
    """That day lies before the edition met, or long after; `forum`, `start`, `end`."""
    URL = "url"
    """The address of the copy is none that a browser can follow."""
    PUBLISHED = "published"
    """When the copy was published is no day, month or year."""
    SOURCE = "source"
    """Nobody said what the copy is called that was read."""
    NOT_CODED = "not_coded"
    """Nobody has coded it."""
    UNFINISHED = "unfinished"
    """A coding is not finished; `role`, `number` of provisions that are left."""
    FORCE = "force"
    QUOTE = "quote"
    """A commitment has no words, or words that are not in the text; `quote`."""
    VERB = "verb"
    """There is no verb, or one that is not in the quote."""
    PRECISION = "precision"
    BY = "by"
    THEMES = "themes"
    SUMMARY = "summary"
    """`language` in which it is missing."""
    TEST = "test"
    """`language` in which it is missing."""
    FIRST_DAY = "first_day"
    COUNTED = "counted"
    """`language` in which it is missing."""
    LISTED = "listed"
    ITEM = "item"
    """An item of the checklist has no Korean; `quote`."""
    DUE = "due"
    """`dated` without a day, a month or a number."""
    TARGET = "target"
    """A number without what it counts; `language`."""
    DOUBT = "doubt"
    """A doubt in one language alone; `language` of the other."""
    NOTE = "note"
    """A note on the source in one language alone; `language` of the other."""
    UNSETTLED = "unsettled"
    """A difference between the codings is not settled, or without a reason."""
    NOT_TAKEN = "not_taken"
    """It was settled on what the second coder or neither saw, and nobody wrote the commitments for the record."""
    CHECK = "check"
    """What the check would say; `sentence` and `code`."""


@dataclass(frozen=True, slots=True)
class Lacking:
    """One thing that is missing or wrong, and where: a provision by its place, a commitment in it by its number from 0."""

    what: What
    words: Mapping[str, str] = field(default_factory=dict)
    place: str | None = None
    unit: int | None = None
    field: str | None = None

    @property
    def label(self) -> str:
        """The key of its sentence."""
        return f"new_text.lacking_{self.what.value}"


def lacking(
    work: Work,
    codings: Sequence[ChosenCoding],
    settlements: Sequence[Settlement],
    register: Register,
    today: dt.date,
) -> list[Lacking]:
    """All that is missing; where nothing is, all that the check would say."""
    found = [*_of_the_parts(work), *_of_the_facts(work, register), *_of_the_codings(work, codings)]
    by_role = {coding.role: coding for coding in codings}
    if "first" in by_role:
        chosen = outcome(by_role["first"], settlements)
        for part in work.provisions:
            if part.place:
                found += of_a_provision(part.place, part.text, chosen.get(part.place, ChosenProvision()))
    if set(ROLES) <= set(by_role) and all(coding.finished for coding in by_role.values()):
        open_ = unsettled(differences(work, by_role["first"], by_role["second"]), settlements)
        found += [Lacking(What.UNSETTLED, place=each.place) for each in open_]
        taken = [each for each in settlements if each.taken in ("second", "own") and each.own is None]
        found += [Lacking(What.NOT_TAKEN, place=each.place) for each in taken]
    return found or list(_by_the_check(work, by_role, settlements, register, today))


def _of_the_parts(work: Work) -> Iterator[Lacking]:
    if not work.provisions:
        yield Lacking(What.PROVISIONS)
    elif not work.parted:
        yield Lacking(What.PARTED)
    places = work.places
    for place in dict.fromkeys(place for place in places if places.count(place) > 1):
        yield Lacking(What.PLACE_TWICE, {"place": place}, place)
    for index, part in enumerate(work.parts):
        if part.kind is Kind.HEADING and not any(each.kind.is_provision for each in work.parts[index:]):
            yield Lacking(What.HEADING, {"text": part.text})
        if part.kind is Kind.FOOTNOTE:
            if not part.text and not (part.note_en.strip() and part.note_ko.strip()):
                yield Lacking(What.FOOTNOTE_TEXT, {"mark": part.number or part.mark})
            on = work.parts[part.hangs_on] if part.hangs_on is not None and part.hangs_on < len(work.parts) else None
            if on is None or not (on.place or on.kind is Kind.TITLE) or not part.after or part.after not in on.text:
                yield Lacking(What.FOOTNOTE, {"mark": part.number or part.mark or part.text[:20]})


def _of_the_facts(work: Work, register: Register) -> Iterator[Lacking]:
    facts = work.facts
    if facts.forum is None:
        yield Lacking(What.FORUM, field="forum")
    elif facts.forum not in register.forum_by_number:
        yield Lacking(What.FORUM_UNKNOWN, {"forum": str(facts.forum)}, field="forum")
    elif register.declaration_of(facts.forum) is not None:
        yield Lacking(What.ON_RECORD, {"forum": str(facts.forum)}, field="forum")
    for language in ("en", "ko"):
        if not getattr(facts, f"title_{language}").strip():
            yield Lacking(What.TITLE, {"language": language}, field=f"title_{language}")
    if not _is_day(facts.adopted):
        yield Lacking(What.ADOPTED, field="adopted")
    elif (met := register.forum_by_number.get(facts.forum or 0)) and not _fits(dt.date.fromisoformat(facts.adopted.strip()), met):
        words = {"forum": str(met.number), "start": met.start.isoformat(), "end": met.end.isoformat()}
        yield Lacking(What.ADOPTED_OUTSIDE, words, field="adopted")
    if not facts.source_title.strip():
        yield Lacking(What.SOURCE, field="source_title")
    for name, what, form in (("url", What.URL, _URL), ("published", What.PUBLISHED, _PUBLISHED)):
        if (said := getattr(facts, name).strip()) and not _reads(form, said):
            yield Lacking(what, field=name)
    yield from _one_sided(What.NOTE, facts, "note")


def _reads(form: TypeAdapter[Any], said: str) -> bool:
    """Whether a record could say it so."""
    try:
        form.validate_python(said)
    except ValidationError:
        return False
    return True


def _fits(day: dt.date, met: Forum) -> bool:
    return met.start <= day <= met.end + LONGEST


def _is_day(typed: str) -> bool:
    try:
        return bool(_DAY.fullmatch(typed.strip())) and bool(dt.date.fromisoformat(typed.strip()))
    except ValueError:
        return False


def _of_the_codings(work: Work, codings: Sequence[ChosenCoding]) -> Iterator[Lacking]:
    if not any(coding.role == "first" for coding in codings):
        yield Lacking(What.NOT_CODED)
    for coding in codings:
        if not coding.finished:
            yield Lacking(What.UNFINISHED, {"role": coding.role, "number": str(len(coding.unchosen(work.places)))})


# one provision ----------------------------------------------------------------------------------------------------------


def of_a_provision(place: str, text: str, chosen: ChosenProvision) -> list[Lacking]:
    """What the record of one provision is missing, as its coder sees it while they are at it."""
    if not chosen.units:
        return list(_of_its_own(place, chosen))
    return [each for n, unit in enumerate(chosen.units) for each in _of_a_unit(place, n, text, unit)]


def _of_its_own(place: str, chosen: ChosenProvision) -> Iterator[Lacking]:
    if chosen.force not in (Force.RECORDS, Force.STATES):
        yield Lacking(What.FORCE, place=place, field="force")
    if not chosen.themes:
        yield Lacking(What.THEMES, place=place, field="themes")
    yield from _in_both(What.SUMMARY, chosen, "summary", place)


def _of_a_unit(place: str, n: int, text: str, unit: ChosenUnit) -> Iterator[Lacking]:
    def missing(what: What, name: str, **words: str) -> Lacking:
        return Lacking(what, words, place, n, name)

    if not unit.quote.strip() or unit.quote.strip() not in text:
        yield missing(What.QUOTE, "quote", quote=unit.quote.strip())
    if not unit.verb.strip() or unit.verb.strip() not in unit.quote:
        yield missing(What.VERB, "verb", verb=unit.verb.strip())
    if unit.force is None:
        yield missing(What.FORCE, "force")
    promises = unit.force is not None and unit.force.rank >= Force.HOPES.rank
    if promises and unit.precision is None:
        yield missing(What.PRECISION, "precision")
    if not unit.by:
        yield missing(What.BY, "by")
    if not unit.themes:
        yield missing(What.THEMES, "themes")
    yield from _in_both(What.SUMMARY, unit, "summary", place, n)
    if unit.precision is not None and unit.precision is not Precision.ASPIRATION:
        yield from _in_both(What.TEST, unit, "test", place, n)
        if unit.first_day.strip() != "any" and not _is_day(unit.first_day):
            yield missing(What.FIRST_DAY, "first_day")
        yield from _in_both(What.COUNTED, unit, "counted", place, n)
        if unit.listed is None:
            yield missing(What.LISTED, "listed")
    for quote, ko in unit.items:
        if not quote.strip() or not ko.strip():
            yield missing(What.ITEM, "items", quote=quote.strip())
    if unit.precision is Precision.DATED and not (unit.due.strip() or unit.due_within.strip() or unit.target_value.strip()):
        yield missing(What.DUE, "due")
    if unit.target_value.strip() or unit.target_unit_en.strip() or unit.target_unit_ko.strip():
        if not unit.target_value.strip():
            yield missing(What.DUE, "target_value")
        yield from _in_both(What.TARGET, unit, "target_unit", place, n)
    yield from _one_sided(What.DOUBT, unit, "doubt", place, n)


def _in_both(what: What, said: BaseModel, name: str, place: str | None = None, unit: int | None = None) -> Iterator[Lacking]:
    for language in ("en", "ko"):
        if not getattr(said, f"{name}_{language}").strip():
            yield Lacking(what, {"language": language}, place, unit, f"{name}_{language}")


def _one_sided(what: What, said: BaseModel, name: str, place: str | None = None, unit: int | None = None) -> Iterator[Lacking]:
    filled = [language for language in ("en", "ko") if getattr(said, f"{name}_{language}").strip()]
    if len(filled) == 1:
        yield from _in_both(what, said, name, place, unit)


# the check --------------------------------------------------------------------------------------------------------------


def _by_the_check(
    work: Work, codings: Mapping[str, ChosenCoding], settlements: Sequence[Settlement], register: Register, today: dt.date
) -> Iterator[Lacking]:
    """What the rules of the records say of the files as they would be written."""
    id_ = named(work, register)
    text, wrong = _shaped(Declaration, {**declaration_data(work, outcome(codings["first"], settlements)), "id": id_})
    signs = list(_signs(declaration_data(work, outcome(codings["first"], settlements))))
    yield from (*wrong, *signs)
    coded = []
    for role in ROLES:
        if role in codings:
            coding, wrong = _shaped(Coding, {**coding_data(work, codings[role], today), "declaration": id_})
            yield from wrong
            coded += [coding] if coding else []
    if len(coded) == len(ROLES) and settlements:
        _, wrong = _shaped(Settlements, settlements_data(work, id_, settlements, today, STAND_IN))
        yield from wrong
    if text is not None and not signs:
        yield from _faults(work, text, tuple(coded), register, today)


def _faults(work: Work, text: Declaration, codings: tuple[Coding, ...], register: Register, today: dt.date) -> Iterator[Lacking]:
    full = _sealed_for_the_check(_with_full_ids(text), today)
    forums = tuple(
        forum.model_copy(update={"text": TextStanding.ON_RECORD, "text_note": None}) if forum.number == full.forum else forum
        for forum in register.forums
    )
    declarations = tuple(sorted((*register.declarations, full), key=lambda each: each.forum))
    whole = replace(register, forums=forums, declarations=declarations, codings=(*register.codings, *codings))
    before = {(fault.subject, fault.at, fault.sentence) for fault in checking.check(replace(register, forums=forums), today)}
    for fault in checking.check(whole, today):
        if (fault.subject, fault.at, fault.sentence) not in before:
            place, unit = _place_of(fault.subject, work)
            yield Lacking(What.CHECK, {"sentence": fault.sentence, "code": fault.code}, place, unit, str(fault.at[0]) if fault.at else None)


def _with_full_ids(text: Declaration) -> Declaration:
    provisions = [
        provision.model_copy(
            update={
                "id": f"{text.id}-{provision.id}",
                "commitments": [each.model_copy(update={"id": f"{text.id}-{provision.id}{each.id}"}) for each in provision.commitments],
            }
        )
        for provision in text.provisions
    ]
    return text.model_copy(update={"provisions": provisions})


def _sealed_for_the_check(text: Declaration, today: dt.date) -> Declaration:
    """With the seal that saving would give it."""
    return text.model_copy(
        update={"sealed": Seal(on=today, by=STAND_IN, form="adopted-text-1", digest=text.digests.whole, parts=text.digests)}
    )


def _place_of(subject: str, work: Work) -> tuple[str | None, int | None]:
    """The provision and the commitment that a fault is about, by their place in the text."""
    id_ = subject.partition(":")[2].partition("#")[0].partition("-")[2]
    if id_ in work.places:
        return id_, None
    return (id_[:-1], ord(id_[-1]) - ord("a")) if id_ and id_[:-1] in work.places else (None, None)


def _shaped(model: type[Any], data: Mapping[str, Any]) -> tuple[Any, list[Lacking]]:
    try:
        return model.model_validate(data), []
    except ValidationError as failure:
        errors = failure.errors(include_url=False)
    return None, [_misshapen(error["loc"], data, *sentence(error)) for error in errors]


def _misshapen(at: tuple[int | str, ...], data: Mapping[str, Any], code: str, words: str) -> Lacking:
    place = unit = None
    if len(at) > 1 and at[0] == "provisions" and isinstance(at[1], int):
        place = str(data["provisions"][at[1]].get("id"))
        unit = at[3] if len(at) > 3 and isinstance(at[3], int) else None
    named = next((str(step) for step in reversed(at) if isinstance(step, str)), None)
    return Lacking(What.CHECK, {"sentence": words, "code": code}, place, unit, named)


def _signs(value: Any, at: tuple[int | str, ...] = (), place: str | None = None) -> Iterator[Lacking]:
    """Signs that no record file may hold, as they come with pasted text."""
    if isinstance(value, str):
        if found := in_words(value):
            yield Lacking(What.CHECK, {"sentence": found[1], "code": "character"}, place, None, str(at[0]) if at else None)
    elif isinstance(value, dict):
        here = str(value["id"]) if "text" in value and "id" in value else place
        for name, each in value.items():
            yield from _signs(each, (*at, name), here)
    elif isinstance(value, list):
        for index, each in enumerate(value):
            yield from _signs(each, (*at, index), place)
