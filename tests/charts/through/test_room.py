"""A pledge through time, where there is little room: from top to bottom, with the same words, silences and gaps."""

from __future__ import annotations

import pytest

from charts.room import RIGHT, TABLET
from charts.theme import ON_PAGE
from charts.through import across, down, told
from models.register.frames import recurrence, through
from tests.charts.faults import faults
from tests.samples.registers import LATEST, real, say


@pytest.mark.parametrize("lang", ["en", "ko"])
@pytest.mark.parametrize("right", [RIGHT, TABLET])
def test_every_pledge_has_its_words_silences_and_gaps(lang: str, right: float) -> None:
    records = real()
    for pledge in records.pledges:
        steps = through.steps(records, pledge, LATEST, lang)
        here = told.tell(steps, pledge.title[lang], recurrence.forums(records, LATEST), LATEST, say(lang))
        drawing = down.draw(here, ON_PAGE, right)
        assert faults(drawing, 12) == [], pledge.id
        assert {target.id for target in drawing.targets} == {target.id for target in across.draw(here, ON_PAGE).targets}
        written = [text.words for text in drawing.texts]
        for declaration, said in here.said.items():
            assert declaration in written
            if isinstance(said, told.Silence):
                assert said.words in written, pledge.id
            else:
                verbs = [run.words for text in drawing.texts for run in text.runs if run.weight == 700]
                assert not said.quote.verb or said.quote.verb.split()[0] in " ".join(verbs), f"{pledge.id} {declaration}"
        assert sum(len(column.whys) for column in here.columns) == len(drawing.hatches)


def test_solid_joins_only_neighbouring_forums() -> None:
    records = real()
    pledge = records.pledge_by_id["human-rights-in-local-practice"]
    steps = through.steps(records, pledge, LATEST, "en")
    here = told.tell(steps, pledge.title["en"], recurrence.forums(records, LATEST), LATEST, say("en"))
    links = [line for line in down.draw(here, ON_PAGE).lines if line.width == 3.5]
    assert [bool(line.dash) for line in links] == [True, True, True, False]
