"""The register of all files that could be read: the records of each kind, of all its files, in their order and with full ids."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from models.reading.shaping import KINDS, Entry
from models.records.forums import Forums
from models.records.terms import Holding, TextStanding
from models.records.texts import Declaration
from models.records.vocabulary import Vocabulary
from models.register.register import Register


def assemble(entries: list[Entry]) -> Register:
    """The register of all that is not withheld, with full ids."""
    kept: dict[str, list[Any]] = {kind: [] for kind in KINDS}
    for entry in entries:
        if entry.gone:
            continue
        if entry.kind == "evidence":
            kept["evidence"].extend(entry.record)
        elif entry.kind == "declarations":
            kept["declarations"].append(_with_full_ids(entry.record))
        else:
            kept[entry.kind].append(entry.record)
    declarations: list[Declaration] = sorted(kept["declarations"], key=lambda declaration: declaration.forum)
    editions: list[Forums] = kept["forums"]
    words: list[Vocabulary] = kept["vocabulary"]
    return Register(
        forums=tuple(sorted((forum for each in editions for forum in each.forums), key=lambda forum: forum.number)),
        forum_sources=tuple(source for each in editions for source in each.sources),
        themes=tuple(theme for each in words for theme in each.themes),
        groups=tuple(group for each in words for group in each.groups),
        bodies=tuple(body for each in words for body in each.bodies),
        publishers=tuple(publisher for each in words for publisher in each.publishers),
        declarations=tuple(declarations),
        pledges=tuple(sorted(kept["pledges"], key=lambda pledge: pledge.id)),
        notes=tuple(kept["notes"]),
        evidence=tuple(sorted(kept["evidence"], key=lambda evidence: evidence.id)),
        measures=tuple(sorted(kept["measures"], key=lambda measure: measure.id)),
        reviews=tuple(sorted(kept["reviews"], key=lambda reviews: reviews.id)),
        codings=tuple(kept["codings"]),
        settlements=tuple(kept["settlements"]),
        judgements=tuple(sorted(kept["judgements"], key=lambda judgements: judgements.declaration)),
        rulings=kept["rulings"][0] if kept["rulings"] else None,
    )


def _with_full_ids(declaration: Declaration) -> Declaration:
    provisions = [
        provision.model_copy(
            update={
                "id": f"{declaration.id}-{provision.id}",
                "commitments": [
                    commitment.model_copy(update={"id": f"{declaration.id}-{provision.id}{commitment.id}"})
                    for commitment in provision.commitments
                ],
            }
        )
        for provision in declaration.provisions
    ]
    return declaration.model_copy(update={"provisions": provisions})


def with_texts_on_record(register: Register) -> Register:
    """The register in which a forum was held and has its text on record where its declaration is, whatever was known before.

    What was told of a text that was not held is told no more. To the rules the records are shown as they are written.
    """
    forums = []
    for forum in register.forums:
        told: dict[str, object] = {}
        if register.declaration_of(forum.number) is not None:
            told |= {} if forum.on_record else {"text": TextStanding.ON_RECORD, "text_note": None}
            told |= {} if forum.held is Holding.HELD else {"held": Holding.HELD}
        forums.append(forum.model_copy(update=told) if told else forum)
    return replace(register, forums=tuple(forums))
