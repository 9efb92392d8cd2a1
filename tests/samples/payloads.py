"""Records whose every text holds what some form or other could take for more than text."""

from __future__ import annotations

from typing import Any

from models.records.evidence import Evidence
from models.records.fields import Bilingual
from models.records.measures import Measure
from models.register.register import Register
from tests.samples.registers import commitment, declaration, mention, note, pledge, provision, register

PAYLOAD = 'x<script>alert("1")</script>&amp;,;:\\ "a"\r\nEND:VEVENT\r\nBEGIN:VEVENT\x0bSUMMARY:y\x85z\u2028w\x07{lang}'
FORMULA = '=HYPERLINK("http://example.org","x")'


def _both(words: str) -> dict[str, str]:
    return {"en": words, "ko": words}


def hostile(words: str = PAYLOAD) -> Register:
    """A small register in which every free text says these words; made without the checks that would refuse them in a file."""
    said: dict[str, Any] = _both(words)
    coded = commitment("a", due="2025-05-17").model_copy(update={"quote": words, "due_words": words, "summary": _made(said)})
    told = {"en": words, "ko": words, "missing_translation": None}
    source = {
        "id": "source",
        "says": said,
        "title": words,
        "publisher": words,
        "seen": "2026-11-20",
        "grade": "primary",
        "confidence": "high",
    }
    point = {"on": "2025-01", "value": 5, "evidence": ["source"], "note": said}
    series = [{"id": "filed", "kind": said, "unit": said, "points": [point]}]
    measure = Measure.model_validate({"id": "m", "title": said, "unit": said, "definition": said, "series": series})
    judged = note("2024-p1a", "2025-06-01", "started", by=words, reason=told, part=told)
    followed = pledge("p", mention("2024-p1a")).model_copy(update={"title": _made(said), "object": _made(said)})
    return register(
        declaration("2024", 14, provision("p1", coded)),
        notes=[judged],
        evidence=[Evidence.model_validate(source)],
        measures=[measure],
        pledges=[followed],
    )


def _made(said: dict[str, Any]) -> Bilingual:
    return Bilingual.model_validate(said)
