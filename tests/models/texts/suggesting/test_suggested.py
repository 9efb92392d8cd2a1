"""The door of suggesting: one suggestion for each provision, none in a third language, and an end to what one text can ask for."""

from __future__ import annotations

import pytest

from models.texts.suggesting import suggested as suggesting
from models.texts.suggestions import Context
from tests.samples.registers import real, say


def test_each_provision_has_its_suggestion_in_its_place() -> None:
    found = suggesting.suggested([("p1", "We thank all."), ("c1", "우리는 상담소를 설치하기로 한다.")], real(), Context(None))
    assert [(each.place, len(each.commitments)) for each in found] == [("p1", 0), ("c1", 1)]


def test_nothing_is_suggested_in_a_third_language() -> None:
    assert suggesting.suggested([("p1", "Nous appelons tous les maires.")], real(), Context("fr")) == []


def test_a_text_of_more_commitments_than_any_has_is_not_read_to_its_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(suggesting, "MOST", 2)
    found = suggesting.suggested([(f"c{number}", "We will meet.") for number in (1, 2, 3)], real(), Context())
    assert [len(each.commitments) for each in found] == [1, 1, 0]
    assert found[2].force.why.rule == "too-many"
    assert "more than 2 commitments" in say("en")("texts.because_too-many", **found[2].force.why.words)
