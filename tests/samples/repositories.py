"""Small git repositories with records in them, for tests of what landed."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

from tests.samples.registers import LATEST, folder

SECOND = {"reviews/2026-11-28.yaml": "by: reader\nsources:\n  - {source: ordinance, grade: primary}\n"} | {
    "judgements/second/2024.yaml": f"judged: {LATEST}\nby: other\njudgements:\n  - {{commitment: 2024-c1a, status: partly-done, why: So.}}\n"
}


class Repository:
    """A small git repository with records in it."""

    def __init__(self, root: Path, records: Mapping[str, str | None] | None = None) -> None:
        self.root, self.records = root, root / "commitments"
        self.write(records)
        self.git("init", "-q", "-b", "main", "--template=")

    def write(self, changes: Mapping[str, str | None] | None = None) -> None:
        """Put the small sound register there, with `changes`."""
        folder(self.root, {**SECOND, **(changes or {})})

    def git(self, *words: str, on: str = "2026-11-28T12:00:00+00:00") -> None:
        own = {"GIT_AUTHOR_DATE": on, "GIT_COMMITTER_DATE": on, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
        names = [
            word
            for name in ("user.name=Somebody", "user.email=somebody@example.org", "commit.gpgsign=false", "gc.auto=0")
            for word in ("-c", name)
        ]
        subprocess.run(["git", *names, *words], cwd=self.root, env={**os.environ, **own}, check=True, capture_output=True)

    def land(self, on: str = "2026-11-28T12:00:00+00:00") -> None:
        self.git("add", "-A")
        self.git("commit", "-q", "-m", "Records", on=on)

    def edit(self, name: str, old: str, new: str) -> None:
        text = (self.records / name).read_text(encoding="utf-8")
        assert old in text
        (self.records / name).write_text(text.replace(old, new, 1), encoding="utf-8")
