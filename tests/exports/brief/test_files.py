"""The Brief as files: two A4 pages whatever it is about, words that can be selected, real styles, nothing live."""

from __future__ import annotations

import io
import subprocess
import zipfile
from functools import lru_cache
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn

from exports.brief import docx as briefing_docx
from exports.brief import pdf
from models.brief import facts
from models.brief.facts import About, Kind, Subject, subjects
from models.brief.gathering import brief
from models.brief.telling.tree import Sheet
from models.records.vocabulary import Theme
from tests.office.install import HINT, find
from tests.samples import registers as made
from tests.samples.registers import TODAY, real, say

LANGUAGES = ["en", "ko"]
OPENED = [
    ("city:gwangju", "en"),
    ("city:gwangju", "ko"),
    ("theme:poverty", "ko"),
    ("theme:forum", "en"),
    ("forum:14", "en"),
    ("group:migrants", "ko"),
    ("theme:poverty+theme:right-to-the-city", "ko"),
    ("city:gwangju+theme:networks+theme:forum", "en"),
    ("pledge:human-rights-education", "en"),
]


@lru_cache(maxsize=200)
def fitted(address: str, lang: str) -> Sheet:
    found = facts.about(real(), address)
    assert isinstance(found, About), address
    return pdf.fitted(brief(real(), found, TODAY), say(lang), "0123456789ab")


def flat(text: str) -> str:
    """Text without line breaks, as one searches it."""
    return " ".join(text.split())


def run(*command: str | Path) -> str:
    return subprocess.run([str(part) for part in command], check=True, capture_output=True, text=True, timeout=300).stdout


def pages_of(path: Path) -> int:
    return int(next(line for line in run("pdfinfo", path).splitlines() if line.startswith("Pages")).split()[1])


@pytest.fixture(scope="module")
def office() -> str:
    found = find()
    assert found, HINT
    return found


# PDF ---------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("kind", list(Kind))
def test_every_brief_fits_its_two_pages(kind: Kind, lang: str) -> None:
    found = [each.address for each in subjects(real()) if each.kind is kind]
    assert found
    for address in found:
        assert pdf.pages(fitted(address, lang)) <= pdf.PAGES, address


@pytest.mark.parametrize(("address", "lang"), OPENED)
def test_the_pdf_has_two_pages_of_text_that_can_be_selected(address: str, lang: str, tmp_path: Path, office: str) -> None:
    whole = fitted(address, lang)
    path = tmp_path / "brief.pdf"
    path.write_bytes(pdf.pdf(whole))
    assert pages_of(path) <= 2
    info = run("pdfinfo", path)
    assert "Tagged:          yes" in info
    assert whole.title in info
    assert "595" in info, "A4"
    text = flat(run("pdftotext", path, "-"))
    for section in whole.sections:
        assert section.heading in text
    assert whole.title in text
    entries = [entry for section in whole.sections for entry in section.entries if entry.quote]
    quoted = [f"{entry.quote_before}{entry.quote}{entry.quote_after}" for entry in entries]
    assert quoted
    assert f"“{flat(quoted[0])}”" in text
    assert whole.foot[-1].split(":")[-1].strip(" .") in text


def test_the_pdf_says_in_which_language_it_is_and_passes_for_accessible() -> None:
    raw = pdf.pdf(fitted("city:gwangju", "ko"))
    assert b"ko-KR" in raw
    assert b"pdfuaid" in raw
    assert b"StructTreeRoot" in raw


def test_the_same_brief_gives_the_same_pdf() -> None:
    whole = fitted("forum:15", "en")
    assert pdf.pdf(whole) == pdf.pdf(whole)


def test_no_more_would_fit() -> None:
    found = brief(real(), Subject(Kind.CITY, "gwangju"), TODAY)
    from models.brief.telling.sections import sheet

    steps = next(n for n in range(60) if sheet(found, say("en"), "0123456789ab", n) == fitted("city:gwangju", "en"))
    room = pdf.PAGES * 297 - 16 - pdf.SPARE["en"]
    assert pdf._end(sheet(found, say("en"), "0123456789ab", steps)) <= room < pdf._end(sheet(found, say("en"), "0123456789ab", steps + 1))


# Word --------------------------------------------------------------------------------------------------------------


def test_the_same_brief_gives_the_same_word_file_at_any_time() -> None:
    whole = fitted("forum:15", "en")
    made = briefing_docx.docx_file(whole)
    assert {part.date_time for part in zipfile.ZipFile(io.BytesIO(made)).infolist()} == {(TODAY.year, TODAY.month, TODAY.day, 12, 0, 0)}
    assert made == briefing_docx.docx_file(whole)


def opened(whole: Sheet) -> Document:
    return docx.Document(io.BytesIO(briefing_docx.docx_file(whole)))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_word_file_is_made_of_styles(lang: str) -> None:
    whole = fitted("city:gwangju", lang)
    made_ = opened(whole)
    styles = [paragraph.style.name for paragraph in made_.paragraphs if paragraph.style]
    assert {"Title", "Heading 1", "Heading 2", "List Number", "List Bullet", "Source Note"} <= set(styles)
    assert ("Quote" in styles) or lang == "en"
    assert [p.text for p in made_.paragraphs if p.style and p.style.name == "Heading 1"] == [
        *(section.heading for section in whole.sections),
        whole.sources_heading,
    ]
    for run_ in made_.element.body.iter(qn("w:r")):
        properties = run_.find(qn("w:rPr"))
        if properties is not None:
            assert {child.tag for child in properties} <= {qn("w:rStyle"), qn("w:lang")}, "formatting belongs to styles"
    table = made_.tables[0]
    assert table.rows[0]._tr.trPr is not None
    assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    assert made_.core_properties.title == whole.title
    assert made_.core_properties.language == {"en": "en-GB", "ko": "ko-KR"}[lang]
    fonts = made_.styles["Normal"].element.find(f".//{qn('w:rFonts')}")
    assert fonts is None or fonts.get(qn("w:eastAsia")) == "Malgun Gothic"
    language = made_.styles.element.find(f".//{qn('w:rPrDefault')}//{qn('w:lang')}")
    assert language is not None
    # The first is of Latin letters and digits, in Korean too: as Korean they would break inside.
    assert (language.get(qn("w:val")), language.get(qn("w:eastAsia"))) == ("en-GB", "ko-KR")


def test_what_is_quoted_in_a_korean_word_file_is_marked_as_english() -> None:
    body = opened(fitted("city:gwangju", "ko")).element.body
    quoted = [
        run_ for run_ in body.iter(qn("w:r")) if "".join(text.text or "" for text in run_.iter(qn("w:t"))).startswith("“To cooperate")
    ]
    assert quoted
    assert all(run_.find(qn("w:rPr")).find(qn("w:lang")).get(qn("w:val")) == "en-GB" for run_ in quoted)


def test_the_words_of_a_commitment_are_bold_within_their_sentence() -> None:
    whole = fitted("city:gwangju", "ko")
    entry = next(entry for section in whole.sections for entry in section.entries if entry.quote_before)
    shown = next(p for p in opened(whole).paragraphs if entry.quote in p.text)
    assert f"“{entry.quote_before}{entry.quote}{entry.quote_after}”" in shown.text
    assert [run_.text for run_ in shown.runs if run_.style and run_.style.name == "Strong" and run_.text != entry.lead] == [entry.quote]


def test_the_numbers_of_sources_lead_to_their_notes() -> None:
    body = opened(fitted("city:gwangju", "en")).element.body
    marks = {mark.get(qn("w:name")) for mark in body.iter(qn("w:bookmarkStart"))}
    links = {link.get(qn("w:anchor")) for link in body.iter(qn("w:hyperlink"))} - {None}
    assert links
    assert links <= marks


def test_libreoffice_opens_the_word_files_on_two_pages(office: str, tmp_path: Path) -> None:
    for address, lang in OPENED:
        (tmp_path / f"{address.replace(':', '-')}-{lang}.docx").write_bytes(briefing_docx.docx_file(fitted(address, lang)))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    run(office, "--headless", profile, "--convert-to", "pdf", "--outdir", tmp_path, *sorted(tmp_path.glob("*.docx")))
    for address, lang in OPENED:
        path, whole = tmp_path / f"{address.replace(':', '-')}-{lang}.pdf", fitted(address, lang)
        assert pages_of(path) <= 2, (address, lang)
        text = flat(run("pdftotext", path, "-"))
        # LibreOffice leaves a little room between Hangul and digits, which pdftotext reads as a space.
        bare = "".join(text.split())
        assert "".join(whole.title.split()) in bare
        assert all("".join(section.heading.split()) in bare for section in whole.sections)
        assert "[1]" in text


# text is text ------------------------------------------------------------------------------------------------------

LIVE = "#panic() *bold* $x$ <b>tag</b> & {entry} \\u0041 [link] @ref 'x' -- ... //c `raw`"


def test_markup_in_records_is_shown_and_does_nothing(tmp_path: Path, office: str) -> None:
    theme = Theme(id="institutions", name=made.both(LIVE), definition=made.both("Offices."))
    fields: dict[str, Any] = {"quote": f"We do {LIVE}", "summary": made.both(LIVE)}
    register = made.register(made.declaration("2024", 14, made.provision("c1", made.commitment("a", **fields))), themes=[theme])
    whole = pdf.fitted(brief(register, Subject(Kind.THEME, "institutions"), TODAY), say("en"), "0123456789ab")
    path = tmp_path / "live.pdf"
    path.write_bytes(pdf.pdf(whole))
    assert f"“We do {LIVE}”" in flat(run("pdftotext", path, "-"))
    words = "\n".join(paragraph.text for paragraph in opened(whole).paragraphs)
    assert f"“We do {LIVE}”" in words
    assert whole.title in words
