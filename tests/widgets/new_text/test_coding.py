"""The coding of a new text as the app runs it: by one coder, by a second one who sees nothing of it, settled, and saved."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from models.keeping.codings import codings
from models.keeping.works import works
from models.records.terms import Force, Precision
from models.texts import opening
from models.writing.permission import Person
from models.writing.works.coding import ChosenCoding, ChosenProvision, ChosenUnit, Order
from models.writing.works.reshaping import all_parted, begun
from tests.pages.opening import checked, markup, opened, words
from tests.samples.connections import AT_THE_MACHINE
from tests.samples.registers import folder
from widgets.follow_through import access

ID = "a-charter-of-our-own"
TEXT = """A Charter of Our Own

1. We recall the flood of last year.

2. We ask all cities to keep the bridges open, and we hope for a quiet winter.

We promise:

1. We will open an office for tenants in every city.
"""
KIM, LEE = Person("curate:kim minji", "Kim Minji"), Person("curate:lee jun", "Lee Jun")
SECRET = "Secret words of the first coder."


@pytest.fixture(autouse=True)
def records(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Small records that may be written to, and a text whose parts are right."""
    root = folder(tmp_path)
    for name, value in {"RECORDS": root, "STATE": tmp_path / "state", "CURATE": 1}.items():
        monkeypatch.setenv(f"REGISTER_{name}", str(value))
    monkeypatch.setattr(access, "circumstances", lambda: AT_THE_MACHINE)
    work = all_parted(begun(opening.pasted(TEXT)))
    work.facts.forum, work.facts.adopted, work.facts.source_title = 3, "2025-05-17", "charter.txt"
    work.facts.title_en, work.facts.title_ko = "A Charter of Our Own", "우리의 헌장"
    works().keep(ID, KIM, work, 0)
    return root


@pytest.fixture
def page(monkeypatch: pytest.MonkeyPatch) -> partial[AppTest]:
    def as_(name: str, step: str = "coding", lang: str = "en", **query: str) -> AppTest:
        monkeypatch.setenv("REGISTER_CURATOR", name)
        return opened("new_text", lang, text=ID, step=step, **query)

    return partial(as_, "Kim Minji")


def press(at: AppTest, key: str) -> AppTest:
    return checked(at.button(key=key).click().run())


def number(at: AppTest, key: str) -> AppTest:
    """Press a number key."""
    return press(at, f"coding-key-{key}")


def mine(who: Person = KIM) -> ChosenCoding:
    kept = codings().mine(ID, who)
    assert kept is not None
    return kept.coding


def full(chosen: Force, precision: Precision | None, quote: str, verb: str) -> ChosenUnit:
    """A commitment with everything that a record needs."""
    unit = ChosenUnit(quote=quote, verb=verb, force=chosen, precision=precision, by=["participants"], themes=["institutions"])
    unit.summary_en, unit.summary_ko = SECRET, "요약한다."
    if precision is Precision.CHECKABLE:
        unit.test_en, unit.test_ko, unit.first_day = "Done when there is one.", "있으면 이행 완료로 본다.", "any"
        unit.counted_en, unit.counted_ko, unit.listed = "Cities.", "도시를 센다.", False
    return unit


def coded(who: Person, role: str, precision: Precision = Precision.CHECKABLE) -> None:
    """A coding that is finished, as if somebody had done it."""
    kept = codings().begin(ID, who, role)
    own = ChosenProvision(force=Force.RECORDS, themes=["institutions"], summary_en=SECRET, summary_ko="요약한다.", chosen=True)
    ask = full(Force.ASKS, Precision.DIRECTION, "We ask all cities to keep the bridges open", "ask")
    ask.test_en, ask.test_ko, ask.first_day = "Done when they are open.", "열려 있으면 이행 완료로 본다.", "2025-05-17"
    ask.counted_en, ask.counted_ko, ask.listed = "Bridges.", "다리를 센다.", False
    hope = full(Force.HOPES, Precision.ASPIRATION, "we hope for a quiet winter", "hope")
    will = full(Force.UNDERTAKES, precision, "We will open an office for tenants in every city.", "will open")
    provisions = {"p1": own, "p2": ChosenProvision(units=[ask, hope], chosen=True), "c1": ChosenProvision(units=[will], chosen=True)}
    codings().keep(ID, who, ChosenCoding(coder=who.name, role=role, provisions=provisions, finished=True), kept.revision)


# one coder ------------------------------------------------------------------------------------------------------------------


def test_the_suggestion_opens_only_after_the_choice_and_what_was_done_is_kept(page: partial[AppTest]) -> None:
    at = press(page(), "take-first")
    assert "narrates, defines or thanks" in str([radio.proto.captions for radio in at.radio])
    number(at, "2")
    assert "class='suggestion'" not in markup(at)
    assert "The suggestion opens once you have chosen" in words(at)
    assert mine().provisions["p1"].order is None
    press(at, "choose:p1")
    assert "The suggestion differs" in words(at), "it says records, and the coder is told so before going on"
    assert (mine().provisions["p1"].force, mine().provisions["p1"].order) == (Force.STATES, Order.AFTER)
    number(at, "1")
    press(at, "choose:p1")
    assert at.query_params["at"] in ("p2", ["p2"])
    assert mine().how_far(["p1", "p2", "c1"]) == 1


def test_the_order_can_be_switched_and_is_recorded(page: partial[AppTest]) -> None:
    at = press(page(), "take-first")
    switch = next(each for each in at.selectbox if each.label == "The suggestion is shown")
    checked(switch.select("before").run())
    assert "class='suggestion'" in markup(at)
    assert mine().provisions["p1"].order is Order.BEFORE
    switch = next(each for each in at.selectbox if each.label == "The suggestion is shown")
    checked(switch.select("never").run())
    press(at, "coding-next")
    number(at, "4"), number(at, "8")
    assert "class='suggestion'" not in markup(at)


def test_a_commitment_is_marked_by_its_clauses_and_not_chosen_before_it_is_whole(page: partial[AppTest]) -> None:
    at = press(page(at="p2"), "take-first")
    at = page(at="p2")
    number(at, "4")
    assert mine().provisions["p2"].units[0].quote.startswith("We ask all cities")
    press(at, "choose:p2")
    assert "Not chosen yet" in words(at)
    assert "The precision is missing" in words(at)
    quote = next(each for each in at.text_area if "as typed" in each.label)
    checked(quote.input("we ask every city").run())
    assert "do not stand so in the provision, to the letter" in words(at)
    quote = next(each for each in at.text_area if "as typed" in each.label)
    checked(quote.input("We ask all cities to  keep the bridges open").run())
    assert mine().provisions["p2"].units[0].quote == "We ask all cities to keep the bridges open"
    key = f"code:{ID}:p2:0:add"
    press(at, key)
    assert mine().provisions["p2"].units[1].quote == "and we hope for a quiet winter."


def test_a_choice_of_another_window_is_never_overwritten_unseen(page: partial[AppTest]) -> None:
    at = press(page(), "take-first")
    number(at, "1")
    other = codings().mine(ID, KIM)
    assert other is not None
    theirs = other.coding
    theirs.provisions["p1"].force = Force.STATES
    codings().keep(ID, KIM, theirs, other.revision)
    why = next(each for each in at.text_input if each.label == "Why so")
    checked(why.input("It only tells.").run())
    assert "Another window has changed this meanwhile" in words(at)
    assert mine().provisions["p1"].force is Force.STATES
    press(at, "keep-mine-too")
    assert (mine().provisions["p1"].force, mine().provisions["p1"].why) == (Force.RECORDS, "It only tells.")


# two coders -----------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("step", ["coding", "settling", "saving"])
@pytest.mark.parametrize("lang", ["en", "ko"])
def test_a_second_coder_sees_nothing_of_the_first_coding(monkeypatch: pytest.MonkeyPatch, step: str, lang: str) -> None:
    monkeypatch.setenv("REGISTER_CURATOR", "Lee Jun")
    coded(KIM, "first")
    codings().begin(ID, LEE, "second")
    at = opened("new_text", lang, text=ID, step=step, at="c1")
    said = [markup(at), *(str(each.value) for each in [*at.text_area, *at.text_input, *at.radio, *at.multiselect, *at.selectbox])]
    assert not any(words_ in each for each in said for words_ in (SECRET, "요약한다", "said-undertakes", "Institutions"))
    assert "will open an office</mark>" not in markup(at)
    with pytest.raises(KeyError):
        at.button(key="new-text-save")


def test_who_has_one_role_is_never_offered_the_other(page: partial[AppTest], monkeypatch: pytest.MonkeyPatch) -> None:
    at = press(page(), "take-first")
    assert not any(each.key == "take-second" for each in at.button)
    monkeypatch.setenv("REGISTER_CURATOR", "Lee Jun")
    at = opened("new_text", "en", text=ID, step="coding")
    assert "First coder: Kim Minji, 0 of 3" in words(at)
    assert [each.key for each in at.button if str(each.key).startswith("take-")] == ["take-second"]


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_differences_are_settled_with_a_reason_and_the_text_is_saved(page: partial[AppTest], records: Path, lang: str) -> None:
    coded(KIM, "first")
    coded(LEE, "second", Precision.DIRECTION)
    at = page(step="saving", lang=lang)
    assert "step=settling" in markup(at), "what is missing leads to the difference"
    at = page(step="settling", lang=lang)
    taken = next(each for each in at.radio if each.key and each.key.endswith(":taken"))
    checked(taken.set_value("first").run())
    for language, reason in (("en", "An office can be counted."), ("ko", "사무소는 셀 수 있다.")):
        field = next(each for each in at.text_area if each.key and each.key.endswith(f":because_{language}"))
        checked(field.input(reason).run())
    at = page(step="saving", lang=lang)
    checked(next(each for each in at.checkbox if str(each.key).startswith("compared")).check().run())
    press(at, "new-text-save")
    assert "git add commitments/codings/first/2025.yaml" in markup(at)
    saved = {path.relative_to(records).as_posix() for path in records.rglob("2025.yaml")}
    assert saved == {f"{each}/2025.yaml" for each in ("codings/first", "codings/second", "codings/settlements", "declarations")}
    assert "suggestion" not in (records / "codings/first/2025.yaml").read_text(encoding="utf-8"), "no order was recorded here"


def test_a_text_that_was_coded_once_says_so_before_it_is_saved(page: partial[AppTest]) -> None:
    coded(KIM, "first")
    at = page(step="saving")
    assert "It was coded once" in words(at)
    assert at.button(key="new-text-save").disabled


def test_a_failure_says_why_and_loses_nothing(page: partial[AppTest], records: Path) -> None:
    coded(KIM, "first")
    at = page(step="saving")
    (records / "declarations" / "2025.yaml").write_text("forum: 3\n", encoding="utf-8")
    checked(next(each for each in at.checkbox if str(each.key).startswith("compared")).check().run())
    press(at, "new-text-save")
    assert "nothing was written" in words(at)
    assert mine().finished
    assert {path.parent.name for path in records.rglob("2025.yaml")} == {"declarations"}


# adding ---------------------------------------------------------------------------------------------------------------------


def test_a_new_body_is_checked_and_saved_as_a_file_of_its_own(page: partial[AppTest], records: Path) -> None:
    at = page(step="adding", add="bodies")
    press(at, "add-check")
    assert "4 fields are still to be filled in" in words(at)
    checked(next(each for each in at.text_input if each.label.startswith("Short name")).input("../forums").run())
    press(at, "add-save")
    assert "4 fields are still to be filled in" in words(at)
    assert "This is missing, or is not written as asked" in words(at)
    assert not list(records.glob("vocabulary/*"))
    for label, said in (("Name, in English", "League of rivers"), ("Name, in Korean", "강 연맹")):
        checked(next(each for each in at.text_input if each.label == label).input(said).run())
    checked(next(each for each in at.text_input if each.label.startswith("Short name")).input("league-of-rivers").run())
    checked(next(each for each in at.selectbox if each.label.startswith("What sort")).select("network").run())
    press(at, "add-save")
    assert "It is on record" in words(at)
    assert "league-of-rivers" in (records / "vocabulary" / "league-of-rivers.yaml").read_text(encoding="utf-8")


def test_what_a_new_edition_lacks_is_said_beside_its_fields_in_the_language_of_the_page(page: partial[AppTest]) -> None:
    at = page(step="adding", add="edition", lang="ko")
    press(at, "add-check")
    assert "채워야 할 칸이" in words(at)
    assert "빠졌거나 형식에 맞지 않음" in words(at)
    assert "is missing" not in words(at)
