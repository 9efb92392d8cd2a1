"""Sentences of our own of every build, coded by the codebook: they come out as they were coded."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from models.reading.documents import read
from models.texts.suggesting.units import units
from models.texts.suggestions import Context
from tests.samples.registers import real

SENTENCES = Path(__file__).with_name("sentences.yaml")
NINTH, SEVENTEENTH = Context("en", dt.date(2019, 5, 17), 9), Context("en", dt.date(2027, 5, 17), 17)


def came_out(place: str, words: str) -> str:
    """The commitments as the file writes them: `undertakes/checkable,undertakes/dated`, or the force of a provision that has none."""
    found = units(place, words, real(), NINTH if "in 2020" in words else SEVENTEENTH)
    codes = [f"{each.force.value.value}/{each.precision.value.value if each.precision.value else '-'}" for each in found.commitments]
    return ",".join(codes) or found.force.value.value


def test_sentences_of_every_build_come_out_as_coded() -> None:
    sentences = read(SENTENCES, SENTENCES.name).data
    assert len(sentences) > 150
    wrong = [
        (each["words"], each["codes"], said) for each in sentences if (said := came_out(each["place"], each["words"])) != each["codes"]
    ]
    assert wrong == []
