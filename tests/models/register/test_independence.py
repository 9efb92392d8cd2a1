"""How many sources there really are: names, addresses and releases, small and in the real records."""

from __future__ import annotations

from typing import Any

import pytest

from models.records.evidence import Evidence, Review, Reviews
from models.records.terms import Grade, Status
from models.register.independence import address_of, apart, names_of
from tests.samples.registers import both, real, register


def source(id_: str, publisher: str, **fields: Any) -> Evidence:
    words = {"says": both("It says so."), "title": "A page", "seen": "2026-11-20", "grade": "independent", "confidence": "high"}
    return Evidence.model_validate({"id": id_, "publisher": publisher, **words, **fields})


@pytest.mark.parametrize(
    ("publisher", "names"),
    [
        ("Kwangju Ilbo", {"kwangju ilbo"}),
        ("  KWANGJU  ilbo ", {"kwangju ilbo"}),
        ("The Hankyoreh", {"hankyoreh"}),
        ("Yonhap (via namu.news)", {"yonhap"}),
        ("Yonhap via Daum", {"yonhap"}),
        ("Newswire (Gwangju City release)", {"newswire"}),
        ("Burmese Rohingya Organisation UK (copy on docslib)", {"burmese rohingya organisation uk"}),
        ("Copy of a DOAM page", {"doam page"}),
        ("Korea Youth Press (한국청년신문)", {"korea youth press", "한국청년신문"}),
        ("Hankyung / Yonhap", {"hankyung", "yonhap"}),
        ("광주일보（다음 경유）", {"광주일보"}),
        ("(via Daum)", {"(via daum)"}),
        ("Aviation News", {"aviation news"}),
    ],
)
def test_the_names_of_a_publisher(publisher: str, names: set[str]) -> None:
    assert names_of(publisher) == names


def test_a_publisher_never_goes_without_a_name() -> None:
    assert all(names_of(each.publisher) and all(names_of(each.publisher)) for each in real().evidence)


@pytest.mark.parametrize(
    "url",
    ["https://x.kr/a/7?n=1&m=2", "http://www.x.kr/a/7/?m=2&n=1", "https://M.x.kr/a/7?n=1&m=2#top", "https://amp.x.kr:443/a/7?m=2&n=1"],
)
def test_one_address_in_all_its_forms(url: str) -> None:
    assert address_of(url) == "x.kr/a/7?m=2&n=1"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://x.kr/a/7", "https://x.kr/a/8"),
        ("https://x.kr/a?n=7", "https://x.kr/a?n=8"),
        ("https://x.kr/a?7", "https://x.kr/a?8"),
        ("https://x.kr/A", "https://x.kr/a"),
        ("https://x.kr/a", "https://y.kr/a"),
        ("https://news.x.kr/a", "https://x.kr/a"),
    ],
)
def test_two_addresses_stay_two(one: str, other: str) -> None:
    assert address_of(one) != address_of(other)


def test_nothing_is_no_source_and_one_is_one() -> None:
    assert apart(register(), []) == 0
    assert apart(register(), [source("a", "One")]) == 1


def test_the_last_review_says_which_release_it_prints() -> None:
    two = [source("a", "One"), source("b", "Two")]
    reviews = [
        Reviews(id=day, by="x", sources=[Review(source=each.id, grade=Grade.INDEPENDENT, release=release) for each in two])
        for day, release in (("2026-11-01", "close"), ("2026-11-02", None))
    ]
    assert apart(register(evidence=two, reviews=reviews[:1]), two) == 1
    assert apart(register(evidence=two, reviews=reviews), two) == 2


def test_the_order_of_sources_does_not_matter() -> None:
    links = [source("a", "One"), source("b", "Two"), source("c", "Three"), source("d", "One / Three"), source("e", "three / two")]
    assert [apart(register(), links[:n]) for n in (3, 4, 5)] == [3, 2, 1]
    assert apart(register(), links[::-1]) == 1


def test_the_publishers_of_the_vocabulary_are_one_in_both_languages() -> None:
    whole = real()
    assert whole.publishers
    assert [name.en for name in whole.publishers if apart(whole, [source("a", name.en), source("b", name.ko)]) != 1] == []


def test_every_done_that_counts_rests_on_an_act_or_on_two_who_are_two() -> None:
    whole = real()
    done = [note for id_ in whole.commitment_by_id for note in whole.notes_of(id_) if note.status is Status.DONE]
    assert done
    for note in done:
        cited = [whole.evidence_by_id[id_] for id_ in note.evidence]
        grades = [whole.grade_of(each) for each in cited]
        independent = [each for each in cited if whole.grade_of(each) is Grade.INDEPENDENT]
        assert Grade.PRIMARY in grades or apart(whole, independent) >= 2, note.id
