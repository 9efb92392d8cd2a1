"""The search on any register: its facets, other days, no records, every kind of text, and whatever is typed."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from models.loading import load
from models.records.texts import Commitment
from models.search.entries import Kind
from models.search.facets import NONE, Facet, fits, without
from models.search.index import Index, index
from tests.models.search.test_search import LABELS, REAL, REGISTER, ids
from tests.samples import registers

# facets ------------------------------------------------------------------------------------------------------------


def test_counts_are_what_each_choice_would_leave() -> None:
    entries = [entry for entry in REAL.entries if entry.kind is Kind.COMMITMENT]
    chosen = {Facet.LEDGER: ["promises"], Facet.THEME: ["poverty", "networks"]}
    among = REAL.facets.mask(range(len(entries)))
    counted = REAL.facets.counts(among, chosen)
    for facet in Facet:
        for value in REAL.facets.values(facet):
            by_hand = sum(fits(entry.under, {**without(chosen, facet), facet: [value]}) for entry in entries)
            assert counted[facet][value] == by_hand, (facet, value)
    assert int(REAL.facets.fitting(chosen).sum()) == sum(fits(entry.under, chosen) for entry in entries)


def test_every_commitment_has_a_value_in_every_facet() -> None:
    for entry in REAL.entries:
        if entry.kind is Kind.COMMITMENT:
            assert all(entry.under[0][facet] for facet in Facet)
    assert NONE in REAL.facets.values(Facet.DUE)


def test_an_unknown_choice_fits_nothing() -> None:
    assert not REAL.facets.fitting({Facet.THEME: ["no-such-theme"]}).any()


# days and other records --------------------------------------------------------------------------------------------


def test_what_came_later_is_not_found() -> None:
    day = dt.date(2018, 1, 1)
    then = index(REGISTER.as_of(day), day, LABELS)
    assert {entry.id[:4] for entry in then.entries if entry.kind is Kind.COMMITMENT} == {"2011", "2017"}
    notes = {note.id: note for note in REGISTER.notes}
    assert all(notes[entry.id].as_of <= day for entry in then.entries if entry.kind is Kind.NOTE)
    for entry in then.entries:
        if entry.kind is Kind.EVIDENCE:
            source = REGISTER.evidence_by_id[entry.id]
            assert source.published is None or source.published.first <= day


def test_an_empty_register_can_be_searched() -> None:
    nothing = Index(())
    assert not nothing.search("education").hits
    assert not nothing.search("").hits


def test_every_kind_of_text_is_found(tmp_path: Path) -> None:
    found = index(load(registers.folder(tmp_path), registers.TODAY).register, registers.TODAY, LABELS)
    assert "2023-p1" in [hit.entry.id for hit in found.search("offices opened").of(Kind.PARAGRAPH)]
    assert found.search("").of(Kind.COMMITMENT)[0].entry.id.startswith("2024")


@pytest.mark.parametrize(
    "asked",
    [
        '"',
        "AND OR NOT",
        "NEAR(a b)",
        "words:x",
        "*",
        "a" * 3000,
        "'; DROP TABLE found; --",
        "^x",
        "인",
        "ㅋㅋㅋ",
        "(((",
        "\x00\x02",
        "1" * 500,
    ],
)
def test_nothing_that_is_typed_is_read_as_a_command(asked: str) -> None:
    REAL.search(asked)
    assert ids("education")


def test_every_commitment_finds_itself() -> None:
    """Searching for a summary in either language brings its commitment up among the first three."""
    for commitment in REGISTER.commitment_by_id.values():
        for asked in (commitment.summary.en, commitment.summary.ko):
            assert commitment.id in ids(asked, most=3), asked


def test_the_commitments_of_the_index_are_those_of_the_register() -> None:
    found: list[Commitment] = [REGISTER.commitment_by_id[hit.entry.id] for hit in REAL.search("").of(Kind.COMMITMENT)]
    assert len(found) == len(REGISTER.commitment_by_id)
