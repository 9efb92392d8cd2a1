"""The Brief as facts: what can be briefed on."""

from __future__ import annotations

from models.brief.facts import subject
from models.records.terms import BodyKind
from models.records.vocabulary import Body, Theme
from tests.samples import registers as made
from tests.samples.registers import real

LANGUAGES = ["en", "ko"]
EVERYTHING = 1000
GWANGJU = Body(id="gwangju", name=made.both("Gwangju"), kind=BodyKind.CITY)
INSTITUTIONS = Theme(id="institutions", name=made.both("Institutions"), definition=made.both("Offices."))


def test_an_unknown_address_is_no_subject() -> None:
    assert subject(real(), "city:atlantis") is None
    assert subject(real(), "") is None
