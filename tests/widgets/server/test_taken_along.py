"""What a reader takes along arrives, however many others click meanwhile."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx
import pytest

from benchmarks.tab import Tab
from tests.browser.conftest import serve, stop
from tests.samples.registers import RECORDS


@pytest.mark.xdist_group("taken along")
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
        # In a thread of its own: a browser that other tests drive from this one keeps a loop running in it.
        with ThreadPoolExecutor(1) as thread:
            answers = thread.submit(asyncio.run, read(address)).result()
    finally:
        stop(process)
    assert {key: answer.status_code for key, answer in answers.items()} == {"brief-pdf": 200, "brief-docx": 200}
    assert answers["brief-pdf"].content.startswith(b"%PDF")
    assert answers["brief-docx"].content.startswith(b"PK")
    named = answers["brief-pdf"].headers["content-disposition"]
    assert "attachment" in named
    assert "theme-poverty" in named
