"""The template: our own is what its script makes, an office's is obeyed, and what cannot be one is told in a sentence."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import pytest
from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.util import Inches

from exports.deck import own_template
from exports.deck.pptx import pptx
from exports.deck.template import OWN, TOO_LARGE, TemplateRefused, opened, sentence, template_faults
from tests.decks.shown import deck
from tests.exports.deck import templates
from tests.exports.deck.test_pptx import every, words
from tests.samples.registers import say


def test_our_template_is_what_its_script_makes() -> None:
    assert OWN.read_bytes() == own_template.made()
    assert template_faults(OWN.read_bytes()) is None


REFUSED: dict[str, tuple[Callable[[], bytes], str, str]] = {
    "nothing": (lambda: b"", "not a PowerPoint file", "파워포인트 파일이 아니"),
    "text": (lambda: b"Register of commitments\n" * 100, "not a PowerPoint file", "파워포인트 파일이 아니"),
    "workbook": (templates.workbook, "not a PowerPoint file", "파워포인트 파일이 아니"),
    "cut off": (templates.cut_off, "damaged", "손상"),
    "damaged": (templates.damaged, "damaged", "손상"),
    "old": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(9000), "not a PowerPoint file", "파워포인트 파일이 아니"),
    "closed": (templates.closed, "password", "암호"),
    "macros": (templates.with_macros, "macros", "매크로"),
    "large": (lambda: OWN.read_bytes() + bytes(TOO_LARGE), "50 MB", "50MB"),
    "bomb": (templates.bomb, "far more than a template", "지나치게 많습니다"),
    "4:3": (lambda: templates.changed(templates.nothing, (Inches(10), Inches(7.5))), "25 × 19 cm, not 16:9", "25 × 19 cm"),
    "no layout": (lambda: templates.named("Title and Content"), "no layout named “Register”", "‘Register’인 레이아웃이 없습니다"),
    "no subtitle": (lambda: templates.without("body"), "missing: text (for the subtitle)", "텍스트(부제용)"),
    "no content": (lambda: templates.without(""), "missing: content", "다음 개체 틀이 없습니다: 내용"),
    "no number": (lambda: templates.without("sldNum"), "missing: slide number", "슬라이드 번호"),
    "small": (templates.small, "68 % of the width of the slide and 59 % of its height", "너비의 68%"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_a_template_is_told_in_a_sentence(name: str) -> None:
    make, english, korean = REFUSED[name]
    data = make()
    refused = template_faults(data)
    assert refused is not None
    assert english in sentence(refused, say("en"))
    assert korean in sentence(refused, say("ko"))
    with pytest.raises(TemplateRefused):
        pptx(deck("due"), data)


@pytest.mark.parametrize(
    "make", [lambda: templates.as_potx(OWN.read_bytes()), lambda: templates.changed(templates.nothing, templates.TEN_INCHES)]
)
def test_templates_as_powerpoint_saves_them_are_taken(make: Callable[[], bytes]) -> None:
    assert template_faults(make()) is None


def test_an_office_s_template_is_obeyed_and_its_slides_are_dropped() -> None:
    described = deck("forum", "ko")
    data = pptx(described, templates.of_an_office())
    assert data == pptx(described, templates.of_an_office())
    shown = Presentation(io.BytesIO(data))
    assert len(shown.slides) == len(described.slides)
    assert int(shown.slide_width) == Inches(10)
    package = zipfile.ZipFile(io.BytesIO(data))
    raw = b"".join(package.read(name) for name in package.namelist())
    assert b"Georgia" in raw
    assert b"7A1FA2" in raw
    assert not [gone for gone in (b"Kim", b"Oldest", b"sectionLst") if gone in raw]
    assert len([name for name in package.namelist() if name.startswith("ppt/notesSlides/notes")]) == len(described.slides)
    content = opened(templates.of_an_office()).places
    assert {place.value for place in content} == {"title", "subtitle", "content", "footer", "number"}
    for told, slide in zip(described.slides, shown.slides, strict=True):
        foot = next(each for each in slide.placeholders if each.placeholder_format.type == PP_PLACEHOLDER.FOOTER)
        subtitle = next((each for each in slide.placeholders if each.placeholder_format.type == PP_PLACEHOLDER.BODY), slide.shapes.title)
        for shape in slide.shapes:
            if not shape.is_placeholder and not shape.name.startswith("rule"):
                assert shape.left >= Inches(0.5) - 120_000, told.id  # numbers are right-aligned in a box with room to spare
                assert shape.left + shape.width <= Inches(9.5) + 240_000, (told.id, shape.name)
                assert subtitle.top + subtitle.height <= shape.top + 60_000, (told.id, shape.name)
                assert shape.top + shape.height <= foot.top + 60_000, (told.id, shape.name)
        assert told.title.split()[0] in words(slide._element)
        assert all(each.shape_type is not None for each in every(slide.shapes))
