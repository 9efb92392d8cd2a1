"""What leads to a record that is withheld is taken out with it, so that a page never leads nowhere."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from models.records.notes import Note
from models.register.register import Register
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
    return replace(register, declarations=tuple(declarations), pledges=tuple(pledges), measures=tuple(measures), notes=notes)


def _without_what_was_wrong(notes: list[Note], corrected: list[str]) -> tuple[Note, ...]:
    """The notes without those that were corrected, and those that these had corrected before."""
    kept = {note.id: note for note in notes}
    while corrected:
        wrong = kept.pop(corrected.pop(), None)
        if wrong is not None and wrong.corrects:
            corrected.append(f"{wrong.commitment}/{wrong.corrects}")
    return tuple(kept.values())
