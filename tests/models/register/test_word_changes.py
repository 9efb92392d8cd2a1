"""Comparing two wordings word by word."""

from __future__ import annotations

import pytest

from models.register.word_changes import Kind, Span, likeness, word_changes


def kinds(spans: list[Span]) -> list[tuple[str, str]]:
    return [(span.words.strip(), span.kind.value) for span in spans]


def test_words_that_stayed_went_and_came() -> None:
    earlier, later = word_changes("We commit to establish human rights offices", "We commit to strengthen human rights offices")
    assert kinds(earlier) == [("We commit to", "same"), ("establish", "removed"), ("human rights offices", "same")]
    assert kinds(later) == [("We commit to", "same"), ("strengthen", "added"), ("human rights offices", "same")]


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ("We commit.\n\n  To act,  now.", "We  promise\tto act; now!"),
        ("", "Something new"),
        ("Gone", ""),
        ("", ""),
        ("  leading space", "leading space  "),
        ("인권도시를 만들어 나갈 것을 약속한다.", "인권도시를 이어 나갈 것을 다짐한다."),
    ],
)
def test_the_stretches_joined_are_the_texts_again(earlier: str, later: str) -> None:
    before, after = word_changes(earlier, later)
    assert "".join(span.words for span in before) == earlier
    assert "".join(span.words for span in after) == later


def test_the_earlier_side_never_adds_and_the_later_never_removes() -> None:
    before, after = word_changes("a b c d e", "c x e f a")
    assert Kind.ADDED not in {span.kind for span in before}
    assert Kind.REMOVED not in {span.kind for span in after}
    kept = [[word for span in side if span.kind is Kind.SAME for word in span.words.split()] for side in (before, after)]
    assert kept[0] == kept[1]


def test_case_and_punctuation_at_the_edges_are_no_change() -> None:
    before, after = word_changes("Promote human rights education.", "to promote Human Rights education, and more")
    assert kinds(before) == [("Promote human rights education.", "same")]
    assert kinds(after) == [("to", "added"), ("promote Human Rights education,", "same"), ("and more", "added")]


def test_punctuation_inside_a_word_is_a_change() -> None:
    before, _ = word_changes("1,000 cities", "1000 cities")
    assert kinds(before)[0] == ("1,000", "removed")


def test_white_space_alone_is_no_change() -> None:
    before, after = word_changes("one two\nthree", "one  two three")
    assert [span.kind for span in before + after] == [Kind.SAME, Kind.SAME]


def test_the_same_texts_give_the_same_answer_every_time() -> None:
    pair = ("the cities and the people and the forum", "the people and the cities and a forum")
    assert word_changes(*pair) == word_changes(*pair)


def test_a_frequent_word_of_a_long_text_still_matches() -> None:
    long = "the " * 400 + "end"
    before, after = word_changes(long, long)
    assert [span.kind for span in before + after] == [Kind.SAME, Kind.SAME]


def test_likeness() -> None:
    assert likeness("one two three", "One, two three.") == 1.0
    assert likeness("one two", "three four") == 0.0
    assert likeness("", "words") == 0.0
