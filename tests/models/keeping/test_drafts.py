"""Unsaved writing is kept for its owner alone, within limits, and nobody's words are overwritten unseen."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from models.keeping import drafts as keeping
from models.keeping.drafts import Overtaken, State, drafts, new_id
from models.keeping.store import Unkept
from models.writing.drafts import Draft

KIM, LEE = "sign-in:kim", "sign-in:lee"


def words(said: str) -> Draft:
    return Draft("2024-c2a", {"reason_en": said})


def overtaken(what: Callable[[], object]) -> Overtaken:
    with pytest.raises(Overtaken) as told:
        what()
    return told.value


def test_a_draft_is_given_back_to_its_owner_alone(kept_in: str) -> None:
    id_ = new_id()
    drafts().keep(id_, KIM, words("<b>words</b>"), 0)
    kept = drafts().find(id_, KIM)
    assert kept
    assert (kept.draft, kept.revision, kept.state) == (words("<b>words</b>"), 1, State.OPEN)
    assert drafts().find(id_, LEE) is None
    assert drafts().of(LEE) == []


def test_a_draft_that_somebody_else_holds_is_left_alone_and_not_shown(kept_in: str) -> None:
    id_ = new_id()
    drafts().keep(id_, KIM, words("Kim's"), 0)
    for seen in (0, 1, 2):
        assert overtaken(lambda seen=seen: drafts().keep(id_, LEE, words("mine now"), seen)).now is None  # type: ignore[misc]
        assert overtaken(lambda seen=seen: drafts().discard(id_, LEE, seen)).now is None  # type: ignore[misc]
        assert overtaken(lambda seen=seen: drafts().begin_saving(id_, LEE, seen)).now is None  # type: ignore[misc]
    kept = drafts().find(id_, KIM)
    assert kept
    assert (kept.draft, kept.revision) == (words("Kim's"), 1)


def test_the_window_that_has_not_seen_the_last_words_is_told_and_overwrites_nothing(kept_in: str) -> None:
    id_ = new_id()
    seen = drafts().keep(id_, KIM, words("one"), 0)
    assert drafts().keep(id_, KIM, words("two"), seen) == 2
    told = overtaken(lambda: drafts().keep(id_, KIM, words("other two"), seen))
    assert told.now
    assert (told.now.draft, told.now.revision) == (words("two"), 2)
    assert overtaken(lambda: drafts().discard(id_, KIM, seen)).now == told.now
    assert drafts().keep(id_, KIM, words("two"), seen) == 2, "the very same words contradict nobody"
    assert drafts().keep(id_, KIM, words("three"), 2) == 3


@pytest.mark.parametrize("state", [State.SAVED, State.DISCARDED])
def test_a_window_learns_that_its_draft_was_saved_or_discarded_elsewhere(kept_in: str, state: State) -> None:
    id_ = new_id()
    drafts().keep(id_, KIM, words("one"), 0)
    if state is State.SAVED:
        drafts().saved(id_, KIM, drafts().begin_saving(id_, KIM, 1))
    else:
        drafts().discard(id_, KIM, 1)
    for seen in (0, 1, 2, 3):
        told = overtaken(lambda seen=seen: drafts().keep(id_, KIM, words("one more"), seen))  # type: ignore[misc]
        assert told.now
        assert (told.now.state, told.now.text) == (state, "")
    assert drafts().of(KIM) == []
    own = new_id()
    drafts().keep(own, KIM, words("one more"), 0)
    assert [kept.id for kept in drafts().of(KIM)] == [own]


def test_of_two_who_save_the_same_draft_one_does(kept_in: str, monkeypatch: pytest.MonkeyPatch) -> None:
    id_ = new_id()
    drafts().keep(id_, KIM, words("one"), 0)
    taken = drafts().begin_saving(id_, KIM, 1)
    for seen in (1, taken):
        assert overtaken(lambda seen=seen: drafts().begin_saving(id_, KIM, seen)).now  # type: ignore[misc]
    assert drafts().of(KIM) == [], "what is being saved is not offered"
    assert drafts().not_saved(id_, KIM, taken) == 3
    assert [kept.text for kept in drafts().of(KIM)] == [words("one").as_text()], "the disk was full: it is open again"
    taken = drafts().begin_saving(id_, KIM, 3)
    monkeypatch.setattr(keeping, "SAVING", -1)
    assert [kept.revision for kept in drafts().of(KIM)] == [taken], "whoever saved it died over it"
    assert drafts().keep(id_, KIM, words("two"), taken) == taken + 1


def test_a_draft_that_was_never_kept_can_be_saved(kept_in: str) -> None:
    assert drafts().begin_saving(new_id(), KIM, 0) == 0


def test_drafts_are_limited_in_number_size_and_age(kept_in: str, monkeypatch: pytest.MonkeyPatch) -> None:
    ids = [new_id() for _ in range(5)]
    monkeypatch.setattr(keeping, "MOST", 3)
    drafts().keep(ids[0], KIM, words("x"), 0)
    drafts().discard(ids[0], KIM, 1)
    for id_ in ids[1:4]:
        drafts().keep(id_, KIM, words("x"), 0)
    assert [kept.id for kept in drafts().of(KIM)] == [ids[3], ids[2], ids[1]]
    assert drafts().find(ids[0], KIM) is None, "an id without words goes first"
    drafts().keep(ids[4], KIM, words("x"), 0)
    assert [kept.id for kept in drafts().of(KIM)] == [ids[4], ids[3], ids[2]]
    assert drafts().keep(ids[1], KIM, words("still open in a window"), 1) == 2
    with pytest.raises(Unkept) as told:
        drafts().keep(new_id(), KIM, words("x" * keeping.MOST_LETTERS), 0)
    assert told.value.why == "large"
    for bad in ("short", "../" * 8, "x" * 41):
        with pytest.raises(ValueError, match="no id"):
            drafts().keep(bad, KIM, words("x"), 0)
    monkeypatch.setattr(keeping, "AGE", -1)
    assert drafts().find(ids[4], KIM) is None
    assert drafts().of(KIM) == []
    drafts().keep(new_id(), KIM, words("x"), 0)
    monkeypatch.setattr(keeping, "AGE", time.time())
    assert drafts().of(KIM) == [], "what is too old goes when a new one comes"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
@given(said=some.text(max_size=200), owner=some.text(min_size=1, max_size=20).filter(lambda name: "\x00" not in name))
def test_every_word_comes_back_as_it_was_typed(kept_in: str, said: str, owner: str) -> None:
    id_ = new_id()
    drafts().keep(id_, owner, words(said), 0)
    kept = drafts().find(id_, owner)
    assert kept
    assert kept.draft == words(said)
