"""A picture within a page: few bytes, nothing but text from records, each place told and reached."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest

from charts import inline
from charts.canvas import Canvas
from charts.theme import DARK, LEFT, LIGHT, ON_PAGE
from tests.samples.registers import ROOT

SVG = "{http://www.w3.org/2000/svg}"


def nowhere(place: str) -> str | None:
    return None


def parsed(markup: str) -> ElementTree.Element:
    return ElementTree.fromstring(markup.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1))


def places(markup: str) -> list[ElementTree.Element]:
    return [each for each in parsed(markup).iter() if each.get("class", "").split()[:1] == ["at"]]


@pytest.fixture
def canvas() -> Canvas:
    drawn = Canvas("A finding", alt="What it says.", theme=ON_PAGE)
    drawn.plot_top, drawn.plot_bottom = 100, 300
    return drawn


def test_words_of_records_are_text_in_labels_tips_names_and_addresses(canvas: Canvas) -> None:
    nasty = "<script>alert(1)</script> & \"quoted\" 'too' \x00 ]]>"
    canvas.title = nasty
    canvas.text(50, 120, nasty)
    canvas.target(50, 120, 100, 20, f"{nasty}|2024", f"{nasty}\n{nasty}")
    canvas.hatch(200, 120, 20, 20, hover=nasty)
    canvas.target(50, 160, 100, 20, "led|", "A link")
    markup = inline.picture(canvas, "p", lambda place: nasty if place == "led|" else None, says={"seek": nasty})
    assert "<script" not in markup
    found = parsed(markup)
    clean = nasty.replace("\x00", "�")
    assert [text.text for text in found.iter(f"{SVG}text")] == [clean]
    assert found.get("data-seek") == clean
    assert {each.get("aria-label") for each in places(markup)} == {f"{clean}\n{clean}", clean, "A link"}
    assert [each.get("href") for each in places(markup) if each.get("href")] == [clean]


def test_the_places_of_a_row_say_its_first_line_once_and_lead_tell_or_open(canvas: Canvas) -> None:
    canvas.target(40, 120, 100, 20, "alpha|", "Alpha\nin two")
    canvas.target(150, 120, 50, 20, "alpha|2011", "Alpha\nasks")
    canvas.target(210, 120, 50, 20, "alpha|2024", "Alpha\npromises")
    canvas.target(40, 150, 100, 20, "beta|2011", "Beta\nalone")
    markup = inline.picture(canvas, "p", lambda place: "./pledge?id=alpha" if place.endswith("|") else None, chosen="alpha|2024")
    (row,) = [each for each in parsed(markup).iter(f"{SVG}g") if each.get("data-row")]
    assert (row.get("data-row"), row.get("aria-label")) == ("alpha", "Alpha")
    assert [(each.get("href"), each.get("data-id"), each.get("aria-label")) for each in places(markup)] == [
        ("./pledge?id=alpha", None, "in two"),
        (None, "2011", "asks"),
        (None, "2024", "promises"),
        (None, "beta|2011", "Beta\nalone"),
    ]
    assert [each.get("aria-expanded") for each in places(markup)] == [None, None, "true", None]


def test_a_place_that_only_tells_is_neither_button_nor_link(canvas: Canvas) -> None:
    canvas.target(40, 120, 100, 20, "x", "Three of five")
    (place,) = places(inline.picture(canvas, "p", lambda place: ""))
    assert place.get("href") is None
    assert place.get("data-id") is None


def test_a_box_that_lies_on_another_is_drawn_after_it_whatever_looks_alike(canvas: Canvas) -> None:
    canvas.box(40, 120, 100, 30, "red")
    canvas.box(50, 125, 80, 20, "white")
    canvas.box(60, 130, 20, 10, "red")
    canvas.box(400, 120, 100, 30, "red")
    order = re.findall(r'<path fill="(\w+)" d="(M[^"]+)"', inline.picture(canvas, "p", nowhere))
    assert [fill for fill, _ in order] == ["red", "white", "red"]
    assert "M400 120" in order[2][1] or "M400 120" in order[0][1]


def test_every_mark_of_the_charts_has_the_outline_that_the_slide_gives_it(canvas: Canvas) -> None:
    from charts.theme import FORCE_SYMBOL

    for position, symbol in enumerate((*FORCE_SYMBOL.values(), "circle", "triangle-up", "triangle-up-open", "triangle-down")):
        canvas.mark(60 + 40 * position, 120, symbol, 12, "black")
    assert inline.picture(canvas, "p", nowhere).count("stroke-width") >= 2
    canvas.mark(600, 120, "hourglass", 12, "black")
    with pytest.raises(ValueError, match="hourglass"):
        inline.picture(canvas, "p", nowhere)


def test_its_colours_are_the_names_of_the_style_sheet_so_that_it_follows_the_page_into_the_dark(canvas: Canvas) -> None:
    styles = (ROOT / "widgets/styles/style.css").read_text(encoding="utf-8")
    named = {ON_PAGE.bg, ON_PAGE.ink, ON_PAGE.ink2, ON_PAGE.ink3, ON_PAGE.edge, ON_PAGE.hatch, ON_PAGE.rule}
    named |= {paint.fill for paint in (*ON_PAGE.force.values(), *ON_PAGE.standing.values())}
    named |= {paint.text for paint in (*ON_PAGE.force.values(), *ON_PAGE.standing.values())}
    for name in named:
        assert re.search(rf"{re.escape(name[4:-1])}: light-dark\(#", styles), f"{name} is not in the style sheet"
    values = {name: pair for name, *pair in re.findall(r"(--[\w-]+): light-dark\((#\w+), (#\w+)\)", styles)}
    for page, theme in enumerate((LIGHT, DARK)):
        for force, paint in theme.force.items():
            assert values[f"--f-{force}"][page].upper() == paint.fill.upper(), (force, page)
            assert values[f"--t-{force}"][page].upper() == paint.text.upper(), (force, page)


def test_a_part_of_a_picture_ends_where_something_else_is_to_stand(canvas: Canvas) -> None:
    canvas.text(50, 120, "above")
    canvas.text(50, 220, "below")
    canvas.hatch(200, 100, 20, 200, hover="a gap")
    canvas.target(40, 110, 100, 20, "a|1", "above")
    canvas.target(40, 210, 100, 20, "b|1", "below")
    upper, lower = canvas.part(100, 200), canvas.part(200, 300)
    assert ([text.words for text in upper.texts], [text.words for text in lower.texts]) == (["above"], ["below"])
    assert [(hatch.y, hatch.h) for part in (upper, lower) for hatch in part.hatches] == [(100, 100), (200, 100)]
    assert [target.id for part in (upper, lower) for target in part.targets] == ["a|1", "b|1"]
    assert f'viewBox="{LEFT} 200 1200 100"' in inline.picture(lower, "p", nowhere)


def test_a_part_from_the_very_top_begins_there(canvas: Canvas) -> None:
    assert f'viewBox="{LEFT} 0 1200 100"' in inline.picture(canvas.part(0, 100), "p", nowhere)
