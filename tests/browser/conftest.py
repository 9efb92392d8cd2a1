"""A running dashboard and a real Chromium for the tests of what a reader sees."""

from __future__ import annotations

import os
import random
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import cycle, islice
from pathlib import Path
from urllib.parse import parse_qs, urlparse

import pytest
from playwright.sync_api import Browser, BrowserContext, BrowserType, Page, sync_playwright

from tests.browser.install import HINT, find
from tests.browser.waiting import settled, watched

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


UNWATCHED = {"STREAMLIT_SERVER_FILE_WATCHER_TYPE": "none"}
"""No test changes the code, and watching it for changes costs every tab that is opened."""


_PORTS = cycle(random.sample(range(20_000, 32_000), 12_000))
"""Below the ports that Linux hands out by itself (32768 and up): of those, one that was free a moment ago is soon given to
whoever asks for any port, or to an outgoing connection. In an order of this process, so that two at a time do not meet."""


def free_port() -> int:
    """A port that nobody listens on, and that this process has not named before."""
    for port in islice(_PORTS, 12_000):
        with socket.socket() as listener:
            try:
                listener.bind(("127.0.0.1", port))
            except OSError:
                continue
            return port
    raise AssertionError("no port between 20000 and 31999 is free")


def serve(
    records: Path,
    log: Path,
    script: str = "dashboard.py",
    folder: Path = ROOT,
    port: int = 0,
    base: str = "",
    by: tuple[str, ...] = (),
    **environment: str,
) -> tuple[subprocess.Popen[bytes], str]:
    """Start the dashboard, or another `script` in its `folder`, as `make run` does; waits until it answers, below `base`.

    `by` is the program, with its arguments, that starts it as somebody else.
    """
    port = port or free_port()
    with log.open("wb") as out:
        process = subprocess.Popen(
            [
                *by,
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
            env={
                **os.environ,
                "REGISTER_RECORDS": str(records),
                "REGISTER_STATE": str(log.parent / "state"),
                "STREAMLIT_SERVER_BASE_URL_PATH": base,
                **environment,
            },
            stdout=out,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    address = f"http://127.0.0.1:{port}{base}"
    answering(process, f"{address}/_stcore/health", script, log)
    return process, address


def answering(process: subprocess.Popen[bytes], address: str, name: str, log: Path) -> None:
    """Wait until what was started answers at an address; says what it wrote where it does not."""
    for _ in range(120):
        try:
            urllib.request.urlopen(address, timeout=1)
            return
        except OSError:
            if process.poll() is not None:
                break
            time.sleep(0.5)
    raise AssertionError(f"{name} did not start:\n{log.read_text(errors='replace')}")


def invitation(log: Path) -> str:
    """The address that `make curate` shows in the terminal now."""
    return re.findall(r"http://\S+\?key=\S+", log.read_text(encoding="utf-8"))[-1]


def stop(process: subprocess.Popen[bytes]) -> None:
    os.killpg(process.pid, signal.SIGTERM)
    process.wait(timeout=20)


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The dashboard over the real records."""
    records = ROOT / "commitments"
    process, address = serve(records, tmp_path_factory.mktemp("served") / "log.txt", **UNWATCHED)
    yield Served(address, records)
    stop(process)


@pytest.fixture(scope="session")
def served_copy(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The dashboard over a copy of the records that a test may break or add to."""
    folder = tmp_path_factory.mktemp("copy")
    records = folder / "commitments"
    shutil.copytree(ROOT / "commitments", records)
    process, address = serve(records, folder / "log.txt", **UNWATCHED)
    yield Served(address, records)
    stop(process)


@pytest.fixture(scope="session")
def chromium() -> Iterator[BrowserType]:
    with sync_playwright() as playwright:
        yield playwright.chromium


@pytest.fixture(scope="session")
def path_of_browser() -> str:
    path = find()
    assert path, HINT
    return path


@pytest.fixture(scope="session")
def browser(chromium: BrowserType, path_of_browser: str) -> Iterator[Browser]:
    """For tests that need a profile of their own."""
    launched = chromium.launch(executable_path=path_of_browser, args=ARGUMENTS)
    yield launched
    launched.close()


@pytest.fixture(scope="session")
def profile(chromium: BrowserType, path_of_browser: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[BrowserContext]:
    """One profile on disk for all readers: only there Chromium keeps the scripts as it has compiled them."""
    folder = tmp_path_factory.mktemp("profile")
    context = chromium.launch_persistent_context(
        folder, executable_path=path_of_browser, args=ARGUMENTS, locale="en-GB", accept_downloads=True
    )
    yield watched(context)
    context.close()


Opened = Callable[..., Page]


@pytest.fixture
def opened(profile: BrowserContext, served: Served) -> Iterator[Opened]:
    """Open a page of the register in a tab of its own and wait until it is drawn.

    Whatever a test looks at, no tab may have asked another host or met what the page's own policy refuses.
    """
    pages: list[Page] = []
    elsewhere: list[str] = []
    refused: list[str] = []

    def open_page(path: str, *, width: int = 1280, height: int = 720, dark: bool = False, address: str = "") -> Page:
        page, server = profile.new_page(), (address or served.address)
        page.emulate_media(color_scheme="dark" if dark else "light")
        own = (server, server.replace("http", "ws", 1), "data:", "blob:")
        page.on("request", lambda request: elsewhere.append(f"{path}: {request.url}") if not request.url.startswith(own) else None)
        page.on("console", lambda said: refused.append(f"{path}: {said.text}") if "Content Security Policy" in said.text else None)
        pages.append(page)
        page.set_viewport_size({"width": width, "height": height})
        page.goto(server + path)
        page.wait_for_selector("h1", timeout=60_000)
        settled(page)
        return page

    yield open_page
    for page in pages:
        page.close()
    assert elsewhere == []
    assert refused == []


def query(page: Page) -> dict[str, list[str]]:
    """What the address says, filter by filter."""
    return parse_qs(urlparse(page.url).query)
