"""The signs of a page of a PDF: where each stands, how large it is, and whether it is bold or raised."""

from __future__ import annotations

import ctypes
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

import pypdfium2
import pypdfium2.raw as pdfium

_LIGATURES: Final = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "ſt", "ﬆ": "st"}
_OF_SYMBOL_FONTS: Final = {
    "\uf0b7": "•",
    "\uf0a7": "▪",
    "\uf0a8": "◦",
    "\uf0d8": "➢",
    "\uf0fc": "✓",
    "\uf06f": "o",
    "\uf0e0": "→",
    "\uf02d": "-",
}
"""What fonts that have only pictures draw for the signs that lists of Word take from them."""
_HYPHEN: Final = "\x02"
"""What pdfium gives for a hyphen that ends a printed line."""
_BOLD_NAME: Final = re.compile(r"bold|black|heavy|demi|extrab|견고딕|헤드라인", re.IGNORECASE)
_FORCED_BOLD: Final = 1 << 18
_BOLD_WEIGHT: Final = 700
_RAISED: Final = 0.22
"""A digit whose foot is so far above the line, by its size, is drawn raised by its font."""

_FEW_SIGNS: Final = 40
"""What a scanner or a stamp writes on a page that is a picture otherwise."""


@dataclass(slots=True)
class Sign:
    """A sign on a page. Heights count upward, as in the file."""

    text: str
    left: float
    right: float
    base: float
    size: float
    bold: bool
    raised: bool


@dataclass(frozen=True, slots=True)
class Setting:
    """How the signs of one piece of a page are set."""

    size: float
    bold: bool
    turned: int
    """By so many degrees against the paper, counted against the clock."""


@dataclass(slots=True)
class Run:
    """Signs that the file draws one after the other on one line."""

    signs: list[Sign]
    setting: Setting


@dataclass(frozen=True)
class Page:
    """What is drawn on a page."""

    runs: list[Run]
    box: tuple[float, float, float, float]
    """Left, bottom, right and top of what is seen of the paper."""
    unnamed: int
    """So many signs are drawn of which the file does not say which letters they are."""
    pictured: bool
    """Whether it has next to no words and pictures cover more than half of it, as where it was scanned."""


def count(page: pypdfium2.PdfPage) -> int:
    """How many signs are drawn on a page."""
    text = page.get_textpage()
    found = int(text.count_chars())
    text.close()
    return found


def drawn(page: pypdfium2.PdfPage) -> Page:
    """What is drawn on a page that is open."""
    text = page.get_textpage()
    box = page.get_cropbox()
    taken = _Taken(text.raw, box)
    runs = list(taken.runs())
    signs = sum(len(run.signs) for run in runs)
    found = Page(runs, box, taken.unnamed, signs < _FEW_SIGNS and _is_pictured(page, box))
    text.close()
    return found


class _Taken:
    """The signs of a page as pdfium lists them, which is the order in which they are drawn."""

    def __init__(self, text: Any, box: tuple[float, float, float, float]) -> None:
        self._text = text
        self._box = box
        self._settings: dict[bytes, Setting] = {}
        self.unnamed = 0

    def runs(self) -> Iterator[Run]:
        """Runs end where the file says so, where the setting changes, and where the next sign stands elsewhere."""
        open_run: Run | None = None
        for sign, setting in self._signs():
            if open_run and (sign is None or setting is not open_run.setting or _is_elsewhere(open_run.signs[-1], sign)):
                yield open_run
                open_run = None
            if sign is not None and setting is not None:
                if open_run is None:
                    open_run = Run([], setting)
                open_run.signs.append(sign)
        if open_run:
            yield open_run

    def _signs(self) -> Iterator[tuple[Sign | None, Setting | None]]:
        text, box, x, y = self._text, pdfium.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
        setting: Setting | None = None
        high = ""
        for index in range(pdfium.FPDFText_CountChars(text)):
            code = pdfium.FPDFText_GetUnicode(text, index)
            if code in (10, 13):
                yield None, None
                continue
            shown = self._letters(code, index)
            if "\ud800" <= shown <= "\udbff":
                high = shown
                continue
            if high:
                shown, high = (high + shown).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace"), ""
            pdfium.FPDFText_GetCharOrigin(text, index, x, y)
            if not shown or not self._is_on_paper(x.value, y.value):
                continue
            made = pdfium.FPDFText_IsGenerated(text, index) if code == 32 else 0
            if not made or setting is None:
                setting = self._setting(index)
            pdfium.FPDFText_GetLooseCharBox(text, index, box)
            if setting.turned:
                turned = _turned((box.left, box.bottom, box.right, box.top), x.value, y.value, setting.turned)
                yield Sign(shown, *turned, setting.size, setting.bold, False), setting
            else:
                raised = "0" <= shown <= "9" and self._foot(index) - y.value > _RAISED * setting.size
                yield Sign(shown, x.value, max(box.right, x.value), y.value, setting.size, setting.bold, raised), setting

    def _letters(self, code: int, index: int) -> str:
        if code in (0, 0xFFFE, 0xFFFF) or (code != 32 and pdfium.FPDFText_HasUnicodeMapError(self._text, index) == 1):
            self.unnamed += 1
            return ""
        sign = chr(code)
        if sign == _HYPHEN or (pdfium.FPDFText_IsHyphen(self._text, index) == 1 and sign == "\xad"):
            return "-"
        if "\ue000" <= sign <= "\uf8ff":
            if sign not in _OF_SYMBOL_FONTS:
                self.unnamed += 1
            return _OF_SYMBOL_FONTS.get(sign, sign)
        return _LIGATURES.get(sign, sign)

    def _setting(self, index: int) -> Setting:
        """How a sign is set: asked for once for all signs of one piece of the page."""
        piece = pdfium.FPDFText_GetTextObject(self._text, index)
        key = bytes(piece)  # its address
        if key not in self._settings:
            matrix, name, flags = pdfium.FS_MATRIX(), ctypes.create_string_buffer(200), ctypes.c_int()
            pdfium.FPDFText_GetMatrix(self._text, index, matrix)
            pdfium.FPDFText_GetFontInfo(self._text, index, name, len(name), flags)
            size = pdfium.FPDFText_GetFontSize(self._text, index) * (math.hypot(matrix.c, matrix.d) or 1.0)
            bold = bool(
                _BOLD_NAME.search(name.value.decode("utf-8", "replace"))
                or flags.value & _FORCED_BOLD
                or pdfium.FPDFText_GetFontWeight(self._text, index) >= _BOLD_WEIGHT
                or (piece and pdfium.FPDFTextObj_GetTextRenderMode(piece) == pdfium.FPDF_TEXTRENDERMODE_FILL_STROKE)
            )
            turned = round(math.degrees(math.atan2(matrix.b, matrix.a))) % 360
            self._settings[key] = Setting(round(size, 1), bold, turned)
        return self._settings[key]

    def _is_on_paper(self, x: float, y: float) -> bool:
        left, bottom, right, top = self._box
        return left - 1 <= x <= right + 1 and bottom - 1 <= y <= top + 1

    def _foot(self, index: int) -> float:
        """How high the ink of a sign begins."""
        left, right, bottom, top = (ctypes.c_double() for _ in range(4))
        pdfium.FPDFText_GetCharBox(self._text, index, left, right, bottom, top)
        return bottom.value


def _turned(box: tuple[float, float, float, float], x: float, y: float, turned: int) -> tuple[float, float, float]:
    """Left and right end and height of a sign on paper that is turned until the sign stands upright."""
    across, up = math.cos(math.radians(turned)), math.sin(math.radians(turned))
    ends = [x * across + y * up, *(cx * across + cy * up for cx in (box[0], box[2]) for cy in (box[1], box[3]))]
    return ends[0], max(ends[0], max(ends) if turned % 90 == 0 else ends[0]), y * across - x * up


def _is_elsewhere(last: Sign, sign: Sign) -> bool:
    """Whether a sign does not go on where the last one ended: on another height, before it, or far behind it."""
    if abs(sign.base - last.base) > 0.05 * last.size:
        return True
    gap = sign.left - last.right
    return gap > 0.8 * last.size or sign.left < last.left - 0.3 * last.size


def _is_pictured(page: pypdfium2.PdfPage, box: tuple[float, float, float, float]) -> bool:
    paper = (box[2] - box[0]) * (box[3] - box[1])
    covered = 0.0
    for number, thing in enumerate(page.get_objects(filter=(pdfium.FPDF_PAGEOBJ_IMAGE,), max_depth=3)):
        left, bottom, right, top = thing.get_bounds()
        covered += max(0.0, right - left) * max(0.0, top - bottom)
        if covered > paper / 2 or number > 200:
            break
    return covered > paper / 2
