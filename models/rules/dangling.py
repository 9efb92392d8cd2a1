"""What leads to a record that is withheld is taken out with it, so that a page never leads nowhere."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace

from models.records.measures import Measure
from models.records.notes import Note
from models.records.terms import Grade
from models.register.register import Register
from models.register.withheld import WithheldCount, WithheldNote, WithheldReview
from models.rules.walks import is_known


def without_dangling(register: Register, corrected: Collection[str] = ()) -> Register:
    """The register without what leads to a record that is withheld, so that a page never leads nowhere.

    `corrected` are notes whose correction is withheld: they were wrong, and do not count again for a mistake in another record.
    """
    evidence = register.evidence_by_id
    measures = []
    for measure in register.measures:
        series = [
            each.model_copy(update={"points": [point for point in each.points if all(id_ in evidence for id_ in point.evidence)]})
            for each in measure.series
        ]
        target = (
            measure.target
            if measure.target is None or measure.target.provision is None or is_known(register, measure.target.provision)
            else None
        )
        if left := [each for each in series if each.points]:
            measures.append(measure.model_copy(update={"series": left, "target": target}))
    counted = {measure.id for measure in measures}
    unmeasured = frozenset(pledge.id for pledge in register.pledges if pledge.measure and pledge.measure not in counted)
    pledges = []
    for pledge in register.pledges:
        mentions = [mention for mention in pledge.mentions if is_known(register, mention.at)]
        kept = {mention.at for mention in mentions}
        mentions = [
            mention
            if mention.source is None or mention.source in kept
            else mention.model_copy(update={"source": None, "scope": None, "because": None})
            for mention in mentions
        ]
        if any(not mention.background for mention in mentions):
            measured = pledge.measure if pledge.measure in counted else None
            pledges.append(pledge.model_copy(update={"mentions": mentions, "measure": measured}))
    declarations = []
    for declaration in register.declarations:
        places = {"title", *(provision.local for provision in declaration.provisions)}
        footnotes = [note for note in declaration.footnotes if note.at in places]
        headings = [heading for heading in declaration.headings if heading.before in places]
        declarations.append(declaration.model_copy(update={"footnotes": footnotes, "headings": headings}))
    whole = [
        note for note in register.notes if note.commitment in register.commitment_by_id and all(id_ in evidence for id_ in note.evidence)
    ]
    gone = [f"{note.commitment}/{note.corrects}" for note in register.notes if note.corrects and note not in whole]
    notes = _without_what_was_wrong(whole, [*corrected, *gone])
    return replace(
        register,
        declarations=tuple(declarations),
        pledges=tuple(pledges),
        measures=tuple(measures),
        notes=notes,
        withheld_notes=(*register.withheld_notes, *_notes_lost(register)),
        withheld_counts=(*register.withheld_counts, *_counts_lost(register, register.measures)),
        unmeasured=unmeasured,
    )


def without_unsure_sources(register: Register, withheld: Collection[WithheldReview]) -> Register:
    """The register without the sources of which nobody can tell what they count as, for a review of them is withheld.

    As first recorded they may count for more; so they are withheld too, and what rests on them with them. A single review that
    does not say what it is of is of one of those that cannot be without a review, as long as there are enough of these.
    """
    if not withheld:
        return register
    last = {review.source: reviews.id for reviews in register.reviews for review in reviews.sources}
    meant = [
        review
        if review.source in register.evidence_by_id or register.is_lost("evidence", review.source)
        else replace(review, source="")  # a slip in its name
        for review in withheld
    ]
    named: dict[str, list[WithheldReview]] = {}
    for review in meant:
        named.setdefault(review.source, []).append(review)
    unnamed = named.pop("", [])
    unsure = {id_ for id_, reviews in named.items() if id_ in register.evidence_by_id and _may_grade(register, last, id_, reviews)}
    waiting = {
        source.id
        for source in register.evidence
        if source.grade is Grade.INDEPENDENT and source.basis is None and source.id not in last and source.id not in unsure
    }
    if len(waiting) >= len(unnamed) and not any(review.whole for review in unnamed):
        unsure |= waiting if unnamed else set()
    else:
        unsure |= {id_ for id_ in register.evidence_by_id if _may_grade(register, last, id_, unnamed)}
    kept = tuple(source for source in register.evidence if source.id not in unsure)
    return replace(register, evidence=kept, lost=register.lost | unsure)


def _may_grade(register: Register, last: Mapping[str, str], source: str, reviews: Collection[WithheldReview]) -> bool:
    return any(review.may_grade(register.evidence_by_id[source], last.get(source)) for review in reviews)


def _notes_lost(register: Register) -> list[WithheldNote]:
    """The notes that rest on a source that is withheld; nothing is wrong with themselves."""
    found = []
    for note in register.notes:
        lost = tuple(id_ for id_ in note.evidence if id_ not in register.evidence_by_id)
        if lost and note.commitment in register.commitment_by_id:
            sure = note.actor is None or note.actor in register.body_by_id
            found.append(WithheldNote(f"notes/{note.id}.yaml", note.commitment, note.as_of, note.actor, sure, note, lost))
    return found


def _counts_lost(register: Register, measures: Collection[Measure]) -> list[WithheldCount]:
    """The counts that rest on a source that is withheld."""
    return [
        WithheldCount(measure.id, series.id, point.on)
        for measure in measures
        for series in measure.series
        for point in series.points
        if any(id_ not in register.evidence_by_id for id_ in point.evidence)
    ]


def _without_what_was_wrong(notes: list[Note], corrected: list[str]) -> tuple[Note, ...]:
    """The notes without those that were corrected, and those that these had corrected before."""
    kept = {note.id: note for note in notes}
    while corrected:
        wrong = kept.pop(corrected.pop(), None)
        if wrong is not None and wrong.corrects:
            corrected.append(f"{wrong.commitment}/{wrong.corrects}")
    return tuple(kept.values())
