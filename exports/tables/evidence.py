"""The sources as a table: a line for each, with what it says and what it counts as."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from exports.columns import Column, flat, in_both
from models.labels import Say
from models.register.register import Register

COLUMNS = (
    Column("id", "the source"),
    Column("title", "its title"),
    Column("publisher", "who published it"),
    Column("url", "its address"),
    Column("rebuilt", "whether the address was put together by us and not seen in that form", "boolean"),
    *in_both("says", "what it says, in a sentence of ours"),
    Column("happened", "when the thing happened: a day, a month or a year"),
    Column("published", "when the source was published: a day, a month or a year"),
    Column("seen", "when it was seen", "date"),
    Column("grade", "as recorded: primary, independent, self-reported or inferred"),
    Column("basis", "how it was judged whose word it is, as recorded"),
    Column("review_on", "the day of a later reading; empty where there was none", "date"),
    Column("review_grade", "what that reading found, which is what the source counts as now"),
    Column("review_basis", "how that was judged"),
    Column("review_release", "our name for the release that it prints"),
    *in_both("review_because", "the reason"),
    Column("confidence", "high, medium or low"),
    *in_both("conflict", "what contradicts it"),
)
FOR_PEOPLE = (
    "id", "source", "publisher", "url", "rebuilt", "says", "happened", "published", "seen", "grade", "basis", "confidence", "conflict",
)  # fmt: skip


def rows(document: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The sources of the document, one line each."""
    for source in document["evidence"]:
        review = source["review"] or {}
        yield {
            **source,
            **flat("says", source["says"]),
            **{f"review_{name}": review.get(name) for name in ("on", "grade", "basis", "release")},
            **flat("review_because", review.get("because")),
            **flat("conflict", source["conflict"]),
        }


def in_words(document: dict[str, Any], register: Register, say: Say) -> Iterator[dict[str, str]]:
    """The same lines for people, each source as what it counts as now."""
    for entry in document["evidence"]:
        source = register.evidence_by_id[entry["id"]]
        basis = register.basis_of(source)
        yield {
            "id": source.id,
            "source": source.title,
            "publisher": register.publisher(source.publisher, say.lang),
            "url": source.url or "",
            "rebuilt": say("notes.rebuilt") if source.rebuilt else "",
            "says": source.says[say.lang],
            "happened": str(source.happened or ""),
            "published": str(source.published or ""),
            "seen": source.seen.isoformat(),
            "grade": say(f"terms.grade_{register.grade_of(source)}"),
            "basis": say(f"notes.basis_{basis}") if basis else "",
            "confidence": say(f"notes.confidence_{source.confidence}"),
            "conflict": source.conflict[say.lang] if source.conflict else "",
        }
