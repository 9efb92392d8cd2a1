"""Where the commitments stand, where there is little room: the same counts on one scale."""

from __future__ import annotations

import pytest

from charts.room import Room
from charts.standing import bars, told
from charts.theme import ON_PAGE
from models.register.frames import standing as frames
from tests.charts.faults import faults
from tests.samples.registers import LATEST, real, say


@pytest.mark.parametrize("lang", ["en", "ko"])
@pytest.mark.parametrize(("variant", "least"), [("tablet", 16), ("phone", 12)])
def test_every_count_is_there_and_one_commitment_is_as_long_in_every_ledger(lang: str, variant: Room, least: float) -> None:
    here = told.tell(frames.ledgers(real(), LATEST), LATEST, say(lang))
    drawing = bars.draw(here, ON_PAGE, variant)
    assert faults(drawing, least) == []
    assert {target.id: target.hover for target in drawing.targets} == {
        target.id: target.hover for target in bars.draw(here, ON_PAGE).targets
    }
    units = set()
    for bar in here.bars:
        for segment in bar.segments:
            (place,) = [target for target in drawing.targets if target.id == f"{bar.ledger}|{segment.standing}"]
            units.add(round((place.w + bars.GAP) / segment.count, 3))
            assert str(segment.count) in [text.words for text in drawing.texts]
    assert len(units) == 1
