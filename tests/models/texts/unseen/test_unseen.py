"""The provisions that were written and coded blind: they hold by the codebook's table, are never mended, and their first figures stay."""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from dataclasses import replace
from functools import cache

import pytest

from models.records.terms import Force
from models.texts.accuracy import FIRST_UNSEEN, FitUnseen, measured
from models.texts.unseen import Unseen, provisions
from tests.samples.registers import ROOT, register
from widgets.method.agreement import coefficient, percent

AS_WRITTEN = "96a12181"
"""The beginning of the digest of all texts and codings as they were before anything was measured by them."""
BELOW = (Force.RECORDS, Force.STATES)
WRITTEN = provisions()


@cache
def found() -> dict[str, FitUnseen]:
    return {each.language: each for each in measured(register()).unseen}


def written(each: Unseen) -> list[object]:
    units = [[unit.quote, unit.force, unit.precision] for unit in each.units]
    return [each.language, each.place, each.text, each.force, units, list(each.rows)]


def test_nothing_was_mended_since_but_doubts() -> None:
    said = json.dumps([written(each) for each in WRITTEN], ensure_ascii=False)
    assert hashlib.sha256(said.encode()).hexdigest().startswith(AS_WRITTEN)


def test_there_are_a_hundred_and_a_third_of_them_promise_nothing() -> None:
    assert Counter(each.language for each in WRITTEN) == {"en": 60, "ko": 40}
    assert len({each.text for each in WRITTEN}) == 100
    for language in ("en", "ko"):
        forces = [each.force for each in WRITTEN if each.language == language]
        assert 0.3 <= sum(force in BELOW for force in forces) / len(forces) <= 0.4
    assert {each.place for each in WRITTEN} == {"p1", "c1", "a1"}


@pytest.mark.parametrize("each", WRITTEN, ids=lambda each: each.text[:30])
def test_the_units_quote_their_provision_one_after_the_other(each: Unseen) -> None:
    end = 0
    for unit in each.units:
        start = each.text.find(unit.quote, end)
        assert start >= 0, unit.quote
        end = start + len(unit.quote)
    promised = [unit for unit in each.units if unit.force not in BELOW]
    assert len(promised) == len(each.rows)
    assert bool(promised) == (each.force not in BELOW)
    assert len(each.units) - len(promised) == (each.place == "c1" and not promised)


def test_every_precision_is_one_that_its_row_of_the_codebook_allows() -> None:
    page = (ROOT / "docs" / "CODEBOOK.md").read_text(encoding="utf-8")
    allowed = {int(row): re.findall(r"`(\w+)`", cell) for row, cell in re.findall(r"^\| (\d+) \| [^|]+ \| ([^|]+) \|", page, re.MULTILINE)}
    assert len(allowed) == 17
    for each in WRITTEN:
        for unit, row in zip([unit for unit in each.units if unit.precision], each.rows, strict=True):
            assert unit.precision in allowed[row], unit.quote
    assert {row for each in WRITTEN for row in each.rows} == set(allowed)


@pytest.mark.parametrize("language", ["en", "ko"])
def test_all_are_measured_by_language(language: str) -> None:
    fit, here = found()[language], [each for each in WRITTEN if each.language == language]
    assert fit.provisions == fit.now.force_of_provisions.n == fit.first.force_of_provisions.n == len(here)
    assert fit.now.boundaries.second == fit.first.boundaries.second == sum(len(each.units) for each in here)
    assert {each.text for each in fit.now.differing} <= {each.text for each in here}
    assert fit.doubts == sum(each.doubts for each in here) > 0


@pytest.mark.parametrize("language", ["en", "ko"])
def test_a_rule_that_has_changed_since_is_told(language: str) -> None:
    fit = found()[language]
    same = replace(fit, first=replace(fit.now, force_of_units=replace(fit.now.force_of_units, ac2=None)))
    fewer = replace(fit.now.boundaries, identical=fit.now.boundaries.identical - 1)
    assert not same.changed
    assert replace(same, first=replace(fit.now, boundaries=fewer)).changed


@pytest.mark.parametrize(("language", "name"), [("en", "English"), ("ko", "Korean")])
def test_the_page_of_the_trials_has_the_first_figures(language: str, name: str) -> None:
    page, fit = (ROOT / "docs" / "codebook-check.md").read_text(encoding="utf-8"), FIRST_UNSEEN[language]
    cut = fit.boundaries
    assert f"| {name}, boundaries | {cut.union} | {cut.identical} ({percent(cut.identical, cut.union)} %) | – |" in page
    for what, alike in (
        ("force of provisions", fit.force_of_provisions),
        ("force of units", fit.force_of_units),
        ("precision of units", fit.precision_of_units),
    ):
        share = percent(alike.same, alike.n)
        assert f"| {name}, {what} | {alike.n} | {alike.same} ({share} %) | {coefficient(alike.ac2)} |" in page
