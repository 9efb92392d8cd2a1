"""A running dashboard and a real Chromium for the tests of what a reader sees."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qs, urlparse

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.browser.install import HINT, find

ROOT = Path(__file__).resolve().parents[2]
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@dataclass(frozen=True)
class Served:
    """A dashboard at an address, over a folder of records."""

    address: str
    records: Path


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def serve(
    records: Path, log: Path, script: str = "dashboard.py", folder: Path = ROOT, **environment: str
) -> tuple[subprocess.Popen[bytes], str]:
    """Start the dashboard, or another `script` in its `folder`, as `make run` does; waits until it answers."""
    port = free_port()
    with log.open("wb") as out:
        process = subprocess.Popen(
            [
                sys.executable,
                "-m",
                "streamlit",
                "run",
                script,
                "--server.port",
                str(port),
                "--server.address",
                "127.0.0.1",
                "--server.headless",
                "true",
            ],
            cwd=folder,
            env={**os.environ, "REGISTER_RECORDS": str(records), **environment},
            stdout=out,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    address = f"http://127.0.0.1:{port}"
    for _ in range(120):
        try:
            urllib.request.urlopen(f"{address}/_stcore/health", timeout=1)
            return process, address
        except OSError:
            if process.poll() is not None:
                break
            time.sleep(0.5)
    raise AssertionError(f"{script} did not start:\n{log.read_text(errors='replace')}")


def stop(process: subprocess.Popen[bytes]) -> None:
    os.killpg(process.pid, signal.SIGTERM)
    process.wait(timeout=20)


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The dashboard over the real records."""
    records = ROOT / "commitments"
    process, address = serve(records, tmp_path_factory.mktemp("served") / "log.txt")
    yield Served(address, records)
    stop(process)


@pytest.fixture(scope="session")
def served_copy(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The dashboard over a copy of the records that a test may break or add to."""
    folder = tmp_path_factory.mktemp("copy")
    records = folder / "commitments"
    shutil.copytree(ROOT / "commitments", records)
    process, address = serve(records, folder / "log.txt")
    yield Served(address, records)
    stop(process)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = find()
    assert path, HINT
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield launched
        launched.close()


Opened = Callable[..., Page]


@pytest.fixture(scope="session")
def profiles(browser: Browser) -> Iterator[Callable[[bool, str], BrowserContext]]:
    """Browser profiles by colour scheme and language, kept so that the scripts are fetched once each."""
    kept: dict[tuple[bool, str], BrowserContext] = {}

    def profile(dark: bool, locale: str) -> BrowserContext:
        if (dark, locale) not in kept:
            kept[dark, locale] = browser.new_context(color_scheme="dark" if dark else "light", locale=locale, accept_downloads=True)
        return kept[dark, locale]

    yield profile
    for context in kept.values():
        context.close()


@pytest.fixture
def opened(profiles: Callable[[bool, str], BrowserContext], served: Served) -> Iterator[Opened]:
    """Open a page of the register in a tab of its own and wait until it is drawn."""
    pages: list[Page] = []

    def open_page(path: str, *, width: int = 1280, height: int = 720, dark: bool = False, address: str = "", locale: str = "en-GB") -> Page:
        page = profiles(dark, locale).new_page()
        pages.append(page)
        page.set_viewport_size({"width": width, "height": height})
        page.goto((address or served.address) + path)
        settled(page)
        return page

    yield open_page
    for page in pages:
        page.close()


def query(page: Page) -> dict[str, list[str]]:
    """What the address says, filter by filter."""
    return parse_qs(urlparse(page.url).query)


def settled(page: Page) -> None:
    """Wait until the script has run and everything it sent is drawn."""
    page.wait_for_selector("[data-testid='stApp'][data-test-script-state='notRunning']", timeout=60_000)
    page.wait_for_timeout(700)
    page.wait_for_selector("[data-testid='stApp'][data-test-script-state='notRunning']", timeout=60_000)
