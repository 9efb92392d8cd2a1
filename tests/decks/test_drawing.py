"""Quotes, tables and figures for a hall: whatever they hold, every word is there, large enough, and over nothing else."""

from __future__ import annotations

import pytest

from decks import drawing
from decks.deck import Cell, Figure, Figures, Quote, Quotes, Slide, Table
from decks.showing import Frame
from models.records.terms import Force
from models.register.standing import Standing
from tests.decks.shown import BASE, showing, words, wrong

LONG = "and so on to the very end of it " * 40
HANGUL = "인권도시" * 60
WORD = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunter"
PAYLOAD = '<script>alert(1)</script> & "quotes" </title>'


def frame(title: str = "A finding", lang: str = "en") -> Frame:
    return Frame(
        showing(lang), "some", title, "what is shown", "Source: declarations of 2011 · n = 1", "in words", f"{BASE}/pledges?lang=en"
    )


def said(slides: list[Slide]) -> str:
    return " ".join(words(slide.canvas) for slide in slides)


@pytest.mark.parametrize("title", ["A finding", "A finding that goes on " * 13, HANGUL, WORD * 4])
@pytest.mark.parametrize("text", ["Short.", LONG.strip(), HANGUL, f"{WORD} " * 20, PAYLOAD])
def test_a_quote_is_whole_however_long_it_and_the_title_are(title: str, text: str) -> None:
    quote = Quote(drawing.quoted(text), "2024, commitment 2 (a)", "promises, dated", Force.UNDERTAKES, ours=f"Our summary: {text}")
    slides = drawing.quotes(frame(title), [quote, quote])
    assert [fault for slide in slides for fault in wrong(slide)] == []
    told = [part for slide in slides if isinstance(slide.body, Quotes) for part in slide.body.quotes]
    assert "".join(part.text for part in told).replace(" ", "") == 2 * f"“{text}”".replace(" ", "")
    assert "".join(said(slides).split()).count("".join(f"“{text}”".split())) == 2 or len(slides) > 1


def test_the_deciding_verb_is_bold_and_no_other_word_is() -> None:
    slides = drawing.quotes(frame(), [Quote(drawing.quoted("We commit to commitments", "commit"), "2011, ¶ 1")])
    bold = [run.words for text in slides[0].canvas.texts for run in text.runs if run.weight == 700 and run.words.strip()]
    assert bold == ["commit"]


@pytest.mark.parametrize("text", ["Short.", LONG.strip(), HANGUL, f"{WORD} " * 20, PAYLOAD])
@pytest.mark.parametrize("rows", [1, 7, 40])
def test_a_table_goes_on_on_the_next_slide_and_loses_no_row(text: str, rows: int) -> None:
    cells = (Cell(text), Cell("done", Standing.DONE), Cell("promises", force=Force.UNDERTAKES))
    table = Table(("commitment", "standing", "force"), (cells,) * rows, (5, 3, 3), ("left", "left", "left"))
    slides = drawing.table(frame(), table)
    assert [fault for slide in slides for fault in wrong(slide)] == []
    told = "".join(row[0].words for slide in slides if isinstance(slide.body, Table) for row in slide.body.rows)
    assert told.replace(" ", "") == text.replace(" ", "") * rows
    assert len({slide.id for slide in slides}) == len(slides)


@pytest.mark.parametrize("text", ["promises", LONG.strip(), HANGUL])
def test_figures_stand_beside_what_they_count(text: str) -> None:
    slides = drawing.figures(frame(), Figures((Figure("1,234", text), Figure("", text), Figure("5", "of 16"))))
    assert [fault for slide in slides for fault in wrong(slide)] == []
    assert "1,234" in said(slides)
    assert "".join(said(slides).split()).count("".join(text.split())) >= 2 or len(slides) > 2


def test_what_goes_on_says_which_of_how_many() -> None:
    slides = drawing.quotes(frame(), [Quote(drawing.quoted(LONG * 2), "2024, ¶ 2")])
    assert [slide.title for slide in slides] == [f"A finding ({n} of {len(slides)})" for n in range(1, len(slides) + 1)]
    assert [slide.id for slide in slides] == ["some", *(f"some.{n}" for n in range(2, len(slides) + 1))]


def test_where_records_are_withheld_every_slide_says_so() -> None:
    lacking = Frame(showing(), "some", "A finding", "", "Source: notes", "in words", f"{BASE}/pledges")
    object.__setattr__(lacking.showing, "left_out", 3)
    (slide,) = drawing.figures(lacking, Figures((Figure("1", "promise"),)))
    assert "3 records or whole files were withheld" in words(slide.canvas)
    assert wrong(slide) == []
