"""Printed lines become the paragraphs that somebody wrote: words whole, blanks single, nothing that cannot be seen."""

from __future__ import annotations

from dataclasses import replace

import pytest

from models.texts.cleaning.cleaned import cleaned
from models.texts.parts import Caution, Why
from models.texts.source import FileKind, Line, Source
from tests.samples.lined import lined, printed


def texts(*lines: str) -> list[str]:
    return [paragraph.text for paragraph in cleaned(printed("\n".join(lines))).paragraphs]


FULL = "the towns of bread and the towns of trees have come together again to see what became of"


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        (f"1. We know that {FULL} our neighbour-", "hoods, where neighbourhoods were", "our neighbourhoods, where"),
        (f"1. We know that {FULL} the human-rights-", "based way that we chose for it", "the human-rights-based way"),
        (f"1. We know that {FULL} the self-", "reliance of those who live here", "the self-reliance of"),
        (f"1. We know that {FULL} what we co-", "operate on; who cooperate gain", "what we cooperate on"),
        (f"1. We know that {FULL} what the co-", "operatives do, as co-operatives can", "what the co-operatives do"),
        (f"1. We know that {FULL} the trust-build-", "ing way that we chose for it", "the trust-building way"),
        (f"1. We know that {FULL} the UCLG-", "CSIPDHR that we all belong to now", "the UCLG-CSIPDHR that"),
        (f"1. We know that {FULL} the years 2011-", "2026, in which we have met often", "the years 2011-2026, in"),
        (f"1. We know that {FULL} the neigh\xad", "bours, who know what became of it", "the neighbours, who"),
        (f"1. We know that {FULL} these –", "and there are many – who know", "these – and there are many"),
        (f"1. We know that {FULL} those in", "2013. We thank them for it, and", "those in 2013. We thank"),
        (f"1. We know that {FULL} those on", "1 May and on all the other days", "those on 1 May and"),
    ],
)
def test_words_go_together_over_the_end_of_a_line(first: str, second: str, joined: str) -> None:
    found = texts(first, second)
    assert len(found) == 1
    assert joined in found[0]


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        (
            "1. 우리는 모든 주민이 그늘을 누릴 권리가 있음을 인정하며 지방정부가 주민",
            "의 권리를 보장하도록 한다.",
            "지방정부가 주민의 권리를",
        ),
        (
            "1. 우리는 모든 주민이 그늘을 누릴 권리가 있음을 인정하며 다음과 같이 선",
            "언한다. 모든 마을이 선언한다.",
            "다음과 같이 선언한다.",
        ),
        ("1. 우리는 모든 주민이 그늘을 누릴 권리가 있음을 인정하며 지역 사회에서", "나무를 함께 가꾸기로 한다.", "지역 사회에서 나무를"),
        (
            "1. 우리는 모든 주민이 그늘을 누릴 권리가 있음을 인정하며 마을마다 노력",
            "하기로 하고 해마다 모인다.",
            "마을마다 노력하기로 하고",
        ),
        ("1. 우리는 모든 주민이 그늘을 누릴 권리가 있음을 인정하며 나무를 심을", "수 있는 곳을 함께 찾는다.", "나무를 심을 수 있는"),
    ],
)
def test_korean_words_go_together_where_the_line_parted_them(first: str, second: str, joined: str) -> None:
    found = texts(first, second)
    assert len(found) == 1
    assert joined in found[0]


def test_a_guess_is_told_and_what_the_text_says_itself_is_none() -> None:
    sure = cleaned(printed(f"1. We know that {FULL} our neighbour-\nhoods, where neighbourhoods were"))
    assert sure.warnings == ()
    assert [left.text for left in sure.left_out if left.why is Why.HYPHEN] == ["-"]
    guess = cleaned(printed(f"1. We know that {FULL} our garden-\ners, who have planted what we eat"))
    assert [(told.caution, told.words["words"]) for told in guess.warnings] == [(Caution.JOINED, "“gardeners”")]


@pytest.mark.parametrize("mark", ["2.", "2)", "(2)", "②", "제2조", "가.", "•", "-", "(b)", "II.", "Second,"])
def test_a_mark_begins_a_paragraph(mark: str) -> None:
    assert texts(f"1. We know that {FULL} it all, and we are glad.", f"{mark} We will meet again.") == [
        f"1. We know that {FULL} it all, and we are glad.",
        f"{mark} We will meet again.",
    ]


def test_a_line_that_ends_early_a_blank_one_an_indent_and_a_heading_begin_a_paragraph() -> None:
    long = f"We know that {FULL} it all and of us all, and"
    assert texts(long, "we are glad.", long, "so are they.") == [f"{long} we are glad.", f"{long} so are they."]
    lines = [Line(long, whole=False), Line("we stop.", whole=False), Line("Bread", whole=False, heading=2), Line(long, whole=False)]
    assert [paragraph.text for paragraph in cleaned(lined(*lines)).paragraphs] == [f"{long} we stop.", "Bread", long]
    full = [replace(Line(f"{long} so on."), whole=False), Line(""), replace(Line(f"They know that {FULL} it."), whole=False)]
    assert len(cleaned(lined(*full)).paragraphs) == 2
    bold = [Line(f"{long} so.", whole=False), Line("Bread for all. We bake it every day.", whole=False, bold=14)]
    assert len(cleaned(lined(*bold)).paragraphs) == 2


def test_a_whole_line_goes_on_only_where_a_sentence_was_parted() -> None:
    broken = (f"1. We know that {FULL} learning and", "integrating all that we have heard.")
    assert [paragraph.text for paragraph in cleaned(lined(*broken)).paragraphs] == [" ".join(broken)]
    items = ("We commit:", "to bake bread,", "to plant trees,", "to meet again.")
    assert [paragraph.text for paragraph in cleaned(lined(*items)).paragraphs] == list(items)


def test_the_end_of_a_line_that_was_put_back_parts_the_paragraph_again() -> None:
    source = printed(f"We know that {FULL} it, and\nwe are glad.")
    done = cleaned(source)
    (end,) = (left for left in done.left_out if left.why is Why.LINE_BREAK)
    assert done.paragraphs[0].breaks == (len(f"We know that {FULL} it, and "),)
    assert len(cleaned(source, put_back=[end.at]).paragraphs) == 2


def test_signs_that_nobody_sees_go_and_letters_of_another_form_are_written_plainly() -> None:
    done = cleaned(lined("We con\u00adﬁrm\u200b the  Ａ\u00a0plan\u202e of ‐ 2027", "Мoscow and Москва"))
    assert [paragraph.text for paragraph in done.paragraphs] == ["We confirm the A plan of - 2027", "Moscow and Москва"]
    assert [left.why for left in done.left_out] == [Why.INVISIBLE, Why.INVISIBLE, Why.BLANKS, Why.INVISIBLE]
    (told,) = done.warnings
    assert told.caution is Caution.PLAIN_FORM
    assert "ﬁ → fi" in told.words["signs"]
    assert done.paragraphs[0].stretches(6, 8) == (done.paragraphs[0].stretches(6, 7))


def test_a_large_text_is_cleaned_at_once() -> None:
    line = Source(FileKind.PLAIN, "", (Line('the city of trees, with "10" neighbours (2017) and schools1 ' * 6500),))
    assert len(cleaned(line).paragraphs) == 1
    assert len(cleaned(Source(FileKind.PLAIN, "", (Line(" (“1.-" * 65000),))).paragraphs) == 1
    many = lined(*(f"{n}. the town will plant trees in street {n}" for n in range(10_000)))
    assert len(cleaned(many).paragraphs) == 10_000
