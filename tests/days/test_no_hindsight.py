"""Nothing that was known only later is told on a day: by the document, the brief, the search and the pages (codebook, 4)."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

import pytest

from exports.commitments import for_people
from exports.dataset import document
from models.brief.facts import Subject, subjects
from models.brief.gathering import brief
from models.brief.telling.sections import tell
from models.labels import load_labels
from models.records.notes import Note
from models.register.frames import timeline
from models.register.queues import Queue, horizon, queue
from models.search.entries import Kind, entries
from tests.days.told import Known, days
from tests.pages.opening import drawn, words
from tests.samples.registers import real, say

DAYS = days()
PARTS = range(8)
OWN_WORK = {
    "forums": {"text_note", "notes"},
    "forum_sources": {"title", "published"},
    "declarations": {"source", "sealed"},
    "commitments": {"earlier_tests", "recoded"},
    "evidence": {"title", "says", "happened", "published", "seen", "conflict", "review"},
    "measures": {"not_found", "series"},
}
"""What the register found out about its sources, forums and counts: it has no day and may name a later one."""


@pytest.mark.parametrize("part", PARTS)
def test_the_document_tells_nothing_that_was_known_only_later(part: int) -> None:
    for day in DAYS[part :: len(PARTS)]:
        known, found = Known(real().as_of(day), day), document(real(), day)
        for name, told in found.items():
            for entry in told if name != "meta" else ():
                said = {field: value for field, value in entry.items() if field not in OWN_WORK.get(name, ())}
                assert known.hindsight(json.dumps(said, ensure_ascii=False)) == [], (day, name, entry.get("id"))
