"""Makes the template of our own, static/deck/template.pptx: `python -m exports.deck.own_template`.

It is kept in the repository so that an office can open it and change it; made by a script so that one can read what is in it.
Places are in pixels of a slide 1280 wide, the same that the canvas has; one master, one layout, no picture, nobody's name.
"""

from __future__ import annotations

import io
import re
from typing import Any, Final

from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.package import XmlPart
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.util import Emu

from charts.canvas import SMALL_HALL, SMALL_HALL_STEP, SUBTITLE, SUBTITLE_STEP, TITLE, TITLE_STEP
from charts.theme import FAMILY, HEIGHT, LIGHT, WIDTH
from exports.deck import package
from exports.deck.template import LAYOUT, OWN

_PX: Final = 9525
_HANGUL: Final = "맑은 고딕"
"""On every Windows that writes Korean; offices take it where Pretendard is not installed."""
_TITLE, _SUBTITLE, _CONTENT, _FOOT, _NUMBER = (
    (40, 13, 1220, 42),
    (40, 55, 1220, 27),
    (40, 101, 1200, 559),
    (40, 664, 1120, 48),
    (1170, 688, 70, 24),
)
_NAMES: Final = {"title": "제목 Title", "body": "부제 Subtitle", "": "내용 Content", "ftr": "출처 Source", "sldNum": "번호 Number"}
_FIELD: Final = '<a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum"><a:rPr lang="en-GB"/><a:t>‹#›</a:t></a:fld>'
_COLOURS: Final = {
    **{"dk1": LIGHT.ink, "lt1": LIGHT.bg, "dk2": "#132C52", "lt2": "#F4F5F6", "accent1": "#215090", "accent2": "#01483F"},
    **{"accent3": "#187467", "accent4": "#2A9D8B", "accent5": "#A44200", "accent6": LIGHT.edge, "hlink": "#215090", "folHlink": LIGHT.ink2},
}


def _level(size: float, step: float, colour: str, *, bold: bool = False, align: str = "l", font: str = "mn", tag: str = "a:lvl1pPr") -> str:
    """How words of a place look: size and height of line in pixels, Korean broken between words only."""
    return (
        f'<{tag} marL="0" indent="0" algn="{align}" defTabSz="914400" rtl="0" eaLnBrk="1" latinLnBrk="0" hangingPunct="1">'
        f'<a:lnSpc><a:spcPts val="{round(step * 75)}"/></a:lnSpc><a:spcBef><a:spcPts val="0"/></a:spcBef><a:buNone/>'
        f'<a:defRPr sz="{round(size * 75)}" b="{int(bold)}" kern="1200"><a:solidFill><a:schemeClr val="{colour}"/></a:solidFill>'
        f'<a:latin typeface="+{font}-lt"/><a:ea typeface="+{font}-ea"/><a:cs typeface="+{font}-cs"/></a:defRPr></{tag}>'
    )


def _place(id_: int, kind: str, at: tuple[int, int, int, int], look: str, words: str, *, idx: int = 0, fit: bool = True) -> str:
    """A placeholder: where it is, how its words look, what stands in it until somebody writes."""
    x, y, w, h = (each * _PX for each in at)
    type_ = f' type="{kind}"' if kind else ""
    number = f' idx="{idx}"' if idx else ""
    said = f'<a:r><a:rPr lang="ko-KR"/><a:t>{words}</a:t></a:r>' if kind != "sldNum" else words
    auto = "<a:normAutofit/>" if fit else "<a:noAutofit/>"
    return (
        f'<p:sp {nsdecls("p", "a")}><p:nvSpPr><p:cNvPr id="{id_}" name="{_NAMES[kind]}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f'<p:nvPr><p:ph{type_}{number}/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm><a:off x="{x}" y="{y}"/>'
        f'<a:ext cx="{w}" cy="{h}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr><p:txBody>'
        f'<a:bodyPr vert="horz" wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="t">{auto}</a:bodyPr>'
        f"<a:lstStyle>{look}</a:lstStyle><a:p>{said}</a:p></p:txBody></p:sp>"
    )


def _places(*, master: bool) -> list[str]:
    title = _level(TITLE, TITLE_STEP, "tx1", bold=True, font="mj")
    subtitle = _level(SUBTITLE, SUBTITLE_STEP, "tx1")
    small, number = _level(SMALL_HALL, SMALL_HALL_STEP, "tx1"), _level(SMALL_HALL, SMALL_HALL_STEP, "tx1", align="r")
    content = _place(4, "" if not master else "body", _CONTENT, _level(28, 38, "tx1"), "내용 Content", idx=1 if master else 14)
    return [
        _place(2, "title", _TITLE, title, "제목 Title"),
        *([] if master else [_place(3, "body", _SUBTITLE, subtitle, "부제 Subtitle", idx=13)]),
        content,
        _place(5, "ftr", _FOOT, small, "출처 Source", idx=3 if master else 15),
        _place(6, "sldNum", _NUMBER, number, _FIELD, idx=4 if master else 16, fit=False),
    ]


def _fill(tree: Any, places: list[str]) -> None:
    for shape in list(tree)[2:]:
        tree.remove(shape)
    for place in places:
        tree.append(parse_xml(place))


def _theme(blob: bytes) -> bytes:
    """The theme with our colours and typefaces, and without shadows and gradients on what somebody adds."""
    xml = blob.decode("utf-8")
    for name, colour in _COLOURS.items():
        xml = re.sub(rf"<a:{name}>.*?</a:{name}>", f'<a:{name}><a:srgbClr val="{colour[1:]}"/></a:{name}>', xml, flags=re.DOTALL)
    named = (
        f'<a:latin typeface="{FAMILY}"/><a:ea typeface="{FAMILY}"/><a:cs typeface="{FAMILY}"/><a:font script="Hang" typeface="{_HANGUL}"/>'
    )
    for font in ("majorFont", "minorFont"):
        xml = re.sub(rf"<a:{font}>.*?</a:{font}>", f"<a:{font}>{named}</a:{font}>", xml, flags=re.DOTALL)
    xml = re.sub(r"<a:objectDefaults>.*?</a:objectDefaults>", "<a:objectDefaults/>", xml, flags=re.DOTALL)
    return xml.replace("Office Theme", "Register").replace('name="Office"', 'name="Register"').encode("utf-8")


def made() -> bytes:
    """The template; the same program gives the same bytes."""
    shown = Presentation()
    shown.slide_width, shown.slide_height = Emu(WIDTH * _PX), Emu(HEIGHT * _PX)
    del shown.part._element.sldSz.attrib["type"]
    master = shown.slide_master
    first, *others = master.slide_layouts
    for layout in others:
        master.slide_layouts.remove(layout)
    _fill(master.shapes._spTree, _places(master=True))
    _fill(first.shapes._spTree, _places(master=False))
    first.name = LAYOUT
    del first._element.attrib["type"]
    styles = master._element.find(f"{{{master._element.nsmap['p']}}}txStyles")
    looks = (
        ("title", _level(TITLE, TITLE_STEP, "tx1", bold=True, font="mj")),
        ("body", _level(28, 38, "tx1")),
        ("other", _level(24, 30, "tx1")),
    )
    said = "".join(f"<p:{name}Style>{look}</p:{name}Style>" for name, look in looks)
    master._element.replace(styles, parse_xml(f"<p:txStyles {nsdecls('p', 'a')}>{said}</p:txStyles>"))
    for part in (master.part, shown.notes_master.part):
        theme: Any = part.part_related_by(RT.THEME)
        if isinstance(theme, XmlPart):
            theme._element = parse_xml(_theme(theme.blob))
        else:
            theme._blob = _theme(theme.blob)
    for key, rel in list(shown.part.rels.items()):
        if rel.reltype.endswith("/printerSettings"):
            shown.part.drop_rel(key)
    package.forget(shown)
    package.list_notes(shown)
    out = io.BytesIO()
    shown.save(out)
    return package.stamped(out.getvalue(), package.FIRST)


if __name__ == "__main__":
    OWN.parent.mkdir(exist_ok=True)
    OWN.write_bytes(made())
