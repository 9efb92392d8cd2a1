"""The Brief as facts and as words: what is told, in which order, and that nothing is told that is not on record."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from models.brief import facts
from models.brief.facts import About, Asking, Brief, Kind, Subject, subjects
from models.brief.gathering import brief
from models.brief.telling.phrases import LONGEST, subject_name
from models.brief.telling.sections import ladder, sheet
from models.brief.telling.sources import readable
from models.brief.telling.tree import Section, Sheet
from models.records.terms import BodyKind, Ledger
from models.records.texts import Commitment
from models.records.vocabulary import Body, Theme
from models.register.register import Register
from models.register.standing import Standing
from tests.samples import registers as made
from tests.samples.registers import TODAY, real, say

LANGUAGES = ["en", "ko"]
EVERYTHING = 1000


def about(address: str, day: dt.date = TODAY) -> Brief:
    found = facts.about(real(), address)
    assert isinstance(found, About), address
    return brief(real(), found, day)


def told(found: Brief, lang: str = "en", steps: int = EVERYTHING) -> Sheet:
    return sheet(found, say(lang), "0123456789ab", steps)


def part(whole: Sheet, id_: str) -> Section:
    return next(section for section in whole.sections if section.id == id_)


def words(whole: Sheet) -> str:
    """Everything a sheet says, in one string."""
    said = [whole.title, whole.line, whole.lede, *whole.foot]
    for section in whole.sections:
        said += [section.heading, section.lede, section.after, section.subheading, section.more]
        said += [f"{entry.lead} {entry.quote} {entry.text} {entry.facts}" for entry in section.entries]
    return " ".join([*said, *(f"{source.title} {source.words}" for source in whole.sources)])


# golden content ----------------------------------------------------------------------------------------------------


def test_the_brief_of_the_host_city_has_the_facts_of_the_texts() -> None:
    found = about("city:gwangju")
    assert [tally.n for tally in found.tallies] == [30, 6, 1]
    assert [item.commitment.id for item in found.promised[:4]] == ["2024-c2a", "2024-c4a", "2024-c3a", "2024-c1a"]
    assert [(item.commitment.id, item.overdue) for item in found.due] == [
        ("2024-c2a", False),
        ("2023-c4b", True),
        ("2017-closeb", True),
        ("2017-closec", True),
        ("2024-c4a", False),
        ("2017-closea", False),
    ]
    assert [item.commitment.id for item in found.asked if item.by_name] == ["2011-closea"]
    assert {item.commitment.id for item in found.items if item.against} == {"2023-c2b"}
    assert [question.why for question in found.questions] == [Asking.CONTRARY, Asking.OVERDUE, Asking.WEAKENED]
    assert len(found.not_on_record) == 11


def test_the_brief_of_a_theme_has_the_facts_of_the_texts() -> None:
    found = about("theme:human-rights-education")
    assert [item.commitment.id for item in found.promised] == ["2024-c3a", "2020-c4a", "2011-c3a"]
    assert {item.commitment.id for item in found.asked} == {"2020-p3a", "2011-p10a", "2011-p12c", "2011-p13c"}
    assert found.asked[0].commitment.to, "what cities are asked comes first"
    assert not found.due
    assert found.declarations == ("2011", "2020", "2024")
    assert found.agreed[0].place == "2024-c3a"
    assert "human-rights-education" in {pledge.id for pledge in found.agreed[0].pledges}
    texts = words(told(found))
    assert "3 promises, 2 asks and 2 hopes, in 3 of the 5 declarations on record" in texts
    assert "11 of 16 forums" in texts


@pytest.mark.parametrize("lang", LANGUAGES)
def test_quotes_are_to_the_letter_with_their_place_and_firmness(lang: str) -> None:
    whole = told(about("theme:human-rights-education"), lang)
    register = real()
    for section in whole.sections:
        for entry in section.entries:
            if entry.quote:
                assert entry.quote == register.words_at(entry.place)
                assert (
                    entry.quote
                    in register.provision_by_id[
                        entry.place.rstrip("abcdefgh") if entry.place in register.commitment_by_id else entry.place
                    ].text
                )
                assert say(lang).place(entry.place) in entry.facts
    first = part(whole, "promised").entries[0]
    assert ("promises, checkable" if lang == "en" else "약속 · 확인 가능") in first.facts
    assert bool(first.lead) == (lang == "ko"), "a Korean brief says in Korean what an English quote means"
    assert first.path == "/commitment?id=2024-c3a"


# what is true of every brief -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", list(Kind))
def test_every_subject_counts_each_ledger_for_itself_and_loses_nothing(kind: Kind) -> None:
    for each in subjects(real()):
        if each.kind is not kind:
            continue
        found = brief(real(), each, TODAY)
        for tally in found.tallies:
            assert sum(tally.by.values()) == tally.n, each
            assert tally.assessable == tally.n - tally.by[Standing.NOT_ASSESSABLE]
        assert all(item.commitment.ledger is Ledger.PROMISES for item in found.promised)
        assert len(found.questions) == 3 or found.empty
        for steps in (0, 3, EVERYTHING):
            whole = told(found, "en", steps)
            if not found.empty:
                quoted, more = part(whole, "promised").entries, part(whole, "promised").more
                left = len(found.promised) - len(quoted)
                assert (str(left) in more) if left else not more, (each, steps)
            cited = {number for section in whole.sections for entry in section.entries for number in entry.refs}
            assert cited == {source.number for source in whole.sources}, each
            assert [source.number for source in whole.sources] == list(range(1, len(whole.sources) + 1))


def test_a_step_more_tells_one_thing_more_until_everything_is_told() -> None:
    found = about("forum:14")
    assert len(ladder(found)) == sum(map(len, (found.promised, found.due, found.judged, found.asked, found.agreed)))
    few, all_ = told(found, steps=0), told(found)
    assert not part(few, "promised").entries
    assert "And 4 more promises" in part(few, "promised").more
    assert not part(all_, "promised").more
    assert len(part(all_, "stands").entries) == len(found.judged)


def test_a_past_day_knows_nothing_of_what_came_later() -> None:
    found = brief(real(), Subject(Kind.CITY, "gwangju"), TODAY.replace(year=2020, month=10, day=6))
    assert found.declarations == ("2011", "2017")
    assert all(note.as_of <= found.on for item in found.items for note in (item.note, item.own, item.against) if note)
    assert "2024" not in words(told(found)).replace("2024년", "2024")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_forum_without_its_text_is_not_said_to_have_promised_nothing(lang: str) -> None:
    whole = told(about("forum:15"), lang)
    assert ("its declaration is not on record" if lang == "en" else "선언문 본문 미확보") in whole.title
    assert ("no evidence that it promised nothing" if lang == "en" else "약속이 없었다는 뜻은 아님") in whole.lede
    assert [section.id for section in whole.sections] == ["unknown", "questions"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_theme_that_no_commitment_names_says_so_in_its_title(lang: str) -> None:
    whole = told(about("theme:digital"), lang)
    assert whole.title.endswith("no commitment on record names this theme" if lang == "en" else "이 주제를 다룬 항목 없음")
    assert ("5 declarations on record, of 16 forums" if lang == "en" else "16개 회차 중 본문을 확보한 선언문 5건") in whole.lede
    assert told(about("group:children"), lang).title.endswith("names this group" if lang == "en" else "이 집단을 언급한 항목 없음")
    together = told(about("theme:poverty+theme:digital"), lang).title
    assert together.endswith("no commitment on record names Digital space" if lang == "en" else "해당 항목 없음: 디지털 공간")
    assert "no commitment" not in told(about("theme:poverty+theme:health")).title


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_rests_on_one_city_only_is_said_in_the_title(lang: str) -> None:
    city = real().body_by_id["gwangju"].name[lang]
    some, all_ = (told(about(address), lang).title for address in ("theme:right-to-the-city", "theme:human-rights-education"))
    assert some.endswith(
        f"1 rests on the own record of one city only: {city}" if lang == "en" else f"1건은 한 도시({city})의 개별 이행 기록에만 근거함"
    )
    assert all_.endswith(
        f"what is begun rests on the own record of one city only: {city}"
        if lang == "en"
        else f"한 도시({city})의 개별 이행 기록에만 근거함"
    )
    for address in ("forum:14", "theme:civic-space", "theme:health"):
        assert ("one city only" if lang == "en" else "한 도시") not in told(about(address), lang).title


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("address", ["theme:poverty+theme:right-to-the-city", "city:gwangju+theme:poverty+theme:health+forum:13"])
def test_a_brief_on_several_subjects_names_them_all_and_says_how_they_are_read(address: str, lang: str) -> None:
    found = about(address)
    whole = told(found, lang)
    for subject in found.about.subjects:
        assert subject_name(real(), subject, say(lang)) in whole.title, subject
        assert subject_name(real(), subject, say(lang)) in whole.running, subject
    assert ("counted once" if lang == "en" else "한 번만 셈") in whole.lede
    together = "all of these at once" if lang == "en" else "다음 모두에 해당하는"
    assert (together in whole.lede) == (len(found.about.kinds) > 1)
    assert ("several subjects" if lang == "en" else "여러 주제") in whole.line


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_record_of_a_city_is_told_by_the_name_of_the_city_also_among_several_subjects(lang: str) -> None:
    whole, name = told(about("city:gwangju+theme:poverty"), lang), real().body_by_id["gwangju"].name[lang]
    assert part(whole, "stands").after.startswith(f"{name}’s own record" if lang == "en" else f"{name} 개별 이행 기록")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_brief_of_a_pledge_says_what_it_is_and_is_told_from_the_theme_of_its_name(lang: str) -> None:
    pledge, theme = told(about("pledge:human-rights-education"), lang), told(about("theme:human-rights-education"), lang)
    assert real().pledge_by_id["human-rights-education"].object[lang] in pledge.lede
    assert all(year in pledge.lede for year in real().recurrence(real().pledge_by_id["human-rights-education"]))
    assert pledge.name != theme.name
    assert pledge.name.endswith("(pledge)" if lang == "en" else "(의제)")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_forum_whose_text_is_missing_among_others_is_said_in_the_title(lang: str) -> None:
    assert told(about("forum:14+forum:15"), lang).title.endswith(
        "the declaration is not on record: 15th forum (2025)" if lang == "en" else "선언문 본문 미확보: 제15회 포럼(2025년)"
    )
    assert ("their declarations are not on record" if lang == "en" else "선언문 본문 미확보") in told(
        about("forum:15+forum:16"), lang
    ).title


def test_a_city_not_known_to_have_taken_part_is_not_said_to_be_bound() -> None:
    seoul = about("city:seoul")
    assert seoul.perhaps
    assert told(seoul).title.startswith("Promises that bind Seoul only where it took part")
    assert "they bind Seoul where it took part, which is not on record" in told(seoul).lede
    assert told(seoul, "ko").title.startswith("서울특별시의 참가 시 이행 대상인 공동 약속(종합 판단)")
    assert "서울특별시의 참가 여부는 확인되지 않음" in told(seoul, "ko").lede
    for known in ("city:gwangju", "city:ohchr"):
        assert not about(known).perhaps
        assert told(about(known)).title.startswith("Promises that bind ")
        assert "took part" not in told(about(known)).title


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_brief_of_a_city_says_who_took_over_from_the_day_it_did(lang: str) -> None:
    new = real().body_by_id["jeonnam-gwangju"].name[lang]
    assert new not in told(about("city:gwangju", dt.date(2026, 6, 30)), lang).lede
    assert new in told(about("city:gwangju", dt.date(2026, 7, 1)), lang).lede
    inherited = about("city:jeonnam-gwangju", dt.date(2026, 7, 1))
    assert real().body_by_id["gwangju"].name[lang] in told(inherited, lang).lede
    assert "2011-closea" in {item.commitment.id for item in inherited.asked if item.by_name}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_body_answers_to_nothing_from_before_it_began(lang: str) -> None:
    later = about("city:jeonnam-gwangju", dt.date(2026, 6, 30))
    assert later.empty
    assert say(lang).date(real().body_by_id["jeonnam-gwangju"].begins or TODAY) in told(later, lang).title
    assert ("nothing that was adopted before that day" if lang == "en" else "그 전에 채택된 선언문") in told(later, lang).lede


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("address", ["theme:climate", "group:inhabitants", "forum:10"])
def test_a_promise_in_name_only_is_counted_and_quoted_apart_from_the_ledgers(address: str, lang: str) -> None:
    found = about(address)
    assert [item.commitment.id for item in found.in_name_only] == ["2020-c3a"]
    assert "2020-c3a" not in {item.commitment.id for item in found.items}
    whole = told(found, lang, steps=0)
    assert ("1 numbered commitment binds nobody" if lang == "en" else "실천 약속 1건은 아무도 구속하지 않는") in whole.lede
    assert ("counted in no ledger" if lang == "en" else "어디에도 세지 않음") in part(whole, "in-name-only").lede
    assert part(whole, "in-name-only").entries[0].quote == real().words_at("2020-c3a")


def test_a_question_about_a_pledge_is_about_the_subject_of_the_brief() -> None:
    older, climate = about("group:older-persons"), about("theme:climate")
    assert [question.pledge.id for question in older.questions if question.pledge] == ["older-persons"]
    assert not [question.pledge.id for question in climate.questions if question.pledge], "no pledge on climate was weakened or left"
    assert len(older.questions) == len(climate.questions) == 3
    assert [question.pledge.id for question in about("theme:peace").questions if question.pledge] == ["end-of-armed-conflicts"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_words_that_share_their_sentence_are_quoted_within_it(lang: str) -> None:
    entries = [entry for section in told(about("city:gwangju"), lang).sections for entry in section.entries if entry.quote]
    part_ = next(entry for entry in entries if entry.place == "2023-c2a")
    whole = part_.quote_before + part_.quote + part_.quote_after
    assert "address the issues of poverty" in part_.quote_after
    assert whole == real().provision_by_id["2023-c2"].text
    assert ("commitment in bold" if lang == "en" else "굵은 글씨가 해당 문구") in part_.facts
    alone = next(entry for entry in entries if entry.place == "2024-c2a")
    assert not alone.quote_before + alone.quote_after


# small registers ---------------------------------------------------------------------------------------------------

GWANGJU = Body(id="gwangju", name=made.both("Gwangju"), kind=BodyKind.CITY)
INSTITUTIONS = Theme(id="institutions", name=made.both("Institutions"), definition=made.both("Offices."))


def small(*commitments: Commitment, **kinds: Any) -> Register:
    declaration = made.declaration("2024", 14, made.provision("c1", *commitments))
    return made.register(declaration, themes=[INSTITUTIONS], bodies=[GWANGJU], **kinds)


def of_theme(register: Register) -> Brief:
    return brief(register, Subject(Kind.THEME, "institutions"), TODAY)


def test_what_nobody_has_assessed_is_not_said_to_be_undone() -> None:
    whole = told(of_theme(small(made.commitment("a"), made.commitment("b"))))
    assert whole.title == "Institutions: none of the 2 promises that can be judged has been assessed yet"
    unknown = words(whole)
    assert "2 of 2 promises that can be judged: nobody has looked yet" in unknown
    assert "No evidence found" not in unknown, "nobody looked"


def test_a_quote_too_long_for_two_pages_is_left_out_whole_and_said_so() -> None:
    long = "We do " + "very much " * 70 + "indeed."
    whole = told(of_theme(small(made.commitment("a", quote=long))))
    entry = part(whole, "promised").entries[0]
    assert len(long) > LONGEST
    assert not entry.quote
    assert entry.lead == "We do it."
    assert "too long for this page" in entry.facts


def test_the_record_of_a_city_stands_beside_the_whole_and_is_not_counted() -> None:
    notes = [made.note("2024-c1a", "2025-01-01", "done", actor="gwangju"), made.note("2024-c1a", "2025-02-01", "started")]
    found = brief(small(made.commitment("a"), notes=notes), Subject(Kind.CITY, "gwangju"), TODAY)
    assert found.tally(Ledger.PROMISES).by[Standing.DONE] == 0
    whole = told(found)
    assert "own record, which is never counted as the whole, covers 1 of the 1 promises: done 1" in part(whole, "stands").after
    assert "own record: done, as of 1 Jan 2025 · as a whole: started" in part(whole, "stands").entries[0].facts


def test_a_note_in_the_other_language_alone_says_that_its_translation_is_missing() -> None:
    reason = {"en": "Only in English.", "missing_translation": "ko"}
    register = small(made.commitment("a"), notes=[made.note("2024-c1a", "2025-02-01", "started", reason=reason)])
    entry = part(told(of_theme(register), "ko"), "stands").entries[0]
    assert entry.text == "Only in English. (번역 없음)"
    assert entry.text_lang == "en"


def test_an_address_is_shown_with_its_letters_and_linked_as_it_is() -> None:
    assert readable("https://a.kr/%EA%B4%91%EC%A3%BC") == "https://a.kr/광주"
    assert readable("https://a.kr/a%20b") == "https://a.kr/a%20b"
    assert readable("https://a.kr/a%2520b") == "https://a.kr/a%2520b"
