"""CONTRIBUTING.md at its word: every change it describes is made in a copy of the project, every command run there."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from tests.samples.registers import ROOT

PAGE = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
BLOCK = re.compile(r"(?P<lead>[^\n]+(?:\n[^\n]+)*)\n\n```(?P<kind>\w+)\n(?P<body>.*?)^```", re.MULTILINE | re.DOTALL)
NAMED = re.compile(r"(?P<how>a new file|[Aa]t the end of|[Ii]n) `(?P<path>[\w./-]+)`:$")
LEFT_OUT = shutil.ignore_patterns(".git", ".venv", ".node", "secrets.toml", "__pycache__", ".*_cache", ".hypothesis", "build")


@dataclass(frozen=True)
class Step:
    """One block of the page: a change to a file, or commands with what they print."""

    kind: str
    how: str
    path: str
    body: str


def steps() -> list[Step]:
    found = []
    for block in BLOCK.finditer(PAGE):
        named = NAMED.search(" ".join(block["lead"].split()))
        assert block["kind"] == "console" or named, f"it is not said where this goes:\n{block['body'][:200]}"
        found.append(Step(block["kind"], named["how"].lower() if named else "", named["path"] if named else "", block["body"]))
    return found


def make(step: Step, project: Path) -> None:
    """Make one change."""
    path = project / step.path
    if step.how == "a new file":
        assert not path.exists(), step.path
        path.write_text(step.body, encoding="utf-8")
        return
    text = path.read_text(encoding="utf-8")
    if step.kind == "diff":
        lines = step.body.splitlines()
        old, new = ("\n".join(line[1:] for line in lines if line.startswith(sign)) for sign in "-+")
        assert text.count(old) == 1, f"{step.path} has this {text.count(old)} times:\n{old}"
        path.write_text(text.replace(old, new), encoding="utf-8")
    else:
        between = "\n\n" if step.kind == "python" and step.body.startswith(("def ", "@", "class ")) else ""
        path.write_text(text + between + step.body, encoding="utf-8")


def run(step: Step, project: Path) -> None:
    """Run the commands and compare what they print with what the page says they do."""
    for command, said in re.findall(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", step.body, re.MULTILINE):
        words = shlex.split(command)
        if words[0].startswith(".venv/bin/"):
            tool = words[0].removeprefix(".venv/bin/")
            words = [sys.executable, *words[1:]] if tool == "python" else [str(Path(sys.executable).with_name(tool)), *words[1:]]
        done = subprocess.run(words, cwd=project, capture_output=True, text=True, timeout=300, check=False)
        assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
        for line in said.splitlines():
            assert re.search(rf"(?<!\d){re.escape(line)}", done.stdout), f"{command} does not print “{line}”:\n{done.stdout}"


def test_the_page_can_be_followed_step_by_step(tmp_path: Path) -> None:
    project = tmp_path / "project"
    shutil.copytree(ROOT, project, ignore=LEFT_OUT)
    made = steps()
    assert {step.path.split("/")[0] for step in made} >= {"labels", "pages", "widgets", "charts", "models", "tests", "commitments"}
    for step in made:
        (run if step.kind == "console" else make)(step, project)
