"""A deck as PDF: a page for each slide, every word of it selectable in the order in which it is read, tagged, the same every time."""

from __future__ import annotations

import re
import subprocess
import time
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

import pytest
import yaml

from charts.theme import DARK
from decks import drawing
from decks.deck import Cell, Deck, Figure, Figures, Quote, Quotes, Slide, Table, numbered
from decks.sets.making import Chosen, make
from decks.showing import Frame
from exports.deck import reading
from exports.deck.pdf import pdf
from models.records.terms import Force
from models.register.standing import Standing
from tests.decks import shown
from tests.samples.registers import ROOT, TODAY, say

LANGUAGES = ["en", "ko"]
CASES = yaml.safe_load((ROOT / "tests" / "cases" / "briefs.yaml").read_text(encoding="utf-8"))


@lru_cache(maxsize=20)
def deck(lang: str, set_: str = "forum") -> Deck:
    return shown.deck(set_, lang)


def awkward(lang: str) -> Deck:
    """Slides of whatever a record may hold: endless titles and words, signs of other scripts, words that look like markup."""
    hangul, word = "세계인권도시" * 50, "w" * 60
    signs = " ".join(case["given"] for case in CASES["signs"])
    harmful = " ".join(CASES["harmless"])
    long = " ".join(["We undertake to build human-rights cities"] * 40)[:1200]

    def frame(name: str, title: str) -> Frame:
        return Frame(shown.showing(lang), name, title, word, harmful, hangul, f"{shown.BASE}/pledge?id={'a' * 300}")

    quote = Quote(((f"“{long}”", 400),), hangul[:30], "undertakes", Force.UNDERTAKES, "en", hangul)
    cells = (Cell(f"{harmful} {signs}", Standing.DONE), Cell(hangul, Standing.NOT_ASSESSED))
    slides = [
        *drawing.quotes(frame("quote", ("The title that goes on and on " * 10)[:300]), [quote]),
        *drawing.table(frame("table", hangul), Table(("one", "other"), (cells, cells[::-1]), (1, 1), ("left", "right"))),
        *drawing.figures(frame("figures", harmful), Figures((Figure("12", signs), Figure("", hangul), Figure("7", word)))),
    ]
    return Deck("own", harmful, lang, TODAY, f"{shown.BASE}/deck/own", numbered(slides))


def tool(*command: str | Path) -> str:
    done = subprocess.run([str(part) for part in command], check=True, capture_output=True, timeout=60)
    return done.stdout.decode("utf-8", "replace")


def written(made: Deck, folder: Path) -> Path:
    path = folder / f"{made.name}.pdf"
    path.write_bytes(pdf(made))
    return path


def pages(path: Path) -> list[str]:
    """The words of each page in the order in which they stand in the file, without what parts them."""
    return ["".join(page.split()) for page in tool("pdftotext", "-raw", path, "-").split("\f")[:-1]]


def lines(slide: Slide) -> list[str]:
    """Every line that is drawn on a slide, in the order in which it is read."""
    found: list[reading.Line] = []
    for part in reading.read(slide):
        if isinstance(part, reading.TableRead):
            cells = [*part.heads, *(cell for row in part.rows for cell in row)]
            found += [line for cell in cells for line in (*cell.sign, *cell.lines)]
        else:
            found += part.lines
    return [line.text.words for line in found]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_slide_is_a_page_with_all_its_words_in_their_order(lang: str, tmp_path: Path) -> None:
    made = deck(lang)
    began = time.perf_counter()
    path = written(made, tmp_path)
    assert time.perf_counter() - began < 2
    found = pages(path)
    assert len(found) == len(made.slides)
    for slide, page in zip(made.slides, found, strict=True):
        assert page.startswith("".join(slide.title.split()))
        at = 0
        for line in lines(slide):
            at = page.index("".join(line.split()), at) + 1
        assert "".join(slide.canvas.foot_left.split()) in page
    # As somebody copies it: whole words, and a blank where a line of Korean ends between two words.
    copied = " ".join(tool("pdftotext", path, "-").split())
    assert all(" ".join(slide.title.split()) in copied for slide in made.slides)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_it_says_what_it_is_and_brings_its_typefaces_along(lang: str, tmp_path: Path) -> None:
    made = deck(lang)
    path = written(made, tmp_path)
    info = tool("pdfinfo", path)
    assert f"Title:           {made.title}\n" in info
    assert f"Author:          {say(lang)('frame.product_short')}\n" in info
    assert "Tagged:          yes" in info
    assert "960 x 540 pts" in info
    assert TODAY.strftime("%b %d") in info
    embedded = [line.split()[-5:-2] for line in tool("pdffonts", path).splitlines()[2:]]
    assert embedded
    assert all(each == ["yes", "yes", "yes"] for each in embedded), "embedded, only what is used, with its letters"
    raw = path.read_bytes()
    assert b"pdfuaid" in raw
    assert {"en": b"/Lang(en-GB)", "ko": b"/Lang(ko-KR)"}[lang] in raw
    assert raw.count(b"/Lang(en)") == (lang == "ko"), "in a Korean deck quoted English is told apart"
    assert raw.count(b"/URI(") == len(made.slides)
    assert all(f"/URI({slide.address})".encode() in raw for slide in made.slides)
    assert pdf(made) == raw


def test_what_it_is_made_of_is_told_to_who_listens(tmp_path: Path) -> None:
    made = deck("en")
    told = tool("pdfinfo", "-enc", "UTF-8", "-struct-text", written(made, tmp_path))
    kinds = [type(slide.body) for slide in made.slides]
    assert len(re.findall(r"^  H1 ", told, re.MULTILINE)) == len(made.slides)
    assert len(re.findall(r"^  Table ", told, re.MULTILINE)) == kinds.count(Table) > 0
    assert len(re.findall(r"^  BlockQuote", told, re.MULTILINE)) == sum(
        len(slide.body.quotes) for slide in made.slides if isinstance(slide.body, Quotes)
    )
    pictures = [slide for slide in made.slides if slide.body is None or not isinstance(slide.body, Quotes | Table | Figures)]
    assert len(re.findall(r"^  Figure", told, re.MULTILINE)) == len(pictures) > 0
    for slide in made.slides:
        if isinstance(slide.body, Table):
            assert f'"{slide.body.heads[0]}"' in told
    cells = re.findall(r"^        TD:\n(.*?)(?=^ {0,8}\S)", told, re.MULTILINE | re.DOTALL)
    assert f'"{say("en")("terms.standing_done")}"' in "".join(cells)
    assert not any("✓" in cell for cell in cells), "the sign before a standing says the same again"
    raw = pdf(made)
    assert all(f"/Alt({slide.canvas.alt[:30]}".encode() in raw or slide.canvas.alt[:30].encode("utf-16-be").hex().upper().encode() in raw for slide in pictures)  # fmt: skip


@pytest.mark.parametrize(
    ("set_", "lang"),
    [
        *(("forum", lang) for lang in LANGUAGES),
        *(("since", "en"), ("due", "ko"), ("unknown", "en"), ("turn:2023-2024", "en"), ("quote:2017-p1", "ko"), ("theme:poverty", "en")),
    ],
)
def test_every_line_that_is_drawn_is_read_once_and_as_what_it_is(set_: str, lang: str) -> None:
    for slide in deck(lang, set_).slides:
        drawn = [text.words for text in (*reading.around(slide.canvas, slide.canvas.lacking), *slide.canvas.texts)]
        assert sorted(lines(slide)) == sorted(drawn), slide.id
        parts = reading.read(slide)
        quoted = ["".join(line.text.words.strip() + " " * line.blank for line in part.lines) for part in parts if isinstance(part, reading.Part) and part.kind is reading.Kind.QUOTE]  # fmt: skip
        if isinstance(slide.body, Quotes):
            assert quoted == [quote.text for quote in slide.body.quotes], slide.id
        if isinstance(slide.body, Table):
            (table,) = [part for part in parts if isinstance(part, reading.TableRead)]
            said = [[" ".join(line.text.words for line in cell.lines) for cell in row] for row in table.rows]
            assert said == [[cell.words for cell in row] for row in slide.body.rows], slide.id


@pytest.mark.parametrize("lang", LANGUAGES)
def test_whatever_is_in_a_record_is_words_and_none_is_lost(lang: str, tmp_path: Path) -> None:
    made = awkward(lang)
    path = written(made, tmp_path)
    found = pages(path)
    assert len(found) == len(made.slides)
    whole = "".join(found)
    for words in CASES["harmless"]:
        assert whole.count("".join(words.split())) >= 3
    for word in ("業務協約", "[U+13000]", "[U+E123]", "w" * 60):
        assert word in whole
    parts = [quote.text for slide in made.slides if isinstance(slide.body, Quotes) for quote in slide.body.quotes]
    assert len("".join(parts)) >= 1190, "the quote is whole"
    assert all("".join(part.split()) in whole for part in parts)
    ends = re.findall(r'xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)"', tool("pdftotext", "-bbox", path, "-"))
    assert all(float(left) > 29 and float(right) < 932 and float(top) > -1 and float(bottom) < 541 for left, top, right, bottom in ends)


def test_a_dark_deck_has_dark_pages(tmp_path: Path) -> None:
    made = make(replace(shown.showing(), theme=DARK), Chosen("quote:2024-c2a"))
    assert isinstance(made, Deck)
    (tmp_path / "deck.pdf").write_bytes(pdf(made))
    tool("pdftoppm", "-r", "10", "-l", "1", tmp_path / "deck.pdf", tmp_path / "page")
    (page,) = tmp_path.glob("page*.ppm")
    assert "#{:02X}{:02X}{:02X}".format(*page.read_bytes()[-6:-3]) == DARK.bg
