"""Slides as files: SVG that is well-formed and says its text as text, PNG of the right size without a browser."""

from __future__ import annotations

import os
import re
import struct
import subprocess
import sys
from xml.etree import ElementTree

import pytest

from charts.canvas import Canvas
from charts.svg import slide
from charts.theme import DARK, LIGHT
from charts.timeline import chart as timelines
from charts.timeline import telling
from charts.timeline.told import LAYERS
from exports import picture
from models.labels import Say, load_labels
from models.loading import load
from models.register.frames import timeline as tables
from tests.samples.registers import LATEST, RECORDS, TODAY, real

ROOT = RECORDS.parent
SVG = "{http://www.w3.org/2000/svg}"


def canvas(**fields: str) -> Canvas:
    words = {"title": "A <b>finding</b> & “more”", "subtitle": "Sub", "foot_left": "Source: x", "foot_right": "1 / 3", "alt": "One & <two>"}
    found = Canvas(**{**words, **fields})  # type: ignore[arg-type]
    found.hatch(100, 200, 100, 100, hover="why")
    found.box(300, 200, 100, 40, "#132C52", "#6D7882")
    for position, symbol in enumerate(
        [
            "line-ew",
            "circle-open",
            "diamond-open",
            "triangle-right-open",
            "triangle-right",
            "square",
            "circle",
            "triangle-up",
            "triangle-down",
        ]
    ):
        found.mark(300 + 40 * position, 300, symbol, 14, "#10202F")
    found.text(300, 400, [("“We ", 400), ("urge", 700), (" <i>all</i>”", 400)], 18)
    found.line([(100, 500), (300, 550)], width=3.5, dash="3.5px 6px")
    found.target(300, 200, 100, 40, "a|2011", "hover")
    return found


def test_the_svg_is_well_formed_and_has_a_name_and_a_description() -> None:
    root = ElementTree.fromstring(picture.svg(canvas()))
    assert root.attrib["viewBox"] == "0 0 1280 720"
    assert root.findtext(f"{SVG}title") == "A <b>finding</b> & “more”"
    assert root.findtext(f"{SVG}desc") == "One & <two>"
    assert root.attrib["font-family"].startswith("Pretendard")


def test_text_stays_text_and_markup_in_it_stays_words() -> None:
    root = ElementTree.fromstring(picture.svg(canvas()))
    said = ["".join(text.itertext()) for text in root.iter(f"{SVG}text")]
    assert "“We urge <i>all</i>”" in said
    assert "A <b>finding</b> & “more”" in said
    assert {"Source: x", "1 / 3"} <= set(said)
    bold = [part.text for part in root.iter(f"{SVG}tspan")]
    assert bold == ["urge"]


def test_the_unknown_is_a_pattern() -> None:
    root = ElementTree.fromstring(picture.svg(canvas()))
    (pattern,) = root.iter(f"{SVG}pattern")
    filled = [rect for rect in root.iter(f"{SVG}rect") if rect.attrib["fill"] == f"url(#{pattern.attrib['id']})"]
    assert len(filled) == 1


def test_letters_that_xml_cannot_write_are_replaced() -> None:
    root = ElementTree.fromstring(picture.svg(canvas(title="a\x00b\x0bc")))
    assert root.findtext(f"{SVG}title") == "a\ufffdb\ufffdc"


def test_nothing_in_the_svg_is_fetched() -> None:
    written = slide(canvas())
    assert not re.search(r"<(script|image|use|foreignObject|style)\b|\bhref=|url\((?!#)", written)


@pytest.mark.parametrize(("scale", "size"), [(1, (1280, 720)), (3, (3840, 2160))])
def test_the_png_has_the_size_that_was_asked_for(scale: int, size: tuple[int, int]) -> None:
    made = picture.png(canvas(), scale)
    assert made.startswith(b"\x89PNG\r\n\x1a\n")
    assert struct.unpack(">II", made[16:24]) == size


def test_the_png_is_drawn_in_the_shipped_typeface_and_in_the_theme() -> None:
    from io import BytesIO

    from PIL import Image

    def picture_of(theme: object, title: str) -> Image.Image:
        found = Canvas(title, theme=theme)  # type: ignore[arg-type]
        return Image.open(BytesIO(picture.png(found, 1))).convert("RGB")

    for theme in (LIGHT, DARK):
        empty, korean = picture_of(theme, ""), picture_of(theme, "인권도시")
        assert "#{:02X}{:02X}{:02X}".format(*empty.getpixel((5, 5))) == theme.bg  # type: ignore[misc]
        assert empty.tobytes() != korean.tobytes()
        # Four syllables of 34 px are drawn, not four boxes for missing letters: their widths are those of the typeface.
        inked = [x for x in range(40, 300) if any(korean.getpixel((x, y)) != empty.getpixel((x, y)) for y in range(15, 60))]
        assert 110 < inked[-1] - inked[0] < 135


def test_a_tall_page_is_downloaded_as_its_slide() -> None:
    tall = canvas()
    tall.height, tall.slide = 1500, canvas(title="The slide")
    assert ElementTree.fromstring(picture.svg(tall)).findtext(f"{SVG}title") == "The slide"


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_words_left_of_a_sign_are_held_at_their_end(lang: str) -> None:
    """In a picture that is opened without the shipped typeface they then grow away from the sign."""
    say = Say(load_labels(), lang)
    drawn = timelines.slide(telling.tell(tables.timeline(load(RECORDS, LATEST).register, TODAY, lang), say, LAYERS[:4]), LIGHT)
    flags = [text for text in drawn.texts if text.size == 17 and text.y > drawn.head + 100]
    assert {text.anchor for text in flags} == {"left", "right"}
    shapes = [*drawn.boxes, *drawn.hatches]
    for text in flags:
        level = text.y - text.size * 0.36
        near = [shape for shape in shapes if shape.w >= 20 and shape.h >= 20 and shape.y < level < shape.y + shape.h]
        beside = [shape for shape in near if 0 < shape.x - text.left - text.width < 12]
        assert not beside or text.anchor == "right", text.words
    scale = next(text for text in drawn.texts if text.words == say("timeline.key_force"))
    assert scale.anchor == "right"


SLIDES = """
from charts.progress import chart as measures, told as measured
from charts.svg import slide
from charts.theme import LIGHT
from charts.timeline import chart as timelines, telling
from charts.timeline.told import LAYERS
from models.register.frames import progress, timeline as dated
from tests.samples.registers import TODAY, real, say

for measure in real().measures:
    print(slide(measures.slide(measured.tell(progress.progress(real(), measure, TODAY, "en"), say("en")), LIGHT)))
print(slide(timelines.slide(telling.tell(dated.timeline(real(), TODAY, "en"), say("en"), LAYERS), LIGHT)))
"""


def test_the_same_records_give_the_same_picture_in_every_process() -> None:
    """Python orders sets anew in every process; no picture may follow that."""
    made = {
        subprocess.run(
            [sys.executable, "-c", SLIDES], capture_output=True, check=True, cwd=ROOT, env={**os.environ, "PYTHONHASHSEED": seed}
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(made) == 1
    assert made.pop().count(b"<svg") == len(real().measures) + 1
