"""Short drafts of a declaration, cut and coded by hand, so that a test says what it is about and rests on no rule of suggesting."""

from __future__ import annotations

from dataclasses import dataclass, field

from models.records.terms import Force, Precision
from models.register.register import Register
from models.texts.drafting.against import read_against
from models.texts.drafting.draft import Draft
from models.texts.parts import Kind, Part, Reading
from models.texts.source import FileKind, Line, Source, Stretch
from models.texts.suggesting.threads import with_threads
from models.texts.suggestions import Context, Due, Reason, Suggested, SuggestedCommitment, SuggestedProvision, Sure, Target

CODED = Reason("coded")


@dataclass(frozen=True)
class Said:
    """One provision of a draft: a place, its words, and how each of the stretches in it is coded; none for what only states."""

    place: str
    text: str
    force: str = "states"
    precision: str | None = None
    to: tuple[str, ...] = ()
    due: str | None = None
    target: int | None = None
    coded: tuple[tuple[str, str, str], ...] = field(default=())
    """Quote, force and precision of each, where there are several."""


def read(*provisions: Said) -> Reading:
    """The provisions as a file whose lines they are."""
    source = Source(FileKind.PLAIN, "", tuple(Line(each.text) for each in provisions))
    parts = tuple(
        Part(Kind.COMMITMENT if each.place.startswith("c") else Kind.PARAGRAPH, each.text, (at,), place=each.place, number=each.place[1:])
        for each, (at, _) in zip(provisions, source.placed(), strict=True)
    )
    return Reading(source, parts, (), language="en")


def coded(*provisions: Said) -> list[SuggestedProvision]:
    """What would be suggested for them, as far as it is about their words alone."""
    return [SuggestedProvision(each.place, each.text, _value(Force(each.force)), commitments=_commitments(each)) for each in provisions]


def against(register: Register, *provisions: Said, **known: object) -> Draft:
    """The draft of the seventeenth forum, read against a register."""
    context = Context(**{"forum": 17, **known})  # type: ignore[arg-type]
    return read_against(read(*provisions), with_threads(coded(*provisions), register, context), register, context)


def _value(force: Force) -> Suggested[Force]:
    return Suggested(force, Sure.SURE, CODED)


def _commitments(each: Said) -> tuple[SuggestedCommitment, ...]:
    own = [(each.text, each.force, each.precision)] if Force(each.force).rank >= Force.HOPES.rank else []
    found = []
    for quote, force, precision in each.coded or own:
        at = each.text.index(quote)
        found.append(
            SuggestedCommitment(
                quote,
                Stretch(at, at + len(quote)),
                "",
                _value(Force(force)),
                Suggested(Precision(precision) if precision else None, Sure.SURE, CODED),
                to=each.to,
                due=Due(each.due) if each.due else None,
                target=Target(each.target, "", str(each.target)) if each.target else None,
            )
        )
    return tuple(found)
