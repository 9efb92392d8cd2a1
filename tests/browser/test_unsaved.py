"""Unsaved writing in a real Chromium: the server is started again, and the button is clicked twice."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import UNWATCHED, invitation, serve, stop
from tests.browser.test_sign_in import choose, fill
from tests.browser.waiting import settled, watched
from tests.samples.registers import folder

pytestmark = pytest.mark.xdist_group("adding-a-note")
CURATING = {"REGISTER_CURATE": "1", "REGISTER_CURATOR": "Kim Minji", **UNWATCHED}


def test_a_draft_outlives_the_server_and_two_clicks_save_it_once(browser: Browser, tmp_path: Path) -> None:
    records, log = folder(tmp_path), tmp_path / "log.txt"
    before = set(records.rglob("*.yaml"))
    process, address = serve(records, log, **CURATING)
    context = watched(browser.new_context(locale="en-GB"))
    try:
        page = context.new_page()
        page.goto(invitation(log))
        page.goto(f"{address}/follow_through?lang=en&note=2024-c1a")
        settled(page)
        fill(page, "Reason, in English", "An office was decided.")
        kept = page.url.replace(address, "")
        assert "draft=" in kept
        page.close()
        stop(process)
        process, address = serve(records, log, **CURATING)
        page = context.new_page()
        page.goto(invitation(log))
        page.goto(address + kept)
        settled(page)
        assert page.get_by_label("Reason, in English").input_value() == "An office was decided."
        fill(page, "Reason, in Korean", "사무소 설치를 결정하였다.")
        choose(page, "What was found", "started")
        choose(page, "Evidence on record", "The city adopted an ordinance.")
        page.get_by_role("button", name="Save the note").dblclick()
        settled(page)
        page.get_by_text("git add commitments/notes/2024-c1a").wait_for()
        assert len(set(records.rglob("*.yaml")) - before) == 1
    finally:
        context.close()
        stop(process)
