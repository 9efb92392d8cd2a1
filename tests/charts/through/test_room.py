"""A pledge through time, where there is little room: from top to bottom, with the same words, silences and gaps."""

from __future__ import annotations

import pandas as pd
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
        assert sum(len(column.whys) for column in here.columns) + 1 == len(drawing.hatches), "and one more says what the dots mean"
        assert here.announced in written
        assert all(word in [text.words for text in across.draw(here, ON_PAGE).texts] for word in [here.announced] if lang == "en")


def test_solid_joins_only_neighbouring_forums() -> None:
    records = real()
    pledge = records.pledge_by_id["human-rights-in-local-practice"]
    steps = through.steps(records, pledge, LATEST, "en")
    here = told.tell(steps, pledge.title["en"], recurrence.forums(records, LATEST), LATEST, say("en"))
    links = [line for line in down.draw(here, ON_PAGE).lines if line.width == 3.5]
    assert [bool(line.dash) for line in links] == [True, True, True, False]


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_declarations_without_room_are_counted_in_words(lang: str) -> None:
    forums = pd.DataFrame(
        [{"forum": n, "year": 2010 + n, "declaration": str(2010 + n), "held": "held", "text": "on-record"} for n in range(1, 61)]
    )
    steps = through.steps(real(), real().pledge_by_id["human-rights-education"], LATEST, lang)
    here = told.tell(steps, "Human rights education", forums, LATEST, say(lang))
    drawing = across.draw(here, ON_PAGE)
    left_out = 60 - sum(text.size == 21 for text in drawing.texts)
    assert say(lang).count("chart.earlier", left_out) in [text.words for text in drawing.texts]
    assert faults(drawing, 16) == []
    assert faults(down.draw(here, ON_PAGE, RIGHT), 12) == []
