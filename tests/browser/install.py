"""Finds a Chromium for the browser tests, or installs one; says plainly when that is not possible.

First REGISTER_CHROMIUM, then a Chromium or Chrome on the PATH, then Playwright's own, then the system's packages.
Prints the path of the browser that the tests will use.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
HINT = "No Chromium could be found or installed. Install Chromium or Chrome, or name it in REGISTER_CHROMIUM, and run this again."


def find() -> str | None:
    """The browser that the tests use, if there is one."""
    named = os.environ.get("REGISTER_CHROMIUM")
    if named:
        return named if Path(named).exists() else None
    for name in NAMES:
        found = shutil.which(name)
        if found:
            return found
    return _playwrights_own()


def _playwrights_own() -> str | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def install() -> None:
    """Try Playwright's download first, then the system's packages where this user may install them."""
    tried = [
        subprocess.run([sys.executable, "-m", "playwright", "install", "--with-deps", "chromium"], check=False, timeout=900).returncode
    ]
    if tried[0] and shutil.which("apt-get") and os.geteuid() == 0:
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        subprocess.run(["apt-get", "update", "-qq"], check=False, env=environment, timeout=600)
        subprocess.run(["apt-get", "install", "-y", "-qq", "chromium"], check=False, env=environment, timeout=900)


if __name__ == "__main__":
    if find() is None:
        install()
    browser = find()
    if browser is None:
        sys.exit(HINT)
    print(f"Browser for the tests: {browser}")
