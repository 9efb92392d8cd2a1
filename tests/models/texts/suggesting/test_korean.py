"""What is suggested for Korean provisions. All words are ours."""

from __future__ import annotations

import datetime as dt

import pytest

from models.records.dates import PartialDate
from models.records.terms import Force, Precision
from models.texts.suggesting.suggested import suggested as everything
from models.texts.suggesting.units import units
from models.texts.suggestions import Context, SuggestedProvision
from tests.samples.registers import real

CONTEXT = Context("ko", dt.date(2027, 5, 17), 17)


def suggested(words: str, place: str = "p1") -> SuggestedProvision:
    return units(place, words, real(), CONTEXT)


@pytest.mark.parametrize(
    ("place", "words", "force", "precision"),
    [
        ("p1", "우리는 물이 권리임을 재확인한다.", Force.STATES, None),
        ("p1", "2027년 5월 광주에 시장 40명이 모였다.", Force.RECORDS, None),
        ("p1", "우리는 기금이 확대되기를 기대한다.", Force.HOPES, Precision.DIRECTION),
        ("p1", "세입자 상담소가 설치되어야 한다.", Force.HOPES, Precision.CHECKABLE),
        ("p1", "모든 지방정부는 세입자를 존중해야 한다.", Force.ASKS, Precision.ASPIRATION),
        ("p1", "우리는 시장들에게 경험을 공유할 것을 권고한다.", Force.ASKS, Precision.DIRECTION),
        ("p1", "우리는 정부에 협약을 비준할 것을 촉구합니다.", Force.URGES, Precision.CHECKABLE),
        ("p1", "우리는 세입자 상담소를 설치하기로 한다.", Force.UNDERTAKES, Precision.CHECKABLE),
        ("p1", "우리는 학교와 협력하여 물 교육 프로그램을 운영하기로 하였다.", Force.UNDERTAKES, Precision.CHECKABLE),
        ("a1", "시는 물 헌장을 제정하여야 한다.", Force.UNDERTAKES, Precision.CHECKABLE),
        ("p1", "우리는 물 교육을 강화할 것을 다짐한다.", Force.UNDERTAKES, Precision.DIRECTION),
        ("c1", "물 교육을 강화한다.", Force.UNDERTAKES, Precision.DIRECTION),
        ("c1", "우리는 다른 도시의 노력을 지지한다.", Force.STATES, None),
        ("c1", "우리는 2031년까지 조례를 제정하기로 약속한다.", Force.UNDERTAKES, Precision.DATED),
    ],
)
def test_the_verb_at_the_end_decides(place: str, words: str, force: Force, precision: Precision | None) -> None:
    found = suggested(words, place)
    assert found.force.value is force
    assert [each.precision.value for each in found.commitments] == ([precision] if found.commitments else [])


def test_clauses_end_behind_the_verbs_that_join_them() -> None:
    found = suggested("우리는 연대를 환영하며, 정부에 댐 개방을 촉구하고, 도시들에 참여를 권고한다.")
    assert [each.quote for each in found.commitments] == ["정부에 댐 개방을 촉구하고", "도시들에 참여를 권고한다."]
    assert [each.to for each in found.commitments] == [("central-governments",), ("cities",)]
    found = suggested("우리는 조례를 제정하고 상담소를 설치하기로 한다.")
    assert [each.quote for each in found.commitments] == ["우리는 조례를 제정하고", "상담소를 설치하기로 한다."]


def test_dates_and_forums_are_read() -> None:
    (found,) = suggested("우리는 내년 포럼에서 이행 상황을 보고하기로 한다.", "c1").commitments
    assert found.due is not None
    assert (found.due.words, found.due.within, found.due.forum) == ("내년 포럼에서", PartialDate("2028"), 18)
    assert found.precision.value is Precision.DATED
    (found,) = suggested("우리는 2030년 3월까지 상담소를 설치하기로 한다.", "c1").commitments
    assert found.due is not None
    assert (found.due.words, found.due.day) == ("2030년 3월까지", dt.date(2030, 3, 31))


def test_things_that_are_listed_are_items() -> None:
    (found,) = suggested("우리는 물 조례 제정, 우물 설치, 물 교육 확대를 위해 노력한다.", "c1").commitments
    assert found.items == ("물 조례 제정", "우물 설치", "물 교육 확대")


def test_with_whom_and_for_whom_is_found_by_the_names_of_the_vocabulary() -> None:
    words = "우리는 유네스코, 시민사회와 협력하여 이주민과 어르신을 위한 쉼터를 설치하겠습니다."
    (found,) = everything([("c1", words)], real(), CONTEXT)[0].commitments
    assert found.partners == ("unesco", "civil-society")
    assert found.groups == ("older-persons", "migrants")
