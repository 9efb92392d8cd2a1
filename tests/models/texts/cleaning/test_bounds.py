"""Where the declaration begins and ends on a page with more: what stands around it goes, and what may be its own words stays."""

from __future__ import annotations

import pytest

from models.texts.cleaning.cleaned import cleaned
from models.texts.parts import Why
from models.texts.source import Line
from tests.samples.lined import copied, lined

REPORT = "Bakers from eleven towns met in Millford this week, talked about bread for three days and ate a lot of it as well."
TEXT = ("Charter of the Cities of Bread", "We, the participants of the meeting of bakers, declare:", "1. Bread is for all.", "2. We bake.")


def kept(*lines: str | Line) -> list[str]:
    return [paragraph.text for paragraph in cleaned(lined(*lines)).paragraphs]


def test_a_report_above_the_title_goes_and_title_lines_stay() -> None:
    above = ("Ninth Forum of Bakers", "Millford, 3 May 2027", "“Bread for everybody”")
    assert kept("Bakers at the forum", REPORT, "• They baked.", "[A picture of bread]", *above, *TEXT) == [*above, *TEXT]


def test_a_korean_report_above_the_title_goes() -> None:
    done = cleaned(
        copied(
            """
            빵의 도시 포럼 폐막
            2027.05.04 14:20
            빵의 도시 포럼이 사흘 동안의 일정을 마치고 막을 내렸다. 참가자들은 마지막 날 선언문을 채택하였다.
            다음은 선언문 전문이다.
            빵의 도시 선언문
            우리는 빵의 도시 포럼 참가자로서 다음과 같이 선언한다.
            하나, 우리는 빵을 나눈다.
            하나, 우리는 나무를 심는다.
            2027년 5월 4일
            빵의 도시 포럼 참가자 일동
            저작권자 ⓒ 빵일보 무단전재 및 재배포 금지
            관련기사
            빵값이 오른다
            """
        )
    )
    texts = [paragraph.text for paragraph in done.paragraphs]
    assert (texts[0], texts[-1], len(texts)) == ("빵의 도시 선언문", "빵의 도시 포럼 참가자 일동", 6)
    assert [left.why for left in done.left_out] == [Why.AROUND, Why.MENU, Why.AROUND, Why.AROUND, Why.CONTACT, Why.MENU, Why.AROUND]


def test_the_title_of_a_page_goes_where_the_text_has_its_own_and_stays_where_it_has_none() -> None:
    assert kept("2027 Final Declaration", "4 May 2027", "Views 11", *TEXT) == list(TEXT)
    assert kept("2027 Final Declaration", "4 May 2027", "Views 11", *TEXT[1:]) == ["2027 Final Declaration", *TEXT[1:]]


@pytest.mark.parametrize(
    "lines",
    [
        TEXT[1:],
        ("Bread", "Bread is old. It has been baked in all our towns for as long as anybody can remember, and for longer.", *TEXT[2:]),
        (*TEXT, "Done in Millford on 3 May 2027", "The Mayor of Millford", "The bakers of eleven towns"),
        (*TEXT, "We will meet again in a year.", REPORT),
        ("Charter of Bread", REPORT, *TEXT[1:]),
        ("Bread is for all.", "Trees are for all."),
        (),
    ],
)
def test_in_doubt_everything_stays(lines: tuple[str, ...]) -> None:
    done = cleaned(lined(*lines))
    assert [paragraph.text for paragraph in done.paragraphs] == list(lines)
    assert done.left_out == ()


def test_comments_go_also_where_they_are_numbered() -> None:
    assert kept(*TEXT, "Comments (2)", "Anna: a good charter!", "1. I like it") == list(TEXT)


def test_the_name_and_address_above_a_telephone_number_go_with_it() -> None:
    done = cleaned(lined(*TEXT, "BAKERS’ SECRETARIAT", "1F, 5, Mill-ro 7beon-gil, Millford 00000", "Tel: +00-00", "© 2027 Bakers"))
    assert [paragraph.text for paragraph in done.paragraphs] == list(TEXT)
    assert [left.why for left in done.left_out] == [Why.CONTACT]


def test_links_of_a_menu_are_known_by_being_links() -> None:
    menu = [Line(words, links=len(words)) for words in ("Programme", "Speakers of the day", "How to get to Millford")]
    assert kept(*menu, *TEXT) == list(TEXT)
