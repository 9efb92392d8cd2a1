"""The parts of a new text as somebody goes through them: changed by hand, undone, and by two at once."""

from __future__ import annotations

import threading
import time
from pathlib import Path

import pytest
import streamlit as st

from models.keeping import store as storing
from models.keeping.store import Unkept
from models.keeping.works import Works, works
from models.texts.parts import Kind
from models.writing.works import reshaping
from tests.pages.opening import checked, markup, words
from tests.pages.test_follow_through import labelled
from tests.widgets.new_text.opening import KIM, at_part, begun, click, id_of, kept, run, typed, writable
from widgets.new_text import held, steps


@pytest.fixture(autouse=True)
def records(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    return writable(tmp_path, monkeypatch)


def texts(id_: str) -> list[str]:
    return [part.text for part in kept(id_).parts]


def test_the_parts_stand_with_their_places_beside_what_must_be_looked_at() -> None:
    at = begun()
    said = words(at)
    assert "¶ 1" in said
    assert "Recall the flood of last year." in said
    assert "A number is missing" in said
    assert "href='#part-5'" in markup(at), "the sentence leads to its place"
    assert "Taken away: 0" in said or "Nothing was taken away" in said


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_a_part_is_split_where_a_sentence_begins_and_that_is_undone(lang: str) -> None:
    at = begun(lang=lang)
    id_, before = id_of(at), texts(id_of(at))
    click(at_part(at, 3), "part-split-0")
    assert texts(id_)[2:4] == ["Recall the flood of last year.", "We thank those who opened their doors."]
    assert kept(id_).places == ["p1", "p2", "p3", "p4"]
    click(at, "undo")
    assert texts(id_) == before
    assert at.button(key="undo").disabled


def test_a_part_is_split_before_any_words_that_stand_there_once() -> None:
    at = at_part(begun(), 4)
    typed(at, "Or split before these words, or before any letter of them", "o")
    assert "more than once" in words(at)
    typed(at, "Or split before these words, or before any letter of them", "a bridge")
    assert "does not stand in this part" in words(at)
    typed(at, "Or split before these words, or before any letter of them", "keep the bridges")
    assert texts(id_of(at))[3:5] == ["Ask all towns to", "keep the bridges open."]


def test_parts_are_merged_moved_retyped_renumbered_and_reworded() -> None:
    at = at_part(begun(), 3)
    id_ = id_of(at)
    click(at, "part-merge")
    assert texts(id_)[2].endswith("2. Ask all towns to keep the bridges open.")
    click(at, "part-down")
    assert texts(id_)[2] == "Hope for a quiet winter."
    assert at.query_params["part"] == "4", "the part that was moved stays open"
    typed(at, "Number as printed", "3")
    typed(at, "Its words", "Recall the flood.")
    assert (kept(id_).parts[3].number, kept(id_).parts[3].text, kept(id_).parts[3].by_hand) == ("3", "Recall the flood.", True)
    checked(labelled(at.selectbox, "What it is").select(Kind.HEADING).run())
    assert kept(id_).parts[3].kind is Kind.HEADING
    assert "words changed by hand" in words(at)


def test_what_was_taken_away_by_hand_is_listed_and_put_back_with_a_click() -> None:
    at = begun()
    id_, before = id_of(at), texts(id_of(at))
    typed(at_part(at, 3), "The words, as they stand in it", "We thank those who opened their doors.")
    assert texts(id_)[2] == "Recall the flood of last year."
    at.query_params["out"] = "by-hand"
    checked(at.run())
    assert "We thank those who opened their doors." in words(at)
    click(at, next(str(button.key) for button in at.button if str(button.key).startswith("back-")))
    assert texts(id_) == before
    click(at_part(at, 4), "part-take_away")
    assert kept(id_).places == ["p1", "p2"]
    assert "part" not in at.query_params


def test_once_the_parts_are_right_they_stay_until_that_is_taken_back() -> None:
    at = click(begun(), "parts-right")
    assert kept(id_of(at)).parted
    assert not [button for button in at_part(at, 3).button if str(button.key).startswith("part-")]
    click(at, "parts-not-right")
    assert not kept(id_of(at)).parted
    click(at_part(at, 3), "part-merge")
    assert len(kept(id_of(at)).places) == 2


def test_emptying_the_caches_and_starting_again_loses_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    at = click(at_part(begun(), 3), "part-merge")
    st.cache_resource.clear()
    monkeypatch.setattr(storing, "_STORES", {})  # what a new process knows
    assert "Recall the flood of last year. We thank those who opened their doors. 2. Ask all towns" in words(run(text=id_of(at)))
    click(at, "undo")
    assert len(kept(id_of(at)).places) == 3


def test_the_second_person_sees_the_change_or_chooses_between_the_two() -> None:
    one = begun()
    id_ = id_of(one)
    two = run(text=id_)
    click(at_part(one, 3), "part-merge")
    assert "2. Ask all towns" in words(checked(two.run())), "nothing is unkept there, so it goes on with what is kept"
    assert "that change is in it now" in words(two)
    at_part(two, 4), typed(at_part(one, 4), "Its words", "Hope for a long summer.")
    typed(two, "Its words", "Hope for a mild winter.")
    assert "was changed elsewhere" in words(two)
    assert "Hope for a long summer." in words(two), "what the other version says is shown to choose by"
    assert texts(id_)[3] == "Hope for a long summer.", "nothing is overwritten unseen"
    click(two, "keep-mine")
    assert texts(id_)[3] == "Hope for a mild winter."
    typed(one, "Its words", "Hope for nothing.")
    click(one, "take-up-other")
    assert texts(id_)[3] == "Hope for a mild winter."
    assert "changed elsewhere" not in words(one)


def test_two_people_at_once_lose_nothing_where_their_changes_go_together() -> None:
    one = begun()
    id_ = id_of(one)
    two = run(text=id_, step="facts")
    click(at_part(one, 3), "part-merge")
    typed(two, "Who publishes it", "The Secretariat")
    assert "that change is in it now" in words(two)
    assert not [button for button in two.button if button.key == "keep-mine"]
    assert (len(kept(id_).places), kept(id_).facts.publisher) == (2, "The Secretariat")


def test_a_second_click_while_the_first_is_still_being_kept_changes_nothing_more(monkeypatch: pytest.MonkeyPatch) -> None:
    """Streamlit answers a second event at once by a run of its own, while the run of the first goes on."""
    id_ = id_of(begun())
    found = works().find(id_, KIM)
    assert found is not None
    here, keep, began = held.Held(id_, KIM, found.work, found.revision, found.work), Works.keep, threading.Event()

    def slow(*args: object) -> int:
        began.set()
        time.sleep(0.1)
        return keep(*args)  # type: ignore[arg-type]

    monkeypatch.setattr(Works, "keep", slow)
    drawn = held.shape(here.work)
    clicks = [threading.Thread(target=held.reshape, args=(here, lambda work: reshaping.merged(work, 2), drawn)) for _ in range(2)]
    clicks[0].start()
    began.wait()
    clicks[1].start()
    for each in clicks:
        each.join()
    assert len(here.work.places) == len(kept(id_).places) == 2
    assert here.other is None


def test_a_footnote_whose_words_the_copy_does_not_have_is_added_with_the_reason() -> None:
    at = at_part(begun(), 4)
    click(at, "part-add-footnote")
    assert "A footnote needs its mark" in words(at)
    labelled(at.text_input, "Its mark as printed").input("2")
    labelled(at.text_input, "The words before its mark").input("bridges")
    click(at, "part-add-footnote")
    note = kept(id_of(at)).parts[4]
    assert (note.kind, note.number, note.hangs_on, note.after) == (Kind.FOOTNOTE, "2", 3, "bridges")
    typed(at, "Why its words are missing from the copy, in English", "The page was cut off.")
    assert kept(id_of(at)).parts[4].note_en == "The page was cut off."
    click(at, "part-up")
    assert kept(id_of(at)).parts[3].hangs_on == 4, "it hangs where what it hangs on stands by now"


def test_what_cannot_be_kept_stays_on_the_page_and_is_kept_as_soon_as_it_can_be(monkeypatch: pytest.MonkeyPatch) -> None:
    at = at_part(begun(), 4)
    id_ = id_of(at)

    def closed(*_: object) -> Works:
        raise Unkept("closed", "no folder")

    with monkeypatch.context() as broken:
        for module in (held, steps):
            broken.setattr(module, "works", closed)
        typed(at, "Its words", "Ask all towns to build a bridge.")
        assert "is not being kept on the server: its folder or database cannot be written to" in words(at)
        assert "cannot be looked up now" in words(at)
        checked(run(text=id_))
        checked(at.run())
    assert texts(id_)[3] == "Ask all towns to keep the bridges open."
    assert "is not being kept" not in words(checked(at.run()))
    assert texts(id_)[3] == "Ask all towns to build a bridge."
