"""Pages as a browser prints them on A4, upright and across, read back from the PDF as text and as pictures."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Page

from charts.theme import LIGHT
from models.records.terms import Force
from models.register.standing import Standing
from tests.browser.conftest import Opened

PAGES = {
    "/?": LIGHT.standing[Standing.DONE].fill,
    "/pledges?": LIGHT.force[Force.UNDERTAKES].fill,
    "/pledge?id=10-100-1000-campaign&": LIGHT.force[Force.UNDERTAKES].fill,
    "/timeline?": LIGHT.standing[Standing.DONE].fill,
    "/commitment?id=2024-c1a&": LIGHT.force[Force.UNDERTAKES].fill,
}
"""Each page with a colour that is in a picture or sign of its first two sheets."""
FRAME = {"en": ("What the human rights cities promised", "As of "), "ko": ("세계인권도시포럼 약속 기록", "기준일 ")}


def printed(page: Page, folder: Path, across: bool) -> list[list[str]]:
    """The lines of each sheet; the sheets lie in the folder as pictures."""
    page.pdf(path=folder / "page.pdf", format="A4", landscape=across, print_background=True)
    subprocess.run(["pdftoppm", "-r", "50", "-png", "page.pdf", "sheet"], cwd=folder, check=True)
    done = subprocess.run(["pdftotext", "-layout", "page.pdf", "-"], cwd=folder, capture_output=True, text=True, check=True)
    return [[line.strip() for line in sheet.splitlines() if line.strip()] for sheet in done.stdout.split("\f")[:-1]]


def joined(sheets: list[list[str]]) -> str:
    """All letters, without spaces, for the PDF breaks lines where it likes."""
    return re.sub(r"\s+", "", "".join(line for sheet in sheets for line in sheet))


@pytest.mark.parametrize("across", [False, True], ids=["upright", "across"])
@pytest.mark.parametrize("lang", ["en", "ko"])
@pytest.mark.parametrize("path", PAGES)
def test_every_sheet_says_what_it_is_and_the_pictures_are_on_it(opened: Opened, tmp_path: Path, path: str, lang: str, across: bool) -> None:
    page = opened(f"{path}lang={lang}")
    headings = {words.strip() for words in page.locator("h2:visible, h3:visible").all_inner_texts()}
    in_pictures = page.locator(".picture svg text").all_text_contents()
    sheets = printed(page, tmp_path, across)
    name, day = FRAME[lang]
    for number, lines in enumerate(sheets, start=1):
        assert lines[0].startswith(name), number
        assert day in lines[0], number
        assert "/?" in lines[-1] or path.rstrip("&?") in lines[-1], "the address"
        assert f"lang={lang}&on=2" in lines[-1], "the address with language and day"
        assert re.search(rf"\s{number} ?/ ?{len(sheets)}$", lines[-1])
        assert lines[-2] not in headings, f"a heading ends sheet {number}"
    text = joined(sheets)
    lost = [words for words in in_pictures if re.sub(r"\s+", "", words) not in text]
    assert not lost
    wide, high = Image.open(sorted(tmp_path.glob("sheet-*.png"))[0]).size
    assert (wide > high) is across
    red, green, blue = (int(PAGES[path][at : at + 2], 16) for at in (1, 3, 5))
    pictured = [Image.open(sheet).convert("RGB").get_flattened_data() for sheet in sorted(tmp_path.glob("sheet-*.png"))[:2]]
    assert any(abs(r - red) + abs(g - green) + abs(b - blue) < 12 for sheet in pictured for r, g, b in sheet)


def test_a_dark_page_is_printed_on_white(opened: Opened, tmp_path: Path) -> None:
    page = opened("/pledges?lang=en", dark=True)
    printed(page, tmp_path, across=False)
    sheet = Image.open(tmp_path / sorted(tmp_path.glob("sheet-*.png"))[0].name).convert("RGB")
    assert sheet.getpixel((5, 5)) == (255, 255, 255)
    assert sheet.getpixel((sheet.width // 2, sheet.height // 2)) > (200, 200, 200)
    dark = sum(sum(colour) < 200 for colour in sheet.get_flattened_data()) / (sheet.width * sheet.height)
    assert dark < 0.15


def test_sources_that_are_folded_are_printed(opened: Opened, tmp_path: Path) -> None:
    page = opened("/city?id=gwangju&lang=en")
    folded = page.locator(".st-key-part-own ol.notes > li a").all_text_contents()
    assert len(folded) > 20
    text = joined(printed(page, tmp_path, across=False))
    lost = [words for words in folded if re.sub(r"\s+", "", words) not in text]
    assert len(lost) < len(folded) * 0.05, lost  # a sheet may end within a title
