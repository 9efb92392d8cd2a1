"""The typesetter in a process of its own, as on a server: memory stays where it is, and everybody gets what was asked for."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
import typst

from charts.canvas import Canvas
from exports import picture, typesetting
from exports.brief import pdf
from models.brief.facts import subjects
from models.brief.gathering import brief
from tests.samples.registers import ROOT, TODAY, real, say
from tests.structure.code import MODULES, libraries, shown

MOST_GROWN = 40
"""Megabytes that it may grow from the twentieth to the last brief; without forgetting it is 8 to 16 MB for each of them."""

GROWN = """
import datetime as dt, json, sys, threading
from pathlib import Path
from charts.canvas import Canvas
from exports import picture, typesetting
from exports.brief import pdf
from models.brief import facts, gathering
from models.labels import Say, load_labels
from models.loading import load

def now():
    return int(next(line for line in open("/proc/self/status") if line.startswith("VmRSS")).split()[1]) / 1024

def in_a_thread(work):  # as a server does it
    thread = threading.Thread(target=work)
    thread.start()
    thread.join()

if sys.argv[1] == "keeps":
    typesetting._forget = lambda: None
register, labels, seen = load(Path("commitments"), dt.date(2026, 11, 28)).register, load_labels(), []
for day in (dt.date(2026, 11, 28), dt.date(2024, 12, 1)):
    for subject in facts.subjects(register.as_of(day))[:15]:
        for lang in ("en", "ko"):
            made = gathering.brief(register, subject, day)
            in_a_thread(lambda: pdf.fitted(made, Say(labels, lang), "x"))
            seen.append(now())
for number in range(20):
    in_a_thread(lambda: picture.png(Canvas(f"{number} 漢 가나다 of a chart"), 1))
seen.append(now())
print(json.dumps(seen))
"""


def grown(how: str) -> float:
    """Megabytes that a process grows by while it makes 40 briefs and 20 pictures, after 20 others."""
    if not os.path.exists("/proc/self/status"):
        pytest.fail("this test reads the memory of a process from /proc, as Linux has it")
    done = subprocess.run([sys.executable, "-c", GROWN, how], cwd=ROOT, capture_output=True, text=True, timeout=120, check=True)
    seen: list[float] = json.loads(done.stdout)
    assert len(seen) == 61
    return max(seen[20:]) - max(seen[:20])


def test_memory_does_not_grow_with_the_briefs_and_pictures_that_are_asked_for() -> None:
    assert grown("forgets") < MOST_GROWN


def test_without_forgetting_the_same_would_grow_past_what_is_allowed() -> None:
    """The measure is able to fail: typst does keep everything. Should it no longer, the forgetting can go."""
    assert grown("keeps") > 5 * MOST_GROWN


def test_nothing_but_the_typesetter_uses_typst() -> None:
    assert [shown(path) for path in MODULES if "typst" in libraries(path)] == ["exports/typesetting.py"]


def test_forty_briefs_and_pictures_asked_for_at_once_all_arrive_as_if_asked_for_alone() -> None:
    about = subjects(real())[:4]

    def one(number: int) -> Any:
        if number % 4 == 3:
            return picture.png(Canvas(f"{number % 8} 漢"), 0.5)
        told = pdf.fitted(brief(real(), about[number % 4], TODAY), say("en"), "0123456789ab")
        return (told, pdf.pdf(told)) if number % 2 else told

    alone = [one(number) for number in range(8)]
    with ThreadPoolExecutor(40) as readers:
        at_once = list(readers.map(one, range(40)))
    assert at_once == alone * 5


def test_a_template_that_cannot_be_set_is_an_error_and_the_next_is_set() -> None:
    with pytest.raises(typst.TypstError, match="here it ends"):
        typesetting.png(b'#panic("here it ends")', {}, 10)
    assert typesetting.png(b"x", {}, 10).startswith(b"\x89PNG")


def test_a_brief_that_has_its_turn_does_not_wait_for_itself() -> None:
    with typesetting.turn("brief") as place:
        told = pdf.fitted(brief(real(), subjects(real())[0], TODAY), say("en"), "0123456789ab")
        assert pdf.pages(told) <= pdf.PAGES
        with typesetting.turn("pdf") as same:
            assert same is place
