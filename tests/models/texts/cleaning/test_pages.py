"""A text of several pages reads on over their headers, footers and numbers, which are listed; headings that are alike stay."""

from __future__ import annotations

import pytest

from models.texts.cleaning.cleaned import cleaned
from models.texts.parts import Why
from tests.samples.lined import copied, lined, printed

LONG = "the towns of bread and of trees have come together to see what became of the promises that they made to those who live in them"


def page(*lines: str) -> str:
    return "\n".join(lines)


def left(done: object, *why: Why) -> list[str]:
    return [each.text for each in done.left_out if each.why in why]  # type: ignore[attr-defined]


@pytest.mark.parametrize("number", ["{n}", "- {n} -", "Page {n} of 3", "{n}/3", "{n}쪽", "[{n}]", "p. {n}"])
def test_a_sentence_goes_on_over_the_page_and_what_the_page_repeats_is_listed(number: str) -> None:
    pages = [
        page("Meeting of Bakers, 2027", f"{n}. We say that {LONG},", f"and we say on page {word} that it goes on", number.format(n=n))
        for n, word in enumerate(("one", "two", "three"), 1)
    ]
    pages[1] = pages[1].replace("2. We say that ", "over the page, for ")
    done = cleaned(printed(*pages))
    assert [paragraph.text[:20] for paragraph in done.paragraphs] == ["1. We say that the t", "3. We say that the t"]
    assert "on page one that it goes on over the page, for the towns" in done.paragraphs[0].text
    assert left(done, Why.HEADER) == ["Meeting of Bakers, 2027"] * 3
    assert left(done, Why.PAGE_NUMBER) == [number.format(n=n) for n in (1, 2, 3)]


def test_headers_that_run_with_the_pages_and_footers_are_found() -> None:
    done = cleaned(
        printed(*(page(f"Bakers {n + 4}", f"We say for the time {word}.", "draft, not for use") for n, word in enumerate("abc")))
    )
    assert left(done, Why.HEADER) == ["Bakers 4", "Bakers 5", "Bakers 6"]
    assert left(done, Why.FOOTER) == ["draft, not for use"] * 3


def test_the_last_line_of_a_paragraph_that_ends_several_pages_is_no_footer() -> None:
    ending = page("and report on it to all of", "those who live in them.")
    done = cleaned(printed(*(page(f"{n}. We say for the time {word} that", LONG, ending) for n, word in enumerate("abc", 1))))
    assert not left(done, Why.FOOTER, Why.HEADER)


def test_headings_that_differ_by_their_number_are_no_headers() -> None:
    bread, trees = f"Bread is for all, as {LONG}.", f"Trees are for all, as {LONG}."
    done = cleaned(printed(page("Article 3", bread), page("Article 5", trees)))
    assert [paragraph.text for paragraph in done.paragraphs] == ["Article 3", bread, "Article 5", trees]


def test_the_title_stays_where_it_is_the_header_of_every_page_too() -> None:
    title = "Charter of the Cities of Bread"
    done = cleaned(printed(page(title, "We, the participants, say:", "1. One."), page(title, "2. Two."), page(title, "3. Three.")))
    assert [paragraph.text for paragraph in done.paragraphs] == [title, "We, the participants, say:", "1. One.", "2. Two.", "3. Three."]
    assert left(done, Why.HEADER) == [title, title]


def test_pages_are_found_in_plain_text_by_the_lines_that_count_them() -> None:
    text = "\n".join(f"{n}. We say {word}.\nMeeting of Bakers\nPage {n} of 3\n" for n, word in enumerate(("one", "two", "three"), 1))
    done = cleaned(copied(text))
    assert [paragraph.text for paragraph in done.paragraphs] == ["1. We say one.", "2. We say two.", "3. We say three."]
    assert left(done, Why.PAGE_NUMBER) == ["Page 1 of 3", "Page 2 of 3", "Page 3 of 3"]
    assert len(left(done, Why.FOOTER, Why.HEADER)) == 3


def test_numbers_that_stand_alone_above_their_paragraphs_are_no_page_numbers() -> None:
    lines = ["1", "We will bake.", "2", "We will plant.", "3", "We will meet."]
    assert [paragraph.text for paragraph in cleaned(lined(*lines)).paragraphs] == lines
