"""The page City: what a body is known to be bound by, its own records, and nothing that a day did not know yet."""

from __future__ import annotations

import datetime as dt
import re
from functools import partial

import pytest

from models.records.terms import BodyKind
from models.records.vocabulary import Body
from models.register import answering
from tests.pages import opening
from tests.samples import registers as made
from tests.samples.registers import real

BOTH = pytest.mark.parametrize("lang", ["en", "ko"])
opened = partial(opening.opened, "city")


def shown(lang: str, **query: str) -> str:
    return opening.words(opened(lang, **query))


@BOTH
def test_each_ledger_of_the_host_city_has_its_own_count(lang: str) -> None:
    text = shown(lang, id="gwangju")
    if lang == "en":
        assert "Own records on 15 of the 30 promises that bind it by name" in text
        assert "Own records also on 3 asks and 8 hopes." in text.replace("\u00a0", " ")
        assert "It is addressed by name in 1 ask. Cities in general are addressed in 5 asks and 1 hope." in text.replace("\u00a0", " ")
    else:
        assert "약속 30건 중 15건에 개별 이행 기록이 있습니다. 요청·촉구 3건, 기대 8건에도" in text.replace("\u00a0", " ")


def test_a_record_on_an_ask_is_not_passed_over_in_the_count_above_it() -> None:
    text = shown("en", id="gwangju", on="2012-06-01").replace("\u00a0", " ")
    assert "Own records on 0 of the 5 promises" in text
    assert "Own records also on 1 hope." in text


@BOTH
@pytest.mark.parametrize("id_", ["seoul", "vienna"])
def test_a_city_is_bound_only_if_it_took_part(id_: str, lang: str) -> None:
    text, name = shown(lang, id=id_), real().body_by_id[id_].name[lang]
    if lang == "en":
        assert f"30 promises made by the participants of the forums; they bind {name} where it took part, which is not on record." in text
        assert "What binds it if it took part" in text
    else:
        assert f"포럼 참가자 전체의 약속 30건이며, {name}의 참가 여부는 확인되지 않았습니다." in text
        assert "참가한 경우 지켜야 할 약속" in text


@BOTH
def test_a_body_answers_to_nothing_from_before_it_began(lang: str) -> None:
    before = real().as_of(dt.date(2026, 6, 30))
    body = before.body_by_id["jeonnam-gwangju"]
    assert answering.bound(before, body) == answering.asked(before, body) == ()
    text = shown(lang, id=body.id, on="2026-06-30")
    assert ("before its appointed first day, 1 Jul 2026" if lang == "en" else "정해진 출범일(2026. 7. 1.)") in text
    assert ("What it is bound by" if lang == "en" else "지켜야 할 약속") not in text


def test_a_body_answers_to_what_was_adopted_from_its_first_day_on() -> None:
    body = Body(id="new", name=made.both("New"), kind=BodyKind.CITY, begins=dt.date(2024, 10, 11))
    ask = made.commitment("b", force="urges", to=["cities"])
    texts = [made.declaration(year, forum, made.provision("c1", made.commitment("a"), ask)) for year, forum in (("2023", 13), ("2024", 14))]
    register = made.register(*texts, bodies=[body])
    assert [each.commitment.id for each in answering.bound(register, body)] == ["2024-c1a"]
    assert [commitment.id for commitment, _ in answering.asked(register, body)] == ["2024-c1b"]


@BOTH
@pytest.mark.parametrize("id_", ["oecd", "un-human-rights-council", "central-governments"])
def test_a_body_without_a_promise_is_said_to_have_none(id_: str, lang: str) -> None:
    text = shown(lang, id=id_)
    assert ("No text on record has a promise of this body." if lang == "en" else "확보한 본문에 이 도시·기관의 약속은 없습니다.") in text
    assert "of the 0" not in text
    assert ("What it is bound by" if lang == "en" else "지켜야 할 약속") not in text


@BOTH
def test_what_is_to_be_known_of_a_body_is_told_from_its_day_on(lang: str) -> None:
    told = "By an Act passed on 1 March 2026" if lang == "en" else "승계하도록 한 법률(제21446호)"
    assert told in shown(lang, id="gwangju", on="2026-03-01")
    assert told not in shown(lang, id="gwangju", on="2026-02-28")
    assert told not in shown(lang, id="gwangju", on="2011-06-01")


@BOTH
def test_what_a_measure_counts_is_said_without_names_of_fields(lang: str) -> None:
    text = shown(lang, id="gwangju")
    assert ("rated better than the year before, out of all" if lang == "en" else "인권지표 수와 평가 대상") in text
    assert "(of)" not in text
    assert "(value)" not in text
    assert "(값)" not in text


def test_sources_stand_under_the_names_that_readers_know() -> None:
    korean, english = opening.drawn("city", "ko", id="gwangju"), opening.drawn("city", "en", id="gwangju")
    assert "광주일보" in korean
    assert "Kwangju Ilbo" not in korean
    assert "Kwangju Ilbo" in english


@BOTH
def test_the_host_city_has_its_own_record_apart_from_the_whole(lang: str) -> None:
    text = opening.words(opening.opened("city", lang, id="gwangju"))
    assert ("own record, not counted as the whole" if lang == "en" else "종합 판단에는 합산하지 않음") in text
    assert ("contrary" if lang == "en" else "문구에 반하는 조치") in text


# what comes first, and what opens ------------------------------------------------------------------------------------


@BOTH
def test_what_is_due_comes_first_then_what_is_open_then_parts_that_are_closed(lang: str) -> None:
    page = opened(lang, id="gwangju")
    text, day = opening.words(page), dt.date(2026, 11, 29)
    due, rest = re.findall(r"<table class='ours stack'>.*?</table>", opening.markup(page), re.DOTALL)[:2]
    assert re.findall(r"commitment\?[^']*id=([\w-]+)", due) == ["2017-closeb", "2017-closec", "2023-c4b", "2024-c2a"]
    assert text.index("Due: 4 promises" if lang == "en" else "확인되지 않은 약속 4건") < text.index(
        "Open: 6 more" if lang == "en" else "이 밖에 이행이"
    )
    assert rest.count("standing-no-evidence") >= rest.count("<tr>") - 1 == 6
    assert not any(part.proto.expanded for part in page.expander)
    promised = {each.commitment.id for each in answering.bound(real().as_of(day), real().body_by_id["gwangju"])}
    tables = "".join(re.findall(r"<table class='ours stack'>.*?</table>", opening.markup(page), re.DOTALL)[:4])
    assert sorted(re.findall(r"commitment\?[^']*id=([\w-]+)", tables)) == sorted(promised)


@BOTH
@pytest.mark.parametrize("part", ["begun", "closed", "own", "asked", "city", "forum"])
def test_a_link_that_names_a_part_finds_it_open_and_first(part: str, lang: str) -> None:
    closed = {each.label for each in opened(lang, id="gwangju").expander}
    page = opened(lang, id="gwangju", part=part)
    assert {each.label for each in page.expander} == closed
    assert [each.proto.expanded for each in page.expander] == [True] + [False] * (len(page.expander) - 1)
    assert f"city?lang={lang}&amp;id=gwangju&amp;part={part}" in opening.markup(page)


@BOTH
def test_a_part_that_is_not_there_is_said(lang: str) -> None:
    assert "part=nowhere" in shown(lang, id="gwangju", part="nowhere")


@BOTH
def test_own_records_are_folded_with_both_standings_in_view(lang: str) -> None:
    chapters = re.findall(r"<details class='chapter'><summary>(.*?)</summary>", opening.markup(opened(lang, id="gwangju")), re.DOTALL)
    assert len(chapters) == 26
    assert all(chapter.count("class='standing ") == 2 for chapter in chapters)


# one body in the place of another -----------------------------------------------------------------------------------


@BOTH
def test_gwangju_leads_to_its_successor_from_the_first_day_on(lang: str) -> None:
    name = real().body_by_id["jeonnam-gwangju"].name[lang]
    said = "Since 1 Jul 2026 its rights and duties are those of" if lang == "en" else "2026. 7. 1.부터 권리와 의무는"
    for day, there in (("2026-06-30", False), ("2026-07-01", True)):
        at = opened(lang, id="gwangju", on=day)
        links = [each for each in re.findall(r"href='([^']*)'", opening.markup(at)) if "id=jeonnam-gwangju" in each]
        assert bool(links) is (said in opening.words(at)) is there, day
        assert all("city?" in each for each in links)
        assert not there or name in opening.words(at).partition(said)[2]


@BOTH
def test_the_new_city_answers_as_successor_and_leads_back(lang: str) -> None:
    at = opened(lang, id="jeonnam-gwangju", on="2026-07-01")
    text, body = opening.words(at), opening.markup(at)
    assert ("Own records on 0 of the 30 promises" if lang == "en" else "약속 30건 중 0건에") in text.replace("\u00a0", " ")
    assert len(re.findall(rf"<td[^>]*>{'as successor' if lang == 'en' else '승계'}</td>", body)) == 30
    assert any("id=gwangju" in each for each in re.findall(r"href='([^']*)'", body))
    assert ("It took over all rights and duties of" if lang == "en" else "권리와 의무를 모두 승계하였습니다") in text


@BOTH
def test_the_day_before_it_answers_for_nothing(lang: str) -> None:
    text = shown(lang, id="jeonnam-gwangju", on="2026-06-30")
    assert ("before its appointed first day, 1 Jul 2026" if lang == "en" else "정해진 출범일(2026. 7. 1.)") in text
    assert ("as successor" if lang == "en" else " 승계 ") not in text
    assert ("It took over" if lang == "en" else "모두 승계하였습니다") not in text
