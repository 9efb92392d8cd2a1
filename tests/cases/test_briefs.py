"""Briefs as files: every one can be made, whatever sign its records hold (tests/cases/briefs.yaml)."""

from __future__ import annotations

import datetime as dt
import io
import re
import subprocess
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any

import docx
import pytest
import yaml

from charts import signs
from charts.canvas import Canvas
from exports import picture
from exports.brief import docx as word
from exports.brief import pdf
from exports.brief.drawable import drawable
from models.brief import facts
from models.brief.facts import About, Kind, Subject, subjects
from models.brief.gathering import brief
from models.brief.telling.sections import sheet
from models.brief.telling.tree import Entry, Sheet
from models.labels import load_labels
from tests.office.install import HINT, find
from tests.samples.registers import RECORDS, TODAY, real, say

CASES: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "briefs.yaml").read_text(encoding="utf-8"))
MARGIN = 18 / 25.4 * 72
RIGHT = 210 / 25.4 * 72 - MARGIN


def told(about: Subject, on: dt.date, lang: str, steps: int = 8) -> Sheet:
    return sheet(brief(real(), about, on), say(lang), "0123456789ab", steps)


@lru_cache(maxsize=2)
def plain(lang: str) -> Sheet:
    found = Subject(Kind.FORUM, "1")
    return told(found, TODAY, lang, 1)


def holding(entries: list[Entry], lang: str = "ko", **changes: Any) -> Sheet:
    """A brief of one section, which tells the given entries and nothing else."""
    section = replace(plain(lang).sections[0], entries=tuple(entries))
    return replace(plain(lang), sections=(section,), sources=(), **changes)


def tool(*command: str | Path) -> str:
    return subprocess.run([str(part) for part in command], check=True, capture_output=True, text=True, timeout=120).stdout


def paragraphs(whole: Sheet) -> str:
    return "\n".join(paragraph.text for paragraph in docx.Document(io.BytesIO(word.docx_file(whole))).paragraphs)


@pytest.mark.parametrize("case", CASES["signs"], ids=lambda case: case["because"])
def test_a_sign_is_drawn_by_a_typeface_that_has_it_or_named(case: dict[str, str]) -> None:
    assert signs.named(case["given"]) == case["written"], case["because"]
    if "drawn_by" in case:
        assert case["drawn_by"] in [family for family, _ in signs.runs(case["given"])], case["because"]
    whole = holding([Entry(lead=case["given"], quote=case["given"], facts=case["given"])], title=case["given"])
    assert pdf.pdf(whole).startswith(b"%PDF")
    text = paragraphs(whole)
    assert text.count(case["written"]) == 4
    assert (plain("ko").signs in text) == (case["given"] != case["written"]), "the foot says what a code means"


def test_every_sign_of_the_case_book_reaches_the_pdf_in_its_typeface(tmp_path: Path) -> None:
    (tmp_path / "signs.pdf").write_bytes(pdf.pdf(holding([Entry(lead=case["given"]) for case in CASES["signs"]])))
    embedded = tool("pdffonts", tmp_path / "signs.pdf")
    for case in CASES["signs"]:
        family = case.get("drawn_by", signs.MAIN).replace(" KR", "kr").replace(" ", "")
        assert family in embedded, case["because"]
    text = tool("pdftotext", tmp_path / "signs.pdf", "-")
    for word_ in ("業務協約", "5∼6월", "⑴ 첫째", "[U+13000]", "[U+E123]"):
        assert word_ in text


def test_a_picture_draws_the_signs_too() -> None:
    """Two empty boxes would be the same picture; two Hanja are not, and what none has is drawn as its code."""

    def drawn(words: str) -> bytes:
        return picture.png(Canvas(f"{words} 漢"), 1)

    for one, other in (("協", "務"), ("∼", "⑴"), ("🙂", "👩‍👩‍👧"), ("م", "ن")):
        assert drawn(one) != drawn(other), (one, other)
    for case in CASES["signs"]:
        assert drawn(case["given"]) == drawn(case["written"]), case["because"]
    assert drawn("[U+13000]") != drawn("[U+13001]")


def test_whatever_the_typefaces_have_can_be_set() -> None:
    """The standard for accessible PDF refuses a file with one sign that its typefaces lack: so no such sign may be let through."""
    recorded = {sign for path in sorted(RECORDS.rglob("*.yaml")) for sign in path.read_text(encoding="utf-8")}
    recorded |= {sign for label in load_labels().values() for words in (label.en, label.ko) for sign in words}
    every = sorted({sign for face in signs.faces() for sign in face.has})
    kept = [sign for sign in [*sorted(recorded), *every[::9]] if signs.named(sign) == sign]
    assert len(kept) > 4_000
    on_letters = [signs.named(f"{letter}{mark}x") for letter in "a가漢ع🙂" for mark in every if re.match(f"[{signs.MARKS}]", mark)]
    assert pdf.pdf(holding([Entry(text=" ".join(kept)), Entry(text=" ".join(on_letters[::5]))], "en")).startswith(b"%PDF")


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_harmful_words_are_shown_and_do_nothing(lang: str, tmp_path: Path) -> None:
    whole = holding([Entry(lead=words, quote=words, facts=words) for words in CASES["harmless"]], lang, title=" ".join(CASES["harmless"]))
    (tmp_path / "brief.pdf").write_bytes(pdf.pdf(whole))
    text = " ".join(tool("pdftotext", tmp_path / "brief.pdf", "-").split())
    written = paragraphs(whole)
    for words in CASES["harmless"]:
        assert f"“{words}”" in text
        assert written.count(words) == 4


def test_long_words_stay_inside_the_margins_and_whole(tmp_path: Path) -> None:
    words = [case["letter"] * case["times"] for case in CASES["long"]]
    for lang in ("en", "ko"):
        entries = [Entry(lead="Long", text=each, quote=each, quote_lang=lang, facts=each) for each in words]
        (tmp_path / "brief.pdf").write_bytes(pdf.pdf(holding(entries, lang, title=words[1])))
        ends = re.findall(r'xMin="([\d.]+)" yMin="[\d.]+" xMax="([\d.]+)"', tool("pdftotext", "-bbox", tmp_path / "brief.pdf", "-"))
        assert ends
        assert min(float(left) for left, _ in ends) > MARGIN - 1
        assert max(float(right) for _, right in ends) < RIGHT + 1
        text = "".join(tool("pdftotext", "-raw", tmp_path / "brief.pdf", "-").split())
        for each in words:
            assert text.count(each) == 3 + (each == words[1]), each[0]


def test_links_lead_where_the_record_says() -> None:
    one, *rest = plain("en").sources
    for case in CASES["addresses"]:
        whole = replace(plain("en"), sources=(replace(one, address=case["given"], shown=case["given"]), *rest))
        assert drawable(whole).sources[0].address == case["leads"], case["because"]
        opened = docx.Document(io.BytesIO(word.docx_file(whole)))
        assert case["leads"] in [link.target_ref for link in opened.part.rels.values() if link.is_external]
        assert case["given"] in paragraphs(whole)
        assert pdf.pdf(whole)
    far = replace(one, address="https://example.org/" + "시" * 1_900, shown="https://example.org/…")
    endless = replace(plain("en"), sources=(far, *rest))
    assert drawable(endless).sources[0].address == "", "shown, but no link: no program follows one as long"
    assert pdf.pdf(endless)


@pytest.mark.parametrize("case", CASES["once_failed"], ids=lambda case: f"{case['about']} {case['day']}")
def test_a_brief_that_once_failed_is_made(case: dict[str, Any]) -> None:
    found = facts.about(real(), case["about"])
    assert isinstance(found, About)
    whole = pdf.fitted(brief(real(), found, case["day"]), say(case["lang"]), "0123456789ab")
    assert pdf.pdf(whole)
    assert word.docx_file(whole)


def test_on_every_day_of_the_menu_a_brief_of_every_kind_is_made() -> None:
    """Another subject in another language on each day; all of them on all days were made once, before this was written."""
    offered = {forum.start for forum in real().forums} | {text.adopted for text in real().declarations}
    days = [*sorted(day for day in offered if day <= TODAY), TODAY]
    assert len(days) > 20
    for number, day in enumerate(days):
        known = subjects(real().as_of(day))
        about = known[number * 13 % len(known)]
        whole = told(about, day, ("en", "ko")[number % 2])
        assert pdf.pdf(whole), (about, day)
        assert word.docx_file(whole), (about, day)


def test_latin_words_and_numbers_stay_whole_in_a_korean_word_file(tmp_path: Path) -> None:
    """Set by LibreOffice, each with ever more Hangul before it, so that each comes to stand at the end of a line."""
    office = find()
    assert office, HINT
    pushed = [f"{'가나 ' * 14}{'다' * more} {each}" for each in CASES["whole_words"] for more in range(1, 40, 2)]
    (tmp_path / "brief.docx").write_bytes(word.docx_file(holding([Entry(text=words) for words in pushed])))
    tool(
        office,
        "--headless",
        f"-env:UserInstallation=file://{tmp_path}/profile",
        "--convert-to",
        "pdf",
        "--outdir",
        tmp_path,
        tmp_path / "brief.docx",
    )
    lines = tool("pdftotext", "-raw", tmp_path / "brief.pdf", "-").splitlines()
    for each in CASES["whole_words"]:
        assert sum(line.endswith(f" {each}") or line == each for line in lines) >= 20, each
        assert any(line == each for line in lines), "the test is too narrow: no line was full before this word"
