"""Drafts of notes over the small sound register, who saves them, and what to look at afterwards."""

from __future__ import annotations

from pathlib import Path

from models.loading import load
from models.writing.drafts import Draft
from models.writing.permission import Permission, Way
from tests.samples.registers import TODAY

KIM = Permission("Kim Minji", Way.CURATE)
STARTED = {"status": "started", "as_of": "2026-05-01", "reason_en": "An office was decided.", "reason_ko": "사무소 설치를 결정하였다."}
NEW = {
    "says_en": "The council decided to open an office.",
    "says_ko": "시의회가 사무소 설치를 의결하였다.",
    "title": "Council minutes",
    "publisher": "The council",
    "url": "https://example.org/minutes",
    "happened": "2026-04",
    "published": "2026-04-20",
    "seen": "2026-11-20",
    "grade": "primary",
    "confidence": "high",
}


def draft(
    evidence: tuple[str, ...] = ("ordinance",), sources: tuple[dict[str, str], ...] = (), commitment: str = "2024-c1a", **note: str
) -> Draft:
    """A note that meets every rule, but for what is given; by default it rests on the evidence on record."""
    return Draft(commitment, {**STARTED, **note}, list(evidence), [dict(each) for each in sources])


def snapshot(root: Path) -> dict[str, bytes]:
    """Every file in a folder, to the byte."""
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in sorted(root.rglob("*")) if path.is_file()}


def sound(root: Path) -> None:
    """Fails if `curate.py check` would find anything wrong in the folder."""
    problems = [str(problem) for problem in load(root, TODAY).problems]
    assert not problems, problems
