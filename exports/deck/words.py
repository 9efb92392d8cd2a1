"""Words in the XML of PowerPoint: runs with their language and typefaces, paragraphs, text boxes. Text stays text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal
from urllib.parse import quote
from xml.sax.saxutils import escape

from pptx.oxml.ns import nsdecls

LANGUAGES: Final = {"en": "en-GB", "ko": "ko-KR"}
POINT: Final = 12700
"""EMU in a point; sizes are told in hundredths of a point."""
BOLD: Final = 600
"""PowerPoint knows plain and bold: from this weight on it is bold."""
Algn = Literal["l", "ctr", "r"]
# XML 1.0 has no way to write these, not even escaped.
_UNWRITABLE = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_IN_ADDRESSES: Final = "%/:?#@!$&'()*+,;=-._~"
_LONGEST: Final = 2_000
_SPACES: Final = nsdecls("a", "p", "r")
DECORATIVE: Final = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}">'
    '<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)
"""Tells whoever reads a slide aloud to pass over a shape."""
_OWN_COLOUR: Final = (
    '<a:extLst><a:ext uri="{A12FA001-AC4F-418D-AE19-62706E023703}">'
    '<ahyp:hlinkClr xmlns:ahyp="http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor" val="tx"/></a:ext></a:extLst>'
)
"""A link in the colour of its words, not in the one that the template has for links."""


def writable(text: str) -> str:
    """The text with every character that XML cannot carry replaced, as in the picture."""
    return _UNWRITABLE.sub("\ufffd", text)


def in_xml(text: str) -> str:
    """The text as it stands between tags; a break within a line is a blank."""
    return escape(re.sub(r"[\t\n\r]+", " ", writable(text)))


def attribute(text: str) -> str:
    """The text as it stands between the quotation marks of an attribute."""
    return escape(writable(text), {'"': "&quot;", "\n": "&#10;", "\r": " ", "\t": " "})


def reachable(address: str) -> str:
    """An address that a link may hold, in the letters that addresses are made of; empty where it is none (docs/export.md)."""
    if not address.startswith(("https://", "http://")):
        return ""
    plain = quote(re.sub(r"%(?![0-9A-Fa-f]{2})", "%25", address), _IN_ADDRESSES, errors="replace")
    return plain if len(plain) <= _LONGEST else ""


@dataclass(frozen=True, slots=True)
class Say:
    """Words of one look. Without a size or a colour they look as their place says; `link` is the id of a relationship."""

    words: str
    lang: str
    size: float = 0
    """In EMU, as all lengths of a slide."""
    weight: int = 0
    color: str = ""
    link: str = ""
    heading: bool = False

    @property
    def xml(self) -> str:
        font, lang = "mj" if self.heading else "mn", LANGUAGES.get(self.lang, self.lang)
        size = f' sz="{max(round(self.size / POINT * 100), 100)}"' if self.size else ""
        bold = f' b="{int(self.weight >= BOLD)}"' if self.weight else ""
        fill = f'<a:solidFill><a:srgbClr val="{self.color.lstrip("#")}"/></a:solidFill>' if self.color else ""
        link = f'<a:hlinkClick r:id="{self.link}">{_OWN_COLOUR if self.color else ""}</a:hlinkClick>' if self.link else ""
        return (
            f'<a:r><a:rPr lang="{attribute(lang)}" altLang="{LANGUAGES["en" if self.lang == "ko" else "ko"]}"{size}{bold} dirty="0">{fill}'
            f'<a:latin typeface="+{font}-lt"/><a:ea typeface="+{font}-ea"/><a:cs typeface="+{font}-cs"/>{link}</a:rPr>'
            f"<a:t>{in_xml(self.words)}</a:t></a:r>"
        )


def paragraph(said: Sequence[Say], algn: Algn | None = None, step: float = 0) -> str:
    """One paragraph; `step` is the height of its lines in EMU. Korean breaks between words only."""
    side = f' algn="{algn}"' if algn else ""
    high = f'<a:lnSpc><a:spcPts val="{round(step / POINT * 100)}"/></a:lnSpc>' if step else ""
    return f'<a:p><a:pPr{side} latinLnBrk="0">{high}</a:pPr>{"".join(each.xml for each in said)}</a:p>'


def body(paragraphs: Sequence[str], *, wrap: bool = True, anchor: str = "t", tag: str = "p:txBody") -> str:
    """The text of a shape that has no room to spare around it."""
    return (
        f'<{tag}><a:bodyPr wrap="{"square" if wrap else "none"}" lIns="0" tIns="0" rIns="0" bIns="0" rtlCol="0" anchor="{anchor}">'
        f"<a:noAutofit/></a:bodyPr><a:lstStyle/>{''.join(paragraphs)}</{tag}>"
    )


def spaced(xml: str) -> str:
    """An element that stands alone: its tag, which has no attributes, names the namespaces of what is within."""
    head, rest = xml.split(">", 1)
    return f"{head} {_SPACES}>{rest}"
