"""The ids of places: what is one, how it is cited in both languages, and what stands before what."""

from __future__ import annotations

import pytest

from models.records.places import local_of, place, text_of
from tests.samples.registers import say


@pytest.mark.parametrize(
    ("id_", "en", "ko"),
    [
        ("2024-p5", "2024, ¶ 5", "2024년 제5항"),
        ("2024-c2a", "2024, commitment 2 (a)", "2024년 실천 약속 2 (a)"),
        ("2023-intro", "2023, opening", "2023년 머리말"),
        ("2011-closeb", "2011, closing (b)", "2011년 맺음말 (b)"),
        ("2027-c2-1a", "2027, commitment 2, item 1 (a)", "2027년 실천 약속 2 제1호 (a)"),
        ("2027-p5-1-3", "2027, ¶ 5, item 1, sub-item 3", "2027년 제5항 제1호 다목"),
        ("2027-a3", "2027, Article 3", "2027년 제3조"),
        ("2027-a3-2", "2027, Article 3, paragraph 2", "2027년 제3조 제2항"),
        ("2027-a3-2-1a", "2027, Article 3, paragraph 2, item 1 (a)", "2027년 제3조 제2항 제1호 (a)"),
        ("2027-a3-2-1-15-4", "2027, Article 3, paragraph 2, item 1, sub-item 15, point 4", "2027년 제3조 제2항 제1호 15목 4"),
        ("2027-s2-c1", "2027, section 2, commitment 1", "2027년 제2절 실천 약속 1"),
        ("2026b-p1", "2026b, ¶ 1", "2026b년 제1항"),
        ("2024-x1", "2024-x1", "2024-x1"),
        ("2024-c0", "2024-c0", "2024-c0"),
        ("2024-c2-", "2024-c2-", "2024-c2-"),
        ("2024-s1-intro", "2024-s1-intro", "2024-s1-intro"),
    ],
)
def test_a_place_is_cited_in_both_languages(id_: str, en: str, ko: str) -> None:
    assert (say("en").place(id_), say("ko").place(id_)) == (en, ko)


def test_places_sort_in_the_order_of_the_text() -> None:
    text = ["intro", "p1", "p2", "p10", "c1", "c2", "c2-1", "c2-1-1", "c2-2", "c2-10", "c10", "s1-c1", "s2-p1", "s2-c1", "s10-c1", "close"]
    found = sorted((at for at in (place(f"2027-{local}a") for local in reversed(text)) if at), key=lambda at: at.order)
    assert [at.start + at.printed for at in found] == [at.start + at.printed for at in map(place, text) if at]


def test_a_place_falls_into_its_text_and_its_short_id() -> None:
    assert [text_of("2026b-s2-c1-4a"), local_of("2026b-s2-c1-4a"), local_of("s2-c1"), local_of("c2-1")] == [
        "2026b",
        "s2-c1-4a",
        "s2-c1",
        "c2-1",
    ]
