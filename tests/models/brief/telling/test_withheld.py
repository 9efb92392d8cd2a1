"""A brief made while records are withheld: it names what cannot be told, and tells nothing in its place."""

from __future__ import annotations

from dataclasses import replace

import pytest

from models.brief import facts
from models.brief.facts import About, Brief
from models.brief.gathering import brief
from models.records.terms import Ledger
from models.register.register import Register
from models.register.standing import Standing
from models.register.withheld import WithheldNote
from tests.models.brief.telling.test_telling import part, told, words
from tests.samples.registers import LATEST, real, say
from tests.samples.withheld import read, resting_on_the_sources, without_sources

LANGUAGES = ["en", "ko"]


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> Register:
    return read(without_sources(tmp_path_factory.mktemp("broken"))).register


def about(register: Register, address: str) -> Brief:
    found = facts.about(register, address)
    assert isinstance(found, About), address
    return brief(register, found, LATEST)


def hiding(*notes: str) -> Register:
    """The real records, of which these notes cannot be shown."""
    gone = [note for note in real().notes if note.id in notes]
    hidden = [WithheldNote(f"notes/{note.id}.yaml", note.commitment, note.as_of, note.actor, True, note) for note in gone]
    assert len(hidden) == len(notes)
    return replace(real(), notes=tuple(note for note in real().notes if note not in gone), withheld_notes=tuple(hidden))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_title_the_table_and_what_is_not_known_name_the_withheld_judgements(broken: Register, lang: str) -> None:
    found, sheet, own = about(broken, "city:gwangju"), told(about(broken, "city:gwangju"), lang), say(lang)("terms.standing_withheld")
    n = found.tally(Ledger.PROMISES).by[Standing.WITHHELD]
    assert n == sum(item.commitment.id in resting_on_the_sources() for item in found.promised) > 0
    assert sheet.title.endswith(f"the judgements of {n} are withheld" if lang == "en" else f"{own} {n}건")
    stands = part(sheet, "stands").table
    assert stands is not None
    at = stands.head.index(own)
    assert stands.rows[0][at] == str(n)
    assert stands.head.index(say(lang)("terms.standing_not-assessed")) == at - 1
    unknown = {entry.lead.rstrip(":").lower(): entry.text for entry in part(sheet, "unknown").entries}
    assert unknown[own]
    assert unknown[say(lang)("terms.standing_not-assessed")] == say(lang)("briefing.none_but_withheld")


def test_a_sound_brief_says_nothing_of_it() -> None:
    for address in ("city:gwangju", "theme:poverty", "forum:14"):
        assert "withheld" not in words(told(about(real(), address))).lower()


def test_what_is_withheld_is_quoted_and_dated_with_its_own_word(broken: Register) -> None:
    found = about(broken, "forum:14")
    (item,) = [item for item in found.promised if item.commitment.id == "2024-c4a"]
    assert (item.standing, item.note, item.overdue) == (Standing.WITHHELD, None, False)
    (due,) = [entry for entry in part(told(found), "due").entries if "17 May 2025" in entry.lead]
    assert due.lead == "Due 17 May 2025:"
    assert "withheld" in f"{due.text} {due.facts}"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_own_record_that_is_withheld_is_counted_and_not_called_missing(lang: str) -> None:
    sound, city = about(real(), "city:gwangju"), real().body_by_id["gwangju"].name[lang]
    promise = next(item for item in sound.promised if item.own)
    newest = real().decision_on(promise.commitment.id, LATEST, "gwangju")
    assert newest
    found = about(hiding(newest.id), "city:gwangju")
    (item,) = [each for each in found.promised if each.commitment.id == promise.commitment.id]
    assert (item.own, item.own_withheld) == (None, True)
    assert part(told(found, lang), "stands").after.endswith(say(lang).count("briefing.own_withheld", 1, name=city))
    missing = [entry.text for entry in part(told(sound, lang), "unknown").entries if entry.lead == _own_lead(lang)]
    assert [entry.text for entry in part(told(found, lang), "unknown").entries if entry.lead == _own_lead(lang)] == missing


def _own_lead(lang: str) -> str:
    return say(lang)("briefing.lead", words=say(lang)("briefing.own_lead"))


def test_a_question_on_an_act_against_the_words_does_not_answer_with_an_older_note() -> None:
    sound = about(real(), "city:gwangju")
    item = next(question.item for question in sound.questions if question.why == "contrary")
    assert item
    assert item.against
    newest = real().decision_on(item.commitment.id, LATEST, item.against.actor)
    assert newest
    assert newest.id != item.against.id
    answers = [entry.text for entry in part(told(about(hiding(newest.id), "city:gwangju")), "questions").entries]
    assert any(say("en")("briefing.a_contrary_withheld") in answer for answer in answers)
    assert not any("newest note on its record" in answer for answer in answers)
