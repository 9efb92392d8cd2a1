"""What a reader takes along arrives, however many others click meanwhile."""

from __future__ import annotations

import logging
from pathlib import Path

import httpx
import pytest

from benchmarks.tab import Tab
from tests.browser.conftest import serve, stop
from tests.samples.apart import apart
from tests.samples.registers import RECORDS
from widgets.parts.download import kept


def test_a_file_is_there_though_others_click_before_the_browser_asks_for_it(tmp_path: Path) -> None:
    """Streamlit alone forgets a file that was made when two runs of the script have ended, anybody's."""

    async def read(address: str) -> dict[str, httpx.Response]:
        async with httpx.AsyncClient(timeout=60) as http, Tab(address) as reader, Tab(address) as other:
            await reader.open("briefing", "lang=en&about=theme:poverty", http)
            await other.open("method", "lang=en", http)
            made = {key: await reader.make(key) for key in ("brief-pdf", "brief-docx")}
            for page in ("find", "city", "method"):
                await other.go(page, "lang=en")
            return {key: await http.get(f"{address}{where}") for key, where in made.items()}

    process, address = serve(RECORDS, tmp_path / "log.txt")
    try:
        answers = apart(read(address))
    finally:
        stop(process)
    assert {key: answer.status_code for key, answer in answers.items()} == {"brief-pdf": 200, "brief-docx": 200}
    assert answers["brief-pdf"].content.startswith(b"%PDF")
    assert answers["brief-docx"].content.startswith(b"PK")
    named = answers["brief-pdf"].headers["content-disposition"]
    assert "attachment" in named
    assert "theme-poverty" in named


def test_where_nothing_can_be_kept_the_file_is_handed_out_and_the_log_says_why(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "state").write_text("no folder", encoding="utf-8")
    monkeypatch.setenv("REGISTER_STATE", str(tmp_path / "state"))
    monkeypatch.setattr(logging.getLogger("register"), "propagate", True)
    assert kept(b"%PDF", "brief.pdf", "application/pdf") == b"%PDF"
    assert "A file to take along is not kept" in caplog.text
