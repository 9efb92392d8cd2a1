"""A draft in a real browser: handed in as a file, read, taken along with its remarks, and in no address and no other tab."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.barriers import barriers, out_of_sight
from tests.browser.conftest import Opened, query
from tests.browser.waiting import settled
from tests.samples.registers import ROOT

pytestmark = pytest.mark.xdist_group("browser")
DRAFT = ROOT / "tests" / "samples" / "draft.txt"


def test_a_file_is_read_told_of_and_taken_along(opened: Opened, tmp_path: Path) -> None:
    page = opened("/draft?lang=en")
    picture = tmp_path / "draft.pdf"
    picture.write_bytes(b"\xff\xd8\xff\xe0" + bytes(100))
    page.locator("form.hand-in input[type=file]").set_input_files(picture)
    page.get_by_role("button", name="Read the file").click()
    expect(page.locator("form.hand-in [role=status]")).to_contain_text("This is a picture (JPEG)")

    page.locator("form.hand-in input[type=file]").set_input_files(DRAFT)
    page.get_by_role("button", name="Read the file").click()
    expect(page.locator("h2#document")).to_be_visible(timeout=30_000)
    settled(page)
    assert query(page) == {"lang": ["en"]}
    expect(page.locator(".st-key-draft-at-c5")).to_contain_text("overdue")
    assert not barriers(page)
    assert not out_of_sight(page)

    with page.expect_download() as taken:
        page.get_by_role("button", name="Word file with remarks as comments").click()
    with zipfile.ZipFile(io.BytesIO(taken.value.path().read_bytes())) as file:
        assert b"plant one tree" in file.read("word/document.xml")
        assert "word/comments.xml" in file.namelist()

    page.locator(".st-key-draft-at-c6").get_by_role("button", name="Try another wording").focus()
    page.keyboard.press("Enter")
    field = page.get_by_label("Another wording of commitment 6")
    expect(field).to_be_focused()
    field.fill("To run human rights education programmes in every school.")
    field.blur()
    expect(page.locator("#draft-c6")).to_contain_text("As it was read")
    expect(page.locator(".st-key-draft-at-c6")).to_contain_text("Human rights education")

    other = opened("/draft?lang=en")
    expect(other.locator("h2#document")).to_have_count(0)
