"""What a page says of its own parts, and the marks that a browser draws."""

from __future__ import annotations

import pytest

from models.texts.files.web import list_marks, seen
from models.texts.source import Role


@pytest.mark.parametrize(
    ("value", "how", "drawn"),
    [
        (4, "decimal", "4. "),
        (-1, "decimal", "-1. "),
        (7, "decimal-leading-zero", "07. "),
        (28, "lower-alpha", "ab. "),
        (14, "upper-roman", "XIV. "),
        (3, "hangul", "다. "),
        (0, "lower-roman", "0. "),
        (3, "none", ""),
    ],
)
def test_a_number_is_drawn_as_its_list_says(value: int, how: str, drawn: str) -> None:
    assert list_marks.number(value, how) == drawn


def test_the_head_of_an_article_is_text_and_the_head_of_a_page_is_not() -> None:
    assert seen.role("header", {}, frozenset()) is Role.HEADER
    assert seen.role("header", {}, frozenset({"article"})) is None


@pytest.mark.parametrize(
    ("attributes", "role"),
    [
        ({"class": "Comment-List wide"}, Role.COMMENT),
        ({"id": "gnb"}, Role.MENU),
        ({"role": "contentinfo"}, Role.FOOTER),
        ({"id": "_ftn12"}, Role.FOOTNOTE),
        ({"class": "commentary"}, None),
        ({"id": "ftnotes"}, None),
    ],
)
def test_a_part_is_known_by_its_names_and_not_by_words_like_them(attributes: dict[str, str | None], role: Role | None) -> None:
    assert seen.role("div", attributes, frozenset()) is role


@pytest.mark.parametrize(
    ("style", "hidden"),
    [("display : none", True), ("visibility:hidden", True), ("font-size:0", True), ("font-size:0.9em", False), ("display:block", False)],
)
def test_what_a_style_hides_is_hidden(style: str, hidden: bool) -> None:
    assert seen.is_hidden("p", {"style": style}) is hidden
