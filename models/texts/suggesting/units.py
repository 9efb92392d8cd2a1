"""The commitments of one provision: where it splits, how firm and how precise each is, who is to act, by when."""

from __future__ import annotations

from collections.abc import Sequence

from models.records.terms import Force
from models.register.register import Register
from models.texts.source import Stretch
from models.texts.suggesting import addressees, korean, leading
from models.texts.suggesting import due as dues
from models.texts.suggesting import items as lists
from models.texts.suggesting.clauses import english
from models.texts.suggesting.clauses.clause import Clause, Lead, Stands, stands
from models.texts.suggesting.clauses.lexicon import lexicon
from models.texts.suggesting.clauses.splitting import Piece, pieces
from models.texts.suggesting.clauses.words import Word
from models.texts.suggesting.precision import decided
from models.texts.suggestions import Context, Due, Reason, Suggested, SuggestedCommitment, SuggestedProvision, Sure

BELOW = (Force.RECORDS, Force.STATES)
MOST_LETTERS = 20_000
"""A longer provision is no provision but a text that was not parted; the longest on record has some 1,500 letters."""
_THESE = frozenset(["these", "such"])
_TRIMMED = frozenset([",", "and", "while", "but", "or"])


def units(place: str, text: str, register: Register, context: Context) -> SuggestedProvision:
    """What is suggested for one provision, without its pledges and themes."""
    if len(text) > MOST_LETTERS:
        return SuggestedProvision(place, text, Suggested(Force.RECORDS, Sure.GUESS, Reason("too-long", {"letters": f"{MOST_LETTERS:,}"})))
    lead = leading.governing(context.leads.get(place), register)
    if korean.is_korean(text):
        return korean.units(place, text, register, context, lead)
    where = stands(place)
    binds = lead is not None and lead.force is Force.UNDERTAKES and where is Stands.BEFORE
    found, clauses = english.clauses(text, Stands.LISTED if binds else where, lead)
    commitments: list[SuggestedCommitment] = []
    binding = [clause for clause in clauses if clause.force not in BELOW]
    for clause in binding:
        if leading.only_leads(found, clause):
            continue
        for piece in pieces(found, clause, lexicon()):
            commitments.append(_commitment(text, found, clauses, clause, piece, register, context, lead))
    if not commitments:
        return _without(place, text, found, clauses, where, register, lead)
    first = max(commitments, key=lambda each: each.force.value.rank)
    return SuggestedProvision(place, text, first.force, commitments=tuple(commitments))


def _without(
    place: str, text: str, found: Sequence[Word], clauses: Sequence[Clause], where: Stands, register: Register, lead: Lead | None
) -> SuggestedProvision:
    """A provision that promises nothing, or only leads to what its parts say; a numbered commitment of that kind is a promise in name only."""
    if not clauses:
        return SuggestedProvision(place, text, Suggested(Force.RECORDS, Sure.GUESS, Reason("no-verb")))
    strongest = max(clauses, key=lambda clause: clause.force.rank)
    force = _force(found, strongest)
    if strongest.force not in BELOW:
        verb = force.why.words["verb"]
        return SuggestedProvision(place, text, Suggested(Force.STATES, force.sure, Reason("leads-on", {"verb": verb}), force.at))
    if where is not Stands.LISTED:
        return SuggestedProvision(place, text, force)
    end = _trimmed(found, 0, len(found))
    quote = text[found[0].start : found[end - 1].end]
    verb = text[found[strongest.verb[0]].start : found[strongest.verb[1] - 1].end] if strongest.verb[1] > strongest.verb[0] else ""
    only = SuggestedCommitment(
        quote=quote,
        at=Stretch(found[0].start, found[end - 1].end),
        verb=verb,
        force=Suggested(Force.STATES, force.sure, Reason("name-only", {"verb": verb}), force.at),
        precision=Suggested(None, force.sure, Reason("name-only", {"verb": verb})),
        by=addressees.speaking(found, strongest.first, strongest.verb[0], register, lead),
    )
    return SuggestedProvision(place, text, only.force, commitments=(only,))


def _force(found: Sequence[Word], clause: Clause) -> Suggested[Force]:
    first, last = clause.verb
    if clause.rule == "led":
        return Suggested(clause.force, clause.sure, Reason(clause.rule, dict(clause.words)))
    at = Stretch(found[first].start, found[last - 1].end) if last > first else None
    return Suggested(clause.force, clause.sure, Reason(clause.rule, dict(clause.words)), at)


def _commitment(
    text: str,
    found: Sequence[Word],
    clauses: Sequence[Clause],
    clause: Clause,
    piece: Piece,
    register: Register,
    context: Context,
    lead: Lead | None,
) -> SuggestedCommitment:
    first = _with_these(found, clauses, clause) if piece.rule is None else piece.first
    last = _trimmed(found, piece.first, piece.last)
    at = Stretch(found[first].start, found[last - 1].end)
    dated = dues.due(text, found, piece.first, last, register, context)
    target = dues.target(text, found, piece.first if clause.subject and piece.rule is None else piece.deed, last)
    row = decided(text, found, clause, piece, lexicon(), dated, target)
    listed, closed = lists.items(text, found, Piece(piece.first, last, piece.verb, piece.deed, piece.rule))
    under = lead if clause.rule == "led" else None
    who = addressees.asked(found, clause, piece, register) if under is None else None
    verb = text[found[piece.verb[0]].start : found[piece.verb[1] - 1].end] if piece.verb[1] > piece.verb[0] else ""
    meeting = _meeting(text, found, clause, register, context) if piece.at_the_meeting and dated is None else None
    return SuggestedCommitment(
        quote=text[at.start : at.end],
        at=at,
        verb=verb,
        force=_force(found, clause),
        precision=Suggested(
            row.precision,
            row.sure,
            Reason(f"row-{row.row}", {"words": row.words or _opening(text[at.start : at.end])}),
            _within(text, at, row.words),
        ),
        by=addressees.speaking(found, clause.first, clause.verb[0], register, lead),
        to=under.to if under else addressees.bodies(found, *who, register) if who else (),
        to_words=under.to_words
        if under
        else text[found[who[0]].start : found[who[1] - 1].end].strip(" ,")
        if who and who[1] > who[0]
        else None,
        partners=addressees.partners(found, piece, register),
        due=dated.due if dated else meeting,
        target=target,
        items=listed,
        items_closed=closed,
        split=Reason(piece.rule, {"verb": verb}) if piece.rule else None,
    )


def _within(text: str, at: Stretch, words: str) -> Stretch | None:
    """Where in a stretch the words stand that decided; None where none did."""
    start = text.find(words, at.start, at.end) if words else -1
    return Stretch(start, start + len(words)) if start >= 0 else None


def _opening(quote: str) -> str:
    """The first words of a quote, where no word of it decided."""
    return " ".join(quote[:120].split()[:5])


def _meeting(text: str, found: Sequence[Word], clause: Clause, register: Register, context: Context) -> Due | None:
    """The day of the meeting at which something is to be done."""
    dated = dues.due(text, found, clause.first, clause.last, register, context)
    return dated.due if dated else None


def _with_these(found: Sequence[Word], clauses: Sequence[Clause], clause: Clause) -> int:
    """ "These" takes the sentence with it that says what these are (codebook, 3)."""
    before = clauses.index(clause) - 1
    if clause.subject is None or before < 0 or found[clause.first].low not in _THESE or clauses[before].force not in BELOW:
        return clause.first
    return clauses[before].first


def _trimmed(found: Sequence[Word], first: int, last: int) -> int:
    """Where a stretch ends without a comma or a joining word behind it."""
    while last - 1 > first and found[last - 1].low in _TRIMMED:
        last -= 1
    return last
