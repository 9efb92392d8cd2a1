"""What a page has around its text is taken away for its reason; lines of a declaration that look like it stay (furniture.yaml)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from models.labels import load_labels
from models.texts.cleaning.cleaned import cleaned
from models.texts.parts import Why
from models.texts.source import Line, Role
from tests.samples.lined import lined

CASES: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("furniture.yaml").read_text(encoding="utf-8"))
TITLE, WE = "Charter of the Cities of Bread", "We, the participants of the meeting of bakers, declare:"
FIRST, SECOND = "1. Bread is for everybody who lives in our towns.", "2. We will bake it every morning, also on holidays."
TEXT = (TITLE, WE, FIRST, SECOND)


def cases(where: str) -> list[Any]:
    return [pytest.param(line, Why(why), id=line) for why, lines in CASES[where].items() for line in lines]


@pytest.mark.parametrize(("line", "why"), cases("above"))
def test_furniture_above_the_text_is_taken_away_for_its_reason(line: str, why: Why) -> None:
    done = cleaned(lined(line, *TEXT))
    assert [paragraph.text for paragraph in done.paragraphs] == list(TEXT)
    assert [(left.text, left.why) for left in done.left_out] == [(line, why)]


@pytest.mark.parametrize(("line", "why"), cases("below"))
def test_furniture_below_the_text_is_taken_away_for_its_reason(line: str, why: Why) -> None:
    done = cleaned(lined(*TEXT, line))
    assert [paragraph.text for paragraph in done.paragraphs] == list(TEXT)
    assert [(left.text, left.why) for left in done.left_out] == [(line, why)]


@pytest.mark.parametrize("line", CASES["kept"])
def test_words_of_a_declaration_that_look_like_furniture_stay(line: str) -> None:
    for lines in ((TITLE, WE, FIRST, line, SECOND), (TITLE, WE, line, FIRST, SECOND), (TITLE, WE, FIRST, f"2. {line}", "3. We close.")):
        done = cleaned(lined(*lines))
        assert [paragraph.text for paragraph in done.paragraphs] == list(lines)
        assert done.left_out == ()


def test_what_the_file_says_of_a_line_decides() -> None:
    roles = {Role.MENU: Why.MENU, Role.FORM: Why.FORM, Role.COMMENT: Why.COMMENT, Role.HEADER: Why.HEADER, Role.FOOTER: Why.FOOTER}
    done = cleaned(lined(*(Line(f"Words of a {role}", role) for role in roles), *TEXT))
    assert [left.why for left in done.left_out] == list(roles.values())
    assert [paragraph.text for paragraph in done.paragraphs] == list(TEXT)


def test_what_was_taken_away_can_be_put_back_and_taken_away_by_hand() -> None:
    source = lined("Views 214", *TEXT, "Leave a Comment")
    done = cleaned(source)
    back = cleaned(source, put_back=[done.left_out[0].at])
    assert [paragraph.text for paragraph in back.paragraphs] == ["Views 214", *TEXT]
    start = source.text.index("also on holidays")
    away = cleaned(source, taken_away=[type(done.left_out[0].at)(start, start + len("also on holidays"))])
    assert away.paragraphs[-1].text == "2. We will bake it every morning, ."
    assert (Why.BY_HAND, "also on holidays") in [(left.why, left.text) for left in away.left_out]
    both = cleaned(source, put_back=[left.at for left in away.left_out], taken_away=[left.at for left in away.left_out])
    assert [paragraph.text for paragraph in both.paragraphs] == ["Views 214", *TEXT, "Leave a Comment"]


def test_every_reason_has_words_in_both_languages() -> None:
    labels = load_labels()
    assert all(why.label in labels for why in Why)
