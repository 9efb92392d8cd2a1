"""A deck as PowerPoint: native parts, words that stay words, nothing cut, nothing live, and the same bytes every time."""

from __future__ import annotations

import datetime as dt
import io
import subprocess
import time
import zipfile
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openxml_audit import validate_pptx
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE, PP_PLACEHOLDER
from pptx.oxml.ns import qn

from charts.canvas import SMALL_HALL
from decks.deck import Bars, Deck, Figures, Quotes, Table
from exports.deck.pptx import pptx
from models.register.standing import Standing
from tests.decks.shown import deck
from tests.exports.deck import hard, templates
from tests.office.install import HINT, find
from tests.samples.registers import TODAY

LANGUAGES = ["en", "ko"]
PX = 9525
DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
both = pytest.mark.parametrize("lang", LANGUAGES)


@cache
def made(set_: str, lang: str) -> tuple[Deck, bytes]:
    found = hard.deck(lang) if set_ == "hard" else deck(set_, lang)
    return found, pptx(found)


def opened(data: bytes) -> Any:
    return Presentation(io.BytesIO(data))


def every(shapes: Any) -> Iterator[Any]:
    """All shapes, those within groups too."""
    for shape in shapes:
        yield shape
        if shape.shape_type == MSO_SHAPE_TYPE.GROUP:
            yield from every(shape.shapes)


def words(element: Any) -> str:
    """All words below an element, as they are read."""
    return " ".join("".join(t.text or "" for t in paragraph.iter(qn("a:t"))) for paragraph in element.iter(qn("a:p")))


def flat(text: str) -> str:
    return "".join(text.split())


def slides(set_: str, lang: str) -> Iterator[tuple[Any, Any]]:
    described, data = made(set_, lang)
    shown = opened(data)
    assert len(shown.slides) == len(described.slides)
    yield from zip(described.slides, shown.slides, strict=True)


def placeholder(slide: Any, kind: Any) -> Any:
    return next((each for each in slide.placeholders if each.placeholder_format.type == kind), None)


@both
@pytest.mark.parametrize("set_", ["forum", "hard"])
def test_what_stands_around_the_plot_is_in_placeholders_of_a_layout(set_: str, lang: str) -> None:
    for described, slide in slides(set_, lang):
        canvas = described.canvas
        assert slide.slide_layout.name == "Register"
        assert slide.name == described.id
        assert flat(slide.shapes.title.text_frame.text) == flat(shown_as(canvas.title))
        subtitle = placeholder(slide, PP_PLACEHOLDER.BODY)
        assert flat(subtitle.text_frame.text if subtitle else "") == flat(shown_as(canvas.subtitle))
        foot = placeholder(slide, PP_PLACEHOLDER.FOOTER)
        for said in (canvas.foot_left, canvas.lacking, canvas.address, canvas.foot_right):
            assert flat(shown_as(said)) in flat(foot.text_frame.text)
        links = [run.hyperlink.address for paragraph in foot.text_frame.paragraphs for run in paragraph.runs if run.hyperlink.address]
        assert links == [canvas.address]
        assert placeholder(slide, PP_PLACEHOLDER.SLIDE_NUMBER)._element.find(f".//{qn('a:fld')}").get("type") == "slidenum"


def shown_as(text: str) -> str:
    return text.replace(hard.LIVE, hard.SHOWN)


@both
def test_every_plot_is_what_powerpoint_has_for_it_and_no_picture(lang: str) -> None:
    kinds = set()
    for described, slide in [*slides("forum", lang), *slides("hard", lang)]:
        shapes = list(every(slide.shapes))
        assert not any(shape.shape_type in (MSO_SHAPE_TYPE.PICTURE, MSO_SHAPE_TYPE.LINKED_PICTURE) for shape in shapes)
        body = described.body
        kinds.add(type(body))
        if isinstance(body, Table):
            (table,) = [shape.table for shape in shapes if shape.has_table]
            assert table.first_row
            assert [cell.text for cell in table.rows[0].cells] == list(body.heads)
            for row, said in zip(list(table.rows)[1:], body.rows, strict=True):
                assert all(flat(shown_as(each.words)) in flat(cell.text) for cell, each in zip(row.cells, said, strict=True))
        elif isinstance(body, Quotes):
            texts = [shape.text_frame.text for shape in shapes if shape.has_text_frame]
            assert all(any(flat(quote.text) in flat(text) for text in texts) for quote in body.quotes)
        elif isinstance(body, Figures):
            texts = [shape.text_frame.text for shape in shapes if shape.has_text_frame]
            assert all(shown_as(each.words) in texts and (not each.number or each.number in texts) for each in body.figures)
        elif body is None:
            (group,) = [shape for shape in shapes if shape.shape_type == MSO_SHAPE_TYPE.GROUP]
            assert sorted(flat(text.words) for text in described.canvas.texts) == sorted(flat(line) for line in lines(group) if line)
            hatched = [each for each in group._element.iter(qn("a:pattFill")) if each.get("prst") == "wdUpDiag"]
            assert len(hatched) == sum(not hatch.dotted for hatch in described.canvas.hatches)
        else:
            assert [shape.has_chart for shape in shapes].count(True) == 1
    assert len(kinds) == 6
    names = zipfile.ZipFile(io.BytesIO(made("forum", lang)[1])).namelist()
    assert not [name for name in names if "media" in name or name.endswith((".png", ".jpeg", ".jpg", ".emf", ".svg"))]


def lines(group: Any) -> list[str]:
    """The lines of all labels of a group."""
    return [paragraph.text for shape in every(group.shapes) if shape.has_text_frame for paragraph in shape.text_frame.paragraphs]


def test_lines_of_one_label_are_one_text_box_and_words_in_a_box_belong_to_it() -> None:
    described, slide = next(each for each in slides("forum", "en") if each[0].id == "through")
    frames = [shape.text_frame for shape in every(slide.shapes) if shape.has_text_frame and shape.name.startswith("text")]
    assert any(len(frame.paragraphs) > 1 for frame in frames)
    boxes = [shape for shape in every(slide.shapes) if shape.name.startswith("box") and shape.has_text_frame and shape.text_frame.text]
    assert {"promises", "states"} <= {box.text_frame.text for box in boxes}
    assert described.body is None


def test_shapes_stand_where_the_canvas_has_them() -> None:
    for described, slide in slides("forum", "en"):
        if described.body is None:
            boxes = sorted((round(box.x), round(box.y), round(box.w), round(box.h)) for box in described.canvas.boxes if not box.edge)
            found = sorted(
                tuple(round(each / PX) for each in (shape.left, shape.top, shape.width, shape.height))
                for shape in every(slide.shapes)
                if shape.name.startswith("box")
            )
            assert boxes
            assert all(any(max(abs(a - b) for a, b in zip(box, at, strict=True)) <= 1 for at in found) for box in boxes)


def test_bars_have_a_series_for_each_standing_with_its_texture_and_its_numbers() -> None:
    _, slide = next(each for each in slides("hard", "en") if isinstance(each[0].body, Bars))
    chart = next(shape.chart for shape in slide.shapes if shape.has_chart)
    series = list(chart.plots[0].series)
    assert [next(iter(each.values)) for each in series] == [float(number) for number in range(1, len(Standing) + 1)]
    textures = {standing: each._element.find(qn("c:spPr")) for standing, each in zip(Standing, series, strict=True)}
    assert textures[Standing.NOT_ASSESSED].find(qn("a:pattFill")).get("prst") == "wdUpDiag"
    assert textures[Standing.WITHHELD].find(qn("a:pattFill")).get("prst") == "dkHorz"
    assert textures[Standing.NO_EVIDENCE].find(qn("a:noFill")) is not None
    assert textures[Standing.DONE].find(qn("a:solidFill")) is not None
    assert all(each.data_labels.show_value for each in series)
    assert chart.category_axis.reverse_order
    book = openpyxl.load_workbook(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob))
    cells = [cell for row in book.active.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} <= {"s", "n"}, "no formula"
    assert hard.SHOWN in {cell.value for cell in cells}


def test_a_course_has_an_axis_of_days_and_its_target_apart() -> None:
    _, slide = next(each for each in slides("hard", "ko") if each[0].id == "course")
    chart = next(shape.chart for shape in slide.shapes if shape.has_chart)
    assert chart.plots[0]._element.getparent().find(qn("c:dateAx")) is not None
    *_, target = chart.plots[0].series
    assert target.name == "=target"
    assert [value for value in target.values if value is not None] == [1000.0]
    assert chart._chartSpace.chart.find(qn("c:dispBlanksAs")).get("val") == "span"


@both
@pytest.mark.parametrize("set_", ["forum", "hard"])
def test_whatever_is_no_text_has_a_text_alternative_or_is_passed_over(set_: str, lang: str) -> None:
    for described, slide in slides(set_, lang):
        told = []
        for shape in every(slide.shapes):
            properties = next(shape._element.iter(qn("p:cNvPr")))
            said, passed = properties.get("descr", ""), next(properties.iter(DECORATIVE), None) is not None
            assert said or passed or (shape.has_text_frame and shape.text_frame.text.strip()), (described.id, shape.name)
            assert not (said and passed)
            told += [said] if said else []
        if not isinstance(described.body, Quotes | Figures):
            assert told == [shown_as(described.canvas.alt)], described.id


@both
def test_words_have_typefaces_languages_and_sizes(lang: str) -> None:
    _, data = made("forum", lang)
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        themes = [parts.read(name).decode() for name in parts.namelist() if "/theme/" in name]
    for theme in themes:
        assert theme.count('<a:latin typeface="Pretendard"/><a:ea typeface="Pretendard"/>') == 2
        assert '<a:font script="Hang" typeface="맑은 고딕"/>' in theme
    for shown, slide in slides("forum", lang):
        quoted = "".join(flat(quote.text) for quote in shown.body.quotes) if isinstance(shown.body, Quotes) else ""
        for run in slide._element.iter(qn("a:r")):
            look = run.find(qn("a:rPr"))
            assert all(look.find(qn(f"a:{each}")).get("typeface") for each in ("latin", "ea", "cs"))
            said = flat(run.find(qn("a:t")).text or "")
            language = "en-GB" if quoted and said in quoted else {"en": "en-GB", "ko": "ko-KR"}[lang]
            assert look.get("lang") == language
            assert int(look.get("sz", "9999")) >= SMALL_HALL * 75, "18 px of 1280"
        for chart in (shape.chart for shape in slide.shapes if shape.has_chart):
            sizes = [int(each.get("sz")) for each in chart._chartSpace.iter(qn("a:defRPr"), qn("a:rPr")) if each.get("sz")]
            assert min(sizes) >= SMALL_HALL * 75
            assert next(chart._chartSpace.iter(qn("a:ea"))).get("typeface") == "+mn-ea"


@both
def test_the_deciding_verb_is_bold(lang: str) -> None:
    described, slide = next(each for each in slides("forum", lang) if isinstance(each[0].body, Quotes))
    assert isinstance(described.body, Quotes)
    verb = "".join(part for part, weight in described.body.quotes[0].words if weight == 700).strip()
    quoted = next(p for shape in slide.shapes if shape.has_text_frame for p in shape.text_frame.paragraphs if f" {verb} " in p.text)
    assert [(run.text.strip() == verb, run.font.bold) for run in quoted.runs] == [(False, False), (True, True), (False, False)]


@both
def test_notes_say_what_may_be_said_and_where_it_is_from(lang: str) -> None:
    for described, slide in [*slides("forum", lang), *slides("hard", lang)]:
        said = slide.notes_slide.notes_text_frame.text
        for note in (*described.notes, described.canvas.foot_left, described.address):
            assert flat(shown_as(note)) in flat(said), described.id
        assert [each.target_ref for each in slide.notes_slide.part.rels.values() if each.is_external] == [described.address]


@both
def test_the_file_says_what_it_is_and_of_which_day_and_nobody_s_name(lang: str) -> None:
    described, data = made("forum", lang)
    properties = opened(data).core_properties
    assert (properties.title, properties.language) == (described.title, {"en": "en-GB", "ko": "ko-KR"}[lang])
    assert properties.subject == TODAY.isoformat()
    assert (
        properties.created == properties.modified == dt.datetime.combine(TODAY, dt.time(), dt.UTC).replace(tzinfo=properties.created.tzinfo)
    )
    assert properties.author == properties.last_modified_by == described.slides[0].canvas.foot_right
    package = zipfile.ZipFile(io.BytesIO(data))
    assert {part.date_time for part in package.infolist()} == {(TODAY.year, TODAY.month, TODAY.day, 0, 0, 0)}
    assert not [name for name in package.namelist() if "thumbnail" in name or "app.xml" in name or "printer" in name]


def test_the_same_deck_gives_the_same_bytes_within_a_second() -> None:
    for described, data in (made("forum", "ko"), made("hard", "en")):
        begun = time.process_time()
        assert pptx(described) == data
        assert time.process_time() - begun < 1


def test_text_of_records_stays_text() -> None:
    said = " ".join(words(slide._element) for _, slide in slides("hard", "en"))
    assert hard.SHOWN in said
    assert "_x0041_" in said
    described, data = made("hard", "en")
    external = [rel.target_ref for slide in opened(data).slides for rel in slide.part.rels.values() if rel.is_external]
    assert set(external) == {slide.address for slide in described.slides}


@both
@pytest.mark.parametrize("set_", ["forum", "hard"])
def test_nothing_leaves_the_slide_and_no_body_lies_over_the_foot(set_: str, lang: str) -> None:
    for described, slide in slides(set_, lang):
        foot = placeholder(slide, PP_PLACEHOLDER.FOOTER)
        tops = []
        for shape in slide.shapes:
            assert shape.left >= 0, described.id
            assert shape.top >= 0
            assert shape.left + shape.width <= 1280 * PX + 1
            assert shape.top + shape.height <= 720 * PX + 1
            if not shape.is_placeholder and not shape.name.startswith("rule"):
                assert shape.top + shape.height <= foot.top + 2 * PX, (described.id, shape.name)
        for kind in (PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.BODY, PP_PLACEHOLDER.FOOTER):
            if held := placeholder(slide, kind):
                tops.append((held.top, held.top + held.height))
        assert all(above[1] <= below[0] for above, below in pairwise(tops))


@pytest.mark.parametrize(("set_", "lang"), [("forum", "en"), ("hard", "ko"), ("office", "ko")])
def test_it_is_valid_by_the_schemas_of_office(set_: str, lang: str, tmp_path: Path) -> None:
    data = pptx(deck("due", lang), templates.of_an_office()) if set_ == "office" else made(set_, lang)[1]
    path = tmp_path / "deck.pptx"
    path.write_bytes(data)
    assert [(error.part_uri, error.description) for error in validate_pptx(path).errors] == []


def test_libreoffice_opens_it_with_every_slide(tmp_path: Path) -> None:
    office = find()
    assert office, HINT
    for set_, lang in (("forum", "en"), ("forum", "ko"), ("hard", "ko")):
        (tmp_path / f"{set_}-{lang}.pptx").write_bytes(made(set_, lang)[1])
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = [office, "--headless", profile, "--convert-to", "pdf", "--outdir", str(tmp_path), *map(str, sorted(tmp_path.glob("*.pptx")))]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    for set_, lang in (("forum", "en"), ("forum", "ko"), ("hard", "ko")):
        text = subprocess.run(["pdftotext", str(tmp_path / f"{set_}-{lang}.pdf"), "-"], check=True, capture_output=True, text=True).stdout
        pages = text.split("\f")[:-1]
        described = made(set_, lang)[0]
        assert len(pages) == len(described.slides)
        for slide, page in zip(described.slides, pages, strict=True):
            assert flat(shown_as(slide.title)) in flat(page), slide.id
