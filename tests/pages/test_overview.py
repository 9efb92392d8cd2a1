"""The overview as of today and as of earlier days: what is counted, what only stands apart, and what is a change."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.pages.opening import drawn, title, words
from tests.samples.registers import edited, folder, real

BOTH = pytest.mark.parametrize("lang", ["en", "ko"])
LATER = {"en": "After this day", "ko": "기준일 이후"}


def test_only_forums_begun_by_the_day_are_counted_as_the_charts_count_them() -> None:
    assert "texts of 5 of 14 forums" in title(drawn("overview", "en", on="2024-10-11"))
    assert "포럼 전체 14개 회차 중 선언문 5건" in title(drawn("overview", "ko", on="2024-10-11"))
    assert "9 of 14 forums" in words(drawn("find", "en", on="2024-10-11"))


@BOTH
def test_before_the_second_forum_nothing_is_missing(lang: str) -> None:
    page = drawn("overview", lang, on="2012-01-01")
    assert ("every forum begun by 1 Jan 2012" if lang == "en" else "2012. 1. 1.까지 열린 포럼의 선언문 본문 모두") in title(page)
    assert "hatched" not in page
    assert ("Hatched: the text" if lang == "en" else "빗금: 본문을") not in words(page)


@BOTH
def test_forums_after_the_day_stand_apart(lang: str) -> None:
    page = drawn("overview", lang, on="2025-05-06")
    begun, later = re.findall(r"<ol class='forums'>(.*?)</ol>", page)
    assert (begun.count("<li"), later.count("<li")) == (14, 1)
    assert LATER[lang] in words(page)
    assert LATER[lang] not in words(drawn("overview", lang))


@BOTH
def test_a_forum_is_not_there_before_it_was_announced(lang: str) -> None:
    page = drawn("overview", lang, on="2025-05-05")
    assert len(re.findall(r"<ol class='forums'>", page)) == 1
    assert LATER[lang] not in words(page)


def test_while_a_forum_meets_its_text_is_not_known_yet() -> None:
    assert "14th forum, 2024: declaration adopted after this day" in words(drawn("overview", "en", on="2024-10-10"))


def test_a_text_that_is_withheld_is_not_one_adopted_later(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = edited("declarations/2024.yaml", "adopted: 2024-10-11", "adopted: some day")
    monkeypatch.setenv("REGISTER_RECORDS", str(folder(tmp_path, broken)))
    assert "2nd forum, 2024: took place, text withheld for a mistake in its record" in words(drawn("overview", "en"))
    assert "There is a mistake in the record of the declaration of the 2nd forum" in words(drawn("declarations", "en", id="2024"))


@BOTH
def test_an_announced_forum_is_not_drawn_as_one_whose_text_is_missing(lang: str) -> None:
    page = drawn("overview", lang)
    states = re.findall(r"<li class='([^']*)' title='[^']*'>", page)
    hatched = [state for state in states if state.endswith(" hatched")]
    assert (states.count("on-record"), len(hatched), states[-1]) == (5, 10, "announced")
    assert re.findall(r"<li class='of-(announced)'>.*?<span class='cell( hatched)?'>", drawn("method", lang)) == [("announced", "")]
    assert ("16th forum is only announced" if lang == "en" else "제16회 포럼은 개최 예정 발표만 있고") in words(page)


@BOTH
@pytest.mark.parametrize(
    ("year", "told"),
    [
        ("2018", ("took place, text not held here", "포럼 개최, 본문 미확보")),
        ("2025", ("took place, no text found", "포럼 개최, 선언문 찾지 못함")),
        ("2026", ("announced, not confirmed", "개최 예정 발표, 개최 여부 미확인")),
    ],
)
def test_a_forum_without_its_text_says_why_and_leads_to_what_is_known_of_it(year: str, told: tuple[str, str], lang: str) -> None:
    said = told[lang == "ko"]
    cell = re.search(rf"<li class='[^']*' title='([^']*)'><a href='([^']*)'[^>]*>(?:(?!</li>).)*<b>{year}</b>", drawn("overview", lang))
    assert cell
    assert said in cell[1]
    assert f"declarations?lang={lang}&amp;id={year}" in cell[2]
    page = drawn("declarations", lang, id=year)
    forum = next(each for each in real().forums if str(each.year) == year)
    assert said in title(page)
    assert forum.theme[lang] in words(page)
    assert all(" ".join(note[lang].split()) in words(page) for note in forum.notes)
    assert page.count("rel='noopener noreferrer'") == len(forum.sources)


# what changed since the last forum ---------------------------------------------------------------------------------


def _changed(lang: str, **query: str) -> str:
    page = words(drawn("overview", lang, **query))
    start, end = ("What changed since", "What has a date") if lang == "en" else ("이후 달라진 것", "기한이 있는 항목")
    return page[page.index(start) : page.index(end)]


@BOTH
def test_what_is_first_judged_since_is_counted_by_ledger(lang: str) -> None:
    told = _changed(lang)
    assert ("First judged since then: 8 promises, 3 asks and 4 hopes." if lang == "en" else "약속 8건, 요청·촉구 3건, 기대 4건") in told
    assert "16" not in told.replace("16 May", "")


@BOTH
def test_a_judgement_without_a_later_source_is_no_change(lang: str) -> None:
    changed, anew = _changed(lang).split("Judged anew since then" if lang == "en" else "다시 판단한 것")
    assert ("2011, ¶ 10 (a)" if lang == "en" else "2011년 제10항 (a)") in changed
    assert ("2017, ¶ 7 (a)" if lang == "en" else "2017년 제7항 (a)") in anew


@pytest.mark.parametrize(
    ("happened", "told"),
    [("2025-05-18", "Changed, on a source"), ("2025-06", "Changed, on a source"), ("2025-05-17", "Judged anew"), ("2025", "Judged anew")],
)
def test_only_what_surely_happened_after_the_forum_is_a_change(
    happened: str, told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The third forum ended on 17 May 2025; the note of 2026 speaks of a day after it whatever it rests on."""
    second = """\
- id: office
  says: {en: The city opened an office., ko: 시가 사무소를 열었다.}
  title: Opening
  publisher: The city
  happened: WHEN
  published: 2025-12
  seen: 2026-11-20
  grade: primary
  confidence: high
""".replace("WHEN", happened)
    name = "notes/2024-c1a/2026-01-01.yaml"
    changes = {"evidence/office.yaml": second, **edited(name, "[ordinance]", "[office]")}
    monkeypatch.setenv("REGISTER_RECORDS", str(folder(tmp_path, changes)))
    page = _changed("en")
    assert told in page
    assert "1 promise" in page
    assert ("No change of standing rests on" in page) == (told == "Judged anew")


# dates, words and counts -------------------------------------------------------------------------------------------


def test_dates_are_told_by_ledger_and_never_as_one_sum() -> None:
    page = words(drawn("overview", "en"))
    assert "promises 6 of 30, asks 0 of 15, hopes 1 of 24. Come due by" in page
    assert "promises 5 of 6, hopes 1 of 1." in page
    assert "of 70" not in page
    page = words(drawn("overview", "ko", on="2024-10-11"))
    assert "약속 30건 중 6건, 요청·촉구 15건 중 0건, 기대 24건 중 1건" in page
    assert "약속 6건 중 3건, 기대 1건 중 0건" in page


@BOTH
def test_below_a_column_for_dates_the_date_alone_is_said(lang: str) -> None:
    cells = re.findall(r"<td data-label='(?:When|기한)'>(.*?)</td>", drawn("overview", lang).replace("\u00a0", " "))
    assert len(cells) == 7
    assert not any("due 31" in cell or "기한 2" in cell or "기한 경과" in cell for cell in cells)
    assert ("31 Dec 2030" if lang == "en" else "2030. 12. 31.") in cells
    assert any(("overdue since 21 Oct 2018" if lang == "en" else "2018. 10. 21. 경과") in cell for cell in cells)


@BOTH
def test_a_background_mention_is_not_called_no_mention(lang: str) -> None:
    rows = re.findall(r"<tr><th scope='row'><a[^>]*id=human-rights-education[^>]*>.*?</tr>", drawn("overview", lang))
    assert ("touches the topic only" if lang == "en" else "주제만 언급") in rows[-1]
    assert ("not mentioned" if lang == "en" else "언급 없음") in rows[-1]


@BOTH
def test_the_count_is_a_number_below_its_column(lang: str) -> None:
    assert re.search(r"<td data-label='(of 5|5건 중 등장)'>5</td>", drawn("overview", lang))


@BOTH
def test_every_count_of_a_standing_leads_to_as_many_commitments(lang: str) -> None:
    page = drawn("overview", lang)
    links = re.findall(r"<li><a [^>]*ledger=(\w+)&amp;standing=([\w-]+)[^>]*>([^<]*)</a></li>", page)
    assert ("promises", "done", "3 done" if lang == "en" else "이행 완료 3건") in links
    assert len({ledger for ledger, _, _ in links}) == 3
    for ledger, standing, said in links[:: 1 if lang == "en" else 4]:
        found = drawn("find", lang, ledger=ledger, standing=standing)
        assert found.count("<article class='hit'>") == int(re.sub(r"\D", "", said)), said


@BOTH
def test_the_commitment_that_binds_nobody_is_named_and_linked(lang: str) -> None:
    only = next(each for each in real().commitment_by_id.values() if each.in_name_only)
    said = words(drawn("overview", lang)).partition("binds nobody" if lang == "en" else "명목상 약속")[2]
    assert said.index(only.summary[lang]) < 300
    assert f"commitment?lang={lang}&amp;id={only.id}" in drawn("overview", lang)


def test_one_other_is_told_in_the_singular() -> None:
    page = words(drawn("overview", "en"))
    assert "29 of 30 can be judged; the other names only" in page
    assert "13 of 15 can be judged; the others name only" in page


@BOTH
def test_one_text_shows_no_return(lang: str) -> None:
    page = drawn("overview", lang, on="2012-01-01")
    assert ("one text by itself shows no return" if lang == "en" else "이어졌는지 알 수 없습니다") in words(page)
    assert "id=human-rights-education" not in page


@BOTH
def test_the_overview_says_what_is_on_record_with_denominators(lang: str) -> None:
    text = words(drawn("overview", lang))
    assert ("5 of 16" if lang == "en" else "16개 회차 중 선언문 5건") in text
    assert ("Promises 30" if lang == "en" else "약속 30") in text
    assert ("overdue since 21 Oct 2018" if lang == "en" else "2018. 10. 21. 경과") in text
