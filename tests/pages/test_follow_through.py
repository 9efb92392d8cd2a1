"""Follow-through as the app runs it: the queues, the form and its rules, and the refusal to write without a right to it."""

from __future__ import annotations

import errno
import re
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from models.loading import load
from models.records.terms import Ledger
from models.register.queues import assessable
from models.writing import new_files
from tests.pages.opening import checked, markup, opened, words
from tests.samples.connections import AT_THE_MACHINE
from tests.samples.registers import RECORDS, folder
from widgets.follow_through import access
from widgets.parts.view import today

run = partial(opened, "follow_through")
LANGUAGES = ["en", "ko"]


@pytest.fixture
def curating(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REGISTER_CURATE", "1")
    monkeypatch.setenv("REGISTER_CURATOR", "Kim Minji")
    monkeypatch.setattr(access, "circumstances", lambda: AT_THE_MACHINE)


@pytest.fixture
def records(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = folder(tmp_path)
    monkeypatch.setenv("REGISTER_RECORDS", str(root))
    return root


def labelled(elements: Any, label: str) -> Any:
    return next(element for element in elements if element.label == label)


def write(at: AppTest) -> AppTest:
    """Fill in a note that meets every rule."""
    labelled(at.selectbox, "What was found").select("started").run()
    labelled(at.text_area, "Reason, in English").input("An office was decided.").run()
    labelled(at.text_area, "Reason, in Korean").input("사무소 설치를 결정하였다.").run()
    labelled(at.multiselect, "Evidence on record").select("ordinance").run()
    return checked(at)


def files(root: Path) -> set[str]:
    return {path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file()}


def parameter(at: AppTest, name: str) -> str:
    given = at.query_params.get(name, "")
    return given[0] if isinstance(given, list) else given


# the queues ---------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_page_opens_with_what_is_past_due_out_of_what_has_a_date(records: Path, lang: str) -> None:
    text = words(run(lang=lang))
    assert ("past due and not known to be done: 1 of 1 dated asks" if lang == "en" else "기한이 있는 요청·촉구 1건 중 1건") in text
    never = (
        "without a judgement yet: 0 of 1 promises and 1 of 1 asks." if lang == "en" else "미평가: 약속 1건 중 0건, 요청·촉구 1건 중 1건."
    )
    assert never in text


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("queue", ["overdue", "due", "never", "stale", "self-report", "evidence"])
def test_every_queue_of_the_real_records_is_drawn_in_both_languages(lang: str, queue: str) -> None:
    at = run(lang=lang, queue=queue)
    assert not re.search(r"\b20\d\d-[pc]\d+[a-z]?\b", words(at))
    assert "dated promises" in words(at) or "약속" in words(at)


def test_filters_and_order_come_from_the_address(records: Path) -> None:
    assert "Cities are to open offices by 2025" in words(run(lang="en", queue="never", ledger="asks", sort="firm"))
    assert "Nothing in this queue fits the filters" in words(run(lang="en", queue="never", ledger="promises"))
    assert "theme=nonsense" in words(run(lang="en", theme="nonsense"))


def test_the_queue_obeys_the_day(records: Path) -> None:
    text = words(run(lang="en", queue="never", on="2024-12-01"))
    assert "As of 1 Dec 2024" in text
    assert "past due and not known to be done: 0 of 1 dated asks" in text
    assert "without a judgement yet: 1 of 1 promises and 1 of 1 asks" in text


@pytest.mark.parametrize("lang", LANGUAGES)
def test_where_nothing_can_be_judged_that_is_said(records: Path, lang: str) -> None:
    place = records / "declarations/2023.yaml"
    place.write_text(place.read_text(encoding="utf-8").replace("force: urges", "force: presses"), encoding="utf-8")  # it is withheld
    text = words(run(lang=lang, on="2024-01-01"))
    assert ("yet: none, for nothing that can be judged is on record" if lang == "en" else "미평가: 평가 가능한 항목 없음") in text


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_ledgers_of_the_real_records_are_never_added_together(lang: str) -> None:
    register = load(RECORDS, today()).register
    text = words(run(lang=lang))
    for ledger, said in zip(Ledger, ("약속", "요청·촉구", "기대"), strict=True):
        judgeable = sum(commitment.ledger is ledger for commitment in assessable(register))
        assert re.search(rf"of {judgeable} {ledger}\b" if lang == "en" else f"{said} {judgeable}건 중", text), ledger
    assert not re.search(rf"\b{len(assessable(register))}\b", text)
    assert ("holds promises, asks and hopes alike" if lang == "en" else "약속, 요청·촉구, 기대를 함께 담은") in text


def test_the_queue_of_thin_evidence_holds_what_was_looked_for_in_vain_too(records: Path) -> None:
    at = run(lang="en", queue="evidence")
    names = [option.content for group in at.get("button_group") for option in group.proto.options]
    assert "Evidence too thin for “done” \\(0\\)" in names
    assert "or none were found" in words(at)


# who may write -------------------------------------------------------------------------------------------------------------


def test_by_default_the_form_is_not_there_and_the_page_says_why(records: Path) -> None:
    at = run(lang="en", note="2024-c1a")
    assert "writing is off" in words(at)
    assert "To open offices in our cities." in words(at)
    assert not [each for each in at.button if each.key == "save"]
    assert not list(at.text_area)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("note", [None, "2024-c1a"])
def test_where_writing_is_off_nothing_speaks_of_adding(records: Path, lang: str, note: str | None) -> None:
    """No link, no heading, no chooser; the page of a commitment is called after what is there, in the whole width."""
    at = run(lang=lang, queue="never", **({"note": note} if note else {}))
    text = markup(at) + " ".join(each.label for each in at.selectbox)
    assert not re.search("Add a note|write about" if lang == "en" else "기록 추가<|기록할 항목", text)
    assert ("Notes so far" if lang == "en" else "지금까지의 기록") in text
    assert ("ask those who run the register" if lang == "en" else "운영 담당자에게 요청하십시오") in text
    if note:
        assert ("Notes so far on 2024, commitment 1 (a)" if lang == "en" else "지금까지의 기록</h1>") in text
        assert not at.main.columns


@pytest.mark.parametrize("lang", LANGUAGES)
def test_where_writing_is_on_the_queue_leads_to_the_form(records: Path, curating: None, lang: str) -> None:
    assert ("Add a note on 2023, ¶ 2 (a)" if lang == "en" else "(a) 점검 기록 추가") in markup(run(lang=lang, queue="never"))
    assert run(lang=lang, note="2024-c1a").main.columns


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_link_to_an_unknown_commitment_is_said(records: Path, lang: str) -> None:
    assert "2024-c9z" in words(run(lang=lang, note="2024-c9z"))


def test_without_the_right_the_save_itself_refuses_and_keeps_the_writing(
    records: Path, curating: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = write(run(lang="en", note="2024-c1a"))
    before = files(records)
    monkeypatch.delenv("REGISTER_CURATE")  # the right is gone, but the button is still on the screen
    checked(at.button(key="save").click().run())
    assert files(records) == before
    assert "Not saved: you do not have the right" in words(at)
    monkeypatch.setenv("REGISTER_CURATE", "1")
    checked(at.run())
    assert labelled(at.text_area, "Reason, in English").value == "An office was decided."


def test_a_server_that_others_can_reach_refuses_to_save(records: Path, curating: None, monkeypatch: pytest.MonkeyPatch) -> None:
    at = write(run(lang="en", note="2024-c1a"))
    before = files(records)
    monkeypatch.setattr(access, "circumstances", lambda: replace(AT_THE_MACHINE, forwarded=True))
    checked(at.button(key="save").click().run())
    assert files(records) == before
    assert "can be reached from elsewhere" in words(at)


# adding a note --------------------------------------------------------------------------------------------------------------


def test_the_rules_are_said_live_and_a_sound_note_is_saved(records: Path, curating: None) -> None:
    at = run(lang="en", note="2024-c1a")
    assert "3 things are missing" in words(at)
    assert at.button(key="save").disabled
    write(at)
    assert "All rules are met. The note will name Kim Minji." in words(at)
    labelled(at.selectbox, "What was found").select("partly-done").run()
    assert "Which part is done, in English" in words(at)
    labelled(at.selectbox, "What was found").select("started").run()
    checked(at.button(key="save").click().run())
    name = f"notes/2024-c1a/{today().isoformat()}.yaml"
    assert name in files(records)
    assert f"git add commitments/{name}" in words(at)
    assert "written" in words(at)
    assert "An office was decided." in words(at), "the note is shown at once"
    assert load(records, today()).problems == ()


DAYS = {
    "2027-05-01": ("As of (year-month-day): that day has not come.", "평가 기준일(연-월-일): 아직 오지 않은 날짜입니다."),
    "2011-05-01": (
        "As of (year-month-day): the declaration was adopted on 11 Oct 2024.",
        "평가 기준일(연-월-일): 선언문 채택일(2024. 10. 11.)보다 앞선 날짜입니다.",
    ),
    "1 May": ("As of (year-month-day): write a day of the calendar", "평가 기준일(연-월-일): 2024-10-11과 같은 형식의 날짜로"),
}


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("day", DAYS)
def test_a_wrong_day_is_one_sentence_about_the_day_before_any_reason_is_given(records: Path, curating: None, lang: str, day: str) -> None:
    at = run(lang=lang, note="2024-c1a")
    labelled(at.text_input, "As of (year-month-day)" if lang == "en" else "평가 기준일(연-월-일)").input(day).run()
    labelled(at.selectbox, "What was found" if lang == "en" else "이행 상황 판단").select("started").run()
    said = words(checked(at))
    assert DAYS[day][LANGUAGES.index(lang)] in said
    assert ("“Started” needs one source." if lang == "en" else "‘착수’에는 자료 1건이 필요합니다.") in said
    assert ("4 things are missing" if lang == "en" else "다음 4가지") in said, "two reasons, the day, the evidence"


def test_a_source_that_comes_too_late_is_named_before_any_reason_is_given(records: Path, curating: None) -> None:
    at = run(lang="en", note="2024-c1a")
    labelled(at.text_input, "As of (year-month-day)").input("2025-01-01").run()
    labelled(at.multiselect, "Evidence on record").select("ordinance").run()
    assert "choose a later day or leave it out: The city adopted an ordinance." in words(checked(at))


def test_the_field_of_the_body_says_what_is_judged(records: Path, curating: None) -> None:
    assert labelled(run(lang="en", note="2024-c1a").selectbox, "What is judged")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_rule_of_the_codebook_is_said_in_the_readers_language(records: Path, curating: None, lang: str) -> None:
    at = run(lang=lang, note="2024-c1a")
    at.selectbox[1].select("done").run()
    labels = {"en": ("Reason, in English", "Reason, in Korean"), "ko": ("판단 이유(영어)", "판단 이유(한국어)")}[lang]
    labelled(at.text_area, labels[0]).input("It is done.").run()
    labelled(at.text_area, labels[1]).input("이행되었다.").run()
    assert ("“Done” needs one primary source" if lang == "en" else "‘이행 완료’에는 1차 자료 1건") in words(checked(at))


def test_text_is_shown_as_text(records: Path, curating: None) -> None:
    at = run(lang="en", note="2024-c1a")
    labelled(at.selectbox, "What was found").select("started").run()
    labelled(at.text_area, "Reason, in English").input("<img src=x onerror=alert(1)> **bold** :smile:").run()
    labelled(at.text_area, "Reason, in Korean").input("<script>가</script>").run()
    drawn = markup(checked(at))
    assert "<img" not in drawn
    assert "<script" not in drawn
    assert "&lt;img src=x" in drawn


def test_a_new_source_is_saved_with_the_note(records: Path, curating: None) -> None:
    at = write(run(lang="en", note="2024-c1a"))
    at.button(key=next(str(each.key) for each in at.button if str(each.key).endswith(":add-source"))).click().run()
    assert "New source 1, Title" in words(at)
    for label, given in (("Title", "Council minutes"), ("Publisher", "The council"), ("When it happened", "2026-04")):
        labelled(at.text_input, label).input(given).run()
    labelled(at.text_area, "What it says, one sentence in English").input("The council decided it.").run()
    labelled(at.text_area, "What it says, one sentence in Korean").input("시의회가 의결하였다.").run()
    labelled(at.selectbox, "Grade").select("primary").run()
    labelled(at.selectbox, "Confidence").select("high").run()
    checked(at.button(key="save").click().run())
    assert {"evidence/council-minutes.yaml", f"notes/2024-c1a/{today().isoformat()}.yaml"} <= files(records)


def test_a_full_disk_is_said_in_a_sentence_and_the_writing_is_kept(records: Path, curating: None, monkeypatch: pytest.MonkeyPatch) -> None:
    at = write(run(lang="en", note="2024-c1a"))
    before = files(records)

    def full(path: Path, content: bytes) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(new_files, "_write", full)
        checked(at.button(key="save").click().run())
    assert "the disk is full" in words(at)
    assert files(records) == before
    assert labelled(at.text_area, "Reason, in English").value == "An office was decided."
    checked(at.button(key="save").click().run())
    assert files(records) - before == {f"notes/2024-c1a/{today().isoformat()}.yaml"}


def test_a_save_is_checked_against_the_records_as_they_are_by_then(records: Path, curating: None) -> None:
    at = write(run(lang="en", note="2024-c1a"))
    (records / "evidence/offices.yaml").unlink()
    checked(at.button(key="save").click().run())
    assert "the records have changed since" in words(at)
    assert f"notes/2024-c1a/{today().isoformat()}.yaml" not in files(records)


# unsaved writing --------------------------------------------------------------------------------------------------------------


def test_unsaved_writing_survives_a_page_change_and_a_new_session(records: Path, curating: None) -> None:
    at = write(run(lang="en", note="2024-c1a"))
    draft = parameter(at, "draft")
    assert draft
    checked(at.switch_page("method.py").run())
    checked(at.switch_page("follow_through.py").run())
    assert labelled(at.text_area, "Reason, in English").value == "An office was decided."
    assert "This note is not saved yet" in words(at)
    again = run(lang="en", note="2024-c1a", draft=draft)
    assert labelled(again.text_area, "Reason, in English").value == "An office was decided."
    assert labelled(again.multiselect, "Evidence on record").value == ["ordinance"]
    checked(again.button(key="discard").click().run())
    assert labelled(again.text_area, "Reason, in English").value == ""
    assert not parameter(again, "draft")


def test_unsaved_writing_is_offered_where_the_address_does_not_name_it(records: Path, curating: None) -> None:
    draft = parameter(write(run(lang="en", note="2024-c1a")), "draft")
    at = run(lang="en")
    assert "Unsaved: 2024, commitment 1 (a)" in words(at)
    checked(at.button(key=f"go-on-{draft}").click().run())
    assert labelled(at.text_area, "Reason, in English").value == "An office was decided."
    checked(at.button(key="discard").click().run())


def test_writing_that_is_not_kept_any_more_is_said(records: Path, curating: None) -> None:
    assert "no longer kept here" in words(run(lang="en", note="2024-c1a", draft="A" * 20))


def test_a_reader_never_sees_unsaved_writing(records: Path, curating: None, monkeypatch: pytest.MonkeyPatch) -> None:
    at = write(run(lang="en", note="2024-c1a"))
    draft = parameter(at, "draft")
    monkeypatch.delenv("REGISTER_CURATE")
    for reader in (run(lang="en", note="2024-c1a", draft=draft), run(lang="en")):
        assert "An office was decided." not in words(reader)
        assert "Unsaved" not in words(reader)
