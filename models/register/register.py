"""The register: all sound records, linked, immutable, with the questions that pages and exports ask of it."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cached_property
from types import MappingProxyType
from typing import TypeVar

from models.records.codings import Coding, Settlements
from models.records.evidence import Evidence, Review, Reviews
from models.records.fields import Bilingual
from models.records.forums import Forum, ForumSource
from models.records.judgements import Judgements, Rulings
from models.records.measures import Measure
from models.records.notes import Note
from models.records.places import place, text_of
from models.records.pledges import Mention, Pledge
from models.records.terms import Basis, Force, Grade, Holding, Ledger, Scope
from models.records.texts import Commitment, Declaration, Provision
from models.records.vocabulary import Body, Group, Theme
from models.register import standing
from models.register.lineage import Change, Wording, change
from models.register.withheld import WithheldCount, WithheldNote

Named = TypeVar("Named")


@dataclass(frozen=True)
class Register:
    """Everything on record. Ids are full (`2024-p5`, `2024-c2a`); declarations and forums are in order of time."""

    forums: tuple[Forum, ...] = ()
    forum_sources: tuple[ForumSource, ...] = ()
    themes: tuple[Theme, ...] = ()
    groups: tuple[Group, ...] = ()
    bodies: tuple[Body, ...] = ()
    publishers: tuple[Bilingual, ...] = ()
    declarations: tuple[Declaration, ...] = ()
    pledges: tuple[Pledge, ...] = ()
    notes: tuple[Note, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    reviews: tuple[Reviews, ...] = ()
    measures: tuple[Measure, ...] = ()
    codings: tuple[Coding, ...] = field(default=(), repr=False)
    settlements: tuple[Settlements, ...] = field(default=(), repr=False)
    judgements: tuple[Judgements, ...] = field(default=(), repr=False)
    rulings: Rulings | None = field(default=None, repr=False)
    lost: frozenset[str] = field(default=frozenset(), repr=False)
    """Ids of records that are there but withheld, and `kind/*` where a whole file could not be read."""
    stood_in: frozenset[str] = field(default=frozenset(), repr=False)
    """Ids of the forums, bodies, themes and groups whose records are withheld and that stand-ins are here for."""
    withheld_notes: tuple[WithheldNote, ...] = field(default=(), repr=False)
    withheld_counts: tuple[WithheldCount, ...] = field(default=(), repr=False)
    unmeasured: frozenset[str] = field(default=frozenset(), repr=False)
    """Ids of pledges whose measure is withheld."""

    def is_lost(self, kind: str, id_: str) -> bool:
        """Whether `id_` may be a record that is withheld, so that naming it is no mistake of its own."""
        found = place(id_)
        around = {found.text, id_.removesuffix(found.letter)} if found else set[str]()
        return f"{kind}/*" in self.lost or not self.lost.isdisjoint({id_, *around})

    def as_of(self, day: dt.date) -> Register:
        """The register as it stood on `day`: without what was adopted, announced or judged, or speaks of a time, after it.

        What is the register's own work and has no day stays whole: the coding, the names of pledges, themes and groups, and
        what was found out about sources (codebook, 4).
        """
        forums = tuple(forum for forum in self.forums if forum.is_known(day))
        ends = frozenset(forum.end for forum in forums)
        declarations = tuple(_as_of(declaration, day, ends) for declaration in self.declarations if declaration.adopted <= day)
        known = {declaration.id for declaration in declarations}
        pledges = (
            pledge.model_copy(update={"mentions": [m for m in pledge.mentions if m.declaration in known]}) for pledge in self.pledges
        )
        return replace(
            self,
            forums=tuple(forum.as_of(day) for forum in forums),
            forum_sources=tuple(source for source in self.forum_sources if any(source.id in forum.sources for forum in forums)),
            declarations=declarations,
            pledges=tuple(pledge for pledge in pledges if any(not mention.background for mention in pledge.mentions)),
            bodies=tuple(body.as_of(day) for body in self.bodies if body.is_known(day)),
            notes=tuple(note for note in self.notes if note.as_of <= day and text_of(note.commitment) in known),
            codings=tuple(coding for coding in self.codings if coding.declaration in known),
            judgements=tuple(judgements for judgements in self.judgements if judgements.judged <= day),
            rulings=self.rulings if self.rulings and self.rulings.settled <= day else None,
            withheld_notes=tuple(note for note in self.withheld_notes if note.speaks_by(day)),
            withheld_counts=tuple(count for count in self.withheld_counts if count.known_by(day)),
        )

    @property
    def knows_all_forums(self) -> bool:
        """Whether the list of forums is whole, so that they can be counted."""
        return not any(each == "forums/*" or (each.isdigit() and len(each) < len("2011")) for each in self.lost)

    # look-ups ------------------------------------------------------------------------------------------------------

    @cached_property
    def forum_by_number(self) -> MappingProxyType[int, Forum]:
        return MappingProxyType({forum.number: forum for forum in self.forums})

    @cached_property
    def declaration_by_id(self) -> MappingProxyType[str, Declaration]:
        return _by_id(self.declarations)

    @cached_property
    def provision_by_id(self) -> MappingProxyType[str, Provision]:
        return _by_id(provision for declaration in self.declarations for provision in declaration.provisions)

    @cached_property
    def commitment_by_id(self) -> MappingProxyType[str, Commitment]:
        return _by_id(commitment for provision in self.provision_by_id.values() for commitment in provision.commitments)

    @cached_property
    def pledge_by_id(self) -> MappingProxyType[str, Pledge]:
        return _by_id(self.pledges)

    @cached_property
    def evidence_by_id(self) -> MappingProxyType[str, Evidence]:
        return _by_id(self.evidence)

    @cached_property
    def measure_by_id(self) -> MappingProxyType[str, Measure]:
        return _by_id(self.measures)

    @cached_property
    def theme_by_id(self) -> MappingProxyType[str, Theme]:
        return _by_id(self.themes)

    @cached_property
    def group_by_id(self) -> MappingProxyType[str, Group]:
        return _by_id(self.groups)

    @cached_property
    def body_by_id(self) -> MappingProxyType[str, Body]:
        return _by_id(self.bodies)

    @cached_property
    def _publisher_by_name(self) -> MappingProxyType[str, Bilingual]:
        return MappingProxyType({name.en: name for name in self.publishers})

    @cached_property
    def shared_names(self) -> MappingProxyType[str, frozenset[str]]:
        """Names that more than one kind of thing has, in small letters, by language: a theme and a pledge of the same name."""
        kinds = [
            [theme.name for theme in self.themes],
            [group.name for group in self.groups],
            [body.name for body in self.bodies],
            [pledge.title for pledge in self.pledges],
        ]
        found = {}
        for lang in ("en", "ko"):
            counted = Counter(name for names in kinds for name in {each[lang].casefold() for each in names})
            found[lang] = frozenset(name for name, kinds_of in counted.items() if kinds_of > 1)
        return MappingProxyType(found)

    def publisher(self, named: str, lang: str) -> str:
        """A publisher as readers know it; as the source names it where the vocabulary has no other name."""
        known = self._publisher_by_name.get(named)
        return known[lang] if known else named

    @cached_property
    def _notes_by_commitment(self) -> MappingProxyType[str, tuple[Note, ...]]:
        return _by_commitment(note for note in self.notes if not self.is_set_aside(note))

    @cached_property
    def _set_aside_by_commitment(self) -> MappingProxyType[str, tuple[Note, ...]]:
        return _by_commitment(note for note in self.notes if self.is_set_aside(note))

    @cached_property
    def _withheld_by_commitment(self) -> MappingProxyType[str, tuple[WithheldNote, ...]]:
        """Without those that a note which can be read has corrected: they count no more, whatever they say."""
        found: dict[str, list[WithheldNote]] = {}
        for note in self.withheld_notes:
            if note.id not in self._correction_by_note:
                found.setdefault(note.commitment, []).append(note)
        return MappingProxyType({key: tuple(each) for key, each in found.items()})

    @cached_property
    def _correction_by_note(self) -> MappingProxyType[str, Note]:
        return MappingProxyType({f"{note.commitment}/{note.corrects}": note for note in self.notes if note.corrects})

    @cached_property
    def _review_by_source(self) -> MappingProxyType[str, tuple[dt.date, Review]]:
        """The last review of each source that was reviewed, and its day."""
        found = {review.source: (reviews.reviewed, review) for reviews in self.reviews for review in reviews.sources}
        return MappingProxyType(found)

    @cached_property
    def _pledges_by_place(self) -> MappingProxyType[str, tuple[tuple[Pledge, Mention], ...]]:
        found: dict[str, list[tuple[Pledge, Mention]]] = {}
        for pledge in self.pledges:
            for mention in pledge.mentions:
                found.setdefault(mention.at, []).append((pledge, mention))
        return MappingProxyType({key: tuple(pairs) for key, pairs in found.items()})

    # forums and texts ----------------------------------------------------------------------------------------------

    @cached_property
    def forums_on_record(self) -> tuple[Forum, ...]:
        return tuple(forum for forum in self.forums if self.declaration_of(forum.number) is not None)

    def declaration_of(self, forum: int) -> Declaration | None:
        return next((declaration for declaration in self.declarations if declaration.forum == forum), None)

    @cached_property
    def coded_once(self) -> tuple[str, ...]:
        """The declarations that nobody has coded a second time; not those of which a coding is withheld for a mistake."""
        held = {f"codings/{coding.coder}/{coding.declaration}" for coding in self.codings} | self.lost
        both = {id_: {f"codings/first/{id_}", f"codings/second/{id_}"} for id_ in self.declaration_by_id}
        return () if "codings/*" in held else tuple(id_ for id_, codings in both.items() if not codings <= held)

    def forum_of(self, declaration: str) -> Forum | None:
        found = self.declaration_by_id.get(declaration)
        return None if found is None else self.forum_by_number.get(found.forum)

    def forums_between(self, earlier: str, later: str) -> tuple[Forum, ...]:
        """The forums between two declarations; all of them are not on record when the two are neighbours on record."""
        first, last = self.declaration_by_id[earlier].forum, self.declaration_by_id[later].forum
        return tuple(forum for forum in self.forums if first < forum.number < last)

    def consecutive(self, earlier: str, later: str) -> bool:
        """Whether no forum lies between the two, so that silence of the later one means something."""
        return self.declaration_by_id[later].forum - self.declaration_by_id[earlier].forum == 1

    def last_forum(self, day: dt.date) -> Forum | None:
        """The last forum known to have been held that had ended by `day`."""
        held = [forum for forum in self.forums if forum.held is Holding.HELD and forum.end <= day]
        return held[-1] if held else None

    # words ---------------------------------------------------------------------------------------------------------

    def themes_of(self, provision: Provision) -> tuple[str, ...]:
        """The themes of a provision or of its commitments, first named first."""
        named = [theme for commitment in provision.commitments for theme in commitment.themes]
        return tuple(dict.fromkeys([*provision.themes, *named]))

    def begun(self, day: dt.date) -> tuple[Forum, ...]:
        """The forums that had begun, or were announced to begin, by `day`."""
        return tuple(forum for forum in self.forums if forum.start <= day)

    def commitments_in(self, ledger: Ledger) -> tuple[Commitment, ...]:
        return tuple(commitment for commitment in self.commitment_by_id.values() if commitment.ledger is ledger)

    # pledges -------------------------------------------------------------------------------------------------------

    def words_at(self, place: str) -> str:
        """The quoted words of a mention: a commitment's, or the whole provision's."""
        commitment = self.commitment_by_id.get(place)
        return commitment.quote if commitment else self.provision_by_id[place].text

    def force_at(self, place: str) -> Force | None:
        """The force of a mention's words; None for a provision whose commitments are withheld for a mistake."""
        commitment = self.commitment_by_id.get(place)
        return commitment.force if commitment else self.provision_by_id[place].strongest

    def wording_at(self, place: str) -> Wording:
        """Force and precision of a mention; for a whole provision, those of its strongest commitment."""
        commitment = self.commitment_by_id.get(place)
        if commitment:
            return Wording(commitment.force, commitment.precision)
        provision = self.provision_by_id[place]
        coded = [Wording(each.force, each.precision) for each in provision.commitments]
        # Nothing but background names a provision whose commitments are all withheld, and of background no force is told.
        return max(coded, key=lambda wording: wording.rank) if coded else Wording(provision.strongest or Force.RECORDS, None)

    def pledges_at(self, place: str) -> tuple[tuple[Pledge, Mention], ...]:
        """The pledges that mention exactly this commitment or provision."""
        return self._pledges_by_place.get(place, ())

    def recurrence(self, pledge: Pledge) -> tuple[str, ...]:
        """The declarations that mention the pledge itself (not only its topic), oldest first."""
        return tuple(dict.fromkeys(mention.declaration for mention in pledge.mentions if not mention.background))

    def strongest_mention(self, pledge: Pledge, declaration: str) -> Mention | None:
        """The mention that stands for the pledge in one declaration; the first of equals."""
        found = [mention for mention in pledge.mentions if mention.declaration == declaration and not mention.background]
        return max(found, key=lambda mention: self.wording_at(mention.at).rank) if found else None

    def change_at(self, mention: Mention) -> Change | None:
        """The computed label of a mention against the one it names in `from`; None where it names none."""
        if mention.source is None:
            return None
        return change(self.wording_at(mention.source), self.wording_at(mention.at), mention.scope or Scope.SAME)

    def commitments_of(self, pledge: Pledge) -> tuple[Commitment, ...]:
        """The commitments among the pledge's own mentions; background is left out."""
        places = [mention.at for mention in pledge.mentions if not mention.background]
        return tuple(self.commitment_by_id[place] for place in places if place in self.commitment_by_id)

    # standing ------------------------------------------------------------------------------------------------------

    def notes_of(self, commitment: str) -> tuple[Note, ...]:
        """The notes that count, in the order in which they are folded."""
        return self._notes_by_commitment.get(commitment, ())

    def set_aside(self, commitment: str) -> tuple[Note, ...]:
        """The notes that stay readable but no longer count."""
        return self._set_aside_by_commitment.get(commitment, ())

    def withheld_of(self, commitment: str) -> tuple[WithheldNote, ...]:
        """The notes that are, or may be, on this commitment and are withheld."""
        return (*self._withheld_by_commitment.get(commitment, ()), *self._withheld_by_commitment.get("", ()))

    def ever_withheld_of(self, commitment: str) -> tuple[WithheldNote, ...]:
        """The same with those that were corrected since, which tell nothing of today but what was said before."""
        return tuple(note for note in self.withheld_notes if note.commitment in ("", commitment))

    def decision_on(self, commitment: str, day: dt.date, actor: str | None = None) -> Note | None:
        """The note that decides where the commitment as a whole stood on `day`, or one body's own record.

        None also where one that is withheld may be newer: an older judgement never decides in its place.
        """
        notes = self.notes_of(commitment)
        return None if self.is_hidden(commitment, day, actor) else standing.deciding(notes, day, actor)

    def is_hidden(self, commitment: str, day: dt.date, actor: str | None = None) -> bool:
        """Whether a withheld note may decide where the commitment as a whole, or one body's own record, stood on `day`."""
        withheld = self.withheld_of(commitment)
        return bool(withheld) and bool(standing.hiding(self.notes_of(commitment), day, withheld, actor))

    def withheld_on(self, day: dt.date) -> tuple[Commitment, ...]:
        """The commitments whose judgement on `day` is withheld."""
        if not self.withheld_notes:
            return ()
        return tuple(each for each in self.commitment_by_id.values() if each.assessable and self.is_hidden(each.id, day))

    def is_set_aside(self, note: Note) -> bool:
        """Whether a note no longer counts: it was corrected, or its commitment was coded anew and cannot be judged."""
        return note.id in self._correction_by_note or self.is_from_before_recoding(note)

    def is_from_before_recoding(self, note: Note) -> bool:
        """Whether the note judges words that could be judged as they were coded then, and cannot be any more."""
        commitment = self.commitment_by_id.get(note.commitment)
        if commitment is None or commitment.assessable or not commitment.recoded:
            return False
        return note.written <= commitment.recoded[-1].on

    def correction_of(self, note: Note) -> Note | None:
        """The note that says that this one was wrong."""
        return self._correction_by_note.get(note.id)

    # sources -------------------------------------------------------------------------------------------------------

    def review_of(self, source: Evidence) -> tuple[dt.date, Review] | None:
        """The last review of a source and its day; None where it was never reviewed."""
        return self._review_by_source.get(source.id)

    def grade_of(self, source: Evidence) -> Grade:
        """What a source counts as today: as reviewed, else as recorded."""
        found = self.review_of(source)
        return found[1].grade if found else source.grade

    def basis_of(self, source: Evidence) -> Basis | None:
        """How it was judged whose word it is; None for what is no such question, or was never said."""
        found = self.review_of(source)
        return found[1].basis if found else source.basis

    def standing_of(self, commitment: Commitment, day: dt.date) -> standing.Standing:
        return standing.standing(commitment, self.notes_of(commitment.id), day, self.withheld_of(commitment.id))

    # measures ------------------------------------------------------------------------------------------------------

    def withheld_of_measure(self, measure: str) -> tuple[WithheldCount, ...]:
        """The counts that are, or may be, of this measure and are withheld; all of it where it is not in the register itself."""
        return tuple(count for count in self.withheld_counts if count.measure in ("", measure))


def _as_of(declaration: Declaration, day: dt.date, ends: frozenset[dt.date]) -> Declaration:
    """The declaration without the due days that come with a forum and were not known on `day`; `ends` are the last days of the known ones."""

    def is_open(commitment: Commitment) -> bool:
        return commitment.due_within is not None and commitment.due is not None and commitment.due > day and commitment.due not in ends

    if not any(is_open(each) for provision in declaration.provisions for each in provision.commitments):
        return declaration
    provisions = [
        provision.model_copy(
            update={"commitments": [each.model_copy(update={"due": None}) if is_open(each) else each for each in provision.commitments]}
        )
        for provision in declaration.provisions
    ]
    return declaration.model_copy(update={"provisions": provisions})


def _by_commitment(notes: Iterable[Note]) -> MappingProxyType[str, tuple[Note, ...]]:
    found: dict[str, list[Note]] = {}
    for note in sorted(notes, key=standing.order):
        found.setdefault(note.commitment, []).append(note)
    return MappingProxyType({key: tuple(each) for key, each in found.items()})


def _by_id(records: Iterable[Named]) -> MappingProxyType[str, Named]:
    return MappingProxyType({record.id: record for record in records})  # type: ignore[attr-defined]
