"""How well the suggestions fit what people coded: on the five declarations, each held out, on other sentences, and on provisions unseen.

Holding out is not the whole of honesty. The rules use no records at all, so that nothing of a declaration can slip through them; but
they were written by people who knew the five texts and their coding, and mended until they fitted. A text that nobody had seen would
fare worse. Somewhat nearer to that come the 85 sentences of docs/codebook-check.md, which follow the build of sentences in texts of others,
in our own words. They too were known when the lists of words were written, and some words come from them: `FIRST_TRIAL` is what the rules
gave before any was mended for a sentence that came out wrong, and stays as it was.

Nearest come the hundred provisions of `unseen`: whoever wrote and coded them had not seen the rules, and nobody who wrote the rules had seen
them. That holds once. `FIRST_UNSEEN` is what the rules gave that time and stays as it was; what they give after a rule was changed for one
of them is told apart.

Boundaries, force and precision are compared as two coders are (models/register/agreement.py).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from models.records.codings import CodedUnit
from models.records.terms import Force, Precision
from models.records.texts import Declaration, Provision
from models.register.agreement import FORCES, PRECISIONS, Alike, Boundaries, PlacedUnit, alike, match, place
from models.register.register import Register
from models.texts.suggesting import leading
from models.texts.suggesting.clauses import trial
from models.texts.suggesting.measured import PledgesFound, pledges_measured
from models.texts.suggesting.units import units
from models.texts.suggestions import Context, Reason, SuggestedProvision
from models.texts.unseen import Unseen, provisions

Codes = tuple[Force, Precision | None]


@dataclass(frozen=True, slots=True)
class Aims:
    """What was aimed at, said before anything was measured."""

    boundaries: float = 0.90
    force: float = 0.85
    precision: float = 0.70
    pledge: float = 0.85


AIMS = Aims()


@dataclass(frozen=True, slots=True)
class FirstTrial:
    """What the first run on the other sentences gave, before any rule was mended for one that came out wrong."""

    force_same: int = 79
    force_ac2: float = 0.899
    precision_same: int = 49
    precision_ac2: float = 0.834


FIRST_TRIAL = FirstTrial()


@dataclass(frozen=True, slots=True)
class Cut:
    """One commitment as it was suggested or as it is on record."""

    quote: str
    force: Force
    precision: Precision | None


@dataclass(frozen=True, slots=True)
class Differing:
    """A provision of which the suggestion is not what is on record."""

    place: str
    """Of what stands in no declaration the id that its words were suggested for, as `c1`."""
    text: str
    suggested: tuple[Cut, ...]
    recorded: tuple[Cut, ...]
    suggested_force: Force
    recorded_force: Force


@dataclass(frozen=True, slots=True)
class Fit:
    """How well the suggestions for one declaration, for all, or for what stands in none, fit what was coded."""

    declaration: str | None
    boundaries: Boundaries
    but_for_marks: int
    """Stretches that are identical, or would be without the full stop, comma or semicolon at the end."""
    but_for_marks_of: int
    force_of_provisions: Alike
    force_of_units: Alike
    precision_of_units: Alike
    differing: tuple[Differing, ...]


FIRST_UNSEEN = {
    "en": Fit(
        None,
        boundaries=Boundaries(identical=52, union=67, matched=56, first=57, second=62),
        but_for_marks=52,
        but_for_marks_of=67,
        force_of_provisions=Alike(60, 55, 55 / 60, 0.902, 0.946),
        force_of_units=Alike(56, 55, 55 / 56, 0.979, 0.997),
        precision_of_units=Alike(56, 35, 35 / 56, 0.543, 0.843),
        differing=(),
    ),
    "ko": Fit(
        None,
        boundaries=Boundaries(identical=28, union=42, matched=31, first=32, second=38),
        but_for_marks=28,
        but_for_marks_of=42,
        force_of_provisions=Alike(40, 34, 34 / 40, 0.823, 0.831),
        force_of_units=Alike(31, 30, 30 / 31, 0.963, 0.984),
        precision_of_units=Alike(31, 18, 18 / 31, 0.487, 0.801),
        differing=(),
    ),
}
"""What the rules gave on the provisions that nobody who wrote them had seen, by language, before any rule was changed for one of them."""


@dataclass(frozen=True, slots=True)
class FitUnseen:
    """How well the suggestions fit the provisions in one language that were written and coded blind."""

    language: str
    provisions: int
    doubts: int
    """Of how many commitments the coder, or a second reading, wrote down a doubt."""
    first: Fit
    """As it was measured while nobody who wrote the rules had seen them; without what differed."""
    now: Fit

    @property
    def changed(self) -> bool:
        """Whether the rules have come to give something else since."""
        return _counts(self.first) != _counts(self.now)


@dataclass(frozen=True, slots=True)
class OtherSentence:
    """A sentence of others that the rules code otherwise."""

    n: int
    words: str
    suggested: Codes
    coded: Codes
    why: Reason
    """Why it was suggested so: of the force, or of the precision where the force is the same."""


@dataclass(frozen=True, slots=True)
class Others:
    """How well the rules fit the coding of sentences that are not ours."""

    force: Alike
    precision: Alike
    differing: tuple[OtherSentence, ...]


@dataclass(frozen=True, slots=True)
class Measured:
    """All that was measured."""

    declarations: tuple[Fit, ...]
    whole: Fit
    others: Others
    unseen: tuple[FitUnseen, ...]
    pledges: tuple[PledgesFound, ...] = ()


def measured(register: Register) -> Measured:
    """Every declaration on record suggested for as if it were new, and the sentences of others."""
    compared = [(declaration.id, _compared(register, declaration)) for declaration in register.declarations]
    everything = [each for _, found in compared for each in found]
    return Measured(
        declarations=tuple(_fit(id_, found) for id_, found in compared),
        whole=_fit(None, everything),
        others=_others(register),
        unseen=_unseen(register),
        pledges=pledges_measured(register),
    )


@dataclass(frozen=True, slots=True)
class _Compared:
    """One provision, suggested and on record."""

    place: str
    text: str
    ours: tuple[PlacedUnit, ...]
    theirs: tuple[PlacedUnit, ...]
    force: Force
    recorded: Force


def _compared(register: Register, declaration: Declaration) -> list[_Compared]:
    under = leading.of_declaration(declaration)
    context = Context(declaration.language, declaration.adopted, declaration.forum, without=declaration.id, leads=under)
    return [
        _provision(provision, units(provision.local, provision.text, register, context))
        for provision in declaration.provisions
        if provision.strongest is not None
    ]


def _provision(provision: Provision, suggested: SuggestedProvision) -> _Compared:
    theirs = [CodedUnit(quote=each.quote, force=each.force, precision=each.precision) for each in provision.commitments]
    where = f"{provision.declaration}-{provision.local}"
    return _beside(where, provision.text, suggested, theirs, provision.strongest or Force.RECORDS)


def _beside(where: str, text: str, suggested: SuggestedProvision, theirs: Sequence[CodedUnit], force: Force) -> _Compared:
    """What is suggested for a text and what was coded in it."""
    ours = [
        CodedUnit(quote=each.quote, force=each.force.value, precision=each.precision.value) for each in suggested.commitments if each.quote
    ]
    return _Compared(where, text, tuple(place(ours, text)), tuple(place(theirs, text)), suggested.force.value, force)


def _fit(declaration: str | None, compared: Sequence[_Compared]) -> Fit:
    identical = union = bare_identical = bare_union = 0
    codes: list[tuple[CodedUnit, CodedUnit]] = []
    differing: list[Differing] = []
    for each in compared:
        ours, theirs = (Counter(unit.span for unit in units) for units in (each.ours, each.theirs))
        identical += (ours & theirs).total()
        union += (ours | theirs).total()
        bare = [Counter(_bare(unit, each.text) for unit in units) for units in (each.ours, each.theirs)]
        bare_identical += (bare[0] & bare[1]).total()
        bare_union += (bare[0] | bare[1]).total()
        codes += [(one.unit, other.unit) for one, other in match(each.ours, each.theirs)]
        if each.force is not each.recorded or _said(each.ours) != _said(each.theirs):
            differing.append(Differing(each.place, each.text, _cuts(each.ours), _cuts(each.theirs), each.force, each.recorded))
    first, second = sum(len(each.ours) for each in compared), sum(len(each.theirs) for each in compared)
    return Fit(
        declaration=declaration,
        boundaries=Boundaries(identical, union, len(codes), first, second),
        but_for_marks=bare_identical,
        but_for_marks_of=bare_union,
        force_of_provisions=alike([(each.force, each.recorded) for each in compared], FORCES),
        force_of_units=alike([(one.force, other.force) for one, other in codes], FORCES),
        precision_of_units=alike([(one.precision, other.precision) for one, other in codes], PRECISIONS),
        differing=tuple(differing),
    )


def _bare(unit: PlacedUnit, text: str) -> tuple[int, int]:
    """Where a unit stands, without the mark at its end."""
    start, end = unit.span or (0, 0)
    while end > start and text[end - 1] in ".,; ":
        end -= 1
    return start, end


def _said(units: Iterable[PlacedUnit]) -> list[tuple[tuple[int, int] | None, Force, Precision | None]]:
    return [(each.span, each.unit.force, each.unit.precision) for each in units]


def _cuts(units: Iterable[PlacedUnit]) -> tuple[Cut, ...]:
    return tuple(Cut(each.unit.quote, each.unit.force, each.unit.precision) for each in units)


def _others(register: Register) -> Others:
    """Each sentence as one unit: its strongest force, and the most precise of the words that have it."""
    forces: list[tuple[Force, Force]] = []
    precisions: list[tuple[Precision | None, Precision | None]] = []
    differing: list[OtherSentence] = []
    for sentence in trial.sentences():
        suggested = units(sentence.place, sentence.words, register, Context())
        force = suggested.force.value
        firm = [each.precision for each in suggested.commitments if each.force.value is force]
        most = max(firm, key=lambda each: PRECISIONS.index(each.value), default=None)
        precision = most.value if most else None
        forces.append((force, sentence.force))
        if sentence.precision is not None:
            precisions.append((precision, sentence.precision))
        if force is not sentence.force or precision is not sentence.precision:
            why = most.why if most and force is sentence.force else suggested.force.why
            differing.append(OtherSentence(sentence.n, sentence.words, (force, precision), (sentence.force, sentence.precision), why))
    return Others(alike(forces, FORCES), alike(precisions, PRECISIONS), tuple(differing))


def _unseen(register: Register) -> tuple[FitUnseen, ...]:
    """The provisions that were written and coded blind, language by language."""
    written = provisions()
    return tuple(_in_language(register, language, [each for each in written if each.language == language]) for language in FIRST_UNSEEN)


def _in_language(register: Register, language: str, written: Sequence[Unseen]) -> FitUnseen:
    context = Context(language)
    compared = [_beside(each.place, each.text, units(each.place, each.text, register, context), each.units, each.force) for each in written]
    return FitUnseen(language, len(written), sum(each.doubts for each in written), FIRST_UNSEEN[language], _fit(None, compared))


def _counts(fit: Fit) -> tuple[Boundaries, list[tuple[int, int]]]:
    """A fit without its coefficients, which are written down rounded."""
    codes = (fit.force_of_provisions, fit.force_of_units, fit.precision_of_units)
    return fit.boundaries, [(each.n, each.same) for each in codes]
