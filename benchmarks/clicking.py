"""From an address to the drawn chart, from a click to the changed chart and from a mark to its words, in a real browser."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks.bare import AS_OURS, EMPTY, dash
from benchmarks.loading import Compared
from tests.browser.conftest import ARGUMENTS, UNWATCHED, serve, stop
from tests.browser.install import HINT, find

QUIET = 500
"""Milliseconds between two clicks, so that what one page still does after its click is not the other's time."""
FIRST = ("often", "long", "lately")
MARKS = ".picture [data-row] .at[data-id]"
WORDED = ("how often", "how long", "how lately")

SEEN = (
    """shown => { const found = document.querySelector(shown); return found && (found.tagName === 'svg' ? found : found.textContent); }"""
)
"""What tells one drawing from the next: a picture of ours is put in place whole."""
UNTIL = (
    """([choices, which, shown]) => new Promise((done, failed) => {
  const seen = """
    + SEEN
    + """, before = seen(shown), start = performance.now();
  const look = () => {
    const now = seen(shown);
    if (now && now !== before) done(performance.now() - start);
    else if (performance.now() - start > 20000) failed(new Error('nothing changed within 20 seconds: ' + shown));
    else requestAnimationFrame(look); };
  const every = [...document.querySelectorAll(choices)];
  (every.find(each => each.textContent.trim() === which) || every[which]).dispatchEvent(new MouseEvent('click', {bubbles: true}));
  requestAnimationFrame(look); })"""
)
"""Presses, looks once a frame, and answers with the milliseconds to the first frame that shows something else."""


@dataclass(frozen=True)
class Shown:
    """A page with its order: how a choice is pressed, by what its drawing is known, and what its choices are called."""

    address: str
    choices: str
    drawn: str
    words: tuple[str, str, str]


def _ours(address: str, page: str) -> Shown:
    return Shown(f"{address}/{page}?lang=en", "[role=radio]", ".picture svg", WORDED)


def _empty(address: str) -> Shown:
    return Shown(address, "[role=radio]", "h2.finding", FIRST)


def _in_dash(address: str) -> Shown:
    return Shown(address, "label", ".js-plotly-plot .scatterlayer", FIRST)


@contextmanager
def _browser() -> Iterator[Browser]:
    path = find()
    if path is None:
        raise SystemExit(HINT)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield browser
        browser.close()


@contextmanager
def _served(records: Path, day: str) -> Iterator[tuple[str, str, str]]:
    """The addresses of ours, of the empty page and of the page in Dash."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "empty.py").write_text(EMPTY, encoding="utf-8")
        started = [
            serve(records, folder / "log.txt", **UNWATCHED),
            serve(records, folder / "empty.txt", "empty.py", folder, **UNWATCHED, **AS_OURS),
            dash(records, folder, day),
        ]
        try:
            yield started[0][1], started[1][1], started[2][1]
        finally:
            for process, _ in started:
                stop(process)


def compare(what: str, records: Path, day: str, clicks: int = 15) -> list[Compared]:
    """Medians of opening cold, of a click on the order of the pledges and of a mark, ours and the others in turn."""
    found: list[Compared] = []
    with _browser() as browser, _served(records, day) as (ours, empty, other):
        pledges, nothing, plain = _ours(ours, "pledges"), _empty(empty), _in_dash(other)
        for name, page in (("Overview", _ours(ours, "")), ("Pledges", pledges)):
            told = f"{what}: {name}, cold, to the drawn chart / empty page"
            found.append(_paired(told, partial(_cold, browser, page), partial(_cold, browser, nothing), 9))
        found.append(_paired(f"{what}: Pledges, cold / plain Dash", lambda: _cold(browser, pledges), lambda: _cold(browser, plain), 5))
        pages = [_opened(browser, each) for each in (pledges, nothing, plain)]
        turn = [0, 0, 0]

        def click(which: int) -> float:
            turn[which] += 1
            return _order(pages[which], (pledges, nothing, plain)[which], turn[which])

        found.append(_paired(f"{what}: an order, to the changed chart / empty page", lambda: click(0), lambda: click(1), clicks))
        found.append(_paired(f"{what}: an order / plain Dash", lambda: click(0), lambda: click(2), clicks))
        found.append(_paired(f"{what}: a mark, to its words / empty page", lambda: _mark(pages[0], turn), lambda: click(1), clicks))
    return found


def _paired(what: str, ours: Callable[[], float], base: Callable[[], float], times: int) -> Compared:
    ours(), base(), ours(), base()
    pairs = [(ours(), base()) for _ in range(times)]
    return Compared(what, median(a for a, _ in pairs), median(b for _, b in pairs), median(a / b for a, b in pairs), times)


def _cold(browser: Browser, shown: Shown) -> float:
    """Seconds from an address to the drawing, in a browser that knows nothing yet."""
    context = browser.new_context(viewport={"width": 1280, "height": 720})
    page = context.new_page()
    start = time.perf_counter()
    page.goto(shown.address, wait_until="commit")
    page.wait_for_function(SEEN, arg=shown.drawn, polling="raf", timeout=60_000)
    taken = time.perf_counter() - start
    context.close()
    return taken


def _opened(browser: Browser, shown: Shown) -> Page:
    page = browser.new_page(viewport={"width": 1280, "height": 720})
    page.goto(shown.address)
    page.wait_for_function(SEEN, arg=shown.drawn, timeout=120_000)
    page.wait_for_timeout(2 * QUIET)
    return page


def _order(page: Page, shown: Shown, turn: int) -> float:
    page.wait_for_timeout(QUIET)
    return float(page.evaluate(UNTIL, [shown.choices, shown.words[turn % 3], shown.drawn])) / 1000


def _mark(page: Page, turn: list[int]) -> float:
    """Seconds from a mark to the words behind it; each time another one."""
    page.wait_for_timeout(QUIET)
    turn[0] += 1
    marks = page.locator(MARKS).count()
    return float(page.evaluate(UNTIL, [MARKS, turn[0] * 7 % marks, "[class*=st-key-behind-] h2"])) / 1000
