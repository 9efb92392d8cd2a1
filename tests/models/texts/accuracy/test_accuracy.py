"""How well the suggestions fit: the figures are those of the agreement of coders, and the aims are met."""

from __future__ import annotations

from functools import cache

from models.texts.accuracy import AIMS, Measured, measured
from tests.samples.registers import commitment as coded
from tests.samples.registers import declaration, provision, real, register


@cache
def found() -> Measured:
    return measured(real())


def test_every_commitment_and_provision_on_record_is_compared() -> None:
    whole = found().whole
    assert whole.boundaries.second == len(real().commitment_by_id)
    assert whole.force_of_provisions.n == len(real().provision_by_id)
    assert [fit.declaration for fit in found().declarations] == list(real().declaration_by_id)
    assert sum(fit.boundaries.union for fit in found().declarations) == whole.boundaries.union


def test_the_aims_are_met_on_the_declarations_on_record() -> None:
    whole = found().whole
    assert whole.boundaries.share is not None
    assert whole.force_of_units.ac2 is not None
    assert whole.precision_of_units.ac2 is not None
    assert whole.boundaries.share >= AIMS.boundaries
    assert whole.force_of_units.ac2 >= AIMS.force
    assert whole.precision_of_units.ac2 >= AIMS.precision


def test_the_right_pledge_is_mostly_among_the_first_three() -> None:
    right = found().pledges
    assert [each.declaration for each in right] == list(real().declaration_by_id)
    assert sum(each.found for each in right) / sum(each.mentions for each in right) >= AIMS.pledge


def test_the_aims_are_met_on_sentences_of_others() -> None:
    others = found().others
    assert others.force.n == 85
    assert others.force.ac2 is not None
    assert others.force.ac2 >= AIMS.force
    assert others.precision.ac2 is not None
    assert others.precision.ac2 >= AIMS.precision


def test_what_differs_is_listed_with_both_sides() -> None:
    words = "We promise to open a shelter and publish a map."
    wrong = coded("a", quote="We promise to open a shelter and publish a map.", verb="promise", force="asks", precision="direction")
    made = register(declaration("2017", 7, provision("c1", wrong, text=words)))
    (fit,) = measured(made).declarations
    assert (fit.boundaries.identical, fit.boundaries.union) == (0, 3)
    (differing,) = fit.differing
    assert differing.place == "2017-c1"
    assert [cut.quote for cut in differing.suggested] == ["We promise to open a shelter", "publish a map."]
    assert [cut.quote for cut in differing.recorded] == [words]
