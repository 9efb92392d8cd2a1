"""The register where an office may put it: a file system that nobody can write, another user, another time zone."""

from __future__ import annotations

import asyncio
import os
import shutil
import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx
import pytest

from benchmarks.tab import Tab
from tests.browser.conftest import UNWATCHED, serve, stop
from tests.samples.registers import ROOT
from widgets.frame.titles import FIRST, PAGES

LEFT_OUT = shutil.ignore_patterns(".git", ".venv", ".node", "secrets.toml", "__pycache__", ".*_cache", ".hypothesis", "build", "state")
NAMED = {"pledge": "id=human-rights-education", "commitment": "id=2024-c2a", "city": "id=gwangju"}
NOBODY = ("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups")
# May enter every folder, for the tests' own Python may stand where only this user may go; may write nowhere.
NOBODY += ("--inh-caps=-all,+dac_read_search", "--ambient-caps=-all,+dac_read_search")


def shut(folder: Path) -> None:
    """Take from everybody the right to write."""
    for path in [folder, *folder.rglob("*")]:
        path.chmod(path.stat().st_mode & ~(stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH))


def opened_again(folder: Path) -> None:
    for path in [folder, *(each for each in folder.rglob("*") if each.is_dir())]:
        path.chmod(0o755)


async def every_page(address: str) -> dict[str, float]:
    """Seconds of each page in both languages; raises where one is not drawn."""
    taken = {}
    async with httpx.AsyncClient(timeout=60) as http, Tab(address) as tab:
        for page in PAGES:
            for lang in ("en", "ko"):
                taken[f"{page} {lang}"] = await tab.open("" if page == FIRST else page, f"lang={lang}&{NAMED.get(page, '')}", http)
                assert any("<h1" in text for text in tab.said), page
        for name in ("register.json", "commitments.csv"):
            answer = await http.get(f"{address}/data/{name}")
            assert answer.status_code == 200, name
    return taken


@pytest.mark.xdist_group("replicas")
def test_every_page_is_served_by_another_user_in_another_time_zone_from_files_that_nobody_can_write(tmp_path: Path) -> None:
    project = tmp_path / "register"
    shutil.copytree(ROOT, project, ignore=LEFT_OUT, symlinks=True)
    shut(project)
    root = os.geteuid() == 0
    process = None
    try:
        away = {"TZ": "America/New_York", "HOME": "/nonexistent", "PYTHONDONTWRITEBYTECODE": "1", **UNWATCHED}
        process, address = serve(project / "commitments", tmp_path / "log.txt", folder=project, by=NOBODY if root else (), **away)
        if root:
            assert Path(f"/proc/{process.pid}").stat().st_uid == 65534
        # In a thread of its own, for a browser of other tests may have a loop running in this one.
        with ThreadPoolExecutor(1) as thread:
            taken = thread.submit(asyncio.run, every_page(address)).result()
        assert len(taken) == 2 * len(PAGES)
        said = (tmp_path / "log.txt").read_text(encoding="utf-8")
        assert "Traceback" not in said, said
        assert not (project / "state").exists()
    finally:
        if process:
            stop(process)
        opened_again(project)
