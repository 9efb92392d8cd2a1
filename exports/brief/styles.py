"""The styles of the Word file: fonts, sizes, lists and the table, in one place where an editor can change them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING, WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import CharacterStyle, ParagraphStyle
from docx.text.paragraph import Paragraph

LANGUAGES: Final = {"en": "en-GB", "ko": "ko-KR"}
WESTERN: Final = "en-GB"
"""The language of what is written in Latin letters and digits, in a Korean brief too: by the rules of Korean, which has no
spaces to go by in them, an office would break OHCHR and 2026 wherever the line ends."""
LATIN: Final = "Arial"
"""Near to Pretendard in look, on every computer or replaced by a twin of the same widths, so that two pages stay two."""
HANGUL: Final = "Malgun Gothic"
"""Pretendard is on few desks and a Word file cannot bring it along; this is on every Windows that writes Korean."""
INK, SOFT, ACCENT = RGBColor(0x10, 0x20, 0x2F), RGBColor(0x46, 0x4C, 0x53), RGBColor(0x13, 0x2C, 0x52)
_DECIMAL, _NOTES, _BULLETS = 90, 91, 92


@dataclass(frozen=True)
class _Look:
    """Size and height of line in points, space above and below, and what else a paragraph style says."""

    size: float
    line: float
    above: float = 0
    below: float = 0
    colour: RGBColor = INK
    bold: bool = False
    left: float = 0
    hanging: float = 0
    keep: bool = False


def _looks(lang: str) -> dict[str, _Look]:
    body, line = (9, 10.7) if lang == "en" else (8.5, 10.7)
    return {
        "Normal": _Look(body, line),
        "Title": _Look(16, 18.5, below=2, colour=ACCENT, bold=True),
        "Subtitle": _Look(8, 10, below=3, colour=SOFT),
        "Body Text": _Look(body, line, above=1, below=2),
        "Heading 1": _Look(11, 13, above=6, below=1, colour=ACCENT, bold=True, keep=True),
        "Heading 2": _Look(body, line, above=4, below=1.5, colour=SOFT, bold=True, keep=True),
        "List Number": _Look(body, line, above=2, left=5, hanging=5),
        "List Bullet": _Look(body, line, above=2, left=5, hanging=5),
        "Quote": _Look(body, line, left=5, keep=True),
        "List Continue": _Look(7.5, 9.2, colour=SOFT, left=5),
        "More": _Look(body, line, above=2, colour=SOFT),
        "Caption": _Look(7.5, 9.6, above=1, below=1, colour=SOFT, keep=True),
        "Table Name": _Look(7.5, 10, above=1, below=1),
        "Table Number": _Look(7.5, 10, above=1, below=1),
        "Source Note": _Look(7, 8.6, above=0.6, left=6.5, hanging=6.5),
        "Foot Note": _Look(7, 8.6, above=5, colour=SOFT),
        "Footer": _Look(7.5, 9.6, colour=SOFT),
    }


class Numbering:
    """The numbered list, started anew where a section numbers its entries."""

    def __init__(self, root: BaseOxmlElement) -> None:
        self._root, self._next = root, 200

    def restarted(self) -> int:
        self._next += 1
        override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
        self._root.append(
            parse_xml(f'<w:num {nsdecls("w")} w:numId="{self._next}"><w:abstractNumId w:val="{_DECIMAL}"/>{override}</w:num>')
        )
        return self._next


def number(paragraph: Paragraph, numbering: int) -> None:
    """Let a paragraph of the numbered list count in the list `numbering`."""
    properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_ilvl().val = 0
    properties.get_or_add_numId().val = numbering


def prepare(made: Document, lang: str) -> Numbering:
    """Give a new document the register's styles in one language."""
    # The template has the styles once more, for Word 2010; the two would no longer say the same.
    for key in [key for key, rel in made.part.rels.items() if rel.reltype.endswith("/stylesWithEffects")]:
        made.part.rels.pop(key)
    _defaults(made)
    for name, look in _looks(lang).items():
        if name not in made.styles:
            made.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style = made.styles[name]
        if isinstance(style, ParagraphStyle):
            _paragraph(style, look)
    _characters(made)
    for name, border in (("Heading 1", "top"), ("Foot Note", "top")):
        _border(made, name, border)
    made.styles["Table Number"].paragraph_format.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    tabs = made.styles["Footer"].paragraph_format.tab_stops
    tabs.clear_all()
    tabs.add_tab_stop(Mm(174), WD_TAB_ALIGNMENT.RIGHT)
    made.styles.element.append(parse_xml(_TABLE))
    _compatible(made)
    return _numbering(made)


def _defaults(made: Document) -> None:
    """Fonts and languages for everything; theme fonts would win over ours, so they go."""
    for fonts in made.styles.element.iter(qn("w:rFonts")):
        for attribute in list(fonts.attrib):
            del fonts.attrib[attribute]
        for name, font in (("ascii", LATIN), ("hAnsi", LATIN), ("cs", LATIN), ("eastAsia", HANGUL)):
            fonts.set(qn(f"w:{name}"), font)
    spacing = made.styles["Normal"].element.get_or_add_pPr()
    # Words stay whole, Hangul too (Word's 한글 단어 잘림 허용 is off). Digits and Latin letters stand close: 2026년, not 2026 년.
    for tag, value in (("w:wordWrap", "1"), ("w:autoSpaceDE", "0"), ("w:autoSpaceDN", "0")):
        rule = OxmlElement(tag)
        rule.set(qn("w:val"), value)
        spacing.insert_element_before(rule, "w:bidi", "w:adjustRightInd", "w:snapToGrid", "w:spacing", "w:ind", "w:jc", "w:rPr")
    for language in made.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), WESTERN)
        language.set(qn("w:eastAsia"), LANGUAGES["ko"])
    for language in made.settings.element.iter(qn("w:themeFontLang")):
        language.set(qn("w:val"), WESTERN)
        language.set(qn("w:eastAsia"), LANGUAGES["ko"])


def _paragraph(style: ParagraphStyle, look: _Look) -> None:
    font, form = style.font, style.paragraph_format
    for properties in style.element.findall(qn("w:rPr")):
        for tag in ("w:spacing", "w:kern", "w:i", "w:iCs", "w:caps", "w:bCs", "w:szCs"):
            for found in properties.findall(qn(tag)):
                properties.remove(found)
    for properties in style.element.findall(qn("w:pPr")):
        for tag in ("w:pBdr", "w:contextualSpacing", "w:numPr"):
            for found in properties.findall(qn(tag)):
                properties.remove(found)
    font.size, font.bold, font.color.rgb = Pt(look.size), look.bold, look.colour
    form.space_before, form.space_after = Pt(look.above), Pt(look.below)
    form.line_spacing_rule, form.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(look.line)
    form.left_indent, form.first_line_indent = Mm(look.left), Mm(-look.hanging)
    form.keep_with_next, form.widow_control = look.keep, True
    style.quick_style, style.hidden = True, False


def _characters(made: Document) -> None:
    for name in ("Source Reference", "Quoted Words", "Hyperlink", "Strong"):
        if name not in made.styles:
            made.styles.add_style(name, WD_STYLE_TYPE.CHARACTER)
    reference, link, strong = made.styles["Source Reference"], made.styles["Hyperlink"], made.styles["Strong"]
    for style in (reference, link):
        if isinstance(style, CharacterStyle):
            style.font.color.rgb = RGBColor(0x21, 0x50, 0x90)
    if isinstance(reference, CharacterStyle) and isinstance(strong, CharacterStyle):
        reference.font.size, strong.font.bold = Pt(7.5), True


def _border(made: Document, name: str, side: str) -> None:
    borders = parse_xml(f'<w:pBdr {nsdecls("w")}><w:{side} w:val="single" w:sz="6" w:space="2" w:color="132C52"/></w:pBdr>')
    properties = made.styles[name].element.get_or_add_pPr()
    properties.insert_element_before(borders, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:outlineLvl")


def _numbering(made: Document) -> Numbering:
    root: BaseOxmlElement = made.part.numbering_part.element
    kinds = (
        (_DECIMAL, "decimal", "%1.", "List Number", 5.0),
        (_NOTES, "decimal", "[%1]", "Source Note", 6.5),
        (_BULLETS, "bullet", "•", "List Bullet", 5.0),
    )
    first = root.find(qn("w:num"))
    for id_, form, text, _, indent in kinds:
        left = int(indent * 56.7)
        level = (
            f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
            f'<w:pPr><w:ind w:left="{left}" w:hanging="{left}"/></w:pPr></w:lvl>'
        )
        kind = parse_xml(
            f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{id_}"><w:multiLevelType w:val="singleLevel"/>{level}</w:abstractNum>'
        )
        if first is None:
            root.append(kind)
        else:
            first.addprevious(kind)
    for id_, _, _, style, _ in kinds:
        root.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="{id_}"><w:abstractNumId w:val="{id_}"/></w:num>'))
        numbered = made.styles[style].element.get_or_add_pPr().get_or_add_numPr()
        numbered.get_or_add_numId().val = id_
    return Numbering(root)


def _compatible(made: Document) -> None:
    """Say that today's Word made it, so that it opens without its mode for old files."""
    settings = made.settings.element
    for found in settings.findall(qn("w:compat")):
        settings.remove(found)
    compat = OxmlElement("w:compat")
    mode = OxmlElement("w:compatSetting")
    for name, value in (("name", "compatibilityMode"), ("uri", "http://schemas.microsoft.com/office/word"), ("val", "15")):
        mode.set(qn(f"w:{name}"), value)
    compat.append(mode)
    before = next(
        (
            settings.find(qn(tag))
            for tag in ("w:rsids", "m:mathPr", "w:themeFontLang", "w:clrSchemeMapping")
            if settings.find(qn(tag)) is not None
        ),
        None,
    )
    if before is None:
        settings.append(compat)
    else:
        before.addprevious(compat)


_TABLE = f"""<w:style {nsdecls("w")} w:type="table" w:customStyle="1" w:styleId="RegisterTable"><w:name w:val="Register Table"/><w:uiPriority w:val="99"/>
<w:tblPr><w:tblW w:w="5000" w:type="pct"/><w:tblBorders><w:bottom w:val="single" w:sz="4" w:color="CDD1D5"/><w:insideH w:val="single" w:sz="4" w:color="CDD1D5"/></w:tblBorders>
<w:tblCellMar><w:left w:w="57" w:type="dxa"/><w:right w:w="57" w:type="dxa"/></w:tblCellMar></w:tblPr>
<w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr><w:tcPr><w:tcBorders><w:bottom w:val="single" w:sz="8" w:color="464C53"/></w:tcBorders><w:vAlign w:val="bottom"/></w:tcPr></w:tblStylePr>
<w:tblStylePr w:type="firstCol"><w:rPr><w:b/></w:rPr></w:tblStylePr></w:style>"""
