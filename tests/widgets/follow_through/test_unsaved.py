"""Unsaved writing as the app keeps it: in two windows, after a restart, and where it cannot be kept."""

from __future__ import annotations

import threading
import time
from functools import partial
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from models.keeping import drafts as keeping
from models.keeping import store as storing
from models.keeping.drafts import drafts
from models.writing.drafts import Draft
from tests.pages.opening import checked, opened, words
from tests.pages.test_follow_through import files, labelled, parameter, write
from tests.samples.connections import AT_THE_MACHINE
from tests.samples.registers import folder
from widgets.follow_through import access, unsaved
from widgets.parts import address
from widgets.parts.view import today

run = partial(opened, "follow_through")
REASON = "Reason, in English"
NOTE = f"notes/2024-c1a/{today().isoformat()}.yaml"


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.xdist_group("postgresql"))])
def records(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Small records that may be written to, over each store."""
    root = folder(tmp_path)
    for name, value in {"RECORDS": root, "STATE": tmp_path / "state", "CURATE": 1, "CURATOR": "Kim Minji"}.items():
        monkeypatch.setenv(f"REGISTER_{name}", str(value))
    monkeypatch.setattr(access, "circumstances", lambda: AT_THE_MACHINE)
    if request.param == "postgresql":
        monkeypatch.setenv("REGISTER_STORE", request.getfixturevalue("postgresql").database())
    return root


def typed(at: AppTest, said: str) -> AppTest:
    return checked(labelled(at.text_area, REASON).input(said).run())


def reason(at: AppTest) -> str:
    return str(labelled(at.text_area, REASON).value)


def two_windows(said: str = "First words.") -> tuple[AppTest, AppTest, str]:
    one = typed(write(run(note="2024-c1a")), said)
    draft = parameter(one, "draft")
    two = run(note="2024-c1a", draft=draft)
    assert reason(two) == said
    return one, two, draft


def test_the_second_window_is_told_and_takes_up_the_other_version(records: Path) -> None:
    one, two, draft = two_windows()
    typed(one, "Words of the first window.")
    typed(two, "Words of the second window.")
    assert "was changed in another window" in words(two)
    assert "Words of the first window." in words(two), "what the other one says is shown to choose by"
    assert reason(two) == "Words of the second window."
    assert two.button(key="save").disabled
    assert [kept.draft.typed("reason_en") for kept in drafts().of("curate")] == ["Words of the first window."]
    checked(two.button(key="take-up-other").click().run())
    assert reason(two) == "Words of the first window."
    assert "another window" not in words(two)
    typed(two, "Words of both.")
    assert [(kept.id, kept.draft.typed("reason_en")) for kept in drafts().of("curate")] == [(draft, "Words of both.")]


def test_the_second_window_keeps_its_own_words_as_a_draft_of_its_own(records: Path) -> None:
    one, two, draft = two_windows()
    typed(one, "Words of the first window.")
    typed(two, "Words of the second window.")
    checked(two.button(key="keep-mine").click().run())
    own = parameter(two, "draft")
    assert own != draft
    assert reason(two) == "Words of the second window."
    assert {kept.id: kept.draft.typed("reason_en") for kept in drafts().of("curate")} == {
        draft: "Words of the first window.",
        own: "Words of the second window.",
    }
    typed(one, "More.")
    assert "was changed in another window" not in words(checked(one.run()))


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_a_window_is_told_before_it_types_and_in_its_language(records: Path, lang: str) -> None:
    one, _, draft = two_windows()
    two = run(lang, note="2024-c1a", draft=draft)
    typed(one, "Words of the first window.")
    said = words(checked(two.run()))
    assert ("was changed in another window" if lang == "en" else "다른 창에서 수정되었습니다") in said


@pytest.mark.parametrize(("key", "said"), [("save", "was saved as a note on"), ("discard", "was discarded on")])
def test_a_window_goes_on_with_its_words_where_the_other_saved_or_discarded(records: Path, key: str, said: str) -> None:
    one, two, draft = two_windows()
    checked(one.button(key=key).click().run())
    assert (NOTE in files(records)) is (key == "save")
    typed(two, "And then this.")
    assert said in words(two)
    assert two.button(key="save").disabled
    checked(two.button(key="keep-mine").click().run())
    assert parameter(two, "draft") != draft
    checked(two.button(key="save").click().run())
    assert NOTE in files(records)
    assert said in words(run(note="2024-c1a", draft=draft)), "and so is whoever comes by the old link"


def test_a_draft_that_was_changed_elsewhere_is_not_discarded(records: Path) -> None:
    one, two, draft = two_windows()
    desk = run()
    typed(one, "Words of the first window.")
    checked(two.button(key="discard").click().run())
    checked(desk.button(key=f"drop-{draft}").click().run())
    assert "Not discarded" in words(desk)
    assert [kept.draft.typed("reason_en") for kept in drafts().of("curate")] == ["Words of the first window."]


def test_a_draft_that_two_windows_save_becomes_one_note(records: Path) -> None:
    one, two, _ = two_windows()
    before = files(records)
    for at in (one, two, one):
        if [button for button in at.button if button.key == "save"]:
            checked(at.button(key="save").click().run())
    assert files(records) - before == {NOTE}


def test_emptying_the_caches_and_starting_again_loses_no_draft(records: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one, _, draft = two_windows("Words to last.")
    st.cache_resource.clear()
    st.cache_data.clear()
    monkeypatch.setattr(storing, "_STORES", {})  # what a new process knows
    assert reason(run(note="2024-c1a", draft=draft)) == "Words to last."
    assert reason(checked(one.run())) == "Words to last."


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_where_drafts_cannot_be_kept_the_page_says_so_and_the_note_can_still_be_saved(
    records: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lang: str
) -> None:
    (tmp_path / "taken").write_text("no folder", encoding="utf-8")
    monkeypatch.delenv("REGISTER_STORE", raising=False)
    monkeypatch.setenv("REGISTER_STATE", str(tmp_path / "taken"))
    reader = run(lang)
    assert ("cannot be shown now: its folder or database" if lang == "en" else "불러올 수 없습니다(이유: 보관 폴더") in words(reader)
    at = write(run(note="2024-c1a"))
    at.query_params["lang"] = lang
    said = words(checked(at.run()))
    assert ("is not being kept on the server: its folder or database" if lang == "en" else "저장되지 않고 있습니다(이유: 보관 폴더") in said
    assert not parameter(at, "draft"), "an address that names nothing would be untrue"
    checked(at.button(key="save").click().run())
    assert NOTE in files(records)


def test_writing_is_kept_as_soon_as_it_can_be(records: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "taken").write_text("no folder", encoding="utf-8")
    monkeypatch.delenv("REGISTER_STORE", raising=False)
    monkeypatch.setenv("REGISTER_STATE", str(tmp_path / "taken"))
    at = write(run(note="2024-c1a"))
    (tmp_path / "taken").unlink()
    assert "not being kept" not in words(checked(at.run()))
    assert [kept.draft.typed("reason_en") for kept in drafts().of("curate")] == ["An office was decided."]


def test_a_reader_never_touches_the_store(records: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeping, "configured", lambda _: pytest.fail("the store was opened"))
    monkeypatch.delenv("REGISTER_CURATE")
    run(), run(note="2024-c1a", draft="A" * 20), opened("overview")
    assert not (tmp_path / "state").exists()


def test_what_is_typed_while_the_last_change_is_still_being_kept_is_no_other_window(records: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Streamlit answers a second event at once by a run of its own, while the run of the first goes on."""
    held, began, keep = (
        unsaved.Held(keeping.new_id(), Draft("2024-c1a", {"reason_en": "First words."})),
        threading.Event(),
        keeping.Drafts.keep,
    )

    def slow(kept: keeping.Drafts, id_: str, owner: str, draft: Draft, seen: int) -> int:
        revision = keep(kept, id_, owner, draft, seen)
        began.set()
        time.sleep(0.2)
        return revision

    monkeypatch.setattr(keeping.Drafts, "keep", slow)
    monkeypatch.setattr(address, "value", lambda name: held.id)
    first = threading.Thread(target=unsaved.changed, args=(held, "curate"))
    first.start()
    began.wait()
    held.draft = Draft("2024-c1a", {"reason_en": "Second words."})
    unsaved.changed(held, "curate")
    first.join()
    assert held.other is None
    assert [each.draft.typed("reason_en") for each in drafts().of("curate")] == ["Second words."]
