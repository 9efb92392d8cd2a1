"""The five declarations as they were found, read from end to end: exactly the provisions, headings, epigraphs and footnotes on record."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from models.texts.cleaning.cleaned import cleaned
from models.texts.files.kinds import source
from models.texts.parting.parted import parted
from models.texts.parts import Caution, Kind, Reading
from tests.models.texts.parting.test_every_character import placed
from tests.samples.registers import ROOT, real

YEARS = ("2011", "2017", "2020", "2023", "2024")
TEXTS = ROOT / "tests" / "cases" / "texts"


@cache
def read(year: str) -> Reading:
    path: Path = TEXTS / f"{year}.txt"
    name = f"{year}.md" if year == "2011" else path.name
    return parted(cleaned(source(path.read_bytes(), name)))


@pytest.mark.parametrize("year", YEARS)
def test_they_are_parted_into_the_provisions_on_record(year: str) -> None:
    declaration = next(each for each in real().declarations if each.id == year)
    assert [(part.place, part.text) for part in read(year).provisions] == [
        (provision.local, provision.text) for provision in declaration.provisions
    ]
    numbered = [part for part in read(year).provisions if part.place not in ("intro", "close")]
    assert [f"{part.kind}{part.number}" for part in numbered] == [part.place for part in numbered]
    assert read(year).language == "en"


@pytest.mark.parametrize("year", YEARS)
def test_their_titles_epigraphs_and_headings_are_those_on_record(year: str) -> None:
    declaration = next(each for each in real().declarations if each.id == year)
    parts = read(year).parts
    assert [part.text for part in parts if part.kind is Kind.TITLE] == [declaration.title["en"]]
    assert [part.text for part in parts if part.kind is Kind.EPIGRAPH] == declaration.epigraphs
    places = [next((part.place for part in parts[at:] if part.place), None) for at in range(len(parts))]
    headings = [(f"{year}-{place}", part.text) for part, place in zip(parts, places, strict=True) if part.kind is Kind.HEADING]
    assert headings == [
        (heading.before if heading.before[0] == "2" else f"{year}-{heading.before}", heading.text) for heading in declaration.headings
    ]


@pytest.mark.parametrize("year", YEARS)
def test_their_footnotes_hang_on_the_words_on_record(year: str) -> None:
    declaration = next(each for each in real().declarations if each.id == year)
    parts = read(year).parts
    found = []
    for part in parts:
        if part.kind is Kind.FOOTNOTE:
            assert part.hangs_on is not None
            on = parts[part.hangs_on]
            place = on.place or str(on.kind)
            found.append((part.number, place, part.text or None))
            note = next(each for each in declaration.footnotes if each.mark == part.number)
            assert part.after
            assert note.after.endswith(part.after) or part.after.endswith(note.after)
    assert found == [(note.mark, note.at.removeprefix(f"{year}-"), note.text) for note in declaration.footnotes]


@pytest.mark.parametrize("year", YEARS)
def test_no_character_of_them_is_lost_and_little_is_said(year: str) -> None:
    reading = read(year)
    found = placed(reading)
    text = reading.source.text
    assert {at for at, sign in enumerate(text) if not sign.isspace()} <= set(found)
    assert all(times == 1 for at, times in found.items() if not text[at].isspace())
    said = [warning.caution for warning in reading.warnings]
    # The second footnote of 2011 has no words in the copy.
    assert said == [Caution.RESTART, *([Caution.FOOTNOTE] if year == "2011" else [])]
