"""The page Draft as a drafter sees it: what a draft does with earlier promises, said of that session alone."""

from __future__ import annotations

import shutil
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from models.texts import opening as reading
from models.texts.cleaning.cleaned import cleaned
from models.texts.drafting.packed import packed
from models.texts.files import plain
from models.texts.parting.parted import parted
from tests.pages.opening import checked, markup, opened, words
from tests.samples.registers import LATEST, ROOT, real, say
from widgets.draft import handing, held
from widgets.parts.view import look_again

DRAFT = (ROOT / "tests" / "samples" / "draft.txt").read_text(encoding="utf-8")
BOTH = pytest.mark.parametrize("lang", ["en", "ko"])


def pasted(text: str, lang: str = "en") -> AppTest:
    """The page once a draft was pasted and read."""
    at = opened("draft", lang)
    at.text_area(key=handing.PASTED).set_value(text)
    return checked(at.button(key="draft-read").click().run())


@BOTH
def test_an_empty_page_says_what_to_do_and_what_becomes_of_a_draft(lang: str) -> None:
    page = words(opened("draft", lang))
    for key in ("draft.title", "draft.private", "draft.file_hint"):
        assert say(lang)(key) in page


@BOTH
def test_nothing_pasted_is_a_sentence_and_no_draft(lang: str) -> None:
    at = pasted("  \n ", lang)
    assert say(lang)("draft.nothing") in words(at)
    assert held.KEY not in at.session_state


@BOTH
def test_a_draft_is_read_beside_what_was_promised_before(lang: str) -> None:
    at = pasted(DRAFT, lang)
    page = words(at)
    for part in ("missing", "carried", "document"):
        assert f"id='{part}'" in markup(at)
    assert say(lang).count("draft.between", 2, forums=say(lang).listed([say(lang).ordinal(15), say(lang).ordinal(16)])) in page
    assert "report on what became of these commitments" in page
    overdue = say(lang)("draft.remark_overdue_promises", place=say(lang).place("2023-c4b"), due="{}").split("{}")
    assert all(each in page for each in overdue)
    assert not any(name not in ("lang",) for name in at.query_params)


def test_a_wording_that_is_tried_is_read_at_once_beside_what_it_was_and_can_be_taken_back() -> None:
    at = pasted(DRAFT)
    at = checked(at.button(key="drafting:try:c6").click().run())
    at = checked(at.text_area(key="drafting:wording:c6").set_value("To promote human rights education in every school.").run())
    page = words(at)
    assert "To promote human rights education in every school." in page
    assert "plant one tree" in page
    assert at.session_state[held.KEY].tried == {"c6": "To promote human rights education in every school."}
    at = checked(
        at.text_area(key="drafting:wording:c6").set_value("plant one tree for every newborn child in each of our cities by 2030.").run()
    )
    assert at.session_state[held.KEY].tried == {}
    at = checked(at.text_area(key="drafting:wording:c6").set_value("To promote human rights education in every school.").run())
    at = checked(at.button(key="drafting:back:c6").click().run())
    assert "in every school" not in words(at)
    assert at.session_state[held.KEY].tried == {}


def test_what_came_of_a_file_reaches_this_session_alone_and_is_not_sent_again() -> None:
    at = opened("draft")
    found = packed(reading.pasted(DRAFT))
    at = checked(at.text_area(key=f"{handing.HANDED}:0").set_value(found).run())
    assert "id='document'" in markup(at)
    assert found not in repr(at.session_state)
    assert "id='document'" not in markup(opened("draft"))


def test_what_is_no_reading_is_a_sentence() -> None:
    at = opened("draft")
    at = checked(at.text_area(key=f"{handing.HANDED}:0").set_value("bm8gcmVhZGluZw==").run())
    assert say("en")("draft.failed") in words(at)


FRENCH = "1. Nous nous engageons à respecter les droits humains dans nos villes et à protéger les personnes qui y vivent."
TOO_LONG = {
    "draft.language": FRENCH * 4,
    "draft.long": "\n\n".join(f"{n}. We will plant trees." for n in range(1, handing.MOST_PROVISIONS + 2)),
    "draft.long_one": "We will plant trees and we will water them. " * 9_000,
}


def test_more_than_can_be_pasted_is_a_sentence_and_not_an_empty_field() -> None:
    page = words(pasted("a b " * (handing.MOST // 4 + 1)))
    assert say("en")("texts.refused_letters", limit=f"{handing.MOST:,}") in page


def test_a_wording_that_is_too_long_is_a_sentence_and_is_not_taken_up() -> None:
    at = checked(pasted(DRAFT).button(key="drafting:try:c6").click().run())
    at = checked(at.text_area(key="drafting:wording:c6").set_value("plant trees " * handing.LONGEST).run())
    assert say("en")("draft.long_one", limit=f"{handing.LONGEST:,}") in words(at)
    assert at.session_state[held.KEY].tried == {}


@pytest.mark.parametrize("key", TOO_LONG)
def test_what_cannot_be_looked_at_is_a_sentence(key: str) -> None:
    limits = {"draft.long": {"limit": handing.MOST_PROVISIONS}, "draft.long_one": {"limit": f"{handing.LONGEST:,}"}}
    page = words(pasted(TOO_LONG[key]))
    assert say("en")(key, **limits.get(key, {})) in page


def test_markup_in_a_draft_is_shown_as_text() -> None:
    at = pasted("We commit ourselves to\n\n1. join <script>alert(1)</script> the campaign.\n2. meet <b>again</b>.\n")
    assert "<script>" not in markup(at)
    assert "&lt;script&gt;alert(1)" in markup(at)


def test_another_draft_leaves_nothing_of_the_first() -> None:
    at = pasted(DRAFT)
    at = checked(at.button(key="draft-another").click().run())
    assert held.KEY not in at.session_state
    assert "plant one tree" not in repr(at.session_state)


def test_the_draft_is_for_the_next_forum_or_for_one_whose_text_is_missing() -> None:
    at = pasted(DRAFT)
    assert at.selectbox(key="drafting:forum").value == 17
    at = checked(at.selectbox(key="drafting:forum").select(15).run())
    assert "are not on record and may have said anything" not in words(at)


def test_nothing_of_a_draft_is_kept_or_logged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    monkeypatch.setenv("REGISTER_STATE", str(tmp_path))
    with caplog.at_level("DEBUG"):
        pasted(DRAFT)
    assert not any(b"plant one tree" in path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
    assert "plant one tree" not in caplog.text


def test_a_text_withheld_for_a_mistake_is_not_called_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    records = tmp_path / "commitments"
    shutil.copytree(ROOT / "commitments", records)
    (records / "declarations" / "2024.yaml").write_text("forum: none\n", encoding="utf-8")
    monkeypatch.setenv("REGISTER_RECORDS", str(records))
    look_again()
    page = words(pasted(DRAFT))
    assert say("en").count("draft.between_withheld", 1, forums="14th") in page
    assert say("en").count("draft.between", 2, forums="15th and 16th") in page


def test_letting_go_of_a_draft_leaves_the_drafts_of_notes_alone() -> None:
    at = pasted(DRAFT)
    at.session_state["draft:2024-c2a"] = "a note that is being written"
    at = checked(at.button(key="draft-another").click().run())
    assert at.session_state["draft:2024-c2a"] == "a note that is being written"
    assert held.KEY not in at.session_state


def test_a_wording_that_is_tried_while_the_draft_is_being_read_does_not_end_the_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    """Streamlit answers a second click by a run of its own while the first goes on."""
    at = pasted(DRAFT)
    here, suggest = at.session_state[held.KEY], held._suggested
    here.tried = {"c6": "To plant lindens.", "c7": "To respect everybody."}
    here.known = None

    def meanwhile(*asked: Any) -> Any:
        here.tried.pop("c7", None)
        here.tried["c1"] = "To share nothing."
        return suggest(*asked)

    monkeypatch.setattr(held, "_suggested", meanwhile)
    page = words(checked(at.run()))
    assert "To plant lindens." in page


def test_the_answer_stands_before_the_files_and_the_small_print() -> None:
    page = words(pasted(DRAFT))
    places = [page.index(each) for each in (say("en")("draft.suggestions"), say("en")("draft.account"), say("en")("draft.private"))]
    assert places == sorted(places)


def test_what_stands_under_a_line_has_its_force_on_the_page_too() -> None:
    read = parted(cleaned(plain.pasted("Towns\n\nRents rise.\n\nWe undertake to:\n\n1. support the towns;\n2. lower the rents.\n")))
    view = SimpleNamespace(register=real(), fingerprint="one", on=LATEST)
    looked = held.look(view, held.Held(read, tried={"c2": "respect the tenants."}), 17)  # type: ignore[arg-type]
    forces = {place: each.force.why.rule for place, each in {**looked.held.as_read, **looked.held.as_tried}.items()}
    assert (forces["c1"], forces["c2"]) == ("led", "led")
