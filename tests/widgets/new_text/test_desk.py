"""Where a new text begins: who may, what is worked on, what cannot be read, and discarding."""

from __future__ import annotations

from pathlib import Path

import pytest

from models.keeping import works as keeping
from models.keeping.works import works
from models.texts import opening
from models.texts.drafting.packed import packed
from tests.pages.opening import checked, markup, words
from tests.pages.test_follow_through import labelled
from tests.widgets.new_text.opening import KIM, TEXT, at_part, begun, click, id_of, kept, run, typed, writable


@pytest.fixture(autouse=True)
def records(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    return writable(tmp_path, monkeypatch)


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_who_may_not_write_reads_what_the_page_is_for_and_touches_no_store(monkeypatch: pytest.MonkeyPatch, lang: str) -> None:
    monkeypatch.delenv("REGISTER_CURATE")
    monkeypatch.setattr(keeping, "configured", lambda _: pytest.fail("the store was opened"))
    at = run(lang, text="A" * 20)
    assert ("Only editors can do that" if lang == "en" else "편집자만 쓸 수 있으며") in words(at)
    assert "new_text" not in markup(at).partition("<h1")[0], "it is listed for writers alone"
    assert not at.text_area


def test_at_the_curators_machine_a_name_is_asked_for_where_none_is_known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REGISTER_CURATOR", "")
    monkeypatch.setattr("widgets.follow_through.access._git_name", lambda: "")
    at = run()
    assert "the files name them" in words(at)
    at.text_input[0].input("Lee Jun")
    checked(at.button[-1].click().run())
    assert "Begin with a new text" in words(at)


def test_a_second_person_at_that_machine_says_their_name() -> None:
    at = run()
    assert "You work as Kim Minji" in at.expander[0].label
    labelled(at.text_input, "Your name").input("Lee Jun")
    checked(next(button for button in at.button if button.label == "Go on").click().run())
    at.text_area(key="new-text:pasted").input(TEXT)
    click(at, "new-text-read")
    assert "begun by Lee Jun" in words(run())
    assert not [button for button in run().button if str(button.key).startswith("discard-")], "it is another's"


def test_texts_are_listed_and_discarded_only_when_that_was_said_twice() -> None:
    id_ = id_of(begun())
    at = run()
    assert "A Charter of Our Own" in words(at)
    assert "3 provisions · begun by Kim Minji" in words(at)
    click(at, f"discard-{id_}")
    click(at, f"discard-no-{id_}")
    click(click(at, f"discard-{id_}"), f"discard-yes-{id_}")
    assert "None. Begin one below." in words(at)
    assert "“A Charter of Our Own” was discarded" in words(run(text=id_))
    assert "is not being worked on" in words(run(text="A" * 20))


def test_a_text_that_was_changed_since_it_was_listed_is_not_discarded() -> None:
    one = begun()
    at = click(run(), f"discard-{id_of(one)}")
    click(at_part(one, 3), "part-merge")
    click(at, f"discard-yes-{id_of(one)}")
    assert "Not discarded" in words(at)
    assert len(kept(id_of(one)).places) == 2


@pytest.mark.parametrize(("pasted", "said"), [(" ", "Paste"), ("1234", "no")])
def test_what_cannot_be_read_is_said_in_a_sentence(pasted: str, said: str) -> None:
    at = run()
    at.text_area(key="new-text:pasted").input(pasted)
    click(at, "new-text-read")
    assert "banner" in markup(at)
    assert not works().listed(KIM)


def test_a_file_comes_by_the_browser_and_begins_one_text_however_often_it_comes() -> None:
    words_ = packed(opening.read(TEXT.encode(), "charter.txt"))
    at = run()
    checked(at.text_area(key="new-text:handed:0").input(words_).run())
    assert "¶ 1" in words(at)
    del at.query_params["text"]
    checked(at.run())
    checked(at.text_area(key="new-text:handed:1").input(words_).run())
    assert len(works().listed(KIM)) == 1
    del at.query_params["text"]
    checked(at.run())
    checked(at.text_area(key="new-text:handed:2").input("nonsense").run())
    assert len(works().listed(KIM)) == 1


def test_what_is_missing_is_said_beside_each_fact_as_it_is_typed() -> None:
    id_ = id_of(begun())
    at = run(text=id_, step="facts")
    assert "Which edition of the forum adopted it?" in words(at)
    assert kept(id_).facts.title_en == "A Charter of Our Own"
    typed(at, "Day of its adoption, as 2027-05-17", "May")
    assert "The day of its adoption is missing, or is none" in words(at)
    typed(at, "Day of its adoption, as 2027-05-17", "2027-05-17")
    assert "The day of its adoption" not in words(at)
    assert kept(id_).facts.adopted == "2027-05-17"


def test_a_text_that_cannot_be_kept_is_not_begun(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "taken").write_text("no folder", encoding="utf-8")
    monkeypatch.setenv("REGISTER_STATE", str(tmp_path / "taken"))
    at = run()
    assert "cannot be opened now" in words(at)
    at.text_area(key="new-text:pasted").input(TEXT)
    click(at, "new-text-read")
    assert "cannot be opened now" in words(at)
