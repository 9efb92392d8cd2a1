"""The door of suggesting: one suggestion for each provision, and none in a third language."""

from __future__ import annotations

import sys
from types import ModuleType

import pytest

from models.texts.suggestions import Context
from tests.samples.registers import real


@pytest.fixture(autouse=True)
def _threads(monkeypatch: pytest.MonkeyPatch) -> None:
    """The threads of the records are tested for themselves; here they change nothing."""
    threads = ModuleType("models.texts.suggesting.threads")
    threads.with_threads = lambda suggested, register, context: suggested  # type: ignore[attr-defined]
    import models.texts.suggesting as room

    monkeypatch.setitem(sys.modules, "models.texts.suggesting.threads", threads)
    monkeypatch.setattr(room, "threads", threads, raising=False)
    monkeypatch.delitem(sys.modules, "models.texts.suggesting.suggested", raising=False)


def test_each_provision_has_its_suggestion_in_its_place() -> None:
    from models.texts.suggesting.suggested import suggested

    found = suggested([("p1", "We thank all."), ("c1", "우리는 상담소를 설치하기로 한다.")], real(), Context(None))
    assert [(each.place, len(each.commitments)) for each in found] == [("p1", 0), ("c1", 1)]


def test_nothing_is_suggested_in_a_third_language() -> None:
    from models.texts.suggesting.suggested import suggested

    assert suggested([("p1", "Nous appelons tous les maires.")], real(), Context("fr")) == []
