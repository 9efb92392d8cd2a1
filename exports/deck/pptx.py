"""A deck as a PowerPoint file of native parts: what can be a placeholder, a text, a table or a chart is one, all else shapes.

Nothing is a picture. The same deck and template give the same bytes.
"""

from __future__ import annotations

import io
from typing import Any

from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.oxml import parse_xml

from charts import typeface
from decks.deck import Bars, Course, Deck, Figures, Quotes, Slide, Table
from exports.deck import bodies, chart, package, shapes
from exports.deck.places import SPARE, Places, places
from exports.deck.template import Holder, Place, Rect, Template, opened, own
from exports.deck.words import Say, attribute, paragraph, reachable, spaced, writable


def pptx(deck: Deck, template: bytes | None = None) -> bytes:
    """The deck written into our own template or another; raises `TemplateRefused` where that one cannot be used."""
    held = own() if template is None else opened(template)
    shown = Presentation(io.BytesIO(held.file))
    layout = shown.slide_masters[held.master].slide_layouts[held.layout]
    for slide in deck.slides:
        made = shown.slides.add_slide(layout)
        made.name = slide.id
        _slide(made, slide, deck, held)
    package.describe(shown, deck)
    package.list_notes(shown)
    out = io.BytesIO()
    shown.save(out)
    return package.stamped(out.getvalue(), deck.on)


def _slide(made: Any, slide: Slide, deck: Deck, held: Template) -> None:
    """One slide in the order in which it is read: title, subtitle, plot, sources and address, number; then its notes."""
    canvas, tree = slide.canvas, made.shapes._spTree
    for shape in list(tree)[2:]:
        tree.remove(shape)
    theme = canvas.theme
    if theme.dark:
        made.background.fill.solid()
        made.background.fill.fore_color.rgb = chart.rgb(theme.bg)
    foot = _foot(slide, held)
    found = places(held, canvas, [("".join(words for words, _ in line), weight) for line, weight in foot])
    ids = shapes.numbers()
    color = theme.ink if theme.dark else ""
    title = Say(canvas.title, canvas.lang, found.title_size, color=color, heading=True)
    _add(
        tree,
        _holder(next(ids), held.places[Place.TITLE], found, found.title, [paragraph([title], step=found.title_size * 42 / 34)], "title"),
    )
    if canvas.subtitle:
        words = [paragraph([Say(canvas.subtitle, canvas.lang, color=color)])]
        _add(tree, _holder(next(ids), held.places[Place.SUBTITLE], found, found.subtitle, words, "subtitle"))
    _plot(made, slide, found, ids)
    _add(tree, shapes.rule(next(ids), (found.x(40), round((found.foot.y - 4) * found.unit), found.long(1200), found.long(1)), theme.rule))
    link = made.part.relate_to(reachable(slide.address), RT.HYPERLINK, is_external=True) if reachable(slide.address) else ""
    said = [
        paragraph([Say(words, canvas.lang, weight=weight, color=color, link=link if linked else "") for words, linked in line])
        for line, weight in foot
    ]
    _add(tree, _holder(next(ids), held.places[Place.FOOTER], found, found.foot, said, "sources"))
    _add(tree, _number(next(ids), held.places[Place.NUMBER], color))
    _notes(made, slide, deck)


def _add(tree: Any, xml: str) -> None:
    """A shape written as XML comes onto the slide."""
    if xml:
        tree.append(parse_xml(spaced(xml)))


def _holder(id_: int, holder: Holder, found: Places, at: Rect, paragraphs: list[str], name: str) -> str:
    """A placeholder of the slide with words in it, where it has to be on this slide."""
    kind = f' type="{holder.kind}"' if holder.kind else ""
    number = f' idx="{holder.idx}"' if holder.idx else ""
    x, y, w, h = (round(each * found.unit) for each in (at.x, at.y, at.w, at.h))
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{id_}" name="{attribute(name)}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f'<p:nvPr><p:ph{kind}{number}/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{w}" cy="{h}"/></a:xfrm></p:spPr>'
        f"<p:txBody><a:bodyPr><a:normAutofit/></a:bodyPr><a:lstStyle/>{''.join(paragraphs)}</p:txBody></p:sp>"
    )


def _number(id_: int, holder: Holder, color: str) -> str:
    """The number of the slide, which PowerPoint counts itself when slides are moved."""
    fill = shapes.solid(color) if color else ""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{id_}" name="number"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f'<p:nvPr><p:ph type="sldNum" idx="{holder.idx}"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/><a:p>'
        f'<a:fld id="{{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}}" type="slidenum"><a:rPr lang="en-GB">{fill}</a:rPr><a:t>‹#›</a:t></a:fld>'
        "</a:p></p:txBody></p:sp>"
    )


def _foot(slide: Slide, held: Template) -> list[tuple[list[tuple[str, bool]], int]]:
    """The lines of the foot, each with its weight: sources, what is lacking, whose it is and the address, which is a link.

    An address that has no room beside whose it is stands in a line of its own, for it would be broken anywhere.
    """
    canvas, holder = slide.canvas, held.places[Place.FOOTER]
    whose, address = canvas.foot_right, canvas.address
    beside = f"{whose} · " if whose and address else whose
    last = [[(beside, False), (address, True)]]
    if address and typeface.width(beside + address, holder.size) > holder.at.w - SPARE:
        last = [[(whose, False)], [(address, True)]]
    lines = [([(canvas.foot_left, False)], 400), ([(canvas.lacking, False)], 600), *((line, 400) for line in last)]
    return [([part for part in line if part[0]], weight) for line, weight in lines if any(words for words, _ in line)]


def _plot(made: Any, slide: Slide, found: Places, ids: Any) -> None:
    """What the slide shows, as the best that PowerPoint has for it."""
    tree, canvas = made.shapes._spTree, slide.canvas
    sheet = bodies.Sheet(canvas, found, slide.id, ids)
    match slide.body:
        case Quotes():
            for xml in bodies.quotes(sheet, slide.body):
                _add(tree, xml)
        case Figures():
            for xml in bodies.figures(sheet, slide.body):
                _add(tree, xml)
        case Table():
            _add(tree, bodies.table(sheet, slide.body))
        case Bars():
            chart.bars(made, sheet, slide.body)
        case Course():
            chart.course(made, sheet, slide.body)
        case None:
            _add(tree, shapes.drawn(canvas, found, slide.id, canvas.alt or canvas.title, ids))


def _notes(made: Any, slide: Slide, deck: Deck) -> None:
    """What may be said, then where that is from: sources, what is lacking, and the full address."""
    canvas, frame = slide.canvas, made.notes_slide.notes_text_frame
    if frame is None:  # the template's notes have no place for words
        return
    link = reachable(slide.address)
    key = made.notes_slide.part.relate_to(link, RT.HYPERLINK, is_external=True) if link else ""
    said = [*slide.notes, canvas.foot_left, canvas.lacking]
    paragraphs = [paragraph([Say(words, deck.lang)]) for words in said if writable(words).strip()]
    paragraphs += [paragraph([Say(slide.address, deck.lang, link=key)])] if slide.address else []
    body = frame._txBody
    for each in list(body)[2:]:
        body.remove(each)
    for xml in paragraphs or [paragraph([])]:
        body.append(parse_xml(spaced(xml)))
