"""The records as the search reads them: which of their texts are searched, and under which commitments they stand."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from models.records.fields import Bilingual
from models.records.notes import Note
from models.records.places import text_of
from models.records.pledges import Pledge
from models.records.texts import Commitment, Provision
from models.register.register import Register
from models.register.standing import notes_until
from models.search.facets import Values, of_commitment, of_provision


class Kind(StrEnum):
    """What can be found; the value is its name in the address."""

    COMMITMENT = "commitment"
    PARAGRAPH = "paragraph"
    PLEDGE = "pledge"
    NOTE = "note"
    EVIDENCE = "evidence"


class Part(StrEnum):
    """Where in a record words were found; what they are called depends on the kind."""

    WORDS = "words"
    """The adopted words."""
    EN = "en"
    """Our sentence on it, in English: summary, title, reason, what a source says."""
    KO = "ko"
    MORE_EN = "more_en"
    """What else we say of it: the test, the object of a pledge, the title of a source."""
    MORE_KO = "more_ko"
    NAMES = "names"
    """Groups and bodies that the words name, and pledges that they belong to, by their names, one a line."""
    THEMES = "themes"
    """Themes by their names, one a line; of a pledge, what its commitments are about."""
    EVERYDAY = "everyday"
    """Other words for the same; never shown."""
    PLACE = "place"
    """Year, number and id."""


IN_COMMON = (Part.THEMES, Part.EVERYDAY)
"""What a record merely has in common with others: it does not say so itself."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One record as it is searched: its texts, and the commitments it stands under, for filtering."""

    kind: Kind
    id: str
    texts: Mapping[Part, str]
    under: tuple[Values, ...]
    called: tuple[Bilingual, ...] = ()
    """What the everyday words stand for, a name for each two of their lines."""
    holds: tuple[str, ...] = ()
    """The commitments that a paragraph holds."""


GENERAL = frozenset({"participants", "hosts", "organizers"})
"""Those who speak in every declaration; as names they would tell nothing."""


def entries(register: Register, day: dt.date, labels: Mapping[str, Bilingual]) -> Iterator[Entry]:
    """Everything that is searched, the newest declaration first, each in the order of its text."""
    values = {id_: of_commitment(register, commitment, day) for id_, commitment in register.commitment_by_id.items()}
    provisions = [provision for declaration in reversed(register.declarations) for provision in declaration.provisions]
    notes = [
        note
        for provision in provisions
        for commitment in provision.commitments
        for note in notes_until(register.notes_of(commitment.id), day)
    ]
    for provision in provisions:
        for commitment in provision.commitments:
            yield _commitment(register, commitment, values, labels)
    for provision in provisions:
        yield _paragraph(register, provision, values, labels)
    for pledge in register.pledges:
        yield _pledge(register, pledge, values, labels)
    for note in reversed(notes):
        yield _note(register, note, values)
    yield from _evidence(register, notes, values, day)


def _commitment(register: Register, commitment: Commitment, values: Mapping[str, Values], labels: Mapping[str, Bilingual]) -> Entry:
    named = [*_vocabulary(register, (), commitment.groups, _bodies(commitment)), *_pledges(register, commitment.id)]
    everyday, called = _everyday(register, commitment.themes, commitment.groups, _bodies(commitment), labels)
    texts = {
        Part.WORDS: commitment.quote,
        Part.EN: commitment.summary.en,
        Part.KO: commitment.summary.ko,
        Part.MORE_EN: commitment.test.en if commitment.test else "",
        Part.MORE_KO: "\n".join([*([commitment.test.ko] if commitment.test else []), *(item.ko for item in commitment.items)]),
        Part.NAMES: _lines(named),
        Part.THEMES: _lines(_vocabulary(register, commitment.themes, (), ())),
        Part.EVERYDAY: everyday,
        Part.PLACE: _place(commitment.id),
    }
    return Entry(Kind.COMMITMENT, commitment.id, texts, (values[commitment.id],), called)


def _paragraph(register: Register, provision: Provision, values: Mapping[str, Values], labels: Mapping[str, Bilingual]) -> Entry:
    themes = register.themes_of(provision)
    groups = tuple(dict.fromkeys([*provision.groups, *(group for each in provision.commitments for group in each.groups)]))
    everyday, called = _everyday(register, themes, groups, (), labels)
    own = Bilingual(en=provision.summary.en, ko=provision.summary.ko) if provision.summary else None
    texts = {
        Part.WORDS: provision.text,
        Part.EN: own.en if own else "",
        Part.KO: own.ko if own else "\n".join(each.summary.ko for each in provision.commitments),
        Part.NAMES: _lines([*_vocabulary(register, (), groups, ()), *_pledges(register, provision.id)]),
        Part.THEMES: _lines(_vocabulary(register, themes, (), ())),
        Part.EVERYDAY: everyday,
        Part.PLACE: _place(provision.id),
    }
    under = tuple(values[each.id] for each in provision.commitments) or (of_provision(register, provision),)
    return Entry(Kind.PARAGRAPH, provision.id, texts, under, called, tuple(each.id for each in provision.commitments))


def _pledge(register: Register, pledge: Pledge, values: Mapping[str, Values], labels: Mapping[str, Bilingual]) -> Entry:
    own = [mention.at for mention in pledge.mentions if not mention.background]
    coded = [register.commitment_by_id[place] for place in own if place in register.commitment_by_id]
    themes = list(dict.fromkeys(theme for commitment in coded for theme in commitment.themes))
    groups = list(dict.fromkeys(group for commitment in coded for group in commitment.groups))
    everyday, called = _everyday(register, themes, groups, (), labels)
    texts = {
        Part.EN: pledge.title.en,
        Part.KO: pledge.title.ko,
        Part.MORE_EN: pledge.object.en,
        Part.MORE_KO: pledge.object.ko,
        Part.THEMES: _lines(_vocabulary(register, themes, groups, ())),
        Part.EVERYDAY: everyday,
        Part.PLACE: " ".join(register.recurrence(pledge)),
    }
    under = [values[each.id] for each in coded]
    under += [of_provision(register, register.provision_by_id[place]) for place in own if place in register.provision_by_id]
    return Entry(Kind.PLEDGE, pledge.id, texts, tuple(under), called)


def _note(register: Register, note: Note, values: Mapping[str, Values]) -> Entry:
    body = [name.name for name in register.bodies if name.id == note.actor]
    where, part = note.search.where if note.search else None, note.part
    texts = {
        Part.EN: note.reason.en or "",
        Part.KO: note.reason.ko or "",
        Part.MORE_EN: "\n".join(filter(None, [part.en if part else None, where.en if where else None])),
        Part.MORE_KO: "\n".join(filter(None, [part.ko if part else None, where.ko if where else None])),
        Part.NAMES: _lines(body),
        Part.PLACE: f"{_place(note.commitment)} {note.as_of.isoformat()}",
    }
    return Entry(Kind.NOTE, note.id, texts, (values[note.commitment],))


def _evidence(register: Register, notes: Iterable[Note], values: Mapping[str, Values], day: dt.date) -> Iterator[Entry]:
    """Sources that could be known on `day`, each under the commitments whose notes rest on it."""
    cited: dict[str, dict[str, Values]] = {}
    for note in notes:
        for source in note.evidence:
            cited.setdefault(source, {})[note.commitment] = values[note.commitment]
    for each in register.evidence:
        if each.is_known(day):
            texts = {
                Part.EN: each.says.en,
                Part.KO: each.says.ko,
                Part.MORE_EN: f"{each.title}\n{each.publisher}",
                Part.MORE_KO: register.publisher(each.publisher, "ko"),
                Part.PLACE: " ".join(str(date) for date in (each.happened, each.published) if date),
            }
            yield Entry(Kind.EVIDENCE, each.id, texts, tuple(cited.get(each.id, {}).values()))


def _bodies(commitment: Commitment) -> tuple[str, ...]:
    return tuple(dict.fromkeys(body for body in (*commitment.to, *commitment.by, *commitment.partners) if body not in GENERAL))


def _vocabulary(register: Register, themes: Iterable[str], groups: Iterable[str], bodies: Iterable[str]) -> list[Bilingual]:
    found = [
        *(register.theme_by_id.get(id_) for id_ in themes),
        *(register.group_by_id.get(id_) for id_ in groups),
        *(register.body_by_id.get(id_) for id_ in bodies),
    ]
    return [each.name for each in found if each is not None]


def _pledges(register: Register, place: str) -> list[Bilingual]:
    return [pledge.title for pledge, mention in register.pledges_at(place) if not mention.background]


def _lines(names: Iterable[Bilingual]) -> str:
    return "\n".join(f"{name.en}\n{name.ko}" for name in names)


def _everyday(
    register: Register, themes: Iterable[str], groups: Iterable[str], bodies: Iterable[str], labels: Mapping[str, Bilingual]
) -> tuple[str, tuple[Bilingual, ...]]:
    """The everyday words of a record, two lines for each name that they stand for."""
    names = {
        **{id_: register.theme_by_id[id_].name for id_ in themes if id_ in register.theme_by_id},
        **{id_: register.group_by_id[id_].name for id_ in groups if id_ in register.group_by_id},
        **{id_: register.body_by_id[id_].name for id_ in bodies if id_ in register.body_by_id},
    }
    found = [(labels[f"search_words.{id_}"], name) for id_, name in names.items() if f"search_words.{id_}" in labels]
    return "\n".join(f"{each.en}\n{each.ko}" for each, _ in found), tuple(name for _, name in found)


def _place(id_: str) -> str:
    return f"{text_of(id_)}\n{id_}"
