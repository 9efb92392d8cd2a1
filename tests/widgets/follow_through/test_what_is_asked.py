"""What the form asks for and says while a note is written: how wide a search was, whose word a source is, what is corrected."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from models.keeping.drafts import drafts, new_id
from models.loading import load
from models.records.terms import SourceKind
from models.writing.drafts import Draft
from tests.pages.opening import checked, markup, opened, words
from tests.samples.connections import AT_THE_MACHINE
from tests.samples.drafts import NEW
from tests.samples.registers import folder
from widgets.follow_through import access
from widgets.parts.view import today

LANGUAGES = ["en", "ko"]
CURATOR = "curate"
DAY = "2026-01-01"
"""The day of a note that is on record and counts."""


@pytest.fixture
def records(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Small records of its own, and the right to add to them."""
    root = folder(tmp_path)
    monkeypatch.setenv("REGISTER_RECORDS", str(root))
    monkeypatch.setenv("REGISTER_CURATE", "1")
    monkeypatch.setenv("REGISTER_CURATOR", "Kim Minji")
    monkeypatch.setattr(access, "circumstances", lambda: AT_THE_MACHINE)
    return root


def form(lang: str, sources: tuple[dict[str, str], ...] = (), **note: str) -> AppTest:
    """The form, with a draft in it as it was left."""
    sound = {"status": "started", "as_of": "2026-05-01", "reason_en": "It was decided.", "reason_ko": "결정하였다."}
    draft, id_ = Draft("2024-c1a", {**sound, **note}, ["ordinance"], [dict(each) for each in sources]), new_id()
    drafts().keep(id_, CURATOR, draft, 0)
    return opened("follow_through", lang, note="2024-c1a", draft=id_)


def field(elements: Any, label: str) -> Any:
    return next(element for element in elements if element.label == label)


def troubles(at: AppTest) -> str:
    """The list of what keeps the note from being saved; empty where it can be."""
    found = markup(at).split("<div class='troubles'")[1:]
    return words("<div " + found[0].split("</ul>")[0]) if found else ""


# a negative ---------------------------------------------------------------------------------------------------------------

NEGATIVE = {"status": "no-evidence", "where_en": "The site", "where_ko": "누리집", "words": "office", "searched": "2026-11-28"}


def test_a_negative_is_saved_once_both_languages_and_all_kinds_of_source_are_searched(records: Path) -> None:
    at = form("en", **NEGATIVE)
    assert "A negative needs a search in English and in Korean, in all four kinds of source" in words(at)
    assert "Not searched yet: English, Korean, pages of the forum or the body itself" in troubles(at)
    field(at.multiselect, "Languages you searched in").set_value(["en", "ko", "es"]).run()
    for kind in ("pages of the forum or the body itself", "ordinances and resolutions", "press"):
        field(at.checkbox, kind).check().run()
    assert "Not searched yet: UN and networks." in troubles(checked(at))
    assert words(at).count("Not searched yet: UN and networks.") == 2, "at its place and in the list"
    assert at.button(key="save").disabled
    field(at.checkbox, "UN and networks").check().run()
    assert not troubles(checked(at))
    assert "Languages: English, Korean and Spanish." in words(at), "the preview shows it as the page will"
    checked(at.button(key="save").click().run())
    search = load(records, today()).register.notes_of("2024-c1a")[-1].search
    assert search
    assert (search.languages, search.kinds) == (["en", "ko", "es"], list(SourceKind))
    assert load(records, today()).problems == ()


def test_a_kind_of_source_can_be_taken_back(records: Path) -> None:
    at = form("en", **NEGATIVE, languages="en ko", kinds="own-pages law press networks")
    assert not troubles(at)
    field(at.checkbox, "press").uncheck().run()
    assert "Not searched yet: press." in troubles(checked(at))


def test_what_is_lacking_is_said_in_korean(records: Path) -> None:
    at = form("ko", **NEGATIVE, languages="en", kinds="own-pages law press")
    assert "검색 기록: ‘근거 미확인’으로 판단하려면" in troubles(at)
    assert "남은 언어와 자료: 한국어, 유엔·연합체" in troubles(at)


@pytest.mark.parametrize("status", ["started", "partly-done", "done", "contrary"])
def test_only_a_negative_is_asked_for_its_search(records: Path, status: str) -> None:
    at = form("en", status=status)
    assert "A negative needs" not in words(at)
    assert "Languages you searched in" not in [each.label for each in at.multiselect]


# whose word a source is -----------------------------------------------------------------------------------------------------


def offered(at: AppTest) -> list[str]:
    return [option for each in at.selectbox if each.label == "How that was judged" for option in each.options]


def test_a_new_independent_source_is_saved_once_it_says_how_that_was_judged(records: Path) -> None:
    at = form("en", ({**NEW, "grade": "independent"},))
    assert "New source 1, How that was judged: an independent source says how the writer could know it." in troubles(at)
    assert offered(at) == ["own reporting", "audit or rating by another body", "research", "another body’s own record", "civil society"]
    field(at.selectbox, "How that was judged").select("own-reporting").run()
    assert "A medium reports what a reporter could see" in words(checked(at))
    assert not troubles(at)
    checked(at.button(key="save").click().run())
    assert "basis: own-reporting" in (records / "evidence/council-minutes.yaml").read_text(encoding="utf-8")
    assert load(records, today()).problems == ()


@pytest.mark.parametrize("grade", ["primary", "inferred", ""])
def test_a_source_of_another_grade_is_not_asked(records: Path, grade: str) -> None:
    assert not offered(form("en", ({**NEW, "grade": grade},)))


def test_a_basis_that_does_not_fit_stays_to_be_seen_until_another_is_chosen(records: Path) -> None:
    at = form("en", ({**NEW, "grade": "independent", "basis": "release"},))
    assert "New source 1, How that was judged: it does not fit the grade" in troubles(at)
    assert field(at.selectbox, "How that was judged").value == "release"
    field(at.selectbox, "Grade").select("self-reported").run()
    assert not troubles(checked(at))
    assert field(at.selectbox, "How that was judged").value == "release"
    assert "prints a release" in offered(at)
    assert "own reporting" not in offered(at)


def test_the_korean_form_says_what_a_source_lacks(records: Path) -> None:
    assert "새 자료 1, 등급 판단 이유: ‘독립 자료’는 그렇게 판단한" in troubles(form("ko", ({**NEW, "grade": "independent"},)))
    other = {**NEW, "grade": "self-reported", "basis": "audit"}
    assert "새 자료 1, 등급 판단 이유: 자료 등급과 맞지" in troubles(form("ko", (other,)))


def test_a_source_cannot_be_written_in_one_language(records: Path) -> None:
    said = troubles(form("en", ({**NEW, "says_ko": ""},)))
    assert "Missing: New source 1, What it says, one sentence in Korean." in said
    assert "written in one language" not in said


# what was not looked for ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("lang", "typed", "sentence"),
    [
        ("en", {"reason_en": "It was not checked."}, "Reason, in English: it says “not checked”. What was not looked for is no finding"),
        ("ko", {"reason_ko": "확인해 보지 않았다."}, "판단 이유(한국어): 찾아보지 않은 것(‘확인해 보지 않’)은 확인한 결과가 아닙니다."),
        (
            "en",
            {"status": "partly-done", "part_en": "One city.", "part_ko": "나머지는 조사하지 않았다."},
            "Which part is done, in Korean: it says “조사하지 않”.",
        ),
    ],
)
def test_what_was_not_looked_for_is_no_finding(records: Path, lang: str, typed: dict[str, str], sentence: str) -> None:
    at = form(lang, **typed)
    assert sentence in troubles(at)
    assert at.button(key="save").disabled


# a correction ---------------------------------------------------------------------------------------------------------------


def test_a_note_that_was_wrong_is_corrected_and_stays_readable(records: Path) -> None:
    at = form("en", as_of=DAY, reason_en="The earlier note was misread.")
    asked = field(at.radio, "Earlier note on this day")
    written = "21 Nov 2026"
    assert asked.options == [
        "This note corrects no earlier one",
        f"This note corrects the earlier one: partly done, written {written} ({DAY})",
    ]
    assert asked.value == ""
    asked.set_value(DAY).run()
    preview = markup(checked(at)).split("preview'>")[1]
    assert "Corrects an earlier note on 1 Jan 2026" in preview
    assert "One earlier note that no longer counts" in preview
    assert "Corrected on" in preview
    before = (records / f"notes/2024-c1a/{DAY}.yaml").read_bytes()
    checked(at.button(key="save").click().run())
    assert f"git add commitments/notes/2024-c1a/{DAY}-2.yaml" in words(at)
    assert f"corrects: '{DAY}'" in (records / f"notes/2024-c1a/{DAY}-2.yaml").read_text(encoding="utf-8")
    assert (records / f"notes/2024-c1a/{DAY}.yaml").read_bytes() == before
    assert "One earlier note that no longer counts" in words(at), "the notes so far show it too"
    assert load(records, today()).problems == ()


@pytest.mark.parametrize("other", [{"as_of": "2026-01-02"}, {"as_of": DAY, "actor": "gwangju"}, {"as_of": ""}], ids=str)
def test_nothing_is_asked_where_there_is_no_earlier_note_on_that_day_and_body(records: Path, other: dict[str, str]) -> None:
    assert "Earlier note on this day" not in [each.label for each in form("en", **other).radio]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_correction_that_fits_no_more_is_said_and_can_be_taken_back(records: Path, lang: str) -> None:
    at = form(lang, corrects=DAY)
    label = {"en": "Earlier note on this day", "ko": "같은 날에 대한 앞선 기록"}[lang]
    said = {"en": f"{label}: the note that was chosen is not of this day", "ko": f"{label}: 선택한 기록은 기준일이나 판단 대상이"}[lang]
    assert said in troubles(at)
    field(at.radio, label).set_value("").run()
    assert not troubles(checked(at))
    assert label not in [each.label for each in at.radio]


# the test -------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("query", [{"note": "2023-p2a"}, {"queue": "never"}], ids=["form", "desk"])
def test_the_test_stands_with_its_facts(records: Path, lang: str, query: dict[str, str]) -> None:
    drawn = words(opened("follow_through", lang, **query))
    told = {
        "en": "What would count Done when every city has one. Acts count whenever they were done. Counted over: Cities. As these cannot be listed",
        "ko": "판단 기준 모든 도시에 있으면 이행 완료로 본다. 이행 시점과 관계없이 인정합니다. 집계 범위: 도시를 센다. 그 명단을 만들 수 없으므로",
    }
    assert told[lang] in drawn
