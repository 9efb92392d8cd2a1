"""The house rules for second judgements (codebook, 4). Each rule's docstring is the rule."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from models.records.judgements import Ruling, Rulings
from models.records.notes import Note
from models.records.places import text_of
from models.records.terms import Status
from models.register.register import Register
from models.register.second_judgements import twice_judged
from models.register.standing import hiding, order
from models.rules.faults import Fault, rule
from models.rules.walks import is_answered_for


@rule
def every_standing_is_judged_twice(register: Register, today: dt.date) -> Iterator[Fault]:
    """A second judgement covers every commitment of its declaration that can be judged, each once, on evidence that is on record."""
    for judgements in register.judgements:
        subject = f"judgements:{judgements.declaration}"
        if judgements.judged > today:
            yield Fault(subject, ("judged",), "future", f"judged on {judgements.judged}, which has not come; today is {today}")
        seen: set[tuple[str, str | None]] = set()
        clear = not _is_withheld(register, "judgements", judgements.declaration)
        for index, each in enumerate(judgements.judgements):
            here = ("judgements", index)
            commitment = register.commitment_by_id.get(each.commitment)
            if text_of(each.commitment) != judgements.declaration or not is_answered_for(register, each.commitment):
                clear = False
                yield Fault(
                    subject, (*here, "commitment"), "reference", f"there is no commitment {each.commitment} in {judgements.declaration}"
                )
            elif commitment and not commitment.assessable and not commitment.recoded:
                yield Fault(subject, here, "not-assessable", f"{each.commitment} cannot be judged; remove its judgement")
            if (each.commitment, each.actor) in seen:
                clear = False
                yield Fault(subject, here, "duplicate-id", f"{each.commitment} is judged twice here; keep one of the two")
            seen.add((each.commitment, each.actor))
            if each.actor and each.actor not in register.body_by_id and not register.is_lost("vocabulary", each.actor):
                yield Fault(subject, (*here, "actor"), "vocabulary", f"“{each.actor}” is not among the bodies of vocabulary.yaml")
            for position, source in enumerate(each.evidence):
                if source not in register.evidence_by_id and not register.is_lost("evidence", source):
                    yield Fault(subject, (*here, "evidence", position), "reference", f"there is no evidence {source}")
        missing = [
            commitment.id
            for commitment in register.commitment_by_id.values()
            if commitment.declaration == judgements.declaration and commitment.assessable and (commitment.id, None) not in seen
        ]
        if missing and clear:  # else what seems to be missing is most likely what is withheld, or has the slip in its name
            yield Fault(subject, ("judgements",), "coverage", f"{judgements.declaration}: not judged a second time: {', '.join(missing)}")


@rule
def differences_are_settled(register: Register, today: dt.date) -> Iterator[Fault]:
    """Every difference between the two judgements is settled once, with a reason, and the note that was then written says what was settled."""
    rulings = register.rulings
    pairs = {(pair.second.commitment, pair.second.actor): pair for pair in twice_judged(register)}
    settled: set[tuple[str, str | None]] = set()
    clear = not _is_withheld(register, "rulings", "rulings")
    unclear = _judged_unclearly(register)
    for index, ruling in enumerate(rulings.differences if rulings else ()):
        here, key = ("differences", index), (ruling.commitment, ruling.actor)
        pair = pairs.get(key)
        if pair is None or key in settled:
            clear = False
            if text_of(ruling.commitment) not in unclear and not register.is_lost("declarations", ruling.commitment):
                yield Fault("rulings:", here, "ruling", f"{ruling.commitment}: settled twice, or not judged twice")
            continue
        settled.add(key)
        if not pair.withheld and (pair.first is not ruling.first or pair.second.status is not ruling.second):
            words = f"on record are {pair.first or 'no note'} and {pair.second.status}, not {ruling.first} and {ruling.second}"
            yield Fault("rulings:", here, "ruling", f"{ruling.commitment}: {words}")
        if rulings and not pair.withheld and register.commitment_by_id[ruling.commitment].assessable:
            now = _as_it_was_settled(register, rulings, ruling)
            if now is not ruling.settled:
                words = f"settled as {ruling.settled}, but the note of that day says {now or 'nothing'}"
                yield Fault("rulings:", here, "ruling", f"{ruling.commitment}: {words}")
    for key, pair in pairs.items():
        judged = register.commitment_by_id[key[0]].assessable and not pair.withheld
        if pair.differs and key not in settled and judged and clear:
            words = (
                f"the first judgement is {pair.first or 'missing'}, the second {pair.second.status}; settle it in judgements/rulings.yaml"
            )
            yield Fault(f"judgements:{text_of(key[0])}", ("judgements",), "ruling", f"{key[0]}{f' ({key[1]})' if key[1] else ''}: {words}")


def _is_withheld(register: Register, kind: str, name: str) -> bool:
    """Whether something of this file is withheld."""
    return bool(register.lost & {f"{kind}/*", f"{kind}/{name}"})


def _judged_unclearly(register: Register) -> set[str]:
    """The texts whose second judgements are in part withheld, or of which one has a slip in its name."""
    found = {declaration for declaration in register.declaration_by_id if _is_withheld(register, "judgements", declaration)}
    for judgements in register.judgements:
        named = [(each.commitment, each.actor) for each in judgements.judgements]
        if len(set(named)) < len(named) or any(
            id_ not in register.commitment_by_id or text_of(id_) != judgements.declaration for id_, _ in named
        ):
            found.add(judgements.declaration)
    return found


def _as_it_was_settled(register: Register, rulings: Rulings, ruling: Ruling) -> Status | None:
    """What the notes said once the difference was settled.

    Notes that others wrote on the same day, and corrections that came later, do not make a ruling wrong, nor does one that is withheld.
    """

    def was_known(note: Note) -> bool:
        return note.written < rulings.settled or (note.written == rulings.settled and note.by == rulings.by)

    kept = [note for note in (*register.notes_of(ruling.commitment), *register.set_aside(ruling.commitment)) if was_known(note)]
    own = [note for note in kept if note.actor == ruling.actor]
    stood = [note for note in own if not ((correction := register.correction_of(note)) and was_known(correction))]
    if hiding(stood, rulings.settled, register.ever_withheld_of(ruling.commitment), ruling.actor):
        return ruling.settled
    return max(stood, key=order).status if stood else None
