"""Unsaved writing is kept for its owner alone, and within limits."""

from __future__ import annotations

import pytest

from models.writing.drafts import Draft
from widgets.follow_through import draft_store
from widgets.follow_through.draft_store import DraftStore

EDITORS = {"kim@example.org"}


def test_a_draft_is_given_back_to_its_owner_alone() -> None:
    store, id_ = DraftStore(), draft_store.new_id()
    store.keep(id_, "sign-in:kim", Draft("2024-c2a", {"reason_en": "<b>words</b>"}))
    kept = store.find(id_, "sign-in:kim")
    assert kept
    assert kept.draft == Draft("2024-c2a", {"reason_en": "<b>words</b>"})
    assert store.find(id_, "sign-in:lee") is None
    store.keep(id_, "sign-in:lee", Draft("2024-c2a", {"reason_en": "mine now"}))
    store.drop(id_, "sign-in:lee")
    assert store.find(id_, "sign-in:kim") == kept
    store.drop(id_, "sign-in:kim")
    assert store.of("sign-in:kim") == []


def test_drafts_are_limited_in_number_size_and_age(monkeypatch: pytest.MonkeyPatch) -> None:
    store, ids = DraftStore(), [draft_store.new_id() for _ in range(4)]
    monkeypatch.setattr(draft_store, "MOST", 3)
    for id_ in ids:
        store.keep(id_, "kim", Draft("2024-c2a"))
    assert [kept.id for kept in store.of("kim")] == ids[:0:-1]
    store.keep(draft_store.new_id(), "kim", Draft("2024-c2a", {"reason_en": "x" * draft_store.MOST_LETTERS}))
    store.keep("short", "kim", Draft("2024-c2a"))
    store.keep("../" * 8, "kim", Draft("2024-c2a"))
    assert len(store.of("kim")) == 3
    monkeypatch.setattr(draft_store, "AGE", -1)
    assert store.find(ids[3], "kim") is None
    assert store.of("kim") == []
