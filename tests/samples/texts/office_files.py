"""Files of every office format, made of paragraphs: a text is a list of them, each a string or one with what a test needs of it."""

from __future__ import annotations

import io
import zipfile
from xml.sax.saxutils import escape

import docx as word
from docx.oxml.ns import nsdecls
from hwpx.hwp5.writer import write_hwp5

_ODF = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{long}:1.0"'
    for short, long in (
        ("office", "office"),
        ("style", "style"),
        ("text", "text"),
        ("table", "table"),
        ("draw", "drawing"),
        ("fo", "xsl-fo-compatible"),
    )
)
_HANCOM = " ".join(
    f'xmlns:{short}="http://www.hancom.co.kr/hwpml/2011/{long}"'
    for short, long in (("hp", "paragraph"), ("hs", "section"), ("hc", "core"), ("hh", "head"))
)


def packed(parts: dict[str, str | bytes]) -> bytes:
    """An archive of these parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def docx(paragraphs: list[str]) -> bytes:
    """A Word file of plain paragraphs."""
    made = word.Document()
    for words in paragraphs:
        made.add_paragraph(words)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def docx_of(body: str, numbering: str = "", **parts: str) -> bytes:
    """A Word file whose body, lists and other parts (footnotes, comments, header1 …) are written as XML."""
    space = nsdecls("w", "r", "wp", "a") + (
        ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
        ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml"'
    )
    kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    styles = (
        f'<w:styles {space}><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Heading2"><w:name w:val="heading 2"/><w:basedOn w:val="Normal"/>'
        "<w:rPr><w:b/></w:rPr></w:style>"
        '<w:style w:type="paragraph" w:styleId="Article"><w:name w:val="Article"/><w:pPr><w:numPr><w:numId w:val="4"/></w:numPr></w:pPr>'
        "</w:style></w:styles>"
    )
    files = {"styles": styles, "numbering": f"<w:numbering {space}>{numbering}</w:numbering>"}
    for name, content in parts.items():
        root = {"comments": "comments", "footnotes": "footnotes", "endnotes": "endnotes"}.get(name, "hdr" if "header" in name else "ftr")
        files[name] = f"<w:{root} {space}>{content}</w:{root}>"
    leads = "".join(f'<Relationship Id="{name}" Type="{kinds}/{name.rstrip("0123456789")}" Target="{name}.xml"/>' for name in files)
    rels = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    return packed(
        {
            "_rels/.rels": f'{rels}<Relationship Id="d" Type="{kinds}/officeDocument" Target="word/document.xml"/></Relationships>',
            "word/document.xml": f"<w:document {space}><w:body>{body}</w:body></w:document>",
            "word/_rels/document.xml.rels": f"{rels}{leads}</Relationships>",
            **{f"word/{name}.xml": content for name, content in files.items()},
        }
    )


def numbered(words: str, list_id: int, level: int = 0) -> str:
    """A paragraph of a list in a Word file."""
    properties = f'<w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr></w:pPr>'
    return f'<w:p>{properties}<w:r><w:t xml:space="preserve">{escape(words)}</w:t></w:r></w:p>'


def level(at: int, form: str, pattern: str, more: str = "") -> str:
    """A level of a list in a Word file."""
    return f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{more}<w:lvlText w:val="{pattern}"/></w:lvl>'


def odt(paragraphs: list[str]) -> bytes:
    """An OpenDocument text of plain paragraphs, with its blanks, tabs and line breaks as the format has them."""
    return odt_of("".join(f"<text:p>{_odf(words)}</text:p>" for words in paragraphs))


def odt_of(body: str, styles: str = "", pages: str = "") -> bytes:
    """An OpenDocument text whose body, styles and headers are written as XML."""
    return packed(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": f"<office:document-content {_ODF}><office:body><office:text>{body}</office:text></office:body>"
            "</office:document-content>",
            "styles.xml": f"<office:document-styles {_ODF}><office:styles>{styles}</office:styles>"
            f"<office:master-styles>{pages}</office:master-styles></office:document-styles>",
        }
    )


def _odf(words: str) -> str:
    made = escape(words).replace("\t", "<text:tab/>").replace("\n", "<text:line-break/>")
    return made.replace(" ", "<text:s/>")


def hwpx(paragraphs: list[str]) -> bytes:
    """A HWPX file of plain paragraphs."""
    return hwpx_of("".join(hancom(words) for words in paragraphs))


def hancom(words: str, shape: int = 0, type_: int = 0, more: str = "") -> str:
    """A paragraph of a HWPX file; `more` is XML after its words."""
    made = escape(words).replace("\t", "<hp:tab/>").replace("\n", "<hp:lineBreak/>")
    return (
        f'<hp:p id="0" paraPrIDRef="{shape}" styleIDRef="0" pageBreak="0" columnBreak="0" merged="0">'
        f'<hp:run charPrIDRef="{type_}"><hp:t>{made}</hp:t>{more}</hp:run></hp:p>'
    )


def _hancom_parts(body: str) -> dict[str, bytes]:
    faces = "".join(
        f'<hh:fontface lang="{lang}" fontCnt="1"><hh:font id="0" face="함초롬바탕" type="TTF" isEmbedded="0"/></hh:fontface>'
        for lang in ("HANGUL", "LATIN", "HANJA", "JAPANESE", "OTHER", "SYMBOL", "USER")
    )
    each = " ".join(f'{lang}="0"' for lang in ("hangul", "latin", "hanja", "japanese", "other", "symbol", "user"))
    full = each.replace('"0"', '"100"')
    types = "".join(
        f'<hh:charPr id="{id_}" height="1000" textColor="#000000" shadeColor="none" useFontSpace="0" useKerning="0" symMark="NONE" '
        f'borderFillIDRef="1"><hh:fontRef {each}/><hh:ratio {full}/><hh:spacing {each}/><hh:relSz {full}/><hh:offset {each}/>{more}</hh:charPr>'
        for id_, more in enumerate(("", "<hh:bold/>", "<hh:supscript/>"))
    )
    shapes = "".join(
        f'<hh:paraPr id="{id_}" tabPrIDRef="0" condense="0"><hh:align horizontal="LEFT" vertical="BASELINE"/>'
        f'<hh:heading type="{kind}" idRef="{list_}" level="{level}"/><hh:margin><hc:left value="{indent}" unit="HWPUNIT"/></hh:margin></hh:paraPr>'
        for id_, (kind, list_, level, indent) in enumerate(
            (
                ("NONE", 0, 0, 0),
                ("NUMBER", 1, 0, 0),
                ("NUMBER", 1, 1, 1000),
                ("NUMBER", 1, 2, 2000),
                ("BULLET", 1, 0, 1000),
                ("OUTLINE", 0, 0, 0),
            )
        )
    )
    heads = "".join(
        f'<hh:paraHead start="1" level="{at}" align="LEFT" useInstWidth="1" autoIndent="1" widthAdjust="0" textOffsetType="PERCENT" '
        f'textOffset="50" numFormat="{form}" charPrIDRef="4294967295" checkable="0">{pattern}</hh:paraHead>'
        for at, (form, pattern) in enumerate(
            (("DIGIT", "제^1조"), ("CIRCLED_DIGIT", "^2"), ("HANGUL_SYLLABLE", "^3."), *[("DIGIT", "^4)")] * 4), 1
        )
    )
    outline = heads.replace("제^1조", "^1.")
    header = (
        f'<hh:head {_HANCOM} version="1.4" secCnt="1"><hh:beginNum page="1" footnote="1" endnote="1" pic="1" tbl="1" equation="1"/>'
        f'<hh:refList><hh:fontfaces itemCnt="7">{faces}</hh:fontfaces><hh:charProperties itemCnt="3">{types}</hh:charProperties>'
        f'<hh:numberings itemCnt="2"><hh:numbering id="1" start="0">{heads}</hh:numbering><hh:numbering id="2" start="0">{outline}</hh:numbering>'
        f'</hh:numberings><hh:bullets itemCnt="1"><hh:bullet id="1" char="※" useImage="0"/></hh:bullets>'
        f'<hh:paraProperties itemCnt="6">{shapes}</hh:paraProperties><hh:styles itemCnt="1"><hh:style id="0" type="PARA" name="바탕글" '
        'engName="Normal" paraPrIDRef="0" charPrIDRef="0" nextStyleIDRef="0" langID="1042" lockForm="0"/></hh:styles></hh:refList></hh:head>'
    )
    notes = "".join(
        f'<hp:{kind}><hp:autoNumFormat type="DIGIT" userChar="" prefixChar="" suffixChar=")" supscript="0"/>'
        f'<hp:numbering type="CONTINUOUS" newNum="1"/></hp:{kind}>'
        for kind in ("footNotePr", "endNotePr")
    )
    section = (
        '<hp:p id="0" paraPrIDRef="0" styleIDRef="0" pageBreak="0" columnBreak="0" merged="0"><hp:run charPrIDRef="0">'
        f'<hp:secPr id="" textDirection="HORIZONTAL" outlineShapeIDRef="2">{notes}</hp:secPr></hp:run></hp:p>'
    )
    return {
        "mimetype": b"application/hwp+zip",
        "version.xml": b"<version/>",
        "Contents/header.xml": header.encode(),
        "Contents/section0.xml": f"<hs:sec {_HANCOM}>{section}{body}</hs:sec>".encode(),
        "Contents/content.hpf": (
            '<opf:package xmlns:opf="http://www.idpf.org/2007/opf/"><opf:metadata><opf:title>등불 헌장</opf:title></opf:metadata>'
            '<opf:manifest><opf:item id="header" href="Contents/header.xml" media-type="application/xml"/>'
            '<opf:item id="section0" href="Contents/section0.xml" media-type="application/xml"/></opf:manifest>'
            '<opf:spine><opf:itemref idref="header"/><opf:itemref idref="section0"/></opf:spine></opf:package>'
        ).encode(),
    }


def hwpx_of(body: str) -> bytes:
    """A HWPX file whose paragraphs are written as XML; shapes 1 to 3 are 제1조, ① and 가., 4 a bullet, 5 the outline, type 1 is bold."""
    return packed(dict(_hancom_parts(body)))


def hwp(paragraphs: list[str]) -> bytes:
    """A HWP 5 file of plain paragraphs."""
    return hwp_of("".join(hancom(words) for words in paragraphs))


def hwp_of(body: str) -> bytes:
    """The same as a HWP 5 file: a compound file of packed records."""
    return write_hwp5(_hancom_parts(body))


def note(words: str, kind: str = "footNote") -> str:
    """A note of a HWPX file, where its mark stands in the text."""
    number = f'<hp:ctrl><hp:autoNum num="1" numType="{kind.upper()}"><hp:autoNumFormat type="DIGIT" suffixChar=")"/></hp:autoNum></hp:ctrl>'
    return (
        f'<hp:ctrl><hp:{kind} number="1" suffixChar="41" instId="1"><hp:subList id="" textDirection="HORIZONTAL" lineWrap="BREAK" vertAlign="TOP">'
        f'<hp:p id="0" paraPrIDRef="0" styleIDRef="0" pageBreak="0" columnBreak="0" merged="0"><hp:run charPrIDRef="0">{number}'
        f"<hp:t>{escape(words)}</hp:t></hp:run></hp:p></hp:subList></hp:{kind}></hp:ctrl>"
    )
