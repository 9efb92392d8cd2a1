"""From a filter click to the changed chart, against the same click on an otherwise empty Streamlit page."""

from __future__ import annotations

import tempfile
from pathlib import Path
from statistics import median

from playwright.sync_api import Page, sync_playwright

from benchmarks.loading import Compared
from tests.browser.conftest import ARGUMENTS, serve, stop
from tests.browser.install import HINT, find

EMPTY = """import streamlit as st
choice = st.segmented_control("Order by", ["often", "long", "lately"], default="often", required=True)
st.html(f"<h2 class='finding'>{choice}</h2>")
"""
QUIET = 500
"""Milliseconds between two clicks."""

CHANGED = """label => new Promise((done, failed) => {
  const shown = () => document.querySelector('h2.finding').textContent + '|' + (document.querySelector('.js-plotly-plot .scatterlayer') || {}).textContent;
  const before = shown(), start = performance.now();
  const late = setTimeout(() => failed(new Error('the chart did not change within 20 seconds')), 20000);
  const watch = new MutationObserver(() => {
    if (!document.querySelector('h2.finding') || shown() === before) return;
    watch.disconnect(); clearTimeout(late);
    requestAnimationFrame(() => done(performance.now() - start)); });
  watch.observe(document.body, {subtree: true, childList: true, characterData: true});
  [...document.querySelectorAll('[role=radio]')].find(b => b.textContent.trim() === label).click(); })"""
"""Clicks, and answers with the milliseconds to the first frame that shows another finding or another chart."""


def compare(what: str, records: Path, clicks: int = 12) -> Compared:
    """Median milliseconds of a click on the order of the pledges, ours and empty in turn."""
    path = find()
    if path is None:
        raise SystemExit(HINT)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        (Path(folder) / "empty.py").write_text(EMPTY, encoding="utf-8")
        log = Path(folder) / "log.txt"
        ours, theirs = serve(records, log), serve(records, log, "empty.py", Path(folder))
        try:
            browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
            page, empty = browser.new_page(viewport={"width": 1280, "height": 720}), browser.new_page()
            page.goto(f"{ours[1]}/pledges?lang=en")
            empty.goto(theirs[1])
            _rested(page), _rested(empty)
            page.wait_for_selector("h2.finding", timeout=120_000), page.wait_for_selector(".js-plotly-plot .scatterlayer", timeout=120_000)
            pairs = []
            for turn in range(clicks + 2):
                pair = (
                    _click(page, ("how long", "how lately", "how often")[turn % 3]),
                    _click(empty, ("long", "lately", "often")[turn % 3]),
                )
                if turn >= 2:
                    pairs.append(pair)
            browser.close()
        finally:
            for process, _ in (ours, theirs):
                stop(process)
    return Compared(what, median(a for a, _ in pairs) / 1000, median(b for _, b in pairs) / 1000, median(a / b for a, b in pairs), clicks)


def _click(page: Page, label: str) -> float:
    # Both servers and both pages share the machine: what one still does after its click is not to be the other's time.
    page.wait_for_timeout(QUIET)
    taken = float(page.evaluate(CHANGED, label))
    _rested(page)
    return taken


def _rested(page: Page) -> None:
    """Wait until the script has run, without watching the page, for that takes time of its own."""
    for wait in (QUIET, 0):
        page.wait_for_selector("[data-testid='stApp'][data-test-script-state='notRunning']", timeout=60_000)
        page.wait_for_timeout(wait)
